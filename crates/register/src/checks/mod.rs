//! What a register must be before anybody may rely on it. One check a file, named after the problem.
//!
//! | code | problem | file |
//! |---|---|---|
//! | `gap`, `overlap` | a situation with no lead, or with two | `exactly_one_lead.rs` |
//! | `municipality-without-organ` | a clause finds no organ in some municipality | `municipality_without_organ.rs` |
//! | `never-holds` | a clause that no possible situation meets | `never_holds.rs` |
//! | `uncited` | a clause, limit or relation without a basis | `uncited.rs` |
//! | `source-not-in-force` | a clause rests on an act that did not apply then | `source_not_in_force.rs` |
//! | `missing-language` | a text that is not there in all three languages | `missing_language.rs` |
//! | `steering-circle`, `self-supervision` | organs that steer each other in a ring, or themselves | `steering.rs` |
//! | `without-successor` | an organ that ended with nothing after it and no reason | `without_successor.rs` |
//! | `unborne-atom` | a line of the seed text that no duty carries | `unborne_atom.rs` |
//! | `two-instruments` | two local acts that fill one slot at once | `two_instruments.rs` |
//! | `limit-without-rule` | a time limit that cannot be counted | `limit_without_rule.rs` |
//! | `case-type-unsound` | a case type with a trap, an unreachable status, a step nobody may take | `case_type_unsound.rs` |
//! | `wrong-answer` | a question of `questions/` that is answered otherwise | `questions.rs` |
//!
//! What the proof of exactly one lead covers: every possible combination of the attributes that a duty mentions, on every
//! day from the register's first, in every municipality. What it does not prove: that the clauses say what the law says.
//! For that there are the questions, written by people who read the law.

mod case_type_unsound;
mod exactly_one_lead;
mod limit_without_rule;
mod missing_language;
mod municipality_without_organ;
mod never_holds;
mod questions;
mod source_not_in_force;
mod steering;
mod two_instruments;
mod unborne_atom;
mod uncited;
mod without_successor;

pub use exactly_one_lead::{Proof, prove};
pub use questions::{Verdict, answer as answer_question};

use crate::Register;
use crate::fault::{Fault, Severity};

/// What the checks found.
#[derive(Debug, Clone)]
pub struct Report {
    /// Faults, errors first.
    pub faults: Vec<Fault>,
    /// What was proved.
    pub proof: Proof,
    /// Questions that were answered as expected.
    pub questions: usize,
}

impl Report {
    /// Whether the register may be relied on.
    pub fn is_sound(&self) -> bool {
        self.faults.iter().all(|fault| fault.severity == Severity::Warning)
    }
}

/// Runs every check.
pub fn run(register: &Register) -> Report {
    let mut faults = register.warnings.clone();
    let proof = prove(register, &mut faults);
    municipality_without_organ::check(register, &mut faults);
    never_holds::check(register, &mut faults);
    uncited::check(register, &mut faults);
    source_not_in_force::check(register, &mut faults);
    missing_language::check(register, &mut faults);
    steering::check(register, &mut faults);
    without_successor::check(register, &mut faults);
    unborne_atom::check(register, &mut faults);
    two_instruments::check(register, &mut faults);
    limit_without_rule::check(register, &mut faults);
    case_type_unsound::check(register, &mut faults);
    let questions = questions::check(register, &mut faults);
    faults.sort_by(|left, right| {
        (left.severity, &left.place, left.code).cmp(&(right.severity, &right.place, right.code))
    });
    Report { faults, proof, questions }
}
