//! A line of the journal as it is read, and which lines are wanted.

use jiff::Timestamp;
use uuid::Uuid;

/// A line: who did or read what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, which grows with time; on a server with several nodes not always in the order of the instants.
    pub seq: i64,
    /// Its place in the sealed journal; none while it waits for the seal.
    pub position: Option<i64>,
    /// When.
    pub at: Timestamp,
    /// Which post.
    pub post: String,
    /// At which organ.
    pub organ: String,
    /// For which duty.
    pub duty: Option<String>,
    /// What was done: `open`, `read`, `record` …
    pub action: String,
    /// To what sort of thing.
    pub noun: String,
    /// To which one.
    pub subject: String,
    /// The version that it left behind, or that was read.
    pub version: Option<i64>,
    /// About which person.
    pub person: Option<Uuid>,
    /// In which case.
    pub case: Option<Uuid>,
    /// By which right.
    pub ground: Option<String>,
}

/// Which lines are wanted; what is `None` does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// About this person.
    pub person: Option<Uuid>,
    /// In the case of this number.
    pub case: Option<i64>,
    /// By this post.
    pub post: Option<String>,
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub until: Option<Timestamp>,
    /// Only lines with a lower number: the next page.
    pub before: Option<i64>,
    /// How many, at most 1000.
    pub at_most: u16,
}

/// Why the journal is not shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the operator and posts that supervise read it.
    #[error("only the operator and posts that supervise read the journal")]
    NotForThisPost,
}
