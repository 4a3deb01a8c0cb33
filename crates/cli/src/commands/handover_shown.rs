//! How a hand-over is shown: for people in their language, for programs by stable names.

use casework::handover::{Consent, Ground, HandOver, How, Listed, Preview, ReturnReason, Stage, WithdrawReason};
use jiff::{Timestamp, ToSpan as _};
use serde_json::{Value, json};
use web::said::register_language;
use web::words::Words;

use super::case::title;
use super::case_moves::limits;
use crate::desk::Desk;
use crate::print::{Look, plain, rows, say, shown, table};
use crate::said::fact as said;

/// The consent in words.
pub fn consent(w: &Words, consent: Consent) -> &str {
    match consent {
        Consent::NotNeeded => w.handover_consent_not_needed(),
        Consent::Needed => w.handover_consent_needed(),
        Consent::Asked => w.handover_consent_asked(),
        Consent::Given => w.handover_consent_given(),
        Consent::Refused => w.handover_consent_refused(),
        Consent::Withdrawn => w.handover_consent_withdrawn(),
    }
}

/// From when the receiver leads, where that is settled.
pub fn effect(one: &HandOver) -> Option<Timestamp> {
    match one.stage {
        Stage::Accepted { effect, .. } => Some(effect),
        _ => None,
    }
}

/// The last day of what must be done before an instant in which a day begins.
pub fn last_day(desk: &Desk, before: Timestamp) -> calendar::Date {
    desk.house.day(before.checked_sub(1.microsecond()).unwrap_or(before))
}

fn stage(desk: &Desk, one: &HandOver) -> String {
    let w = desk.w();
    let to = desk.organ_name(&one.to);
    let by = |before: Timestamp| w.day(last_day(desk, before));
    match &one.stage {
        Stage::Offered { answer_by: Some(answer_by) } => w.handover_stage_offered(&by(*answer_by)),
        Stage::Offered { answer_by: None } => w.handover_stage_awaits_consent().to_owned(),
        Stage::Lapsed { organ, answer_by: Some(answer_by), .. } => {
            w.handover_stage_lapsed(&by(*answer_by), desk.organ_name(organ))
        }
        Stage::Lapsed { organ, tie, .. } if tie == "lead" => w.handover_stage_lapsed_lead(desk.organ_name(organ)),
        Stage::Lapsed { organ, .. } => w.handover_stage_lapsed_top(desk.organ_name(organ)),
        Stage::Accepted { at, effect, how } => {
            let (at, effect) = (desk.instant(*at), desk.instant(*effect));
            match how {
                How::Acceptance => w.handover_stage_accepted(&at, &effect, to),
                How::Law => w.handover_stage_by_law(&at, &effect, to),
                How::Assignment => w.handover_stage_assigned(&at, &effect, to),
            }
        }
        Stage::Returned { at, reason, .. } => {
            let reason = match reason {
                ReturnReason::FactsWrong => w.handover_reason_facts_wrong(),
                ReturnReason::NotOurs => w.handover_reason_not_ours(),
                ReturnReason::NotYet => w.handover_reason_not_yet(),
                ReturnReason::AssignedBack => w.handover_reason_assigned_back(),
            };
            w.handover_stage_returned(&desk.instant(*at), reason)
        }
        Stage::Withdrawn { at, reason } => {
            let reason = match reason {
                WithdrawReason::ByLead => w.handover_reason_by_lead(),
                WithdrawReason::FactsChanged => w.handover_reason_facts_changed(),
                WithdrawReason::LeadChanged => w.handover_reason_lead_changed(),
                WithdrawReason::CalledOff => w.handover_reason_called_off(),
                WithdrawReason::CaseClosed => w.handover_reason_case_closed(),
            };
            w.handover_stage_withdrawn(&desk.instant(*at), reason)
        }
    }
}

/// A hand-over, for programs.
fn object(one: &HandOver) -> Value {
    let mut object = json!({
        "id": one.id,
        "case_id": one.case,
        "duty": one.why.duty,
        "from": one.from,
        "to": one.to,
        "ground": one.ground.word(),
        "fact": one.fact,
        "basis": one.why.basis,
        "edition": one.edition,
        "not_before": one.not_before.to_string(),
        "answer_time": { "length": one.answer.length.to_string(), "rule": one.answer.rule.name() },
        "offered_at": one.offered.to_string(),
        "offered_by": one.offered_by,
        "stage": one.stage.word(),
        "consent": one.consent.word(),
        "version": one.version,
    });
    let at = |at: Option<Timestamp>| Value::from(at.map(|at| at.to_string()));
    match &one.stage {
        Stage::Offered { answer_by } => object["answer_by"] = at(*answer_by),
        Stage::Lapsed { rung, organ, tie, answer_by } => {
            object["answer_by"] = at(*answer_by);
            object["with"] = json!({ "rung": rung, "organ": organ, "tie": tie });
        }
        Stage::Accepted { at: settled, effect, how } => {
            object["settled_at"] = at(Some(*settled));
            object["effect"] = at(Some(*effect));
            object["how"] = how.word().into();
        }
        Stage::Returned { at: settled, reason, note } => {
            object["settled_at"] = at(Some(*settled));
            object["reason"] = reason.word().into();
            object["note"] = note.clone().into();
        }
        Stage::Withdrawn { at: settled, reason } => {
            object["settled_at"] = at(Some(*settled));
            object["reason"] = reason.word().into();
        }
    }
    object
}

/// One with the number of its case, for programs.
pub fn listed(one: &Listed) -> Value {
    let mut object = object(&one.hand_over);
    object["case"] = one.number.into();
    object["case_type"] = one.case_type.clone().into();
    let reminders = one.reminders.iter().map(|(organ, at)| json!({ "organ": organ, "at": at.to_string() }));
    object["reminders"] = reminders.collect();
    object
}

/// A list.
pub fn list(desk: &Desk, all: &[Listed], none: &str) {
    let w = desk.w();
    desk.answer(&json!({ "hand_overs": all.iter().map(listed).collect::<Vec<_>>() }), || {
        if all.is_empty() {
            return say(none);
        }
        let body: Vec<Vec<String>> = all
            .iter()
            .map(|one| {
                let of = &one.hand_over;
                vec![
                    one.number.to_string(),
                    title(desk, &one.case_type),
                    desk.organ_name(&of.from).to_owned(),
                    desk.organ_name(&of.to).to_owned(),
                    stage(desk, of),
                    of.id.to_string(),
                ]
            })
            .collect();
        let heads = [
            w.handover_head_case(),
            w.handover_head_type(),
            w.handover_head_from(),
            w.handover_head_to(),
            w.handover_head_stage(),
            w.handover_head_identity(),
        ];
        table(&heads, &body);
    });
}

/// All of a case.
pub fn history(desk: &Desk, all: &[HandOver]) {
    let w = desk.w();
    desk.answer(&json!({ "hand_overs": all.iter().map(object).collect::<Vec<_>>() }), || {
        if all.is_empty() {
            return say(w.handover_none_case());
        }
        let body: Vec<Vec<String>> = all
            .iter()
            .map(|one| {
                vec![
                    desk.instant(one.offered),
                    desk.organ_name(&one.from).to_owned(),
                    desk.organ_name(&one.to).to_owned(),
                    stage(desk, one),
                    consent(w, one.consent).to_owned(),
                    one.id.to_string(),
                ]
            })
            .collect();
        let heads = [
            w.handover_row_offered(),
            w.handover_head_from(),
            w.handover_head_to(),
            w.handover_head_stage(),
            w.handover_head_consent(),
            w.handover_head_identity(),
        ];
        table(&heads, &body);
    });
}

type Lines = Vec<Vec<String>>;

fn line(lines: &mut Lines, label: &str, said: &str) {
    lines.push(vec![format!("  {label}"), plain(said)]);
}

/// What every party sees.
fn matter(desk: &Desk, one: &Listed, changed: Option<&str>) -> Lines {
    let (w, of) = (desk.w(), &one.hand_over);
    let mut lines = Lines::new();
    line(&mut lines, w.handover_row_now(), &stage(desk, of));
    line(&mut lines, w.handover_row_from(), desk.organ_name(&of.from));
    line(&mut lines, w.handover_row_to(), desk.organ_name(&of.to));
    line(&mut lines, w.handover_row_offered(), &w.handover_by(&desk.instant(of.offered), &of.offered_by));
    if of.not_before > of.offered && of.stage.is_open() {
        line(&mut lines, w.handover_row_earliest(), &desk.instant(of.not_before));
    }
    let because = match (of.ground, changed) {
        (Ground::Lead, _) => w.handover_because_lead().to_owned(),
        (Ground::Facts, Some(attribute)) => w.handover_because_fact(&said::title(desk, attribute)),
        (Ground::Facts, None) => w.handover_because_facts().to_owned(),
    };
    line(&mut lines, w.handover_row_because(), &because);
    line(&mut lines, w.cli_basis(), &of.why.basis.join("; "));
    line(&mut lines, w.handover_row_consent(), consent(w, of.consent));
    if let Stage::Returned { note: Some(note), .. } = &of.stage {
        line(&mut lines, w.handover_row_note(), note);
    }
    for (organ, at) in &one.reminders {
        line(&mut lines, w.handover_row_reminded(), &w.handover_by(&desk.instant(*at), desk.organ_name(organ)));
    }
    lines
}

fn heading(desk: &Desk, one: &Listed) {
    let said = desk.w().handover_title(&one.number.to_string(), &title(desk, &one.case_type));
    say(&shown(Look::Strong, &said));
}

/// One, as every party sees it.
pub fn one(desk: &Desk, one: &Listed) {
    desk.answer(&listed(one), || {
        heading(desk, one);
        rows(&matter(desk, one, None));
    });
}

/// One, as the organ that is asked sees it.
pub fn preview(desk: &Desk, one: &Listed, preview: &Preview) {
    let w = desk.w();
    let mut object = listed(one);
    object["changed"] = preview.changed.clone().into();
    object["opened"] = preview.opened.to_string().into();
    object["about"] = preview.about.as_ref().map_or(Value::Null, |about| {
        let limits = about
            .limits
            .iter()
            .map(|(limit, last)| json!({ "limit": limit, "last_day": last.map(|day| day.to_string()) }));
        json!({
            "municipality": about.municipality,
            "status": about.status,
            "limits": limits.collect::<Vec<_>>(),
            "languages": about.languages,
            "interpreter": about.interpreter,
            "protected": about.protected,
        })
    });
    desk.answer(&object, || {
        heading(desk, one);
        let mut lines = matter(desk, one, preview.changed.as_deref());
        line(&mut lines, w.handover_row_opened(), &desk.instant(preview.opened));
        if let Some(about) = &preview.about {
            line(&mut lines, w.handover_row_status(), status(desk, &preview.case_type, &about.status));
            if let Some(code) = &about.municipality {
                line(&mut lines, w.handover_row_municipality(), &said::value(desk, "municipality", code));
            }
            if !about.limits.is_empty() {
                line(&mut lines, w.handover_row_limits(), &limits(desk, &preview.duty, &about.limits));
            }
            if !about.languages.is_empty() {
                line(&mut lines, w.handover_row_languages(), &about.languages.join(", "));
            }
            if let Some(language) = &about.interpreter {
                line(&mut lines, w.handover_row_interpreter(), language);
            }
            if about.protected {
                line(&mut lines, w.handover_row_protected(), w.handover_protected());
            }
        }
        rows(&lines);
        say(&shown(Look::Quiet, &w.handover_todo_answer(&one.number.to_string())));
    });
}

/// Where a case stands, in words.
fn status<'a>(desk: &'a Desk, case_type: &str, word: &'a str) -> &'a str {
    let Ok(of) = desk.house.case_type(case_type) else { return word };
    let found = of.versions.iter().rev().find_map(|version| version.status(word));
    found.map_or(word, |status| status.title.get(register_language(desk.w().language())))
}
