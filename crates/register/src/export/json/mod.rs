//! The whole register as one JSON object. Its form is written down in `docs/reference/export-json.md`.
//!
//! Names are looked up as in [`resolved`](crate::resolved) and written as words, never as numbers. What has no value is
//! left out; a list is always there. A change that takes a field away or gives it another meaning raises [`VERSION`];
//! a new field does not.

mod case_type;
mod change;
mod duty;
mod organs;
mod places;
mod words;

use crate::Register;
use crate::resolved::{Box, Citation, ResolvedRegister, Resolver};
use crate::source::Text;
use calendar::Date;
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// The form's name, the first field of the object.
pub const FORMAT: &str = "kotopolku-register";
/// The form's version.
pub const VERSION: u32 = 1;

/// The whole register.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    format: &'static str,
    version: u32,
    edition: &'a str,
    begins: Date,
    country: &'a Text,
    sources: Vec<change::Source<'a>>,
    vocabulary: words::Vocabulary<'a>,
    kinds: Vec<organs::Kind<'a>>,
    organs: Vec<organs::Organ<'a>>,
    relations: Vec<organs::Relation<'a>>,
    regions: Vec<places::Region<'a>>,
    municipalities: Vec<places::Municipality<'a>>,
    maps: Vec<places::Map<'a>>,
    duties: Vec<duty::Duty<'a>>,
    case_types: Vec<case_type::CaseType<'a>>,
    instruments: Vec<change::Instrument<'a>>,
    practices: Vec<change::Practice<'a>>,
    reorganisations: Vec<change::Reorganisation<'a>>,
    cutovers: Vec<change::Cutover<'a>>,
    questions: Vec<change::Question<'a>>,
}

/// The register as an object that can be written.
pub fn document(register: &Register) -> Document<'_> {
    let all = Names(&register.resolved);
    Document {
        format: FORMAT,
        version: VERSION,
        edition: register.edition.as_str(),
        begins: all.0.begins,
        country: &all.0.country,
        sources: all.0.sources.iter().map(change::source).collect(),
        vocabulary: words::vocabulary(all),
        kinds: all.0.organs.kinds.iter().map(|kind| organs::kind(all, kind)).collect(),
        organs: all.0.organs.organs.iter().map(|organ| organs::organ(all, organ)).collect(),
        relations: all.0.organs.relations.iter().map(|relation| organs::relation(all, relation)).collect(),
        regions: all.0.territory.regions.iter().map(|region| places::region(all, region)).collect(),
        municipalities: all.0.territory.municipalities.iter().map(|one| places::municipality(all, one)).collect(),
        maps: all.0.territory.maps.iter().map(|map| places::map(all, map)).collect(),
        duties: all.0.duties.iter().map(|duty| duty::duty(all, duty)).collect(),
        case_types: all.0.case_types.iter().map(|one| case_type::case_type(all, one)).collect(),
        instruments: all.0.instruments.iter().map(|one| change::instrument(all, one)).collect(),
        practices: all.0.practices.iter().map(|one| change::practice(all, one)).collect(),
        reorganisations: all.0.reorganisations.iter().map(|one| change::reorganisation(all, one)).collect(),
        cutovers: all.0.cutovers.iter().map(|one| change::cutover(all, one)).collect(),
        questions: all.0.questions.iter().map(|one| change::question(all, one)).collect(),
    }
}

/// Writes the register.
///
/// # Errors
/// What the writer reports.
pub fn write(register: &Register, out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, &document(register))?;
    out.write_all(b"\n")?;
    out.flush()
}

/// A citation.
#[derive(Debug, Serialize)]
struct Cited<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moment: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<u8>,
}

/// How an organ is found: always that one, by a map, or (neither) the municipality itself; a slot goes before.
#[derive(Debug, Serialize)]
struct Found<'a> {
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organ: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<&'a str>,
}

/// Looks words up for indices.
#[derive(Debug, Clone, Copy)]
struct Names<'a>(&'a ResolvedRegister);

impl<'a> Names<'a> {
    fn cited(self, basis: &'a [Citation]) -> Vec<Cited<'a>> {
        basis
            .iter()
            .map(|one| Cited {
                source: &self.0.sources[usize::from(one.source)].id,
                section: one.section.as_deref(),
                moment: one.moment,
                point: one.point,
            })
            .collect()
    }

    fn verb(self, verb: u8) -> &'a str {
        &self.0.words.verbs[usize::from(verb)].id
    }

    fn duty(self, duty: u16) -> &'a str {
        &self.0.duties[usize::from(duty)].id
    }

    fn codes(self, municipalities: &[u16]) -> Vec<&'a str> {
        municipalities.iter().map(|one| self.0.territory.at(*one).code.as_str()).collect()
    }

    fn situations(self, boxes: &[Box]) -> Vec<words::Situation<'a>> {
        boxes.iter().map(|one| words::situation(self, one)).collect()
    }

    /// `kind` is what the register names where the resolver alone does not say it.
    fn found(self, kind: &'a str, resolver: Resolver) -> Found<'a> {
        let organ = match resolver {
            Resolver::Fixed(organ) | Resolver::SlotOrFixed(_, organ) => Some(self.0.organs.at(organ)),
            _ => None,
        };
        Found {
            kind: organ.map_or(kind, |organ| &organ.kind),
            organ: organ.map(|organ| organ.id.as_str()),
            map: resolver.map().map(|map| self.0.territory.maps[usize::from(map)].id.as_str()),
            slot: resolver.slot().map(|slot| self.0.slots[usize::from(slot)].id.as_str()),
        }
    }
}
