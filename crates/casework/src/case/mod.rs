//! Cases: one matter in hand, of a case type that carries out a duty. Opening one asks the register with the person's
//! facts of that day and writes the holdings. A case that nobody leads is not refused and not lost: it lies between
//! chairs, and the organ that the case type names looks after it.

mod actions;
pub(crate) mod authority;
mod model;
pub(crate) mod queries;
pub mod routing;

pub use model::{Case, Opened, Refusal};
pub use routing::Route;
