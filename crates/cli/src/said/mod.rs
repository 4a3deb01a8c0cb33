//! What casework refuses, in words: one file a noun. A refusal becomes a [`Trouble`]: an exit status, a word for programs,
//! what is wrong, and what to do.

mod account;
pub mod case;
mod client;
mod decision;
mod demonstration;
mod document;
mod drawing;
pub mod fact;
mod handover;
mod journal;
mod limit;
pub mod opening;
mod person;
mod post;
mod reorganisation;
mod storage;
mod version_move;

use casework::draft::Refusal as DraftRefusal;
use casework::{Error, Refusal};

use crate::context::Trouble;
use crate::desk::Desk;

pub use demonstration::refused as demonstration;
pub use storage::storage;

/// Says what stands against it.
pub fn trouble(desk: &Desk, error: &Error) -> Trouble {
    match error {
        Error::Storage(error) => storage(desk.w(), error),
        Error::Refused(refusal) => refused(desk, refusal),
    }
}

fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    match refusal {
        Refusal::Account(refusal) => account::refused(desk, refusal),
        Refusal::Demonstration(refusal) => demonstration::refused(desk.w(), refusal),
        Refusal::Client(refusal) => client::refused(desk, refusal),
        Refusal::Post(refusal) => post::refused(desk, refusal),
        Refusal::Person(refusal) => person::refused(desk, refusal),
        Refusal::Journal(refusal) => journal::refused(desk, refusal),
        Refusal::Document(refusal) => document::refused(desk, refusal),
        Refusal::Reorganisation(refusal) => reorganisation::refused(desk, refusal),
        Refusal::Case(refusal) => case::refused(desk, refusal),
        Refusal::Draft(DraftRefusal::TooLarge { most }) => {
            let w = desk.w();
            Trouble::refused(w.draft_too_large(&w.number(i64::try_from(*most).unwrap_or(i64::MAX))))
                .coded("draft-too-large")
        }
        Refusal::Opening(refusal) => opening::refused(desk, refusal),
        Refusal::Drawing(refusal) => drawing::refused(desk, refusal),
        Refusal::Limit(refusal) => limit::refused(desk, refusal),
        Refusal::Decision(refusal) => decision::refused(desk, refusal),
        Refusal::VersionMove(refusal) => version_move::refused(desk, refusal),
        Refusal::HandOver(refusal) => handover::refused(desk, refusal),
    }
}
