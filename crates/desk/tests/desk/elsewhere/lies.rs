//! With a provider that lies, and with intruders between it and us.

use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::liar::{Liar, Signed};
use super::{ask, bind, come_back, value};
use crate::browser::{Browser, PASSWORD, Page, World};

async fn world(liar: &Liar) -> World {
    let start = "2024-12-03T07:00:00Z".parse().expect("an instant");
    let world = World::made(false, start, &liar.settings("liar")).await;
    bind(&world, "ben", &liar.issuer, "ben-there").await;
    world
}

fn truth(world: &World, liar: &Liar, there: &str) -> Value {
    let now = world.now().as_second();
    json!({ "iss": liar.issuer, "sub": "ben-there", "aud": "kotopolku", "nonce": value(there, "nonce"),
        "iat": now, "exp": now + 300 })
}

fn back(liar: &Liar, there: &str) -> String {
    let issuer = web::shell::encoded(&liar.issuer);
    format!("https://desk.example/sign-in/elsewhere/liar?code=word&state={}&iss={issuer}", value(there, "state"))
}

/// Asks, lets the provider say the truth with these changes, and comes back. `null` takes a claim away.
async fn told(world: &World, liar: &Liar, ben: &mut Browser, changes: Value, signed: Signed) -> Page {
    let there = ask(ben, "liar", "").await;
    let mut claims = truth(world, liar, &there);
    for (name, value) in changes.as_object().expect("claims") {
        if value.is_null() {
            claims.as_object_mut().expect("claims").remove(name);
        } else {
            claims[name] = value.clone();
        }
    }
    liar.will_say(claims, signed);
    come_back(ben, &back(liar, &there)).await
}

#[tokio::test]
async fn no_lie_is_believed() {
    let liar = Liar::start().await;
    let world = world(&liar).await;
    let at = |seconds: i64| json!(world.now().as_second() + seconds);
    let lies = [
        ("another issuer", json!({ "iss": "https://another.example" }), Signed::Well),
        ("a longer issuer", json!({ "iss": format!("{}/", liar.issuer) }), Signed::Well),
        ("for another", json!({ "aud": "another" }), Signed::Well),
        ("for another beside us", json!({ "aud": ["kotopolku", "another"] }), Signed::Well),
        ("for nobody", json!({ "aud": null }), Signed::Well),
        ("made for another", json!({ "azp": "another" }), Signed::Well),
        ("over", json!({ "exp": at(-120) }), Signed::Well),
        ("without an end", json!({ "exp": null }), Signed::Well),
        ("signed long ago", json!({ "iat": at(-3600) }), Signed::Well),
        ("signed tomorrow", json!({ "iat": at(86400), "exp": at(90000) }), Signed::Well),
        ("not yet", json!({ "nbf": at(600) }), Signed::Well),
        ("to another question", json!({ "nonce": "another" }), Signed::Well),
        ("to no question", json!({ "nonce": null }), Signed::Well),
        ("of nobody", json!({ "sub": "" }), Signed::Well),
        ("of a name with a line's end", json!({ "sub": "ben-there\n" }), Signed::Well),
        ("another token of access", json!({ "at_hash": "AAAAAAAAAAAAAAAAAAAAAA" }), Signed::Well),
        ("signed by another", json!({}), Signed::ByAnother),
        ("signed with our secret", json!({}), Signed::WithSecret),
        ("not signed", json!({}), Signed::Not),
    ];
    for (what, changes, signed) in lies {
        let mut ben = world.browser();
        let page = told(&world, &liar, &mut ben, changes, signed).await;
        assert_eq!(page.status, StatusCode::BAD_GATEWAY, "{what}: {}", page.text);
        assert!(page.text.contains("höll inte när det kontrollerades"), "{what}: {}", page.text);
        assert!(ben.session().is_empty() && !ben.is_in().await, "{what}");
    }
    let mut ben = world.browser();
    let page = told(&world, &liar, &mut ben, json!({}), Signed::Well).await;
    assert_eq!(page.to(), "/sv/desk", "the truth is believed: {}", page.text);
    let sent = liar.asked().pop().expect("it was asked for a token");
    assert!(sent.contains("code_verifier=") && sent.contains("grant_type=authorization_code"), "{sent}");
}

#[tokio::test]
async fn an_answer_of_another_provider_is_not_taken() {
    let (liar, other) = (Liar::start().await, Liar::start().await);
    let start = "2024-12-03T07:00:00Z".parse().expect("an instant");
    let world = World::made(false, start, &(liar.settings("liar") + &other.settings("other"))).await;
    bind(&world, "ben", &liar.issuer, "ben-there").await;
    let mut ben = world.browser();
    for (at, issuer) in [("liar", Some(&other.issuer)), ("liar", None), ("other", Some(&liar.issuer))] {
        let there = ask(&mut ben, "liar", "").await;
        liar.will_say(truth(&world, &liar, &there), Signed::Well);
        let issuer = issuer.map(|issuer| format!("&iss={}", web::shell::encoded(issuer))).unwrap_or_default();
        let state = value(&there, "state");
        let page = ben.get(&format!("/sign-in/elsewhere/{at}?code=word&state={state}{issuer}")).await;
        assert!(page.status.is_client_error() || page.status == StatusCode::BAD_GATEWAY, "{at}: {}", page.status);
        assert!(!ben.is_in().await);
    }
    assert!(liar.asked().is_empty() && other.asked().is_empty(), "no code was given away");
    assert_eq!(ben.get("/sign-in/elsewhere/nobody?code=word&state=x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_answer_counts_in_the_browser_that_asked_and_in_no_other() {
    let liar = Liar::start().await;
    let world = world(&liar).await;
    let (mut thief, mut anna, mut asking) = (world.browser_at([203, 0, 113, 9]), world.browser(), world.browser());
    ask(&mut asking, "liar", "").await;
    anna.sign_in("anna", PASSWORD).await;
    let before = anna.session();
    for victim in [&mut anna, &mut asking] {
        let there = ask(&mut thief, "liar", "").await;
        liar.will_say(truth(&world, &liar, &there), Signed::Well);
        let page = come_back(victim, &back(&liar, &there)).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{}", page.text);
    }
    assert_eq!(anna.session(), before, "she is still who she was");
    assert!(asking.session().is_empty());
    // Later than ten minutes, and a state that nobody gave.
    let there = ask(&mut asking, "liar", "").await;
    liar.will_say(truth(&world, &liar, &there), Signed::Well);
    world.wait(SignedDuration::from_mins(10));
    assert_eq!(come_back(&mut asking, &back(&liar, &there)).await.status, StatusCode::BAD_REQUEST);
    let made_up = format!("/sign-in/elsewhere/liar?code=word&state={}", "x".repeat(43));
    assert_eq!(asking.get(&made_up).await.status, StatusCode::BAD_REQUEST);
    assert!(liar.asked().is_empty(), "no code was given away");
}

#[tokio::test]
async fn a_session_that_was_laid_ready_ends_and_the_new_one_has_a_new_token() {
    let liar = Liar::start().await;
    let world = world(&liar).await;
    let mut thief = world.browser_at([203, 0, 113, 9]);
    thief.sign_in("anna", PASSWORD).await;
    let mut ben = world.browser();
    ben.cookies.insert("kotopolku-session".to_owned(), thief.session());
    let page = told(&world, &liar, &mut ben, json!({}), Signed::Well).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_ne!(ben.session(), thief.session());
    assert!(ben.get("/sv/desk").await.text.contains("Ben Example"));
    assert!(!thief.is_in().await, "what was laid ready has ended");
}

#[tokio::test]
async fn nobody_is_led_to_another_site_from_there() {
    let liar = Liar::start().await;
    let world = world(&liar).await;
    for next in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"] {
        let mut ben = world.browser();
        let there = ask(&mut ben, "liar", next).await;
        assert!(!there.contains("evil"), "{there}");
        liar.will_say(truth(&world, &liar, &there), Signed::Well);
        assert_eq!(come_back(&mut ben, &back(&liar, &there)).await.to(), "/sv/desk", "{next}");
    }
}

#[tokio::test]
async fn who_asks_without_end_waits() {
    let liar = Liar::start().await;
    let world = world(&liar).await;
    let mut flood = world.browser_at([203, 0, 113, 9]);
    let mut status = StatusCode::OK;
    for _ in 0..301 {
        status = flood.send("/sv/sign-in/elsewhere", &[("at", "liar")]).await.status;
    }
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!ask(&mut world.browser(), "liar", "").await.is_empty(), "elsewhere nobody waits");
}

#[tokio::test]
async fn a_provider_that_calls_itself_something_else_is_not_asked() {
    let liar = Liar::start().await;
    let start = "2024-12-03T07:00:00Z".parse().expect("an instant");
    let world = World::made(false, start, &liar.settings("liar").replace("127.0.0.1", "localhost")).await;
    let page = world.browser().send("/sv/sign-in/elsewhere", &[("at", "liar")]).await;
    assert_eq!((page.status, page.header("refresh")), (StatusCode::BAD_GATEWAY, ""));
    assert!(page.text.contains("höll inte när det kontrollerades"), "{}", page.text);
}

#[tokio::test]
async fn a_provider_that_is_down_keeps_nobody_from_signing_in_here() {
    let settings = Liar::start().await.settings("liar");
    let start = "2024-12-03T07:00:00Z".parse().expect("an instant");
    let address = settings.split('"').find(|part| part.starts_with("http://")).expect("an address");
    let world = World::made(false, start, &settings.replace(address, "http://127.0.0.1:1")).await;
    let mut ben = world.browser();
    let page = ben.send("/sv/sign-in/elsewhere", &[("at", "liar")]).await;
    assert_eq!(page.status, StatusCode::BAD_GATEWAY);
    assert!(page.text.contains("svarar inte just nu"), "{}", page.text);
    assert_eq!(ben.sign_in("ben", PASSWORD).await.to(), "/sv/desk");
}

#[tokio::test]
async fn the_mark_of_a_browser_that_asks_is_for_no_script_and_goes_when_it_was_answered() {
    let liar = Liar::start().await;
    let start = "2024-12-03T07:00:00Z".parse().expect("an instant");
    let world = World::made(true, start, &liar.settings("liar")).await;
    bind(&world, "ben", &liar.issuer, "ben-there").await;
    let mut ben = world.browser();
    let page = ben.send("/sv/sign-in/elsewhere", &[("at", "liar")]).await;
    let set = page.header("set-cookie");
    assert!(set.starts_with("__Host-kotopolku-asking="), "{set}");
    for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=600"] {
        assert!(set.contains(part), "{part} stands not in {set}");
    }
    assert_eq!(page.header("cache-control"), "no-store");
    let there = super::address(&page);
    liar.will_say(truth(&world, &liar, &there), Signed::Well);
    let page = come_back(&mut ben, &back(&liar, &there)).await;
    assert_eq!(page.to(), "/sv/desk");
    assert!(
        !ben.cookies.contains_key("__Host-kotopolku-asking") && ben.cookies.contains_key("__Host-kotopolku-session")
    );
    for cookie in page.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().expect("text");
        assert!(cookie.contains("HttpOnly") && cookie.contains("Secure") || cookie.contains("Max-Age=0"), "{cookie}");
    }
}
