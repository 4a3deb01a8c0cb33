//! Casework: where the register begins to act. People with their facts, cases, and the holdings that say at every instant
//! who is responsible for each.
//!
//! One folder a noun. Within it: `model.rs` types, `rules.rs` what follows from them (pure), `actions.rs` what one does
//! (authorize, load, decide, save, record), `queries.rs` every statement of the noun.
//!
//! | noun | what it is |
//! |---|---|
//! | [`account`] | who signs in, and as which posts they may act |
//! | [`client`] | a program of an organ that works here by itself, for some duties |
//! | [`post`] | who acts: an account's function at an organ |
//! | [`person`] | whose path it is: facts as timelines |
//! | [`case`] | a matter in hand; opening it asks the register |
//! | [`decision`] | an administrative decision: made, notified, appealable until, replaced |
//! | [`handover`] | offer, answer, effect: one lead ends and the next begins; what a fact moves |
//! | [`holding`] | organ X bears verb V in case C from A until B |
//! | [`promise`] | the proof, over the database as it stands, that each open case has exactly one lead |
//! | [`journal`] | who did or read what, for those who look after it |
//! | [`once`] | what is done once, however often a program asks for it |
//! | [`opening`] | a file opened outside of holdings: for an hour, with a reason, reviewed, shown to the person |
//! | [`drawing`] | a file drawn into a supervision case: for who supervises, until that case closes |
//! | [`limit`] | a time limit from the law: budget, spent, stopped, extended, and its reminders |
//! | [`document`] | files in a case: versions, named by the hash of their bytes |
//! | [`demonstration`] | the mark of a database whose people are invented |
//! | [`draft`] | what an official has begun to write in a form |
//! | [`reorganisation`] | duties move from organ to organ on a day, and all open cases with them |
//!
//! Everything goes through a [`House`]: one database, one register, one time zone. What cannot be done is a [`Refusal`]
//! that says which rule stands against it; the texts for it stand in `words/`.

#[macro_use]
mod words;

mod house;
mod refusal;

pub mod account;
pub mod case;
pub mod client;
pub mod decision;
pub mod demonstration;
pub mod document;
pub mod draft;
pub mod drawing;
pub mod handover;
pub mod holding;
pub mod journal;
pub mod limit;
pub mod once;
pub mod opening;
pub mod person;
pub mod post;
pub mod promise;
pub mod reorganisation;

pub use house::{House, RULES};
pub use refusal::{Error, Refusal};
