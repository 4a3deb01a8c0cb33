//! In every possible situation exactly one lead or one declared gap.
//!
//! ```toml
//! [[lead]]
//! organ = "te-office"
//! when  = { labour = ["job-seeker"] }     # and who leads for everybody else?
//! ```
//! A gap is shown with a situation in words and the duty's file; an overlap with both clauses.

use crate::Register;
use crate::compiled::{Cell, Decision, Known};
use crate::fault::Fault;
use crate::resolved::{AttributeKind, Duty, ValueSet};
use calendar::Period;

/// What the proof went over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Proof {
    /// Duties.
    pub duties: usize,
    /// Stretches of time, over all duties.
    pub stretches: usize,
    /// Situations, over all stretches: combinations of values of the attributes mentioned, less impossible ones.
    pub situations: u128,
    /// Cells that had to be looked at for that.
    pub cells: u64,
}

/// Faults of one kind that are shown for one stretch; the rest are counted.
const SHOWN: usize = 3;

/// Proves that every situation has exactly one answer, or reports those that do not.
pub fn prove(register: &Register, faults: &mut Vec<Fault>) -> Proof {
    let words = &register.resolved.words;
    let everything: Known = std::array::from_fn(|at| words.attributes.get(at).map_or(ValueSet::MAX, |one| one.all()));
    let mut proof = Proof { duties: register.resolved.duties.len(), ..Proof::default() };
    for (duty, compiled) in register.resolved.duties.iter().zip(&register.compiled.duties) {
        for stretch in &compiled.stretches {
            proof.stretches += 1;
            let table = &stretch.lead;
            let (mut gaps, mut overlaps) = (0_usize, Vec::new());
            table.plan().sweep(&everything, &[table], &mut |cell| {
                proof.cells += 1;
                proof.situations += cell.situations;
                match table.decision(cell.live[0]) {
                    Decision::Clause(_) => {}
                    Decision::Gap => {
                        gaps += 1;
                        if gaps <= SHOWN {
                            faults.push(gap(register, duty, stretch.period, cell));
                        }
                    }
                    Decision::Overlap(one, other) => {
                        if !overlaps.contains(&(one, other)) {
                            overlaps.push((one, other));
                            faults.push(overlap(register, duty, stretch.period, cell, (one, other)));
                        }
                    }
                }
            });
            if gaps > SHOWN {
                faults.push(
                    Fault::error(
                        "gap",
                        format!(
                            "`{}` {}: {} more groups of situations have no lead",
                            duty.id,
                            days(stretch.period),
                            gaps - SHOWN
                        ),
                    )
                    .at(duty.place.clone()),
                );
            }
        }
    }
    proof
}

fn gap(register: &Register, duty: &Duty, period: Period, cell: &Cell<'_>) -> Fault {
    Fault::error("gap", format!("`{}` {}: nobody leads{}", duty.id, days(period), situation(register, cell)))
        .at(duty.place.clone())
        .help("widen a `[[lead]]`, or declare a `[[nobody]]` with its reason")
}

fn overlap(register: &Register, duty: &Duty, period: Period, cell: &Cell<'_>, clauses: (u16, u16)) -> Fault {
    let (one, other) = (&duty.lead[usize::from(clauses.0)], &duty.lead[usize::from(clauses.1)]);
    Fault::error(
        "overlap",
        format!(
            "`{}` {}: both `{}` and `{}` hold{}",
            duty.id,
            days(period),
            one.id,
            other.id,
            situation(register, cell)
        ),
    )
    .at(one.place.clone())
    .also_at(other.place.clone())
    .help("narrow one of them with `when` or `unless`")
}

/// A stretch of time in words.
fn days(period: Period) -> String {
    match (period.from, period.until.and_then(|until| until.yesterday().ok())) {
        (Some(from), Some(last)) if from == last => format!("on {from}"),
        (Some(from), Some(last)) => format!("from {from} to {last}"),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(last)) => format!("to {last}"),
        (None, None) => "at all times".to_owned(),
    }
}

/// A cell in words, for the person who writes the register: when `labour` is one of …
fn situation(register: &Register, cell: &Cell<'_>) -> String {
    let words = &register.resolved.words;
    let mut parts = Vec::new();
    for (index, values) in cell.columns.iter() {
        let attribute = words.at(index);
        if values == attribute.all() {
            continue;
        }
        let said = if attribute.kind == AttributeKind::Age {
            years(values)
        } else {
            let named = |value: usize| format!("`{}`", attribute.values[value].id);
            (0..attribute.values.len())
                .filter(|value| values >> value & 1 == 1)
                .map(named)
                .collect::<Vec<_>>()
                .join(" or ")
        };
        parts.push(format!("`{}` is {said}", attribute.id));
    }
    if parts.is_empty() { ", whatever the situation".to_owned() } else { format!(" when {}", parts.join(", ")) }
}

/// Years as ranges: `0–17 or 23–119`.
fn years(values: ValueSet) -> String {
    let mut ranges = Vec::new();
    let mut year = 0;
    while year < 128 {
        if values >> year & 1 == 1 {
            let from = year;
            while year < 128 && values >> year & 1 == 1 {
                year += 1;
            }
            ranges.push(if year - from == 1 { from.to_string() } else { format!("{from}–{}", year - 1) });
        } else {
            year += 1;
        }
    }
    ranges.join(" or ")
}
