//! The path of every processor, and the one the other is compared with.

use super::Undecided;
use super::answers::{NO_OUTCOME, Pick, SEVERAL, code, there};
use super::plan::{Bound, BoundPlane};
use crate::lines::{LANES, Line, WideLine};
use std::ops::Range;

/// As `Kernel::masks`.
pub(super) fn masks(bound: &Bound<'_>, words: Range<usize>, masks: &mut [u64]) {
    let outcomes = bound.outcomes();
    if outcomes == 0 {
        return;
    }
    for (word, masks) in words.zip(masks.chunks_exact_mut(outcomes)) {
        self::word(bound, word, masks);
    }
}

/// One word of 64 rows.
pub(super) fn word(bound: &Bound<'_>, word: usize, masks: &mut [u64]) {
    masks.fill(0);
    for (number, plane) in bound.planes.iter().enumerate() {
        let live = live(plane, word);
        for (outcome, mask) in masks.iter_mut().enumerate() {
            let boxes = bound.boxes[outcome * bound.planes.len() + number];
            for (lane, one) in live.0.iter().enumerate() {
                *mask |= u64::from(one & boxes != 0) << lane;
            }
        }
    }
}

fn live(plane: &BoundPlane<'_>, word: usize) -> Line {
    let mut live = Line([plane.start; LANES]);
    for (column, masks) in &plane.narrow {
        for (left, value) in live.0.iter_mut().zip(&column[word].0) {
            *left &= masks.0[usize::from(value % 64)];
        }
    }
    for (column, masks) in &plane.wide {
        for (left, value) in live.0.iter_mut().zip(&column[word].0) {
            let half = if value & 64 == 0 { &masks.low } else { &masks.high };
            *left &= half.0[usize::from(value % 64)];
        }
    }
    live
}

/// The outcome of each row of a word, as `Kernel::outcomes` writes it, with `several` for more than one.
fn numbers(bound: &Bound<'_>, rows: usize, word: usize, several: u8, masks: &mut [u64]) -> (Line, Undecided) {
    self::word(bound, word, masks);
    let (mut seen, mut twice) = (0_u64, 0_u64);
    let mut line = Line([NO_OUTCOME; LANES]);
    for (mask, number) in masks.iter().zip(1_u8..) {
        twice |= seen & mask;
        seen |= mask;
        for (lane, one) in line.0.iter_mut().enumerate() {
            if mask >> lane & 1 == 1 {
                *one = number;
            }
        }
    }
    for (lane, one) in line.0.iter_mut().enumerate() {
        if twice >> lane & 1 == 1 {
            *one = several;
        }
    }
    let there = there(rows, word);
    let undecided =
        Undecided { none: u64::from((!seen & there).count_ones()), several: u64::from((twice & there).count_ones()) };
    (line, undecided)
}

/// As `Kernel::outcomes`.
pub(super) fn outcomes(bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided {
    let mut masks = vec![0; bound.outcomes()];
    let mut undecided = Undecided::default();
    for (word, out) in words.zip(out) {
        let (line, here) = numbers(bound, rows, word, SEVERAL, &mut masks);
        *out = line;
        undecided += here;
    }
    undecided
}

/// As `Kernel::nibbles`.
pub(super) fn nibbles(bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided {
    let mut masks = vec![0; bound.outcomes()];
    let mut undecided = Undecided::default();
    for (word, out) in words.step_by(2).zip(out) {
        for half in 0..2 {
            let (line, here) = numbers(bound, rows, word + half, 15, &mut masks);
            undecided += here;
            for (pair, out) in line.0.chunks_exact(2).zip(&mut out.0[half * LANES / 2..]) {
                *out = pair[0] | pair[1] << 4;
            }
        }
    }
    undecided
}

/// As `Kernel::organs`.
pub(super) fn organs(
    bound: &Bound<'_>,
    picks: &[Pick<'_>],
    rows: usize,
    words: Range<usize>,
    out: &mut [WideLine],
) -> Undecided {
    let mut masks = vec![0; bound.outcomes()];
    let mut undecided = Undecided::default();
    for (word, out) in words.zip(out.chunks_exact_mut(2)) {
        let (line, here) = numbers(bound, rows, word, SEVERAL, &mut masks);
        undecided += here;
        for (lane, number) in line.0.iter().enumerate() {
            let (half, at) = (lane / (LANES / 2), lane % (LANES / 2));
            out[half].0[at] = match *number {
                NO_OUTCOME => code::NONE,
                SEVERAL => code::SEVERAL,
                number => match picks[usize::from(number) - 1] {
                    Pick::Same(organ) => organ,
                    Pick::Column(lines) => lines[2 * word + half].0[at],
                },
            };
        }
    }
    undecided
}
