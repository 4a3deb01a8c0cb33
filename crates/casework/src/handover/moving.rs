//! Asking the register about an open case again, and doing what follows from its answer.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::actions::NewOffer;
use super::model::{Ground, HandOver, Refusal, WithdrawReason};
use super::queries;
use super::rules::{self, AtOnce, Follows};
use crate::case::{self, Case, Route};
use crate::holding::queries as holdings;
use crate::holding::transfer::same;
use crate::holding::transfer::{Wanted, bring_about};
use crate::holding::{Between, Cause, Holding, NewHolding};
use crate::post::Acting;
use crate::{Error, House};

/// What happens to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "move")]
pub enum Move {
    /// Nothing.
    Nothing,
    /// On that day something moves, but the fact changes nothing in it: the law does. The reorganisation moves it.
    ByLaw,
    /// The lead stays; those beside change.
    Beside,
    /// It moves without an offer.
    AtOnce {
        /// Why.
        why: AtOnce,
    },
    /// It is offered to another lead; the present one answers until it takes effect.
    Offer {
        /// The act that asks for the person's consent first.
        consent: Option<&'static str>,
    },
    /// It is offered to that organ already, or planned to go to it.
    Stands,
    /// It will move, but cannot be offered before what is under way has come to its end.
    Waits,
    /// It cannot be said who leads until more is known. The lead goes on.
    Asks(Box<Between>),
}

/// What happens to a case, from whom to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseMove {
    /// The case.
    pub case: Uuid,
    /// Its number.
    pub number: i64,
    /// Its type.
    pub case_type: String,
    /// The duty.
    pub duty: String,
    /// The lead in force.
    pub lead: String,
    /// Whom the register names; none where it must know more, or nobody leads.
    pub to: Option<String>,
    /// The citations that say so.
    pub basis: Vec<String>,
    /// Organ and verb of those who begin to stand beside.
    pub begun: Vec<(String, String)>,
    /// Organ and verb of those who no longer stand beside.
    pub ended: Vec<(String, String)>,
    /// The limits that run in the case, with the last day where there is one: they go on with whoever leads.
    pub limits: Vec<(String, Option<Date>)>,
    /// The day on which it moves at the earliest.
    pub on: Date,
    /// What happens.
    pub what: Move,
    /// The organ whose offer ends with it, because the register no longer names it.
    pub offer_ends: Option<String>,
    /// The hand-over that was offered. None in a preview.
    #[serde(skip)]
    pub hand_over: Option<Uuid>,
}

/// Why a case is asked about again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Because {
    /// What gave rise to it.
    pub ground: Ground,
    /// The fact.
    pub fact: Option<Uuid>,
    /// The day to ask the register about: today or later.
    pub day: Date,
    /// The earliest instant of effect: now, or the begin of that day.
    pub from: Timestamp,
}

impl House {
    /// What is told of a case that a fact does not touch.
    pub(super) async fn unmoved(&self, unit: &Unit, case: Uuid, on: Date) -> Result<CaseMove, Error> {
        let case = case::queries::one(unit, case).await?.ok_or(Refusal::Unknown)?;
        let lead = holdings::lead_at(unit, case.id, unit.now()).await?.ok_or(Refusal::Unknown)?;
        Ok(told(&case, &lead, &[], None, on, Move::Nothing))
    }

    /// Asks the register about an open case again, and does what follows.
    pub(super) async fn move_case(
        &self,
        unit: &Unit,
        acting: &Acting,
        case: Uuid,
        because: Because,
    ) -> Result<CaseMove, Error> {
        let (now, today) = (unit.now(), self.day(unit.now()));
        let case = case::queries::one(unit, case).await?.ok_or(Refusal::Unknown)?;
        let lead = holdings::lead_at(unit, case.id, now).await?.ok_or(Refusal::Unknown)?;
        let last = holdings::last_lead(unit, case.id).await?.ok_or(Refusal::Unknown)?;
        let beside = holdings::beside_at(unit, case.id, now.max(because.from)).await?;
        let route = self.route_again(unit, &case, because.day, now, &lead.organ).await?;
        let consent = rules::consent_asked(&self.register, &lead, &route, because.day);
        let mut moved = told(&case, &lead, &beside, Some(&route), because.day, Move::Nothing);
        moved.limits = queries::running_limits(unit, case.id).await?;
        let open = queries::open_of(unit, case.id).await?;

        let planned = (last.id != lead.id).then_some(&last);
        if let Some(planned) = planned {
            if planned.organ == route.lead.organ && planned.between_chairs == route.between().is_some() {
                moved.what = Move::Stands;
                return Ok(moved);
            }
            if planned.from < because.from {
                moved.what = Move::Waits;
                return Ok(moved);
            }
        }
        if because.day > today {
            // What would be so on that day without what was just recorded: then it is the law that moves it.
            let before = now.saturating_sub(jiff::SignedDuration::from_micros(1)).unwrap_or(now);
            let otherwise = self.route_again(unit, &case, because.day, before, &lead.organ).await?;
            if alike(&otherwise, &route) {
                let stays = rules::follows(&lead, &beside, &route, false) == Follows::Nothing;
                moved.what = if stays { Move::Nothing } else { Move::ByLaw };
                return Ok(moved);
            }
            if let Some(open) = open.as_ref().filter(|open| open.not_before < because.from) {
                moved.what = if open.to == route.lead.organ { Move::Stands } else { Move::Waits };
                return Ok(moved);
            }
        }
        let follows = rules::follows(&lead, &beside, &route, consent.is_some());
        if let Some(open) = open {
            if follows == Follows::Offer && open.to == route.lead.organ {
                moved.what = Move::Stands;
                return Ok(moved);
            }
            moved.offer_ends = Some(open.to.clone());
            self.end_offer(unit, acting, open).await?;
        }
        if let Some(planned) = planned {
            moved.offer_ends = Some(planned.organ.clone());
            self.call_off(unit, acting, &case, &lead, because).await?;
        }
        match follows {
            Follows::Nothing => {}
            Follows::Asks(between) => moved.what = Move::Asks(Box::new(between.clone())),
            Follows::Beside | Follows::AtOnce(_) => {
                let wanted = self.wanted(&route.lead, &route.beside, because.from, because, acting);
                bring_about(unit, case.id, wanted).await?;
                let entry = Entry::new(&acting.actor, Word::of("move"), Word::of("case"), case.id);
                unit.journal(of_case(entry, &case)?);
                moved.what = match follows {
                    Follows::AtOnce(why) => Move::AtOnce { why },
                    _ => Move::Beside,
                };
            }
            Follows::Offer => {
                let offer = NewOffer { route: &route, consent, because };
                let made = self.make_offer(unit, acting, &case, &lead, offer).await?;
                moved.hand_over = Some(made.id);
                moved.what = Move::Offer { consent };
            }
        }
        Ok(moved)
    }

    /// Ends an offer, because the register no longer names the receiver.
    async fn end_offer(&self, unit: &Unit, acting: &Acting, open: HandOver) -> Result<(), Error> {
        let ended = open.withdraw(unit.now(), WithdrawReason::FactsChanged)?;
        queries::settle(unit, &ended, acting).await?;
        self.tell(unit, acting, "withdraw", &ended).await
    }

    /// Calls off the lead that was planned: the present one goes on, and those beside it.
    async fn call_off(
        &self,
        unit: &Unit,
        acting: &Acting,
        case: &Case,
        lead: &Holding,
        because: Because,
    ) -> Result<(), Error> {
        let beside = holdings::beside_at(unit, case.id, unit.now()).await?;
        let beside: Vec<NewHolding> = beside.iter().map(again).collect();
        let present = again(lead);
        bring_about(unit, case.id, self.wanted(&present, &beside, unit.now(), because, acting)).await?;
        let entry = Entry::new(&acting.actor, Word::of("call-off"), Word::of("case"), case.id);
        unit.journal(of_case(entry, case)?);
        Ok(())
    }

    fn wanted<'a>(
        &'a self,
        lead: &'a NewHolding,
        beside: &'a [NewHolding],
        from: Timestamp,
        because: Because,
        acting: &'a Acting,
    ) -> Wanted<'a> {
        Wanted {
            lead,
            beside,
            from,
            edition: self.register.edition.as_str(),
            cause: Cause::Facts,
            cause_id: because.fact,
            post: acting.post(),
        }
    }
}

/// Whether two routes name the same organs with the same verbs.
fn alike(one: &Route, other: &Route) -> bool {
    let equal = |a: &NewHolding, b: &NewHolding| {
        (&a.organ, &a.verb, &a.also, &a.force) == (&b.organ, &b.verb, &b.also, &b.force)
    };
    let between = |route: &Route| route.between().is_some();
    between(one) == between(other)
        && equal(&one.lead, &other.lead)
        && one.beside.len() == other.beside.len()
        && one.beside.iter().zip(&other.beside).all(|(a, b)| equal(a, b))
}

/// A holding as one that is wanted.
fn again(holding: &Holding) -> NewHolding {
    let again = NewHolding {
        organ: holding.organ.clone(),
        verb: holding.verb.clone(),
        also: holding.also.clone(),
        force: holding.force.clone(),
        path: holding.path.clone(),
    };
    debug_assert!(same(holding, &again), "what is there is what is wanted");
    again
}

fn of_case(entry: Entry, case: &Case) -> Result<Entry, Error> {
    let entry = entry.duty(Word::new(case.duty.clone())?).case(case.id);
    Ok(match case.person {
        Some(person) => entry.person(person),
        None => entry,
    })
}

/// What is told of a case.
fn told(case: &Case, lead: &Holding, beside: &[Holding], route: Option<&Route>, on: Date, what: Move) -> CaseMove {
    let (begun, ended) = route.map(|route| rules::beside_change(beside, route)).unwrap_or_default();
    let named = route.filter(|route| route.between().is_none());
    CaseMove {
        case: case.id,
        number: case.number,
        case_type: case.case_type.clone(),
        duty: case.duty.clone(),
        lead: lead.organ.clone(),
        to: named.map(|route| route.lead.organ.clone()),
        basis: route.map(|route| route.lead.path.basis.clone()).unwrap_or_default(),
        begun: begun.into_iter().map(|new| (new.organ.clone(), new.verb.clone())).collect(),
        ended: ended.into_iter().map(|old| (old.organ.clone(), old.verb.clone())).collect(),
        limits: Vec::new(),
        on,
        what,
        offer_ends: None,
        hand_over: None,
    }
}
