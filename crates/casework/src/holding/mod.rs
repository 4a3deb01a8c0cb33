//! Holdings: organ X bears verb V in case C from instant A until instant B. They are the heart: routing, desk, access and
//! the person's page all read them.
//!
//! The leads of a case are a chain. Each begins in the instant in which the one before it ends; the database writes that
//! end itself, so that no statement can leave a case without a lead or with two. A holding is never edited: it ends, and
//! another begins. One that was planned for a later instant can be withdrawn until it begins.

mod model;
pub(crate) mod queries;
pub(crate) mod transfer;

pub use model::{Between, Cause, Holding, NewHolding, Path, Role};
pub use transfer::Transfer;
