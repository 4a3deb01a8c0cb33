//! Steering goes down, never round; nobody supervises itself.

use crate::Register;
use crate::fault::Fault;
use crate::resolved::Relation;
use std::collections::{BTreeMap, BTreeSet};

/// Verbs by which one organ stands over another.
const OVER: [&str; 3] = ["steer", "steer-performance", "supervise"];

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let relations = &register.resolved.organs.relations;
    for relation in relations {
        if relation.from_name == relation.to_name {
            faults.push(
                Fault::error("self-supervision", format!("`{}` would stand over itself", relation.from_name))
                    .at(relation.place.clone())
                    .help("name another organ in `from_organ` or `to_organ`"),
            );
        }
    }
    let days: BTreeSet<_> = relations
        .iter()
        .flat_map(|relation| [relation.period.from, Some(register.resolved.begins)])
        .flatten()
        .filter(|day| *day >= register.resolved.begins)
        .collect();
    let mut reported = BTreeSet::new();
    for day in days {
        let over: Vec<&Relation> = relations
            .iter()
            .filter(|relation| relation.period.contains(day))
            .filter(|relation| OVER.contains(&register.resolved.words.verbs[usize::from(relation.verb)].id.as_str()))
            .collect();
        let mut below: BTreeMap<&str, Vec<&Relation>> = BTreeMap::new();
        for relation in &over {
            below.entry(relation.from_name.as_str()).or_default().push(relation);
        }
        for relation in &over {
            let mut seen = BTreeSet::new();
            if reaches(&relation.to_name, &relation.from_name, &below, &mut seen)
                && relation.from_name != relation.to_name
                && reported.insert((relation.from_name.clone(), relation.to_name.clone()))
            {
                faults.push(
                    Fault::error(
                        "steering-circle",
                        format!(
                            "`{}` stands over `{}`, which stands over it in turn, on {day}",
                            relation.from_name, relation.to_name
                        ),
                    )
                    .at(relation.place.clone())
                    .help("one of the relations between them is wrong, or ends before that day"),
                );
            }
        }
    }
}

fn reaches<'a>(
    from: &'a str,
    to: &str,
    below: &BTreeMap<&'a str, Vec<&'a Relation>>,
    seen: &mut BTreeSet<&'a str>,
) -> bool {
    if from == to {
        return true;
    }
    if !seen.insert(from) {
        return false;
    }
    below.get(from).is_some_and(|relations| relations.iter().any(|one| reaches(&one.to_name, to, below, seen)))
}
