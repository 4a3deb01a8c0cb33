//! Deciding for sixty-four persons at once.
//!
//! A duty of the compiled register is masks per attribute value (`register::compiled`). Here the masks are cut into planes
//! of eight boxes, one byte a value, so that one look-up instruction gives the masks of 64 persons, and one AND joins
//! attributes. What is left of a plane says which boxes accept each person; the boxes of one outcome together are one
//! 64-bit word. Where more than one outcome is left, something that matters is not known (or the register has an
//! overlap): such rows are for the one who asks to settle.
//!
//! Two paths give the same words: [`wide`] for processors with AVX-512 VBMI, [`scalar`] for all others.

mod answers;
pub(crate) mod count;
mod plan;
mod scalar;
#[cfg(target_arch = "x86_64")]
mod wide;

pub use answers::{
    ByteAnswers, HalfByteAnswers, NO_OUTCOME, OrganAnswers, OrganColumns, SEVERAL, TooManyOutcomes, code,
};
pub use plan::{DutyPlan, Outcome, TooManyValues};

use crate::lines::Columns;
use calendar::Date;
use plan::Bound;
use register::Register;
use register::compiled::{NO_ORGAN, Stretch};
use register::resolved::{DutyIndex, OrganIndex};
use std::ops::Range;

/// Which path computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path {
    /// Any processor.
    Scalar,
    /// AVX-512 with VBMI.
    Wide,
}

impl Path {
    /// The best path of this machine.
    pub fn best() -> Self {
        #[cfg(target_arch = "x86_64")]
        if wide::is_there() {
            return Self::Wide;
        }
        Self::Scalar
    }
}

/// Duties of one day, ready to decide for a whole population.
#[derive(Debug, Clone)]
pub struct Kernel {
    /// The day.
    pub on: Date,
    /// The duties with their outcomes.
    pub duties: Vec<DutyPlan>,
    path: Path,
}

impl Kernel {
    /// The duties `wanted` as they stand on `on`. Before the register begins no duty has an outcome.
    ///
    /// # Errors
    /// [`TooManyValues`] for an attribute that does not fit a byte beside "not known".
    pub fn new(register: &Register, on: Date, wanted: &[DutyIndex]) -> Result<Self, TooManyValues> {
        plan::fits(&register.resolved.words)?;
        let duties = wanted
            .iter()
            .map(|duty| {
                let stretch = register.compiled.duties[usize::from(*duty)].on(on);
                DutyPlan::new(*duty, stretch.map(|stretch: &Stretch| &stretch.lead), register)
            })
            .collect();
        Ok(Self { on, duties, path: Path::best() })
    }

    /// The same on another path: for comparing them.
    #[must_use]
    pub fn by(mut self, path: Path) -> Self {
        self.path = if path == Path::Wide { Path::best() } else { path };
        self
    }

    /// The path taken.
    pub fn path(&self) -> Path {
        self.path
    }

    /// Combinations that cannot be, as if they were a duty: its outcomes hold where the facts contradict each other.
    pub(crate) fn contradictions(register: &Register, on: Date) -> Self {
        Self { on, duties: vec![DutyPlan::contradictions(&register.resolved.words)], path: Path::best() }
    }

    /// For each word of 64 rows in `words`, one mask an outcome, outcomes of a word side by side, into `masks`.
    pub(crate) fn masks(&self, duty: usize, columns: &Columns<'_>, words: Range<usize>, masks: &mut Vec<u64>) {
        let bound = Bound::new(&self.duties[duty], columns);
        masks.clear();
        masks.resize(words.len() * bound.outcomes(), 0);
        match self.path {
            #[cfg(target_arch = "x86_64")]
            Path::Wide => wide::masks(&bound, words, masks),
            _ => scalar::masks(&bound, words, masks),
        }
    }

    /// One organ a person and duty, two bytes each: an [`OrganIndex`] or one of the [`code`]s.
    ///
    /// `places` are the organs of the municipalities, from [`Kernel::organ_columns`]. The rows are shared out over
    /// `threads`. Comes back with what was undecided.
    pub fn organs(
        &self,
        columns: &Columns<'_>,
        places: &OrganColumns,
        threads: usize,
        out: &mut OrganAnswers,
    ) -> Undecided {
        answers::organs(self, columns, places, threads, out)
    }

    /// One outcome a person and duty, one byte each: [`NO_OUTCOME`], the number of the outcome plus one, or [`SEVERAL`].
    pub fn outcomes(&self, columns: &Columns<'_>, threads: usize, out: &mut ByteAnswers) -> Undecided {
        answers::outcomes(self, columns, threads, out)
    }

    /// As [`Kernel::outcomes`], half a byte each; 15 stands for several.
    ///
    /// # Errors
    /// [`TooManyOutcomes`] when a duty has more than fourteen.
    pub fn nibbles(
        &self,
        columns: &Columns<'_>,
        threads: usize,
        out: &mut HalfByteAnswers,
    ) -> Result<Undecided, TooManyOutcomes> {
        answers::nibbles(self, columns, threads, out)
    }

    /// Per way of finding an organ that these duties use, the organ of each row's municipality.
    pub fn organ_columns(&self, register: &Register, municipalities: &[Option<u16>]) -> OrganColumns {
        OrganColumns::new(self, register, municipalities)
    }

    /// The organ of an outcome in a municipality.
    pub fn organ(&self, register: &Register, outcome: Outcome, municipality: Option<u16>) -> Option<OrganIndex> {
        match outcome {
            Outcome::Nobody => None,
            Outcome::Lead { finder, .. } => register.compiled.finders[usize::from(finder)]
                .organ(municipality, self.on)
                .filter(|organ| *organ != NO_ORGAN),
        }
    }
}

/// Answers that are no single outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undecided {
    /// No outcome is left: a gap in the register.
    pub none: u64,
    /// More than one is left: something that matters is not known, or the register has an overlap.
    pub several: u64,
}

impl std::ops::AddAssign for Undecided {
    fn add_assign(&mut self, other: Self) {
        self.none += other.none;
        self.several += other.several;
    }
}
