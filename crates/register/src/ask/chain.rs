//! Whom an organ steers, supervises and advises, and who does so to it.

use crate::Register;
use crate::resolved::{OrganIndex, Relation, Resolver};
use calendar::Date;
use std::collections::BTreeSet;

/// One link: a relation to or from another organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The relation, by its place in the list.
    pub relation: usize,
    /// The organs at the other end.
    pub organs: Vec<OrganIndex>,
}

/// Everything that ties an organ to others on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chain {
    /// Who steers, supervises, advises it.
    pub above: Vec<Link>,
    /// Whom it steers, supervises, advises.
    pub below: Vec<Link>,
}

impl Register {
    /// Whom an organ steers, supervises and advises on a day, and who does so to it.
    ///
    /// Two organs found by maps are tied when they share a municipality.
    pub fn chain(&self, organ: OrganIndex, on: Date) -> Chain {
        let mut chain = Chain::default();
        let relations = &self.resolved.organs.relations;
        for (number, relation) in relations.iter().enumerate().filter(|(_, one)| one.period.contains(on)) {
            let pairs = self.pairs(relation, organ, on);
            let above: BTreeSet<OrganIndex> =
                pairs.iter().filter(|(from, to)| *to == organ && from != to).map(|(from, _)| *from).collect();
            let below: BTreeSet<OrganIndex> =
                pairs.iter().filter(|(from, to)| *from == organ && from != to).map(|(_, to)| *to).collect();
            for (list, organs) in [(&mut chain.above, above), (&mut chain.below, below)] {
                if !organs.is_empty() {
                    list.push(Link { relation: number, organs: organs.into_iter().collect() });
                }
            }
        }
        chain
    }

    /// The pairs of a relation in which an organ takes part.
    pub(crate) fn pairs(&self, relation: &Relation, organ: OrganIndex, on: Date) -> BTreeSet<(OrganIndex, OrganIndex)> {
        let exists = |organ: OrganIndex| self.resolved.organs.at(organ).period.contains(on);
        let mut pairs = BTreeSet::new();
        if let (Resolver::Fixed(from), Resolver::Fixed(to)) = (relation.from, relation.to) {
            pairs.insert((from, to));
        } else {
            for municipality in self.municipalities_on(on) {
                let end = |resolver: Resolver| match resolver {
                    Resolver::Fixed(organ) => Some(organ),
                    Resolver::Map(map) => self.resolved.territory.maps[usize::from(map)].target(municipality, on),
                    _ => self
                        .resolved
                        .organs
                        .index(&format!("municipality:{}", self.resolved.territory.at(municipality).code)),
                };
                if let (Some(from), Some(to)) = (end(relation.from), end(relation.to)) {
                    pairs.insert((from, to));
                }
            }
        }
        pairs.retain(|(from, to)| (*from == organ || *to == organ) && exists(*from) && exists(*to));
        pairs
    }
}
