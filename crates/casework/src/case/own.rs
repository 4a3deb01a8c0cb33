//! What the person sees of their case: where it stands, in their words; who is responsible, since when, until when and why;
//! and what was written down that is for them to see.

use authorization::Action;
use jiff::Timestamp;
use register::source::Text;
use storage::{Look, Word};
use uuid::Uuid;

use super::field::{CaseField, Fields};
use super::model::Case;
use super::queries::{lists, written};
use super::reading::tell;
use super::retention::Retention;
use super::rules::{self, NextStep};
use super::step::{entry, place};
use crate::holding::queries as holdings;
use crate::holding::{Between, Holding};
use crate::post::Acting;
use crate::{Error, House};

/// A case, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonView {
    /// Its identity.
    pub case: Uuid,
    /// The number that people use.
    pub number: i64,
    /// Its version: a step is based on it.
    pub version: i64,
    /// The name of its type.
    pub title: Text,
    /// The word of its status.
    pub status: String,
    /// What the status means for the person, in the words of the case type.
    pub says: Text,
    /// When it was opened.
    pub opened: Timestamp,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// The name of the result.
    pub result: Option<Text>,
    /// Who is responsible now, or was when it closed.
    pub responsible: Option<Responsible>,
    /// Who will be, where that is planned.
    pub next: Vec<Responsible>,
    /// Who stands beside.
    pub beside: Vec<Responsible>,
    /// What was written down that the person sees, with its value.
    pub fields: Vec<CaseField>,
    /// The steps that the person may take themselves.
    pub steps: Vec<NextStep>,
    /// How long it is kept.
    pub retention: Option<Retention>,
}

/// An organ that is responsible, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responsible {
    /// The organ's word.
    pub organ: String,
    /// Its name; empty when the register no longer knows it.
    pub name: Text,
    /// How it bears the duty, by the verb's word.
    pub verb: String,
    /// Since when.
    pub since: Timestamp,
    /// Until when, where that is known.
    pub until: Option<Timestamp>,
    /// Citations.
    pub basis: Vec<String>,
    /// Why nobody leads and this organ looks after the case, if so.
    pub between: Option<Between>,
}

impl House {
    /// A case as the person sees it: for the person, and for an organ that bears it.
    ///
    /// # Errors
    /// [`Refusal::Unknown`](super::Refusal::Unknown) when there is no such case for them; the database's errors.
    pub async fn person_view(&self, acting: &Acting, case: Uuid) -> Result<PersonView, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let (case, place) = place(&look, acting, case, now, Action::Read).await?;
                let held = holdings::of_case(&look, case.id).await?;
                let fields = written::fields(&look, case.id, place.stretch).await?;
                look.journal(entry(acting, Word::of("read"), &case)?.version(case.version));
                let version = self.version_of(&case)?;
                let fields = Fields::of(version, fields);
                let person = rules::Standing {
                    status: &case.status,
                    closed: case.closed.is_some(),
                    takers: &[register::resolved::Taker::Person],
                    keeps: false,
                    function: "",
                };
                let steps = rules::next_steps(version, person, |field| fields.holds(field));
                let status = version.status(&case.status);
                let result = version.results.iter().find(|result| case.result.as_ref() == Some(&result.id));
                let responsible = |at: &dyn Fn(&&Holding) -> bool, role| -> Vec<Responsible> {
                    let of_role = held.iter().filter(|holding| holding.role == role);
                    of_role.filter(at).map(|holding| self.responsible(holding)).collect()
                };
                let present = |holding: &&Holding| {
                    holding.holds_at(now) || (case.closed.is_some() && holding.until == case.closed)
                };
                let planned = |holding: &&Holding| holding.from > now;
                Ok(PersonView {
                    case: case.id,
                    number: case.number,
                    version: case.version,
                    title: self.case_type(&case.case_type)?.title.clone(),
                    status: case.status.clone(),
                    says: status.map(|status| status.person.clone()).unwrap_or_default(),
                    opened: case.opened,
                    closed: case.closed,
                    result: result.map(|result| result.title.clone()),
                    responsible: responsible(&present, crate::holding::Role::Lead).pop(),
                    next: responsible(&planned, crate::holding::Role::Lead),
                    beside: responsible(&present, crate::holding::Role::Beside),
                    retention: self.retention_of(&case, self.day(now))?,
                    fields: fields.present.into_iter().filter(|field| field.person_sees).collect(),
                    steps: steps.into_iter().filter(NextStep::may).collect(),
                })
            })
            .await
    }

    /// All cases of the person who acts, by number. None for a post: it asks
    /// [`cases_of_person`](House::cases_of_person).
    ///
    /// # Errors
    /// The database's.
    pub async fn own_cases(&self, acting: &Acting) -> Result<Vec<Case>, Error> {
        let Some(person) = acting.person() else { return Ok(Vec::new()) };
        self.store
            .look(|look: Look| async move {
                let cases = lists::own(&look, person).await?;
                tell(&look, acting, cases.iter())?;
                Ok(cases)
            })
            .await
    }

    fn responsible(&self, holding: &Holding) -> Responsible {
        let organ = self.register.organ(&holding.organ).ok();
        Responsible {
            organ: holding.organ.clone(),
            name: organ.map(|organ| self.register.resolved.organs.at(organ).names.clone()).unwrap_or_default(),
            verb: holding.verb.clone(),
            since: holding.from,
            until: holding.until,
            basis: holding.path.basis.clone(),
            between: holding.path.between.clone(),
        }
    }
}
