//! `kotopolku limit`: the time limits that run in cases, and their reminders.

use casework::limit::{Clock, NewExtension, NewStop};
use casework::post::Acting;
use clap::Subcommand;
use jiff::ToSpan as _;
use serde_json::json;
use uuid::Uuid;

use super::DONE;
use super::limit_shown as shown;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown as look};

/// How many reminders are sent at once, unless another number is given.
const AT_ONCE: u32 = 10_000;

/// So many days ahead is looked for what is due, unless a day is given.
const AHEAD: i64 = 30;

/// `limit`
#[derive(Debug, Subcommand)]
pub enum Limit {
    /// The limits of a case: how each stands today, and all that has happened to it
    List {
        /// The case, by its number or its identity
        case: String,
    },
    /// What the organ must see to in the cases that it leads, the most urgent first
    Due {
        /// Whose last day is this or before [default: 30 days from today]
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
    /// Let a limit stand still
    Stop {
        /// The limit, as `limit list` shows it: 7/start-to-2024
        limit: String,
        /// The first day that is not counted
        #[arg(long, value_name = "DAY")]
        from: String,
        /// The first day that is counted again; leave it out while that is not known
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
        /// Why; the person reads it too
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// The place in the law that lets it, as "434/2003 §31"
        #[arg(long, value_name = "CITATION")]
        basis: String,
    },
    /// Let a limit that stands still be counted again
    Resume {
        /// The limit, as `limit list` shows it
        limit: String,
        /// The first day that is counted again [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
    },
    /// Add time to a limit that is not over
    Extend {
        /// The limit, as `limit list` shows it
        limit: String,
        /// How much, as "1 month", "2 weeks", "10 days", "5 working days"
        #[arg(long, value_name = "LENGTH")]
        by: String,
        /// Why; the person reads it too
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// The place in the law that lets it
        #[arg(long, value_name = "CITATION")]
        basis: String,
        /// The last day that you saw: if it is another by now, nothing is added
        #[arg(long, value_name = "DAY")]
        seen: Option<String>,
    },
    /// The reminders that wait to be acknowledged, in the cases that the organ leads
    Reminders {
        /// All that were sent in this case instead
        #[arg(long, value_name = "CASE")]
        case: Option<String>,
    },
    /// Say that a reminder was seen
    Acknowledge {
        /// The reminder, by its identity
        reminder: String,
    },
    /// Send the reminders that are due today (as the operator; the server does it by itself every minute)
    Climb {
        /// So many at most
        #[arg(long, value_name = "COUNT", default_value_t = AT_ONCE)]
        at_most: u32,
    },
}

pub async fn run(desk: &Desk, what: &Limit) -> Result<u8, Trouble> {
    match what {
        Limit::List { case } => list(desk, case).await?,
        Limit::Due { until } => due(desk, until.as_deref()).await?,
        Limit::Stop { limit, from, until, reason, basis } => {
            let from = desk.a_day(from)?;
            let until = until.as_deref().map(|day| desk.a_day(day)).transpose()?;
            let acting = desk.acting().await?;
            let limit = limit_of(desk, &acting, limit).await?;
            let stopped = desk.house.stop_limit(&acting, limit, NewStop { from, until, reason, basis }).await;
            changed(desk, stopped, |w| w.limit_stopped(&w.day(from)))?;
        }
        Limit::Resume { limit, from } => {
            let from = desk.day(from.as_deref())?;
            let acting = desk.acting().await?;
            let limit = limit_of(desk, &acting, limit).await?;
            let resumed = desk.house.resume_limit(&acting, limit, from).await;
            changed(desk, resumed, |w| w.limit_resumed(&w.day(from)))?;
        }
        Limit::Extend { limit, by, reason, basis, seen } => {
            let w = desk.w();
            let by = by.trim().parse().map_err(|_| {
                Trouble::wrong_use(w.limit_length_wrong(by), w.limit_length_wrong_todo()).coded("length-wrong")
            })?;
            let seen = seen.as_deref().map(|day| desk.a_day(day)).transpose()?;
            let acting = desk.acting().await?;
            let limit = limit_of(desk, &acting, limit).await?;
            let extended = desk.house.extend_limit(&acting, limit, NewExtension { by, reason, basis, seen }).await;
            changed(desk, extended, |w| w.limit_extended(&shown::telling(desk).length(Some(by))))?;
        }
        Limit::Reminders { case } => reminders(desk, case.as_deref()).await?,
        Limit::Acknowledge { reminder } => acknowledge(desk, reminder).await?,
        Limit::Climb { at_most } => climb(desk, *at_most).await?,
    }
    Ok(DONE)
}

async fn list(desk: &Desk, case: &str) -> Result<(), Trouble> {
    let acting = desk.acting().await?;
    let case = desk.case(&acting, case).await?;
    let clocks = desk.house.limits_of_case(&acting, case).await.map_err(|error| desk.trouble(error))?;
    let object = json!({ "case_id": case, "limits": shown::clocks(desk, &clocks) });
    desk.answer(&object, || {
        if clocks.is_empty() {
            return say(desk.w().limit_none());
        }
        for (number, clock) in clocks.iter().enumerate() {
            if number > 0 {
                say("");
            }
            shown::clock_text(desk, clock);
        }
    });
    Ok(())
}

async fn due(desk: &Desk, until: Option<&str>) -> Result<(), Trouble> {
    let until = match until {
        Some(day) => desk.a_day(day)?,
        None => desk.today().saturating_add(AHEAD.days()),
    };
    let acting = desk.acting().await?;
    let clocks = desk.house.due(&acting, until).await.map_err(|error| desk.trouble(error))?;
    let object = json!({ "until": until.to_string(), "limits": shown::clocks(desk, &clocks) });
    desk.answer(&object, || {
        if clocks.is_empty() {
            return say(&desk.w().limit_due_none(&desk.w().day(until)));
        }
        shown::due_text(desk, &clocks);
    });
    Ok(())
}

/// The limit that is meant: its identity, or the number of its case and its word. Of several of one word, the last.
async fn limit_of(desk: &Desk, acting: &Acting, word: &str) -> Result<Uuid, Trouble> {
    let word = word.trim();
    if let Ok(id) = word.parse() {
        return Ok(id);
    }
    let wrong = || Trouble::wrong_use(desk.w().limit_wrong(word), desk.w().limit_wrong_todo()).coded("limit-wrong");
    let (case, limit) = word.split_once('/').ok_or_else(wrong)?;
    let case = desk.case(acting, case).await?;
    let clocks = desk.house.limits_of_case(acting, case).await.map_err(|error| desk.trouble(error))?;
    let found = clocks.iter().rev().find(|clock| clock.limit.word == limit);
    found.map(|clock| clock.limit.id).ok_or_else(|| desk.trouble(casework::limit::Refusal::Unknown))
}

/// Says what was done with a limit, and how it stands now.
fn changed(
    desk: &Desk,
    done: Result<Clock, casework::Error>,
    sentence: impl Fn(&web::words::Words) -> String,
) -> Result<(), Trouble> {
    let clock = done.map_err(|error| desk.trouble(error))?;
    desk.answer(&shown::clock(desk, &clock), || {
        say(&sentence(desk.w()));
        say("");
        shown::clock_text(desk, &clock);
    });
    Ok(())
}

async fn reminders(desk: &Desk, case: Option<&str>) -> Result<(), Trouble> {
    let acting = desk.acting().await?;
    let sent = match case {
        None => desk.house.reminders(&acting).await,
        Some(case) => {
            let case = desk.case(&acting, case).await?;
            desk.house.reminders_of_case(&acting, case).await
        }
    };
    let sent = sent.map_err(|error| desk.trouble(error))?;
    desk.answer(&json!({ "reminders": shown::reminders(desk, &sent) }), || {
        let w = desk.w();
        match (sent.is_empty(), case) {
            (true, None) => say(w.limit_reminders_none()),
            (true, Some(_)) => say(w.limit_reminders_none_case()),
            (false, _) => shown::reminders_text(desk, &sent),
        }
    });
    Ok(())
}

async fn acknowledge(desk: &Desk, word: &str) -> Result<(), Trouble> {
    let w = desk.w();
    let reminder = word.trim().parse().map_err(|_| {
        Trouble::wrong_use(w.limit_reminder_wrong(word), w.limit_reminder_wrong_todo()).coded("reminder-wrong")
    })?;
    let acting = desk.acting().await?;
    let seen = desk.house.acknowledge_reminder(&acting, reminder).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&shown::reminder(desk, &seen), || say(&w.limit_acknowledged(&seen.number.to_string())));
    Ok(())
}

async fn climb(desk: &Desk, at_most: u32) -> Result<(), Trouble> {
    let w = desk.w();
    if !desk.acting_or_operator().await?.is_operator() {
        let trouble = Trouble::refused(w.limit_operator_only()).coded("operator-only");
        return Err(trouble.todo(w.limit_operator_only_todo()));
    }
    let sent = desk.house.climb_reminders(desk.today(), at_most).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&json!({ "sent": shown::reminders(desk, &sent) }), || {
        if sent.is_empty() {
            return say(&look(Look::Quiet, w.limit_climbed_none()));
        }
        say(&w.limit_climbed(sent.len()));
        shown::reminders_text(desk, &sent);
    });
    Ok(())
}
