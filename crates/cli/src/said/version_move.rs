//! What is refused about moving cases to another version of their type.

use casework::case::version_move::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::NotForThisPost => Trouble::refused(w.case_move_operator_only()).coded("operator-only"),
        Refusal::SameVersion(version) => Trouble::wrong_use(w.case_move_same_version(version), "")
            .coded("same-version")
            .with("version", version.as_str()),
        Refusal::Unknown => Trouble::refused(w.case_move_unknown()).coded("move-unknown"),
        Refusal::NotPlanned => Trouble::refused(w.case_move_not_planned()).coded("move-not-planned"),
        Refusal::NotYet { version, from } => Trouble::refused(w.case_move_not_yet(&w.day(*from), version))
            .coded("version-not-yet")
            .with("version", version.as_str())
            .with("from", from.to_string()),
        Refusal::Undone => Trouble::refused(w.case_move_undone()).coded("move-undone"),
    }
}
