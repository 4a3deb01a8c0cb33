//! What is asked about a population.

use calendar::Date;
use register::resolved::DutyIndex;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The day whose division is looked at.
    pub on: Date,
    /// The day it is compared with.
    pub against: Date,
    /// One duty, or all that are about a person.
    pub duty: Option<DutyIndex>,
    /// Threads; none: as many as the machine has cores.
    pub threads: Option<usize>,
}

impl Request {
    /// All duties about persons, on two days, with all cores.
    pub fn new(on: Date, against: Date) -> Self {
        Self { on, against, duty: None, threads: None }
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows gone through.
    pub done: u64,
    /// Rows in all; for CSV lines are counted, so it is a little too high where a cell holds line breaks.
    pub all: u64,
}
