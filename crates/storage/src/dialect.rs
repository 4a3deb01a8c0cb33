//! Every difference between the two engines, and nothing else: how they are opened, how a transaction begins, what a value
//! is on the wire, what their errors mean. Outside this file (and the two folders of migrations) there is one text for
//! both.
//!
//! | a value | SQLite | PostgreSQL |
//! |---|---|---|
//! | true or false | `integer` 0, 1 | `boolean` |
//! | whole number | `integer` | `bigint` |
//! | text | `text` | `text` |
//! | bytes | `blob` | `bytea` |
//! | identity | `blob` of 16 | `uuid` |
//! | day | `text` 2025-01-01 | `date` |
//! | instant | `text` 2025-01-01T00:00:00.000000Z | `timestamptz` |
//! | structure | `text` | `jsonb` |
//!
//! Days and instants as text sort as they do as dates, in the years 0 to 9999.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgDatabaseError, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{Column, ColumnOrigin, Postgres, Row as _, Sqlite, ValueRef as _};
use uuid::Uuid;

use crate::error::{Error, Violation, ViolationKind};
use crate::value::{Kind, Value};

/// Statements that each connection keeps prepared. Casework has some hundreds.
const KEPT_STATEMENTS: usize = 1024;

/// The two engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file, no server.
    Sqlite,
    /// A server, with any number of nodes before it.
    Postgres,
}

/// Where a database is, read from its address.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    Sqlite(PathBuf),
    Postgres(Box<PgConnectOptions>),
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(address: &str) -> Result<Self, Error> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() || path.starts_with(":memory:") || path.contains('?') {
                return Err(Error::Address(format!(
                    "`{address}` names no file: write `sqlite:` and a path, as in `sqlite:kotopolku.db`"
                )));
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            // The fault is not repeated with the address, which may hold a password.
            let options = PgConnectOptions::from_str(address).map_err(|fault| {
                Error::Address(format!("the address of the PostgreSQL database cannot be understood ({fault})"))
            })?;
            let options = options.application_name("kotopolku").statement_cache_capacity(KEPT_STATEMENTS).options([
                ("timezone", "UTC"),
                ("idle_in_transaction_session_timeout", "60s"),
                ("lock_timeout", "20s"),
            ]);
            return Ok(Self::Postgres(Box::new(options)));
        }
        Err(Error::Address(
            "the address of a database begins with `sqlite:` (a file) or `postgres://` (a server)".to_owned(),
        ))
    }
}

/// How a SQLite file is opened. Full synchronisation: what is acknowledged has been flushed.
pub(crate) fn sqlite_options(path: &Path, patience: Duration, reading: bool) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(!reading)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(patience)
        .statement_cache_capacity(KEPT_STATEMENTS);
    if reading { options.pragma("query_only", "on") } else { options }
}

/// What makes a PostgreSQL connection durable: `off` and `local` acknowledge before the disk (or the standby) has it.
/// What an administrator chose above `on` is left as it is.
pub(crate) const POSTGRES_DURABLE: &str = "select set_config('synchronous_commit', 'on', false) \
     where current_setting('synchronous_commit') in ('off', 'local')";

/// Begins a unit of work: as if it were alone.
pub(crate) const POSTGRES_BEGIN_WRITING: &str = "begin isolation level serializable";
/// Begins a reading: one instant, whatever others write.
pub(crate) const POSTGRES_BEGIN_READING: &str = "begin isolation level repeatable read read only";
/// Begins a reading that will add its own lines to the journal.
pub(crate) const POSTGRES_BEGIN_LOOKING: &str = "begin isolation level repeatable read";
/// Begins sealing. `lock table` takes no snapshot, so the snapshot is newer than the last seal of whoever had the lock.
pub(crate) const POSTGRES_BEGIN_SEALING: &str = "begin isolation level repeatable read";
/// Begins a migration: it must see what another one, that it waited for, has left.
pub(crate) const POSTGRES_BEGIN_MIGRATING: &str = "begin isolation level read committed";
/// One sealer at a time; readers and writers of the journal are not held up.
pub(crate) const POSTGRES_LOCK_SEALS: &str = "lock table journal_seal in exclusive mode";
/// One migrator at a time, also where there is no table yet.
pub(crate) const POSTGRES_LOCK_MIGRATIONS: &str = "select pg_advisory_xact_lock(7236287012345612)";
/// SQLite's one writer, before anything is read: nobody can come in between.
pub(crate) const SQLITE_BEGIN: &str = "begin immediate";

/// A row as the engine gave it.
#[derive(Debug)]
pub(crate) enum EngineRow {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

fn instant_as_text(instant: Timestamp) -> String {
    format!("{instant:.6}")
}

pub(crate) fn bind_sqlite(
    mut query: Query<'_, Sqlite, SqliteArguments>,
    args: Vec<Value>,
) -> Query<'_, Sqlite, SqliteArguments> {
    for value in args {
        query = match value {
            Value::Bool(value) => query.bind(value),
            Value::Int(value) => query.bind(value),
            Value::Text(value) => query.bind(value),
            Value::Bytes(value) => query.bind(value),
            Value::Id(value) => query.bind(value),
            Value::Day(value) => query.bind(value.map(|day| day.to_string())),
            Value::Instant(value) => query.bind(value.map(instant_as_text)),
            Value::Json(value) => query.bind(value.map(|json| json.to_string())),
        };
    }
    query
}

pub(crate) fn bind_postgres(
    mut query: Query<'_, Postgres, PgArguments>,
    args: Vec<Value>,
) -> Query<'_, Postgres, PgArguments> {
    for value in args {
        query = match value {
            Value::Bool(value) => query.bind(value),
            Value::Int(value) => query.bind(value),
            Value::Text(value) => query.bind(value),
            Value::Bytes(value) => query.bind(value),
            Value::Id(value) => query.bind(value),
            Value::Day(value) => query.bind(value.map(jiff_sqlx::Date::from)),
            Value::Instant(value) => query.bind(value.map(jiff_sqlx::Timestamp::from)),
            Value::Json(value) => query.bind(value.map(sqlx::types::Json)),
        };
    }
    query
}

/// Reads a column as a value of this kind. What is found instead is described, never quoted.
pub(crate) fn read(row: &EngineRow, column: &str, kind: Kind) -> Result<Value, String> {
    match row {
        EngineRow::Sqlite(row) => {
            let raw = row.try_get_raw(column).map_err(|_| "the answer has no such column".to_owned())?;
            if raw.is_null() {
                return Ok(Value::absent(kind));
            }
            read_sqlite(row, column, kind)
        }
        EngineRow::Postgres(row) => {
            let raw = row.try_get_raw(column).map_err(|_| "the answer has no such column".to_owned())?;
            if raw.is_null() {
                return Ok(Value::absent(kind));
            }
            read_postgres(row, column, kind)
        }
    }
}

fn read_sqlite(row: &SqliteRow, column: &str, kind: Kind) -> Result<Value, String> {
    fn get<'r, T: sqlx::Decode<'r, Sqlite> + sqlx::Type<Sqlite>>(
        row: &'r SqliteRow,
        column: &str,
    ) -> Result<T, String> {
        row.try_get(column).map_err(|_| unfit(row.try_get_raw(column).map(|raw| raw.type_info().to_string())))
    }
    fn text_as<T: FromStr>(row: &SqliteRow, column: &str) -> Result<T, String> {
        get::<&str>(row, column)?.parse().map_err(|_| "there is a text that does not say so".to_owned())
    }
    Ok(match kind {
        Kind::Bool => match get::<i64>(row, column)? {
            0 => false.into(),
            1 => true.into(),
            _ => return Err("there is another number than 0 and 1".to_owned()),
        },
        Kind::Int => get::<i64>(row, column)?.into(),
        Kind::Text => get::<String>(row, column)?.into(),
        Kind::Bytes => get::<Vec<u8>>(row, column)?.into(),
        Kind::Id => get::<Uuid>(row, column)?.into(),
        Kind::Day => text_as::<Date>(row, column)?.into(),
        Kind::Instant => text_as::<Timestamp>(row, column)?.into(),
        Kind::Json => text_as::<serde_json::Value>(row, column)?.into(),
    })
}

fn read_postgres(row: &PgRow, column: &str, kind: Kind) -> Result<Value, String> {
    fn get<'r, T: sqlx::Decode<'r, Postgres> + sqlx::Type<Postgres>>(
        row: &'r PgRow,
        column: &str,
    ) -> Result<T, String> {
        row.try_get(column).map_err(|_| unfit(row.try_get_raw(column).map(|raw| raw.type_info().to_string())))
    }
    Ok(match kind {
        Kind::Bool => get::<bool>(row, column)?.into(),
        Kind::Int => get::<i64>(row, column)?.into(),
        Kind::Text => get::<String>(row, column)?.into(),
        Kind::Bytes => get::<Vec<u8>>(row, column)?.into(),
        Kind::Id => get::<Uuid>(row, column)?.into(),
        Kind::Day => get::<jiff_sqlx::Date>(row, column)?.to_jiff().into(),
        Kind::Instant => get::<jiff_sqlx::Timestamp>(row, column)?.to_jiff().into(),
        Kind::Json => get::<serde_json::Value>(row, column)?.into(),
    })
}

fn unfit(engine_type: Result<String, sqlx::Error>) -> String {
    match engine_type {
        Ok(name) => format!("there is {name}"),
        Err(_) => "it cannot be read".to_owned(),
    }
}

/// The table that the column comes from, where the engine can tell.
pub(crate) fn table_of(row: &EngineRow, column: &str) -> Option<String> {
    let origin = match row {
        EngineRow::Sqlite(row) => row.columns().iter().find(|found| found.name() == column)?.origin(),
        EngineRow::Postgres(row) => row.columns().iter().find(|found| found.name() == column)?.origin(),
    };
    match origin {
        ColumnOrigin::Table(origin) => Some(origin.table.to_string()),
        _ => None,
    }
}

/// What an engine's error means.
pub(crate) fn meaning(fault: sqlx::Error) -> Error {
    match fault {
        sqlx::Error::Database(fault) => {
            if let Some(fault) = fault.try_downcast_ref::<PgDatabaseError>() {
                meaning_postgres(fault)
            } else {
                let code = fault.code().and_then(|code| code.parse().ok()).unwrap_or(0);
                meaning_sqlite(code, fault.message())
            }
        }
        sqlx::Error::Io(fault) => Error::Gone(fault.to_string()),
        sqlx::Error::Tls(fault) => Error::Gone(fault.to_string()),
        // The other end says what no server says, as one does that is cut off in the middle of a word.
        sqlx::Error::Protocol(fault) => Error::Gone(fault),
        sqlx::Error::PoolTimedOut => Error::Busy("no connection became free".to_owned()),
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => Error::Gone("the store is closed".to_owned()),
        other => Error::Statement(other.to_string()),
    }
}

/// <https://www.sqlite.org/rescode.html>
fn meaning_sqlite(code: i32, message: &str) -> Error {
    let said = || message.to_owned();
    match code & 0xff {
        5 | 6 => Error::Busy(said()),
        8 => Error::ReadOnly(said()),
        // Also when the small file that the readers share cannot grow.
        10 if code == 4874 => Error::DiskFull,
        10 => Error::Disk(said()),
        11 | 26 => Error::Unreadable(said()),
        13 => Error::DiskFull,
        14 => Error::Gone(said()),
        19 => Error::Violation(violation_sqlite(code, message)),
        _ => Error::Statement(said()),
    }
}

/// `UNIQUE constraint failed: holding.case_id, holding.verb`, `CHECK constraint failed: name`, or a trigger's own words.
fn violation_sqlite(code: i32, message: &str) -> Violation {
    let kind = match code {
        // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE, _ROWID
        1555 | 2067 | 2579 => ViolationKind::Unique,
        787 => ViolationKind::Reference,
        1299 => ViolationKind::Missing,
        _ => ViolationKind::Rule,
    };
    let about = message.split_once("constraint failed: ").map(|(_, about)| about);
    match kind {
        ViolationKind::Unique | ViolationKind::Missing => {
            let keys: Vec<(&str, &str)> =
                about.unwrap_or("").split(", ").filter_map(|column| column.split_once('.')).collect();
            Violation {
                kind,
                table: keys.first().map(|(table, _)| (*table).to_owned()),
                columns: keys.iter().map(|(_, column)| (*column).to_owned()).collect(),
                name: None,
            }
        }
        ViolationKind::Reference => Violation { kind, table: None, columns: Vec::new(), name: None },
        ViolationKind::Rule => {
            Violation { kind, table: None, columns: Vec::new(), name: Some(about.unwrap_or(message).to_owned()) }
        }
    }
}

/// <https://www.postgresql.org/docs/15/errcodes-appendix.html>
fn meaning_postgres(fault: &PgDatabaseError) -> Error {
    let said = || fault.message().to_owned();
    match fault.code() {
        "40001" | "40P01" => Error::Contended(1),
        "53100" => Error::DiskFull,
        "25006" => Error::ReadOnly(said()),
        "57014" => Error::TooSlow(0),
        "53300" | "55P03" => Error::Busy(said()),
        "XX001" | "XX002" => Error::Unreadable(said()),
        "3D000" | "28000" | "28P01" | "25P03" | "55000" => Error::Gone(said()),
        "P0001" => Error::Violation(Violation {
            kind: ViolationKind::Rule,
            table: fault.table().map(str::to_owned),
            columns: Vec::new(),
            name: Some(said()),
        }),
        code if code.starts_with("23") => Error::Violation(violation_postgres(fault)),
        code if code.starts_with("08") || code.starts_with("57P") => Error::Gone(said()),
        code if code.starts_with("58") => Error::Disk(said()),
        code if code.starts_with("53") => Error::Busy(said()),
        code => Error::Statement(format!("{code}: {}", fault.message())),
    }
}

fn violation_postgres(fault: &PgDatabaseError) -> Violation {
    let kind = match fault.code() {
        "23505" => ViolationKind::Unique,
        "23503" => ViolationKind::Reference,
        "23502" => ViolationKind::Missing,
        _ => ViolationKind::Rule,
    };
    // `Key (case_id, verb)=(…) already exists.` The columns are taken and the values left, which may be personal data.
    let columns = match kind {
        ViolationKind::Unique => fault
            .detail()
            .and_then(|detail| detail.strip_prefix("Key ("))
            .and_then(|detail| detail.split_once(")="))
            .map(|(columns, _)| columns.split(", ").map(str::to_owned).collect())
            .unwrap_or_default(),
        ViolationKind::Missing => fault.column().map(str::to_owned).into_iter().collect(),
        ViolationKind::Reference | ViolationKind::Rule => Vec::new(),
    };
    let name = (kind == ViolationKind::Rule).then(|| fault.constraint().unwrap_or(fault.message()).to_owned());
    Violation { kind, table: fault.table().map(str::to_owned), columns, name }
}
