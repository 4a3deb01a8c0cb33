//! Case types: how a duty is carried out.

use super::citation::{self, Citation, Source};
use super::duty::{self, Duty, DutyIndex};
use super::organs::Organs;
use crate::fault::{Fault, Place};
use crate::source::{Parsed, SourceCaseType, SourceRegister, SourceVersion, Text};
use calendar::{Date, Period};
use serde_spanned::Spanned;

/// A case type.
#[derive(Debug, Clone)]
pub struct CaseType {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The duty that its cases carry out.
    pub duty: DutyIndex,
    /// The kind of the organ that keeps a case which nobody leads.
    pub keeper: String,
    /// Whether an official may open such a case outside of the holdings of their organ: for an hour, with a reason, reviewed by
    /// another organ, and shown to the person.
    pub opened_outside: bool,
    /// Whether only the lead knows of such cases: nobody beside sees them, nor has them in a count.
    pub secluded: bool,
    /// Whether its cases supervise: the organ that leads one reads the files that the case drew.
    pub supervises: bool,
    /// Its versions.
    pub versions: Vec<Version>,
    /// Where it stands.
    pub place: Place,
}

impl CaseType {
    /// The version of cases opened on a day.
    pub fn version_on(&self, day: Date) -> Option<&Version> {
        self.versions.iter().find(|version| version.period.contains(day))
    }

    /// The version of that word.
    pub fn version(&self, id: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == id)
    }
}

/// A version of a case type.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its word.
    pub id: String,
    /// When cases of it are opened.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// Where a case may stand.
    pub statuses: Vec<CaseStatus>,
    /// What may be done.
    pub steps: Vec<CaseStep>,
    /// How it may end.
    pub results: Vec<CaseResult>,
    /// What is written down.
    pub fields: Vec<Field>,
    /// Which time limits run.
    pub limits: Vec<RunningLimit>,
    /// Where it stands.
    pub place: Place,
}

impl Version {
    /// The status in which a case begins.
    pub fn start(&self) -> Option<&CaseStatus> {
        self.statuses.iter().find(|status| status.start)
    }

    /// The status of that word.
    pub fn status(&self, id: &str) -> Option<&CaseStatus> {
        self.statuses.iter().find(|status| status.id == id)
    }

    /// The step of that word.
    pub fn step(&self, id: &str) -> Option<&CaseStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The field of that word.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }
}

/// Where a case may stand.
#[derive(Debug, Clone)]
pub struct CaseStatus {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What the person sees.
    pub person: Text,
    /// A case begins here.
    pub start: bool,
    /// A case ends here.
    pub end: bool,
    /// Where it stands.
    pub place: Place,
}

/// Who may take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taker {
    /// The organ that leads.
    Lead,
    /// An organ beside it.
    Beside,
    /// The person whose case it is.
    Person,
}

/// What may be done.
#[derive(Debug, Clone)]
pub struct CaseStep {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The statuses from which it may be taken.
    pub from: Vec<String>,
    /// The status to which it leads.
    pub to: String,
    /// Who may take it.
    pub by: Vec<Taker>,
    /// The functions that may take it; empty: any.
    pub functions: Vec<String>,
    /// Fields that must be filled in before.
    pub needs: Vec<String>,
    /// It makes an administrative decision.
    pub decides: bool,
    /// The results it may give.
    pub results: Vec<String>,
    /// Where it stands.
    pub place: Place,
}

/// How a case may end.
#[derive(Debug, Clone)]
pub struct CaseResult {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The retention rule of the duty.
    pub retention: String,
    /// Citations.
    pub basis: Vec<Citation>,
}

/// What kind of value a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// Yes or no.
    YesNo,
    /// A day.
    Day,
    /// A whole number.
    Number,
    /// One of these words.
    Choice(Vec<(String, Text)>),
}

/// What is written down.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What kind of value it takes.
    pub kind: FieldKind,
    /// The item of the statutory content list that it answers.
    pub content: Option<String>,
    /// Whether the person sees it.
    pub person_sees: bool,
    /// Where it stands.
    pub place: Place,
}

/// A time limit that runs in a case.
#[derive(Debug, Clone)]
pub struct RunningLimit {
    /// The limit of the duty.
    pub limit: String,
    /// The step that starts it; none: the opening of the case.
    pub starts_by: Option<String>,
    /// The steps that meet it.
    pub met_by: Vec<String>,
    /// Days from the last day on which somebody is reminded, ascending.
    pub reminders: Vec<i32>,
    /// Where it stands.
    pub place: Place,
}

/// Looks the names of all case types up.
pub(super) fn resolve(
    source: &SourceRegister,
    duties: &[Duty],
    organs: &Organs,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Vec<CaseType> {
    source.case_types.iter().filter_map(|(id, parsed)| one(id, parsed, duties, organs, sources, faults)).collect()
}

fn one(
    id: &str,
    parsed: &Parsed<SourceCaseType>,
    duties: &[Duty],
    organs: &Organs,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Option<CaseType> {
    let written = &parsed.content;
    let duty = duty::find(written.duty.get_ref(), duties, || parsed.place(written.duty.span()), faults)?;
    if organs.kind(written.keeper.get_ref()).is_none() {
        faults.push(organs.unknown(written.keeper.get_ref(), parsed.place(written.keeper.span())));
    }
    let versions = written
        .version
        .iter()
        .map(|spanned| version(parsed, spanned.get_ref(), &duties[usize::from(duty)], sources, faults))
        .collect();
    Some(CaseType {
        id: id.to_owned(),
        title: written.title.clone(),
        duty,
        keeper: written.keeper.get_ref().clone(),
        opened_outside: written.opened_outside,
        secluded: written.secluded,
        supervises: written.supervises,
        versions,
        place: Place::file(&parsed.file.path),
    })
}

/// Names of one kind in a version, with the fault when one leads nowhere.
struct Names<'a> {
    what: &'static str,
    known: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn new(what: &'static str, known: impl Iterator<Item = &'a str>) -> Self {
        Self { what, known: known.collect() }
    }

    fn look(&self, parsed: &Parsed<SourceCaseType>, name: &Spanned<String>, faults: &mut Vec<Fault>) -> String {
        let word = name.get_ref();
        if !self.known.contains(&word.as_str()) {
            faults.push(
                Fault::error("unknown-name", format!("`{word}` is no {} of this version", self.what))
                    .at(parsed.place(name.span()))
                    .did_you_mean(word, self.known.iter().copied()),
            );
        }
        word.clone()
    }
}

fn version(
    parsed: &Parsed<SourceCaseType>,
    written: &SourceVersion,
    duty: &Duty,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Version {
    let statuses = Names::new("status", written.status.iter().map(|one| one.get_ref().id.get_ref().as_str()));
    let steps = Names::new("step", written.step.iter().map(|one| one.get_ref().id.get_ref().as_str()));
    let results = Names::new("result", written.result.iter().map(|one| one.get_ref().id.get_ref().as_str()));
    let fields = Names::new("field", written.field.iter().map(|one| one.get_ref().id.get_ref().as_str()));
    let contents = Names::new("item", duty.contents.iter().map(|one| one.id.as_str()));
    let limits = Names::new("limit", duty.limits.iter().map(|one| one.id.as_str()));
    let retention = Names::new("retention rule", duty.retention.iter().map(|one| one.id.as_str()));
    Version {
        id: written.id.get_ref().clone(),
        period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
        basis: citation::all(&parsed.file, &written.basis, sources, faults),
        statuses: written
            .status
            .iter()
            .map(|spanned| {
                let one = spanned.get_ref();
                CaseStatus {
                    id: one.id.get_ref().clone(),
                    title: one.title.clone(),
                    person: one.person.clone(),
                    start: one.start,
                    end: one.end,
                    place: parsed.place(one.id.span()),
                }
            })
            .collect(),
        steps: written
            .step
            .iter()
            .map(|spanned| {
                let one = spanned.get_ref();
                let mut all = |names: &Names<'_>, list: &[Spanned<String>]| -> Vec<String> {
                    list.iter().map(|name| names.look(parsed, name, faults)).collect()
                };
                let from = all(&statuses, &one.from);
                let needs = all(&fields, &one.needs);
                let given = all(&results, &one.results);
                let to = statuses.look(parsed, &one.to, faults);
                CaseStep {
                    id: one.id.get_ref().clone(),
                    title: one.title.clone(),
                    from,
                    to,
                    by: one.by.iter().filter_map(|word| taker(parsed, word, faults)).collect(),
                    functions: one.function.iter().map(|word| word.get_ref().clone()).collect(),
                    needs,
                    decides: one.decides,
                    results: given,
                    place: parsed.place(one.id.span()),
                }
            })
            .collect(),
        results: written
            .result
            .iter()
            .map(|spanned| {
                let one = spanned.get_ref();
                CaseResult {
                    id: one.id.get_ref().clone(),
                    title: one.title.clone(),
                    retention: retention.look(parsed, &one.retention, faults),
                    basis: citation::all(&parsed.file, &one.basis, sources, faults),
                }
            })
            .collect(),
        fields: written
            .field
            .iter()
            .map(|spanned| {
                let one = spanned.get_ref();
                Field {
                    id: one.id.get_ref().clone(),
                    title: one.title.clone(),
                    kind: field_kind(parsed, &one.kind, &one.values, faults),
                    content: one.content.as_ref().map(|name| contents.look(parsed, name, faults)),
                    person_sees: one.person_sees,
                    place: parsed.place(one.id.span()),
                }
            })
            .collect(),
        limits: written
            .limit
            .iter()
            .map(|spanned| {
                let one = spanned.get_ref();
                let mut reminders = one.reminders.clone();
                reminders.sort_unstable();
                RunningLimit {
                    limit: limits.look(parsed, &one.limit, faults),
                    starts_by: one.starts_by.as_ref().map(|name| steps.look(parsed, name, faults)),
                    met_by: one.met_by.iter().map(|name| steps.look(parsed, name, faults)).collect(),
                    reminders,
                    place: parsed.place(one.limit.span()),
                }
            })
            .collect(),
        place: parsed.place(written.id.span()),
    }
}

fn taker(parsed: &Parsed<SourceCaseType>, word: &Spanned<String>, faults: &mut Vec<Fault>) -> Option<Taker> {
    match word.get_ref().as_str() {
        "lead" => Some(Taker::Lead),
        "beside" => Some(Taker::Beside),
        "person" => Some(Taker::Person),
        other => {
            faults.push(
                Fault::error("unknown-word", format!("`{other}` cannot take a step"))
                    .at(parsed.place(word.span()))
                    .help("steps are taken by `lead`, `beside` or `person`"),
            );
            None
        }
    }
}

fn field_kind(
    parsed: &Parsed<SourceCaseType>,
    word: &Spanned<String>,
    values: &[crate::source::SourceValue],
    faults: &mut Vec<Fault>,
) -> FieldKind {
    match word.get_ref().as_str() {
        "text" => FieldKind::Text,
        "long-text" => FieldKind::LongText,
        "yes-no" => FieldKind::YesNo,
        "day" => FieldKind::Day,
        "number" => FieldKind::Number,
        "choice" => FieldKind::Choice(values.iter().map(|value| (value.id.clone(), value.title.clone())).collect()),
        other => {
            faults.push(
                Fault::error("unknown-word", format!("`{other}` is no kind of field"))
                    .at(parsed.place(word.span()))
                    .did_you_mean(other, ["text", "long-text", "yes-no", "day", "number", "choice"]),
            );
            FieldKind::Text
        }
    }
}
