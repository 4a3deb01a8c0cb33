//! What happens to limits when something happens to their case. Whoever opens a case, takes a step in it, moves it to
//! another version or closes it calls these in the same unit.

use jiff::civil::Date;
use register::resolved::{RunningLimit, Version};
use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::model::{Ending, Limit, NewExtension, NewStop, Refusal, Start, Stopped};
use super::queries::{self, Ladder};
use super::rules;
use crate::case::Case;
use crate::person::{self, Situation};
use crate::post::Acting;
use crate::{Error, House};

/// The case was opened: what the opening starts begins to run. Called when the case is written.
pub(crate) async fn on_opening(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    case: &Case,
    version: &Version,
) -> Result<(), Error> {
    let today = house.day(unit.now());
    for running in version.limits.iter().filter(|running| running.starts_by.is_none()) {
        start(unit, house, acting, case, version, running, today, Start::Opening).await?;
    }
    Ok(())
}

/// A step was taken: what it meets is met, and what it starts begins to run. A step to a status in which the case ends
/// starts nothing. Called once per step; if the step ends the case, before [`on_closing`].
pub(crate) async fn on_step(unit: &Unit, house: &House, acting: &Acting, case: &Case, step: &str) -> Result<(), Error> {
    let today = house.day(unit.now());
    let version = version_of(house, case)?;
    let meets = |limit: &Limit| {
        let named = version.limits.iter().find(|running| running.limit == limit.word);
        limit.finished().is_none() && named.is_some_and(|running| running.met_by.iter().any(|by| by == step))
    };
    let kept = queries::of_case(unit, case.id).await?;
    let mut running: Vec<&str> = Vec::new();
    for limit in kept.iter().filter(|limit| limit.finished().is_none()) {
        if meets(limit) {
            queries::meet(unit, limit.id, today, step, acting).await?;
            unit.journal(entry(acting, "meet", limit)?);
        } else {
            running.push(&limit.word);
        }
    }
    let ends = version.step(step).and_then(|step| version.status(&step.to)).is_some_and(|status| status.end);
    let starts = |one: &&RunningLimit| one.starts_by.as_deref() == Some(step) && !running.contains(&one.limit.as_str());
    for one in version.limits.iter().filter(|_| !ends).filter(starts) {
        start(unit, house, acting, case, version, one, today, Start::Step(step.to_owned())).await?;
    }
    Ok(())
}

/// The case closes: what was not met by then ends.
pub(crate) async fn on_closing(unit: &Unit, house: &House, acting: &Acting, case: &Case) -> Result<(), Error> {
    let today = house.day(unit.now());
    for limit in queries::of_case(unit, case.id).await?.iter().filter(|limit| limit.finished().is_none()) {
        queries::end(unit, limit.id, today, Ending::CaseClosed, acting).await?;
        unit.journal(entry(acting, "end", limit)?);
    }
    Ok(())
}

/// The case was moved to another version of its type, on or back. What the new one does not name ends; what it names and
/// the old one did not begins, counted from the day on which the case was opened (or the same step was taken), yet not from
/// before the day from which the law has it. What had ended in this way before goes on where it was, with its stops and
/// extensions: that is how a move is undone.
pub(crate) async fn on_new_version(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    case: &Case,
    to: &Version,
) -> Result<(), Error> {
    let today = house.day(unit.now());
    let kept = queries::of_case(unit, case.id).await?;
    let mut replaced: Vec<&Limit> = Vec::new();
    for limit in kept.iter().filter(|limit| limit.finished().is_none()) {
        if !to.limits.iter().any(|running| running.limit == limit.word) {
            queries::end(unit, limit.id, today, Ending::Replaced, acting).await?;
            unit.journal(entry(acting, "end", limit)?);
            replaced.push(limit);
        }
    }
    for running in &to.limits {
        let latest = kept.iter().rev().find(|limit| limit.word == running.limit);
        let started_by_same_step = || {
            let step = Start::Step(running.starts_by.clone()?);
            replaced.iter().find(|limit| limit.start == step).map(|limit| limit.started)
        };
        match latest {
            Some(limit) if matches!(limit.ended, Some((_, Ending::Replaced))) => {
                go_on(unit, house, acting, limit, to).await?;
            }
            Some(_) => {}
            None => {
                let from = match running.starts_by {
                    None => Some(house.day(case.opened)),
                    Some(_) => started_by_same_step(),
                };
                if let Some(from) = from {
                    start(unit, house, acting, case, to, running, from, Start::Version).await?;
                }
            }
        }
    }
    Ok(())
}

/// The version of the case type that a case keeps.
fn version_of<'a>(house: &'a House, case: &Case) -> Result<&'a Version, Error> {
    let version = house.case_type(&case.case_type)?.version(&case.type_version);
    version.ok_or_else(|| {
        Refusal::VersionGone { case_type: case.case_type.clone(), version: case.type_version.clone() }.into()
    })
}

/// Starts a limit, if it is for this case.
#[expect(clippy::too_many_arguments, reason = "what, of which version, in which case, since when, and by what")]
async fn start(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    case: &Case,
    version: &Version,
    running: &RunningLimit,
    from: Date,
    by: Start,
) -> Result<(), Error> {
    let Some(of_law) = house.limit_of_law(&case.duty, &running.limit) else { return Ok(()) };
    let today = house.day(unit.now());
    if !of_law.period.contains(rules::law_of(version, house.day(case.opened))) {
        return Ok(());
    }
    let situation = situation(unit, house, case, today).await?;
    let sure = match rules::applies(&house.register, of_law, &situation, today) {
        Some(false) => return Ok(()),
        known => known.is_some(),
    };
    let budget = match of_law.budget {
        None => None,
        Some(budget) => Some((budget, of_law.rule.ok_or_else(|| Refusal::NoRule(of_law.id.clone()))?)),
    };
    let mut limit = Limit {
        id: unit.new_id(),
        case: case.id,
        number: case.number,
        person: case.person,
        word: of_law.id.clone(),
        duty: case.duty.clone(),
        version: version.id.clone(),
        edition: house.register.edition.as_str().to_owned(),
        budget,
        basis: rules::basis(&house.register, of_law),
        sure,
        ladder: running.reminders.clone(),
        // A law does not count days from before it was there.
        started: of_law.period.from.filter(|_| by == Start::Version).map_or(from, |first| from.max(first)),
        start: by,
        continues: None,
        last_day: None,
        met: None,
        ended: None,
        stops: Vec::new(),
        extensions: Vec::new(),
    };
    limit.last_day = rules::last_day(&limit)?;
    queries::start(unit, &limit, acting).await?;
    move_ladder(unit, &limit, today).await?;
    unit.journal(entry(acting, "start", &limit)?);
    Ok(())
}

/// Lets a limit that was replaced go on, as a new entry with all that the old one had.
async fn go_on(unit: &Unit, house: &House, acting: &Acting, old: &Limit, to: &Version) -> Result<(), Error> {
    let mut limit = old.clone();
    (limit.id, limit.continues, limit.ended) = (unit.new_id(), Some(old.id), None);
    limit.version.clone_from(&to.id);
    queries::start(unit, &limit, acting).await?;
    for stopped in &old.stops {
        let Stopped { stop, basis, .. } = stopped;
        let new = NewStop { from: stop.from, until: stop.until, reason: &stop.reason, basis };
        queries::stop(unit, limit.id, new, None, acting).await?;
    }
    for extended in &old.extensions {
        let (by, reason, basis) = (extended.extension.by, extended.extension.reason.as_str(), extended.basis.as_str());
        queries::extend(unit, &limit, NewExtension { by, reason, basis, seen: None }, acting).await?;
    }
    move_ladder(unit, &limit, house.day(unit.now())).await?;
    unit.journal(entry(acting, "start", &limit)?);
    Ok(())
}

/// Keeps the last day, and where the ladder goes on, after the entries of a limit changed.
pub(super) async fn keep(unit: &Unit, limit: &mut Limit, today: Date) -> Result<(), Error> {
    let last_day = rules::last_day(limit)?;
    if last_day != limit.last_day {
        queries::keep_last_day(unit, limit.id, last_day).await?;
        limit.last_day = last_day;
    }
    move_ladder(unit, limit, today).await
}

async fn move_ladder(unit: &Unit, limit: &Limit, today: Date) -> Result<(), Error> {
    let before = queries::ladder(unit, limit.id).await?;
    let now = match (limit.last_day, before) {
        (None, None) => return Ok(()),
        (None, Some(ladder)) => Ladder { next: None, ..ladder },
        (Some(last_day), before) => {
            let unmoved = before.filter(|ladder| ladder.for_day == Some(last_day));
            let from = unmoved.map_or(today, |ladder| ladder.from);
            let climbed = queries::climbed(unit, limit.id, last_day).await?;
            let next = rules::next_rung(&limit.ladder, &climbed, last_day, from);
            Ladder { for_day: Some(last_day), from, next }
        }
    };
    if before != Some(now) {
        queries::keep_ladder(unit, limit.id, now).await?;
    }
    Ok(())
}

async fn situation(unit: &Unit, house: &House, case: &Case, today: Date) -> Result<Situation, Error> {
    if let Some(person) = case.person {
        let known = person::situation(unit, &house.register, person, today, unit.now()).await?;
        return Ok(known.ok_or(person::Refusal::Unknown)?);
    }
    let municipality = case.municipality.as_deref().and_then(|code| house.register.municipality_ever(code).ok());
    let municipality = municipality.map(|at| house.register.there_on(at, today));
    Ok(Situation { municipality, ..Situation::default() })
}

/// A line of the journal about a limit.
pub(super) fn entry(acting: &Acting, action: &'static str, limit: &Limit) -> Result<Entry, storage::Error> {
    let entry = Entry::new(&acting.actor, Word::new(action)?, Word::of("limit"), limit.id);
    about(entry, &limit.duty, limit.case, limit.person)
}

/// The line with its duty, case and person.
pub(super) fn about(line: Entry, duty: &str, case: Uuid, person: Option<Uuid>) -> Result<Entry, storage::Error> {
    let line = line.duty(Word::new(duty)?).case(case);
    Ok(match person {
        Some(person) => line.person(person),
        None => line,
    })
}
