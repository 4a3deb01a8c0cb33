//! A reorganisation in words, and for programs: its plan, its runs, how far one has come.

use casework::holding::Between;
use casework::reorganisation::{Fate, Plan, Progress, Run, RunKind, RunState, Why};
use serde_json::{Value, json};
use web::said::register_language;

use crate::desk::Desk;
use crate::print::{Look, say, shown, table};

/// More rows than this of one table are left to `--format json`.
const ROWS: usize = 40;

/// A duty's title.
fn duty(desk: &Desk, word: &str) -> String {
    let language = register_language(desk.w().language());
    let duties = &desk.house.register.resolved.duties;
    duties.iter().find(|duty| duty.id == word).map_or(word, |duty| duty.title.get(language)).to_owned()
}

/// How far a run has come, with its pace and what remains.
pub fn progress(desk: &Desk, now: Progress) -> String {
    let w = desk.w();
    let pace = w.amount(now.per_second.round());
    let (done, of) = (w.number(now.done), w.number(now.of));
    match now.remaining {
        Some(left) => w.reorganise_progress(now.of, &done, &left_of(left.as_secs()), &of, &pace),
        None => w.reorganise_progress_begun(now.of, &done, &of),
    }
}

/// Minutes and seconds.
fn left_of(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What it would do.
pub fn plan(desk: &Desk, plan: &Plan) {
    let w = desk.w();
    let mut object = serde_json::to_value(plan).unwrap_or_default();
    object["open"] = plan.open().into();
    object["moving"] = plan.moving().into();
    desk.answer(&object, || {
        let (open, moving) = (w.number(plan.open()), w.number(plan.moving()));
        say(&shown(Look::Strong, &w.reorganise_plan(plan.open(), &w.day(plan.day), &moving, &open)));
        say(&shown(Look::Quiet, &w.reorganise_plan_edition(&plan.edition)));
        moves(desk, plan);
        stays(desk, plan);
        between(desk, plan);
        changes(desk, plan);
        say("");
        say(&w.reorganise_limits(plan.limits));
        let letters: usize = plan.letters.iter().map(|owed| owed.cases.len()).sum();
        say(&w.reorganise_letters(letters));
        match plan.id {
            Some(id) => say(&shown(Look::Quiet, &w.reorganise_kept(&plan.day.to_string(), &id.to_string()))),
            None => say(&shown(Look::Quiet, w.reorganise_not_kept())),
        }
    });
}

/// A table under a heading, cut where it grows too long to be read.
fn part(desk: &Desk, heading: &str, heads: &[&str], rows: &[Vec<String>]) {
    if rows.is_empty() {
        return;
    }
    say("");
    say(&shown(Look::Strong, heading));
    table(heads, rows.get(..ROWS).unwrap_or(rows));
    if rows.len() > ROWS {
        say(&shown(Look::Quiet, &desk.w().reorganise_more(rows.len() - ROWS)));
    }
}

fn moves(desk: &Desk, plan: &Plan) {
    let w = desk.w();
    let rows: Vec<Vec<String>> = plan
        .moves
        .iter()
        .map(|one| {
            vec![
                duty(desk, &one.duty),
                desk.organ_name(&one.from).to_owned(),
                desk.organ_name(&one.to).to_owned(),
                one.municipality.as_deref().map(|code| municipality(desk, code)).unwrap_or_default(),
                w.number(one.cases),
            ]
        })
        .collect();
    let heads = [
        w.reorganise_head_duty(),
        w.reorganise_head_from(),
        w.reorganise_head_to(),
        w.reorganise_head_municipality(),
        w.reorganise_head_cases(),
    ];
    part(desk, w.reorganise_moves(), &heads, &rows);
}

fn municipality(desk: &Desk, code: &str) -> String {
    let register = &desk.house.register;
    let Ok(found) = register.municipality_ever(code) else { return code.to_owned() };
    let language = register_language(desk.w().language());
    register.resolved.territory.at(found).names.get(language).to_owned()
}

fn stays(desk: &Desk, plan: &Plan) {
    let w = desk.w();
    let rows: Vec<Vec<String>> = plan
        .stays
        .iter()
        .map(|(of, organ, why, cases)| {
            vec![duty(desk, of), desk.organ_name(organ).to_owned(), because(desk, why), w.number(*cases)]
        })
        .collect();
    let heads =
        [w.reorganise_head_duty(), w.reorganise_head_organ(), w.reorganise_head_why(), w.reorganise_head_cases()];
    part(desk, w.reorganise_stays(), &heads, &rows);
}

fn because(desk: &Desk, why: &Why) -> String {
    let w = desk.w();
    match why {
        Why::Same => w.reorganise_why_same().to_owned(),
        Why::AlreadyThere => w.reorganise_why_there().to_owned(),
        Why::FinishedByOld { rule } => w.reorganise_why_finished(&rule.basis.join("; ")),
        Why::LiesElsewhere { named } => w.reorganise_why_elsewhere(desk.organ_name(named)),
        Why::Stranded => w.reorganise_why_stranded().to_owned(),
        Why::UnknownType => w.reorganise_why_type().to_owned(),
    }
}

fn between(desk: &Desk, plan: &Plan) {
    let w = desk.w();
    let rows: Vec<Vec<String>> = plan
        .between()
        .map(|(seen, why)| {
            let keeper = match &seen.fate {
                Fate::Moves { to, .. } => desk.organ_name(to).to_owned(),
                Fate::Stays(_) => String::new(),
            };
            vec![seen.number.to_string(), duty(desk, &seen.duty), keeper, unled(desk, why)]
        })
        .collect();
    let heads =
        [w.reorganise_head_case(), w.reorganise_head_duty(), w.reorganise_head_keeper(), w.reorganise_head_why()];
    part(desk, w.reorganise_between(), &heads, &rows);
}

fn unled(desk: &Desk, why: &Between) -> String {
    let w = desk.w();
    match why {
        Between::Nobody => w.reorganise_unled_nobody().to_owned(),
        Between::Ask { attribute, .. } => w.reorganise_unled_ask(&crate::said::fact::title(desk, attribute)),
        Between::AskMunicipality { .. } => w.reorganise_unled_municipality().to_owned(),
        Between::Undetermined { .. } => w.reorganise_unled_undetermined().to_owned(),
        Between::Contradiction => w.reorganise_unled_contradiction().to_owned(),
    }
}

/// Posts whose access changes, and organs that end.
fn changes(desk: &Desk, plan: &Plan) {
    let w = desk.w();
    let rows: Vec<Vec<String>> = plan
        .posts
        .iter()
        .map(|post| {
            let ends = if post.organ_ends { w.reorganise_organ_ends().to_owned() } else { String::new() };
            let organ = desk.organ_name(&post.organ).to_owned();
            vec![post.post.clone(), organ, w.number(post.begins), w.number(post.ends), ends]
        })
        .collect();
    let heads = [w.post_head_post(), w.post_head_organ(), w.reorganise_head_begins(), w.reorganise_head_ends(), ""];
    part(desk, w.reorganise_posts(), &heads, &rows);
    let ending: Vec<Vec<String>> =
        plan.ending.iter().map(|one| vec![desk.organ_name(&one.organ).to_owned(), w.number(one.leads)]).collect();
    part(desk, w.reorganise_ending(), &[w.reorganise_head_organ(), w.reorganise_head_leads()], &ending);
}

fn object(run: &Run) -> Value {
    let mut object = serde_json::to_value(run).unwrap_or_default();
    if let Some(balance) = &run.tally.balance {
        object["even"] = balance.is_even().into();
    }
    object
}

/// What a run came to.
pub fn run(desk: &Desk, run: &Run) {
    let w = desk.w();
    desk.answer(&object(run), || {
        let tally = &run.tally;
        let at = desk.instant(run.at);
        match run.kind {
            RunKind::Apply => {
                let moved = tally.of("moved");
                say(&shown(Look::Strong, &w.reorganise_applied(&at, moved, &w.number(moved))));
            }
            RunKind::Undo => {
                let undone = tally.of("undone");
                say(&shown(Look::Strong, &w.reorganise_undone(undone, &w.number(undone))));
            }
        }
        outcomes(desk, run);
        if tally.changed_since_plan > 0 {
            say(&w.reorganise_changed_since(tally.changed_since_plan));
        }
        if tally.to_ended_organ > 0 {
            say(&shown(Look::Amber, &w.reorganise_to_ended(tally.to_ended_organ)));
        }
        counts(desk, run);
    });
}

fn outcome(desk: &Desk, word: &str) -> String {
    let w = desk.w();
    match word {
        "moved" => w.reorganise_outcome_moved(),
        "beside" => w.reorganise_outcome_beside(),
        "kept" => w.reorganise_outcome_kept(),
        "undone" => w.reorganise_outcome_undone(),
        "left" => w.reorganise_outcome_left(),
        other => other,
    }
    .to_owned()
}

fn outcomes(desk: &Desk, run: &Run) {
    let w = desk.w();
    let mut rows = Vec::new();
    for (of, by) in &run.tally.outcomes {
        for (word, cases) in by {
            rows.push(vec![duty(desk, of), outcome(desk, word), w.number(*cases)]);
        }
    }
    part(
        desk,
        w.reorganise_outcomes(),
        &[w.reorganise_head_duty(), w.reorganise_head_outcome(), w.reorganise_head_cases()],
        &rows,
    );
}

/// The count before and after, duty by duty.
fn counts(desk: &Desk, run: &Run) {
    let w = desk.w();
    let Some(balance) = &run.tally.balance else { return };
    let rows: Vec<Vec<String>> = balance
        .duties
        .iter()
        .map(|(of, [open, before, after])| vec![duty(desk, of), w.number(*open), w.number(*before), w.number(*after)])
        .collect();
    let heads =
        [w.reorganise_head_duty(), w.reorganise_head_open(), w.reorganise_head_before(), w.reorganise_head_after()];
    part(desk, w.reorganise_counts(), &heads, &rows);
    if balance.is_even() {
        say(w.reorganise_even());
    } else {
        say(&shown(Look::Amber, &w.reorganise_uneven(balance.broken)));
    }
}

/// The runs of a day.
pub fn status(desk: &Desk, runs: &[Run]) {
    let w = desk.w();
    desk.answer(&json!({ "runs": runs.iter().map(object).collect::<Vec<_>>() }), || {
        if runs.is_empty() {
            return say(w.reorganise_no_runs());
        }
        let rows: Vec<Vec<String>> = runs
            .iter()
            .map(|run| {
                let kind = match run.kind {
                    RunKind::Apply => w.reorganise_kind_apply(),
                    RunKind::Undo => w.reorganise_kind_undo(),
                };
                let state = match run.state {
                    RunState::UnderWay => w.reorganise_state_under_way(),
                    RunState::Done => w.reorganise_state_done(),
                };
                vec![
                    kind.to_owned(),
                    state.to_owned(),
                    w.reorganise_of(&w.number(run.seen), &w.number(run.expected)),
                    desk.instant(run.began),
                    run.ended.map(|at| desk.instant(at)).unwrap_or_default(),
                    run.id.to_string(),
                ]
            })
            .collect();
        let heads = [
            w.reorganise_head_kind(),
            w.reorganise_head_state(),
            w.reorganise_head_seen(),
            w.reorganise_head_began(),
            w.reorganise_head_ended(),
            w.reorganise_head_run(),
        ];
        table(&heads, &rows);
        if let Some(run) = runs.iter().find(|run| run.state == RunState::UnderWay) {
            say(&shown(Look::Amber, &w.reorganise_stopped_todo(&run.day.to_string())));
        }
    });
}
