//! What happens to the open cases of a person: by a fact, or by an offer. The same sentences before it is saved and after.

use casework::handover::{AtOnce, CaseMove, Move};
use casework::holding::Between;
use serde_json::{Value, json};
use web::said::register_language;

use super::case::title;
use super::case_shown::verb;
use super::limit_shown;
use crate::desk::Desk;
use crate::print::{Look, plain, rows, say, shown};

/// For programs.
pub fn object(one: &CaseMove) -> Value {
    let mut object = json!({
        "case": one.number,
        "case_id": one.case,
        "case_type": one.case_type,
        "duty": one.duty,
        "lead": one.lead,
        "to": one.to,
        "basis": one.basis,
        "begun": one.begun.iter().map(|(organ, verb)| json!({ "organ": organ, "verb": verb })).collect::<Vec<_>>(),
        "ended": one.ended.iter().map(|(organ, verb)| json!({ "organ": organ, "verb": verb })).collect::<Vec<_>>(),
        "limits": one.limits.iter().map(|(limit, last)| {
            json!({ "limit": limit, "last_day": last.map(|day| day.to_string()) })
        }).collect::<Vec<_>>(),
        "on": one.on.to_string(),
        "move": word(&one.what),
        "offer_ends": one.offer_ends,
        "hand_over": one.hand_over,
    });
    match &one.what {
        Move::AtOnce { why } => object["why"] = json!(why),
        Move::Offer { consent } => object["consent"] = json!(consent),
        Move::Asks(between) => object["between"] = json!(between),
        Move::Nothing | Move::ByLaw | Move::Beside | Move::Stands | Move::Waits => {}
    }
    object
}

const fn word(what: &Move) -> &'static str {
    match what {
        Move::Nothing => "nothing",
        Move::ByLaw => "by-law",
        Move::Beside => "beside",
        Move::AtOnce { .. } => "at-once",
        Move::Offer { .. } => "offer",
        Move::Stands => "stands",
        Move::Waits => "waits",
        Move::Asks(_) => "asks",
    }
}

/// For people.
pub fn text(desk: &Desk, one: &CaseMove) {
    let w = desk.w();
    say(&shown(Look::Strong, &w.handover_done_offer(&one.number.to_string(), &title(desk, &one.case_type))));
    let said = sentence(desk, one);
    say(&if matches!(one.what, Move::Asks(_)) { shown(Look::Amber, &said) } else { said });
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut line = |label: &str, said: String| lines.push(vec![format!("  {label}"), plain(&said)]);
    let moves = !matches!(one.what, Move::Nothing | Move::ByLaw | Move::Asks(_));
    if moves && !one.basis.is_empty() {
        line(w.cli_basis(), one.basis.join("; "));
    }
    if let Some(to) = &one.offer_ends {
        line(w.handover_row_offer_ends(), w.handover_offer_ends(desk.organ_name(to)));
    }
    if let Some(sees) = sees(desk, one) {
        line(w.handover_row_sees(), sees);
    }
    if moves {
        let organs = |all: &[(String, String)]| {
            let all: Vec<String> =
                all.iter().map(|(organ, of)| format!("{} ({})", desk.organ_name(organ), verb(desk, of))).collect();
            all.join("; ")
        };
        if !one.begun.is_empty() {
            line(w.handover_row_begins(), organs(&one.begun));
        }
        if !one.ended.is_empty() {
            line(w.handover_row_ends(), organs(&one.ended));
        }
        if !one.limits.is_empty() {
            line(w.handover_row_limits(), limits(desk, &one.duty, &one.limits));
        }
    }
    if let Move::Asks(between) = &one.what {
        let (question, possible) = asked(desk, between);
        line(w.handover_row_question(), question);
        if !possible.is_empty() {
            let organs: Vec<&str> = possible.iter().map(|organ| desk.organ_name(organ)).collect();
            line(w.handover_row_possible(), organs.join("; "));
        }
    }
    if let Some(id) = one.hand_over {
        line(w.handover_row_identity(), id.to_string());
    }
    rows(&lines);
    match &one.what {
        Move::Asks(between) => {
            if let Some(todo) = answer(desk, between) {
                say(&shown(Look::Quiet, &todo));
            }
        }
        Move::Offer { consent: Some(_) } if one.hand_over.is_some() => {
            say(&shown(Look::Quiet, &w.handover_done_consent_todo(&one.number.to_string())));
        }
        _ => {}
    }
}

fn sentence(desk: &Desk, one: &CaseMove) -> String {
    let (w, lead, day) = (desk.w(), desk.organ_name(&one.lead), desk.w().day(one.on));
    let to = one.to.as_deref().map(|to| desk.organ_name(to)).unwrap_or_default();
    match &one.what {
        Move::Nothing => w.handover_move_nothing(lead),
        Move::ByLaw => w.handover_move_by_law(&day),
        Move::Beside => w.handover_move_beside(&day, lead),
        Move::AtOnce { why: AtOnce::OutOfBetweenChairs } => w.handover_move_between_chairs(&day, to),
        Move::AtOnce { why: AtOnce::NobodyLeads } => w.handover_move_nobody(&day),
        Move::AtOnce { why: AtOnce::AnotherKeeper } => w.handover_move_keeper(&day),
        Move::AtOnce { why: AtOnce::SameOrgan } => w.handover_move_same(&day, lead),
        Move::Offer { consent: None } => w.handover_move_offer(&day, lead, to),
        Move::Offer { consent: Some(act) } => w.handover_move_offer_consent(act, lead, to),
        Move::Stands => w.handover_move_stands(lead, to),
        Move::Waits => w.handover_move_waits(lead),
        Move::Asks(_) => w.handover_move_asks(lead),
    }
}

/// Who sees it that did not, and what.
fn sees(desk: &Desk, one: &CaseMove) -> Option<String> {
    let w = desk.w();
    let to = desk.organ_name(one.to.as_deref()?);
    match &one.what {
        Move::Offer { consent: None } => Some(w.handover_sees_short(to)),
        Move::Offer { consent: Some(_) } => Some(w.handover_sees_nothing(to)),
        Move::AtOnce { why: AtOnce::OutOfBetweenChairs } if one.to.as_deref() != Some(one.lead.as_str()) => {
            Some(w.handover_sees_file(&w.day(one.on), to))
        }
        _ => None,
    }
}

/// Time limits that go on, with their last days.
pub fn limits(desk: &Desk, duty: &str, all: &[(String, Option<calendar::Date>)]) -> String {
    let w = desk.w();
    let said = all.iter().map(|(word, last)| {
        let title = limit_shown::title(desk, duty, word);
        last.map_or_else(|| title.to_owned(), |day| w.handover_limit(&w.day(day), title))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// What must be known, in words, and the organs that may turn out to lead.
pub fn asked<'a>(desk: &'a Desk, between: &'a Between) -> (String, &'a [String]) {
    let w = desk.w();
    match between {
        Between::Nobody => (String::new(), &[]),
        Between::Ask { attribute, possible, .. } => {
            let attributes = &desk.house.register.resolved.words.attributes;
            let found = attributes.iter().find(|one| one.id == *attribute);
            let question = found.map(|found| found.question.get(register_language(w.language())));
            (question.unwrap_or(attribute).to_owned(), possible)
        }
        Between::AskMunicipality { possible } => (w.case_ask_municipality().to_owned(), possible),
        Between::Undetermined { possible } => (w.handover_undetermined().to_owned(), possible),
        Between::Contradiction => (w.handover_contradiction().to_owned(), &[]),
    }
}

/// How the answer is recorded.
pub fn answer(desk: &Desk, between: &Between) -> Option<String> {
    match between {
        Between::Ask { attribute, values, .. } => {
            Some(desk.w().case_between_ask_todo(attribute, &desk.w().either(values)))
        }
        _ => None,
    }
}
