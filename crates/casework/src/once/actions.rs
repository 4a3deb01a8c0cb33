//! Doing once.

use storage::{Beside, Doing, Error, Unit, View};

use super::model::{Done, Key, Once};
use super::queries;
use crate::House;
use crate::post::Acting;

/// What goes into the unit of the act.
#[derive(Debug)]
struct WithKey {
    post: String,
    once: Once,
}

impl Beside for WithKey {
    fn before<'a>(&'a self, unit: &'a Unit) -> Doing<'a> {
        Box::pin(async move {
            match self.once.basis {
                Some(basis) if !queries::stands(unit, basis).await? => Err(Error::Stale),
                _ => Ok(()),
            }
        })
    }

    fn after<'a>(&'a self, unit: &'a Unit) -> Doing<'a> {
        Box::pin(queries::keep(unit, &self.post, &self.once))
    }
}

impl House {
    /// The same house, for one act in one unit of work, which is done once: a second unit with the same key is refused by
    /// the database with all that it did, as is one whose basis has changed ([`storage::Error::Stale`]). Whoever gets any
    /// fault then asks [`House::done_once_by_now`]: two at once with one key are both told what the first one did.
    #[must_use]
    pub fn once(&self, acting: &Acting, once: Once) -> Self {
        let store = self.store.beside(WithKey { post: acting.post().to_owned(), once });
        Self { store, ..self.clone() }
    }

    /// What a post has done with a key; none: nothing yet.
    ///
    /// # Errors
    /// The database's.
    pub async fn done_once(&self, acting: &Acting, key: &Key) -> Result<Option<Done>, Error> {
        let post = acting.post();
        self.store.read(|view: View| async move { queries::done(&view, post, key.as_str()).await }).await
    }

    /// The same, when the units of work that are under way have ended. Whoever is refused because another unit has the
    /// key hears so while that unit is still being flushed, and a reader would not find it yet.
    ///
    /// # Errors
    /// The database's.
    pub async fn done_once_by_now(&self, acting: &Acting, key: &Key) -> Result<Option<Done>, Error> {
        let post = acting.post();
        self.store.write(|unit: Unit| async move { queries::done(&unit, post, key.as_str()).await }).await
    }
}
