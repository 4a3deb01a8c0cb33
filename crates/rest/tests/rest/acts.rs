//! What programs do: once, on what they have read.

use axum::http::StatusCode;

use crate::on_both_engines;
use crate::reading::PHONE;
use crate::site::{Site, router};
use crate::world::World;

async fn phones(world: &World) -> i64 {
    world.number("select count(*) as n from person_fact where attribute = 'phone'").await
}

async fn a_fact_is_told_once_however_often_it_is_sent(world: &World) {
    let site = Site::new(world).await;
    let path = format!("/api/v1/people/{}/facts", site.person);
    let mark = site.get(&site.lead, &format!("/api/v1/people/{}", site.person)).await.header("etag").to_owned();
    let first = site.act(&site.lead, &path, ("k-1", &mark), PHONE).await;
    assert_eq!(first.status, StatusCode::CREATED, "{first:?}");
    assert_eq!(first.json()["facts"].as_array().map(Vec::len), Some(1), "{first:?}");
    let again = site.act(&site.lead, &path, ("k-1", &mark), PHONE).await;
    assert_eq!((again.status, again.header("idempotency-replayed")), (StatusCode::OK, "true"));
    assert_eq!(again.json(), first.json(), "the same receipt");
    let other = site.act(&site.lead, &path, ("k-1", &mark), &PHONE.replace("040 1", "040 2")).await;
    assert_eq!((other.status, other.kind()), (StatusCode::UNPROCESSABLE_ENTITY, "key-used".to_owned()));
    let stale = site.act(&site.lead, &path, ("k-2", &mark), &PHONE.replace("040 1", "040 2")).await;
    assert_eq!((stale.status, stale.kind()), (StatusCode::PRECONDITION_FAILED, "changed-meanwhile".to_owned()));
    assert_eq!(phones(world).await, 1);
    let lines = "select count(*) as n from journal_entry where post = 'te-hame/program' and noun = 'fact'";
    assert_eq!(world.number(lines).await, 1, "one line for one act");
    let whatever = site.act(&site.lead, &path, ("k-2", "*"), &PHONE.replace("040 1", "040 2")).await;
    assert_eq!(whatever.status, StatusCode::CREATED, "a refused act leaves its key free: {whatever:?}");
}

async fn two_at_once_with_one_key_do_it_once(world: &World) {
    let site = Site::new(world).await;
    let other =
        Site { router: router(world), lead: site.lead.clone(), beside: String::new(), receiver: String::new(), ..site };
    let path = format!("/api/v1/people/{}/facts", other.person);
    let (one, two) = tokio::join!(
        other.act(&other.lead, &path, ("k-1", "*"), PHONE),
        other.act(&other.lead, &path, ("k-1", "*"), PHONE),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 201], "{one:?} {two:?}");
    assert_eq!(one.json(), two.json());
    assert_eq!(phones(world).await, 1);
}

async fn two_programs_that_read_the_same_do_not_both_write(world: &World) {
    let site = Site::new(world).await;
    let path = format!("/api/v1/people/{}/facts", site.person);
    let mark = site.get(&site.lead, &format!("/api/v1/people/{}", site.person)).await.header("etag").to_owned();
    let second = PHONE.replace("040 1", "040 2");
    let (one, two) = tokio::join!(
        site.act(&site.lead, &path, ("k-1", &mark), PHONE),
        site.act(&site.lead, &path, ("k-2", &mark), &second),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 412], "{one:?} {two:?}");
    assert_eq!(phones(world).await, 1);
}

async fn a_case_is_offered_and_accepted(world: &World) {
    let site = Site::new(world).await;
    let case = format!("/api/v1/cases/{}", site.case);
    let mark = async || site.get(&site.lead, &case).await.header("etag").to_owned();
    let offers = format!("{case}/hand-overs");
    let stays = site.act(&site.lead, &offers, ("k-0", &mark().await), "").await;
    assert_eq!((stays.status, stays.kind()), (StatusCode::CONFLICT, "refused".to_owned()), "{stays:?}");
    assert!(stays.json()["detail"].as_str().is_some_and(|said| said.contains(&site.case.to_string())), "{stays:?}");
    let sql = "update person_fact set withdrawn_at = recorded_at, withdrawn_by = 'test' where attribute = 'labour'";
    world.by_hand(sql).await.expect("it is withdrawn");
    outside(world, site.person).await;
    let first = site.act(&site.lead, &offers, ("k-1", &mark().await), "{}").await;
    assert_eq!(first.status, StatusCode::CREATED, "{first:?}");
    let place = first.header("location").to_owned();
    assert!(place.starts_with("/api/v1/hand-overs/"), "{first:?}");
    let twice = site.act(&site.lead, &offers, ("k-2", "*"), "{}").await;
    assert_eq!(twice.kind(), "refused", "it is offered already");
    let waiting = site.get(&site.receiver, "/api/v1/hand-overs").await;
    assert_eq!(waiting.json()["items"][0]["to"], "municipality:061", "{waiting:?}");
    assert_eq!(site.get(&site.beside, &place).await.kind(), "not-found");
    let mark = site.get(&site.receiver, &place).await.header("etag").to_owned();
    let accept = format!("{place}/accept");
    assert_eq!(site.act(&site.lead, &accept, ("k-3", &mark), "").await.kind(), "refused", "only the receiver");
    assert_eq!(site.act(&site.beside, &accept, ("k-3", &mark), "").await.kind(), "not-found");
    let wrong = site.act(&site.receiver, &format!("{place}/return"), ("k-4", &mark), r#"{"reason": "no"}"#).await;
    assert_eq!(wrong.kind(), "not-understood");
    let accepted = site.act(&site.receiver, &accept, ("k-5", &mark), "").await;
    assert_eq!(accepted.status, StatusCode::CREATED, "{accepted:?}");
    let one = site.get(&site.receiver, &case).await.json();
    assert_eq!(one["holdings"].as_array().and_then(|all| all.last()).expect("a lead")["organ"], "municipality:061");
    assert_eq!(site.act(&site.receiver, &accept, ("k-5", &mark), "").await.json(), accepted.json());
}

/// Writes that somebody is outside of the labour force, without moving anything.
async fn outside(world: &World, person: uuid::Uuid) {
    world
        .house
        .store
        .write(|unit: storage::Unit| async move {
            let sql = "insert into person_fact (id, person_id, attribute, slot, value, from_day, source, recorded_by,
                recorded_organ, recorded_at) values ($1, $2, 'labour', '', 'outside', $3, 'test', 'test', 'test', $4)";
            let from = jiff::civil::date(2024, 1, 1);
            unit.execute(sql, storage::args![unit.new_id(), person, from, unit.now()]).await?;
            let (action, noun) = (storage::Word::of("record"), storage::Word::of("fact"));
            let actor = casework::post::Acting::operator().actor;
            unit.journal(storage::Entry::new(&actor, action, noun, person).person(person));
            Ok::<_, storage::Error>(())
        })
        .await
        .expect("it is believed");
}

async fn what_an_act_lacks_is_said(world: &World) {
    let site = Site::new(world).await;
    let path = &format!("/api/v1/people/{}/facts", site.person);
    let lead = &site.lead;
    let bare = site.ask("POST", lead, path, &[("if-match", "*")], PHONE).await;
    assert_eq!((bare.status, bare.kind()), (StatusCode::BAD_REQUEST, "key-needed".to_owned()));
    let long = "x".repeat(121);
    let bare = site.ask("POST", lead, path, &[("if-match", "*"), ("idempotency-key", &long)], PHONE).await;
    assert_eq!(bare.kind(), "key-needed");
    let bare = site.ask("POST", lead, path, &[("idempotency-key", "k")], PHONE).await;
    assert_eq!((bare.status, bare.kind()), (StatusCode::PRECONDITION_REQUIRED, "basis-needed".to_owned()));
    let weak = site.act(lead, path, ("k", "W/\"1\""), PHONE).await;
    assert_eq!(weak.kind(), "changed-meanwhile");
    for wrong in ["", "[]", "{", "null", r#"{"attribute": "phone"}"#, &PHONE.replace('}', r#","more":1}"#)] {
        let said = site.act(lead, path, ("k", "*"), wrong).await;
        assert_eq!((said.status, said.kind()), (StatusCode::BAD_REQUEST, "not-understood".to_owned()), "{wrong}");
    }
    for (of, wrong) in [("phone", "shoe-size"), ("040 1", "x"), ("2024-06-01", "0001-01-01"), ("person", "Ä ö")] {
        let said = site.act(lead, path, ("k", "*"), &PHONE.replace(of, wrong)).await;
        assert_eq!((said.status, said.kind()), (StatusCode::BAD_REQUEST, "not-understood".to_owned()), "{wrong}");
    }
    let large = site.act(lead, path, ("k", "*"), &" ".repeat(rest::LARGEST + 1)).await;
    assert_eq!((large.status, large.kind()), (StatusCode::PAYLOAD_TOO_LARGE, "too-large".to_owned()));
    let other = site.ask("DELETE", lead, path, &[], "").await;
    assert_eq!((other.status, other.kind()), (StatusCode::METHOD_NOT_ALLOWED, "other-method".to_owned()));
    assert_eq!(other.header("access-control-allow-origin"), "");
    assert_eq!(phones(world).await, 0);
}

on_both_engines!(at "2024-06-03T09:00:00+03:00":
    a_fact_is_told_once_however_often_it_is_sent,
    two_at_once_with_one_key_do_it_once,
    two_programs_that_read_the_same_do_not_both_write,
    a_case_is_offered_and_accepted,
    what_an_act_lacks_is_said,
);
