//! A small world on an engine: tables of the tests' own, a clock that goes by steps, and a database that is gone afterwards.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use storage::{Actor, Entry, Error, Ids, Migrations, Rules, Setup, Store, Unit, View, Word, args};
use uuid::Uuid;

pub const RULES: Rules = Rules { personal: &["visitor"], unjournalled: &["job"] };

const SQLITE: &str = "
create table purse (id blob primary key not null, version integer not null, amount integer not null
    constraint amount_is_not_negative check (amount >= 0), opened text) strict;
create table note (id blob primary key not null, purse_id blob not null references purse (id), text text not null) strict;
create table visitor (id blob primary key not null, name text not null, born text, facts text, protected integer not null) strict;
create table job (id blob primary key not null, due text not null) strict;
";
const POSTGRES: &str = "
create table purse (id uuid primary key, version bigint not null, amount bigint not null
    constraint amount_is_not_negative check (amount >= 0), opened date);
create table note (id uuid primary key, purse_id uuid not null references purse (id), text text not null);
create table visitor (id uuid primary key, name text not null, born date, facts jsonb, protected boolean not null);
create table job (id uuid primary key, due timestamptz not null);
";

/// Identities of version 7, with chance of their own: processes that are killed must not repeat each other's.
pub struct Chance;

impl Ids for Chance {
    fn next(&self, now: Timestamp) -> Uuid {
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, 0))
    }
}

/// A clock that goes one millisecond forward whenever somebody looks.
pub fn stepping_clock() -> impl Fn() -> Timestamp + Send + Sync {
    let millis = Arc::new(AtomicI64::new(1_772_438_400_000));
    move || Timestamp::from_millisecond(millis.fetch_add(1, Ordering::Relaxed)).expect("an instant")
}

pub fn setup() -> Setup {
    let mut setup = Setup::new(stepping_clock(), Chance);
    setup.rules = RULES;
    setup.migrations = Migrations::embedded().and("90000101000000_trial", SQLITE, POSTGRES);
    setup.patience = Duration::from_secs(10);
    setup
}

/// A database with the tests' tables, and the store on it.
pub struct World {
    pub store: Store,
    pub address: String,
    folder: Option<PathBuf>,
}

impl World {
    pub async fn sqlite() -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("kotopolku-storage-{}", fresh_id()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Some(Self::at(format!("sqlite:{}/trial.db", folder.display()), Some(folder)).await)
    }

    pub async fn postgres() -> Option<Self> {
        let address = testkit::postgres::empty_database().await.expect("a PostgreSQL for the test")?;
        Some(Self::at(address, None).await)
    }

    pub async fn at(address: String, folder: Option<PathBuf>) -> Self {
        let store = Store::open(&address, setup()).await.expect("the database opens");
        store.migrate().await.expect("the migrations run");
        Self { store, address, folder }
    }

    /// Another store on the same database: another node, or another program.
    pub async fn another(&self) -> Store {
        Store::open(&self.address, setup()).await.expect("the database opens once more")
    }

    pub fn is_sqlite(&self) -> bool {
        self.folder.is_some()
    }

    /// Does something to the database by hand, past the store and its triggers' good manners.
    pub async fn by_hand(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.address.strip_prefix("sqlite:") {
            Some(path) => {
                let mut connection =
                    SqliteConnection::connect(&format!("sqlite:{path}")).await.expect("the file opens");
                sqlx::raw_sql(sql).execute(&mut connection).await.expect("the hand is free");
                connection.close().await.expect("the file closes");
            }
            None => {
                let mut connection = PgConnection::connect(&self.address).await.expect("the server answers");
                sqlx::raw_sql(sql).execute(&mut connection).await.expect("the hand is free");
                connection.close().await.expect("the connection closes");
            }
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            drop(std::fs::remove_dir_all(folder));
        }
    }
}

pub fn fresh_id() -> Uuid {
    Chance.next(stepping_clock()())
}

pub fn actor() -> Actor {
    Actor { post: Word::of("handler:hame/1"), organ: Word::of("te-office:hame") }
}

pub fn line(action: Word, purse: Uuid) -> Entry {
    Entry::new(&actor(), action, Word::of("purse"), purse).duty(Word::of("integration-plan")).case(purse)
}

/// Opens a purse, with its line in the journal.
pub async fn open_purse(store: &Store, amount: i64) -> Result<Uuid, Error> {
    store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.execute("insert into purse (id, version, amount) values ($1, 1, $2)", args![id, amount]).await?;
            unit.journal(line(Word::of("open"), id));
            Ok(id)
        })
        .await
}

pub async fn amount(store: &Store, purse: Uuid) -> i64 {
    store
        .read(|view: View| async move {
            view.fetch_one("select amount from purse where id = $1", args![purse]).await?.get("amount")
        })
        .await
        .expect("the amount is read")
}

pub async fn count(store: &Store, sql: &'static str) -> i64 {
    store.read(|view: View| async move { view.fetch_one(sql, args![]).await?.get("n") }).await.expect("it is counted")
}

/// Each test once on each engine. Where it was said to do without PostgreSQL, that half says so.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let world = $crate::world::World::sqlite().await.expect("a file");
                super::$name(&world).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                match $crate::world::World::postgres().await {
                    Some(world) => super::$name(&world).await,
                    None => eprintln!("KOTOPOLKU_TEST_POSTGRES=none: not tried on PostgreSQL"),
                }
            })+
        }
    };
}
