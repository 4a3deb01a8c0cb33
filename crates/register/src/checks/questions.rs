//! Every question of `questions/` is answered as the law answers it.

use crate::Register;
use crate::ask::{Answer, Ask, Outcome, Refusal};
use crate::fault::Fault;
use crate::resolved::{Citation, ExpectedOutcome, Question, Role};

/// How a question came out.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// As expected.
    Right(std::boxed::Box<Answer>),
    /// Otherwise, with what differs, in words for the person who wrote it.
    Wrong(String),
}

/// Asks one question and compares.
pub fn answer(register: &Register, question: &Question) -> Verdict {
    let words = &register.resolved.words;
    let given = question.given.iter().map(|(attribute, word)| (words.at(*attribute).id.as_str(), word.as_str()));
    let asked = register.facts(given).and_then(|facts| {
        let municipality = match question.municipality {
            Some(found) => Some(register.municipality(&register.resolved.territory.at(found).code, question.on)?),
            None => None,
        };
        register.who(question.duty, municipality, question.on, &facts)
    });
    match asked {
        Err(refusal) => Verdict::Wrong(refused(&refusal)),
        Ok(answer) => match differs(register, question, &answer) {
            Some(difference) => Verdict::Wrong(difference),
            None => Verdict::Right(std::boxed::Box::new(answer)),
        },
    }
}

fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Contradiction { why, .. } => format!("the facts contradict each other: {}", why.en),
        other => format!("it cannot be asked: {other}"),
    }
}

fn differs(register: &Register, question: &Question, answer: &Answer) -> Option<String> {
    let id = |organ| register.resolved.organs.at(organ).id.as_str();
    let expect = &question.expect;
    match (&answer.outcome, expect.outcome) {
        (Outcome::Answered { lead, beside, .. }, ExpectedOutcome::Answered) => {
            if let Some(wanted) = &expect.lead
                && wanted != id(lead.organ)
            {
                return Some(format!("`{}` leads, not `{wanted}`", id(lead.organ)));
            }
            if let Some(force) = expect.force
                && force != lead.force
            {
                return Some(format!("it {}, not {}", lead.force.id(), force.id()));
            }
            if let Some(wanted) = &expect.beside {
                let mut found: Vec<&str> = beside.iter().map(|one| id(one.organ)).collect();
                let mut wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
                found.sort_unstable();
                found.dedup();
                wanted.sort_unstable();
                if found != wanted {
                    return Some(format!("beside stand {}, not {}", list(&found), list(&wanted)));
                }
            }
            basis(register, question, answer, &lead.clauses)
        }
        (Outcome::Nobody(nobody), ExpectedOutcome::Nobody) => basis(register, question, answer, &nobody.clauses),
        (Outcome::Undetermined(undetermined), ExpectedOutcome::Undetermined) => {
            let asked = undetermined.ask.as_ref().map(|ask| match ask {
                Ask::Attribute(attribute, _) => register.resolved.words.at(*attribute).id.as_str(),
                Ask::Municipality => "municipality",
            });
            (expect.ask.is_some() && asked != expect.ask.as_deref()).then(|| {
                format!(
                    "it asks for `{}`, not `{}`",
                    asked.unwrap_or("nothing"),
                    expect.ask.as_deref().unwrap_or_default()
                )
            })
        }
        (Outcome::Answered { lead, .. }, _) => Some(format!("`{}` leads", id(lead.organ))),
        (Outcome::Nobody(nobody), _) => {
            let duty = &register.resolved.duties[usize::from(answer.duty)];
            let why: Vec<&str> =
                nobody.clauses.iter().map(|clause| duty.lead[usize::from(*clause)].id.as_str()).collect();
            Some(format!("nobody leads, by {}", list(&why)))
        }
        (Outcome::Undetermined(undetermined), _) => Some(match &undetermined.ask {
            Some(Ask::Attribute(attribute, _)) => {
                format!("it is not determined; it asks for `{}`", register.resolved.words.at(*attribute).id)
            }
            Some(Ask::Municipality) => "it is not determined; it asks for the municipality".to_owned(),
            None => "it is not determined".to_owned(),
        }),
    }
}

/// Whether the expected citations are among those of the answer.
fn basis(register: &Register, question: &Question, answer: &Answer, clauses: &[u16]) -> Option<String> {
    let found = register.bases(answer, clauses, Role::Lead);
    let covers = |wanted: &&Citation| {
        !found.iter().any(|one| {
            one.source == wanted.source
                && (wanted.section.is_none() || one.section == wanted.section)
                && (wanted.moment.is_none() || one.moment.is_none() || one.moment == wanted.moment)
        })
    };
    question.basis.iter().find(covers).map(|missing| {
        let source = &register.resolved.sources[usize::from(missing.source)].id;
        format!("its basis does not name `{source} {}`", missing.written())
    })
}

fn list(words: &[&str]) -> String {
    if words.is_empty() {
        "nobody".to_owned()
    } else {
        words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
    }
}

/// Asks every question; the number of those answered as expected.
pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) -> usize {
    let mut right = 0;
    for question in &register.resolved.questions {
        match answer(register, question) {
            Verdict::Right(_) => right += 1,
            Verdict::Wrong(difference) => faults.push(
                Fault::error("wrong-answer", format!("question `{}`: {difference}", question.id))
                    .at(question.place.clone())
                    .help("either the register or the question is wrong; read the law, then mend the one"),
            ),
        }
    }
    right
}
