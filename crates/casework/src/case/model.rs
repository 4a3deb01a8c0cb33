//! What a case is.

use jiff::Timestamp;
use uuid::Uuid;

use super::Route;

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its identity.
    pub id: Uuid,
    /// The number that people use.
    pub number: i64,
    /// The case type's word.
    pub case_type: String,
    /// The version of the case type that it keeps.
    pub type_version: String,
    /// The duty that it carries out.
    pub duty: String,
    /// The person whose case it is.
    pub person: Option<Uuid>,
    /// The municipality that it concerns, by its code.
    pub municipality: Option<String>,
    /// Where it stands.
    pub status: String,
    /// How it ended.
    pub result: Option<String>,
    /// When it was opened.
    pub opened: Timestamp,
    /// By which organ.
    pub opened_organ: String,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// Raised by one with each change; a change names the one it is based on.
    pub version: i64,
}

/// A case that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Its identity.
    pub id: Uuid,
    /// The number that people use.
    pub number: i64,
    /// Who bears it.
    pub route: Route,
}

/// Why something cannot be done in a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no such case for this post.
    #[error("there is no such case")]
    Unknown,
    /// There is no case type of that word.
    #[error("there is no case type `{0}`")]
    UnknownType(String),
    /// No version of the case type is for cases opened that day.
    #[error("no case of the type `{0}` is opened on that day")]
    NotOpenedThen(String),
    /// It is closed.
    #[error("case {0} is closed")]
    Closed(i64),
    /// Only the lead may do that, and it is another organ.
    #[error("case {number} is led by `{lead}`")]
    NotLead {
        /// The case's number.
        number: i64,
        /// The organ that leads.
        lead: String,
    },
}
