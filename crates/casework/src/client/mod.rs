//! Machine clients: programs of an organ that work here by themselves. A client is a post with a token: it acts at one
//! organ, with one function, in cases of the duties that were named when it was made, and in no other. What its organ's
//! holdings do not give, it has not; what they give for another duty, it has not either.
//!
//! The token is shown once, when the client is made, and kept as a hash. A client ends on its day, or at once.
//!
//! Basis: 906/2019 § 22-24 (authorities open technical interfaces to one another only for what the receiver may have),
//! § 16-17 (rights of use follow tasks; use is logged). *Reading:* that an organ's program may do at most what the duties
//! that it is for give is a rule of the house, narrower than the law: `docs/decisions/0020-machine-clients.md`.

mod actions;
mod model;
pub(crate) mod queries;
mod rules;

pub use model::{Client, Made, NewClient, Refusal};
pub use rules::LONGEST;
