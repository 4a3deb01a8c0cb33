//! What differs between two days: which duties, for whom, where, from whom to whom.

use crate::Register;
use crate::compiled::{Decision, Known, Plan, Stretch};
use crate::resolved::{
    AttributeIndex, DutyIndex, Force, MAX_ATTRIBUTES, MunicipalityIndex, OrganIndex, Role, ValueSet,
};
use calendar::Date;
use std::collections::BTreeMap;

/// One side of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Side {
    /// The organ; none: nobody leads.
    pub organ: Option<OrganIndex>,
    /// Must or may.
    pub force: Option<Force>,
    /// The clause, by its place in the duty's list of leads and gaps.
    pub clause: u16,
}

/// A change of one duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The duty.
    pub duty: DutyIndex,
    /// Before.
    pub before: Side,
    /// After.
    pub after: Side,
    /// In which municipalities.
    pub municipalities: Vec<MunicipalityIndex>,
    /// How many situations it concerns, of how many that the duty tells apart.
    pub situations: u128,
    /// All situations that the duty tells apart on the two days.
    pub of: u128,
    /// What those situations have in common: attributes that are restricted, with the values that occur.
    pub common: Vec<(AttributeIndex, ValueSet)>,
}

/// What a pair of clauses has in common.
struct Pair {
    situations: u128,
    common: BTreeMap<AttributeIndex, ValueSet>,
    territory: ValueSet,
}

impl Register {
    /// What differs between two days: in one municipality or in all, for one duty or for all. Only changes of who leads
    /// and of must or may are told; a new section behind the same answer is not a change.
    ///
    /// Municipalities are those of the later day; one that was merged in between is compared as its successor.
    pub fn difference(
        &self,
        before: Date,
        after: Date,
        municipality: Option<MunicipalityIndex>,
        duty: Option<DutyIndex>,
    ) -> Vec<Change> {
        let mut all = Vec::new();
        for index in (0..).zip(&self.resolved.duties).map(|(index, _)| index) {
            if duty.is_none_or(|wanted| wanted == index) {
                self.difference_of(index, before, after, municipality, &mut all);
            }
        }
        all
    }

    fn difference_of(
        &self,
        index: DutyIndex,
        before: Date,
        after: Date,
        municipality: Option<MunicipalityIndex>,
        all: &mut Vec<Change>,
    ) {
        let compiled = &self.compiled.duties[usize::from(index)];
        let (Some(first), Some(second)) = (compiled.on(before), compiled.on(after)) else { return };
        let places: Vec<MunicipalityIndex> = match municipality {
            Some(one) => vec![one],
            None => self.municipalities_on(before.max(after)).collect(),
        };
        let (pairs, of) = self.pairs_of_clauses(first, second);
        let mut changes: BTreeMap<(Side, Side), Change> = BTreeMap::new();
        for ((left, right), pair) in &pairs {
            for place in &places {
                if !self.in_territory(*place, after, pair.territory) {
                    continue;
                }
                let sides = (self.side(index, *left, *place, before), self.side(index, *right, *place, after));
                let (Some(left), Some(right)) = sides else { continue };
                if (left.organ, left.force) == (right.organ, right.force) {
                    continue;
                }
                let change = changes.entry((left, right)).or_insert_with(|| Change {
                    duty: index,
                    before: left,
                    after: right,
                    municipalities: Vec::new(),
                    situations: pair.situations,
                    of,
                    common: self.restricted(&pair.common),
                });
                change.municipalities.push(*place);
            }
        }
        all.extend(changes.into_values());
    }

    /// The pairs of clauses that some situation meets on the two days.
    fn pairs_of_clauses(&self, first: &Stretch, second: &Stretch) -> (BTreeMap<(u16, u16), Pair>, u128) {
        let words = &self.resolved.words;
        let tables = [&first.lead, &second.lead];
        let plan = Plan::new(&tables, words);
        let known: Known = std::array::from_fn(|at| words.attributes.get(at).map_or(ValueSet::MAX, |one| one.all()));
        let territory = self.compiled.territorial.first().map(|(attribute, _)| *attribute);
        let (mut pairs, mut of) = (BTreeMap::new(), 0);
        plan.sweep(&known, &tables, &mut |cell| {
            of += cell.situations;
            let sides = (first.lead.decision(cell.live[0]), second.lead.decision(cell.live[1]));
            let (Decision::Clause(left), Decision::Clause(right)) = sides else { return };
            let pair = pairs.entry((left, right)).or_insert_with(|| Pair {
                situations: 0,
                common: BTreeMap::new(),
                territory: 0,
            });
            pair.situations += cell.situations;
            let mut seen = false;
            for (attribute, values) in cell.columns.iter() {
                *pair.common.entry(attribute).or_insert(0) |= values;
                if Some(attribute) == territory {
                    pair.territory |= values;
                    seen = true;
                }
            }
            if !seen {
                pair.territory = ValueSet::MAX;
            }
        });
        debug_assert!(known.len() == MAX_ATTRIBUTES, "one set an attribute");
        (pairs, of)
    }

    fn in_territory(&self, municipality: MunicipalityIndex, on: Date, wanted: ValueSet) -> bool {
        self.compiled.territorial.iter().all(|(_, map)| {
            self.resolved.territory.maps[usize::from(*map)]
                .target(municipality, on)
                .is_none_or(|value| wanted >> value & 1 == 1)
        })
    }

    fn side(&self, duty: DutyIndex, clause: u16, municipality: MunicipalityIndex, on: Date) -> Option<Side> {
        let one = &self.resolved.duties[usize::from(duty)].lead[usize::from(clause)];
        if one.role == Role::Nobody {
            return Some(Side { organ: None, force: None, clause });
        }
        // A municipality that did not exist yet has nobody to compare with.
        let organ = self.compiled.organ(one, Some(municipality), on)?;
        Some(Side { organ: Some(organ), force: Some(one.force), clause })
    }

    /// Attributes whose values are not all of them, territory left out.
    fn restricted(&self, common: &BTreeMap<AttributeIndex, ValueSet>) -> Vec<(AttributeIndex, ValueSet)> {
        let words = &self.resolved.words;
        common
            .iter()
            .filter(|(attribute, values)| words.at(**attribute).is_asked() && **values != words.at(**attribute).all())
            .map(|(attribute, values)| (*attribute, *values))
            .collect()
    }
}
