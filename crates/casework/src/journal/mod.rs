//! Reading the journal: who did or read what. Whoever reads it stands in it too.

mod actions;
mod model;
mod queries;

pub use model::{Filter, Line, Refusal};
