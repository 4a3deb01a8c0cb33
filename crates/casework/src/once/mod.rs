//! What is done once, however often it is asked for. A program that did not hear our answer cannot know whether the act was
//! done; it asks again with the same key, and is told what was done the first time. The key is kept in the unit of work of
//! the act itself, so that there is no instant in which the one is there without the other.
//!
//! The same unit also looks whether what the act is based on is still as it was.
//!
//! An act that was refused leaves no key behind: what stood against it may be mended, and the same key then serves.

mod actions;
mod model;
pub(crate) mod queries;

pub use model::{Basis, Done, Key, LONGEST_KEY, Once};
