//! Signing in: name and password, then the code of a second factor where there is one; and signing out.

use askama::Template;
use axum::Form;
use axum::extract::State as Stored;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use casework::account::{Attempt, Begun, Refusal as AccountRefusal, SignedIn};
use casework::{Error, Refusal};
use jiff::SignedDuration;
use serde::Deserialize;
use web::components::{ErrorLine, ErrorSummary};
use web::shell::{Frame, Visit, encoded, page};
use web::words::{Language, Words};

use crate::DeskState;
use crate::elsewhere::Offer;
use crate::shell::{Answer, Came, Cookies, OrPage as _, led_to, own_path};

#[derive(Template)]
#[template(path = "sign_in/page.html")]
struct SignInPage {
    frame: Frame,
    errors: ErrorSummary,
    /// What was written as the name, kept when it was not right. A password is never sent back.
    login: String,
    next: String,
    action: String,
    /// Something to know first: that one is signed out, or has to sign in once more.
    first: Option<String>,
    wrong: bool,
    /// Where else one can sign in.
    elsewhere: Vec<Offer>,
    /// Signed out here, but not where one had signed in.
    still_in: Option<Offer>,
}

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct CodePage {
    frame: Frame,
    errors: ErrorSummary,
    next: String,
    action: String,
    wrong: Option<String>,
}

/// What the form sends.
#[derive(Deserialize)]
pub struct Password {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// What the form of the second step sends.
#[derive(Deserialize)]
pub struct Code {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// `/{language}/sign-in?next=…`.
pub async fn show(Stored(desk): Stored<DeskState>, visit: Visit, cookies: Cookies) -> Answer {
    let next = visit.address.value("next").and_then(own_path).unwrap_or_default().to_owned();
    if let Some(token) = cookies.session()
        && desk.house.signed(&token).await.or_page(&visit)?.is_some()
    {
        return Ok(led_to(if next.is_empty() { visit.href("/desk") } else { next }.as_str()));
    }
    let first = if visit.address.value("out").is_some() {
        Some(visit.w.account_signed_out().to_owned())
    } else if visit.address.value("kept").is_some() {
        Some(visit.w.account_form_kept().to_owned())
    } else if visit.address.value("over").is_some() {
        Some(visit.w.account_code_over().to_owned())
    } else {
        (!next.is_empty()).then(|| visit.w.account_ended().to_owned())
    };
    if desk.site.demonstration {
        return crate::demonstration::choose(&desk, &visit, next, first).await;
    }
    form(&desk, &visit, next, String::new(), first, None).or_page(&visit)
}

fn form(
    desk: &DeskState,
    visit: &Visit,
    next: String,
    login: String,
    first: Option<String>,
    wrong: Option<String>,
) -> Result<Response, web::shell::Trouble> {
    let mut frame = Frame::new(visit, None, visit.w.account_sign_in());
    // What is said once is not said again in another language; an address that is not ours stands nowhere on the page.
    frame.address = visit.address.without("out").without("over").without("kept").without("next");
    if !next.is_empty() {
        frame.address = frame.address.with("next", &next);
    }
    frame.to_mend = wrong.is_some();
    let errors = summary(visit.w, "login", wrong.as_deref());
    let action = visit.href("/sign-in");
    let elsewhere = desk.elsewhere.offers(visit);
    let left = visit.address.value("out").and(visit.address.value("at"));
    let still_in = left.and_then(|id| desk.elsewhere.offered(visit, id));
    page(visit, &SignInPage { frame, errors, login, next, action, first, wrong: wrong.is_some(), elsewhere, still_in })
}

fn summary(w: &'static Words, field: &str, wrong: Option<&str>) -> ErrorSummary {
    let line = |message: &str| ErrorLine { message: message.to_owned(), field: field.to_owned(), mended: None };
    ErrorSummary { w, errors: wrong.map(line).into_iter().collect() }
}

/// How long one waits, in words.
pub fn waiting(w: &Words, time: SignedDuration) -> String {
    let seconds = time.as_secs().max(0) + 1;
    if seconds < 90 { w.account_wait_seconds(seconds) } else { w.account_wait_minutes((seconds + 59) / 60) }
}

/// The status of a page that says to wait, with when to come again for programs.
pub fn too_early(time: SignedDuration, page: Response) -> Response {
    let after = (time.as_secs().max(0) + 1).to_string();
    (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, after)], page).into_response()
}

/// Sending the first form.
pub async fn with_password(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    (Came(whence), cookies): (Came, Cookies),
    Form(sent): Form<Password>,
) -> Answer {
    let next = own_path(&sent.next).unwrap_or_default().to_owned();
    let attempt = Attempt { login: sent.login.clone(), password: sent.password, whence };
    let shown: String = sent.login.chars().take(80).collect();
    match desk.house.sign_in(&attempt).await {
        Ok(SignedIn::Whole(begun)) => welcome(&desk, &visit, cookies.by(None), &begun, &next).await,
        Ok(SignedIn::Half(begun)) => {
            let code = visit.href("/sign-in/code");
            let to = if next.is_empty() { code } else { format!("{code}?next={}", encoded(&next)) };
            Ok((cookies.by(None).begin(&begun), led_to(&to)).into_response())
        }
        Err(Error::Refused(Refusal::Account(AccountRefusal::NotRight))) => {
            let wrong = visit.w.account_not_right().to_owned();
            let page = form(&desk, &visit, next, shown, None, Some(wrong)).or_page(&visit)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Error::Refused(Refusal::Account(AccountRefusal::Wait { time, .. }))) => {
            let wrong = waiting(visit.w, time);
            Ok(too_early(time, form(&desk, &visit, next, shown, None, Some(wrong)).or_page(&visit)?))
        }
        Err(error) => Err(error).or_page(&visit),
    }
}

/// Signed in: the session that the browser showed before ends, and the pages go on in the account's language.
pub async fn welcome(desk: &DeskState, visit: &Visit, cookies: Cookies, begun: &Begun, next: &str) -> Answer {
    if let Some(before) = cookies.session() {
        desk.house.sign_out(&before).await.or_page(visit)?;
    }
    let language = begun.language.parse::<Language>().unwrap_or_else(|_| visit.language());
    let to = if next.is_empty() { format!("/{}/desk", language.code()) } else { next.to_owned() };
    Ok((cookies.begin(begun), led_to(&to)).into_response())
}

/// `/{language}/sign-in/code`.
pub async fn ask_code(Stored(desk): Stored<DeskState>, visit: Visit, cookies: Cookies) -> Answer {
    let next = visit.address.value("next").and_then(own_path).unwrap_or_default().to_owned();
    let waits = match cookies.session() {
        Some(token) => desk.house.awaits_second_factor(&token).await.or_page(&visit)?,
        None => false,
    };
    if !waits {
        return Ok(led_to(&visit.href("/sign-in")));
    }
    code_form(&visit, next, None).or_page(&visit)
}

fn code_form(visit: &Visit, next: String, wrong: Option<String>) -> Result<Response, web::shell::Trouble> {
    let mut frame = Frame::new(visit, None, visit.w.account_code_title());
    frame.to_mend = wrong.is_some();
    let errors = summary(visit.w, "code", wrong.as_deref());
    page(visit, &CodePage { frame, errors, next, action: visit.href("/sign-in/code"), wrong })
}

/// Sending the second form.
pub async fn with_code(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    (Came(whence), cookies): (Came, Cookies),
    Form(sent): Form<Code>,
) -> Answer {
    let next = own_path(&sent.next).unwrap_or_default().to_owned();
    let over = || led_to(&visit.href("/sign-in?over=1"));
    let Some(token) = cookies.session() else { return Ok(over()) };
    match desk.house.second_factor(desk.key.as_ref(), &token, &sent.code, &whence).await {
        Ok(begun) => welcome(&desk, &visit, cookies, &begun, &next).await,
        Err(Error::Refused(Refusal::Account(AccountRefusal::NotSignedIn))) => {
            Ok((cookies.end(), over()).into_response())
        }
        Err(Error::Refused(Refusal::Account(AccountRefusal::CodeNotRight))) => {
            let wrong = visit.w.account_code_not_right().to_owned();
            let page = code_form(&visit, next, Some(wrong)).or_page(&visit)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Error::Refused(Refusal::Account(AccountRefusal::Wait { time, .. }))) => {
            let wrong = waiting(visit.w, time);
            Ok(too_early(time, code_form(&visit, next, Some(wrong)).or_page(&visit)?))
        }
        Err(error) => Err(error).or_page(&visit),
    }
}

/// `/{language}/sign-out`.
pub async fn out(Stored(desk): Stored<DeskState>, visit: Visit, cookies: Cookies) -> Answer {
    if let Some(token) = cookies.session() {
        desk.house.sign_out(&token).await.or_page(&visit)?;
    }
    let at = cookies.provider().and_then(|id| desk.elsewhere.offered(&visit, id));
    let at = at.map(|offer| format!("&at={}", offer.id)).unwrap_or_default();
    Ok((cookies.end(), led_to(&visit.href(&format!("/sign-in?out=1{at}")))).into_response())
}
