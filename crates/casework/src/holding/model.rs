//! What a holding is, and why it is so.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

words!(
    /// How an organ stands in a case.
    Role {
        /// It answers for the case.
        Lead = "lead",
        /// It stands beside the lead.
        Beside = "beside",
    }
);

words!(
    /// What brought a holding about.
    Cause {
        /// The case was opened.
        Opening = "opening",
        /// A fact about the person changed.
        Facts = "facts",
        /// A hand-over took effect.
        HandOver = "hand-over",
        /// A reorganisation.
        Reorganisation = "reorganisation",
        /// A reorganisation was undone.
        Undo = "undo",
    }
);

/// How the register came to it: enough to say why, and to ask again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Path {
    /// The duty.
    pub duty: String,
    /// The day that was asked about.
    pub day: Date,
    /// The municipality's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// The facts, attribute and value, as they were believed then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<(String, String)>,
    /// The age in years that the register was asked with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u16>,
    /// The clauses that say so, by their words in the duty's file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
    /// Citations, as the register writes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<String>,
    /// How sure the clauses are: `verified`, `inferred`, `seed`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub certainty: String,
    /// Why the case lies between chairs; none where an organ leads by the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<Between>,
}

/// Why a case has no lead of its own and is looked after by its keeper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Between {
    /// The register declares that nobody leads; the clauses say why.
    Nobody,
    /// More must be known about this attribute; these answers are possible.
    Ask {
        /// The attribute.
        attribute: String,
        /// The values that are still possible.
        values: Vec<String>,
        /// The organs that may turn out to lead.
        possible: Vec<String>,
    },
    /// The municipality must be known.
    AskMunicipality {
        /// The organs that may turn out to lead.
        possible: Vec<String>,
    },
    /// Everything that could be asked is known, and still several could lead.
    Undetermined {
        /// The organs that may lead.
        possible: Vec<String>,
    },
    /// The recorded facts cannot all be true.
    Contradiction,
}

/// A holding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Its identity.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// Lead or beside.
    pub role: Role,
    /// The organ's word.
    pub organ: String,
    /// The verb's word.
    pub verb: String,
    /// Further verbs.
    pub also: Vec<String>,
    /// `must` or `may`.
    pub force: String,
    /// The instant in which it begins.
    pub from: Timestamp,
    /// The instant in which it ends, and in which it no longer is.
    pub until: Option<Timestamp>,
    /// The lead that it follows.
    pub previous: Option<Uuid>,
    /// The lead looks after a case that nobody leads by the register.
    pub between_chairs: bool,
    /// The edition of the register that said so.
    pub edition: String,
    /// How the register came to it.
    pub path: Path,
    /// What brought it about.
    pub cause: Cause,
    /// The hand-over, fact or run that did.
    pub cause_id: Option<Uuid>,
    /// When it was written.
    pub recorded_at: Timestamp,
    /// By which post.
    pub recorded_by: String,
}

impl Holding {
    /// Whether it is in force at an instant.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// A holding to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHolding {
    /// The organ's word.
    pub organ: String,
    /// The verb's word.
    pub verb: String,
    /// Further verbs.
    pub also: Vec<String>,
    /// `must` or `may`.
    pub force: String,
    /// How the register came to it; `path.between` is there when it looks after a case that nobody leads.
    pub path: Path,
}
