//! The pages on the way to a provider and back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use casework::account::Identity;
use web::shell::{Frame, Trouble, Visit, page};

#[derive(Template)]
#[template(path = "elsewhere/leading.html")]
struct LeadingPage {
    frame: Frame,
    lead: String,
    go_on: String,
    address: String,
}

#[derive(Template)]
#[template(path = "elsewhere/trouble.html")]
struct TroublePage {
    frame: Frame,
    what: String,
    todo: String,
    identity: Option<Identity>,
    back: String,
}

/// Why nobody was signed in, as people are told.
pub enum Kind {
    /// The provider does not answer.
    Silent,
    /// This browser asked nothing, or too long ago, or was answered already.
    NotAsked,
    /// They said no there.
    Declined,
    /// It did not make sure well enough.
    Weak,
    /// Its answer is not to be trusted.
    Untrusted,
    /// Nobody here is bound to who they are there.
    NotBound(Identity),
}

/// The page that leads to the provider.
pub fn leading(visit: &Visit, name: &str, address: &str) -> Result<Response, Trouble> {
    let w = visit.w;
    let mut frame = Frame::new(visit, None, w.elsewhere_title(name));
    frame.address = visit.address.at("/sign-in");
    let shown = LeadingPage {
        frame,
        lead: w.elsewhere_leading(name),
        go_on: w.elsewhere_go_on(name),
        address: address.to_owned(),
    };
    page(visit, &shown)
}

/// The page that says to wait.
pub fn wait(visit: &Visit, what: String) -> Result<Response, Trouble> {
    drawn(visit, visit.w.elsewhere_not_in(), what, String::new(), None)
}

fn drawn(
    visit: &Visit,
    title: &str,
    what: String,
    todo: String,
    identity: Option<Identity>,
) -> Result<Response, Trouble> {
    let mut frame = Frame::new(visit, None, title);
    frame.address = visit.address.at("/sign-in");
    page(visit, &TroublePage { frame, what, todo, identity, back: visit.href("/sign-in") })
}

/// The page that says why nobody was signed in.
pub fn trouble(visit: &Visit, kind: Kind, name: &str) -> Response {
    let w = visit.w;
    let (status, what, todo, identity) = match kind {
        Kind::Silent => (StatusCode::BAD_GATEWAY, w.elsewhere_silent(name), w.elsewhere_silent_todo(), None),
        Kind::NotAsked => (StatusCode::BAD_REQUEST, w.elsewhere_not_asked(name), w.elsewhere_not_asked_todo(), None),
        Kind::Declined => (StatusCode::FORBIDDEN, w.elsewhere_declined(name), w.elsewhere_declined_todo(), None),
        Kind::Weak => (StatusCode::FORBIDDEN, w.elsewhere_weak(name), w.elsewhere_weak_todo(), None),
        Kind::Untrusted => (StatusCode::BAD_GATEWAY, w.elsewhere_untrusted(name), w.elsewhere_untrusted_todo(), None),
        Kind::NotBound(identity) => {
            (StatusCode::FORBIDDEN, w.elsewhere_not_bound(name), w.elsewhere_not_bound_todo(), Some(identity))
        }
    };
    match drawn(visit, w.elsewhere_not_in(), what, todo.to_owned(), identity) {
        Ok(page) => (status, page).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}
