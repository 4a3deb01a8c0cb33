//! Whole years since a birth day.

use jiff::civil::Date;

/// When a person born on 29 February becomes a year older in a year without that day.
///
/// No Finnish provision on this was found, and the two general ones point apart. The act on computing time limits
/// (150/1930, 3 §) takes the last day of a month that lacks the day, 28 February, but speaks of time limits at
/// authorities. Regulation (EEC, Euratom) No 1182/71, article 3, lets a period of years end with the last hour of a
/// day: a year begun at the outset of 29 February is full when 28 February has ended, on 1 March. Whoever asks for
/// an age therefore says which of them is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeapDayBirth {
    /// On 28 February.
    LastOfFebruary,
    /// On 1 March.
    FirstOfMarch,
}

/// How many whole years old somebody born on `birth` is on the day `on`; `None` before birth.
///
/// The birthday itself counts in full: who was born on 1 May 2007 is 18 all through 1 May 2025. `leap` matters for
/// nobody but those born on 29 February.
///
/// ```
/// use calendar::{LeapDayBirth, age, day};
///
/// let age_of = |birth, on| age(birth, on, LeapDayBirth::FirstOfMarch);
/// assert_eq!(age_of(day(2007, 5, 1), day(2025, 4, 30)), Some(17));
/// assert_eq!(age_of(day(2007, 5, 1), day(2025, 5, 1)), Some(18));
/// assert_eq!(age_of(day(2008, 2, 29), day(2026, 2, 28)), Some(17));
/// assert_eq!(age_of(day(2008, 2, 29), day(2026, 3, 1)), Some(18));
/// ```
#[must_use]
pub fn age(birth: Date, on: Date, leap: LeapDayBirth) -> Option<u16> {
    if on < birth {
        return None;
    }
    let birthday = match ((birth.month(), birth.day()), leap) {
        ((2, 29), LeapDayBirth::LastOfFebruary) if !on.in_leap_year() => (2, 28),
        // In a year without 29 February the first day not before it is 1 March: comparing is enough.
        (birthday, _) => birthday,
    };
    let still_to_come = (on.month(), on.day()) < birthday;
    u16::try_from(i32::from(on.year()) - i32::from(birth.year()) - i32::from(still_to_come)).ok()
}
