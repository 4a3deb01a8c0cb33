//! Days fall into bands: a limit counted from a day, and a time that begins with it, end one day apart.

use calendar::day;
use register::Register;

/// The band of an attribute into which `start` falls when asked about `on`.
fn band(attribute: &str, start: calendar::Date, on: calendar::Date) -> Option<&'static str> {
    let (_, attribute) = Register::shipped().resolved.words.attribute(attribute)?;
    let at = attribute.band(Some(start), on)?;
    attribute.values.get(usize::from(at)).map(|value| value.id.as_str())
}

#[test]
fn a_limit_lasts_through_the_same_day_of_its_last_month() {
    let entry = day(2024, 3, 1);
    assert_eq!(band("entry", entry, day(2024, 6, 1)), Some("within-3-months"));
    assert_eq!(band("entry", entry, day(2024, 6, 2)), Some("over-3-months"));
}

#[test]
fn a_time_that_begins_with_a_day_ends_on_the_day_before() {
    let start = day(2024, 6, 1);
    assert_eq!(band("compensation-start", start, day(2027, 5, 31)), Some("old-within-3-years"));
    assert_eq!(band("compensation-start", start, day(2027, 6, 1)), Some("old-within-4-years"));
    assert_eq!(band("compensation-start", start, day(2028, 6, 1)), Some("old-over-4-years"));
}

#[test]
fn a_time_begun_on_a_leap_day_lasts_through_february() {
    let start = day(2024, 2, 29);
    assert_eq!(band("compensation-start", start, day(2027, 2, 28)), Some("old-within-3-years"));
    assert_eq!(band("compensation-start", start, day(2027, 3, 1)), Some("old-within-4-years"));
}

#[test]
fn a_day_to_come_has_not_happened() {
    assert_eq!(band("compensation-start", day(2026, 1, 1), day(2025, 1, 1)), Some("none"));
}
