//! Keeping, opening and removing drafts.

use authorization::Action;
use storage::{Entry, Look, Unit, Word};
use uuid::Uuid;

use super::model::{Draft, LARGEST, NewDraft, Refusal, Writer};
use super::queries;
use crate::case::authority;
use crate::person;
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// Keeps what was written so far, in the place of what was kept of the same form before.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`]; the database's.
    pub async fn keep_draft(&self, by: &Writer, new: NewDraft<'_>) -> Result<(), Error> {
        // No engine keeps the character of number zero in a text.
        let content: Vec<(String, String)> =
            new.content.iter().map(|(name, value)| (name.replace('\0', ""), value.replace('\0', ""))).collect();
        if content.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() > LARGEST {
            return Err(Refusal::TooLarge { most: LARGEST }.into());
        }
        let content = &storage::structure(&content)?;
        self.store
            .write(|unit: Unit| async move {
                queries::keep(&unit, by, new, content.clone()).await?;
                unit.journal(line(&by.acting, "save", by.account, new.case, new.person));
                Ok(())
            })
            .await
    }

    /// What was kept of a form. None also where the case or the person that it is about is no longer seen.
    ///
    /// # Errors
    /// The database's.
    pub async fn draft(&self, by: &Writer, form: &str) -> Result<Option<Draft>, Error> {
        let (now, acting) = (self.store.now(), &by.acting);
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                look.journal(line(acting, "read", by.account, None, None));
                let Some(found) = queries::one(&look, by, form).await? else { return Ok(None) };
                if let Some(case) = found.case {
                    match authority::sees(&look, acting, case, now, today, Action::Read).await {
                        Ok(_) => {}
                        Err(Error::Refused(_)) => return Ok(None),
                        Err(fault) => return Err(fault),
                    }
                }
                if let Some(person) = found.person {
                    match person::sight(&look, acting, person, now, today, Action::Read).await {
                        Ok(_) => {}
                        Err(Error::Refused(_)) => return Ok(None),
                        Err(fault) => return Err(fault),
                    }
                }
                look.journal(line(acting, "read", by.account, found.case, found.person));
                Ok(Some(found))
            })
            .await
    }

    /// The account's drafts as this post, the latest first, without what stands in them.
    ///
    /// # Errors
    /// The database's.
    pub async fn drafts(&self, by: &Writer) -> Result<Vec<Draft>, Error> {
        self.store
            .look(|look: Look| async move {
                look.journal(line(&by.acting, "list", by.account, None, None));
                Ok(queries::all(&look, by).await?)
            })
            .await
    }

    /// Removes what was kept of a form: it was sent, or is not wanted any more. That there is none is no fault.
    ///
    /// # Errors
    /// The database's.
    pub async fn drop_draft(&self, by: &Writer, form: &str) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let removed = queries::remove(&unit, by, form).await?;
                let (case, person) = removed.map_or((None, None), |draft| (draft.case, draft.person));
                unit.journal(line(&by.acting, "remove", by.account, case, person));
                Ok(())
            })
            .await
    }
}

fn line(acting: &Acting, action: &'static str, account: Uuid, case: Option<Uuid>, person: Option<Uuid>) -> Entry {
    let entry = Entry::new(&acting.actor, Word::of(action), Word::of("draft"), account);
    let entry = case.into_iter().fold(entry, Entry::case);
    person.into_iter().fold(entry, Entry::person)
}
