//! From a day until the day before another.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A stretch of days, half open: `from` is the first day, `until` the first day *after*.
///
/// `from` left out means that the period has no beginning that matters; `until` left out, that no end is known. Two
/// periods that follow on each other share a day in writing (`until` of the one, `from` of the next) but none in time.
///
/// ```
/// use calendar::{Period, day};
///
/// let before = Period::new(None, Some(day(2025, 1, 1)));
/// let after = Period::new(Some(day(2025, 1, 1)), None);
/// assert!(before.contains(day(2024, 12, 31)) && after.contains(day(2025, 1, 1)));
/// assert!(!before.overlaps(after));
/// assert_eq!(after.to_string(), "2025-01-01/..");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day; `None`: from before anything that is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The first day after; `None`: no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Period {
    /// The period without beginning and without end.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// The period from the day `from` until the day before `until`.
    #[must_use]
    pub const fn new(from: Option<Date>, until: Option<Date>) -> Self {
        Self { from, until }
    }

    /// Whether `day` lies in the period.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// Whether any day lies in both periods.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        !self.intersect(other).is_empty()
    }

    /// The days that lie in both periods. When there are none, the period that comes back [is empty](Self::is_empty).
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        Self {
            // `None` is less than every day, which is what an open beginning means.
            from: self.from.max(other.from),
            until: match (self.until, other.until) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            },
        }
    }

    /// Whether no day lies in the period: it ends before, or on the day that, it begins.
    #[must_use]
    pub fn is_empty(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until <= from)
    }

    /// The last day, as people say it ("until 31 December"); `None` when no end is known.
    ///
    /// Of an [empty](Self::is_empty) period it says nothing of use.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        self.until.map(|until| until.yesterday().unwrap_or(until))
    }
}

/// As an interval of ISO 8601, `..` where it is open: `2021-01-01/2025-01-01`, `2025-01-01/..`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut side = |day: Option<Date>, between: &str| match day {
            Some(day) => write!(f, "{day}{between}"),
            None => write!(f, "..{between}"),
        };
        side(self.from, "/")?;
        side(self.until, "")
    }
}
