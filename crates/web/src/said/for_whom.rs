//! For whom a clause is, as one reads it: what must hold, what is enough, what shuts it out.

use super::register_language;
use crate::words::Words;
use register::Register;
use register::resolved::{AttributeIndex, AttributeKind, Box as Situation, Clause, Limit, ValueSet};

/// For whom a clause is. All three empty: for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ForWhom {
    /// All of this must hold.
    pub all: Vec<String>,
    /// One of these is enough.
    pub any: Vec<String>,
    /// None of these may hold.
    pub none: Vec<String>,
}

impl ForWhom {
    /// Whether the clause is for everybody.
    pub fn is_everybody(&self) -> bool {
        self.all.is_empty() && self.any.is_empty() && self.none.is_empty()
    }

    /// In one sentence without its full stop; empty: for everybody.
    pub fn sentence(&self, w: &Words) -> String {
        let mut parts = self.all.clone();
        if !self.any.is_empty() {
            let any = self.any.join(&format!("; {} ", w.situation_or()));
            parts.push(if self.all.is_empty() { any } else { w.situation_one_of(&any) });
        }
        parts.extend(self.none.iter().map(|one| w.situation_not(one)));
        parts.join("; ")
    }
}

/// For whom a clause is. What follows from the municipality is left out: a reader has one in mind already.
pub fn for_whom(w: &Words, register: &Register, clause: &Clause) -> ForWhom {
    of(w, register, &clause.when, &clause.unless)
}

/// For whom a limit is.
pub fn limit_for_whom(w: &Words, register: &Register, limit: &Limit) -> ForWhom {
    of(w, register, &limit.boxes, &[])
}

fn of(w: &Words, register: &Register, when: &[Situation], unless: &[Situation]) -> ForWhom {
    let when: Vec<_> = when.iter().map(|one| asked(register, one)).collect();
    let common: Vec<_> = match when.split_first() {
        Some((first, rest)) => {
            first.iter().copied().filter(|part| rest.iter().all(|other| other.contains(part))).collect()
        }
        None => Vec::new(),
    };
    let say = |parts: &[(AttributeIndex, ValueSet)]| {
        let said: Vec<String> = parts.iter().map(|(attribute, set)| part(w, register, *attribute, *set)).collect();
        w.list(&said)
    };
    let left: Vec<Vec<_>> =
        when.iter().map(|one| one.iter().copied().filter(|part| !common.contains(part)).collect()).collect();
    // An alternative that asks for nothing more makes the others superfluous.
    let any = if left.iter().any(Vec::is_empty) { Vec::new() } else { left.iter().map(|one| say(one)).collect() };
    let none = unless.iter().map(|one| asked(register, one)).filter(|one| !one.is_empty());
    ForWhom {
        all: common.iter().map(|(attribute, set)| part(w, register, *attribute, *set)).collect(),
        any,
        none: none.map(|one| say(&one)).collect(),
    }
}

fn asked(register: &Register, one: &Situation) -> Vec<(AttributeIndex, ValueSet)> {
    let is_asked = |attribute: AttributeIndex| register.resolved.words.at(attribute).is_asked();
    one.parts.iter().copied().filter(|(attribute, _)| is_asked(*attribute)).collect()
}

/// One attribute with the values that are accepted: `ställning på arbetsmarknaden: arbetslös eller studerande`.
fn part(w: &Words, register: &Register, index: AttributeIndex, set: ValueSet) -> String {
    let title = small(w, register.resolved.words.at(index).title.get(register_language(w.language())));
    w.said_fact(&title, &values(w, register, index, set))
}

/// Values as one says them: joined by "or", by what they leave out where that is shorter.
pub fn values(w: &Words, register: &Register, index: AttributeIndex, set: ValueSet) -> String {
    let attribute = register.resolved.words.at(index);
    if attribute.kind == AttributeKind::Age {
        return super::value_set(w, register, index, set);
    }
    let language = register_language(w.language());
    let titles = |wanted: ValueSet| {
        let chosen = attribute.values.iter().enumerate().filter(|(value, _)| wanted >> value & 1 == 1);
        let chosen: Vec<String> = chosen.map(|(_, value)| small(w, value.title.get(language))).collect();
        chosen.join(&format!(" {} ", w.situation_or()))
    };
    let left_out = attribute.all() & !set;
    if attribute.values.len() > 4 && (1..=2).contains(&left_out.count_ones()) {
        w.situation_other_than(&titles(left_out))
    } else {
        titles(set)
    }
}

/// Inside a sentence a name begins with a small letter, unless the language writes its first word with a capital.
fn small(w: &Words, text: &str) -> String {
    let first: String = text.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    let proper = w.situation_capitals().split(", ").any(|word| first.starts_with(word));
    let mut letters = text.chars();
    match letters.next() {
        Some(initial) if !proper && !first.chars().skip(1).any(char::is_uppercase) => {
            initial.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
