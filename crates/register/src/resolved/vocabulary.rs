//! Verbs, attributes with their finite sets of values, impossible combinations.

use super::clause::{self, Box};
use crate::fault::{Fault, Place};
use crate::source::{Parsed, SourceAttribute, Text, Vocabulary};
use calendar::{Date, Length};
use serde_spanned::Spanned;
use std::collections::BTreeMap;

/// Most attributes that a register may have.
pub const MAX_ATTRIBUTES: usize = 32;
/// Whole years from 0 to this less one.
pub const YEARS: u8 = 120;

/// A set of values of one attribute: bit *v* stands for value *v*. Never more than 128 values.
pub type ValueSet = u128;
/// An attribute by its place in [`Words::attributes`].
pub type AttributeIndex = u8;
/// A verb by its place in [`Words::verbs`].
pub type VerbIndex = u8;

/// Verbs, attributes and impossible combinations.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Ways of bearing a duty.
    pub verbs: Vec<Verb>,
    /// What may be asked about a situation, in the order in which it is asked.
    pub attributes: Vec<Attribute>,
    /// What cannot be.
    pub impossible: Vec<Impossible>,
}

/// A verb.
#[derive(Debug, Clone)]
pub struct Verb {
    /// Its word.
    pub id: String,
    /// The verb behind the organ's name.
    pub third: Text,
    /// Strongest first.
    pub rank: u8,
}

/// An attribute.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Its word.
    pub id: String,
    /// What kind of values it has.
    pub kind: AttributeKind,
    /// Its name.
    pub title: Text,
    /// What is asked.
    pub question: Text,
    /// Why it is asked.
    pub why: Text,
    /// The smaller, the earlier among equally useful questions.
    pub ask_order: u8,
    /// Its values; for an age the years themselves.
    pub values: Vec<Value>,
    /// Named groups.
    pub groups: BTreeMap<String, ValueSet>,
}

/// What kind of values an attribute has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeKind {
    /// One of a few.
    Choice,
    /// Whole years.
    Age,
    /// A day that falls into one of these bands, in the order of the values.
    Day(Vec<Band>),
    /// Follows from the municipality by this map.
    Territory(String),
}

/// A band of a day attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// There is no such day.
    pub none: bool,
    /// At most that time has passed.
    pub within: Option<Length>,
    /// A time of that length, which begins with the day itself, has not run out.
    pub during: Option<Length>,
    /// The day lies before this one.
    pub before: Option<Date>,
}

impl Band {
    /// The first day on which `day` no longer falls into this band for the time that has passed.
    pub(crate) fn first_day_out(&self, day: Date) -> Option<Date> {
        let within = self.within.and_then(|length| length.after(day).ok()?.tomorrow().ok());
        let during = self.during.and_then(|length| {
            let same_day = length.after(day).ok()?;
            // Where the last month has no such day, the time lasts through the end of that month.
            let clipped = day.yesterday().is_ok_and(|before| length.after(before) == Ok(same_day));
            if clipped { same_day.tomorrow().ok() } else { Some(same_day) }
        });
        within.into_iter().chain(during).min()
    }
}

/// A value.
#[derive(Debug, Clone)]
pub struct Value {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
}

/// A combination that cannot be.
#[derive(Debug, Clone)]
pub struct Impossible {
    /// The combinations.
    pub boxes: Vec<Box>,
    /// Why not.
    pub why: Text,
    /// Where it stands.
    pub place: Place,
}

impl Attribute {
    /// All its values.
    pub fn all(&self) -> ValueSet {
        all_of(self.values.len())
    }

    /// The value of that word.
    pub fn value(&self, word: &str) -> Option<u8> {
        self.values.iter().position(|value| value.id == word).and_then(|at| u8::try_from(at).ok())
    }

    /// Whether it is asked of a person (and does not follow from the municipality).
    pub fn is_asked(&self) -> bool {
        !matches!(self.kind, AttributeKind::Territory(_))
    }

    /// The band into which `day` falls when asked about `on`; `None` for "there is no such day".
    pub fn band(&self, day: Option<Date>, on: Date) -> Option<u8> {
        let AttributeKind::Day(bands) = &self.kind else { return None };
        // A day that has not come yet has not happened.
        let day = day.filter(|day| *day <= on);
        let holds = |band: &Band| match day {
            None => band.none,
            Some(_) if band.none => false,
            Some(day) => {
                band.before.is_none_or(|before| day < before) && band.first_day_out(day).is_none_or(|out| on < out)
            }
        };
        bands.iter().position(holds).and_then(|at| u8::try_from(at).ok())
    }
}

/// The set of the first `count` values.
pub(crate) fn all_of(count: usize) -> ValueSet {
    if count >= 128 { ValueSet::MAX } else { (1 << count) - 1 }
}

impl Words {
    /// The attribute of that word.
    pub fn attribute(&self, word: &str) -> Option<(AttributeIndex, &Attribute)> {
        let at = self.attributes.iter().position(|attribute| attribute.id == word)?;
        Some((u8::try_from(at).ok()?, &self.attributes[at]))
    }

    /// The attribute at an index.
    pub fn at(&self, index: AttributeIndex) -> &Attribute {
        &self.attributes[usize::from(index)]
    }

    /// The verb of that word.
    pub fn verb(&self, word: &str) -> Option<VerbIndex> {
        self.verbs.iter().position(|verb| verb.id == word).and_then(|at| u8::try_from(at).ok())
    }
}

/// Resolves the vocabulary.
pub(super) fn resolve(parsed: &Parsed<Vocabulary>, faults: &mut Vec<Fault>) -> Words {
    let written = &parsed.content;
    let verbs = written
        .verb
        .iter()
        .map(|(id, verb)| Verb { id: id.clone(), third: verb.third.clone(), rank: verb.rank })
        .collect();
    let mut attributes: Vec<Attribute> = written
        .attribute
        .iter()
        .map(|(id, spanned)| attribute(parsed, id, spanned.get_ref(), spanned.span(), faults))
        .collect();
    attributes.sort_by(|left, right| (left.ask_order, &left.id).cmp(&(right.ask_order, &right.id)));
    if attributes.len() > MAX_ATTRIBUTES {
        faults.push(
            Fault::error("too-many", format!("{} attributes; at most {MAX_ATTRIBUTES} can be used", attributes.len()))
                .at(Place::file(&parsed.file.path)),
        );
        attributes.truncate(MAX_ATTRIBUTES);
    }
    let mut words = Words { verbs, attributes, impossible: Vec::new() };
    for spanned in &written.impossible {
        let boxes = clause::boxes(&parsed.file, Some(&spanned.get_ref().when), None, &words, faults);
        words.impossible.push(Impossible {
            boxes,
            why: spanned.get_ref().why.clone(),
            place: parsed.place(spanned.span()),
        });
    }
    words
}

fn attribute(
    parsed: &Parsed<Vocabulary>,
    id: &str,
    written: &SourceAttribute,
    span: std::ops::Range<usize>,
    faults: &mut Vec<Fault>,
) -> Attribute {
    let listed =
        || written.value.iter().map(|value| Value { id: value.id.clone(), title: value.title.clone() }).collect();
    let (kind, values): (_, Vec<Value>) = match written.kind.get_ref().as_str() {
        "choice" => (AttributeKind::Choice, listed()),
        "territory" => (AttributeKind::Territory(written.map.clone().unwrap_or_default()), listed()),
        "age" => {
            let years = (0..YEARS).map(|year| Value { id: year.to_string(), title: Text::same(&year.to_string()) });
            (AttributeKind::Age, years.collect())
        }
        "day" => {
            let mut bands = Vec::new();
            let mut values = Vec::new();
            for spanned in &written.band {
                let band = spanned.get_ref();
                let mut length = |written: &Option<Spanned<String>>| {
                    let written = written.as_ref()?;
                    match written.get_ref().parse::<Length>() {
                        Ok(length) => Some(length),
                        Err(error) => {
                            let place = parsed.place(written.span());
                            faults.push(Fault::error("unknown-word", error.to_string()).at(place));
                            None
                        }
                    }
                };
                let (within, during) = (length(&band.within), length(&band.during));
                bands.push(Band { none: band.none, within, during, before: band.before.map(|day| day.0) });
                values.push(Value { id: band.id.clone(), title: band.title.clone() });
            }
            (AttributeKind::Day(bands), values)
        }
        other => {
            faults.push(
                Fault::error("unknown-word", format!("`{other}` is no kind of attribute"))
                    .at(parsed.place(written.kind.span()))
                    .help("the kinds are `choice`, `age`, `day` and `territory`"),
            );
            (AttributeKind::Choice, listed())
        }
    };
    if values.is_empty() {
        faults.push(Fault::error("empty-attribute", format!("attribute `{id}` has no values")).at(parsed.place(span)));
    }
    let mut made = Attribute {
        id: id.to_owned(),
        kind,
        title: written.title.clone(),
        question: written.question.clone(),
        why: written.why.clone(),
        ask_order: written.ask_order,
        values,
        groups: BTreeMap::new(),
    };
    for (name, members) in &written.groups {
        let mut set = 0;
        for member in members {
            match made.value(member.get_ref()) {
                Some(value) => set |= 1 << value,
                None => faults.push(clause::unknown_value(&made, member.get_ref(), parsed.place(member.span()))),
            }
        }
        made.groups.insert(name.clone(), set);
    }
    made
}
