//! Regions, municipalities, maps.

use super::{Cited, Names};
use crate::resolved::{self, AttributeKind};
use crate::source::Text;
use calendar::Period;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Region<'a> {
    code: &'a str,
    names: &'a Text,
    municipalities: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Municipality<'a> {
    code: &'a str,
    names: &'a Text,
    region: &'a str,
    #[serde(flatten)]
    period: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    merged_into: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Map<'a> {
    id: &'a str,
    kind: &'a str,
    title: &'a Text,
    areas: Vec<Area<'a>>,
}

#[derive(Debug, Serialize)]
struct Area<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    organ: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    municipalities: Vec<&'a str>,
    #[serde(flatten)]
    period: Period,
    basis: Vec<Cited<'a>>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Text>,
}

pub(super) fn region<'a>(all: Names<'a>, one: &'a resolved::Region) -> Region<'a> {
    Region { code: &one.code, names: &one.names, municipalities: all.codes(&one.municipalities) }
}

pub(super) fn municipality<'a>(all: Names<'a>, one: &'a resolved::Municipality) -> Municipality<'a> {
    Municipality {
        code: &one.code,
        names: &one.names,
        region: &one.region,
        period: one.period,
        merged_into: one.merged_into.map(|into| all.0.territory.at(into).code.as_str()),
    }
}

pub(super) fn map<'a>(all: Names<'a>, one: &'a resolved::Map) -> Map<'a> {
    // A map of territories leads to values of the attribute that goes by it, every other map to organs.
    let attribute =
        all.0.words.attributes.iter().find(|it| matches!(&it.kind, AttributeKind::Territory(by) if *by == one.id));
    let areas = one
        .areas
        .iter()
        .map(|area| Area {
            organ: (one.kind != "territory").then(|| all.0.organs.at(area.target).id.as_str()),
            value: attribute
                .and_then(|attribute| attribute.values.get(usize::from(area.target)))
                .map(|value| value.id.as_str()),
            municipalities: all.codes(&area.municipalities),
            period: area.period,
            basis: all.cited(&area.basis),
            status: area.status.id(),
            source: area.source.as_deref(),
            note: area.note.as_ref(),
        })
        .collect();
    Map { id: &one.id, kind: &one.kind, title: &one.title, areas }
}
