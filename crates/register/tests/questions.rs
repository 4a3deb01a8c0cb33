//! The questions of `register/questions/`: each is answered as the law answers it, and together they reach every clause.

use calendar::Date;
use register::Register;
use register::ask::Outcome;
use register::checks::{Verdict, answer_question};
use register::resolved::{Duty, Question};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_question_is_answered_as_the_law_answers_it() {
    let register = Register::shipped();
    let mut wrong = Vec::new();
    for question in &register.resolved.questions {
        if let Verdict::Wrong(difference) = answer_question(register, question) {
            let place = &question.place;
            let clauses = match asked(register, question) {
                Some(clauses) => clauses.join(", "),
                None => "no clause".to_owned(),
            };
            wrong.push(format!("{}:{} `{}`: {difference} (by {clauses})", place.file, place.line, question.id));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} questions:\n{}",
        wrong.len(),
        register.resolved.questions.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_lead_and_every_declared_gap_is_the_answer_of_a_question() {
    let register = Register::shipped();
    let mut reached: BTreeSet<(&str, String)> = BTreeSet::new();
    for question in &register.resolved.questions {
        if let Some(clauses) = asked(register, question)
            && let [clause] = clauses.as_slice()
        {
            reached.insert((duty(register, question).id.as_str(), clause.clone()));
        }
    }
    let begins = register.resolved.begins;
    let missed: Vec<String> = register
        .resolved
        .duties
        .iter()
        .flat_map(|duty| duty.lead.iter().map(move |clause| (duty, clause)))
        .filter(|(_, clause)| clause.period.until.is_none_or(|until| until > begins))
        .filter(|(duty, clause)| !reached.contains(&(duty.id.as_str(), clause.id.clone())))
        .map(|(duty, clause)| format!("{}: {} {}", duty.id, clause.id, clause.period))
        .collect();
    assert!(missed.is_empty(), "{} clauses are the answer of no question:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn each_day_of_change_has_a_question_before_and_after() {
    let register = Register::shipped();
    let mut days: BTreeMap<&str, BTreeSet<Date>> = BTreeMap::new();
    for question in &register.resolved.questions {
        days.entry(duty(register, question).id.as_str()).or_default().insert(question.on);
    }
    let mut missed = Vec::new();
    for duty in &register.resolved.duties {
        let asked = days.get(duty.id.as_str()).cloned().unwrap_or_default();
        let changes: BTreeSet<Date> = duty
            .lead
            .iter()
            .flat_map(|clause| [clause.period.from, clause.period.until])
            .flatten()
            .filter(|day| *day > register.resolved.begins)
            .collect();
        for (change, next) in changes.iter().zip(changes.iter().skip(1).map(Some).chain([None])) {
            let before = change.yesterday().is_ok_and(|before| asked.contains(&before));
            let after = asked.iter().any(|day| day >= change && next.is_none_or(|next| day < next));
            if !before {
                missed.push(format!("{}: nothing on the day before {change}", duty.id));
            }
            if !after {
                missed.push(format!("{}: nothing from {change} on", duty.id));
            }
        }
    }
    assert!(missed.is_empty(), "{} days of change lack a question:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn the_list_of_law_questions_is_there() {
    let numbers: BTreeSet<u32> =
        Register::shipped().resolved.questions.iter().filter_map(|question| question.law).collect();
    let missing: Vec<u32> = [
        1, 3, 4, 6, 8, 10, 12, 14, 16, 20, 22, 24, 26, 28, 30, 33, 34, 37, 39, 42, 44, 46, 48, 49, 52, 54, 57, 59, 61,
        62, 64,
    ]
    .into_iter()
    .filter(|number| !numbers.contains(number))
    .collect();
    assert!(missing.is_empty(), "law questions without a question file: {missing:?}");
}

fn duty<'a>(register: &'a Register, question: &Question) -> &'a Duty {
    &register.resolved.duties[usize::from(question.duty)]
}

/// The clauses of the answer.
fn asked(register: &Register, question: &Question) -> Option<Vec<String>> {
    let words = &register.resolved.words;
    let given = question.given.iter().map(|(attribute, word)| (words.at(*attribute).id.as_str(), word.as_str()));
    let facts = register.facts(given).ok()?;
    let answer = register.who(question.duty, question.municipality, question.on, &facts).ok()?;
    let clauses = match answer.outcome {
        Outcome::Answered { lead, .. } => lead.clauses,
        Outcome::Nobody(nobody) => nobody.clauses,
        Outcome::Undetermined(_) => return None,
    };
    let duty = duty(register, question);
    Some(clauses.iter().map(|clause| duty.lead[usize::from(*clause)].id.clone()).collect())
}
