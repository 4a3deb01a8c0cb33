//! Who lives in the world and what happens on which day. Pure: the source, a day and a seed give the same plan.

mod people;

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan as _};
use register::Register;

use crate::chance::Chance;
use crate::source::{Days, Event, Source};

pub use people::Person;

/// Something that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A household is met for the first time: this person, and those who came along.
    Meet(usize),
    /// An event of a person's story.
    Event(usize, usize),
    /// A reorganisation is planned.
    PlanLaw(Date),
    /// A reorganisation is applied.
    ApplyLaw(Date),
    /// A night before a working day: reminders are sent, and what nobody answered climbs.
    Night,
}

/// Something that is done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// The day.
    pub on: Date,
    /// What.
    pub act: Act,
}

/// The whole story of the world.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The day for which it is made: all of it lies before.
    pub day: Date,
    /// The people; whoever came along stands after the one with whom they came.
    pub people: Vec<Person>,
    /// What is done, in its order.
    pub acts: Vec<Planned>,
}

impl Plan {
    /// Of a source, for a day, from a seed.
    #[must_use]
    pub fn of(source: &Source, register: &Register, day: Date, seed: u64) -> Self {
        let chance = Chance::of(seed);
        let people = people::all(source, day, &chance);
        let mut acts: Vec<(Date, u8, usize, usize, Act)> = Vec::new();
        for (index, person) in people.iter().enumerate() {
            if person.begins >= day {
                continue;
            }
            if person.came_with.is_none() {
                acts.push((person.begins, 2, index, 0, Act::Meet(index)));
            }
            let Some(story) = person.story.as_deref().and_then(|story| source.story(story)) else { continue };
            let mut chance = chance.part(10_000 + u64::try_from(index).unwrap_or_default());
            let mut last = person.begins;
            for (at, event) in story.event.iter().enumerate() {
                last = last.max(workday(when(event, person.begins, day, &mut chance)));
                // What would come later has not happened yet, nor what would follow from it.
                if last >= day {
                    break;
                }
                acts.push((last, 2, index, at + 1, Act::Event(index, at)));
            }
        }
        let first = acts.iter().map(|act| act.0).min().unwrap_or(day);
        for law in register.resolved.reorganisations.iter().map(|law| law.day) {
            for (act, before) in [(Act::PlanLaw(law), 21), (Act::ApplyLaw(law), 14), (Act::ApplyLaw(law), 0)] {
                let on = sub(law, before);
                // Once more on the day itself, for what was opened after it was applied.
                if first < on && on < day {
                    acts.push((on, 1, 0, 0, act));
                }
            }
        }
        let mut night = first;
        while night < day {
            if workday(night) == night {
                acts.push((night, 0, 0, 0, Act::Night));
            }
            night = night.saturating_add(1.day());
        }
        acts.sort_by_key(|(on, order, person, event, _)| (*on, *order, *person, *event));
        let acts = acts.into_iter().map(|(on, .., act)| Planned { on, act }).collect();
        Self { day, people, acts }
    }
}

fn when(event: &Event, begins: Date, day: Date, chance: &mut Chance) -> Date {
    let mut drawn = |days: Days| {
        let (least, most) = days.bounds();
        chance.between(least, most)
    };
    match (event.after, event.ago) {
        (Some(after), _) => begins.saturating_add(Span::new().days(drawn(after))),
        (None, Some(ago)) => sub(day, drawn(ago)),
        (None, None) => begins,
    }
}

fn sub(day: Date, days: i64) -> Date {
    day.saturating_sub(Span::new().days(days))
}

/// Offices are closed on Saturdays and Sundays: what would fall there was done on the Friday before.
fn workday(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => sub(day, 1),
        Weekday::Sunday => sub(day, 2),
        _ => day,
    }
}

/// The first day on which anything is recorded by people of the world: the posts are set up before it.
pub const BEFORE_ALL: Date = date(2023, 9, 1);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn plan(day: Date, seed: u64) -> Plan {
        let source = Source::shipped().expect("demo/ is sound");
        let register = Register::try_shipped_answering().expect("the shipped register has no faults of form");
        Plan::of(&source, register, day, seed)
    }

    #[test]
    fn seed_and_day_give_the_plan_and_nothing_lies_on_the_day_or_after() {
        let day = date(2026, 11, 24);
        let (one, again, other) = (plan(day, 1), plan(day, 1), plan(day, 2));
        assert_eq!(one.acts, again.acts);
        assert_ne!(one.acts, other.acts);
        assert!(one.acts.iter().all(|act| BEFORE_ALL < act.on && act.on < day));
        assert!(one.acts.is_sorted_by_key(|act| act.on));
        assert!((250..450).contains(&one.people.len()), "{} people", one.people.len());
    }

    #[test]
    fn whenever_it_is_made_something_happened_last_week_and_names_are_in_many_scripts() {
        for day in [date(2026, 3, 1), date(2026, 11, 24), date(2027, 1, 4), date(2028, 2, 29)] {
            let plan = plan(day, 1);
            let deeds = plan.acts.iter().filter(|act| matches!(act.act, Act::Event(..)) && sub(day, 7) <= act.on);
            assert!(deeds.count() >= 10, "on {day}");
            let first = |person: &Person| person.name.shown().chars().next().map(|letter| u32::from(letter) >> 8);
            let scripts: BTreeSet<_> = plan.people.iter().filter_map(first).collect();
            assert!(scripts.len() >= 10, "{scripts:?}");
        }
    }

    #[test]
    fn every_law_that_has_come_is_planned_and_applied_before_its_day() {
        let plan = plan(date(2027, 6, 1), 1);
        for law in [date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)] {
            let acts: Vec<_> = plan.acts.iter().filter(|act| act.act == Act::ApplyLaw(law)).map(|act| act.on).collect();
            assert_eq!(acts, [sub(law, 14), law]);
        }
    }
}
