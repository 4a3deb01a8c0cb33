//! What a run is, what it says while it goes, and what its receipts say.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Cases in a batch, when nobody says otherwise: on SQLite others wait while a batch is written.
const USUAL_BATCH: i64 = 500;

/// What to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The day of the reorganisation.
    pub day: Date,
    /// The kept plan that it must still fit.
    pub plan: Option<Uuid>,
    /// Cases in a batch, 1 to 10,000.
    pub batch: i64,
}

impl Order {
    /// Of a day, without a plan, in batches of the usual size.
    #[must_use]
    pub const fn of(day: Date) -> Self {
        Self { day, plan: None, batch: USUAL_BATCH }
    }
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Cases gone through.
    pub done: i64,
    /// Cases that were there when it began.
    pub of: i64,
    /// Cases a second, since it began or was resumed.
    pub per_second: f64,
    /// What remains, at that pace; none while there is no pace yet.
    pub remaining: Option<Duration>,
}

/// Told how far a run has come, after each batch.
pub type Told<'a> = &'a (dyn Fn(Progress) + Sync);

words!(
    /// Which way a run goes.
    RunKind {
        /// To the organs that the law names on the day.
        Apply = "apply",
        /// Back.
        Undo = "undo",
    }
);
words!(
    /// How a run stands.
    RunState {
        /// Somebody is at it, or it was stopped and can be resumed.
        UnderWay = "under-way",
        /// All cases were gone through.
        Done = "done",
    }
);

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Its identity.
    pub id: Uuid,
    /// The day of the reorganisation.
    pub day: Date,
    /// Which way.
    pub kind: RunKind,
    /// Midnight of the day.
    pub at: Timestamp,
    /// The register's edition.
    pub edition: String,
    /// The plan that it followed.
    pub plan: Option<Uuid>,
    /// How it stands.
    pub state: RunState,
    /// Cases in a batch.
    pub batch_size: i64,
    /// Batches written.
    pub batches: i64,
    /// Everything up to this number (of a case, or of a receipt) was gone through.
    pub reached: i64,
    /// It goes a second time through what came about since this instant.
    pub again_since: Option<Timestamp>,
    /// Cases gone through.
    pub seen: i64,
    /// Cases that were there when it began.
    pub expected: i64,
    /// Whoever works on it has claimed it until then.
    pub claimed_until: Timestamp,
    /// When it began.
    pub began: Timestamp,
    /// When it was done.
    pub ended: Option<Timestamp>,
    /// What came of it; of a run under way, so far.
    pub tally: Tally,
    /// Rises with each batch.
    pub version: i64,
    pub(super) claimed_by: Uuid,
}

/// What came of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Receipts by duty and outcome: `moved`, `beside`, `kept`, `undone`, `left`.
    pub outcomes: BTreeMap<String, BTreeMap<String, i64>>,
    /// Receipts of cases that had changed since the plan was made, and were decided anew.
    pub changed_since_plan: i64,
    /// Cases that went back to an organ which is no more.
    pub to_ended_organ: i64,
    /// The cases counted before and after; none while the run is under way.
    pub balance: Option<Balance>,
}

impl Tally {
    /// Receipts of an outcome, over all duties.
    #[must_use]
    pub fn of(&self, outcome: &str) -> i64 {
        self.outcomes.values().filter_map(|by| by.get(outcome)).sum()
    }
}

/// The count before and after, over the cases that are open when the run ends. Nothing is lost and nothing is there twice
/// when the three numbers of each duty are equal and no receipt is broken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// By duty: open cases; those with exactly one lead just before their instant; those with exactly one at it.
    pub duties: BTreeMap<String, [i64; 3]>,
    /// Leads of which the one before does not end in the instant in which it begins.
    pub broken: i64,
    /// Cases that were open when the run began.
    pub open_at_begin: i64,
    /// Opened while it ran.
    pub opened_since: i64,
    /// Closed while it ran.
    pub closed_since: i64,
}

impl Balance {
    /// Whether before equals after, for each duty.
    #[must_use]
    pub fn is_even(&self) -> bool {
        self.broken == 0 && self.duties.values().all(|[open, before, after]| open == before && open == after)
    }
}

/// What became of those beside, in a receipt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BesideChange {
    /// Holdings that end at the instant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ended: Vec<Uuid>,
    /// Holdings that begin.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub begun: Vec<Uuid>,
    /// Planned holdings, of the lead or beside, that were withdrawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<Uuid>,
}

/// Why a case is left where it is, when a reorganisation is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Left {
    /// It is closed.
    Closed,
    /// Another lead followed.
    LedOtherwise,
    /// The new organ has done something in it.
    Happened,
}
