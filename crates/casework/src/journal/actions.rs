//! Reading the journal.

use authorization::Action;
use storage::{Entry, Look, Word};

use super::model::{Filter, Line, Refusal};
use super::queries::{self, Within};
use crate::case::authority;
use crate::post::Acting;
use crate::{Error, House, case};

impl House {
    /// The newest lines that fit, the newest first. Reading them is itself told in the journal.
    ///
    /// The operator reads all of them. An auditor reads what the posts of the own organ did, and what anybody did in cases that
    /// the organ leads. Who answers for how others handle a case reads what was done in it, when they name it.
    ///
    /// # Errors
    /// [`Refusal::NotForThisPost`]; [`case::Refusal::Unknown`], also when there is such a case and nothing of it may be told;
    /// [`case::Refusal::FunctionMayNot`]; the database's.
    pub async fn journal_lines(&self, acting: &Acting, filter: &Filter) -> Result<Vec<Line>, Error> {
        let audits = acting.may(Action::SeeJournal);
        if !acting.is_operator() && !audits && filter.case.is_none() {
            return Err(Refusal::NotForThisPost.into());
        }
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let mut entry = Entry::new(&acting.actor, Word::of("read"), Word::of("journal"), Word::of("lines"));
                let mut case = None;
                if let Some(number) = filter.case {
                    let id = case::queries::id_of(&look, number).await?.ok_or(case::Refusal::Unknown)?;
                    if audits {
                        let any = Filter { case: Some(number), at_most: 1, ..Filter::default() };
                        let known = queries::lines(&look, &any, Some(id), Within::Organ(acting.organ(), now)).await?;
                        known.first().ok_or(case::Refusal::Unknown)?;
                    } else if !acting.is_operator() {
                        authority::bears(&look, acting, id, now, Action::SeeJournal).await?;
                    }
                    entry = entry.case(id);
                    case = Some(id);
                }
                if let Some(person) = filter.person {
                    entry = entry.person(person);
                }
                look.journal(entry);
                let within = if audits { Within::Organ(acting.organ(), now) } else { Within::All };
                Ok(queries::lines(&look, filter, case, within).await?)
            })
            .await
    }
}
