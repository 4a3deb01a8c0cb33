//! The third stage: each duty a short timeline of mask tables, each way of finding an organ a timeline of lists.
//!
//! A stretch of time in which a duty's clauses do not change is a [`Table`]: for each attribute that the clauses mention,
//! one list of masks. Bit *r* of the mask at value *v* says that box *r* accepts the value *v*. A question is one AND an
//! attribute. One clause left is the answer, none is a gap, two are an overlap: the proof ([`crate::checks`]), the online
//! answer ([`crate::ask`]) and the run over a population (crate `whatif`) share this one form. Nothing is interpreted
//! when somebody asks, and answering allocates nothing.

mod finder;
mod plan;
mod table;
mod why;

pub use finder::{Finder, NO_ORGAN};
pub use plan::{Cell, Columns, Plan};
pub use table::{MAX_BOXES, Table};
pub use why::{Alternative, Why};

use crate::fault::Fault;
use crate::resolved::{
    AttributeIndex, Clause, Duty, DutyIndex, MAX_ATTRIBUTES, MapIndex, MunicipalityIndex, OrganIndex, ResolvedRegister,
    ValueSet,
};
use calendar::{Date, Period};
use std::collections::BTreeSet;

/// One value per attribute of the vocabulary; what the duty does not mention is not looked at.
pub type Situation = [u8; MAX_ATTRIBUTES];

/// Per attribute the values that are still possible.
pub type Known = [ValueSet; MAX_ATTRIBUTES];

/// A compiled register.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The duties, in the order of the resolved register.
    pub duties: Vec<CompiledDuty>,
    /// The ways of finding an organ, in the order of the resolved register.
    pub finders: Vec<Finder>,
    /// Attributes that follow from the municipality, with their maps.
    pub territorial: Vec<(AttributeIndex, MapIndex)>,
}

/// A duty through time.
#[derive(Debug, Clone)]
pub struct CompiledDuty {
    /// First days of the stretches, ascending; the first is the register's first day.
    pub starts: Vec<Date>,
    /// The stretches.
    pub stretches: Vec<Stretch>,
}

/// A stretch of time in which a duty's clauses do not change.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// When it is.
    pub period: Period,
    /// Leads and declared gaps.
    pub lead: Table,
    /// Those beside.
    pub beside: Table,
}

/// What the table says of one situation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// This clause (by its place in the duty's list of leads and declared gaps) holds.
    Clause(u16),
    /// No clause holds: a fault of the register.
    Gap,
    /// Two clauses hold: a fault of the register.
    Overlap(u16, u16),
}

impl CompiledDuty {
    /// The stretch that holds on a day; days before the register begins have none.
    pub fn on(&self, day: Date) -> Option<&Stretch> {
        let at = self.starts.partition_point(|start| *start <= day).checked_sub(1)?;
        self.stretches.get(at)
    }
}

impl Compiled {
    /// Compiles a register.
    ///
    /// # Errors
    /// A fault for each stretch of a duty with more boxes than a mask has bits.
    pub fn from_resolved(register: &ResolvedRegister) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let duties = register.duties.iter().map(|duty| compile(duty, register, &mut faults)).collect();
        let finders = register.resolvers.iter().map(|resolver| Finder::new(*resolver, register)).collect();
        let territorial = register
            .words
            .attributes
            .iter()
            .zip(0..)
            .filter_map(|(attribute, at)| match &attribute.kind {
                crate::resolved::AttributeKind::Territory(map) => Some((at, register.territory.map(map)?)),
                _ => None,
            })
            .collect();
        if faults.is_empty() { Ok(Self { duties, finders, territorial }) } else { Err(faults) }
    }

    /// Which clause holds for a duty, a day and a situation. Allocates nothing.
    ///
    /// `None`: the day lies before the register begins.
    pub fn decide(&self, duty: DutyIndex, on: Date, situation: &Situation) -> Option<Decision> {
        Some(self.duties[usize::from(duty)].on(on)?.lead.decide(situation))
    }

    /// The organ that bears a clause in a municipality on a day. Allocates nothing.
    pub fn organ(&self, clause: &Clause, municipality: Option<MunicipalityIndex>, on: Date) -> Option<OrganIndex> {
        self.finders[usize::from(clause.bearer.as_ref()?.resolver)].organ(municipality, on)
    }
}

fn compile(duty: &Duty, register: &ResolvedRegister, faults: &mut Vec<Fault>) -> CompiledDuty {
    let mut starts = BTreeSet::from([register.begins]);
    for clause in duty.lead.iter().chain(&duty.beside) {
        let days = [clause.period.from, clause.period.until];
        starts.extend(days.into_iter().flatten().filter(|day| *day > register.begins));
    }
    let starts: Vec<Date> = starts.into_iter().collect();
    let mut stretches = Vec::with_capacity(starts.len());
    for (number, from) in starts.iter().enumerate() {
        let period = Period { from: Some(*from), until: starts.get(number + 1).copied() };
        let mut table = |clauses: &[Clause]| {
            Table::new(clauses, *from, &register.words).unwrap_or_else(|boxes| {
                faults.push(
                    Fault::error(
                        "too-many-boxes",
                        format!(
                            "`{}` has {boxes} alternatives at once from {from}; at most {MAX_BOXES} can be compiled",
                            duty.id
                        ),
                    )
                    .at(duty.place.clone())
                    .help("divide the duty, or say the conditions with fewer `unless`"),
                );
                Table::default()
            })
        };
        let lead = table(&duty.lead);
        let beside = table(&duty.beside);
        stretches.push(Stretch { period, lead, beside });
    }
    CompiledDuty { starts, stretches }
}
