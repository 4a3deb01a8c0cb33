//! Kinds, organs, relations.

use super::{Cited, Found, Names};
use crate::resolved;
use crate::source::Text;
use calendar::Period;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Kind<'a> {
    id: &'a str,
    names: &'a Text,
    level: &'static str,
    #[serde(flatten)]
    period: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<&'a str>,
    succeeded_by: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    independent: Option<&'a Text>,
    basis: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
pub(super) struct Organ<'a> {
    id: &'a str,
    kind: &'a str,
    level: &'static str,
    names: &'a Text,
    short: &'a Text,
    #[serde(flatten)]
    period: Period,
    succeeded_by: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    independent: Option<&'a Text>,
    basis: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    names_note: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

#[derive(Debug, Serialize)]
pub(super) struct Relation<'a> {
    verb: &'a str,
    from_organ: Found<'a>,
    to_organ: Found<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    matter: Option<&'a Text>,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

pub(super) fn kind<'a>(all: Names<'a>, one: &'a resolved::Kind) -> Kind<'a> {
    Kind {
        id: &one.id,
        names: &one.names,
        level: one.level.id(),
        period: one.period,
        map: one.map.map(|map| all.0.territory.maps[usize::from(map)].id.as_str()),
        succeeded_by: &one.succeeded_by,
        ended: one.ended.as_ref(),
        independent: one.independent.as_ref(),
        basis: all.cited(&one.basis),
        note: one.note.as_ref(),
    }
}

pub(super) fn organ<'a>(all: Names<'a>, one: &'a resolved::Organ) -> Organ<'a> {
    Organ {
        id: &one.id,
        kind: &one.kind,
        level: one.level.id(),
        names: &one.names,
        short: &one.short,
        period: one.period,
        succeeded_by: &one.succeeded_by,
        ended: one.ended.as_ref(),
        independent: one.independent.as_ref(),
        basis: all.cited(&one.basis),
        names_note: one.names_note.as_ref(),
        note: one.note.as_ref(),
    }
}

pub(super) fn relation<'a>(all: Names<'a>, one: &'a resolved::Relation) -> Relation<'a> {
    Relation {
        verb: all.verb(one.verb),
        from_organ: all.found(&one.from_name, one.from),
        to_organ: all.found(&one.to_name, one.to),
        matter: one.matter.as_ref(),
        period: one.period,
        basis: all.cited(&one.basis),
        certainty: one.certainty.id(),
        note: one.note.as_ref(),
    }
}
