//! What must be written so that a case is as the reorganisation wants it, and nothing more. Pure: done twice, the second
//! time finds nothing to write.

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::loading::{Held, Loaded};
use super::model::{Fate, Why};
use super::router::{Answers, Question, Ready, Router};
use super::rules::{self, Duties, Stand};
use crate::holding::Cause;

/// What must be written in a case.
#[derive(Debug)]
pub(super) struct Step {
    pub fate: Fate,
    /// The instant: midnight of the day, or the begin of the present lead where that is later.
    pub at: Timestamp,
    pub answers: Option<Arc<Answers>>,
    /// The lead that the law names is written.
    pub lead: bool,
    /// Planned leads that are withdrawn, the last one first.
    pub leads_withdrawn: Vec<Uuid>,
    /// Planned holdings beside that are withdrawn.
    pub beside_withdrawn: Vec<Uuid>,
    /// Those beside who end, and when.
    pub ended: Vec<(Uuid, Timestamp)>,
    /// Those of the answer who begin beside, and when.
    pub begun: Vec<(usize, Timestamp)>,
}

impl Step {
    /// Whether there is nothing to write.
    pub fn is_nothing(&self) -> bool {
        !self.lead && self.leads_withdrawn.is_empty() && !self.beside_changes()
    }

    fn beside_changes(&self) -> bool {
        !(self.beside_withdrawn.is_empty() && self.ended.is_empty() && self.begun.is_empty())
    }

    /// The word of the receipt.
    pub fn outcome(&self) -> &'static str {
        match (self.lead, self.beside_changes()) {
            (true, _) => "moved",
            (false, true) => "beside",
            (false, false) => "kept",
        }
    }
}

/// Works out a case.
///
/// # Errors
/// When an answer cannot be written as the database keeps it.
pub(super) fn step(
    router: &mut Router<'_>,
    duties: Duties<'_>,
    case: &Loaded,
    midnight: Timestamp,
    now: Timestamp,
) -> Result<Step, storage::Error> {
    let answers = router.ask(&Question {
        case_type: &case.case_type,
        birth: case.birth,
        facts: &case.facts,
        municipality: case.municipality.as_deref(),
        lead: &case.lead.organ,
        opener: &case.opener,
    })?;
    let fate = rules::decide(router, &case.duty, case.lead.stand(), answers.as_deref(), duties);
    let mut step = Step {
        at: midnight.max(case.lead.from),
        fate,
        answers,
        lead: false,
        leads_withdrawn: Vec::new(),
        beside_withdrawn: Vec::new(),
        ended: Vec::new(),
        begun: Vec::new(),
    };
    lead(&mut step, case);
    beside(&mut step, router, case, now);
    Ok(step)
}

fn lead(step: &mut Step, case: &Loaded) {
    let planned = |case: &Loaded| case.planned.iter().map(|held| held.id).collect();
    match (&step.fate, &step.answers) {
        (Fate::Moves { .. }, Some(answers)) => {
            let wanted = answers.lead.stand();
            let there = matches!(case.planned.as_slice(), [one] if one.stand() == wanted && one.from == step.at);
            if !there {
                step.lead = true;
                step.leads_withdrawn = planned(case);
            }
        }
        // What an earlier run planned, and is no longer so: the lead goes on.
        _ if case.planned.first().is_some_and(|held| held.cause == Cause::Reorganisation)
            && case.planned.len() == 1 =>
        {
            step.leads_withdrawn = planned(case);
        }
        _ => {}
    }
}

/// How much of those beside follows the law.
enum Reach {
    /// All: with a new lead those of the law stand beside, and no others.
    All,
    /// What the law changes between the eve and the day.
    Change,
    /// Only what is no more ends.
    Gone,
}

fn beside(step: &mut Step, router: &Router<'_>, case: &Loaded, now: Timestamp) {
    let reach = match &step.fate {
        Fate::Moves { .. } => Reach::All,
        Fate::Stays(Why::Same | Why::AlreadyThere) => Reach::Change,
        Fate::Stays(_) => Reach::Gone,
    };
    let answers = step.answers.clone();
    let (wanted, before) = match (&answers, &reach) {
        (Some(answers), Reach::All | Reach::Change) => (answers.beside.as_slice(), answers.before.beside.as_slice()),
        _ => (&[][..], &[][..]),
    };
    let was = |stand: Stand<'_>| before.iter().any(|one| same_place(Stand::wanted(one), stand));
    let is_planned = |held: &Held| held.from > now && held.from >= step.at;
    // Of those who go on: until when.
    let mut going: Vec<(&Held, Option<Timestamp>)> = Vec::new();
    for held in case.beside.iter().filter(|held| held.until.is_none_or(|until| until > step.at)) {
        let stand = held.stand();
        let stays = wanted.iter().any(|one| one.stand() == stand) && !(is_planned(held) && held.from > step.at);
        let ends = match reach {
            Reach::All => !stays,
            Reach::Change => !stays && (was(stand) || !router.is_there(&held.organ)),
            Reach::Gone => !router.is_there(&held.organ),
        };
        match (ends, held.until) {
            (true, None) if is_planned(held) => step.beside_withdrawn.push(held.id),
            (true, None) => {
                let end = step.at.max(held.from);
                step.ended.push((held.id, end));
                going.push((held, Some(end)));
            }
            (_, until) => going.push((held, until)),
        }
    }
    let begins = |one: &Ready| match reach {
        Reach::All => true,
        Reach::Change => !before.iter().any(|earlier| Stand::wanted(earlier) == one.stand()),
        Reach::Gone => false,
    };
    for (index, one) in wanted.iter().enumerate().filter(|(_, one)| begins(one)) {
        // One whose end is planned for later begins again in the instant of that end, so that there is no gap and no
        // overlap.
        let here = going.iter().filter(|(held, _)| same_place(held.stand(), one.stand()));
        match here.map(|(_, until)| *until).max_by_key(|until| (until.is_none(), *until)) {
            Some(None) => {}
            Some(Some(end)) => step.begun.push((index, end.max(step.at))),
            None => step.begun.push((index, step.at)),
        }
    }
}

/// The database knows one who stands beside by organ and verb.
fn same_place(one: Stand<'_>, other: Stand<'_>) -> bool {
    one.organ == other.organ && one.verb == other.verb
}
