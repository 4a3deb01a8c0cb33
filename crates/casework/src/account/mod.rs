//! Accounts: who signs in, and as which posts they may act. An account without a post sees nothing.
//!
//! The operator makes accounts, gives them posts and closes them; the person of an account changes the password, switches
//! the second factor and ends sessions. Nobody else does either.
//!
//! | file | what stands in it |
//! |---|---|
//! | `model.rs` | account, session, what is refused |
//! | `rules.rs` | what a login and a password may be; how long a session lasts; how waiting grows (pure) |
//! | `password.rs` | argon2id, always the same work |
//! | `secret.rs` | tokens and codes by chance, their hashes; the key that seals |
//! | `factor.rs` | the second factor's codes (RFC 6238), pure |
//! | `keeping.rs` | what the operator does |
//! | `signing_in.rs` | password, second factor: how a session begins |
//! | `elsewhere.rs` | the same at an organisation's own provider |
//! | `sessions.rs` | reading, renewing and ending sessions |
//! | `own.rs` | what a person does with the own account |
//! | `queries.rs`, `session_queries.rs`, `elsewhere_queries.rs` | the statements |
//!
//! Basis: who acts on a file must be known and be able to be told afterwards (906/2019 17 §, 13 §); decisions 0018 and 0021 say how.

mod elsewhere;
mod elsewhere_queries;
mod factor;
mod in_demonstration;
mod keeping;
mod model;
mod own;
mod password;
mod queries;
mod rules;
mod secret;
mod session_queries;
mod sessions;
mod signing_in;

pub use elsewhere::{ANSWERED_WITHIN, Answered, Asked, Vouched};
pub use factor::code_at;
pub use model::{
    Account, Attempt, Begun, Ended, Identity, NewAccount, Offered, Refusal, Session, SessionShown, Signed, SignedIn,
    Whence,
};
pub use own::Proposed;
pub use rules::{ABSOLUTE, IDLE, LONGEST_PASSWORD, SHORTEST_PASSWORD};
pub use secret::{Key, Token, made_password};
