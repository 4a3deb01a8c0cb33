//! Machine clients: what their token gives is what their organ's holdings give, in cases of their duties alone.

use casework::client::{Made, NewClient, Refusal};
use casework::post::Acting;
use casework::{Error, case, handover, post};
use jiff::civil::date;
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::World;

/// A registered job seeker in Forssa with a permit.
const JOB_SEEKER: [(&str, &str, &str); 5] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
    ("assistance", "lasting", "2024-01-01"),
    ("first-permit", "within-3-years", "2024-01-01"),
];

fn at(organ: &str, id: &str, duties: &[&str]) -> NewClient {
    NewClient {
        id: id.to_owned(),
        organ: organ.to_owned(),
        function: "handler".to_owned(),
        title: "A program".to_owned(),
        duties: duties.iter().map(|&duty| duty.to_owned()).collect(),
        until: None,
    }
}

async fn made(world: &World, new: &NewClient) -> Made {
    world.house.add_client(&Acting::operator(), new).await.expect("the client is made")
}

async fn signed(world: &World, made: &Made) -> Acting {
    world.house.acting_client(&made.secret()).await.expect("it is read").expect("the token lets it in")
}

/// A case of the TE office, its duty, and another duty of the register.
async fn case_with_duties(world: &World) -> (Uuid, i64, Uuid, String, String) {
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let expert = world.acting("te-hame/expert").await;
    let opened = world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
    let whole = world.house.case(&expert, opened.id).await.expect("it is there");
    let duty = whole.case.duty.clone();
    let duties = &world.house.register.resolved.duties;
    let other = duties.iter().map(|one| one.id.clone()).find(|one| *one != duty).expect("another duty");
    (opened.id, whole.case.number, person, duty, other)
}

async fn it_sees_what_its_organ_bears_of_its_duties(world: &World) {
    let (case, number, person, duty, other) = case_with_duties(world).await;
    let own = signed(world, &made(world, &at("te-office:hame", "te-hame/program", &[&duty])).await).await;
    let beside = signed(world, &made(world, &at("te-office:hame", "te-hame/other", &[&other])).await).await;
    let elsewhere = signed(world, &made(world, &at("municipality:109", "hml/program", &[&duty])).await).await;
    assert_eq!((own.organ(), own.post(), own.function.as_str()), ("te-office:hame", "te-hame/program", "handler"));

    assert_eq!(world.house.case(&own, case).await.expect("it sees it").case.number, number);
    assert_eq!(world.house.case_by_number(&own, number).await, Ok(case));
    assert_eq!(world.house.cases_by_due(&own, None, None).await.expect("a list").counted.every, 1);
    assert_eq!(world.house.cases_of_person(&own, person).await.expect("a list").len(), 1);
    assert!(world.house.limits_of_case(&own, case).await.is_ok());

    let absent = world.house.case(&own, Uuid::nil()).await.expect_err("there is none");
    for stranger in [&beside, &elsewhere] {
        let of = stranger.post();
        assert_eq!(world.house.case(stranger, case).await.expect_err("it is not there"), absent, "{of}");
        assert!(world.house.case_by_number(stranger, number).await.is_err(), "{of}");
        assert_eq!(world.house.cases_by_due(stranger, None, None).await.expect("a list").counted.every, 0, "{of}");
        assert!(world.house.limits_of_case(stranger, case).await.is_err(), "{of}");
        assert!(world.house.documents_of_case(stranger, case).await.is_err(), "{of}");
        assert!(world.house.decisions_of_case(stranger, case).await.is_err(), "{of}");
        assert!(world.house.hand_overs_of(stranger, case).await.is_err(), "{of}");
        let nobody = world.house.person(stranger, Uuid::nil(), None).await.expect_err("nobody");
        let hidden = world.house.person(stranger, person, None).await.expect_err("hidden");
        assert_eq!(hidden, nobody, "{of}");
    }
}

async fn it_opens_only_cases_of_its_duties_and_looks_in_from_outside_nowhere(world: &World) {
    let (_, number, person, duty, other) = case_with_duties(world).await;
    let beside = signed(world, &made(world, &at("te-office:hame", "te-hame/other", &[&other])).await).await;
    let refused = world.house.open_case(&beside, "initial-assessment", person).await.expect_err("another duty");
    assert_eq!(refused, case::Refusal::UnknownType("initial-assessment".to_owned()).into());
    let own = signed(world, &made(world, &at("te-office:hame", "te-hame/program", &[&duty])).await).await;
    world.house.open_case(&own, "initial-assessment", person).await.expect("its own duty");
    let refused = world.house.open_outside(&own, number, "there is good reason for it").await;
    assert!(matches!(refused, Err(Error::Refused(casework::Refusal::Opening(_)))), "{refused:?}");
    assert!(world.house.openings_to_review(&own).await.is_err(), "it reviews nothing");
}

async fn its_hand_overs_are_of_its_duties(world: &World) {
    let (case, _, person, duty, other) = case_with_duties(world).await;
    let expert = world.acting("te-hame/expert").await;
    crate::handover::believe(&world.house, person, "labour", "outside").await;
    let offer = world.house.offer_hand_over(&expert, case).await.expect("it is offered").hand_over.expect("an offer");
    for (client, sees) in [
        (at("municipality:061", "forssa/other", &[&other]), false),
        (at("municipality:109", "hml/program", &[&duty]), false),
        (at("municipality:061", "forssa/program", &[&duty]), true),
    ] {
        let of = signed(world, &made(world, &client).await).await;
        let list = world.house.hand_overs_to_answer(&of).await.expect("a list");
        assert_eq!(list.len(), usize::from(sees), "{}", client.id);
        assert_eq!(world.house.preview_hand_over(&of, offer).await.is_ok(), sees, "{}", client.id);
        if !sees {
            let absent = world.house.accept_hand_over(&of, Uuid::nil(), None).await.expect_err("there is none");
            let hidden = world.house.accept_hand_over(&of, offer, None).await.expect_err("it is not there");
            assert_eq!(hidden, absent, "{}", client.id);
            assert_eq!(absent, handover::Refusal::Unknown.into());
        }
    }
    let lead = signed(world, &made(world, &at("te-office:hame", "te-hame/other", &[&other])).await).await;
    assert!(world.house.hand_overs_offered(&lead).await.expect("a list").is_empty());
    assert_eq!(world.house.hand_overs_offered(&expert).await.expect("a list").len(), 1);
    let program = world.house.acting("forssa/program").await.expect("it is in force");
    world.house.accept_hand_over(&program, offer, None).await.expect("its own duty: it answers");
}

async fn a_token_ends_at_once_and_on_its_day(world: &World) {
    let (_, _, _, duty, _) = case_with_duties(world).await;
    let operator = Acting::operator();
    let first = made(world, &at("te-office:hame", "te-hame/first", &[&duty])).await;
    let new = NewClient { until: Some(date(2024, 6, 10)), ..at("te-office:hame", "te-hame/second", &[&duty]) };
    let second = made(world, &new).await;
    signed(world, &first).await;
    world.house.end_client(&operator, "te-hame/first").await.expect("it ends");
    assert_eq!(world.house.acting_client(&first.secret()).await, Ok(None));
    assert!(world.house.acting("te-hame/first").await.is_err(), "nor does anybody else act as it");
    let again = world.house.end_client(&operator, "te-hame/first").await.expect_err("once");
    assert!(matches!(again, Error::Refused(casework::Refusal::Client(Refusal::EndedAlready { .. }))), "{again:?}");
    world.hands.set("2024-06-09T23:59:00+03:00");
    signed(world, &second).await;
    world.hands.set("2024-06-10T00:00:00+03:00");
    assert_eq!(world.house.acting_client(&second.secret()).await, Ok(None));
    for nonsense in ["", "kotopolku_", "kotopolku_AAAA", "Bearer", &"x".repeat(10_000)] {
        assert_eq!(world.house.acting_client(nonsense).await, Ok(None), "{}", nonsense.len());
    }
}

async fn what_a_client_cannot_be_is_refused(world: &World) {
    let (_, _, _, duty, _) = case_with_duties(world).await;
    let operator = Acting::operator();
    let good = at("te-office:hame", "te-hame/program", &[&duty, &duty]);
    let refused = async |new: &NewClient| world.house.add_client(&operator, new).await.expect_err("it is refused");
    assert_eq!(refused(&NewClient { duties: Vec::new(), ..good.clone() }).await, Refusal::NoDuties.into());
    let unknown = NewClient { duties: vec!["' or 1=1".to_owned()], ..good.clone() };
    assert_eq!(refused(&unknown).await, Refusal::UnknownDuty("' or 1=1".to_owned()).into());
    let latest = date(2025, 6, 3);
    let long = NewClient { until: Some(date(2025, 6, 4)), ..good.clone() };
    assert_eq!(refused(&long).await, Refusal::TooLong { latest }.into());
    let over = NewClient { until: Some(date(2024, 6, 3)), ..good.clone() };
    assert_eq!(refused(&over).await, post::Refusal::EndsBeforeItBegins.into());
    let taken = NewClient { id: "te-hame/expert".to_owned(), ..good.clone() };
    assert_eq!(refused(&taken).await, post::Refusal::Taken("te-hame/expert".to_owned()).into());
    let expert = world.acting("te-hame/expert").await;
    assert_eq!(world.house.add_client(&expert, &good).await.expect_err("not its task"), Refusal::OperatorOnly.into());
    assert_eq!(world.house.clients(&expert).await.expect_err("not its task"), Refusal::OperatorOnly.into());
    let kept = made(world, &good).await;
    assert_eq!(kept.client.duties, [duty.as_str()], "once");
    assert_eq!(kept.client.until, latest);
    assert_eq!(world.house.clients(&operator).await, Ok(vec![kept.client.clone()]));
    let debug = format!("{kept:?}");
    assert!(!debug.contains(&kept.secret()) && !debug.contains(&kept.token.reveal()), "no log tells the token");
}

async fn the_database_keeps_clients_as_they_were_made(world: &World) {
    let (_, _, _, duty, other) = case_with_duties(world).await;
    made(world, &at("te-office:hame", "te-hame/program", &[&duty])).await;
    let id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    for (sql, said) in [
        (
            format!("insert into client_duty (post_id, duty) values ('te-hame/program', '{other}')"),
            "the duties of a client are given when it is made",
        ),
        (format!("update client_duty set duty = '{other}'"), "the duties of a client stay as they are"),
        ("delete from client_duty".to_owned(), "the duties of a client stay as they are"),
        ("delete from client".to_owned(), "a client is never removed"),
        ("update client set made_by = 'somebody'".to_owned(), "a client stays what it is"),
        (
            format!(
                "insert into account_post (id, account_id, post_id, from_at, from_by)
                    select {id}, {id}, post_id, made_at, made_by from client"
            ),
            "nobody signs in as a client",
        ),
    ] {
        let refused = world.by_hand(&sql).await.expect_err(&sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    it_sees_what_its_organ_bears_of_its_duties,
    it_opens_only_cases_of_its_duties_and_looks_in_from_outside_nowhere,
    its_hand_overs_are_of_its_duties,
    a_token_ends_at_once_and_on_its_day,
    what_a_client_cannot_be_is_refused,
    the_database_keeps_clients_as_they_were_made,
}
