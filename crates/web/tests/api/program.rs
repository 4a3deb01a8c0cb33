//! Asks the router as a program asks it.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use jiff::civil::date;
use serde_json::Value;
use tower::ServiceExt as _;
use web::shell::Fixed;

/// An answer as it came.
pub struct Heard {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Heard {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).expect("JSON")
    }
}

/// The site on 1 March 2026.
static SITE: LazyLock<Router> = LazyLock::new(|| {
    let register = Arc::new(register::Register::shipped().clone());
    web::router(web::State { clock: Arc::new(Fixed(date(2026, 3, 1))), register, desk: false, demonstration: false })
});

/// One request, with headers.
pub async fn ask(method: &str, address: &str, headers: &[(&str, &str)]) -> Heard {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let response = SITE.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let content = to_bytes(body, usize::MAX).await.expect("a body");
    Heard { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&content).into_owned() }
}

/// Asks behind `/api/v1/register`, whatever comes.
pub async fn get(address: &str) -> Heard {
    ask("GET", &format!("/api/v1/register{address}"), &[]).await
}

/// Asks behind `/api/v1/register`, and is answered.
pub async fn answer(address: &str) -> Value {
    let heard = get(address).await;
    assert_eq!(heard.status, StatusCode::OK, "{address}: {}", heard.text);
    assert_eq!(heard.header("content-type"), "application/json", "{address}");
    heard.json()
}

/// Asks behind `/api/v1/register`, and is refused in the form of RFC 9457.
pub async fn refusal(address: &str, status: u16) -> Value {
    let heard = get(address).await;
    assert_eq!(heard.status.as_u16(), status, "{address}: {}", heard.text);
    assert_eq!(heard.header("content-type"), "application/problem+json", "{address}");
    let problem = heard.json();
    assert_eq!(problem["status"], status, "{address}");
    for name in ["type", "title", "detail"] {
        assert!(problem[name].as_str().is_some_and(|text| !text.is_empty()), "{address}: {name} in {problem}");
    }
    problem
}
