//! A duty with its clauses and what casework will use of it.

use super::citation::{self, Citation};
use super::clause::{self, Box, Clause, Context, Role};
use super::vocabulary::VerbIndex;
use crate::fault::{Fault, Place};
use crate::source::{
    File, Level, Parsed, Search, SourceAmount, SourceContent, SourceDuty, SourceLimit, SourceNote, Text,
};
use calendar::{Length, Period, Rule};
use serde_spanned::Spanned;
use std::sync::Arc;

/// A duty by its place in the list.
pub type DutyIndex = u16;

/// What a duty is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// One person.
    Person,
    /// An organ.
    Organ,
    /// An area.
    Area,
    /// The whole country.
    Country,
}

impl Subject {
    /// The word in the files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organ => "organ",
            Self::Area => "area",
            Self::Country => "country",
        }
    }
}

/// A duty.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Its word.
    pub id: String,
    /// Its level.
    pub level: Level,
    /// Its name.
    pub title: Text,
    /// What it is.
    pub summary: Text,
    /// Other words people use.
    pub search: Search,
    /// Lines of the seed text it carries.
    pub atoms: Vec<String>,
    /// What it is about.
    pub subject: Subject,
    /// How the lead bears it.
    pub verb: VerbIndex,
    /// Leads and declared gaps.
    pub lead: Vec<Clause>,
    /// Those beside.
    pub beside: Vec<Clause>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Time limits.
    pub limits: Vec<Limit>,
    /// Content lists.
    pub contents: Vec<Item>,
    /// Results.
    pub results: Vec<Item>,
    /// How long data stay.
    pub retention: Vec<Limit>,
    /// Sums of money.
    pub amounts: Vec<Amount>,
    /// Where it stands.
    pub place: Place,
}

/// A note on a duty.
#[derive(Debug, Clone)]
pub struct Note {
    /// `seed`, `reading`, `practice`, `trap`.
    pub kind: String,
    /// The note.
    pub text: Text,
    /// When it concerns.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
}

/// A time limit or a retention time.
#[derive(Debug, Clone)]
pub struct Limit {
    /// Its word.
    pub id: String,
    /// What must be done in time.
    pub title: Text,
    /// The time; none for "without delay".
    pub budget: Option<Length>,
    /// The event that starts it.
    pub starts: Option<Text>,
    /// How the last day is found.
    pub rule: Option<Rule>,
    /// For whom.
    pub boxes: Vec<Box>,
    /// A judgement an official makes.
    pub provided: Option<Text>,
    /// When in force.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// Shown with it.
    pub note: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// An item of a content list, or a result.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its word.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// Whether the law requires it, where that is recorded.
    pub required: Option<bool>,
    /// When in force.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// Shown with it.
    pub note: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// A sum of money.
#[derive(Debug, Clone)]
pub struct Amount {
    /// Its word.
    pub id: String,
    /// What it is for.
    pub title: Text,
    /// Euro.
    pub euro: f64,
    /// Per what.
    pub unit: Option<Text>,
    /// When in force.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// Shown with it.
    pub note: Option<Text>,
}

/// The duty of that word, or a fault.
pub(super) fn find(
    name: &str,
    duties: &[Duty],
    place: impl Fn() -> Place,
    faults: &mut Vec<Fault>,
) -> Option<DutyIndex> {
    let found = duties.iter().position(|duty| duty.id == name).and_then(|at| u16::try_from(at).ok());
    if found.is_none() {
        faults.push(
            Fault::error("unknown-duty", format!("`{name}` is no duty"))
                .at(place())
                .did_you_mean(name, duties.iter().map(|duty| duty.id.as_str())),
        );
    }
    found
}

/// Resolves one duty.
pub(super) fn resolve(level: Level, id: &str, parsed: &Parsed<SourceDuty>, context: &mut Context<'_>) -> Duty {
    let (file, written) = (&parsed.file, &parsed.content);
    let verb = clause::verb(file, &written.verb, context.words, context.faults).unwrap_or(0);
    let also: Vec<VerbIndex> =
        written.also.iter().filter_map(|word| clause::verb(file, word, context.words, context.faults)).collect();
    let subject = match written.subject.get_ref().as_str() {
        "person" => Subject::Person,
        "organ" => Subject::Organ,
        "area" => Subject::Area,
        "country" => Subject::Country,
        other => {
            context.faults.push(
                Fault::error("unknown-word", format!("`{other}` is nothing a duty can be about"))
                    .at(parsed.place(written.subject.span()))
                    .did_you_mean(other, ["person", "organ", "area", "country"]),
            );
            Subject::Country
        }
    };
    let clauses = |role: Role, list: &[Spanned<_>], context: &mut Context<'_>| -> Vec<Clause> {
        list.iter()
            .enumerate()
            .map(|(number, spanned)| clause::resolve(file, role, number, spanned, (verb, &also), context))
            .collect()
    };
    let mut lead = clauses(Role::Lead, &written.lead, context);
    lead.extend(clauses(Role::Nobody, &written.nobody, context));
    let beside = clauses(Role::Beside, &written.beside, context);
    twice(lead.iter().chain(&beside).map(|clause| (clause.id.as_str(), &clause.place)), "clause", context.faults);
    let faults = &mut *context.faults;
    let duty = Duty {
        id: id.to_owned(),
        level,
        title: written.title.clone(),
        summary: written.summary.clone(),
        search: written.search.clone(),
        atoms: written.atoms.iter().map(|atom| atom.get_ref().clone()).collect(),
        subject,
        verb,
        lead,
        beside,
        notes: written.note.iter().map(|one| note(file, one, context.sources, faults)).collect(),
        limits: written
            .limit
            .iter()
            .map(|one| limit(file, one.get_ref(), context.words, context.sources, faults))
            .collect(),
        contents: written.content.iter().map(|one| item(file, one.get_ref(), context.sources, faults)).collect(),
        results: written.result.iter().map(|one| item(file, one.get_ref(), context.sources, faults)).collect(),
        retention: written
            .retention
            .iter()
            .map(|one| limit(file, one.get_ref(), context.words, context.sources, faults))
            .collect(),
        amounts: written.amount.iter().map(|one| amount(file, one.get_ref(), context.sources, faults)).collect(),
        place: Place::file(&file.path),
    };
    twice(duty.limits.iter().chain(&duty.retention).map(|one| (one.id.as_str(), &one.place)), "limit", faults);
    twice(duty.contents.iter().map(|one| (one.id.as_str(), &one.place)), "item", faults);
    duty
}

/// Reports names that are used twice in one file.
fn twice<'a>(names: impl Iterator<Item = (&'a str, &'a Place)>, what: &str, faults: &mut Vec<Fault>) {
    let mut seen: std::collections::BTreeMap<&str, &Place> = std::collections::BTreeMap::new();
    for (name, place) in names {
        if let Some(earlier) = seen.insert(name, place) {
            faults.push(
                Fault::error("twice", format!("two {what}s of this duty are called `{name}`"))
                    .at(place.clone())
                    .also_at(earlier.clone())
                    .help("give one of them another name"),
            );
        }
    }
}

type Sources<'a> = &'a [super::citation::Source];

fn note(file: &Arc<File>, written: &SourceNote, sources: Sources<'_>, faults: &mut Vec<Fault>) -> Note {
    let kind = written.kind.get_ref();
    if !["seed", "reading", "practice", "trap"].contains(&kind.as_str()) {
        faults.push(
            Fault::error("unknown-word", format!("`{kind}` is no kind of note"))
                .at(file.place(written.kind.span()))
                .help("the kinds are `seed`, `reading`, `practice` and `trap`"),
        );
    }
    Note {
        kind: kind.clone(),
        text: written.text.clone(),
        period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
        basis: citation::all(file, &written.basis, sources, faults),
    }
}

fn limit(
    file: &Arc<File>,
    written: &SourceLimit,
    words: &super::vocabulary::Words,
    sources: Sources<'_>,
    faults: &mut Vec<Fault>,
) -> Limit {
    let budget = match written.budget.get_ref().as_str() {
        "without delay" => None,
        length => match length.parse::<Length>() {
            Ok(length) => Some(length),
            Err(error) => {
                faults.push(
                    Fault::error("unknown-word", error.to_string())
                        .at(file.place(written.budget.span()))
                        .help("write it as `2 months`, `5 working days` or `without delay`"),
                );
                None
            }
        },
    };
    let rule = written.rule.as_ref().and_then(|word| match word.get_ref().parse::<Rule>() {
        Ok(rule) => Some(rule),
        Err(error) => {
            faults.push(Fault::error("unknown-word", error.to_string()).at(file.place(word.span())));
            None
        }
    });
    Limit {
        id: written.id.get_ref().clone(),
        title: written.title.clone(),
        budget,
        starts: written.starts.clone(),
        rule,
        boxes: clause::boxes(file, written.when.as_ref(), None, words, faults),
        provided: written.provided.clone(),
        period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
        basis: citation::all(file, &written.basis, sources, faults),
        note: written.note.clone(),
        place: file.place(written.id.span()),
    }
}

fn item(file: &Arc<File>, written: &SourceContent, sources: Sources<'_>, faults: &mut Vec<Fault>) -> Item {
    Item {
        id: written.id.get_ref().clone(),
        title: written.title.clone(),
        required: written.required,
        period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
        basis: citation::all(file, &written.basis, sources, faults),
        note: written.note.clone(),
        place: file.place(written.id.span()),
    }
}

fn amount(file: &Arc<File>, written: &SourceAmount, sources: Sources<'_>, faults: &mut Vec<Fault>) -> Amount {
    Amount {
        id: written.id.get_ref().clone(),
        title: written.title.clone(),
        euro: written.euro,
        unit: written.unit.clone(),
        period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
        basis: citation::all(file, &written.basis, sources, faults),
        note: written.note.clone(),
    }
}
