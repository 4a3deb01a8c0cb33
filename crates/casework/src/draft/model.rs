//! What a draft is.

use jiff::Timestamp;
use uuid::Uuid;

use crate::post::Acting;

/// A draft holds so many bytes at most: more than any form takes.
pub const LARGEST: usize = 400_000;

/// Who writes: an account, as one of its posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writer {
    /// The account.
    pub account: Uuid,
    /// As whom.
    pub acting: Acting,
}

/// What is to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewDraft<'a> {
    /// The form: its address behind the language.
    pub form: &'a str,
    /// The case that it is about.
    pub case: Option<Uuid>,
    /// The person that it is about.
    pub person: Option<Uuid>,
    /// Name and value of each field, in their order.
    pub content: &'a [(String, String)],
    /// It came after the session had ended.
    pub late: bool,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its identity.
    pub id: Uuid,
    /// The form.
    pub form: String,
    /// The case that it is about.
    pub case: Option<Uuid>,
    /// The person that it is about.
    pub person: Option<Uuid>,
    /// Name and value of each field. Empty in a list.
    pub content: Vec<(String, String)>,
    /// When it was last saved.
    pub saved: Timestamp,
    /// It was kept after the session had ended.
    pub late: bool,
}

/// Why a draft cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is larger than any form.
    #[error("a draft holds at most {most} bytes")]
    TooLarge {
        /// So many bytes at most.
        most: usize,
    },
}
