//! Lengths, periods and ages.
#![expect(clippy::expect_used, reason = "a test stops at the first thing that is not as it says")]

use calendar::{Date, LeapDayBirth, Length, Period, Unit, age, day, is_working_day};
use jiff::ToSpan as _;
use proptest::prelude::*;

fn length(text: &str) -> Length {
    text.parse().expect("a length")
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..200 * 365i32).prop_map(|days| day(1950, 1, 1) + days.days())
}

fn any_length() -> impl Strategy<Value = Length> {
    (0u32..500, proptest::sample::select(&Unit::ALL[..])).prop_map(|(amount, unit)| Length::new(amount, unit))
}

fn any_period() -> impl Strategy<Value = Period> {
    (proptest::option::of(any_day()), proptest::option::of(any_day()))
        .prop_map(|(from, until)| Period::new(from, until))
}

#[test]
fn lengths_are_read_as_statutes_write_them() {
    for (text, amount, unit) in [
        ("3 years", 3, Unit::Years),
        ("2 months", 2, Unit::Months),
        ("1 month", 1, Unit::Months),
        ("5 working days", 5, Unit::WorkingDays),
        ("1 working day", 1, Unit::WorkingDays),
        ("30 days", 30, Unit::Days),
        ("2 weeks", 2, Unit::Weeks),
        ("48 hours", 48, Unit::Hours),
    ] {
        assert_eq!(text.parse(), Ok(Length::new(amount, unit)));
        assert_eq!(length(text).to_string(), text);
    }
}

#[test]
fn what_is_no_length_is_refused_with_what_would_be() {
    for text in [
        "",
        "month",
        "two months",
        "2months",
        "+2 months",
        "-2 months",
        " 2 months",
        "2  months",
        "2 ",
        "1.5 years",
        "2 fortnights",
        "without delay",
        "99999999999 days",
        "2 Months",
    ] {
        let error = text.parse::<Length>().expect_err(text).to_string();
        assert!(error.starts_with(&format!("\"{text}\" is no length")) && error.contains("working days"), "{error}");
    }
}

#[test]
fn a_length_leads_to_a_day() {
    for (start, text, end) in [
        (day(2025, 1, 31), "1 month", day(2025, 2, 28)),
        (day(2024, 1, 31), "1 month", day(2024, 2, 29)),
        (day(2024, 2, 29), "1 year", day(2025, 2, 28)),
        (day(2025, 1, 10), "2 weeks", day(2025, 1, 24)),
        (day(2025, 1, 10), "0 days", day(2025, 1, 10)),
        (day(2025, 1, 2), "5 working days", day(2025, 1, 10)), // past Epiphany
        (day(2025, 4, 16), "2 working days", day(2025, 4, 22)), // past Easter
        (day(2025, 6, 19), "1 working day", day(2025, 6, 23)), // past Midsummer
        (day(2025, 1, 11), "1 working day", day(2025, 1, 13)), // from a Saturday
        (day(2025, 1, 10), "24 hours", day(2025, 1, 11)),
        (day(2025, 1, 10), "25 hours", day(2025, 1, 12)),
    ] {
        assert_eq!(length(text).after(start), Ok(end), "{text} after {start}");
    }
}

#[test]
fn the_calendar_has_an_end() {
    for unit in Unit::ALL {
        let error = Length::new(u32::MAX, unit).after(day(2025, 1, 1)).expect_err("too far");
        assert!(error.to_string().contains("after 2025-01-01"), "{error}");
    }
}

#[test]
fn lengths_and_periods_travel_as_text() {
    let period = Period::new(Some(day(2025, 1, 1)), None);
    let json = |value: &str| format!("\"{value}\"");
    assert_eq!(serde_json::to_string(&length("5 working days")).expect("json"), json("5 working days"));
    assert_eq!(serde_json::from_str::<Length>(&json("1 month")).expect("a length"), length("1 month"));
    assert!(serde_json::from_str::<Length>(&json("soon")).expect_err("no length").to_string().contains("\"soon\""));
    assert_eq!(serde_json::to_string(&period).expect("json"), r#"{"from":"2025-01-01"}"#);
    assert_eq!(serde_json::from_str::<Period>(r#"{"from":"2025-01-01"}"#).expect("a period"), period);
    assert!(serde_json::from_str::<Period>(r#"{"form":"2025-01-01"}"#).is_err());
}

#[test]
fn periods_are_written_as_intervals() {
    let (from, until) = (Some(day(2021, 1, 1)), Some(day(2025, 1, 1)));
    assert_eq!(Period::new(from, until).to_string(), "2021-01-01/2025-01-01");
    assert_eq!(Period::new(None, until).to_string(), "../2025-01-01");
    assert_eq!(Period::new(from, None).to_string(), "2021-01-01/..");
    assert_eq!(Period::ALWAYS.to_string(), "../..");
    assert_eq!(Period::new(from, until).last_day(), Some(day(2024, 12, 31)));
    assert_eq!(Period::ALWAYS.last_day(), None);
}

#[test]
fn who_is_born_on_29_february_grows_older_every_year() {
    let birth = day(2004, 2, 29);
    let both = |on| [LeapDayBirth::LastOfFebruary, LeapDayBirth::FirstOfMarch].map(|leap| age(birth, on, leap));
    assert_eq!(both(day(2004, 2, 28)), [None, None]);
    assert_eq!(both(birth), [Some(0), Some(0)]);
    assert_eq!(both(day(2022, 2, 27)), [Some(17), Some(17)]);
    assert_eq!(both(day(2022, 2, 28)), [Some(18), Some(17)]);
    assert_eq!(both(day(2022, 3, 1)), [Some(18), Some(18)]);
    assert_eq!(both(day(2024, 2, 28)), [Some(19), Some(19)]);
    assert_eq!(both(day(2024, 2, 29)), [Some(20), Some(20)]);
}

proptest! {
    #[test]
    fn a_written_length_reads_back(length in any_length()) {
        prop_assert_eq!(length.to_string().parse(), Ok(length));
    }

    #[test]
    fn a_longer_length_never_ends_earlier(start in any_day(), length in any_length()) {
        let longer = Length::new(length.amount + 1, length.unit);
        prop_assert!(start <= length.after(start).expect("in range"));
        prop_assert!(length.after(start).expect("in range") <= longer.after(start).expect("in range"));
    }

    #[test]
    fn a_later_start_never_ends_earlier(start in any_day(), length in any_length()) {
        let later = start.tomorrow().expect("in range");
        prop_assert!(length.after(start).expect("in range") <= length.after(later).expect("in range"));
    }

    #[test]
    fn months_keep_the_day_or_take_the_last(start in any_day(), amount in 0u32..500) {
        let end = Length::new(amount, Unit::Months).after(start).expect("in range");
        let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        prop_assert_eq!(months(end), months(start) + amount.cast_signed());
        prop_assert!(end.day() == start.day() || (end.day() < start.day() && end == end.last_of_month()));
    }

    #[test]
    fn working_days_are_counted_one_by_one(start in any_day(), amount in 1u32..60) {
        let end = Length::new(amount, Unit::WorkingDays).after(start).expect("in range");
        prop_assert!(is_working_day(end));
        let counted = start.series(1.day()).skip(1).take_while(|day| *day <= end).filter(|day| is_working_day(*day));
        prop_assert_eq!(counted.count(), amount as usize);
    }

    #[test]
    fn a_day_is_in_both_periods_when_it_is_in_what_they_share(one in any_period(), two in any_period(), on in any_day()) {
        let shared = one.intersect(two);
        prop_assert_eq!(shared, two.intersect(one));
        prop_assert_eq!(shared.contains(on), one.contains(on) && two.contains(on));
        prop_assert_eq!(one.overlaps(two), !shared.is_empty());
        prop_assert!(!(one.is_empty() && one.contains(on)));
        prop_assert_eq!(one.intersect(Period::ALWAYS), one);
    }

    #[test]
    fn a_period_that_is_not_empty_has_its_first_and_last_day(period in any_period()) {
        if period.is_empty() {
            return Ok(());
        }
        prop_assert!(period.from.is_none_or(|from| period.contains(from)));
        prop_assert!(period.last_day().is_none_or(|last| period.contains(last)));
        prop_assert!(period.until.is_none_or(|until| !period.contains(until)));
    }

    #[test]
    fn age_is_the_number_of_birthdays_lived(birth in any_day(), days in 0i32..40_000) {
        let on = birth + days.days();
        for leap in [LeapDayBirth::LastOfFebruary, LeapDayBirth::FirstOfMarch] {
            let birthdays = (1..).take_while(|years| {
                let clipped = Length::new(*years, Unit::Years).after(birth).expect("in range");
                let late = leap == LeapDayBirth::FirstOfMarch && clipped.day() != birth.day();
                clipped + i32::from(late).days() <= on
            });
            prop_assert_eq!(age(birth, on, leap).map(usize::from), Some(birthdays.count()));
        }
    }
}
