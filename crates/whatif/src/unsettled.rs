//! Rows where something is missing: does it matter, and what is it?

use crate::kernel::{Kernel, Outcome};
use crate::lines::{Columns, UNKNOWN};
use crate::report::Side;
use calendar::Date;
use register::Register;
use register::compiled::{Known, Table};
use register::resolved::{AttributeIndex, DutyIndex, MAX_ATTRIBUTES, MunicipalityIndex, ValueSet};
use std::collections::HashMap;

/// Settles such rows for one day, and remembers: rows that no clause tells apart are settled once.
#[derive(Debug)]
pub(crate) struct Unsettled<'a> {
    register: &'a Register,
    on: Date,
    duties: HashMap<DutyIndex, Remembered>,
}

#[derive(Debug)]
struct Remembered {
    /// The table's attributes, in the order in which they are asked, with the class of each value.
    attributes: Vec<(AttributeIndex, Vec<u8>)>,
    cases: HashMap<Vec<u8>, Case>,
}

/// What can be said without the municipality.
#[derive(Debug, Clone)]
struct Case {
    /// The outcomes that are possible, by their numbers.
    possible: Vec<usize>,
    /// The first attribute that is missing and tells outcomes apart.
    missing: Option<AttributeIndex>,
}

impl<'a> Unsettled<'a> {
    pub(crate) fn new(register: &'a Register, on: Date) -> Self {
        Self { register, on, duties: HashMap::new() }
    }

    /// What a row's duty comes to.
    pub(crate) fn side(
        &mut self,
        kernel: &Kernel,
        duty: usize,
        columns: &Columns<'_>,
        row: usize,
        municipality: Option<MunicipalityIndex>,
    ) -> Side {
        let plan = &kernel.duties[duty];
        let register = self.register;
        let Some(stretch) = register.compiled.duties[usize::from(plan.duty)].on(self.on) else { return Side::Fault };
        let table = &stretch.lead;
        let remembered = self.duties.entry(plan.duty).or_insert_with(|| Remembered::new(table, register));
        let key: Vec<u8> = remembered
            .attributes
            .iter()
            .map(|(attribute, classes)| match columns.value(*attribute, row) {
                UNKNOWN => UNKNOWN,
                value => classes.get(usize::from(value)).copied().unwrap_or(UNKNOWN),
            })
            .collect();
        let case = remembered.cases.entry(key).or_insert_with(|| {
            let of_clause = |clause: u16| {
                let clause = &register.resolved.duties[usize::from(plan.duty)].lead[usize::from(clause)];
                let outcome = clause
                    .bearer
                    .as_ref()
                    .map_or(Outcome::Nobody, |bearer| Outcome::Lead { finder: bearer.resolver, force: clause.force });
                plan.outcomes.iter().position(|one| *one == outcome)
            };
            Case::new(table, register, &of_clause, |attribute| columns.value(attribute, row))
        });
        let mut sides = case
            .possible
            .iter()
            .map(|outcome| plan.outcomes[*outcome])
            .map(|outcome| Side::of(outcome, kernel.organ(register, outcome, municipality)));
        match (sides.next(), case.missing) {
            (Some(first), missing) => {
                if sides.all(|side| side == first) {
                    first
                } else {
                    missing.map_or(Side::Fault, Side::Missing)
                }
            }
            (None, _) => Side::Fault,
        }
    }
}

impl Remembered {
    fn new(table: &Table, register: &Register) -> Self {
        let attributes = table.attributes().map(|attribute| {
            let mut classes = vec![UNKNOWN; register.resolved.words.at(attribute).values.len()];
            for (class, number) in table.plan().classes(attribute).into_iter().flatten().zip(0_u8..) {
                for (value, slot) in classes.iter_mut().enumerate() {
                    if class >> value & 1 == 1 {
                        *slot = number;
                    }
                }
            }
            (attribute, classes)
        });
        Self { attributes: attributes.collect(), cases: HashMap::new() }
    }
}

impl Case {
    fn new(
        table: &Table,
        register: &Register,
        of_clause: &dyn Fn(u16) -> Option<usize>,
        value: impl Fn(AttributeIndex) -> u8,
    ) -> Self {
        let words = &register.resolved.words;
        let mut known: Known = [ValueSet::MAX; MAX_ATTRIBUTES];
        for ((attribute, slot), index) in words.attributes.iter().zip(known.iter_mut()).zip(0..) {
            *slot = match value(index) {
                UNKNOWN => attribute.all(),
                value => 1 << value,
            };
        }
        let possible = |known: &Known| {
            let mut outcomes: Vec<usize> = Vec::new();
            table.plan().sweep(known, &[table], &mut |cell| {
                outcomes.extend(table.clauses(cell.live[0]).filter_map(of_clause));
            });
            outcomes.sort_unstable();
            outcomes.dedup();
            outcomes
        };
        let all = possible(&known);
        let missing = table.attributes().filter(|attribute| value(*attribute) == UNKNOWN).find(|attribute| {
            let mut classes = table.plan().classes(*attribute).into_iter().flatten();
            classes.any(|class| {
                let mut narrowed = known;
                narrowed[usize::from(*attribute)] = class;
                possible(&narrowed) != all
            })
        });
        Self { possible: all, missing }
    }
}
