//! Where casework is done on the command line: the database, the register, the day, who acts, and how it is answered.
//!
//! A command that works on the database is one file in `commands/`: its words as a `clap::Subcommand`, and
//! `async fn run(desk: &Desk, what: &Noun) -> Result<u8, Trouble>`. In `arguments.rs` it stands as `Noun(At<noun::Noun>)`, in
//! `commands/mod.rs` as `desk::run(context, command, noun::run)`, in `help.rs` under its heading. Within it:
//!
//! ```ignore
//! let acting = desk.acting().await?;
//! let opened = desk.house.open_case(&acting, &what.case_type, person).await.map_err(|error| desk.trouble(error))?;
//! desk.answer(&OpenedSaid::of(&opened), || print::say(&desk.w().case_opened(…)));
//! ```

mod opening;

use calendar::Date;
use casework::House;
use casework::post::Acting;
use clap::{Args, Subcommand};
use jiff::Timestamp;
use serde::Serialize;
use storage::journal;
use uuid::Uuid;
use web::words::Words;

use crate::arguments::Format;
use crate::context::{Context, Trouble};
use crate::{print, said};

pub use opening::{TRIAL, Wanted, bring_up_to_date, is_empty, is_trial, moment, open_store, time_zone};

/// What every command about the database takes. The ids are long, so that no argument of a command can have the same.
#[derive(Debug, Clone, Args)]
pub struct AtDesk {
    /// The database: sqlite:FILE or postgres://…
    #[arg(
        id = "desk-database",
        long = "database",
        global = true,
        value_name = "ADDRESS",
        env = "KOTOPOLKU_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:kotopolku.db",
        help_heading = "At the desk"
    )]
    pub database: String,
    /// Act as this post (see `kotopolku post list`); `operator` sets up posts and reads the journal
    #[arg(
        id = "desk-as",
        long = "as",
        global = true,
        value_name = "POST",
        env = "KOTOPOLKU_POST",
        help_heading = "At the desk"
    )]
    pub post: Option<String>,
    /// How the answer is written
    #[arg(
        id = "desk-format",
        long = "format",
        global = true,
        value_enum,
        default_value_t,
        help_heading = "At the desk"
    )]
    pub format: Format,
    /// In a trial database only: act as if it were this moment, as 2024-12-31T23:59
    #[arg(
        id = "desk-at",
        long = "at",
        global = true,
        value_name = "INSTANT",
        env = "KOTOPOLKU_AT",
        help_heading = "At the desk"
    )]
    pub at: Option<String>,
}

/// A command about the database: what is done, and where.
#[derive(Debug, Args)]
pub struct At<C: Subcommand> {
    /// Where, as whom, when.
    #[command(flatten)]
    pub desk: AtDesk,
    /// What is done.
    #[command(subcommand)]
    pub what: C,
}

/// What a command works with.
pub struct Desk {
    /// The register, the texts, and the day by the desk's clock.
    pub context: Context,
    /// The database and the register together.
    pub house: House,
    /// The address of the database.
    pub database: String,
    post: Option<String>,
    format: Format,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("house", &self.house).field("post", &self.post).finish_non_exhaustive()
    }
}

/// Opens the desk, does it, seals what was written in the journal, and closes.
pub fn run<C, F>(context: Context, command: &At<C>, act: F) -> Result<u8, Trouble>
where
    C: Subcommand,
    F: AsyncFnOnce(&Desk, &C) -> Result<u8, Trouble>,
{
    sit(context, &command.desk, async |desk| act(desk, &command.what).await)
}

/// The same for a command that is one word.
pub fn sit<F>(context: Context, at: &AtDesk, act: F) -> Result<u8, Trouble>
where
    F: AsyncFnOnce(&Desk) -> Result<u8, Trouble>,
{
    block_on(async {
        let desk = Desk::open(context, at).await?;
        let done = act(&desk).await;
        desk.close().await;
        done
    })
}

/// Runs a piece of work to its end.
pub fn block_on<T>(work: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Trouble::failed(error.to_string()))?
        .block_on(work)
}

impl Desk {
    /// Opens the database. A file of SQLite is brought up to date; a server that is not says so.
    pub async fn open(mut context: Context, at: &AtDesk) -> Result<Self, Trouble> {
        let wanted = Wanted { database: &at.database, at: at.at.as_deref(), make: false };
        let store = open_store(&context, wanted).await?;
        if store.engine() == storage::Engine::Sqlite {
            bring_up_to_date(&store).await.map_err(|error| said::storage(context.w, &error))?;
        }
        let register = std::sync::Arc::new(context.register.as_ref().clone());
        let house =
            House::new(store, register, time_zone()?).await.map_err(|error| said::storage(context.w, &error))?;
        context.today = house.day(house.store.now());
        Ok(Self { context, house, database: at.database.clone(), post: at.post.clone(), format: at.format })
    }

    /// Seals what was written, and leaves the file as one file.
    async fn close(self) {
        if let Err(error) = journal::seal_all(&self.house.store).await {
            eprintln!("kotopolku: {}", self.w().desk_not_sealed());
            said::storage(self.w(), &error).say();
        }
        self.house.store.close().await;
    }

    /// The texts.
    pub fn w(&self) -> &'static Words {
        self.context.w
    }

    /// Today, by the desk's clock.
    pub fn today(&self) -> Date {
        self.context.today
    }

    /// A day that was written, or today.
    pub fn day(&self, word: Option<&str>) -> Result<Date, Trouble> {
        match word {
            None => Ok(self.today()),
            Some(word) => self.a_day(word),
        }
    }

    /// A day that was written. Unlike a question to the register, a fact may begin before the register does.
    pub fn a_day(&self, word: &str) -> Result<Date, Trouble> {
        word.trim().parse().map_err(|_| Trouble::wrong_use(self.w().cli_day_wrong(word), String::new()))
    }

    /// Who acts: the post of `--as`.
    pub async fn acting(&self) -> Result<Acting, Trouble> {
        match self.post.as_deref() {
            None => Err(Trouble::wrong_use(self.w().desk_as_whom(), self.w().desk_as_whom_todo()).coded("as-whom")),
            Some(OPERATOR) => Ok(Acting::operator()),
            Some(post) => self.house.acting(post).await.map_err(|error| self.trouble(error)),
        }
    }

    /// Who acts, where that is the operator unless another is named.
    pub async fn acting_or_operator(&self) -> Result<Acting, Trouble> {
        if self.post.is_none() { Ok(Acting::operator()) } else { self.acting().await }
    }

    /// A case, by its number or its identity. One that this post may not see is not there.
    pub async fn case(&self, acting: &Acting, word: &str) -> Result<Uuid, Trouble> {
        let word = word.trim();
        if let Ok(number) = word.parse() {
            return self.house.case_by_number(acting, number).await.map_err(|error| self.trouble(error));
        }
        word.parse().map_err(|_| {
            Trouble::wrong_use(self.w().case_wrong(word), self.w().case_unknown_todo()).coded("case-wrong")
        })
    }

    /// The person of an identity.
    pub fn person(&self, word: &str) -> Result<Uuid, Trouble> {
        let wrong = || Trouble::wrong_use(self.w().person_wrong(word), "").coded("person-wrong");
        word.trim().parse().map_err(|_| wrong())
    }

    /// An identity of something else.
    pub fn identity(&self, word: &str) -> Result<Uuid, Trouble> {
        let wrong = || Trouble::wrong_use(self.w().person_identity_wrong(word), "").coded("identity-wrong");
        word.trim().parse().map_err(|_| wrong())
    }

    /// What stands against it, in words.
    pub fn trouble(&self, error: impl Into<casework::Error>) -> Trouble {
        said::trouble(self, &error.into())
    }

    /// Answers: one object for programs, or for people what `text` says.
    pub fn answer(&self, object: &impl Serialize, text: impl FnOnce()) {
        match self.format {
            Format::Json => print::json(object),
            Format::Text => text(),
        }
    }

    /// Whether it answers for programs.
    pub fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// An instant as people here read it.
    pub fn instant(&self, at: Timestamp) -> String {
        instant(self.w(), &self.house.zone, at)
    }

    /// A day for tables; empty where there is none.
    pub fn short(&self, day: Option<Date>) -> String {
        day.map(|day| self.w().day_short(day)).unwrap_or_default()
    }

    /// The last day of what ends before this day; empty where it goes on.
    pub fn last_day(&self, until: Option<Date>) -> String {
        self.short(until.and_then(|until| until.yesterday().ok()))
    }

    /// The name of an organ by its word; the word where the register does not know it.
    pub fn organ_name<'a>(&'a self, word: &'a str) -> &'a str {
        match self.house.register.organ(word) {
            Ok(organ) => web::said::organ_name(self.w(), &self.house.register, organ),
            Err(_) => word,
        }
    }
}

/// The post that is nobody's: whoever runs the program.
pub const OPERATOR: &str = "operator";

/// An instant as people read it in a zone.
pub fn instant(w: &Words, zone: &jiff::tz::TimeZone, at: Timestamp) -> String {
    let there = at.to_zoned(zone.clone());
    w.desk_instant(&w.day_short(there.date()), &format!("{:02}", there.hour()), &format!("{:02}", there.minute()))
}
