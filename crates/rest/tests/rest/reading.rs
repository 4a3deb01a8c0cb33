//! Who may read what.

use axum::http::StatusCode;
use casework::post::Acting;
use uuid::Uuid;

use crate::on_both_engines;
use crate::site::Site;
use crate::world::World;

async fn a_program_reads_what_its_organ_bears_of_its_duties(world: &World) {
    let site = Site::new(world).await;
    let list = site.get(&site.lead, "/api/v1/cases").await;
    assert_eq!(list.status, StatusCode::OK, "{list:?}");
    assert_eq!(list.json()["items"][0]["number"], site.case);
    assert_eq!(list.json()["next"], serde_json::Value::Null);
    let lines =
        "select count(*) as n from journal_entry where post = 'te-hame/program' and action = 'read' and noun = 'case'";
    let before = world.number(lines).await;
    let one = site.get(&site.lead, &format!("/api/v1/cases/{}", site.case)).await;
    assert_eq!(one.json()["holdings"][0]["organ"], "te-office:hame", "{one:?}");
    assert!(one.header("etag").starts_with("\"1-"), "{one:?}");
    assert_eq!(one.header("cache-control"), "no-store");
    assert_eq!(one.header("access-control-allow-origin"), "", "no page of another site reads this");
    assert_eq!(world.number(lines).await, before + 1, "the journal has it");
    let person = site.get(&site.lead, &format!("/api/v1/people/{}", site.person)).await;
    assert!(person.json()["facts"].as_array().is_some_and(|facts| facts.len() == 5), "{person:?}");
    let cases = site.get(&site.lead, &format!("/api/v1/people/{}/cases", site.person)).await;
    assert_eq!(cases.json()["items"][0]["number"], site.case, "{cases:?}");
}

async fn what_it_may_not_see_answers_as_what_is_not_there(world: &World) {
    let site = Site::new(world).await;
    let (nobody, number) = (Uuid::nil().to_string(), site.case.to_string());
    let person = site.person.to_string();
    for (path, hidden, absent) in [
        ("/api/v1/cases/{}", &number, "99999999"),
        ("/api/v1/people/{}", &person, &*nobody),
        ("/api/v1/people/{}/cases", &person, &*nobody),
    ] {
        for token in [&site.beside, &site.stranger] {
            let there = site.get(token, &path.replace("{}", hidden)).await;
            let gone = site.get(token, &path.replace("{}", absent)).await;
            assert_eq!((there.status, there.kind()), (StatusCode::NOT_FOUND, "not-found".to_owned()), "{path}");
            assert_eq!(
                there.text.replace(&format!("/{hidden}"), "/…"),
                gone.text.replace(&format!("/{absent}"), "/…"),
                "{path}"
            );
        }
    }
    for path in ["cases", "hand-overs"] {
        let list = site.get(&site.beside, &format!("/api/v1/{path}")).await;
        assert_eq!(list.json()["items"].as_array().map(Vec::len), Some(0), "{list:?}");
    }
    for (path, body) in [(format!("cases/{number}/hand-overs"), "{}"), (format!("people/{person}/facts"), PHONE)] {
        let act = site.act(&site.beside, &format!("/api/v1/{path}"), ("k", "*"), body).await;
        assert_eq!(act.kind(), "not-found", "{path}");
        let act = site.act(&site.beside, &format!("/api/v1/{path}"), ("k", "\"1\""), body).await;
        assert_eq!(act.kind(), "not-found", "its version is not told either: {path}");
    }
}

pub const PHONE: &str =
    r#"{"attribute": "phone", "slot": "own", "value": "040 1", "from": "2024-06-01", "source": "person"}"#;

async fn nobody_comes_in_without_a_token_in_force(world: &World) {
    let site = Site::new(world).await;
    for token in ["", "kotopolku_", "kotopolku_AAAA", "nonsense"] {
        for path in ["cases", "cases/1", "people/1", "hand-overs", "hand-overs/1"] {
            let said = site.get(token, &format!("/api/v1/{path}")).await;
            assert_eq!((said.status, said.kind()), (StatusCode::UNAUTHORIZED, "not-signed-in".to_owned()), "{path}");
            assert_eq!(said.header("www-authenticate"), "Bearer");
        }
    }
    assert_eq!(site.get(&site.lead, "/api/v1/cases").await.status, StatusCode::OK);
    world.house.end_client(&Acting::operator(), "te-hame/program").await.expect("it ends");
    assert_eq!(site.get(&site.lead, "/api/v1/cases").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.get(&site.beside, "/api/v1/cases").await.status, StatusCode::OK);
}

async fn a_list_comes_in_pages_and_wrong_words_are_refused(world: &World) {
    let site = Site::new(world).await;
    let expert = world.acting("te-hame/expert").await;
    for _ in 0..4 {
        world.house.open_case(&expert, "initial-assessment", site.person).await.expect("it is opened");
    }
    let (mut numbers, mut path) = (Vec::new(), "/api/v1/cases?limit=2".to_owned());
    loop {
        let page = site.get(&site.lead, &path).await.json();
        let items = page["items"].as_array().expect("a list").clone();
        numbers.extend(items.iter().map(|one| one["number"].as_i64().expect("a number")));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/api/v1/cases?limit=2&cursor={next}");
    }
    assert_eq!(numbers.len(), 5);
    assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
    for wrong in ["limit=0", "limit=201", "limit=x", "cursor=x", "cursor=-1", "limit=1&limit=2", "colour=red"] {
        let said = site.get(&site.lead, &format!("/api/v1/cases?{wrong}")).await;
        assert_eq!((said.status, said.kind()), (StatusCode::BAD_REQUEST, "not-understood".to_owned()), "{wrong}");
    }
    assert_eq!(site.get(&site.lead, "/api/v1/hand-overs?list=x").await.kind(), "not-understood");
    for (language, said) in [("fi", "Täällä"), ("sv", "Här"), ("en", "There")] {
        let asked = [("accept-language", language)];
        let problem = site.ask("GET", &site.lead, "/api/v1/cases/0", &asked, "").await;
        assert_eq!(problem.kind(), "not-found");
        let title = problem.json()["title"].as_str().expect("a title").to_owned();
        assert!(title.starts_with(said), "{language}: {title}");
    }
}

async fn a_program_that_asks_too_fast_waits(world: &World) {
    let site = Site::new(world).await;
    let mut last = None;
    for _ in 0..=rest::PER_MINUTE {
        last = Some(site.get(&site.beside, "/api/v1/cases/x").await);
    }
    let last = last.expect("an answer");
    assert_eq!((last.status, last.kind()), (StatusCode::TOO_MANY_REQUESTS, "too-fast".to_owned()));
    assert!(last.header("retry-after").parse::<u32>().is_ok_and(|seconds| (1..=60).contains(&seconds)));
    assert_eq!(site.get(&site.lead, "/api/v1/cases").await.status, StatusCode::OK, "another goes on");
}

on_both_engines!(at "2024-06-03T09:00:00+03:00":
    a_program_reads_what_its_organ_bears_of_its_duties,
    what_it_may_not_see_answers_as_what_is_not_there,
    nobody_comes_in_without_a_token_in_force,
    a_list_comes_in_pages_and_wrong_words_are_refused,
    a_program_that_asks_too_fast_waits,
);
