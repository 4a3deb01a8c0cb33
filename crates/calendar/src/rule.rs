//! How the last day of a time limit is found.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::holidays::{is_working_day, next_working_day};
use crate::length::{Length, OutOfRange, Unit};

/// What is counted, and what happens where a month is too short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// Every day. For hours, days and weeks.
    CalendarDays,
    /// Days on which authorities work. For working days.
    WorkingDays,
    /// A month after 31 January is the last of February (act 150/1930, 3 §). For months and years, and for days and
    /// weeks, which it counts as [`CalendarDays`](Self::CalendarDays) does.
    MonthEndClipped,
    /// A month after 31 January is 1 March. For the same units. No Finnish limit is known to be counted so; it is the
    /// other of the two ways in use elsewhere.
    MonthEndOverflow,
}

/// How the last day of a time limit is found: what is counted, and whether the last day waits for a working day.
///
/// The act on computing time limits (*laki säädettyjen määräaikain laskemisesta*, *lag om beräknande av laga tid*,
/// 150/1930, <https://www.finlex.fi/fi/laki/ajantasa/1930/19300150>) says for limits that are to be kept at an
/// authority, unless another act says otherwise:
///
/// - the day from which days are counted is not itself counted (2 §): no rule here counts it;
/// - weeks, months and years end on the day of the same name or number, and where the month has none, on its last day
///   (3 §): `month-end-clipped`;
/// - what is to be done on a last day that is a church holiday or Sunday, Independence Day, 1 May, Christmas Eve,
///   Midsummer Eve or a Saturday may be done on the next working day (5 §): `…-next-working-day`.
///
/// ```
/// use calendar::{Rule, day};
///
/// let rule: Rule = "month-end-clipped-next-working-day".parse()?;
/// // 30 November 2024 was a Saturday.
/// assert_eq!(rule.last_day(day(2024, 10, 30), "1 month".parse()?)?, day(2024, 12, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// What is counted.
    pub counting: Counting,
    /// Whether a last day on which authorities are closed moves to the next working day.
    pub to_working_day: bool,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 8] = [
        Self { counting: Counting::CalendarDays, to_working_day: false },
        Self { counting: Counting::CalendarDays, to_working_day: true },
        Self { counting: Counting::WorkingDays, to_working_day: false },
        Self { counting: Counting::WorkingDays, to_working_day: true },
        Self { counting: Counting::MonthEndClipped, to_working_day: false },
        Self { counting: Counting::MonthEndClipped, to_working_day: true },
        Self { counting: Counting::MonthEndOverflow, to_working_day: false },
        Self { counting: Counting::MonthEndOverflow, to_working_day: true },
    ];

    /// The rule's name in the register: `calendar-days`, `month-end-clipped-next-working-day` …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match (self.counting, self.to_working_day) {
            (Counting::CalendarDays, false) => "calendar-days",
            (Counting::CalendarDays, true) => "calendar-days-next-working-day",
            (Counting::WorkingDays, false) => "working-days",
            (Counting::WorkingDays, true) => "working-days-next-working-day",
            (Counting::MonthEndClipped, false) => "month-end-clipped",
            (Counting::MonthEndClipped, true) => "month-end-clipped-next-working-day",
            (Counting::MonthEndOverflow, false) => "month-end-overflow",
            (Counting::MonthEndOverflow, true) => "month-end-overflow-next-working-day",
        }
    }

    /// Whether this rule can count a length in that unit.
    #[must_use]
    pub const fn fits(self, unit: Unit) -> bool {
        match self.counting {
            Counting::CalendarDays => matches!(unit, Unit::Hours | Unit::Days | Unit::Weeks),
            Counting::WorkingDays => matches!(unit, Unit::WorkingDays),
            Counting::MonthEndClipped | Counting::MonthEndOverflow => !matches!(unit, Unit::WorkingDays),
        }
    }

    /// The last day of a limit of that length that starts with something that happens on the day `start`.
    ///
    /// # Errors
    ///
    /// [`CountError::Unfit`] when the rule does not [fit](Self::fits) the length's unit, [`CountError::OutOfRange`]
    /// when the day lies after the year 9999.
    pub fn last_day(self, start: Date, length: Length) -> Result<Date, CountError> {
        self.check(length)?;
        Ok(self.moved(self.counted(start, length)?)?)
    }

    pub(crate) const fn check(self, length: Length) -> Result<(), Unfit> {
        if self.fits(length.unit) { Ok(()) } else { Err(Unfit { rule: self, length }) }
    }

    /// The last counted day, before it is moved.
    pub(crate) fn counted(self, start: Date, length: Length) -> Result<Date, OutOfRange> {
        let day = length.after(start)?;
        let by_month = matches!(length.unit, Unit::Months | Unit::Years);
        if self.counting == Counting::MonthEndOverflow && by_month && day.day() != start.day() {
            return day.tomorrow().map_err(|_| OutOfRange { start, length });
        }
        Ok(day)
    }

    /// Where a last counted day ends up.
    pub(crate) fn moved(self, day: Date) -> Result<Date, OutOfRange> {
        if self.to_working_day { next_working_day(day) } else { Ok(day) }
    }

    /// How many days this rule counts after the day `start`, `last` among them.
    pub(crate) fn days_after(self, start: Date, last: Date) -> u32 {
        let days = if self.counting == Counting::WorkingDays {
            start.series(1.day()).skip(1).take_while(|day| *day <= last).filter(|day| is_working_day(*day)).count()
                as u64
        } else {
            calendar_days(start, last).max(0).unsigned_abs()
        };
        // The calendar has some seven million days.
        u32::try_from(days).unwrap_or(u32::MAX)
    }

    /// The unit of the days that this rule counts.
    pub(crate) const fn unit(self) -> Unit {
        if matches!(self.counting, Counting::WorkingDays) { Unit::WorkingDays } else { Unit::Days }
    }
}

/// The days from one to another, fewer than none when the other is earlier.
pub(crate) fn calendar_days(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        Self::ALL.into_iter().find(|rule| rule.name() == text).ok_or_else(|| UnknownRule { read: text.to_owned() })
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// A name that no [`Rule`] has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "there is no rule \"{read}\" for limits; the rules are calendar-days, working-days, month-end-clipped and month-end-overflow, each also with -next-working-day behind it"
)]
pub struct UnknownRule {
    /// What was read.
    pub read: String,
}

/// A length in a unit that the rule cannot count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the rule {rule} cannot count {length}: calendar-days counts hours, days and weeks, working-days counts working days, month-end-clipped and month-end-overflow count all but working days"
)]
pub struct Unfit {
    /// The rule.
    pub rule: Rule,
    /// What it was to count.
    pub length: Length,
}

/// Why there is no last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// The rule cannot count the length's unit.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The day lies after the year 9999.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
}
