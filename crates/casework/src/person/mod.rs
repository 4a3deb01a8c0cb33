//! People: whose path it is. What is known of a person is a timeline for each attribute, with source and recorder; a
//! correction never erases what was believed before.

mod model;
mod queries;
mod situation;

pub use model::{Birth, Fact, Refusal};
pub use situation::Situation;
pub(crate) use situation::situation;
