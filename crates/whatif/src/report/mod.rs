//! What came out.

mod comma;
mod text;

pub use text::Labels;

use crate::kernel::Outcome;
use calendar::Date;
use register::Register;
use register::resolved::{AttributeIndex, DutyIndex, Force, MunicipalityIndex, OrganIndex};

/// Bad rows that are named one by one; the others are counted.
pub const NAMED_BAD_ROWS: usize = 1_000;

/// What came out for a population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The day that was looked at.
    pub on: Date,
    /// The day it was compared with.
    pub against: Date,
    /// Rows in the file.
    pub rows: u64,
    /// Rows that could not be used.
    pub bad: BadRows,
    /// Columns of the file that mean nothing here, with the attribute that was perhaps meant.
    pub ignored: Vec<(String, Option<String>)>,
    /// Attributes that some duty looks at and the file has no column for.
    pub absent: Vec<AttributeIndex>,
    /// Who leads for how many, from whom to whom; those who stay with the same organ included.
    pub moves: Vec<Move>,
}

/// So many persons of a municipality go, in a duty, from one organ to another (or stay).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The duty.
    pub duty: DutyIndex,
    /// The municipality, as it is on the later of the two days; none: abroad.
    pub municipality: Option<MunicipalityIndex>,
    /// On the day asked about.
    pub before: Side,
    /// On the day compared with.
    pub after: Side,
    /// How many.
    pub persons: u64,
}

impl Move {
    /// Whether anything changes for them.
    pub fn is_change(&self) -> bool {
        self.before != self.after
    }
}

/// Who leads on one of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// This organ.
    Lead(OrganIndex, Force),
    /// Nobody, and the register says why.
    Nobody,
    /// The organ is found by the municipality, and this one (or abroad) has none.
    NoOrgan,
    /// It depends on this attribute, which the row lacks; the first such attribute in the order of asking.
    Missing(AttributeIndex),
    /// The register has a gap or an overlap here; `kotopolku check` shows it.
    Fault,
}

impl Side {
    pub(crate) fn of(outcome: Outcome, organ: Option<OrganIndex>) -> Self {
        match (outcome, organ) {
            (Outcome::Nobody, _) => Self::Nobody,
            (Outcome::Lead { force, .. }, Some(organ)) => Self::Lead(organ, force),
            (Outcome::Lead { .. }, None) => Self::NoOrgan,
        }
    }
}

/// Rows that could not be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BadRows {
    /// How many.
    pub count: u64,
    /// The first [`NAMED_BAD_ROWS`] of them, by their numbers.
    pub first: Vec<BadRow>,
}

/// A row that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its number in the file, counted from one, the header not counted.
    pub row: u64,
    /// What stands in its column `id`, where the file is text.
    pub id: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// Why a row could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The attribute has no such value.
    UnknownValue {
        /// The attribute.
        attribute: AttributeIndex,
        /// What stands there.
        word: String,
    },
    /// No municipality is called so.
    UnknownMunicipality {
        /// What stands there.
        word: String,
    },
    /// The cell of the municipality is empty.
    NoMunicipality,
    /// The municipality was not there yet.
    MunicipalityNotThere {
        /// The municipality.
        municipality: MunicipalityIndex,
        /// The day.
        on: Date,
    },
    /// The facts cannot all be true.
    Contradiction {
        /// Which combination of the vocabulary, by its place there.
        number: usize,
    },
    /// It has more or fewer cells than the header.
    WrongWidth {
        /// Its cells.
        cells: usize,
        /// The header's.
        columns: usize,
    },
    /// It is not text in UTF-8.
    NotText,
}

impl Reason {
    /// In English, for the log and the command line.
    pub fn describe(&self, register: &Register) -> String {
        let words = &register.resolved.words;
        match self {
            Self::UnknownValue { attribute, word } => {
                format!("`{word}` is no value of `{}`", words.at(*attribute).id)
            }
            Self::UnknownMunicipality { word } => format!("`{word}` is no municipality"),
            Self::NoMunicipality => "no municipality is given".to_owned(),
            Self::MunicipalityNotThere { municipality, on } => {
                let one = register.resolved.territory.at(*municipality);
                format!("{} ({}) did not exist on {on}", one.names.fi, one.code)
            }
            Self::Contradiction { number } => words.impossible[*number].why.en.clone(),
            Self::WrongWidth { cells, columns } => format!("the row has {cells} cells, the header {columns}"),
            Self::NotText => "the row is not text in UTF-8".to_owned(),
        }
    }
}

impl BadRows {
    pub(crate) fn extend(&mut self, rows: impl IntoIterator<Item = BadRow>) {
        for row in rows {
            self.count += 1;
            self.first.push(row);
            if self.first.len() >= 2 * NAMED_BAD_ROWS {
                self.trim();
            }
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.first.extend(other.first);
        self.trim();
    }

    pub(crate) fn trim(&mut self) {
        self.first.sort_by_key(|row| row.row);
        self.first.truncate(NAMED_BAD_ROWS);
    }
}
