//! A case type is sound: one start, each status reachable, none a trap, each step taken by somebody, versions that follow
//! each other without a hole, and a retention for each result.

use crate::Register;
use crate::fault::Fault;
use crate::resolved::{CaseType, Taker, Version};
use std::collections::BTreeSet;

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    for case_type in &register.resolved.case_types {
        versions_follow(case_type, faults);
        for version in &case_type.versions {
            walk(case_type, version, faults);
            steps_are_taken(register, case_type, version, faults);
        }
    }
}

/// On each day from the first version on, new cases have exactly one version.
fn versions_follow(case_type: &CaseType, faults: &mut Vec<Fault>) {
    for pair in case_type.versions.windows(2) {
        if pair[0].period.until.is_none() || pair[0].period.until != pair[1].period.from {
            faults.push(
                unsound(format!(
                    "`{}`: version `{}` does not begin where `{}` ends",
                    case_type.id, pair[1].id, pair[0].id
                ))
                .at(pair[1].place.clone())
                .also_at(pair[0].place.clone())
                .help("`until` of the one is `from` of the next"),
            );
        }
    }
}

fn walk(case_type: &CaseType, version: &Version, faults: &mut Vec<Fault>) {
    let starts: Vec<_> = version.statuses.iter().filter(|status| status.start).collect();
    let [start] = starts.as_slice() else {
        faults.push(
            unsound(format!("`{}` {}: {} statuses say `start = true`", case_type.id, version.id, starts.len()))
                .at(version.place.clone())
                .help("a case begins in exactly one"),
        );
        return;
    };
    let reachable = closure(&start.id, |at, to| {
        version.steps.iter().filter(|step| step.from.iter().any(|from| from == at)).for_each(|step| to(&step.to));
    });
    for status in &version.statuses {
        if !reachable.contains(status.id.as_str()) {
            faults.push(
                unsound(format!("`{}` {}: no case ever comes to `{}`", case_type.id, version.id, status.id))
                    .at(status.place.clone())
                    .help("add a step that leads there, or take it out"),
            );
        }
        let onward = closure(&status.id, |at, to| {
            version.steps.iter().filter(|step| step.from.iter().any(|from| from == at)).for_each(|step| to(&step.to));
        });
        let ends = version.statuses.iter().any(|other| other.end && onward.contains(other.id.as_str()));
        if !ends {
            faults.push(
                unsound(format!("`{}` {}: from `{}` a case never ends", case_type.id, version.id, status.id))
                    .at(status.place.clone())
                    .help("add a step from it towards a status with `end = true`"),
            );
        }
    }
}

/// Everything that can be reached, the beginning included.
fn closure<'a>(start: &'a str, next: impl Fn(&str, &mut dyn FnMut(&'a str))) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        next(at, &mut |to| {
            if seen.insert(to) {
                open.push(to);
            }
        });
    }
    seen
}

fn steps_are_taken(register: &Register, case_type: &CaseType, version: &Version, faults: &mut Vec<Fault>) {
    let duty = &register.resolved.duties[usize::from(case_type.duty)];
    let overlaps = |period: calendar::Period| period.overlaps(version.period);
    let led = duty.lead.iter().any(|clause| clause.bearer.is_some() && overlaps(clause.period));
    let beside = duty.beside.iter().any(|clause| overlaps(clause.period));
    for step in &version.steps {
        let somebody = step.by.iter().any(|taker| match taker {
            Taker::Lead => led,
            Taker::Beside => beside,
            Taker::Person => true,
        });
        if !somebody {
            faults.push(
                unsound(format!("`{}` {}: nobody may take the step `{}`", case_type.id, version.id, step.id))
                    .at(step.place.clone())
                    .help("name in `by` somebody who bears the duty in the time of this version"),
            );
        }
        let ends = version.status(&step.to).is_some_and(|status| status.end);
        if ends && step.results.is_empty() {
            faults.push(
                unsound(format!(
                    "`{}` {}: the step `{}` ends the case without a result",
                    case_type.id, version.id, step.id
                ))
                .at(step.place.clone())
                .help("name its `results`: they decide how long the case is kept"),
            );
        }
    }
}

fn unsound(message: String) -> Fault {
    Fault::error("case-type-unsound", message)
}
