//! Whether an organ may decide in a case, and which link is missing when it may not. Pure.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use register::resolved::{CaseStep, Taker};

use crate::case::Case;
use crate::holding::{Between, Holding, Role};

/// The verb that gives the power to decide.
pub const DECIDE: &str = "decide";

/// Who wants to decide what, and when.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The acting organ.
    pub organ: &'a str,
    /// The post's function.
    pub function: &'a str,
    /// The case.
    pub case: &'a Case,
    /// All holdings of the case that were not withdrawn.
    pub holdings: &'a [Holding],
    /// The step.
    pub step: &'a CaseStep,
    /// The instant.
    pub at: Timestamp,
}

/// What an organ lacks to decide in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MissingLink {
    /// The case is closed.
    Closed {
        /// Since this instant.
        at: Timestamp,
    },
    /// The organ never bore this case. Told to nobody: for such an organ the case does not exist.
    NeverBore,
    /// Its holding has ended.
    Ended {
        /// In this instant.
        at: Timestamp,
    },
    /// Its holding is planned, and has not begun.
    NotBegun {
        /// It begins in this instant.
        at: Timestamp,
    },
    /// It looks after the case between chairs, which gives no power to decide.
    LooksAfter {
        /// Why the case lies between chairs.
        why: Between,
    },
    /// It bears the case, but not with the verb `decide`.
    OtherVerbs {
        /// The verbs that it has.
        verbs: Vec<String>,
        /// The organs that have `decide` in this case now.
        deciding: Vec<String>,
    },
    /// It has `decide`, but in another place in the case than the step asks for.
    OtherRole {
        /// Its place.
        role: Role,
        /// The places that may take the step.
        by: Vec<Role>,
    },
    /// The post's function may not take the step.
    Function {
        /// The function.
        function: String,
        /// Those that may.
        allowed: Vec<String>,
    },
    /// The register no longer names the organ for this duty and these facts.
    NotByLaw {
        /// The day that was asked about.
        on: Date,
        /// The edition that was asked.
        edition: String,
        /// The organs that the register names with `decide` on that day; none: nobody.
        now: Vec<String>,
        /// The clauses that say so.
        clauses: Vec<String>,
    },
    /// The organ itself is no more, or not yet.
    OrganNotThere {
        /// On this day.
        on: Date,
    },
}

impl fmt::Display for MissingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed { at } => write!(f, "the case was closed at {at}"),
            Self::NeverBore => write!(f, "it has no holding"),
            Self::Ended { at } => write!(f, "its holding ended at {at}"),
            Self::NotBegun { at } => write!(f, "its holding begins at {at}"),
            Self::LooksAfter { .. } => write!(f, "it looks after the case between chairs"),
            Self::OtherVerbs { verbs, .. } => write!(f, "it holds {}, not decide", verbs.join(", ")),
            Self::OtherRole { role, .. } => write!(f, "it stands as {role}"),
            Self::Function { function, .. } => write!(f, "the function `{function}` may not"),
            Self::NotByLaw { on, .. } => write!(f, "the register does not name it on {on}"),
            Self::OrganNotThere { on } => write!(f, "there is no such organ on {on}"),
        }
    }
}

/// Whether a holding brings the power to decide.
#[must_use]
pub fn brings_power(holding: &Holding) -> bool {
    !holding.between_chairs && (holding.verb == DECIDE || holding.also.iter().any(|verb| verb == DECIDE))
}

/// The holding through which the organ may decide, or the link that is missing.
///
/// # Errors
/// The first link that is missing, from the case to the post.
pub fn competence<'a>(asked: Asked<'a>) -> Result<&'a Holding, MissingLink> {
    let own = || asked.holdings.iter().filter(|holding| holding.organ == asked.organ);
    if own().next().is_none() {
        return Err(MissingLink::NeverBore);
    }
    // An organ whose holding had ended before is told of that end, and not that the case closed later.
    if let Some(at) = asked.case.closed
        && own().any(|holding| holding.until.is_none_or(|until| until >= at))
    {
        return Err(MissingLink::Closed { at });
    }
    let held: Vec<&Holding> = own().filter(|holding| holding.holds_at(asked.at)).collect();
    if held.is_empty() {
        return Err(not_now(own(), asked.at));
    }
    let deciding: Vec<&Holding> = held.iter().copied().filter(|holding| brings_power(holding)).collect();
    let Some(first) = deciding.first() else {
        return Err(no_power(&held, asked));
    };
    let by: Vec<Role> = asked.step.by.iter().filter_map(|taker| role(*taker)).collect();
    let Some(found) = deciding.iter().find(|holding| by.contains(&holding.role)) else {
        return Err(MissingLink::OtherRole { role: first.role, by });
    };
    let allowed = &asked.step.functions;
    if !allowed.is_empty() && !allowed.iter().any(|function| function == asked.function) {
        return Err(MissingLink::Function { function: asked.function.to_owned(), allowed: allowed.clone() });
    }
    Ok(found)
}

/// The place in a case that a taker of a step is; the person has none, and decides nothing.
const fn role(taker: Taker) -> Option<Role> {
    match taker {
        Taker::Lead => Some(Role::Lead),
        Taker::Beside => Some(Role::Beside),
        Taker::Person => None,
    }
}

/// Why none of an organ's holdings is in force: the last one ended, or the first one has not begun.
fn not_now<'a>(own: impl Iterator<Item = &'a Holding>, at: Timestamp) -> MissingLink {
    let mut ended = None;
    let mut begins = None;
    for holding in own {
        match holding.until {
            Some(until) if until <= at => ended = ended.max(Some(until)),
            _ => begins = Some(begins.map_or(holding.from, |first: Timestamp| first.min(holding.from))),
        }
    }
    match (ended, begins) {
        (_, Some(at)) => MissingLink::NotBegun { at },
        (Some(at), None) => MissingLink::Ended { at },
        (None, None) => MissingLink::NeverBore,
    }
}

/// Why what an organ holds brings no power.
fn no_power(held: &[&Holding], asked: Asked<'_>) -> MissingLink {
    if let Some(keeps) = held.iter().find(|holding| holding.between_chairs) {
        let why = keeps.path.between.clone().unwrap_or(Between::Nobody);
        return MissingLink::LooksAfter { why };
    }
    let mut verbs: Vec<String> = Vec::new();
    for verb in held.iter().flat_map(|holding| std::iter::once(&holding.verb).chain(&holding.also)) {
        if !verbs.contains(verb) {
            verbs.push(verb.clone());
        }
    }
    let deciding = asked
        .holdings
        .iter()
        .filter(|holding| holding.holds_at(asked.at) && brings_power(holding))
        .map(|holding| holding.organ.clone())
        .collect();
    MissingLink::OtherVerbs { verbs, deciding }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use register::Register;
    use uuid::Uuid;

    use super::*;
    use crate::holding::{Cause, Path};

    fn at(minutes: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + minutes.minutes()
    }

    fn holding(organ: &str, role: Role, verb: &str, from: i64, until: Option<i64>) -> Holding {
        Holding {
            id: Uuid::from_u128(1),
            case: Uuid::from_u128(2),
            role,
            organ: organ.to_owned(),
            verb: verb.to_owned(),
            also: Vec::new(),
            force: "must".to_owned(),
            from: at(from),
            until: until.map(at),
            previous: None,
            between_chairs: false,
            edition: String::new(),
            path: Path::default(),
            cause: Cause::Opening,
            cause_id: None,
            recorded_at: at(from),
            recorded_by: String::new(),
        }
    }

    fn case(closed: Option<i64>) -> Case {
        Case {
            id: Uuid::from_u128(2),
            number: 7,
            case_type: "travel-document".to_owned(),
            type_version: "act-2004".to_owned(),
            duty: "travel-document".to_owned(),
            person: None,
            municipality: None,
            status: "pending".to_owned(),
            result: None,
            opened: at(0),
            opened_organ: "a".to_owned(),
            closed: closed.map(at),
            version: 1,
        }
    }

    /// The shipped step `decide`: by the lead, through a decision maker.
    fn step() -> CaseStep {
        let register = Register::try_shipped_answering().expect("the shipped register has no faults of form");
        let types = &register.resolved.case_types;
        let found = types.iter().find(|one| one.id == "travel-document").expect("it ships");
        found.versions[0].step("decide").expect("it has the step").clone()
    }

    fn asked(case: &Case, holdings: &[Holding], step: &CaseStep, function: &str) -> Result<Uuid, MissingLink> {
        competence(Asked { organ: "a", function, case, holdings, step, at: at(10) }).map(|holding| holding.id)
    }

    #[test]
    fn the_first_missing_link_is_named() {
        let (open, step, maker) = (case(None), step(), "decision-maker");
        let lead = |verb: &str| holding("a", Role::Lead, verb, 0, None);
        let with = |holdings: &[Holding]| asked(&open, holdings, &step, maker);
        assert!(with(&[lead(DECIDE)]).is_ok());
        let mut also = lead("carry-out");
        also.also = vec![DECIDE.to_owned()];
        assert!(with(&[also]).is_ok(), "`decide` among the further verbs is enough");
        assert_eq!(with(&[holding("b", Role::Lead, DECIDE, 0, None)]), Err(MissingLink::NeverBore));
        assert_eq!(with(&[holding("a", Role::Lead, DECIDE, 0, Some(9))]), Err(MissingLink::Ended { at: at(9) }));
        let ends_now = holding("a", Role::Lead, DECIDE, 0, Some(10));
        assert_eq!(with(&[ends_now]), Err(MissingLink::Ended { at: at(10) }), "not in the instant of the end");
        assert!(with(&[holding("a", Role::Lead, DECIDE, 10, None)]).is_ok(), "in the instant of the beginning");
        assert_eq!(with(&[holding("a", Role::Lead, DECIDE, 11, None)]), Err(MissingLink::NotBegun { at: at(11) }));
        let others = [lead("steer"), holding("b", Role::Beside, DECIDE, 0, None)];
        let (verbs, deciding) = (vec!["steer".to_owned()], vec!["b".to_owned()]);
        assert_eq!(with(&others), Err(MissingLink::OtherVerbs { verbs, deciding }));
        let (role, by) = (Role::Beside, vec![Role::Lead]);
        assert_eq!(with(&[holding("a", role, DECIDE, 0, None)]), Err(MissingLink::OtherRole { role, by }));
        let refused = asked(&open, &[lead(DECIDE)], &step, "handler");
        let allowed = vec![maker.to_owned()];
        assert_eq!(refused, Err(MissingLink::Function { function: "handler".to_owned(), allowed }));
    }

    #[test]
    fn beside_decides_where_the_step_is_taken_from_there() {
        let mut step = step();
        step.by.push(Taker::Beside);
        let held = [holding("b", Role::Lead, DECIDE, 0, None), holding("a", Role::Beside, DECIDE, 0, None)];
        assert!(asked(&case(None), &held, &step, "decision-maker").is_ok());
    }

    #[test]
    fn who_looks_after_a_case_has_no_power_whatever_the_verb() {
        let mut keeps = holding("a", Role::Lead, DECIDE, 0, None);
        keeps.between_chairs = true;
        keeps.path.between = Some(Between::Contradiction);
        let refused = asked(&case(None), &[keeps], &step(), "decision-maker");
        assert_eq!(refused, Err(MissingLink::LooksAfter { why: Between::Contradiction }));
    }

    #[test]
    fn of_a_closed_case_each_organ_is_told_its_own_end() {
        let (closed, step) = (case(Some(8)), step());
        let until_it_closed = [holding("a", Role::Lead, DECIDE, 0, Some(8))];
        let refused = asked(&closed, &until_it_closed, &step, "decision-maker");
        assert_eq!(refused, Err(MissingLink::Closed { at: at(8) }));
        let handed_over = [holding("a", Role::Lead, DECIDE, 0, Some(5)), holding("b", Role::Lead, DECIDE, 5, Some(8))];
        let refused = asked(&closed, &handed_over, &step, "decision-maker");
        assert_eq!(refused, Err(MissingLink::Ended { at: at(5) }));
    }
}
