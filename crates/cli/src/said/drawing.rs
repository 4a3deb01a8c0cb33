//! What is refused about drawing files into supervision cases.

use casework::drawing::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => Trouble::refused(w.access_draw_unknown()).coded("draw-unknown"),
        Refusal::SupervisesNothing { number } => Trouble::refused(w.access_supervises_nothing(&number.to_string()))
            .coded("supervises-nothing")
            .with("case", *number),
        Refusal::FunctionMayNot { function, action } => super::opening::may_not(w, function, *action),
        Refusal::NoReason => Trouble::wrong_use(w.access_no_reason(), w.access_no_reason_todo()).coded("no-reason"),
        Refusal::DrawnAlready { number } => {
            Trouble::refused(w.access_drawn_already(&number.to_string())).coded("drawn-already").with("case", *number)
        }
    }
}
