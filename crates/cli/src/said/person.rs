//! What is refused about people and what is known of them.

use casework::person::Refusal;
use register::ask::Facts;

use super::fact::title;
use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    let wrong = |what: String, code| Trouble::wrong_use(what, "").coded(code);
    match refusal {
        Refusal::Unknown => Trouble::refused(w.person_unknown()).coded("person-unknown").todo(w.person_unknown_todo()),
        Refusal::Register(refusal) => desk.context.refused(refusal, &Facts::none()).coded("fact-wrong"),
        Refusal::Value { attribute } => wrong(w.person_value_wrong(&title(desk, attribute)), "fact-value-wrong"),
        Refusal::Slot { attribute, slot } => wrong(w.person_slot(&title(desk, attribute), slot), "fact-slot-wrong"),
        Refusal::Source(word) => wrong(w.person_source(word), "fact-source-wrong"),
        Refusal::EndsBeforeItBegins => wrong(w.person_ends_before().to_owned(), "ends-before-it-begins"),
        Refusal::DayOutOfReach { first, last } => {
            wrong(w.person_day_out_of_reach(&w.day(*first), &w.day(*last)), "day-out-of-reach")
        }
        Refusal::AgeFollowsFromBirth => {
            Trouble::wrong_use(w.person_age(), w.person_age_todo()).coded("age-follows-from-birth")
        }
        Refusal::UnknownFact => {
            Trouble::refused(w.person_unknown_fact()).coded("fact-unknown").todo(w.person_unknown_fact_todo())
        }
        Refusal::NothingToEnd { attribute, on } => {
            Trouble::refused(w.person_nothing_to_end(&title(desk, attribute), &w.day(*on))).coded("nothing-to-end")
        }
        Refusal::NoSuchBirth(_) => wrong(w.person_no_such_birth().to_owned(), "no-such-birth"),
        Refusal::BornLater(day) => wrong(w.person_born_later(&w.day(*day)), "born-later"),
        Refusal::NoReason => wrong(w.person_no_reason().to_owned(), "no-reason"),
        Refusal::SameOne => wrong(w.person_same_one().to_owned(), "same-one"),
        Refusal::SaidAlready => Trouble::refused(w.person_said_already()).coded("said-already"),
        Refusal::RelatedAlready => Trouble::refused(w.person_related_already()).coded("related-already"),
        Refusal::OnlyTheLead => Trouble::refused(w.person_only_the_lead()).coded("only-the-lead"),
        Refusal::NoHandler => Trouble::wrong_use(w.person_no_handler(), w.person_no_handler_todo()).coded("no-handler"),
        Refusal::UnknownPost(post) => {
            Trouble::wrong_use(w.post_unknown(post), w.post_unknown_todo()).coded("post-unknown")
        }
        Refusal::NotProtected => Trouble::refused(w.person_not_protected()).coded("not-protected"),
        Refusal::NothingToFind => wrong(w.person_nothing_to_find().to_owned(), "nothing-to-find"),
        Refusal::TooMany { found, most } => Trouble::refused(w.person_too_many(&w.number(*found), &w.number(*most)))
            .coded("too-many")
            .todo(w.person_too_many_todo())
            .with("found", *found),
    }
}
