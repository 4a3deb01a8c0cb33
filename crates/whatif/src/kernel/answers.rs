//! Answers written out: one for each person and duty, duties one behind the other.

use super::plan::Bound;
#[cfg(target_arch = "x86_64")]
use super::wide;
use super::{Kernel, Outcome, Path, Undecided, scalar};
use crate::lines::{Columns, LANES, Line, WideLine, lines_of};
use register::Register;
use register::compiled::{Finder, NO_ORGAN};
use std::ops::Range;
use std::thread;

/// Two-byte answers that are no organ.
pub mod code {
    /// The municipality has no such organ.
    pub const NO_ORGAN: u16 = register::compiled::NO_ORGAN;
    /// Nobody leads, and the register says so.
    pub const NOBODY: u16 = NO_ORGAN - 1;
    /// More than one outcome is left.
    pub const SEVERAL: u16 = NO_ORGAN - 2;
    /// No outcome is left: a gap.
    pub const NONE: u16 = NO_ORGAN - 3;
}

/// One-byte answer: no outcome is left.
pub const NO_OUTCOME: u8 = 0;
/// One-byte answer: more than one outcome is left.
pub const SEVERAL: u8 = u8::MAX;

/// Words that one turn of a thread goes over: the columns of so many rows stay in the second cache for all duties, and each
/// turn writes whole pages of memory. Of 32 to 512, measured, the most is the fastest.
const BLOCK: usize = 512;

/// A duty has more outcomes than half a byte tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a duty with {outcomes} outcomes does not fit half a byte")]
pub struct TooManyOutcomes {
    /// Its number of outcomes.
    pub outcomes: usize,
}

/// Two bytes for each person and duty: organs.
#[derive(Debug, Clone)]
pub struct OrganAnswers {
    duties: Vec<Vec<WideLine>>,
}

/// One byte for each person and duty: outcomes.
#[derive(Debug, Clone)]
pub struct ByteAnswers {
    duties: Vec<Vec<Line>>,
}

/// Half a byte for each person and duty: outcomes.
#[derive(Debug, Clone)]
pub struct HalfByteAnswers {
    duties: Vec<Vec<Line>>,
}

impl OrganAnswers {
    /// Room for the answers of `duties` duties about `rows` persons.
    pub fn new(duties: usize, rows: usize) -> Self {
        Self { duties: vec![vec![WideLine([0; LANES / 2]); lines_of(rows) * 2]; duties] }
    }

    /// The answer for a duty (by its place in the kernel) and a row.
    pub fn get(&self, duty: usize, row: usize) -> u16 {
        self.duties[duty][row / (LANES / 2)].0[row % (LANES / 2)]
    }

    /// The lines of a duty; those behind the last row mean nothing.
    pub fn lines(&self, duty: usize) -> &[WideLine] {
        &self.duties[duty]
    }
}

impl ByteAnswers {
    /// Room for the answers of `duties` duties about `rows` persons.
    pub fn new(duties: usize, rows: usize) -> Self {
        Self { duties: vec![vec![Line([0; LANES]); lines_of(rows)]; duties] }
    }

    /// The answer for a duty (by its place in the kernel) and a row.
    pub fn get(&self, duty: usize, row: usize) -> u8 {
        self.duties[duty][row / LANES].0[row % LANES]
    }
}

impl HalfByteAnswers {
    /// Room for the answers of `duties` duties about `rows` persons.
    pub fn new(duties: usize, rows: usize) -> Self {
        Self { duties: vec![vec![Line([0; LANES]); lines_of(rows) / 2]; duties] }
    }

    /// The answer for a duty (by its place in the kernel) and a row: 0 to 15.
    pub fn get(&self, duty: usize, row: usize) -> u8 {
        let pair = self.duties[duty][row / (2 * LANES)].0[row / 2 % LANES];
        if row.is_multiple_of(2) { pair & 15 } else { pair >> 4 }
    }
}

/// Where the organ of an outcome comes from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pick<'a> {
    /// The same for all.
    Same(u16),
    /// That of the row's municipality.
    Column(&'a [WideLine]),
}

/// Per way of finding an organ, the organ of each row's municipality.
#[derive(Debug, Clone)]
pub struct OrganColumns {
    finders: Vec<Organs>,
    rows: usize,
}

/// The organs that one way of finding gives.
#[derive(Debug, Clone)]
enum Organs {
    /// The same everywhere; also where nothing asks.
    Same(u16),
    /// One a row.
    Column(Vec<WideLine>),
}

impl OrganColumns {
    pub(super) fn new(kernel: &Kernel, register: &Register, municipalities: &[Option<u16>]) -> Self {
        let count = u16::try_from(register.resolved.territory.municipalities.len()).unwrap_or(u16::MAX);
        let used = |wanted: usize| {
            let mut outcomes = kernel.duties.iter().flat_map(|duty| &duty.outcomes);
            outcomes.any(|one| matches!(one, Outcome::Lead { finder, .. } if usize::from(*finder) == wanted))
        };
        let finders = register.compiled.finders.iter().enumerate().map(|(number, finder)| match finder {
            Finder::Fixed(organ) => Organs::Same(*organ),
            Finder::Listed { .. } if !used(number) => Organs::Same(NO_ORGAN),
            Finder::Listed { .. } => {
                let list: Vec<u16> =
                    (0..count).map(|place| finder.organ(Some(place), kernel.on).unwrap_or(NO_ORGAN)).collect();
                let mut lines = vec![WideLine([NO_ORGAN; LANES / 2]); lines_of(municipalities.len()) * 2];
                for (line, part) in lines.iter_mut().zip(municipalities.chunks(LANES / 2)) {
                    for (one, place) in line.0.iter_mut().zip(part) {
                        *one = place.and_then(|place| list.get(usize::from(place)).copied()).unwrap_or(NO_ORGAN);
                    }
                }
                Organs::Column(lines)
            }
        });
        Self { finders: finders.collect(), rows: municipalities.len() }
    }

    /// How many columns there are: an organ that is the same everywhere needs none.
    pub fn columns(&self) -> usize {
        self.finders.iter().filter(|one| matches!(one, Organs::Column(_))).count()
    }

    fn picks(&self, outcomes: &[Outcome]) -> Vec<Pick<'_>> {
        let pick = |outcome: &Outcome| match outcome {
            Outcome::Nobody => Pick::Same(code::NOBODY),
            Outcome::Lead { finder, .. } => match &self.finders[usize::from(*finder)] {
                Organs::Same(organ) => Pick::Same(*organ),
                Organs::Column(lines) => Pick::Column(lines),
            },
        };
        outcomes.iter().map(pick).collect()
    }
}

/// The rows of a word that are there.
pub(super) fn there(rows: usize, word: usize) -> u64 {
    match rows.saturating_sub(word * LANES) {
        0 => 0,
        left if left >= LANES => u64::MAX,
        left => (1 << left) - 1,
    }
}

/// Shares words out over threads. `lines` says how many lines of output a pair of words fills; `work` goes over the
/// words of one part for all duties.
fn shared<L: Send>(
    duties: &mut [Vec<L>],
    words: usize,
    lines: usize,
    threads: usize,
    work: &(impl Fn(Range<usize>, &mut [&mut [L]]) -> Undecided + Sync),
) -> Undecided {
    let pairs = words / 2;
    let share = pairs.div_ceil(threads.max(1)).max(1);
    let mut parts: Vec<(Range<usize>, Vec<&mut [L]>)> = Vec::new();
    for first in (0..pairs).step_by(share) {
        parts.push((2 * first..2 * (first + share).min(pairs), Vec::with_capacity(duties.len())));
    }
    for duty in duties {
        for ((_, outs), chunk) in parts.iter_mut().zip(duty.chunks_mut(share * lines)) {
            outs.push(chunk);
        }
    }
    let run = |(words, mut outs): (Range<usize>, Vec<&mut [L]>)| work(words, &mut outs);
    let mut undecided = Undecided::default();
    thread::scope(|scope| {
        let last = parts.pop();
        let others: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || run(part))).collect();
        if let Some(last) = last {
            undecided += run(last);
        }
        for other in others {
            match other.join() {
                Ok(part) => undecided += part,
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    undecided
}

/// Goes over the words of a part in blocks, all duties for each block.
fn in_blocks<L>(
    words: Range<usize>,
    outs: &mut [&mut [L]],
    lines: usize,
    mut one: impl FnMut(usize, Range<usize>, &mut [L]) -> Undecided,
) -> Undecided {
    let mut undecided = Undecided::default();
    for from in words.clone().step_by(BLOCK) {
        let block = from..(from + BLOCK).min(words.end);
        let at = (block.start - words.start) / 2 * lines..(block.end - words.start) / 2 * lines;
        for (duty, out) in outs.iter_mut().enumerate() {
            undecided += one(duty, block.clone(), &mut out[at.clone()]);
        }
    }
    #[cfg(target_arch = "x86_64")]
    wide::fence();
    undecided
}

/// As [`Kernel::organs`].
pub(super) fn organs(
    kernel: &Kernel,
    columns: &Columns<'_>,
    places: &OrganColumns,
    threads: usize,
    out: &mut OrganAnswers,
) -> Undecided {
    debug_assert_eq!(columns.rows(), places.rows, "the same population");
    let bounds: Vec<Bound<'_>> = kernel.duties.iter().map(|duty| Bound::new(duty, columns)).collect();
    let picks: Vec<Vec<Pick<'_>>> = kernel.duties.iter().map(|duty| places.picks(&duty.outcomes)).collect();
    let rows = columns.rows();
    shared(&mut out.duties, lines_of(rows), 4, threads, &|words, outs: &mut [&mut [WideLine]]| {
        in_blocks(words, outs, 4, |duty, block, out| match kernel.path {
            #[cfg(target_arch = "x86_64")]
            Path::Wide => wide::organs(&bounds[duty], &picks[duty], rows, block, out),
            _ => scalar::organs(&bounds[duty], &picks[duty], rows, block, out),
        })
    })
}

/// As [`Kernel::outcomes`].
pub(super) fn outcomes(kernel: &Kernel, columns: &Columns<'_>, threads: usize, out: &mut ByteAnswers) -> Undecided {
    let bounds: Vec<Bound<'_>> = kernel.duties.iter().map(|duty| Bound::new(duty, columns)).collect();
    let rows = columns.rows();
    shared(&mut out.duties, lines_of(rows), 2, threads, &|words, outs: &mut [&mut [Line]]| {
        in_blocks(words, outs, 2, |duty, block, out| match kernel.path {
            #[cfg(target_arch = "x86_64")]
            Path::Wide => wide::outcomes(&bounds[duty], rows, block, out),
            _ => scalar::outcomes(&bounds[duty], rows, block, out),
        })
    })
}

/// As [`Kernel::nibbles`].
pub(super) fn nibbles(
    kernel: &Kernel,
    columns: &Columns<'_>,
    threads: usize,
    out: &mut HalfByteAnswers,
) -> Result<Undecided, TooManyOutcomes> {
    if let Some(duty) = kernel.duties.iter().find(|duty| duty.outcomes.len() > 14) {
        return Err(TooManyOutcomes { outcomes: duty.outcomes.len() });
    }
    let bounds: Vec<Bound<'_>> = kernel.duties.iter().map(|duty| Bound::new(duty, columns)).collect();
    let rows = columns.rows();
    Ok(shared(&mut out.duties, lines_of(rows), 1, threads, &|words, outs: &mut [&mut [Line]]| {
        in_blocks(words, outs, 1, |duty, block, out| match kernel.path {
            #[cfg(target_arch = "x86_64")]
            Path::Wide => wide::nibbles(&bounds[duty], rows, block, out),
            _ => scalar::nibbles(&bounds[duty], rows, block, out),
        })
    }))
}
