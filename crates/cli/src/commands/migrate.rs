//! `kotopolku migrate`: makes the database, or brings its tables up to date.

use clap::Args;
use serde::Serialize;
use storage::{Engine, Entry, Error, Store, Unit, Word, args};

use super::DONE;
use crate::arguments::Format;
use crate::context::{Context, Trouble};
use crate::desk::{self, TRIAL, Wanted};
use crate::{print, said};

/// `migrate`
#[derive(Debug, Args)]
pub struct Migrate {
    /// The database: sqlite:FILE or postgres://…
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "KOTOPOLKU_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:kotopolku.db"
    )]
    pub database: String,
    /// Make a new database for trials, whose clock can be set with --at
    #[arg(long)]
    pub trial: bool,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Serialize)]
struct Migrated {
    engine: &'static str,
    new: bool,
    trial: bool,
    ran: Vec<String>,
}

pub fn run(context: &Context, command: &Migrate) -> Result<u8, Trouble> {
    desk::block_on(async {
        let store = desk::open_store(context, Wanted { database: &command.database, at: None, make: true }).await?;
        let done = migrate(&store, command.trial).await.map_err(|error| said::storage(context.w, &error));
        if let Ok(Some(_)) = &done {
            // Nothing of this concerns anybody, and still it is told, and sealed.
            storage::journal::seal_all(&store).await.map_err(|error| said::storage(context.w, &error))?;
        }
        store.close().await;
        let w = context.w;
        let Some(done) = done? else {
            return Err(Trouble::refused(w.migrate_not_trial()).coded("not-trial").todo(w.migrate_not_trial_todo()));
        };
        match command.format {
            Format::Json => print::json(&done),
            Format::Text => text(context, &done),
        }
        Ok(DONE)
    })
}

fn text(context: &Context, done: &Migrated) {
    let w = context.w;
    if done.ran.is_empty() {
        print::say(w.migrate_nothing());
    } else {
        print::say(&w.migrate_ran(done.ran.len()));
        for name in &done.ran {
            print::say(&format!("  {name}"));
        }
    }
    if done.trial {
        print::say(w.migrate_trial());
    }
    if done.new {
        print::say(w.migrate_next());
    }
}

/// `None` when a database that is not new was to become one for trials.
async fn migrate(store: &Store, trial: bool) -> Result<Option<Migrated>, Error> {
    let new = desk::is_empty(store).await?;
    let was_trial = desk::is_trial(store).await?;
    if trial && !new && !was_trial {
        return Ok(None);
    }
    let ran = store.migrate().await?;
    if trial && new {
        store
            .write(|unit: Unit| async move {
                let sql = "insert into setting (name, value) values ($1, 'yes') on conflict (name) do nothing";
                unit.execute(sql, args![TRIAL]).await?;
                let actor = casework::post::Acting::operator().actor;
                unit.journal(Entry::new(&actor, Word::of("set"), Word::of("setting"), Word::of(TRIAL)));
                Ok::<_, Error>(())
            })
            .await?;
    }
    let engine = match store.engine() {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    };
    Ok(Some(Migrated { engine, new, trial: was_trial || (trial && new), ran }))
}
