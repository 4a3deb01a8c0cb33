//! How many durable units of work with their line in the journal a second, by one task and by sixteen; beside it, in the
//! same run and on the same disk, what one flush costs. Nothing is asserted: it is for comparing.
//!
//! ```text
//! cargo run --release -p storage --example durable_writes -- [FOLDER] [ADDRESS OF POSTGRES]
//! ```
//! SQLite's file is put into the folder (by default the current one: a temporary folder may be in memory).

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use storage::{Actor, Entry, Error, Ids, Migrations, Setup, Store, Unit, Word, args, journal};
use uuid::Uuid;

type Told<T = ()> = Result<T, Box<dyn std::error::Error>>;

const LENGTH: Duration = Duration::from_secs(5);

struct Chance;

impl Ids for Chance {
    fn next(&self, now: Timestamp) -> Uuid {
        Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, u64::try_from(now.as_second()).unwrap_or(0), 0))
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Told {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().unwrap_or_else(|| ".".to_owned()));
    let file = folder.join(format!("durable-writes-{}.db", std::process::id()));
    let postgres = words.next().or_else(|| std::env::var("KOTOPOLKU_TEST_POSTGRES").ok());
    let flush = one_flush(&folder)?;
    println!("one flush (write of 16 KiB and fdatasync): {:.2} ms p50", flush.as_secs_f64() * 1e3);
    measure("SQLite", &format!("sqlite:{}", file.display()), &folder).await?;
    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{}{end}", file.display())));
    }
    match postgres {
        Some(address) => measure("PostgreSQL", &address, &folder).await?,
        None => println!("PostgreSQL: no address was given (scripts/with-postgres.sh runs this with one)"),
    }
    Ok(())
}

/// The control: what the disk asks for one small flush into a file that is long enough already, as a log is.
fn one_flush(folder: &Path) -> Told<Duration> {
    let path = folder.join(format!("flush-{}", std::process::id()));
    let mut file = File::create(&path)?;
    file.write_all(&vec![0; 4 << 20])?;
    file.sync_all()?;
    let mut times = Vec::new();
    for round in 0..200_u64 {
        let begun = Instant::now();
        file.seek(SeekFrom::Start(round % 256 * 16_384))?;
        file.write_all(&[1; 16_384])?;
        file.sync_data()?;
        times.push(begun.elapsed());
    }
    std::fs::remove_file(&path)?;
    Ok(percentile(&mut times, 50))
}

fn percentile(times: &mut [Duration], of_a_hundred: usize) -> Duration {
    times.sort_unstable();
    times.get((times.len() * of_a_hundred / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

async fn measure(name: &str, address: &str, folder: &Path) -> Told {
    let millis = AtomicI64::new(1_772_438_400_000);
    let clock =
        move || Timestamp::from_millisecond(millis.fetch_add(1, Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH);
    let mut setup = Setup::new(clock, Chance);
    let columns = "version bigint not null, changed text not null";
    setup.migrations = Migrations::embedded().and(
        "90000101000000_trial",
        format!("create table trial (id blob primary key not null, {})", columns.replace("bigint", "integer")),
        format!("create table trial (id uuid primary key not null, {columns})"),
    );
    let store = Store::open(address, setup).await?;
    store.migrate().await?;
    for tasks in [1_usize, 16, 64] {
        // A control of its own beside each figure: neighbours on the machine come and go.
        let flush = one_flush(folder)?;
        let (mut times, elapsed) = run(&store, tasks).await?;
        let (rate, count) = (times.len() as f64 / elapsed.as_secs_f64(), times.len());
        let (half, slow) = (percentile(&mut times, 50), percentile(&mut times, 99));
        println!(
            "{name:<10} {tasks:>3} tasks: {rate:>7.0} units/s, p50 {:>6.2} ms, p99 {:>6.2} ms, {:>5.2} units a flush-time \
             ({:.2} ms), {count} units",
            half.as_secs_f64() * 1e3,
            slow.as_secs_f64() * 1e3,
            rate * flush.as_secs_f64(),
            flush.as_secs_f64() * 1e3,
        );
    }
    let begun = Instant::now();
    let rows = journal::seal_all(&store).await?;
    let sealed = begun.elapsed();
    let begun = Instant::now();
    let found = journal_reader::verify(address, &[]).await?;
    println!(
        "{name:<10} sealed {rows} rows in {:.2} s, verified them in {:.2} s: {}",
        sealed.as_secs_f64(),
        begun.elapsed().as_secs_f64(),
        if found.is_whole() { "whole" } else { "NOT WHOLE" },
    );
    store.close().await;
    Ok(())
}

async fn run(store: &Store, tasks: usize) -> Told<(Vec<Duration>, Duration)> {
    let mut running = tokio::task::JoinSet::new();
    let begun = Instant::now();
    for _ in 0..tasks {
        let store = store.clone();
        running.spawn(async move {
            let actor = Actor { post: Word::of("handler:hame/1"), organ: Word::of("te-office:hame") };
            let actor = &actor;
            let mine = open(&store, actor).await?;
            let mut times = Vec::new();
            let mut version = 1_i64;
            while begun.elapsed() < LENGTH {
                let one = Instant::now();
                change(&store, actor, mine, version).await?;
                version += 1;
                times.push(one.elapsed());
            }
            Ok::<_, Error>(times)
        });
    }
    let mut all = Vec::new();
    while let Some(times) = running.join_next().await {
        all.extend(times??);
    }
    Ok((all, begun.elapsed()))
}

async fn open(store: &Store, actor: &Actor) -> Result<Uuid, Error> {
    store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.execute("insert into trial (id, version, changed) values ($1, 1, '')", args![id]).await?;
            unit.journal(Entry::new(actor, Word::of("open"), Word::of("trial"), id).case(id));
            Ok(id)
        })
        .await
}

/// One unit as casework has them: read, change with its version, one line in the journal.
async fn change(store: &Store, actor: &Actor, id: Uuid, version: i64) -> Result<(), Error> {
    store
        .write(|unit: Unit| async move {
            unit.fetch_one("select version, changed from trial where id = $1", args![id]).await?;
            let sql = "update trial set version = version + 1, changed = $1 where id = $2 and version = $3";
            unit.change_one(sql, args![unit.now().to_string(), id, version]).await?;
            unit.journal(Entry::new(actor, Word::of("change"), Word::of("trial"), id).case(id).version(version + 1));
            Ok(())
        })
        .await
}
