//! What a move of versions is.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A planned move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionMove {
    /// Its identity.
    pub id: Uuid,
    /// The case type.
    pub case_type: String,
    /// The version of the cases that it is about.
    pub from: String,
    /// The version that they are to have.
    pub to: String,
    /// The edition of the register that holds both.
    pub edition: String,
    /// When it was planned.
    pub planned: Timestamp,
    /// By which post.
    pub by: String,
    /// The stages that are finished.
    pub stages: Vec<Stage>,
    /// How far it has come.
    pub progress: MoveProgress,
}

/// How far a move has come, in cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MoveProgress {
    /// Open cases of the version when it was planned.
    pub cases: i64,
    /// Those that can be moved.
    pub moves: i64,
    /// Those that were moved.
    pub applied: i64,
    /// Those that were not, because something had happened in them since the plan.
    pub skipped: i64,
    /// Those that were put back.
    pub undone: i64,
    /// Those that were not put back, because something had happened in them since the move.
    pub kept: i64,
}

/// A stage of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// All cases are in the plan.
    Planned,
    /// Each case that can be moved has its receipt.
    Applied,
    /// Each case that was moved has its receipt for having been put back, or kept.
    Undone,
}

impl Stage {
    /// The word in the database and in answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Applied => "applied",
            Self::Undone => "undone",
        }
    }
}

impl FromStr for Stage {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Planned, Self::Applied, Self::Undone].into_iter().find(|stage| stage.word() == word).ok_or(())
    }
}

/// What a move means for a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CasePreview {
    /// The status of the case.
    pub status: String,
    /// Why it cannot be moved; none when it can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays: Option<NotMoved>,
    /// The fields that hold a value and are in the other version too.
    pub carries: Vec<String>,
    /// The fields that hold a value and are not: it is kept, and shown apart.
    pub lost: Vec<Lost>,
    /// Time limits that only the version of now has.
    pub limits_end: Vec<String>,
    /// Time limits that only the other version has.
    pub limits_begin: Vec<String>,
    /// Time limits of both that are met by other steps, or with other reminders.
    pub limits_differ: Vec<String>,
}

/// A field whose value has no place in the other version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Lost {
    /// The field's word.
    pub field: String,
    /// Why.
    pub why: WhyLost,
}

/// Why a value has no place in the other version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyLost {
    /// There is no such field.
    NoField,
    /// The field is of another kind.
    OtherKind,
    /// The choice no longer has that word.
    NoSuchChoice,
}

/// Why a case is not moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotMoved {
    /// The other version has no such status.
    NoStatus,
    /// In the other version the case would have ended.
    StatusEnds,
    /// Something happened in the case since the plan.
    ChangedSince,
    /// The case was closed since the plan.
    Closed,
}

impl NotMoved {
    /// The word in the database and in answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoStatus => "no-status",
            Self::StatusEnds => "status-ends",
            Self::ChangedSince => "changed-since",
            Self::Closed => "closed",
        }
    }
}

/// Why a case is not put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBack {
    /// Something happened in the case since the move.
    ChangedSince,
    /// The case was closed since the move.
    Closed,
}

impl NotBack {
    /// The word in the database and in answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ChangedSince => "changed-since",
            Self::Closed => "closed",
        }
    }
}

/// A case in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCase {
    /// The case.
    pub case: Uuid,
    /// Its number.
    pub number: i64,
    /// Its version when it was planned.
    pub case_version: i64,
    /// What the move means for it.
    pub preview: CasePreview,
    /// What was done about it, in order.
    pub receipts: Vec<MoveReceipt>,
}

/// A receipt: what was done about a case in a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveReceipt {
    /// What.
    pub what: Receipted,
    /// Why not, by the word of [`NotMoved`] or [`NotBack`].
    pub why: Option<String>,
    /// The version of the case after it.
    pub case_version: i64,
    /// When.
    pub at: Timestamp,
}

/// What was done about a case in a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipted {
    /// It was moved.
    Applied,
    /// It was not.
    Skipped,
    /// It was put back.
    Undone,
    /// It was not.
    Kept,
}

impl Receipted {
    /// The word in the database and in answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Skipped => "skipped",
            Self::Undone => "undone",
            Self::Kept => "kept",
        }
    }
}

impl FromStr for Receipted {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Applied, Self::Skipped, Self::Undone, Self::Kept].into_iter().find(|what| what.word() == word).ok_or(())
    }
}

/// Why cases cannot be moved to another version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the operator moves cases to another version.
    #[error("only the operator moves cases to another version")]
    NotForThisPost,
    /// It is the version that they have.
    #[error("the cases have the version `{0}`")]
    SameVersion(String),
    /// There is no such move.
    #[error("there is no such move of versions")]
    Unknown,
    /// The plan was cut off before all cases were in it: it is to be planned anew.
    #[error("the plan was not finished: it is to be planned anew")]
    NotPlanned,
    /// The version is not in force yet: what it begins, such as time limits, would begin before its law. A plan can be made
    /// before.
    #[error("the version `{version}` begins on {from}")]
    NotYet {
        /// The version.
        version: String,
        /// Its first day.
        from: Date,
    },
    /// It was undone already, or that has begun: it is to be planned anew.
    #[error("the move was undone: it is to be planned anew")]
    Undone,
}
