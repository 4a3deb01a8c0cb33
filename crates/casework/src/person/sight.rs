//! Who may see a person, and what of it. One condition, used by every reading and every action about people.
//!
//! An organ sees a person through a holding in one of the person's cases: one that holds now, or that held when the case
//! closed, as it sees the case itself. Before there is a case, the organ that recorded the person sees it for a day, so
//! that it can open one. Of a protected person (661/2009 §36-37) it sees where the person is to be found only through a
//! post that is a named handler.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use storage::{Entry, Error as StorageError, Look, View, Word, args};
use uuid::Uuid;

use super::attributes::tells_where;
use super::model::{Fact, Masked, Refusal, Shown};
use crate::post::Acting;
use crate::{Error, House};

/// How long the recorder sees a person of whom there is no case yet.
const TO_OPEN_A_CASE: i64 = 24;

/// The condition that organ `$1` may see person `p` at instant `$2`, where `$3` is [`since`].
pub(super) const MAY_SEE: &str = "(
        exists (
            select 1 from case_file c join holding h on h.case_id = c.id
            where c.person_id = p.id and h.organ = $1 and h.voided_at is null and h.from_at <= $2
                and (h.until_at is null or h.until_at > $2 or h.until_at = c.closed_at)
        )
        or (
            p.recorded_at > $3 and p.recorded_at <= $2
            and exists (select 1 from post s where s.id = p.recorded_by and s.organ = $1)
            and not exists (select 1 from case_file c where c.person_id = p.id)
        )
    )";

/// The instant since when a person without a case must have been recorded to be seen by the recorder.
pub(super) fn since(now: Timestamp) -> Timestamp {
    now.checked_sub(TO_OPEN_A_CASE.hours()).unwrap_or(Timestamp::MIN)
}

/// What a post sees of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sight {
    /// The person is protected.
    pub protected: bool,
    /// The post is a named handler of the protected person.
    pub handler: bool,
}

impl Sight {
    /// Whether it sees where the person is to be found.
    pub(crate) const fn sees_where(self) -> bool {
        !self.protected || self.handler
    }

    /// A value that tells where the person is to be found.
    pub(crate) fn of_where<T>(self, value: T) -> Masked<T> {
        if self.sees_where() { Masked::Seen(value) } else { Masked::Withheld }
    }

    /// The fact as it is seen.
    pub(crate) fn shown(self, fact: Fact) -> Shown {
        let value = if tells_where(&fact.attribute) { self.of_where(fact.value) } else { Masked::Seen(fact.value) };
        Shown {
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
            withdrawn_at: fact.withdrawn_at,
        }
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
) -> Result<Sight, Error> {
    let sql = storage::Built(format!("select p.id as id from person p where p.id = $4 and {MAY_SEE}"));
    if view.fetch_optional(sql, args![acting.organ(), at, since(at), person]).await?.is_none() {
        return Err(Refusal::Unknown.into());
    }
    Ok(protected(view, acting, person, today).await?)
}

/// Whether the person is protected on a day, and the post a named handler.
pub(crate) async fn protected(view: &View, acting: &Acting, person: Uuid, today: Date) -> Result<Sight, StorageError> {
    let sql = "select count(*) as n,
            (select count(*) from person_protection r join person_handler h on h.protection_id = r.id
                where r.person_id = $1 and r.ended_at is null and r.from_day <= $2
                    and (r.until_day is null or r.until_day > $2) and h.post = $3) as mine
        from person_protection r
        where r.person_id = $1 and r.ended_at is null and r.from_day <= $2
            and (r.until_day is null or r.until_day > $2)";
    let row = view.fetch_one(sql, args![person, today, acting.post()]).await?;
    Ok(Sight { protected: row.get::<i64>("n")? > 0, handler: row.get::<i64>("mine")? > 0 })
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
                sight(&look, acting, person, now, today).await?;
                look.journal(Entry::new(&acting.actor, Word::of("find"), Word::of("person"), person).person(person));
                Ok(())
            })
            .await
    }
}
