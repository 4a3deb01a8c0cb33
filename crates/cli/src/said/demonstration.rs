//! What is refused about demonstration databases, in words.

use casework::demonstration::Refusal;
use web::words::Words;

use crate::context::Trouble;

/// Says what stands against it.
pub fn refused(w: &Words, refusal: &Refusal) -> Trouble {
    match refusal {
        Refusal::OperatorOnly => Trouble::refused(w.demo_operator_only()).coded("operator-only"),
        Refusal::InUse { accounts, posts } => {
            let what = w.demo_in_use(&w.number(*accounts), &w.number(*posts));
            Trouble::refused(what).coded("in-use").todo(w.demo_in_use_todo())
        }
        Refusal::Already(day) => {
            let what = w.demo_already(&w.day(*day));
            Trouble::refused(what).coded("demonstration-already").todo(w.demo_already_todo())
        }
        Refusal::NotInEarnest => {
            Trouble::refused(w.demo_not_in_earnest()).coded("demonstration").todo(w.demo_not_in_earnest_todo())
        }
        Refusal::None => Trouble::refused(w.demo_none()).coded("no-demonstration").todo(w.demo_none_todo()),
    }
}
