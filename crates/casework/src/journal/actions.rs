//! Reading the journal.

use authorization::Action;
use storage::{Entry, Look, Word};

use super::model::{Filter, Line, Refusal};
use super::queries;
use crate::post::Acting;
use crate::{Error, House, case};

impl House {
    /// The newest lines that fit, the newest first. Reading them is itself told in the journal.
    ///
    /// # Errors
    /// [`Refusal::NotForThisPost`]; [`case::Refusal::Unknown`]; the database's.
    pub async fn journal_lines(&self, acting: &Acting, filter: &Filter) -> Result<Vec<Line>, Error> {
        if !acting.is_operator() && !acting.may(Action::SeeJournal) {
            return Err(Refusal::NotForThisPost.into());
        }
        self.store
            .look(|look: Look| async move {
                let mut entry = Entry::new(&acting.actor, Word::of("read"), Word::of("journal"), Word::of("lines"));
                let mut case = None;
                if let Some(number) = filter.case {
                    let id = case::queries::id_of(&look, number).await?.ok_or(case::Refusal::Unknown)?;
                    entry = entry.case(id);
                    case = Some(id);
                }
                if let Some(person) = filter.person {
                    entry = entry.person(person);
                }
                look.journal(entry);
                Ok(queries::lines(&look, filter, case).await?)
            })
            .await
    }
}
