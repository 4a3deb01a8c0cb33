//! The second stage: every name looked up, every condition turned into sets of values.
//!
//! Known here: that all that is named exists. Not known yet: whether the clauses of a duty leave a gap or overlap.
//! [`resolve`] reports every name that leads nowhere, with the nearest one that was perhaps meant.

mod bearer;
mod case_type;
mod citation;
mod clause;
mod duty;
mod organs;
mod question;
mod slots;
mod territory;
mod vocabulary;

pub use bearer::{Bearer, Resolver, ResolverIndex};
pub use case_type::{CaseResult, CaseStatus, CaseStep, CaseType, Field, FieldKind, RunningLimit, Taker, Version};
pub use citation::{Citation, Source, SourceIndex};
pub use clause::{Box, Certainty, Clause, Force, Role};
pub use duty::{Amount, Duty, DutyIndex, Item, Limit, Note, Subject};
pub use organs::{Kind, KindIndex, Organ, OrganIndex, Organs, Relation};
pub use question::{Expectation, ExpectedOutcome, Question};
pub use slots::{Instrument, Practice, Slot, SlotIndex};
pub use territory::{Map, MapIndex, MapStretch, Municipality, MunicipalityIndex, Region, Status, Territory};
pub use vocabulary::{
    Attribute, AttributeIndex, AttributeKind, Band, Impossible, MAX_ATTRIBUTES, Value, ValueSet, Verb, VerbIndex, Words,
};

use crate::fault::{Fault, Place, Severity};
use crate::source::{Parsed, SourceMove, SourceRegister, SourceReorganisation, Text};
use calendar::Date;

/// A register whose names all lead somewhere.
#[derive(Debug, Clone)]
pub struct ResolvedRegister {
    /// First day it answers for.
    pub begins: Date,
    /// The country's name.
    pub country: Text,
    /// Verbs, attributes, impossible combinations.
    pub words: Words,
    /// Acts and other sources.
    pub sources: Vec<Source>,
    /// Kinds, organs, relations.
    pub organs: Organs,
    /// Municipalities, regions, maps.
    pub territory: Territory,
    /// Slots and what fills them.
    pub slots: Vec<Slot>,
    /// Local instruments, those without power included.
    pub instruments: Vec<Instrument>,
    /// Who carries out in practice.
    pub practices: Vec<Practice>,
    /// Ways of finding an organ, each once.
    pub resolvers: Vec<Resolver>,
    /// The duties.
    pub duties: Vec<Duty>,
    /// How duties are carried out.
    pub case_types: Vec<CaseType>,
    /// Days on which organs or duties moved.
    pub reorganisations: Vec<Reorganisation>,
    /// All days on which the law changed, with what changed.
    pub cutovers: Vec<DayOfChange>,
    /// Situations with their answers.
    pub questions: Vec<Question>,
}

/// A reorganisation with its moves.
#[derive(Debug, Clone)]
pub struct Reorganisation {
    /// The day.
    pub day: Date,
    /// Its name.
    pub title: Text,
    /// What happened.
    pub summary: Text,
    /// Citations.
    pub basis: Vec<Citation>,
    /// What became what.
    pub moves: Vec<Move>,
    /// Where it stands.
    pub place: Place,
}

/// What became what.
#[derive(Debug, Clone)]
pub struct Move {
    /// Organ or kind that had it.
    pub from: String,
    /// Organs or kinds that have it now.
    pub to: Vec<String>,
    /// The duties.
    pub duties: Vec<DutyIndex>,
    /// In words.
    pub scope: Option<Text>,
    /// What happens to open matters.
    pub open_matters: OpenMatters,
    /// That rule in words.
    pub rule: Option<Text>,
    /// Citations.
    pub basis: Vec<Citation>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Shown with it.
    pub note: Option<Text>,
}

/// What happens to open matters in a reorganisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMatters {
    /// They pass to the new organ on the day.
    Transfer,
    /// The old organ finishes them.
    FinishByOld,
    /// The day on which each began decides.
    ByStartDay,
}

/// A day on which the law changed.
#[derive(Debug, Clone)]
pub struct DayOfChange {
    /// The day.
    pub day: Date,
    /// What changed.
    pub title: Text,
    /// Citations.
    pub basis: Vec<Citation>,
}

/// Looks every name up.
///
/// # Errors
/// All faults that keep the register from being used; warnings alone do not, they come back beside it.
pub fn resolve(source: &SourceRegister) -> Result<(ResolvedRegister, Vec<Fault>), Vec<Fault>> {
    let mut faults = Vec::new();
    let words = vocabulary::resolve(&source.vocabulary, &mut faults);
    let sources = citation::resolve(&source.sources, &mut faults);
    let mut territory = territory::municipalities(source, &sources, &mut faults);
    let mut organs = organs::kinds_and_organs(source, &territory, &sources, &mut faults);
    territory::maps(source, &mut territory, &organs, &words, &sources, &mut faults);
    organs::attach_maps(source, &mut organs, &territory, &mut faults);
    organs::relations(source, &mut organs, &territory, &words, &sources, &mut faults);
    let slots = slots::slots(&source.vocabulary, &organs, &sources, &mut faults);
    let instruments = slots::instruments(source, &slots, &organs, &territory, &sources, &mut faults);

    let mut resolvers = Vec::new();
    let mut duties = Vec::new();
    {
        let mut context = clause::Context {
            words: &words,
            sources: &sources,
            organs: &organs,
            territory: &territory,
            slots: &slots,
            resolvers: &mut resolvers,
            faults: &mut faults,
        };
        for (level, id, parsed) in &source.duties {
            duties.push(duty::resolve(*level, id, parsed, &mut context));
        }
    }
    let case_types = case_type::resolve(source, &duties, &organs, &sources, &mut faults);
    let practices = slots::practices(source, &organs, &territory, &duties, &sources, &mut faults);
    let reorganisations = source
        .reorganisations
        .iter()
        .map(|parsed| reorganisation(parsed, &organs, &duties, &sources, &mut faults))
        .collect();
    let cutovers = days_of_change(source, &sources, &mut faults);
    let questions = question::resolve(source, &words, &duties, &territory, &organs, &sources, &mut faults);

    if faults.iter().any(|fault| fault.severity == Severity::Error) {
        return Err(faults);
    }
    let register = ResolvedRegister {
        begins: source.vocabulary.content.begins.0,
        country: source.vocabulary.content.country.clone(),
        words,
        sources,
        organs,
        territory,
        slots,
        instruments,
        practices,
        resolvers,
        duties,
        case_types,
        reorganisations,
        cutovers,
        questions,
    };
    Ok((register, faults))
}

fn reorganisation(
    parsed: &Parsed<SourceReorganisation>,
    organs: &Organs,
    duties: &[Duty],
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Reorganisation {
    let written = &parsed.content;
    Reorganisation {
        day: written.day.0,
        title: written.title.clone(),
        summary: written.summary.clone(),
        basis: citation::all(&parsed.file, &written.basis, sources, faults),
        moves: written
            .moved
            .iter()
            .map(|moved| one_move(parsed, moved.get_ref(), organs, duties, sources, faults))
            .collect(),
        place: Place::file(&parsed.file.path),
    }
}

fn one_move(
    parsed: &Parsed<SourceReorganisation>,
    written: &SourceMove,
    organs: &Organs,
    duties: &[Duty],
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Move {
    for name in std::iter::once(&written.from_organ).chain(&written.to_organ) {
        if organs.kind(name.get_ref()).is_none() && organs.index(name.get_ref()).is_none() {
            faults.push(organs.unknown(name.get_ref(), parsed.place(name.span())));
        }
    }
    let open_matters = match written.open_matters.get_ref().as_str() {
        "transfer" => OpenMatters::Transfer,
        "finish-by-old" => OpenMatters::FinishByOld,
        "by-start-day" => OpenMatters::ByStartDay,
        other => {
            faults.push(
                Fault::error("unknown-word", format!("`{other}` is no rule for open matters"))
                    .at(parsed.place(written.open_matters.span()))
                    .help("the rules are `transfer`, `finish-by-old` and `by-start-day`"),
            );
            OpenMatters::Transfer
        }
    };
    Move {
        from: written.from_organ.get_ref().clone(),
        to: written.to_organ.iter().map(|name| name.get_ref().clone()).collect(),
        duties: written
            .duties
            .iter()
            .filter_map(|name| duty::find(name.get_ref(), duties, || parsed.place(name.span()), faults))
            .collect(),
        scope: written.scope.clone(),
        open_matters,
        rule: written.rule.clone(),
        basis: citation::all(&parsed.file, &written.basis, sources, faults),
        certainty: clause::certainty(&parsed.file, written.certainty.as_ref(), faults),
        note: written.note.clone(),
    }
}

fn days_of_change(source: &SourceRegister, sources: &[Source], faults: &mut Vec<Fault>) -> Vec<DayOfChange> {
    let mut all = Vec::new();
    for parsed in &source.reorganisations {
        let day = parsed.content.day.0;
        all.push(DayOfChange {
            day,
            title: parsed.content.title.clone(),
            basis: citation::all(&parsed.file, &parsed.content.basis, sources, faults),
        });
        for cutover in parsed.content.cutover.iter().map(serde_spanned::Spanned::get_ref) {
            all.push(DayOfChange {
                day: cutover.day.map_or(day, |day| day.0),
                title: cutover.title.clone(),
                basis: citation::all(&parsed.file, &cutover.basis, sources, faults),
            });
        }
    }
    if let Some(parsed) = &source.cutovers {
        for cutover in &parsed.content.cutover {
            match cutover.get_ref().day {
                Some(day) => all.push(DayOfChange {
                    day: day.0,
                    title: cutover.get_ref().title.clone(),
                    basis: citation::all(&parsed.file, &cutover.get_ref().basis, sources, faults),
                }),
                None => faults
                    .push(Fault::error("unreadable-file", "a cut-over has no `day`").at(parsed.place(cutover.span()))),
            }
        }
    }
    all.sort_by_key(|change| change.day);
    all
}
