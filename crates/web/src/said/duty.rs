//! Duties for programs.

use super::who::{BasisSaid, Text3, bases};
use super::{clause_conditions, value_set};
use crate::words::Words;
use register::Register;
use register::resolved::{Box as Situations, Clause, Duty, Item, Limit, Role};
use serde::Serialize;

/// A duty in a list.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct DutyShort {
    /// Its id.
    #[schema(example = "integration-plan")]
    pub id: String,
    /// `state`, `regional`, `local`, `person`.
    #[schema(example = "local")]
    pub level: String,
    /// Its name.
    pub title: Text3,
    /// How the lead bears it.
    #[schema(example = "arrange")]
    pub verb: String,
    /// What it is about: `person`, `organ`, `area`, `country`.
    #[schema(example = "person")]
    pub subject: String,
    /// Lines of the seed text that it carries.
    pub atoms: Vec<String>,
    /// Kinds or organs that lead it on the day, in some situation.
    pub leads: Vec<String>,
}

/// A duty with its whole history.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct DutySaid {
    /// What a list says of it.
    #[serde(flatten)]
    pub short: DutyShort,
    /// What it is.
    pub summary: Text3,
    /// Leads, declared gaps and those beside, in the order of the file.
    pub clauses: Vec<ClauseSaid>,
    /// Notes: `seed`, `reading`, `practice`, `trap`.
    pub notes: Vec<NoteSaid>,
    /// Time limits.
    pub limits: Vec<LimitSaid>,
    /// For how long data stay.
    pub retention: Vec<LimitSaid>,
    /// Items of statutory content lists.
    pub contents: Vec<ItemSaid>,
    /// How it may end.
    pub results: Vec<ItemSaid>,
    /// Sums of money.
    pub amounts: Vec<AmountSaid>,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ClauseSaid {
    /// Its name in the duty.
    pub id: String,
    /// `lead`, `beside` or `nobody`.
    pub role: String,
    /// The kind or organ; none for a declared gap.
    pub organ: Option<String>,
    /// How it bears the duty.
    pub verb: String,
    /// `must` or `may`.
    pub force: String,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// For whom, in words; empty: for everybody.
    #[serde(rename = "for")]
    pub conditions: Vec<String>,
    /// A judgement an official makes.
    pub provided: Option<Text3>,
    /// Why nobody leads.
    pub why: Option<Text3>,
    /// Shown with the answer.
    pub note: Option<Text3>,
    /// How sure it is.
    pub certainty: String,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct NoteSaid {
    /// `seed`, `reading`, `practice`, `trap`.
    pub kind: String,
    /// The note.
    pub text: Text3,
    /// Where it stands.
    pub basis: Vec<BasisSaid>,
}

/// A time limit.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct LimitSaid {
    /// Its name in the duty.
    pub id: String,
    /// What must be done in time.
    pub title: Text3,
    /// `2 months`, `without delay`.
    pub budget: String,
    /// The event that starts it.
    pub starts: Option<Text3>,
    /// How the last day is found.
    pub rule: Option<String>,
    /// For whom, in words; empty: for everybody.
    #[serde(rename = "for")]
    pub conditions: Vec<String>,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// An item of a content list, or a result.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ItemSaid {
    /// Its name in the duty.
    pub id: String,
    /// What it is.
    pub title: Text3,
    /// Whether the law requires it, where that is recorded.
    pub required: Option<bool>,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct AmountSaid {
    /// Its name in the duty.
    pub id: String,
    /// What it is for.
    pub title: Text3,
    /// Euro.
    pub euro: f64,
    /// Per what.
    pub unit: Option<Text3>,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// A duty in a list, on a day.
pub fn duty_short(register: &Register, duty: &Duty, on: calendar::Date) -> DutyShort {
    let mut leads = Vec::new();
    for clause in duty.lead.iter().filter(|clause| clause.role == Role::Lead && clause.period.contains(on)) {
        let bearer = named(register, clause);
        if let Some(bearer) = bearer.filter(|bearer| !leads.contains(bearer)) {
            leads.push(bearer);
        }
    }
    DutyShort {
        id: duty.id.clone(),
        level: duty.level.id().to_owned(),
        title: (&duty.title).into(),
        verb: register.resolved.words.verbs[usize::from(duty.verb)].id.clone(),
        subject: duty.subject.id().to_owned(),
        atoms: duty.atoms.clone(),
        leads,
    }
}

/// A duty with its whole history; sentences in one language.
pub fn duty(w: &Words, register: &Register, duty: &Duty, on: calendar::Date) -> DutySaid {
    let clauses = duty.lead.iter().chain(&duty.beside).map(|one| clause(w, register, one)).collect();
    DutySaid {
        short: duty_short(register, duty, on),
        summary: (&duty.summary).into(),
        clauses,
        notes: duty
            .notes
            .iter()
            .map(|one| NoteSaid {
                kind: one.kind.clone(),
                text: (&one.text).into(),
                basis: bases(w, register, &one.basis),
            })
            .collect(),
        limits: duty.limits.iter().map(|one| limit(w, register, one)).collect(),
        retention: duty.retention.iter().map(|one| limit(w, register, one)).collect(),
        contents: duty.contents.iter().map(|one| item(w, register, one)).collect(),
        results: duty.results.iter().map(|one| item(w, register, one)).collect(),
        amounts: duty
            .amounts
            .iter()
            .map(|one| AmountSaid {
                id: one.id.clone(),
                title: (&one.title).into(),
                euro: one.euro,
                unit: one.unit.as_ref().map(Text3::from),
                from: one.period.from.map(|day| day.to_string()),
                until: one.period.until.map(|day| day.to_string()),
                basis: bases(w, register, &one.basis),
            })
            .collect(),
    }
}

/// The kind or organ that a clause names.
fn named(register: &Register, clause: &Clause) -> Option<String> {
    let bearer = clause.bearer.as_ref()?;
    Some(match &register.compiled.finders[usize::from(bearer.resolver)] {
        register::compiled::Finder::Fixed(organ) => register.resolved.organs.at(*organ).id.clone(),
        register::compiled::Finder::Listed { .. } => bearer.kind.clone(),
    })
}

/// A clause for programs; its sentences in one language.
pub fn clause(w: &Words, register: &Register, one: &Clause) -> ClauseSaid {
    ClauseSaid {
        id: one.id.clone(),
        role: match one.role {
            Role::Lead => "lead",
            Role::Beside => "beside",
            Role::Nobody => "nobody",
        }
        .to_owned(),
        organ: named(register, one),
        verb: register.resolved.words.verbs[usize::from(one.verb)].id.clone(),
        force: one.force.id().to_owned(),
        from: one.period.from.map(|day| day.to_string()),
        until: one.period.until.map(|day| day.to_string()),
        conditions: clause_conditions(w, register, one),
        provided: one.provided.as_ref().map(Text3::from),
        why: one.why.as_ref().map(Text3::from),
        note: one.note.as_ref().map(Text3::from),
        certainty: one.certainty.id().to_owned(),
        basis: bases(w, register, &one.basis),
    }
}

fn limit(w: &Words, register: &Register, one: &Limit) -> LimitSaid {
    LimitSaid {
        id: one.id.clone(),
        title: (&one.title).into(),
        budget: one.budget.map_or_else(|| "without delay".to_owned(), |budget| budget.to_string()),
        starts: one.starts.as_ref().map(Text3::from),
        rule: one.rule.map(|rule| rule.name().to_owned()),
        conditions: situations(w, register, &one.boxes),
        from: one.period.from.map(|day| day.to_string()),
        until: one.period.until.map(|day| day.to_string()),
        basis: bases(w, register, &one.basis),
    }
}

/// Situations in words, one sentence a box.
pub fn situations(w: &Words, register: &Register, boxes: &[Situations]) -> Vec<String> {
    let language = super::register_language(w.language());
    boxes
        .iter()
        .map(|one| {
            let parts = one.parts.iter().map(|(attribute, set)| {
                let title = register.resolved.words.at(*attribute).title.get(language);
                w.said_fact(title, &value_set(w, register, *attribute, *set))
            });
            parts.collect::<Vec<_>>().join("; ")
        })
        .filter(|said| !said.is_empty())
        .collect()
}

fn item(w: &Words, register: &Register, one: &Item) -> ItemSaid {
    ItemSaid {
        id: one.id.clone(),
        title: (&one.title).into(),
        required: one.required,
        from: one.period.from.map(|day| day.to_string()),
        until: one.period.until.map(|day| day.to_string()),
        basis: bases(w, register, &one.basis),
    }
}
