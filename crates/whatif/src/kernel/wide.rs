//! The path of processors with AVX-512 VBMI: 64 persons an instruction.
//!
//! # Why `unsafe`
//! On the machine of `docs/reference/performance.md` this path decides about twenty-five times as fast as [`super::scalar`]
//! and reaches the bandwidth of memory; nothing that is safe on stable Rust gives the byte permutation (`vpermi2b`) or the
//! store past the caches. All `unsafe` of the workspace stands in this file.
//!
//! # Why it is sound
//! - *The processor can do it.* Each function below is called only through [`super::Path::Wide`], which
//!   [`super::Path::best`] gives only where [`is_there`] found every feature that is enabled here.
//! - *Loads* read a whole [`Line`] or [`WideLine`] through a shared reference: 64 bytes, aligned to 64, initialised.
//! - *Stores* write a whole line through a mutable reference, so nobody else looks at it; lines are plain bytes, every
//!   pattern is valid. Stores past the caches are ordered by the `sfence` at the end of each function, before the
//!   reference is given back and so before another thread can read.
//! - Which line is read or written is found by ordinary, checked indexing.
#![expect(unsafe_code, reason = "vector instructions; the measure and the proof stand above")]

use super::Undecided;
use super::answers::{NO_OUTCOME, Pick, SEVERAL, code, there};
use super::count::pairs_inside;
use super::plan::{Bound, BoundPlane};
use crate::batch::Segment;
use crate::lines::{Line, WideLine};
use std::arch::x86_64::*;
use std::ops::Range;

/// Planes that a word can have here: those of the most boxes that the register compiles.
pub(super) const MOST_PLANES: usize = register::compiled::MAX_BOXES / 8;

/// Whether this processor has all that is used here.
pub(super) fn is_there() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vbmi")
        && is_x86_feature_detected!("popcnt")
        && is_x86_feature_detected!("bmi1")
}

macro_rules! entrance {
    ($(#[$doc:meta])* $name:ident => $inside:ident, ($($arg:ident: $type:ty),* $(,)?) -> $out:ty) => {
        $(#[$doc])*
        pub(super) fn $name($($arg: $type),*) -> $out {
            debug_assert!(is_there(), "only taken where the processor can");
            // SAFETY: see "The processor can do it" above.
            unsafe { $inside($($arg),*) }
        }
    };
}

entrance!(
    /// As `Kernel::masks`.
    masks => masks_inside, (bound: &Bound<'_>, words: Range<usize>, masks: &mut [u64]) -> ());
entrance!(
    /// As `count::pairs`.
    pairs => pairs_counted,
    (segments: &[Segment], valid: &[u64], masks: [&[u64]; 2], outcomes: [usize; 2], counts: &mut [u64],
     open: &mut Vec<usize>) -> ());
entrance!(
    /// As `Kernel::outcomes`.
    outcomes => outcomes_inside, (bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided);
entrance!(
    /// As `Kernel::nibbles`.
    nibbles => nibbles_inside, (bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided);
entrance!(
    /// As `Kernel::organs`.
    organs => organs_inside,
    (bound: &Bound<'_>, picks: &[Pick<'_>], rows: usize, words: Range<usize>, out: &mut [WideLine]) -> Undecided);

#[inline]
#[target_feature(enable = "avx512f")]
fn load(line: &Line) -> __m512i {
    // SAFETY: see "Loads" above.
    unsafe { _mm512_load_si512(std::ptr::from_ref(line).cast()) }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn load_wide(line: &WideLine) -> __m512i {
    // SAFETY: see "Loads" above.
    unsafe { _mm512_load_si512(std::ptr::from_ref(line).cast()) }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn store_past(line: &mut Line, value: __m512i) {
    // SAFETY: see "Stores" above.
    unsafe { _mm512_stream_si512(std::ptr::from_mut(line).cast(), value) }
}

#[inline]
#[target_feature(enable = "avx512f")]
fn store_wide_past(line: &mut WideLine, value: __m512i) {
    // SAFETY: see "Stores" above.
    unsafe { _mm512_stream_si512(std::ptr::from_mut(line).cast(), value) }
}

/// The boxes of a plane that accept each of the 64 rows of a word.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn live(plane: &BoundPlane<'_>, word: usize) -> __m512i {
    let mut live = _mm512_set1_epi8(plane.start.cast_signed());
    for (column, masks) in &plane.narrow {
        live = _mm512_and_si512(live, _mm512_permutexvar_epi8(load(&column[word]), load(masks)));
    }
    for (column, masks) in &plane.wide {
        let found = _mm512_permutex2var_epi8(load(&masks.low), load(&column[word]), load(&masks.high));
        live = _mm512_and_si512(live, found);
    }
    live
}

/// The rows of a word that each outcome accepts, and what is undecided, one outcome after the other.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn each_outcome(bound: &Bound<'_>, word: usize, mut take: impl FnMut(usize, u64)) {
    match bound.planes.as_slice() {
        [] => {}
        [plane] => {
            let live = live(plane, word);
            for (outcome, boxes) in bound.boxes.iter().enumerate() {
                take(outcome, _mm512_test_epi8_mask(live, _mm512_set1_epi8(boxes.cast_signed())));
            }
        }
        planes => {
            let mut lives = [_mm512_setzero_si512(); MOST_PLANES];
            for (live_of, plane) in lives.iter_mut().zip(planes) {
                *live_of = live(plane, word);
            }
            for (outcome, boxes) in bound.boxes.chunks_exact(planes.len()).enumerate() {
                let mut mask = 0;
                for (live_of, boxes) in lives.iter().zip(boxes) {
                    mask |= _mm512_test_epi8_mask(*live_of, _mm512_set1_epi8(boxes.cast_signed()));
                }
                take(outcome, mask);
            }
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,popcnt,bmi1")]
fn masks_inside(bound: &Bound<'_>, words: Range<usize>, masks: &mut [u64]) {
    let outcomes = bound.outcomes();
    if outcomes == 0 {
        return;
    }
    for (word, masks) in words.zip(masks.chunks_exact_mut(outcomes)) {
        each_outcome(bound, word, |outcome, mask| masks[outcome] = mask);
    }
}

#[target_feature(enable = "popcnt,bmi1")]
fn pairs_counted(
    segments: &[Segment],
    valid: &[u64],
    masks: [&[u64]; 2],
    outcomes: [usize; 2],
    counts: &mut [u64],
    open: &mut Vec<usize>,
) {
    pairs_inside(segments, valid, masks, outcomes, counts, open);
}

/// The rows that were seen once or more, and those seen twice or more.
#[derive(Default)]
struct Seen {
    once: u64,
    twice: u64,
}

impl Seen {
    #[inline(always)]
    fn take(&mut self, mask: u64) {
        self.twice |= self.once & mask;
        self.once |= mask;
    }

    #[inline(always)]
    fn undecided(&self, rows: usize, word: usize) -> Undecided {
        let there = there(rows, word);
        Undecided {
            none: u64::from((!self.once & there).count_ones()),
            several: u64::from((self.twice & there).count_ones()),
        }
    }
}

/// The number of each row's outcome, with `several` for more than one.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn numbers(bound: &Bound<'_>, word: usize, several: u8) -> (__m512i, Seen) {
    let mut seen = Seen::default();
    let mut line = _mm512_set1_epi8(NO_OUTCOME.cast_signed());
    let one = _mm512_set1_epi8(1);
    let mut number = _mm512_setzero_si512();
    each_outcome(bound, word, |_, mask| {
        number = _mm512_add_epi8(number, one);
        line = _mm512_mask_mov_epi8(line, mask, number);
        seen.take(mask);
    });
    if seen.twice != 0 {
        line = _mm512_mask_mov_epi8(line, seen.twice, _mm512_set1_epi8(several.cast_signed()));
    }
    (line, seen)
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,popcnt,bmi1")]
fn outcomes_inside(bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided {
    let mut undecided = Undecided::default();
    for (word, out) in words.zip(out) {
        let (line, seen) = numbers(bound, word, SEVERAL);
        store_past(out, line);
        undecided += seen.undecided(rows, word);
    }
    _mm_sfence();
    undecided
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,popcnt,bmi1")]
fn nibbles_inside(bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided {
    let mut undecided = Undecided::default();
    // The second row of a pair goes into the upper half of the byte.
    let pairs = _mm512_set1_epi16(0x1001);
    for (word, out) in words.step_by(2).zip(out) {
        let (first, seen) = numbers(bound, word, 15);
        undecided += seen.undecided(rows, word);
        let (second, seen) = numbers(bound, word + 1, 15);
        undecided += seen.undecided(rows, word + 1);
        let first = _mm512_cvtepi16_epi8(_mm512_maddubs_epi16(first, pairs));
        let second = _mm512_cvtepi16_epi8(_mm512_maddubs_epi16(second, pairs));
        store_past(out, _mm512_inserti64x4::<1>(_mm512_castsi256_si512(first), second));
    }
    _mm_sfence();
    undecided
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,popcnt,bmi1")]
fn organs_inside(
    bound: &Bound<'_>,
    picks: &[Pick<'_>],
    rows: usize,
    words: Range<usize>,
    out: &mut [WideLine],
) -> Undecided {
    let mut undecided = Undecided::default();
    for (word, out) in words.zip(out.chunks_exact_mut(2)) {
        let mut seen = Seen::default();
        let mut low = _mm512_set1_epi16(code::NONE.cast_signed());
        let mut high = low;
        each_outcome(bound, word, |outcome, mask| {
            let halves = [mask as u32, (mask >> 32) as u32];
            match picks[outcome] {
                Pick::Same(organ) => {
                    let organ = _mm512_set1_epi16(organ.cast_signed());
                    low = _mm512_mask_mov_epi16(low, halves[0], organ);
                    high = _mm512_mask_mov_epi16(high, halves[1], organ);
                }
                Pick::Column(lines) => {
                    low = _mm512_mask_mov_epi16(low, halves[0], load_wide(&lines[2 * word]));
                    high = _mm512_mask_mov_epi16(high, halves[1], load_wide(&lines[2 * word + 1]));
                }
            }
            seen.take(mask);
        });
        if seen.twice != 0 {
            let several = _mm512_set1_epi16(code::SEVERAL.cast_signed());
            low = _mm512_mask_mov_epi16(low, seen.twice as u32, several);
            high = _mm512_mask_mov_epi16(high, (seen.twice >> 32) as u32, several);
        }
        let (first, second) = out.split_at_mut(1);
        store_wide_past(&mut first[0], low);
        store_wide_past(&mut second[0], high);
        undecided += seen.undecided(rows, word);
    }
    _mm_sfence();
    undecided
}
