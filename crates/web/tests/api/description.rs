//! The description says what is so: every example works, and the committed copy is fresh.

use crate::program::ask;
use serde_json::Value;
use web::register::api::describe;

fn document() -> Value {
    describe::document(register::Register::shipped())
}

fn example(parameter: &Value) -> Option<String> {
    match &parameter["example"] {
        Value::String(text) => Some(text.replace(' ', "%20")),
        Value::Null => None,
        other => Some(other.to_string()),
    }
}

#[tokio::test]
async fn it_is_served_as_it_stands_in_the_source_tree() {
    let served = ask("GET", "/api/v1/openapi.json", &[]).await;
    assert_eq!((served.status.as_u16(), served.header("content-type")), (200, "application/json"));
    assert_eq!(served.json(), document());
    assert_eq!(served.json()["openapi"].as_str().map(|version| &version[..3]), Some("3.1"));
    let copy = include_str!("../../../../docs/reference/openapi.json");
    let copy: Value = serde_json::from_str(copy).expect("JSON");
    assert!(
        copy == document(),
        "docs/reference/openapi.json is stale: run `cargo run -q -p web --example openapi` and commit it"
    );
}

#[tokio::test]
async fn every_example_works() {
    let document = document();
    let paths = document["paths"].as_object().expect("paths");
    assert!(paths.len() >= 18, "{:?}", paths.keys());
    let mut asked = 0;
    for (path, operations) in paths {
        let parameters = operations["get"]["parameters"].as_array().expect("parameters");
        let mut address = path.clone();
        let mut query = Vec::new();
        let mut optional = Vec::new();
        for one in parameters {
            let name = one["name"].as_str().expect("a name");
            match (example(one), one["in"].as_str(), one["required"] == true) {
                (Some(value), Some("path"), _) => address = address.replace(&format!("{{{name}}}"), &value),
                (Some(value), _, true) => query.push(format!("{name}={value}")),
                (Some(value), _, false) => optional.push(format!("{name}={value}")),
                (None, _, required) => assert!(!required, "{path}: {name} has no example"),
            }
        }
        let several: Vec<Vec<&String>> =
            std::iter::once(Vec::new()).chain(optional.iter().map(|one| vec![one])).collect();
        for more in several {
            let query: Vec<&str> = query.iter().chain(more).map(String::as_str).collect();
            let address = format!("{address}?{}", query.join("&"));
            let heard = ask("GET", &address, &[]).await;
            assert_eq!(heard.status.as_u16(), 200, "{address}: {}", heard.text);
            asked += 1;
        }
    }
    assert!(asked > 60, "{asked}");
}

#[test]
fn everything_is_described() {
    let document = document();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        let operation = &operations["get"];
        assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{path} has no summary");
        for status in ["200", "304", "400", "404"] {
            assert!(operation["responses"][status].is_object(), "{path}: {status}");
        }
        for one in operation["parameters"].as_array().expect("parameters") {
            assert!(one["description"].as_str().is_some_and(|text| !text.is_empty()), "{path}: {one}");
        }
    }
}
