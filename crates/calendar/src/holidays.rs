//! Finnish public holidays and working days, computed for every year.
//!
//! The days are those on which the act on computing time limits (*laki säädettyjen määräaikain laskemisesta*,
//! 150/1930, 5 §) lets a matter wait: Sundays and church holidays, Independence Day, 1 May, Christmas Eve, Midsummer
//! Eve and every Saturday. Church holidays are those of the Church Act: Midsummer Day is the Saturday after 19 June and
//! All Saints' Day the Saturday after 30 October.
//!
//! The rules are today's and are applied to every year. For decades before the 1990s they give days that were not kept
//! (Epiphany and Ascension Day were then for a time on Saturdays); the register begins in 2021.

use jiff::civil::{Date, Weekday};

use crate::length::{Length, OutOfRange, Unit};

/// A day on which Finnish authorities are closed, apart from ordinary Saturdays and Sundays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 6 January.
    Epiphany,
    /// The Friday before Easter.
    GoodFriday,
    /// Easter Sunday.
    Easter,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    FirstOfMay,
    /// The Thursday 39 days after Easter.
    Ascension,
    /// The Sunday 49 days after Easter.
    Pentecost,
    /// The Friday from 19 to 25 June.
    MidsummerEve,
    /// The Saturday from 20 to 26 June.
    Midsummer,
    /// The Saturday from 31 October to 6 November.
    AllSaints,
    /// 6 December.
    Independence,
    /// 24 December.
    ChristmasEve,
    /// 25 December.
    Christmas,
    /// 26 December.
    BoxingDay,
}

/// Which holiday `day` is.
///
/// When two fall on one day, as Ascension Day and 1 May did in 2008, the one that moves with Easter is named.
#[must_use]
pub fn holiday(day: Date) -> Option<Holiday> {
    easter_holiday(day).or_else(|| fixed_holiday(day))
}

fn easter_holiday(day: Date) -> Option<Holiday> {
    match day.day_of_year() - day_of_year_of_easter(day) {
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::Easter),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::Ascension),
        49 => Some(Holiday::Pentecost),
        _ => None,
    }
}

fn fixed_holiday(day: Date) -> Option<Holiday> {
    match (day.month(), day.day(), day.weekday()) {
        (1, 1, _) => Some(Holiday::NewYear),
        (1, 6, _) => Some(Holiday::Epiphany),
        (5, 1, _) => Some(Holiday::FirstOfMay),
        (6, 19..=25, Weekday::Friday) => Some(Holiday::MidsummerEve),
        (6, 20..=26, Weekday::Saturday) => Some(Holiday::Midsummer),
        (10, 31, Weekday::Saturday) | (11, 1..=6, Weekday::Saturday) => Some(Holiday::AllSaints),
        (12, 6, _) => Some(Holiday::Independence),
        (12, 24, _) => Some(Holiday::ChristmasEve),
        (12, 25, _) => Some(Holiday::Christmas),
        (12, 26, _) => Some(Holiday::BoxingDay),
        _ => None,
    }
}

/// Easter Sunday of a year; `None` when the calendar has no such year (it ends with 9999).
#[must_use]
pub fn easter(year: i16) -> Option<Date> {
    let (month, day) = month_and_day_of_easter(year);
    Date::new(year, month, day).ok()
}

/// The month and day of Easter in the Gregorian calendar.
///
/// The anonymous algorithm ("Meeus/Jones/Butcher"), after Jean Meeus, *Astronomical Algorithms*, chapter 8. The tests
/// hold it against another one.
fn month_and_day_of_easter(year: i16) -> (i8, i8) {
    let year = i32::from(year);
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let lunar_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - lunar_shift + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * (in_century / 4) - epact - in_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    // 22 March to 25 April: both numbers are small.
    ((days / 31) as i8, (days % 31 + 1) as i8)
}

/// Where in the year of `day` Easter lies, counted as [`Date::day_of_year`] does.
fn day_of_year_of_easter(day: Date) -> i16 {
    let (month, of_month) = month_and_day_of_easter(day.year());
    let before_march = if day.in_leap_year() { 60 } else { 59 };
    before_march + if month == 3 { 0 } else { 31 } + i16::from(of_month)
}

/// Whether Finnish authorities work on `day`: Monday to Friday, and no [`Holiday`].
#[must_use]
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday(day).is_none()
}

/// `day` itself when it is a working day, else the next one: where a time limit ends whose last day is `day`
/// (act 150/1930, 5 §).
///
/// # Errors
///
/// [`OutOfRange`] when the calendar ends before a working day comes.
pub fn next_working_day(day: Date) -> Result<Date, OutOfRange> {
    if is_working_day(day) { Ok(day) } else { Length::new(1, Unit::WorkingDays).after(day) }
}
