//! What an organ must do, and in which municipality it does it.

use crate::Register;
use crate::compiled::Finder;
use crate::resolved::{Clause, DutyIndex, MunicipalityIndex, OrganIndex, Role};
use calendar::Date;
use std::collections::BTreeSet;

/// A duty that an organ bears on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganDuty {
    /// The duty.
    pub duty: DutyIndex,
    /// Lead or beside.
    pub role: Role,
    /// The clauses, by their place in the duty's list (leads and gaps, or beside).
    pub clauses: Vec<u16>,
}

impl Register {
    /// All duties that an organ bears on a day, leads first.
    pub fn duties_of(&self, organ: OrganIndex, on: Date) -> Vec<OrganDuty> {
        let mut all = Vec::new();
        for role in [Role::Lead, Role::Beside] {
            for (duty, index) in self.resolved.duties.iter().zip(0..) {
                let list = if role == Role::Lead { &duty.lead } else { &duty.beside };
                let clauses: Vec<u16> = (0..)
                    .zip(list)
                    .filter(|(_, clause)| clause.period.contains(on) && self.can_bear(clause, organ, on))
                    .map(|(number, _)| number)
                    .collect();
                if !clauses.is_empty() {
                    all.push(OrganDuty { duty: index, role, clauses });
                }
            }
        }
        all
    }

    fn can_bear(&self, clause: &Clause, organ: OrganIndex, on: Date) -> bool {
        let Some(bearer) = &clause.bearer else { return false };
        let finder = &self.compiled.finders[usize::from(bearer.resolver)];
        match finder {
            Finder::Fixed(found) => *found == organ,
            Finder::Listed { .. } => {
                self.municipalities_on(on).any(|municipality| finder.organ(Some(municipality), on) == Some(organ))
            }
        }
    }

    /// The municipalities that exist on a day.
    pub fn municipalities_on(&self, on: Date) -> impl Iterator<Item = MunicipalityIndex> + '_ {
        (0..)
            .zip(&self.resolved.territory.municipalities)
            .filter(move |(_, one)| one.period.contains(on))
            .map(|(at, _)| at)
    }

    /// The organs that some duty, map or relation puts in charge of a municipality on a day, besides the national ones.
    pub fn organs_of(&self, municipality: MunicipalityIndex, on: Date) -> Vec<OrganIndex> {
        let mut found = BTreeSet::new();
        for map in self.resolved.territory.maps.iter().filter(|map| map.kind != "territory") {
            found.extend(map.target(municipality, on));
        }
        let itself = format!("municipality:{}", self.resolved.territory.at(municipality).code);
        found.extend(self.resolved.organs.index(&itself));
        let exists = |organ: &OrganIndex| self.resolved.organs.at(*organ).period.contains(on);
        let mut all: Vec<OrganIndex> = found.into_iter().filter(exists).collect();
        all.sort_by_key(|organ| (self.resolved.organs.at(*organ).level, *organ));
        all
    }

    /// The municipalities of an organ's areas on a day, with the maps that say so; empty for a national organ.
    pub fn area_of(&self, organ: OrganIndex, on: Date) -> Vec<(usize, Vec<MunicipalityIndex>)> {
        let mut all = Vec::new();
        for (number, map) in self.resolved.territory.maps.iter().enumerate().filter(|(_, map)| map.kind != "territory")
        {
            let members: Vec<_> =
                self.municipalities_on(on).filter(|one| map.target(*one, on) == Some(organ)).collect();
            if !members.is_empty() {
                all.push((number, members));
            }
        }
        all
    }
}
