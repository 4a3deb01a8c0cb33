//! Asking the register again, with the facts that a holding was made on: on another day, or in another edition. Pure.

use jiff::civil::Date;
use register::Register;
use register::resolved::CaseType;

use super::rules::DECIDE;
use crate::case::Route;
use crate::case::routing;
use crate::holding::{Between, NewHolding, Path};
use crate::person::Situation;

words!(
    /// Whether the register supports that an organ decides.
    SupportWord {
        /// It names the organ with `decide`.
        Borne = "borne",
        /// It cannot tell without knowing more, and does not rule the organ out.
        Open = "open",
        /// It names others, or nobody.
        Gone = "gone",
    }
);

/// What the register says of an organ's power to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// In a word.
    pub word: SupportWord,
    /// The organs that it names with `decide`; where it cannot tell, those that are possible leads.
    pub organs: Vec<String>,
    /// The clauses, the basis and the certainty of the answer; those of the organ itself where it is borne.
    pub path: Path,
}

/// The register's answer for the duty and the facts of a path on a day; `None` when this edition does not know the duty.
#[must_use]
pub fn again(register: &Register, path: &Path, on: Date) -> Option<Route> {
    let duty = register.duty(&path.duty).ok()?;
    let known = &register.resolved.duties[usize::from(duty)];
    // Only the duty of a case type decides who bears it. Who looks after the case where nobody does, is not asked here.
    let case_type = CaseType {
        id: path.duty.clone(),
        title: known.title.clone(),
        duty,
        keeper: String::new(),
        opened_outside: false,
        secluded: false,
        supervises: false,
        versions: Vec::new(),
        place: known.place.clone(),
    };
    Some(routing::route(register, &case_type, &situation(register, path, on), on, ""))
}

/// The situation that a path records, as a register understands it on a day. What that register does not know is left out.
fn situation(register: &Register, path: &Path, on: Date) -> Situation {
    let mut situation = Situation { ages: path.age.into_iter().collect(), ..Situation::default() };
    if let Some(code) = &path.municipality {
        situation.municipality = register.municipality_ever(code).ok().map(|found| register.there_on(found, on));
    }
    for (name, value) in &path.facts {
        if let Ok((attribute, given)) = register.fact(name, value) {
            situation.facts.set(attribute, given);
        }
        situation.given.push((name.clone(), value.clone()));
    }
    situation
}

/// Whether a route gives an organ the power to decide.
#[must_use]
pub fn support(route: &Route, organ: &str) -> Support {
    let decides = |new: &&NewHolding| {
        new.path.between.is_none() && (new.verb == DECIDE || new.also.iter().any(|verb| verb == DECIDE))
    };
    let all = || std::iter::once(&route.lead).chain(&route.beside).filter(decides);
    if let Some(own) = all().find(|new| new.organ == organ) {
        let organs = all().map(|new| new.organ.clone()).collect();
        return Support { word: SupportWord::Borne, organs, path: own.path.clone() };
    }
    let path = route.lead.path.clone();
    let possible = match &path.between {
        Some(
            Between::Ask { possible, .. } | Between::AskMunicipality { possible } | Between::Undetermined { possible },
        ) => possible.clone(),
        // The facts of that time cannot all be true on this day: nothing is said about anybody.
        Some(Between::Contradiction) => return Support { word: SupportWord::Open, organs: Vec::new(), path },
        Some(Between::Nobody) => Vec::new(),
        None => {
            let organs = all().map(|new| new.organ.clone()).collect();
            return Support { word: SupportWord::Gone, organs, path };
        }
    };
    let word = if possible.iter().any(|one| one == organ) { SupportWord::Open } else { SupportWord::Gone };
    Support { word, organs: possible, path }
}
