//! Taking a step: what was given is read, the rules judge, and the case, the values and the change are written together.
//! A step to a status in which the case ends closes it with its result.

use std::collections::BTreeMap;

use authorization::Action;
use jiff::Timestamp;
use register::resolved::{CaseStep, Taker, Version};
use storage::{Entry, Unit, View, Word};
use uuid::Uuid;

use super::authority::{self, Borne, Stretch};
use super::field::{FieldValue, Fields, Given, WrongField, kind_word, read_all};
use super::model::{CannotStep, Case, ChangeKind, Closing, Refusal, Stale, StepTaken};
use super::queries::written::{self, Changed};
use super::queries::{self, Become};
use super::retention::retention;
use super::rules::{self, Against, Standing};
use crate::holding::queries as holdings;
use crate::holding::{Holding, Role};
use crate::limit;
use crate::post::Acting;
use crate::{Error, House};

/// As what one may act in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The takers that one is.
    pub takers: Vec<Taker>,
    /// The holdings through which the organ bears the case; a person has none.
    pub held: Vec<Holding>,
    /// What may be seen of what was written in it.
    pub stretch: Stretch,
}

impl Place {
    /// Of an organ with these holdings. One that keeps papers, and no longer bears the case, takes no steps.
    pub(crate) fn of(held: Vec<Holding>, stretch: Stretch, case: &Case, at: Timestamp) -> Self {
        let present =
            |holding: &&Holding| holding.holds_at(at) || (case.closed.is_some() && holding.until == case.closed);
        let mut takers = Vec::new();
        for (role, taker) in [(Role::Lead, Taker::Lead), (Role::Beside, Taker::Beside)] {
            if held.iter().filter(present).any(|holding| holding.role == role) {
                takers.push(taker);
            }
        }
        Self { takers, held, stretch }
    }

    /// Where somebody stands in a case.
    pub(crate) fn standing<'a>(&'a self, acting: &'a Acting, case: &'a Case) -> Standing<'a> {
        Standing {
            status: &case.status,
            closed: case.closed.is_some(),
            takers: &self.takers,
            keeps: self.held.iter().any(|holding| holding.role == Role::Lead && holding.between_chairs),
            function: &acting.function,
        }
    }
}

/// The case, and as what one may act in it: through the organ's holdings, or as the person whose case it is.
///
/// # Errors
/// [`Refusal::Unknown`] when there is no such case for this post or person.
pub(crate) async fn place(
    view: &View,
    acting: &Acting,
    case: Uuid,
    at: Timestamp,
    action: Action,
) -> Result<(Case, Place), Error> {
    if let Some(person) = acting.person() {
        let found = queries::one(view, case).await?.filter(|found| found.person == Some(person));
        let place = Place { takers: vec![Taker::Person], held: Vec::new(), stretch: Stretch::WHOLE };
        return Ok((found.ok_or(Refusal::Unknown)?, place));
    }
    let Borne { case: found, held, stretch, .. } = authority::bears(view, acting, case, at, action).await?;
    let place = Place::of(held, stretch, &found, at);
    Ok((found, place))
}

/// A step that somebody wants to take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taking<'a> {
    /// The case.
    pub case: Uuid,
    /// The step's word.
    pub step: &'a str,
    /// The version of the case that it is based on.
    pub based_on: i64,
    /// Values to write down with it.
    pub fields: &'a [Given],
    /// The result that it gives.
    pub result: Option<&'a str>,
    /// The decision that is made with it, in the same unit.
    pub decision: Option<Uuid>,
}

impl House {
    /// Takes a step in a case, as the acting post or person. `based_on` is the version of the case that they saw.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::UnknownStep`], [`Refusal::Stale`]; [`Refusal::CannotStep`] with all that stands
    /// against it at once; [`Refusal::NeedsDecision`] when nothing does but that it is taken by deciding; the database's
    /// errors.
    pub async fn take_step(
        &self,
        acting: &Acting,
        case: Uuid,
        step: &str,
        based_on: i64,
        fields: &[Given],
        result: Option<&str>,
    ) -> Result<StepTaken, Error> {
        let taking = Taking { case, step, based_on, fields, result, decision: None };
        self.store.write(|unit: Unit| async move { self.step(&unit, acting, taking).await }).await
    }

    /// The version of its type that a case keeps.
    ///
    /// # Errors
    /// [`Refusal::UnknownType`], [`Refusal::UnknownVersion`] when the register no longer holds it.
    pub fn version_of(&self, case: &Case) -> Result<&Version, Refusal> {
        self.case_type(&case.case_type)?.version(&case.type_version).ok_or_else(|| Refusal::UnknownVersion {
            case_type: case.case_type.clone(),
            version: case.type_version.clone(),
        })
    }

    /// Takes a step within a unit: also the one of a decision, which is made in the same unit.
    pub(crate) async fn step(&self, unit: &Unit, acting: &Acting, taking: Taking<'_>) -> Result<StepTaken, Error> {
        let (case, place) = place(unit, acting, taking.case, unit.now(), Action::TakeStep).await?;
        let version = self.version_of(&case)?;
        let step = version.step(taking.step).ok_or_else(|| Refusal::UnknownStep {
            step: taking.step.to_owned(),
            of: version.steps.iter().map(|step| step.id.clone()).collect(),
        })?;
        if case.version != taking.based_on {
            let by = written::change_to(unit, case.id, case.version).await?;
            let stale = Stale { number: case.number, based_on: taking.based_on, now: case.version, by };
            return Err(Refusal::Stale(Box::new(stale)).into());
        }
        let present = Fields::of(version, written::fields(unit, case.id, place.stretch).await?);
        let standing = place.standing(acting, &case);
        let values = judge(&case, version, step, standing, &present, taking)?;
        let taken_as = rules::taken_as(step, standing.takers).map_or("", rules::taker_word);
        let closes = taking.result.filter(|_| rules::ends(version, &step.to));
        let closing = match closes {
            Some(result) => Some(self.close(unit, &case, version, result).await?),
            None => None,
        };
        limit::on_step(unit, self, acting, &case, &step.id).await?;
        if closes.is_some() {
            limit::on_closing(unit, self, acting, &case).await?;
        }
        let now = unit.now().max(case.opened);
        let closes = closes.map(|result| (result, now));
        queries::change(unit, &case, Become { status: &step.to, type_version: &version.id, closes }).await?;
        let changed = Changed {
            before: &case,
            status: &step.to,
            type_version: &version.id,
            what: ChangeKind::Step,
            step: Some((&step.id, taken_as)),
            result: taking.result,
            decision: taking.decision,
        };
        written::changed(unit, acting, changed).await?;
        for field in &version.fields {
            // What is as it was is not written once more.
            if let Some(value) = values.get(field.id.as_str())
                && value.as_ref() != present.value(&field.id)
            {
                let value = value.as_ref().map(FieldValue::to_string);
                written::write_field(unit, acting, &case, (&field.id, kind_word(&field.kind)), value).await?;
            }
        }
        if let Some(closing) = &closing {
            written::close(unit, case.id, closing, now).await?;
        }
        unit.journal(entry(acting, Word::of("step"), &case)?.version(case.version + 1));
        Ok(StepTaken { version: case.version + 1, status: step.to.clone(), closing })
    }

    /// Clears the way for closing: what was planned is withdrawn. Says how long the case will be kept.
    async fn close(&self, unit: &Unit, case: &Case, version: &Version, result: &str) -> Result<Closing, Error> {
        // The last planned one first: each withdrawal lets the one before it go on.
        let mut held = holdings::of_case(unit, case.id).await?;
        held.sort_by_key(|holding| std::cmp::Reverse(holding.from));
        for planned in held.iter().filter(|holding| holding.from > unit.now().max(case.opened)) {
            holdings::withdraw(unit, planned.id).await?;
        }
        let today = self.day(unit.now());
        let case_type = self.case_type(&case.case_type)?;
        let kept = retention(&self.register, case_type, version, result, today, today);
        let (rule, basis, keep_until) = kept.map(|kept| (kept.rule, kept.basis, kept.until.day())).unwrap_or_default();
        let edition = self.register.edition.as_str().to_owned();
        Ok(Closing { result: result.to_owned(), rule, basis, closed_on: today, keep_until, edition })
    }
}

/// The values to be written down, or everything that stands against the step.
fn judge<'a>(
    case: &Case,
    version: &'a Version,
    step: &CaseStep,
    standing: Standing<'_>,
    present: &Fields,
    taking: Taking<'_>,
) -> Result<BTreeMap<&'a str, Option<FieldValue>>, Refusal> {
    let own = standing.takers == [Taker::Person];
    let (values, fields) = match read_all(version, taking.fields, own) {
        Ok(values) => (values, Vec::new()),
        Err(wrong) => (BTreeMap::new(), wrong),
    };
    // A field that was given, if wrongly, is not missing besides.
    let holds = |field: &str| match values.get(field) {
        Some(value) => value.is_some(),
        None => present.holds(field) || fields.iter().any(|wrong: &WrongField| wrong.field == field),
    };
    let mut against = rules::against(step, standing, holds, taking.decision.is_some());
    against.extend(rules::against_result(version, step, taking.result));
    if against.is_empty() && fields.is_empty() {
        return Ok(values);
    }
    let (number, step) = (case.number, step.id.clone());
    if fields.is_empty() && against == [Against::NeedsDecision] {
        return Err(Refusal::NeedsDecision { number, step });
    }
    Err(Refusal::CannotStep(Box::new(CannotStep { number, step, against, fields })))
}

/// A line of the journal about a case.
pub(crate) fn entry(acting: &Acting, action: Word, case: &Case) -> Result<Entry, storage::Error> {
    let line = Entry::new(&acting.actor, action, Word::of("case"), case.id);
    let line = line.duty(Word::new(case.duty.clone())?).case(case.id);
    Ok(match case.person {
        Some(person) => line.person(person),
        None => line,
    })
}
