//! What is proved, and what may be found instead.

use jiff::Timestamp;

/// What was looked at, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// Cases, open and closed.
    pub cases: i64,
    /// Those that are open.
    pub open: i64,
    /// Leads, each with the instant in which it begins.
    pub leads: i64,
    /// Those who stand or stood beside.
    pub beside: i64,
    /// Open cases that nobody leads by the register, and that are looked after.
    pub between_chairs: i64,
    /// What is broken, at most as many as were asked for of each sort; none: the promise holds.
    pub faults: Vec<Fault>,
}

/// A case in which the promise is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The case's number; none when there is no such case.
    pub number: Option<i64>,
    /// How.
    pub broken: Broken,
}

/// How the promise can be broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// Its first lead does not begin in the instant in which it was opened, or there is none, or there are several.
    First,
    /// A lead ends, and the next does not begin in that instant.
    Gap,
    /// Two leads follow the same one, or one follows a lead of another case.
    Fork,
    /// The last lead does not end when the case closes, or ends although it is open.
    Last,
    /// The case points at another lead than the last one.
    Pointer,
    /// Somebody stands beside outside of the time in which the case is open, or twice at a time with one verb.
    Beside,
    /// Two rows are written as one version, or a holding names an edition that is not kept.
    Edition,
    /// It is led by an organ that is not there at that instant.
    OrganNotThere {
        /// The organ.
        organ: String,
        /// The instant.
        at: Timestamp,
    },
}

impl Broken {
    /// Its word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::First => "first-lead",
            Self::Gap => "gap",
            Self::Fork => "fork",
            Self::Last => "last-lead",
            Self::Pointer => "pointer",
            Self::Beside => "beside",
            Self::Edition => "edition",
            Self::OrganNotThere { .. } => "organ-not-there",
        }
    }
}
