//! SQLite's one writer. Many units of work share one flush: the writer begins a transaction, lends its connection to one
//! unit after another, each within a savepoint of its own, and commits when nobody waits any more, or when the group is
//! large enough. Only then is each of them told that it was kept.
//!
//! ```text
//! begin immediate
//!   savepoint unit … release            kept, waits for the flush
//!   savepoint unit … rollback to        failed or abandoned: the others are not harmed
//!   …
//! commit                                one flush for all; the answers go out
//! ```
//!
//! The work itself is done in the task of whoever asked, so nothing must be sent to another thread. A caller who goes away
//! in the middle gives the connection back by dropping it, and its unit is taken back.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use crate::dialect;
use crate::error::Error;

/// Units that share one flush at most, so that the first does not wait long for the last.
const LARGEST_GROUP: usize = 128;
/// How long a group stays open at most, while there is still somebody who waits to join it.
const LONGEST_GROUP: Duration = Duration::from_millis(20);
/// Units that wait for their turn; who comes after that waits to be let into the queue.
const QUEUE: usize = 1024;

const SAVEPOINT: &str = "savepoint unit";
const RELEASE: &str = "release unit";
const TAKE_BACK: &str = "rollback to unit";

type Turn = oneshot::Sender<Result<Loan, Error>>;

/// What comes in the queue.
enum Ask {
    Turn(Turn),
    /// Close in order, and say when it is done.
    Close(oneshot::Sender<()>),
}

type Answer = oneshot::Sender<Result<(), Error>>;

/// The way to the writer.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Ask>,
}

/// The writer's connection, lent for one unit.
#[derive(Debug)]
pub(crate) struct Loan {
    connection: Option<SqliteConnection>,
    back: Option<oneshot::Sender<Returned>>,
}

#[derive(Debug)]
struct Returned {
    connection: Option<SqliteConnection>,
    /// Whom to tell when it is on the disk; nobody when it is to be taken back.
    keep: Option<Answer>,
}

impl Writer {
    /// Starts the writer's task on a connection that is open.
    pub(crate) fn start(connection: SqliteConnection, path: PathBuf, patience: Duration) -> Self {
        let (sender, queue) = mpsc::channel(QUEUE);
        tokio::spawn(Desk { queue, closing: None, path, patience, connection: Some(connection), expected: 1 }.serve());
        Self { queue: sender }
    }

    /// Waits for its turn.
    pub(crate) async fn borrow(&self) -> Result<Loan, Error> {
        let closed = || Error::Gone("the store is closed".to_owned());
        let (turn, granted) = oneshot::channel();
        self.queue.send(Ask::Turn(turn)).await.map_err(|_| closed())?;
        granted.await.map_err(|_| closed())?
    }

    /// Finishes what came before, and closes the file in order.
    pub(crate) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.queue.send(Ask::Close(done)).await.is_ok() {
            drop(closed.await);
        }
    }
}

impl Loan {
    /// The connection, to work with.
    pub(crate) fn connection(&mut self) -> Result<&mut SqliteConnection, sqlx::Error> {
        self.connection.as_mut().ok_or(sqlx::Error::WorkerCrashed)
    }

    /// Gives it back to be kept, and waits until it is on the disk.
    pub(crate) async fn keep(mut self) -> Result<(), Error> {
        let (answer, kept) = oneshot::channel();
        self.give_back(Some(answer));
        kept.await.map_err(|_| Error::Gone("the store was closed".to_owned()))?
    }

    fn give_back(&mut self, keep: Option<Answer>) {
        if let Some(back) = self.back.take() {
            // When the writer's task is gone, the connection closes here, and what was not committed is gone with it.
            drop(back.send(Returned { connection: self.connection.take(), keep }));
        }
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        self.give_back(None);
    }
}

/// Where the writer sits.
struct Desk {
    queue: mpsc::Receiver<Ask>,
    /// Somebody wants it closed; nobody has a turn after that.
    closing: Option<oneshot::Sender<()>>,
    path: PathBuf,
    patience: Duration,
    /// `None` after a fault of the disk, or when a unit went away with it: it is opened anew for the next unit.
    connection: Option<SqliteConnection>,
    /// How many shared the last flush: so many are likely to come again.
    expected: usize,
}

impl Desk {
    async fn serve(mut self) {
        let mut flush = Duration::from_millis(1);
        while let Some(first) = self.turn().await {
            match self.begin().await {
                Ok(connection) => flush = self.group(connection, first, flush).await,
                Err(error) => {
                    let _ = first.send(Err(error));
                }
            }
        }
        if let Some(connection) = self.connection.take() {
            // Closing in order writes what the readers' file still holds into the database itself.
            if let Err(fault) = connection.close().await {
                tracing::warn!(%fault, "the database file was not closed in order; nothing is lost");
            }
        }
        if let Some(closing) = self.closing.take() {
            let _ = closing.send(());
        }
    }

    /// The next turn; none when the store is to be closed.
    async fn turn(&mut self) -> Option<Turn> {
        if self.closing.is_some() {
            return None;
        }
        let ask = self.queue.recv().await?;
        self.understand(ask)
    }

    fn understand(&mut self, ask: Ask) -> Option<Turn> {
        match ask {
            Ask::Turn(turn) => Some(turn),
            Ask::Close(done) => {
                self.closing = Some(done);
                None
            }
        }
    }

    async fn begin(&mut self) -> Result<SqliteConnection, Error> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let options = dialect::sqlite_options(&self.path, self.patience, false).create_if_missing(false);
                options.connect().await.map_err(dialect::meaning)?
            }
        };
        match say(&mut connection, dialect::SQLITE_BEGIN).await {
            Ok(()) => Ok(connection),
            Err(error) => {
                // Busy is nobody's fault: the connection is good. After anything else it is not trusted.
                if matches!(error, Error::Busy(_)) {
                    self.connection = Some(connection);
                }
                Err(error)
            }
        }
    }

    /// One transaction: units in turn, then the flush. Says how long the flush took.
    async fn group(&mut self, connection: SqliteConnection, first: Turn, flush: Duration) -> Duration {
        let begun = Instant::now();
        let mut kept: Vec<Answer> = Vec::new();
        let mut connection = connection;
        let mut next = Some(first);
        let mut turns = 0;
        while let Some(turn) = next.take() {
            turns += 1;
            match lend(connection, turn, &mut kept).await {
                Ok(back) => connection = back,
                Err(error) => {
                    tracing::error!(%error, units = kept.len(), "a whole group of units was taken back");
                    answer_all(kept, &Err(error));
                    return flush;
                }
            }
            if kept.len() < LARGEST_GROUP && begun.elapsed() < LONGEST_GROUP {
                next = self.next(turns, flush).await;
            }
        }
        if kept.is_empty() {
            if say(&mut connection, "rollback").await.is_ok() {
                self.connection = Some(connection);
            }
            return flush;
        }
        self.expected = kept.len();
        let before = Instant::now();
        match say(&mut connection, "commit").await {
            Ok(()) => {
                self.connection = Some(connection);
                answer_all(kept, &Ok(()));
                before.elapsed()
            }
            Err(error) => {
                tracing::error!(%error, units = kept.len(), "a flush failed: a whole group of units was taken back");
                // Its connection is dropped, and with it everything that was not committed, before anybody is told.
                drop(connection.close().await);
                answer_all(kept, &Err(error));
                flush
            }
        }
    }

    /// The next in the queue. When more shared the last flush than are here yet, it waits for them a little: they have
    /// just been told that they were kept, and are about to come again. Alone nobody waits.
    async fn next(&mut self, here: usize, flush: Duration) -> Option<Turn> {
        if self.closing.is_some() {
            return None;
        }
        let ask = match self.queue.try_recv() {
            Ok(ask) => ask,
            Err(_) if here >= self.expected => return None,
            Err(_) => timeout(flush / 8, self.queue.recv()).await.ok().flatten()?,
        };
        self.understand(ask)
    }
}

/// Lends the connection for one unit. An error means that the whole transaction is lost.
async fn lend(mut connection: SqliteConnection, turn: Turn, kept: &mut Vec<Answer>) -> Result<SqliteConnection, Error> {
    say(&mut connection, SAVEPOINT).await?;
    let (back, returned) = oneshot::channel();
    let loan = Loan { connection: Some(connection), back: Some(back) };
    // Whoever waited may be gone: then the loan comes straight back, as abandoned.
    drop(turn.send(Ok(loan)));
    let gone = || Error::Gone("a unit of work went away with the connection".to_owned());
    let returned = returned.await.map_err(|_| gone())?;
    let mut connection = returned.connection.ok_or_else(gone)?;
    if let Some(answer) = returned.keep {
        match say(&mut connection, RELEASE).await {
            Ok(()) => kept.push(answer),
            Err(error) => {
                let _ = answer.send(Err(error.clone()));
                return Err(error);
            }
        }
    } else {
        // After some faults, such as a full disk, the engine has taken back the whole transaction by itself. Then
        // this fails, because there is no savepoint any more, and the group is told.
        say(&mut connection, TAKE_BACK).await.map_err(taken_back)?;
        say(&mut connection, RELEASE).await.map_err(taken_back)?;
    }
    Ok(connection)
}

fn taken_back(error: Error) -> Error {
    match error {
        Error::Statement(_) => Error::Disk("another unit in the same flush met a fault of the disk".to_owned()),
        other => other,
    }
}

fn answer_all(kept: Vec<Answer>, answer: &Result<(), Error>) {
    for waiting in kept {
        let _ = waiting.send(answer.clone());
    }
}

async fn say(connection: &mut SqliteConnection, sql: &'static str) -> Result<(), Error> {
    sqlx::query(sql).execute(connection).await.map(drop).map_err(dialect::meaning)
}
