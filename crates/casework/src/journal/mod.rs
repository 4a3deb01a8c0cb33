//! Reading the journal: who did or read what. Whoever reads it stands in it too.

mod actions;
mod model;
mod queries;

pub(crate) use actions::SUPERVISES;
pub use model::{Filter, Line, Refusal};
