//! The description of the interface (OpenAPI 3.1): made from the handlers, with what all of them share and with the
//! attributes of the register that answers.
//!
//! It also decides which parameters an address takes, so that description and behaviour cannot part.

use register::Register;
use register::resolved::{Attribute, AttributeKind};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use utoipa::OpenApi;

use super::WHO;
use crate::said::register_language;
use crate::shell::problem::Problem;
use crate::words::Language;

/// What stands above the operations.
#[derive(Debug, OpenApi)]
#[openapi(
    info(
        title = "Kotopolku: the register",
        description = "Who is responsible for the integration of immigrants in Finland: for what, for whom, where and when, and by which law.\n\nEverything is read with GET; nothing needs a key. Sentences come in Swedish, Finnish or English (`lang`, else `Accept-Language`, else Finnish); words such as `unemployed-job-seeker` never change. Every answer names the `edition` of the register that gave it and carries an `ETag`; send it back in `If-None-Match`. What is not understood is refused, never left out of account: problems are `application/problem+json` (RFC 9457) and say what to mend.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
    ),
    tags(
        (name = "who", description = "Who is responsible"),
        (name = "duties", description = "What must be done"),
        (name = "organs", description = "Who there is, and who steers whom"),
        (name = "places", description = "Municipalities and their organs"),
        (name = "difference", description = "What changed between two days"),
        (name = "appendix", description = "The whole division, written out"),
        (name = "sources", description = "The law, and what rests on it"),
        (name = "vocabulary", description = "What may be asked"),
        (name = "register", description = "The register as a whole"),
        (name = "interface", description = "The interface itself"),
    ),
    components(schemas(Problem)),
)]
pub struct Description;

/// Per address the names of its query, as described.
static PARAMETERS: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let document = with_shared(super::operations().into_openapi());
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    let names = |operation: &Value| {
        let all = operation["get"]["parameters"].as_array().cloned().unwrap_or_default();
        let query = all.iter().filter(|one| one["in"] == "query");
        query.filter_map(|one| Some(one["name"].as_str()?.to_owned())).collect()
    };
    paths.iter().map(|(path, operation)| (path.clone(), names(operation))).collect()
});

/// The names that the query of an address may hold, besides attributes.
pub fn parameters(route: &str) -> Vec<&'static str> {
    PARAMETERS.get(route).map(|names| names.iter().map(String::as_str).collect()).unwrap_or_default()
}

/// Whether the query of an address takes facts about a person.
pub fn takes_facts(route: &str) -> bool {
    WHO.contains(&route)
}

/// The whole description, for a register.
pub fn document(register: &Register) -> Value {
    let mut document = with_shared(super::operations().into_openapi());
    let facts: Vec<Value> = register.resolved.words.attributes.iter().filter(|one| one.is_asked()).map(fact).collect();
    for route in WHO {
        if let Some(parameters) = document["paths"][route]["get"]["parameters"].as_array_mut() {
            // Behind what the question is about, before what every address takes.
            let at = parameters.iter().position(|one| one["name"] == "lang").unwrap_or(parameters.len());
            parameters.splice(at..at, facts.iter().cloned());
        }
    }
    document
}

/// A fact about a person as a parameter.
fn fact(attribute: &Attribute) -> Value {
    let en = register_language(Language::En);
    let ids: Vec<&str> = attribute.values.iter().map(|value| value.id.as_str()).collect();
    let said = attribute.question.get(en);
    let (schema, example, how) = match attribute.kind {
        AttributeKind::Age => {
            let last = attribute.values.len().saturating_sub(1);
            let schema = json!({ "oneOf": [
                { "type": "integer", "minimum": 0, "maximum": last },
                { "type": "string", "enum": ["unknown"] },
            ]});
            (schema, json!("34"), format!("Whole years, 0 to {last}."))
        }
        AttributeKind::Day(_) => {
            let words: Vec<&str> = ids.iter().copied().chain(["unknown"]).collect();
            let how = format!("A day as 2024-05-31, or {}.", ids.join(", "));
            let schema = json!({ "oneOf": [
                { "type": "string", "format": "date" },
                { "type": "string", "enum": words },
            ]});
            (schema, json!(ids.first()), how)
        }
        _ => {
            let words: Vec<&str> = ids.iter().copied().chain(["unknown"]).collect();
            (json!({ "type": "string", "enum": words }), json!(ids.first()), String::new())
        }
    };
    json!({
        "name": attribute.id,
        "in": "query",
        "required": false,
        "description": format!("{said} {how}").trim(),
        "schema": schema,
        "example": example,
        "x-fact": true,
    })
}

/// The same with what every operation shares: language, edition, problems, the mark.
fn with_shared(description: utoipa::openapi::OpenApi) -> Value {
    let mut document = serde_json::to_value(description).unwrap_or_default();
    let languages: Vec<&str> = Language::ALL.iter().map(|language| language.code()).collect();
    let lang = json!({
        "name": "lang", "in": "query", "required": false,
        "description": "The language of sentences; else Accept-Language decides",
        "schema": { "type": "string", "enum": languages }, "example": "en",
    });
    let edition = json!({
        "name": "edition", "in": "query", "required": false,
        "description": "The edition that shall answer, by its whole name or its first twelve digits; another one than the one served is a problem with status 404",
        "schema": { "type": "string", "pattern": "^([0-9a-f]{12}|[0-9a-f]{64})$" },
    });
    let problem = |description: &str| {
        let schema = json!({ "$ref": "#/components/schemas/Problem" });
        json!({ "description": description, "content": { "application/problem+json": { "schema": schema } } })
    };
    let shared = [
        ("304", json!({ "description": "The program already holds this answer (`If-None-Match`)" })),
        ("400", problem("Something in the question is not known or not readable; `errors` says what")),
        ("404", problem("No such thing, or another edition than the one served")),
    ];
    let paths = document["paths"].as_object_mut().map(std::mem::take).unwrap_or_default();
    let paths: Map<String, Value> = paths
        .into_iter()
        .map(|(path, mut operations)| {
            let operation = &mut operations["get"];
            if !operation["parameters"].is_array() {
                operation["parameters"] = json!([]);
            }
            if let Some(parameters) = operation["parameters"].as_array_mut() {
                parameters.extend([lang.clone(), edition.clone()]);
            }
            for (status, response) in &shared {
                operation["responses"][*status] = response.clone();
            }
            let mark = json!({ "description": "Names this answer", "schema": { "type": "string" } });
            operation["responses"]["200"]["headers"]["ETag"] = mark;
            (path, operations)
        })
        .collect();
    document["paths"] = Value::Object(paths);
    document
}
