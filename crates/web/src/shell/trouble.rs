//! The pages that say what happened and what to do.

use askama::Template;
use axum::extract::State as Stored;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::problem::{Kind, Problem};
use super::{Frame, Visit, wished};
use crate::State;
use crate::components::Link;

/// Something went wrong: what, and what to do next. Written in the reader's language.
#[derive(Debug)]
pub struct Trouble(Box<TroublePage>);

#[derive(Debug, Template)]
#[template(path = "shell/trouble.html")]
struct TroublePage {
    frame: Frame,
    status: StatusCode,
    what: String,
    todo: String,
    offer: Option<Link>,
}

impl Trouble {
    /// No page at this address.
    pub fn not_found(visit: &Visit) -> Self {
        let address = visit.address.href(visit.language());
        Self::of(
            visit,
            StatusCode::NOT_FOUND,
            visit.w.trouble_not_found_title(),
            visit.w.trouble_not_found_what(&address),
            visit.w.trouble_not_found_todo(),
        )
    }

    /// No such thing: what is sought for and did not find stands in `what`.
    pub fn nothing_there(visit: &Visit, what: String) -> Self {
        Self::of(
            visit,
            StatusCode::NOT_FOUND,
            visit.w.trouble_not_found_title(),
            what,
            visit.w.trouble_not_found_todo(),
        )
    }

    /// The same, with what was perhaps meant.
    #[must_use]
    pub fn offering(mut self, link: Link) -> Self {
        self.0.offer = Some(link);
        self
    }

    /// The address cannot be read; `detail` says what in it, in the reader's language.
    pub fn bad_request(visit: &Visit, detail: &str) -> Self {
        let w = visit.w;
        Self::of(
            visit,
            StatusCode::BAD_REQUEST,
            w.trouble_bad_request_title(),
            w.trouble_bad_request_what(detail),
            w.trouble_bad_request_todo(),
        )
    }

    /// Our own fault.
    pub fn internal(visit: &Visit) -> Self {
        let w = visit.w;
        Self::of(
            visit,
            StatusCode::INTERNAL_SERVER_ERROR,
            w.trouble_internal_title(),
            w.trouble_internal_what().to_owned(),
            w.trouble_internal_todo(),
        )
    }

    /// Sent from another site's page, not from one of ours.
    pub fn forged(visit: &Visit) -> Self {
        let w = visit.w;
        Self::of(
            visit,
            StatusCode::FORBIDDEN,
            w.trouble_forged_title(),
            w.trouble_forged_what().to_owned(),
            w.trouble_not_found_todo(),
        )
    }

    /// It cannot be done just now, and may be done soon.
    pub fn busy(visit: &Visit) -> Self {
        let w = visit.w;
        Self::of(
            visit,
            StatusCode::SERVICE_UNAVAILABLE,
            w.trouble_busy_title(),
            w.trouble_busy_what().to_owned(),
            w.trouble_internal_todo(),
        )
    }

    fn read_only(visit: &Visit) -> Self {
        let w = visit.w;
        Self::of(
            visit,
            StatusCode::METHOD_NOT_ALLOWED,
            w.trouble_method_title(),
            w.trouble_method_what().to_owned(),
            w.trouble_not_found_todo(),
        )
    }

    fn of(visit: &Visit, status: StatusCode, title: &str, what: String, todo: &str) -> Self {
        let frame = Frame::new(visit, None, title);
        Self(Box::new(TroublePage { frame, status, what, todo: todo.to_owned(), offer: None }))
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let status = self.0.status;
        match self.0.render() {
            Ok(text) => (status, Html(text)).into_response(),
            // The page about the fault is faulty too: the bare words are all that is left.
            Err(_) => (status, self.0.what).into_response(),
        }
    }
}

/// Where people read what programs may ask.
pub const API_DOCS: &str = "/api/v1/docs/";

/// Whether an address belongs to the interface for programs.
fn for_programs(uri: &Uri) -> bool {
    uri.path() == "/api" || uri.path().starts_with("/api/")
}

/// Everything that has no route: the address without its last slash, or a page (or a problem) that says so.
pub async fn not_found(Stored(state): Stored<State>, uri: Uri, headers: HeaderMap) -> Response {
    if for_programs(&uri) {
        let w = wished(&headers).words();
        return Problem::new(Kind::NotFound, w, w.api_nothing_here(uri.path(), API_DOCS)).into_response();
    }
    let trimmed = uri.path().trim_end_matches('/');
    // A second slash in front would make another site's address of it.
    if trimmed.len() < uri.path().len() && trimmed.starts_with('/') && !trimmed.starts_with("//") {
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        return Redirect::permanent(&format!("{trimmed}{query}")).into_response();
    }
    Trouble::not_found(&Visit::new(&state, &uri, &headers)).into_response()
}

/// A page was sent something with another method than GET.
pub async fn read_only(Stored(state): Stored<State>, uri: Uri, headers: HeaderMap) -> Response {
    let answer = if for_programs(&uri) {
        let w = wished(&headers).words();
        Problem::new(Kind::ReadOnly, w, w.api_kind_read_only_meaning()).into_response()
    } else {
        Trouble::read_only(&Visit::new(&state, &uri, &headers)).into_response()
    };
    ([(header::ALLOW, "GET, HEAD")], answer).into_response()
}

/// A handler failed in a way nobody foresaw.
pub fn page_fault(state: &State, uri: &Uri, headers: &HeaderMap) -> Response {
    if for_programs(uri) {
        let w = wished(headers).words();
        return Problem::new(Kind::OurFault, w, w.api_kind_our_fault_meaning()).into_response();
    }
    Trouble::internal(&Visit::new(state, uri, headers)).into_response()
}
