//! How a post stands to one case: what its organ holds in it, and what else opens or closes the file.

use super::action::{Action, Actions};
use super::bearing::{Bearing, Held};
use super::function::Function;
use super::table::may;

/// How a post stands to one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// What its organ holds in it now.
    pub held: Held,
    /// Only the lead knows of the case: the ombudsman's cases.
    pub secluded: bool,
    /// Its organ led the case until it went to another, and its papers did not pass on: it keeps those.
    pub keeps: bool,
    /// The post opened it from outside, and the hour lasts.
    pub opened: bool,
    /// A supervision case that its organ leads, and that is open, drew the file.
    pub drawn: bool,
    /// The case's person is protected, and the post is no named handler.
    pub shielded: bool,
}

/// What is read of a file without bearing it.
pub const READING: Actions = Actions::of(&[Action::Read, Action::ReadDocument]);

/// What of a protected person's case only named handlers do: a document tells where somebody lives as it pleases, and
/// whoever finds a person knows where to look.
pub const HANDLERS_ONLY: Actions = Actions::of(&[Action::Search, Action::ReadDocument, Action::Export]);

impl Standing {
    /// What counts of what the organ holds: of a secluded case, nothing but the lead's.
    #[must_use]
    pub const fn counts(self) -> Held {
        if self.secluded && !self.held.has(Bearing::Lead) { Held::NOTHING } else { self.held }
    }

    /// Whether a post of a function that stands so may do that.
    #[must_use]
    pub fn may(self, function: Function, action: Action) -> bool {
        if self.shielded && HANDLERS_ONLY.has(action) {
            return false;
        }
        may(function, self.counts(), action) || (READING.has(action) && !self.secluded && self.reads_without(function))
    }

    /// Whether something else than what the organ holds opens the file.
    fn reads_without(self, function: Function) -> bool {
        let once = Held::NOTHING.and(Bearing::Lead);
        (self.keeps && may(function, once, Action::Read))
            || (self.opened && may(function, Held::NOTHING, Action::BreakGlass))
            || (self.drawn && self.held.has(Bearing::Supervise) && may(function, once, Action::Draw))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_without_bearing_it_in_three_ways_and_never_a_secluded_one() {
        let nothing = Standing::default();
        let supervises = Held::NOTHING.and(Bearing::Supervise);
        for (standing, function) in [
            (Standing { keeps: true, ..nothing }, Function::TeamLead),
            (Standing { opened: true, ..nothing }, Function::Specialist),
            (Standing { drawn: true, held: supervises, ..nothing }, Function::Supervisor),
        ] {
            assert!(standing.may(function, Action::Read) && standing.may(function, Action::ReadDocument));
            assert!(!standing.may(function, Action::TakeStep) && !standing.may(function, Action::List));
            assert!(!standing.may(Function::Planner, Action::Read));
            assert!(!Standing { secluded: true, ..standing }.may(function, Action::Read));
            let shielded = Standing { shielded: true, ..standing };
            assert!(shielded.may(function, Action::Read) && !shielded.may(function, Action::ReadDocument));
        }
        assert!(!Standing { held: supervises, ..nothing }.may(Function::Supervisor, Action::Read), "nothing was drawn");
        assert!(!Standing { drawn: true, ..nothing }.may(Function::Supervisor, Action::Read), "it supervises nothing");
    }
}
