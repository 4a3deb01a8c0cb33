//! Posts: who acts. A post is a function at an organ, with its first and last day; an account without one can do nothing.

mod actions;
mod model;
pub(crate) mod queries;
mod rules;

pub(crate) use actions::{in_force, sound};
pub use model::{Acting, NewPost, Post, Refusal};
