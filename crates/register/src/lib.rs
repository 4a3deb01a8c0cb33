//! The register: who is responsible for what, for whom, where and when, with its legal basis.
//!
//! Files are read in three stages, one folder each, and each stage knows one thing more:
//!
//! | stage | what is known |
//! |---|---|
//! | [`source`] | the files have the right form; each word has its place |
//! | [`resolved`] | every name leads somewhere; conditions are sets of values |
//! | [`compiled`] | each duty is a timeline of masks; a question is one AND an attribute |
//!
//! [`ask`] answers, [`checks`] proves, [`export`] writes out. Nothing here reads the clock, the network or a database.
//!
//! ```
//! use register::{Register, ask::{Facts, Outcome}};
//!
//! let register = Register::shipped();
//! let duty = register.duty("integration-plan")?;
//! let forssa = register.municipality("Forssa", "2025-02-01".parse()?)?;
//! let facts = register.facts([("residence", "permit"), ("labour", "unemployed-job-seeker")])?;
//! let answer = register.who(duty, Some(forssa), "2025-02-01".parse()?, &facts)?;
//! assert!(!matches!(answer.outcome, Outcome::Nobody(_)));
//! # Ok::<(), std::boxed::Box<dyn std::error::Error>>(())
//! ```

pub mod ask;
pub mod checks;
pub mod compiled;
mod edition;
pub mod export;
pub mod fault;
pub mod resolved;
pub mod source;

pub use edition::Edition;

use fault::Fault;
use source::{Files, SourceRegister};
use std::path::Path;
use std::sync::LazyLock;

/// A register that answers.
#[derive(Debug, Clone)]
pub struct Register {
    /// The files it was read from.
    pub files: Files,
    /// Every name looked up.
    pub resolved: resolved::ResolvedRegister,
    /// The masks.
    pub compiled: compiled::Compiled,
    /// The name of this state of the register: the hash of its content.
    pub edition: Edition,
    /// Faults that do not keep it from answering.
    pub warnings: Vec<Fault>,
}

static ANSWERING: LazyLock<Result<Register, Vec<Fault>>> = LazyLock::new(|| Register::answering(Files::shipped()));
static SHIPPED: LazyLock<Result<Register, Vec<Fault>>> = LazyLock::new(|| Register::from_files(Files::shipped()));

impl Register {
    /// Reads, resolves and compiles. Whether every situation has exactly one answer is for [`checks`] to prove.
    ///
    /// # Errors
    /// All faults of the first stage that has any.
    pub fn from_files(files: Files) -> Result<Self, Vec<Fault>> {
        let edition = Edition::of(&files);
        let source = SourceRegister::read(files)?;
        let (resolved, warnings) = resolved::resolve(&source)?;
        let compiled = compiled::Compiled::from_resolved(&resolved)?;
        Ok(Self { files: source.files, resolved, compiled, edition, warnings })
    }

    /// The same without the questions, which only [`checks`] and exports look at: they are most of what is read. The
    /// edition is that of all files.
    ///
    /// # Errors
    /// As [`Register::from_files`], but for faults of the questions.
    pub fn answering(files: Files) -> Result<Self, Vec<Fault>> {
        let edition = Edition::of(&files);
        let read = Self::from_files(files.without_folder("questions/"))?;
        Ok(Self { files, edition, ..read })
    }

    /// Reads the register of a folder.
    ///
    /// # Errors
    /// As [`Register::from_files`], or that the folder cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Vec<Fault>> {
        Self::from_files(Files::read(folder)?)
    }

    /// The register that ships in the binary.
    ///
    /// # Panics
    /// When the shipped register has faults of form; the tests of this crate read it, so such a binary does not ship.
    #[expect(clippy::panic, reason = "a binary whose own register cannot be read is broken; the tests exclude it")]
    pub fn shipped() -> &'static Self {
        match &*SHIPPED {
            Ok(register) => register,
            Err(faults) => {
                let said: String = faults.iter().map(Fault::to_string).collect();
                panic!("the shipped register cannot be read:\n{said}")
            }
        }
    }

    /// The shipped register without its questions, or its faults: all that is needed to answer, read soonest.
    ///
    /// # Errors
    /// The faults of form.
    pub fn try_shipped_answering() -> Result<&'static Self, &'static [Fault]> {
        ANSWERING.as_ref().map_err(Vec::as_slice)
    }

    /// The shipped register, or its faults.
    ///
    /// # Errors
    /// The faults of form.
    pub fn try_shipped() -> Result<&'static Self, &'static [Fault]> {
        SHIPPED.as_ref().map_err(Vec::as_slice)
    }
}
