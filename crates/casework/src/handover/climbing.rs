//! Silence: what is not answered in its time climbs the steering chain, one rung at a time, and is seen there.

use storage::{Entry, Unit, View, Word};
use uuid::Uuid;

use super::actions::visible;
use super::model::{HandOver, How, Refusal, ReturnReason, Stage};
use super::{queries, rules};
use crate::post::Acting;
use crate::{Error, House};

/// What a turn of the clock did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Climbed {
    /// So many climbed a rung.
    pub climbed: u32,
    /// So many of them reached the top, and stay there until they are answered.
    pub at_top: u32,
}

impl House {
    /// Lets what was not answered in time climb a rung: at most `limit` of them, the longest late first. Any number of
    /// nodes may do so at the same time: each lapse climbs once, because each rung is one row.
    ///
    /// # Errors
    /// The database's.
    pub async fn climb_unanswered(&self, limit: u32) -> Result<Climbed, Error> {
        let now = self.store.now();
        let due = self.store.read(|view: View| async move { queries::due(&view, now, limit).await }).await?;
        let mut done = Climbed::default();
        for id in due {
            match self.store.write(|unit: Unit| async move { self.climb_one(&unit, id).await }).await {
                Ok(Some(top)) => {
                    done.climbed += 1;
                    done.at_top += u32::from(top);
                }
                // Another node was first, or it was answered meanwhile.
                Ok(None) | Err(Error::Storage(storage::Error::Stale)) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(done)
    }

    /// Whether it climbed, and then whether to the top.
    async fn climb_one(&self, unit: &Unit, id: Uuid) -> Result<Option<bool>, Error> {
        let operator = Acting::operator();
        let Some(found) = queries::one(unit, id).await? else { return Ok(None) };
        let still_due = match &found.stage {
            Stage::Offered { answer_by } | Stage::Lapsed { answer_by, .. } => {
                answer_by.is_some_and(|due| due <= unit.now())
            }
            _ => false,
        };
        let today = self.day(unit.now());
        if !still_due {
            // Reading it owes the journal a line all the same.
            self.tell(unit, &operator, "look-at", &found).await?;
            return Ok(None);
        }
        let passed = queries::reached(unit, id).await?;
        let below = passed.last().cloned().unwrap_or_else(|| found.to.clone());
        // Where nobody stands above the receiver, it is the lead that is to see it.
        let (organ, tie) = rules::above(&self.register, &below, today, &passed)
            .unwrap_or_else(|| (found.from.clone(), "lead".to_owned()));
        let mut with_it = passed;
        with_it.push(organ.clone());
        let top = tie == "lead" || rules::above(&self.register, &organ, today, &with_it).is_none();
        let answer_by = if top { None } else { Some(self.answer_by(found.answer, unit.now())?) };
        let climbed = found.climb(unit.now(), organ, tie, answer_by)?;
        queries::climb(unit, &climbed).await?;
        self.tell(unit, &operator, "climb", &climbed).await?;
        Ok(Some(top))
    }

    /// Reminds the receiver: all that an organ to which it climbed can do by itself.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::AlreadySettled`]; the database's.
    pub async fn remind_hand_over(&self, acting: &Acting, id: Uuid) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let found = climbed_to(&unit, acting, id).await?;
                queries::remind(&unit, id, acting).await?;
                self.tell(&unit, acting, "remind", &found).await
            })
            .await
    }

    /// Decides between the lead and the receiver: only where the register says that this organ decides for the receiver.
    /// Steering, supervising and advising give no such power. Assigned to the receiver, it takes effect now; assigned back,
    /// it is returned.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::SteeringIsNotDeciding`], and as for an answer; the database's.
    pub async fn assign_hand_over(&self, acting: &Acting, id: Uuid, to_receiver: bool) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let found = climbed_to(&unit, acting, id).await?;
                let today = self.day(unit.now());
                if !rules::decides_for(&self.register, acting.organ(), &found.to, today) {
                    let organ = acting.organ().to_owned();
                    return Err(Refusal::SteeringIsNotDeciding { organ, to: found.to }.into());
                }
                if to_receiver {
                    return self.take_effect(&unit, acting, found, None, How::Assignment).await.map(drop);
                }
                let returned = found.give_back(unit.now(), ReturnReason::AssignedBack, None)?;
                queries::settle(&unit, &returned, acting).await?;
                self.tell(&unit, acting, "assign-back", &returned).await
            })
            .await
    }
}

/// One that climbed to the acting organ and still waits.
async fn climbed_to(view: &View, acting: &Acting, id: Uuid) -> Result<HandOver, Error> {
    let found = visible(view, acting, id).await?;
    let mut reached = queries::reached(view, id).await?.into_iter().skip(1);
    if !reached.any(|organ| organ == acting.organ()) {
        return Err(Refusal::Unknown.into());
    }
    match found.stage {
        Stage::Lapsed { .. } => Ok(found),
        Stage::Accepted { at, .. } | Stage::Returned { at, .. } | Stage::Withdrawn { at, .. } => {
            Err(Refusal::AlreadySettled { stage: found.stage.word(), at }.into())
        }
        Stage::Offered { .. } => Err(Refusal::Unknown.into()),
    }
}

/// A line of the journal for a list that was read.
pub(super) fn list_read(acting: &Acting, list: &'static str) -> Entry {
    Entry::new(&acting.actor, Word::of("read"), Word::of("hand-over-list"), Word::of(list))
}
