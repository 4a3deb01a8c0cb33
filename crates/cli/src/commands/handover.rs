//! `kotopolku handover`: one lead ends and the next begins, after an offer and an answer.

use calendar::{Counting, Length, Rule, Unit};
use casework::handover::{AnswerTime, ConsentStep, Listed, ReturnReason, SaidBy};
use casework::post::Acting;
use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use serde_json::json;
use uuid::Uuid;

use super::DONE;
use super::case_moves;
use super::handover_shown as shown;
use super::limit_shown::{rule, telling};
use crate::context::Trouble;
use crate::desk::{Desk, moment};
use crate::print::{Look, say, shown as look};
use web::words::Words;

/// So many climb at once, unless another number is given.
const AT_ONCE: u32 = 10_000;

/// `handover`
#[derive(Debug, Subcommand)]
pub enum HandOver {
    /// Offer a case that the organ leads to whom the register names
    Offer {
        /// The case, by its number or its identity
        case: String,
    },
    /// What waits for the organ's answer
    List {
        /// What the organ has offered, and waits, instead
        #[arg(long, conflicts_with = "unanswered")]
        offered: bool,
        /// What nobody answered in time and has come up to the organ, instead
        #[arg(long)]
        unanswered: bool,
    },
    /// One hand-over; for the organ that it is offered to, what it needs for its answer
    Show {
        /// The hand-over, by the number of its case or by its identity
        hand_over: String,
    },
    /// Take the case over
    Accept {
        /// The hand-over
        hand_over: String,
        /// From when, as 2024-07-01 or 2024-07-01T12:00 [default: as soon as it can be]
        #[arg(long, value_name = "MOMENT")]
        from: Option<String>,
    },
    /// Return it: the lead goes on leading
    Return {
        /// The hand-over
        hand_over: String,
        /// The facts are wrong, another organ leads, or something must be finished first
        #[arg(long, value_parser = PossibleValuesParser::new(["facts-wrong", "not-ours", "not-yet"]))]
        reason: String,
        /// In your own words
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Take an offer back
    Withdraw {
        /// The hand-over
        hand_over: String,
    },
    /// Record that the person was asked whether they consent, or what they said
    Consent {
        /// The hand-over
        hand_over: String,
        /// What was done
        #[arg(value_parser = PossibleValuesParser::new(ConsentStep::ALL.iter().map(|step| step.word())))]
        step: String,
        /// Who said it
        #[arg(long, value_parser = PossibleValuesParser::new(SaidBy::ALL.iter().map(|by| by.word())))]
        said_by: Option<String>,
    },
    /// State that the law itself made the silent receiver the lead
    ByLaw {
        /// The hand-over
        hand_over: String,
    },
    /// Remind the organ that does not answer, as one that it has come up to
    Remind {
        /// The hand-over
        hand_over: String,
    },
    /// Decide it, as an organ that the register lets decide for the receiver
    Assign {
        /// The hand-over
        hand_over: String,
        /// To the organ that it is offered to, or back to the lead
        #[arg(long, value_parser = PossibleValuesParser::new(["receiver", "lead"]))]
        to: String,
    },
    /// Let what nobody answered in time go up a step (as the operator; the server does it by itself every minute)
    Climb {
        /// So many at most
        #[arg(long, value_name = "COUNT", default_value_t = AT_ONCE)]
        at_most: u32,
    },
    /// All hand-overs of a case, the first first
    Of {
        /// The case, by its number or its identity
        case: String,
    },
    /// How long there is for an answer; with a length, set it for offers from now on (as the operator)
    AnswerTime {
        /// The length, as "5 working days", "10 days", "1 month"
        length: Option<String>,
        /// How it is counted [default: what goes with the length]
        #[arg(long, value_name = "RULE", requires = "length")]
        counted: Option<String>,
    },
}

pub async fn run(desk: &Desk, what: &HandOver) -> Result<u8, Trouble> {
    match what {
        HandOver::Climb { at_most } => climb(desk, *at_most).await?,
        HandOver::AnswerTime { length, counted } => answer_time(desk, length.as_deref(), counted.as_deref()).await?,
        other => act(desk, other, &desk.acting().await?).await?,
    }
    Ok(DONE)
}

async fn act(desk: &Desk, what: &HandOver, acting: &Acting) -> Result<(), Trouble> {
    let (house, trouble) = (&desk.house, |error: casework::Error| desk.trouble(error));
    match what {
        HandOver::Climb { .. } | HandOver::AnswerTime { .. } => {}
        HandOver::Offer { case } => {
            let case = desk.case(acting, case).await?;
            let moved = house.offer_hand_over(acting, case).await.map_err(trouble)?;
            desk.answer(&case_moves::object(&moved), || case_moves::text(desk, &moved));
        }
        HandOver::List { offered, unanswered } => {
            let (list, none) = match (offered, unanswered) {
                (true, _) => (house.hand_overs_offered(acting).await, desk.w().handover_none_offered()),
                (_, true) => (house.unanswered_hand_overs(acting).await, desk.w().handover_none_unanswered()),
                _ => (house.hand_overs_to_answer(acting).await, desk.w().handover_none_answer()),
            };
            shown::list(desk, &list.map_err(trouble)?, none);
        }
        HandOver::Show { hand_over } => show(desk, acting, hand_over).await?,
        HandOver::Accept { hand_over, from } => {
            let from = from.as_deref().map(|word| moment(&desk.context, word)).transpose()?;
            let id = meant(desk, acting, hand_over).await?;
            let effect = house.accept_hand_over(acting, id, from).await.map_err(trouble)?;
            let (effect, organ) = (desk.instant(effect), desk.organ_name(acting.organ()));
            done(desk, acting, id, |w, one| w.handover_done_accept(&effect, &one.number.to_string(), organ)).await?;
        }
        HandOver::Return { hand_over, reason, note } => {
            let reason: ReturnReason = reason.parse().map_err(|()| Trouble::wrong_use(reason.clone(), ""))?;
            let id = meant(desk, acting, hand_over).await?;
            house.return_hand_over(acting, id, reason, note.as_deref()).await.map_err(trouble)?;
            done(desk, acting, id, |w, one| w.handover_done_return(lead(desk, one), &one.number.to_string())).await?;
        }
        HandOver::Withdraw { hand_over } => {
            let id = meant(desk, acting, hand_over).await?;
            house.withdraw_hand_over(acting, id).await.map_err(trouble)?;
            done(desk, acting, id, |w, one| w.handover_done_withdraw(lead(desk, one), &one.number.to_string())).await?;
        }
        HandOver::Consent { hand_over, step, said_by } => {
            let wrong = |word: &str| Trouble::wrong_use(word, "");
            let step: ConsentStep = step.parse().map_err(|()| wrong(step))?;
            let said_by = said_by.as_deref().map(|by| by.parse::<SaidBy>().map_err(|()| wrong(by))).transpose()?;
            let id = meant(desk, acting, hand_over).await?;
            let consent = house.consent_to_hand_over(acting, id, step, said_by).await.map_err(trouble)?;
            let consent = shown::consent(desk.w(), consent);
            done(desk, acting, id, |w, one| w.handover_done_consent(consent, &one.number.to_string())).await?;
        }
        HandOver::ByLaw { hand_over } => {
            let id = meant(desk, acting, hand_over).await?;
            house.hand_over_by_law(acting, id).await.map_err(trouble)?;
            done(desk, acting, id, |w, one| {
                w.handover_done_by_law(&effect(desk, one), &one.number.to_string(), receiver(desk, one))
            })
            .await?;
        }
        HandOver::Remind { hand_over } => {
            let id = meant(desk, acting, hand_over).await?;
            house.remind_hand_over(acting, id).await.map_err(trouble)?;
            done(desk, acting, id, |w, one| w.handover_done_remind(&one.number.to_string(), receiver(desk, one)))
                .await?;
        }
        HandOver::Assign { hand_over, to } => {
            let (id, to_receiver) = (meant(desk, acting, hand_over).await?, to == "receiver");
            house.assign_hand_over(acting, id, to_receiver).await.map_err(trouble)?;
            done(desk, acting, id, |w, one| {
                let number = one.number.to_string();
                if to_receiver {
                    w.handover_done_accept(&effect(desk, one), &number, receiver(desk, one))
                } else {
                    w.handover_done_return(lead(desk, one), &number)
                }
            })
            .await?;
        }
        HandOver::Of { case } => {
            let case = desk.case(acting, case).await?;
            let all = house.hand_overs_of(acting, case).await.map_err(trouble)?;
            shown::history(desk, &all);
        }
    }
    Ok(())
}

/// The hand-over that is meant: its identity, or the number of its case.
async fn meant(desk: &Desk, acting: &Acting, word: &str) -> Result<Uuid, Trouble> {
    let word = word.trim();
    if let Ok(number) = word.parse() {
        return desk.house.hand_over_by_number(acting, number).await.map_err(|error| desk.trouble(error));
    }
    word.parse().map_err(|_| {
        Trouble::wrong_use(desk.w().handover_wrong(word), desk.w().handover_wrong_todo()).coded("handover-wrong")
    })
}

/// Says what was done, and gives programs the hand-over as it stands now.
async fn done(
    desk: &Desk,
    acting: &Acting,
    id: Uuid,
    sentence: impl FnOnce(&Words, &Listed) -> String,
) -> Result<(), Trouble> {
    let one = desk.house.hand_over(acting, id).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&shown::listed(&one), || say(&sentence(desk.w(), &one)));
    Ok(())
}

fn lead<'a>(desk: &'a Desk, one: &'a Listed) -> &'a str {
    desk.organ_name(&one.hand_over.from)
}

fn receiver<'a>(desk: &'a Desk, one: &'a Listed) -> &'a str {
    desk.organ_name(&one.hand_over.to)
}

fn effect(desk: &Desk, one: &Listed) -> String {
    shown::effect(&one.hand_over).map(|at| desk.instant(at)).unwrap_or_default()
}

/// For the organ that is asked, what it needs for its answer; for everybody else, and afterwards, how it stands.
async fn show(desk: &Desk, acting: &Acting, word: &str) -> Result<(), Trouble> {
    let id = meant(desk, acting, word).await?;
    let one = desk.house.hand_over(acting, id).await.map_err(|error| desk.trouble(error))?;
    if one.hand_over.to == acting.organ() && one.hand_over.stage.is_open() {
        let preview = desk.house.preview_hand_over(acting, id).await.map_err(|error| desk.trouble(error))?;
        shown::preview(desk, &one, &preview);
    } else {
        shown::one(desk, &one);
    }
    Ok(())
}

async fn climb(desk: &Desk, at_most: u32) -> Result<(), Trouble> {
    let w = desk.w();
    if !desk.acting_or_operator().await?.is_operator() {
        let trouble = Trouble::refused(w.handover_operator_only()).coded("operator-only");
        return Err(trouble.todo(w.handover_operator_only_todo()));
    }
    let done = desk.house.climb_unanswered(at_most).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&json!({ "climbed": done.climbed, "at_top": done.at_top }), || {
        if done.climbed == 0 {
            return say(&look(Look::Quiet, w.handover_done_climb_none()));
        }
        say(&w.handover_done_climb(done.climbed));
        if done.at_top > 0 {
            say(&w.handover_done_climb_top(done.at_top));
        }
    });
    Ok(())
}

async fn answer_time(desk: &Desk, length: Option<&str>, counted: Option<&str>) -> Result<(), Trouble> {
    let w = desk.w();
    if let Some(word) = length {
        let length: Length = word.trim().parse().map_err(|_| {
            Trouble::wrong_use(w.limit_length_wrong(word), w.limit_length_wrong_todo()).coded("length-wrong")
        })?;
        let rule = match counted {
            None => Rule { counting: usual(length.unit), to_working_day: false },
            Some(name) => name.trim().parse().map_err(|_| {
                let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
                Trouble::wrong_use(w.handover_rule_wrong(name), w.handover_rule_wrong_todo(&rules.join(", ")))
                    .coded("rule-wrong")
                    .with("rules", rules)
            })?,
        };
        let acting = desk.acting_or_operator().await?;
        if !acting.is_operator() {
            let trouble = Trouble::refused(w.handover_time_operator_only()).coded("operator-only");
            return Err(trouble.todo(w.handover_time_operator_only_todo()));
        }
        let set = desk.house.set_answer_time(&acting, AnswerTime { length, rule }).await;
        set.map_err(|error| desk.trouble(error))?;
    }
    let now = desk.house.hand_over_answer_time().await.map_err(|error| desk.trouble(error))?;
    let object = json!({ "length": now.length.to_string(), "rule": now.rule.name(), "set": length.is_some() });
    desk.answer(&object, || {
        let (time, by) = (telling(desk).length(Some(now.length)), rule(desk, Some(now.length), now.rule));
        say(&if length.is_some() {
            w.handover_answer_time_set(&time, &by)
        } else {
            w.handover_answer_time(&time, &by)
        });
    });
    Ok(())
}

/// How a length is counted where nothing else is said.
const fn usual(unit: Unit) -> Counting {
    match unit {
        Unit::WorkingDays => Counting::WorkingDays,
        Unit::Months | Unit::Years => Counting::MonthEndClipped,
        Unit::Hours | Unit::Days | Unit::Weeks => Counting::CalendarDays,
    }
}
