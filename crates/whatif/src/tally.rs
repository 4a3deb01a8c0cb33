//! Counting who moves from whom to whom.

use crate::batch::{Batch, DayValues};
use crate::kernel::{Kernel, Outcome, count};
use crate::lines::Columns;
use crate::places::Places;
use crate::read::Rows;
use crate::report::{BadRow, BadRows, Move, Reason, Side};
use crate::unsettled::Unsettled;
use calendar::Date;
use register::Register;
use register::resolved::{AttributeKind, DutyIndex};
use std::collections::BTreeMap;

/// What all threads share: the two days, ready to decide.
#[derive(Debug)]
pub(crate) struct Comparison<'a> {
    pub register: &'a Register,
    pub places: Places<'a>,
    days: [DayValues<'a>; 2],
    kernels: [Kernel; 2],
    contradictions: [Kernel; 2],
    /// Per duty whether both days give every row the same outcome, so that one look is enough.
    same: Vec<bool>,
    /// Per municipality whether it is there on both days.
    there: Vec<bool>,
}

impl<'a> Comparison<'a> {
    pub(crate) fn new(
        register: &'a Register,
        before: Date,
        after: Date,
        duties: &[DutyIndex],
    ) -> Result<Self, crate::kernel::TooManyValues> {
        let places = Places::new(register);
        let days = [DayValues::new(register, &places, before), DayValues::new(register, &places, after)];
        let kernels = [Kernel::new(register, before, duties)?, Kernel::new(register, after, duties)?];
        let contradictions = [Kernel::contradictions(register, before), Kernel::contradictions(register, after)];
        let timeless = |attribute: u8| {
            let kind = &register.resolved.words.at(attribute).kind;
            matches!(kind, AttributeKind::Choice | AttributeKind::Age)
        };
        let same = duties.iter().zip(&kernels[0].duties).map(|(duty, plan)| {
            let compiled = &register.compiled.duties[usize::from(*duty)];
            let at = |day: Date| compiled.starts.partition_point(|start| *start <= day);
            at(before) == at(after) && plan.attributes().all(timeless)
        });
        let there = (0..places.abroad()).map(|one| places.on(one, before).is_some() && places.on(one, after).is_some());
        let (same, there) = (same.collect(), there.collect());
        Ok(Self { register, days, kernels, contradictions, same, there, places })
    }

    /// The attributes that some duty looks at on either day.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = u8> + '_ {
        self.kernels.iter().flat_map(|kernel| &kernel.duties).flat_map(|duty| duty.attributes())
    }

    fn not_there(&self, place: usize) -> Option<Reason> {
        if self.there.get(place).copied().unwrap_or(true) {
            return None;
        }
        let on = self.days.iter().map(|day| day.on).find(|on| self.places.on(place, *on).is_none())?;
        Some(Reason::MunicipalityNotThere { municipality: u16::try_from(place).ok()?, on })
    }
}

/// What one thread has counted.
#[derive(Debug)]
pub(crate) struct Tally<'a> {
    comparison: &'a Comparison<'a>,
    /// Per duty: `[place][outcome before][outcome after]`.
    settled: Vec<Vec<u64>>,
    /// What was settled one by one.
    single: BTreeMap<(usize, usize, Side, Side), u64>,
    unsettled: [Unsettled<'a>; 2],
    pub bad: BadRows,
    pub rows: u64,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(comparison: &'a Comparison<'a>) -> Self {
        let places = comparison.places.abroad() + 1;
        let [before, after] = &comparison.kernels;
        let sizes = before.duties.iter().zip(&after.duties).map(|(one, two)| one.outcomes.len() * two.outcomes.len());
        Self {
            comparison,
            settled: sizes.map(|size| vec![0; places * size]).collect(),
            single: BTreeMap::new(),
            unsettled: [Unsettled::new(comparison.register, before.on), Unsettled::new(comparison.register, after.on)],
            bad: BadRows::default(),
            rows: 0,
        }
    }

    /// Counts some rows.
    pub(crate) fn count(&mut self, mut rows: Rows) {
        self.rows += rows.municipality.len() as u64;
        self.bad.extend(std::mem::take(&mut rows.bad));
        let batch = Batch::of(&rows, &self.comparison.places);
        drop(rows);
        self.count_batch(&batch);
    }

    /// Counts rows that are in order already.
    pub(crate) fn count_batch(&mut self, batch: &Batch) {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        let days = &self.comparison.days;
        let columns = [batch.values(&days[0], &mut first), batch.values(&days[1], &mut second)];
        let usable = self.usable(batch, &columns);
        self.count_duties(batch, &columns, &usable);
    }

    /// Per word the rows whose municipality is there and whose facts can all be true; the others are bad.
    fn usable(&mut self, batch: &Batch, columns: &[Columns<'_>; 2]) -> Vec<u64> {
        let words = batch.rows.div_ceil(64);
        let mut usable = vec![u64::MAX; words];
        let mut refuse = |word: usize, rows: u64, reason: &Reason| {
            let mut left = rows & usable[word];
            usable[word] &= !rows;
            while left != 0 {
                let row = word * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                if let Some(row) = batch.number.get(row) {
                    self.bad.extend([BadRow { row: *row, id: None, reason: reason.clone() }]);
                }
            }
        };
        for segment in &batch.segments {
            if let Some(reason) = self.comparison.not_there(segment.place) {
                refuse(segment.word, segment.mask, &reason);
            }
        }
        let mut masks = Vec::new();
        for (kernel, columns) in self.comparison.contradictions.iter().zip(columns) {
            kernel.masks(0, columns, 0..words, &mut masks);
            let numbers = kernel.duties[0].outcomes.len().max(1);
            for (word, masks) in masks.chunks_exact(numbers).enumerate() {
                for (number, mask) in masks.iter().enumerate().filter(|(_, mask)| **mask != 0) {
                    refuse(word, *mask, &Reason::Contradiction { number });
                }
            }
        }
        usable
    }

    fn count_duties(&mut self, batch: &Batch, columns: &[Columns<'_>; 2], usable: &[u64]) {
        let [before, after] = &self.comparison.kernels;
        let words = 0..batch.rows.div_ceil(64);
        let (mut first, mut second, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for duty in 0..before.duties.len() {
            before.masks(duty, &columns[0], words.clone(), &mut first);
            let same = self.comparison.same[duty];
            if !same {
                after.masks(duty, &columns[1], words.clone(), &mut second);
            }
            let later = if same { &first } else { &second };
            let outcomes = [before.duties[duty].outcomes.len(), after.duties[duty].outcomes.len()];
            open.clear();
            count::pairs(
                before.path(),
                &batch.segments,
                usable,
                [&first, later],
                outcomes,
                &mut self.settled[duty],
                &mut open,
            );
            for row in open.drain(..) {
                self.settle(duty, batch, columns, row);
            }
        }
    }

    /// Settles one row, slowly, because something is missing that may matter.
    fn settle(&mut self, duty: usize, batch: &Batch, columns: &[Columns<'_>; 2], row: usize) {
        let place = usize::from(batch.place[row]);
        let mut sides = [Side::Fault; 2];
        for (number, side) in sides.iter_mut().enumerate() {
            let kernel = &self.comparison.kernels[number];
            let municipality = self.comparison.places.on(place, kernel.on);
            *side = self.unsettled[number].side(kernel, duty, &columns[number], row, municipality);
        }
        *self.single.entry((duty, place, sides[0], sides[1])).or_insert(0) += 1;
    }

    /// Adds what another thread has counted.
    pub(crate) fn add(&mut self, other: Self) {
        for (mine, others) in self.settled.iter_mut().zip(other.settled) {
            for (mine, other) in mine.iter_mut().zip(others) {
                *mine += other;
            }
        }
        for (key, count) in other.single {
            *self.single.entry(key).or_insert(0) += count;
        }
        self.bad.add(other.bad);
        self.rows += other.rows;
    }

    /// All moves, those who stay included, in the order of duties, municipalities and organs.
    pub(crate) fn moves(&self) -> Vec<Move> {
        let Comparison { register, places, kernels, .. } = self.comparison;
        let [before, after] = kernels;
        let later = before.on.max(after.on);
        let mut all: BTreeMap<(DutyIndex, Option<u16>, Side, Side), u64> = BTreeMap::new();
        let side = |kernel: &Kernel, outcome: Outcome, place: usize| {
            Side::of(outcome, kernel.organ(register, outcome, places.on(place, kernel.on)))
        };
        for (duty, counts) in self.settled.iter().enumerate() {
            let (ones, twos) = (&before.duties[duty].outcomes, &after.duties[duty].outcomes);
            let size = ones.len() * twos.len();
            for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let (place, pair) = (at / size, at % size);
                let sides = (side(before, ones[pair / twos.len()], place), side(after, twos[pair % twos.len()], place));
                let key = (before.duties[duty].duty, places.on(place, later), sides.0, sides.1);
                *all.entry(key).or_insert(0) += count;
            }
        }
        for ((duty, place, one, two), count) in &self.single {
            *all.entry((before.duties[*duty].duty, places.on(*place, later), *one, *two)).or_insert(0) += count;
        }
        all.into_iter()
            .map(|((duty, municipality, before, after), persons)| Move { duty, municipality, before, after, persons })
            .collect()
    }
}
