//! Sweeps over every cell of one table, or of two at once.
//!
//! Values that no box (and no impossible combination) tells apart are one class; a sweep goes over classes and multiplies
//! how many values they hold, so that every situation is looked at and none twice. It stops early where what is left
//! cannot matter any more, as the bit-parallel sweep of `docs/decisions` describes.

use super::{Known, Table};
use crate::resolved::{AttributeIndex, ValueSet, Words};

/// The classes of every column of one or two tables.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    columns: Vec<Column>,
    /// Per table a bit for every box.
    all: [u64; 2],
    /// A bit for every impossible combination that the columns can tell.
    impossible: u64,
    /// Per depth: boxes (and impossible combinations) that no column from there on restricts.
    free: Vec<[u64; 3]>,
}

#[derive(Debug, Clone)]
struct Column {
    attribute: AttributeIndex,
    classes: Vec<Class>,
}

#[derive(Debug, Clone)]
struct Class {
    masks: [u64; 2],
    impossible: u64,
    values: ValueSet,
}

/// The attributes of a plan's columns with the values that a cell has of them.
#[derive(Debug)]
pub struct Columns<'a> {
    plan: &'a Plan,
    values: &'a [ValueSet],
}

impl Columns<'_> {
    /// Attributes with values; where the sweep stopped early, the later attributes may have any value.
    pub fn iter(&self) -> impl Iterator<Item = (AttributeIndex, ValueSet)> + '_ {
        self.plan.columns.iter().map(|column| column.attribute).zip(self.values.iter().copied())
    }
}

/// A cell of a sweep: situations that no clause tells apart.
#[derive(Debug)]
pub struct Cell<'a> {
    /// Per table the boxes that hold.
    pub live: [u64; 2],
    /// How many situations it stands for, counting only attributes that are columns.
    pub situations: u128,
    /// What they have in common.
    pub columns: Columns<'a>,
}

impl Plan {
    /// The plan of one table, or of two that are looked at together.
    pub fn new(tables: &[&Table], words: &Words) -> Self {
        debug_assert!(tables.len() <= 2, "a plan joins at most two tables");
        let attributes: Vec<AttributeIndex> = (0..)
            .zip(&words.attributes)
            .map(|(at, _)| at)
            .filter(|at| tables.iter().any(|table| table.mentions(*at)))
            .collect();
        let boxes: Vec<&crate::resolved::Box> = words
            .impossible
            .iter()
            .flat_map(|one| &one.boxes)
            .filter(|one| one.parts.iter().all(|(attribute, _)| attributes.contains(attribute)))
            .take(64)
            .collect();
        let mut all = [0; 2];
        for (slot, table) in all.iter_mut().zip(tables) {
            *slot = table.all();
        }
        let mut columns: Vec<Column> = attributes
            .iter()
            .map(|attribute| column(*attribute, tables, &boxes, words.at(*attribute).values.len()))
            .collect();
        // Columns that tell most apart first: a gap or a decision is then seen soonest.
        columns.sort_by_key(|column| std::cmp::Reverse(restricted(column, all).count_ones()));
        let impossible = if boxes.len() == 64 { u64::MAX } else { (1 << boxes.len()) - 1 };
        let mut free = vec![[all[0], all[1], impossible]; columns.len() + 1];
        for depth in (0..columns.len()).rev() {
            let mut now = free[depth + 1];
            for class in &columns[depth].classes {
                now[0] &= class.masks[0];
                now[1] &= class.masks[1];
                now[2] &= class.impossible;
            }
            free[depth] = now;
        }
        Self { columns, all, impossible, free }
    }

    /// The attributes of its columns.
    pub fn attributes(&self) -> impl Iterator<Item = AttributeIndex> + '_ {
        self.columns.iter().map(|column| column.attribute)
    }

    /// The classes of an attribute: sets of values that nothing here tells apart.
    pub fn classes(&self, attribute: AttributeIndex) -> Option<impl Iterator<Item = ValueSet> + '_> {
        let column = self.columns.iter().find(|column| column.attribute == attribute)?;
        Some(column.classes.iter().map(|class| class.values))
    }

    /// Goes over every cell that `known` leaves possible.
    ///
    /// `same` says whether two boxes of the first table belong to one clause; a sweep of two tables never stops early on
    /// an answer.
    pub fn sweep(&self, known: &Known, tables: &[&Table], visit: &mut impl FnMut(&Cell<'_>)) {
        let mut values: Vec<ValueSet> =
            self.columns.iter().map(|column| known[usize::from(column.attribute)]).collect();
        let run = Run { plan: self, known, table: (tables.len() == 1).then(|| tables[0]) };
        run.descend(0, self.all, self.impossible, 1, &mut values, visit);
    }
}

struct Run<'a> {
    plan: &'a Plan,
    known: &'a Known,
    table: Option<&'a Table>,
}

impl Run<'_> {
    fn descend(
        &self,
        depth: usize,
        live: [u64; 2],
        impossible: u64,
        situations: u128,
        values: &mut [ValueSet],
        visit: &mut impl FnMut(&Cell<'_>),
    ) {
        let free = self.plan.free[depth];
        if impossible & free[2] != 0 {
            return; // cannot be, whatever the later attributes are
        }
        if impossible == 0 && self.settled(live, free) {
            let rest: u128 = self.plan.columns[depth..].iter().map(|column| self.size(column)).product();
            visit(&Cell { live, situations: situations * rest, columns: Columns { plan: self.plan, values } });
            return;
        }
        let Some(column) = self.plan.columns.get(depth) else {
            visit(&Cell { live, situations, columns: Columns { plan: self.plan, values } });
            return;
        };
        let before = values[depth];
        for class in &column.classes {
            let here = class.values & self.known[usize::from(column.attribute)];
            if here == 0 {
                continue;
            }
            values[depth] = here;
            let live = [live[0] & class.masks[0], live[1] & class.masks[1]];
            let impossible = impossible & class.impossible;
            self.descend(depth + 1, live, impossible, situations * u128::from(here.count_ones()), values, visit);
        }
        values[depth] = before;
    }

    /// Whether nothing that is still to come can change what the cell says.
    fn settled(&self, live: [u64; 2], free: [u64; 3]) -> bool {
        match self.table {
            Some(_) if live[0] == 0 => true,
            Some(table) => {
                let sure = live[0] & free[0];
                sure != 0 && live[0] & !table.same_clause(sure.trailing_zeros() as usize) == 0
            }
            None => live == [0, 0] || (live[0] & !free[0] == 0 && live[1] & !free[1] == 0),
        }
    }

    fn size(&self, column: &Column) -> u128 {
        let all = column.classes.iter().fold(0, |set, class| set | class.values);
        u128::from((all & self.known[usize::from(column.attribute)]).count_ones())
    }
}

fn column(attribute: AttributeIndex, tables: &[&Table], boxes: &[&crate::resolved::Box], values: usize) -> Column {
    let mut classes: Vec<Class> = Vec::new();
    for (value, number) in (0..values).zip(0_u8..) {
        let mut masks = [0; 2];
        for (slot, table) in masks.iter_mut().zip(tables) {
            *slot = table.mask(attribute, number);
        }
        let accepts = |(bit, one): (usize, &&crate::resolved::Box)| {
            u64::from(one.set(attribute).is_none_or(|set| set >> value & 1 == 1)) << bit
        };
        let impossible = boxes.iter().enumerate().map(accepts).fold(0, |mask, bit| mask | bit);
        match classes.iter_mut().find(|class| class.masks == masks && class.impossible == impossible) {
            Some(class) => class.values |= 1 << value,
            None => classes.push(Class { masks, impossible, values: 1 << value }),
        }
    }
    Column { attribute, classes }
}

/// The boxes that a column restricts.
fn restricted(column: &Column, all: [u64; 2]) -> u64 {
    let free = column.classes.iter().fold(all, |free, class| [free[0] & class.masks[0], free[1] & class.masks[1]]);
    (all[0] & !free[0]) | (all[1] & !free[1])
}
