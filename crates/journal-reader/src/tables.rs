//! Rows and seals, as each engine keeps them, read within one transaction: as of one instant.

use std::str::FromStr as _;

use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _, SqliteConnection};

use crate::Error;
use crate::digest;

/// Rows that are read at once.
pub const PAGE: i64 = 2000;

/// The columns of a row that hold words, in the order in which they are hashed.
const WORDS: [&str; 6] = ["post", "organ", "duty", "action", "noun", "subject"];

/// A row of the journal.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in the table.
    pub seq: i64,
    /// Its position; none while it is not sealed.
    pub position: Option<i64>,
    /// The unit of work.
    pub unit: Vec<u8>,
    /// Its number within the unit.
    pub ordinal: i64,
    /// When, in microseconds since 1970; none when it is not written as an instant is.
    pub at: Option<i64>,
    /// Post, organ, duty, action, noun, subject.
    pub words: Vec<Option<String>>,
    /// The version that it left behind.
    pub version: Option<i64>,
    /// The person.
    pub person: Option<Vec<u8>>,
    /// The case.
    pub case: Option<Vec<u8>>,
    /// By which right.
    pub ground: Option<String>,
    /// The digest that was written with it.
    pub digest: Vec<u8>,
}

/// A seal.
#[derive(Debug, Clone)]
pub struct Seal {
    /// Its number.
    pub number: i64,
    /// The first position under it.
    pub first: i64,
    /// The last.
    pub last: i64,
    /// How many rows it says that it covers.
    pub count: i64,
    /// When it was made, in microseconds since 1970.
    pub sealed_at: Option<i64>,
    /// The head before it.
    pub previous: Vec<u8>,
    /// Its head.
    pub head: Vec<u8>,
}

/// The database, within one transaction.
#[derive(Debug)]
pub enum Tables {
    /// A file.
    Sqlite(SqliteConnection),
    /// A server.
    Postgres(Box<PgConnection>),
}

impl Tables {
    /// Opens `sqlite:FILE` or `postgres://…`, for reading alone.
    ///
    /// # Errors
    /// [`Error::Address`]; when it cannot be reached.
    pub async fn open(address: &str) -> Result<Self, Error> {
        if let Some(path) = address.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            let options = SqliteConnectOptions::new()
                .filename(path)
                .pragma("query_only", "on")
                .busy_timeout(std::time::Duration::from_secs(10));
            let mut connection = SqliteConnection::connect_with(&options).await?;
            sqlx::raw_sql("begin").execute(&mut connection).await?;
            return Ok(Self::Sqlite(connection));
        }
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let options = sqlx::postgres::PgConnectOptions::from_str(address)?.application_name("kotopolku-journal");
            let mut connection = PgConnection::connect_with(&options).await?;
            sqlx::raw_sql("begin isolation level repeatable read read only").execute(&mut connection).await?;
            return Ok(Self::Postgres(Box::new(connection)));
        }
        Err(Error::Address)
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// When the connection broke.
    pub async fn close(self) -> Result<(), Error> {
        match self {
            Self::Sqlite(connection) => connection.close().await?,
            Self::Postgres(connection) => connection.close().await?,
        }
        Ok(())
    }

    /// The identities of the journal: one, in a journal that is whole.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn journals(&mut self) -> Result<Vec<Vec<u8>>, Error> {
        Ok(match self {
            Self::Sqlite(connection) => sqlx::query_scalar("select id from journal").fetch_all(connection).await?,
            Self::Postgres(connection) => {
                sqlx::query_scalar("select uuid_send(id) from journal").fetch_all(&mut **connection).await?
            }
        })
    }

    /// All seals, the first one first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn seals(&mut self) -> Result<Vec<Seal>, Error> {
        let sql = |at| {
            AssertSqlSafe(format!(
                "select number, first_position, last_position, row_count, {at} as sealed_at, previous, head \
                 from journal_seal order by number"
            ))
        };
        macro_rules! seal {
            ($row:expr, $at:expr) => {
                Ok(Seal {
                    number: $row.try_get("number")?,
                    first: $row.try_get("first_position")?,
                    last: $row.try_get("last_position")?,
                    count: $row.try_get("row_count")?,
                    sealed_at: $at,
                    previous: $row.try_get("previous")?,
                    head: $row.try_get("head")?,
                })
            };
        }
        match self {
            Self::Sqlite(connection) => {
                let rows = sqlx::query(sql("sealed_at")).fetch_all(connection).await?;
                rows.iter().map(|row| seal!(row, written(row, "sealed_at")?)).collect()
            }
            Self::Postgres(connection) => {
                let rows = sqlx::query(sql(&counted("sealed_at"))).fetch_all(&mut **connection).await?;
                rows.iter().map(|row| seal!(row, row.try_get("sealed_at")?)).collect()
            }
        }
    }

    /// The next rows with a position after `after` (position and number) and up to `last`.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn sealed(&mut self, after: (i64, i64), last: i64) -> Result<Vec<Line>, Error> {
        let which = "position is not null and (position, seq) > ($1, $2) and position <= $3 order by position, seq";
        self.lines(which, [after.0, after.1, last]).await
    }

    /// The next rows without a position, after `after` (a number).
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn unsealed(&mut self, after: i64) -> Result<Vec<Line>, Error> {
        self.lines("position is null and seq > $1 and $2 = $3 order by seq", [after, 0, 0]).await
    }

    /// Whether a unit has a row of this number.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn has(&mut self, unit: &[u8], ordinal: i64) -> Result<bool, Error> {
        let found: i64 = match self {
            Self::Sqlite(connection) => {
                let sql = "select count(*) from journal_entry where unit = $1 and ordinal = $2";
                sqlx::query_scalar(sql).bind(unit).bind(ordinal).fetch_one(connection).await?
            }
            Self::Postgres(connection) => {
                let sql = "select count(*) from journal_entry where unit = encode($1, 'hex')::uuid and ordinal = $2";
                sqlx::query_scalar(sql).bind(unit).bind(ordinal).fetch_one(&mut **connection).await?
            }
        };
        Ok(found > 0)
    }

    async fn lines(&mut self, which: &str, given: [i64; 3]) -> Result<Vec<Line>, Error> {
        let [one, two, three] = given;
        macro_rules! line {
            ($row:expr, $at:expr) => {
                Ok(Line {
                    seq: $row.try_get("seq")?,
                    position: $row.try_get("position")?,
                    unit: $row.try_get("unit")?,
                    ordinal: $row.try_get("ordinal")?,
                    at: $at,
                    words: WORDS.into_iter().map(|word| $row.try_get(word)).collect::<Result<_, _>>()?,
                    version: $row.try_get("version")?,
                    person: $row.try_get("person")?,
                    case: $row.try_get("case_id")?,
                    ground: $row.try_get("ground")?,
                    digest: $row.try_get("digest")?,
                })
            };
        }
        let words = WORDS.join(", ");
        match self {
            Self::Sqlite(connection) => {
                let sql = format!(
                    "select seq, position, unit, ordinal, at, {words}, version, person_id as person, case_id, ground, \
                     digest from journal_entry where {which} limit {PAGE}"
                );
                let query = sqlx::query(AssertSqlSafe(sql)).bind(one).bind(two).bind(three);
                let rows = query.fetch_all(connection).await?;
                rows.iter().map(|row| line!(row, written(row, "at")?)).collect()
            }
            Self::Postgres(connection) => {
                let sql = format!(
                    "select seq, position, uuid_send(unit) as unit, ordinal, {} as at, {words}, version, \
                     uuid_send(person_id) as person, uuid_send(case_id) as case_id, ground, digest \
                     from journal_entry where {which} limit {PAGE}",
                    counted("at")
                );
                let query = sqlx::query(AssertSqlSafe(sql)).bind(one).bind(two).bind(three);
                let rows = query.fetch_all(&mut **connection).await?;
                rows.iter().map(|row| line!(row, row.try_get("at")?)).collect()
            }
        }
    }
}

/// The microseconds of a column in PostgreSQL; exact, since 14 counts them as a number and not as a fraction.
fn counted(column: &str) -> String {
    format!("(extract(epoch from {column}) * 1000000)::bigint")
}

/// The microseconds of a column in SQLite.
fn written(row: &SqliteRow, column: &str) -> Result<Option<i64>, sqlx::Error> {
    Ok(digest::microseconds(row.try_get(column)?))
}
