//! Whether a step can be taken, and everything that stands against it. Pure: the version of the case type, where the case
//! stands, and who asks; no clock and no database.

use register::resolved::{CaseStep, Taker, Version};

/// Where a case stands, for whoever wants to take a step.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The case's status.
    pub status: &'a str,
    /// Whether it is closed.
    pub closed: bool,
    /// As what this post, or the person, may act in it.
    pub takers: &'a [Taker],
    /// Its organ leads only until it is settled who does: it cannot decide.
    pub keeps: bool,
    /// The post's function.
    pub function: &'a str,
}

/// Something that stands against a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The case is closed.
    Closed,
    /// It is not taken from the status in which the case is.
    NotFrom {
        /// The status in which it is.
        status: String,
        /// Those from which it is taken.
        from: Vec<String>,
    },
    /// Others take it.
    NotTaker {
        /// As what it is taken.
        by: Vec<Taker>,
        /// As what one is here.
        is: Vec<Taker>,
    },
    /// Others of this organ take it.
    NotFunction {
        /// The functions that take it.
        by: Vec<String>,
        /// The post's own.
        is: String,
    },
    /// The organ looks after the case until it is settled who leads it; a decision it cannot make.
    OnlyKeeps,
    /// These fields must hold something first.
    Empty(Vec<String>),
    /// A result must be named, one of these.
    ResultNeeded {
        /// Those that the step gives.
        of: Vec<String>,
    },
    /// The step does not give that result.
    NotItsResult {
        /// The one named.
        result: String,
        /// Those that the step gives.
        of: Vec<String>,
    },
    /// It makes an administrative decision: it is taken by making that.
    NeedsDecision,
}

impl Against {
    /// Whether it goes away with what is handed in together with the step: values, a result, a decision.
    #[must_use]
    pub const fn comes_with_the_step(&self) -> bool {
        matches!(self, Self::Empty(_) | Self::ResultNeeded { .. } | Self::NotItsResult { .. } | Self::NeedsDecision)
    }
}

/// All that stands against a step; nothing when it can be taken. `holds` says whether a field holds a value.
#[must_use]
pub fn against(step: &CaseStep, standing: Standing<'_>, holds: impl Fn(&str) -> bool, decided: bool) -> Vec<Against> {
    let mut all = Vec::new();
    if standing.closed {
        all.push(Against::Closed);
    } else if !step.from.iter().any(|from| from == standing.status) {
        all.push(Against::NotFrom { status: standing.status.to_owned(), from: step.from.clone() });
    }
    if taken_as(step, standing.takers).is_none() {
        all.push(Against::NotTaker { by: step.by.clone(), is: standing.takers.to_vec() });
    } else if !has_function(step, standing) {
        all.push(Against::NotFunction { by: step.functions.clone(), is: standing.function.to_owned() });
    }
    if step.decides && standing.keeps {
        all.push(Against::OnlyKeeps);
    }
    let empty: Vec<String> = step.needs.iter().filter(|field| !holds(field)).cloned().collect();
    if !empty.is_empty() {
        all.push(Against::Empty(empty));
    }
    if step.decides && !decided {
        all.push(Against::NeedsDecision);
    }
    all
}

/// What stands against a result. No case ends without one.
#[must_use]
pub fn against_result(version: &Version, step: &CaseStep, result: Option<&str>) -> Option<Against> {
    match result {
        None if step.results.is_empty() && !ends(version, &step.to) => None,
        None => Some(Against::ResultNeeded { of: step.results.clone() }),
        Some(result) if step.results.iter().any(|one| one == result) => None,
        Some(result) => Some(Against::NotItsResult { result: result.to_owned(), of: step.results.clone() }),
    }
}

/// As what a step is taken: the strongest of what one is.
#[must_use]
pub fn taken_as(step: &CaseStep, takers: &[Taker]) -> Option<Taker> {
    [Taker::Lead, Taker::Beside, Taker::Person]
        .into_iter()
        .find(|taker| takers.contains(taker) && step.by.contains(taker))
}

/// A person has no function: what is theirs they do themselves.
fn has_function(step: &CaseStep, standing: Standing<'_>) -> bool {
    taken_as(step, standing.takers) == Some(Taker::Person)
        || step.functions.is_empty()
        || step.functions.iter().any(|function| function == standing.function)
}

/// Whether a status of a version ends the case.
#[must_use]
pub fn ends(version: &Version, status: &str) -> bool {
    version.status(status).is_some_and(|status| status.end)
}

/// The word of a taker.
#[must_use]
pub const fn taker_word(taker: Taker) -> &'static str {
    match taker {
        Taker::Lead => "lead",
        Taker::Beside => "beside",
        Taker::Person => "person",
    }
}

/// A step, and what stands against it for whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The step's word.
    pub step: String,
    /// The status to which it leads.
    pub to: String,
    /// Whether the case ends with it.
    pub ends: bool,
    /// Whether it makes an administrative decision.
    pub decides: bool,
    /// The results of which one must be named.
    pub results: Vec<String>,
    /// What stands against it.
    pub against: Vec<Against>,
}

impl NextStep {
    /// Whether it can be taken, with what is still to be handed in with it.
    #[must_use]
    pub fn may(&self) -> bool {
        self.against.iter().all(Against::comes_with_the_step)
    }
}

/// All steps of a version, as they are for whoever asks.
#[must_use]
pub fn next_steps(version: &Version, standing: Standing<'_>, holds: impl Fn(&str) -> bool) -> Vec<NextStep> {
    let next = |step: &CaseStep| NextStep {
        step: step.id.clone(),
        to: step.to.clone(),
        ends: ends(version, &step.to),
        decides: step.decides,
        results: step.results.clone(),
        against: against(step, standing, &holds, false),
    };
    version.steps.iter().map(next).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use register::Register;

    use super::*;

    fn versions() -> &'static [Version] {
        let register = Register::try_shipped_answering().expect("the shipped register has no faults of form");
        &register.resolved.case_types.iter().find(|one| one.id == "initial-assessment").expect("it is there").versions
    }

    const ALL: [Taker; 3] = [Taker::Lead, Taker::Beside, Taker::Person];

    fn standing<'a>(status: &'a str, takers: &'a [Taker], function: &'a str) -> Standing<'a> {
        Standing { status, closed: false, takers, keeps: false, function }
    }

    #[test]
    fn a_step_that_decides_is_taken_by_deciding_and_not_by_a_keeper() {
        let mut step = versions()[0].step("start").expect("it is there").clone();
        step.decides = true;
        let lead = standing("opened", &[Taker::Lead], "handler");
        assert_eq!(against(&step, lead, |_| true, false), [Against::NeedsDecision]);
        assert_eq!(against(&step, lead, |_| true, true), []);
        let keeper = Standing { keeps: true, ..lead };
        assert_eq!(against(&step, keeper, |_| true, true), [Against::OnlyKeeps]);
    }

    #[test]
    fn a_function_is_asked_of_posts_and_not_of_the_person() {
        let mut step = versions()[0].step("record").expect("it is there").clone();
        step.functions = vec!["decision-maker".to_owned()];
        let refused = against(&step, standing("under-way", &[Taker::Beside], "handler"), |_| true, false);
        let by = vec!["decision-maker".to_owned()];
        assert_eq!(refused, [Against::NotFunction { by, is: "handler".to_owned() }]);
        assert_eq!(against(&step, standing("under-way", &[Taker::Beside], "decision-maker"), |_| true, false), []);
        assert_eq!(against(&step, standing("under-way", &[Taker::Person], ""), |_| true, false), []);
    }

    #[test]
    fn no_case_ends_without_a_result() {
        let version = &versions()[0];
        let mut step = version.step("finish").expect("it is there").clone();
        assert!(matches!(against_result(version, &step, None), Some(Against::ResultNeeded { of }) if of.len() == 3));
        assert_eq!(against_result(version, &step, Some("plan-needed")), None);
        step.results.clear();
        assert_eq!(against_result(version, &step, None), Some(Against::ResultNeeded { of: Vec::new() }));
    }

    proptest! {
        /// Whatever is tried in whatever order, a case stays within its version, and nothing is taken in a closed one.
        #[test]
        fn a_walk_stays_within_the_version(
            which in 0_usize..2,
            tries in prop::collection::vec((0_usize..5, 0_usize..3, any::<bool>(), 0_usize..5), 0..60),
        ) {
            let version = &versions()[which];
            let mut status = version.start().expect("it begins somewhere").id.as_str();
            for (step, taker, filled, result) in tries {
                let step = &version.steps[step];
                let takers = [ALL[taker]];
                let closed = ends(version, status);
                let now = Standing { closed, ..standing(status, &takers, "handler") };
                let result = version.results.get(result).map(|result| result.id.as_str());
                let mut all = against(step, now, |_| filled, false);
                all.extend(against_result(version, step, result));
                if all.is_empty() {
                    prop_assert!(!closed && step.from.iter().any(|from| from == status));
                    prop_assert!(step.by.contains(&ALL[taker]) && (filled || step.needs.is_empty()));
                    prop_assert_eq!(result.is_some(), !step.results.is_empty() );
                    status = &step.to;
                    prop_assert!(version.status(status).is_some());
                } else {
                    let listed = next_steps(version, now, |_| filled);
                    let listed = listed.iter().find(|one| one.step == step.id).expect("each step is listed");
                    prop_assert!(!listed.may() || all.iter().all(Against::comes_with_the_step));
                }
            }
        }
    }
}
