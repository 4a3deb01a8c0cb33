//! What follows from a limit's entries. Pure.

use calendar::{Length, Period, Unfit, Unit};
use jiff::ToSpan as _;
use jiff::civil::Date;
use register::Register;
use register::ask::Given;
use register::resolved;

use super::model::{Clock, Limit, Refusal, Standing};
use crate::person::Situation;

/// Whether a limit of the register is for somebody: `None` when the facts do not tell, or when the law leaves it to a
/// judgement.
pub fn applies(register: &Register, limit: &resolved::Limit, situation: &Situation, on: Date) -> Option<bool> {
    let with_age = |age: Option<u16>| {
        let mut facts = situation.facts.clone();
        if let Some(age) = age
            && let Ok((attribute, given)) = register.fact("age", &age.to_string())
            && !matches!(facts.get(attribute), Some(Given::Value(_) | Given::Day(_)))
        {
            facts.set(attribute, given);
        }
        register.holds(&limit.boxes, situation.municipality, on, &facts)
    };
    let held = match situation.ages.as_slice() {
        [age] => with_age(Some(*age)),
        [younger, older] => {
            let one = with_age(Some(*younger));
            if one == with_age(Some(*older)) { one } else { None }
        }
        _ => with_age(None),
    };
    if held == Some(true) && limit.provided.is_some() { None } else { held }
}

/// The day whose law a case of this version lives by: the day on which it was opened, or, where the case was moved to a
/// later version, the first day of that.
pub fn law_of(version: &resolved::Version, opened: Date) -> Date {
    let first = version.period.from.map_or(opened, |from| opened.max(from));
    version.period.last_day().map_or(first, |last| first.min(last))
}

/// The entries as a ledger; none: without delay.
pub fn ledger(limit: &Limit) -> Result<Option<calendar::Limit>, Unfit> {
    let Some((budget, rule)) = limit.budget else { return Ok(None) };
    let mut ledger = calendar::Limit::new(budget, rule, limit.started)?;
    for stopped in &limit.stops {
        ledger.stop(stopped.stop.clone());
    }
    for extended in &limit.extensions {
        ledger.extend(extended.extension.clone())?;
    }
    Ok(Some(ledger))
}

/// The last day that the ledger gives; none: without delay, or nobody knows.
pub fn last_day(limit: &Limit) -> Result<Option<Date>, Refusal> {
    match ledger(limit)? {
        Some(ledger) => Ok(ledger.last_day()?),
        None => Ok(None),
    }
}

/// What the limit's clock shows on a day.
pub fn clock(limit: Limit, on: Date) -> Result<Clock, Refusal> {
    let ledger = ledger(&limit)?;
    let until = limit.finished().map_or(on, |day| day.min(on));
    let spent = ledger.as_ref().map(|ledger| ledger.spent(until)).transpose()?;
    let given = ledger.as_ref().map(calendar::Limit::given).transpose()?;
    let runs = limit.finished().is_none();
    let left = match &ledger {
        Some(ledger) if runs => ledger.days_left(on)?,
        _ => None,
    };
    Ok(Clock { standing: standing(&limit, on), limit, on, given, spent, left })
}

fn standing(limit: &Limit, on: Date) -> Standing {
    if let Some((day, step)) = &limit.met {
        let in_time = limit.budget.map(|_| limit.last_day.is_none_or(|last| *day <= last));
        return Standing::Met { day: *day, step: step.clone(), in_time };
    }
    if let Some((day, why)) = limit.ended {
        return Standing::Ended { day, why };
    }
    // Stops that meet are one standstill, from the first of its days to the last.
    let (mut since, mut until): (Option<Date>, Option<Option<Date>>) = (None, None);
    for stopped in limit.stops.iter().map(|stopped| &stopped.stop) {
        let goes_on = until.is_some_and(|until| until.is_none_or(|until| stopped.from <= until));
        if stopped.until.is_some_and(|until| until <= stopped.from) || (!goes_on && stopped.from > on) {
            continue;
        }
        if goes_on {
            until = until.map(|until| until.zip(stopped.until).map(|(one, other)| one.max(other)));
        } else {
            (since, until) = (Some(stopped.from), Some(stopped.until));
        }
    }
    match (since, until) {
        (Some(since), Some(until)) if until.is_none_or(|until| on < until) => Standing::StandsStill { since, until },
        _ => Standing::Runs,
    }
}

/// What climbing a ladder on a day does.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Climb {
    /// The rung that is sent.
    pub send: Option<i32>,
    /// Those that are marked as skipped.
    pub skip: Vec<i32>,
}

/// The rungs that are due on a day: those after `from`, the day on which the last day came to be what it is, that were not
/// climbed for it. The highest is sent, unless a higher one was climbed already.
pub fn climb(ladder: &[i32], climbed: &[i32], last_day: Date, from: Date, today: Date) -> Climb {
    let due =
        |rung: &&i32| !climbed.contains(rung) && day_of(last_day, **rung).is_some_and(|day| from < day && day <= today);
    let mut skip: Vec<i32> = ladder.iter().filter(due).copied().collect();
    let highest = skip.iter().max().copied();
    let send = highest.filter(|rung| climbed.iter().all(|earlier| earlier < rung));
    skip.retain(|rung| Some(*rung) != send);
    Climb { send, skip }
}

/// The day on which the ladder is to be looked at next; none when all of it is climbed.
pub fn next_rung(ladder: &[i32], climbed: &[i32], last_day: Date, from: Date) -> Option<Date> {
    let left = ladder.iter().filter(|rung| !climbed.contains(rung));
    left.filter_map(|rung| day_of(last_day, *rung)).filter(|day| from < *day).min()
}

/// The day of a rung; none when the calendar has no such day.
fn day_of(last_day: Date, rung: i32) -> Option<Date> {
    last_day.checked_add(rung.days()).ok()
}

/// A length, as it is kept: how many, and the name of several of the unit.
pub fn written(length: Length) -> (i64, &'static str) {
    let unit = match length.unit {
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::WorkingDays => "working days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    };
    (length.amount.into(), unit)
}

/// Whether something is cited that can be a ground: an act or decree by its number, `434/2003 §31`, or another source of the
/// register. Of one that the register knows, it is also looked at whether it is in force on one of these days: a matter under
/// the old law cites the old law. The register need not know each act that lets a limit stand still.
pub fn cites(register: &Register, cited: &str, days: [Date; 2]) -> bool {
    let named = cited.split(' ').next().unwrap_or_default();
    if let Some(source) = register.resolved.sources.iter().find(|source| source.id == named) {
        let period = Period { from: source.from, until: source.until };
        return days.into_iter().any(|day| period.contains(day));
    }
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    named.split_once('/').is_some_and(|(number, year)| digits(number, 5) && year.len() == 4 && digits(year, 4))
}

/// A limit's citations, as the register writes them.
pub fn basis(register: &Register, limit: &resolved::Limit) -> Vec<String> {
    let written = |citation: &resolved::Citation| {
        let source = &register.resolved.sources[usize::from(citation.source)].id;
        format!("{source} {}", citation.written()).trim_end().to_owned()
    };
    limit.basis.iter().map(written).collect()
}

/// Why nothing can be changed in a limit that runs no more, or has no budget.
pub fn changeable(limit: &Limit) -> Result<(), Refusal> {
    match limit.finished() {
        Some(since) => Err(Refusal::RunsNoMore { limit: limit.word.clone(), since }),
        None if limit.budget.is_none() => Err(Refusal::WithoutDelay(limit.word.clone())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use calendar::{Stop, day};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::limit::{Ending, Start, Stopped};

    const LADDER: [i32; 5] = [-30, -14, -7, 0, 7];

    fn register() -> &'static Register {
        Register::try_shipped_answering().expect("the shipped register has no faults of form")
    }

    fn of_law(duty: &str, word: &str) -> &'static resolved::Limit {
        let duty = register().resolved.duties.iter().find(|one| one.id == duty).expect("the duty is there");
        duty.limits.iter().find(|limit| limit.id == word).expect("the limit is there")
    }

    fn limit(stops: &[(Date, Option<Date>)]) -> Limit {
        let stopped = |(from, until): &(Date, Option<Date>)| Stopped {
            id: Uuid::nil(),
            stop: Stop { from: *from, until: *until, reason: "waiting".to_owned() },
            basis: "434/2003 §31".to_owned(),
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
            recorded_by: "te-hame/expert".to_owned(),
        };
        Limit {
            id: Uuid::nil(),
            case: Uuid::nil(),
            number: 1,
            person: None,
            word: "start-to-2024".to_owned(),
            duty: "initial-assessment".to_owned(),
            version: "act-2010".to_owned(),
            edition: String::new(),
            budget: Some(("2 months".parse().expect("a length"), "month-end-clipped".parse().expect("a rule"))),
            basis: Vec::new(),
            sure: true,
            ladder: LADDER.to_vec(),
            started: day(2024, 6, 3),
            start: Start::Opening,
            continues: None,
            last_day: Some(day(2024, 8, 3)),
            met: None,
            ended: None,
            stops: stops.iter().map(stopped).collect(),
            extensions: Vec::new(),
        }
    }

    #[test]
    fn a_limit_runs_for_whom_its_boxes_say_and_where_that_is_not_known() {
        let family = of_law("residence-permit", "family");
        let on = day(2024, 6, 3);
        for (ground, expected) in [(Some("family"), Some(true)), (Some("study"), Some(false)), (None, None)] {
            let mut situation = Situation::default();
            if let Some(ground) = ground {
                let (attribute, given) = register().fact("ground", ground).expect("the register has it");
                situation.facts.set(attribute, given);
            }
            assert_eq!(applies(register(), family, &situation, on), expected, "{ground:?}");
        }
        let anybody = of_law("initial-assessment", "start-to-2024");
        assert_eq!(applies(register(), anybody, &Situation::default(), on), Some(true));
        let mut judged = anybody.clone();
        judged.provided = Some(register::source::Text::default());
        assert_eq!(applies(register(), &judged, &Situation::default(), on), None, "an official judges that");
    }

    #[test]
    fn a_case_lives_by_the_law_of_its_opening() {
        let case_type =
            register().resolved.case_types.iter().find(|one| one.id == "initial-assessment").expect("there");
        let (old, new) = (case_type.version("act-2010").expect("there"), case_type.version("act-2023").expect("there"));
        assert_eq!(law_of(old, day(2024, 12, 31)), day(2024, 12, 31));
        assert_eq!(law_of(new, day(2024, 12, 31)), day(2025, 1, 1), "moved to the new version");
        assert_eq!(law_of(old, day(2025, 1, 1)), day(2024, 12, 31), "moved back");
    }

    #[test]
    fn a_ground_is_an_act_in_force_then_or_now() {
        let cites = |cited, days| cites(register(), cited, days);
        let (then, now) = (day(2024, 6, 3), day(2025, 6, 3));
        assert!(cites("1386/2010 §10 mom. 1", [then, now]) && cites("681/2023 §14", [then, now]));
        assert!(!cites("681/2023 §14", [then, then]) && !cites("1386/2010 §10", [now, now]));
        assert!(cites("434/2003 §31", [then, now]), "the register need not know it");
        for cited in ["", "x", "434", "434/03", "/2003", "434/2003x", "1234567/2003", "§ 31", "-1/2003"] {
            assert!(!cites(cited, [then, now]), "{cited}");
        }
    }

    #[test]
    fn stops_that_meet_are_one_standstill() {
        let stops = [
            (day(2024, 6, 4), Some(day(2024, 6, 6))),
            (day(2024, 6, 10), Some(day(2024, 6, 20))),
            (day(2024, 6, 12), Some(day(2024, 6, 14))),
            (day(2024, 6, 20), Some(day(2024, 6, 25))),
            (day(2024, 7, 1), Some(day(2024, 7, 1))),
        ];
        let limit = limit(&stops);
        let still = Standing::StandsStill { since: day(2024, 6, 10), until: Some(day(2024, 6, 25)) };
        for (on, expected) in [
            (day(2024, 6, 3), Standing::Runs),
            (day(2024, 6, 5), Standing::StandsStill { since: day(2024, 6, 4), until: Some(day(2024, 6, 6)) }),
            (day(2024, 6, 6), Standing::Runs),
            (day(2024, 6, 10), still.clone()),
            (day(2024, 6, 24), still),
            (day(2024, 6, 25), Standing::Runs),
            (day(2024, 7, 1), Standing::Runs),
        ] {
            assert_eq!(standing(&limit, on), expected, "{on}");
        }
    }

    #[test]
    fn a_limit_that_is_finished_shows_how() {
        let mut met = limit(&[]);
        met.met = Some((day(2024, 8, 3), "start".to_owned()));
        let shown = clock(met.clone(), day(2025, 1, 1)).expect("in range");
        assert!(matches!(shown.standing, Standing::Met { in_time: Some(true), .. }), "{shown:?}");
        assert_eq!((shown.given, shown.spent, shown.left), (Some(61), Some(61), None));
        met.met = Some((day(2024, 8, 4), "start".to_owned()));
        assert!(matches!(standing(&met, day(2025, 1, 1)), Standing::Met { in_time: Some(false), .. }));
        let mut ended = limit(&[]);
        ended.ended = Some((day(2024, 6, 13), Ending::CaseClosed));
        assert_eq!(clock(ended, day(2025, 1, 1)).expect("in range").spent, Some(10));
    }

    proptest! {
        /// On whatever days somebody climbs: each rung once, never two on a day, the last of those due, and nothing before
        /// its day.
        #[test]
        fn each_rung_is_climbed_once(
            mut ladder in proptest::collection::btree_set(-60_i32..40, 0..7), days in proptest::collection::vec(0_i64..9, 1..60),
            moved in 0_i64..90,
        ) {
            let (last, from) = (day(2024, 8, 3), day(2024, 5, 1) + moved.days());
            let rungs: Vec<i32> = ladder.iter().copied().collect();
            let (mut climbed, mut today) = (Vec::new(), from);
            for pause in days {
                today += pause.days();
                let next = next_rung(&rungs, &climbed, last, from);
                let due = climb(&rungs, &climbed, last, from, today);
                prop_assert_eq!(next.is_some_and(|next| next <= today), due != Climb::default());
                if let Some(sent) = due.send {
                    prop_assert!(due.skip.iter().all(|rung| *rung < sent));
                    prop_assert!(last + i64::from(sent).days() <= today);
                } else {
                    prop_assert!(due.skip.is_empty());
                }
                for rung in due.skip.into_iter().chain(due.send) {
                    prop_assert!(!climbed.contains(&rung));
                    climbed.push(rung);
                }
            }
            ladder.retain(|rung| (from + 1.day()..=today).contains(&(last + i64::from(*rung).days())));
            climbed.sort_unstable();
            prop_assert_eq!(climbed, ladder.into_iter().collect::<Vec<_>>());
        }
    }
}
