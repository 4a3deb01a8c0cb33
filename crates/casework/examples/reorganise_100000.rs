//! How long the night of 1 January 2025 takes for 100,000 open cases: plan, apply, undo and apply again, with the
//! proof of the promise before and after, on SQLite and on PostgreSQL. Beside it, in the same run and on the same disk, what the engine asks for a bare `update` of as many rows.
//!
//! ```text
//! cargo run --release -p casework --example reorganise_100000 -- [CASES] [FOLDER] [BATCH]
//! ```
//! SQLite's file is put into the folder (by default the current one: a temporary folder may be in memory). PostgreSQL is
//! the one that `KOTOPOLKU_TEST_POSTGRES` names, else a throwaway one; `none` does without.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use casework::post::{Acting, NewPost};
use casework::reorganisation::{Balance, Order, Progress, Run};
use casework::{House, RULES};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use register::Register;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use storage::{Entry, Ids, Setup, Store, Unit, Word, args};
use uuid::Uuid;

type Told<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

const DAY: Date = date(2025, 1, 1);
/// Where people live: three TE offices, pilot municipalities and others.
const MUNICIPALITIES: [&str; 12] = ["061", "109", "082", "165", "834", "169", "837", "091", "853", "564", "398", "297"];

/// By how many seconds the clock was put forward: the run is not on the day on which the cases were opened.
static FORWARD: AtomicI64 = AtomicI64::new(0);

struct Chance(AtomicU64);

impl Ids for Chance {
    fn next(&self, now: Timestamp) -> Uuid {
        let count = u128::from(self.0.fetch_add(1, Ordering::Relaxed)).to_be_bytes();
        let mut bytes = [0_u8; 10];
        bytes.copy_from_slice(&count[6..]);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Told {
    let mut words = std::env::args().skip(1);
    let cases: usize = words.next().map_or(Ok(100_000), |word| word.parse())?;
    let folder = words.next().unwrap_or_else(|| ".".to_owned());
    let batch: i64 = words.next().map_or(Ok(500), |word| word.parse())?;
    let file = format!("{folder}/reorganise-{}.db", std::process::id());
    measure("SQLite", &format!("sqlite:{file}"), cases, batch).await?;
    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{file}{end}")));
    }
    match testkit::postgres::empty_database().await? {
        Some(address) => measure("PostgreSQL", &address, cases, batch).await?,
        None => println!("PostgreSQL: not tried"),
    }
    Ok(())
}

async fn measure(name: &str, address: &str, cases: usize, batch: i64) -> Told {
    println!("{name}: {cases} open cases, batches of {batch}");
    let house = house(address).await?;
    FORWARD.store(0, Ordering::Relaxed);
    let begun = Instant::now();
    world(&house, cases).await?;
    by_hand(address, "analyze").await?;
    FORWARD.store(24 * 3600, Ordering::Relaxed);
    println!("  the world was made in {:.1} s", begun.elapsed().as_secs_f64());

    let operator = Acting::operator();
    prove(&house, &operator).await?;
    let begun = Instant::now();
    let plan = house.plan_reorganisation(&operator, DAY, true).await?;
    println!(
        "  plan   {:>6.1} s   {} open, {} move, {} letters, {} kinds of move",
        begun.elapsed().as_secs_f64(),
        plan.open(),
        plan.moving(),
        plan.letters.len(),
        plan.moves.len()
    );
    let shown = AtomicI64::new(0);
    let told = |progress: Progress| {
        let tenth = progress.done * 10 / progress.of.max(1);
        if shown.swap(tenth, Ordering::Relaxed) != tenth {
            let left = progress.remaining.unwrap_or_default().as_secs();
            println!(
                "         {:>6} of {}, {:.0} a second, {left} s left",
                progress.done, progress.of, progress.per_second
            );
        }
    };
    let order = Order { batch, plan: plan.id, ..Order::of(DAY) };
    let begun = Instant::now();
    let applied = house.apply_reorganisation(&operator, order, &told).await?;
    say("apply", begun.elapsed(), &applied);
    let order = Order { plan: None, ..order };
    let begun = Instant::now();
    let undone = house.undo_reorganisation(&operator, order, &told).await?;
    say("undo", begun.elapsed(), &undone);
    let begun = Instant::now();
    let again = house.apply_reorganisation(&operator, order, &told).await?;
    say("again", begun.elapsed(), &again);
    prove(&house, &operator).await?;
    by_hand(address, "create table control (id integer primary key, n integer not null)").await?;
    let fill = format!(
        "insert into control with recursive c (i) as (select 1 union all select i + 1 from c where i < {cases}) select i, 0 from c"
    );
    by_hand(address, &fill).await?;
    let begun = Instant::now();
    by_hand(address, "update control set n = n + 1").await?;
    println!("  control: a bare update of {cases} rows takes {:.2} s", begun.elapsed().as_secs_f64());
    house.store.close().await;
    Ok(())
}

/// The proof of the promise over all of it.
async fn prove(house: &House, operator: &Acting) -> Told {
    let begun = Instant::now();
    let proof = house.prove_promise(operator, 10).await?;
    let taken = begun.elapsed().as_secs_f64();
    println!(
        "  prove  {taken:>6.1} s   {} leads, {} beside, {} faults named",
        proof.leads,
        proof.beside,
        proof.faults.len()
    );
    Ok(())
}

fn say(what: &str, taken: Duration, run: &Run) {
    let even = run.tally.balance.as_ref().is_some_and(Balance::is_even);
    let count = |word: &str| run.tally.of(word);
    println!(
        "  {what:<6} {:>6.1} s   {} batches, {} moved, {} beside, {} undone, {} left; before = after: {even}",
        taken.as_secs_f64(),
        run.batches,
        count("moved"),
        count("beside"),
        count("undone"),
        count("left"),
    );
}

async fn house(address: &str) -> Told<House> {
    // A clock that stands in December 2024 and goes on as time does: the store must not look at the machine's.
    let start: Timestamp = "2024-12-02T07:00:00Z".parse()?;
    let machine = Instant::now();
    let clock = move || {
        let gone = i64::try_from(machine.elapsed().as_micros()).unwrap_or(i64::MAX);
        let forward = jiff::SignedDuration::from_secs(FORWARD.load(Ordering::Relaxed));
        start.checked_add(jiff::SignedDuration::from_micros(gone) + forward).unwrap_or(start)
    };
    let mut setup = Setup::new(clock, Chance(AtomicU64::new(1)));
    setup.rules = RULES;
    let store = Store::open(address, setup).await?;
    store.migrate().await?;
    let register = Register::try_shipped_answering().map_err(|_| "the register has faults")?;
    Ok(House::new(store, Arc::new(register.clone()), TimeZone::get("Europe/Helsinki")?).await?)
}

/// People with their facts, and a case for each: one of a kind is opened as people do, the others are copied from it.
async fn world(house: &House, cases: usize) -> Told {
    let operator = Acting::operator();
    let post = NewPost {
        id: "te-hame/expert".to_owned(),
        organ: "te-office:hame".to_owned(),
        function: "handler".to_owned(),
        title: "expert".to_owned(),
        from: date(2021, 1, 1),
        until: Some(DAY),
    };
    house.add_post(&operator, &post).await?;
    let opener = house.acting("te-hame/expert").await?;
    let mut kinds = Vec::new();
    for municipality in MUNICIPALITIES {
        for labour in ["unemployed-job-seeker", "outside", "unemployed-job-seeker"] {
            let assistance = if labour == "outside" { "lasting" } else { "none" };
            kinds.push(vec![
                ("municipality", municipality),
                ("residence", "permit"),
                ("first-permit", "2024-01-15"),
                ("home-municipality", "yes"),
                ("labour", labour),
                ("assistance", assistance),
            ]);
        }
    }
    for (index, kind) in kinds.iter().enumerate() {
        let many = cases / kinds.len() + usize::from(index < cases % kinds.len());
        let year = 1960 + i64::try_from(index)?;
        let person = person(house, year, kind).await?;
        let first = house.open_case(&opener, "initial-assessment", person).await?.id;
        for begin in (1..many).step_by(500) {
            let end = many.min(begin + 500);
            copies(house, first, person, end - begin).await?;
        }
    }
    Ok(())
}

async fn person(house: &House, year: i64, facts: &[(&str, &str)]) -> Told<Uuid> {
    let act = |unit: Unit| async move {
        let id = unit.new_id();
        let sql = "insert into person (id, born_year, born_month, born_day, recorded_at, recorded_by, version)
            values ($1, $2, 6, 15, $3, 'te-hame/expert', 1)";
        unit.execute(sql, args![id, year, unit.now()]).await?;
        for (attribute, value) in facts {
            let sql = "insert into person_fact (id, person_id, attribute, slot, value, from_day, source, recorded_by,
                recorded_organ, recorded_at) values ($1, $2, $3, '', $4, $5, 'example', 'te-hame/expert', 'te-office:hame', $6)";
            let values = args![unit.new_id(), id, *attribute, *value, date(2024, 1, 15), unit.now()];
            unit.execute(sql, values).await?;
        }
        said(&unit, id);
        Ok::<_, storage::Error>(id)
    };
    Ok(house.store.write(act).await?)
}

/// So many copies of a case and its person, in statements over all of them.
async fn copies(house: &House, first: Uuid, person: Uuid, many: usize) -> Told {
    let act = |unit: Unit| async move {
        let mut made = String::from("with made (person, the_case, lead) as (values ");
        let mut ids = Vec::new();
        for row in 0..many {
            let at = row * 3;
            made.push_str(if row == 0 { "(" } else { ", (" });
            made.push_str(&format!("${}, ${}, ${})", at + 2, at + 3, at + 4));
            ids.extend(args![unit.new_id(), unit.new_id(), unit.new_id()]);
        }
        made.push_str(") ");
        // The identities of facts and of those beside are made from those of the person and the case: see `others`.
        for sql in [
            "insert into person select m.person, p.born_year, p.born_month, p.born_day, p.recorded_at, p.recorded_by,
                p.version from made m, person p where p.id = $1",
            "insert into holding (id, case_id, role, organ, verb, also, force, from_at, between_chairs, edition, path,
                cause, recorded_at, recorded_by)
            select m.lead, m.the_case, h.role, h.organ, h.verb, h.also, h.force, h.from_at, h.between_chairs, h.edition,
                h.path, h.cause, h.recorded_at, h.recorded_by
            from made m, holding h where h.case_id = $1 and h.role = 'lead'",
            "insert into case_file (id, case_type, type_version, duty, person_id, municipality, status, opened_at,
                opened_by, opened_organ, lead_holding, version)
            select m.the_case, c.case_type, c.type_version, c.duty, m.person, c.municipality, c.status, c.opened_at,
                c.opened_by, c.opened_organ, m.lead, c.version
            from made m, case_file c where c.id = $1",
        ] {
            let from = if sql.starts_with("insert into person ") { person } else { first };
            let (head, tail) = sql.split_once("select").unwrap_or((sql, ""));
            let text = format!("{head} {made} select {tail}");
            let mut values = args![from];
            values.extend(ids.iter().cloned());
            unit.execute(storage::Built(text), values).await?;
        }
        others(&unit, first, person, &ids).await?;
        said(&unit, first);
        Ok::<_, storage::Error>(())
    };
    Ok(house.store.write(act).await?)
}

/// The facts of the copied people and those who stand beside in the copied cases.
async fn others(unit: &Unit, first: Uuid, person: Uuid, ids: &[storage::Value]) -> Result<(), storage::Error> {
    let facts = unit.fetch_all("select id from person_fact where person_id = $1", args![person]).await?;
    let beside = unit.fetch_all("select id from holding where case_id = $1 and role = 'beside'", args![first]).await?;
    for (rows, owner, into) in [
        (
            facts,
            0,
            "insert into person_fact (id, person_id, attribute, slot, value, from_day, until_day, source, recorded_by,
            recorded_organ, recorded_at)
            select $2, $3, attribute, slot, value, from_day, until_day, source, recorded_by, recorded_organ,
            recorded_at from person_fact where id = $1",
        ),
        (
            beside,
            1,
            "insert into holding (id, case_id, role, organ, verb, also, force, from_at, between_chairs, edition,
            path, cause, recorded_at, recorded_by)
            select $2, $3, role, organ, verb, also, force, from_at, between_chairs, edition, path, cause, recorded_at,
            recorded_by from holding where id = $1",
        ),
    ] {
        for row in rows {
            let from: Uuid = row.get("id")?;
            for made in ids.chunks(3) {
                let mut values = args![from, unit.new_id()];
                values.push(made[owner].clone());
                unit.execute(into, values).await?;
            }
        }
    }
    Ok(())
}

fn said(unit: &Unit, id: Uuid) {
    unit.journal(Entry::new(&Acting::operator().actor, Word::of("record"), Word::of("example"), id));
}

async fn by_hand(address: &str, sql: &str) -> Told {
    let sql = AssertSqlSafe(sql.to_owned());
    if let Some(path) = address.strip_prefix("sqlite:") {
        let mut connection = SqliteConnection::connect(&format!("sqlite:{path}")).await?;
        sqlx::raw_sql(sql).execute(&mut connection).await?;
        connection.close().await?;
    } else {
        let mut connection = PgConnection::connect(address).await?;
        sqlx::raw_sql(sql).execute(&mut connection).await?;
        connection.close().await?;
    }
    Ok(())
}
