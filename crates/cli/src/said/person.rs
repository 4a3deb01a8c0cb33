//! What is refused about people and what is known of them.

use casework::person::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => Trouble::refused(w.person_unknown()).coded("person-unknown").todo(w.person_unknown_todo()),
        other => Trouble::refused(other.to_string()),
    }
}
