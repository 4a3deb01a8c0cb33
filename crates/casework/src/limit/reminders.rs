//! Climbing the ladders of reminders. Any number of nodes may do it at the same time.

use std::collections::BTreeMap;

use authorization::Action;
use jiff::civil::Date;
use storage::{Entry, Look, Unit, View, Word};
use uuid::Uuid;

use super::hooks::{about, entry};
use super::model::{Refusal, Reminder};
use super::queries::{self, Ladder};
use super::rules;
use crate::case;
use crate::case::authority::{self, Borne};
use crate::holding::queries as holdings;
use crate::post::Acting;
use crate::{Error, House};

/// Limits in one unit: few enough that two nodes seldom meet, and that others do not wait.
const TOGETHER: u32 = 16;

impl House {
    /// Climbs what is due on a day, and says whom it reminded of what; at most so many are sent. It can be stopped at any
    /// moment, and done by several nodes at once: each rung is climbed once.
    ///
    /// # Errors
    /// The database's. What was sent until then is kept.
    pub async fn climb_reminders(&self, today: Date, at_most: u32) -> Result<Vec<Reminder>, Error> {
        let mut sent = Vec::new();
        loop {
            let left = at_most.saturating_sub(u32::try_from(sent.len()).unwrap_or(u32::MAX)).min(TOGETHER);
            let waiting =
                self.store.read(|view: View| async move { queries::to_climb(&view, today, left).await }).await?;
            if waiting.is_empty() {
                return Ok(sent);
            }
            let waiting = &waiting;
            let write = |unit: Unit| async move {
                let mut sent = Vec::new();
                for limit in waiting {
                    sent.extend(climb(&unit, *limit, today).await?);
                }
                Ok::<_, Error>(sent)
            };
            sent.extend(self.store.write(write).await?);
        }
    }

    /// The reminders that wait to be acknowledged, of cases that the organ leads now, the nearest last day first.
    ///
    /// # Errors
    /// The database's.
    pub async fn reminders(&self, acting: &Acting) -> Result<Vec<Reminder>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let waiting = queries::reminders_waiting(&look, acting, now).await?;
                let organ = acting.actor.organ.clone();
                look.journal(Entry::new(&acting.actor, Word::of("list"), Word::of("reminders"), organ));
                let cases: BTreeMap<Uuid, &Reminder> = waiting.iter().map(|one| (one.case, one)).collect();
                for one in cases.values() {
                    let line = Entry::new(&acting.actor, Word::of("list"), Word::of("reminders"), one.case);
                    look.journal(about(line, &one.duty, one.case, one.person)?);
                }
                Ok(waiting)
            })
            .await
    }

    /// Says that a reminder was seen. Any post of the organ that leads the case now.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Acknowledged`]; [`case::Refusal::NotLead`], [`case::Refusal::Closed`]; the
    /// database's.
    pub async fn acknowledge_reminder(&self, acting: &Acting, reminder: Uuid) -> Result<Reminder, Error> {
        self.store
            .write(|unit: Unit| async move {
                let found = queries::reminder_of(&unit, reminder).await?.ok_or(Refusal::Unknown)?;
                let limit = self.limit_led(&unit, acting, found.limit).await?;
                if let Some((_, by)) = found.acknowledged {
                    return Err(Refusal::Acknowledged { by }.into());
                }
                queries::acknowledge(&unit, reminder, acting).await?;
                unit.journal(entry(acting, "acknowledge", &limit)?);
                Ok(queries::reminder_of(&unit, reminder).await?.ok_or(Refusal::Unknown)?)
            })
            .await
    }

    /// The reminders that were sent about a case, the earliest first.
    ///
    /// # Errors
    /// [`case::Refusal::Unknown`]; the database's.
    pub async fn reminders_of_case(&self, acting: &Acting, case: Uuid) -> Result<Vec<Reminder>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let Borne { case, stretch, .. } =
                    authority::sees(&look, acting, case, now, self.day(now), Action::Read).await?;
                let line = Entry::new(&acting.actor, Word::of("read"), Word::of("reminders"), case.id);
                look.journal(about(line, &case.duty, case.id, case.person)?);
                let mut sent = queries::reminders_of_case(&look, case.id).await?;
                sent.retain(|reminder| stretch.holds(reminder.sent_at));
                Ok(sent)
            })
            .await
    }
}

/// Climbs the ladder of one limit, unless another node did.
async fn climb(unit: &Unit, limit: Uuid, today: Date) -> Result<Option<Reminder>, Error> {
    let ladder = queries::ladder(unit, limit).await?;
    let Some(ladder) = ladder.filter(|ladder| ladder.next.is_some_and(|next| next <= today)) else { return Ok(None) };
    let Some(limit) = queries::one(unit, limit).await? else { return Ok(None) };
    let case = case::queries::one(unit, limit.case).await?.ok_or(case::Refusal::Unknown)?;
    unit.journal(entry(&Acting::operator(), "remind", &limit)?);
    // A case that closed without a word to its limits reminds nobody.
    let lead = match case.closed {
        Some(_) => None,
        None => holdings::lead_at(unit, case.id, unit.now()).await?,
    };
    let runs = limit.finished().is_none();
    let (Some(lead), Some(last_day)) = (lead, limit.last_day.filter(|_| runs)) else {
        queries::keep_ladder(unit, limit.id, Ladder { next: None, ..ladder }).await?;
        return Ok(None);
    };
    let mut climbed = queries::climbed(unit, limit.id, last_day).await?;
    let due = rules::climb(&limit.ladder, &climbed, last_day, ladder.from, today);
    let mut sent = None;
    for (rung, to) in due.skip.iter().map(|rung| (*rung, None)).chain(due.send.map(|rung| (rung, Some(&lead.organ)))) {
        let id = unit.new_id();
        if queries::claim(unit, id, limit.id, rung, last_day, to.map(String::as_str)).await? && to.is_some() {
            sent = queries::reminder_of(unit, id).await?;
        }
        climbed.push(rung);
    }
    let next = rules::next_rung(&limit.ladder, &climbed, last_day, ladder.from);
    queries::keep_ladder(unit, limit.id, Ladder { next, ..ladder }).await?;
    Ok(sent)
}
