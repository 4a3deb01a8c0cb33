//! How a time limit and its reminders are shown: for people in their language, for programs by stable names.

use calendar::{Counting, Date, Length, Rule, Unit};
use casework::limit::{Clock, Ending, Limit, Reminder, Standing, Start};
use serde_json::{Value, json};
use web::register::telling::Telling;

use crate::desk::Desk;
use crate::print::{Look, plain, rows, say, shown, table};

/// The register in the reader's language.
pub fn telling(desk: &Desk) -> Telling<'_> {
    Telling::new(&desk.house.register, desk.w())
}

/// What must be done in time. A register that no longer has the limit leaves its word.
pub fn title<'a>(desk: &'a Desk, duty: &str, word: &'a str) -> &'a str {
    desk.house.limit_of_law(duty, word).map_or(word, |limit| telling(desk).text(&limit.title))
}

/// The same where only the word is known: of the first duty that has such a limit.
pub fn title_of<'a>(desk: &'a Desk, word: &'a str) -> &'a str {
    let duties = &desk.house.register.resolved.duties;
    let found = duties.iter().flat_map(|duty| &duty.limits).find(|limit| limit.id == word);
    found.map_or(word, |limit| telling(desk).text(&limit.title))
}

/// How it is named on the command line.
fn name(number: i64, word: &str) -> String {
    format!("{number}/{word}")
}

/// A step's title in the version of the case type that names the limit.
fn step<'a>(desk: &'a Desk, limit: &Limit, word: &'a str) -> &'a str {
    let resolved = &desk.house.register.resolved;
    let of_duty = resolved.case_types.iter().filter(|one| resolved.duties[usize::from(one.duty)].id == limit.duty);
    let found = of_duty.filter_map(|one| one.version(&limit.version)?.step(word)).next();
    found.map_or(word, |step| telling(desk).text(&step.title))
}

/// How its days are counted, in words: of a length, or in general.
pub fn rule(desk: &Desk, length: Option<Length>, rule: Rule) -> String {
    let w = desk.w();
    let by_month = length.is_none_or(|length| matches!(length.unit, Unit::Months | Unit::Years));
    let counted = match rule.counting {
        Counting::WorkingDays => w.limit_rule_working_days(),
        Counting::MonthEndClipped if by_month => w.limit_rule_month_end_clipped(),
        Counting::MonthEndOverflow if by_month => w.limit_rule_month_end_overflow(),
        Counting::CalendarDays | Counting::MonthEndClipped | Counting::MonthEndOverflow => w.limit_rule_calendar_days(),
    };
    if rule.to_working_day { w.limit_rule_next_working_day(counted) } else { counted.to_owned() }
}

/// Its places in the law, as the language writes them; as they are kept where the register no longer has the limit.
fn bases(desk: &Desk, limit: &Limit) -> String {
    let register = &desk.house.register;
    let of_law =
        desk.house.limit_of_law(&limit.duty, &limit.word).filter(|_| limit.edition == register.edition.as_str());
    let said: Vec<String> = match of_law {
        Some(law) => law.basis.iter().map(|one| web::said::citation(desk.w(), register, one)).collect(),
        None => limit.basis.clone(),
    };
    said.join("; ")
}

fn standing(desk: &Desk, clock: &Clock) -> String {
    let w = desk.w();
    match &clock.standing {
        Standing::Runs => w.limit_runs().to_owned(),
        Standing::StandsStill { since, until: None } => w.limit_stands_still_open(&w.day(*since)),
        Standing::StandsStill { since, until: Some(until) } => {
            w.limit_stands_still(&w.day(before(*until)), &w.day(*since))
        }
        Standing::Met { day, step: word, in_time } => {
            let (day, step) = (w.day(*day), step(desk, &clock.limit, word));
            match in_time {
                None => w.limit_met(&day, step),
                Some(true) => w.limit_met_in_time(&day, step),
                Some(false) => w.limit_met_late(&day, step),
            }
        }
        Standing::Ended { day, why: Ending::CaseClosed } => w.limit_ended_closed(&w.day(*day)),
        Standing::Ended { day, why: Ending::Replaced } => w.limit_ended_replaced(&w.day(*day)),
    }
}

/// The last day of what ends before this day.
fn before(until: Date) -> Date {
    until.yesterday().unwrap_or(until)
}

/// Days until the last day, in words; of what is to be done without delay, the days since it began.
fn left(desk: &Desk, clock: &Clock) -> String {
    let w = desk.w();
    match clock.left {
        Some(0) => w.limit_left_today().to_owned(),
        Some(left) if left > 0 => w.limit_left(left),
        Some(over) => w.limit_left_over(over.saturating_abs()),
        None if clock.limit.budget.is_none() && clock.limit.finished().is_none() => {
            let since = clock.on.duration_since(clock.limit.started).as_hours() / 24;
            if since > 0 { w.limit_running(since) } else { w.limit_running_today().to_owned() }
        }
        None => String::new(),
    }
}

fn started(desk: &Desk, limit: &Limit) -> String {
    let (w, day) = (desk.w(), desk.w().day(limit.started));
    match &limit.start {
        Start::Opening => w.limit_from_opening(&day),
        Start::Step(word) => w.limit_from_step(&day, step(desk, limit, word)),
        Start::Version => w.limit_from_version(&day),
    }
}

fn last_day(desk: &Desk, clock: &Clock) -> Option<String> {
    let w = desk.w();
    clock.limit.budget?;
    Some(match (clock.limit.last_day, left(desk, clock)) {
        (Some(day), left) if left.is_empty() => w.day(day),
        (Some(day), left) => w.limit_last_day(&w.day(day), &left),
        (None, _) => w.limit_last_day_unknown().to_owned(),
    })
}

/// A limit with its ledger, for people.
pub fn clock_text(desk: &Desk, clock: &Clock) {
    let (w, limit) = (desk.w(), &clock.limit);
    let heading = title(desk, &limit.duty, &limit.word);
    say(&shown(Look::Strong, &format!("{heading} ({})", name(limit.number, &limit.word))));
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut line = |label: &str, said: String| lines.push(vec![format!("  {label}"), plain(&said)]);
    line(w.limit_row_now(), standing(desk, clock));
    let time = telling(desk).length(limit.budget.map(|(length, _)| length));
    match left(desk, clock) {
        since if limit.budget.is_none() && !since.is_empty() => line(w.limit_row_time(), format!("{time} ({since})")),
        _ => line(w.limit_row_time(), time),
    }
    line(w.limit_row_from(), started(desk, limit));
    if let Some((length, by)) = limit.budget {
        line(w.limit_row_counted(), rule(desk, Some(length), by));
        if let (Some(spent), Some(given)) = (clock.spent, clock.given) {
            let (spent, given) = (w.number(spent), w.number(given));
            line(
                w.limit_row_spent(),
                match by.counting {
                    Counting::WorkingDays => w.limit_spent_working_days(&given, &spent),
                    _ => w.limit_spent_calendar_days(&given, &spent),
                },
            );
        }
    }
    if let Some(said) = last_day(desk, clock) {
        line(w.limit_row_last_day(), said);
    }
    for stopped in &limit.stops {
        let (from, reason) = (w.day(stopped.stop.from), &stopped.stop.reason);
        line(
            w.limit_row_stopped(),
            match stopped.stop.until {
                Some(until) => w.limit_stop(&stopped.basis, &from, &w.day(before(until)), reason),
                None => w.limit_stop_open(&stopped.basis, &from, reason),
            },
        );
    }
    for extended in &limit.extensions {
        let length = telling(desk).length(Some(extended.extension.by));
        line(w.limit_row_extended(), w.limit_extension(&extended.basis, &length, &extended.extension.reason));
    }
    line(w.limit_row_sure(), if limit.sure { w.limit_sure() } else { w.limit_unsure() }.to_owned());
    line(w.cli_basis(), bases(desk, limit));
    rows(&lines);
}

/// What the organ must see to, for people.
pub fn due_text(desk: &Desk, clocks: &[Clock]) {
    let w = desk.w();
    let without_delay = telling(desk).length(None);
    let body: Vec<Vec<String>> = clocks
        .iter()
        .map(|clock| {
            let limit = &clock.limit;
            let what = title(desk, &limit.duty, &limit.word);
            vec![
                limit.last_day.map_or_else(|| without_delay.clone(), |day| w.day_short(day)),
                left(desk, clock),
                limit.number.to_string(),
                if limit.sure { what.to_owned() } else { w.limit_perhaps(what) },
                name(limit.number, &limit.word),
            ]
        })
        .collect();
    let heads =
        [w.limit_head_last_day(), w.limit_head_left(), w.limit_head_case(), w.limit_head_what(), w.limit_head_limit()];
    table(&heads, &body);
}

/// Reminders, for people.
pub fn reminders_text(desk: &Desk, reminders: &[Reminder]) {
    let w = desk.w();
    let acknowledged = reminders.iter().any(|one| one.acknowledged.is_some());
    let rung = |rung: i32| match rung {
        0 => w.limit_rung_on().to_owned(),
        before if before < 0 => w.limit_rung_before(before.unsigned_abs()),
        after => w.limit_rung_after(after),
    };
    let body: Vec<Vec<String>> = reminders
        .iter()
        .map(|one| {
            let mut row = vec![
                w.day_short(one.last_day),
                rung(one.rung),
                one.number.to_string(),
                title(desk, &one.duty, &one.word).to_owned(),
                desk.organ_name(&one.organ).to_owned(),
                desk.instant(one.sent_at),
            ];
            if acknowledged {
                row.push(one.acknowledged.as_ref().map(|(_, by)| by.clone()).unwrap_or_default());
            }
            row.push(one.id.to_string());
            row
        })
        .collect();
    let mut heads = vec![
        w.limit_head_last_day(),
        w.limit_head_rung(),
        w.limit_head_case(),
        w.limit_head_what(),
        w.limit_head_organ(),
        w.limit_head_sent(),
    ];
    if acknowledged {
        heads.push(w.limit_head_acknowledged());
    }
    heads.push(w.limit_head_id());
    table(&heads, &body);
}

/// Limits, for programs.
pub fn clocks(desk: &Desk, clocks: &[Clock]) -> Vec<Value> {
    clocks.iter().map(|one| clock(desk, one)).collect()
}

/// A limit with its ledger, for programs.
pub fn clock(desk: &Desk, clock: &Clock) -> Value {
    let limit = &clock.limit;
    let stops: Vec<Value> = limit
        .stops
        .iter()
        .map(|one| {
            json!({
                "id": one.id, "from": one.stop.from.to_string(), "until": one.stop.until.map(day),
                "reason": one.stop.reason, "basis": one.basis,
                "recorded_at": one.recorded_at.to_string(), "recorded_by": one.recorded_by,
            })
        })
        .collect();
    let extensions: Vec<Value> = limit
        .extensions
        .iter()
        .map(|one| {
            json!({
                "id": one.id, "by": one.extension.by.to_string(), "reason": one.extension.reason, "basis": one.basis,
                "recorded_at": one.recorded_at.to_string(), "recorded_by": one.recorded_by,
            })
        })
        .collect();
    let start = match &limit.start {
        Start::Opening => json!({ "by": "opening" }),
        Start::Step(step) => json!({ "by": "step", "step": step }),
        Start::Version => json!({ "by": "version" }),
    };
    json!({
        "id": limit.id,
        "name": name(limit.number, &limit.word),
        "case": limit.number,
        "case_id": limit.case,
        "limit": limit.word,
        "duty": limit.duty,
        "title": title(desk, &limit.duty, &limit.word),
        "budget": limit.budget.map_or_else(|| "without delay".to_owned(), |(length, _)| length.to_string()),
        "rule": limit.budget.map(|(_, rule)| rule.name()),
        "rule_said": limit.budget.map(|(length, by)| rule(desk, Some(length), by)),
        "started": limit.started.to_string(),
        "start": start,
        "on": clock.on.to_string(),
        "standing": standing_object(&clock.standing),
        "standing_said": standing(desk, clock),
        "given": clock.given,
        "spent": clock.spent,
        "left": clock.left,
        "last_day": limit.last_day.map(day),
        "stops": stops,
        "extensions": extensions,
        "sure": limit.sure,
        "basis": limit.basis,
        "edition": limit.edition,
        "reminders": limit.ladder,
    })
}

fn day(day: Date) -> String {
    day.to_string()
}

fn standing_object(standing: &Standing) -> Value {
    match standing {
        Standing::Runs => json!({ "word": "runs" }),
        Standing::StandsStill { since, until } => {
            json!({ "word": "stands-still", "since": since.to_string(), "until": until.map(day) })
        }
        Standing::Met { day, step, in_time } => {
            json!({ "word": "met", "day": day.to_string(), "step": step, "in_time": in_time })
        }
        Standing::Ended { day, why } => json!({ "word": "ended", "day": day.to_string(), "why": why.word() }),
    }
}

/// Reminders, for programs.
pub fn reminders(desk: &Desk, reminders: &[Reminder]) -> Vec<Value> {
    reminders.iter().map(|one| reminder(desk, one)).collect()
}

/// A reminder, for programs.
pub fn reminder(desk: &Desk, one: &Reminder) -> Value {
    let acknowledged = one.acknowledged.as_ref();
    json!({
        "id": one.id,
        "limit": one.limit,
        "name": name(one.number, &one.word),
        "case": one.number,
        "case_id": one.case,
        "duty": one.duty,
        "title": title(desk, &one.duty, &one.word),
        "days_from_last_day": one.rung,
        "last_day": one.last_day.to_string(),
        "organ": one.organ,
        "sent_at": one.sent_at.to_string(),
        "acknowledged_at": acknowledged.map(|(at, _)| at.to_string()),
        "acknowledged_by": acknowledged.map(|(_, by)| by),
    })
}
