//! The holidays against published almanacs, a second computation of Easter, and the weekdays that the law names.

use calendar::{Date, Holiday, Length, Unit, day, easter, holiday, is_working_day, next_working_day};
use jiff::ToSpan as _;
use jiff::civil::Weekday;
use proptest::prelude::*;

/// Easter by the church's reckoning of golden number and epact, after Christopher Clavius: algorithm E in section
/// 1.3.2 of Knuth's *The Art of Computer Programming*. It shares no step with the one under test.
fn easter_by_epact(year: i16) -> Date {
    let year = i32::from(year);
    let golden = year % 19 + 1;
    let century = year / 100 + 1;
    let leap_years_dropped = 3 * century / 4 - 12;
    let moon_correction = (8 * century + 5) / 25 - 5;
    let sunday = 5 * year / 4 - leap_years_dropped - 10;
    let mut epact = (11 * golden + 20 + moon_correction - leap_years_dropped).rem_euclid(30);
    if (epact == 25 && golden > 11) || epact == 24 {
        epact += 1;
    }
    let mut full_moon = 44 - epact;
    if full_moon < 21 {
        full_moon += 30;
    }
    let of_march = full_moon + 7 - (sunday + full_moon) % 7;
    day(year as i16, 3, 1) + (of_march - 1).days()
}

/// Every day of the years that anyone will ask for.
fn days(from: i16, until: i16) -> impl Iterator<Item = Date> {
    day(from, 1, 1).series(1.day()).take_while(move |day| day.year() < until)
}

#[test]
fn easter_agrees_with_a_second_algorithm() {
    for year in 1583..=9999 {
        assert_eq!(easter(year), Some(easter_by_epact(year)), "{year}");
    }
}

#[test]
fn easter_was_on_these_days() {
    for known in [
        day(1818, 3, 22), // the earliest possible
        day(1943, 4, 25), // the latest possible
        day(1954, 4, 18), // the two exceptions of Gauss's rule
        day(1981, 4, 19),
        day(2008, 3, 23),
        day(2021, 4, 4),
        day(2024, 3, 31),
        day(2025, 4, 20),
        day(2026, 4, 5),
        day(2038, 4, 25),
    ] {
        assert_eq!(easter(known.year()), Some(known));
    }
    assert_eq!(easter(i16::MAX), None);
}

#[test]
fn the_almanac_of_2024() {
    let kept: Vec<(Date, Holiday)> = days(2024, 2025).filter_map(|day| Some((day, holiday(day)?))).collect();
    assert_eq!(
        kept,
        [
            (day(2024, 1, 1), Holiday::NewYear),
            (day(2024, 1, 6), Holiday::Epiphany),
            (day(2024, 3, 29), Holiday::GoodFriday),
            (day(2024, 3, 31), Holiday::Easter),
            (day(2024, 4, 1), Holiday::EasterMonday),
            (day(2024, 5, 1), Holiday::FirstOfMay),
            (day(2024, 5, 9), Holiday::Ascension),
            (day(2024, 5, 19), Holiday::Pentecost),
            (day(2024, 6, 21), Holiday::MidsummerEve),
            (day(2024, 6, 22), Holiday::Midsummer),
            (day(2024, 11, 2), Holiday::AllSaints),
            (day(2024, 12, 6), Holiday::Independence),
            (day(2024, 12, 24), Holiday::ChristmasEve),
            (day(2024, 12, 25), Holiday::Christmas),
            (day(2024, 12, 26), Holiday::BoxingDay),
        ]
    );
}

#[test]
fn as_many_weekdays_are_free_as_the_almanac_office_counts() {
    let free = |year: i16| {
        let weekdays = days(year, year + 1).filter(|day| day.weekday().to_monday_one_offset() <= 5);
        weekdays.filter(|day| !is_working_day(*day)).count()
    };
    // University of Helsinki Almanac Office, press release "Vuoteen 2025 osuu täydet kymmenen arkivapaapäivää"
    // (November 2024), and Yle, August 2022, for 2022 and 2033. Both eves are counted in.
    let published = [
        (2022, 7),
        (2023, 9),
        (2024, 10),
        (2025, 10),
        (2026, 9),
        (2027, 8),
        (2028, 9),
        (2029, 10),
        (2030, 10),
        (2031, 10),
        (2033, 7),
    ];
    for (year, count) in published {
        assert_eq!(free(year), count, "{year}");
    }
    for year in 2000..2100 {
        let least = if day(year, 1, 1).in_leap_year() { 8 } else { 7 };
        assert!((least..=10).contains(&free(year)), "{year}: {}", free(year));
    }
}

#[test]
fn every_year_has_each_holiday_once_on_its_weekday() {
    for year in 1900..=2100 {
        let kept: Vec<(Date, Holiday)> = days(year, year + 1).filter_map(|day| Some((day, holiday(day)?))).collect();
        // Where two fall together one of them is named: Ascension Day on 1 May.
        let together = usize::from(easter(year).is_some_and(|easter| easter + 39.days() == day(year, 5, 1)));
        assert_eq!(kept.len(), 15 - together, "{year}");
        for (day, holiday) in kept {
            let weekday = match holiday {
                Holiday::GoodFriday | Holiday::MidsummerEve => Weekday::Friday,
                Holiday::Midsummer | Holiday::AllSaints => Weekday::Saturday,
                Holiday::Easter | Holiday::Pentecost => Weekday::Sunday,
                Holiday::EasterMonday => Weekday::Monday,
                Holiday::Ascension => Weekday::Thursday,
                _ => continue,
            };
            assert_eq!(day.weekday(), weekday, "{holiday:?} {day}");
        }
    }
}

#[test]
fn midsummer_and_all_saints_are_the_saturdays_after_their_days() {
    for year in 1900..=2100 {
        for (after, kept) in [(day(year, 6, 19), Holiday::Midsummer), (day(year, 10, 30), Holiday::AllSaints)] {
            let saturday = after.nth_weekday(1, Weekday::Saturday).expect("a Saturday follows");
            assert_eq!(holiday(saturday), Some(kept), "{year}");
        }
        let eve = day(year, 6, 18).nth_weekday(1, Weekday::Friday).expect("a Friday follows");
        assert_eq!(holiday(eve), Some(Holiday::MidsummerEve), "{year}");
        assert_eq!(holiday(eve.tomorrow().expect("a day follows")), Some(Holiday::Midsummer), "{year}");
    }
}

#[test]
fn a_last_day_waits_for_the_next_working_day() {
    for (last, moved) in [
        (day(2024, 3, 29), day(2024, 4, 2)),    // Good Friday to the Tuesday after Easter
        (day(2024, 12, 6), day(2024, 12, 9)),   // Independence Day on a Friday
        (day(2024, 12, 24), day(2024, 12, 27)), // Christmas Eve
        (day(2025, 6, 20), day(2025, 6, 23)),   // Midsummer Eve
        (day(2025, 5, 1), day(2025, 5, 2)),
        (day(2025, 11, 8), day(2025, 11, 10)), // an ordinary Saturday
        (day(2025, 11, 10), day(2025, 11, 10)),
        (day(2024, 12, 31), day(2024, 12, 31)), // New Year's Eve is a working day
        (day(2025, 4, 17), day(2025, 4, 17)),   // so is Maundy Thursday
    ] {
        assert_eq!(next_working_day(last), Ok(moved), "{last}");
    }
    // The calendar ends on a Friday; that day can still be asked for.
    assert_eq!(next_working_day(Date::MAX), Ok(Date::MAX));
    assert!(Length::new(1, Unit::WorkingDays).after(Date::MAX).is_err());
}

proptest! {
    #[test]
    fn the_next_working_day_is_the_first_that_is_one(year in 1900i16..2200, of_year in 1i16..=365) {
        let start = day(year, 1, 1) + i32::from(of_year - 1).days();
        let next = next_working_day(start).expect("within the calendar");
        prop_assert!(next >= start && is_working_day(next));
        prop_assert!(start.series(1.day()).take_while(|day| *day < next).all(|day| !is_working_day(day)));
        // The longest row of closed days is Christmas Eve on a Thursday: four days and no more.
        prop_assert!(start.duration_until(next).as_hours() <= 5 * 24);
    }

    #[test]
    fn every_day_of_the_calendar_has_an_answer(year in -9999i16..=9999, month in 1i8..=12, of_month in 1i8..=28) {
        let _ = is_working_day(day(year, month, of_month));
    }
}
