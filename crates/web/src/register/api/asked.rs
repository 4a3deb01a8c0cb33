//! A question of a program: read strictly, so that nothing in it is silently left out of account.

use axum::extract::{FromRequestParts, MatchedPath, OriginalUri, RawPathParams};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use calendar::Date;
use register::Register;
use register::ask::{Facts, Place as Where, Refusal};
use register::fault::nearest;
use register::resolved::{DutyIndex, MunicipalityIndex, OrganIndex};
use std::sync::Arc;

use super::describe;
use crate::said;
use crate::shell::problem::{Fault, Kind, Problem};
use crate::shell::{Address, wished};
use crate::words::{Language, Words};

/// The word for somebody abroad.
pub const ABROAD: &str = "abroad";
/// The word for what nobody knows.
pub const UNKNOWN: &str = "unknown";

/// A day is written so; jiff reads more, but one way is enough for programs.
const DAY_SIGNS: usize = "2025-01-31".len();

/// Where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In this municipality.
    Municipality(MunicipalityIndex),
    /// In Finland, not known where.
    Unknown,
    /// Abroad.
    Abroad,
}

/// A question. Each reader gives nothing where something is wrong, and remembers what; so all that is wrong is told
/// at once, by [`Asked::problem`].
#[derive(Debug)]
pub struct Asked {
    /// The register that answers.
    pub register: Arc<Register>,
    /// The texts of the language of the answer.
    pub w: &'static Words,
    /// Today.
    pub today: Date,
    /// The headers, for what the program already holds.
    pub headers: HeaderMap,
    /// Path and query as they came.
    pub address: Address,
    route: String,
    parts: Vec<(String, String)>,
    faults: Vec<Fault>,
    gone: bool,
}

impl FromRequestParts<crate::State> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &crate::State) -> Result<Self, Problem> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0).clone();
        let route = parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
        let address = Address::new(uri.path(), uri.query().unwrap_or_default());
        let w =
            address.value("lang").and_then(|code| code.parse().ok()).unwrap_or_else(|| wished(&parts.headers)).words();
        let Ok(named) = RawPathParams::from_request_parts(parts, state).await else {
            return Err(nothing_here(w, uri.path()));
        };
        let mut asked = Self {
            register: Arc::clone(&state.register),
            w,
            today: state.clock.today(),
            headers: parts.headers.clone(),
            parts: named.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            address,
            route,
            faults: Vec::new(),
            gone: false,
        };
        asked.read_names();
        asked.read_language();
        asked.read_edition()?;
        Ok(asked)
    }
}

/// There is nothing at this address.
pub fn nothing_here(w: &Words, path: &str) -> Problem {
    Problem::new(Kind::NotFound, w, w.api_nothing_here(path, super::DOCS))
}

impl Asked {
    /// Refuses names that this address does not take, names without a value, and names that stand twice.
    fn read_names(&mut self) {
        let mut known: Vec<&str> = describe::parameters(&self.route);
        let register = Arc::clone(&self.register);
        if describe::takes_facts(&self.route) {
            let asked = register.resolved.words.attributes.iter().filter(|attribute| attribute.is_asked());
            known.extend(asked.map(|attribute| attribute.id.as_str()));
        }
        let query = self.address.query().to_vec();
        for (at, (name, value)) in query.iter().enumerate() {
            let first = query[..at].iter().all(|(earlier, _)| earlier != name);
            if !known.contains(&name.as_str()) {
                if first {
                    let near = nearest(name, known.iter().copied()).map(str::to_owned);
                    let todo = match &near {
                        Some(near) => self.w.said_did_you_mean(near),
                        None => self.w.api_takes(&known.join(", ")),
                    };
                    let what = self.w.api_unknown_parameter(name);
                    self.fault(name, "unknown-parameter", format!("{what} {todo}"), near);
                }
            } else if !first {
                self.fault(name, "given-twice", self.w.api_twice(name), None);
            } else if value.trim().is_empty() {
                self.fault(name, "empty", self.w.api_empty(name), None);
            }
        }
    }

    fn read_language(&mut self) {
        let Some(word) = self.word("lang") else { return };
        if !Language::ALL.iter().any(|language| language.code() == word) {
            let codes: Vec<String> = Language::ALL.iter().map(|language| language.code().to_owned()).collect();
            let what = self.w.api_bad_language(&self.w.list(&codes), &word);
            self.fault(
                "lang",
                "unknown-value",
                what,
                nearest(&word, codes.iter().map(String::as_str)).map(str::to_owned),
            );
        }
    }

    /// The edition that is asked for must be the one that answers.
    fn read_edition(&mut self) -> Result<(), Problem> {
        let Some(word) = self.word("edition") else { return Ok(()) };
        let served = &self.register.edition;
        if word == served.as_str() || word == served.short() {
            return Ok(());
        }
        Err(Problem::new(Kind::OtherEdition, self.w, self.w.api_other_edition(&word, served.as_str())))
    }

    /// Remembers that something in the query is wrong.
    pub fn fault(&mut self, name: &str, code: &str, detail: impl Into<String>, near: Option<String>) {
        let name = name.replace('~', "~0").replace('/', "~1");
        self.faults.push(Fault {
            pointer: format!("/query/{name}"),
            code: code.to_owned(),
            detail: detail.into(),
            did_you_mean: near.into_iter().collect(),
        });
    }

    /// Remembers that a thing in the path does not exist.
    pub fn fault_in_path(&mut self, name: &str, code: &str, detail: impl Into<String>, near: Option<String>) {
        self.gone = true;
        self.faults.push(Fault {
            pointer: format!("/path/{name}"),
            code: code.to_owned(),
            detail: detail.into(),
            did_you_mean: near.into_iter().collect(),
        });
    }

    /// Remembers a refusal of the register.
    pub fn refuse(&mut self, name: &str, refused: &Refusal, facts: &Facts) {
        let said = said::refusal(self.w, &self.register, facts, refused);
        let detail = format!("{} {}", said.what, said.todo).trim().to_owned();
        let near = match refused {
            Refusal::BeforeBegins { begins, .. } => Some(begins.to_string()),
            _ => said.near,
        };
        if self.parts.iter().any(|(known, _)| known == name) {
            self.fault_in_path(name, code(refused), detail, near);
        } else {
            self.fault(name, code(refused), detail, near);
        }
    }

    /// Everything that is wrong, as one problem.
    pub fn problem(&self) -> Problem {
        // What is not there is told before what is written wrongly beside it.
        let missing = self.faults.iter().find(|fault| fault.pointer.starts_with("/path/"));
        let first = missing.or_else(|| self.faults.first()).map(|fault| fault.detail.as_str()).unwrap_or_default();
        if self.gone {
            return Problem::new(Kind::NotFound, self.w, first).with(self.faults.clone());
        }
        let detail = self.w.api_wrong(self.faults.len(), first);
        Problem::new(Kind::NotUnderstood, self.w, detail).with(self.faults.clone())
    }

    /// Nothing is wrong, or the problem.
    ///
    /// # Errors
    /// What is wrong.
    pub fn sound(&self) -> Result<(), Problem> {
        if self.faults.is_empty() { Ok(()) } else { Err(self.problem()) }
    }

    /// A value of the query.
    pub fn word(&self, name: &str) -> Option<String> {
        self.address.value(name).map(str::to_owned)
    }

    /// Whether the query may say a day; today is meant when it does not.
    pub fn takes_day(&self) -> bool {
        describe::parameters(&self.route).contains(&"on")
    }

    /// A value of the query that must be there.
    pub fn needed(&mut self, name: &str) -> Option<String> {
        let word = self.word(name);
        if word.is_none() && !self.address.query().iter().any(|(known, _)| known == name) {
            self.fault(name, "missing", self.w.api_missing(name), None);
        }
        word
    }

    /// A part of the path.
    pub fn part(&self, name: &str) -> String {
        self.parts.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// A day of the query; today when it is not said.
    pub fn day(&mut self, name: &str) -> Option<Date> {
        match self.word(name) {
            None => Some(self.today),
            Some(word) => self.read_day(name, &word),
        }
    }

    /// A day of the query that must be there.
    pub fn needed_day(&mut self, name: &str) -> Option<Date> {
        let word = self.needed(name)?;
        self.read_day(name, &word)
    }

    fn read_day(&mut self, name: &str, word: &str) -> Option<Date> {
        let plain = word.len() == DAY_SIGNS && word.bytes().all(|sign| sign.is_ascii_digit() || sign == b'-');
        let Some(day) = word.parse().ok().filter(|_| plain) else {
            self.fault(name, "unreadable-day", self.w.api_bad_day(word), None);
            return None;
        };
        let checked = self.register.day(day);
        checked.map_err(|refused| self.refuse(name, &refused, &Facts::none())).ok()
    }

    /// The duty that the query names; `Some(None)` when it names none.
    pub fn duty(&mut self) -> Option<Option<DutyIndex>> {
        let Some(word) = self.word("duty") else { return Some(None) };
        let found = self.register.duty(&word);
        found.map(Some).map_err(|refused| self.refuse("duty", &refused, &Facts::none())).ok()
    }

    /// The duty that the query must name.
    pub fn needed_duty(&mut self) -> Option<DutyIndex> {
        self.needed("duty")?;
        self.duty().flatten()
    }

    /// The organ that the path or the query names.
    pub fn organ(&mut self, name: &str, word: &str) -> Option<OrganIndex> {
        let found = self.register.organ(word);
        found.map_err(|refused| self.refuse(name, &refused, &Facts::none())).ok()
    }

    /// The municipality that the path or the query names.
    pub fn municipality(&mut self, name: &str, word: &str, on: Date) -> Option<MunicipalityIndex> {
        let found = self.register.municipality(word, on);
        found.map_err(|refused| self.refuse(name, &refused, &Facts::none())).ok()
    }

    /// The municipality or the municipalities of the region that the query names.
    pub fn area(&mut self, name: &str, word: &str, on: Date) -> Option<Where> {
        let found = self.register.place(word, on);
        found.map_err(|refused| self.refuse(name, &refused, &Facts::none())).ok()
    }

    /// Where the person is; not said is not known.
    pub fn place(&mut self, find: impl Fn(&Register, &str) -> Result<MunicipalityIndex, Refusal>) -> Option<Place> {
        match self.word("in").as_deref() {
            None | Some(UNKNOWN) => Some(Place::Unknown),
            Some(ABROAD) => Some(Place::Abroad),
            Some(word) => match find(&self.register, word) {
                Ok(municipality) => Some(Place::Municipality(municipality)),
                Err(refused) => {
                    self.refuse("in", &refused, &Facts::none());
                    None
                }
            },
        }
    }

    /// What is known about the person: each attribute of a situation is a parameter.
    pub fn facts(&mut self) -> Option<Facts> {
        let mut facts = Facts::none();
        let mut sound = true;
        let register = Arc::clone(&self.register);
        for attribute in register.resolved.words.attributes.iter().filter(|attribute| attribute.is_asked()) {
            let Some(word) = self.word(&attribute.id) else { continue };
            match register.fact(&attribute.id, &word) {
                Ok((attribute, given)) => facts.set(attribute, given),
                Err(refused) => {
                    self.refuse(&attribute.id, &refused, &Facts::none());
                    sound = false;
                }
            }
        }
        sound.then_some(facts)
    }

    /// Remembers what the register refused to a question that could be read.
    pub fn refuse_question(&mut self, refused: &Refusal, facts: &Facts) {
        let register = Arc::clone(&self.register);
        let named: Vec<&str> = match refused {
            Refusal::Contradiction { attributes, .. } => {
                attributes.iter().map(|one| register.resolved.words.at(*one).id.as_str()).collect()
            }
            _ => Vec::new(),
        };
        // The fault lies where the program can mend it: at a fact that it gave itself.
        let name = named.iter().copied().find(|name| self.word(name).is_some()).unwrap_or("on");
        self.refuse(name, refused, facts);
    }
}

/// A refusal as a word for programs.
fn code(refused: &Refusal) -> &'static str {
    match refused {
        Refusal::UnknownDuty { .. } => "unknown-duty",
        Refusal::UnknownOrgan { .. } => "unknown-organ",
        Refusal::UnknownMunicipality { .. } => "unknown-municipality",
        Refusal::MunicipalityNotThere { .. } => "municipality-not-there",
        Refusal::BeforeBegins { .. } => "before-begins",
        Refusal::UnknownAttribute { .. } => "unknown-attribute",
        Refusal::UnknownValue { .. } => "unknown-value",
        Refusal::GivenTwice { .. } => "given-twice",
        Refusal::Contradiction { .. } => "contradiction",
    }
}
