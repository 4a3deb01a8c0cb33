//! A time limit in words: what is due first, then how it stands, what stopped or extended it, and its place in the law.

use calendar::{Counting, Length, Rule, Unit};
use casework::limit::{Clock, Ending, Limit, Standing, Start};
use jiff::civil::Date;
use register::resolved::Version;
use web::components::Basis;

use super::Teller;

/// A limit as it is shown.
#[derive(Debug)]
pub struct LimitSaid {
    /// What must be done in time.
    pub title: String,
    /// Its last day, with what is left; none where there is none.
    pub last_day: Option<String>,
    /// Its last day has passed, and it is not met.
    pub over: bool,
    /// Heading and what is said under it.
    pub rows: Vec<(String, String)>,
    /// Where it stands in the law.
    pub basis: Vec<Basis>,
}

/// Days until a last day, in words.
pub fn left(t: &Teller<'_>, days: i64) -> String {
    match days {
        0 => t.w.limit_left_today().to_owned(),
        left if left > 0 => t.w.limit_left(left),
        over => t.w.limit_left_over(over.saturating_abs()),
    }
}

/// A limit as it stands.
pub fn limit(t: &Teller<'_>, version: Option<&Version>, clock: &Clock) -> LimitSaid {
    let (w, limit) = (t.w, &clock.limit);
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |head: &str, said: String| rows.push((head.to_owned(), said));
    row(w.limit_row_now(), standing(t, version, clock));
    let time = t.register.length(limit.budget.map(|(length, _)| length));
    row(w.limit_row_time(), if limit.budget.is_none() { without_delay(t, clock, time) } else { time });
    row(w.limit_row_from(), started(t, version, limit));
    if let Some((length, by)) = limit.budget {
        row(w.limit_row_counted(), rule(t, length, by));
        if let (Some(spent), Some(given)) = (clock.spent, clock.given) {
            let (spent, given) = (w.number(spent), w.number(given));
            let said = match by.counting {
                Counting::WorkingDays => w.limit_spent_working_days(&given, &spent),
                _ => w.limit_spent_calendar_days(&given, &spent),
            };
            row(w.limit_row_spent(), said);
        }
    }
    for stopped in &limit.stops {
        let (from, reason) = (w.day(stopped.stop.from), &stopped.stop.reason);
        let said = match stopped.stop.until {
            Some(until) => w.limit_stop(&stopped.basis, &from, &w.day(before(until)), reason),
            None => w.limit_stop_open(&stopped.basis, &from, reason),
        };
        row(w.limit_row_stopped(), said);
    }
    for extended in &limit.extensions {
        let length = t.register.length(Some(extended.extension.by));
        row(w.limit_row_extended(), w.limit_extension(&extended.basis, &length, &extended.extension.reason));
    }
    if !limit.sure {
        row(w.limit_row_sure(), w.limit_unsure().to_owned());
    }
    let law = t.desk.house.limit_of_law(&limit.duty, &limit.word);
    LimitSaid {
        title: law.map_or(limit.word.as_str(), |law| t.register.text(&law.title)).to_owned(),
        last_day: last_day(t, clock),
        over: clock.left.is_some_and(|left| left < 0),
        rows,
        basis: t.basis(&limit.basis),
    }
}

fn last_day(t: &Teller<'_>, clock: &Clock) -> Option<String> {
    clock.limit.budget?;
    Some(match (clock.limit.last_day, clock.left) {
        (Some(day), None) => t.w.day(day),
        (Some(day), Some(days)) => t.w.limit_last_day(&t.w.day(day), &left(t, days)),
        (None, _) => t.w.limit_last_day_unknown().to_owned(),
    })
}

fn without_delay(t: &Teller<'_>, clock: &Clock, time: String) -> String {
    if clock.limit.finished().is_some() {
        return time;
    }
    let since = clock.on.duration_since(clock.limit.started).as_hours() / 24;
    let since = if since > 0 { t.w.limit_running(since) } else { t.w.limit_running_today().to_owned() };
    format!("{time} ({since})")
}

fn standing(t: &Teller<'_>, version: Option<&Version>, clock: &Clock) -> String {
    let w = t.w;
    match &clock.standing {
        Standing::Runs => w.limit_runs().to_owned(),
        Standing::StandsStill { since, until: None } => w.limit_stands_still_open(&w.day(*since)),
        Standing::StandsStill { since, until: Some(until) } => {
            w.limit_stands_still(&w.day(before(*until)), &w.day(*since))
        }
        Standing::Met { day, step, in_time } => {
            let (day, step) = (w.day(*day), t.step(version, step));
            match in_time {
                None => w.limit_met(&day, &step),
                Some(true) => w.limit_met_in_time(&day, &step),
                Some(false) => w.limit_met_late(&day, &step),
            }
        }
        Standing::Ended { day, why: Ending::CaseClosed } => w.limit_ended_closed(&w.day(*day)),
        Standing::Ended { day, why: Ending::Replaced } => w.limit_ended_replaced(&w.day(*day)),
    }
}

fn started(t: &Teller<'_>, version: Option<&Version>, limit: &Limit) -> String {
    let day = t.w.day(limit.started);
    match &limit.start {
        Start::Opening => t.w.limit_from_opening(&day),
        Start::Step(word) => t.w.limit_from_step(&day, &t.step(version, word)),
        Start::Version => t.w.limit_from_version(&day),
    }
}

fn rule(t: &Teller<'_>, length: Length, rule: Rule) -> String {
    let w = t.w;
    let by_month = matches!(length.unit, Unit::Months | Unit::Years);
    let counted = match rule.counting {
        Counting::WorkingDays => w.limit_rule_working_days(),
        Counting::MonthEndClipped if by_month => w.limit_rule_month_end_clipped(),
        Counting::MonthEndOverflow if by_month => w.limit_rule_month_end_overflow(),
        Counting::CalendarDays | Counting::MonthEndClipped | Counting::MonthEndOverflow => w.limit_rule_calendar_days(),
    };
    if rule.to_working_day { w.limit_rule_next_working_day(counted) } else { counted.to_owned() }
}

/// The last day of what ends before this day.
fn before(until: Date) -> Date {
    until.yesterday().unwrap_or(until)
}
