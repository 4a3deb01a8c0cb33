//! About decisions. An organ that cannot decide is told which link is missing.

use casework::decision::{MissingLink, Refusal, WrongDay};
use register::resolved::Version;

use super::{Wrong, one};
use crate::said::Teller;

pub fn wrong(t: &Teller<'_>, version: Option<&Version>, refusal: &Refusal) -> Option<Wrong> {
    let w = t.w;
    match refusal {
        Refusal::NotCompetent { number, link } => {
            let field = if matches!(**link, MissingLink::NotByLaw { .. }) { "although" } else { "" };
            one(field, w.decision_not_competent(&missing(t, link), &number.to_string()))
        }
        Refusal::DecidesNothing { step, .. } => one("", w.decision_decides_nothing_none(&t.step(version, step))),
        Refusal::NotifiedAlready { received, .. } => one("", w.decision_notified_already(&w.day(*received))),
        Refusal::NotTheLastNotification => one("", w.decision_not_the_last_notification()),
        Refusal::WrongDay { day, fault } => {
            let said = w.day(*day);
            match fault {
                WrongDay::BeforeDecision(made) => one("sent", w.decision_day_before_decision(&said, &w.day(*made))),
                WrongDay::BeforeSending(sent) => one("received", w.decision_day_before_sending(&said, &w.day(*sent))),
                WrongDay::NotYet(today) => one("received", w.decision_day_not_yet(&said, &w.day(*today))),
            }
        }
        Refusal::NoReason => one("reason", w.decision_no_reason()),
        Refusal::StateTheDay(_) => one("received", w.form_state_the_day()),
        Refusal::SayWhichLimit(may) | Refusal::NotALimit { possible: may, .. } => {
            let may: Vec<String> = may.iter().map(|one| one.limit.clone()).collect();
            one("limit", w.decision_say_which_limit(&w.either(&may)))
        }
        _ => None,
    }
}

fn missing(t: &Teller<'_>, link: &MissingLink) -> String {
    let w = t.w;
    let organs = |all: &[String]| w.list(&all.iter().map(|organ| t.organ_name(organ)).collect::<Vec<_>>());
    let verbs = |all: &[String]| w.list(&all.iter().map(|verb| t.verb(verb)).collect::<Vec<_>>());
    match link {
        MissingLink::Closed { at } => w.decision_link_closed(&t.instant(*at)),
        MissingLink::NeverBore => w.decision_link_never_bore().to_owned(),
        MissingLink::Ended { at } => w.decision_link_ended(&t.instant(*at)),
        MissingLink::NotBegun { at } => w.decision_link_not_begun(&t.instant(*at)),
        MissingLink::LooksAfter { .. } => w.case_against_keeps().to_owned(),
        MissingLink::OtherVerbs { verbs: has, deciding } if deciding.is_empty() => {
            w.decision_link_other_verbs_nobody(&verbs(has))
        }
        MissingLink::OtherVerbs { verbs: has, deciding } => w.decision_link_other_verbs(&verbs(has), &organs(deciding)),
        MissingLink::OtherRole { role, by } => {
            let by: Vec<&str> = by.iter().map(|role| t.role(*role, false)).collect();
            w.decision_link_other_role(&w.either(&by), t.role(*role, false))
        }
        MissingLink::Function { function, allowed } => w.decision_link_function(&w.either(allowed), function),
        MissingLink::NotByLaw { on, now, .. } if now.is_empty() => w.decision_link_not_by_law_nobody(&w.day(*on)),
        MissingLink::NotByLaw { on, now, .. } => w.decision_link_not_by_law(&w.day(*on), &organs(now)),
        MissingLink::OrganNotThere { on } => w.decision_link_organ_not_there(&w.day(*on)),
    }
}
