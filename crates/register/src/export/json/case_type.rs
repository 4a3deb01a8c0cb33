//! Case types with their versions.

use super::{Cited, Names};
use crate::resolved::{self, FieldKind, Taker};
use crate::source::Text;
use calendar::Period;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct CaseType<'a> {
    id: &'a str,
    title: &'a Text,
    duty: &'a str,
    keeper: &'a str,
    opened_outside: bool,
    secluded: bool,
    supervises: bool,
    versions: Vec<Version<'a>>,
}

#[derive(Debug, Serialize)]
struct Version<'a> {
    id: &'a str,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    statuses: Vec<Status<'a>>,
    steps: Vec<Step<'a>>,
    results: Vec<Ending<'a>>,
    fields: Vec<Field<'a>>,
    limits: Vec<Running<'a>>,
}

#[derive(Debug, Serialize)]
struct Status<'a> {
    id: &'a str,
    title: &'a Text,
    person: &'a Text,
    start: bool,
    end: bool,
}

#[derive(Debug, Serialize)]
struct Step<'a> {
    id: &'a str,
    title: &'a Text,
    from: &'a [String],
    to: &'a str,
    by: Vec<&'static str>,
    functions: &'a [String],
    needs: &'a [String],
    decides: bool,
    results: &'a [String],
}

#[derive(Debug, Serialize)]
struct Ending<'a> {
    id: &'a str,
    title: &'a Text,
    retention: &'a str,
    basis: Vec<Cited<'a>>,
}

#[derive(Debug, Serialize)]
struct Field<'a> {
    id: &'a str,
    title: &'a Text,
    kind: &'static str,
    values: Vec<Value<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<&'a str>,
    person_sees: bool,
}

#[derive(Debug, Serialize)]
struct Value<'a> {
    id: &'a str,
    title: &'a Text,
}

#[derive(Debug, Serialize)]
struct Running<'a> {
    limit: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    starts_by: Option<&'a str>,
    met_by: &'a [String],
    reminders: &'a [i32],
}

pub(super) fn case_type<'a>(all: Names<'a>, one: &'a resolved::CaseType) -> CaseType<'a> {
    CaseType {
        id: &one.id,
        title: &one.title,
        duty: all.duty(one.duty),
        keeper: &one.keeper,
        opened_outside: one.opened_outside,
        secluded: one.secluded,
        supervises: one.supervises,
        versions: one.versions.iter().map(|it| version(all, it)).collect(),
    }
}

fn version<'a>(all: Names<'a>, one: &'a resolved::Version) -> Version<'a> {
    Version {
        id: &one.id,
        period: one.period,
        basis: all.cited(&one.basis),
        statuses: one
            .statuses
            .iter()
            .map(|it| Status { id: &it.id, title: &it.title, person: &it.person, start: it.start, end: it.end })
            .collect(),
        steps: one.steps.iter().map(step).collect(),
        results: one
            .results
            .iter()
            .map(|it| Ending { id: &it.id, title: &it.title, retention: &it.retention, basis: all.cited(&it.basis) })
            .collect(),
        fields: one.fields.iter().map(field).collect(),
        limits: one
            .limits
            .iter()
            .map(|it| Running {
                limit: &it.limit,
                starts_by: it.starts_by.as_deref(),
                met_by: &it.met_by,
                reminders: &it.reminders,
            })
            .collect(),
    }
}

fn step(one: &resolved::CaseStep) -> Step<'_> {
    let taker = |taker: &Taker| match taker {
        Taker::Lead => "lead",
        Taker::Beside => "beside",
        Taker::Person => "person",
    };
    Step {
        id: &one.id,
        title: &one.title,
        from: &one.from,
        to: &one.to,
        by: one.by.iter().map(taker).collect(),
        functions: &one.functions,
        needs: &one.needs,
        decides: one.decides,
        results: &one.results,
    }
}

fn field(one: &resolved::Field) -> Field<'_> {
    let kind = match &one.kind {
        FieldKind::Text => "text",
        FieldKind::LongText => "long-text",
        FieldKind::YesNo => "yes-no",
        FieldKind::Day => "day",
        FieldKind::Number => "number",
        FieldKind::Choice(_) => "choice",
    };
    let values = match &one.kind {
        FieldKind::Choice(words) => words.iter().map(|(id, title)| Value { id, title }).collect(),
        _ => Vec::new(),
    };
    Field {
        id: &one.id,
        title: &one.title,
        kind,
        values,
        content: one.content.as_deref(),
        person_sees: one.person_sees,
    }
}
