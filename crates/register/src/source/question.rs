//! `questions/<topic>.toml`.

use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;
use std::collections::BTreeMap;

/// A file of questions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionsFile {
    /// One each.
    #[serde(default)]
    pub question: Vec<Spanned<SourceQuestion>>,
}

/// A situation with the answer that the law gives.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceQuestion {
    /// Its name.
    pub id: Spanned<String>,
    /// The situation as one would tell it.
    pub story: Text,
    /// The duty asked about.
    pub duty: Spanned<String>,
    /// Municipality code, or `abroad`.
    #[serde(rename = "in")]
    pub place: Spanned<String>,
    /// The day.
    pub on: Day,
    /// The known facts.
    #[serde(default)]
    pub given: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    /// The answer.
    pub expect: Spanned<Expected>,
    /// Citations that must be among those of the answer.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// The law's reasoning in words.
    #[serde(default)]
    pub why: Option<Text>,
    /// `verified` or `inferred`.
    #[serde(default)]
    pub status: Option<Spanned<String>>,
    /// Number in the list of law questions, if it comes from there.
    #[serde(default)]
    pub law: Option<u32>,
}

/// What the register must answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// `answered`, `nobody`, `undetermined`.
    pub outcome: Spanned<String>,
    /// The leading organ.
    #[serde(default)]
    pub lead: Option<Spanned<String>>,
    /// `must` or `may`.
    #[serde(default)]
    pub force: Option<Spanned<String>>,
    /// All organs beside, in any order.
    #[serde(default)]
    pub beside: Option<Vec<Spanned<String>>>,
    /// The attribute to be asked next.
    #[serde(default)]
    pub ask: Option<Spanned<String>>,
}
