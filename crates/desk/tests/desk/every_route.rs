//! What holds at every address of the desk, whoever asks. The addresses are read from the source, so that a new one is
//! among them without anybody remembering.

use axum::http::StatusCode;

use crate::browser::{PASSWORD, Page, World};

const SOURCE: &str = include_str!("../../src/lib.rs");

/// An address and what can be done there.
struct Route {
    address: String,
    get: bool,
    post: bool,
}

fn routes() -> Vec<Route> {
    let start = SOURCE.find("pub fn routes(").expect("the routes");
    let mut prefix = "";
    let mut all = Vec::new();
    for part in SOURCE[start..].split(".route(").enumerate().skip(1).map(|(_, part)| part) {
        let (raw, rest) = part.split_once('"').and_then(|(_, rest)| rest.split_once('"')).expect("an address");
        let of_part = part.split(".route(").next().unwrap_or_default();
        let at = of_part.trim_start().starts_with("&at(");
        let handlers = rest.split(".layer(").next().unwrap_or(rest).split("/// ").next().unwrap_or(rest);
        let handlers = handlers.split(".merge(").next().unwrap_or(handlers);
        let raw = if at { format!("{prefix}{raw}") } else { raw.to_owned() };
        let address = raw
            .replace("{language}", "sv")
            .replace("{number}", "2024-1")
            .replace("{id}", "018f0000-0000-7000-8000-000000000000")
            .replace("{fact}", "018f0000-0000-7000-8000-000000000000")
            .replace("{step}", "assess")
            .replace("{act}", "end")
            .replace("{attribute}", "age");
        all.push(Route { address, get: handlers.contains("get("), post: handlers.contains("post(") });
        if part.contains("fn cases()") {
            prefix = "/sv/desk/cases/{number}";
        } else if part.contains("fn people()") {
            prefix = "/sv/desk/people/";
        }
    }
    all
}

fn guarded(page: &Page, address: &str) {
    let policy = page.header("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
        assert!(policy.contains(part), "{address}: {part} stands not in {policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains('*'), "{address}: {policy}");
    assert_eq!(page.header("x-content-type-options"), "nosniff", "{address}");
    assert!(!page.header("referrer-policy").is_empty(), "{address}");
    assert_eq!(page.header("cache-control"), "no-store", "{address}");
    assert!(!page.headers.contains_key("access-control-allow-origin"), "{address}");
    assert!(!page.status.is_server_error(), "{address}: {}", page.status);
}

#[tokio::test]
async fn every_answer_is_kept_by_nobody_and_framed_by_nobody() {
    let world = World::new().await;
    let (mut nobody, mut ben) = (world.browser(), world.browser());
    ben.sign_in("ben", PASSWORD).await;
    let all = routes();
    assert!(all.len() > 35, "{}", all.len());
    assert!(all.iter().any(|route| route.address == "/sv/desk/cases/2024-1/hand-over"));
    assert!(all.iter().any(|route| route.address == "/sv/desk/people/new"));
    let mut opened = 0;
    for route in all.iter().filter(|route| route.get) {
        guarded(&nobody.get(&route.address).await, &route.address);
        let page = ben.get(&route.address).await;
        guarded(&page, &route.address);
        opened += u32::from(page.status == StatusCode::OK);
    }
    assert!(opened >= 4, "{opened}");
}

#[tokio::test]
async fn nobody_who_is_not_signed_in_gets_beyond_signing_in() {
    let world = World::new().await;
    let mut nobody = world.browser();
    for route in routes()
        .iter()
        .filter(|route| route.address.starts_with("/sv/desk") || route.address.starts_with("/sv/account"))
    {
        if route.get {
            let page = nobody.get(&route.address).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", route.address);
            assert!(page.to().starts_with("/sv/sign-in?next="), "{}: {}", route.address, page.to());
            assert!(page.text.is_empty());
        }
        if route.post {
            let page = nobody.send(&route.address, &[]).await;
            guarded(&page, &route.address);
            assert!(
                page.to().starts_with("/sv/sign-in") || page.status.is_client_error(),
                "{}: {} {}",
                route.address,
                page.status,
                page.to()
            );
        }
    }
}

#[tokio::test]
async fn nothing_is_done_at_another_sites_word_anywhere() {
    let world = World::new().await;
    let mut ben = world.browser();
    ben.sign_in("ben", PASSWORD).await;
    let mut asked = 0;
    for route in routes().iter().filter(|route| route.post) {
        for headers in [
            [("sec-fetch-site", "cross-site"), ("host", "kotopolku.example")],
            [("origin", "https://evil.example"), ("host", "kotopolku.example")],
        ] {
            let page = ben.send_as(&route.address, &[("login", "ben")], &headers).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{} {headers:?}", route.address);
            guarded(&page, &route.address);
        }
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
    assert!(ben.is_in().await);
}

#[tokio::test]
async fn who_came_by_https_comes_no_other_way() {
    for (secure, expected) in [(true, "max-age=63072000; includeSubDomains"), (false, "")] {
        let world = World::reached(secure).await;
        for route in routes().iter().filter(|route| route.get) {
            let page = world.browser().get(&route.address).await;
            assert_eq!(page.header("strict-transport-security"), expected, "{}", route.address);
        }
    }
}
