//! Rows as they come from a file, in numbers.

use crate::report::{BadRow, Reason};

/// In the column of municipalities: not in Finland's municipalities but abroad.
pub(crate) const ABROAD: u16 = u16::MAX - 1;
/// In the column of municipalities: the row cannot be used.
pub(crate) const BAD: u16 = u16::MAX;

/// The cells of one attribute.
#[derive(Debug, Clone)]
pub(crate) enum Cells {
    /// The file has no such column.
    Missing,
    /// Values; [`crate::UNKNOWN`] where the cell is empty.
    Values(Vec<u8>),
    /// Days since 1970-01-01; a band named by its word is [`band_of`] it, an empty cell the band [`crate::UNKNOWN`].
    Days(Vec<i32>),
}

/// The number that stands for a band in a column of days.
pub(crate) fn band_of(value: u8) -> i32 {
    i32::MIN + i32::from(value)
}

/// The band that a number stands for, if it is none of a day.
#[inline]
pub(crate) fn is_band(cell: i32) -> Option<u8> {
    u8::try_from(cell.wrapping_sub(i32::MIN)).ok()
}

/// Some rows of a file.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    /// The number of the first, counted from one.
    pub first: u64,
    /// Municipality, [`ABROAD`] or [`BAD`].
    pub municipality: Vec<u16>,
    /// Per attribute of the vocabulary.
    pub cells: Vec<Cells>,
    /// Rows that cannot be used.
    pub bad: Vec<BadRow>,
}

impl Rows {
    /// Says that a row cannot be used. The first reason of a row is kept.
    pub(crate) fn refuse(&mut self, row: usize, reason: Reason) {
        if let Some(cell) = self.municipality.get_mut(row)
            && *cell != BAD
        {
            *cell = BAD;
            self.bad.push(BadRow { row: self.first + row as u64, id: None, reason });
        }
    }
}
