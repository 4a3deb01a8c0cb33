//! Whether a stored decision would come out the same again: asked of the edition it was made under, or of another one. Pure.

use jiff::civil::Date;
use register::Register;
use uuid::Uuid;

use super::asking::{self, SupportWord};
use super::model::Made;
use super::rules;
use crate::holding::{Holding, Role};

/// What decisions are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The edition under which each was made: it must come out the same.
    ItsEdition,
    /// The edition in force today: which decisions would it give to another organ? Each is asked about on its own day.
    Today,
}

/// What replaying one decision found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Competence comes out the same.
    Same,
    /// It does not, or the decision is not what was written.
    Differs(Vec<Difference>),
    /// It cannot be replayed.
    Cannot(Cannot),
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The row does not say what it said when it was written: somebody changed it.
    Altered,
    /// The organ in the decision is not the one of the holding that it names.
    OrganOfHolding {
        /// The organ of the holding.
        holding: String,
        /// The organ in the decision.
        decision: String,
    },
    /// Its place in the case is not that of the holding.
    RoleOfHolding {
        /// The place of the holding.
        holding: Role,
        /// The place in the decision.
        decision: Role,
    },
    /// The holding was not in force in the instant of the decision, or belongs to another case.
    NotHeldThen,
    /// The holding brings no power to decide.
    NoPower {
        /// Its verb.
        verb: String,
    },
    /// The day is not the one on which its instant falls.
    OtherDay {
        /// The day in the decision.
        decision: Date,
        /// The day of its instant.
        instant: Date,
    },
    /// The register names other organs.
    OtherOrgans {
        /// The organ that decided.
        from: String,
        /// Those that the register names with `decide`; none: nobody.
        to: Vec<String>,
        /// The clauses that say so.
        clauses: Vec<String>,
        /// Their basis.
        basis: Vec<String>,
    },
    /// Whether the register supports it comes out otherwise, though it names no other organ.
    OtherSupport {
        /// What the decision says.
        from: SupportWord,
        /// What comes out.
        to: SupportWord,
    },
    /// Other clauses give the same organ the power.
    OtherClauses {
        /// In the decision.
        from: Vec<String>,
        /// What comes out.
        to: Vec<String>,
    },
    /// The same clauses rest on another basis.
    OtherBasis {
        /// In the decision.
        from: Vec<String>,
        /// What comes out.
        to: Vec<String>,
    },
}

/// Why a decision cannot be replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cannot {
    /// The database does not hold the edition.
    EditionMissing(String),
    /// The files that are kept under the edition's name are not its files.
    EditionChanged {
        /// The name.
        edition: String,
        /// The name that these files have; none: they cannot be read at all.
        found: Option<String>,
    },
    /// The edition's files can be read, and make no register: how many faults they have.
    EditionFaulty {
        /// The name.
        edition: String,
        /// How many.
        faults: usize,
    },
    /// The edition does not know the duty.
    UnknownDuty(String),
    /// The holding that it names is not there.
    HoldingMissing(Uuid),
}

/// A decision to be replayed.
#[derive(Debug, Clone, Copy)]
pub struct Stored<'a> {
    /// What it says.
    pub made: &'a Made,
    /// What it said when it was written, by its digest.
    pub digest: &'a str,
    /// The holding that it names.
    pub holding: &'a Holding,
    /// The day on which its instant falls.
    pub day: Date,
}

/// Asks a register again, with the facts that the holding was made on, on the day of the decision.
#[must_use]
pub fn replay(register: &Register, stored: Stored<'_>, against: Against) -> Finding {
    let Stored { made, holding, day, .. } = stored;
    let mut differences = if against == Against::ItsEdition { itself(stored) } else { Vec::new() };
    let Some(route) = asking::again(register, &holding.path, day) else {
        return Finding::Cannot(Cannot::UnknownDuty(holding.path.duty.clone()));
    };
    let support = asking::support(&route, &made.organ);
    let path = &support.path;
    // An organ that decided although the register named another, under a transitional provision, still comes out so.
    let expected = made.support;
    if support.word == SupportWord::Gone && expected != SupportWord::Gone {
        differences.push(Difference::OtherOrgans {
            from: made.organ.clone(),
            to: support.organs.clone(),
            clauses: path.clauses.clone(),
            basis: path.basis.clone(),
        });
    } else if against == Against::ItsEdition {
        if support.word != expected {
            differences.push(Difference::OtherSupport { from: expected, to: support.word });
        } else if path.clauses != made.clauses {
            differences.push(Difference::OtherClauses { from: made.clauses.clone(), to: path.clauses.clone() });
        } else if path.basis != made.basis {
            differences.push(Difference::OtherBasis { from: made.basis.clone(), to: path.basis.clone() });
        }
    }
    if differences.is_empty() { Finding::Same } else { Finding::Differs(differences) }
}

/// Whether the decision is what was written, and fits the holding that it names.
fn itself(stored: Stored<'_>) -> Vec<Difference> {
    let Stored { made, digest, holding, day } = stored;
    let mut found = Vec::new();
    if made.digest().as_deref() != Ok(digest) {
        found.push(Difference::Altered);
    }
    if made.organ != holding.organ {
        let (holding, decision) = (holding.organ.clone(), made.organ.clone());
        found.push(Difference::OrganOfHolding { holding, decision });
    }
    if made.role != holding.role {
        found.push(Difference::RoleOfHolding { holding: holding.role, decision: made.role });
    }
    // A step that closes the case ends the holding in the instant of the decision.
    let ended = holding.until.is_some_and(|until| until < made.at);
    if made.case != holding.case || made.at < holding.from || ended {
        found.push(Difference::NotHeldThen);
    }
    if !rules::brings_power(holding) {
        found.push(Difference::NoPower { verb: holding.verb.clone() });
    }
    if made.day != day {
        found.push(Difference::OtherDay { decision: made.day, instant: day });
    }
    found
}
