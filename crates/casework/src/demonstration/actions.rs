//! Marking a database, and asking whether it is marked.

use storage::{Entry, Store, Unit, View, Word};

use super::model::{Mark, Refusal, Role};
use super::queries;
use crate::post::Acting;
use crate::{Error, House};

/// The mark of a database; none where it may become a demonstration database.
///
/// # Errors
/// [`Refusal::InUse`] where it may not; the database's.
pub async fn marked(store: &Store) -> Result<Option<Mark>, Error> {
    store
        .read(|view: View| async move {
            let mark = queries::mark(&view).await?;
            if mark.is_none() {
                may_be_marked(queries::in_use(&view).await?)?;
            }
            Ok(mark)
        })
        .await
}

fn may_be_marked((accounts, posts): (i64, i64)) -> Result<(), Refusal> {
    if (accounts, posts) == (0, 0) { Ok(()) } else { Err(Refusal::InUse { accounts, posts }) }
}

impl House {
    /// The mark, where this is a demonstration database. It says nothing of anybody.
    ///
    /// # Errors
    /// The database's.
    pub async fn demonstration(&self) -> Result<Option<Mark>, Error> {
        self.store.read(|view: View| async move { Ok(queries::mark(&view).await?) }).await
    }

    /// As whom one may act in a demonstration today, by organ.
    ///
    /// # Errors
    /// [`Refusal::None`] where this is no demonstration; the database's.
    pub async fn demonstration_roles(&self) -> Result<Vec<Role>, Error> {
        let today = self.day(self.store.now());
        self.store
            .read(|view: View| async move {
                queries::mark(&view).await?.ok_or(Refusal::None)?;
                Ok(queries::roles(&view, today).await?)
            })
            .await
    }

    /// Makes this a demonstration database, whose world is still to be made. Nothing unmarks it.
    ///
    /// # Errors
    /// [`Refusal::InUse`] when it holds accounts or posts, [`Refusal::Already`], [`Refusal::OperatorOnly`]; the
    /// database's.
    pub async fn mark_demonstration(&self, acting: &Acting, mark: &Mark) -> Result<(), Error> {
        if !acting.is_operator() {
            return Err(Refusal::OperatorOnly.into());
        }
        self.store
            .write(|unit: Unit| async move {
                if let Some(mark) = queries::mark(&unit).await? {
                    return Err(Refusal::Already(mark.day).into());
                }
                may_be_marked(queries::in_use(&unit).await?)?;
                queries::set_mark(&unit, mark).await?;
                unit.journal(line(acting, "mark"));
                Ok(())
            })
            .await
    }

    /// Says that the world of a demonstration database is whole.
    ///
    /// # Errors
    /// [`Refusal::None`], [`Refusal::OperatorOnly`]; the database's.
    pub async fn demonstration_is_whole(&self, acting: &Acting) -> Result<(), Error> {
        if !acting.is_operator() {
            return Err(Refusal::OperatorOnly.into());
        }
        self.store
            .write(|unit: Unit| async move {
                let mark = queries::mark(&unit).await?.ok_or(Refusal::None)?;
                queries::set_mark(&unit, &Mark { whole: true, ..mark }).await?;
                unit.journal(line(acting, "finish"));
                Ok(())
            })
            .await
    }
}

fn line(acting: &Acting, action: &'static str) -> Entry {
    Entry::new(&acting.actor, Word::of(action), Word::of("demonstration"), Word::of("all"))
}
