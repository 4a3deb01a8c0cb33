//! What stands in the files of `demo/`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Posts {
    pub post: Vec<Post>,
    pub account: Vec<Account>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub origin: Vec<Origin>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stories {
    pub story: Vec<Story>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub crowd: Vec<Crowd>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Texts {
    pub texts: BTreeMap<String, Vec<String>>,
}

/// A post.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its word.
    pub id: String,
    /// Its organ, by its word in the register.
    pub organ: String,
    /// Its function.
    pub function: String,
    /// Its name, as the organ writes it.
    pub title: String,
    /// Its first day; none: that of the organ, or the first of 2021.
    pub from: Option<Date>,
    /// The first day on which it is no more; none: that of the organ.
    pub until: Option<Date>,
}

/// An official.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The name to sign in with.
    pub login: String,
    /// The invented name.
    pub name: String,
    /// The language of their pages.
    pub language: String,
    /// Their posts.
    pub posts: Vec<String>,
}

/// Where names come from. A name is `native|Latin`, or one form where the native one is Latin.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Its word.
    pub id: String,
    /// Two letters.
    pub nationality: String,
    /// The mother tongue's code.
    pub language: String,
    /// A citizen of the Union.
    #[serde(default)]
    pub eu: bool,
    /// A citizen of a Nordic country.
    #[serde(default)]
    pub nordic: bool,
    /// Given names of women.
    pub women: Vec<String>,
    /// Given names of men.
    pub men: Vec<String>,
    /// Family names; none: people have given names alone.
    pub family: Vec<String>,
    /// Family names as women bear them, in the same order, where they differ.
    #[serde(default)]
    pub family_women: Vec<String>,
}

/// What happens to somebody.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Its word.
    pub id: String,
    /// What it shows, for those who read the file.
    pub shows: String,
    /// The kind of authority that meets the person first.
    pub meets: String,
    /// What is known from that day: attributes of the register.
    pub facts: BTreeMap<String, String>,
    /// What happens.
    pub event: Vec<Event>,
}

/// A number of days, or the least and the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Days {
    /// So many.
    Exactly(i64),
    /// Between these.
    Between([i64; 2]),
}

impl Days {
    /// The least and the most.
    #[must_use]
    pub const fn bounds(self) -> (i64, i64) {
        match self {
            Self::Exactly(days) => (days, days),
            Self::Between([least, most]) => (least, most),
        }
    }
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// A case is opened.
    Open,
    /// A step is taken.
    Step,
    /// A decision is made.
    Decide,
    /// The last decision is notified.
    Notify,
    /// A fact is recorded, and what it moves moves.
    Fact,
    /// The offered hand-over is answered.
    Answer,
    /// The person is asked whether the papers may pass on with the hand-over, or says so.
    Consent,
    /// A document is added.
    Document,
    /// The person is protected.
    Protect,
    /// Somebody who acts for the person is recorded.
    Guardian,
}

/// An event of a story.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Days after the story's first day.
    pub after: Option<Days>,
    /// Days before the day of the world.
    pub ago: Option<Days>,
    /// What is done.
    pub r#do: Deed,
    /// By which kind of authority; none: the one that leads the case.
    pub by: Option<String>,
    /// Which of the person's cases.
    pub case: Option<String>,
    /// The case type.
    pub r#type: Option<String>,
    /// The step.
    pub step: Option<String>,
    /// The result.
    pub result: Option<String>,
    /// Fields, as they are written.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// Fields, with the word of a text.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
    /// The attribute of a fact.
    pub attribute: Option<String>,
    /// Its value.
    pub value: Option<String>,
    /// `accept` or `return`; of consent `asked`, `given` or `refused`.
    pub answer: Option<String>,
    /// Why it is returned.
    pub reason: Option<String>,
    /// In whose words.
    pub note: Option<String>,
    /// How a decision is notified.
    pub kind: Option<String>,
    /// The document.
    pub file: Option<String>,
    /// On what a protection or a power stands.
    pub basis: Option<String>,
    /// How many days a protection lasts.
    pub lasts: Option<i64>,
    /// In what quality somebody acts for the person.
    pub capacity: Option<String>,
    /// Who.
    pub name: Option<String>,
}

/// So many people with a story.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crowd {
    /// How many, without partners and children.
    pub people: u32,
    /// Their story.
    pub story: String,
    /// The story of the partner who comes along.
    pub other: Option<String>,
    /// How many children come along: the least and the most.
    pub children: Option<[i64; 2]>,
    /// The first day of the story: the earliest and the latest.
    pub between: Option<[Date; 2]>,
    /// Or so many days before the day of the world.
    pub ago: Option<[i64; 2]>,
    /// Their age: the least and the most; 19 to 58 when it is not said.
    pub age: Option<[i64; 2]>,
    /// Where: codes of municipalities, each as often as it is written; empty: abroad.
    pub r#where: Vec<String>,
    /// Where they come from, by origin.
    pub from: Vec<String>,
}
