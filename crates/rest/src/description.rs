//! The description of the interface (OpenAPI 3.1), made from the handlers, with what all of them share.

use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};
use utoipa::OpenApi;
use web::shell::problem::Problem;

/// Where it is served, for everybody: it says nothing about anybody.
pub const DESCRIPTION: &str = "/api/v1/casework/openapi.json";

/// What stands above the operations.
#[derive(Debug, OpenApi)]
#[openapi(
    info(
        title = "Kotopolku: casework",
        description = "Cases, people and hand-overs for programs of authorities. Every request carries the token of a machine client (`Authorization: Bearer kotopolku_…`), which sees what its organ's holdings give in cases of its duties; anything else is not there (404). An act carries an `Idempotency-Key` and, in `If-Match`, the `ETag` of what it is based on; `*` says that it is done whatever that is. Asked again with the same key, it is not done twice. Problems are `application/problem+json` (RFC 9457) in the language of `Accept-Language`.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
    ),
    tags(
        (name = "cases", description = "Matters in hand"),
        (name = "people", description = "What is known of a person"),
        (name = "hand-overs", description = "From one lead to the next"),
    ),
    components(schemas(Problem)),
)]
pub struct Description;

/// The whole description.
#[must_use]
pub fn document() -> Value {
    let mut document = serde_json::to_value(crate::operations().into_openapi()).unwrap_or_default();
    document["components"]["securitySchemes"] =
        json!({ "token": { "type": "http", "scheme": "bearer", "description": "The token of a machine client" } });
    document["security"] = json!([{ "token": [] }]);
    let schema = json!({ "$ref": "#/components/schemas/Problem" });
    let problem =
        |what: &str| json!({ "description": what, "content": { "application/problem+json": { "schema": schema } } });
    let acts = [
        json!({ "name": "Idempotency-Key", "in": "header", "required": true,
            "description": "A key of this act's own, best a UUID",
            "schema": { "type": "string", "pattern": "^[!-~]{1,120}$" } }),
        json!({ "name": "If-Match", "in": "header", "required": true,
            "description": "The ETag of what it is based on, or `*`", "schema": { "type": "string" } }),
    ];
    let of_all = [
        ("400", "What was sent cannot be understood"),
        ("401", "No token, or one that lets nobody in"),
        ("404", "There is nothing here, or nothing that this program may see"),
        ("429", "More was asked in a minute than is answered"),
        ("500", "The fault is ours"),
        ("503", "The database is busy"),
    ];
    let of_acts = [
        ("409", "A rule stands against it"),
        ("412", "What it was based on has changed"),
        ("413", "More was sent than is taken"),
        ("422", "The key served for something else"),
        ("428", "It does not say what it is based on"),
    ];
    for path in document["paths"].as_object_mut().into_iter().flat_map(|paths| paths.values_mut()) {
        for (method, operation) in path.as_object_mut().into_iter().flatten() {
            let act = method == "post";
            let more: &[(&str, &str)] = if act { &of_acts } else { &[] };
            for (status, what) in of_all.iter().chain(more) {
                operation["responses"][*status] = problem(what);
            }
            if act {
                let done = operation["responses"]["201"].clone();
                operation["responses"]["200"] = json!({
                    "description": "It was done before with this key, and nothing is done now",
                    "content": done["content"],
                });
                let mut all = operation["parameters"].as_array().cloned().unwrap_or_default();
                all.extend(acts.iter().cloned());
                operation["parameters"] = Value::Array(all);
            }
        }
    }
    document
}

/// Serves it.
pub async fn show() -> Response {
    axum::Json(document()).into_response()
}
