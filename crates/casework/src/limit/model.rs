//! What a limit in a case is.

use calendar::{Extension, Length, OutOfRange, Rule, Stop, Unfit};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// What started a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// The opening of the case.
    Opening,
    /// This step.
    Step(String),
    /// The case was moved to another version of its type.
    Version,
}

words!(
    /// Why a limit ended without being met.
    Ending {
        /// The case closed.
        CaseClosed = "case-closed",
        /// The case was moved to a version in which the law has no such limit.
        Replaced = "replaced",
    }
);

/// How a limit stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Its days are counted, or will be from the day after it started.
    Runs,
    /// It stands still on that day.
    StandsStill {
        /// Since this day.
        since: Date,
        /// Until this day, which counts again; none: nobody knows.
        until: Option<Date>,
    },
    /// It was met.
    Met {
        /// On this day.
        day: Date,
        /// By this step.
        step: String,
        /// Whether that was on the last day or before; none where there is no last day.
        in_time: Option<bool>,
    },
    /// It ended without being met.
    Ended {
        /// On this day.
        day: Date,
        /// Why.
        why: Ending,
    },
}

/// A stretch of days that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// Its identity.
    pub id: Uuid,
    /// The days, and why.
    pub stop: Stop,
    /// The place in the law.
    pub basis: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// By which post.
    pub recorded_by: String,
}

/// Time that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extended {
    /// Its identity.
    pub id: Uuid,
    /// How much, and why.
    pub extension: Extension,
    /// The place in the law.
    pub basis: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// By which post.
    pub recorded_by: String,
}

/// A limit in a case, with all that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Its identity.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// The number of the case.
    pub number: i64,
    /// Whose case it is.
    pub person: Option<Uuid>,
    /// The limit's word in the duty.
    pub word: String,
    /// The duty.
    pub duty: String,
    /// The version of the case type that names it.
    pub version: String,
    /// The edition of the register that it was read from.
    pub edition: String,
    /// What the law gives and how it is counted; none: without delay.
    pub budget: Option<(Length, Rule)>,
    /// Citations, as the register writes them.
    pub basis: Vec<String>,
    /// Whether it is known that it applies. If not, it runs all the same: see the head of this noun.
    pub sure: bool,
    /// Days from the last day on which somebody is reminded, ascending.
    pub ladder: Vec<i32>,
    /// The day that starts it; itself it is not counted.
    pub started: Date,
    /// What started it.
    pub start: Start,
    /// The limit that it goes on from, when the case was moved back to an earlier version.
    pub continues: Option<Uuid>,
    /// The last day, as it is kept beside the ledger; none: without delay, or nobody knows yet.
    pub last_day: Option<Date>,
    /// Met on this day by this step.
    pub met: Option<(Date, String)>,
    /// Ended on this day without being met.
    pub ended: Option<(Date, Ending)>,
    /// Its stops, by their first day, without those that were withdrawn.
    pub stops: Vec<Stopped>,
    /// Its extensions, in their order.
    pub extensions: Vec<Extended>,
}

impl Limit {
    /// The day on which it was met or ended.
    #[must_use]
    pub fn finished(&self) -> Option<Date> {
        self.met.as_ref().map(|(day, _)| *day).or_else(|| self.ended.map(|(day, _)| day))
    }
}

/// What a limit's clock shows on a day: the same for the official and for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The limit.
    pub limit: Limit,
    /// The day that it is read on.
    pub on: Date,
    /// How it stands.
    pub standing: Standing,
    /// Days given in all, extensions counted in, in the days that the rule counts; none: without delay.
    pub given: Option<u32>,
    /// Days spent when the day is over, or were when it was met or ended.
    pub spent: Option<u32>,
    /// Calendar days from the day to the last day: none left on the last day itself, fewer than none after it. None where
    /// there is no last day, and of a limit that was met or ended.
    pub left: Option<i64>,
}

/// A reminder that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Its identity.
    pub id: Uuid,
    /// The limit.
    pub limit: Uuid,
    /// The limit's word in its duty.
    pub word: String,
    /// The duty.
    pub duty: String,
    /// The case.
    pub case: Uuid,
    /// Its number.
    pub number: i64,
    /// Whose case it is.
    pub person: Option<Uuid>,
    /// Days from the last day: fewer than none before it.
    pub rung: i32,
    /// The last day that it warns of.
    pub last_day: Date,
    /// The organ that led the case then.
    pub organ: String,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// When it was acknowledged, and by which post.
    pub acknowledged: Option<(Timestamp, String)>,
}

/// A stop that is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewStop<'a> {
    /// The first day that does not count.
    pub from: Date,
    /// The first day that counts again; none while nobody knows.
    pub until: Option<Date>,
    /// Why.
    pub reason: &'a str,
    /// The place in the law, as the register writes it: `434/2003 §31`.
    pub basis: &'a str,
}

/// An extension that is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewExtension<'a> {
    /// How much.
    pub by: Length,
    /// Why.
    pub reason: &'a str,
    /// The place in the law, as the register writes it.
    pub basis: &'a str,
    /// The last day that the post saw. If it is another by now, nothing is added: pressing twice does not add twice.
    pub seen: Option<Date>,
}

/// Why something cannot be done with a limit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such limit, or reminder, for this post.
    #[error("there is no such limit")]
    Unknown,
    /// It was met, or has ended.
    #[error("the limit `{limit}` runs no more since {since}")]
    RunsNoMore {
        /// The limit's word.
        limit: String,
        /// The day on which it was met or ended.
        since: Date,
    },
    /// It has no budget: there is nothing to stop or to extend.
    #[error("the limit `{0}` is `without delay`: it cannot be stopped or extended")]
    WithoutDelay(String),
    /// No reason was given.
    #[error("a reason is needed")]
    ReasonMissing,
    /// No place in the law was given.
    #[error("a place in the law is needed")]
    BasisMissing,
    /// The register does not know the source that is cited, or it is not in force.
    #[error("`{cited}` cites no source that is in force on {on}")]
    UnknownBasis {
        /// What was cited.
        cited: String,
        /// The day.
        on: Date,
    },
    /// It would stop before it starts.
    #[error("the limit starts on {started}: it does not stop on {from}")]
    BeforeStart {
        /// The first day of the stop.
        from: Date,
        /// The day that starts the limit.
        started: Date,
    },
    /// It would count again before it stops.
    #[error("a stop from {from} does not end on {until}")]
    EndsBeforeItBegins {
        /// The first day that does not count.
        from: Date,
        /// The first day that counts again.
        until: Date,
    },
    /// Its last day is over then: what is spent cannot be stopped or extended.
    #[error("the last day was {last_day}")]
    Over {
        /// The last day.
        last_day: Date,
    },
    /// It stands still already, and nobody knows how long.
    #[error("the limit stands still since {since}")]
    StandsStill {
        /// The first day that does not count.
        since: Date,
    },
    /// It does not stand still on that day.
    #[error("the limit does not stand still on {on}")]
    DoesNotStandStill {
        /// The day.
        on: Date,
    },
    /// The limit's rule cannot count that.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// No time would be added.
    #[error("an extension adds something")]
    AddsNothing,
    /// The last day is another than the post saw.
    #[error("the last day was changed in the meantime")]
    Changed {
        /// The last day as it is now.
        last_day: Option<Date>,
    },
    /// It would end after the calendar does.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// The register has a budget and does not say how it is counted.
    #[error("the register does not say how the limit `{0}` is counted")]
    NoRule(String),
    /// The register no longer has the version that the case keeps.
    #[error("the register has no version `{version}` of the case type `{case_type}`")]
    VersionGone {
        /// The case type.
        case_type: String,
        /// The version.
        version: String,
    },
    /// The reminder was acknowledged already.
    #[error("`{by}` acknowledged this")]
    Acknowledged {
        /// The post that did.
        by: String,
    },
}
