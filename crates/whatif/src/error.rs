//! Why a population cannot be gone through at all. Single rows that cannot be are told in the report instead.

use crate::kernel::TooManyValues;
use calendar::Date;
use std::path::PathBuf;

/// Why nothing could be computed.
#[derive(Debug, thiserror::Error)]
pub enum PopulationError {
    /// The file cannot be opened or read.
    #[error("`{}` cannot be read: {why}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system or the format says.
        why: String,
    },
    /// Neither Parquet nor text.
    #[error("`{}` is neither a Parquet file nor a CSV file in UTF-8", .path.display())]
    NotAPopulation {
        /// The file.
        path: PathBuf,
    },
    /// No rows.
    #[error("`{}` has no rows", .path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The column that every population must have is not there.
    #[error("there is no column `municipality` (a code such as 061, an official name, or `abroad`); the columns are {}", .columns.join(", "))]
    NoMunicipalityColumn {
        /// The columns that are there.
        columns: Vec<String>,
    },
    /// A column stands there twice.
    #[error("the column `{column}` stands there twice")]
    ColumnTwice {
        /// Its name.
        column: String,
    },
    /// A column of a type that holds no such values.
    #[error("the column `{column}` is of the type {kind}, which cannot be read as its values")]
    UnreadableColumn {
        /// Its name.
        column: String,
        /// Its type.
        kind: String,
    },
    /// A day before the register's first.
    #[error("{on} lies before the register begins ({begins})")]
    BeforeBegins {
        /// The day asked for.
        on: Date,
        /// The register's first day.
        begins: Date,
    },
    /// Only duties about one person can be asked about a population.
    #[error("`{duty}` is not a duty about a person")]
    NotAboutAPerson {
        /// The duty's word.
        duty: String,
    },
    /// The vocabulary does not fit.
    #[error(transparent)]
    TooManyValues(#[from] TooManyValues),
    /// The caller stopped it.
    #[error("stopped after {rows} rows")]
    Stopped {
        /// Rows gone through until then.
        rows: u64,
    },
}
