//! `case-types/<type>.toml`.

use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;

/// A case type: the way in which a duty is carried out, in versions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceCaseType {
    /// Its name.
    pub title: Text,
    /// The duty that its cases carry out.
    pub duty: Spanned<String>,
    /// The organ kind that keeps a case which nobody leads, until the question is settled.
    pub keeper: Spanned<String>,
    /// Whether an official may open such a case outside of the holdings of their organ: for an hour, with a reason, reviewed by
    /// another organ, and shown to the person.
    #[serde(default)]
    pub opened_outside: bool,
    /// Whether only the lead knows of such cases: nobody beside sees them, nor has them in a count.
    #[serde(default)]
    pub secluded: bool,
    /// Its cases supervise others: they draw files.
    #[serde(default)]
    pub supervises: bool,
    /// Its versions, each for cases opened in its time.
    pub version: Vec<Spanned<SourceVersion>>,
}

/// A version of a case type. A running case keeps its version.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceVersion {
    /// Its word, unique in the type.
    pub id: Spanned<String>,
    /// First day on which cases of this version are opened.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day on which they no longer are.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// Where a case may stand.
    pub status: Vec<Spanned<SourceStatus>>,
    /// What may be done.
    pub step: Vec<Spanned<SourceStep>>,
    /// How it may end.
    #[serde(default)]
    pub result: Vec<Spanned<SourceResult>>,
    /// What is written down.
    #[serde(default)]
    pub field: Vec<Spanned<SourceField>>,
    /// Which time limits run, from what and until what.
    #[serde(default)]
    pub limit: Vec<Spanned<SourceRunningLimit>>,
}

/// Where a case may stand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceStatus {
    /// Its word.
    pub id: Spanned<String>,
    /// Its name.
    pub title: Text,
    /// What the person sees.
    pub person: Text,
    /// A case begins here.
    #[serde(default)]
    pub start: bool,
    /// A case ends here.
    #[serde(default)]
    pub end: bool,
}

/// What may be done with a case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceStep {
    /// Its word.
    pub id: Spanned<String>,
    /// Its name, verb first.
    pub title: Text,
    /// The statuses from which it may be taken.
    pub from: Vec<Spanned<String>>,
    /// The status to which it leads.
    pub to: Spanned<String>,
    /// Who may take it: `lead`, `beside`, `person`.
    pub by: Vec<Spanned<String>>,
    /// The functions that may take it at the organ: `officer`, `head`.
    #[serde(default)]
    pub function: Vec<Spanned<String>>,
    /// Fields that must be filled in before.
    #[serde(default)]
    pub needs: Vec<Spanned<String>>,
    /// It makes an administrative decision.
    #[serde(default)]
    pub decides: bool,
    /// The results it may give; one must be named when there are any.
    #[serde(default)]
    pub results: Vec<Spanned<String>>,
}

/// How a case may end.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceResult {
    /// Its word.
    pub id: Spanned<String>,
    /// Its name.
    pub title: Text,
    /// The retention rule of the duty that counts from the end.
    pub retention: Spanned<String>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
}

/// What is written down.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceField {
    /// Its word.
    pub id: Spanned<String>,
    /// Its name.
    pub title: Text,
    /// `text`, `long-text`, `yes-no`, `day`, `number`, `choice`.
    pub kind: Spanned<String>,
    /// The values of a choice.
    #[serde(default)]
    pub values: Vec<super::vocabulary::SourceValue>,
    /// The item of the statutory content list that it answers.
    #[serde(default)]
    pub content: Option<Spanned<String>>,
    /// Whether the person sees it.
    #[serde(default)]
    pub person_sees: bool,
}

/// A time limit that runs in a case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRunningLimit {
    /// The limit of the duty.
    pub limit: Spanned<String>,
    /// The step that starts it; left out: the opening of the case.
    #[serde(default)]
    pub starts_by: Option<Spanned<String>>,
    /// The steps that meet it.
    pub met_by: Vec<Spanned<String>>,
    /// Days before (negative) and after the last day on which somebody is reminded.
    #[serde(default)]
    pub reminders: Vec<i32>,
}
