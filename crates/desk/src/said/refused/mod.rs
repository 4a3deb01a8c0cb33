//! What casework refuses, as what is to be mended in a form: the field, and the sentence. The texts are those of the command
//! line where they say the same; what to do differs, because here there are fields and links and there are options.

mod case;
mod decision;
mod document;
mod hand_over;
mod limit;
mod person;

use authorization::Action;
use casework::{Error, Refusal, post};
use register::resolved::Version;
use web::words::Words;

use super::Teller;

pub use case::{stands_against, wrong_field};

/// What is to be mended: the name of a field, empty when it belongs to none; and what is wrong.
pub type Wrong = Vec<(String, String)>;

/// What is to be mended when this was refused; the fault itself when no form can say it: there is no such thing for this post,
/// or the database failed.
///
/// # Errors
/// The fault.
pub fn refused(t: &Teller<'_>, version: Option<&Version>, fault: Error) -> Result<Wrong, Error> {
    let said = match &fault {
        Error::Refused(Refusal::Case(refusal)) => case::wrong(t, version, refusal),
        Error::Refused(Refusal::Person(refusal)) => person::wrong(t, refusal),
        Error::Refused(Refusal::HandOver(refusal)) => hand_over::wrong(t, refusal),
        Error::Refused(Refusal::Limit(refusal)) => limit::wrong(t, refusal),
        Error::Refused(Refusal::Decision(refusal)) => decision::wrong(t, version, refusal),
        Error::Refused(Refusal::Document(refusal)) => document::wrong(t, refusal),
        Error::Refused(Refusal::Post(post::Refusal::FunctionMayNot { function, action })) => {
            Some(vec![(String::new(), t.w.access_function_may_not(function, action_said(t.w, *action)))])
        }
        _ => None,
    };
    said.ok_or(fault)
}

/// One sentence that belongs to a field.
fn one(field: &str, said: impl Into<String>) -> Option<Wrong> {
    Some(vec![(field.to_owned(), said.into())])
}

/// What somebody wanted to do, after "may not".
pub fn action_said(w: &Words, of: Action) -> &str {
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
        Action::Draw => w.action_draw(),
        Action::Open => w.action_open(),
        Action::BreakGlass => w.action_break_glass(),
        Action::Review => w.action_review(),
        Action::ManagePosts => w.action_manage_posts(),
    }
}
