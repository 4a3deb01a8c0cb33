//! What a reorganisation does to a case, and what a plan says.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::holding::Between;

/// The rule for open matters that the register's reorganisation gives, with its legal basis.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rule {
    /// `transfer`, `finish-by-old`, `by-start-day`; `none` where the register has no rule for it: then it moves to whom
    /// the law names on the day.
    pub open_matters: String,
    /// Citations, as the register writes them.
    pub basis: Vec<String>,
    /// How sure it is: `verified`, `inferred`, `seed`.
    pub certainty: String,
}

/// Why a case stays with its lead.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Why {
    /// The law names the same organ before and after.
    Same,
    /// It lies already where the law wants it.
    AlreadyThere,
    /// The register's rule lets the old organ finish what was begun with it.
    FinishedByOld {
        /// The rule.
        rule: Rule,
    },
    /// Its lead is not whom the law names the day before either: that is for facts and hand-overs to settle, not for
    /// the reorganisation.
    LiesElsewhere {
        /// Whom the law names on the day.
        named: String,
    },
    /// Its organ is no more, and no organ that is there could be found to look after it.
    Stranded,
    /// The register in force has no such case type.
    UnknownType,
}

/// What a reorganisation does to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "fate")]
pub enum Fate {
    /// Another holding leads: mostly another organ's, sometimes the same organ's by another verb.
    Moves {
        /// The organ.
        to: String,
        /// By which rule of open matters.
        rule: Rule,
        /// Why nobody leads it by the law; the organ looks after it.
        between: Option<Between>,
    },
    /// The lead stays.
    Stays(Why),
}

/// A case as the plan saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The case.
    pub case: Uuid,
    /// Its number.
    pub number: i64,
    /// Whose it is.
    pub person: Option<Uuid>,
    /// Its duty.
    pub duty: String,
    /// The municipality that it concerns, by its code.
    pub municipality: Option<String>,
    /// The organ that leads until the day.
    pub from: String,
    /// The instant at which it moves, if it does.
    pub at: Timestamp,
    /// What becomes of it.
    pub fate: Fate,
    /// Those beside who end, and those who begin.
    pub beside: (u32, u32),
}

/// So many cases move, of a duty, in a municipality, from whom to whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Count {
    /// The duty.
    pub duty: String,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The municipality's code.
    pub municipality: Option<String>,
    /// So many.
    pub cases: i64,
}

/// The cases of a duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfDuty {
    /// Open.
    pub open: i64,
    /// That move.
    pub moves: i64,
    /// Whose lead stays, but those beside change.
    pub beside: i64,
    /// That stay as they are.
    pub stays: i64,
    /// That nobody leads by the law of the day.
    pub between: i64,
}

/// A letter that is owed: the responsible organ of this person's case changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LetterOwed {
    /// To whom.
    pub person: Uuid,
    /// About which cases, by number, each with the organ before and after: one letter for each.
    pub cases: Vec<(i64, String, String)>,
}

/// A post whose access changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PostChange {
    /// The post.
    pub post: String,
    /// Its organ.
    pub organ: String,
    /// To so many cases it begins.
    pub begins: i64,
    /// To so many cases it ends.
    pub ends: i64,
    /// The organ is no more from that day.
    pub organ_ends: bool,
}

/// An organ that ends on the day, with what it still led.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// The organ.
    pub organ: String,
    /// Open cases that it leads until the day.
    pub leads: i64,
}

/// What a reorganisation would do. Two plans of the same world are equal but for their identity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// Where it was kept; none: it was not.
    pub id: Option<Uuid>,
    /// The day.
    pub day: Date,
    /// The instant at which responsibility changes: midnight of the day.
    pub at: Timestamp,
    /// The register's edition that was asked.
    pub edition: String,
    /// The cases of each duty.
    pub duties: BTreeMap<String, OfDuty>,
    /// What moves: duty, from whom, to whom, municipality.
    pub moves: Vec<Count>,
    /// What stays, by duty, organ and reason.
    pub stays: Vec<(String, String, Why, i64)>,
    /// Every open case, in the order of its number.
    pub cases: Vec<Seen>,
    /// Posts whose access begins or ends.
    pub posts: Vec<PostChange>,
    /// Organs that end on the day.
    pub ending: Vec<Ending>,
    /// Letters owed.
    pub letters: Vec<LetterOwed>,
    /// Running limits in cases that move.
    pub limits: i64,
}

impl Plan {
    /// Open cases.
    #[must_use]
    pub fn open(&self) -> i64 {
        self.duties.values().map(|duty| duty.open).sum()
    }

    /// Cases that move.
    #[must_use]
    pub fn moving(&self) -> i64 {
        self.duties.values().map(|duty| duty.moves).sum()
    }

    /// Cases that nobody leads by the law of the day.
    pub fn between(&self) -> impl Iterator<Item = (&Seen, &Between)> {
        self.cases.iter().filter_map(|seen| match &seen.fate {
            Fate::Moves { between: Some(between), .. } => Some((seen, between)),
            _ => None,
        })
    }
}

/// Why a reorganisation cannot be planned or run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the operator of the program runs reorganisations. For others there are none.
    #[error("there is no such reorganisation")]
    Unknown,
    /// The register knows no reorganisation of that day.
    #[error("the register knows no reorganisation on {day}; it knows {known:?}")]
    NoSuchDay {
        /// The day.
        day: Date,
        /// Those that it knows.
        known: Vec<Date>,
    },
    /// There is no plan of that identity.
    #[error("there is no plan {0}")]
    UnknownPlan(Uuid),
    /// The plan is of another day.
    #[error("the plan is for {planned}, not for {asked}")]
    OtherDay {
        /// The plan's day.
        planned: Date,
        /// The day that was asked for.
        asked: Date,
    },
    /// The plan was made with another edition of the register: plan again.
    #[error("the plan was made with the edition {planned}, and {now} is in force")]
    OtherEdition {
        /// The plan's.
        planned: String,
        /// The one in force.
        now: String,
    },
    /// Too many cases changed since the plan was made: plan again.
    #[error("{changed} of {of} open cases changed since the plan was made")]
    MovedTooFar {
        /// Cases opened, closed, moved or with other facts since.
        changed: i64,
        /// Open cases.
        of: i64,
    },
    /// A run is under way, here or on another node.
    #[error("a run ({run}) of {day} is under way, claimed until {until}")]
    UnderWay {
        /// The run.
        run: Uuid,
        /// Its day.
        day: Date,
        /// Whoever works on it has claimed it until then; afterwards it can be resumed.
        until: Timestamp,
    },
    /// Another node has taken the run over; what was written is kept.
    #[error("the run {0} was taken over by another node")]
    TakenOver(Uuid),
    /// There is no run of that identity that is under way.
    #[error("there is no run {0} under way")]
    NotUnderWay(Uuid),
    /// No receipt of that day is there to be undone.
    #[error("nothing was applied for {0}")]
    NothingApplied(Date),
    /// A batch has 1 to 10,000 cases.
    #[error("a batch has 1 to 10,000 cases, not {0}")]
    BatchSize(i64),
    /// The run was of another edition of the register than the one in force: undo it, and apply again.
    #[error("the run is of the edition {run}, and {now} is in force")]
    RunOfOtherEdition {
        /// The run's.
        run: String,
        /// The one in force.
        now: String,
    },
}
