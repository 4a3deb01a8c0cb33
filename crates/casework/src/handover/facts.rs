//! Facts move, responsibility follows: what a fact about a person changes in their open cases, shown before it is saved and
//! done with it.

use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use storage::{Entry, Look, Unit, Word};
use uuid::Uuid;

use super::model::{Ground, Refusal};
use super::moving::{Because, CaseMove};
use super::queries;
use crate::case::authority;
use crate::person::{self, NewFact};
use crate::post::Acting;
use crate::{Error, House};

/// How the days of a fact lie to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "when")]
pub enum When {
    /// All of it is past: nothing moves now, and what was done then stands with those who did it.
    Past,
    /// It holds since a day that is past. Responsibility does not move backwards: what moves, moves from now on.
    Backdated {
        /// Since when.
        since: Date,
    },
    /// It holds from today.
    Today,
    /// It will hold from a day: what moves, moves in the instant in which that day begins.
    Future {
        /// From when.
        from: Date,
    },
}

/// What a fact moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactMoves {
    /// The person.
    pub person: Uuid,
    /// How its days lie.
    pub when: When,
    /// The open cases of the person that the post may see.
    pub cases: Vec<CaseMove>,
    /// Names what was shown: to be given back when it is saved.
    pub shown: String,
}

/// A deed that was only tried: what it would have done, or why it cannot be.
enum Tried {
    Seen(FactMoves),
    Fault(Error),
}

impl From<storage::Error> for Tried {
    fn from(fault: storage::Error) -> Self {
        Self::Fault(fault.into())
    }
}

impl House {
    /// What a fact would move, case by case, before it is saved. It is done and taken back: so what is shown is what will
    /// happen. Cases that the post may not see are not shown.
    ///
    /// # Errors
    /// As [`House::record_fact`](crate::House::record_fact); the database's.
    pub async fn preview_fact(&self, acting: &Acting, person: Uuid, new: &NewFact) -> Result<FactMoves, Error> {
        let tried: Result<(), Tried> = self
            .store
            .write(|unit: Unit| async move {
                match self.record_and_move(&unit, acting, person, new).await {
                    Ok(moves) => Err(Tried::Seen(moves)),
                    Err(fault) => Err(Tried::Fault(fault)),
                }
            })
            .await;
        let mut seen = match tried {
            Err(Tried::Seen(seen)) => seen,
            Err(Tried::Fault(fault)) => return Err(fault),
            Ok(()) => return Err(Refusal::Unknown.into()),
        };
        for shown in &mut seen.cases {
            shown.hand_over = None;
        }
        let seen = &seen;
        self.store
            .look(|look: Look| async move {
                let line = |noun| Entry::new(&acting.actor, Word::of("preview"), noun, person).person(person);
                look.journal(line(Word::of("fact")));
                for shown in &seen.cases {
                    look.journal(line(Word::of("fact-in-case")).duty(Word::new(shown.duty.clone())?).case(shown.case));
                }
                Ok::<(), Error>(())
            })
            .await?;
        Ok(seen.clone())
    }

    /// Records a fact and moves what it moves, in one: offers where another organ is to lead, at once where nobody could
    /// answer an offer. `based_on` is what the preview showed ([`FactMoves::shown`]).
    ///
    /// # Errors
    /// As [`House::record_fact`](crate::House::record_fact); [`Refusal::PreviewIsStale`] when something else would happen
    /// now than what was shown; the database's.
    pub async fn record_fact_and_move(
        &self,
        acting: &Acting,
        person: Uuid,
        new: &NewFact,
        based_on: &str,
    ) -> Result<FactMoves, Error> {
        self.store
            .write(|unit: Unit| async move {
                let moves = self.record_and_move(&unit, acting, person, new).await?;
                if moves.shown == based_on { Ok(moves) } else { Err(Refusal::PreviewIsStale.into()) }
            })
            .await
    }

    async fn record_and_move(
        &self,
        unit: &Unit,
        acting: &Acting,
        person: Uuid,
        new: &NewFact,
    ) -> Result<FactMoves, Error> {
        let recorded = person::record(unit, self, acting, person, new).await?;
        let today = self.day(unit.now());
        let when = when(new.from, new.until, today);
        let day = new.from.max(today);
        let from = if day > today { self.start_of(day).map_err(|_| Refusal::PreviewIsStale)? } else { unit.now() };
        let because = Because { ground: Ground::Facts, fact: recorded.fact, day, from };
        let mut cases = Vec::new();
        for case in queries::open_cases(unit, person).await? {
            // Whether the post may see the case is asked before it moves.
            let seen = match authority::bears(unit, acting, case, unit.now()).await {
                Ok(_) => true,
                Err(Error::Refused(_)) => false,
                Err(fault) => return Err(fault),
            };
            let moved = if when == When::Past {
                self.unmoved(unit, case, day).await?
            } else {
                self.move_case(unit, acting, case, because).await?
            };
            if seen {
                cases.push(moved);
            }
        }
        let shown = fingerprint(person, new, when, &cases)?;
        Ok(FactMoves { person, when, cases, shown })
    }
}

/// How the days of a fact lie to today.
fn when(from: Date, until: Option<Date>, today: Date) -> When {
    if until.is_some_and(|until| until <= today) {
        When::Past
    } else if from < today {
        When::Backdated { since: from }
    } else if from == today {
        When::Today
    } else {
        When::Future { from }
    }
}

/// Names what was shown. It holds nothing of what was not shown, so that it reveals nothing of it either.
fn fingerprint(person: Uuid, new: &NewFact, when: When, cases: &[CaseMove]) -> Result<String, Error> {
    let fact = (&new.attribute, &new.slot, &new.value, new.from, new.until);
    let text = serde_json::to_vec(&(person, fact, when, cases))
        .map_err(|fault| storage::Error::Statement(format!("what was shown cannot be written out: {fault}")))?;
    Ok(Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect())
}
