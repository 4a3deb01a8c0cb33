//! What casework says, in the reader's language: case types, statuses, verbs, instants, facts, provisions.

mod case;
mod fact;
mod limit;
mod moves;
mod refused;

pub use case::{against, between, hand_over, next_step};
pub use fact::{born, fact_title, fact_value, person_name};
pub use limit::{LimitSaid, left, limit};
pub use moves::{case_move, limits_named, when};
pub use refused::{Wrong, refused, stands_against, wrong_field};

use casework::case::Case;
use casework::holding::{Holding, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use register::resolved::{Citation, Version};
use web::components::{Basis, Certainty, Link};
use web::register::Telling;
use web::shell::{Visit, encoded};
use web::words::Words;

use crate::DeskState;

/// A house in a language.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'d> {
    /// The desk.
    pub desk: &'d DeskState,
    /// The texts.
    pub w: &'static Words,
    /// The register in that language.
    pub register: Telling<'d>,
}

impl<'d> Teller<'d> {
    /// Tells in the language of a visit.
    pub fn new(desk: &'d DeskState, visit: &Visit) -> Self {
        Self { desk, w: visit.w, register: Telling::new(&desk.house.register, visit.w) }
    }

    /// An address of ours in the reader's language.
    pub fn href(&self, path: &str) -> String {
        self.register.href(path)
    }

    /// The page of a case.
    pub fn case_href(&self, number: i64) -> String {
        self.href(&format!("/desk/cases/{number}"))
    }

    /// The page of a person.
    pub fn person_href(&self, person: uuid::Uuid) -> String {
        self.href(&format!("/desk/people/{person}"))
    }

    /// The day of an instant in the zone of the house.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.desk.house.day(at)
    }

    /// What says refusals in that language.
    pub fn refusing(&self) -> refusals::Teller<'d> {
        refusals::Teller { house: &self.desk.house, w: self.w }
    }

    /// An instant: its day alone where a day begins with it.
    pub fn instant(&self, at: Timestamp) -> String {
        self.refusing().instant(at)
    }

    /// An organ with its page on a day; its word where the register does not know it.
    pub fn organ(&self, organ: &str, on: Date) -> Link {
        match self.desk.house.register.organ(organ) {
            Ok(index) => self.register.organ_in_full(index, on),
            Err(_) => Link::plain(organ),
        }
    }

    /// The name of an organ.
    pub fn organ_name(&self, organ: &str) -> String {
        self.refusing().organ_name(organ)
    }

    /// The name of a case type.
    pub fn case_type(&self, word: &str) -> String {
        self.refusing().case_type(word)
    }

    /// The version of its type that a case keeps.
    pub fn version(&self, case: &Case) -> Option<&'d Version> {
        self.desk.house.version_of(case).ok()
    }

    /// The name of a status.
    pub fn status(&self, version: Option<&Version>, word: &str) -> String {
        let found = version.and_then(|version| version.status(word));
        found.map_or(word, |status| self.register.text(&status.title)).to_owned()
    }

    /// The name of a step.
    pub fn step(&self, version: Option<&Version>, word: &str) -> String {
        let found = version.and_then(|version| version.step(word));
        found.map_or(word, |step| self.register.text(&step.title)).to_owned()
    }

    /// The name of a result.
    pub fn result(&self, version: Option<&Version>, word: &str) -> String {
        let found = version.and_then(|version| version.results.iter().find(|result| result.id == word));
        found.map_or(word, |result| self.register.text(&result.title)).to_owned()
    }

    /// The name of a field.
    pub fn field(&self, version: Option<&Version>, word: &str) -> String {
        let found = version.and_then(|version| version.field(word));
        found.map_or(word, |field| self.register.text(&field.title)).to_owned()
    }

    /// The name of a duty.
    pub fn duty(&self, word: &str) -> String {
        let found = self.desk.house.register.resolved.duties.iter().find(|duty| duty.id == word);
        found.map_or(word, |duty| self.register.text(&duty.title)).to_owned()
    }

    /// The verbs of a holding, as they stand after an organ's name.
    pub fn verbs(&self, holding: &Holding) -> String {
        let all = &self.desk.house.register.resolved.words.verbs;
        let said: Vec<&str> = std::iter::once(&holding.verb)
            .chain(&holding.also)
            .map(|word| {
                all.iter().find(|verb| verb.id == *word).map_or(word.as_str(), |verb| self.register.text(&verb.third))
            })
            .collect();
        said.join(", ")
    }

    /// How an organ stands in a case.
    pub fn role(&self, role: Role, keeps: bool) -> &'static str {
        match role {
            Role::Lead if keeps => self.w.case_role_keeps(),
            Role::Lead => self.w.case_role_lead(),
            Role::Beside => self.w.case_role_beside(),
        }
    }

    /// How certain it is, where it is not read in the law.
    pub fn certainty(&self, word: &str) -> Option<String> {
        let certainty = match word {
            "inferred" => Certainty::Inferred,
            "seed" => Certainty::Seed,
            _ => return None,
        };
        Some(certainty.title(self.w).to_owned())
    }

    /// The name of a verb, as it stands after an organ's name.
    pub fn verb(&self, word: &str) -> String {
        let all = &self.desk.house.register.resolved.words.verbs;
        all.iter().find(|verb| verb.id == word).map_or(word, |verb| self.register.text(&verb.third)).to_owned()
    }

    /// Provisions with the pages behind them, from how the register writes them (`1386/2010 §10 mom. 1`). One that cannot
    /// be found in the register of today stands as it was written.
    pub fn basis(&self, cited: &[String]) -> Vec<Basis> {
        cited.iter().map(|one| self.provision(one)).collect()
    }

    fn provision(&self, cited: &str) -> Basis {
        let bare = || Basis { w: self.w, citation: cited.to_owned(), title: None, page: None, text: None };
        let (id, rest) = cited.split_once(" §").unwrap_or((cited, ""));
        let sources = &self.desk.house.register.resolved.sources;
        let Some(source) = sources.iter().position(|source| source.id == id) else { return bare() };
        let Ok(source) = u16::try_from(source) else { return bare() };
        let number = |part: &str| part.trim().parse().ok();
        let (before, point) = rest.split_once(" p. ").map_or((rest, None), |(before, point)| (before, number(point)));
        let (section, moment) =
            before.split_once(" mom. ").map_or((before, None), |(section, moment)| (section, number(moment)));
        let section = Some(section.trim().to_owned()).filter(|section| !section.is_empty());
        let citation = Citation { source, section, moment, point };
        if format!("{id} {}", citation.written()).trim_end() != cited {
            return bare();
        }
        Basis { title: None, text: None, ..self.register.basis(&citation) }
    }

    /// The page of a duty.
    pub fn duty_link(&self, word: &str) -> Link {
        Link::to(self.duty(word), self.href(&format!("/duty/{}", encoded(word))))
    }
}

/// So many bytes, as people say it.
pub fn size(t: &Teller<'_>, bytes: u64) -> String {
    let w = t.w;
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    match bytes {
        0..1_000 => w.document_bytes(&w.number(bytes)),
        1_000..1_000_000 => w.document_kilobytes(&w.number((bytes + 500) / 1_000)),
        _ => w.document_megabytes(&w.number((bytes + 500_000) / 1_000_000)),
    }
}

/// What was just done, said once on the page that one is led to. The word stands in the address.
pub fn did(w: &'static Words, what: &str) -> Option<&'static str> {
    Some(match what {
        "draft" => w.did_draft(),
        "draft-removed" => w.did_draft_removed(),
        "step" => w.did_step(),
        "decision" => w.did_decision(),
        "fact" => w.did_fact(),
        "person" => w.did_person(),
        "alike" => w.did_alike(),
        "opened" => w.did_opened(),
        "offered" => w.did_offered(),
        "accepted" => w.did_accepted(),
        "returned" => w.did_returned(),
        "withdrawn" => w.did_withdrawn(),
        "limit" => w.did_limit(),
        "acknowledged" => w.did_acknowledged(),
        "notified" => w.did_notified(),
        "document" => w.did_document(),
        "document-withdrawn" => w.did_document_withdrawn(),
        "settled" => w.did_settled(),
        "not-settled" => w.did_not_settled(),
        _ => return None,
    })
}
