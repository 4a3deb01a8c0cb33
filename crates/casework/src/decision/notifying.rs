//! Notifying a decision: from the day on which it counts as received hangs the last day for appeal.

use authorization::Action;
use jiff::civil::Date;
use storage::Unit;

use super::actions::line;
use super::appeal::{self, Days};
use super::model::{Kind, NewNotification, Notification, Refusal, WrongDay};
use super::queries;
use crate::case::authority::{self, Borne};
use crate::holding::queries as holdings;
use crate::holding::{Path, Role};
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// Records that a decision was notified, and counts until when it can be appealed. The organ that made it does so, or
    /// the one that leads the case now.
    ///
    /// # Errors
    /// [`Refusal`]; the database's.
    pub async fn notify_decision(&self, acting: &Acting, new: NewNotification<'_>) -> Result<Notification, Error> {
        self.store.write(|unit: Unit| async move { self.notified(&unit, acting, new).await }).await
    }

    async fn notified(&self, unit: &Unit, acting: &Acting, new: NewNotification<'_>) -> Result<Notification, Error> {
        let now = unit.now();
        let stored = queries::stored(unit, new.decision).await?.ok_or(Refusal::Unknown)?;
        let borne = authority::bears(unit, acting, stored.made.case, now, Action::Notify).await;
        let Borne { case, held, stretch, .. } = borne.map_err(|error| match error {
            Error::Refused(_) => Refusal::Unknown.into(),
            other => other,
        })?;
        let leads = held.iter().any(|holding| holding.role == Role::Lead);
        if !stretch.holds(stored.made.at) || (stored.made.organ != acting.organ() && !leads) {
            return Err(Refusal::Unknown.into());
        }
        let last = queries::last_notification(unit, stored.id).await?;
        match (&last, new.replaces) {
            (None, None) => {}
            (Some(last), Some(replaces)) if last.id == replaces => {}
            (Some(last), None) => {
                return Err(Refusal::NotifiedAlready { notification: last.id, received: last.received }.into());
            }
            (_, Some(_)) => return Err(Refusal::NotTheLastNotification.into()),
        }
        let holding = holdings::of_case(unit, case.id).await?.into_iter().find(|one| one.id == stored.made.holding);
        let path: Path = holding.map(|holding| holding.path).ok_or(Refusal::Unknown)?;
        let (received, presumed) = self.received(&path, &new, stored.made.day, self.day(now))?;
        let days = Days { made: stored.made.day, received };
        let counted = appeal::appeal(&self.register, &path, days, new.limit)?;
        let notification = Notification {
            id: unit.new_id(),
            decision: stored.id,
            kind: new.kind,
            sent: new.sent,
            received,
            presumed,
            reason: new.reason.trim().to_owned(),
            limit: counted.limit,
            edition: self.register.edition.as_str().to_owned(),
            appealable_until: counted.until,
            recorded_at: now,
            recorded_by: acting.post().to_owned(),
            replaces: new.replaces,
        };
        queries::notify(unit, acting, &notification).await?;
        unit.journal(line(acting, "notify", stored.id, &case)?);
        Ok(notification)
    }

    /// The day on which it counts as received: the one stated, which has come; else as the register counts it.
    fn received(
        &self,
        path: &Path,
        new: &NewNotification<'_>,
        made: Date,
        today: Date,
    ) -> Result<(Date, bool), Refusal> {
        let wrong = |day, fault| Err(Refusal::WrongDay { day, fault });
        if new.reason.trim().is_empty() {
            return Err(Refusal::NoReason);
        }
        if let Some(sent) = new.sent {
            if sent < made {
                return wrong(sent, WrongDay::BeforeDecision(made));
            }
            if sent > today {
                return wrong(sent, WrongDay::NotYet(today));
            }
        }
        let Some(received) = new.received else {
            let counted = new.sent.and_then(|sent| appeal::presumed(&self.register, path, new.kind, sent));
            return counted.map(|day| (day, true)).ok_or(Refusal::StateTheDay(new.kind));
        };
        match new.sent {
            Some(sent) if received < sent => wrong(received, WrongDay::BeforeSending(sent)),
            _ if received < made => wrong(received, WrongDay::BeforeDecision(made)),
            // A letter may count as received on a day that is still to come; what is handed over or acknowledged may not.
            _ if received > today && !matches!(new.kind, Kind::Letter | Kind::Publication) => {
                wrong(received, WrongDay::NotYet(today))
            }
            _ => Ok((received, false)),
        }
    }
}
