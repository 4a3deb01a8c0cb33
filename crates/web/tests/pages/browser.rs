//! Asks the router for a page and looks at what comes back.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use jiff::civil::date;
use tower::ServiceExt as _;
use web::shell::Fixed;

/// A page as it came.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Page {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// The site on 1 March 2026, made once.
pub fn site() -> Router {
    static SITE: std::sync::OnceLock<Router> = std::sync::OnceLock::new();
    SITE.get_or_init(made).clone()
}

fn made() -> Router {
    web::router(web::State {
        clock: Arc::new(Fixed(date(2026, 3, 1))),
        register: Arc::new(register::Register::shipped().clone()),
        demonstration: false,
        desk: false,
    })
}

/// One request, with headers.
pub async fn ask(method: &str, address: &str, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let response = site().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let content = to_bytes(body, usize::MAX).await.expect("a body");
    Page { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&content).into_owned() }
}

/// Reads a page.
pub async fn get(address: &str) -> Page {
    let page = ask("GET", address, &[]).await;
    if page.header("content-type").starts_with("text/html") {
        sound(address, &page.text);
    }
    page
}

/// What holds for every page: one heading of the first level, unique ids, every label and every `aria-` reference
/// leads somewhere, no inline style or script, nothing loaded from elsewhere.
pub fn sound(address: &str, text: &str) {
    assert!(text.starts_with("<!DOCTYPE html>"), "{address}");
    assert_eq!(text.matches("<h1").count(), 1, "{address}: one heading of the first level");
    for forbidden in ["<script", " style=", "<style", "javascript:", " onclick", "src=\"http"] {
        assert!(!text.contains(forbidden), "{address}: {forbidden}");
    }
    let ids: Vec<&str> = values(text, " id=\"");
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{address}: the id {id} stands twice");
    }
    for attribute in [" for=\"", " aria-describedby=\"", " aria-labelledby=\"", " list=\"", " href=\"#"] {
        for id in values(text, attribute).iter().flat_map(|value| value.split(' ')).filter(|id| !id.is_empty()) {
            assert!(ids.contains(&id), "{address}: {attribute}{id}\" leads nowhere");
        }
    }
    for tag in
        ["div", "ul", "ol", "li", "p", "a", "span", "section", "form", "table", "svg", "details", "fieldset", "dl"]
    {
        let opened = text.matches(&format!("<{tag}>")).count() + text.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, text.matches(&format!("</{tag}>")).count(), "{address}: <{tag}> is not closed");
    }
    for href in values(text, "<link rel=\"stylesheet\" href=\"") {
        assert!(href.starts_with("/assets/"), "{address}: {href}");
    }
}

fn values<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
