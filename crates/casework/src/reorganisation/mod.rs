//! Reorganisations: a law moves duties from one organ to another on a day, and all open cases follow in one instant.
//!
//! | step | what it does |
//! |---|---|
//! | [`House::plan_reorganisation`](crate::House::plan_reorganisation) | asks the register for every open case, writes no holding |
//! | [`House::apply_reorganisation`](crate::House::apply_reorganisation) | writes the holdings, a batch a unit of work, a receipt a case |
//! | [`House::resume_reorganisation`](crate::House::resume_reorganisation) | goes on with a run that stopped |
//! | [`House::undo_reorganisation`](crate::House::undo_reorganisation) | takes it back, case by case, where nothing happened since |
//!
//! **One instant.** A run before the day writes leads that begin at midnight of the day; until then the former organ goes on.
//! However long the run takes, and whatever stops it, responsibility changes for all cases at once.
//!
//! **The world decides, not the list.** Each batch asks anew who leads now and whom the register names, and writes only what
//! is not so yet. So a run can be stopped anywhere, done again, and finds what others did meanwhile; it never does the same
//! twice. Decision record 0015 says what moves and what does not.

mod apply;
mod loading;
mod model;
mod moving;
mod plan;
mod queries;
mod router;
mod rules;
mod run;
mod undo;
mod verify;
mod work;

pub use model::{Count, Ending, Fate, LetterOwed, OfDuty, Plan, PostChange, Refusal, Rule, Seen, Why};
pub use run::{Balance, BesideChange, Left, Order, Progress, Run, RunKind, RunState, Tally, Told};
