//! Facts and conditions in words.

use super::register_language;
use crate::words::Words;
use register::Register;
use register::ask::{Condition, Facts, Given};
use register::resolved::{AttributeIndex, AttributeKind, Clause, ValueSet};

/// A set of values in words: `unemployed job seeker, employed`, `18 years or more`.
pub fn value_set(w: &Words, register: &Register, attribute: AttributeIndex, set: ValueSet) -> String {
    let attribute = register.resolved.words.at(attribute);
    if attribute.kind == AttributeKind::Age {
        return years(w, set, attribute.values.len());
    }
    let language = register_language(w.language());
    attribute
        .values
        .iter()
        .enumerate()
        .filter(|(value, _)| set >> value & 1 == 1)
        .map(|(_, value)| value.title.get(language))
        .collect::<Vec<_>>()
        .join(", ")
}

fn years(w: &Words, set: ValueSet, count: usize) -> String {
    let mut ranges = Vec::new();
    let mut year = 0;
    while year < count {
        if set >> year & 1 == 0 {
            year += 1;
            continue;
        }
        let from = year;
        while year < count && set >> year & 1 == 1 {
            year += 1;
        }
        ranges.push(match (from, year) {
            (from, until) if until - from == 1 => w.said_year(&from.to_string()),
            (0, until) => w.said_years_until(&until.to_string()),
            (from, until) if until == count => w.said_years_from(&from.to_string()),
            (from, until) => w.said_years(&from.to_string(), &(until - 1).to_string()),
        });
    }
    ranges.join(", ")
}

/// A condition in words: `Place in the labour market: unemployed job seeker`.
pub fn condition(w: &Words, register: &Register, one: &Condition) -> String {
    let attribute = register.resolved.words.at(one.attribute).title.get(register_language(w.language()));
    let values = value_set(w, register, one.attribute, one.accepted);
    if one.shut_out { w.said_not(&attribute.to_lowercase(), &values) } else { w.said_fact(attribute, &values) }
}

/// A known fact in words: `Age: 34 years`.
pub fn fact(w: &Words, register: &Register, attribute: AttributeIndex, given: Given) -> String {
    let title = register.resolved.words.at(attribute).title.get(register_language(w.language()));
    let value = match given {
        Given::Value(value) => value_set(w, register, attribute, 1 << value),
        Given::Day(day) => w.day(day),
        Given::Unknown => w.question_unknown().to_owned(),
    };
    w.said_fact(title, &value)
}

/// For whom a clause is, one sentence a condition; empty: for everybody.
pub fn clause_conditions(w: &Words, register: &Register, clause: &Clause) -> Vec<String> {
    let on = clause.period.from.unwrap_or(register.resolved.begins);
    if clause.when.len() <= 1 {
        return register
            .conditions_of(clause, on, &Facts::none())
            .iter()
            .map(|one| condition(w, register, one))
            .collect();
    }
    // Several alternatives: each is a sentence of its own.
    clause
        .when
        .iter()
        .map(|one| {
            let parts = one
                .parts
                .iter()
                .filter(|(attribute, _)| register.resolved.words.at(*attribute).is_asked())
                .map(|(attribute, accepted)| {
                    let one = Condition { attribute: *attribute, accepted: *accepted, given: None, shut_out: false };
                    condition(w, register, &one)
                })
                .collect::<Vec<_>>();
            parts.join("; ")
        })
        .filter(|said| !said.is_empty())
        .collect()
}
