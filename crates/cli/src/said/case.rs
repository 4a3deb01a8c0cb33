//! What is refused about cases.

use casework::case::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => Trouble::refused(w.case_unknown()).coded("case-unknown").todo(w.case_unknown_todo()),
        Refusal::UnknownType(word) => Trouble::wrong_use(w.case_type_unknown(word), w.case_type_unknown_todo())
            .coded("case-type-unknown")
            .with("case_type", word.as_str()),
        Refusal::NotOpenedThen(word) => Trouble::refused(w.case_not_opened_then(word))
            .coded("case-not-opened-then")
            .todo(w.case_not_opened_then_todo())
            .with("case_type", word.as_str()),
        other => Trouble::refused(other.to_string()),
    }
}
