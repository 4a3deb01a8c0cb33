//! Verbs, attributes, impossible combinations, slots; and a set of situations.

use super::{Cited, Names};
use crate::resolved::{self, Attribute, AttributeKind, Band, Box, ValueSet};
use crate::source::Text;
use calendar::{Date, Length, Period};
use serde::Serialize;
use std::collections::BTreeMap;

/// Per attribute the accepted values; an attribute that is left out accepts all.
pub(super) type Situation<'a> = BTreeMap<&'a str, Vec<Accepted<'a>>>;

/// An accepted value, or a stretch of years of age.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Accepted<'a> {
    Value(&'a str),
    Years {
        from: usize,
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<usize>,
    },
}

#[derive(Debug, Serialize)]
pub(super) struct Vocabulary<'a> {
    verbs: Vec<Verb<'a>>,
    attributes: Vec<Asked<'a>>,
    impossible: Vec<Impossible<'a>>,
    slots: Vec<Slot<'a>>,
}

#[derive(Debug, Serialize)]
struct Verb<'a> {
    id: &'a str,
    third: &'a Text,
    rank: u8,
}

#[derive(Debug, Serialize)]
struct Asked<'a> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<&'a str>,
    title: &'a Text,
    question: &'a Text,
    why: &'a Text,
    ask_order: u8,
    values: Vec<Value<'a>>,
    groups: BTreeMap<&'a str, Vec<Accepted<'a>>>,
}

#[derive(Debug, Serialize)]
struct Value<'a> {
    id: &'a str,
    title: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<Banded>,
}

#[derive(Debug, Serialize)]
struct Banded {
    none: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<Length>,
    #[serde(skip_serializing_if = "Option::is_none")]
    during: Option<Length>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Date>,
}

#[derive(Debug, Serialize)]
struct Impossible<'a> {
    when: Vec<Situation<'a>>,
    why: &'a Text,
}

#[derive(Debug, Serialize)]
struct Slot<'a> {
    id: &'a str,
    title: &'a Text,
    default: &'a [String],
    may_fill: &'a [String],
    decided_by: &'a [String],
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
}

pub(super) fn vocabulary(all: Names<'_>) -> Vocabulary<'_> {
    let words = &all.0.words;
    Vocabulary {
        verbs: words.verbs.iter().map(|one| Verb { id: &one.id, third: &one.third, rank: one.rank }).collect(),
        attributes: words.attributes.iter().map(asked).collect(),
        impossible: words
            .impossible
            .iter()
            .map(|one| Impossible { when: all.situations(&one.boxes), why: &one.why })
            .collect(),
        slots: all.0.slots.iter().map(|one| slot(all, one)).collect(),
    }
}

fn asked(attribute: &Attribute) -> Asked<'_> {
    let (kind, map) = match &attribute.kind {
        AttributeKind::Choice => ("choice", None),
        AttributeKind::Age => ("age", None),
        AttributeKind::Day(_) => ("day", None),
        AttributeKind::Territory(map) => ("territory", Some(map.as_str())),
    };
    Asked {
        id: &attribute.id,
        kind,
        map,
        title: &attribute.title,
        question: &attribute.question,
        why: &attribute.why,
        ask_order: attribute.ask_order,
        values: values(attribute),
        groups: attribute.groups.iter().map(|(name, set)| (name.as_str(), accepted(attribute, *set))).collect(),
    }
}

/// The values, none for an age: its values are the years.
fn values(attribute: &Attribute) -> Vec<Value<'_>> {
    let bands: &[Band] = match &attribute.kind {
        AttributeKind::Age => return Vec::new(),
        AttributeKind::Day(bands) => bands,
        _ => &[],
    };
    attribute
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| Value {
            id: &value.id,
            title: &value.title,
            band: bands.get(at).map(|band| Banded {
                none: band.none,
                within: band.within,
                during: band.during,
                before: band.before,
            }),
        })
        .collect()
}

pub(super) fn situation<'a>(all: Names<'a>, one: &Box) -> Situation<'a> {
    one.parts
        .iter()
        .map(|(attribute, set)| {
            let attribute = all.0.words.at(*attribute);
            (attribute.id.as_str(), accepted(attribute, *set))
        })
        .collect()
}

fn accepted(attribute: &Attribute, set: ValueSet) -> Vec<Accepted<'_>> {
    let count = attribute.values.len();
    let holds = |value: usize| value < count && set >> value & 1 == 1;
    if attribute.kind != AttributeKind::Age {
        return (0..count).filter(|at| holds(*at)).map(|at| Accepted::Value(&attribute.values[at].id)).collect();
    }
    let mut stretches = Vec::new();
    for from in (0..count).filter(|year| holds(*year) && !(*year > 0 && holds(year - 1))) {
        let until = (from..=count).find(|year| !holds(*year)).filter(|year| *year < count);
        stretches.push(Accepted::Years { from, until });
    }
    stretches
}

fn slot<'a>(all: Names<'a>, one: &'a resolved::Slot) -> Slot<'a> {
    Slot {
        id: &one.id,
        title: &one.title,
        default: &one.default,
        may_fill: &one.may_fill,
        decided_by: &one.decided_by,
        period: one.period,
        basis: all.cited(&one.basis),
    }
}
