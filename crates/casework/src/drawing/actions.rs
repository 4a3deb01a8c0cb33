//! Drawing files.

use authorization::Action;
use storage::{Entry, Look, Unit, Word};
use uuid::Uuid;

use super::model::{Drawn, Refusal};
use super::queries;
use crate::case;
use crate::case::authority;
use crate::opening::said;
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// Draws the file of a case into a supervision case that the acting organ leads: from now on its supervisors read that
    /// file, until the supervision case closes.
    ///
    /// # Errors
    /// [`case::Refusal`] as for any step of the lead in the supervision case; [`Refusal::SupervisesNothing`];
    /// [`Refusal::Unknown`] when there is no case of that number in which the organ supervises; [`Refusal::NoReason`],
    /// [`Refusal::DrawnAlready`]; the database's.
    pub async fn draw(&self, acting: &Acting, supervision: Uuid, number: i64, reason: &str) -> Result<Drawn, Error> {
        let reason = said(reason).ok_or(Refusal::NoReason)?;
        self.store
            .write(|unit: Unit| async move {
                let now = unit.now();
                let (by, _) = authority::leads(&unit, acting, supervision, now, Action::Draw).await?;
                if !queries::is_supervising(&unit, &by.case_type).await? {
                    return Err(Refusal::SupervisesNothing { number: by.number }.into());
                }
                let id = case::queries::id_of(&unit, number).await?.ok_or(Refusal::Unknown)?;
                if !queries::supervises(&unit, id, acting.organ(), now).await? {
                    return Err(Refusal::Unknown.into());
                }
                if queries::of_supervision(&unit, supervision).await?.iter().any(|drawn| drawn.case == id) {
                    return Err(Refusal::DrawnAlready { number }.into());
                }
                let drawn = case::queries::one(&unit, id).await?.ok_or(Refusal::Unknown)?;
                queries::draw(&unit, acting, supervision, id, reason).await?;
                let entry = Entry::new(&acting.actor, Word::of("draw"), Word::of("case"), id);
                let entry = entry.duty(Word::new(by.duty)?).case(id).ground(Word::of("supervision"));
                unit.journal(match drawn.person {
                    Some(person) => entry.person(person),
                    None => entry,
                });
                Ok(queries::seen_by(&unit, id, acting.organ(), now).await?.ok_or(Refusal::Unknown)?)
            })
            .await
    }

    /// What a supervision case that the acting organ bears drew, the first first.
    ///
    /// # Errors
    /// [`case::Refusal::Unknown`], [`case::Refusal::FunctionMayNot`]; the database's.
    pub async fn drawn(&self, acting: &Acting, supervision: Uuid) -> Result<Vec<Drawn>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                authority::bears(&look, acting, supervision, now, Action::Draw).await?;
                let found = queries::of_supervision(&look, supervision).await?;
                let line = Entry::new(&acting.actor, Word::of("list"), Word::of("drawn"), supervision);
                look.journal(line.case(supervision));
                for one in &found {
                    let line = Entry::new(&acting.actor, Word::of("list"), Word::of("drawn"), one.id);
                    look.journal(line.case(one.case));
                }
                Ok(found)
            })
            .await
    }
}
