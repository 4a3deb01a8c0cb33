//! From the number that people use to the case.

use authorization::{Action, Reason};
use storage::{Look, Word};
use uuid::Uuid;

use super::model::Refusal;
use super::step::entry;
use super::{authority, queries};
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// The case of a number, open or closed, that the acting organ bears, or bore when it closed.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when there is no such case for this post, whether or not the number is taken; the database's
    /// errors.
    pub async fn case_by_number(&self, acting: &Acting, number: i64) -> Result<Uuid, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let id = queries::id_of(&look, number).await?.ok_or(Refusal::Unknown)?;
                let case = authority::sees(&look, acting, id, now, self.day(now), Action::Read).await?.case;
                look.journal(entry(acting, Word::of("find"), &case)?);
                Ok(id)
            })
            .await
    }

    /// Why the acting post sees the case of a number: through which holding, opening or drawing.
    ///
    /// # Errors
    /// As [`House::case_by_number`]: of a case that it does not see, nothing is told, and not even that there is it.
    pub async fn why(&self, acting: &Acting, number: i64) -> Result<Reason, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let id = queries::id_of(&look, number).await?.ok_or(Refusal::Unknown)?;
                let seen = authority::sees(&look, acting, id, now, self.day(now), Action::Read).await?;
                look.journal(entry(acting, Word::of("ask"), &seen.case)?);
                Ok(seen.why)
            })
            .await
    }
}
