//! Facts as timelines: nothing overlaps, nothing is erased, two at once do not harm each other.

use casework::person::{Correction, Masked, NewFact, Refusal};
use casework::post::Acting;
use casework::{Error, Refusal as Refused};
use jiff::civil::{Date, date};
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::World;

const JOB_SEEKER: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];

/// A person with a case that the TE office of Häme leads, and its expert.
pub async fn person_with_case(world: &World) -> (Uuid, Acting) {
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let expert = world.acting("te-hame/expert").await;
    world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
    (person, expert)
}

/// Why the person's noun refused.
pub fn refusal<T: std::fmt::Debug>(done: Result<T, Error>) -> Refusal {
    match done {
        Err(Error::Refused(Refused::Person(refusal))) => refusal,
        other => panic!("a refusal about a person was expected: {other:?}"),
    }
}

fn said(attribute: &str, value: &str, from: Date) -> NewFact {
    NewFact::since(from, attribute, value, "person")
}

async fn a_move_cuts_the_former_and_erases_nothing(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let moved = said("municipality", "Hämeenlinna", date(2024, 6, 15));
    let recorded = world.house.record_fact(&expert, person, &moved).await.expect("it is recorded");
    assert_eq!(recorded.withdrawn.len(), 1);
    assert_eq!(recorded.written.len(), 2);
    let new = recorded.written.iter().find(|fact| Some(fact.id) == recorded.fact).expect("what was said");
    assert_eq!(new.value, Masked::Seen("109".to_owned()), "the code is kept, whatever name was given");
    assert!(recorded.contradictions.is_empty());
    let rows = "select count(*) as n from person_fact where attribute = 'municipality'";
    assert_eq!(world.number(rows).await, 3);
    assert_eq!(world.number(&format!("{rows} and withdrawn_at is null")).await, 2);
    let again = world.house.record_fact(&expert, person, &moved).await.expect("said again");
    assert!(!again.is_change());
    assert_eq!(again.fact, recorded.fact);
    assert_eq!(world.number(rows).await, 3, "said twice is written once");
}

async fn what_cannot_be_is_refused(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let day = date(2024, 6, 1);
    let of = |new: NewFact| {
        let (house, expert) = (&world.house, &expert);
        async move { refusal(house.record_fact(expert, person, &new).await) }
    };
    assert!(matches!(of(said("labor", "employed", day)).await, Refusal::Register(_)));
    assert!(matches!(of(said("labour", "emploied", day)).await, Refusal::Register(_)));
    assert!(matches!(of(said("municipality", "Atlantis", day)).await, Refusal::Register(_)));
    assert!(matches!(of(said("email", "no address", day)).await, Refusal::Value { .. }));
    assert_eq!(of(said("age", "30", day)).await, Refusal::AgeFollowsFromBirth);
    assert!(matches!(of(said("language", "fi", date(1600, 1, 1))).await, Refusal::DayOutOfReach { .. }));
    let ends = NewFact { until: Some(day), ..said("language", "fi", day) };
    assert_eq!(of(ends).await, Refusal::EndsBeforeItBegins);
    let slot = NewFact { slot: "second".to_owned(), ..said("labour", "outside", day) };
    assert!(matches!(of(slot).await, Refusal::Slot { .. } | Refusal::Register(_)));
    let source = NewFact { source: "Aino Virtanen".to_owned(), ..said("language", "fi", day) };
    assert!(matches!(of(source).await, Refusal::Source(_)));
    let stranger = world.acting("hameenlinna/coordinator").await;
    let done = world.house.record_fact(&stranger, person, &said("language", "fi", day)).await;
    assert_eq!(refusal(done), Refusal::Unknown, "no holding, no person");
    let done = world.house.record_fact(&expert, Uuid::from_u128(7), &said("language", "fi", day)).await;
    assert_eq!(refusal(done), Refusal::Unknown, "and the same where there is none");
}

async fn facts_that_contradict_each_other_are_recorded_and_told(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let abroad = said("place", "abroad", date(2024, 6, 1));
    let recorded = world.house.record_fact(&expert, person, &abroad).await.expect("it is recorded all the same");
    let told: Vec<_> = recorded.contradictions.iter().map(|told| (told.on, told.attributes.clone())).collect();
    assert_eq!(told, [(date(2024, 6, 1), vec!["place".to_owned(), "labour".to_owned()])]);
}

async fn a_correction_and_an_end_leave_what_was_believed(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let asked = said("interpreter", "ar", date(2024, 2, 29));
    let first =
        world.house.record_fact(&expert, person, &asked).await.expect("it is recorded").fact.expect("its identity");
    let instead =
        Correction { value: "so".to_owned(), from: date(2024, 3, 1), until: None, source: "person".to_owned() };
    let done = world.house.correct_fact(&expert, person, first, &instead).await.expect("it is corrected");
    assert_eq!(done.written[0].replaces, Some(first));
    assert_eq!(refusal(world.house.correct_fact(&expert, person, first, &instead).await), Refusal::UnknownFact);
    let ended = world.house.end_fact(&expert, person, "interpreter", "", date(2024, 12, 31)).await.expect("it ends");
    assert_eq!(ended.fact, None);
    assert_eq!(ended.written[0].until, Some(date(2024, 12, 31)));
    let none = world.house.end_fact(&expert, person, "interpreter", "", date(2025, 1, 1)).await;
    assert!(matches!(refusal(none), Refusal::NothingToEnd { .. }));
    let other = world.person((1991, 1, 1), &[]).await;
    let theirs = ended.written[0].id;
    assert_eq!(refusal(world.house.withdraw_fact(&expert, other, theirs).await), Refusal::Unknown);
    world.house.withdraw_fact(&expert, person, theirs).await.expect("it is withdrawn");
    let rows = "select count(*) as n from person_fact where attribute = 'interpreter'";
    assert_eq!(world.number(rows).await, 3);
    assert_eq!(world.number(&format!("{rows} and withdrawn_at is null")).await, 0);
}

async fn two_officials_record_at_once(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let other = world.another().await;
    for month in 1..=4_i8 {
        let one = said("labour", "employed", date(2025, month, 1));
        let two = said("labour", "unemployed-job-seeker", date(2025, month, 2));
        let (first, second) =
            tokio::join!(world.house.record_fact(&expert, person, &one), other.record_fact(&expert, person, &two));
        first.expect("the one is recorded");
        second.expect("and the other");
    }
    let overlapping = "select count(*) as n from person_fact a join person_fact b
        on a.person_id = b.person_id and a.attribute = b.attribute and a.slot = b.slot and a.id < b.id
        where a.withdrawn_at is null and b.withdrawn_at is null
            and (a.until_day is null or a.until_day > b.from_day) and (b.until_day is null or b.until_day > a.from_day)";
    assert_eq!(world.number(overlapping).await, 0);
    let rows = "select count(*) as n from person_fact where attribute = 'labour' and withdrawn_at is null";
    assert_eq!(world.number(rows).await, 9, "what was believed first, and each of the eight");
    assert_eq!(world.number("select version as n from person").await, 9);
}

async fn the_database_refuses_edits_of_facts(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let name = said("name", r#"{"given":"Ольга"}"#, date(1990, 5, 1));
    world.house.record_fact(&expert, person, &name).await.expect("it is recorded");
    for (sql, said) in [
        ("update person_fact set value = '109'", "a fact is never edited"),
        (
            "update person_fact set replaces = id, withdrawn_at = recorded_at, withdrawn_by = 'x'",
            "a fact is never edited",
        ),
        ("delete from person_fact", "a fact is never removed"),
        ("update person_name_key set person_id = person_id", "a name is never edited"),
        ("delete from person_name_key", "a name is never removed"),
        ("delete from person", "a person is never removed"),
        ("update person set recorded_by = 'x', version = version + 1", "who a person is stays"),
        ("update person set version = version + 2", "a change raises the version by one"),
        ("update person set born_day = 2, version = version + 1", "a birth is changed when the one before is kept"),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    a_move_cuts_the_former_and_erases_nothing,
    what_cannot_be_is_refused,
    facts_that_contradict_each_other_are_recorded_and_told,
    a_correction_and_an_end_leave_what_was_believed,
    two_officials_record_at_once,
    the_database_refuses_edits_of_facts,
}
