//! How the tables came about: migrations, each with a text for both engines under one name, run in the order of their names,
//! all that are due in one transaction. What was run is recorded with the hash of its text.
//!
//! To add one: two files of the same name, `migrations/{sqlite,postgres}/YYYYMMDDhhmmss_what.sql`, each beginning with a
//! comment that says why. Expand first, move, and contract in a later release, so that two releases can run side by side.
//! One that has been run anywhere is never changed. No reference is `deferrable`: on SQLite it would be checked only when
//! a whole group of units is committed, and one unit would then take the others with it.

use std::borrow::Cow;

use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;

use crate::args;
use crate::dialect::Engine;
use crate::error::{Error, SchemaFault};
use crate::store::{Store, Work};
use crate::unit::Unit;
use crate::view::View;

include!(concat!(env!("OUT_DIR"), "/embedded_migrations.rs"));

/// Where it is recorded what was run. The only statement that needs no migration.
const RECORD_SQLITE: &str = "create table if not exists schema_migration \
    (name text primary key not null, checksum blob not null, run_at text not null) strict";
const RECORD_POSTGRES: &str = "create table if not exists schema_migration \
    (name text primary key not null, checksum bytea not null, run_at timestamptz not null)";

/// One step of the tables.
#[derive(Debug, Clone)]
pub struct Migration {
    name: Cow<'static, str>,
    sqlite: Cow<'static, str>,
    postgres: Cow<'static, str>,
}

impl Migration {
    /// Its name, which sorts where it comes.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its text for an engine.
    #[must_use]
    pub fn text(&self, engine: Engine) -> &str {
        match engine {
            Engine::Sqlite => &self.sqlite,
            Engine::Postgres => &self.postgres,
        }
    }

    fn checksum(&self, engine: Engine) -> Vec<u8> {
        Sha256::digest(self.text(engine)).to_vec()
    }
}

/// All steps, in order.
#[derive(Debug, Clone, Default)]
pub struct Migrations(Vec<Migration>);

impl Migrations {
    /// Those of this program.
    #[must_use]
    pub fn embedded() -> Self {
        EMBEDDED.iter().fold(Self::default(), |all, (name, sqlite, postgres)| all.and(*name, *sqlite, *postgres))
    }

    /// These and one more, which takes its place by its name.
    #[must_use]
    pub fn and(
        mut self,
        name: impl Into<Cow<'static, str>>,
        sqlite: impl Into<Cow<'static, str>>,
        postgres: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.0.push(Migration { name: name.into(), sqlite: sqlite.into(), postgres: postgres.into() });
        self.0.sort_by(|one, other| one.name.cmp(&other.name));
        self
    }

    /// One after another.
    pub fn iter(&self) -> impl Iterator<Item = &Migration> {
        self.0.iter()
    }
}

/// Those that are still to be run, if the rest is as it should be.
async fn due(store: &Store, view: &View, migrations: &Migrations) -> Result<Vec<Migration>, Error> {
    let engine = store.engine();
    let run = view.fetch_all("select name, checksum from schema_migration order by name", args![]).await?;
    let mut due = migrations.0.clone();
    for row in run {
        let name: String = row.get("name")?;
        let Some(place) = due.iter().position(|migration| migration.name == name) else {
            return Err(SchemaFault::Newer(name).into());
        };
        if due.remove(place).checksum(engine) != row.get::<Vec<u8>>("checksum")? {
            return Err(SchemaFault::Changed(name).into());
        }
    }
    Ok(due)
}

/// Runs what is due; all of it or none.
pub(crate) async fn run(store: &Store, migrations: &Migrations) -> Result<Vec<String>, Error> {
    let engine = store.engine();
    store
        .transact(Work::Migrate, |unit: Unit| async move {
            unit.view.execute_text(if engine == Engine::Sqlite { RECORD_SQLITE } else { RECORD_POSTGRES }).await?;
            let due = due(store, &unit.view, migrations).await?;
            for migration in &due {
                let text = AssertSqlSafe(migration.text(engine).to_owned());
                unit.view.execute_text(text).await.map_err(|fault| failed(migration, fault))?;
                let now = unit.now();
                unit.view
                    .execute_admitted(
                        "insert into schema_migration (name, checksum, run_at) values ($1, $2, $3)",
                        args![migration.name(), migration.checksum(engine), now],
                    )
                    .await?;
                if migration.name().ends_with("_journal") {
                    let id = unit.new_id();
                    unit.view
                        .execute_admitted("insert into journal (id, begun) values ($1, $2)", args![id, now])
                        .await?;
                }
            }
            Ok(due.into_iter().map(|migration| migration.name.into_owned()).collect())
        })
        .await
}

fn failed(migration: &Migration, fault: Error) -> Error {
    match fault {
        // The fault is the migration's own; anything else is the database's, and stays what it is.
        Error::Statement(_) | Error::Violation(_) => {
            SchemaFault::Failed { name: migration.name().to_owned(), why: fault.to_string() }.into()
        }
        other => other,
    }
}

/// Whether nothing is due, and nothing is there that is not known.
pub(crate) async fn check(store: &Store, migrations: &Migrations) -> Result<(), Error> {
    store
        .read(|view: View| async move {
            let exists = match store.engine() {
                Engine::Sqlite => "select count(*) as n from sqlite_master where name = 'schema_migration'",
                Engine::Postgres => {
                    "select count(*) as n from pg_tables \
                     where schemaname = current_schema() and tablename = 'schema_migration'"
                }
            };
            let due = if view.fetch_one(exists, args![]).await?.get::<i64>("n")? == 0 {
                migrations.0.len()
            } else {
                due(store, &view, migrations).await?.len()
            };
            if due == 0 { Ok(()) } else { Err(SchemaFault::Older(due).into()) }
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_says_why_and_defers_nothing() {
        for migration in Migrations::embedded().iter() {
            for engine in [Engine::Sqlite, Engine::Postgres] {
                let text = migration.text(engine);
                let name = migration.name();
                assert!(text.starts_with("-- Why: "), "{name} does not begin with a comment that says why");
                assert!(!text.to_lowercase().contains("deferr"), "{name} defers a constraint to the commit");
            }
            let (stamp, _) = migration.name().split_once('_').expect("a stamp, and what it is about");
            assert!(stamp.len() == 14 && stamp.bytes().all(|byte| byte.is_ascii_digit()), "{}", migration.name());
        }
    }
}
