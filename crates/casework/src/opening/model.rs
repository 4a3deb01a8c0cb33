//! What an opening outside of holdings is.

use authorization::Action;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long a file stays open.
pub const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// An opening of a file outside of the holdings of one's organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Its identity.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// Its number.
    pub number: i64,
    /// Its type.
    pub case_type: String,
    /// The post that opened it.
    pub post: String,
    /// Its organ.
    pub organ: String,
    /// What the post did there.
    pub function: String,
    /// Why, in the words of who opened it.
    pub reason: String,
    /// When.
    pub opened: Timestamp,
    /// The instant from which it is closed again.
    pub until: Timestamp,
    /// What another organ said of it; none: nobody has yet.
    pub review: Option<Review>,
}

/// What another organ said of an opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Whether there was reason for it.
    pub verdict: Verdict,
    /// Why they say so.
    pub note: String,
    /// The post.
    pub post: String,
    /// Its organ.
    pub organ: String,
    /// When.
    pub at: Timestamp,
}

words!(
    /// Whether there was reason for an opening.
    Verdict {
        /// There was.
        Justified = "justified",
        /// There was not.
        NotJustified = "not-justified",
    }
);

/// Why a file cannot be opened from outside, or an opening not reviewed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such case that could be opened so, or no such opening, for this post.
    #[error("there is no such thing")]
    Unknown,
    /// The function does not do that.
    #[error("a post of the function `{function}` may not {action}")]
    FunctionMayNot {
        /// The function.
        function: String,
        /// What it wanted to do.
        action: Action,
    },
    /// A reason must be said, in words.
    #[error("say why, in words")]
    NoReason,
    /// The organ bears the case: it is opened as others are.
    #[error("case {number} is the organ's own")]
    BorneAlready {
        /// The case's number.
        number: i64,
    },
    /// It is open already.
    #[error("case {number} is open until {until}")]
    OpenAlready {
        /// The case's number.
        number: i64,
        /// Until when.
        until: Timestamp,
    },
    /// It was reviewed already.
    #[error("`{organ}` has reviewed it")]
    ReviewedAlready {
        /// By which organ.
        organ: String,
        /// When.
        at: Timestamp,
    },
    /// An organ does not review what its own posts opened.
    #[error("an opening is reviewed by another organ")]
    OwnOrgan,
}
