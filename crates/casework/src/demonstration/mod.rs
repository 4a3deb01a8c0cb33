//! The mark of a demonstration database: a world of invented people, in which everybody may act as every post. A real
//! set-up has no mark and cannot get one: a database that holds anybody, or anybody's account, is not marked.

mod actions;
mod model;
pub(crate) mod queries;

pub use actions::marked;
pub use model::{Mark, Refusal, Role};
