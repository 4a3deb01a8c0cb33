//! Masks: bit *r* of the mask of value *v* says that box *r* accepts *v*.

use super::plan::Plan;
use super::{Decision, Situation};
use crate::resolved::{AttributeIndex, Clause, Words};
use calendar::Date;

/// Boxes that a mask can hold.
pub const MAX_BOXES: usize = 64;

/// The clauses of one stretch as masks.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Attributes that some box restricts, each with the place of its masks.
    columns: Vec<(AttributeIndex, u32)>,
    /// The masks, column behind column, one per value.
    masks: Vec<u64>,
    /// A bit for every box.
    all: u64,
    /// Per bit the clause, by its place in the duty's list.
    clause: Vec<u16>,
    /// Per bit the bits of the same clause.
    same: Vec<u64>,
    /// The columns with values that no box tells apart put together: for sweeps.
    plan: Plan,
}

impl Table {
    /// The clauses that hold on `on`; the error is the number of boxes when they are too many.
    pub(super) fn new(clauses: &[Clause], on: Date, words: &Words) -> Result<Self, usize> {
        let mut boxes = Vec::new();
        for (clause, number) in clauses.iter().zip(0_u16..) {
            if clause.period.contains(on) {
                boxes.extend(clause.boxes.iter().map(|one| (number, one)));
            }
        }
        if boxes.len() > MAX_BOXES {
            return Err(boxes.len());
        }
        let mut table = Self {
            all: if boxes.len() == MAX_BOXES { u64::MAX } else { (1 << boxes.len()) - 1 },
            clause: boxes.iter().map(|(number, _)| *number).collect(),
            ..Self::default()
        };
        table.same = table
            .clause
            .iter()
            .map(|one| {
                let same = |(bit, other): (usize, &u16)| u64::from(other == one) << bit;
                table.clause.iter().enumerate().map(same).fold(0, |mask, bit| mask | bit)
            })
            .collect();
        for (attribute, index) in words.attributes.iter().zip(0..) {
            if !boxes.iter().any(|(_, one)| one.set(index).is_some()) {
                continue;
            }
            let offset = u32::try_from(table.masks.len()).unwrap_or(u32::MAX);
            table.columns.push((index, offset));
            for value in 0..attribute.values.len() {
                let accepts = |(bit, (_, one)): (usize, &(u16, &crate::resolved::Box))| {
                    u64::from(one.set(index).is_none_or(|set| set >> value & 1 == 1)) << bit
                };
                table.masks.push(boxes.iter().enumerate().map(accepts).fold(0, |mask, bit| mask | bit));
            }
        }
        table.plan = Plan::new(&[&table], words);
        Ok(table)
    }

    /// The boxes that accept a situation.
    #[inline]
    pub fn live(&self, situation: &Situation) -> u64 {
        let mut live = self.all;
        for (attribute, offset) in &self.columns {
            live &= self.masks[*offset as usize + usize::from(situation[usize::from(*attribute)])];
        }
        live
    }

    /// What the table says of a situation.
    #[inline]
    pub fn decide(&self, situation: &Situation) -> Decision {
        self.decision(self.live(situation))
    }

    /// What a mask of live boxes says.
    #[inline]
    pub fn decision(&self, live: u64) -> Decision {
        if live == 0 {
            return Decision::Gap;
        }
        let first = live.trailing_zeros() as usize;
        let others = live & !self.same[first];
        if others == 0 {
            Decision::Clause(self.clause[first])
        } else {
            Decision::Overlap(self.clause[first], self.clause[others.trailing_zeros() as usize])
        }
    }

    /// The clauses of a mask of live boxes, each once, ascending.
    pub fn clauses(&self, live: u64) -> impl Iterator<Item = u16> + '_ {
        let mut rest = live;
        std::iter::from_fn(move || {
            let bit = rest.checked_ilog2().map(|_| rest.trailing_zeros() as usize)?;
            rest &= !self.same[bit];
            Some(self.clause[bit])
        })
    }

    /// The attributes that some box restricts.
    pub fn attributes(&self) -> impl Iterator<Item = AttributeIndex> + '_ {
        self.columns.iter().map(|(attribute, _)| *attribute)
    }

    /// Whether some box restricts an attribute.
    pub fn mentions(&self, attribute: AttributeIndex) -> bool {
        self.columns.iter().any(|(at, _)| *at == attribute)
    }

    /// The mask of a value of an attribute; every box when the table does not mention it.
    pub fn mask(&self, attribute: AttributeIndex, value: u8) -> u64 {
        let column = self.columns.iter().find(|(at, _)| *at == attribute);
        column.map_or(self.all, |(_, offset)| self.masks[*offset as usize + usize::from(value)])
    }

    /// A bit for every box.
    pub fn all(&self) -> u64 {
        self.all
    }

    /// Per bit the clause, by its place in the duty's list.
    pub fn clause_of_bit(&self) -> &[u16] {
        &self.clause
    }

    /// Per bit the bits of the same clause.
    pub fn same_clause(&self, bit: usize) -> u64 {
        self.same[bit]
    }

    /// The columns with values that no box tells apart put together.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
}
