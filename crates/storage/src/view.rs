//! Statements on one connection, within one transaction. A [`View`] is what a slice's `queries.rs` takes: a reading gives
//! one, and a unit of work is one too.
//!
//! A failed statement ends the unit. On PostgreSQL it does so anyway; on SQLite one could go on, and the two would no
//! longer do the same. Where a refusal is to be expected, write `on conflict do nothing` and look at the count.

use std::sync::Arc;

use sqlx::{Postgres, SqlSafeStr, SqlStr, Sqlite, SqliteConnection, Transaction};
use tokio::sync::Mutex;

use crate::dialect::{self, EngineRow};
use crate::error::Error;
use crate::guard::Rules;
use crate::row::Row;
use crate::value::Value;
use crate::writer::Loan;

/// The connection beneath, each kind with what ends its transaction.
pub(crate) enum Link {
    /// The one writer, lent.
    Writer(Loan),
    /// A reader.
    Reader(Transaction<'static, Sqlite>),
    /// A transaction on the server.
    Server(Transaction<'static, Postgres>),
}

/// What may be done on a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum May {
    /// Read what is about nobody.
    Read,
    /// Read personal data too; a line in the journal is owed for it.
    Look,
    /// Everything but the journal's own tables.
    Act,
    /// The journal's own tables.
    Seal,
}

/// A place to ask from: everything asked of it is answered as of one instant.
///
/// It is a handle, so that a unit of work can be an ordinary `async move` block; one statement is made at a time, in the
/// order in which they are asked for.
pub struct View {
    conduct: Arc<Mutex<Option<Conduct>>>,
}

/// The connection, and what became of it so far.
pub(crate) struct Conduct {
    pub(crate) link: Link,
    rules: Rules,
    may: May,
    /// Something was done that the journal must tell of.
    owes: bool,
    /// The first statement that failed.
    failed: Option<Error>,
}

/// How a unit or a reading stands.
pub(crate) struct Standing {
    pub(crate) owes: bool,
    pub(crate) failed: Option<Error>,
}

impl std::fmt::Debug for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("View").finish_non_exhaustive()
    }
}

impl View {
    pub(crate) fn new(link: Link, rules: Rules, may: May) -> Self {
        Self { conduct: Arc::new(Mutex::new(Some(Conduct { link, rules, may, owes: false, failed: None }))) }
    }

    /// Another handle on the same, for whoever ends the transaction.
    pub(crate) fn handle(&self) -> Self {
        Self { conduct: Arc::clone(&self.conduct) }
    }

    /// How it stands.
    pub(crate) async fn standing(&self) -> Result<Standing, Error> {
        let conduct = self.conduct.lock().await;
        let conduct = conduct.as_ref().ok_or(Error::Ended)?;
        Ok(Standing { owes: conduct.owes, failed: conduct.failed.clone() })
    }

    /// Takes the connection away: whoever still holds a handle can do nothing with it any more.
    pub(crate) async fn end(&self) -> Option<Conduct> {
        self.conduct.lock().await.take()
    }

    /// All rows.
    ///
    /// # Errors
    /// When the statement fails, or may not be made here.
    pub async fn fetch_all(&self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<Vec<Row>, Error> {
        self.conduct.lock().await.as_mut().ok_or(Error::Ended)?.fetch_all(sql.into_sql_str(), args).await
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// As [`View::fetch_all`], and when there are several.
    pub async fn fetch_optional(&self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<Option<Row>, Error> {
        let mut rows = self.fetch_all(sql, args).await?;
        if rows.len() > 1 {
            return Err(Error::NotOne(rows.len()));
        }
        Ok(rows.pop())
    }

    /// The one row.
    ///
    /// # Errors
    /// As [`View::fetch_all`], and when there is none, or several.
    pub async fn fetch_one(&self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<Row, Error> {
        self.fetch_optional(sql, args).await?.ok_or(Error::NotOne(0))
    }

    /// Does it, and says how many rows it concerned. Reached through a unit of work.
    pub(crate) async fn execute(&self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<u64, Error> {
        let mut conduct = self.conduct.lock().await;
        let conduct = conduct.as_mut().ok_or(Error::Ended)?;
        let sql = conduct.admit(sql.into_sql_str())?;
        conduct.execute(sql, args).await
    }

    /// The same for the storage's own statements, which the guard need not see.
    pub(crate) async fn execute_admitted(&self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<u64, Error> {
        self.conduct.lock().await.as_mut().ok_or(Error::Ended)?.execute(sql.into_sql_str(), args).await
    }

    /// Several statements at once, without values: migrations.
    pub(crate) async fn execute_text(&self, sql: impl SqlSafeStr) -> Result<(), Error> {
        self.conduct.lock().await.as_mut().ok_or(Error::Ended)?.execute_text(sql.into_sql_str()).await
    }
}

impl Conduct {
    async fn fetch_all(&mut self, sql: SqlStr, args: Vec<Value>) -> Result<Vec<Row>, Error> {
        let sql = self.admit(sql)?;
        let answer = match &mut self.link {
            Link::Writer(loan) => match loan.connection() {
                Ok(link) => rows_sqlite(link, sql, args).await,
                Err(fault) => Err(fault),
            },
            Link::Reader(link) => rows_sqlite(&mut *link, sql, args).await,
            Link::Server(link) => {
                let asked = Arc::new(sql.clone());
                let rows = dialect::bind_postgres(sqlx::query(sql), args).fetch_all(&mut **link).await;
                rows.map(|rows| number(&asked, rows.into_iter().map(EngineRow::Postgres)))
            }
        };
        answer.map_err(|fault| self.fail(fault))
    }

    async fn execute(&mut self, sql: SqlStr, args: Vec<Value>) -> Result<u64, Error> {
        let answer = match &mut self.link {
            Link::Writer(loan) => match loan.connection() {
                Ok(link) => changes_sqlite(link, sql, args).await,
                Err(fault) => Err(fault),
            },
            Link::Reader(link) => changes_sqlite(&mut *link, sql, args).await,
            Link::Server(link) => {
                let done = dialect::bind_postgres(sqlx::query(sql), args).execute(&mut **link).await;
                done.map(|done| done.rows_affected())
            }
        };
        answer.map_err(|fault| self.fail(fault))
    }

    async fn execute_text(&mut self, sql: SqlStr) -> Result<(), Error> {
        let text = sqlx::raw_sql(sql);
        let answer = match &mut self.link {
            Link::Writer(loan) => match loan.connection() {
                Ok(link) => text.execute(link).await.map(drop),
                Err(fault) => Err(fault),
            },
            Link::Reader(link) => text.execute(&mut **link).await.map(drop),
            Link::Server(link) => text.execute(&mut **link).await.map(drop),
        };
        answer.map_err(|fault| self.fail(fault))
    }

    fn admit(&mut self, sql: SqlStr) -> Result<SqlStr, Error> {
        if self.failed.is_some() {
            return Err(Error::Broken);
        }
        if self.may == May::Seal {
            return Ok(sql);
        }
        let judged = self.rules.judge(sql.as_str());
        if let Some(table) = judged.reserved {
            return Err(Error::Reserved(table.to_owned()));
        }
        if judged.writes && self.may != May::Act {
            return Err(Error::ReadingOnly(sql.as_str().chars().take(60).collect()));
        }
        if let Some(table) = judged.personal
            && self.may == May::Read
        {
            return Err(Error::Personal(table.to_owned()));
        }
        self.owes |= judged.owes || judged.personal.is_some();
        Ok(sql)
    }

    fn fail(&mut self, fault: sqlx::Error) -> Error {
        let error = dialect::meaning(fault);
        self.failed.get_or_insert_with(|| error.clone());
        error
    }
}

async fn rows_sqlite(link: &mut SqliteConnection, sql: SqlStr, args: Vec<Value>) -> Result<Vec<Row>, sqlx::Error> {
    let asked = Arc::new(sql.clone());
    let rows = dialect::bind_sqlite(sqlx::query(sql), args).fetch_all(link).await?;
    Ok(number(&asked, rows.into_iter().map(EngineRow::Sqlite)))
}

async fn changes_sqlite(link: &mut SqliteConnection, sql: SqlStr, args: Vec<Value>) -> Result<u64, sqlx::Error> {
    Ok(dialect::bind_sqlite(sqlx::query(sql), args).execute(link).await?.rows_affected())
}

fn number(asked: &Arc<SqlStr>, rows: impl Iterator<Item = EngineRow>) -> Vec<Row> {
    rows.enumerate().map(|(index, row)| Row::new(row, index + 1, Arc::clone(asked))).collect()
}
