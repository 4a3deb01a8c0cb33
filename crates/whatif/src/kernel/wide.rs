//! The path of processors with AVX-512 VBMI: 64 persons an instruction.
//!
//! # Why `unsafe`
//! `docs/reference/performance.md` holds both paths against each other, measured in the same run. Nothing that is safe on
//! stable Rust gives the byte permutation (`vpermi2b`) or the store past the caches. All `unsafe` of the crate stands here.
//!
//! # Why it is sound
//! - *The processor can do it.* Each function below is called only through [`super::Path::Wide`], which
//!   [`super::Path::best`] gives only where [`is_there`] found every feature that is enabled here.
//! - *Loads* read a whole [`Line`] or [`WideLine`] through a shared reference: 64 bytes, aligned to 64, initialised.
//! - *Stores* write a whole line through a mutable reference, so nobody else looks at it; lines are plain bytes, every
//!   pattern is valid. Stores past the caches are ordered by [`fence`], which `answers::in_blocks` calls when a part is
//!   done, before its reference is given back and so before another thread can read.
//! - Which line is read or written is found by ordinary, checked indexing.
#![expect(unsafe_code, reason = "vector instructions; the measure and the proof stand above")]

use super::answers::{NO_OUTCOME, Pick, SEVERAL, code, there};
use super::count::pairs_inside;
use super::plan::{Bound, BoundPlane};
use super::{Undecided, scalar};
use crate::batch::Segment;
use crate::lines::{Line, WideLine};
use std::arch::x86_64::*;
use std::ops::Range;

/// Words whose boxes are kept beside each other where a plane has too many columns for the registers.
const TOGETHER: usize = 32;

/// Lets all lines be seen that were stored past the caches.
pub(super) fn fence() {
    // SAFETY: every processor of this kind has it.
    unsafe { _mm_sfence() };
}

/// Whether this processor has all that is used here.
pub(super) fn is_there() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vbmi")
        && is_x86_feature_detected!("avx512bitalg")
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

/// The boxes of a plane that accept each row of some words: one column after the other, so that its masks stay in
/// registers.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn lives(plane: &BoundPlane<'_>, words: &Range<usize>, lives: &mut [__m512i]) {
    lives.fill(_mm512_set1_epi8(plane.start.cast_signed()));
    for (column, masks) in &plane.narrow {
        let masks = load(masks);
        for (live, line) in lives.iter_mut().zip(&column[words.clone()]) {
            *live = _mm512_and_si512(*live, _mm512_permutexvar_epi8(load(line), masks));
        }
    }
    for (column, masks) in &plane.wide {
        let (low, high) = (load(&masks.low), load(&masks.high));
        for (live, line) in lives.iter_mut().zip(&column[words.clone()]) {
            *live = _mm512_and_si512(*live, _mm512_permutex2var_epi8(low, load(line), high));
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,popcnt,bmi1")]
fn masks_inside(bound: &Bound<'_>, words: Range<usize>, masks: &mut [u64]) {
    let outcomes = bound.outcomes();
    if outcomes == 0 {
        return;
    }
    let mut live = [_mm512_setzero_si512(); TOGETHER];
    for (from, masks) in words.clone().step_by(TOGETHER).zip(masks.chunks_mut(TOGETHER * outcomes)) {
        let block = from..(from + TOGETHER).min(words.end);
        let live = &mut live[..block.len()];
        for (number, plane) in bound.planes.iter().enumerate() {
            lives(plane, &block, live);
            for outcome in 0..outcomes {
                let boxes = bound.boxes[outcome * bound.planes.len() + number];
                if boxes == 0 {
                    continue;
                }
                let boxes = _mm512_set1_epi8(boxes.cast_signed());
                for (live, masks) in live.iter().zip(masks.chunks_exact_mut(outcomes)) {
                    masks[outcome] |= _mm512_test_epi8_mask(*live, boxes);
                }
            }
        }
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

/// A duty of one plane, whose boxes name their outcomes by a look-up.
struct Single<'a> {
    plane: &'a BoundPlane<'a>,
    /// Per box the number of its outcome plus one; behind the last box, nothing.
    numbers: [u8; 64],
}

impl<'a> Single<'a> {
    fn of(bound: &'a Bound<'a>) -> Option<Self> {
        let [plane] = bound.planes.as_slice() else { return None };
        let mut numbers = [NO_OUTCOME; 64];
        for (boxes, number) in bound.boxes.iter().zip(1_u8..) {
            for (bit, slot) in numbers[..8].iter_mut().enumerate() {
                if boxes >> bit & 1 == 1 {
                    *slot = number;
                }
            }
        }
        Some(Self { plane, numbers })
    }
}

/// Duties of more than one plane: first the mask of each outcome, then the number of each row's outcome, then `each` word
/// with its number, that line, its masks and its lines of `out`: `per_word` of them, or one for two words where that is 0.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,popcnt,bmi1")]
fn by_masks<L>(
    bound: &Bound<'_>,
    rows: usize,
    words: Range<usize>,
    per_word: usize,
    several: u8,
    out: &mut [L],
    mut each: impl FnMut(usize, __m512i, &[u64], &mut [L]),
) -> Undecided {
    let outcomes = bound.outcomes();
    let mut undecided = Undecided::default();
    let mut masks = vec![0; words.len() * outcomes];
    masks_inside(bound, words.clone(), &mut masks);
    for (at, word) in words.enumerate() {
        let masks = &masks[at * outcomes..(at + 1) * outcomes];
        let (mut once, mut twice) = (0, 0);
        let mut line = _mm512_set1_epi8(NO_OUTCOME.cast_signed());
        for (mask, number) in masks.iter().zip(1_u8..) {
            twice |= once & mask;
            once |= mask;
            line = _mm512_mask_mov_epi8(line, *mask, _mm512_set1_epi8(number.cast_signed()));
        }
        line = _mm512_mask_mov_epi8(line, twice, _mm512_set1_epi8(several.cast_signed()));
        let there = there(rows, word);
        undecided.none += u64::from((!once & there).count_ones());
        undecided.several += u64::from((twice & there).count_ones());
        let from = if per_word == 0 { at / 2 } else { at * per_word };
        each(word, line, masks, &mut out[from..from + per_word.max(1)]);
    }
    undecided
}

/// The place of the one box that is left in each row; none when some row has no box left, or more than one.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512bitalg")]
fn place_of_box(live: __m512i) -> Option<__m512i> {
    let one = _mm512_set1_epi8(1);
    let exact = _mm512_cmpeq_epi8_mask(_mm512_popcnt_epi8(live), one);
    // One less than a power of two has as many ones as the power's place.
    (exact == u64::MAX).then(|| _mm512_popcnt_epi8(_mm512_sub_epi8(live, one)))
}

/// As [`lives`] for one word after the other, with the masks of `N` narrow and `M` wide columns in registers.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,avx512bitalg,popcnt,bmi1")]
fn in_registers<const N: usize, const M: usize>(
    plane: &BoundPlane<'_>,
    words: Range<usize>,
    mut each: impl FnMut(usize, __m512i),
) {
    let start = _mm512_set1_epi8(plane.start.cast_signed());
    let narrow: [(&[Line], __m512i); N] = std::array::from_fn(|at| {
        let (column, masks) = &plane.narrow[at];
        (&column[words.clone()], load(masks))
    });
    let wide: [(&[Line], __m512i, __m512i); M] = std::array::from_fn(|at| {
        let (column, masks) = &plane.wide[at];
        (&column[words.clone()], load(&masks.low), load(&masks.high))
    });
    for at in 0..words.len() {
        let mut live = start;
        for (column, masks) in &narrow {
            live = _mm512_and_si512(live, _mm512_permutexvar_epi8(load(&column[at]), *masks));
        }
        for (column, low, high) in &wide {
            live = _mm512_and_si512(live, _mm512_permutex2var_epi8(*low, load(&column[at]), *high));
        }
        each(at, live);
    }
}

/// Calls `each` with every word's place among `words` and its boxes.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,avx512bitalg,popcnt,bmi1")]
fn each_live(plane: &BoundPlane<'_>, words: Range<usize>, mut each: impl FnMut(usize, __m512i)) {
    match (plane.narrow.len(), plane.wide.len()) {
        (0, 0) => in_registers::<0, 0>(plane, words, each),
        (0, 1) => in_registers::<0, 1>(plane, words, each),
        (0, 2) => in_registers::<0, 2>(plane, words, each),
        (1, 0) => in_registers::<1, 0>(plane, words, each),
        (1, 1) => in_registers::<1, 1>(plane, words, each),
        (1, 2) => in_registers::<1, 2>(plane, words, each),
        (2, 0) => in_registers::<2, 0>(plane, words, each),
        (2, 1) => in_registers::<2, 1>(plane, words, each),
        (2, 2) => in_registers::<2, 2>(plane, words, each),
        (3, 0) => in_registers::<3, 0>(plane, words, each),
        (3, 1) => in_registers::<3, 1>(plane, words, each),
        (4, 0) => in_registers::<4, 0>(plane, words, each),
        (4, 1) => in_registers::<4, 1>(plane, words, each),
        (5, 0) => in_registers::<5, 0>(plane, words, each),
        _ => {
            let mut live = [_mm512_setzero_si512(); TOGETHER];
            for from in words.clone().step_by(TOGETHER) {
                let block = from..(from + TOGETHER).min(words.end);
                let live = &mut live[..block.len()];
                lives(plane, &block, live);
                for (at, live) in live.iter().enumerate() {
                    each(from - words.start + at, *live);
                }
            }
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,avx512bitalg,popcnt,bmi1")]
fn outcomes_inside(bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided {
    let Some(single) = Single::of(bound) else {
        return by_masks(bound, rows, words, 1, SEVERAL, out, |_, line, _, out| store_past(&mut out[0], line));
    };
    let mut undecided = Undecided::default();
    let numbers = load(&Line(single.numbers));
    each_live(single.plane, words.clone(), |at, live| match place_of_box(live) {
        Some(place) => store_past(&mut out[at], _mm512_permutexvar_epi8(place, numbers)),
        None => {
            let word = words.start + at;
            undecided += scalar::outcomes(bound, rows, word..word + 1, &mut out[at..=at]);
        }
    });
    undecided
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,avx512bitalg,popcnt,bmi1")]
fn nibbles_inside(bound: &Bound<'_>, rows: usize, words: Range<usize>, out: &mut [Line]) -> Undecided {
    let Some(single) = Single::of(bound) else {
        let mut first = _mm512_setzero_si512();
        let two_lines = |word: usize, line, _: &[u64], out: &mut [Line]| {
            let half = _mm512_cvtepi16_epi8(_mm512_maddubs_epi16(line, _mm512_set1_epi16(0x1001)));
            if word.is_multiple_of(2) {
                first = _mm512_castsi256_si512(half);
            } else {
                store_past(&mut out[0], _mm512_inserti64x4::<1>(first, half));
            }
        };
        return by_masks(bound, rows, words, 0, 15, out, two_lines);
    };
    let mut undecided = Undecided::default();
    let numbers = load(&Line(single.numbers));
    // The second row of a pair goes into the upper half of the byte.
    let pairs = _mm512_set1_epi16(0x1001);
    let mut first = None;
    each_live(single.plane, words.clone(), |at, live| {
        let half = place_of_box(live)
            .map(|place| _mm512_cvtepi16_epi8(_mm512_maddubs_epi16(_mm512_permutexvar_epi8(place, numbers), pairs)));
        if at.is_multiple_of(2) {
            first = half;
            return;
        }
        match (first, half) {
            (Some(first), Some(second)) => {
                store_past(&mut out[at / 2], _mm512_inserti64x4::<1>(_mm512_castsi256_si512(first), second));
            }
            _ => {
                let word = words.start + at - 1;
                undecided += scalar::nibbles(bound, rows, word..word + 2, &mut out[at / 2..=at / 2]);
            }
        }
    });
    undecided
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,avx512bitalg,popcnt,bmi1")]
fn organs_inside(
    bound: &Bound<'_>,
    picks: &[Pick<'_>],
    rows: usize,
    words: Range<usize>,
    out: &mut [WideLine],
) -> Undecided {
    let Some(single) = Single::of(bound) else {
        return by_masks(bound, rows, words, 2, SEVERAL, out, |word, line, masks, out| {
            let none = _mm512_set1_epi16(code::NONE.cast_signed());
            let (mut low, mut high) = (none, none);
            for (mask, pick) in masks.iter().zip(picks) {
                let [first, second] = match pick {
                    Pick::Same(organ) => [_mm512_set1_epi16(organ.cast_signed()); 2],
                    Pick::Column(lines) => [load_wide(&lines[2 * word]), load_wide(&lines[2 * word + 1])],
                };
                low = _mm512_mask_mov_epi16(low, *mask as u32, first);
                high = _mm512_mask_mov_epi16(high, (*mask >> 32) as u32, second);
            }
            let several = _mm512_set1_epi16(code::SEVERAL.cast_signed());
            let twice = _mm512_cmpeq_epi8_mask(line, _mm512_set1_epi8(SEVERAL.cast_signed()));
            store_wide_past(&mut out[0], _mm512_mask_mov_epi16(low, twice as u32, several));
            store_wide_past(&mut out[1], _mm512_mask_mov_epi16(high, (twice >> 32) as u32, several));
        });
    };
    let mut undecided = Undecided::default();
    // Outcomes that are one organ everywhere come from a look-up by box, the others are laid over them.
    let mut same = WideLine([code::NONE; 32]);
    let mut columns: Vec<(__m512i, &[WideLine])> = Vec::with_capacity(picks.len());
    for (pick, (boxes, number)) in picks.iter().zip(bound.boxes.iter().zip(1_u8..)) {
        match pick {
            Pick::Column(lines) => columns.push((_mm512_set1_epi8(boxes.cast_signed()), lines)),
            Pick::Same(organ) => {
                for (slot, of) in same.0.iter_mut().zip(single.numbers) {
                    if of == number {
                        *slot = *organ;
                    }
                }
            }
        }
    }
    let same = load_wide(&same);
    each_live(single.plane, words.clone(), |at, live| {
        let word = words.start + at;
        let Some(place) = place_of_box(live) else {
            undecided += scalar::organs(bound, picks, rows, word..word + 1, &mut out[2 * at..2 * at + 2]);
            return;
        };
        let (low, high) = (_mm512_castsi512_si256(place), _mm512_extracti64x4_epi64::<1>(place));
        let mut low = _mm512_permutexvar_epi16(_mm512_cvtepu8_epi16(low), same);
        let mut high = _mm512_permutexvar_epi16(_mm512_cvtepu8_epi16(high), same);
        for (boxes, lines) in &columns {
            let mask = _mm512_test_epi8_mask(live, *boxes);
            let lines = &lines[2 * word..2 * word + 2];
            low = _mm512_mask_mov_epi16(low, mask as u32, load_wide(&lines[0]));
            high = _mm512_mask_mov_epi16(high, (mask >> 32) as u32, load_wide(&lines[1]));
        }
        let (first, second) = out[2 * at..2 * at + 2].split_at_mut(1);
        store_wide_past(&mut first[0], low);
        store_wide_past(&mut second[0], high);
    });
    undecided
}
