//! Cases: one matter in hand, of a case type that carries out a duty. Opening one asks the register with the person's
//! facts of that day and writes the holdings. A case that nobody leads is not refused and not lost: it lies between
//! chairs, and the organ that the case type names looks after it.
//!
//! A case goes on by steps ([`House::take_step`](crate::House::take_step)). Which there are, from where to where, who may
//! take them, what must be written down before and how it may end, says the version of the case type under which it was
//! opened; it keeps that version until it is moved ([`version_move`]). Each change names the version of the case that it is
//! based on, so that nobody writes over somebody else.
//!
//! | what | where |
//! |---|---|
//! | whether a step can be taken, and all that stands against it | [`rules`] |
//! | values, read strictly | [`field`] |
//! | for how long a closed case is kept | [`retention`] |
//! | lists, a whole case | [`reading`] |
//! | what is due first | [`by_due`] |
//! | what the person sees | [`own`] |
//! | between chairs | [`between`] |
//! | how many there are, for who sees no file | [`figures`] |
//! | cases that belong together | [`link`] |

mod actions;
pub(crate) mod authority;
pub mod between;
pub mod by_due;
pub mod field;
pub mod figures;
pub mod link;
pub(crate) mod masking;
mod model;
mod numbered;
pub mod own;
pub(crate) mod queries;
pub mod reading;
pub mod retention;
pub mod routing;
pub mod rules;
pub(crate) mod step;
pub mod version_move;

pub use model::{CannotStep, Case, Change, ChangeKind, Closing, Opened, Refusal, Stale, StepTaken};
pub use routing::Route;
