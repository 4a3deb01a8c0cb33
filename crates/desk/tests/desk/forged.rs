//! Requests that somebody else's page sends.

use axum::http::StatusCode;

use crate::browser::{PASSWORD, World};

#[tokio::test]
async fn a_form_on_another_site_does_nothing() {
    let world = World::new().await;
    let mut ben = world.browser();
    ben.sign_in("ben", PASSWORD).await;
    let forgeries: [&[(&str, &str)]; 4] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example"), ("host", "kotopolku.example")],
        &[("origin", "null"), ("host", "kotopolku.example")],
    ];
    for headers in forgeries {
        for address in ["/sv/sign-out", "/sv/sign-in", "/sv/desk/act-as", "/sv/sign-in/code"] {
            let page = ben.send_as(address, &[("login", "ben"), ("password", PASSWORD)], headers).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{address} {headers:?}");
            assert!(page.text.contains("inte från vår sida"), "{}", page.text);
        }
    }
    assert!(ben.is_in().await, "nothing was done");
}

#[tokio::test]
async fn what_only_shows_can_be_linked_to_and_nothing_is_done_by_looking() {
    let world = World::new().await;
    let mut ben = world.browser();
    ben.sign_in("ben", PASSWORD).await;
    assert_eq!(ben.get("/sv/sign-out").await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(ben.is_in().await);
}
