//! The description and the routes are the same.

use axum::http::StatusCode;

use crate::on_both_engines;
use crate::site::Site;
use crate::world::World;

async fn every_described_address_answers_and_asks_for_a_token(world: &World) {
    let site = Site::new(world).await;
    let served = site.get("", rest::DESCRIPTION).await;
    assert_eq!(served.status, StatusCode::OK);
    let document = served.json();
    assert_eq!(document, rest::document());
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "{}", document["openapi"]);
    let paths = document["paths"].as_object().expect("paths");
    assert_eq!(paths.values().map(|path| path.as_object().expect("operations").len()).sum::<usize>(), 11);
    for (path, operations) in paths {
        let address = path.replace("{number}", "1").replace("{id}", &site.person.to_string());
        for (method, operation) in operations.as_object().expect("operations") {
            let method = method.to_uppercase();
            let said = site.ask(&method, "", &address, &[("idempotency-key", "k"), ("if-match", "*")], "{}").await;
            assert_eq!(said.status, StatusCode::UNAUTHORIZED, "{method} {path}");
            for status in ["401", "404", "429"] {
                assert!(operation["responses"][status].is_object(), "{method} {path} {status}");
            }
            let described = operation["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
            let acts = described.iter().filter(|one| one["in"] == "header" && one["required"] == true).count();
            assert_eq!(acts, if method == "POST" { 2 } else { 0 }, "{method} {path}");
        }
        let put = site.ask("PUT", &site.lead, &address, &[], "{}").await;
        assert_eq!(put.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

on_both_engines!(at "2024-06-03T09:00:00+03:00": every_described_address_answers_and_asks_for_a_token);
