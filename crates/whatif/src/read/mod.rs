//! Reading a population: from cells of a file to numbers, one column an attribute.

mod cells;
mod comma;
mod header;
mod parquet;
mod rows;

pub(crate) use cells::day_of;
pub(crate) use comma::Comma;
pub(crate) use header::Header;
pub(crate) use parquet::ParquetFile;
pub(crate) use rows::{ABROAD, BAD, Cells, Rows, is_band};

use crate::error::PopulationError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Parquet,
    Csv,
}

/// Looks at the first bytes; the file's name does not matter.
pub(crate) fn format_of(path: &Path) -> Result<Format, PopulationError> {
    let unreadable = |why: std::io::Error| PopulationError::Unreadable { path: path.to_owned(), why: why.to_string() };
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(4096).read_to_end(&mut head)).map_err(unreadable)?;
    if head.is_empty() {
        Err(PopulationError::Empty { path: path.to_owned() })
    } else if head.starts_with(b"PAR1") {
        Ok(Format::Parquet)
    } else if head.contains(&0) || std::str::from_utf8(&head).is_err_and(|error| error.error_len().is_some()) {
        Err(PopulationError::NotAPopulation { path: path.to_owned() })
    } else {
        Ok(Format::Csv)
    }
}
