//! Requests that another site's page made a browser send, and answers that no browser may keep.

use axum::extract::{Request, State as Stored};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use tower_http::csrf::ProtectionError;
use web::shell::{Trouble, Visit};

use crate::DeskState;

/// What the layer refused becomes a page that says so.
pub async fn say_forged(Stored(desk): Stored<DeskState>, request: Request, next: Next) -> Response {
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let response = next.run(request).await;
    if response.extensions().get::<ProtectionError>().is_none() {
        return response;
    }
    tracing::warn!(path = uri.path(), "a request from another site was refused");
    Trouble::forged(&Visit::new(&desk.site, &uri, &headers)).into_response()
}

/// For so long, and a subdomain like the host itself, browsers that reached us by https come no other way: two years.
const HTTPS_ONLY: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");

/// Pages of the desk are not kept by the browser, so that whoever comes after at the same machine finds nothing.
pub async fn unkept(Stored(desk): Stored<DeskState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if desk.secure {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
    }
    response
}
