//! A unit of work: everything in it is kept, its lines in the journal included, or nothing is.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use sqlx::SqlSafeStr;
use uuid::Uuid;

use crate::error::Error;
use crate::given::Ids;
use crate::journal::{self, Entry, Word};
use crate::value::Value;
use crate::view::{Standing, View};

/// Work under way. It is a [`View`] too: what it reads, it reads as its own changes have left it.
pub struct Unit {
    pub(crate) view: View,
    id: Uuid,
    now: Timestamp,
    ids: Arc<dyn Ids>,
    entries: Lines,
}

impl std::fmt::Debug for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unit").field("id", &self.id).field("now", &self.now).finish_non_exhaustive()
    }
}

impl Deref for Unit {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}

impl Unit {
    pub(crate) fn new(view: View, id: Uuid, now: Timestamp, ids: Arc<dyn Ids>) -> Self {
        Self { view, id, now, ids, entries: Lines::default() }
    }

    /// The identity of this unit, which its lines in the journal bear.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }

    /// The instant at which all of this happens.
    #[must_use]
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// An identity for something new.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        self.ids.next(self.now)
    }

    /// Adds a line to the journal. It is written when the unit is kept, and only then.
    pub fn journal(&self, entry: Entry) {
        self.entries.add(entry);
    }

    /// What was told the journal so far: of each line the noun, and the identity or word of what it is about.
    #[must_use]
    pub fn told(&self) -> Vec<(Word, Word)> {
        self.entries.peek(|entry| (entry.noun.clone(), entry.subject.clone()))
    }

    /// Does it, and says how many rows it concerned.
    ///
    /// # Errors
    /// When the statement fails, or writes what only the journal writes.
    pub async fn execute(&self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<u64, Error> {
        self.view.execute(sql, args).await
    }

    /// Does it to exactly one row: `update … where id = $1 and version = $2`.
    ///
    /// # Errors
    /// [`Error::Stale`] when no row fits, [`Error::NotOne`] when several do.
    pub async fn change_one(&self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<(), Error> {
        match self.view.execute(sql, args).await? {
            1 => Ok(()),
            0 => Err(Error::Stale),
            several => Err(Error::NotOne(usize::try_from(several).unwrap_or(usize::MAX))),
        }
    }

    /// Another handle on the same, for whoever ends it.
    pub(crate) fn handle(&self) -> Self {
        Self {
            view: self.view.handle(),
            id: self.id,
            now: self.now,
            ids: Arc::clone(&self.ids),
            entries: self.entries.clone(),
        }
    }

    /// Writes the lines and says whether the unit may be kept.
    pub(crate) async fn close(&self) -> Result<(), Error> {
        let entries = self.entries.take();
        match self.view.standing().await? {
            Standing { failed: Some(_), .. } => Err(Error::Broken),
            Standing { owes: true, .. } if entries.is_empty() => Err(Error::Unjournalled),
            Standing { .. } => journal::write(&self.view, self.id, self.now, &entries).await,
        }
    }
}

/// The lines that wait to be written, reached from each handle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lines(Arc<Mutex<Vec<Entry>>>);

impl Lines {
    fn add(&self, entry: Entry) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
    }

    fn peek<T>(&self, what: impl Fn(&Entry) -> T) -> Vec<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().map(what).collect()
    }

    pub(crate) fn take(&self) -> Vec<Entry> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A reading of personal data under way: it reads, and says in the journal what it read.
#[derive(Debug)]
pub struct Look {
    pub(crate) view: View,
    pub(crate) entries: Lines,
}

impl Deref for Look {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}

impl Look {
    /// Adds a line to the journal. It is on the disk before what was read is handed out.
    pub fn journal(&self, entry: Entry) {
        self.entries.add(entry);
    }
}
