//! What a document is.

use jiff::Timestamp;
use uuid::Uuid;

use super::contents::Reader;
use super::kinds::Kind;

/// A file may be so large, in bytes, unless the house says otherwise: 50 MiB.
pub const LARGEST: u64 = 50 * 1024 * 1024;

/// A document of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its identity.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// When it was added.
    pub recorded_at: Timestamp,
    /// By which post.
    pub recorded_by: String,
    /// Of which organ.
    pub recorded_organ: String,
    /// Why it was withdrawn; its bytes are then given to nobody.
    pub withdrawn: Option<Withdrawn>,
    /// Its versions, the first one first: at least one.
    pub versions: Vec<Version>,
}

/// That a document was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// When.
    pub at: Timestamp,
    /// By which post.
    pub by: String,
    /// Of which organ.
    pub organ: String,
    /// Why, in its own words.
    pub reason: String,
}

/// A version: bytes and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// 1, 2, 3 …
    pub number: i64,
    /// The SHA-256 of the bytes, in 64 small hexadecimal digits.
    pub hash: String,
    /// How many bytes.
    pub size: u64,
    /// The name as it is shown and saved under.
    pub name: String,
    /// The name as it was given.
    pub given_name: String,
    /// What it is, and what it was said to be.
    pub kind: Kind,
    /// When it was added.
    pub recorded_at: Timestamp,
    /// By which post.
    pub recorded_by: String,
    /// Of which organ.
    pub recorded_organ: String,
}

/// A file that is offered: what its sender says of it. What it is, its bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered<'a> {
    /// Its name, in any letters, at most 1000 of them.
    pub name: &'a str,
    /// The media type that the sender gave.
    pub claimed: Option<&'a str>,
}

/// What was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The document.
    pub document: Uuid,
    /// The version that is now its last.
    pub version: Version,
}

/// A version that is being read.
#[derive(Debug)]
pub struct Opened {
    /// The document, with all its versions.
    pub document: Document,
    /// The version that is read.
    pub version: Version,
    /// Its bytes. They are held against their hash while they are read: the last ones are given out only when all of them
    /// were right, and a file that changed ends with an error.
    pub content: Reader,
}

/// Why something about a document cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such document for this post.
    #[error("there is no such document")]
    Unknown,
    /// The document has no version of that number.
    #[error("the document has no version {asked}; its last is {last}")]
    NoSuchVersion {
        /// The number that was asked for.
        asked: i64,
        /// The last there is.
        last: i64,
    },
    /// It was withdrawn: nobody reads it or adds to it.
    #[error("the document was withdrawn by `{organ}` at {at}")]
    Withdrawn {
        /// When.
        at: Timestamp,
        /// By which organ.
        organ: String,
    },
    /// There are no bytes in it.
    #[error("the file is empty")]
    Empty,
    /// There are too many bytes in it.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// How many there may be.
        limit: u64,
    },
    /// Its bytes are those of a program or a script.
    #[error("the file is a program ({found})")]
    Program {
        /// What was found.
        found: String,
        /// What it was said to be.
        claimed: Option<String>,
    },
    /// A system would run a file of such a name.
    #[error("a file whose name ends in `.{ending}` is not taken")]
    RunsByName {
        /// The ending.
        ending: String,
    },
    /// The name has too many letters.
    #[error("the name has more than {limit} letters")]
    NameTooLong {
        /// How many there may be.
        limit: usize,
    },
    /// The upload broke off: nothing of it was kept.
    #[error("the upload broke off")]
    BrokeOff,
    /// Somebody added a version meanwhile: look at it first, and base the new one on it.
    #[error("version {based_on} is no longer the last: `{organ}` added version {last} at {at}")]
    NotTheLast {
        /// The version that the new one was based on.
        based_on: i64,
        /// The last there is.
        last: i64,
        /// When that was added.
        at: Timestamp,
        /// By which organ.
        organ: String,
    },
    /// Only the organ that added it, or the one that leads the case, withdraws it.
    #[error("only `{organ}`, which added it, or the organ that leads the case withdraws it")]
    NotYours {
        /// The organ that added it.
        organ: String,
    },
    /// A document is not withdrawn without a reason.
    #[error("a reason is needed")]
    NoReason,
    /// The bytes of this version are not where they should be. A fault of the place, not of the one who asks.
    #[error("the content {hash} is missing")]
    Missing {
        /// Their hash.
        hash: String,
    },
    /// The bytes of this version are not those that were added. A fault of the place.
    #[error("the content {hash} was changed")]
    Changed {
        /// The hash that they should have.
        hash: String,
    },
    /// This house was not told where documents lie.
    #[error("no place for documents was set up: say `--documents folder:/path` or `--documents s3://bucket/prefix`")]
    NoPlace,
    /// The address of the place cannot be understood, or the place cannot be reached.
    #[error("the place for documents: {0}")]
    Place(String),
    /// What was just uploaded may still be waiting for its row.
    #[error("the time of grace is at least {least} seconds")]
    GraceTooShort {
        /// The least, in seconds.
        least: u64,
    },
    /// By far most of what lies in the place is named by nothing in this database: it looks like another's place.
    #[error("the place holds far more than the {named} contents that this database names: is it another's?")]
    NotOurs {
        /// The contents that this database names.
        named: u64,
    },
    /// The limit cannot be that.
    #[error("a limit is from 1 byte to 5 GiB")]
    NoSuchLimit,
}
