//! Lengths of time as statutes write them.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::holidays::is_working_day;

/// What a [`Length`] is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Calendar days.
    Days,
    /// Days on which offices are open, see [`is_working_day`].
    WorkingDays,
    /// Weeks of seven calendar days.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

impl Unit {
    /// Every unit, from the shortest to the longest.
    pub const ALL: [Self; 6] = [Self::Hours, Self::Days, Self::WorkingDays, Self::Weeks, Self::Months, Self::Years];

    /// The unit's name for one of it and for several.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Hours => ("hour", "hours"),
            Self::Days => ("day", "days"),
            Self::WorkingDays => ("working day", "working days"),
            Self::Weeks => ("week", "weeks"),
            Self::Months => ("month", "months"),
            Self::Years => ("year", "years"),
        }
    }
}

/// An amount of time: "3 years", "2 months", "5 working days".
///
/// A month is not so and so many days, nor a working day 24 hours; a length becomes days only [after](Self::after) a
/// day. For the same reason lengths have no order.
///
/// ```
/// use calendar::{Length, day};
///
/// let month: Length = "1 month".parse()?;
/// assert_eq!(month.after(day(2025, 1, 31))?, day(2025, 2, 28));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// So many of that unit.
    #[must_use]
    pub const fn new(amount: u32, unit: Unit) -> Self {
        Self { amount, unit }
    }

    /// The day that lies this length after `start`. `start` itself is not counted.
    ///
    /// - Days and weeks are counted in the calendar.
    /// - Working days are counted by the Finnish holidays: "1 working day" after a Friday is the Monday.
    /// - Months and years lead to the day of the same number. When that month has no such day, its last day is taken:
    ///   a month after 31 January is the last of February, a year after 29 February is 28 February.
    /// - Hours begin at some time of day that a date does not tell. The day given is the one on which they have run
    ///   out at the latest: a started day counts as a whole one.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] when that day lies after the year 9999.
    pub fn after(self, start: Date) -> Result<Date, OutOfRange> {
        let out_of_range = OutOfRange { start, length: self };
        let amount = i64::from(self.amount);
        let empty = Span::new();
        let span = match self.unit {
            Unit::Hours => empty.try_days(amount.unsigned_abs().div_ceil(24).cast_signed()),
            Unit::Days => empty.try_days(amount),
            Unit::Weeks => empty.try_weeks(amount),
            Unit::Months => empty.try_months(amount),
            Unit::Years => empty.try_years(amount),
            Unit::WorkingDays => return self.working_days_after(start).ok_or(out_of_range),
        };
        span.and_then(|span| start.checked_add(span)).map_err(|_| out_of_range)
    }

    /// Walks to the last of the working days, holiday by holiday.
    fn working_days_after(self, start: Date) -> Option<Date> {
        // At least as many calendar days are needed: an absurd amount is refused before it is walked.
        Span::new().try_days(self.amount).and_then(|span| start.checked_add(span)).ok()?;
        let mut day = start;
        let mut left = self.amount;
        while left > 0 {
            day = day.checked_add(1.day()).ok()?;
            left -= u32::from(is_working_day(day));
        }
        Some(day)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, several) = self.unit.names();
        write!(f, "{} {}", self.amount, if self.amount == 1 { one } else { several })
    }
}

impl FromStr for Length {
    type Err = LengthError;

    fn from_str(text: &str) -> Result<Self, LengthError> {
        let fault = || LengthError { read: text.to_owned() };
        let (amount, name) = text.split_once(' ').ok_or_else(fault)?;
        // `u32::from_str` would take "+5".
        if !amount.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(fault());
        }
        let amount = amount.parse().map_err(|_| fault())?;
        let named = |unit: &Unit| name == unit.names().0 || name == unit.names().1;
        let unit = Unit::ALL.into_iter().find(named).ok_or_else(fault)?;
        Ok(Self { amount, unit })
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// A text that is no [`Length`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{read}\" is no length of time; write a whole number and hours, days, working days, weeks, months or years, as in \"5 working days\""
)]
pub struct LengthError {
    /// What was read.
    pub read: String,
}

/// A day that the calendar does not reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{length} after {start} lies beyond the year 9999, where the calendar ends")]
pub struct OutOfRange {
    /// The day that was counted from.
    pub start: Date,
    /// How far it was counted.
    pub length: Length,
}
