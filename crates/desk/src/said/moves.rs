//! What happens to the open cases of a person: by a fact, or by an offer. The same sentences as on the command line.

use casework::handover::{AtOnce, CaseMove, Move, When};
use casework::holding::Between;
use jiff::civil::Date;

use super::Teller;

/// How the days of a change lie to today; nothing where they are today's.
pub fn when(t: &Teller<'_>, of: When) -> Option<String> {
    let w = t.w;
    match of {
        When::Today => None,
        When::Past => Some(w.fact_past().to_owned()),
        When::Backdated { since } => Some(w.fact_backdated(&w.day(since))),
        When::Future { from } => Some(w.fact_future(&w.day(from))),
    }
}

/// A case, and what happens to it: heading, and rows.
pub fn case_move(t: &Teller<'_>, one: &CaseMove) -> (String, Vec<(String, String)>) {
    let w = t.w;
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |head: &str, said: String| rows.push((head.to_owned(), said));
    row(w.form_row_happens(), sentence(t, one));
    let moves = !matches!(one.what, Move::Nothing | Move::ByLaw | Move::Asks(_));
    if let Some(to) = &one.offer_ends {
        row(w.handover_row_offer_ends(), w.handover_offer_ends(&t.organ_name(to)));
    }
    if let Some(sees) = sees(t, one) {
        row(w.handover_row_sees(), sees);
    }
    if moves {
        let organs = |all: &[(String, String)]| {
            let all: Vec<String> =
                all.iter().map(|(organ, verb)| format!("{} ({})", t.organ_name(organ), t.verb(verb))).collect();
            all.join("; ")
        };
        if !one.begun.is_empty() {
            row(w.handover_row_begins(), organs(&one.begun));
        }
        if !one.ended.is_empty() {
            row(w.handover_row_ends(), organs(&one.ended));
        }
        if !one.limits.is_empty() {
            row(w.handover_row_limits(), limits_named(t, &one.duty, &one.limits));
        }
        if !one.basis.is_empty() {
            let basis: Vec<String> = t.basis(&one.basis).into_iter().map(|basis| basis.citation).collect();
            row(w.responsibility_basis(), basis.join("; "));
        }
    }
    if let Move::Asks(between) = &one.what {
        row(w.handover_row_question(), super::case::between_why(t, between));
        if let Between::Ask { possible, .. } = &**between {
            // A municipality may stand in it as itself and as an employment authority of the same name.
            let mut organs: Vec<String> = possible.iter().map(|organ| t.organ_name(organ)).collect();
            organs.dedup();
            row(w.handover_row_possible(), organs.join("; "));
        }
    }
    (w.handover_done_offer(&one.number.to_string(), &t.case_type(&one.case_type)), rows)
}

fn sentence(t: &Teller<'_>, one: &CaseMove) -> String {
    let (w, lead, day) = (t.w, t.organ_name(&one.lead), t.w.day(one.on));
    let to = one.to.as_deref().map(|to| t.organ_name(to)).unwrap_or_default();
    match &one.what {
        Move::Nothing => w.handover_move_nothing(&lead),
        Move::ByLaw => w.form_move_by_law(&day),
        Move::Beside => w.handover_move_beside(&day, &lead),
        Move::AtOnce { why: AtOnce::OutOfBetweenChairs } => w.handover_move_between_chairs(&day, &to),
        Move::AtOnce { why: AtOnce::NobodyLeads } => w.handover_move_nobody(&day),
        Move::AtOnce { why: AtOnce::AnotherKeeper } => w.handover_move_keeper(&day),
        Move::AtOnce { why: AtOnce::SameOrgan } => w.handover_move_same(&day, &lead),
        Move::Offer { consent: None } => w.handover_move_offer(&day, &lead, &to),
        Move::Offer { consent: Some(act) } => w.handover_move_offer_consent(act, &lead, &to),
        Move::Stands => w.handover_move_stands(&lead, &to),
        Move::Waits => w.handover_move_waits(&lead),
        Move::Asks(_) => w.handover_move_asks(&lead),
    }
}

/// Who sees it that did not, and what.
fn sees(t: &Teller<'_>, one: &CaseMove) -> Option<String> {
    let w = t.w;
    let to = t.organ_name(one.to.as_deref()?);
    match &one.what {
        Move::Offer { consent: None } => Some(w.handover_sees_short(&to)),
        Move::Offer { consent: Some(_) } => Some(w.handover_sees_nothing(&to)),
        Move::AtOnce { why: AtOnce::OutOfBetweenChairs } if one.to.as_deref() != Some(one.lead.as_str()) => {
            Some(w.handover_sees_file(&w.day(one.on), &to))
        }
        _ => None,
    }
}

/// Time limits that go on, with their last days.
pub fn limits_named(t: &Teller<'_>, duty: &str, all: &[(String, Option<Date>)]) -> String {
    let said = all.iter().map(|(word, last)| {
        let law = t.desk.house.limit_of_law(duty, word);
        let title = law.map_or(word.as_str(), |law| t.register.text(&law.title));
        last.map_or_else(|| title.to_owned(), |day| t.w.handover_limit(&t.w.day(day), title))
    });
    said.collect::<Vec<_>>().join("; ")
}
