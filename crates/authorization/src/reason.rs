//! Why somebody sees something. Structured, so that pages and commands say it in each language.

use jiff::Timestamp;
use uuid::Uuid;

use super::function::Function;

/// Why a post sees a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What the post does at its organ.
    pub function: Function,
    /// The organ.
    pub organ: String,
    /// On what it stands.
    pub ground: Ground,
}

/// On what it stands that somebody sees a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// The organ bears it.
    Bears {
        /// It is the lead.
        leads: bool,
        /// How it bears it, by the verb's word.
        verb: String,
        /// The duty.
        duty: String,
        /// Citations.
        basis: Vec<String>,
        /// Since when.
        since: Timestamp,
        /// Until when, where that is known.
        until: Option<Timestamp>,
    },
    /// The organ led it, and its papers did not pass on: it keeps what was written until then.
    Keeps {
        /// Until when what was written is kept.
        before: Timestamp,
    },
    /// A supervision case that the organ leads drew it.
    Drawn {
        /// The supervision case's number.
        by: i64,
        /// Why, in the words of who drew it.
        why: String,
        /// Since when.
        since: Timestamp,
    },
    /// The post opened it outside of its organ's holdings.
    Opened {
        /// The opening.
        opening: Uuid,
        /// Why, in the words of who opened it.
        why: String,
        /// Until when.
        until: Timestamp,
    },
}
