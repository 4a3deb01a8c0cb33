//! `sources.toml`.

use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;
use std::collections::BTreeMap;

/// All sources.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    /// One each.
    pub source: Vec<Spanned<SourceSource>>,
}

/// An act, decree, programme, release.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSource {
    /// `1386/2010`, `seed`.
    pub id: Spanned<String>,
    /// `act`, `decree`, `programme`, …
    pub kind: Spanned<String>,
    /// Its names.
    pub names: Text,
    /// Addresses by language.
    #[serde(default)]
    pub url: BTreeMap<String, String>,
    /// In force from.
    #[serde(default)]
    pub from: Option<Day>,
    /// In force until.
    #[serde(default)]
    pub until: Option<Day>,
    /// The act it amends.
    #[serde(default)]
    pub amends: Option<Spanned<String>>,
    /// Which sections exist: `1-92`, `32 a`.
    #[serde(default)]
    pub sections: Vec<Spanned<String>>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
}
