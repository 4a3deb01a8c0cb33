//! About cases, but for the steps, which pages show field by field.

use casework::case::Refusal;

use crate::{Teller, Wrong, action, one};

pub(crate) fn wrong(t: &Teller<'_>, refusal: &Refusal) -> Option<Wrong> {
    let w = t.w;
    let number = |number: &i64| number.to_string();
    match refusal {
        Refusal::NotOpenedThen(word) => one("type", w.case_not_opened_then(&t.case_type(word))),
        Refusal::FunctionMayNot { number: case, function, action: of } => {
            one("", w.case_function_may_not(&number(case), function.word(), action(w, *of)))
        }
        Refusal::HandlersOnly { number: case, action: of } => {
            one("", w.case_handlers_only(action(w, *of), &number(case)))
        }
        Refusal::Closed(case) => one("", w.case_closed(&number(case))),
        Refusal::NotLead { number: case, lead } => one("", w.case_not_lead(&number(case), &t.organ_name(lead))),
        Refusal::NotBetweenChairs { number: case } => one("", w.case_not_between(&number(case))),
        // That it changed meanwhile is shown as what changed; that there is no such case, as what is not there.
        _ => None,
    }
}
