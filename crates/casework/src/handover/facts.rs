//! Facts move, responsibility follows: what a fact about a person changes in their open cases, shown before it is saved and
//! done with it.

use authorization::Action;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use storage::{Entry, Look, Unit, Word};
use uuid::Uuid;

use super::model::{Ground, Refusal};
use super::moving::{Because, CaseMove};
use super::queries;
use crate::case::authority;
use crate::person::rules::Stretch;
use crate::person::{self, Correction, NewFact, Recorded, Shown};
use crate::post::Acting;
use crate::{Error, House};

/// What is said of the facts of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactChange {
    /// Something is so.
    Record(NewFact),
    /// What holds of an attribute on a day holds no longer, from that day on.
    End {
        /// The attribute.
        attribute: String,
        /// Where several hold at a time, which of them; else empty.
        slot: String,
        /// The first day on which it no longer holds.
        from: Date,
    },
    /// A fact was wrong, and this is so instead.
    Correct {
        /// The fact.
        fact: Uuid,
        /// What is so.
        instead: Correction,
    },
    /// A fact was wrong, and nothing is said instead.
    Withdraw {
        /// The fact.
        fact: Uuid,
    },
}

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
    /// What is believed since, and no longer. In a preview these are identities that will be others.
    pub recorded: Recorded,
    /// How the days on which something else is believed lie to today.
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
    /// What a change of a fact would move, case by case, before it is saved. It is done and taken back: so what is shown is
    /// what will happen. Cases that the post may not see are not shown.
    ///
    /// # Errors
    /// As for recording, ending, correcting or withdrawing; the database's.
    pub async fn preview_fact_change(
        &self,
        acting: &Acting,
        person: Uuid,
        change: &FactChange,
    ) -> Result<FactMoves, Error> {
        let tried: Result<(), Tried> = self
            .store
            .write(|unit: Unit| async move {
                match self.change_and_move(&unit, acting, person, change).await {
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

    /// Changes a fact and moves what that moves, in one: offers where another organ is to lead, at once where nobody could
    /// answer an offer. `based_on` is what the preview showed ([`FactMoves::shown`]); without it, nobody was shown anything.
    ///
    /// # Errors
    /// As for recording, ending, correcting or withdrawing; [`Refusal::PreviewIsStale`] when something else would happen now
    /// than what was shown; the database's.
    pub async fn change_fact_and_move(
        &self,
        acting: &Acting,
        person: Uuid,
        change: &FactChange,
        based_on: Option<&str>,
    ) -> Result<FactMoves, Error> {
        self.store
            .write(|unit: Unit| async move {
                let moves = self.change_and_move(&unit, acting, person, change).await?;
                let holds = based_on.is_none_or(|shown| moves.shown == shown);
                if holds { Ok(moves) } else { Err(Refusal::PreviewIsStale.into()) }
            })
            .await
    }

    /// [`House::preview_fact_change`] of a fact that is recorded.
    ///
    /// # Errors
    /// As there.
    pub async fn preview_fact(&self, acting: &Acting, person: Uuid, new: &NewFact) -> Result<FactMoves, Error> {
        self.preview_fact_change(acting, person, &FactChange::Record(new.clone())).await
    }

    /// [`House::change_fact_and_move`] of a fact that is recorded as it was shown.
    ///
    /// # Errors
    /// As there.
    pub async fn record_fact_and_move(
        &self,
        acting: &Acting,
        person: Uuid,
        new: &NewFact,
        based_on: &str,
    ) -> Result<FactMoves, Error> {
        self.change_fact_and_move(acting, person, &FactChange::Record(new.clone()), Some(based_on)).await
    }

    async fn change_and_move(
        &self,
        unit: &Unit,
        acting: &Acting,
        person: Uuid,
        change: &FactChange,
    ) -> Result<FactMoves, Error> {
        // Whether the post may see a case is asked before anything moves.
        let mut open = Vec::new();
        let recorded = match change {
            FactChange::Record(new) => person::record(unit, self, acting, person, new).await?,
            FactChange::End { attribute, slot, from } => {
                person::end(unit, self, acting, person, attribute, slot, *from).await?
            }
            FactChange::Correct { fact, instead } => {
                person::correct(unit, self, acting, person, *fact, instead).await?
            }
            FactChange::Withdraw { fact } => person::withdraw(unit, self, acting, person, *fact).await?,
        };
        for case in queries::open_cases(unit, person).await? {
            let seen = match authority::bears(unit, acting, case, unit.now(), Action::Read).await {
                Ok(_) => true,
                Err(Error::Refused(_)) => false,
                Err(fault) => return Err(fault),
            };
            open.push((case, seen));
        }
        let today = self.day(unit.now());
        let when = when(&days(change, &recorded, today), today);
        let day = match when {
            When::Future { from } => from,
            When::Past | When::Backdated { .. } | When::Today => today,
        };
        let from = if day > today { self.start_of(day).map_err(|_| Refusal::PreviewIsStale)? } else { unit.now() };
        // Where nothing is said instead, it is the fact that is no longer believed.
        let fact = recorded.fact.or_else(|| recorded.withdrawn.first().map(|gone| gone.id));
        let because = Because { ground: Ground::Facts, fact, day, from };
        let mut cases = Vec::new();
        for (case, seen) in open {
            let moved = if when == When::Past {
                self.unmoved(unit, case, day).await?
            } else {
                self.move_case(unit, acting, case, because).await?
            };
            if seen {
                cases.push(moved);
            }
        }
        let shown = fingerprint(person, change, &recorded, when, &cases)?;
        Ok(FactMoves { person, when, recorded, cases, shown })
    }
}

/// The days of which something else is said: those on which another value is believed. Where none is, because somebody says
/// again what was believed already, those that they speak of.
fn days(change: &FactChange, recorded: &Recorded, today: Date) -> Vec<Stretch> {
    if !recorded.days.is_empty() {
        return recorded.days.clone();
    }
    vec![match change {
        FactChange::Record(new) => (new.from, new.until),
        FactChange::Correct { instead, .. } => (instead.from, instead.until),
        FactChange::End { from, .. } => (*from, None),
        FactChange::Withdraw { .. } => (today, None),
    }]
}

/// How days lie to today: of those that are not past, the first count.
fn when(days: &[Stretch], today: Date) -> When {
    match days.iter().find(|(_, until)| until.is_none_or(|until| until > today)) {
        None => When::Past,
        Some((from, _)) if *from < today => When::Backdated { since: *from },
        Some((from, _)) if *from == today => When::Today,
        Some((from, _)) => When::Future { from: *from },
    }
}

/// Names what was shown. It holds nothing of what was not shown, so that it reveals nothing of it either.
fn fingerprint(
    person: Uuid,
    change: &FactChange,
    recorded: &Recorded,
    when: When,
    cases: &[CaseMove],
) -> Result<String, Error> {
    let row = |fact: &Shown| (fact.value.seen().cloned(), fact.from, fact.until, fact.source.clone());
    let written: Vec<_> = recorded.written.iter().map(row).collect();
    let withdrawn: Vec<_> = recorded.withdrawn.iter().map(row).collect();
    let text = serde_json::to_vec(&(person, said(change), written, withdrawn, when, cases))
        .map_err(|fault| storage::Error::Statement(format!("what was shown cannot be written out: {fault}")))?;
    Ok(Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A change as it is part of the fingerprint.
fn said(change: &FactChange) -> serde_json::Value {
    match change {
        FactChange::Record(new) => {
            json!(["record", new.attribute, new.slot, new.value, new.from, new.until, new.source])
        }
        FactChange::End { attribute, slot, from } => json!(["end", attribute, slot, from]),
        FactChange::Correct { fact, instead } => {
            json!(["correct", fact, instead.value, instead.from, instead.until, instead.source])
        }
        FactChange::Withdraw { fact } => json!(["withdraw", fact]),
    }
}
