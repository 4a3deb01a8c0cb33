//! What a machine client is.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::account::Token;

/// A machine client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Its word, which is that of its post: `kela/integration`.
    pub id: String,
    /// The organ, by its word in the register.
    pub organ: String,
    /// What it does there.
    pub function: String,
    /// Its name, as the organ writes it.
    pub title: String,
    /// The duties in whose cases it works, by their words in the register; at least one.
    pub duties: Vec<String>,
    /// When it was made.
    pub made: Timestamp,
    /// The first day on which it is no more.
    pub until: Date,
    /// When it was ended before that day.
    pub ended: Option<Timestamp>,
}

/// A client that is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClient {
    /// Its word: small letters, digits and `.:_/+-`. No post has it, and none gets it.
    pub id: String,
    /// The organ, by its word in the register.
    pub organ: String,
    /// What it does there.
    pub function: String,
    /// Its name.
    pub title: String,
    /// The duties in whose cases it works.
    pub duties: Vec<String>,
    /// The first day on which it is no more; none: as late as may be.
    pub until: Option<Date>,
}

/// A client with its token, which is shown now and never again.
#[derive(Debug)]
pub struct Made {
    /// The client.
    pub client: Client,
    /// What lets it in.
    pub token: Token,
}

/// Why a client cannot be made or ended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is none of that word.
    #[error("there is no client `{0}`")]
    Unknown(String),
    /// Only the operator makes and ends clients.
    #[error("only the operator makes and ends clients")]
    OperatorOnly,
    /// It would be for nothing.
    #[error("a client is for one duty at least")]
    NoDuties,
    /// The register does not know the duty.
    #[error("the register knows no duty `{0}`")]
    UnknownDuty(String),
    /// It would last too long.
    #[error("a client ends on {latest} at the latest")]
    TooLong {
        /// The latest first day on which it is no more.
        latest: Date,
    },
    /// It was ended.
    #[error("the client `{client}` was ended")]
    EndedAlready {
        /// The client.
        client: String,
        /// When.
        at: Timestamp,
    },
}
