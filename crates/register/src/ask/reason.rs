//! Why an answer is what it is: what held, what was looked at and did not hold, how the organ was found.

use super::facts::Facts;
use super::who::{Answer, Outcome};
use crate::Register;
use crate::resolved::{
    AttributeIndex, AttributeKind, Box, Citation, Clause, MapIndex, MunicipalityIndex, OrganIndex, Resolver, Role,
    Status, ValueSet,
};
use crate::source::Text;
use calendar::Date;

/// An attribute with the values that a clause accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The attribute.
    pub attribute: AttributeIndex,
    /// The accepted values.
    pub accepted: ValueSet,
    /// The value that is known, if any.
    pub given: Option<u8>,
    /// Whether it stands under `unless`.
    pub shut_out: bool,
}

/// How the organ was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The law names this organ.
    Named(OrganIndex),
    /// The municipality itself.
    Itself(MunicipalityIndex),
    /// The municipality belongs to the organ's area by this map.
    Area {
        /// The map.
        map: MapIndex,
        /// The municipality.
        municipality: MunicipalityIndex,
        /// The organ.
        organ: OrganIndex,
        /// How sure the row is.
        status: Status,
        /// How sure, in words.
        note: Option<Text>,
        /// Where it was read, when not in an act.
        source: Option<String>,
        /// Citations.
        basis: Vec<Citation>,
    },
    /// A local instrument put the organ there.
    Instrument {
        /// Its name.
        title: Text,
        /// The organ.
        organ: OrganIndex,
        /// Citations.
        basis: Vec<Citation>,
        /// Shown with it.
        note: Option<Text>,
    },
}

/// A clause that was looked at and did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excluded {
    /// The clause, by its place in the duty's list of leads and gaps.
    pub clause: u16,
    /// Why it did not hold.
    pub failing: Vec<Condition>,
    /// It was not in force on the day.
    pub not_in_force: bool,
}

/// The whole reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The clauses that hold.
    pub clauses: Vec<u16>,
    /// What they ask for, with what is known.
    pub conditions: Vec<Condition>,
    /// How the organ was found; none when nobody leads.
    pub steps: Vec<Step>,
    /// The other clauses, and why not.
    pub excluded: Vec<Excluded>,
}

impl Register {
    /// Why an answer is what it is. Empty for an answer that is not determined.
    pub fn reason(&self, answer: &Answer) -> Reason {
        let duty = &self.resolved.duties[usize::from(answer.duty)];
        let clauses: Vec<u16> = match &answer.outcome {
            Outcome::Answered { lead, .. } => lead.clauses.clone(),
            Outcome::Nobody(nobody) => nobody.clauses.clone(),
            Outcome::Undetermined(_) => Vec::new(),
        };
        let mut conditions: Vec<Condition> = Vec::new();
        let mut steps = Vec::new();
        for clause in clauses.iter().map(|clause| &duty.lead[usize::from(*clause)]) {
            for condition in self.conditions_of(clause, answer.on, &answer.facts) {
                if !conditions.contains(&condition) {
                    conditions.push(condition);
                }
            }
            if let Some(step) = self.step(clause, answer.municipality, answer.on)
                && !steps.contains(&step)
            {
                steps.push(step);
            }
        }
        let excluded = (0..)
            .zip(&duty.lead)
            .filter(|(number, _)| !clauses.contains(number))
            .map(|(number, clause)| self.excluded(number, clause, answer))
            .collect();
        Reason { clauses, conditions, steps, excluded }
    }

    /// What a clause asks for, as it is written, with what is known.
    ///
    /// Of several alternatives under `when` the one that agrees best with the facts is taken.
    pub fn conditions_of(&self, clause: &Clause, on: Date, facts: &Facts) -> Vec<Condition> {
        let words = &self.resolved.words;
        let value = |attribute| facts.value(attribute, on, words);
        let agrees = |one: &&Box| {
            let refused = one
                .parts
                .iter()
                .filter(|(attribute, set)| value(*attribute).is_some_and(|value| set >> value & 1 == 0));
            std::cmp::Reverse(refused.count())
        };
        let mut conditions = Vec::new();
        if let Some(best) = clause.when.iter().max_by_key(agrees) {
            conditions.extend(best.parts.iter().map(|(attribute, accepted)| Condition {
                attribute: *attribute,
                accepted: *accepted,
                given: value(*attribute),
                shut_out: false,
            }));
        }
        for one in &clause.unless {
            // Of what is shut out, the part that the facts refuse is the one that matters; else all of it.
            let refused =
                one.parts.iter().find(|(attribute, set)| value(*attribute).is_some_and(|value| set >> value & 1 == 0));
            match refused {
                Some((attribute, set)) => conditions.push(Condition {
                    attribute: *attribute,
                    accepted: words.at(*attribute).all() & !set,
                    given: value(*attribute),
                    shut_out: false,
                }),
                None => conditions.extend(one.parts.iter().map(|(attribute, set)| Condition {
                    attribute: *attribute,
                    accepted: *set,
                    given: value(*attribute),
                    shut_out: true,
                })),
            }
        }
        let asked = |one: &Condition| !matches!(words.at(one.attribute).kind, AttributeKind::Territory(_));
        let mut seen: Vec<Condition> = Vec::new();
        for condition in conditions.into_iter().filter(asked) {
            if !seen.contains(&condition) {
                seen.push(condition);
            }
        }
        seen
    }

    /// How the organ of a clause is found.
    pub fn step(&self, clause: &Clause, municipality: Option<MunicipalityIndex>, on: Date) -> Option<Step> {
        let resolver = self.resolved.resolvers[usize::from(clause.bearer.as_ref()?.resolver)];
        if let (Some(municipality), Some(_)) = (municipality, resolver.slot())
            && let Some(instrument) = self.instrument(resolver, municipality, on)
        {
            return Some(Step::Instrument {
                title: instrument.title.clone(),
                organ: self.compiled.organ(clause, Some(municipality), on)?,
                basis: instrument.basis.clone(),
                note: instrument.note.clone(),
            });
        }
        match resolver {
            Resolver::Fixed(organ) | Resolver::SlotOrFixed(_, organ) => Some(Step::Named(organ)),
            Resolver::Itself | Resolver::SlotOrItself(_) => Some(Step::Itself(municipality?)),
            Resolver::Map(map) | Resolver::SlotOrMap(_, map) => {
                let area = self.resolved.territory.maps[usize::from(map)].area(municipality?, on)?;
                Some(Step::Area {
                    map,
                    municipality: municipality?,
                    organ: area.target,
                    status: area.status,
                    note: area.note.clone(),
                    source: area.source.clone(),
                    basis: area.basis.clone(),
                })
            }
        }
    }

    fn excluded(&self, number: u16, clause: &Clause, answer: &Answer) -> Excluded {
        let not_in_force = !clause.period.contains(answer.on);
        let failing = self
            .conditions_of(clause, answer.on, &answer.facts)
            .into_iter()
            .filter(|condition| match condition.given {
                Some(value) => (condition.accepted >> value & 1 == 1) == condition.shut_out,
                None => false,
            })
            .collect();
        Excluded { clause: number, failing, not_in_force }
    }

    /// What the practice rests on by which an organ carries the duty of an answer out, if there is one.
    pub fn practice_basis(&self, answer: &Answer, organ: OrganIndex) -> Vec<Citation> {
        let here = |one: &&crate::resolved::Practice| {
            one.organ == organ && one.duties.contains(&answer.duty) && one.period.contains(answer.on)
        };
        self.resolved.practices.iter().find(here).map(|one| one.basis.clone()).unwrap_or_default()
    }

    /// The citations of an answer's clauses, each once, in the order of the clauses.
    pub fn bases(&self, answer: &Answer, clauses: &[u16], role: Role) -> Vec<Citation> {
        let duty = &self.resolved.duties[usize::from(answer.duty)];
        let list = if role == Role::Beside { &duty.beside } else { &duty.lead };
        let mut all: Vec<Citation> = Vec::new();
        for citation in clauses.iter().flat_map(|clause| &list[usize::from(*clause)].basis) {
            if !all.contains(citation) {
                all.push(citation.clone());
            }
        }
        all
    }
}
