//! Why an answer is what it is, without allocating: for those who ask often. [`crate::ask`] tells people the same in full.

use super::{Compiled, Decision, Situation, Table};
use crate::resolved::{AttributeIndex, Citation, Clause, DutyIndex, MunicipalityIndex, OrganIndex, ResolvedRegister};
use calendar::Date;

/// A decision with its reason.
#[derive(Debug, Clone, Copy)]
pub struct Why<'a> {
    /// The clause that holds.
    pub clause: &'a Clause,
    /// The organ that leads; none for a declared gap, and where the municipality has none.
    pub organ: Option<OrganIndex>,
    /// What the clause rests on.
    pub basis: &'a [Citation],
    table: &'a Table,
    clauses: &'a [Clause],
    held: u16,
    situation: &'a Situation,
}

/// A clause in force that was looked at and did not hold.
#[derive(Debug, Clone, Copy)]
pub struct Alternative<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The first attribute whose value none of its alternatives accepts; where each fails at something else, that of the
    /// first.
    pub failing: AttributeIndex,
}

impl Compiled {
    /// The clause that holds, with the reason. None: the day lies before the register begins, or the register has a gap or
    /// an overlap there.
    pub fn why<'a>(
        &'a self,
        register: &'a ResolvedRegister,
        duty: DutyIndex,
        municipality: Option<MunicipalityIndex>,
        on: Date,
        situation: &'a Situation,
    ) -> Option<Why<'a>> {
        let table = &self.duties[usize::from(duty)].on(on)?.lead;
        let Decision::Clause(held) = table.decide(situation) else { return None };
        let clauses = &register.duties[usize::from(duty)].lead;
        let clause = &clauses[usize::from(held)];
        let organ = self.organ(clause, municipality, on);
        Some(Why { clause, organ, basis: &clause.basis, table, clauses, held, situation })
    }
}

impl<'a> Why<'a> {
    /// The other clauses in force on the day, each with what failed.
    pub fn alternatives(&self) -> impl Iterator<Item = Alternative<'a>> + use<'a> {
        let (table, clauses, held, situation) = (self.table, self.clauses, self.held, self.situation);
        let mut rest = table.all();
        std::iter::from_fn(move || {
            loop {
                let bit = rest.checked_ilog2().map(|_| rest.trailing_zeros() as usize)?;
                let same = table.same_clause(bit);
                rest &= !same;
                let clause = table.clause_of_bit()[bit];
                if clause == held {
                    continue;
                }
                let failing = table.failing(same, situation)?;
                return Some(Alternative { clause: &clauses[usize::from(clause)], failing });
            }
        })
    }
}

impl Table {
    /// The first attribute whose value shuts all of `boxes` out; else the one that shuts the first of them out.
    fn failing(&self, boxes: u64, situation: &Situation) -> Option<AttributeIndex> {
        let accepted = |attribute: &AttributeIndex| self.mask(*attribute, situation[usize::from(*attribute)]) & boxes;
        let first = boxes & boxes.wrapping_neg();
        self.attributes()
            .find(|attribute| accepted(attribute) == 0)
            .or_else(|| self.attributes().find(|attribute| accepted(attribute) & first == 0))
    }
}
