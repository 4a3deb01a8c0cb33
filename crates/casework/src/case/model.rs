//! What a case is.

use std::str::FromStr;

use authorization::{Action, Function};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::Route;
use super::field::WrongField;
use super::rules::Against;

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

/// What changed a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// A step was taken.
    Step,
    /// It was moved to another version of its type.
    VersionMove,
    /// That was undone.
    VersionUndo,
    /// Something else that raised its version.
    Other,
}

impl ChangeKind {
    /// The word in the database and in answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::VersionMove => "version-move",
            Self::VersionUndo => "version-undo",
            Self::Other => "other",
        }
    }
}

impl FromStr for ChangeKind {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Step, Self::VersionMove, Self::VersionUndo, Self::Other]
            .into_iter()
            .find(|kind| kind.word() == word)
            .ok_or(())
    }
}

/// A change of a case: who did what, and which version it left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The version of the case that it left behind.
    pub case_version: i64,
    /// What it was.
    pub what: ChangeKind,
    /// The step that was taken.
    pub step: Option<String>,
    /// As what it was taken: `lead`, `beside`, `person`.
    pub taken_as: Option<String>,
    /// The status before.
    pub from_status: String,
    /// The status after.
    pub to_status: String,
    /// The version of the case type before.
    pub from_type_version: String,
    /// The version of the case type after.
    pub to_type_version: String,
    /// The result that was named.
    pub result: Option<String>,
    /// The decision that was made with it.
    pub decision: Option<Uuid>,
    /// The post; where the person did it, their identity.
    pub post: String,
    /// Its organ, or `person`.
    pub organ: String,
    /// When.
    pub at: Timestamp,
}

/// How a case ended, and what was said then of how long it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The result.
    pub result: String,
    /// The retention rule, by its word in the duty's file.
    pub rule: String,
    /// Citations, as the register wrote them then.
    pub basis: Vec<String>,
    /// The day of closing.
    pub closed_on: Date,
    /// The day after which the data may be erased, as it was counted then; none when no day could be said.
    pub keep_until: Option<Date>,
    /// The edition that said so.
    pub edition: String,
}

/// A step that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// The version of the case that it left behind: the next change is based on it.
    pub version: i64,
    /// The status after it.
    pub status: String,
    /// The case ended with it: how, and for how long it is kept.
    pub closing: Option<Closing>,
}

/// A step that cannot be taken: everything that stands against it, and every value that cannot be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannotStep {
    /// The case's number.
    pub number: i64,
    /// The step.
    pub step: String,
    /// What stands against it.
    pub against: Vec<Against>,
    /// The values that cannot be written down.
    pub fields: Vec<WrongField>,
}

/// A change that is based on a version of the case which is no longer the present one. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The case's number.
    pub number: i64,
    /// The version that it was based on.
    pub based_on: i64,
    /// The present version.
    pub now: i64,
    /// The last change, where it says who made it.
    pub by: Option<Change>,
}

/// Why something cannot be done in a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
    /// The case's person is protected, and the post is no named handler.
    #[error("in case {number}, only a named handler of the protected person may {action}")]
    HandlersOnly {
        /// The case's number.
        number: i64,
        /// What it wanted to do.
        action: Action,
    },
    /// The post sees the case, and its function does not do that there.
    #[error("in case {number}, a post of the function `{function}` may not {action}")]
    FunctionMayNot {
        /// The case's number.
        number: i64,
        /// The function.
        function: Function,
        /// What it wanted to do.
        action: Action,
    },
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
    /// The register no longer holds the version of the case type that a case keeps.
    #[error("the case type `{case_type}` has no version `{version}`")]
    UnknownVersion {
        /// The case type.
        case_type: String,
        /// The version.
        version: String,
    },
    /// The version of the case has no such step.
    #[error("there is no step `{step}`")]
    UnknownStep {
        /// The word that was given.
        step: String,
        /// The steps there are.
        of: Vec<String>,
    },
    /// The step makes an administrative decision, and nothing else stands against it: it is taken by making that.
    #[error("the step `{step}` of case {number} makes a decision, and is taken by making it")]
    NeedsDecision {
        /// The case's number.
        number: i64,
        /// The step.
        step: String,
    },
    /// The step cannot be taken.
    #[error("the step `{}` of case {} cannot be taken: {} things stand against it", .0.step, .0.number,
        .0.against.len() + .0.fields.len())]
    CannotStep(Box<CannotStep>),
    /// Somebody else changed the case in the meantime.
    #[error("case {} has version {}, and this was based on {}", .0.number, .0.now, .0.based_on)]
    Stale(Box<Stale>),
    /// The case does not lie between chairs, or no longer.
    #[error("case {number} does not lie between chairs")]
    NotBetweenChairs {
        /// The case's number.
        number: i64,
    },
    /// A case is not linked to itself.
    #[error("a case is not linked to itself")]
    LinkedToItself,
    /// The two cases are linked in this way already.
    #[error("cases {number} and {other} are linked already")]
    LinkedAlready {
        /// The one's number.
        number: i64,
        /// The other's.
        other: i64,
    },
    /// There is no such link between these cases.
    #[error("there is no such link between these cases")]
    NotLinked,
}
