//! Rules and limits, held against an implementation that walks from day to day.
#![expect(clippy::expect_used, reason = "a test stops at the first thing that is not as it says")]

use calendar::{CountError, Date, Extension, Length, Limit, Period, Rule, Stop, Unit, day, is_working_day};
use jiff::ToSpan as _;
use proptest::prelude::*;

fn length(text: &str) -> Length {
    text.parse().expect("a length")
}

fn rule(name: &str) -> Rule {
    name.parse().expect("a rule")
}

fn stop(from: Date, until: Option<Date>) -> Stop {
    Stop { from, until, reason: "waiting".to_owned() }
}

fn add(by: Length) -> Extension {
    Extension { by, reason: "needed".to_owned() }
}

/// The day on which the last of the given days is spent and the days spent until `on`, found by walking.
fn walk(limit: &Limit, on: Date) -> (Option<Date>, u32) {
    let working = limit.rule().fits(Unit::WorkingDays);
    let counts = |day: Date| !working || is_working_day(day);
    let stopped = |day: Date| limit.stops().iter().any(|stop| stop.period().contains(day));
    let plain = Rule { to_working_day: false, ..limit.rule() };
    let lengths = [limit.budget()].into_iter().chain(limit.extensions().iter().map(|extension| extension.by));
    let nominal = lengths.fold(limit.started(), |day, length| plain.last_day(day, length).expect("in range"));
    let mut left = 0;
    let mut day = limit.started();
    while day < nominal {
        day += 1.day();
        left += u32::from(counts(day));
    }
    let (mut day, mut spent) = (limit.started(), 0);
    let horizon = nominal + 20_000.days();
    while left > 0 && day < horizon {
        day += 1.day();
        if counts(day) && !stopped(day) {
            left -= 1;
            spent += u32::from(day <= on);
        }
    }
    ((left == 0).then_some(day), spent)
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..3 * 365i32).prop_map(|days| day(2023, 6, 1) + days.days())
}

fn any_limit() -> impl Strategy<Value = Limit> {
    // Near the start, so that stops meet each other and both ends of the limit.
    let stops = proptest::collection::vec((-20i32..120, proptest::option::weighted(0.95, -3i32..40)), 0..5);
    let amounts = proptest::collection::vec(0u32..40, 1..4);
    (proptest::sample::select(&Rule::ALL[..]), any_day(), amounts, proptest::sample::select(&Unit::ALL[..]), stops)
        .prop_filter_map("the rule cannot count the unit", |(rule, started, amounts, unit, stops)| {
            let mut limit = Limit::new(Length::new(amounts[0], unit), rule, started).ok()?;
            for amount in &amounts[1..] {
                limit.extend(add(Length::new(*amount, unit))).ok()?;
            }
            for (after, days) in stops {
                let from = started + after.days();
                limit.stop(stop(from, days.map(|days| from + days.days())));
            }
            Some(limit)
        })
}

#[test]
fn a_rule_is_called_by_its_name() {
    for one in Rule::ALL {
        assert_eq!(one.to_string().parse(), Ok(one));
        assert_eq!(serde_json::from_str::<Rule>(&format!("\"{one}\"")).expect("a rule"), one);
    }
    let error = "calender-days".parse::<Rule>().expect_err("misspelt").to_string();
    assert!(error.contains("\"calender-days\"") && error.contains("calendar-days,"), "{error}");
}

#[test]
fn rules_find_the_last_day() {
    for (name, start, text, last) in [
        ("calendar-days", day(2025, 1, 1), "30 days", day(2025, 1, 31)),
        ("calendar-days", day(2025, 4, 4), "2 weeks", day(2025, 4, 18)), // Good Friday
        ("calendar-days-next-working-day", day(2025, 4, 4), "2 weeks", day(2025, 4, 22)),
        ("working-days", day(2025, 1, 2), "5 working days", day(2025, 1, 10)),
        ("month-end-clipped", day(2025, 1, 31), "1 month", day(2025, 2, 28)),
        ("month-end-overflow", day(2025, 1, 31), "1 month", day(2025, 3, 1)),
        ("month-end-overflow", day(2025, 1, 31), "10 days", day(2025, 2, 10)),
        ("month-end-overflow", day(2024, 2, 29), "1 year", day(2025, 3, 1)),
        ("month-end-overflow-next-working-day", day(2025, 1, 31), "1 month", day(2025, 3, 3)),
        ("month-end-clipped", day(2024, 8, 31), "6 months", day(2025, 2, 28)),
        ("month-end-clipped-next-working-day", day(2024, 10, 6), "2 months", day(2024, 12, 9)),
    ] {
        assert_eq!(rule(name).last_day(start, length(text)), Ok(last), "{name}, {text} after {start}");
    }
}

#[test]
fn a_rule_refuses_what_it_cannot_count() {
    for (name, text) in
        [("calendar-days", "1 month"), ("working-days", "5 days"), ("month-end-clipped", "5 working days")]
    {
        let error = rule(name).last_day(day(2025, 1, 1), length(text)).expect_err("unfit");
        assert!(matches!(error, CountError::Unfit(_)) && error.to_string().contains(text), "{error}");
        assert!(Limit::new(length(text), rule(name), day(2025, 1, 1)).is_err());
    }
    let mut limit = Limit::new(length("5 days"), rule("calendar-days"), day(2025, 1, 1)).expect("fits");
    assert!(limit.extend(add(length("1 year"))).is_err());
    assert!(limit.extensions().is_empty());
}

#[test]
fn a_ledger_adds_up() {
    let mut limit =
        Limit::new(length("10 days"), rule("calendar-days-next-working-day"), day(2025, 3, 3)).expect("fits");
    assert_eq!(limit.last_day(), Ok(Some(day(2025, 3, 13))));
    assert_eq!(limit.spent(day(2025, 3, 5)), Ok(2));
    assert_eq!(limit.spent(day(2025, 3, 1)), Ok(0));

    limit.stop(stop(day(2025, 3, 6), None));
    assert_eq!(limit.last_day(), Ok(None));
    assert_eq!(limit.days_left(day(2025, 3, 7)), Ok(None));
    assert_eq!(limit.spent(day(2025, 5, 1)), Ok(2));

    let mut limit =
        Limit::new(length("10 days"), rule("calendar-days-next-working-day"), day(2025, 3, 3)).expect("fits");
    limit.stop(stop(day(2025, 3, 6), Some(day(2025, 3, 8))));
    // Two days later, a Saturday: the Monday.
    assert_eq!(limit.last_day(), Ok(Some(day(2025, 3, 17))));
    assert_eq!(limit.days_left(day(2025, 3, 20)), Ok(Some(-3)));
    assert_eq!((limit.given(), limit.spent(day(2025, 3, 31))), (Ok(10), Ok(10)));

    limit.extend(add(length("1 week"))).expect("fits");
    assert_eq!(limit.last_day(), Ok(Some(day(2025, 3, 24))));
    assert_eq!(limit.given(), Ok(17));

    // The last day is spent on Saturday the 22nd: from the very next day on nothing is left to stop.
    limit.stop(stop(day(2025, 3, 23), Some(day(2025, 3, 28))));
    limit.stop(stop(day(2025, 4, 1), None));
    assert_eq!(limit.last_day(), Ok(Some(day(2025, 3, 24))));
}

#[test]
fn a_limit_may_not_end_within_the_calendar() {
    let limit = Limit::new(length("8000 years"), rule("month-end-clipped"), day(2025, 1, 1)).expect("fits");
    assert!(limit.last_day().is_err() && limit.given().is_err() && limit.spent(day(2026, 1, 1)).is_err());
}

proptest! {
    #[test]
    fn walking_from_day_to_day_finds_the_same(limit in any_limit(), on in any_day()) {
        let (last, spent) = walk(&limit, on);
        let moved = last.map(|last| {
            last.series(1.day()).find(|day| !limit.rule().to_working_day || is_working_day(*day)).expect("a day")
        });
        prop_assert_eq!(limit.last_day(), Ok(moved));
        prop_assert_eq!(limit.spent(on), Ok(spent));
        let left = moved.map(|last| last.duration_until(on).as_hours() / -24);
        prop_assert_eq!(limit.days_left(on), Ok(left));
    }

    #[test]
    fn without_stops_a_limit_ends_where_its_rule_says(one in any_limit()) {
        let plain = Limit::new(one.budget(), one.rule(), one.started()).expect("fits");
        let last = one.rule().last_day(one.started(), one.budget()).expect("in range");
        prop_assert_eq!(plain.last_day(), Ok(Some(last)));
    }

    #[test]
    fn a_stop_of_n_days_moves_the_last_day_by_n(
        started in any_day(), amount in 1u32..60, days in 0i32..60, after in 0u32..60,
        (name, unit) in proptest::sample::select(vec![
            ("calendar-days", Unit::Days), ("calendar-days", Unit::Weeks), ("month-end-clipped", Unit::Months),
        ]),
    ) {
        let mut limit = Limit::new(Length::new(amount, unit), rule(name), started).expect("fits");
        let before = limit.last_day().expect("in range").expect("known");
        let from = (started + i64::from(after + 1).days()).min(before);
        limit.stop(stop(from, Some(from + days.days())));
        prop_assert_eq!(limit.last_day(), Ok(Some(before + days.days())));
    }

    #[test]
    fn a_further_stop_or_extension_never_brings_the_end_nearer(limit in any_limit(), from in any_day(), days in 0i32..90) {
        let before = limit.last_day().expect("in range");
        let mut stopped = limit.clone();
        stopped.stop(stop(from, Some(from + days.days())));
        let mut extended = limit.clone();
        extended.extend(add(limit.budget())).expect("fits");
        for after in [stopped, extended] {
            match (before, after.last_day().expect("in range")) {
                (Some(before), Some(after)) => prop_assert!(before <= after),
                // Only a stop that already had no end leaves the end unknown.
                (_, None) => prop_assert!(limit.stops().iter().any(|stop| stop.until.is_none())),
                (None, Some(_)) => prop_assert!(false, "the end of an open stop became known"),
            }
        }
    }

    #[test]
    fn what_is_spent_only_grows_and_never_exceeds_what_is_given(limit in any_limit(), on in any_day()) {
        let spent = limit.spent(on).expect("in range");
        prop_assert!(spent <= limit.spent(on + 1.day()).expect("in range"));
        prop_assert!(spent <= limit.given().expect("in range"));
        if let Some(last) = limit.last_day().expect("in range") {
            prop_assert_eq!(limit.spent(last), limit.given());
        }
    }

    #[test]
    fn the_order_in_which_stops_are_written_down_does_not_matter(limit in any_limit()) {
        let mut reversed = Limit::new(limit.budget(), limit.rule(), limit.started()).expect("fits");
        for extension in limit.extensions() {
            reversed.extend(extension.clone()).expect("fits");
        }
        for stop in limit.stops().iter().rev() {
            reversed.stop(stop.clone());
        }
        prop_assert_eq!(limit.last_day(), reversed.last_day());
    }

    #[test]
    fn a_stop_is_a_period(from in any_day(), days in -5i32..5) {
        let until = from + days.days();
        prop_assert_eq!(stop(from, Some(until)).period(), Period::new(Some(from), Some(until)));
    }
}
