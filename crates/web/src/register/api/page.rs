//! The page on which people read the description and try it. It is the only page with a script; the script is ours to
//! serve, and the page may load nothing from elsewhere.

use axum::Json;
use axum::extract::{OriginalUri, Path, State as Stored};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;
use utoipa_swagger_ui::Config;

use super::asked::nothing_here;
use super::describe;
use crate::State;
use crate::shell::wished;

/// Its own files, its own pictures, questions to ourselves. The page sets styles on its elements as it draws them.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                      font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `/api/v1/openapi.json`.
pub async fn description(Stored(state): Stored<State>) -> Response {
    Json(describe::document(&state.register)).into_response()
}

/// `/api`, `/api/v1` and `/api/v1/docs` lead to the page.
pub async fn to_page() -> Redirect {
    Redirect::temporary(super::DOCS)
}

/// The page itself.
pub async fn index(uri: OriginalUri, headers: HeaderMap) -> Response {
    file(Path(String::new()), uri, headers).await
}

/// Its files.
pub async fn file(Path(name): Path<String>, uri: OriginalUri, headers: HeaderMap) -> Response {
    let nothing = || nothing_here(wished(&headers).words(), uri.0.path()).into_response();
    let config = Config::from(super::DESCRIPTION).try_it_out_enabled(true).validator_url("none");
    let Ok(Some(file)) = utoipa_swagger_ui::serve(&name, Arc::new(config)) else { return nothing() };
    let Ok(kind) = HeaderValue::try_from(&file.content_type) else { return nothing() };
    let mut response = (StatusCode::OK, file.bytes.into_owned()).into_response();
    let sent = response.headers_mut();
    sent.insert(header::CONTENT_TYPE, kind);
    sent.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    if file.gzpipped {
        sent.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}
