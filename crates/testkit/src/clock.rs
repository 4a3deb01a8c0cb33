//! A clock that stands still, so that every test says the same on any day of the year.

use jiff::civil::Date;

/// The day on which tests take place: after every cut-over that the register knows as done.
#[must_use]
pub const fn today() -> Date {
    a_day(2026, 3, 2)
}

/// A day, written short.
#[must_use]
pub const fn a_day(year: i16, month: i8, day: i8) -> Date {
    jiff::civil::date(year, month, day)
}
