//! From the number that people use to the case.

use authorization::Action;
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
}
