//! What is refused about cases.

use casework::case::Refusal;
use casework::case::field::{FieldFault, WrongField};
use casework::case::rules::{Against, taker_word};
use web::words::Words;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    let told = |what: String, code: &'static str, number: i64| Trouble::refused(what).coded(code).with("case", number);
    match refusal {
        Refusal::Unknown => Trouble::refused(w.case_unknown()).coded("case-unknown").todo(w.case_unknown_todo()),
        Refusal::UnknownType(word) => Trouble::wrong_use(w.case_type_unknown(word), w.case_type_unknown_todo())
            .coded("case-type-unknown")
            .with("case_type", word.as_str()),
        Refusal::NotOpenedThen(word) => Trouble::refused(w.case_not_opened_then(word))
            .coded("case-not-opened-then")
            .todo(w.case_not_opened_then_todo())
            .with("case_type", word.as_str()),
        Refusal::FunctionMayNot { number, function, action } => told(
            w.case_function_may_not(&super::opening::action(w, *action), function.word(), &number.to_string()),
            "function-may-not",
            *number,
        )
        .with("function", function.word())
        .with("action", action.word()),
        Refusal::HandlersOnly { number, action } => told(
            w.case_handlers_only(&super::opening::action(w, *action), &number.to_string()),
            "handlers-only",
            *number,
        )
        .todo(w.case_handlers_only_todo())
        .with("action", action.word()),
        Refusal::Closed(number) => told(w.case_closed(&number.to_string()), "case-closed", *number),
        Refusal::NotLead { number, lead } => {
            told(w.case_not_lead(&number.to_string(), desk.organ_name(lead)), "not-lead", *number)
                .with("lead", lead.as_str())
        }
        Refusal::UnknownVersion { case_type, version } => {
            Trouble::failed(w.case_unknown_version(case_type, version)).coded("case-version-unknown")
        }
        Refusal::UnknownStep { step, of } => {
            Trouble::wrong_use(w.case_unknown_step(step), w.case_unknown_step_todo(&of.join(", ")))
                .coded("step-unknown")
                .with("steps", of.clone())
        }
        Refusal::NeedsDecision { number, step } => {
            told(w.case_needs_decision(&number.to_string(), step), "needs-decision", *number)
        }
        Refusal::CannotStep(cannot) => {
            let against: Vec<String> = cannot
                .against
                .iter()
                .map(|one| against(w, one))
                .chain(cannot.fields.iter().map(|one| wrong_field(w, one)))
                .collect();
            told(
                w.case_cannot_step(&against.join("; "), &cannot.number.to_string(), &cannot.step),
                "cannot-step",
                cannot.number,
            )
            .with("step", cannot.step.as_str())
            .with("against", cannot.against.iter().map(against_word).collect::<Vec<_>>())
            .with("fields", cannot.fields.iter().map(|one| one.field.as_str()).collect::<Vec<_>>())
        }
        Refusal::Stale(stale) => {
            let number = stale.number.to_string();
            Trouble::stale(w.case_stale(&stale.based_on.to_string(), &stale.now.to_string(), &number))
                .coded("case-stale")
                .todo(w.case_stale_todo(&number))
                .with("case", stale.number)
                .with("based_on", stale.based_on)
                .with("now", stale.now)
        }
        Refusal::NotBetweenChairs { number } => {
            told(w.case_not_between(&number.to_string()), "not-between-chairs", *number)
        }
        Refusal::LinkedToItself => Trouble::wrong_use(w.case_linked_to_itself(), "").coded("linked-to-itself"),
        Refusal::LinkedAlready { number, other } => {
            told(w.case_linked_already(&number.to_string(), &other.to_string()), "linked-already", *number)
        }
        Refusal::NotLinked => Trouble::refused(w.case_not_linked()).coded("not-linked"),
    }
}

/// What stands against a step, in words.
pub fn against(w: &Words, one: &Against) -> String {
    match one {
        Against::Closed => w.case_against_closed().to_owned(),
        Against::NotFrom { status, from } => w.case_against_from(&w.either(from), status),
        Against::NotTaker { by, .. } => {
            let by: Vec<&str> = by.iter().map(|taker| taker_word(*taker)).collect();
            w.case_against_taker(&w.either(&by))
        }
        Against::NotFunction { by, is } => w.case_against_function(&w.either(by), is),
        Against::OnlyKeeps => w.case_against_keeps().to_owned(),
        Against::Empty(fields) => w.case_against_empty(&fields.join(", ")),
        Against::ResultNeeded { of } => w.case_against_result(&w.either(of)),
        Against::NotItsResult { result, of } => w.case_against_not_result(result, &w.list(of)),
        Against::NeedsDecision => w.case_against_decision().to_owned(),
    }
}

/// The same as a word for programs.
pub fn against_word(one: &Against) -> &'static str {
    match one {
        Against::Closed => "closed",
        Against::NotFrom { .. } => "not-from-this-status",
        Against::NotTaker { .. } => "not-taker",
        Against::NotFunction { .. } => "not-function",
        Against::OnlyKeeps => "only-keeps",
        Against::Empty(_) => "empty-fields",
        Against::ResultNeeded { .. } => "result-needed",
        Against::NotItsResult { .. } => "not-its-result",
        Against::NeedsDecision => "needs-decision",
    }
}

fn wrong_field(w: &Words, wrong: &WrongField) -> String {
    let field = wrong.field.as_str();
    match &wrong.fault {
        FieldFault::Unknown { near: Some(near) } => {
            format!("{} ({})", w.case_field_unknown(field), w.said_did_you_mean(near))
        }
        FieldFault::Unknown { near: None } => w.case_field_unknown(field),
        FieldFault::Twice => w.case_field_twice(field),
        FieldFault::NotYesOrNo => w.case_field_yes_no(field),
        FieldFault::NotADay => w.case_field_day(field),
        FieldFault::NotANumber => w.case_field_number(field),
        FieldFault::NotAChoice { of } => w.case_field_choice(field, &w.either(of)),
        FieldFault::OneLine => w.case_field_one_line(field),
        FieldFault::Unprintable => w.case_field_unprintable(field),
        FieldFault::TooLong { most, is } => w.case_field_too_long(field, &w.number(*is), &w.number(*most)),
    }
}
