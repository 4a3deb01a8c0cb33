//! Adding a second factor and taking it away.

use askama::Template;
use axum::Form;
use axum::extract::State as Stored;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use casework::account::{Proposed, Refusal as AccountRefusal};
use casework::{Error, Refusal};
use serde::Deserialize;
use web::components::{ErrorLine, ErrorSummary};
use web::shell::{Frame, Visit, page};

use super::picture::Squares;
use crate::DeskState;
use crate::shell::{Answer, Came, Cookies, OrPage as _, Present, led_to};

#[derive(Template)]
#[template(path = "account/factor.html")]
struct FactorPage {
    frame: Frame,
    errors: ErrorSummary,
    /// The picture and the secret; gone when a code was not right, since they are shown once.
    offered: Option<(Squares, String)>,
}

#[derive(Template)]
#[template(path = "account/codes.html")]
struct CodesPage {
    frame: Frame,
    codes: Vec<String>,
}

fn drawn(desk: &DeskState, visit: &Visit, present: &Present, proposed: Option<&Proposed>) -> Answer {
    let w = visit.w;
    let mut frame = present.frame(desk, visit, w.account_factor_title());
    // These pages answer what was sent: in another language, the account's own page is where to go on.
    frame.address = visit.address.at("/account");
    let mut errors = Vec::new();
    if proposed.is_none() {
        frame.to_mend = true;
        let message = w.account_code_not_right().to_owned();
        errors.push(ErrorLine { message, field: "code".to_owned(), mended: None });
    }
    let offered = proposed.and_then(|offer| Some((Squares::of(&offer.address)?, offer.secret.clone())));
    page(visit, &FactorPage { frame, errors: ErrorSummary { w, errors }, offered }).or_page(visit)
}

/// `/{language}/account/second-factor`: offers one.
pub async fn propose(Stored(desk): Stored<DeskState>, visit: Visit, present: Present) -> Answer {
    match desk.house.propose_second_factor(desk.key.as_ref(), &present.0).await {
        Ok(proposed) => drawn(&desk, &visit, &present, Some(&proposed)),
        Err(Error::Refused(Refusal::Account(AccountRefusal::HasSecondFactor | AccountRefusal::NoKey))) => {
            Ok(led_to(&visit.href("/account")))
        }
        Err(error) => Err(error).or_page(&visit),
    }
}

/// What proves it.
#[derive(Deserialize)]
pub struct Code {
    code: String,
}

/// `/{language}/account/second-factor/prove`: the recovery codes, this once.
pub async fn prove(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    present: Present,
    (Came(whence), cookies): (Came, Cookies),
    Form(sent): Form<Code>,
) -> Answer {
    match desk.house.prove_second_factor(desk.key.as_ref(), &present.0, &sent.code, &whence).await {
        Ok((begun, codes)) => {
            let mut frame = present.frame(&desk, &visit, visit.w.account_codes_title());
            frame.address = visit.address.at("/account");
            let shown = page(&visit, &CodesPage { frame, codes }).or_page(&visit)?;
            Ok((cookies.begin(&begun), shown).into_response())
        }
        Err(Error::Refused(Refusal::Account(AccountRefusal::CodeNotRight))) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&desk, &visit, &present, None)?).into_response())
        }
        Err(Error::Refused(Refusal::Account(AccountRefusal::HasSecondFactor | AccountRefusal::NoSecondFactor))) => {
            Ok(led_to(&visit.href("/account")))
        }
        Err(error) => Err(error).or_page(&visit),
    }
}

/// The password, once more.
#[derive(Deserialize)]
pub struct Proof {
    proof: String,
}

/// `/{language}/account/second-factor/remove`.
pub async fn remove(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    present: Present,
    Came(whence): Came,
    Form(sent): Form<Proof>,
) -> Answer {
    match desk.house.remove_second_factor(&present.0, &sent.proof, &whence).await {
        Ok(()) => Ok(led_to(&visit.href("/account?done=removed"))),
        Err(error) => super::refused(&desk, &visit, &present, error, "proof").await,
    }
}
