//! Stopping, resuming and extending a limit; reading its clock.

use std::collections::BTreeMap;

use authorization::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Actor, Entry, Look, Unit, Word};
use uuid::Uuid;

use super::hooks::{self, about, entry};
use super::model::{Clock, Limit, NewExtension, NewStop, Refusal};
use super::{queries, rules};
use crate::case::authority::{self, Borne, Stretch};
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// Stops a limit for some days. Stops may overlap: a day is left out once. Only the lead does it.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::RunsNoMore`], [`Refusal::WithoutDelay`], [`Refusal::ReasonMissing`],
    /// [`Refusal::BasisMissing`], [`Refusal::UnknownBasis`], [`Refusal::BeforeStart`], [`Refusal::EndsBeforeItBegins`],
    /// [`Refusal::Over`] when the last day lies before the stop, [`Refusal::StandsStill`] when it has a stop without end
    /// and this is another; [`case::Refusal::NotLead`](crate::case::Refusal::NotLead); the database's errors.
    pub async fn stop_limit(&self, acting: &Acting, limit: Uuid, new: NewStop<'_>) -> Result<Clock, Error> {
        self.store
            .write(|unit: Unit| async move {
                let limit = self.limit_led(&unit, acting, limit).await?;
                let today = self.day(unit.now());
                self.justified(&limit, new.reason, new.basis, today)?;
                if new.from < limit.started {
                    return Err(Refusal::BeforeStart { from: new.from, started: limit.started }.into());
                }
                if let Some(until) = new.until.filter(|until| *until <= new.from) {
                    return Err(Refusal::EndsBeforeItBegins { from: new.from, until }.into());
                }
                if let Some(last_day) = limit.last_day.filter(|last_day| *last_day < new.from) {
                    return Err(Refusal::Over { last_day }.into());
                }
                let open = limit.stops.iter().find(|stopped| stopped.stop.until.is_none());
                if let (Some(open), None) = (open, new.until) {
                    return Err(Refusal::StandsStill { since: open.stop.from }.into());
                }
                let new = NewStop { reason: new.reason.trim(), basis: new.basis.trim(), ..new };
                queries::stop(&unit, limit.id, new, None, acting).await?;
                unit.journal(entry(acting, "stop", &limit)?);
                self.kept(&unit, limit.id, today).await
            })
            .await
    }

    /// Lets a limit that stands still be counted again from a day on. Each stop that goes on beyond that day is withdrawn,
    /// and written anew so that it ends there. Only the lead does it.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::RunsNoMore`], [`Refusal::WithoutDelay`], [`Refusal::DoesNotStandStill`];
    /// [`case::Refusal::NotLead`](crate::case::Refusal::NotLead); the database's errors.
    pub async fn resume_limit(&self, acting: &Acting, limit: Uuid, from: Date) -> Result<Clock, Error> {
        self.store
            .write(|unit: Unit| async move {
                let limit = self.limit_led(&unit, acting, limit).await?;
                rules::changeable(&limit)?;
                let beyond = |until: Option<Date>| until.is_none_or(|until| from < until);
                let standing: Vec<_> =
                    limit.stops.iter().filter(|one| one.stop.from <= from && beyond(one.stop.until)).collect();
                if standing.is_empty() {
                    return Err(Refusal::DoesNotStandStill { on: from }.into());
                }
                for stopped in standing {
                    queries::withdraw_stop(&unit, stopped.id, acting).await?;
                    let (reason, basis) = (stopped.stop.reason.as_str(), stopped.basis.as_str());
                    let ended = NewStop { from: stopped.stop.from, until: Some(from), reason, basis };
                    queries::stop(&unit, limit.id, ended, Some(stopped.id), acting).await?;
                }
                unit.journal(entry(acting, "resume", &limit)?);
                self.kept(&unit, limit.id, self.day(unit.now())).await
            })
            .await
    }

    /// Adds time to a limit whose last day has not passed. Only the lead does it, with a reason and a place in the law that
    /// lets it: a time that is over is not given back.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::RunsNoMore`], [`Refusal::WithoutDelay`], [`Refusal::ReasonMissing`],
    /// [`Refusal::BasisMissing`], [`Refusal::UnknownBasis`], [`Refusal::AddsNothing`], [`Refusal::Unfit`],
    /// [`Refusal::Over`], [`Refusal::Changed`], [`Refusal::OutOfRange`];
    /// [`case::Refusal::NotLead`](crate::case::Refusal::NotLead); the database's errors.
    pub async fn extend_limit(&self, acting: &Acting, limit: Uuid, new: NewExtension<'_>) -> Result<Clock, Error> {
        self.store
            .write(|unit: Unit| async move {
                let limit = self.limit_led(&unit, acting, limit).await?;
                let today = self.day(unit.now());
                self.justified(&limit, new.reason, new.basis, today)?;
                if new.seen.is_some() && new.seen != limit.last_day {
                    return Err(Refusal::Changed { last_day: limit.last_day }.into());
                }
                if let Some(last_day) = limit.last_day.filter(|last_day| *last_day < today) {
                    return Err(Refusal::Over { last_day }.into());
                }
                if new.by.amount == 0 {
                    return Err(Refusal::AddsNothing.into());
                }
                if let Some((_, rule)) = limit.budget
                    && !rule.fits(new.by.unit)
                {
                    return Err(Refusal::Unfit(calendar::Unfit { rule, length: new.by }).into());
                }
                let new = NewExtension { reason: new.reason.trim(), basis: new.basis.trim(), ..new };
                queries::extend(&unit, &limit, new, acting).await?;
                unit.journal(entry(acting, "extend", &limit)?);
                self.kept(&unit, limit.id, today).await
            })
            .await
    }

    /// The clocks of a case as they stand today, those that were met or ended too. For each organ that bears the case.
    ///
    /// # Errors
    /// [`case::Refusal::Unknown`](crate::case::Refusal::Unknown); the database's errors.
    pub async fn limits_of_case(&self, acting: &Acting, case: Uuid) -> Result<Vec<Clock>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let Borne { case, held, stretch, .. } =
                    authority::sees(&look, acting, case, now, self.day(now), Action::Read).await?;
                let limits = queries::of_case(&look, case.id).await?;
                let limits = limits.into_iter().filter_map(|limit| self.limit_within(limit, stretch)).collect();
                let line = Entry::new(&acting.actor, Word::of("read"), Word::of("limits"), case.id);
                let line = match held.first() {
                    Some(holding) => line.ground(Word::new(holding.verb.clone())?),
                    None => line,
                };
                look.journal(about(line, &case.duty, case.id, case.person)?);
                clocks(limits, self.day(now))
            })
            .await
    }

    /// What the organ must see to until a day: the limits that run in the cases it leads, by their last day, overdue ones
    /// first; then those that are without delay, by the day on which they started.
    ///
    /// # Errors
    /// The database's.
    pub async fn due(&self, acting: &Acting, until: Date) -> Result<Vec<Clock>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let mut limits = Vec::new();
                for limit in queries::due(&look, acting, now, until).await? {
                    let stretch = authority::stretch(&look, acting, limit.case).await?;
                    limits.extend(self.limit_within(limit, stretch));
                }
                limits.sort_by_key(|limit| (limit.last_day.is_none(), limit.last_day, limit.started, limit.id));
                let organ = acting.actor.organ.clone();
                look.journal(Entry::new(&acting.actor, Word::of("list"), Word::of("limits"), organ));
                let cases: BTreeMap<Uuid, &Limit> = limits.iter().map(|limit| (limit.case, limit)).collect();
                for limit in cases.values() {
                    let line = Entry::new(&acting.actor, Word::of("list"), Word::of("limits"), limit.case);
                    look.journal(about(line, &limit.duty, limit.case, limit.person)?);
                }
                clocks(limits, self.day(now))
            })
            .await
    }

    /// The clocks of all cases of a person, as the person sees them: the same as the official's. Whoever calls this has made
    /// sure that it is the person, or their representative.
    ///
    /// # Errors
    /// The database's.
    pub async fn own_limits(&self, person: Uuid) -> Result<Vec<Clock>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let limits = queries::of_person(&look, person).await?;
                let own = Actor { post: Word::of("person"), organ: Word::of("person") };
                look.journal(Entry::new(&own, Word::of("read"), Word::of("limits"), person).person(person));
                clocks(limits, self.day(now))
            })
            .await
    }

    /// What must be done in time, in the words of the register; none when this edition no longer has the limit.
    #[must_use]
    pub fn limit_of_law(&self, duty: &str, limit: &str) -> Option<&register::resolved::Limit> {
        let duty = self.register.resolved.duties.iter().find(|one| one.id == duty)?;
        duty.limits.iter().find(|one| one.id == limit)
    }

    /// The limit of an open case that the acting organ leads.
    pub(super) async fn limit_led(&self, unit: &Unit, acting: &Acting, limit: Uuid) -> Result<Limit, Error> {
        let limit = queries::one(unit, limit).await?.ok_or(Refusal::Unknown)?;
        match authority::leads(unit, acting, limit.case, unit.now(), Action::ChangeLimit).await {
            Ok(_) => Ok(limit),
            // What one may not see does not exist: the same as when there is no such limit.
            Err(Error::Refused(crate::Refusal::Case(crate::case::Refusal::Unknown))) => Err(Refusal::Unknown.into()),
            Err(other) => Err(other),
        }
    }

    /// A limit as it is seen by whoever sees a stretch of what was written in the case. One that runs binds whoever leads:
    /// its days are shown, also those that were left out or added, but not the reasons that were written for another. One
    /// that was over is not shown.
    fn limit_within(&self, mut limit: Limit, stretch: Stretch) -> Option<Limit> {
        let over = limit.finished();
        if stretch.begins_late() && over.is_some_and(|day| day < self.day(stretch.since)) {
            return None;
        }
        if limit.started > self.day(stretch.at_most(Timestamp::MAX)) {
            return None;
        }
        limit.stops.retain(|stop| stop.recorded_at < stretch.before);
        limit.extensions.retain(|extension| extension.recorded_at < stretch.before);
        for stop in limit.stops.iter_mut().filter(|stop| !stretch.holds(stop.recorded_at)) {
            stop.stop.reason.clear();
            stop.recorded_by.clear();
        }
        for extended in limit.extensions.iter_mut().filter(|extended| !stretch.holds(extended.recorded_at)) {
            extended.extension.reason.clear();
            extended.recorded_by.clear();
        }
        Some(limit)
    }

    /// Whether a limit can be changed, with this reason and this place in the law.
    fn justified(&self, limit: &Limit, reason: &str, basis: &str, today: Date) -> Result<(), Refusal> {
        rules::changeable(limit)?;
        if reason.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if basis.trim().is_empty() {
            return Err(Refusal::BasisMissing);
        }
        if !rules::cites(&self.register, basis.trim(), [today, limit.started]) {
            return Err(Refusal::UnknownBasis { cited: basis.trim().to_owned(), on: today });
        }
        Ok(())
    }

    /// Reads the limit as it is now, keeps its last day, and shows its clock.
    async fn kept(&self, unit: &Unit, limit: Uuid, today: Date) -> Result<Clock, Error> {
        let mut limit = queries::one(unit, limit).await?.ok_or(Refusal::Unknown)?;
        hooks::keep(unit, &mut limit, today).await?;
        Ok(rules::clock(limit, today)?)
    }
}

fn clocks(limits: Vec<Limit>, today: Date) -> Result<Vec<Clock>, Error> {
    limits.into_iter().map(|limit| Ok(rules::clock(limit, today)?)).collect()
}
