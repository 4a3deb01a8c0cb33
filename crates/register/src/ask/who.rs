//! Who leads, who stands beside, or what must be asked first.

use super::facts::{Facts, Given};
use super::lookup::Refusal;
use crate::Register;
use crate::compiled::{Known, Stretch, Table};
use crate::resolved::{
    AttributeIndex, Certainty, Clause, DutyIndex, Force, MunicipalityIndex, OrganIndex, Role, Status, ValueSet,
    VerbIndex,
};
use calendar::Date;
use std::collections::BTreeSet;

/// An answer with what it was asked.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The duty.
    pub duty: DutyIndex,
    /// Where; none: abroad.
    pub municipality: Option<MunicipalityIndex>,
    /// When.
    pub on: Date,
    /// What was known.
    pub facts: Facts,
    /// What came out.
    pub outcome: Outcome,
}

/// What came out.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// One organ leads.
    Answered {
        /// The lead.
        lead: Bearing,
        /// Those beside, strongest verb first.
        beside: Vec<Bearing>,
        /// Those who stand beside only if something holds that is not known.
        perhaps: Vec<Bearing>,
    },
    /// Nobody leads, and the register says why.
    Nobody(Nobody),
    /// More must be known.
    Undetermined(Undetermined),
}

/// An organ with what it bears, and the clauses that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearing {
    /// The organ.
    pub organ: OrganIndex,
    /// How it bears the duty.
    pub verb: VerbIndex,
    /// Further verbs.
    pub also: Vec<VerbIndex>,
    /// Must or may.
    pub force: Force,
    /// The clauses, by their place in the duty's list (leads and gaps, or beside). More than one only where what is not
    /// known decides between clauses that name the same organ.
    pub clauses: Vec<u16>,
    /// How sure the clause is.
    pub certainty: Certainty,
    /// How sure it is that the municipality belongs to this organ.
    pub status: Status,
}

/// Nobody leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nobody {
    /// The clauses that declare it, by their place in the duty's list of leads and gaps.
    pub clauses: Vec<u16>,
}

/// More must be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undetermined {
    /// The next question; none when all that could be asked was asked and is not known.
    pub ask: Option<Ask>,
    /// The answers that are still possible.
    pub possible: Vec<Possible>,
}

/// The next question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// This attribute, with the values that are still possible.
    Attribute(AttributeIndex, ValueSet),
    /// The municipality.
    Municipality,
}

/// An answer that is still possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Possible {
    /// The organ and whether it must; none: nobody leads.
    pub lead: Option<(OrganIndex, Force)>,
    /// The clauses that would give it.
    pub clauses: Vec<u16>,
}

/// What tells outcomes apart: who leads with which force. Nobody is one outcome, whatever the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Lead(OrganIndex, Force),
    Nobody,
    NeedsMunicipality,
}

impl Register {
    /// Who leads a duty in a municipality (none: abroad) on a day, as far as the facts tell.
    ///
    /// Unknown facts are no obstacle where they cannot matter. With a municipality given, the person is taken to be in
    /// Finland unless `place` says otherwise; without one, abroad.
    ///
    /// # Errors
    /// [`Refusal::BeforeBegins`], [`Refusal::Contradiction`].
    pub fn who(
        &self,
        duty: DutyIndex,
        municipality: Option<MunicipalityIndex>,
        on: Date,
        facts: &Facts,
    ) -> Result<Answer, Refusal> {
        self.day(on)?;
        self.consistent(on, facts)?;
        let known = self.known(municipality, on, facts);
        let outcome = match self.compiled.duties[usize::from(duty)].on(on) {
            Some(stretch) => self.outcome(duty, stretch, municipality, on, facts, &known),
            None => Outcome::Undetermined(Undetermined { ask: None, possible: Vec::new() }),
        };
        Ok(Answer { duty, municipality, on, facts: facts.clone(), outcome })
    }

    fn outcome(
        &self,
        index: DutyIndex,
        stretch: &Stretch,
        municipality: Option<MunicipalityIndex>,
        on: Date,
        facts: &Facts,
        known: &Known,
    ) -> Outcome {
        let duty = &self.resolved.duties[usize::from(index)];
        let held = self.possible_clauses(&stretch.lead, known).some;
        let key = |clause: u16| self.key(&duty.lead[usize::from(clause)], municipality, on);
        let keys: BTreeSet<Key> = held.iter().map(|clause| key(*clause)).collect();
        match keys.iter().collect::<Vec<_>>().as_slice() {
            [Key::Lead(organ, _)] => {
                let lead = self.bearing(*organ, &held, &duty.lead, municipality, on);
                let (beside, perhaps) = self.beside(index, stretch, *organ, municipality, on, known);
                Outcome::Answered { lead, beside, perhaps }
            }
            [Key::Nobody] => Outcome::Nobody(Nobody { clauses: held.into_iter().collect() }),
            _ => {
                let possible = keys
                    .iter()
                    .filter(|key| **key != Key::NeedsMunicipality)
                    .map(|wanted| Possible {
                        lead: match wanted {
                            Key::Lead(organ, force) => Some((*organ, *force)),
                            _ => None,
                        },
                        clauses: held.iter().copied().filter(|clause| key(*clause) == *wanted).collect(),
                    })
                    .collect();
                let ask = if keys.contains(&Key::NeedsMunicipality) && municipality.is_none() {
                    Some(Ask::Municipality)
                } else {
                    self.next_question(&stretch.lead, &key, on, facts, known)
                };
                Outcome::Undetermined(Undetermined { ask, possible })
            }
        }
    }

    fn key(&self, clause: &Clause, municipality: Option<MunicipalityIndex>, on: Date) -> Key {
        if clause.role == Role::Nobody {
            return Key::Nobody;
        }
        match self.compiled.organ(clause, municipality, on) {
            Some(organ) => Key::Lead(organ, clause.force),
            None => Key::NeedsMunicipality,
        }
    }

    /// The question that leaves fewest answers on average; among equals the one the vocabulary asks first.
    fn next_question(
        &self,
        table: &Table,
        key: &dyn Fn(u16) -> Key,
        on: Date,
        facts: &Facts,
        known: &Known,
    ) -> Option<Ask> {
        let words = &self.resolved.words;
        let mut best: Option<(f64, AttributeIndex)> = None;
        let mut fallback = None;
        let before = self.possible_clauses(table, known).some;
        for attribute in table.attributes() {
            let values = known[usize::from(attribute)];
            if values.count_ones() < 2
                || facts.get(attribute) == Some(Given::Unknown)
                || !words.at(attribute).is_asked()
            {
                continue;
            }
            let Some(classes) = table.plan().classes(attribute) else { continue };
            let (mut expected, mut narrows, mut tells) = (0.0, false, false);
            let all_keys: BTreeSet<Key> = before.iter().map(|clause| key(*clause)).collect();
            for class in classes {
                let here = class & values;
                if here == 0 {
                    continue;
                }
                let mut narrowed = *known;
                narrowed[usize::from(attribute)] = here;
                let clauses = self.possible_clauses(table, &narrowed).some;
                let keys: BTreeSet<Key> = clauses.iter().map(|clause| key(*clause)).collect();
                tells |= clauses != before;
                narrows |= keys.len() < all_keys.len();
                let share = f64::from(here.count_ones()) / f64::from(values.count_ones());
                expected += share * f64::from(u32::try_from(keys.len()).unwrap_or(u32::MAX));
            }
            if narrows && best.is_none_or(|(least, _)| expected + 1e-9 < least) {
                best = Some((expected, attribute));
            }
            if tells && fallback.is_none() {
                fallback = Some(attribute);
            }
        }
        let attribute = best.map(|(_, attribute)| attribute).or(fallback)?;
        Some(Ask::Attribute(attribute, self.still_possible(table, attribute, on, facts, known)))
    }

    /// The values of an attribute that go together with what is known.
    fn still_possible(
        &self,
        table: &Table,
        attribute: AttributeIndex,
        on: Date,
        facts: &Facts,
        known: &Known,
    ) -> ValueSet {
        let mut possible = 0;
        for value in (0..128_u8).filter(|value| known[usize::from(attribute)] >> value & 1 == 1) {
            let mut supposed = facts.clone();
            supposed.set(attribute, Given::Value(value));
            let mut narrowed = *known;
            narrowed[usize::from(attribute)] = 1 << value;
            let met = !self.possible_clauses(table, &narrowed).some.is_empty();
            if met && self.consistent(on, &supposed).is_ok() {
                possible |= 1 << value;
            }
        }
        possible
    }

    /// The clauses of a table that hold in some, and in every, situation that is still possible.
    pub(crate) fn possible_clauses(&self, table: &Table, known: &Known) -> Held {
        let mut held = Held { some: BTreeSet::new(), all: None };
        table.plan().sweep(known, &[table], &mut |cell| {
            let here: BTreeSet<u16> = table.clauses(cell.live[0]).collect();
            held.all = Some(match held.all.take() {
                None => here.clone(),
                Some(all) => all.intersection(&here).copied().collect(),
            });
            held.some.extend(here);
        });
        held
    }

    fn bearing(
        &self,
        organ: OrganIndex,
        clauses: &BTreeSet<u16>,
        list: &[Clause],
        municipality: Option<MunicipalityIndex>,
        on: Date,
    ) -> Bearing {
        let of: Vec<&Clause> = clauses.iter().map(|clause| &list[usize::from(*clause)]).collect();
        let status = of.iter().filter_map(|clause| self.status(clause, municipality, on)).max();
        let first = of[0];
        Bearing {
            organ,
            verb: first.verb,
            also: first.also.clone(),
            force: first.force,
            clauses: clauses.iter().copied().collect(),
            certainty: of.iter().map(|clause| clause.certainty).max().unwrap_or(Certainty::Verified),
            status: status.unwrap_or(Status::Verified),
        }
    }

    /// How sure it is that the municipality belongs to the organ of a clause.
    fn status(&self, clause: &Clause, municipality: Option<MunicipalityIndex>, on: Date) -> Option<Status> {
        let resolver = self.resolved.resolvers[usize::from(clause.bearer.as_ref()?.resolver)];
        let municipality = municipality?;
        if let Some(instrument) = self.instrument(resolver, municipality, on) {
            return Some(instrument.status);
        }
        let map = resolver.map()?;
        self.resolved.territory.maps[usize::from(map)].area(municipality, on).map(|area| area.status)
    }

    /// The instrument that fills the slot of a resolver for a municipality on a day.
    pub(crate) fn instrument(
        &self,
        resolver: crate::resolved::Resolver,
        municipality: MunicipalityIndex,
        on: Date,
    ) -> Option<&crate::resolved::Instrument> {
        let slot = resolver.slot()?;
        self.resolved.instruments.iter().find(|one| {
            one.has_power && one.slot == slot && one.period.contains(on) && one.municipalities.contains(&municipality)
        })
    }

    fn beside(
        &self,
        index: DutyIndex,
        stretch: &Stretch,
        lead: OrganIndex,
        municipality: Option<MunicipalityIndex>,
        on: Date,
        known: &Known,
    ) -> (Vec<Bearing>, Vec<Bearing>) {
        let duty = &self.resolved.duties[usize::from(index)];
        let held = self.possible_clauses(&stretch.beside, known);
        let sure = held.all.unwrap_or_default();
        let (mut certain, mut perhaps): (Vec<Bearing>, Vec<Bearing>) = (Vec::new(), Vec::new());
        for clause in &held.some {
            let Some(organ) = self.compiled.organ(&duty.beside[usize::from(*clause)], municipality, on) else {
                continue;
            };
            if organ == lead {
                continue;
            }
            let list = if sure.contains(clause) { &mut certain } else { &mut perhaps };
            let bearing = self.bearing(organ, &BTreeSet::from([*clause]), &duty.beside, municipality, on);
            match list.iter_mut().find(|earlier| earlier.organ == organ && earlier.verb == bearing.verb) {
                Some(earlier) => earlier.clauses.push(*clause),
                None => list.push(bearing),
            }
        }
        self.practised(index, lead, municipality, on, &mut certain);
        let rank = |bearing: &Bearing| (self.resolved.words.verbs[usize::from(bearing.verb)].rank, bearing.organ);
        certain.sort_by_key(rank);
        perhaps.sort_by_key(rank);
        (certain, perhaps)
    }

    /// Adds those who carry the duty out in practice; they have no clause, only the practice itself.
    fn practised(
        &self,
        index: DutyIndex,
        lead: OrganIndex,
        municipality: Option<MunicipalityIndex>,
        on: Date,
        beside: &mut Vec<Bearing>,
    ) {
        let Some(municipality) = municipality else { return };
        let lead_is_municipality = self.resolved.organs.at(lead).kind == "municipality";
        let Some(verb) = self.resolved.words.verb("carry-out") else { return };
        for practice in &self.resolved.practices {
            let here = practice.duties.contains(&index)
                && practice.period.contains(on)
                && practice.municipalities.contains(&municipality);
            if here && lead_is_municipality && practice.organ != lead {
                beside.push(Bearing {
                    organ: practice.organ,
                    verb,
                    also: Vec::new(),
                    force: Force::May,
                    clauses: Vec::new(),
                    certainty: practice.certainty,
                    status: Status::Verified,
                });
            }
        }
    }
}

/// Clauses that hold in some, and in every, possible situation.
pub(crate) struct Held {
    pub some: BTreeSet<u16>,
    pub all: Option<BTreeSet<u16>>,
}
