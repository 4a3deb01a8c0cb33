//! A small world on an engine: the shipped register, a clock that tests set, posts in Forssa and Hämeenlinna, and a
//! database that is gone afterwards.

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use casework::post::{Acting, NewPost};
use casework::{House, RULES};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use register::Register;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use storage::{Ids, Setup, Store, Unit, args};
use uuid::Uuid;

/// The shipped register, read once.
pub static REGISTER: LazyLock<Arc<Register>> = LazyLock::new(|| {
    Arc::new(Register::try_shipped_answering().expect("the shipped register has no faults of form").clone())
});

/// A clock that stands where a test puts it, and goes a millisecond forward whenever somebody looks.
#[derive(Debug, Clone)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    /// Standing at an instant.
    pub fn at(instant: &str) -> Self {
        let hands = Self(Arc::new(AtomicI64::new(0)));
        hands.set(instant);
        hands
    }

    /// Puts it at an instant, `2024-12-01T09:00:00+02:00`.
    pub fn set(&self, instant: &str) {
        let instant: Timestamp = instant.parse().expect("an instant");
        self.0.store(instant.as_microsecond(), Ordering::Relaxed);
    }

    /// The instant it shows.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.fetch_add(1_000, Ordering::Relaxed)).expect("an instant")
    }
}

/// Identities of version 7 whose chance is a count: the same in each run, and never twice in a process.
pub struct Counted;

static COUNT: AtomicU64 = AtomicU64::new(1);

impl Ids for Counted {
    fn next(&self, now: Timestamp) -> Uuid {
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let chance = (u128::from(std::process::id()) << 48 | u128::from(count)).to_be_bytes();
        let mut bytes = [0_u8; 10];
        bytes.copy_from_slice(&chance[6..]);
        uuid::Builder::from_unix_timestamp_millis(seconds * 1_000, &bytes).into_uuid()
    }
}

/// A house with its clock.
pub struct World {
    pub house: House,
    pub hands: Hands,
    pub address: String,
    folder: Option<PathBuf>,
}

/// Posts that every world has: word, organ, function.
pub const POSTS: [(&str, &str, &str); 6] = [
    ("te-hame/expert", "te-office:hame", "handler"),
    ("te-hame/head", "te-office:hame", "decision-maker"),
    ("forssa/coordinator", "municipality:061", "handler"),
    ("hameenlinna/coordinator", "municipality:109", "handler"),
    ("tyohame/expert", "employment-authority:tyohame", "handler"),
    ("ely-hame/adviser", "ely-centre:hame", "handler"),
];

impl World {
    pub async fn sqlite(at: &str) -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("kotopolku-casework-{}", Counted.next(Timestamp::UNIX_EPOCH)));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Some(Self::build(format!("sqlite:{}/trial.db", folder.display()), Some(folder), at).await)
    }

    pub async fn postgres(at: &str) -> Option<Self> {
        let address = testkit::postgres::empty_database().await.expect("a PostgreSQL for the test")?;
        Some(Self::build(address, None, at).await)
    }

    async fn build(address: String, folder: Option<PathBuf>, at: &str) -> Self {
        let hands = Hands::at(at);
        let house = house(&address, &hands, true).await;
        let world = Self { house, hands, address, folder };
        for (id, organ, function) in POSTS {
            let index = world.house.register.organ(organ).unwrap_or_else(|_| panic!("{organ} is in the register"));
            let period = world.house.register.resolved.organs.at(index).period;
            let from = period.from.unwrap_or(jiff::civil::date(2021, 1, 1));
            let new = NewPost {
                id: id.to_owned(),
                organ: organ.to_owned(),
                function: function.to_owned(),
                title: id.to_owned(),
                from,
                until: period.until,
            };
            world.house.add_post(&Acting::operator(), &new).await.expect("the post is set up");
        }
        world
    }

    /// Another house on the same database: another node.
    pub async fn another(&self) -> House {
        house(&self.address, &self.hands, false).await
    }

    pub fn is_sqlite(&self) -> bool {
        self.folder.is_some()
    }

    /// Acts as one of [`POSTS`].
    pub async fn acting(&self, post: &str) -> Acting {
        self.house.acting(post).await.expect("the post is in force")
    }

    /// Does something to the database by hand; the fault's words when it refuses.
    pub async fn by_hand(&self, sql: &str) -> Result<(), String> {
        let sql = AssertSqlSafe(sql.to_owned());
        let done = match self.address.strip_prefix("sqlite:") {
            Some(path) => {
                let mut connection =
                    SqliteConnection::connect(&format!("sqlite:{path}")).await.expect("the file opens");
                sqlx::raw_sql("pragma foreign_keys = on").execute(&mut connection).await.expect("it is on");
                let done = sqlx::raw_sql(sql).execute(&mut connection).await.map(drop);
                connection.close().await.expect("the file closes");
                done
            }
            None => {
                let mut connection = PgConnection::connect(&self.address).await.expect("the server answers");
                let done = sqlx::raw_sql(sql).execute(&mut connection).await.map(drop);
                connection.close().await.expect("the connection closes");
                done
            }
        };
        done.map_err(|fault| fault.to_string())
    }

    /// A number that a statement `select … as n` gives.
    pub async fn number(&self, sql: &str) -> i64 {
        self.house
            .store
            .write(|unit: Unit| async move {
                let n = unit.fetch_one(storage::Built(sql.to_owned()), args![]).await?.get("n")?;
                let (action, test) = (storage::Word::of("count"), storage::Word::of("test"));
                unit.journal(storage::Entry::new(&Acting::operator().actor, action, test.clone(), test));
                Ok::<i64, storage::Error>(n)
            })
            .await
            .expect("it is counted")
    }

    /// Writes a person with facts by plain statements; each fact is attribute, value, first day.
    pub async fn person(&self, born: (i64, i64, i64), facts: &[(&str, &str, &str)]) -> Uuid {
        person_in(&self.house, born, facts).await
    }
}

/// Writes a person with facts by plain statements; each fact is attribute, value, first day.
pub async fn person_in(house: &House, born: (i64, i64, i64), facts: &[(&str, &str, &str)]) -> Uuid {
    house
        .store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            let sql = "insert into person (id, born_year, born_month, born_day, recorded_at, recorded_by, version)
                values ($1, $2, $3, $4, $5, 'test', 1)";
            unit.execute(sql, args![id, born.0, born.1, born.2, unit.now()]).await?;
            for (attribute, value, from) in facts {
                let from: jiff::civil::Date = from.parse().expect("a day");
                let sql = "insert into person_fact (id, person_id, attribute, slot, value, from_day, source,
                    recorded_by, recorded_organ, recorded_at)
                    values ($1, $2, $3, '', $4, $5, 'test', 'test', 'test', $6)";
                unit.execute(sql, args![unit.new_id(), id, *attribute, *value, from, unit.now()]).await?;
            }
            let actor = Acting::operator().actor;
            let (action, noun) = (storage::Word::of("record"), storage::Word::of("person"));
            unit.journal(storage::Entry::new(&actor, action, noun, id).person(id));
            Ok::<_, storage::Error>(id)
        })
        .await
        .expect("the person is written")
}

/// A house on an address, with the clock of a test.
pub async fn house(address: &str, hands: &Hands, migrate: bool) -> House {
    let clock = hands.clone();
    let mut setup = Setup::new(move || clock.now(), Counted);
    setup.rules = RULES;
    setup.patience = Duration::from_secs(10);
    let store = Store::open(address, setup).await.expect("the database opens");
    if migrate {
        store.migrate().await.expect("the migrations run");
    }
    let zone = TimeZone::get("Europe/Helsinki").expect("the zone is known");
    House::new(store, Arc::clone(&REGISTER), zone).await.expect("the house opens")
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            drop(std::fs::remove_dir_all(folder));
        }
    }
}

/// Each test once on each engine, beginning at the instant it names. Where it was said to do without PostgreSQL, that half
/// says so.
#[macro_export]
macro_rules! on_both_engines {
    (at $at:literal: $($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let world = $crate::world::World::sqlite($at).await.expect("a file");
                super::$name(&world).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                match $crate::world::World::postgres($at).await {
                    Some(world) => super::$name(&world).await,
                    None => eprintln!("KOTOPOLKU_TEST_POSTGRES=none: not tried on PostgreSQL"),
                }
            })+
        }
    };
}
