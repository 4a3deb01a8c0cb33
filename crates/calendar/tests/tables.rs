//! The public test tables of the `dates-calc` library, where they are at hand: beside the workspace, in `../shared`.
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at the first thing that is not as it says")]

use std::path::Path;

use calendar::{Counting, Date, Length, Rule};

const CLIPPED: Rule = Rule { counting: Counting::MonthEndClipped, to_working_day: false };
const OVERFLOW: Rule = Rule { counting: Counting::MonthEndOverflow, to_working_day: false };

/// The rows of a table without its head; nothing, and a note, when it is not there.
fn rows(table: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/dates-calc").join(table);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: there is no {}", path.display());
        return Vec::new();
    };
    let rows: Vec<Vec<String>> = text
        .lines()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.split(';').map(|cell| cell.trim().to_owned()).collect())
        .collect();
    assert!(!rows.is_empty(), "{} has no rows", path.display());
    rows
}

fn date(text: &str) -> Date {
    text.parse().expect("a date in the table")
}

/// Reads `[0 years, 1 months, 0 days]`, of which one part at most is not nought.
fn length(text: &str) -> Length {
    let parts: Vec<Length> = text
        .trim_matches(['[', ']'])
        .split(',')
        .map(|part| part.trim().parse().expect("a length in the table"))
        .filter(|part: &Length| part.amount > 0)
        .collect();
    let [length] = parts[..] else { panic!("not one length: {text}") };
    length
}

#[test]
fn where_the_month_is_too_short_the_two_rules_part() {
    for row in rows("ambiguous_computations.csv") {
        let (start, length) = (date(&row[0]), length(&row[1]));
        assert_eq!(OVERFLOW.last_day(start, length), Ok(date(&row[2])), "{row:?}");
        assert_eq!(CLIPPED.last_day(start, length), Ok(date(&row[3])), "{row:?}");
        assert_eq!(length.after(start), Ok(date(&row[3])), "{row:?}");
    }
}

#[test]
fn where_the_day_exists_the_two_rules_agree() {
    for row in rows("exact_computations.csv") {
        let (start, length, end) = (date(&row[0]), length(&row[1]), date(&row[2]));
        for rule in [CLIPPED, OVERFLOW] {
            assert_eq!(rule.last_day(start, length), Ok(end), "{row:?}");
        }
        assert_eq!(length.after(start), Ok(end), "{row:?}");
    }
}

#[test]
fn months_begin_and_end() {
    for row in rows("first_last_day_of_month.csv") {
        assert_eq!(date(&row[0]).first_of_month(), date(&row[1]), "{row:?}");
        assert_eq!(date(&row[0]).last_of_month(), date(&row[2]), "{row:?}");
    }
}
