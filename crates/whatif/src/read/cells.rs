//! From what stands in a cell to the number that stands for it.

use super::rows::{ABROAD, band_of};
use crate::lines::UNKNOWN;
use crate::report::Reason;
use calendar::Date;
use register::Register;
use register::resolved::{Attribute, AttributeIndex, AttributeKind};
use std::collections::HashMap;

/// Days from 1970-01-01.
pub(crate) fn day_number(day: Date) -> i32 {
    const EPOCH: Date = calendar::day(1970, 1, 1);
    day.since(EPOCH).map_or(0, |span| span.get_days())
}

/// The day of a number of [`day_number`].
pub(crate) fn day_of(number: i32) -> Option<Date> {
    use std::time::Duration;
    let days = u64::from(number.unsigned_abs());
    let span = Duration::from_secs(days * 86_400);
    let epoch = calendar::day(1970, 1, 1);
    if number < 0 { epoch.checked_sub(span).ok() } else { epoch.checked_add(span).ok() }
}

/// Reads the cells of one attribute. Each word is looked up once.
#[derive(Debug)]
pub(crate) struct AttributeCells<'a> {
    pub index: AttributeIndex,
    attribute: &'a Attribute,
    known: HashMap<String, Option<i32>>,
}

impl<'a> AttributeCells<'a> {
    pub(crate) fn new(index: AttributeIndex, register: &'a Register) -> Self {
        Self { index, attribute: register.resolved.words.at(index), known: HashMap::new() }
    }

    /// Whether its cells are days.
    pub(crate) fn are_days(&self) -> bool {
        matches!(self.attribute.kind, AttributeKind::Day(_))
    }

    /// Whether its cells are whole years.
    pub(crate) fn are_years(&self) -> bool {
        self.attribute.kind == AttributeKind::Age
    }

    /// What stands for an empty cell.
    pub(crate) fn empty(&self) -> i32 {
        if self.are_days() { band_of(UNKNOWN) } else { i32::from(UNKNOWN) }
    }

    /// What stands for a text.
    pub(crate) fn text(&mut self, text: &str) -> Result<i32, Reason> {
        let found = match self.known.get(text) {
            Some(found) => *found,
            None => {
                let found = self.look_up(text.trim());
                // Whoever writes a different word in every row must not fill the memory.
                if self.known.len() < 1 << 16 {
                    self.known.insert(text.to_owned(), found);
                }
                found
            }
        };
        found.ok_or_else(|| self.unknown(text))
    }

    /// What stands for a number.
    pub(crate) fn number(&mut self, number: i64) -> Result<i32, Reason> {
        if self.are_years() {
            let years = u8::try_from(number).ok().filter(|years| usize::from(*years) < self.attribute.values.len());
            return years.map(i32::from).ok_or_else(|| self.unknown(&number.to_string()));
        }
        self.text(&number.to_string())
    }

    /// What stands for yes or no.
    pub(crate) fn flag(&mut self, flag: bool) -> Result<i32, Reason> {
        self.text(if flag { "yes" } else { "no" })
    }

    /// What stands for a day since 1970-01-01.
    pub(crate) fn day(&self, day: i32) -> Result<i32, Reason> {
        if self.are_days() && day_of(day).is_some() { Ok(day) } else { Err(self.unknown(&day.to_string())) }
    }

    fn look_up(&self, text: &str) -> Option<i32> {
        if text.is_empty() || text == "unknown" {
            return Some(self.empty());
        }
        match self.attribute.kind {
            AttributeKind::Age => {
                let years = text.parse::<u8>().ok()?;
                (usize::from(years) < self.attribute.values.len()).then_some(i32::from(years))
            }
            AttributeKind::Day(_) => match self.attribute.value(text) {
                Some(band) => Some(band_of(band)),
                None => text.parse::<Date>().ok().map(day_number),
            },
            _ => self.attribute.value(text).map(i32::from),
        }
    }

    fn unknown(&self, word: &str) -> Reason {
        Reason::UnknownValue { attribute: self.index, word: shortened(word) }
    }
}

/// Reads the cells of the municipality. Each word is looked up once.
#[derive(Debug)]
pub(crate) struct MunicipalityCells<'a> {
    register: &'a Register,
    known: HashMap<String, Option<u16>>,
}

impl<'a> MunicipalityCells<'a> {
    pub(crate) fn new(register: &'a Register) -> Self {
        Self { register, known: HashMap::new() }
    }

    /// What stands for a code, a name or `abroad`.
    pub(crate) fn text(&mut self, text: &str) -> Result<u16, Reason> {
        if text.trim().is_empty() {
            return Err(Reason::NoMunicipality);
        }
        let found = match self.known.get(text) {
            Some(found) => *found,
            None => {
                let found = self.look_up(text.trim());
                if self.known.len() < 1 << 16 {
                    self.known.insert(text.to_owned(), found);
                }
                found
            }
        };
        found.ok_or_else(|| Reason::UnknownMunicipality { word: shortened(text) })
    }

    /// What stands for a number: a code that lost its zeros.
    pub(crate) fn number(&mut self, number: i64) -> Result<u16, Reason> {
        self.text(&format!("{number:03}"))
    }

    fn look_up(&self, word: &str) -> Option<u16> {
        if word == "abroad" {
            return Some(ABROAD);
        }
        // Spreadsheets take the zeros from codes.
        let digits = word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        let padded = if digits { format!("{word:0>3}") } else { word.to_owned() };
        self.register.municipality_ever(&padded).ok()
    }
}

/// Enough of a word to find it again.
fn shortened(word: &str) -> String {
    word.chars().take(60).collect()
}
