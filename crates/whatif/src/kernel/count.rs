//! Counting rows that two outcomes share: bits of an AND.

use super::Path;
#[cfg(target_arch = "x86_64")]
use super::wide;
use crate::batch::Segment;

/// Counts, for each segment, the rows of each pair of outcomes into `counts[place][before][after]`. Rows with no outcome
/// or several on either side are put into `open` instead; rows that are not `valid` are left out.
pub(crate) fn pairs(
    path: Path,
    segments: &[Segment],
    valid: &[u64],
    masks: [&[u64]; 2],
    outcomes: [usize; 2],
    counts: &mut [u64],
    open: &mut Vec<usize>,
) {
    match path {
        #[cfg(target_arch = "x86_64")]
        Path::Wide => wide::pairs(segments, valid, masks, outcomes, counts, open),
        _ => pairs_inside(segments, valid, masks, outcomes, counts, open),
    }
}

/// The same text for both paths; within the wide one a count of bits is one instruction.
#[inline(always)]
pub(super) fn pairs_inside(
    segments: &[Segment],
    valid: &[u64],
    masks: [&[u64]; 2],
    outcomes: [usize; 2],
    counts: &mut [u64],
    open: &mut Vec<usize>,
) {
    let size = outcomes[0] * outcomes[1];
    let of = |side: usize, word: usize| &masks[side][word * outcomes[side]..(word + 1) * outcomes[side]];
    for segment in segments {
        let (ones, twos) = (of(0, segment.word), of(1, segment.word));
        let rows = segment.mask & valid[segment.word];
        let settled = rows & exactly_one(ones) & exactly_one(twos);
        let mut left = rows & !settled;
        while left != 0 {
            open.push(segment.word * 64 + left.trailing_zeros() as usize);
            left &= left - 1;
        }
        let counts = &mut counts[segment.place * size..(segment.place + 1) * size];
        for (one, counts) in ones.iter().zip(counts.chunks_exact_mut(outcomes[1].max(1))) {
            let rows = one & settled;
            if rows == 0 {
                continue;
            }
            for (two, count) in twos.iter().zip(counts) {
                *count += u64::from((rows & two).count_ones());
            }
        }
    }
}

#[inline(always)]
fn exactly_one(masks: &[u64]) -> u64 {
    let (mut once, mut twice) = (0, 0);
    for mask in masks {
        twice |= once & mask;
        once |= mask;
    }
    once & !twice
}
