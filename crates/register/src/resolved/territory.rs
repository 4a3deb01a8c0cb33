//! Municipalities, regions and maps.

use super::citation::{self, Citation, Source};
use super::organs::{OrganIndex, Organs};
use super::vocabulary::{AttributeKind, Words};
use crate::fault::{Fault, Place};
use crate::source::{File, Parsed, SourceArea, SourceMap, SourceRegister, Text};
use calendar::{Date, Period};
use serde_spanned::Spanned;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A municipality by its place in the list.
pub type MunicipalityIndex = u16;
/// A map by its place in the list.
pub type MapIndex = u8;

/// Municipalities, regions and maps.
#[derive(Debug, Clone)]
pub struct Territory {
    /// First day the register answers for.
    pub begins: Date,
    /// All municipalities, those merged away included, by code.
    pub municipalities: Vec<Municipality>,
    /// Regions and other named sets.
    pub regions: Vec<Region>,
    /// The maps.
    pub maps: Vec<Map>,
    by_code: HashMap<String, MunicipalityIndex>,
}

/// A municipality.
#[derive(Debug, Clone)]
pub struct Municipality {
    /// Its three-digit code.
    pub code: String,
    /// Its names; in English people use the Finnish or Swedish one.
    pub names: Text,
    /// The code of its region.
    pub region: String,
    /// When it exists.
    pub period: Period,
    /// The municipality it became part of.
    pub merged_into: Option<MunicipalityIndex>,
    /// Where it stands.
    pub place: Place,
}

/// A region, or another named set of municipalities.
#[derive(Debug, Clone)]
pub struct Region {
    /// Its code or word.
    pub code: String,
    /// Its names.
    pub names: Text,
    /// Its municipalities.
    pub municipalities: Vec<MunicipalityIndex>,
}

/// How sure it is that a municipality belongs to an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Read in a text that names it.
    Verified,
    /// Read in a text from before the decision, or with a part missing.
    Unconfirmed,
    /// Not read anywhere: it is what was left.
    Eliminated,
}

impl Status {
    /// The word in the files and in answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Unconfirmed => "unconfirmed",
            Self::Eliminated => "eliminated",
        }
    }
}

/// A map: municipality to organ (or to a value of a territory attribute), through time.
#[derive(Debug, Clone)]
pub struct Map {
    /// Its name, the file's.
    pub id: String,
    /// The kind of its organs, or `territory`.
    pub kind: String,
    /// What it is for.
    pub title: Text,
    /// Its areas, for basis and certainty.
    pub areas: Vec<Area>,
    /// Stretches of time, in order, without a hole from the register's first day on.
    pub stretches: Vec<MapStretch>,
    /// Where it stands.
    pub place: Place,
}

/// One area of a map.
#[derive(Debug, Clone)]
pub struct Area {
    /// Organ index, or value index in a map of territories.
    pub target: u16,
    /// When it is in force.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// How sure it is.
    pub status: Status,
    /// Where it was read.
    pub source: Option<String>,
    /// How sure it is, in words.
    pub note: Option<Text>,
    /// Its municipalities.
    pub municipalities: Vec<MunicipalityIndex>,
    /// Where it stands.
    pub place: Place,
}

/// A stretch of time in which a map does not change.
#[derive(Debug, Clone)]
pub struct MapStretch {
    /// First day.
    pub from: Date,
    /// Per municipality the index of its area plus one; zero: in no area.
    pub area: Vec<u16>,
}

impl Map {
    /// The area of a municipality on a day.
    pub fn area(&self, municipality: MunicipalityIndex, on: Date) -> Option<&Area> {
        let at = self.stretches.partition_point(|stretch| stretch.from <= on).checked_sub(1)?;
        let area = *self.stretches[at].area.get(usize::from(municipality))?;
        self.areas.get(usize::from(area).checked_sub(1)?)
    }

    /// The organ (or value) of a municipality on a day.
    pub fn target(&self, municipality: MunicipalityIndex, on: Date) -> Option<u16> {
        self.area(municipality, on).map(|area| area.target)
    }
}

impl Territory {
    /// The municipality of a code.
    pub fn by_code(&self, code: &str) -> Option<MunicipalityIndex> {
        self.by_code.get(code).copied()
    }

    /// The municipality at an index.
    pub fn at(&self, index: MunicipalityIndex) -> &Municipality {
        &self.municipalities[usize::from(index)]
    }

    /// The map of a name.
    pub fn map(&self, id: &str) -> Option<MapIndex> {
        self.maps.iter().position(|map| map.id == id).and_then(|at| u8::try_from(at).ok())
    }

    /// The region of a code.
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.code == code)
    }
}

/// Municipalities and regions.
pub(super) fn municipalities(source: &SourceRegister, _: &[Source], faults: &mut Vec<Fault>) -> Territory {
    let mut written = source.municipalities.clone();
    written.sort_by(|left, right| left.code.cmp(&right.code));
    let mut by_code: HashMap<String, MunicipalityIndex> = HashMap::new();
    let mut all: Vec<Municipality> = Vec::new();
    for one in &written {
        if let Some(earlier) = by_code.get(&one.code) {
            faults.push(
                Fault::error("twice", format!("municipality `{}` is listed twice", one.code))
                    .at(one.place.clone())
                    .also_at(all[usize::from(*earlier)].place.clone())
                    .help("take one of them away"),
            );
            continue;
        }
        by_code.insert(one.code.clone(), u16::try_from(all.len()).unwrap_or(u16::MAX));
        all.push(Municipality {
            code: one.code.clone(),
            names: Text { sv: one.sv.clone(), fi: one.fi.clone(), en: one.fi.clone() },
            region: one.region.clone(),
            period: Period { from: one.from, until: one.until },
            merged_into: None,
            place: one.place.clone(),
        });
    }
    for one in &written {
        let Some(into) = &one.merged_into else { continue };
        match (by_code.get(&one.code), by_code.get(into)) {
            (Some(at), Some(into)) => all[usize::from(*at)].merged_into = Some(*into),
            _ => faults.push(
                Fault::error("unknown-municipality", format!("`{into}` is no municipality")).at(one.place.clone()),
            ),
        }
    }
    let file = &source.regions.file;
    let mut regions = Vec::new();
    for region in &source.regions.content.region {
        let mut members: Vec<MunicipalityIndex> =
            all.iter().zip(0..).filter(|(one, _)| one.region == region.code).map(|(_, at)| at).collect();
        members.extend(listed(file, &region.municipalities, &by_code, faults));
        regions.push(Region { code: region.code.clone(), names: region.names.clone(), municipalities: members });
    }
    for one in &all {
        if !regions.iter().any(|region| region.code == one.region) {
            faults.push(
                Fault::error("unknown-region", format!("`{}` is no region of `areas/regions.toml`", one.region))
                    .at(one.place.clone()),
            );
        }
    }
    let begins = source.vocabulary.content.begins.0;
    Territory { begins, municipalities: all, regions, maps: Vec::new(), by_code }
}

fn listed(
    file: &File,
    codes: &[Spanned<String>],
    by_code: &HashMap<String, MunicipalityIndex>,
    faults: &mut Vec<Fault>,
) -> Vec<MunicipalityIndex> {
    let mut found = Vec::new();
    for code in codes {
        match by_code.get(code.get_ref()) {
            Some(at) => found.push(*at),
            None => faults.push(
                Fault::error("unknown-municipality", format!("`{}` is no municipality code", code.get_ref()))
                    .at(file.place(code.span()))
                    .help("the codes stand in `areas/municipalities.csv`"),
            ),
        }
    }
    found
}

/// The municipalities of listed codes and regions.
pub(super) fn members(
    file: &File,
    municipalities: &[Spanned<String>],
    regions: &[Spanned<String>],
    without: &[Spanned<String>],
    territory: &Territory,
    faults: &mut Vec<Fault>,
) -> Vec<MunicipalityIndex> {
    let mut all: BTreeSet<_> = listed(file, municipalities, &territory.by_code, faults).into_iter().collect();
    for region in regions {
        match territory.region(region.get_ref()) {
            Some(region) => all.extend(&region.municipalities),
            None => faults.push(
                Fault::error("unknown-region", format!("`{}` is no region", region.get_ref()))
                    .at(file.place(region.span()))
                    .help("the regions stand in `areas/regions.toml`"),
            ),
        }
    }
    for shut_out in listed(file, without, &territory.by_code, faults) {
        all.remove(&shut_out);
    }
    all.into_iter().collect()
}

/// Reads a status.
pub(super) fn status(file: &File, word: Option<&Spanned<String>>, faults: &mut Vec<Fault>) -> Status {
    match word.map(|word| (word.get_ref().as_str(), word.span())) {
        None | Some(("verified", _)) => Status::Verified,
        Some(("unconfirmed", _)) => Status::Unconfirmed,
        Some(("eliminated", _)) => Status::Eliminated,
        Some((other, span)) => {
            faults.push(
                Fault::error("unknown-word", format!("`{other}` does not say how sure this is"))
                    .at(file.place(span))
                    .help("the words are `verified`, `unconfirmed` and `eliminated`"),
            );
            Status::Unconfirmed
        }
    }
}

/// Maps, with each municipality in at most one area at a time.
pub(super) fn maps(
    source: &SourceRegister,
    territory: &mut Territory,
    organs: &Organs,
    words: &Words,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) {
    for (id, parsed) in &source.maps {
        let made = map(id, parsed, territory, organs, words, sources, faults);
        territory.maps.push(made);
    }
    for attribute in &words.attributes {
        if let AttributeKind::Territory(map) = &attribute.kind
            && territory.map(map).is_none()
        {
            faults.push(Fault::error(
                "unknown-map",
                format!("attribute `{}` goes by `{map}`, which is no map", attribute.id),
            ));
        }
    }
}

fn map(
    id: &str,
    parsed: &Parsed<SourceMap>,
    territory: &Territory,
    organs: &Organs,
    words: &Words,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Map {
    let kind = parsed.content.kind.get_ref();
    let mut areas = Vec::new();
    for spanned in &parsed.content.area {
        let written = spanned.get_ref();
        let place = Place { width: 1, ..parsed.place(spanned.span()) };
        let Some(target) = target(id, kind, &parsed.file, (written, place), organs, words, faults) else { continue };
        areas.push(Area {
            target,
            period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
            basis: citation::all(&parsed.file, &written.basis, sources, faults),
            status: status(&parsed.file, written.status.as_ref(), faults),
            source: written.source.clone(),
            note: written.note.clone(),
            municipalities: members(
                &parsed.file,
                &written.municipalities,
                &written.regions,
                &written.without,
                territory,
                faults,
            ),
            place: match (&written.organ, &written.value) {
                (Some(word), _) | (None, Some(word)) => parsed.place(word.span()),
                (None, None) => parsed.place(spanned.span()),
            },
        });
    }
    let stretches = stretches(&areas, territory, faults);
    Map {
        id: id.to_owned(),
        kind: kind.clone(),
        title: parsed.content.title.clone(),
        areas,
        stretches,
        place: Place::file(&parsed.file.path),
    }
}

fn target(
    map: &str,
    kind: &str,
    file: &Arc<File>,
    (written, place): (&SourceArea, Place),
    organs: &Organs,
    words: &Words,
    faults: &mut Vec<Fault>,
) -> Option<u16> {
    match (&written.organ, &written.value) {
        (Some(organ), None) => {
            let found: Option<OrganIndex> = organs.index(organ.get_ref());
            if found.is_none() {
                faults.push(organs.unknown(organ.get_ref(), file.place(organ.span())));
            }
            found
        }
        (None, Some(value)) if kind == "territory" => {
            let attribute = words
                .attributes
                .iter()
                .find(|attribute| matches!(&attribute.kind, AttributeKind::Territory(by) if by == map))?;
            let found = attribute.value(value.get_ref());
            if found.is_none() {
                faults.push(super::clause::unknown_value(attribute, value.get_ref(), file.place(value.span())));
            }
            found.map(u16::from)
        }
        _ => {
            faults.push(
                Fault::error("unreadable-file", format!("this area of `{map}` does not say whose it is"))
                    .at(place)
                    .help("add `organ = \"…\"`; only a map of kind `territory` names a `value` instead"),
            );
            None
        }
    }
}

fn stretches(areas: &[Area], territory: &Territory, faults: &mut Vec<Fault>) -> Vec<MapStretch> {
    let mut days: BTreeSet<Date> = BTreeSet::from([territory.begins]);
    for area in areas {
        days.extend([area.period.from, area.period.until].into_iter().flatten().filter(|day| *day > territory.begins));
    }
    let mut reported = BTreeSet::new();
    days.into_iter()
        .map(|from| {
            let mut table = vec![0_u16; territory.municipalities.len()];
            for (area, number) in areas.iter().zip(1_u16..) {
                if !area.period.contains(from) {
                    continue;
                }
                for municipality in &area.municipalities {
                    let cell = &mut table[usize::from(*municipality)];
                    if *cell != 0 && reported.insert(*municipality) {
                        let one = territory.at(*municipality);
                        faults.push(
                            Fault::error(
                                "two-areas",
                                format!("{} ({}) belongs to two areas of one map on {from}", one.names.fi, one.code),
                            )
                            .at(area.place.clone())
                            .also_at(areas[usize::from(*cell) - 1].place.clone())
                            .help("take it out of one of them, or close one with `until`"),
                        );
                    }
                    *cell = number;
                }
            }
            MapStretch { from, area: table }
        })
        .collect()
}
