//! Asks the register what the law says the day before and on the day, once for equal situations. Pure.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use register::Register;
use register::resolved::{CaseType, OpenMatters, Reorganisation};

use super::model::Rule;
use super::rules::Stand;
use crate::case::Route;
use crate::case::routing::route;
use crate::holding::NewHolding;
use crate::person::{Birth, Fact, Situation};

/// Situations that are kept before all are forgotten: each takes some kilobytes.
const KEPT: usize = 20_000;

/// A holding that may be written, with its structures as the database wants them.
#[derive(Debug, Clone)]
pub(super) struct Ready {
    pub new: NewHolding,
    pub also: serde_json::Value,
    pub path: serde_json::Value,
}

impl Ready {
    fn of(new: NewHolding) -> Result<Self, storage::Error> {
        Ok(Self { also: storage::structure(&new.also)?, path: storage::structure(&new.path)?, new })
    }

    pub fn stand(&self) -> Stand<'_> {
        Stand::wanted(&self.new)
    }
}

/// What the law says before and after.
#[derive(Debug)]
pub(super) struct Answers {
    pub before: Route,
    pub lead: Ready,
    pub beside: Vec<Ready>,
}

/// What is asked about.
pub(super) struct Question<'a> {
    pub case_type: &'a str,
    pub birth: Birth,
    pub facts: &'a [Fact],
    /// The municipality of a case without a person.
    pub municipality: Option<&'a str>,
    /// Who leads now.
    pub lead: &'a str,
    /// Who opened the case.
    pub opener: &'a str,
}

/// Asks, and remembers.
pub(super) struct Router<'a> {
    register: &'a Register,
    pub day: Date,
    eve: Date,
    pub moves: Vec<(&'a register::resolved::Move, Arc<Rule>)>,
    pub unruled: Arc<Rule>,
    known: HashMap<String, Arc<Answers>>,
    key: String,
}

impl<'a> Router<'a> {
    pub fn new(register: &'a Register, reorganisation: &'a Reorganisation) -> Self {
        let rule = |one: &register::resolved::Move| {
            Arc::new(Rule {
                open_matters: match one.open_matters {
                    OpenMatters::Transfer => "transfer",
                    OpenMatters::FinishByOld => "finish-by-old",
                    OpenMatters::ByStartDay => "by-start-day",
                }
                .to_owned(),
                basis: one
                    .basis
                    .iter()
                    .map(|citation| {
                        let source = &register.resolved.sources[usize::from(citation.source)].id;
                        format!("{source} {}", citation.written()).trim_end().to_owned()
                    })
                    .collect(),
                certainty: one.certainty.id().to_owned(),
            })
        };
        let day = reorganisation.day;
        Self {
            register,
            day,
            eve: day.yesterday().unwrap_or(day),
            moves: reorganisation.moves.iter().map(|one| (one, rule(one))).collect(),
            unruled: Arc::new(Rule { open_matters: "none".to_owned(), basis: Vec::new(), certainty: String::new() }),
            known: HashMap::new(),
            key: String::new(),
        }
    }

    /// The attributes that decide anything: those of the register, and where a person lives.
    pub fn attributes(register: &Register) -> Vec<String> {
        let all = register.resolved.words.attributes.iter().filter(|one| one.is_asked());
        all.map(|one| one.id.clone()).chain([crate::person::MUNICIPALITY.to_owned()]).collect()
    }

    /// Whether an organ is there on the day. One that the register does not know is not.
    pub fn is_there(&self, organ: &str) -> bool {
        let organs = &self.register.resolved.organs;
        organs.index(organ).is_some_and(|at| organs.at(at).period.contains(self.day))
    }

    /// What the law says of the same facts, those of the day, on the eve and on the day: so the difference is the law's
    /// alone. None when the register has no such case type.
    ///
    /// # Errors
    /// When an answer cannot be written as the database keeps it.
    pub fn ask(&mut self, question: &Question<'_>) -> Result<Option<Arc<Answers>>, storage::Error> {
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        let birth = question.birth.ages(self.day);
        for part in [question.case_type, question.lead, question.opener, question.municipality.unwrap_or_default()] {
            key.push_str(part);
            key.push('\u{1f}');
        }
        for age in &birth {
            key.push_str(&age.to_string());
            key.push(',');
        }
        for fact in question.facts {
            for part in [&fact.attribute, &fact.value] {
                key.push('\u{1f}');
                key.push_str(part);
            }
        }
        let mut answers = self.known.get(&key).map(Arc::clone);
        if answers.is_none()
            && let Some(new) = self.answer(question)?.map(Arc::new)
        {
            if self.known.len() >= KEPT {
                self.known.clear();
            }
            self.known.insert(key.clone(), Arc::clone(&new));
            answers = Some(new);
        }
        self.key = key;
        Ok(answers)
    }

    fn answer(&self, question: &Question<'_>) -> Result<Option<Answers>, storage::Error> {
        let types = &self.register.resolved.case_types;
        let found = types.iter().find(|one| one.id == question.case_type);
        let Some(case_type): Option<&CaseType> = found else { return Ok(None) };
        let on_day = self.situation(question, self.day);
        // The same facts and the same age: a birthday on the day is not the reorganisation's doing.
        let on_eve = Situation { ages: on_day.ages.clone(), ..self.situation(question, self.eve) };
        let before = route(self.register, case_type, &on_eve, self.eve, question.lead);
        let otherwise = self.keeper_of_last_resort(question);
        let after = route(self.register, case_type, &on_day, self.day, otherwise);
        let beside = after.beside.into_iter().map(Ready::of).collect::<Result<_, _>>()?;
        Ok(Some(Answers { before, lead: Ready::of(after.lead)?, beside }))
    }

    fn situation(&self, question: &Question<'_>, on: Date) -> Situation {
        let mut situation = Situation::of(self.register, question.birth, question.facts, on);
        if situation.municipality.is_none()
            && let Some(code) = question.municipality
        {
            situation.municipality =
                self.register.municipality_ever(code).ok().map(|found| self.register.there_on(found, on));
        }
        situation
    }

    /// Who looks after a case whose keeper cannot be found because no municipality is known: who leads now, else what
    /// came after it, else who opened the case; of those, one that is there on the day.
    fn keeper_of_last_resort<'q>(&'q self, question: &Question<'q>) -> &'q str {
        if self.is_there(question.lead) {
            return question.lead;
        }
        let organs = &self.register.resolved.organs;
        let after = organs.index(question.lead).map_or(&[][..], |at| &organs.at(at).succeeded_by);
        let heirs = after.iter().map(String::as_str).chain([question.opener]);
        heirs.into_iter().find(|organ| self.is_there(organ)).unwrap_or(question.lead)
    }
}
