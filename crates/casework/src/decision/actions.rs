//! Deciding.

use std::collections::BTreeMap;

use storage::{Entry, Unit, View, Word};
use uuid::Uuid;

use super::asking::{self, Support, SupportWord};
use super::model::{Decision, Effect, Made, NewDecision, Refusal, Standing};
use super::queries::{self, Stored};
use super::rules::{self, Asked, MissingLink};
use crate::case::step::Taking;
use crate::case::{self, Case, authority, field};
use crate::holding::Holding;
use crate::holding::queries as holdings;
use crate::post::{self, Acting};
use crate::{Error, House};

impl House {
    /// Makes a decision, and takes the step of the case that makes it, in one unit.
    ///
    /// # Errors
    /// [`Refusal::NotCompetent`] with the missing link, [`Refusal::DecidesNothing`]; those of
    /// [`House::take_step`](crate::House::take_step), among them that the case has changed since it was read;
    /// the database's.
    pub async fn decide(&self, acting: &Acting, new: NewDecision<'_>) -> Result<Decision, Error> {
        self.store.write(|unit: Unit| async move { self.made(&unit, acting, new, None).await }).await
    }

    /// Makes a decision that stands in place of an earlier one, or annuls it. The earlier one may be of this case or of
    /// another case of the same person and duty; it must stand.
    ///
    /// # Errors
    /// Those of [`House::decide`]; [`Refusal::Unknown`], [`Refusal::StandsNoLonger`], [`Refusal::OfAnotherMatter`].
    pub async fn replace_decision(
        &self,
        acting: &Acting,
        earlier: Uuid,
        effect: Effect,
        new: NewDecision<'_>,
    ) -> Result<Decision, Error> {
        let replaces = Some((effect, earlier));
        self.store.write(|unit: Unit| async move { self.made(&unit, acting, new, replaces).await }).await
    }

    async fn made(
        &self,
        unit: &Unit,
        acting: &Acting,
        new: NewDecision<'_>,
        replaces: Option<(Effect, Uuid)>,
    ) -> Result<Decision, Error> {
        let now = unit.now();
        let day = self.day(now);
        let acting = &post::in_force(unit, acting.post(), day).await?;
        let case = case::queries::one(unit, new.case).await?.ok_or(case::Refusal::Unknown)?;
        let held = holdings::of_case(unit, new.case).await?;
        // What one never bore does not exist for one.
        authority::ever_saw(unit, acting, &case, &held).await?;
        let version = self.version_of(&case)?;
        let deciding = || version.steps.iter().filter(|step| step.decides).map(|step| step.id.clone()).collect();
        let step = version
            .step(new.step)
            .ok_or_else(|| Refusal::DecidesNothing { step: new.step.to_owned(), deciding: deciding() })?;
        if !step.decides {
            return Err(Refusal::DecidesNothing { step: step.id.clone(), deciding: deciding() }.into());
        }
        let asked =
            Asked { organ: acting.organ(), function: &acting.function, case: &case, holdings: &held, step, at: now };
        let refused = |link| Refusal::NotCompetent { number: case.number, link: Box::new(link) };
        let holding = rules::competence(asked).map_err(refused)?;
        let (support, although) = self.supported(holding, day, new.although).map_err(refused)?;
        if let Some((_, earlier)) = replaces {
            replaceable(unit, acting, &case, earlier).await?;
        }
        let stretch = authority::stretch(unit, acting, case.id).await?;
        let present = case::queries::written::fields(unit, case.id, stretch).await?;
        let present = field::Fields::of(version, present);
        let made = Made {
            case: case.id,
            step: step.id.clone(),
            result: new.result.map(str::to_owned),
            texts: texts(&step.needs, &present, new.fields),
            holding: holding.id,
            organ: holding.organ.clone(),
            function: acting.function.clone(),
            post: acting.post().to_owned(),
            role: holding.role,
            edition: self.register.edition.as_str().to_owned(),
            day,
            clauses: support.path.clauses,
            basis: support.path.basis,
            certainty: support.path.certainty,
            support: support.word,
            although,
            replaces,
            case_version: new.based_on.saturating_add(1),
            at: now,
        };
        let id = unit.new_id();
        // Before the step: it may close the case, and in a closed case nothing is decided. What stands against the step
        // takes the decision back with it.
        let fresh = case.version == new.based_on;
        if fresh && !queries::left_by_one(unit, case.id, made.case_version).await? {
            queries::write(unit, id, &made).await?;
        }
        let taking = Taking {
            case: case.id,
            step: &step.id,
            based_on: new.based_on,
            fields: new.fields,
            result: new.result,
            decision: Some(id),
        };
        self.step(unit, acting, taking).await?;
        unit.journal(line(acting, "decide", id, &case)?.version(made.case_version));
        Ok(Decision { id, made, standing: Standing::Stands, notification: None })
    }

    /// What today's register says of a holding's power to decide, with the official's word where it names another.
    fn supported(
        &self,
        holding: &Holding,
        day: jiff::civil::Date,
        although: Option<&str>,
    ) -> Result<(Support, Option<String>), MissingLink> {
        let organ = self.register.organ(&holding.organ);
        let there = organ.is_ok_and(|organ| self.register.resolved.organs.at(organ).period.contains(day));
        if !there {
            return Err(MissingLink::OrganNotThere { on: day });
        }
        let support =
            asking::again(&self.register, &holding.path, day).map(|route| asking::support(&route, &holding.organ));
        let although = although.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned);
        match (support, although) {
            (Some(support), _) if support.word != SupportWord::Gone => Ok((support, None)),
            (Some(support), Some(reason)) => Ok((support, Some(reason))),
            (support, _) => Err(MissingLink::NotByLaw {
                on: day,
                edition: self.register.edition.as_str().to_owned(),
                now: support.as_ref().map(|support| support.organs.clone()).unwrap_or_default(),
                clauses: support.map(|support| support.path.clauses).unwrap_or_default(),
            }),
        }
    }
}

/// Whether a decision can be replaced by one of this case.
async fn replaceable(view: &View, acting: &Acting, case: &Case, earlier: Uuid) -> Result<(), Error> {
    let Stored { id, made, .. } = queries::stored(view, earlier).await?.ok_or(Refusal::Unknown)?;
    if !authority::stretch(view, acting, made.case).await?.holds(made.at) {
        return Err(Refusal::Unknown.into());
    }
    if made.case != case.id {
        let other = case::queries::one(view, made.case).await?.ok_or(Refusal::Unknown)?;
        if other.person != case.person || case.person.is_none() {
            // Whether there is such a decision about somebody else is not told.
            return Err(Refusal::Unknown.into());
        }
        if other.duty != case.duty {
            return Err(Refusal::OfAnotherMatter.into());
        }
    }
    match queries::standing(view, id).await? {
        Standing::Stands => Ok(()),
        Standing::No(effect, by) => Err(Refusal::StandsNoLonger { effect, by }.into()),
    }
}

/// The fields of the decision: those that the step needs and those that are given, as they stand with it.
fn texts(needs: &[String], present: &field::Fields, given: &[field::Given]) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for need in needs {
        if let Some(value) = present.value(need) {
            texts.insert(need.clone(), value.to_string());
        }
    }
    for one in given {
        match &one.value {
            Some(value) => texts.insert(one.field.clone(), value.clone()),
            None => texts.remove(&one.field),
        };
    }
    texts
}

/// A line of the journal about a decision.
pub(super) fn line(
    acting: &Acting,
    action: &'static str,
    decision: Uuid,
    case: &Case,
) -> Result<Entry, storage::Error> {
    let line = Entry::new(&acting.actor, Word::new(action)?, Word::of("decision"), decision);
    let line = line.duty(Word::new(case.duty.clone())?).case(case.id);
    Ok(match case.person {
        Some(person) => line.person(person),
        None => line,
    })
}
