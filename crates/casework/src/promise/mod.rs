//! The one promise, proved over the database as it stands: at every instant from its opening to its closing each case has
//! exactly one lead, and that lead is an organ that is there.
//!
//! The database refuses whatever would break it. This looks all the same: at what a hand, a faulty disk or a fault of the
//! program itself may have done. It trusts no trigger and no index, and reads every holding.

mod actions;
mod model;
mod queries;

pub use model::{Broken, Fault, Proof};
