//! `instruments/<organ>/<day>-<what>.toml`.

use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;

/// A local, dated act that fills a slot, or a practice that is shown beside the law.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceInstrument {
    /// Its name.
    #[serde(default)]
    pub title: Text,
    /// Whose act it is.
    #[serde(default)]
    pub by: Option<Spanned<String>>,
    /// The slot it fills.
    #[serde(default)]
    pub fills: Option<Spanned<String>>,
    /// The organ or kind it puts there.
    #[serde(default)]
    pub organ: Option<Spanned<String>>,
    /// For which municipalities.
    #[serde(default)]
    pub municipalities: Vec<Spanned<String>>,
    /// For which regions.
    #[serde(default)]
    pub regions: Vec<Spanned<String>>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// `verified`, `unconfirmed`, `eliminated`.
    #[serde(default)]
    pub status: Option<Spanned<String>>,
    /// Where it was read.
    #[serde(default)]
    pub source: Option<String>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Who carried a duty out in practice.
    #[serde(default)]
    pub practice: Vec<Spanned<SourcePractice>>,
}

/// An organ that carries a duty out for the one that leads.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcePractice {
    /// Marks the row for a reader; always true.
    #[serde(default)]
    pub carries_out: Option<bool>,
    /// Whose arrangement it is.
    #[serde(default)]
    pub by: Option<Spanned<String>>,
    /// Who carries out.
    pub organ: Spanned<String>,
    /// Where.
    pub municipalities: Vec<Spanned<String>>,
    /// Which duties.
    pub duties: Vec<Spanned<String>>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
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
