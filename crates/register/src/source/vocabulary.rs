//! `vocabulary.toml`: verbs, attributes, impossible combinations, slots.

use super::condition::AnyOf;
use super::text::{Day, Text};
use serde::Deserialize;
use serde_spanned::Spanned;
use std::collections::BTreeMap;

/// The words of a register.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// First day the register answers for.
    pub begins: Day,
    /// The country, for headings.
    #[serde(default)]
    pub country: Text,
    /// Ways of bearing a duty.
    pub verb: BTreeMap<String, SourceVerb>,
    /// What may be asked about a situation.
    pub attribute: BTreeMap<String, Spanned<SourceAttribute>>,
    /// Combinations that cannot be.
    #[serde(default)]
    pub impossible: Vec<Spanned<SourceImpossible>>,
    /// Slots that local instruments may fill.
    #[serde(default)]
    pub slot: BTreeMap<String, Spanned<SourceSlot>>,
}

/// A verb.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceVerb {
    /// The verb behind the organ's name.
    pub third: Text,
    /// Strongest first.
    pub rank: u8,
}

/// An attribute of a situation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceAttribute {
    /// `choice`, `age`, `day`, `territory`.
    pub kind: Spanned<String>,
    /// Its name.
    pub title: Text,
    /// What is asked.
    pub question: Text,
    /// Why it is asked.
    pub why: Text,
    /// The smaller, the earlier among equally useful questions.
    pub ask_order: u8,
    /// The map of a territory attribute.
    #[serde(default)]
    pub map: Option<String>,
    /// Named groups of values.
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<Spanned<String>>>,
    /// Values of a choice or territory.
    #[serde(default)]
    pub value: Vec<SourceValue>,
    /// Bands of a day.
    #[serde(default)]
    pub band: Vec<Spanned<SourceBand>>,
}

/// A value of an attribute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceValue {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
}

/// A band of a day attribute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceBand {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// There is no such day.
    #[serde(default)]
    pub none: bool,
    /// At most that time has passed.
    #[serde(default)]
    pub within: Option<Spanned<String>>,
    /// A time of that length, which begins with the day itself, has not run out.
    #[serde(default)]
    pub during: Option<Spanned<String>>,
    /// The day lies before this one.
    #[serde(default)]
    pub before: Option<Day>,
}

/// A combination that cannot be.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceImpossible {
    /// The combination.
    pub when: AnyOf,
    /// Why not.
    pub why: Text,
}

/// A slot.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSlot {
    /// Its name.
    pub title: Text,
    /// The kinds that the law itself names there.
    pub default: Vec<String>,
    /// The kinds that may be put there.
    pub may_fill: Vec<String>,
    /// The organs whose instrument counts; `itself`: the organ that gives its own duty away.
    pub decided_by: Vec<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<Day>,
    /// First day after.
    #[serde(default)]
    pub until: Option<Day>,
    /// Citations.
    #[serde(default)]
    pub basis: Vec<Spanned<String>>,
}
