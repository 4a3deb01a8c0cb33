//! What can be wrong with a journal.

use std::fmt;

use uuid::Uuid;

/// One thing that is not as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The journal's identity is missing, or there are several.
    NoBeginning,
    /// A row's content is not what it was when it was written. With its position, where it has one.
    Changed {
        /// Its number in the table.
        seq: i64,
        /// Its position.
        position: Option<i64>,
    },
    /// Positions that a seal covers and where no row stands.
    Removed {
        /// The first of them.
        first: i64,
        /// The last.
        last: i64,
    },
    /// A row with a position that another row has too, or that no seal covers.
    Added {
        /// Its number in the table.
        seq: i64,
        /// Its position.
        position: i64,
    },
    /// A row does not stand where it stood when it was sealed.
    Moved {
        /// Its number in the table.
        seq: i64,
        /// Where it stands now.
        position: i64,
        /// Where it was sealed.
        was: i64,
    },
    /// Each row for itself is whole, and together they are not what was sealed, nor in any order that was tried: rows were
    /// written anew with their digests, or the seal itself was changed.
    SealBroken {
        /// The seal.
        number: i64,
        /// Its first position.
        first: i64,
        /// Its last.
        last: i64,
    },
    /// A seal does not go on where the one before ended, or does not name its head.
    ChainBroken {
        /// The seal.
        number: i64,
    },
    /// A line of a unit is missing though a later one is there, and none of it is sealed yet.
    UnsealedMissing {
        /// The unit.
        unit: Uuid,
    },
    /// A head that was kept elsewhere is not the head of that seal here.
    HeadDiffers {
        /// The seal.
        number: i64,
    },
    /// A head was kept elsewhere, and its seal is not here any more: the end was cut off.
    HeadGone {
        /// The seal.
        number: i64,
    },
    /// A head that was kept elsewhere is of another journal.
    OtherJournal {
        /// The journal of the head.
        journal: Uuid,
    },
}

impl Finding {
    /// The position that it is about, by which findings about a broken seal are told in order.
    pub(crate) const fn place(&self) -> i64 {
        match self {
            Self::Moved { position, .. } | Self::Added { position, .. } => *position,
            Self::SealBroken { first, .. } | Self::Removed { first, .. } => *first,
            _ => i64::MAX,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBeginning => write!(f, "the journal has no identity, or several"),
            Self::Changed { seq, position: Some(position) } => {
                write!(f, "the row at position {position} (seq {seq}) is not what was written")
            }
            Self::Changed { seq, position: None } => write!(f, "the unsealed row seq {seq} is not what was written"),
            Self::Removed { first, last } => write!(f, "the rows at positions {first} to {last} are gone"),
            Self::Added { seq, position } => {
                write!(f, "the row seq {seq} at position {position} was never sealed there")
            }
            Self::Moved { seq, position, was } => {
                write!(f, "the row at position {position} (seq {seq}) was moved there; it was sealed at {was}")
            }
            Self::SealBroken { number, first, last } => {
                write!(
                    f,
                    "seal {number}: the rows at positions {first} to {last} are not those, in that order, that it sealed"
                )
            }
            Self::ChainBroken { number } => write!(f, "seal {number} does not continue the one before it"),
            Self::UnsealedMissing { unit } => write!(f, "a line of unit {unit} is gone"),
            Self::HeadDiffers { number } => write!(f, "seal {number} has another head than the one kept elsewhere"),
            Self::HeadGone { number } => {
                write!(f, "seal {number} was kept elsewhere and is gone here: the end was cut off")
            }
            Self::OtherJournal { journal } => {
                write!(f, "the head kept elsewhere is of journal {journal}, not of this one")
            }
        }
    }
}

/// What a verification saw, and what was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Seals that were recomputed.
    pub seals: u64,
    /// Rows under seals.
    pub sealed: u64,
    /// Rows that wait to be sealed; their content was recomputed too.
    pub unsealed: u64,
    /// What is wrong; nothing, when the journal is whole.
    pub wrong: Vec<Finding>,
}

impl Findings {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.wrong.is_empty()
    }
}
