//! What every answer carries: a strict content policy, and a mark by which a browser sees that nothing has changed.

use std::fmt::Write as _;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};

/// Nothing from elsewhere, no script, no style but the file, no frame round the page, forms only to ourselves.
pub const CONTENT_POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const FIXED: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
];

/// No page is longer; a longer one is sent as it is, without a mark.
const LONGEST_MARKED: usize = 4 << 20;

/// Sets the headers; answers "not modified" when the browser already has this page.
pub async fn guarded(request: Request, next: Next) -> Response {
    let readable = matches!(*request.method(), Method::GET | Method::HEAD);
    let asked = request.headers().clone();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // A page of the interface's description may set a policy of its own; all others get the strict one.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CONTENT_POLICY));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if readable && response.status() == StatusCode::OK && !response.headers().contains_key(header::ETAG) {
        return marked(response, &asked).await;
    }
    response
}

/// Adds a weak mark made of the content, so that the same page is not sent twice.
async fn marked(response: Response, asked: &HeaderMap) -> Response {
    let (mut parts, body) = response.into_parts();
    let Some(size) = axum::body::HttpBody::size_hint(&body).exact().and_then(|size| usize::try_from(size).ok()) else {
        return Response::from_parts(parts, body);
    };
    if size > LONGEST_MARKED {
        return Response::from_parts(parts, body);
    }
    let Ok(content) = to_bytes(body, LONGEST_MARKED).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut mark = String::from("W/\"");
    for byte in Sha256::digest(&content).iter().take(12) {
        let _ = write!(mark, "{byte:02x}");
    }
    mark.push('"');
    let unchanged = holds(asked, &mark);
    if let Ok(value) = HeaderValue::try_from(mark) {
        parts.headers.insert(header::ETAG, value);
    }
    if unchanged {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(content))
}

/// Whether the browser says that it holds the content with this mark.
pub fn holds(asked: &HeaderMap, mark: &str) -> bool {
    let bare = mark.trim_start_matches("W/");
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|held| held.trim() == "*" || held.trim().trim_start_matches("W/") == bare)
}
