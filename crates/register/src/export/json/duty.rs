//! A duty with everything in it.

use super::words::Situation;
use super::{Cited, Found, Names};
use crate::resolved::{self, Role};
use crate::source::Text;
use calendar::{Length, Period, Rule};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Debug, Serialize)]
pub(super) struct Duty<'a> {
    id: &'a str,
    level: &'static str,
    title: &'a Text,
    summary: &'a Text,
    search: BTreeMap<&'static str, &'a [String]>,
    atoms: &'a [String],
    subject: &'static str,
    verb: &'a str,
    lead: Vec<Clause<'a>>,
    nobody: Vec<Clause<'a>>,
    beside: Vec<Clause<'a>>,
    notes: Vec<Note<'a>>,
    limits: Vec<Limit<'a>>,
    contents: Vec<Item<'a>>,
    results: Vec<Item<'a>>,
    retention: Vec<Limit<'a>>,
    amounts: Vec<Amount<'a>>,
}

#[derive(Debug, Serialize)]
struct Clause<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organ: Option<Found<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<&'a str>,
    also: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    force: Option<&'static str>,
    #[serde(flatten)]
    period: Period,
    when: Vec<Situation<'a>>,
    unless: Vec<Situation<'a>>,
    basis: Vec<Cited<'a>>,
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    provided: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
struct Note<'a> {
    kind: &'a str,
    text: &'a Text,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
}

#[derive(Debug, Serialize)]
struct Limit<'a> {
    id: &'a str,
    title: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<Length>,
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<Rule>,
    when: Vec<Situation<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provided: Option<&'a Text>,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
struct Item<'a> {
    id: &'a str,
    title: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
struct Amount<'a> {
    id: &'a str,
    title: &'a Text,
    euro: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a Text>,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

pub(super) fn duty<'a>(all: Names<'a>, one: &'a resolved::Duty) -> Duty<'a> {
    let of_role = |role: Role| one.lead.iter().chain(&one.beside).filter(move |clause| clause.role == role);
    let clauses = |role: Role| of_role(role).map(|it| clause(all, it)).collect();
    Duty {
        id: &one.id,
        level: one.level.id(),
        title: &one.title,
        summary: &one.summary,
        search: BTreeMap::from([
            ("sv", one.search.sv.as_slice()),
            ("fi", one.search.fi.as_slice()),
            ("en", one.search.en.as_slice()),
        ]),
        atoms: &one.atoms,
        subject: one.subject.id(),
        verb: all.verb(one.verb),
        lead: clauses(Role::Lead),
        nobody: clauses(Role::Nobody),
        beside: clauses(Role::Beside),
        notes: one
            .notes
            .iter()
            .map(|it| Note { kind: &it.kind, text: &it.text, period: it.period, basis: all.cited(&it.basis) })
            .collect(),
        limits: one.limits.iter().map(|it| limit(all, it)).collect(),
        contents: one.contents.iter().map(|it| item(all, it)).collect(),
        results: one.results.iter().map(|it| item(all, it)).collect(),
        retention: one.retention.iter().map(|it| limit(all, it)).collect(),
        amounts: one.amounts.iter().map(|it| amount(all, it)).collect(),
    }
}

/// A declared gap has no organ, and so nothing that an organ does.
fn clause<'a>(all: Names<'a>, one: &'a resolved::Clause) -> Clause<'a> {
    let bearer = one.bearer.as_ref();
    Clause {
        id: &one.id,
        organ: bearer.map(|bearer| all.found(&bearer.kind, all.0.resolvers[usize::from(bearer.resolver)])),
        verb: bearer.map(|_| all.verb(one.verb)),
        also: if bearer.is_some() { one.also.iter().map(|verb| all.verb(*verb)).collect() } else { Vec::new() },
        force: bearer.map(|_| one.force.id()),
        period: one.period,
        when: all.situations(&one.when),
        unless: all.situations(&one.unless),
        basis: all.cited(&one.basis),
        certainty: one.certainty.id(),
        provided: one.provided.as_ref(),
        why: one.why.as_ref(),
        note: one.note.as_ref(),
    }
}

fn limit<'a>(all: Names<'a>, one: &'a resolved::Limit) -> Limit<'a> {
    // One box without a condition means everyone, which an empty list says too.
    let always = one.boxes.iter().any(|it| it.parts.is_empty());
    Limit {
        id: &one.id,
        title: &one.title,
        budget: one.budget,
        starts: one.starts.as_ref(),
        rule: one.rule,
        when: if always { Vec::new() } else { all.situations(&one.boxes) },
        provided: one.provided.as_ref(),
        period: one.period,
        basis: all.cited(&one.basis),
        note: one.note.as_ref(),
    }
}

fn item<'a>(all: Names<'a>, one: &'a resolved::Item) -> Item<'a> {
    Item {
        id: &one.id,
        title: &one.title,
        required: one.required,
        period: one.period,
        basis: all.cited(&one.basis),
        note: one.note.as_ref(),
    }
}

fn amount<'a>(all: Names<'a>, one: &'a resolved::Amount) -> Amount<'a> {
    Amount {
        id: &one.id,
        title: &one.title,
        euro: one.euro,
        unit: one.unit.as_ref(),
        period: one.period,
        basis: all.cited(&one.basis),
        note: one.note.as_ref(),
    }
}
