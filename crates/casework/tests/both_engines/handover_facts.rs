//! Facts move, responsibility follows: shown before it is saved, done as it was shown.

use casework::handover::{AtOnce, FactChange, Move, Refusal, When};
use casework::person::{Correction, NewFact};
use casework::{Error, Refusal as Any};
use jiff::civil::{Date, date};

use crate::handover::{FACTS, broken};
use crate::on_both_engines;
use crate::world::World;

fn since(from: Date, attribute: &str, value: &str) -> NewFact {
    NewFact::since(from, attribute, value, "person")
}

async fn what_is_shown_is_what_happens(world: &World) {
    let house = &world.house;
    let person = world.person((1990, 5, 1), &FACTS).await;
    let (expert, forssa) = (world.acting("te-hame/expert").await, world.acting("forssa/coordinator").await);
    let case = house.open_case(&expert, "initial-assessment", person).await.expect("opened").id;
    let new = since(date(2024, 6, 3), "labour", "outside");
    let rows = "select (select count(*) from person_fact) + (select count(*) from handover) as n";
    let before = world.number(rows).await;
    let shown = house.preview_fact(&expert, person, &new).await.expect("a preview");
    assert_eq!(world.number(rows).await, before, "a preview keeps nothing");
    assert_eq!(shown.when, When::Today);
    let [one] = shown.cases.as_slice() else { panic!("{shown:?}") };
    assert_eq!((one.case, one.what.clone()), (case, Move::Offer { consent: None }));
    assert_eq!((one.lead.as_str(), one.to.as_deref()), ("te-office:hame", Some("municipality:061")));
    // Something else came between: what was shown no longer holds.
    let other = since(date(2024, 6, 3), "municipality", "109");
    let seen = house.preview_fact(&expert, person, &other).await.expect("a preview").shown;
    house.record_fact_and_move(&expert, person, &other, &seen).await.expect("it is recorded");
    let stale = house.record_fact_and_move(&expert, person, &new, &shown.shown).await;
    assert!(matches!(stale, Err(Error::Refused(Any::HandOver(Refusal::PreviewIsStale)))), "{stale:?}");
    assert_eq!(world.number("select count(*) as n from handover").await, 0);
    let shown = house.preview_fact(&expert, person, &new).await.expect("a preview");
    let done = house.record_fact_and_move(&expert, person, &new, &shown.shown).await.expect("it is recorded");
    assert_eq!(done.cases[0].to.as_deref(), Some("municipality:109"));
    let id = done.cases[0].hand_over.expect("an offer");
    // The move back to Forssa ends that offer and makes another.
    let back = since(date(2024, 6, 3), "municipality", "061");
    let shown = house.preview_fact(&expert, person, &back).await.expect("a preview");
    assert_eq!(shown.cases[0].offer_ends.as_deref(), Some("municipality:109"));
    let done = house.record_fact_and_move(&expert, person, &back, &shown.shown).await.expect("it is recorded");
    let next = done.cases[0].hand_over.expect("an offer");
    assert_ne!(id, next);
    house.accept_hand_over(&forssa, next, None).await.expect("accepted");
    assert_eq!(broken(world).await, 0);
}

async fn later_and_earlier_days_are_told_apart(world: &World) {
    let house = &world.house;
    let person = world.person((1990, 5, 1), &FACTS).await;
    let (expert, forssa) = (world.acting("te-hame/expert").await, world.acting("forssa/coordinator").await);
    house.open_case(&expert, "initial-assessment", person).await.expect("opened");
    let mut past = since(date(2024, 2, 1), "labour", "outside");
    past.until = Some(date(2024, 3, 1));
    let shown = house.preview_fact(&expert, person, &past).await.expect("a preview");
    assert_eq!((shown.when, &shown.cases[0].what), (When::Past, &Move::Nothing));
    let backdated = since(date(2024, 5, 1), "labour", "outside");
    let shown = house.preview_fact(&expert, person, &backdated).await.expect("a preview");
    assert_eq!(shown.when, When::Backdated { since: date(2024, 5, 1) });
    assert_eq!((shown.cases[0].on, &shown.cases[0].what), (date(2024, 6, 3), &Move::Offer { consent: None }));
    // Nothing that the register asks about: nothing moves.
    let language = since(date(2024, 6, 3), "interpreter", "ti");
    assert_eq!(house.preview_fact(&expert, person, &language).await.expect("a preview").cases[0].what, Move::Nothing);
    let later = since(date(2024, 7, 1), "labour", "outside");
    let shown = house.preview_fact(&expert, person, &later).await.expect("a preview");
    assert_eq!((shown.when, shown.cases[0].on), (When::Future { from: date(2024, 7, 1) }, date(2024, 7, 1)));
    let done = house.record_fact_and_move(&expert, person, &later, &shown.shown).await.expect("it is recorded");
    let id = done.cases[0].hand_over.expect("an offer");
    let effect = house.accept_hand_over(&forssa, id, None).await.expect("accepted");
    assert_eq!(
        effect,
        "2024-07-01T00:00:00+03:00".parse().expect("an instant"),
        "the day begins at midnight in Helsinki"
    );
    // Before it begins the person is a job seeker after all: what was planned is called off.
    let after_all = since(date(2024, 7, 1), "labour", "unemployed-job-seeker");
    let shown = house.preview_fact(&expert, person, &after_all).await.expect("a preview");
    house.record_fact_and_move(&expert, person, &after_all, &shown.shown).await.expect("it is recorded");
    let called_off = "select count(*) as n from handover where state = 'withdrawn' and reason = 'called-off'";
    assert_eq!(world.number(called_off).await, 1);
    // From 1 January 2025 the law moves it to the employment authority by itself; a fact that changes nothing in that does
    // not offer it.
    let new_year = since(date(2025, 1, 1), "interpreter", "so");
    let shown = house.preview_fact(&expert, person, &new_year).await.expect("a preview");
    assert_eq!(shown.cases[0].what, Move::ByLaw, "{shown:?}");
    assert_eq!(broken(world).await, 0);
}

async fn a_question_that_is_answered_gives_a_lead(world: &World) {
    let house = &world.house;
    let facts = [FACTS[0], FACTS[1]];
    let person = world.person((1990, 5, 1), &facts).await;
    let forssa = world.acting("forssa/coordinator").await;
    let opened = house.open_case(&forssa, "initial-assessment", person).await.expect("opened");
    assert!(opened.route.between().is_some(), "{opened:?}");
    let answer = since(date(2024, 6, 3), "labour", "unemployed-job-seeker");
    let shown = house.preview_fact(&forssa, person, &answer).await.expect("a preview");
    assert_eq!(shown.cases[0].what, Move::AtOnce { why: AtOnce::OutOfBetweenChairs }, "{shown:?}");
    house.record_fact_and_move(&forssa, person, &answer, &shown.shown).await.expect("it is recorded");
    let leads =
        "select count(*) as n from holding where role = 'lead' and until_at is null and organ = 'te-office:hame'
        and not between_chairs";
    assert_eq!(world.number(leads).await, 1);
    assert_eq!(broken(world).await, 0);
    // Somebody who bears none of it may not even ask.
    let stranger = world.acting("hameenlinna/coordinator").await;
    assert!(house.preview_fact(&stranger, person, &answer).await.is_err());
}

async fn whatever_changes_a_fact_moves_its_cases(world: &World) {
    let house = &world.house;
    let person = world.person((1990, 5, 1), &FACTS).await;
    let expert = world.acting("te-hame/expert").await;
    house.open_case(&expert, "initial-assessment", person).await.expect("opened");
    let fact = async |attribute: &str| {
        let all = house.person_history(&expert, person, Some(attribute)).await.expect("the history");
        all.into_iter().find(|fact| fact.withdrawn_at.is_none()).expect("it is believed").id
    };
    // Ended: not knowing is no reason to let go, and the question is said.
    let end = FactChange::End { attribute: "labour".to_owned(), slot: String::new(), from: date(2024, 6, 3) };
    let shown = house.preview_fact_change(&expert, person, &end).await.expect("a preview");
    assert!(matches!(shown.cases[0].what, Move::Asks(_)), "{shown:?}");
    // Corrected, since a past day: offered from now on.
    let instead =
        Correction { value: "outside".to_owned(), from: date(2024, 1, 1), until: None, source: "decision".to_owned() };
    let correct = FactChange::Correct { fact: fact("labour").await, instead };
    let shown = house.preview_fact_change(&expert, person, &correct).await.expect("a preview");
    assert_eq!(shown.when, When::Backdated { since: date(2024, 1, 1) });
    assert_eq!(shown.cases[0].what, Move::Offer { consent: None });
    // What was shown is only for what was shown.
    let stale = house.change_fact_and_move(&expert, person, &end, Some(&shown.shown)).await;
    assert!(matches!(stale, Err(Error::Refused(Any::HandOver(Refusal::PreviewIsStale)))), "{stale:?}");
    let done = house.change_fact_and_move(&expert, person, &correct, Some(&shown.shown)).await.expect("corrected");
    assert!(done.cases[0].hand_over.is_some() && done.recorded.fact.is_some(), "{done:?}");
    // Withdrawn: nothing is known of it, so the offer ends; and so do the actions that nobody was shown anything of.
    let gone = house.withdraw_fact(&expert, person, fact("labour").await).await.expect("withdrawn");
    assert_eq!((gone.fact, gone.withdrawn.len()), (None, 1));
    let ended = "select count(*) as n from handover where state = 'withdrawn' and reason = 'facts-changed'";
    assert_eq!(world.number(ended).await, 1);
    house.record_fact(&expert, person, &since(date(2024, 6, 3), "labour", "outside")).await.expect("recorded");
    assert_eq!(world.number("select count(*) as n from handover where state = 'offered'").await, 1);
    // A correction that leaves today as it was, and ends what is so on a later day, is asked about for that day.
    let later = Correction {
        value: "outside".to_owned(),
        from: date(2024, 6, 3),
        until: Some(date(2024, 9, 1)),
        source: "person".to_owned(),
    };
    let later = FactChange::Correct { fact: fact("labour").await, instead: later };
    let shown = house.preview_fact_change(&expert, person, &later).await.expect("a preview");
    assert_eq!(shown.when, When::Future { from: date(2024, 9, 1) });
    assert_eq!(broken(world).await, 0);
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    what_is_shown_is_what_happens,
    later_and_earlier_days_are_told_apart,
    a_question_that_is_answered_gives_a_lead,
    whatever_changes_a_fact_moves_its_cases,
}
