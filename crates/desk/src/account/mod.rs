//! One's own account: password, second factor, sessions.

mod factor;
mod picture;

use askama::Template;
use axum::Form;
use axum::extract::State as Stored;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use casework::account::{Refusal as AccountRefusal, SHORTEST_PASSWORD};
use casework::{Error, Refusal};
use serde::Deserialize;
use uuid::Uuid;
use web::components::{ErrorLine, ErrorSummary};
use web::shell::{Frame, Visit, page};
use web::words::Words;

use crate::DeskState;
use crate::shell::{Answer, Came, Cookies, OrPage as _, Present, led_to, moment};
use crate::sign_in::{too_early, waiting};

pub use factor::{propose, prove, remove};

/// What was done, said once on the page that one is led to.
const DONE: [&str; 3] = ["password", "removed", "session"];

#[derive(Template)]
#[template(path = "account/page.html")]
struct AccountPage {
    frame: Frame,
    errors: ErrorSummary,
    said: Option<String>,
    login: String,
    has_password: bool,
    hint: String,
    factor: Factor,
    sessions: Vec<SessionRow>,
}

/// How it stands with the second factor.
enum Factor {
    On {
        left: String,
    },
    Off,
    /// There is no key to seal its secret with.
    Impossible,
}

struct SessionRow {
    id: Uuid,
    network: String,
    browser: String,
    used: String,
    this: bool,
}

/// What is wrong with which field.
struct Wrong {
    field: &'static str,
    message: String,
}

impl AccountPage {
    /// What is wrong with a field.
    fn wrong(&self, field: &str) -> Option<&str> {
        self.errors.errors.iter().find(|line| line.field == field).map(|line| line.message.as_str())
    }
}

/// `/{language}/account`.
pub async fn show(Stored(desk): Stored<DeskState>, visit: Visit, present: Present) -> Answer {
    drawn(&desk, &visit, &present, None).await
}

async fn drawn(desk: &DeskState, visit: &Visit, present: &Present, wrong: Option<Wrong>) -> Answer {
    let w = visit.w;
    let account = &present.0.account;
    let factor = match (&desk.key, account.second_factor) {
        (_, true) => {
            let left = desk.house.recovery_codes_left(&present.0).await.or_page(visit)?;
            Factor::On { left: w.account_factor_codes_left(left) }
        }
        (Some(_), false) => Factor::Off,
        (None, false) => Factor::Impossible,
    };
    let sessions = desk.house.own_sessions(&present.0).await.or_page(visit)?;
    let sessions = sessions
        .into_iter()
        .map(|session| SessionRow {
            id: session.id,
            used: moment(w, &desk.house.zone, session.used_at),
            this: session.id == present.0.session.id,
            network: session.network,
            browser: session.browser,
        })
        .collect();
    let mut frame = present.frame(desk, visit, w.account_mine());
    frame.to_mend = wrong.is_some();
    frame.address = visit.address.at("/account").without("done");
    let said = visit.address.value("done").and_then(|done| told(w, done));
    let line = |wrong: Wrong| ErrorLine { message: wrong.message, field: wrong.field.to_owned(), mended: None };
    let errors = ErrorSummary { w, errors: wrong.map(line).into_iter().collect() };
    let page_shown = AccountPage {
        frame,
        errors,
        said,
        login: account.login.clone(),
        has_password: account.has_password,
        hint: w.account_password_hint(SHORTEST_PASSWORD),
        factor,
        sessions,
    };
    page(visit, &page_shown).or_page(visit)
}

fn told(w: &Words, done: &str) -> Option<String> {
    let text = match DONE.iter().position(|known| *known == done)? {
        0 => w.account_password_changed(),
        1 => w.account_factor_removed(),
        _ => w.account_session_ended(),
    };
    Some(text.to_owned())
}

/// What the form for a new password sends.
#[derive(Deserialize)]
pub struct NewPassword {
    old: String,
    new: String,
    again: String,
}

/// `/{language}/account/password`.
pub async fn change_password(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    present: Present,
    (Came(whence), cookies): (Came, Cookies),
    Form(sent): Form<NewPassword>,
) -> Answer {
    let w = visit.w;
    if sent.new != sent.again {
        let wrong = Wrong { field: "again", message: w.account_not_the_same().to_owned() };
        return mend(&desk, &visit, &present, wrong).await;
    }
    match desk.house.change_password(&present.0, &sent.old, &sent.new, &whence).await {
        Ok(begun) => Ok((cookies.begin(&begun), led_to(&visit.href("/account?done=password"))).into_response()),
        Err(error) => refused(&desk, &visit, &present, error, "old").await,
    }
}

/// The page once more, with what is to be mended.
async fn mend(desk: &DeskState, visit: &Visit, present: &Present, wrong: Wrong) -> Answer {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(desk, visit, present, Some(wrong)).await?).into_response())
}

/// What is refused about a password, beside its field; `proof` is the field of the password that one has now.
async fn refused(
    desk: &DeskState,
    visit: &Visit,
    present: &Present,
    error: Error,
    proof: &'static str,
) -> Result<Response, crate::Instead> {
    let w = visit.w;
    let Error::Refused(Refusal::Account(refusal)) = &error else { return Err(error).or_page(visit) };
    let (field, message) = match refusal {
        AccountRefusal::NotRight => (proof, w.account_old_not_right().to_owned()),
        AccountRefusal::TooShort { least } => ("new", w.account_password_short(*least)),
        AccountRefusal::TooLong { most } => ("new", w.account_password_long(*most)),
        AccountRefusal::EasilyGuessed => {
            ("new", format!("{} {}", w.account_password_guessed(), w.account_password_todo()))
        }
        AccountRefusal::Wait { time, .. } => {
            let wrong = Wrong { field: proof, message: waiting(w, *time) };
            return Ok(too_early(*time, drawn(desk, visit, present, Some(wrong)).await?));
        }
        _ => return Err(error).or_page(visit),
    };
    mend(desk, visit, present, Wrong { field, message }).await
}

/// What the button beside a session sends.
#[derive(Deserialize)]
pub struct Which {
    session: Uuid,
}

/// `/{language}/account/end-session`.
pub async fn end_session(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    present: Present,
    Form(sent): Form<Which>,
) -> Answer {
    desk.house.end_own_session(&present.0, sent.session).await.or_page(&visit)?;
    Ok(led_to(&visit.href("/account?done=session")))
}
