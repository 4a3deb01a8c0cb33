//! Questions with the answers that the law gives.

use super::citation::{self, Citation, Source};
use super::clause::{self, Certainty, Force};
use super::duty::{self, Duty, DutyIndex};
use super::organs::Organs;
use super::territory::{MunicipalityIndex, Territory};
use super::vocabulary::{AttributeIndex, Words};
use crate::fault::{Fault, Place};
use crate::source::{Parsed, QuestionsFile, SourceQuestion, SourceRegister, Text};
use calendar::Date;

/// A situation with its answer.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its name.
    pub id: String,
    /// The situation as one would tell it.
    pub story: Text,
    /// The duty.
    pub duty: DutyIndex,
    /// The municipality; none: abroad.
    pub municipality: Option<MunicipalityIndex>,
    /// The day.
    pub on: Date,
    /// Facts as attribute and word, as one would give them on the command line.
    pub given: Vec<(AttributeIndex, String)>,
    /// The answer.
    pub expect: Expectation,
    /// Citations that must be among those of the answer.
    pub basis: Vec<Citation>,
    /// The law's reasoning.
    pub why: Option<Text>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Number in the list of law questions.
    pub law: Option<u32>,
    /// Where it stands.
    pub place: Place,
}

/// An expected answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// Answered, nobody, undetermined.
    pub outcome: ExpectedOutcome,
    /// The leading organ's id.
    pub lead: Option<String>,
    /// Must or may.
    pub force: Option<Force>,
    /// All organs beside.
    pub beside: Option<Vec<String>>,
    /// The attribute asked next.
    pub ask: Option<String>,
}

/// The expected outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedOutcome {
    /// An organ leads.
    Answered,
    /// Nobody leads.
    Nobody,
    /// More must be known.
    Undetermined,
}

/// Looks the names of all questions up.
pub(super) fn resolve(
    source: &SourceRegister,
    words: &Words,
    duties: &[Duty],
    territory: &Territory,
    organs: &Organs,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    for parsed in &source.questions {
        for spanned in &parsed.content.question {
            let Some(question) = one(parsed, spanned.get_ref(), words, duties, territory, organs, sources, faults)
            else {
                continue;
            };
            if let Some(earlier) = all.iter().find(|earlier| earlier.id == question.id) {
                faults.push(
                    Fault::error("twice", format!("two questions are called `{}`", question.id))
                        .at(question.place.clone())
                        .also_at(earlier.place.clone()),
                );
            }
            all.push(question);
        }
    }
    all
}

#[expect(clippy::too_many_arguments, reason = "each is a different part of the register in which a name is looked up")]
fn one(
    parsed: &Parsed<QuestionsFile>,
    written: &SourceQuestion,
    words: &Words,
    duties: &[Duty],
    territory: &Territory,
    organs: &Organs,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Option<Question> {
    let place = parsed.place(written.id.span());
    let duty = duty::find(written.duty.get_ref(), duties, || parsed.place(written.duty.span()), faults)?;
    let municipality = match written.place.get_ref().as_str() {
        "abroad" => None,
        code => match territory.by_code(code) {
            Some(found) => Some(found),
            None => {
                faults.push(
                    Fault::error("unknown-municipality", format!("`{code}` is no municipality code"))
                        .at(parsed.place(written.place.span())),
                );
                return None;
            }
        },
    };
    let mut given = Vec::new();
    for (name, value) in &written.given {
        let Some((index, _)) = words.attribute(name) else {
            faults.push(
                Fault::error("unknown-attribute", format!("`{name}` is no attribute of the vocabulary"))
                    .at(place.clone())
                    .did_you_mean(name, words.attributes.iter().map(|attribute| attribute.id.as_str())),
            );
            continue;
        };
        given.push((index, word(value)));
    }
    let expected = written.expect.get_ref();
    let outcome = match expected.outcome.as_str() {
        "answered" => ExpectedOutcome::Answered,
        "nobody" => ExpectedOutcome::Nobody,
        "undetermined" => ExpectedOutcome::Undetermined,
        other => {
            faults.push(
                Fault::error("unknown-word", format!("`{other}` is no outcome"))
                    .at(parsed.place(written.expect.span()))
                    .did_you_mean(other, ["answered", "nobody", "undetermined"]),
            );
            return None;
        }
    };
    for organ in expected.lead.iter().chain(expected.beside.iter().flatten()) {
        if organs.index(organ).is_none() {
            faults.push(organs.unknown(organ, parsed.place(written.expect.span())));
        }
    }
    Some(Question {
        id: written.id.get_ref().clone(),
        story: written.story.clone(),
        duty,
        municipality,
        on: written.on.0,
        given,
        expect: Expectation {
            outcome,
            lead: expected.lead.clone(),
            force: expected.force.as_deref().map(|force| if force == "may" { Force::May } else { Force::Must }),
            beside: expected.beside.clone(),
            ask: expected.ask.clone(),
        },
        basis: citation::all(&parsed.file, &written.basis, sources, faults),
        why: written.why.clone(),
        certainty: clause::certainty(&parsed.file, written.status.as_ref(), faults),
        law: written.law,
        place,
    })
}

/// A TOML value as one would write it on the command line.
fn word(value: &toml::Value) -> String {
    match value {
        toml::Value::String(word) => word.clone(),
        other => other.to_string(),
    }
}
