//! What a case tells of its person beyond what is written in it: the municipality, and the facts in the reasons of holdings.
//! Where a protected person is to be found (661/2009 §36-37) stays hidden in their cases too, from all but the named
//! handlers. Where the papers of a case did not pass on (681/2023 § 85), the reasons name no facts: the clauses and their
//! basis say why an organ leads, and what the facts were was told to another.

use jiff::civil::Date;
use storage::{Error, View};
use uuid::Uuid;

use super::authority::Stretch;
use super::model::Case;
use super::routing::Route;
use crate::holding::{Holding, Path};
use crate::person;
use crate::post::Acting;

/// What the acting post sees of a person in a case of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mask {
    /// Where the person is to be found.
    place: bool,
    /// What is known of the person.
    facts: bool,
}

impl Mask {
    /// For a case of this person; none: it is about nobody.
    pub(crate) async fn of(view: &View, acting: &Acting, person: Option<Uuid>, today: Date) -> Result<Self, Error> {
        match person {
            Some(person) if acting.person() != Some(person) => {
                let sight = person::protected(view, acting, person, today).await?;
                Ok(Self { place: sight.sees_where(), facts: !sight.stretch.begins_late() })
            }
            _ => Ok(Self { place: true, facts: true }),
        }
    }

    /// For whom the file itself is closed, the facts are too.
    pub(crate) fn within(self, stretch: Stretch) -> Self {
        Self { facts: self.facts && !stretch.begins_late(), ..self }
    }

    /// For whoever sees the matter, and not the person.
    pub(crate) const fn matter_alone(self) -> Self {
        Self { facts: false, ..self }
    }

    /// A case as it is seen.
    pub(crate) fn case(self, case: &mut Case) {
        if !self.place || !self.facts {
            case.municipality = None;
        }
    }

    /// A reason as it is seen.
    pub(crate) fn path(self, path: &mut Path) {
        if !self.place {
            path.municipality = None;
            path.facts.retain(|(attribute, _)| !person::tells_where(attribute));
        }
        if !self.facts {
            path.facts.clear();
            path.age = None;
        }
    }

    /// Holdings as they are seen.
    pub(crate) fn holdings(self, holdings: &mut [Holding]) {
        holdings.iter_mut().for_each(|holding| self.path(&mut holding.path));
    }

    /// A route as it is seen.
    pub(crate) fn route(self, route: &mut Route) {
        self.path(&mut route.lead.path);
        route.beside.iter_mut().for_each(|beside| self.path(&mut beside.path));
    }
}
