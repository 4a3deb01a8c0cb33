//! What is refused about the journal.

use casework::journal::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::NotForThisPost => Trouble::refused(w.journal_not_for_this_post())
            .coded("journal-not-for-this-post")
            .todo(w.journal_not_for_this_post_todo()),
    }
}
