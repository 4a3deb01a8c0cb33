//! Why an answer is what it is, in sentences.

use super::condition::{condition, value_set};
use super::{organ_name, register_language};
use crate::words::Words;
use register::Register;
use register::ask::{Answer, Condition, Outcome, Reason, Step};
use register::resolved::Clause;

/// The path to an answer in sentences: what held, how the organ was found, since when.
pub fn because(w: &Words, register: &Register, answer: &Answer) -> Vec<String> {
    let reason = register.reason(answer);
    let language = register_language(w.language());
    let mut path = Vec::new();
    for one in &reason.conditions {
        let said = match one.given {
            Some(value) if !one.shut_out => {
                let title = register.resolved.words.at(one.attribute).title.get(language);
                w.said_fact(title, &value_set(w, register, one.attribute, 1 << value))
            }
            // What is not known and did not matter is no reason.
            None => continue,
            Some(_) => condition(w, register, one),
        };
        if !path.contains(&said) {
            path.push(said);
        }
    }
    for step in &reason.steps {
        path.push(found(w, register, step));
    }
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    if let Some(clause) = reason.clauses.first().map(|clause| &duty.lead[usize::from(*clause)]) {
        path.extend(since(w, clause));
    }
    if let Outcome::Answered { lead, .. } = &answer.outcome {
        for clause in lead.clauses.iter().map(|clause| &duty.lead[usize::from(*clause)]) {
            path.extend(clause.provided.as_ref().map(|text| w.said_provided(text.get(language))));
        }
    }
    path
}

fn found(w: &Words, register: &Register, step: &Step) -> String {
    let language = register_language(w.language());
    let municipality = |index| register.resolved.territory.at(index).names.get(language);
    match step {
        Step::Named(organ) => w.said_named(organ_name(w, register, *organ)),
        Step::Itself(index) => w.said_itself(municipality(*index)),
        Step::Area { map, municipality: index, organ, .. } => w.said_area(
            register.resolved.territory.maps[usize::from(*map)].title.get(language),
            municipality(*index),
            organ_name(w, register, *organ),
        ),
        Step::Instrument { title, organ, .. } => {
            w.said_instrument(organ_name(w, register, *organ), title.get(language))
        }
    }
}

/// Since when a clause holds, as far as the register knows.
fn since(w: &Words, clause: &Clause) -> Option<String> {
    let last = clause.period.last_day();
    match (clause.period.from, last) {
        (Some(from), None) => Some(w.said_since(&w.day(from))),
        (Some(from), Some(last)) => Some(w.said_from_until(&w.day_short(from), &w.day_short(last))),
        (None, Some(last)) => Some(w.said_until(&w.day(last))),
        (None, None) => None,
    }
}

/// The clauses that were looked at and did not hold: whom they name, and why not.
pub fn rejected(w: &Words, register: &Register, answer: &Answer) -> Vec<(String, String)> {
    let Reason { excluded, .. } = register.reason(answer);
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    let language = register_language(w.language());
    excluded
        .into_iter()
        .filter(|one| !one.not_in_force)
        .map(|one| {
            let clause = &duty.lead[usize::from(one.clause)];
            let who = match &clause.bearer {
                Some(bearer) => register
                    .compiled
                    .organ(clause, answer.municipality, answer.on)
                    .map_or_else(|| bearer.kind.clone(), |organ| organ_name(w, register, organ).to_owned()),
                None => clause.why.as_ref().map(|why| why.get(language).to_owned()).unwrap_or_default(),
            };
            let conditions: Vec<Condition> = if one.failing.is_empty() {
                register.conditions_of(clause, answer.on, &answer.facts)
            } else {
                one.failing
            };
            let said: Vec<String> = conditions.iter().map(|one| condition(w, register, one)).collect();
            let why = if said.is_empty() { w.said_everybody().to_owned() } else { said.join("; ") };
            (who, w.said_needs(&why))
        })
        .collect()
}
