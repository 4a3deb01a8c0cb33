//! PostgreSQL: a transaction for each unit, as if it were alone (serializable). When the server says that two units cannot
//! both have been alone, or goes away before it was asked to keep anything, the whole unit is done anew, for a while.

use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, Executor as _, PgPool, Postgres, Transaction};
use tokio::time::{sleep, timeout};
use uuid::Uuid;

use crate::dialect;
use crate::error::Error;
use crate::journal;
use crate::store::{Setup, Work};
use crate::unit::Unit;
use crate::view::{Link, May, View};

/// Times that a unit is tried before it is said that too many want the same.
const TRIES: u32 = 24;

#[derive(Debug)]
pub(crate) struct Server {
    pool: PgPool,
    options: PgConnectOptions,
    patience: Duration,
    longest_unit: Duration,
}

/// How one try ended.
enum Try<T, E> {
    Done(T),
    Refused(E),
    /// It may come about if done anew.
    Again(Error),
}

impl Server {
    pub(crate) async fn open(options: PgConnectOptions, setup: &Setup) -> Result<Self, Error> {
        let pool = PgPoolOptions::new()
            .max_connections(setup.connections.max(2))
            .acquire_timeout(setup.patience)
            .test_before_acquire(false)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    connection.execute(dialect::POSTGRES_DURABLE).await?;
                    Ok(())
                })
            })
            .connect_lazy_with(options.clone());
        let server = Self { pool, options, patience: setup.patience, longest_unit: setup.longest_unit };
        drop(server.begin(dialect::POSTGRES_BEGIN_READING).await?);
        Ok(server)
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }

    pub(crate) async fn begin_reading(&self, may: May) -> Result<Transaction<'static, Postgres>, Error> {
        let text = if may == May::Read { dialect::POSTGRES_BEGIN_READING } else { dialect::POSTGRES_BEGIN_LOOKING };
        let begun = Instant::now();
        loop {
            match self.begin(text).await {
                Err(error @ Error::Gone(_)) if begun.elapsed() < self.patience => self.wait(1, &error, None).await,
                other => return other,
            }
        }
    }

    pub(crate) async fn transact<T, E, F, Fut>(&self, work: Work, unit: impl Fn(Link) -> Unit, act: F) -> Result<T, E>
    where
        F: Fn(Unit) -> Fut,
        Fut: Future<Output = Result<T, E>> + Send,
        E: From<Error>,
    {
        let begun = Instant::now();
        let mut tries = 0;
        loop {
            tries += 1;
            let mut seed = None;
            match self.once(work, &unit, &act, &mut seed).await {
                Try::Done(value) => return Ok(value),
                Try::Refused(error) => return Err(error),
                Try::Again(Error::Contended(_)) if tries >= TRIES => return Err(Error::Contended(tries).into()),
                Try::Again(error) if !matches!(error, Error::Contended(_)) && begun.elapsed() >= self.patience => {
                    return Err(error.into());
                }
                Try::Again(error) => self.wait(tries, &error, seed).await,
            }
        }
    }

    async fn once<T, E, F, Fut>(
        &self,
        work: Work,
        unit: &impl Fn(Link) -> Unit,
        act: &F,
        seed: &mut Option<Uuid>,
    ) -> Try<T, E>
    where
        F: Fn(Unit) -> Fut,
        Fut: Future<Output = Result<T, E>> + Send,
        E: From<Error>,
    {
        let transaction = match self.begin_work(work).await {
            Ok(transaction) => transaction,
            Err(error @ (Error::Gone(_) | Error::ReadOnly(_))) => return Try::Again(error),
            Err(error) => return Try::Refused(error.into()),
        };
        let unit = unit(Link::Server(transaction));
        let (mine, id) = (unit.handle(), unit.id());
        *seed = Some(id);
        let longest = work.at_most(self.longest_unit);
        let done = match timeout(longest, act(unit)).await {
            Ok(Ok(value)) => mine.close().await.map(|()| value).map_err(E::from),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(Error::TooSlow(longest.as_secs()).into()),
        };
        let standing = mine.view.standing().await;
        let (Ok(standing), Some(conduct)) = (standing, mine.view.end().await) else {
            return Try::Refused(Error::Ended.into());
        };
        let value = match (done, standing.failed) {
            (Ok(value), _) => value,
            (Err(_), Some(error @ (Error::Contended(_) | Error::Gone(_) | Error::ReadOnly(_)))) => {
                return Try::Again(error);
            }
            (Err(error), _) => return Try::Refused(error),
        };
        let Link::Server(transaction) = conduct.link else { return Try::Done(value) };
        match transaction.commit().await.map_err(dialect::meaning) {
            Ok(()) => Try::Done(value),
            Err(error @ Error::Contended(_)) => Try::Again(error),
            Err(Error::Gone(_)) if standing.owes && self.was_kept(id).await => Try::Done(value),
            Err(Error::Gone(_)) => Try::Refused(Error::Unsure(id).into()),
            Err(error) => Try::Refused(error.into()),
        }
    }

    async fn begin_work(&self, work: Work) -> Result<Transaction<'static, Postgres>, Error> {
        let (begin, lock) = match work {
            Work::Act => (dialect::POSTGRES_BEGIN_WRITING, None),
            Work::Seal => (dialect::POSTGRES_BEGIN_SEALING, Some(dialect::POSTGRES_LOCK_SEALS)),
            Work::Migrate => (dialect::POSTGRES_BEGIN_MIGRATING, Some(dialect::POSTGRES_LOCK_MIGRATIONS)),
        };
        let mut transaction = self.begin(begin).await?;
        if let Some(lock) = lock {
            sqlx::raw_sql(lock).execute(&mut *transaction).await.map_err(dialect::meaning)?;
        }
        Ok(transaction)
    }

    async fn begin(&self, text: &'static str) -> Result<Transaction<'static, Postgres>, Error> {
        match self.pool.begin_with(text).await {
            // The pool says the same whether all are taken or none can be had: ask the server itself which it is.
            Err(sqlx::Error::PoolTimedOut) => {
                let reached = timeout(Duration::from_secs(2), self.options.connect()).await;
                Err(match reached {
                    Ok(Ok(connection)) => {
                        drop(connection.close().await);
                        Error::Busy("no connection became free".to_owned())
                    }
                    Ok(Err(fault)) => dialect::meaning(fault),
                    Err(_) => Error::Gone("the server does not answer".to_owned()),
                })
            }
            begun => begun.map_err(dialect::meaning),
        }
    }

    /// Asks until there is an answer, for a while. A unit that is there was kept. One that is not there may still be on its
    /// way on a server that has not noticed yet, so its absence says nothing.
    async fn was_kept(&self, unit: Uuid) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < self.patience {
            if let Ok(transaction) = self.begin(dialect::POSTGRES_BEGIN_READING).await {
                let view = View::new(Link::Server(transaction), crate::Rules::default(), May::Seal);
                if let Ok(true) = journal::holds(&view, unit).await {
                    return true;
                }
            } else {
                self.discard_idle().await;
            }
            sleep(Duration::from_millis(100)).await;
        }
        false
    }

    /// Waits before the next try: longer each time, and not as long as the others do. Connections to a server that went
    /// away, or that became a follower, are let go.
    async fn wait(&self, tries: u32, error: &Error, seed: Option<Uuid>) {
        tracing::debug!(tries, %error, "a unit of work is done anew");
        if matches!(error, Error::Contended(_)) {
            // The identity was made by chance, so its last byte spreads those who met.
            let spread = seed.map_or(128, |id| u64::from(id.as_bytes()[15]));
            let longest = 1_u64 << tries.min(8);
            sleep(Duration::from_micros(200 + longest * 1000 * spread / 256)).await;
        } else {
            self.discard_idle().await;
            sleep(Duration::from_millis(100)).await;
        }
    }

    async fn discard_idle(&self) {
        for _ in 0..self.pool.num_idle() {
            let Some(connection) = self.pool.try_acquire() else { return };
            drop(timeout(Duration::from_millis(200), connection.close()).await);
        }
    }
}
