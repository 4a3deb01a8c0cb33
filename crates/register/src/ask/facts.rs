//! What is known about a situation.

use super::lookup::Refusal;
use crate::Register;
use crate::compiled::Known;
use crate::fault::nearest;
use crate::resolved::{AttributeIndex, AttributeKind, MAX_ATTRIBUTES, MunicipalityIndex, ValueSet, Words};
use calendar::Date;

/// A known fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// This value.
    Value(u8),
    /// It happened on this day.
    Day(Date),
    /// Somebody was asked and does not know.
    Unknown,
}

/// Known facts, at most one per attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    given: Vec<(AttributeIndex, Given)>,
}

impl Facts {
    /// Nothing is known.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds or replaces a fact.
    pub fn set(&mut self, attribute: AttributeIndex, given: Given) {
        self.given.retain(|(at, _)| *at != attribute);
        self.given.push((attribute, given));
        self.given.sort_unstable_by_key(|(at, _)| *at);
    }

    /// The same without one attribute.
    #[must_use]
    pub fn without(&self, attribute: AttributeIndex) -> Self {
        Self { given: self.given.iter().copied().filter(|(at, _)| *at != attribute).collect() }
    }

    /// The fact about an attribute.
    pub fn get(&self, attribute: AttributeIndex) -> Option<Given> {
        self.given.iter().find(|(at, _)| *at == attribute).map(|(_, given)| *given)
    }

    /// All facts, in the order in which they are asked.
    pub fn iter(&self) -> impl Iterator<Item = (AttributeIndex, Given)> + '_ {
        self.given.iter().copied()
    }

    /// The value of an attribute on a day, if it is known.
    pub fn value(&self, attribute: AttributeIndex, on: Date, words: &Words) -> Option<u8> {
        match self.get(attribute)? {
            Given::Value(value) => Some(value),
            Given::Day(day) => words.at(attribute).band(Some(day), on),
            Given::Unknown => None,
        }
    }
}

impl Register {
    /// Reads facts as people write them: attribute and value. An age is a number of years, a day is written 2025-01-01 or
    /// as one of the attribute's bands, `unknown` says that it was asked and is not known.
    ///
    /// # Errors
    /// [`Refusal::UnknownAttribute`], [`Refusal::UnknownValue`], [`Refusal::GivenTwice`].
    pub fn facts<'a>(&self, given: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Facts, Refusal> {
        let mut facts = Facts::none();
        for (name, value) in given {
            let (attribute, fact) = self.fact(name, value)?;
            if facts.get(attribute).is_some_and(|earlier| earlier != fact) {
                return Err(Refusal::GivenTwice { attribute });
            }
            facts.set(attribute, fact);
        }
        Ok(facts)
    }

    /// Reads one fact.
    ///
    /// # Errors
    /// [`Refusal::UnknownAttribute`], [`Refusal::UnknownValue`].
    pub fn fact(&self, name: &str, value: &str) -> Result<(AttributeIndex, Given), Refusal> {
        let words = &self.resolved.words;
        let asked = || words.attributes.iter().filter(|attribute| attribute.is_asked());
        let Some((index, attribute)) = words.attribute(name).filter(|(_, attribute)| attribute.is_asked()) else {
            return Err(Refusal::UnknownAttribute {
                word: name.to_owned(),
                near: nearest(name, asked().map(|attribute| attribute.id.as_str())).map(str::to_owned),
            });
        };
        let value = value.trim();
        if value == "unknown" {
            return Ok((index, Given::Unknown));
        }
        if let Some(found) = attribute.value(value) {
            return Ok((index, Given::Value(found)));
        }
        if let (AttributeKind::Day(_), Ok(day)) = (&attribute.kind, value.parse::<Date>()) {
            return Ok((index, Given::Day(day)));
        }
        Err(Refusal::UnknownValue {
            attribute: index,
            word: value.to_owned(),
            near: nearest(value, attribute.values.iter().map(|value| value.id.as_str())).map(str::to_owned),
        })
    }

    /// The values that are still possible for each attribute, on a day, in a municipality.
    pub(crate) fn known(&self, municipality: Option<MunicipalityIndex>, on: Date, facts: &Facts) -> Known {
        let words = &self.resolved.words;
        let mut known: Known = [ValueSet::MAX; MAX_ATTRIBUTES];
        for (attribute, slot) in words.attributes.iter().zip(known.iter_mut()) {
            *slot = attribute.all();
        }
        for (attribute, _) in facts.iter() {
            if let Some(value) = facts.value(attribute, on, words) {
                known[usize::from(attribute)] = 1 << value;
            }
        }
        for (attribute, map) in &self.compiled.territorial {
            let value = municipality
                .and_then(|municipality| self.resolved.territory.maps[usize::from(*map)].target(municipality, on));
            if let Some(value) = value {
                known[usize::from(*attribute)] = 1 << value;
            }
        }
        if let Some((place, attribute)) = words.attribute("place")
            && facts.get(place).is_none()
            && let Some(value) = attribute.value(if municipality.is_some() { "finland" } else { "abroad" })
        {
            known[usize::from(place)] = 1 << value;
        }
        known
    }
}
