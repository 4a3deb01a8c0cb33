//! What is done once: a key is kept with the act, or neither is.

use casework::once::{Basis, Key, Once};
use casework::person::NewFact;
use casework::post::Acting;
use casework::{Error, House};
use jiff::civil::date;
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::World;

const JOB_SEEKER: [(&str, &str, &str); 5] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
    ("assistance", "lasting", "2024-01-01"),
    ("first-permit", "within-3-years", "2024-01-01"),
];

fn key(word: &str) -> Key {
    Key::read(word).expect("a key")
}

fn once(word: &str, basis: Option<Basis>) -> Once {
    Once { key: key(word), asked: word.as_bytes().to_vec(), basis }
}

async fn seeker(world: &World) -> (Acting, Uuid, Uuid) {
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let expert = world.acting("te-hame/expert").await;
    let opened = world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
    (expert, person, opened.id)
}

fn phone(number: &str) -> NewFact {
    NewFact { slot: "own".to_owned(), ..NewFact::since(date(2024, 6, 1), "phone", number, "person") }
}

async fn says(house: &House, expert: &Acting, person: Uuid, once: Once, number: &str) -> Result<Uuid, Error> {
    let recorded = house.once(expert, once).record_fact(expert, person, &phone(number)).await?;
    Ok(recorded.fact.expect("a fact"))
}

async fn phones(world: &World) -> i64 {
    world.number("select count(*) as n from person_fact where attribute = 'phone'").await
}

async fn a_key_serves_once_and_tells_what_was_done(world: &World) {
    let (expert, person, _) = seeker(world).await;
    assert_eq!(world.house.done_once(&expert, &key("k-1")).await, Ok(None));
    let fact = says(&world.house, &expert, person, once("k-1", None), "040 1").await.expect("it is recorded");
    let again = says(&world.another().await, &expert, person, once("k-1", None), "040 2").await;
    assert!(matches!(again, Err(Error::Storage(storage::Error::Violation(_)))), "{again:?}");
    assert_eq!(phones(world).await, 1, "nothing of the second is kept");
    let done = world.house.done_once(&expert, &key("k-1")).await.expect("it is read").expect("it is there");
    assert_eq!(done.asked, b"k-1");
    assert!(done.of("fact").any(|one| one == fact), "{done:?}");
    assert_eq!(world.house.store.was_kept(done.unit).await, Ok(true), "the journal has the unit");
    let head = world.acting("te-hame/head").await;
    assert_eq!(world.house.done_once(&head, &key("k-1")).await, Ok(None), "another post's key is another");
    for edit in ["update act_once set key = 'other'", "delete from act_once"] {
        world.by_hand(edit).await.expect_err("the database refuses it");
    }
}

async fn of_two_at_once_with_one_key_one_is_kept(world: &World) {
    let (expert, person, _) = seeker(world).await;
    let other = world.another().await;
    let (one, two) = tokio::join!(
        says(&world.house, &expert, person, once("k-2", None), "040 1"),
        says(&other, &expert, person, once("k-2", None), "040 2"),
    );
    let kept: Vec<Uuid> = [&one, &two].into_iter().filter_map(|done| done.as_ref().ok().copied()).collect();
    assert_eq!(kept.len(), 1, "{one:?} {two:?}");
    assert_eq!(phones(world).await, 1);
    let done = world.house.done_once(&expert, &key("k-2")).await.expect("it is read").expect("it is there");
    assert!(done.of("fact").any(|one| one == kept[0]), "{done:?}");
}

async fn what_is_refused_leaves_no_key(world: &World) {
    let (expert, person, case) = seeker(world).await;
    let refused = world.house.once(&expert, once("k-3", None)).offer_hand_over(&expert, case).await;
    assert!(matches!(refused, Err(Error::Refused(_))), "it stays with its lead: {refused:?}");
    assert_eq!(world.house.done_once(&expert, &key("k-3")).await, Ok(None));
    says(&world.house, &expert, person, once("k-3", None), "040 1").await.expect("the key still serves");
}

async fn what_has_changed_meanwhile_is_no_basis(world: &World) {
    let (expert, person, case) = seeker(world).await;
    let known = world.house.person(&expert, person, None).await.expect("it is read");
    let basis = Some(Basis::Person { id: person, version: known.version });
    says(&world.house, &expert, person, once("k-4", basis), "040 1").await.expect("it is as it was");
    let stale = says(&world.house, &expert, person, once("k-5", basis), "040 2").await;
    assert_eq!(stale, Err(Error::Storage(storage::Error::Stale)));
    assert_eq!(world.house.done_once(&expert, &key("k-5")).await, Ok(None));
    assert_eq!(phones(world).await, 1);
    let whole = world.house.case(&expert, case).await.expect("it is read");
    let lead = whole.holdings.first().expect("a lead").id;
    for (number, version, lead, stands) in [
        ("040 3", whole.case.version, lead, true),
        ("040 4", whole.case.version + 1, lead, false),
        ("040 5", whole.case.version, case, false),
    ] {
        let basis = Some(Basis::Case { id: case, version, lead });
        let word = format!("case-{version}-{lead}");
        let done = says(&world.house, &expert, person, once(&word, basis), number).await;
        assert_eq!(done.is_ok(), stands, "{done:?}");
    }
}

on_both_engines!(at "2024-06-03T09:00:00+03:00":
    a_key_serves_once_and_tells_what_was_done,
    of_two_at_once_with_one_key_one_is_kept,
    what_is_refused_leaves_no_key,
    what_has_changed_meanwhile_is_no_basis,
);
