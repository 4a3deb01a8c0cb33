//! Sources, instruments, practice, changes, questions.

use super::{Cited, Found, Names};
use crate::resolved::{self, ExpectedOutcome, Force, OpenMatters};
use crate::source::Text;
use calendar::{Date, Period};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
pub(super) struct Source<'a> {
    id: &'a str,
    kind: &'a str,
    names: &'a Text,
    url: &'a BTreeMap<String, String>,
    #[serde(flatten)]
    period: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    amends: Option<&'a str>,
    sections: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
pub(super) struct Instrument<'a> {
    title: &'a Text,
    by: &'a str,
    fills: &'a str,
    organ: Found<'a>,
    municipalities: Vec<&'a str>,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    status: &'static str,
    has_power: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
pub(super) struct Practice<'a> {
    organ: &'a str,
    municipalities: Vec<&'a str>,
    duties: Vec<&'a str>,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
pub(super) struct Reorganisation<'a> {
    day: Date,
    title: &'a Text,
    summary: &'a Text,
    basis: Vec<Cited<'a>>,
    moved: Vec<Moved<'a>>,
}

#[derive(Debug, Serialize)]
struct Moved<'a> {
    from_organ: &'a str,
    to_organ: &'a [String],
    duties: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a Text>,
    open_matters: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a Text>,
    basis: Vec<Cited<'a>>,
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
pub(super) struct Cutover<'a> {
    day: Date,
    title: &'a Text,
    basis: Vec<Cited<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Question<'a> {
    id: &'a str,
    story: &'a Text,
    duty: &'a str,
    #[serde(rename = "in")]
    place: &'a str,
    on: Date,
    given: BTreeMap<&'a str, &'a str>,
    expect: Expect<'a>,
    basis: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a Text>,
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    law: Option<u32>,
}

#[derive(Debug, Serialize)]
struct Expect<'a> {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    force: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    beside: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<&'a str>,
}

pub(super) fn source(one: &resolved::Source) -> Source<'_> {
    Source {
        id: &one.id,
        kind: &one.kind,
        names: &one.names,
        url: &one.url,
        period: Period::new(one.from, one.until),
        amends: one.amends.as_deref(),
        sections: &one.sections,
        note: one.note.as_ref(),
    }
}

pub(super) fn instrument<'a>(all: Names<'a>, one: &'a resolved::Instrument) -> Instrument<'a> {
    // An organ that is found by a map has the map's kind, one that is neither found so nor fixed is the municipality.
    let kind = one.puts.map().map_or("municipality", |map| &all.0.territory.maps[usize::from(map)].kind);
    Instrument {
        title: &one.title,
        by: &one.by,
        fills: &all.0.slots[usize::from(one.slot)].id,
        organ: all.found(kind, one.puts),
        municipalities: all.codes(&one.municipalities),
        period: one.period,
        basis: all.cited(&one.basis),
        status: one.status.id(),
        has_power: one.has_power,
        note: one.note.as_ref(),
    }
}

pub(super) fn practice<'a>(all: Names<'a>, one: &'a resolved::Practice) -> Practice<'a> {
    Practice {
        organ: &all.0.organs.at(one.organ).id,
        municipalities: all.codes(&one.municipalities),
        duties: one.duties.iter().map(|duty| all.duty(*duty)).collect(),
        period: one.period,
        basis: all.cited(&one.basis),
        certainty: one.certainty.id(),
        note: one.note.as_ref(),
    }
}

pub(super) fn reorganisation<'a>(all: Names<'a>, one: &'a resolved::Reorganisation) -> Reorganisation<'a> {
    Reorganisation {
        day: one.day,
        title: &one.title,
        summary: &one.summary,
        basis: all.cited(&one.basis),
        moved: one.moves.iter().map(|it| moved(all, it)).collect(),
    }
}

fn moved<'a>(all: Names<'a>, one: &'a resolved::Move) -> Moved<'a> {
    Moved {
        from_organ: &one.from,
        to_organ: &one.to,
        duties: one.duties.iter().map(|duty| all.duty(*duty)).collect(),
        scope: one.scope.as_ref(),
        open_matters: match one.open_matters {
            OpenMatters::Transfer => "transfer",
            OpenMatters::FinishByOld => "finish-by-old",
            OpenMatters::ByStartDay => "by-start-day",
        },
        rule: one.rule.as_ref(),
        basis: all.cited(&one.basis),
        certainty: one.certainty.id(),
        note: one.note.as_ref(),
    }
}

pub(super) fn cutover<'a>(all: Names<'a>, one: &'a resolved::DayOfChange) -> Cutover<'a> {
    Cutover { day: one.day, title: &one.title, basis: all.cited(&one.basis) }
}

pub(super) fn question<'a>(all: Names<'a>, one: &'a resolved::Question) -> Question<'a> {
    Question {
        id: &one.id,
        story: &one.story,
        duty: all.duty(one.duty),
        place: one.municipality.map_or("abroad", |at| all.0.territory.at(at).code.as_str()),
        on: one.on,
        given: one.given.iter().map(|(at, word)| (all.0.words.at(*at).id.as_str(), word.as_str())).collect(),
        expect: Expect {
            outcome: match one.expect.outcome {
                ExpectedOutcome::Answered => "answered",
                ExpectedOutcome::Nobody => "nobody",
                ExpectedOutcome::Undetermined => "undetermined",
            },
            lead: one.expect.lead.as_deref(),
            force: one.expect.force.map(Force::id),
            beside: one.expect.beside.as_deref(),
            ask: one.expect.ask.as_deref(),
        },
        basis: all.cited(&one.basis),
        why: one.why.as_ref(),
        certainty: one.certainty.id(),
        law: one.law,
    }
}
