//! `organs/<level>.toml`: kinds, organs and what is between them.

use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;

/// A file of organs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrgansFile {
    /// Kinds of authority.
    #[serde(default)]
    pub kind: Vec<Spanned<SourceKind>>,
    /// Organs.
    #[serde(default)]
    pub organ: Vec<Spanned<SourceOrgan>>,
    /// Who steers, supervises and advises whom.
    #[serde(default)]
    pub relation: Vec<Spanned<SourceRelation>>,
}

/// A kind of authority.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceKind {
    /// Its word.
    pub id: Spanned<String>,
    /// Its names.
    pub names: Text,
    /// Names for a narrow line.
    #[serde(default)]
    pub short: Option<Text>,
    /// The map by which a municipality finds its organ of this kind.
    #[serde(default)]
    pub map: Option<Spanned<String>>,
    /// `state`, `regional`, `local`, `person`.
    pub level: Spanned<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// What came after it.
    #[serde(default)]
    pub succeeded_by: Vec<Spanned<String>>,
    /// Why nothing came after it.
    #[serde(default)]
    pub ended: Option<Text>,
    /// Why nobody steers it.
    #[serde(default)]
    pub independent: Option<Text>,
    /// Why a translation is missing, or how sure it is.
    #[serde(default)]
    pub names_note: Option<Text>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// An organ.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceOrgan {
    /// `kind:area`, or the kind alone.
    pub id: Spanned<String>,
    /// Its names.
    pub names: Text,
    /// Names for a narrow line.
    #[serde(default)]
    pub short: Option<Text>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// What came after it.
    #[serde(default)]
    pub succeeded_by: Vec<Spanned<String>>,
    /// Why nothing came after it.
    #[serde(default)]
    pub ended: Option<Text>,
    /// Why nobody steers it.
    #[serde(default)]
    pub independent: Option<Text>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
    /// Why a translation is missing, or how sure it is.
    #[serde(default)]
    pub names_note: Option<Text>,
    /// Shown with it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// What is between two organs, or between the organs of two kinds that share a municipality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRelation {
    /// `steer`, `supervise`, `advise`, `appeal`, …
    pub verb: Spanned<String>,
    /// Who does it.
    pub from_organ: Spanned<String>,
    /// The map by which the doer is found.
    #[serde(default)]
    pub by: Option<Spanned<String>>,
    /// To whom.
    pub to_organ: Spanned<String>,
    /// In what.
    #[serde(default)]
    pub matter: Option<Text>,
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
