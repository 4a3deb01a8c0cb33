//! Until when a decision can be appealed, and when it counts as received: limits of the duty in the register. Pure.
//!
//! The appeal limit of a duty is the limit `appeal`, or one of those whose words begin with `appeal-` where the law changed:
//! each has the days on which it is in force. Where one counted on the day of the decision and another counts on the day on
//! which it is received, the register does not say which of the two is meant: the official does, and names it.

use calendar::CountError;
use jiff::civil::Date;
use register::Register;
use register::resolved::{Box as Condition, Duty, Limit};

use super::model::{Kind, NoAppeal, Refusal};
use crate::holding::Path;

/// An appeal limit that may count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Possible {
    /// Its word.
    pub limit: String,
    /// How long it is, as the register writes it.
    pub budget: Option<String>,
    /// Whether it is in force on the day of the decision.
    pub when_made: bool,
    /// Whether it is in force on the day of receipt.
    pub when_received: bool,
}

/// The last day for appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// The limit from which it was counted.
    pub limit: Option<String>,
    /// The last day, or why there is none.
    pub until: Result<Date, NoAppeal>,
}

/// The days that matter.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// When the decision was made.
    pub made: Date,
    /// When it counts as received.
    pub received: Date,
}

/// The last day on which a decision can be appealed. `named` is the limit that the official names.
///
/// # Errors
/// [`Refusal::SayWhichLimit`] when several may count and none is named; [`Refusal::NotALimit`].
pub fn appeal(register: &Register, path: &Path, days: Days, named: Option<&str>) -> Result<Appeal, Refusal> {
    let none = |why| Appeal { limit: None, until: Err(why) };
    let duty = register.duty(&path.duty).ok().map(|duty| &register.resolved.duties[usize::from(duty)]);
    let may = duty.map(|duty| possible(register, duty, path, days)).unwrap_or_default();
    let found = match (named, may.as_slice()) {
        (Some(named), _) => may.iter().find(|(limit, _)| limit.id == named).ok_or_else(|| Refusal::NotALimit {
            limit: named.to_owned(),
            possible: may.iter().map(|(_, one)| one.clone()).collect(),
        })?,
        (None, []) => return Ok(none(NoAppeal::NotNamed)),
        (None, [one]) if one.1.when_made && one.1.when_received => one,
        (None, _) => return Err(Refusal::SayWhichLimit(may.into_iter().map(|(_, one)| one).collect())),
    };
    let until = last_day(found.0, days.received).and_then(|day| day.map_err(|_| NoAppeal::NotCounted));
    Ok(Appeal { limit: Some(found.0.id.clone()), until })
}

/// The appeal limits of a duty that are in force on one of the days, and that the facts do not rule out.
fn possible<'a>(register: &Register, duty: &'a Duty, path: &Path, days: Days) -> Vec<(&'a Limit, Possible)> {
    let is_appeal = |limit: &&Limit| limit.id == "appeal" || limit.id.starts_with("appeal-");
    let counts = |limit: &Limit, on: Date| limit.period.contains(on) && fits(register, &limit.boxes, path, on);
    duty.limits
        .iter()
        .filter(is_appeal)
        .map(|limit| {
            let one = Possible {
                limit: limit.id.clone(),
                budget: limit.budget.map(|budget| budget.to_string()),
                when_made: counts(limit, days.made),
                when_received: counts(limit, days.received),
            };
            (limit, one)
        })
        .filter(|(_, one)| one.when_made || one.when_received)
        .collect()
}

/// Whether the facts of a path leave some of these conditions possible. No condition: always.
fn fits(register: &Register, boxes: &[Condition], path: &Path, on: Date) -> bool {
    let words = &register.resolved.words;
    let facts: Vec<_> = path.facts.iter().filter_map(|(name, value)| register.fact(name, value).ok()).collect();
    let value = |attribute| {
        let mut known = register::ask::Facts::none();
        facts.iter().for_each(|(at, given)| known.set(*at, *given));
        known.value(attribute, on, words)
    };
    let refused =
        |one: &Condition| one.parts.iter().any(|(at, set)| value(*at).is_some_and(|value| set >> value & 1 == 0));
    boxes.is_empty() || boxes.iter().any(|one| !refused(one))
}

fn last_day(limit: &Limit, start: Date) -> Result<Result<Date, CountError>, NoAppeal> {
    let (Some(budget), Some(rule)) = (limit.budget, limit.rule) else { return Err(NoAppeal::NotCounted) };
    Ok(rule.last_day(start, budget))
}

/// The day on which a decision counts as received that was sent on a day in this way: the limit `receipt-<kind>` of the
/// duty, where the register has one.
#[must_use]
pub fn presumed(register: &Register, path: &Path, kind: Kind, sent: Date) -> Option<Date> {
    let duty = register.duty(&path.duty).ok()?;
    let word = format!("receipt-{kind}");
    let limits = &register.resolved.duties[usize::from(duty)].limits;
    let mut found = limits.iter().filter(|limit| limit.id == word && limit.period.contains(sent));
    let (limit, None) = (found.next()?, found.next()) else { return None };
    last_day(limit, sent).ok()?.ok()
}

#[cfg(test)]
mod tests {
    use calendar::{day, is_working_day};
    use jiff::ToSpan as _;
    use proptest::prelude::*;

    use super::*;

    fn shipped() -> &'static Register {
        Register::try_shipped_answering().expect("the shipped register has no faults of form")
    }

    fn path(duty: &str) -> Path {
        Path { duty: duty.to_owned(), ..Path::default() }
    }

    fn until(duty: &str, made: Date, received: Date, named: Option<&str>) -> Result<Appeal, Refusal> {
        appeal(shipped(), &path(duty), Days { made, received }, named)
    }

    #[test]
    fn a_last_day_on_which_offices_are_closed_moves_on() {
        for (received, last) in [
            (day(2024, 11, 24), day(2024, 12, 27)), // Christmas Eve, and the two days after it
            (day(2024, 8, 30), day(2024, 9, 30)),   // a Sunday
            (day(2024, 11, 6), day(2024, 12, 9)),   // Independence Day, a Friday
            (day(2024, 4, 1), day(2024, 5, 2)),     // 1 May
            (day(2024, 5, 22), day(2024, 6, 24)),   // Midsummer Eve
            (day(2024, 2, 29), day(2024, 4, 2)),    // Easter: Good Friday to Easter Monday
            (day(2024, 6, 3), day(2024, 7, 3)),     // a working day stays
        ] {
            let found = until("travel-document", day(2024, 2, 1), received, None).expect("one limit");
            assert_eq!(found.until, Ok(last), "received on {received}");
        }
    }

    #[test]
    fn asylum_appeals_follow_the_period_of_their_day() {
        let duty = "asylum-appeal";
        let found = until(duty, day(2021, 6, 30), day(2021, 7, 1), None).expect("one limit");
        assert_eq!((found.until, found.limit.as_deref()), (Ok(day(2021, 7, 22)), Some("appeal-to-july-2021")));
        let found = until(duty, day(2021, 8, 1), day(2021, 8, 2), None).expect("one limit");
        assert_eq!((found.until, found.limit.as_deref()), (Ok(day(2021, 9, 1)), Some("appeal-from-august-2021")));
        // Made under the one, received under the other: the register does not say which counts.
        let refused = until(duty, day(2021, 7, 31), day(2021, 8, 2), None).expect_err("the official says it");
        let Refusal::SayWhichLimit(may) = refused else { panic!("{refused:?}") };
        let seen: Vec<_> = may.iter().map(|one| (one.limit.as_str(), one.when_made, one.when_received)).collect();
        assert_eq!(seen, [("appeal-to-july-2021", true, false), ("appeal-from-august-2021", false, true)]);
        let found = until(duty, day(2021, 7, 31), day(2021, 8, 2), Some("appeal-from-august-2021")).expect("named");
        assert_eq!(found.until, Ok(day(2021, 9, 1)));
        let refused =
            until(duty, day(2021, 7, 31), day(2021, 8, 2), Some("leave-to-july-2021")).expect_err("no appeal");
        assert!(matches!(refused, Refusal::NotALimit { .. }), "{refused:?}");
        // After June 2026 the register names none.
        let found = until(duty, day(2026, 7, 1), day(2026, 7, 2), None).expect("none");
        assert_eq!(found, Appeal { limit: None, until: Err(NoAppeal::NotNamed) });
    }

    #[test]
    fn without_a_limit_in_the_register_there_is_no_last_day() {
        for duty in ["plan-extension", "placement", "no-such-duty"] {
            let found = until(duty, day(2024, 6, 3), day(2024, 6, 3), None).expect("none");
            assert_eq!(found.until, Err(NoAppeal::NotNamed), "{duty}");
        }
    }

    #[test]
    fn the_day_of_receipt_is_counted_where_the_register_says_how() {
        let sent = day(2024, 6, 3);
        let duty = path("travel-document");
        assert_eq!(presumed(shipped(), &duty, Kind::Letter, sent), None, "the shipped register has no such rule");
        let file = "duties/state/travel-document.toml";
        let files = shipped().files.clone();
        let title = "{ sv = \"x\", fi = \"x\", en = \"x\" }";
        let text = format!(
            "{}\n[[limit]]\nid = \"receipt-letter\"\ntitle = {title}\nbudget = \"7 days\"\nstarts = {title}\n\
                rule = \"calendar-days\"\nfrom = 2024-01-01\nbasis = [\"301/2004 §139\"]\n",
            files.get(file).expect("the duty has its file").text
        );
        let register = Register::answering(files.with(file, text)).expect("it can be read");
        assert_eq!(presumed(&register, &duty, Kind::Letter, sent), Some(day(2024, 6, 10)));
        assert_eq!(presumed(&register, &duty, Kind::Letter, day(2023, 12, 31)), None, "not in force then");
        assert_eq!(presumed(&register, &duty, Kind::Electronic, sent), None, "another kind");
    }

    proptest! {
        /// The second, slow way: the thirtieth day after, then day by day to one on which offices are open.
        #[test]
        fn the_last_day_is_the_first_working_day_from_the_thirtieth_on(days in 0_i32..3650) {
            let received = day(2021, 2, 1).checked_add(days.days()).expect("a day");
            let mut last = received;
            for _ in 0..30 {
                last = last.tomorrow().expect("a day");
            }
            while !is_working_day(last) {
                last = last.tomorrow().expect("a day");
            }
            let found = until("travel-document", received, received, None).expect("one limit");
            prop_assert_eq!(found.until, Ok(last));
        }
    }
}
