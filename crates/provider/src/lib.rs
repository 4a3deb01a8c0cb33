//! Signing in at an organisation's own provider: OpenID Connect, the authorization code flow with PKCE. What is asked and
//! checked, without pages and without a database.
//!
//! | file | what stands in it |
//! |---|---|
//! | `settings.rs` | the file that says which providers there are; secrets from files of their own or the environment |
//! | `line.rs` | the line to a provider: no redirects, an end to waiting and to length |
//! | `known.rs` | what a provider says of itself, and its keys; kept for ten minutes |
//! | `answer.rs` | what comes back through the browser, read strictly (RFC 6749, RFC 9207) |
//! | `check.rs` | what is checked of the token that the provider signed |
//! | `provider.rs` | [`Provider`]: asking, and taking the answer |
//!
//! Which question an answer belongs to, whether this browser asked it, and that it is taken once is not known here: that
//! stands in the database (`casework::account`). Of a provider's tokens nothing is kept: what is left of them is [`Told`].
//!
//! Basis: OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0; RFC 7636, RFC 9207, RFC 9700; decision 0021.

mod answer;
mod check;
mod fault;
mod known;
mod line;
mod provider;
mod settings;

pub use answer::{Answer, Outcome};
pub use fault::Fault;
pub use provider::{Provider, Question, Told};
pub use settings::{Names, Providers, Secret, Settings, SettingsFault};
