//! Questions with the answers that the law gives.

use super::citation::{self, Citation, Source};
use super::clause::{self, Certainty, Force};
use super::duty::{self, Duty, DutyIndex};
use super::organs::Organs;
use super::territory::{MunicipalityIndex, Territory};
use super::vocabulary::{AttributeIndex, AttributeKind, Words};
use crate::fault::{Fault, Place};
use crate::source::{Parsed, QuestionsFile, SourceQuestion, SourceRegister, Text};
use calendar::Date;
use serde_spanned::Spanned;
use std::collections::HashMap;

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
    let mut named: HashMap<String, Place> = HashMap::new();
    for parsed in &source.questions {
        for spanned in &parsed.content.question {
            let Some(question) = one(parsed, spanned.get_ref(), words, duties, territory, organs, sources, faults)
            else {
                continue;
            };
            if let Some(earlier) = named.insert(question.id.clone(), question.place.clone()) {
                faults.push(
                    Fault::error("twice", format!("two questions are called `{}`", question.id))
                        .at(question.place.clone())
                        .also_at(earlier)
                        .help("give one of them another name"),
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
                        .at(parsed.place(written.place.span()))
                        .help("the codes stand in `areas/municipalities.csv`; abroad is `abroad`"),
                );
                return None;
            }
        },
    };
    let given = written.given.iter().filter_map(|(name, value)| fact(parsed, name, value, words, faults)).collect();
    let expect = expectation(parsed, written, words, organs, faults)?;
    Some(Question {
        id: written.id.get_ref().clone(),
        story: written.story.clone(),
        duty,
        municipality,
        on: written.on.0,
        given,
        expect,
        basis: citation::all(&parsed.file, &written.basis, sources, faults),
        why: written.why.clone(),
        certainty: clause::certainty(&parsed.file, written.status.as_ref(), faults),
        law: written.law,
        place,
    })
}

/// A fact as one would give it on the command line.
fn fact(
    parsed: &Parsed<QuestionsFile>,
    name: &Spanned<String>,
    value: &Spanned<toml::Value>,
    words: &Words,
    faults: &mut Vec<Fault>,
) -> Option<(AttributeIndex, String)> {
    let Some((index, attribute)) = words.attribute(name.get_ref()) else {
        faults.push(
            Fault::error("unknown-attribute", format!("`{}` is no attribute of the vocabulary", name.get_ref()))
                .at(parsed.place(name.span()))
                .did_you_mean(name.get_ref(), words.attributes.iter().map(|attribute| attribute.id.as_str())),
        );
        return None;
    };
    let word = match value.get_ref() {
        toml::Value::String(word) => word.clone(),
        other => other.to_string(),
    };
    let a_day = matches!(attribute.kind, AttributeKind::Day(_)) && word.parse::<Date>().is_ok();
    if attribute.value(&word).is_none() && !a_day && word != "unknown" {
        faults.push(match attribute.kind {
            AttributeKind::Age => Fault::error("unknown-value", format!("`{word}` is no age"))
                .at(parsed.place(value.span()))
                .help("an age is a whole number of years"),
            _ => clause::unknown_value(attribute, &word, parsed.place(value.span())),
        });
        return None;
    }
    Some((index, word))
}

fn expectation(
    parsed: &Parsed<QuestionsFile>,
    written: &SourceQuestion,
    words: &Words,
    organs: &Organs,
    faults: &mut Vec<Fault>,
) -> Option<Expectation> {
    let expected = written.expect.get_ref();
    let mut unknown = |word: &Spanned<String>, what: &str, known: &mut dyn Iterator<Item = &str>| {
        faults.push(
            Fault::error("unknown-word", format!("`{}` is {what}", word.get_ref()))
                .at(parsed.place(word.span()))
                .did_you_mean(word.get_ref(), known),
        );
    };
    let outcome = match expected.outcome.get_ref().as_str() {
        "answered" => ExpectedOutcome::Answered,
        "nobody" => ExpectedOutcome::Nobody,
        "undetermined" => ExpectedOutcome::Undetermined,
        _ => {
            unknown(&expected.outcome, "no outcome", &mut ["answered", "nobody", "undetermined"].into_iter());
            return None;
        }
    };
    let force = expected.force.as_ref().and_then(|word| match word.get_ref().as_str() {
        "must" => Some(Force::Must),
        "may" => Some(Force::May),
        _ => {
            unknown(word, "neither `must` nor `may`", &mut ["must", "may"].into_iter());
            None
        }
    });
    if let Some(ask) = &expected.ask
        && ask.get_ref() != "municipality"
        && words.attribute(ask.get_ref()).is_none()
    {
        let known = words.attributes.iter().map(|attribute| attribute.id.as_str());
        unknown(ask, "no attribute of the vocabulary", &mut known.chain(["municipality"]));
    }
    for organ in expected.lead.iter().chain(expected.beside.iter().flatten()) {
        if organs.index(organ.get_ref()).is_none() {
            faults.push(organs.unknown(organ.get_ref(), parsed.place(organ.span())));
        }
    }
    let word = |word: &Spanned<String>| word.get_ref().clone();
    Some(Expectation {
        outcome,
        lead: expected.lead.as_ref().map(word),
        force,
        beside: expected.beside.as_ref().map(|organs| organs.iter().map(word).collect()),
        ask: expected.ask.as_ref().map(word),
    })
}
