//! A row of an answer, read by the names of its columns. A column that does not hold what it must is a contradiction of
//! the database with itself: it is told with table, column and row, and it never stops the program.

use std::str::FromStr;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use sqlx::SqlStr;
use uuid::Uuid;

use crate::dialect::{self, EngineRow};
use crate::error::Error;
use crate::guard::tables;
use crate::value::{FromColumn, Kind};

/// One row.
#[derive(Debug)]
pub struct Row {
    inner: EngineRow,
    number: usize,
    /// What was asked, for the words of a contradiction.
    asked: Arc<SqlStr>,
}

impl Row {
    pub(crate) const fn new(inner: EngineRow, number: usize, asked: Arc<SqlStr>) -> Self {
        Self { inner, number, asked }
    }

    /// What stands in the column.
    ///
    /// # Errors
    /// When there is no such column, or it holds something else; also when it holds nothing and `T` is no `Option`.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T, Error> {
        match dialect::read(&self.inner, column, T::KIND) {
            Ok(value) => {
                let absent = value.is_absent();
                T::from_value(value).ok_or_else(|| {
                    let found = if absent { "nothing stands there" } else { "it does not fit" };
                    self.contradiction(column, T::KIND.to_string(), found.to_owned())
                })
            }
            Err(found) => Err(self.contradiction(column, T::KIND.to_string(), found)),
        }
    }

    /// What the text in the column says, as one of the program's own types.
    ///
    /// # Errors
    /// As [`Row::get`], and when the text is none of those that the type knows.
    pub fn parse<T: FromStr>(&self, column: &str) -> Result<T, Error> {
        self.get::<String>(column)?.parse().map_err(|_| self.unknown_word::<T>(column))
    }

    /// As [`Row::parse`], where the column may hold nothing.
    ///
    /// # Errors
    /// As [`Row::parse`].
    pub fn parse_optional<T: FromStr>(&self, column: &str) -> Result<Option<T>, Error> {
        let text: Option<String> = self.get(column)?;
        text.map(|text| text.parse().map_err(|_| self.unknown_word::<T>(column))).transpose()
    }

    /// The structure in the column, as one of the program's own types: what [`structure`](crate::structure) wrote there.
    ///
    /// # Errors
    /// As [`Row::get`], and when it has another form.
    pub fn structure<T: DeserializeOwned>(&self, column: &str) -> Result<T, Error> {
        serde_json::from_value(self.get(column)?).map_err(|_| self.other_form::<T>(column))
    }

    /// As [`Row::structure`], where the column may hold nothing.
    ///
    /// # Errors
    /// As [`Row::structure`].
    pub fn structure_optional<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, Error> {
        let json: Option<serde_json::Value> = self.get(column)?;
        json.map(serde_json::from_value).transpose().map_err(|_| self.other_form::<T>(column))
    }

    /// That the column does not hold what was expected, in words that end "… was expected".
    #[must_use]
    pub fn contradicts(&self, column: &str, expected: &str) -> Error {
        self.contradiction(column, expected.to_owned(), "it is something else".to_owned())
    }

    fn other_form<T>(&self, column: &str) -> Error {
        self.contradiction(
            column,
            format!("a {} as this program writes it", short_name::<T>()),
            "it has another form".to_owned(),
        )
    }

    fn unknown_word<T>(&self, column: &str) -> Error {
        self.contradiction(
            column,
            format!("a word of {}", short_name::<T>()),
            "it is none that this program knows".to_owned(),
        )
    }

    /// The contradiction itself. What was found is described and not quoted, since it may be somebody's name.
    fn contradiction(&self, column: &str, expected: String, found: String) -> Error {
        // Where the engine does not tell which table a column is of, those that were asked are named.
        let table = dialect::table_of(&self.inner, column).unwrap_or_else(|| tables(self.asked.as_str()).join(" or "));
        let row = match (dialect::read(&self.inner, "id", Kind::Id).map(Uuid::from_value), self.number) {
            (Ok(Some(id)), _) if column != "id" => format!("row {id}"),
            (_, number) => format!("row {number} of the answer"),
        };
        Error::Contradiction { table, column: column.to_owned(), row, expected, found }
    }
}

/// The name of a type without the rooms it stands in.
fn short_name<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}
