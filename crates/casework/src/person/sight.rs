//! Who may see a person, and what of it. One condition, used by every reading and every action about people.
//!
//! An organ sees a person through a holding in one of the person's cases: one that holds now, or that held when the case
//! closed, as it sees the case itself. Before there is a case, the organ that recorded the person sees it for a day, so
//! that it can open one. Of a protected person (661/2009 §36-37) it sees where the person is to be found only through a
//! post that is a named handler.
//!
//! Where the papers of a case did not pass on with it (681/2023 § 85), the organ that follows sees what was said since and
//! what it said itself, and the organ that went keeps what was said before.

use authorization::{Action, Bearing, Held};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use storage::{Entry, Error as StorageError, Look, View, Word};
use uuid::Uuid;

use super::attributes::tells_where;
use super::model::{Birth, Fact, Masked, Refusal, Shown};
use super::queries;
use crate::case::authority::Stretch;
use crate::drawing::queries as drawings;
use crate::handover::queries as withheld;
use crate::opening::queries as openings;
use crate::post::Acting;
use crate::{Error, House};

/// How long the recorder sees a person of whom there is no case yet.
const TO_OPEN_A_CASE: i64 = 24;

/// The instant since when a person without a case must have been recorded to be seen by the recorder.
pub(super) fn since(now: Timestamp) -> Timestamp {
    now.checked_sub(TO_OPEN_A_CASE.hours()).unwrap_or(Timestamp::MIN)
}

/// What a post sees of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sight {
    /// The person is protected.
    pub protected: bool,
    /// The post is a named handler of the protected person.
    pub handler: bool,
    /// What was said in this stretch of time is seen, and what the organ said itself.
    pub stretch: Stretch,
    /// The organ.
    organ: String,
}

impl Sight {
    /// Whether it sees where the person is to be found.
    pub(crate) const fn sees_where(&self) -> bool {
        !self.protected || self.handler
    }

    /// A value that tells where the person is to be found.
    pub(crate) fn of_where<T>(&self, value: T) -> Masked<T> {
        if self.sees_where() { Masked::Seen(value) } else { Masked::Withheld }
    }

    /// Whether what an organ said at an instant is seen.
    pub(crate) fn holds(&self, said_at: Timestamp, said_organ: &str) -> bool {
        self.stretch.holds(said_at) || (self.stretch.begins_late() && said_organ == self.organ)
    }

    /// Whether a fact is seen.
    pub(crate) fn sees(&self, fact: &Fact) -> bool {
        self.holds(fact.said_at, &fact.said_organ)
    }

    /// The fact as it is seen; none when it is not.
    pub(crate) fn shown(&self, fact: Fact) -> Option<Shown> {
        if !self.sees(&fact) || fact.recorded_at >= self.stretch.before {
            return None;
        }
        let value = if tells_where(&fact.attribute) { self.of_where(fact.value) } else { Masked::Seen(fact.value) };
        Some(Shown {
            id: fact.id,
            attribute: fact.attribute,
            slot: fact.slot,
            value,
            from: fact.from,
            until: fact.until,
            source: fact.source,
            recorded_by: fact.recorded_by,
            recorded_organ: fact.recorded_organ,
            recorded_at: fact.recorded_at,
            replaces: fact.replaces,
            withdrawn_at: fact.withdrawn_at.filter(|at| *at < self.stretch.before),
        })
    }
}

/// What the acting post sees of the person at an instant, which falls on the day `today`.
///
/// # Errors
/// [`Refusal::Unknown`] when it sees nothing, or there is no such person.
pub(crate) async fn sight(
    view: &View,
    acting: &Acting,
    person: Uuid,
    at: Timestamp,
    today: Date,
    action: Action,
) -> Result<Sight, Error> {
    let mut seen = protected(view, acting, person, today).await?;
    if queries::may_now(view, person, acting, action, (at, since(at))).await? {
        return Ok(seen);
    }
    let bears = |does| authorization::may(does, Held::NOTHING.and(Bearing::Lead), Action::Read);
    let Some(function) = acting.does().filter(|_| action == Action::Read && acting.duties().is_none()) else {
        return Err(Refusal::Unknown.into());
    };
    // Through an opening from outside, or a file that was drawn: without what the person did not let pass on there.
    let mut cases = openings::of_person_in_force(view, person, acting.post(), at).await?;
    if cases.is_empty() && bears(function) {
        if let Some(kept) = withheld::person_kept_before(view, person, acting.organ(), at, today).await? {
            seen.stretch = Stretch::before(kept);
            return Ok(seen);
        }
        if authorization::may(function, Held::NOTHING.and(Bearing::Lead), Action::Draw) {
            cases = drawings::of_person(view, person, acting.organ(), at).await?;
        }
    }
    if cases.is_empty() {
        return Err(Refusal::Unknown.into());
    }
    for case in cases {
        let border = withheld::closed_before(view, case, acting.organ()).await?;
        seen.stretch.since = seen.stretch.since.max(Stretch::since(border).since);
    }
    Ok(seen)
}

/// What a post that sees the person by its case sees of it on a day.
pub(crate) async fn protected(view: &View, acting: &Acting, person: Uuid, today: Date) -> Result<Sight, StorageError> {
    let (protected, handler) = queries::protected(view, person, today, acting.post()).await?;
    let border = withheld::person_closed_before(view, person, acting.organ()).await?;
    Ok(Sight { protected, handler, stretch: Stretch::since(border), organ: acting.organ().to_owned() })
}

/// As [`sight`], for writing: who keeps papers alone, or looks in from outside, writes nothing.
///
/// # Errors
/// As [`sight`].
pub(crate) async fn writes(
    view: &View,
    acting: &Acting,
    person: Uuid,
    at: Timestamp,
    today: Date,
) -> Result<Sight, Error> {
    sight(view, acting, person, at, today, Action::RecordFact).await
}

/// The birth, as a post sees it.
///
/// # Errors
/// [`Refusal::Unknown`] when there is no such person; the database's.
pub(super) async fn birth(view: &View, sight: &Sight, person: Uuid, known: Timestamp) -> Result<Birth, Error> {
    let birth = queries::birth(view, person, sight.stretch.at_most(known)).await?.ok_or(Refusal::Unknown)?;
    if !sight.stretch.begins_late() {
        return Ok(birth);
    }
    let (said_at, organ) = queries::birth_said(view, person).await?.ok_or(Refusal::Unknown)?;
    Ok(if sight.holds(said_at, &organ) { birth } else { Birth::default() })
}

impl House {
    /// Whether the acting post may see the person now.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when it may not, or there is no such person; the database's errors.
    pub async fn may_see_person(&self, acting: &Acting, person: Uuid) -> Result<(), Error> {
        let now = self.store.now();
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                sight(&look, acting, person, now, today, Action::Read).await?;
                look.journal(Entry::new(&acting.actor, Word::of("find"), Word::of("person"), person).person(person));
                Ok(())
            })
            .await
    }
}
