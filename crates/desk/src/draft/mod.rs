//! Drafts on the first page of the desk; and a form that came after its session had ended by time: it is kept as a draft of whose
//! session it was, and waits for them behind the page for signing in.

use axum::Form;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts as _, Request, State as Stored};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use casework::draft::{Draft, LARGEST, NewDraft, Writer};
use web::shell::{Visit, encoded};

use crate::DeskState;
use crate::form::{About, At, Sent};
use crate::said::{Teller, fact_title};
use crate::shell::{Answer, Cookies, OrPage as _, led_to};

/// What a form is, by its address behind the language.
pub fn title(t: &Teller<'_>, draft: &Draft) -> String {
    let w = t.w;
    let parts: Vec<&str> = draft.form.trim_matches('/').split('/').collect();
    match parts.as_slice() {
        ["desk", "cases", number, "steps", step] => {
            let types = &t.desk.house.register.resolved.case_types;
            let versions = types.iter().flat_map(|one| &one.versions);
            let found = versions.into_iter().find(|version| version.step(step).is_some());
            w.draft_of_case(number, &web::register::telling::begun(&t.step(found, step)))
        }
        ["desk", "cases", number, "limits", ..] => w.draft_of_case(number, w.limit_head_limit()),
        ["desk", "cases", number, "decisions", ..] => w.draft_of_case(number, w.decision_form_notify()),
        ["desk", "cases", number, ..] => w.draft_of_case(number, w.desk_documents()),
        ["desk", "people", "new"] => w.person_new().to_owned(),
        ["desk", "people", _, "facts", attribute, ..] => w.draft_of_fact(&fact_title(t, attribute)),
        ["desk", "hand-overs", ..] => w.handover_form_return().to_owned(),
        _ => draft.form.clone(),
    }
}

/// `/{language}/desk/drafts/remove`.
pub async fn remove(at: At, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let form = Sent(pairs).get("form");
    at.house().drop_draft(&at.writer(), &form).await.or_page(&at.visit)?;
    Ok(led_to(&at.t().href("/desk?done=draft-removed")))
}

/// Whether a form of this address has a page at the same address where its draft is shown.
fn has_draft(path: &str) -> bool {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    matches!(
        parts.as_slice(),
        ["desk", "cases", _, "steps", _]
            | ["desk", "cases", _, "limits", _, _]
            | ["desk", "cases", _, "decisions", _, "notify"]
            | ["desk", "cases", _, "documents", _, "withdraw"]
            | ["desk", "people", "new"]
            | ["desk", "people", _, "facts", _]
            | ["desk", "people", _, "facts", _, _, _]
            | ["desk", "hand-overs", _, "return"]
    )
}

/// Keeps a form that came too late. Everything else goes on.
pub async fn keep_late(Stored(desk): Stored<DeskState>, request: Request, next: Next) -> Response {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("application/x-www-form-urlencoded")));
    if request.method() != Method::POST || !is_form {
        return next.run(request).await;
    }
    let visit = Visit::new(&desk.site, request.uri(), request.headers());
    if !has_draft(visit.address.path()) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let writer = writer(&desk, &mut parts).await;
    let Some(writer) = writer else { return next.run(Request::from_parts(parts, body)).await };
    let Ok(content) = to_bytes(body, LARGEST * 3).await else {
        return next.run(Request::from_parts(parts, Body::empty())).await;
    };
    let kept = keep(&desk, &visit, &writer, &content).await;
    if kept.is_none() {
        return next.run(Request::from_parts(parts, Body::from(content))).await;
    }
    let back = visit.href(visit.address.path());
    Redirect::to(&format!("{}?kept=1&next={}", visit.href("/sign-in"), encoded(&back))).into_response()
}

/// Whose session has ended by time; none when it goes on, or is nobody's.
async fn writer(desk: &DeskState, parts: &mut axum::http::request::Parts) -> Option<Writer> {
    let token = Cookies::from_request_parts(parts, desk).await.ok()?.session()?;
    if desk.house.signed(&token).await.ok()?.is_some() {
        return None;
    }
    desk.house.lapsed(&token).await.ok()?
}

async fn keep(desk: &DeskState, visit: &Visit, writer: &Writer, content: &[u8]) -> Option<()> {
    let pairs = web::shell::Address::new("", std::str::from_utf8(content).ok()?).query().to_vec();
    let form = visit.address.path();
    let parts: Vec<&str> = form.trim_matches('/').split('/').collect();
    let about = match parts.as_slice() {
        ["desk", "cases", number, ..] => {
            let case = desk.house.case_by_number(&writer.acting, number.parse().ok()?).await.ok()?;
            About { case: Some(case), person: None }
        }
        ["desk", "people", "new"] => About::default(),
        ["desk", "people", person, ..] => {
            let person = person.parse().ok()?;
            desk.house.names_of(&writer.acting, &[person]).await.ok()?.contains_key(&person).then_some(())?;
            About { case: None, person: Some(person) }
        }
        _ => About::default(),
    };
    let content = Sent(pairs).content();
    let new = NewDraft { form, case: about.case, person: about.person, content: &content, late: true };
    desk.house.keep_draft(writer, new).await.ok()
}
