//! Time limits as ledgers: what was given, what has been spent, what is left.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::length::{Length, OutOfRange};
use crate::period::Period;
use crate::rule::{Rule, Unfit, calendar_days};

/// A stretch of days on which a limit stands still.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The first day that does not count.
    pub from: Date,
    /// The first day that counts again; `None` while nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Why, with its basis in law.
    pub reason: String,
}

impl Stop {
    /// The days that do not count.
    #[must_use]
    pub const fn period(&self) -> Period {
        Period::new(Some(self.from), self.until)
    }
}

/// Time added to a limit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// How much.
    pub by: Length,
    /// Why, with its basis in law.
    pub reason: String,
}

/// A time limit: a ledger of days, not a date.
///
/// The law gives a budget. It starts on a day, which itself is not counted; each day after it that the rule counts is
/// spent, except while the limit is stopped. The last day is the one on which the budget is spent.
///
/// - A budget in months or years is worth the days to the day that the rule finds without stops. A stop of so many
///   days moves the last day by as many.
/// - An extension is counted from the day on which the limit would end without stops, before that day is moved to a
///   working day.
/// - Stops may overlap: a day is left out once. A stop that begins after the last day changes nothing: what is spent
///   cannot be stopped.
///
/// ```
/// use calendar::{Limit, Stop, day};
///
/// let mut limit = Limit::new("2 months".parse()?, "month-end-clipped".parse()?, day(2025, 1, 10))?;
/// assert_eq!(limit.last_day()?, Some(day(2025, 3, 10)));
///
/// let reason = "waiting for the person's papers".to_owned();
/// limit.stop(Stop { from: day(2025, 2, 1), until: Some(day(2025, 2, 8)), reason });
/// assert_eq!(limit.last_day()?, Some(day(2025, 3, 17)));
/// assert_eq!(limit.days_left(day(2025, 3, 10))?, Some(7));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    budget: Length,
    rule: Rule,
    started: Date,
    stops: Vec<Stop>,
    extensions: Vec<Extension>,
}

impl Limit {
    /// A limit that has started.
    ///
    /// # Errors
    ///
    /// [`Unfit`] when the rule cannot count the budget's unit.
    pub const fn new(budget: Length, rule: Rule, started: Date) -> Result<Self, Unfit> {
        match rule.check(budget) {
            Ok(()) => Ok(Self { budget, rule, started, stops: Vec::new(), extensions: Vec::new() }),
            Err(unfit) => Err(unfit),
        }
    }

    /// Leaves the days of `stop` out.
    pub fn stop(&mut self, stop: Stop) {
        self.stops.push(stop);
        // Days are taken away in their order; how they were written down does not matter.
        self.stops.sort_by_key(|stop| stop.from);
    }

    /// Adds time.
    ///
    /// # Errors
    ///
    /// [`Unfit`] when the limit's rule cannot count the extension's unit; the limit is then as it was.
    pub fn extend(&mut self, extension: Extension) -> Result<(), Unfit> {
        self.rule.check(extension.by)?;
        self.extensions.push(extension);
        Ok(())
    }

    /// What the law gives.
    #[must_use]
    pub const fn budget(&self) -> Length {
        self.budget
    }

    /// How it is counted.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// The day that starts it; the day after is the first that is spent.
    #[must_use]
    pub const fn started(&self) -> Date {
        self.started
    }

    /// Its stops, by their first day.
    #[must_use]
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// Its extensions, as they were added.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// The last day on which the matter is in time; `None` while the limit stands still and nobody knows how long.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] when that day lies after the year 9999.
    pub fn last_day(&self) -> Result<Option<Date>, OutOfRange> {
        self.spent_up()?.map(|day| self.rule.moved(day)).transpose()
    }

    /// How many calendar days there are from `on` to the last day: none on the last day itself, fewer than none after
    /// it; `None` while nobody knows the last day.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] when the last day lies after the year 9999.
    pub fn days_left(&self, on: Date) -> Result<Option<i64>, OutOfRange> {
        Ok(self.last_day()?.map(|last| calendar_days(on, last)))
    }

    /// How many days the limit is given in all, extensions counted in: working days if its rule counts those, else
    /// calendar days.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] when they do not end before the year 9999 does.
    pub fn given(&self) -> Result<u32, OutOfRange> {
        Ok(self.rule.days_after(self.started, self.unstopped()?))
    }

    /// How many of the [given](Self::given) days are spent when the day `on` is over.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] when the limit's end lies after the year 9999.
    pub fn spent(&self, on: Date) -> Result<u32, OutOfRange> {
        let on = self.spent_up()?.map_or(on, |last| on.min(last));
        let stood_still: u32 = self
            .standstills()
            .map(|(before, last)| self.rule.days_after(before, last.map_or(on, |last| last.min(on))))
            .sum();
        Ok(self.rule.days_after(self.started, on) - stood_still)
    }

    /// Where the limit would end without stops and before it is moved to a working day.
    fn unstopped(&self) -> Result<Date, OutOfRange> {
        let first = self.rule.counted(self.started, self.budget)?;
        self.extensions.iter().try_fold(first, |day, extension| self.rule.counted(day, extension.by))
    }

    /// The day on which the last of the given days is spent; `None` while it stands still without a known end.
    fn spent_up(&self) -> Result<Option<Date>, OutOfRange> {
        let mut last = self.unstopped()?;
        for (before, last_still) in self.standstills() {
            if last <= before {
                break;
            }
            let Some(last_still) = last_still else { return Ok(None) };
            last = Length::new(self.rule.days_after(before, last_still), self.rule.unit()).after(last)?;
        }
        Ok(Some(last))
    }

    /// The stops in their order, without the days before the limit runs and without the days of an earlier stop: of
    /// each the day before its first day, and its last day.
    fn standstills(&self) -> impl Iterator<Item = (Date, Option<Date>)> {
        let mut handled = Some(self.started);
        self.stops.iter().filter_map(move |stop| {
            // Nothing comes after a stop without end.
            let before = handled?.max(stop.from.yesterday().unwrap_or(Date::MIN));
            let last = stop.until.map(|until| until.yesterday().unwrap_or(Date::MIN));
            if last.is_some_and(|last| last <= before) {
                return None;
            }
            handled = last;
            Some((before, last))
        })
    }
}
