//! The whole division written out for a place and a day: the appendix that a programme carries.

use crate::Register;
use crate::resolved::{DutyIndex, MunicipalityIndex, OrganIndex, Role};
use crate::source::Level;
use calendar::Date;
use std::collections::BTreeMap;

/// The division for a place and a day, from the state down to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// The day.
    pub on: Date,
    /// The municipalities.
    pub municipalities: Vec<MunicipalityIndex>,
    /// Levels from the top down, each with its organs; municipalities that bear the same are put together.
    pub levels: Vec<(Level, Vec<DivisionOrgan>)>,
    /// Duties that nobody bears on that day in any situation.
    pub nobody: Vec<DutyIndex>,
}

/// An organ (or several of one kind that bear the same) with its duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivisionOrgan {
    /// The organs.
    pub organs: Vec<OrganIndex>,
    /// Their duties, leads first.
    pub entries: Vec<DivisionEntry>,
}

/// A duty with the clauses by which it is borne.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivisionEntry {
    /// The duty.
    pub duty: DutyIndex,
    /// Lead or beside.
    pub role: Role,
    /// The clauses, by their place in the duty's list (leads and gaps, or beside).
    pub clauses: Vec<u16>,
}

impl Register {
    /// Writes the division out for these municipalities on a day.
    pub fn division(&self, municipalities: &[MunicipalityIndex], on: Date) -> Division {
        let mut by_organ: BTreeMap<OrganIndex, BTreeMap<(u8, DutyIndex), Vec<u16>>> = BTreeMap::new();
        let mut nobody = Vec::new();
        for (index, duty) in (0..).zip(&self.resolved.duties) {
            let mut borne = false;
            for (role, list) in [(0, &duty.lead), (1, &duty.beside)] {
                for (number, clause) in (0..).zip(list).filter(|(_, clause)| clause.period.contains(on)) {
                    for municipality in municipalities.iter().filter(|one| self.clause_reaches(clause, **one, on)) {
                        let Some(organ) = self.compiled.organ(clause, Some(*municipality), on) else { continue };
                        borne = true;
                        let clauses = by_organ.entry(organ).or_default().entry((role, index)).or_default();
                        if !clauses.contains(&number) {
                            clauses.push(number);
                        }
                    }
                }
            }
            if !borne {
                nobody.push(index);
            }
        }
        let mut levels: Vec<(Level, Vec<DivisionOrgan>)> = Level::ALL.map(|level| (level, Vec::new())).into();
        for (organ, duties) in by_organ {
            let entries: Vec<DivisionEntry> = duties
                .into_iter()
                .map(|((role, duty), clauses)| DivisionEntry {
                    duty,
                    role: if role == 0 { Role::Lead } else { Role::Beside },
                    clauses,
                })
                .collect();
            let one = self.resolved.organs.at(organ);
            let Some((_, list)) = levels.iter_mut().find(|(level, _)| *level == one.level) else { continue };
            let alike = list
                .iter_mut()
                .find(|other| other.entries == entries && self.resolved.organs.at(other.organs[0]).kind == one.kind);
            match alike {
                Some(other) => other.organs.push(organ),
                None => list.push(DivisionOrgan { organs: vec![organ], entries }),
            }
        }
        levels.retain(|(_, organs)| !organs.is_empty());
        Division { on, municipalities: municipalities.to_vec(), levels, nobody }
    }

    /// Whether some situation of a clause can occur in a municipality: its territory conditions hold there.
    pub(crate) fn clause_reaches(
        &self,
        clause: &crate::resolved::Clause,
        municipality: MunicipalityIndex,
        on: Date,
    ) -> bool {
        clause.boxes.iter().any(|one| {
            self.compiled.territorial.iter().all(|(attribute, map)| {
                let value = self.resolved.territory.maps[usize::from(*map)].target(municipality, on);
                match (one.set(*attribute), value) {
                    (Some(set), Some(value)) => set >> value & 1 == 1,
                    _ => true,
                }
            })
        })
    }
}
