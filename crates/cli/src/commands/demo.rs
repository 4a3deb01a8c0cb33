//! `kotopolku demo`: a world of invented people.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use casework::demonstration::{Mark, Role};
use casework::document::Contents;
use casework::{House, RULES};
use clap::{Args, Subcommand};
use demonstration::{Hands, Made, Numbered, Source};
use serde::Serialize;
use storage::{Setup, Store};
use web::words::Words;

use super::DONE;
use crate::arguments::Format;
use crate::clock;
use crate::context::{Context, Trouble};
use crate::desk;
use crate::print;
use crate::progress::Line;
use crate::said;

/// A demonstration that is older no longer has anything due this week.
const FRESH_DAYS: i32 = 7;

/// `demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// What is done.
    #[command(subcommand)]
    pub what: What,
}

impl Demo {
    /// How the answer is written.
    pub fn format(&self) -> Format {
        match &self.what {
            What::Make(make) => make.format,
            What::Fill(fill) => fill.format,
        }
    }
}

/// What is done.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Make the demonstration world: a few hundred people of the Forssa region, in a database of its own
    Make(Make),
    /// Fill a demonstration database with as many people as you say, in all of Finland, for measuring; stopped, it goes on
    /// where it was
    Fill(Fill),
}

/// `demo fill`
#[derive(Debug, Args)]
pub struct Fill {
    /// The database: sqlite:FILE or postgres://… An empty one becomes a demonstration
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "KOTOPOLKU_DEMO_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:demo.db"
    )]
    pub database: String,
    /// How many people there are to be, those filled in before included
    #[arg(long, value_name = "COUNT")]
    pub people: u64,
    /// What chance is drawn from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `demo make`
#[derive(Debug, Args)]
pub struct Make {
    /// The database: sqlite:FILE or postgres://…
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "KOTOPOLKU_DEMO_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:demo.db"
    )]
    pub database: String,
    /// What chance is drawn from: the same seed and day give the same world
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Do nothing where there is a demonstration already that is at most a week old
    #[arg(long)]
    pub keep: bool,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Serialize)]
struct Said {
    made: bool,
    people: u32,
    cases: u32,
    decisions: u32,
    hand_overs: u32,
    documents: u32,
    posts: u32,
    accounts: u32,
}

impl Said {
    fn of(made: Option<Made>) -> Self {
        let Made { people, cases, decisions, hand_overs, documents, posts, accounts } = made.unwrap_or_default();
        Self { made: made.is_some(), people, cases, decisions, hand_overs, documents, posts, accounts }
    }
}

/// Does it.
pub fn run(context: Context, command: &Demo) -> Result<u8, Trouble> {
    let make = match &command.what {
        What::Make(make) => make,
        What::Fill(wanted) => return fill_in(&context, wanted),
    };
    let begun = Instant::now();
    let made = alone(make_world(&context, make))?;
    let w = context.w;
    let number = |count: u32| w.number(i64::from(count));
    match make.format {
        Format::Json => print::json(&Said::of(made)),
        Format::Text => match made {
            Some(made) => {
                let seconds = format!("{:.1}", begun.elapsed().as_secs_f64());
                print::say(&w.demo_made(
                    &number(made.accounts),
                    &number(made.cases),
                    &number(made.documents),
                    &number(made.people),
                    &seconds,
                ));
                print::say(&w.demo_next(&make.database));
            }
            None => print::say(w.demo_kept()),
        },
    }
    Ok(DONE)
}

/// Runs it on this thread: one deed follows the other, and to wake another thread for each would only cost time.
fn alone<T>(work: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Trouble::failed(error.to_string()))?.block_on(work)
}

/// `demo fill`.
fn fill_in(context: &Context, wanted: &Fill) -> Result<u8, Trouble> {
    let w = context.w;
    let filled = desk::block_on(async {
        let faulty = |error| said::storage(w, &error);
        let open = desk::Wanted { database: &wanted.database, at: None, make: true };
        let store = desk::open_store(context, open).await?;
        desk::bring_up_to_date(&store).await.map_err(faulty)?;
        let register = Arc::new(context.register.as_ref().clone());
        let house = House::new(store, register, desk::time_zone()?).await.map_err(faulty)?;
        let source = Source::shipped().map_err(|fault| Trouble::failed(fault.to_string()))?;
        let line = Line::kept();
        let done = demonstration::fill(&house, &source, wanted.people, wanted.seed, |far| {
            line.show(|| w.demo_filling(&left(w, &far), &count(w, far.of), &count(w, far.people)));
        });
        let done = done.await.map_err(|error| told(context, &error));
        house.store.close().await;
        done
    })?;
    match wanted.format {
        Format::Json => print::json(&serde_json::json!({
            "people": filled.people,
            "of": filled.of,
            "per_second": filled.per_second,
        })),
        Format::Text => print::say(&w.demo_filled(&count(w, filled.people), &format!("{:.0}", filled.per_second))),
    }
    Ok(DONE)
}

fn count(w: &Words, count: u64) -> String {
    w.number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What remains, in minutes and seconds.
fn left(w: &Words, far: &demonstration::Filled) -> String {
    let seconds = far.remaining.unwrap_or_default().as_secs();
    w.demo_left(&(seconds / 60).to_string(), &format!("{:02}", seconds % 60))
}

/// Makes it; none where one was kept.
async fn make_world(context: &Context, make: &Make) -> Result<Option<Made>, Trouble> {
    let Some(path) = make.database.strip_prefix("sqlite:") else {
        return in_place(context, make, &make.database, None).await.map(Some);
    };
    let path = PathBuf::from(path.strip_prefix("//").unwrap_or(path));
    if path.exists()
        && let Some(mark) = there(context, &make.database).await?
        && make.keep
        && is_fresh(context, &mark)
    {
        return Ok(None);
    }
    // Elsewhere first, and put in its place when it is whole: who breaks it off finds what was there before.
    let workshop = workshop(&path);
    remove(&workshop)?;
    let address = format!("sqlite:{}", workshop.display());
    let made = in_place(context, make, &address, Some(&documents(&workshop))).await;
    let moved = match &made {
        Ok(_) => move_to(&workshop, &path),
        Err(_) => Ok(()),
    };
    remove(&workshop)?;
    moved.map_err(|fault| Trouble::failed(format!("{}: {fault}", path.display())))?;
    made.map(Some)
}

/// Where a file is made. What is not whole need not outlast a failure of power, so it is made in memory where the machine
/// has a folder there: each of the thousands of deeds would wait for the disk otherwise.
fn workshop(path: &Path) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let name = format!("kotopolku-demo-{}.db", std::process::id());
    if memory.is_dir() { memory.join(name) } else { with_end(path, ".being-made") }
}

/// Puts a whole demonstration in its place, and what was there away.
fn move_to(from: &Path, to: &Path) -> std::io::Result<()> {
    let beside = with_end(to, ".whole");
    let _ = std::fs::remove_dir_all(documents_path(&beside));
    copy(from, &beside)?;
    copy_folder(&documents_path(from), &documents_path(&beside))?;
    remove_files(to)?;
    std::fs::rename(documents_path(&beside), documents_path(to))?;
    std::fs::rename(&beside, to)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::copy(from, to)?;
    std::fs::File::open(to)?.sync_all()
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    std::fs::set_permissions(to, std::fs::metadata(from)?.permissions())?;
    for entry in std::fs::read_dir(from)? {
        let (entry, kind) = entry.and_then(|entry| entry.file_type().map(|kind| (entry, kind)))?;
        let there = to.join(entry.file_name());
        if kind.is_dir() {
            copy_folder(&entry.path(), &there)?
        } else {
            std::fs::copy(entry.path(), there).map(drop)?
        }
    }
    Ok(())
}

/// The mark of a database that is there: one with real people, accounts or posts is refused.
async fn there(context: &Context, address: &str) -> Result<Option<Mark>, Trouble> {
    let w = context.w;
    let faulty = |error| said::storage(w, &error);
    let wanted = desk::Wanted { database: address, at: None, make: false };
    let store = desk::open_store(context, wanted).await?;
    if desk::is_empty(&store).await.map_err(faulty)? {
        store.close().await;
        return Ok(None);
    }
    let mark = casework::demonstration::marked(&store).await;
    store.close().await;
    match mark {
        Ok(mark) => Ok(mark),
        Err(casework::Error::Refused(casework::Refusal::Demonstration(refusal))) => {
            Err(said::demonstration(w, &refusal))
        }
        Err(casework::Error::Storage(error)) => Err(faulty(error)),
        Err(error) => Err(Trouble::failed(error.to_string())),
    }
}

fn is_fresh(context: &Context, mark: &Mark) -> bool {
    let age = mark.day.until(context.today).map_or(i32::MAX, |span| span.get_days());
    mark.whole && (0..=FRESH_DAYS).contains(&age)
}

/// Makes the world in a database that is there or is made.
async fn in_place(context: &Context, make: &Make, address: &str, documents: Option<&str>) -> Result<Made, Trouble> {
    let w = context.w;
    let faulty = |error| said::storage(w, &error);
    let hands = Hands::default();
    hands.put(demonstration::begins());
    let shown = hands.clone();
    let mut setup = Setup::new(move || shown.now(), Numbered::of(make.seed));
    setup.rules = RULES;
    setup.patience = Duration::from_secs(10);
    let store = Store::open(address, setup).await.map_err(faulty)?;
    let done = people(context, make, &store, &hands, documents).await;
    store.close().await;
    done
}

async fn people(
    context: &Context,
    make: &Make,
    store: &Store,
    hands: &Hands,
    documents: Option<&str>,
) -> Result<Made, Trouble> {
    let w = context.w;
    let faulty = |error| said::storage(w, &error);
    store.migrate().await.map_err(faulty)?;
    let register = Arc::new(context.register.as_ref().clone());
    let mut house = House::new(store.clone(), register, desk::time_zone()?).await.map_err(faulty)?;
    if let Some(documents) = documents {
        house = house.keeping(Contents::open(documents).await.map_err(|error| told(context, &error.into()))?);
    }
    let source = Source::shipped().map_err(|fault| Trouble::failed(fault.to_string()))?;
    let line = Line::kept();
    let number = |count: u32| w.number(i64::from(count));
    let progress = |progress: demonstration::Progress| {
        line.show(|| {
            let Made { people, cases, .. } = progress.made;
            w.demo_progress(&number(cases), &w.day_short(progress.on), &number(people))
        });
    };
    let made = demonstration::make(&house, hands, &source, clock::now(), make.seed, progress).await;
    made.map_err(|error| told(context, &error))
}

/// What stands against it, in words.
fn told(context: &Context, error: &demonstration::Error) -> Trouble {
    match error {
        demonstration::Error::Casework(casework::Error::Storage(error)) => said::storage(context.w, error),
        demonstration::Error::Casework(casework::Error::Refused(casework::Refusal::Demonstration(refusal))) => {
            said::demonstration(context.w, refusal)
        }
        other => Trouble::failed(other.to_string()),
    }
}

/// Whether everybody in the database is invented.
pub async fn is_demonstration(context: &Context, house: &House) -> Result<bool, Trouble> {
    let mark = house.demonstration().await.map_err(|error| told(context, &error.into()))?;
    Ok(mark.is_some())
}

/// Says, where a house is a demonstration, as whom one may act in it.
pub async fn introduce(context: &Context, house: &House, address: &str) -> Result<(), Trouble> {
    let w = context.w;
    let mark = house.demonstration().await.map_err(|error| told(context, &error.into()))?;
    let Some(mark) = mark else { return Ok(()) };
    print::say(&w.demo_serving(&format!("{address}sign-in"), &w.day(mark.day)));
    let roles = house.demonstration_roles().await.map_err(|error| told(context, &error.into()))?;
    let row = |role: &Role| {
        let organ = house.register.organ(&role.organ);
        let organ = organ.map_or(role.organ.as_str(), |organ| web::said::organ_name(w, &house.register, organ));
        vec![format!("  {organ}"), role.title.clone(), role.function.clone(), role.name.clone()]
    };
    print::rows(&roles.iter().map(row).collect::<Vec<_>>());
    Ok(())
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// Where the documents of a file of SQLite lie.
fn documents_path(path: &Path) -> PathBuf {
    with_end(path, "-documents")
}

fn documents(path: &Path) -> String {
    format!("folder:{}", documents_path(path).display())
}

/// Takes a demonstration away: the file, what the engine keeps beside it, and its documents.
fn remove(path: &Path) -> Result<(), Trouble> {
    remove_files(path).map_err(|fault| Trouble::failed(format!("{}: {fault}", path.display())))
}

fn remove_files(path: &Path) -> std::io::Result<()> {
    let gone = |done: std::io::Result<()>| match done {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    };
    for file in [path.to_owned(), with_end(path, "-wal"), with_end(path, "-shm")] {
        gone(std::fs::remove_file(file))?;
    }
    gone(std::fs::remove_dir_all(documents_path(path)))
}
