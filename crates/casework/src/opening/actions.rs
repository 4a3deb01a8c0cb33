//! Opening a file from outside, and reviewing that.

use authorization::Action;
use register::Register;
use storage::{Entry, Look, Store, Unit, View, Word};
use uuid::Uuid;

use super::model::{HOUR, Opening, Refusal, Review, Verdict};
use super::queries::{self, Kept};
use crate::case;
use crate::case::authority;
use crate::post::Acting;
use crate::{Error, House};

/// The most openings that a list shows.
const MOST: i64 = 200;

/// The longest reason, in characters.
const LONGEST: usize = 2_000;

/// Keeps in the database which case types are secluded, and which supervise, so that each statement can ask. What was so once
/// stays so.
pub(crate) async fn seclude(store: &Store, register: &Register) -> Result<(), storage::Error> {
    let types = &register.resolved.case_types;
    for (kept, wanted) in [
        (Kept::Secluded, types.iter().filter(|one| one.secluded).map(|one| one.id.as_str()).collect::<Vec<_>>()),
        (Kept::Supervising, types.iter().filter(|one| one.supervises).map(|one| one.id.as_str()).collect()),
    ] {
        if wanted.is_empty() {
            continue;
        }
        let known = store.read(|view: View| async move { queries::kept_types(&view, kept).await }).await?;
        let new: &Vec<&str> = &wanted.into_iter().filter(|one| !known.iter().any(|known| known == one)).collect();
        if new.is_empty() {
            continue;
        }
        store
            .write(|unit: Unit| async move {
                for case_type in new {
                    queries::keep_type(&unit, kept, case_type).await?;
                }
                Ok::<_, storage::Error>(())
            })
            .await?;
    }
    Ok(())
}

impl House {
    /// Opens a case outside of the holdings of the acting organ, for an hour: to be read, and no more. Where the person is
    /// protected, it tells no more than to anybody who is no named handler.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when there is no such case, or its type does not allow it; [`Refusal::FunctionMayNot`],
    /// [`Refusal::NoReason`], [`Refusal::BorneAlready`], [`Refusal::OpenAlready`]; the database's.
    pub async fn open_outside(&self, acting: &Acting, number: i64, reason: &str) -> Result<Opening, Error> {
        may(acting, Action::BreakGlass)?;
        let reason = said(reason).ok_or(Refusal::NoReason)?;
        self.store
            .write(|unit: Unit| async move {
                let now = unit.now();
                let id = case::queries::id_of(&unit, number).await?.ok_or(Refusal::Unknown)?;
                let case = case::queries::one(&unit, id).await?.ok_or(Refusal::Unknown)?;
                if authority::bears(&unit, acting, id, now, Action::Read).await.is_ok() {
                    return Err(Refusal::BorneAlready { number }.into());
                }
                if !self.case_type(&case.case_type).is_ok_and(|of| of.opened_outside && !of.secluded) {
                    return Err(Refusal::Unknown.into());
                }
                if let Some(open) = queries::in_force(&unit, id, acting.post(), now).await? {
                    return Err(Refusal::OpenAlready { number, until: open.until }.into());
                }
                let until = now.checked_add(HOUR).map_err(|_| Refusal::Unknown)?;
                let opening = queries::open(&unit, acting, id, reason, until).await?;
                let entry = Entry::new(&acting.actor, Word::of("open-outside"), Word::of("case"), id);
                let entry = entry.duty(Word::new(case.duty.clone())?).case(id).ground(Word::of("opening"));
                unit.journal(match case.person {
                    Some(person) => entry.person(person),
                    None => entry,
                });
                Ok(queries::one(&unit, opening).await?.ok_or(Refusal::Unknown)?)
            })
            .await
    }

    /// What posts of the acting organ opened outside of its holdings, the latest first, with what was said of it.
    ///
    /// # Errors
    /// [`Refusal::FunctionMayNot`]; the database's.
    pub async fn openings(&self, acting: &Acting) -> Result<Vec<Opening>, Error> {
        if !acting.may(Action::Review) {
            may(acting, Action::BreakGlass)?;
        }
        self.store
            .look(|look: Look| async move {
                let mut found = queries::of_organ(&look, acting.organ(), MOST).await?;
                // Who answers for others sees what others of the organ opened; everybody what they opened themselves.
                found.retain(|one| acting.may(Action::Review) || one.post == acting.post());
                tell(&look, acting, &found);
                Ok(found)
            })
            .await
    }

    /// What others opened of the cases that the acting organ leads, and nobody has reviewed: the longest first.
    ///
    /// # Errors
    /// [`Refusal::FunctionMayNot`]; the database's.
    pub async fn openings_to_review(&self, acting: &Acting) -> Result<Vec<Opening>, Error> {
        may(acting, Action::Review)?;
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let found = queries::to_review(&look, acting.organ(), now, MOST).await?;
                tell(&look, acting, &found);
                Ok(found)
            })
            .await
    }

    /// Says whether there was reason for an opening. The organ that leads the case does, and not the one that opened it.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::FunctionMayNot`], [`Refusal::NoReason`], [`Refusal::OwnOrgan`],
    /// [`Refusal::ReviewedAlready`]; the database's.
    pub async fn review_opening(
        &self,
        acting: &Acting,
        id: Uuid,
        verdict: Verdict,
        note: &str,
    ) -> Result<Opening, Error> {
        may(acting, Action::Review)?;
        let note = said(note).ok_or(Refusal::NoReason)?;
        self.store
            .write(|unit: Unit| async move {
                let found = queries::one(&unit, id).await?.ok_or(Refusal::Unknown)?;
                if found.organ == acting.organ() {
                    return Err(Refusal::OwnOrgan.into());
                }
                if !queries::leads(&unit, found.case, acting.organ(), unit.now()).await? {
                    return Err(Refusal::Unknown.into());
                }
                if let Some(Review { organ, at, .. }) = found.review {
                    return Err(Refusal::ReviewedAlready { organ, at }.into());
                }
                queries::review(&unit, acting, id, verdict, note).await?;
                let entry = Entry::new(&acting.actor, Word::of("review"), Word::of("opening"), id).case(found.case);
                unit.journal(entry);
                Ok(queries::one(&unit, id).await?.ok_or(Refusal::Unknown)?)
            })
            .await
    }

    /// What was opened of the acting person's own cases from outside, by whom and why, and what was said of it; the latest
    /// first.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when it is no person who acts; the database's.
    pub async fn own_openings(&self, acting: &Acting) -> Result<Vec<Opening>, Error> {
        let person = acting.person().ok_or(Refusal::Unknown)?;
        self.store
            .look(|look: Look| async move {
                let found = queries::of_person(&look, person).await?;
                let entry = Entry::new(&acting.actor, Word::of("read"), Word::of("openings"), person);
                look.journal(entry.person(person));
                Ok(found)
            })
            .await
    }
}

fn may(acting: &Acting, action: Action) -> Result<(), Refusal> {
    if acting.may(action) { Ok(()) } else { Err(Refusal::FunctionMayNot { function: acting.function.clone(), action }) }
}

/// A reason in words; none: it says nothing.
pub(crate) fn said(reason: &str) -> Option<&str> {
    let reason = reason.trim();
    let words = reason.chars().filter(|letter| letter.is_alphabetic()).count();
    (words >= 3 && reason.chars().count() <= LONGEST && !reason.contains('\0')).then_some(reason)
}

/// A line for each opening that was shown, or one that says that there was none.
fn tell(look: &Look, acting: &Acting, found: &[Opening]) {
    let line = |subject: Word| Entry::new(&acting.actor, Word::of("list"), Word::of("opening"), subject);
    if found.is_empty() {
        look.journal(line(acting.actor.organ.clone()));
    }
    for one in found {
        look.journal(line(Word::from(one.id)).case(one.case));
    }
}
