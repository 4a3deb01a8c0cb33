//! What can go wrong between a unit of work and the disk, in words that say what happened and whether anything was kept.
//!
//! An error can be cloned, because one flush that fails concerns every unit that waited for it.

use uuid::Uuid;

/// Why a unit of work or a reading did not come about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A row holds what it must not hold. The database was changed by hand, or by a program that is not this one.
    #[error("the database contradicts itself: table {table}, column {column}, {row}: {expected} was expected, {found}")]
    Contradiction {
        /// The table, where the engine can tell.
        table: String,
        /// The column.
        column: String,
        /// The row: its id, or which one of the answer.
        row: String,
        /// What should stand there.
        expected: String,
        /// What stands there, without its content.
        found: String,
    },
    /// The database refused, because a constraint says so. Nothing of this was kept.
    #[error("refused by the database: {0}; nothing of this was kept")]
    Violation(Violation),
    /// The row was changed by somebody else in the meantime, or is not there. Nothing of this was kept.
    #[error("somebody else changed this in the meantime; nothing of this was kept")]
    Stale,
    /// A statement that must find one row found none, or several.
    #[error("one row was expected, {0} found")]
    NotOne(usize),
    /// A unit of work wrote, or read personal data, and did not journal it.
    #[error("refused: this wrote or read personal data without a line in the journal; nothing of this was kept")]
    Unjournalled,
    /// A reading without a journal named a table of personal data.
    #[error("refused: {0} holds personal data, which is read only through `look` or within a unit of work")]
    Personal(String),
    /// A reading tried to write.
    #[error("refused: a reading does not write ({0})")]
    ReadingOnly(String),
    /// A unit of work tried to write to the journal by itself.
    #[error("refused: {0} is written by the journal alone")]
    Reserved(String),
    /// A statement failed, and the unit went on as if it had not. On one engine that would keep half of it.
    #[error("refused: an earlier statement of this unit failed; nothing of this was kept")]
    Broken,
    /// A unit or a reading was used after it had ended: a handle was kept, or given to another task.
    #[error("refused: this unit or reading has ended")]
    Ended,
    /// The disk is full. Nothing of this was kept.
    #[error("the disk is full: nothing of this was kept. Make room, and do it again")]
    DiskFull,
    /// The database may only be read just now. Nothing of this was kept.
    #[error("the database can only be read just now: nothing of this was kept ({0})")]
    ReadOnly(String),
    /// The disk answered with a fault. Nothing of this was acknowledged.
    #[error("the disk could not be written or read: nothing of this was kept ({0})")]
    Disk(String),
    /// Another program holds the database, or all connections are taken.
    #[error("the database was busy for too long: nothing of this was kept ({0})")]
    Busy(String),
    /// So many did the same at the same time that it did not come about.
    #[error("others were at the same rows each of the {0} times that this was tried: nothing of this was kept")]
    Contended(u32),
    /// The unit of work took longer than a unit may.
    #[error("this took longer than {0} seconds, and others waited: nothing of this was kept")]
    TooSlow(u64),
    /// The database cannot be reached.
    #[error("the database cannot be reached: nothing of this was kept ({0})")]
    Gone(String),
    /// The connection was lost while it was being kept, and the database cannot be asked. `Store::was_kept` tells later.
    #[error("the connection was lost in the instant of keeping: it is not known whether unit {0} was kept")]
    Unsure(Uuid),
    /// The file is damaged, or is no database.
    #[error("the database is damaged, or is none: {0}")]
    Unreadable(String),
    /// The address of the database cannot be understood.
    #[error("{0}")]
    Address(String),
    /// The tables do not fit this program.
    #[error(transparent)]
    Schema(#[from] SchemaFault),
    /// A text that was to stand in the journal is not a machine's word.
    #[error("`{0}` cannot stand in the journal: only small letters, digits and .:_/+- do, at most 120")]
    NotAWord(String),
    /// A fault of this program: a statement that the engine does not understand, values that do not fit.
    #[error("a statement of the program is at fault: nothing of this was kept ({0})")]
    Statement(String),
}

/// Which constraint refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// What sort of constraint.
    pub kind: ViolationKind,
    /// The table, where the engine tells.
    pub table: Option<String>,
    /// The columns of the key, where the engine tells.
    pub columns: Vec<String>,
    /// The name of the check, or of the trigger's rule, where there is one.
    pub name: Option<String>,
}

/// The sorts of constraints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViolationKind {
    /// There is such a one already.
    Unique,
    /// It points at something that is not there, or something still points at it.
    Reference,
    /// A value is missing.
    Missing,
    /// A rule of the table, a check or a trigger, says no.
    Rule,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.kind {
            ViolationKind::Unique => "there is such a row already",
            ViolationKind::Reference => "it points at what is not there, or is itself pointed at",
            ViolationKind::Missing => "a value is missing",
            ViolationKind::Rule => "a rule of the table says no",
        })?;
        if let Some(table) = &self.table {
            write!(f, ", table {table}")?;
        }
        if !self.columns.is_empty() {
            write!(f, ", columns {}", self.columns.join(", "))?;
        }
        match &self.name {
            Some(name) => write!(f, ", {name}"),
            None => Ok(()),
        }
    }
}

/// How the tables do not fit the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SchemaFault {
    /// A newer program has been at this database.
    #[error(
        "the database is newer than this program: it has had the migration `{0}`, which this program does not know. Use the newer program"
    )]
    Newer(String),
    /// A migration was changed after it was run here.
    #[error(
        "the migration `{0}` was run here with another text than this program has. A migration is never changed once it has been run: write a new one"
    )]
    Changed(String),
    /// Not all that the program knows has been run.
    #[error("the database is older than this program: {0} migrations are still to be run. Say `kotopolku migrate`")]
    Older(usize),
    /// A migration failed. All of this run was taken back.
    #[error("the migration `{name}` failed, and none of this run was kept: {why}")]
    Failed {
        /// Which one.
        name: String,
        /// What the engine said.
        why: String,
    },
}

impl Error {
    /// Whether doing the same again may come about without anybody mending anything.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::Contended(_) | Self::TooSlow(_) | Self::Gone(_) | Self::ReadOnly(_))
    }

    /// Whether a constraint of this sort refused.
    #[must_use]
    pub fn is_violation(&self, kind: ViolationKind) -> bool {
        matches!(self, Self::Violation(violation) if violation.kind == kind)
    }
}
