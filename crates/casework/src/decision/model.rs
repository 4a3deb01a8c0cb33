//! What a decision is, and its notification.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::appeal;
use super::asking::SupportWord;
use super::rules::MissingLink;
use crate::case::Case;
use crate::case::field::Given;
use crate::holding::Role;

words!(
    /// What a decision does to an earlier one.
    Effect {
        /// It stands in its place.
        Replaces = "replaces",
        /// The earlier one no longer stands, and nothing of what it decided does.
        Annuls = "annuls",
    }
);

words!(
    /// How a decision is notified.
    Kind {
        /// Handed over in person.
        HandedOver = "handed-over",
        /// An ordinary letter.
        Letter = "letter",
        /// Against a proof of receipt.
        ProofOfReceipt = "proof-of-receipt",
        /// Electronically.
        Electronic = "electronic",
        /// By publication.
        Publication = "publication",
    }
);

/// A decision. What it says is never changed; see [`Standing`] for what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its identity.
    pub id: Uuid,
    /// What was decided, and how; all of it goes into the digest.
    pub made: Made,
    /// What became of it.
    pub standing: Standing,
    /// The last notification, if there is one.
    pub notification: Option<Notification>,
}

/// A decision with the case that it was made in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The case, as it is now.
    pub case: Case,
    /// Which decision of the case it is, from 1. Decisions are never removed: it stays the same.
    pub place: usize,
    /// The decision.
    pub decision: Decision,
}

/// What a decision says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Made {
    /// The case.
    pub case: Uuid,
    /// The step by which it was made.
    pub step: String,
    /// The result, a word of the case type's version.
    pub result: Option<String>,
    /// Fields of the case as they stood in the decision, `reasons` among them.
    pub texts: BTreeMap<String, String>,
    /// The holding through which the organ decided.
    pub holding: Uuid,
    /// The organ.
    pub organ: String,
    /// The post's function at the time.
    pub function: String,
    /// The post.
    pub post: String,
    /// As what the organ stood in the case.
    pub role: Role,
    /// The edition of the register that was in force.
    pub edition: String,
    /// The day.
    pub day: Date,
    /// The clauses of that edition that gave the organ the verb on that day, by their words in the duty's file.
    pub clauses: Vec<String>,
    /// Citations, as that edition writes them.
    pub basis: Vec<String>,
    /// How sure the clauses are: `verified`, `inferred`, `seed`.
    pub certainty: String,
    /// Whether the register supported the holding on that day.
    pub support: SupportWord,
    /// Why the organ decided although the register names another.
    pub although: Option<String>,
    /// The earlier decision that this one concerns, and what it does to it.
    pub replaces: Option<(Effect, Uuid)>,
    /// The version of the case that it left behind.
    pub case_version: i64,
    /// When.
    pub at: Timestamp,
}

impl Made {
    /// A hash over all of it, 64 hexadecimal digits: what is kept beside the row, so that a row changed by hand is told.
    ///
    /// # Errors
    /// When it cannot be written out as JSON.
    pub fn digest(&self) -> Result<String, storage::Error> {
        let written = serde_json::to_vec(self).map_err(|fault| storage::Error::Statement(fault.to_string()))?;
        Ok(Sha256::digest(&written).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It stands.
    Stands,
    /// This later one stands in its place, or annulled it.
    No(Effect, Uuid),
}

/// A decision to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewDecision<'a> {
    /// The case.
    pub case: Uuid,
    /// A step that decides.
    pub step: &'a str,
    /// The version of the case that the official read.
    pub based_on: i64,
    /// The result, where the step gives any.
    pub result: Option<&'a str>,
    /// Fields of the case, written with the decision: its reasons.
    pub fields: &'a [Given],
    /// Why the organ decides although today's register names another: the transitional provision, with its section.
    /// Looked at only then.
    pub although: Option<&'a str>,
}

/// A notification to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct NewNotification<'a> {
    /// The decision.
    pub decision: Uuid,
    /// How.
    pub kind: Kind,
    /// The day on which it was sent, handed over or published.
    pub sent: Option<Date>,
    /// The day on which it counts as received; none: as the register counts it from the sending.
    pub received: Option<Date>,
    /// What that day rests on: the receipt, the section.
    pub reason: &'a str,
    /// The limit of the duty that counts, where several could.
    pub limit: Option<&'a str>,
    /// The notification that this one stands instead of, which was mistaken.
    pub replaces: Option<Uuid>,
}

/// That a decision was notified, and until when it can be appealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Its identity.
    pub id: Uuid,
    /// The decision.
    pub decision: Uuid,
    /// How.
    pub kind: Kind,
    /// The day on which it was sent.
    pub sent: Option<Date>,
    /// The day on which it counts as received.
    pub received: Date,
    /// Whether the register counted that day from the sending.
    pub presumed: bool,
    /// What it rests on.
    pub reason: String,
    /// The limit from which the last day was counted, by its word in the duty's file.
    pub limit: Option<String>,
    /// The edition in which it stands.
    pub edition: String,
    /// The last day for appeal, or why there is none.
    pub appealable_until: Result<Date, NoAppeal>,
    /// When this was recorded.
    pub recorded_at: Timestamp,
    /// By which post.
    pub recorded_by: String,
    /// The notification that it stands instead of.
    pub replaces: Option<Uuid>,
}

words!(
    /// Why no last day for appeal can be named.
    NoAppeal {
        /// The register names no appeal period for this duty on that day.
        NotNamed = "not-named",
        /// It names one that is not a number of days, weeks or months, or that cannot be counted.
        NotCounted = "not-counted",
    }
);

/// Why something cannot be done with a decision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such decision for this post.
    #[error("there is no such decision")]
    Unknown,
    /// The organ cannot decide; this is the link that is missing.
    #[error("the organ cannot decide in case {number}: {link}")]
    NotCompetent {
        /// The case.
        number: i64,
        /// The link.
        link: Box<MissingLink>,
    },
    /// The step makes no decision: it is simply taken.
    #[error("the step `{step}` makes no decision")]
    DecidesNothing {
        /// The step.
        step: String,
        /// The steps that do.
        deciding: Vec<String>,
    },
    /// The decision does not stand any more.
    #[error("the decision does not stand: decision {by} {effect} it")]
    StandsNoLonger {
        /// What was done to it.
        effect: Effect,
        /// By which decision.
        by: Uuid,
    },
    /// A decision can only concern one of the same person and duty.
    #[error("a decision replaces one of the same person and duty")]
    OfAnotherMatter,
    /// It was notified already; a mistaken notification is replaced.
    #[error("the decision was notified already, received on {received}")]
    NotifiedAlready {
        /// The notification.
        notification: Uuid,
        /// The day on which it counts as received.
        received: Date,
    },
    /// The notification that is to be replaced is not the last one of the decision.
    #[error("that is not the last notification of the decision")]
    NotTheLastNotification,
    /// The days of a notification do not fit.
    #[error("a notification on {day} cannot be: {fault}")]
    WrongDay {
        /// The day.
        day: Date,
        /// Why.
        fault: WrongDay,
    },
    /// What the day rests on must be said.
    #[error("say on what the day of receipt rests")]
    NoReason,
    /// The register does not count the day of receipt for this kind: it must be stated.
    #[error("the register does not count the day of receipt of `{0}`: state it")]
    StateTheDay(Kind),
    /// Which appeal limit counts cannot be told: the official says it.
    #[error("several appeal limits may count: {}", .0.iter().map(|one| one.limit.as_str()).collect::<Vec<_>>().join(", "))]
    SayWhichLimit(Vec<appeal::Possible>),
    /// Only the operator and posts that supervise replay all decisions.
    #[error("only the operator and posts that supervise replay the decisions")]
    NotForThisPost,
    /// The duty has no such appeal limit then.
    #[error("`{limit}` is none of the appeal limits that may count here")]
    NotALimit {
        /// The word that was given.
        limit: String,
        /// Those that may count.
        possible: Vec<appeal::Possible>,
    },
}

/// Why a day cannot be that of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongDay {
    /// It lies before the decision was made, on this day.
    BeforeDecision(Date),
    /// It lies before it was sent, on this day.
    BeforeSending(Date),
    /// It has not come yet; today is this day.
    NotYet(Date),
}

impl fmt::Display for WrongDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeforeDecision(day) => write!(f, "the decision was made on {day}"),
            Self::BeforeSending(day) => write!(f, "it was sent on {day}"),
            Self::NotYet(day) => write!(f, "today is {day}"),
        }
    }
}
