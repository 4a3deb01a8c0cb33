//! The store: opened once, cloned freely, asked and written through.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{ConnectOptions as _, SqlitePool};
use tokio::time::timeout;
use uuid::Uuid;

use crate::beside::Beside;
use crate::dialect::{self, Engine, Place};
use crate::error::Error;
use crate::given::{Clock, Ids, to_microseconds};
use crate::guard::Rules;
use crate::journal::{self, Entry};
use crate::migration::{self, Migrations};
use crate::server::Server;
use crate::unit::{Lines, Look, Unit};
use crate::view::{Link, May, View};
use crate::writer::Writer;

/// How long a migration or a sealing may take: they are nobody's request.
const CHORE: Duration = Duration::from_secs(3600);

/// What a store is set up with.
#[derive(Clone)]
pub struct Setup {
    /// Says what time it is.
    pub clock: Arc<dyn Clock>,
    /// Makes new identities.
    pub ids: Arc<dyn Ids>,
    /// Which tables hold personal data, and which are nobody's.
    pub rules: Rules,
    /// The tables, and how they came about.
    pub migrations: Migrations,
    /// Connections at once: readers beside the one writer on SQLite, all on PostgreSQL.
    pub connections: u32,
    /// How long a unit of work may take before it is taken back. On SQLite all others wait for it.
    pub longest_unit: Duration,
    /// How long to wait for a busy database, or for one that is away, before saying so.
    pub patience: Duration,
}

impl Setup {
    /// The usual, with the migrations of this program.
    pub fn new(clock: impl Clock + 'static, ids: impl Ids + 'static) -> Self {
        Self {
            clock: Arc::new(clock),
            ids: Arc::new(ids),
            rules: Rules::default(),
            migrations: Migrations::embedded(),
            connections: 16,
            longest_unit: Duration::from_secs(30),
            patience: Duration::from_secs(5),
        }
    }
}

impl std::fmt::Debug for Setup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Setup").field("rules", &self.rules).field("patience", &self.patience).finish_non_exhaustive()
    }
}

/// What sort of transaction is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// A unit of somebody's work.
    Act,
    /// Sealing the journal: one at a time.
    Seal,
    /// Changing the tables: one at a time.
    Migrate,
}

impl Work {
    pub(crate) const fn may(self) -> May {
        match self {
            Self::Act => May::Act,
            Self::Seal | Self::Migrate => May::Seal,
        }
    }

    pub(crate) const fn at_most(self, longest_unit: Duration) -> Duration {
        match self {
            Self::Act => longest_unit,
            Self::Seal | Self::Migrate => CHORE,
        }
    }
}

/// One database.
#[derive(Debug, Clone)]
pub struct Store {
    inner: Arc<Inner>,
    beside: Option<Arc<dyn Beside>>,
}

#[derive(Debug)]
struct Inner {
    setup: Setup,
    engine: Opened,
}

#[derive(Debug)]
enum Opened {
    Sqlite { readers: SqlitePool, writer: Writer },
    Postgres(Box<Server>),
}

impl Store {
    /// Opens `sqlite:path` or `postgres://…`. A file that is not there is made, readable by its owner alone.
    ///
    /// # Errors
    /// When the address cannot be understood, or the database cannot be reached or written.
    pub async fn open(address: &str, setup: Setup) -> Result<Self, Error> {
        let engine = match address.parse()? {
            Place::Sqlite(path) => {
                make_file(&path)?;
                let options = dialect::sqlite_options(&path, setup.patience, false);
                let writer = options.connect().await.map_err(dialect::meaning)?;
                let readers = SqlitePoolOptions::new()
                    .max_connections(setup.connections.max(1))
                    .acquire_timeout(setup.patience)
                    .test_before_acquire(false)
                    .connect_lazy_with(dialect::sqlite_options(&path, setup.patience, true));
                Opened::Sqlite { readers, writer: Writer::start(writer, path, setup.patience) }
            }
            Place::Postgres(options) => Opened::Postgres(Box::new(Server::open(*options, &setup).await?)),
        };
        Ok(Self { inner: Arc::new(Inner { setup, engine }), beside: None })
    }

    /// The same store, and in each unit that is written through this handle this happens too. The lines that a look writes
    /// are none of its units.
    #[must_use]
    pub fn beside(&self, beside: impl Beside + 'static) -> Self {
        Self { inner: Arc::clone(&self.inner), beside: Some(Arc::new(beside)) }
    }

    /// Which engine this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.inner.engine {
            Opened::Sqlite { .. } => Engine::Sqlite,
            Opened::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs what has not been run here yet of the program's migrations. Says which.
    ///
    /// # Errors
    /// When the database is newer than the program, a migration was changed, or one fails: then none of this run is kept.
    pub async fn migrate(&self) -> Result<Vec<String>, Error> {
        migration::run(self, &self.inner.setup.migrations).await
    }

    /// Whether the tables are those that this program knows.
    ///
    /// # Errors
    /// [`Error::Schema`] when they are not.
    pub async fn check_schema(&self) -> Result<(), Error> {
        migration::check(self, &self.inner.setup.migrations).await
    }

    /// A unit of work. It did everything, its lines in the journal included, or nothing; when this returns `Ok` it is on
    /// the disk. `act` may be called several times, if others were at the same rows: it should do nothing but ask and write.
    ///
    /// ```no_run
    /// # use storage::{Error, Entry, Actor, Word, Store, args};
    /// # async fn close(store: &Store, actor: &Actor, case: uuid::Uuid, version: i64) -> Result<(), Error> {
    /// store
    ///     .write(|unit| async move {
    ///         let sql = "update case_file set closed = $1, version = version + 1 where id = $2 and version = $3";
    ///         unit.change_one(sql, args![unit.now(), case, version]).await?;
    ///         unit.journal(Entry::new(actor, Word::of("close"), Word::of("case"), case).case(case));
    ///         Ok(())
    ///     })
    ///     .await
    /// # }
    /// ```
    /// What the block needs is copied or borrowed into it: where it would take something away, borrow that first
    /// (`let name = &name;`), since it may be needed once more.
    ///
    /// # Errors
    /// What `act` says; and when it cannot be kept, why. In each case nothing was kept, but for [`Error::Unsure`].
    pub async fn write<T, E, F, Fut>(&self, act: F) -> Result<T, E>
    where
        F: Fn(Unit) -> Fut,
        Fut: Future<Output = Result<T, E>> + Send,
        T: Send,
        E: From<Error>,
    {
        let Some(beside) = &self.beside else { return self.transact(Work::Act, act).await };
        let act = &act;
        self.transact(Work::Act, |unit: Unit| {
            let mine = unit.handle();
            let doing = act(unit);
            async move {
                beside.before(&mine).await?;
                let value = doing.await?;
                beside.after(&mine).await?;
                Ok(value)
            }
        })
        .await
    }

    /// A reading of what is about nobody: all of it as of one instant. Tables of personal data are refused.
    ///
    /// # Errors
    /// What `ask` says, and when the database cannot be reached.
    pub async fn read<T, E, F, Fut>(&self, ask: F) -> Result<T, E>
    where
        F: FnOnce(View) -> Fut,
        Fut: Future<Output = Result<T, E>> + Send,
        E: From<Error>,
    {
        let view = self.reading(May::Read).await?;
        let mine = view.handle();
        let answer = ask(view).await;
        drop(mine.end().await);
        answer
    }

    /// A reading of personal data: all of it as of one instant. What was read is handed out only when the journal's lines
    /// about it are on the disk.
    ///
    /// # Errors
    /// What `ask` says, [`Error::Unjournalled`] when it read personal data and said nothing, and when the lines cannot be
    /// kept. Then what was read is not handed out.
    pub async fn look<T, E, F, Fut>(&self, ask: F) -> Result<T, E>
    where
        F: FnOnce(Look) -> Fut,
        Fut: Future<Output = Result<T, E>> + Send,
        E: From<Error>,
    {
        let look = Look { view: self.reading(May::Look).await?, entries: Lines::default() };
        let (view, lines) = (look.view.handle(), look.entries.clone());
        let seen = ask(look).await?;
        self.told(view, lines.take()).await?;
        Ok(seen)
    }

    /// Writes the lines of a look: in its own transaction on the server, through the writer on SQLite, whose readers cannot
    /// write.
    async fn told(&self, view: View, entries: Vec<Entry>) -> Result<(), Error> {
        if view.standing().await?.owes && entries.is_empty() {
            return Err(Error::Unjournalled);
        }
        if !entries.is_empty() && self.engine() == Engine::Postgres {
            let now = self.now();
            journal::write(&view, self.inner.setup.ids.next(now), now, &entries).await?;
        }
        let link = view.end().await.ok_or(Error::Ended)?.link;
        match link {
            Link::Server(transaction) => transaction.commit().await.map_err(dialect::meaning),
            Link::Reader(_) | Link::Writer(_) if entries.is_empty() => Ok(()),
            Link::Reader(_) | Link::Writer(_) => {
                drop(link);
                let entries = &entries;
                let tell = |unit: Unit| async move {
                    entries.iter().for_each(|entry| unit.journal(entry.clone()));
                    Ok(())
                };
                self.transact(Work::Act, tell).await
            }
        }
    }

    /// Whether a unit of work was kept: what to ask after [`Error::Unsure`].
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn was_kept(&self, unit: Uuid) -> Result<bool, Error> {
        self.read(|view: View| async move { journal::holds(&view, unit).await }).await
    }

    /// Ends in order: what waits is finished, and the file is left as one file. Without it nothing is lost either.
    pub async fn close(self) {
        match &self.inner.engine {
            Opened::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Opened::Postgres(server) => server.close().await,
        }
    }

    /// The instant, now, by the clock that the store was given.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        to_microseconds(self.inner.setup.clock.now())
    }

    async fn reading(&self, may: May) -> Result<View, Error> {
        let link = match &self.inner.engine {
            Opened::Sqlite { readers, .. } => Link::Reader(readers.begin().await.map_err(dialect::meaning)?),
            Opened::Postgres(server) => Link::Server(server.begin_reading(may).await?),
        };
        Ok(View::new(link, self.inner.setup.rules, may))
    }

    pub(crate) async fn transact<T, E, F, Fut>(&self, work: Work, act: F) -> Result<T, E>
    where
        F: Fn(Unit) -> Fut,
        Fut: Future<Output = Result<T, E>> + Send,
        E: From<Error>,
    {
        let setup = &self.inner.setup;
        let begin = |link| {
            let now = self.now();
            Unit::new(View::new(link, setup.rules, work.may()), setup.ids.next(now), now, Arc::clone(&setup.ids))
        };
        let writer = match &self.inner.engine {
            Opened::Postgres(server) => return server.transact(work, begin, act).await,
            Opened::Sqlite { writer, .. } => writer,
        };
        let unit = begin(Link::Writer(writer.borrow().await?));
        let mine = unit.handle();
        let longest = work.at_most(setup.longest_unit);
        let done = match timeout(longest, act(unit)).await {
            Ok(Ok(value)) => mine.close().await.map(|()| value).map_err(E::from),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(Error::TooSlow(longest.as_secs()).into()),
        };
        // From here on no handle that somebody kept can reach the connection. Dropped, it is taken back.
        let link = mine.view.end().await.ok_or(Error::Ended)?.link;
        let value = done?;
        if let Link::Writer(loan) = link {
            loan.keep().await?;
        }
        Ok(value)
    }
}

/// Makes the file if it is not there, for its owner alone: it will hold personal data.
fn make_file(path: &Path) -> Result<(), Error> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let known = path.exists();
    let opened = options.open(path).and_then(|_| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if known { Ok(()) } else { std::fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all() }
    });
    opened.map_err(|fault| {
        let said = format!("{}: {fault}", path.display());
        match fault.kind() {
            std::io::ErrorKind::StorageFull => Error::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Error::ReadOnly(said),
            _ => Error::Gone(said),
        }
    })
}
