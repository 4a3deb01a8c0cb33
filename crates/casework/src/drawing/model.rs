//! What a file that was drawn is.

use authorization::Action;
use jiff::Timestamp;
use uuid::Uuid;

/// A file that a supervision case drew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Its identity.
    pub id: Uuid,
    /// The supervision case.
    pub supervision: Uuid,
    /// Its number.
    pub supervision_number: i64,
    /// The case whose file was drawn.
    pub case: Uuid,
    /// Its number.
    pub number: i64,
    /// Why, in the words of who drew it.
    pub reason: String,
    /// The post that drew it.
    pub post: String,
    /// Its organ.
    pub organ: String,
    /// When.
    pub at: Timestamp,
}

/// Why a file cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such case that this organ supervises.
    #[error("there is no such case to be drawn")]
    Unknown,
    /// The case that is to draw it is none of supervision.
    #[error("case {number} supervises nothing")]
    SupervisesNothing {
        /// Its number.
        number: i64,
    },
    /// The function does not draw files.
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
    /// It was drawn already.
    #[error("case {number} was drawn already")]
    DrawnAlready {
        /// The number of the case that was drawn.
        number: i64,
    },
}
