//! `kotopolku versions`: running cases are moved to another version of their case type. Planned first, then applied in
//! batches, and taken back where nothing has happened since.

use casework::case::version_move::{MoveProgress, PlannedCase, Stage, VersionMove};
use clap::Subcommand;
use serde_json::{Value, json};
use uuid::Uuid;

use super::DONE;
use super::case::title;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};
use crate::progress::Line;

/// Cases in one unit of work, unless said otherwise. On SQLite everybody else waits for a batch.
const BATCH: u32 = 100;

/// `versions`
#[derive(Debug, Subcommand)]
pub enum Versions {
    /// Show what a move would mean for each open case, and keep the plan; nothing changes in the cases
    Plan {
        /// The case type (see `case types`)
        case_type: String,
        /// The version that the cases have
        #[arg(long, value_name = "VERSION")]
        from: String,
        /// The version that they are to have
        #[arg(long, value_name = "VERSION")]
        to: String,
    },
    /// Move the cases of a plan; called again after it was cut off, it goes on
    Apply {
        /// The plan, as `versions plan` or `versions list` shows it
        plan: String,
        /// Cases in a batch
        #[arg(long, value_name = "N", default_value_t = BATCH, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        batch: u32,
    },
    /// Take a move back, case by case, where nothing has happened since; called again after it was cut off, it goes on
    Undo {
        /// The plan
        plan: String,
        /// Cases in a batch
        #[arg(long, value_name = "N", default_value_t = BATCH, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        batch: u32,
    },
    /// All plans, and how far each has come
    List,
    /// The cases of a plan: what the move means for each, and what was done
    Show {
        /// The plan
        plan: String,
        /// Only those with a greater number
        #[arg(long, value_name = "NUMBER")]
        after: Option<i64>,
        /// How many at most
        #[arg(long, value_name = "COUNT", default_value_t = 50)]
        at_most: u32,
    },
}

/// Does it. Only the operator does.
pub async fn run(desk: &Desk, what: &Versions) -> Result<u8, Trouble> {
    let acting = desk.acting_or_operator().await?;
    let (w, house) = (desk.w(), &desk.house);
    let trouble = |error: casework::Error| desk.trouble(error);
    let line = Line::kept();
    let told = |now: MoveProgress| line.show(|| w.versions_progress(&w.number(done(now)), &w.number(now.moves)));
    match what {
        Versions::Plan { case_type, from, to } => {
            let planned = house.plan_version_move(&acting, case_type, from, to).await.map_err(trouble)?;
            desk.answer(&object(&planned), || {
                one(desk, &planned);
                say(&shown(Look::Quiet, &w.versions_planned_todo(&planned.id.to_string())));
            });
        }
        Versions::Apply { plan, batch } => {
            let plan = identity(desk, plan)?;
            let moved = house.apply_version_move(&acting, plan, *batch, told).await.map_err(trouble)?;
            drop(line);
            desk.answer(&object(&moved), || one(desk, &moved));
        }
        Versions::Undo { plan, batch } => {
            let plan = identity(desk, plan)?;
            let moved = house.undo_version_move(&acting, plan, *batch, told).await.map_err(trouble)?;
            drop(line);
            desk.answer(&object(&moved), || one(desk, &moved));
        }
        Versions::List => {
            let all = house.version_moves(&acting).await.map_err(trouble)?;
            desk.answer(&json!({ "plans": all.iter().map(object).collect::<Vec<_>>() }), || {
                if all.is_empty() {
                    say(w.versions_none());
                    say(&shown(Look::Quiet, w.versions_none_todo()));
                }
                for planned in &all {
                    one(desk, planned);
                }
            });
        }
        Versions::Show { plan, after, at_most } => {
            let plan = identity(desk, plan)?;
            let page = house.version_move_cases(&acting, plan, *after, Some(*at_most)).await.map_err(trouble)?;
            let object = json!({ "cases": page.rows.iter().map(case_object).collect::<Vec<_>>(), "next": page.next });
            desk.answer(&object, || {
                if page.rows.is_empty() {
                    return say(w.versions_no_cases());
                }
                let rows: Vec<Vec<String>> = page.rows.iter().map(|case| case_row(desk, case)).collect();
                table(&[w.versions_head_case(), w.versions_head_means(), w.versions_head_done()], &rows);
                if let Some(next) = page.next {
                    say(&shown(Look::Quiet, &w.versions_more(&next.to_string())));
                }
            });
        }
    }
    Ok(DONE)
}

fn done(now: MoveProgress) -> i64 {
    now.applied + now.skipped
}

fn identity(desk: &Desk, word: &str) -> Result<Uuid, Trouble> {
    let wrong = || Trouble::wrong_use(desk.w().reorganise_wrong(word), String::new()).coded("identity-wrong");
    word.trim().parse().map_err(|_| wrong())
}

/// A plan and how far it has come, for programs.
fn object(planned: &VersionMove) -> Value {
    let now = planned.progress;
    json!({
        "id": planned.id,
        "case_type": planned.case_type,
        "from": planned.from,
        "to": planned.to,
        "edition": planned.edition,
        "planned": planned.planned.to_string(),
        "by": planned.by,
        "stages": planned.stages.iter().map(|stage| stage.word()).collect::<Vec<_>>(),
        "open": now.cases,
        "moves": now.moves,
        "applied": now.applied,
        "skipped": now.skipped,
        "undone": now.undone,
        "kept": now.kept,
    })
}

/// A plan and how far it has come, for people.
fn one(desk: &Desk, planned: &VersionMove) {
    let w = desk.w();
    let now = planned.progress;
    let title = title(desk, &planned.case_type);
    say(&shown(Look::Strong, &w.versions_one(&planned.from, &title, &planned.to)));
    say(&format!("  {} · {}", planned.id, desk.instant(planned.planned)));
    if !planned.stages.contains(&Stage::Planned) {
        say(&shown(Look::Amber, &format!("  {}", w.case_move_not_planned())));
    }
    say(&format!("  {}", w.versions_means(now.cases, &w.number(now.moves), &w.number(now.cases))));
    if now.applied + now.skipped > 0 || planned.stages.contains(&Stage::Applied) {
        say(&format!("  {}", w.versions_applied(&w.number(now.applied), &w.number(now.skipped))));
    }
    if now.undone + now.kept > 0 || planned.stages.contains(&Stage::Undone) {
        say(&format!("  {}", w.versions_undone(&w.number(now.kept), &w.number(now.undone))));
    }
}

fn case_object(case: &PlannedCase) -> Value {
    json!({
        "case": case.number,
        "id": case.case,
        "version": case.case_version,
        "means": case.preview,
        "receipts": case.receipts.iter().map(|receipt| json!({
            "what": receipt.what.word(),
            "why": receipt.why,
            "version": receipt.case_version,
            "at": receipt.at.to_string(),
        })).collect::<Vec<_>>(),
    })
}

fn case_row(desk: &Desk, case: &PlannedCase) -> Vec<String> {
    vec![case.number.to_string(), means(desk, case), receipts(desk, case)]
}

/// What the move means for a case, in words.
fn means(desk: &Desk, case: &PlannedCase) -> String {
    use casework::case::version_move::NotMoved;
    let w = desk.w();
    let preview = &case.preview;
    if let Some(why) = preview.stays {
        let why = match why {
            NotMoved::NoStatus => w.versions_stays_no_status(),
            NotMoved::StatusEnds => w.versions_stays_status_ends(),
            NotMoved::ChangedSince => w.versions_stays_changed(),
            NotMoved::Closed => w.versions_stays_closed(),
        };
        return w.versions_stays(why);
    }
    let mut said = vec![w.versions_moves().to_owned()];
    let lost: Vec<String> = preview.lost.iter().map(|lost| lost.field.clone()).collect();
    for (words, found) in [
        (w.versions_lost(&w.list(&lost)), !lost.is_empty()),
        (w.versions_limits_end(&w.list(&preview.limits_end)), !preview.limits_end.is_empty()),
        (w.versions_limits_begin(&w.list(&preview.limits_begin)), !preview.limits_begin.is_empty()),
        (w.versions_limits_differ(&w.list(&preview.limits_differ)), !preview.limits_differ.is_empty()),
    ] {
        if found {
            said.push(words);
        }
    }
    said.join("; ")
}

/// What was done about a case, in words.
fn receipts(desk: &Desk, case: &PlannedCase) -> String {
    use casework::case::version_move::Receipted;
    let w = desk.w();
    let said = |what: &Receipted| match what {
        Receipted::Applied => w.versions_did_apply(),
        Receipted::Skipped => w.versions_did_skip(),
        Receipted::Undone => w.versions_did_undo(),
        Receipted::Kept => w.versions_did_keep(),
    };
    case.receipts
        .iter()
        .map(|receipt| format!("{} {}", said(&receipt.what), desk.instant(receipt.at)))
        .collect::<Vec<_>>()
        .join("; ")
}
