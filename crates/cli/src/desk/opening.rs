//! Opening the database: its address, the clock, new identities, the time zone.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use storage::{Error, Ids, SchemaFault, Setup, Store, View, args};
use uuid::{NoContext, Uuid};

use super::instant;
use crate::clock;
use crate::context::{Context, Trouble};
use crate::said;

/// The row of `setting` that marks a trial database.
pub const TRIAL: &str = "trial";

/// The zone in which a day begins and ends.
const ZONE: &str = "Europe/Helsinki";

/// Which database is wanted, and how.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Its address.
    pub database: &'a str,
    /// The instant of a trial.
    pub at: Option<&'a str>,
    /// Whether a file that is not there is made.
    pub make: bool,
}

/// New identities, by chance.
struct Chance;

impl Ids for Chance {
    fn next(&self, now: Timestamp) -> Uuid {
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let rest = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, rest))
    }
}

/// Opens it; its tables may still be older than the program.
pub async fn open_store(context: &Context, wanted: Wanted<'_>) -> Result<Store, Trouble> {
    let w = context.w;
    if let Some(path) = wanted.database.strip_prefix("sqlite:")
        && !wanted.make
        && !path.is_empty()
        && !Path::new(path.strip_prefix("//").unwrap_or(path)).exists()
    {
        let path = path.strip_prefix("//").unwrap_or(path);
        let trouble = Trouble::failed(w.desk_no_database(path)).coded("no-database");
        return Err(trouble.todo(w.desk_no_database_todo()));
    }
    let Some(word) = wanted.at else {
        return open(context, wanted.database, clock::now).await;
    };
    let at = moment(context, word)?;
    let begun = Instant::now();
    let start = Arc::new(AtomicI64::new(at.as_microsecond()));
    let hands = Arc::clone(&start);
    let clock = move || {
        let start = Timestamp::from_microsecond(hands.load(Ordering::Relaxed)).unwrap_or(at);
        start + begun.elapsed()
    };
    let store = open(context, wanted.database, clock).await?;
    if !is_trial(&store).await.map_err(|error| said::storage(w, &error))? {
        store.close().await;
        let trouble = Trouble::refused(w.desk_no_trial()).coded("no-trial");
        return Err(trouble.todo(w.desk_no_trial_todo()));
    }
    if let Some(last) = last_within_the_hour(&store, at).await.map_err(|error| said::storage(w, &error))? {
        start.store(last.as_microsecond() + 1000, Ordering::Relaxed);
    }
    eprintln!("kotopolku: {}", w.desk_trial_clock(&instant(w, &time_zone()?, at)));
    Ok(store)
}

/// The last thing that was done in the hour from an instant on. Commands with the same `--at` follow one another: else the
/// second would come before what the first has done.
async fn last_within_the_hour(store: &Store, at: Timestamp) -> Result<Option<Timestamp>, Error> {
    let end = at + Duration::from_secs(3600);
    store
        .read(|view: View| async move {
            let sql = "select at from journal_entry where at >= $1 and at < $2 order by at desc limit 1";
            view.fetch_optional(sql, args![at, end]).await?.map(|row| row.get("at")).transpose()
        })
        .await
}

async fn open(
    context: &Context,
    address: &str,
    clock: impl Fn() -> Timestamp + Send + Sync + 'static,
) -> Result<Store, Trouble> {
    let mut setup = Setup::new(clock, Chance);
    setup.rules = casework::RULES;
    setup.connections = 8;
    setup.patience = Duration::from_secs(10);
    Store::open(address, setup).await.map_err(|error| said::storage(context.w, &error))
}

/// Runs on a file what is due.
pub async fn bring_up_to_date(store: &Store) -> Result<(), Error> {
    match store.check_schema().await {
        Err(Error::Schema(SchemaFault::Older(_))) => store.migrate().await.map(drop),
        other => other,
    }
}

/// Whether nothing has ever been run here.
pub async fn is_empty(store: &Store) -> Result<bool, Error> {
    match store.check_schema().await {
        Err(Error::Schema(SchemaFault::Older(due))) => Ok(due == storage::Migrations::embedded().iter().count()),
        other => other.map(|()| false),
    }
}

/// Whether this database was made for trials. One without tables was not.
pub async fn is_trial(store: &Store) -> Result<bool, Error> {
    if is_empty(store).await? {
        return Ok(false);
    }
    store
        .read(|view: View| async move {
            let sql = "select count(*) as n from setting where name = $1";
            Ok(view.fetch_one(sql, args![TRIAL]).await?.get::<i64>("n")? > 0)
        })
        .await
}

/// A moment as it is written: an instant with its zone, or a day with or without a time, as in Finland.
pub fn moment(context: &Context, word: &str) -> Result<Timestamp, Trouble> {
    let word = word.trim();
    if let Ok(at) = word.parse::<Timestamp>() {
        return Ok(at);
    }
    let wrong = || Trouble::wrong_use(context.w.desk_instant_wrong(word), String::new());
    let there: DateTime = word.parse().map_err(|_| wrong())?;
    there.to_zoned(time_zone()?).map(|zoned| zoned.timestamp()).map_err(|_| wrong())
}

/// The zone of Finland, from the tables in the program: what the machine has may be old.
pub fn time_zone() -> Result<TimeZone, Trouble> {
    TimeZoneDatabase::bundled().get(ZONE).map_err(|error| Trouble::failed(error.to_string()))
}
