//! What is refused about openings outside of holdings, and of what a function may do.

use authorization::Action;
use casework::opening::Refusal;
use web::words::Words;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => Trouble::refused(w.access_unknown()).coded("opening-unknown").todo(w.access_unknown_todo()),
        Refusal::FunctionMayNot { function, action } => may_not(w, function, *action),
        Refusal::NoReason => Trouble::wrong_use(w.access_no_reason(), w.access_no_reason_todo()).coded("no-reason"),
        Refusal::BorneAlready { number } => Trouble::refused(w.access_borne_already(&number.to_string()))
            .coded("borne-already")
            .todo(w.access_borne_already_todo(&number.to_string()))
            .with("case", *number),
        Refusal::OpenAlready { number, until } => {
            Trouble::refused(w.access_open_already(&number.to_string(), &desk.instant(*until)))
                .coded("open-already")
                .with("case", *number)
                .with("until", until.to_string())
        }
        Refusal::ReviewedAlready { organ, at } => {
            Trouble::refused(w.access_reviewed_already(&desk.instant(*at), desk.organ_name(organ)))
                .coded("reviewed-already")
                .with("organ", organ.as_str())
                .with("at", at.to_string())
        }
        Refusal::OwnOrgan => Trouble::refused(w.access_own_organ()).coded("own-organ"),
    }
}

/// A function that does not do that.
pub fn may_not(w: &Words, function: &str, action: Action) -> Trouble {
    Trouble::refused(w.access_function_may_not(&self::action(w, action), function))
        .coded("function-may-not")
        .todo(w.access_function_may_not_todo())
        .with("function", function)
        .with("action", action.word())
}

/// What somebody wanted to do, in words.
pub fn action(w: &Words, of: Action) -> String {
    match of {
        Action::List => w.action_list(),
        Action::Read => w.action_read(),
        Action::Search => w.action_search(),
        Action::Count => w.action_count(),
        Action::Export => w.action_export(),
        Action::ReadDocument => w.action_read_document(),
        Action::WriteField => w.action_write_field(),
        Action::TakeStep => w.action_take_step(),
        Action::Decide => w.action_decide(),
        Action::Notify => w.action_notify(),
        Action::Offer => w.action_offer(),
        Action::Answer => w.action_answer(),
        Action::Upload => w.action_upload(),
        Action::Withdraw => w.action_withdraw(),
        Action::RecordFact => w.action_record_fact(),
        Action::Protect => w.action_protect(),
        Action::Link => w.action_link(),
        Action::ChangeLimit => w.action_change_limit(),
        Action::SeeJournal => w.action_see_journal(),
        Action::SeeFigures => w.action_see_figures(),
        Action::Open => w.action_open(),
        Action::BreakGlass => w.action_break_glass(),
        Action::Draw => w.action_draw(),
        Action::Review => w.action_review(),
        Action::ManagePosts => w.action_manage_posts(),
    }
    .to_owned()
}
