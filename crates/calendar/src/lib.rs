//! Days, periods, lengths of time, Finnish holidays and time limits.
//!
//! This crate knows the calendar and nothing else. It reads no file and no clock: whoever asks says which day it is.
//!
//! | What | Where |
//! |---|---|
//! | a day | [`Date`] |
//! | from a day until the day before another | [`Period`] |
//! | "3 years", "5 working days" | [`Length`] |
//! | public holidays and working days | [`holiday`], [`is_working_day`], [`next_working_day`] |
//! | how the last day of a limit is found | [`Rule`] |
//! | a limit with its stops and extensions | [`Limit`] |
//! | whole years since a birth day | [`age`] |

mod age;
mod holidays;
mod length;
mod limit;
mod period;
mod rule;

pub use age::{LeapDayBirth, age};
pub use holidays::{Holiday, easter, holiday, is_working_day, next_working_day};
pub use jiff::civil::Date;
pub use length::{Length, LengthError, OutOfRange, Unit};
pub use limit::{Extension, Limit, Stop};
pub use period::Period;
pub use rule::{CountError, Counting, Rule, Unfit, UnknownRule};

/// A day that is known when the program is written, for constants and tests.
///
/// # Panics
///
/// When there is no such day; in a constant that is an error of compilation. A day that comes from a person, a file or
/// the network is read with `str::parse` instead.
#[must_use]
pub const fn day(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}
