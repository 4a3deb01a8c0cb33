//! `reorganisations/<day>.toml` and `reorganisations/cutovers.toml`.

use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;

/// A day on which organs or duties moved.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceReorganisation {
    /// The day.
    pub day: Day,
    /// Its name.
    pub title: Text,
    /// What happened.
    #[serde(default)]
    pub summary: Text,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// What became what.
    #[serde(default)]
    pub moved: Vec<Spanned<SourceMove>>,
    /// Smaller changes of the same day.
    #[serde(default)]
    pub cutover: Vec<Spanned<Cutover>>,
}

/// What became what.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceMove {
    /// The organ or kind that had it.
    pub from_organ: Spanned<String>,
    /// The organs or kinds that have it now.
    #[serde(default)]
    pub to_organ: Vec<Spanned<String>>,
    /// The duties that moved.
    #[serde(default)]
    pub duties: Vec<Spanned<String>>,
    /// In words.
    #[serde(default)]
    pub scope: Option<Text>,
    /// `transfer`, `finish-by-old`, `by-start-day`.
    pub open_matters: Spanned<String>,
    /// That rule in words.
    #[serde(default)]
    pub rule: Option<Text>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// `verified`, `inferred`, `seed`.
    #[serde(default)]
    pub certainty: Option<Spanned<String>>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// A day on which the law changed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cutover {
    /// The day, when it is not the file's.
    #[serde(default)]
    pub day: Option<Day>,
    /// What changed.
    pub title: Text,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
}

/// The list of smaller changes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CutoversFile {
    /// One each.
    #[serde(default)]
    pub cutover: Vec<Spanned<Cutover>>,
}
