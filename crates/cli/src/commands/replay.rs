//! `kotopolku replay`: whether every stored decision would come out the same again.

use casework::decision::replay::{Against, Cannot, Difference, Finding};
use casework::decision::{Counts, Replayed};
use clap::Args;
use serde_json::{Value, json};

use super::decision_shown::{role, support};
use super::{DONE, FAULTY};
use crate::context::Trouble;
use crate::desk::{AtDesk, Desk};
use crate::print::{Look, rows, say, shown};
use crate::progress::Line;

/// `replay`
#[derive(Debug, Args)]
pub struct Replay {
    /// Where, as whom, when.
    #[command(flatten)]
    pub desk: AtDesk,
    /// Ask the register of today instead of the edition under which each was made: which decisions would it give to another
    /// organ? Each is asked about on its own day
    #[arg(long)]
    pub against_today: bool,
    /// So many decisions are named at most; all are counted
    #[arg(long, value_name = "COUNT", default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub at_most: u64,
}

pub async fn run(desk: &Desk, what: &Replay) -> Result<u8, Trouble> {
    let acting = desk.acting_or_operator().await?;
    let against = if what.against_today { Against::Today } else { Against::ItsEdition };
    let line = Line::kept();
    let at_most = usize::try_from(what.at_most).unwrap_or(usize::MAX);
    let mut named: Vec<Replayed> = Vec::new();
    let counts = desk
        .house
        .replay(&acting, against, |one, counts| {
            if one.finding != Finding::Same && named.len() < at_most {
                named.push(one.clone());
            }
            let w = desk.w();
            line.show(|| w.decision_replay_progress(&w.number(counts.done), &w.number(counts.all)));
        })
        .await;
    drop(line);
    let counts = counts.map_err(|error| desk.trouble(error))?;
    let object = json!({
        "against": if what.against_today { "today" } else { "its-edition" },
        "decisions": counts.done,
        "same": counts.same,
        "differs": counts.differs,
        "cannot": counts.cannot,
        "editions": counts.editions,
        "named": named.iter().map(|one| one_object(desk, one)).collect::<Vec<_>>(),
    });
    desk.answer(&object, || text(desk, against, counts, &named));
    Ok(if counts.same == counts.done { DONE } else { FAULTY })
}

fn text(desk: &Desk, against: Against, counts: Counts, named: &[Replayed]) {
    let w = desk.w();
    if counts.done == 0 {
        return say(w.decision_replay_none());
    }
    match (against, counts.same == counts.done) {
        (Against::ItsEdition, true) => say(&w.decision_replay_same(counts.done)),
        (Against::Today, true) => say(&w.decision_replay_same_today(counts.done)),
        (Against::ItsEdition, false) => say(&shown(Look::Amber, w.decision_replay_differs())),
        (Against::Today, false) => say(&shown(Look::Amber, w.decision_replay_differs_today())),
    }
    for one in named {
        say(&w.decision_replay_one(&w.day(one.day), &one.decision.to_string(), desk.organ_name(&one.organ)));
        for (_, what, _) in said(desk, &one.finding) {
            say(&format!("  · {what}"));
        }
    }
    let left = (counts.done - counts.same).saturating_sub(named.len() as u64);
    if left > 0 {
        say(&shown(Look::Quiet, &w.decision_replay_more(left)));
    }
    if counts.same == counts.done {
        return;
    }
    say("");
    let line = |count: u64, label: &str| vec![format!("  {label}"), w.number(count)];
    rows(&[
        line(counts.done, w.decision_replay_row_all()),
        line(counts.same, w.decision_replay_row_same()),
        line(counts.differs, w.decision_replay_row_differs()),
        line(counts.cannot, w.decision_replay_row_cannot()),
    ]);
}

fn one_object(desk: &Desk, one: &Replayed) -> Value {
    let found: Vec<Value> = said(desk, &one.finding)
        .into_iter()
        .map(|(code, what, details)| json!({ "code": code, "what": what, "details": details }))
        .collect();
    json!({
        "decision": one.decision,
        "case_id": one.case,
        "organ": one.organ,
        "day": one.day.to_string(),
        "edition": one.edition,
        "finding": if matches!(one.finding, Finding::Cannot(_)) { "cannot" } else { "differs" },
        "found": found,
    })
}

/// What was found: a word for programs, a sentence, and what it is about.
fn said(desk: &Desk, finding: &Finding) -> Vec<(&'static str, String, Value)> {
    match finding {
        Finding::Same => Vec::new(),
        Finding::Differs(differences) => differences.iter().map(|one| difference(desk, one)).collect(),
        Finding::Cannot(cannot) => vec![cannot_be(desk, cannot)],
    }
}

fn difference(desk: &Desk, one: &Difference) -> (&'static str, String, Value) {
    let w = desk.w();
    let names = |organs: &[String]| w.list(&organs.iter().map(|organ| desk.organ_name(organ)).collect::<Vec<_>>());
    match one {
        Difference::Altered => ("altered", w.decision_differs_altered().to_owned(), json!({})),
        Difference::OrganOfHolding { holding, decision } => (
            "organ-of-holding",
            w.decision_differs_organ_of_holding(desk.organ_name(decision), desk.organ_name(holding)),
            json!({ "holding": holding, "decision": decision }),
        ),
        Difference::RoleOfHolding { holding, decision } => (
            "role-of-holding",
            w.decision_differs_role_of_holding(role(desk, *decision), role(desk, *holding)),
            json!({ "holding": holding.word(), "decision": decision.word() }),
        ),
        Difference::NotHeldThen => ("not-held-then", w.decision_differs_not_held_then().to_owned(), json!({})),
        Difference::NoPower { verb } => {
            ("no-power", w.decision_differs_no_power(&super::case_shown::verb(desk, verb)), json!({ "verb": verb }))
        }
        Difference::OtherDay { decision, instant } => (
            "other-day",
            w.decision_differs_other_day(&w.day(*decision), &w.day(*instant)),
            json!({ "decision": decision.to_string(), "instant": instant.to_string() }),
        ),
        Difference::OtherOrgans { from, to, clauses, basis } => {
            let what = if to.is_empty() {
                w.decision_differs_nobody(&basis.join(", "))
            } else {
                w.decision_differs_other_organs(&basis.join(", "), &names(to))
            };
            ("other-organs", what, json!({ "from": from, "to": to, "clauses": clauses, "basis": basis }))
        }
        Difference::OtherSupport { from, to } => (
            "other-support",
            w.decision_differs_other_support(support(desk, *from), support(desk, *to)),
            json!({ "from": from.word(), "to": to.word() }),
        ),
        Difference::OtherClauses { from, to } => (
            "other-clauses",
            w.decision_differs_other_clauses(&from.join(", "), &to.join(", ")),
            json!({ "from": from, "to": to }),
        ),
        Difference::OtherBasis { from, to } => (
            "other-basis",
            w.decision_differs_other_basis(&from.join(", "), &to.join(", ")),
            json!({ "from": from, "to": to }),
        ),
    }
}

fn cannot_be(desk: &Desk, cannot: &Cannot) -> (&'static str, String, Value) {
    let w = desk.w();
    match cannot {
        Cannot::EditionMissing(edition) => {
            ("edition-missing", w.decision_cannot_edition_missing(edition), json!({ "edition": edition }))
        }
        Cannot::EditionChanged { edition, found: Some(found) } => (
            "edition-changed",
            w.decision_cannot_edition_changed(edition, found),
            json!({ "edition": edition, "found": found }),
        ),
        Cannot::EditionChanged { edition, found: None } => (
            "edition-changed",
            w.decision_cannot_edition_unreadable(edition),
            json!({ "edition": edition, "found": null }),
        ),
        Cannot::EditionFaulty { edition, faults } => (
            "edition-faulty",
            w.decision_cannot_edition_faulty(edition, *faults),
            json!({ "edition": edition, "faults": faults }),
        ),
        Cannot::UnknownDuty(duty) => ("unknown-duty", w.decision_cannot_unknown_duty(duty), json!({ "duty": duty })),
        Cannot::HoldingMissing(holding) => {
            ("holding-missing", w.decision_cannot_holding_missing(&holding.to_string()), json!({ "holding": holding }))
        }
    }
}
