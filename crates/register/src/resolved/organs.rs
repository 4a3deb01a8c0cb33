//! Kinds, organs, and what is between them.

use super::bearer::{self, Resolver};
use super::citation::{self, Citation, Source};
use super::clause::{self, Certainty};
use super::territory::{MapIndex, Territory};
use super::vocabulary::{VerbIndex, Words};
use crate::fault::{Fault, Place};
use crate::source::{Level, SourceRegister, Text};
use calendar::Period;
use std::collections::HashMap;

/// An organ by its place in the list.
pub type OrganIndex = u16;
/// A kind by its place in the list.
pub type KindIndex = u16;

/// Kinds, organs and relations.
#[derive(Debug, Clone, Default)]
pub struct Organs {
    /// Kinds of authority.
    pub kinds: Vec<Kind>,
    /// Organs, municipalities included.
    pub organs: Vec<Organ>,
    /// Who steers, supervises, advises whom.
    pub relations: Vec<Relation>,
    by_id: HashMap<String, OrganIndex>,
    by_kind: HashMap<String, KindIndex>,
}

/// A kind of authority.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its word.
    pub id: String,
    /// Its names.
    pub names: Text,
    /// Its level.
    pub level: Level,
    /// When it exists.
    pub period: Period,
    /// The map by which a municipality finds its organ.
    pub map: Option<MapIndex>,
    /// What came after it.
    pub succeeded_by: Vec<String>,
    /// Why nothing came after it.
    pub ended: Option<Text>,
    /// Why nobody steers it.
    pub independent: Option<Text>,
    /// Citations.
    pub basis: Vec<Citation>,
    /// Shown with it.
    pub note: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// An organ.
#[derive(Debug, Clone)]
pub struct Organ {
    /// `kind:area`, or the kind alone.
    pub id: String,
    /// The kind's word.
    pub kind: String,
    /// Its level.
    pub level: Level,
    /// Its names.
    pub names: Text,
    /// Names for a narrow line.
    pub short: Text,
    /// When it exists.
    pub period: Period,
    /// What came after it.
    pub succeeded_by: Vec<String>,
    /// Why nothing came after it.
    pub ended: Option<Text>,
    /// Why nobody steers it.
    pub independent: Option<Text>,
    /// Citations.
    pub basis: Vec<Citation>,
    /// Why a translation is missing, or how sure it is.
    pub names_note: Option<Text>,
    /// Shown with it.
    pub note: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// What one organ (or those of a kind) does to another.
#[derive(Debug, Clone)]
pub struct Relation {
    /// `steer`, `supervise`, …
    pub verb: VerbIndex,
    /// The word of the doer: kind or organ.
    pub from_name: String,
    /// How the doer is found for a municipality.
    pub from: Resolver,
    /// The word of the other: kind or organ.
    pub to_name: String,
    /// How the other is found for a municipality.
    pub to: Resolver,
    /// In what.
    pub matter: Option<Text>,
    /// When.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Shown with it.
    pub note: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

impl Organs {
    /// The organ of that id.
    pub fn index(&self, id: &str) -> Option<OrganIndex> {
        self.by_id.get(id).copied()
    }

    /// The organ at an index.
    pub fn at(&self, index: OrganIndex) -> &Organ {
        &self.organs[usize::from(index)]
    }

    /// The kind of that word.
    pub fn kind(&self, id: &str) -> Option<KindIndex> {
        self.by_kind.get(id).copied()
    }

    /// The fault of a name that is neither organ nor kind.
    pub(super) fn unknown(&self, name: &str, place: Place) -> Fault {
        let known = self.by_id.keys().chain(self.by_kind.keys()).map(String::as_str);
        Fault::error("unknown-organ", format!("`{name}` is no organ and no kind")).at(place).did_you_mean(name, known)
    }

    fn add(&mut self, organ: Organ, faults: &mut Vec<Fault>) {
        if let Some(earlier) = self.by_id.get(&organ.id) {
            faults.push(
                Fault::error("twice", format!("organ `{}` is listed twice", organ.id))
                    .at(organ.place.clone())
                    .also_at(self.at(*earlier).place.clone())
                    .help("take one of them away"),
            );
            return;
        }
        self.by_id.insert(organ.id.clone(), u16::try_from(self.organs.len()).unwrap_or(u16::MAX));
        self.organs.push(organ);
    }
}

/// Kinds and organs; municipalities become organs here.
pub(super) fn kinds_and_organs(
    source: &SourceRegister,
    territory: &Territory,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Organs {
    let mut organs = Organs::default();
    for parsed in &source.organs {
        for spanned in &parsed.content.kind {
            let written = spanned.get_ref();
            let level = Level::of(written.level.get_ref()).unwrap_or_else(|| {
                faults.push(
                    Fault::error("unknown-word", format!("`{}` is no level", written.level.get_ref()))
                        .at(parsed.place(written.level.span()))
                        .help("the levels are `state`, `regional`, `local` and `person`"),
                );
                Level::State
            });
            let id = written.id.get_ref().clone();
            let place = parsed.place(written.id.span());
            if let Some(earlier) = organs.by_kind.get(&id) {
                faults.push(
                    Fault::error("twice", format!("kind `{id}` is listed twice"))
                        .at(place)
                        .also_at(organs.kinds[usize::from(*earlier)].place.clone())
                        .help("take one of them away"),
                );
                continue;
            }
            organs.by_kind.insert(id.clone(), u16::try_from(organs.kinds.len()).unwrap_or(u16::MAX));
            organs.kinds.push(Kind {
                id,
                names: written.names.clone(),
                level,
                period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
                map: None,
                succeeded_by: written.succeeded_by.iter().map(|name| name.get_ref().clone()).collect(),
                ended: written.ended.clone(),
                independent: written.independent.clone(),
                basis: citation::all(&parsed.file, &written.basis, sources, faults),
                note: written.note.clone(),
                place,
            });
        }
    }
    named(source, &mut organs, sources, faults);
    for municipality in &territory.municipalities {
        organs.add(
            Organ {
                id: format!("municipality:{}", municipality.code),
                kind: "municipality".to_owned(),
                level: Level::Local,
                names: municipality.names.clone(),
                short: municipality.names.clone(),
                period: municipality.period,
                succeeded_by: municipality
                    .merged_into
                    .map(|into| format!("municipality:{}", territory.at(into).code))
                    .into_iter()
                    .collect(),
                ended: None,
                independent: None,
                basis: Vec::new(),
                names_note: None,
                note: None,
                place: municipality.place.clone(),
            },
            faults,
        );
    }
    // A kind with one organ only need not name it twice.
    for (parsed, spanned) in
        source.organs.iter().flat_map(|parsed| parsed.content.kind.iter().map(move |kind| (parsed, kind)))
    {
        let written = spanned.get_ref();
        let id = written.id.get_ref();
        let several = organs.organs.iter().any(|organ| organ.kind == *id);
        if several || written.map.is_some() || id == "municipality" {
            continue;
        }
        let Some(kind) = organs.kind(id).map(|kind| organs.kinds[usize::from(kind)].clone()) else { continue };
        organs.add(
            Organ {
                id: id.clone(),
                kind: id.clone(),
                level: kind.level,
                short: written.short.clone().unwrap_or_else(|| kind.names.clone()),
                names: kind.names,
                period: kind.period,
                succeeded_by: kind.succeeded_by,
                ended: kind.ended,
                independent: kind.independent,
                basis: kind.basis,
                names_note: written.names_note.clone(),
                note: kind.note,
                place: parsed.place(written.id.span()),
            },
            faults,
        );
    }
    organs
}

fn named(source: &SourceRegister, organs: &mut Organs, sources: &[Source], faults: &mut Vec<Fault>) {
    for parsed in &source.organs {
        for spanned in &parsed.content.organ {
            let written = spanned.get_ref();
            let id = written.id.get_ref().clone();
            let place = parsed.place(written.id.span());
            let kind_word = id.split(':').next().unwrap_or(&id).to_owned();
            let Some(kind) = organs.kind(&kind_word).map(|kind| organs.kinds[usize::from(kind)].clone()) else {
                faults.push(
                    Fault::error("unknown-kind", format!("`{kind_word}` is no kind"))
                        .at(place)
                        .did_you_mean(&kind_word, organs.kinds.iter().map(|kind| kind.id.as_str())),
                );
                continue;
            };
            organs.add(
                Organ {
                    id,
                    kind: kind_word,
                    level: kind.level,
                    names: written.names.clone(),
                    short: written.short.clone().unwrap_or_else(|| written.names.clone()),
                    period: Period {
                        from: written.from.map(|day| day.0).or(kind.period.from),
                        until: written.until.map(|day| day.0).or(kind.period.until),
                    },
                    succeeded_by: written.succeeded_by.iter().map(|name| name.get_ref().clone()).collect(),
                    ended: written.ended.clone(),
                    independent: written.independent.clone().or(kind.independent),
                    basis: citation::all(&parsed.file, &written.basis, sources, faults),
                    names_note: written.names_note.clone(),
                    note: written.note.clone(),
                    place,
                },
                faults,
            );
        }
    }
}

/// Gives each kind its map, now that the maps are known.
pub(super) fn attach_maps(
    source: &SourceRegister,
    organs: &mut Organs,
    territory: &Territory,
    faults: &mut Vec<Fault>,
) {
    for (parsed, spanned) in
        source.organs.iter().flat_map(|parsed| parsed.content.kind.iter().map(move |kind| (parsed, kind)))
    {
        let Some(name) = &spanned.get_ref().map else { continue };
        match (territory.map(name.get_ref()), organs.kind(spanned.get_ref().id.get_ref())) {
            (Some(map), Some(kind)) => organs.kinds[usize::from(kind)].map = Some(map),
            (None, _) => faults.push(
                Fault::error("unknown-map", format!("`{}` is no map in `areas/`", name.get_ref()))
                    .at(parsed.place(name.span()))
                    .did_you_mean(name.get_ref(), territory.maps.iter().map(|map| map.id.as_str())),
            ),
            _ => {}
        }
    }
    for (kind, name) in source.organs.iter().flat_map(|parsed| {
        parsed
            .content
            .kind
            .iter()
            .map(|kind| kind.get_ref())
            .flat_map(move |kind| kind.succeeded_by.iter().map(move |name| (kind.id.get_ref(), (parsed, name))))
    }) {
        let (parsed, name) = name;
        if organs.kind(name.get_ref()).is_none() && organs.index(name.get_ref()).is_none() {
            faults.push(
                organs
                    .unknown(name.get_ref(), parsed.place(name.span()))
                    .help(format!("it is named as what came after `{kind}`")),
            );
        }
    }
    for parsed in &source.organs {
        for name in parsed.content.organ.iter().flat_map(|organ| &organ.get_ref().succeeded_by) {
            if organs.kind(name.get_ref()).is_none() && organs.index(name.get_ref()).is_none() {
                faults.push(organs.unknown(name.get_ref(), parsed.place(name.span())));
            }
        }
    }
}

/// Relations between organs.
pub(super) fn relations(
    source: &SourceRegister,
    organs: &mut Organs,
    territory: &Territory,
    words: &Words,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) {
    let mut all = Vec::new();
    for parsed in &source.organs {
        for spanned in &parsed.content.relation {
            let written = spanned.get_ref();
            let verb = clause::verb(&parsed.file, &written.verb, words, faults);
            let by = written.by.as_ref();
            let from = bearer::resolver(organs, territory, &written.from_organ, by, &parsed.file, faults);
            let to = bearer::resolver(organs, territory, &written.to_organ, None, &parsed.file, faults);
            let (Some(verb), Some((_, from)), Some((_, to))) = (verb, from, to) else { continue };
            all.push(Relation {
                verb,
                from_name: written.from_organ.get_ref().clone(),
                from,
                to_name: written.to_organ.get_ref().clone(),
                to,
                matter: written.matter.clone(),
                period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
                basis: citation::all(&parsed.file, &written.basis, sources, faults),
                certainty: clause::certainty(&parsed.file, written.certainty.as_ref(), faults),
                note: written.note.clone(),
                place: parsed.place(written.verb.span()),
            });
        }
    }
    organs.relations = all;
}
