//! Recording what is known of a person: saying, correcting, ending, withdrawing. Each is there twice: to be part of
//! another's unit of work, and as an action of its own. As an action it also moves the open cases that follow from the fact
//! (`handover/facts.rs`): nobody can change what is known and leave responsibility where it was.

use jiff::civil::Date;
use register::Register;
use register::ask::{Facts, Refusal as Says};
use storage::{Entry, Unit, View, Word};
use uuid::Uuid;

use super::attributes;
use super::model::{Contradiction, Fact, NewFact, Recorded, Refusal};
use super::rules::{self, Believed, Change};
use super::sight::{Sight, writes};
use super::{NAME, Name, queries};
use crate::handover::FactChange;
use crate::post::Acting;
use crate::{Error, House};

/// What is true instead of a fact that was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The value.
    pub value: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// Where it comes from.
    pub source: String,
}

/// Records a fact, as part of a unit of work.
///
/// # Errors
/// [`Refusal::Unknown`] when the acting post may not see the person; what is wrong with the fact; the database's.
pub(crate) async fn record(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    person: Uuid,
    new: &NewFact,
) -> Result<Recorded, Error> {
    let sight = writes(unit, acting, person, unit.now(), house.day(unit.now())).await?;
    record_seen(unit, house, acting, sight, person, new).await
}

/// [`record`], where it was asked already in this unit what the acting post sees of the person.
///
/// # Errors
/// As [`record`].
pub(super) async fn record_seen(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    sight: Sight,
    person: Uuid,
    new: &NewFact,
) -> Result<Recorded, Error> {
    let new = attributes::clean(&house.register, new)?;
    let timeline = queries::timeline(unit, person, &new.attribute, &new.slot).await?;
    let rows = believed(&timeline);
    let said = (new.value.as_str(), new.source.as_str(), new.from, new.until);
    let mut change = rules::state(&rows, said.0, said.1, said.2, said.3);
    // What says the same already and is closed to the organ does not exist for it: it is said anew, by it.
    let closed = |id: &Uuid| timeline.iter().any(|fact| fact.id == *id && !sight.sees(fact));
    if let Some(hidden) = change.already.filter(closed) {
        change = rules::correct(&rows, hidden, Some(said)).ok_or(Refusal::UnknownFact)?;
    }
    let of = Of { person, attribute: &new.attribute, slot: &new.slot, timeline, action: Word::of("record") };
    keep(unit, house, acting, sight, of, change).await
}

/// Ends what holds on a day of an attribute, from that day on. Rows that begin later stay.
///
/// # Errors
/// As [`record`]; [`Refusal::NothingToEnd`].
pub(crate) async fn end(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    person: Uuid,
    attribute: &str,
    slot: &str,
    from: Date,
) -> Result<Recorded, Error> {
    let sight = writes(unit, acting, person, unit.now(), house.day(unit.now())).await?;
    let timeline = queries::timeline(unit, person, attribute, slot).await?;
    let visible: Vec<Fact> = timeline.iter().filter(|fact| sight.sees(fact)).cloned().collect();
    let change = rules::end(&believed(&visible), from)
        .ok_or_else(|| Refusal::NothingToEnd { attribute: attribute.to_owned(), on: from })?;
    let of = Of { person, attribute, slot, timeline, action: Word::of("end") };
    keep(unit, house, acting, sight, of, change).await
}

/// Says that a fact was wrong, and what is true instead. Days of the wrong fact that the correction leaves out are no
/// longer known.
///
/// # Errors
/// As [`record`]; [`Refusal::UnknownFact`] when it is not believed, or not the person's.
pub(crate) async fn correct(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    person: Uuid,
    fact: Uuid,
    instead: &Correction,
) -> Result<Recorded, Error> {
    replace(unit, house, acting, person, fact, Some(instead)).await
}

/// Says that a fact was wrong, and nothing instead.
///
/// # Errors
/// As [`correct`].
pub(crate) async fn withdraw(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    person: Uuid,
    fact: Uuid,
) -> Result<Recorded, Error> {
    replace(unit, house, acting, person, fact, None).await
}

async fn replace(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    person: Uuid,
    fact: Uuid,
    instead: Option<&Correction>,
) -> Result<Recorded, Error> {
    let sight = writes(unit, acting, person, unit.now(), house.day(unit.now())).await?;
    let wrong =
        queries::one_fact(unit, person, fact).await?.filter(|wrong| wrong.withdrawn_at.is_none() && sight.sees(wrong));
    let Fact { attribute, slot, .. } = wrong.ok_or(Refusal::UnknownFact)?;
    let instead = instead
        .map(|instead| {
            let Correction { value, from, until, source } = instead.clone();
            let new = NewFact { attribute: attribute.clone(), slot: slot.clone(), value, from, until, source };
            attributes::clean(&house.register, &new)
        })
        .transpose()?;
    let timeline = queries::timeline(unit, person, &attribute, &slot).await?;
    let said = instead.as_ref().map(|new| (new.value.as_str(), new.source.as_str(), new.from, new.until));
    let change = rules::correct(&believed(&timeline), fact, said).ok_or(Refusal::UnknownFact)?;
    let action = Word::of(if instead.is_some() { "correct" } else { "withdraw" });
    keep(unit, house, acting, sight, Of { person, attribute: &attribute, slot: &slot, timeline, action }, change).await
}

fn believed(timeline: &[Fact]) -> Vec<Believed> {
    timeline
        .iter()
        .map(|fact| Believed {
            id: fact.id,
            value: fact.value.clone(),
            source: fact.source.clone(),
            from: fact.from,
            until: fact.until,
        })
        .collect()
}

/// What a change is of.
struct Of<'a> {
    person: Uuid,
    attribute: &'a str,
    slot: &'a str,
    timeline: Vec<Fact>,
    action: Word,
}

/// Writes the change and tells the journal.
async fn keep(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    sight: Sight,
    of: Of<'_>,
    change: Change,
) -> Result<Recorded, Error> {
    let Of { person, attribute, slot, timeline, action } = of;
    let entry = |id: Uuid| Entry::new(&acting.actor, action.clone(), Word::of("fact"), id).person(person);
    // Since when a value differs would tell of a row that is closed to the organ what it says.
    let hidden = |id: &Uuid| timeline.iter().any(|row| row.id == *id && !sight.sees(row));
    let is_open = !change.withdrawn.iter().any(hidden);
    let mut recorded = Recorded {
        person,
        attribute: attribute.to_owned(),
        fact: change.already,
        written: Vec::new(),
        withdrawn: Vec::new(),
        contradictions: Vec::new(),
        days: if is_open { rules::differs(&believed(&timeline), &change) } else { Vec::new() },
    };
    for id in &change.withdrawn {
        queries::withdraw_fact(unit, *id, acting.post()).await?;
        let row = timeline.iter().find(|row| row.id == *id).cloned();
        recorded.withdrawn.extend(row.and_then(|row| sight.shown(Fact { withdrawn_at: Some(unit.now()), ..row })));
    }
    for (written, is_said) in
        change.rests.iter().map(|rest| (rest, false)).chain(change.said.iter().map(|said| (said, true)))
    {
        let rest_of = timeline.iter().find(|row| !is_said && written.replaces == Some(row.id));
        let fact = queries::write_fact(unit, acting, person, attribute, slot, written, rest_of).await?;
        if attribute == NAME
            && let Some(name) = Name::read(&fact.value)
        {
            queries::write_keys(unit, person, fact.id, &name.keys()).await?;
        }
        if is_said {
            recorded.fact = Some(fact.id);
        }
        recorded.written.extend(sight.shown(fact));
    }
    // The line names the fact that says it; where nothing is said, the one that is no longer believed.
    unit.journal(entry(recorded.fact.or_else(|| change.withdrawn.first().copied()).unwrap_or(person)));
    if recorded.is_change() {
        queries::raise_version(unit, person).await?;
        recorded.contradictions = contradictions(unit, &house.register, &sight, attribute, &recorded).await?;
    }
    Ok(recorded)
}

/// What does not go together with the attribute on the days on which something of it changed.
async fn contradictions(
    view: &View,
    register: &Register,
    sight: &Sight,
    attribute: &str,
    recorded: &Recorded,
) -> Result<Vec<Contradiction>, Error> {
    let Some((index, _)) = register.resolved.words.attribute(attribute) else { return Ok(Vec::new()) };
    let said = recorded.written.iter().filter(|fact| Some(fact.id) == recorded.fact);
    let Some((from, until)) = said.map(|fact| (fact.from, fact.until)).next() else { return Ok(Vec::new()) };
    let mut facts = queries::believed(view, recorded.person).await?;
    facts.retain(|fact| sight.sees(fact));
    let mut days: Vec<Date> = facts.iter().flat_map(|fact| [Some(fact.from), fact.until]).flatten().collect();
    days.push(from);
    days.retain(|day| *day >= from && until.is_none_or(|until| *day < until));
    days.sort_unstable();
    days.dedup();
    let mut found: Vec<Contradiction> = Vec::new();
    for on in days {
        let mut known = Facts::none();
        for fact in &facts {
            if fact.from <= on
                && fact.until.is_none_or(|until| on < until)
                && let Ok((attribute, given)) = register.fact(&fact.attribute, &fact.value)
            {
                known.set(attribute, given);
            }
        }
        if let Err(Says::Contradiction { attributes, why }) = register.consistent(on, &known)
            && attributes.contains(&index)
        {
            let words = &register.resolved.words;
            let attributes = attributes.iter().map(|attribute| words.at(*attribute).id.clone()).collect();
            let told = Contradiction { on, attributes, why };
            if !found.iter().any(|earlier| earlier.attributes == told.attributes && earlier.why == told.why) {
                found.push(told);
            }
        }
    }
    Ok(found)
}

impl House {
    /// Records a fact, and moves what it moves, without anybody having been shown it before.
    ///
    /// # Errors
    /// As [`House::change_fact_and_move`].
    pub async fn record_fact(&self, acting: &Acting, person: Uuid, new: &NewFact) -> Result<Recorded, Error> {
        let change = FactChange::Record(new.clone());
        Ok(self.change_fact_and_move(acting, person, &change, None).await?.recorded)
    }

    /// Ends what holds of an attribute on a day, from that day on, and moves what that moves.
    ///
    /// # Errors
    /// As [`House::change_fact_and_move`].
    pub async fn end_fact(
        &self,
        acting: &Acting,
        person: Uuid,
        attribute: &str,
        slot: &str,
        from: Date,
    ) -> Result<Recorded, Error> {
        let change = FactChange::End { attribute: attribute.to_owned(), slot: slot.to_owned(), from };
        Ok(self.change_fact_and_move(acting, person, &change, None).await?.recorded)
    }

    /// Corrects a fact that was wrong, and moves what that moves.
    ///
    /// # Errors
    /// As [`House::change_fact_and_move`].
    pub async fn correct_fact(
        &self,
        acting: &Acting,
        person: Uuid,
        fact: Uuid,
        instead: &Correction,
    ) -> Result<Recorded, Error> {
        let change = FactChange::Correct { fact, instead: instead.clone() };
        Ok(self.change_fact_and_move(acting, person, &change, None).await?.recorded)
    }

    /// Withdraws a fact that was wrong, and moves what that moves.
    ///
    /// # Errors
    /// As [`House::change_fact_and_move`].
    pub async fn withdraw_fact(&self, acting: &Acting, person: Uuid, fact: Uuid) -> Result<Recorded, Error> {
        Ok(self.change_fact_and_move(acting, person, &FactChange::Withdraw { fact }, None).await?.recorded)
    }
}
