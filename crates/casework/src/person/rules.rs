//! How a timeline takes in a new statement. Pure: rows in, rows out.
//!
//! A timeline is what is believed of one attribute in one slot: rows that do not overlap, with gaps where nothing is
//! known. Whoever says something makes room for it: rows that stand in its days are withdrawn, and what of them lies
//! outside is written anew, naming the row that it comes from. So nothing is erased, and two rows never speak of one day.

use jiff::civil::Date;
use uuid::Uuid;

/// A row of a timeline that is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Believed {
    /// Its identity.
    pub id: Uuid,
    /// What it says.
    pub value: String,
    /// Where that comes from.
    pub source: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
}

/// A row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What it says.
    pub value: String,
    /// Where that comes from.
    pub source: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// The withdrawn row that it stands instead of, wholly or in part.
    pub replaces: Option<Uuid>,
}

/// What a statement does to a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The rows that are no longer believed.
    pub withdrawn: Vec<Uuid>,
    /// What of them goes on being believed.
    pub rests: Vec<Written>,
    /// What was said; none where it was believed already, or where nothing is said instead.
    pub said: Option<Written>,
    /// The row that says the same already.
    pub already: Option<Uuid>,
}

/// From `from` until `until` it is `value`; without a last day, until the next row that begins later. An official who
/// records late what happened long ago does not thereby deny what is known of the time since.
#[must_use]
pub fn state(believed: &[Believed], value: &str, source: &str, from: Date, until: Option<Date>) -> Change {
    let until = until.or_else(|| next_after(believed, from));
    // A row that covers these days and more is not the same: that it is so from this very day on is known only now, and an
    // earlier day that is told later must end here.
    let already = believed
        .iter()
        .find(|row| row.value == value && row.source == source && row.from == from && row.until == until);
    if let Some(row) = already {
        return Change { already: Some(row.id), ..Change::default() };
    }
    let mut change = clear(believed, from, until);
    let replaces = change.withdrawn.first().copied();
    change.said = Some(Written { value: value.to_owned(), source: source.to_owned(), from, until, replaces });
    change
}

/// Nothing is said of these days any more.
#[must_use]
pub fn clear(believed: &[Believed], from: Date, until: Option<Date>) -> Change {
    let mut change = Change::default();
    for row in believed {
        let apart = until.is_some_and(|until| until <= row.from) || row.until.is_some_and(|end| end <= from);
        if apart {
            continue;
        }
        change.withdrawn.push(row.id);
        let mut rest = |from, until| {
            change.rests.push(Written {
                value: row.value.clone(),
                source: row.source.clone(),
                from,
                until,
                replaces: Some(row.id),
            });
        };
        if row.from < from {
            rest(row.from, Some(from));
        }
        if let Some(until) = until
            && ends_before(Some(until), row.until)
        {
            rest(until, row.until);
        }
    }
    change
}

/// From `from` on it no longer is so: the row that holds that day ends. Rows that begin later stay. `None` when no row
/// holds that day.
#[must_use]
pub fn end(believed: &[Believed], from: Date) -> Option<Change> {
    let row = believed.iter().find(|row| holds_on(row, from))?;
    Some(clear(std::slice::from_ref(row), from, row.until))
}

/// The row was wrong. What is true instead, if anything, is said for days of its own, which may be others; days of the
/// row that it leaves out are no longer known. `None` when there is no such row.
#[must_use]
pub fn correct(
    believed: &[Believed],
    wrong: Uuid,
    instead: Option<(&str, &str, Date, Option<Date>)>,
) -> Option<Change> {
    believed.iter().find(|row| row.id == wrong)?;
    let others: Vec<Believed> = believed.iter().filter(|row| row.id != wrong).cloned().collect();
    let Some((value, source, from, until)) = instead else {
        return Some(Change { withdrawn: vec![wrong], ..Change::default() });
    };
    let mut change = state(&others, value, source, from, until);
    change.withdrawn.insert(0, wrong);
    if let Some(said) = &mut change.said {
        said.replaces = Some(wrong);
    }
    Some(change)
}

/// Days that follow on one another: the first, and the first that no longer belongs to them; none where they go on.
pub type Stretch = (Date, Option<Date>);

/// The days on which something else is believed after a change than before: another value, none, or one where there was
/// none. That another source says the same is no difference.
#[must_use]
pub fn differs(believed: &[Believed], change: &Change) -> Vec<Stretch> {
    let gone: Vec<&Believed> = believed.iter().filter(|row| change.withdrawn.contains(&row.id)).collect();
    let come: Vec<&Written> = change.rests.iter().chain(&change.said).collect();
    let before = gone.iter().map(|row| (row.from, row.until, row.value.as_str()));
    let after = come.iter().map(|row| (row.from, row.until, row.value.as_str()));
    let mut edges: Vec<Date> = before.chain(after).flat_map(|(from, until, _)| [Some(from), until]).flatten().collect();
    edges.sort_unstable();
    edges.dedup();
    let mut found: Vec<Stretch> = Vec::new();
    for (number, from) in edges.iter().copied().enumerate() {
        let until = edges.get(number + 1).copied();
        let holds = |begin: Date, end: Option<Date>| begin <= from && end.is_none_or(|end| from < end);
        let was = gone.iter().find(|row| holds(row.from, row.until)).map(|row| row.value.as_str());
        let is = come.iter().find(|row| holds(row.from, row.until)).map(|row| row.value.as_str());
        if was == is {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.1 == Some(from) => last.1 = until,
            _ => found.push((from, until)),
        }
    }
    found
}

fn holds_on(row: &Believed, on: Date) -> bool {
    row.from <= on && row.until.is_none_or(|until| on < until)
}

/// Whether a period that ends at `one` ends before one that ends at `other`; none is never.
fn ends_before(one: Option<Date>, other: Option<Date>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one < other,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

fn next_after(believed: &[Believed], from: Date) -> Option<Date> {
    believed.iter().map(|row| row.from).filter(|begins| *begins > from).min()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::ToSpan as _;
    use proptest::prelude::*;

    use super::*;

    /// Days 0 to 39 from here; what holds on the last of them holds for ever.
    const DAYS: i64 = 40;

    fn day(at: i64) -> Date {
        jiff::civil::date(2024, 2, 10).saturating_add(at.days())
    }

    /// The slow model: what is believed on each day, and which statement said so.
    type Model = BTreeMap<i64, (String, String)>;

    #[derive(Debug, Clone)]
    enum Act {
        State(u8, i64, Option<i64>),
        End(i64),
        Correct(usize, u8, i64, Option<i64>),
        Withdraw(usize),
    }

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        let period = (0..DAYS - 1, proptest::option::of(1..DAYS)).prop_map(|(from, length)| {
            (from, length.map(|length| (from + length).min(DAYS - 1)).filter(|end| *end > from))
        });
        let act = prop_oneof![
            4 => (0_u8..4, period.clone()).prop_map(|(value, (from, until))| Act::State(value, from, until)),
            1 => (0..DAYS).prop_map(Act::End),
            1 => (0_usize..8, 0_u8..4, period).prop_map(|(at, value, (from, until))| Act::Correct(at, value, from, until)),
            1 => (0_usize..8).prop_map(Act::Withdraw),
        ];
        proptest::collection::vec(act, 1..25)
    }

    fn fill(model: &mut Model, value: &str, from: i64, until: Option<i64>) {
        for at in from..until.unwrap_or(DAYS) {
            model.insert(at, (value.to_owned(), "s".to_owned()));
        }
    }

    /// The day on which the next row after `from` begins, told by the rows.
    fn next(rows: &[Believed], from: i64) -> Option<i64> {
        (from + 1..DAYS).find(|at| rows.iter().any(|row| row.from == day(*at)))
    }

    fn holds(row: &Believed, at: i64) -> bool {
        row.from <= day(at) && row.until.is_none_or(|until| day(at) < until)
    }

    /// Does it to the rows as the database would, and checks what every change must keep to.
    fn apply(rows: &mut Vec<Believed>, change: &Change, count: &mut u128) {
        let before = rows.clone();
        for id in &change.withdrawn {
            assert!(rows.iter().any(|row| row.id == *id), "only what is believed is withdrawn, and once");
            rows.retain(|row| row.id != *id);
        }
        for written in change.rests.iter().chain(&change.said) {
            assert!(written.until.is_none_or(|until| until > written.from), "no empty row");
            assert!(written.replaces.is_none_or(|id| change.withdrawn.contains(&id)));
            for row in rows.iter() {
                let apart = row.until.is_some_and(|until| until <= written.from)
                    || written.until.is_some_and(|until| until <= row.from);
                assert!(apart, "two rows speak of one day");
            }
            *count += 1;
            rows.push(Believed {
                id: Uuid::from_u128(*count),
                value: written.value.clone(),
                source: written.source.clone(),
                from: written.from,
                until: written.until,
            });
        }
        let value = |rows: &[Believed], at| rows.iter().find(|row| holds(row, at)).map(|row| row.value.clone());
        let stretches = differs(&before, change);
        for at in 0..=DAYS {
            let told = stretches.iter().any(|(from, until)| *from <= day(at) && until.is_none_or(|end| day(at) < end));
            assert_eq!(told, value(&before, at) != value(rows, at), "day {at} of {stretches:?}");
        }
        assert!(stretches.windows(2).all(|two| two[0].1.is_some_and(|end| end < two[1].0)), "no two that touch");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn the_rule_says_of_each_day_what_the_slow_model_says(acts in acts()) {
            let (mut rows, mut model, mut count): (Vec<Believed>, Model, u128) = (Vec::new(), Model::new(), 0);
            for act in acts {
                let pick = |at: usize| (!rows.is_empty()).then(|| rows[at % rows.len()].clone());
                let change = match act {
                    Act::State(value, from, until) => {
                        let end = until.or_else(|| next(&rows, from));
                        fill(&mut model, &value.to_string(), from, end);
                        Some(state(&rows, &value.to_string(), "s", day(from), until.map(day)))
                    }
                    Act::End(from) => {
                        if let Some(row) = rows.iter().find(|row| holds(row, from)) {
                            (from..DAYS).filter(|at| holds(row, *at)).for_each(|at| { model.remove(&at); });
                        }
                        end(&rows, day(from))
                    }
                    Act::Correct(at, value, from, until) => pick(at).map(|wrong| {
                        (0..DAYS).filter(|at| holds(&wrong, *at)).for_each(|at| { model.remove(&at); });
                        let others: Vec<Believed> = rows.iter().filter(|row| row.id != wrong.id).cloned().collect();
                        let ends = until.or_else(|| next(&others, from));
                        fill(&mut model, &value.to_string(), from, ends);
                        correct(&rows, wrong.id, Some((&value.to_string(), "s", day(from), until.map(day)))).expect("it is there")
                    }),
                    Act::Withdraw(at) => pick(at).map(|wrong| {
                        (0..DAYS).filter(|at| holds(&wrong, *at)).for_each(|at| { model.remove(&at); });
                        correct(&rows, wrong.id, None).expect("it is there")
                    }),
                };
                if let Some(change) = change {
                    apply(&mut rows, &change, &mut count);
                }
                for at in 0..DAYS {
                    let said: Vec<&Believed> = rows.iter().filter(|row| holds(row, at)).collect();
                    prop_assert!(said.len() <= 1);
                    prop_assert_eq!(said.first().map(|row| &row.value), model.get(&at).map(|(value, _)| value));
                }
            }
        }
    }

    fn row(id: u128, value: &str, from: i64, until: Option<i64>) -> Believed {
        Believed {
            id: Uuid::from_u128(id),
            value: value.to_owned(),
            source: "person".to_owned(),
            from: day(from),
            until: until.map(day),
        }
    }

    #[test]
    fn a_move_cuts_the_former_where_it_begins() {
        let change = state(&[row(1, "061", 0, None)], "109", "person", day(10), None);
        assert_eq!(change.withdrawn, [Uuid::from_u128(1)]);
        assert_eq!(change.rests.len(), 1);
        assert_eq!((change.rests[0].from, change.rests[0].until), (day(0), Some(day(10))));
        assert_eq!(change.said.map(|said| (said.from, said.until)), Some((day(10), None)));
    }

    #[test]
    fn what_happened_long_ago_does_not_deny_what_is_known_since() {
        let change = state(&[row(1, "109", 20, None)], "061", "person", day(0), None);
        assert!(change.withdrawn.is_empty());
        assert_eq!(change.said.map(|said| said.until), Some(Some(day(20))));
    }

    #[test]
    fn said_twice_is_written_once() {
        let change = state(&[row(1, "061", 0, None)], "061", "person", day(0), None);
        assert_eq!(change, Change { already: Some(Uuid::from_u128(1)), ..Change::default() });
        assert!(state(&[row(1, "061", 0, None)], "061", "population-register", day(0), None).said.is_some());
        assert!(state(&[row(1, "061", 0, None)], "061", "person", day(5), None).said.is_some());
    }

    #[test]
    fn the_order_of_two_open_statements_makes_no_difference() {
        let says = [("b", 5), ("a", 9)];
        let ends = |order: [usize; 2]| {
            let (mut rows, mut count) = (vec![row(1, "a", 0, None)], 1);
            for at in order {
                let change = state(&rows, says[at].0, "person", day(says[at].1), None);
                apply(&mut rows, &change, &mut count);
            }
            let mut rows: Vec<_> = rows.into_iter().map(|row| (row.from, row.until, row.value)).collect();
            rows.sort_unstable();
            rows
        };
        assert_eq!(ends([0, 1]), ends([1, 0]));
    }

    #[test]
    fn a_correction_of_a_part_leaves_the_rest_on_both_sides() {
        let change = state(&[row(1, "permit", 0, None)], "none", "decision", day(5), Some(day(8)));
        let rests: Vec<_> = change.rests.iter().map(|rest| (rest.from, rest.until)).collect();
        assert_eq!(rests, [(day(0), Some(day(5))), (day(8), None)]);
    }
}
