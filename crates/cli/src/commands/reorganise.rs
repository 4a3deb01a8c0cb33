//! `kotopolku reorganise`: all open cases follow a law that moves duties on a day.

use calendar::Date;
use casework::post::Acting;
use casework::reorganisation::{Order, Progress, Run, RunKind, RunState};
use clap::{Args, Subcommand};
use uuid::Uuid;

use super::reorganise_shown as shown;
use super::{DONE, FAULTY};
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, shown as looked};
use crate::progress::Line;

/// `reorganise`
#[derive(Debug, Subcommand)]
pub enum Reorganise {
    /// Show what a reorganisation would do: what moves, what stays and why, whose access changes, letters owed
    Plan {
        /// Of which day.
        #[command(flatten)]
        on: On,
        /// Keep the plan, so that apply can be held to it
        #[arg(long)]
        keep: bool,
    },
    /// Apply it: from midnight of the day on, whom the law names leads
    Apply {
        /// Of which day.
        #[command(flatten)]
        on: On,
        /// Only if the world still fits this kept plan
        #[arg(long, value_name = "PLAN")]
        plan: Option<String>,
        /// Cases in a batch, 1 to 10000
        #[arg(long, value_name = "N")]
        batch: Option<i64>,
    },
    /// Go on with a run that was stopped
    Resume {
        /// Of which day.
        #[command(flatten)]
        on: On,
        /// Which run [default: the one under way]
        #[arg(long, value_name = "RUN")]
        run: Option<String>,
        /// Also while somebody else has claimed it: whoever has it stops at its next batch
        #[arg(long)]
        take_over: bool,
    },
    /// Take it back, case by case, where nothing has happened since
    Undo {
        /// Of which day.
        #[command(flatten)]
        on: On,
        /// Cases in a batch, 1 to 10000
        #[arg(long, value_name = "N")]
        batch: Option<i64>,
    },
    /// The runs of a day, and how they stand
    Status {
        /// Of which day.
        #[command(flatten)]
        on: On,
    },
}

/// The day of a reorganisation.
#[derive(Debug, Args)]
pub struct On {
    /// The day on which duties move, for instance 2025-01-01
    #[arg(long, value_name = "DAY")]
    on: String,
}

/// Does it. Only the operator does; another post finds nothing here.
pub async fn run(desk: &Desk, what: &Reorganise) -> Result<u8, Trouble> {
    let acting = desk.acting_or_operator().await?;
    let house = &desk.house;
    let line = Line::kept();
    let told = |now: Progress| line.show(|| shown::progress(desk, now));
    let run = match what {
        Reorganise::Plan { on, keep } => {
            let day = desk.a_day(&on.on)?;
            remind(desk, &acting, day).await?;
            let plan = house.plan_reorganisation(&acting, day, *keep).await.map_err(|error| desk.trouble(error))?;
            shown::plan(desk, &plan);
            return Ok(DONE);
        }
        Reorganise::Status { on } => {
            let day = desk.a_day(&on.on)?;
            let runs = house.reorganisation_runs(&acting, day).await.map_err(|error| desk.trouble(error))?;
            shown::status(desk, &runs);
            return Ok(DONE);
        }
        Reorganise::Apply { on, plan, batch } => {
            let mut order = order(desk, on, *batch)?;
            order.plan = plan.as_deref().map(|plan| identity(desk, plan)).transpose()?;
            remind(desk, &acting, order.day).await?;
            house.apply_reorganisation(&acting, order, &told).await
        }
        Reorganise::Undo { on, batch } => {
            let order = order(desk, on, *batch)?;
            remind(desk, &acting, order.day).await?;
            house.undo_reorganisation(&acting, order, &told).await
        }
        Reorganise::Resume { on, run, take_over } => {
            let day = desk.a_day(&on.on)?;
            let run = match run {
                Some(run) => identity(desk, run)?,
                None => match under_way(desk, &acting, day).await? {
                    Some(run) => run.id,
                    None => {
                        let w = desk.w();
                        let trouble = Trouble::refused(w.reorganise_nothing_under_way(&w.day(day)));
                        return Err(trouble.coded("not-under-way").with("day", day.to_string()));
                    }
                },
            };
            house.resume_reorganisation(&acting, run, *take_over, &told).await
        }
    };
    drop(line);
    let run = run.map_err(|error| desk.trouble(error))?;
    shown::run(desk, &run);
    Ok(if run.tally.balance.as_ref().is_some_and(|balance| !balance.is_even()) { FAULTY } else { DONE })
}

fn order(desk: &Desk, on: &On, batch: Option<i64>) -> Result<Order, Trouble> {
    let mut order = Order::of(desk.a_day(&on.on)?);
    order.batch = batch.unwrap_or(order.batch);
    Ok(order)
}

fn identity(desk: &Desk, word: &str) -> Result<Uuid, Trouble> {
    let wrong = || Trouble::wrong_use(desk.w().reorganise_wrong(word), String::new()).coded("identity-wrong");
    word.trim().parse().map_err(|_| wrong())
}

/// The run of the day that is not done.
async fn under_way(desk: &Desk, acting: &Acting, day: Date) -> Result<Option<Run>, Trouble> {
    let runs = desk.house.reorganisation_runs(acting, day).await.map_err(|error| desk.trouble(error))?;
    Ok(runs.into_iter().find(|run| run.state == RunState::UnderWay))
}

/// Says on standard error that a run was stopped, and how to go on with it.
async fn remind(desk: &Desk, acting: &Acting, day: Date) -> Result<(), Trouble> {
    let Some(run) = under_way(desk, acting, day).await? else { return Ok(()) };
    let w = desk.w();
    let (seen, expected) = (w.number(run.seen), w.number(run.expected));
    let said = match run.kind {
        RunKind::Apply => w.reorganise_stopped_apply(run.expected, &expected, &seen),
        RunKind::Undo => w.reorganise_stopped_undo(run.expected, &expected, &seen),
    };
    eprintln!("kotopolku: {said}");
    eprintln!("  {}", looked(Look::Quiet, &w.reorganise_stopped_todo(&day.to_string())));
    Ok(())
}
