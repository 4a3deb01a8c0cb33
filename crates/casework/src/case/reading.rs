//! Reading cases: one wholly, those of a person, those of an organ. Each case that is shown is a line in the journal, so
//! that the person finds who has looked. What is not there and what one may not see answer alike.

use authorization::{Action, Reason};
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Look, Word};
use uuid::Uuid;

use super::authority::{self, Borne};
use super::field::{Fields, WrittenField};
use super::link::Link;
use super::masking::Mask;
use super::model::{Case, Change, Closing, Refusal};
use super::queries::{links, lists, written};
use super::retention::{Retention, retention};
use super::rules::{self, NextStep};
use super::step::{Place, entry};
use crate::holding::queries as holdings;
use crate::holding::{Holding, Role};
use crate::post::Acting;
use crate::{Error, House};

/// The most cases that one page of a list holds.
pub const MOST: u32 = 200;

/// A case with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeCase {
    /// The case.
    pub case: Case,
    /// The holdings through which the acting organ sees it: why this post sees this.
    pub held: Vec<Holding>,
    /// Why this post sees it.
    pub why: Reason,
    /// All holdings that were not withdrawn, leads in the order of their chain. Each has its reason in its path.
    pub holdings: Vec<Holding>,
    /// What was written down.
    pub fields: Fields,
    /// The steps of its version, with what stands against each for this post.
    pub steps: Vec<NextStep>,
    /// What was done in it, the first change first.
    pub changes: Vec<Change>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// How long it is kept, as the register says today.
    pub retention: Option<Retention>,
    /// The cases that it belongs together with, as far as this organ bears them.
    pub links: Vec<Link>,
}

impl WholeCase {
    /// The lead at an instant.
    #[must_use]
    pub fn lead(&self, at: Timestamp) -> Option<&Holding> {
        self.holdings.iter().find(|holding| holding.role == Role::Lead && holding.holds_at(at))
    }
}

/// Which cases of an organ are wanted. Every filter that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this case type.
    pub case_type: Option<String>,
    /// In this status.
    pub status: Option<String>,
    /// Where the organ leads, or stands beside.
    pub role: Option<Role>,
    /// With a time limit whose last day is this or before, and which is not met.
    pub due_by: Option<Date>,
    /// Those with a greater number than this: where the page before ended.
    pub after: Option<i64>,
    /// So many at most; none: [`MOST`].
    pub most: Option<u32>,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The case.
    pub case: Case,
    /// How the organ stands in it.
    pub role: Role,
    /// Nobody leads it, and the organ looks after it.
    pub between_chairs: bool,
    /// The first last day of the time limits that run in it.
    pub due: Option<Date>,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T, C> {
    /// What stands on it.
    pub rows: Vec<T>,
    /// Where the next one begins, when there is more.
    pub next: Option<C>,
}

/// Where a page of the cases between chairs ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Since when the last one lies there.
    pub since: Timestamp,
    /// Its holding.
    pub holding: Uuid,
}

impl House {
    /// A case with all that belongs to it, as the acting organ sees it.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when there is no such case for this post; the database's errors.
    pub async fn case(&self, acting: &Acting, case: Uuid) -> Result<WholeCase, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                // A person sees their own view of it, and bears nothing.
                let Borne { mut case, held, why, stretch } =
                    authority::sees(&look, acting, case, now, self.day(now), Action::Read).await?;
                let mut place = Place::of(held, stretch, &case, now);
                let version = self.version_of(&case)?;
                let fields = Fields::of(version, written::fields(&look, case.id, stretch).await?);
                let steps = rules::next_steps(version, place.standing(acting, &case), |field| fields.holds(field));
                let mut linked = links::of_case(&look, case.id).await?;
                let mut seen = Vec::new();
                for link in linked.iter().filter(|link| stretch.holds(link.since)) {
                    let other = if link.case == case.id { link.other } else { link.case };
                    match authority::bears(&look, acting, other, now, Action::List).await {
                        Ok(_) => seen.push(link.id),
                        Err(Error::Refused(_)) => {}
                        Err(fault) => return Err(fault),
                    }
                }
                linked.retain(|link| seen.contains(&link.id));
                let closing = written::closing(&look, case.id).await?.filter(|_| case.closed.is_some());
                let mut all = holdings::of_case(&look, case.id).await?;
                all.retain(|holding| holding.from < stretch.before);
                let mask = Mask::of(&look, acting, case.person, self.day(now)).await?.within(stretch);
                mask.case(&mut case);
                mask.holdings(&mut place.held);
                mask.holdings(&mut all);
                let whole = WholeCase {
                    held: place.held,
                    why,
                    holdings: all,
                    fields,
                    steps,
                    changes: written::changes(&look, case.id, stretch).await?,
                    retention: self.retention_of(&case, self.day(now))?,
                    closing,
                    links: linked,
                    case,
                };
                look.journal(entry(acting, Word::of("read"), &whole.case)?.version(whole.case.version));
                Ok(whole)
            })
            .await
    }

    /// How long a closed case is kept, as the register says on a day; `None` of an open one.
    ///
    /// # Errors
    /// [`Refusal::UnknownType`], [`Refusal::UnknownVersion`].
    pub fn retention_of(&self, case: &Case, on: Date) -> Result<Option<Retention>, Refusal> {
        let (Some(closed), Some(result)) = (case.closed, case.result.as_deref()) else { return Ok(None) };
        let version = self.version_of(case)?;
        let case_type = self.case_type(&case.case_type)?;
        Ok(retention(&self.register, case_type, version, result, self.day(closed), on))
    }

    /// All that was ever written down in a field of a case, the first value first.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's errors.
    pub async fn field_history(&self, acting: &Acting, case: Uuid, field: &str) -> Result<Vec<WrittenField>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let Borne { case, stretch, .. } =
                    authority::sees(&look, acting, case, now, self.day(now), Action::Read).await?;
                let rows = written::field_history(&look, case.id, field, stretch).await?;
                look.journal(entry(acting, Word::of("read"), &case)?.version(case.version));
                Ok(rows)
            })
            .await
    }

    /// The cases of a person that the acting organ bears, or bore when they closed; by number. None, when there are none
    /// for it or no such person.
    ///
    /// # Errors
    /// The database's.
    pub async fn cases_of_person(&self, acting: &Acting, person: Uuid) -> Result<Vec<Case>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let mut cases = lists::of_person(&look, person, acting, now).await?;
                for case in &mut cases {
                    let mask = Mask::of(&look, acting, case.person, self.day(now)).await?;
                    mask.within(authority::stretch(&look, acting, case.id).await?).case(case);
                    look.journal(entry(acting, Word::of("list"), case)?);
                }
                if cases.is_empty() {
                    // That it was asked about somebody is told too, whether or not there is such a person.
                    let asked = Entry::new(&acting.actor, Word::of("list"), Word::of("person"), person);
                    look.journal(asked.person(person));
                }
                Ok(cases)
            })
            .await
    }

    /// The open cases that the acting organ bears now, by number, a page at a time.
    ///
    /// # Errors
    /// The database's.
    pub async fn cases_of_organ(&self, acting: &Acting, wanted: &Wanted) -> Result<Page<Listed, i64>, Error> {
        let now = self.store.now();
        let most = wanted.most.unwrap_or(MOST).clamp(1, MOST);
        self.store
            .look(|look: Look| async move {
                let rows = lists::of_organ(&look, acting, now, wanted, most + 1).await?;
                let mut page = page(rows, most, |row| row.case.number);
                for row in &mut page.rows {
                    let mask = Mask::of(&look, acting, row.case.person, self.day(now)).await?;
                    mask.within(authority::stretch(&look, acting, row.case.id).await?).case(&mut row.case);
                }
                tell(&look, acting, page.rows.iter().map(|row| &row.case))?;
                Ok(page)
            })
            .await
    }
}

/// One more than wanted was asked for: whether there is a next page shows by that.
pub(super) fn page<T, C>(mut rows: Vec<T>, most: u32, cursor: impl Fn(&T) -> C) -> Page<T, C> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(cursor);
    Page { rows, next }
}

/// A line for each case that a list shows; one that says so when it shows none.
pub(super) fn tell<'a>(
    look: &Look,
    acting: &Acting,
    cases: impl Iterator<Item = &'a Case>,
) -> Result<(), storage::Error> {
    let mut none = true;
    for case in cases {
        none = false;
        look.journal(entry(acting, Word::of("list"), case)?);
    }
    if none {
        look.journal(Entry::new(&acting.actor, Word::of("list"), Word::of("case"), acting.actor.organ.clone()));
    }
    Ok(())
}
