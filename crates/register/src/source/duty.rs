//! `duties/<level>/<duty>.toml`.

use super::condition::AnyOf;
use super::text::{Day, Search, Text};
use serde::Deserialize;
use serde_spanned::Spanned;

/// A duty as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceDuty {
    /// Its name.
    pub title: Text,
    /// What it is, in a sentence or two.
    #[serde(default)]
    pub summary: Text,
    /// Other words people use.
    #[serde(default)]
    pub search: Search,
    /// Lines of the seed text that it carries.
    #[serde(default)]
    pub atoms: Vec<Spanned<String>>,
    /// `person`, `organ`, `area` or `country`.
    pub subject: Spanned<String>,
    /// How the lead bears it.
    pub verb: Spanned<String>,
    /// Further verbs of the same lead.
    #[serde(default)]
    pub also: Vec<Spanned<String>>,
    /// Who leads, and when.
    #[serde(default)]
    pub lead: Vec<Spanned<SourceClause>>,
    /// Who stands beside.
    #[serde(default)]
    pub beside: Vec<Spanned<SourceClause>>,
    /// Declared gaps.
    #[serde(default)]
    pub nobody: Vec<Spanned<SourceClause>>,
    /// Notes: the seed's reading, other readings, practice, traps.
    #[serde(default)]
    pub note: Vec<SourceNote>,
    /// Time limits.
    #[serde(default)]
    pub limit: Vec<Spanned<SourceLimit>>,
    /// Items of a statutory content list.
    #[serde(default)]
    pub content: Vec<Spanned<SourceContent>>,
    /// How it may end.
    #[serde(default)]
    pub result: Vec<Spanned<SourceContent>>,
    /// For how long data stay.
    #[serde(default)]
    pub retention: Vec<Spanned<SourceLimit>>,
    /// Sums of money.
    #[serde(default)]
    pub amount: Vec<Spanned<SourceAmount>>,
}

/// A lead, beside or nobody clause as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceClause {
    /// Its name in the file.
    #[serde(default)]
    pub id: Option<Spanned<String>>,
    /// Kind or organ that bears it; not for `nobody`.
    #[serde(default)]
    pub organ: Option<Spanned<String>>,
    /// The map by which a kind is found, when not its own.
    #[serde(default)]
    pub by: Option<Spanned<String>>,
    /// The slot that a local instrument may fill.
    #[serde(default)]
    pub slot: Option<Spanned<String>>,
    /// `must` or `may`.
    #[serde(default)]
    pub force: Option<Spanned<String>>,
    /// Its own verb.
    #[serde(default)]
    pub verb: Option<Spanned<String>>,
    /// Its own further verbs.
    #[serde(default)]
    pub also: Vec<Spanned<String>>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// What must hold.
    #[serde(default)]
    pub when: Option<AnyOf>,
    /// What must not hold.
    #[serde(default)]
    pub unless: Option<AnyOf>,
    /// A judgement an official makes.
    #[serde(default)]
    pub provided: Option<Text>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// `verified`, `inferred` or `seed`.
    #[serde(default)]
    pub certainty: Option<Spanned<String>>,
    /// Shown with the answer.
    #[serde(default)]
    pub note: Option<Text>,
    /// Why nobody leads.
    #[serde(default)]
    pub why: Option<Text>,
}

/// A note on a duty.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceNote {
    /// `seed`, `reading`, `practice`, `trap`.
    pub kind: Spanned<String>,
    /// The note.
    pub text: Text,
    /// First day it concerns.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day it concerns no more.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
}

/// A time limit, or a time for which data are kept.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceLimit {
    /// Its name in the file.
    pub id: Spanned<String>,
    /// What must be done in time.
    pub title: Text,
    /// `2 months`, `without delay`.
    pub budget: Spanned<String>,
    /// The event that starts it.
    #[serde(default)]
    pub starts: Option<Text>,
    /// How the last day is found.
    #[serde(default)]
    pub rule: Option<Spanned<String>>,
    /// For whom, when not for all.
    #[serde(default)]
    pub when: Option<AnyOf>,
    /// A judgement an official makes.
    #[serde(default)]
    pub provided: Option<Text>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// An item of a content list, or a possible result.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceContent {
    /// Its name in the file.
    pub id: Spanned<String>,
    /// What it is.
    pub title: Text,
    /// Whether the law requires it.
    #[serde(default)]
    pub required: Option<bool>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// A sum of money.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceAmount {
    /// Its name in the file.
    pub id: Spanned<String>,
    /// What it is for.
    #[serde(default)]
    pub title: Text,
    /// Euro.
    pub euro: f64,
    /// Per what.
    #[serde(default)]
    pub unit: Option<Text>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
}
