//! What the lead does: offer, withdraw, ask for consent, and state what the law itself brought about.

use authorization::{Action, Bearing};
use calendar::{Length, Rule};
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Unit, View, Word};
use uuid::Uuid;

use super::model::{
    AnswerTime, Consent, ConsentStep, Ground, HandOver, How, Refusal, SaidBy, Sight, Stage, WithdrawReason,
};
use super::moving::{Because, CaseMove, Move};
use super::queries;
use crate::case::{self, Case, Route, authority, routing};
use crate::holding::queries as holdings;
use crate::holding::transfer::{Wanted, bring_about};
use crate::holding::{Cause, Holding};
use crate::opening::queries as openings;
use crate::person;
use crate::post::{self, Acting};
use crate::{Error, House};

impl House {
    /// Offers a case to whom the register names with what is known today: for a lead that finds that it no longer leads by
    /// the register. What nobody could answer moves at once instead; then there is no offer.
    ///
    /// # Errors
    /// As [`case::authority::leads`]; [`Refusal::StaysWithLead`], [`Refusal::MoreMustBeKnown`],
    /// [`Refusal::AlreadyOffered`], [`Refusal::AlreadyPlanned`]; the database's.
    pub async fn offer_hand_over(&self, acting: &Acting, case: Uuid) -> Result<CaseMove, Error> {
        self.store
            .write(|unit: Unit| async move {
                let (case, lead) = authority::leads(&unit, acting, case, unit.now(), Action::Offer).await?;
                let number = case.number;
                if let Some(open) = queries::open_of(&unit, case.id).await? {
                    return Err(Refusal::AlreadyOffered { number, to: open.to, since: open.offered }.into());
                }
                let last = holdings::last_lead(&unit, case.id).await?;
                if let Some(planned) = last.filter(|last| last.id != lead.id) {
                    return Err(Refusal::AlreadyPlanned { number, to: planned.organ, from: planned.from }.into());
                }
                let today = self.day(unit.now());
                let because = Because { ground: Ground::Lead, fact: None, day: today, from: unit.now() };
                let moved = self.move_case(&unit, acting, case.id, because).await?;
                match moved.what {
                    Move::Asks(between) => Err(Refusal::MoreMustBeKnown { number, lead: lead.organ, between }.into()),
                    Move::Nothing => Err(Refusal::StaysWithLead { number, lead: lead.organ }.into()),
                    _ => Ok(moved),
                }
            })
            .await
    }

    /// Takes an offer back.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::OnlyLead`], [`Refusal::AlreadySettled`]; the database's.
    pub async fn withdraw_hand_over(&self, acting: &Acting, id: Uuid) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let offer = of_lead(&unit, acting, id).await?;
                let withdrawn = offer.withdraw(unit.now(), WithdrawReason::ByLead)?;
                queries::settle(&unit, &withdrawn, acting).await?;
                self.tell(&unit, acting, "withdraw", &withdrawn).await
            })
            .await
    }

    /// Records a step of the person's consent: that they were asked, or what they or their representative said. The lead
    /// records it while the offer waits. When consent was missing in the instant of effect, the new lead records it later,
    /// and what the file held before is then opened to it.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::OnlyLead`], [`Refusal::WhoSaidIt`], [`Refusal::ConsentNotNeeded`],
    /// [`Refusal::ConsentStep`], [`Refusal::AlreadySettled`]; the database's.
    pub async fn consent_to_hand_over(
        &self,
        acting: &Acting,
        id: Uuid,
        step: ConsentStep,
        said_by: Option<SaidBy>,
    ) -> Result<Consent, Error> {
        if (step == ConsentStep::Asked) != said_by.is_none() {
            return Err(Refusal::WhoSaidIt.into());
        }
        self.store
            .write(|unit: Unit| async move {
                let offer = visible(&unit, acting, id).await?;
                let after = match &offer.stage {
                    Stage::Accepted { effect, .. } if *effect <= unit.now() => {
                        self.consent_afterwards(&unit, acting, &offer, step).await?
                    }
                    _ => {
                        let offer = of_lead(&unit, acting, id).await?;
                        let answer_by = self.answer_by(offer.answer, unit.now())?;
                        offer.consent(step, answer_by)?
                    }
                };
                queries::consent_step(&unit, id, step, said_by, acting).await?;
                queries::consent(&unit, &after).await?;
                self.tell(&unit, acting, "consent", &after).await?;
                Ok(after.consent)
            })
            .await
    }

    /// After the effect, consent can still be given to the new lead: what was withheld is opened. What was passed on with
    /// consent cannot be called back.
    async fn consent_afterwards(
        &self,
        unit: &Unit,
        acting: &Acting,
        offer: &HandOver,
        step: ConsentStep,
    ) -> Result<HandOver, Error> {
        let (_, lead) = authority::leads(unit, acting, offer.case, unit.now(), Action::Offer).await?;
        if lead.organ != offer.to {
            return Err(Refusal::OnlyLead { lead: lead.organ }.into());
        }
        let consent = offer.consent.after(step)?;
        if step != ConsentStep::Given || !queries::open_withheld(unit, offer.id, acting).await? {
            return Err(Refusal::ConsentStep { stands: offer.consent, step }.into());
        }
        Ok(HandOver { consent, ..offer.clone() })
    }

    /// States that the law itself made the receiver the lead, when the receiver was silent for its whole time: the effect
    /// is now. The register is asked again, and must name it with a duty (`must`) that rests on verified law.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::OnlyLead`], [`Refusal::NotLapsed`], [`Refusal::NoLongerNamed`],
    /// [`Refusal::LawDoesNotCompel`], [`Refusal::AlreadySettled`]; the database's.
    pub async fn hand_over_by_law(&self, acting: &Acting, id: Uuid) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let offer = of_lead(&unit, acting, id).await?;
                self.take_effect(&unit, acting, offer, None, How::Law).await.map(drop)
            })
            .await
    }

    /// Sets how long each rung has for its answer, for offers from now on.
    ///
    /// # Errors
    /// [`post::Refusal::OperatorOnly`], [`Refusal::Uncountable`]; the database's.
    pub async fn set_answer_time(&self, acting: &Acting, time: AnswerTime) -> Result<(), Error> {
        if !acting.is_operator() {
            return Err(post::Refusal::OperatorOnly.into());
        }
        let value = format!("{} by {}", time.length, time.rule);
        if time.length.amount == 0 || !time.rule.fits(time.length.unit) {
            return Err(Refusal::Uncountable { length: time.length, rule: time.rule }.into());
        }
        let value = &value;
        self.store
            .write(|unit: Unit| async move {
                queries::set_answer_time(&unit, value).await?;
                let entry =
                    Entry::new(&acting.actor, Word::of("set"), Word::of("setting"), Word::of("handover.answer-time"));
                unit.journal(entry);
                Ok(())
            })
            .await
    }

    /// How long each rung has for its answer, in offers from now on. It says nothing of anybody.
    ///
    /// # Errors
    /// The database's.
    pub async fn hand_over_answer_time(&self) -> Result<AnswerTime, Error> {
        self.store.read(|view: View| async move { self.answer_time(&view).await }).await
    }

    /// How long each rung has now.
    async fn answer_time(&self, view: &View) -> Result<AnswerTime, Error> {
        let Some(written) = queries::answer_time(view).await? else { return Ok(AnswerTime::default()) };
        let read = written.split_once(" by ").and_then(|(length, rule)| {
            Some(AnswerTime { length: length.parse::<Length>().ok()?, rule: rule.parse::<Rule>().ok()? })
        });
        Ok(read.unwrap_or_default())
    }

    /// The instant in which an answer is late: the begin of the day after the last one.
    pub(super) fn answer_by(&self, time: AnswerTime, from: Timestamp) -> Result<Timestamp, Error> {
        let out = || Refusal::Uncountable { length: time.length, rule: time.rule };
        let last = time.rule.last_day(self.day(from), time.length).map_err(|_| out())?;
        Ok(self.start_of(last.tomorrow().map_err(|_| out())?).map_err(|_| out())?)
    }

    /// Offers a case. The receiver's time begins now, unless consent comes first.
    pub(super) async fn make_offer(
        &self,
        unit: &Unit,
        acting: &Acting,
        case: &Case,
        lead: &Holding,
        offer: NewOffer<'_>,
    ) -> Result<HandOver, Error> {
        let answer = self.answer_time(unit).await?;
        let consent = if offer.consent.is_some() { Consent::Needed } else { Consent::NotNeeded };
        let answer_by = match consent.sight() {
            Sight::Nothing => None,
            Sight::Envelope | Sight::Short => Some(self.answer_by(answer, unit.now())?),
        };
        let new = HandOver {
            id: unit.new_id(),
            case: case.id,
            from_holding: lead.id,
            from: lead.organ.clone(),
            to: offer.route.lead.organ.clone(),
            ground: offer.because.ground,
            fact: offer.because.fact,
            why: offer.route.lead.path.clone(),
            edition: self.register.edition.as_str().to_owned(),
            not_before: offer.because.from,
            answer,
            offered: unit.now(),
            offered_by: acting.post().to_owned(),
            stage: Stage::Offered { answer_by },
            consent,
            version: 1,
        };
        queries::offer(unit, &new, acting.organ()).await?;
        self.tell(unit, acting, "offer", &new).await?;
        Ok(new)
    }

    /// Lets it take effect: the register is asked again for the day of effect, and if it names the receiver, the holdings
    /// become those that it names, in that instant.
    pub(super) async fn take_effect(
        &self,
        unit: &Unit,
        acting: &Acting,
        offer: HandOver,
        effect: Option<Timestamp>,
        how: How,
    ) -> Result<Timestamp, Error> {
        const LONGEST: jiff::SignedDuration = jiff::SignedDuration::from_hours(366 * 24);
        let accepted = offer.accept(unit.now(), effect, how)?;
        let Stage::Accepted { effect, .. } = accepted.stage else { return Err(Refusal::Unknown.into()) };
        let latest = unit.now().max(accepted.not_before).saturating_add(LONGEST).unwrap_or(Timestamp::MAX);
        if effect > latest {
            return Err(Refusal::TooLate { latest }.into());
        }
        let case = case::queries::one(unit, accepted.case).await?.ok_or(Refusal::Unknown)?;
        let route = self.route_again(unit, &case, self.day(effect), unit.now(), &accepted.from).await?;
        let path = &route.lead.path;
        if route.lead.organ != accepted.to {
            let named = path.between.is_none().then_some(route.lead.organ);
            return Err(Refusal::NoLongerNamed { to: accepted.to, named }.into());
        }
        if how == How::Law && (path.between.is_some() || route.lead.force != "must" || path.certainty != "verified") {
            let (force, certainty) = (route.lead.force, route.lead.path.certainty);
            return Err(Refusal::LawDoesNotCompel { to: accepted.to, force, certainty }.into());
        }
        queries::settle(unit, &accepted, acting).await?;
        let wanted = Wanted {
            lead: &route.lead,
            beside: &route.beside,
            from: effect,
            edition: self.register.edition.as_str(),
            cause: Cause::HandOver,
            cause_id: Some(accepted.id),
            post: acting.post(),
        };
        bring_about(unit, case.id, wanted).await?;
        if accepted.consent.sight() == Sight::Envelope {
            queries::withhold(unit, accepted.id, case.id, effect).await?;
        }
        self.tell(unit, acting, how.word(), &accepted).await?;
        Ok(effect)
    }

    /// Whom the register names for a case on a day, with what was believed at an instant.
    pub(super) async fn route_again(
        &self,
        view: &View,
        case: &Case,
        on: Date,
        known: Timestamp,
        otherwise: &str,
    ) -> Result<Route, Error> {
        let case_type = self.case_type(&case.case_type)?;
        let situation = match case.person {
            Some(person) => person::situation(view, &self.register, person, on, known).await?.unwrap_or_default(),
            None => person::Situation::default(),
        };
        Ok(routing::route(&self.register, case_type, &situation, on, otherwise))
    }

    /// Writes the journal's line.
    pub(super) async fn tell(&self, unit: &Unit, acting: &Acting, did: &str, what: &HandOver) -> Result<(), Error> {
        let entry = Entry::new(&acting.actor, Word::new(did)?, Word::of("hand-over"), what.id);
        unit.journal(about(unit, entry, what).await?);
        Ok(())
    }
}

/// A line about a hand-over, with its duty, case and person.
pub(super) async fn about(view: &View, entry: Entry, what: &HandOver) -> Result<Entry, Error> {
    let person = queries::person_of(view, what.case).await?;
    let entry = entry.duty(Word::new(what.why.duty.clone())?).case(what.case);
    Ok(match person {
        Some(person) => entry.person(person),
        None => entry,
    })
}

/// What is offered, and why.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewOffer<'a> {
    /// Whom the register names.
    pub route: &'a Route,
    /// The act that asks for consent.
    pub consent: Option<&'static str>,
    /// What gave rise to it, and the earliest effect.
    pub because: Because,
}

/// Whether the post has to do with hand-overs: whoever may offer a case that the organ leads, or answer an offer.
pub(super) fn handles(acting: &Acting) -> bool {
    let offers = |function| authorization::given(function, Some(Bearing::Lead)).has(Action::Offer);
    acting.is_operator() || acting.may(Action::Answer) || acting.does().is_some_and(offers)
}

/// A hand-over that the acting organ is a party of: it offered it, is offered it, or it climbed to it. For everybody else
/// there is none.
pub(super) async fn visible(view: &View, acting: &Acting, id: Uuid) -> Result<HandOver, Error> {
    if !handles(acting) {
        return Err(Refusal::Unknown.into());
    }
    let found = queries::one(view, id).await?.ok_or(Refusal::Unknown)?;
    if !takes(view, acting, found.case).await? {
        return Err(Refusal::Unknown.into());
    }
    let organ = acting.organ();
    if found.from == organ || (found.to == organ && found.consent.sight() != Sight::Nothing) {
        return Ok(found);
    }
    let mut reached = queries::reached(view, id).await?.into_iter().skip(1);
    if reached.any(|above| above == organ) && !openings::is_secluded(view, found.case).await? {
        Ok(found)
    } else {
        Err(Refusal::Unknown.into())
    }
}

/// Whether the acting post works in cases of this one's duty.
pub(super) async fn takes(view: &View, acting: &Acting, case: Uuid) -> Result<bool, Error> {
    if acting.duties().is_none() {
        return Ok(true);
    }
    Ok(case::queries::one(view, case).await?.is_some_and(|case| acting.takes(&case.duty)))
}

/// One that the acting organ offered as the lead.
async fn of_lead(view: &View, acting: &Acting, id: Uuid) -> Result<HandOver, Error> {
    let found = visible(view, acting, id).await?;
    if found.from == acting.organ() { Ok(found) } else { Err(Refusal::OnlyLead { lead: found.from }.into()) }
}
