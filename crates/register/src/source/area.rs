//! `areas/<map>.toml` and `areas/regions.toml`.

use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;

/// A map: which organ of a kind a municipality belongs to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceMap {
    /// The kind of its organs; `territory` for a map of values.
    pub kind: Spanned<String>,
    /// What the map is for.
    pub title: Text,
    /// Its areas.
    #[serde(default)]
    pub area: Vec<Spanned<SourceArea>>,
}

/// An area of a map.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceArea {
    /// The organ whose area it is.
    #[serde(default)]
    pub organ: Option<Spanned<String>>,
    /// Or, in a map of territories, the value.
    #[serde(default)]
    pub value: Option<Spanned<String>>,
    /// Whole regions.
    #[serde(default)]
    pub regions: Vec<Spanned<String>>,
    /// Single municipalities.
    #[serde(default)]
    pub municipalities: Vec<Spanned<String>>,
    /// Municipalities of those regions that do not belong.
    #[serde(default)]
    pub without: Vec<Spanned<String>>,
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
    /// Where it was read, when not in an act.
    #[serde(default)]
    pub source: Option<String>,
    /// How sure it is.
    #[serde(default)]
    pub note: Option<Text>,
}

/// The regions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRegions {
    /// One each.
    pub region: Vec<SourceRegion>,
}

/// A region, or another named set of municipalities.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRegion {
    /// Its code, or a word.
    pub code: String,
    /// Its names.
    pub names: Text,
    /// Its municipalities, where it is not a region of `municipalities.csv`.
    #[serde(default)]
    pub municipalities: Vec<Spanned<String>>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
}
