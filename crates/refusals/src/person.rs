//! About people and facts.

use casework::person::Refusal;
use register::ask::Facts;

use crate::{Teller, Wrong, one};

pub(crate) fn wrong(t: &Teller<'_>, refusal: &Refusal) -> Option<Wrong> {
    let w = t.w;
    match refusal {
        Refusal::Unknown | Refusal::UnknownFact => None,
        Refusal::Register(refusal) => {
            let said = web::said::refusal(w, &t.house.register, &Facts::none(), refusal);
            one("value", format!("{} {}", said.what, said.todo).trim_end())
        }
        Refusal::Value { attribute } => one("value", w.person_value_wrong(&t.attribute(attribute))),
        Refusal::Slot { .. } => one("slot", w.form_word_wrong()),
        Refusal::Source(_) => one("source", w.form_word_wrong()),
        Refusal::EndsBeforeItBegins => one("until", w.person_ends_before()),
        Refusal::DayOutOfReach { first, last } => one("from", w.person_day_out_of_reach(&w.day(*first), &w.day(*last))),
        Refusal::AgeFollowsFromBirth => one("value", w.person_age()),
        Refusal::NothingToEnd { attribute, on } => {
            one("from", w.person_nothing_to_end(&t.attribute(attribute), &w.day(*on)))
        }
        Refusal::NoSuchBirth(_) => one("year", w.person_no_such_birth()),
        Refusal::BornLater(day) => one("year", w.person_born_later(&w.day(*day))),
        Refusal::NoReason => one("reason", w.person_no_reason()),
        Refusal::OnlyTheLead => one("", w.person_only_the_lead()),
        Refusal::NothingToFind => one("q", w.person_nothing_to_find()),
        Refusal::TooMany { found, most } => one("q", w.person_too_many(&w.number(*found), &w.number(*most))),
        _ => None,
    }
}
