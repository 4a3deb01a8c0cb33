//! What stands against it, as problem details in the language that was asked for.

use casework::{Error, House, Refusal, account, case, handover, person, post};
use refusals::Teller;
use web::register::api::DOCS;
use web::shell::problem::{Fault as Part, Kind, Problem};
use web::words::Words;

/// Says what stands against a request.
#[derive(Debug, Clone, Copy)]
pub struct Fault<'r> {
    /// The house.
    pub house: &'r House,
    /// The texts.
    pub w: &'static Words,
    /// The address that was asked for.
    pub path: &'r str,
}

impl Fault<'_> {
    /// A kind, with what it means.
    pub fn kind(&self, kind: Kind) -> Problem {
        Problem::new(kind, self.w, kind.meaning(self.w))
    }

    /// There is nothing here, or nothing that this program may see: it cannot tell one from the other.
    pub fn nothing(&self) -> Problem {
        Problem::new(Kind::NotFound, self.w, self.w.api_nothing_here(self.path, DOCS))
    }

    /// What was sent cannot be understood.
    pub fn wrong(&self, pointer: &str, code: &str, detail: String) -> Problem {
        let part = Part {
            pointer: pointer.to_owned(),
            code: code.to_owned(),
            detail: detail.clone(),
            did_you_mean: Vec::new(),
        };
        Problem::new(Kind::NotUnderstood, self.w, detail).with(vec![part])
    }

    /// What casework says.
    pub fn of(&self, error: &Error) -> Problem {
        match error {
            Error::Storage(storage::Error::Stale) => self.kind(Kind::ChangedMeanwhile),
            Error::Storage(error) if error.is_passing() => self.kind(Kind::Busy),
            Error::Storage(error) => {
                tracing::error!(path = self.path, %error, "the database refused a request");
                self.kind(Kind::OurFault)
            }
            Error::Refused(refusal) if is_absent(refusal) => self.nothing(),
            Error::Refused(refusal) => self.refused(refusal),
        }
    }

    fn refused(&self, refusal: &Refusal) -> Problem {
        let teller = Teller { house: self.house, w: self.w };
        let Some(said) = refusals::refused(&teller, refusal) else {
            tracing::warn!(path = self.path, %refusal, "the interface has no words for a refusal");
            return self.kind(Kind::Refused);
        };
        let sentences: Vec<String> = said.iter().map(|(_, sentence)| sentence.clone()).collect();
        let parts: Vec<Part> = said
            .into_iter()
            .filter(|(field, _)| !field.is_empty())
            .map(|(field, detail)| Part {
                pointer: format!("/body/{field}"),
                code: "refused".to_owned(),
                detail,
                did_you_mean: Vec::new(),
            })
            .collect();
        let kind = if parts.is_empty() { Kind::Refused } else { Kind::NotUnderstood };
        Problem::new(kind, self.w, sentences.join(" ")).with(parts)
    }
}

/// What a program may not see is not there.
fn is_absent(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Case(case::Refusal::Unknown)
            | Refusal::Person(person::Refusal::Unknown | person::Refusal::UnknownFact)
            | Refusal::HandOver(handover::Refusal::Unknown)
            | Refusal::Post(post::Refusal::Unknown(_))
            | Refusal::Account(account::Refusal::NotSignedIn)
    )
}
