//! Hand-overs: those that wait for the program's organ, one of them, and answering.

use axum::extract::{Path, RawQuery, State as Stored};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use casework::handover::{Listed, ReturnReason, Stage};
use casework::once::Basis;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::shell::problem::Problem;

use crate::RestState;
use crate::fault::Fault;
use crate::program::Program;
use crate::receipt::{About, Act, Receipt};
use crate::sent::Sent;

/// A hand-over: the matter, nothing of the person.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HandOverSaid {
    /// Its identity.
    #[schema(value_type = String, format = "uuid")]
    pub id: Uuid,
    /// The number of the case.
    pub case: i64,
    /// The case type.
    pub case_type: String,
    /// The duty.
    pub duty: String,
    /// The organ that leads.
    pub from: String,
    /// The organ that the register names.
    pub to: String,
    /// What gave rise to it: `facts` or `lead`.
    pub ground: String,
    /// `offered`, `lapsed`, `accepted`, `returned`, `withdrawn`.
    pub stage: String,
    /// Until when an answer is awaited.
    #[schema(format = DateTime)]
    pub answer_by: Option<String>,
    /// From when the receiver leads, when it accepted.
    #[schema(format = DateTime)]
    pub effect: Option<String>,
    /// Why it was returned or withdrawn.
    pub reason: Option<String>,
    /// Where the person's consent stands.
    pub consent: String,
    /// The earliest instant of effect.
    #[schema(format = DateTime)]
    pub not_before: String,
    /// When it was offered.
    #[schema(format = DateTime)]
    pub offered: String,
    /// The citations by which the receiver leads.
    pub basis: Vec<String>,
    /// Raised by one with each change.
    pub version: i64,
}

impl From<&Listed> for HandOverSaid {
    fn from(listed: &Listed) -> Self {
        let of = &listed.hand_over;
        let (mut by, mut effective, mut why) = (None, None, None);
        match &of.stage {
            Stage::Offered { answer_by } | Stage::Lapsed { answer_by, .. } => by = answer_by.map(|at| at.to_string()),
            Stage::Accepted { effect, .. } => effective = Some(effect.to_string()),
            Stage::Returned { reason, .. } => why = Some(reason.word().to_owned()),
            Stage::Withdrawn { reason, .. } => why = Some(reason.word().to_owned()),
        }
        Self {
            id: of.id,
            case: listed.number,
            case_type: listed.case_type.clone(),
            duty: of.why.duty.clone(),
            from: of.from.clone(),
            to: of.to.clone(),
            ground: of.ground.word().to_owned(),
            stage: of.stage.word().to_owned(),
            answer_by: by,
            effect: effective,
            reason: why,
            consent: of.consent.word().to_owned(),
            not_before: of.not_before.to_string(),
            offered: of.offered.to_string(),
            basis: of.why.basis.clone(),
            version: of.version,
        }
    }
}

/// Hand-overs.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HandOversSaid {
    /// The hand-overs.
    pub items: Vec<HandOverSaid>,
}

/// The lists there are.
const LISTS: [&str; 2] = ["to-answer", "offered"];

/// The hand-overs that wait: for the organ's answer, or those that it offered
#[utoipa::path(
    get, path = "/hand-overs", tag = "hand-overs", operation_id = "hand_overs",
    params(("list" = Option<String>, Query, description = "`to-answer`, which it is when left out, or `offered`", example = "to-answer")),
    responses((status = 200, description = "The hand-overs", body = HandOversSaid)),
)]
pub async fn list(
    Stored(rest): Stored<RestState>,
    program: Program,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let fault = Fault { house: &rest.house, w: program.w, path: &program.path };
    let asked = web::shell::Address::new("", query.as_deref().unwrap_or_default());
    let mut wanted = LISTS[0];
    for (at, (name, value)) in asked.query().iter().enumerate() {
        let pointer = format!("/query/{name}");
        if name != "list" {
            return Err(fault.wrong(&pointer, "unknown-parameter", program.w.api_unknown_parameter(name)));
        }
        if at > 0 {
            return Err(fault.wrong(&pointer, "given-twice", program.w.api_twice(name)));
        }
        wanted = LISTS.into_iter().find(|list| list == value).ok_or_else(|| {
            fault.wrong(&pointer, "unknown-value", program.w.api_bad_value(name, &LISTS.join(", "), value))
        })?;
    }
    let found = if wanted == LISTS[0] {
        rest.house.hand_overs_to_answer(&program.acting).await
    } else {
        rest.house.hand_overs_offered(&program.acting).await
    };
    let found = found.map_err(|error| fault.of(&error))?;
    Ok(axum::Json(HandOversSaid { items: found.iter().map(Into::into).collect() }).into_response())
}

/// Reads a hand-over that the program's organ is a party of.
async fn read(rest: &RestState, program: &Program, id: &str) -> Result<Listed, Problem> {
    let fault = Fault { house: &rest.house, w: program.w, path: &program.path };
    let id: Uuid = id.parse().map_err(|_| fault.nothing())?;
    rest.house.hand_over(&program.acting, id).await.map_err(|error| fault.of(&error))
}

fn mark(listed: &Listed) -> (String, Basis) {
    let of = &listed.hand_over;
    (format!("\"{}\"", of.version), Basis::HandOver { id: of.id, version: of.version })
}

/// A hand-over
#[utoipa::path(
    get, path = "/hand-overs/{id}", tag = "hand-overs", operation_id = "hand_over",
    params(("id" = String, Path, format = "uuid", description = "The hand-over")),
    responses((status = 200, description = "The hand-over; ETag is what an act is based on", body = HandOverSaid)),
)]
pub async fn one(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let listed = read(&rest, &program, &id).await?;
    Ok(([(header::ETAG, mark(&listed).0)], axum::Json(HandOverSaid::from(&listed))).into_response())
}

/// From when.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The instant in which the lead changes; left out: as soon as it can be.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub effect: Option<jiff::Timestamp>,
}

/// Accepts: the lead ends and the program's organ begins in one instant
#[utoipa::path(
    post, path = "/hand-overs/{id}/accept", tag = "hand-overs", operation_id = "accept",
    params(("id" = String, Path, format = "uuid", description = "The hand-over")),
    request_body = Acceptance,
    responses((status = 201, description = "It is accepted", body = Receipt)),
)]
pub async fn accept(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let act = Act { rest: &rest, program: &program, sent: &sent, about: About::HandOver };
    let Acceptance { effect } = sent.body(&act.fault())?;
    if let Some(answer) = act.before().await? {
        return Ok(answer);
    }
    let listed = read(&rest, &program, &id).await?;
    let (mark, basis) = mark(&listed);
    let id = listed.hand_over.id;
    act.go(&mark, basis, async |house| house.accept_hand_over(&program.acting, id, effect).await).await
}

/// Why not.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// `facts-wrong`, `not-ours`, `not-yet`.
    #[schema(example = "not-ours")]
    pub reason: String,
    /// In words.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a receiver may say; the fourth is said by who decides over it.
const REASONS: [ReturnReason; 3] = [ReturnReason::FactsWrong, ReturnReason::NotOurs, ReturnReason::NotYet];

/// Returns it: the lead goes on
#[utoipa::path(
    post, path = "/hand-overs/{id}/return", tag = "hand-overs", operation_id = "return",
    params(("id" = String, Path, format = "uuid", description = "The hand-over")),
    request_body = Return,
    responses((status = 201, description = "It is returned", body = Receipt)),
)]
pub async fn give_back(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let act = Act { rest: &rest, program: &program, sent: &sent, about: About::HandOver };
    let Return { reason: word, note } = sent.body(&act.fault())?;
    let reason = REASONS.into_iter().find(|one| one.word() == word).ok_or_else(|| {
        let all: Vec<&str> = REASONS.iter().map(|one| one.word()).collect();
        act.fault().wrong("/body/reason", "unknown-value", program.w.api_bad_value("reason", &all.join(", "), &word))
    })?;
    if let Some(answer) = act.before().await? {
        return Ok(answer);
    }
    let listed = read(&rest, &program, &id).await?;
    let (mark, basis) = mark(&listed);
    let id = listed.hand_over.id;
    let give_back =
        async |house: casework::House| house.return_hand_over(&program.acting, id, reason, note.as_deref()).await;
    act.go(&mark, basis, give_back).await
}

/// Nothing needs to be said.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {}

/// Takes an offer back
#[utoipa::path(
    post, path = "/hand-overs/{id}/withdraw", tag = "hand-overs", operation_id = "withdraw",
    params(("id" = String, Path, format = "uuid", description = "The hand-over")),
    request_body = Withdrawal,
    responses((status = 201, description = "It is taken back", body = Receipt)),
)]
pub async fn withdraw(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let act = Act { rest: &rest, program: &program, sent: &sent, about: About::HandOver };
    let Withdrawal {} = sent.body(&act.fault())?;
    if let Some(answer) = act.before().await? {
        return Ok(answer);
    }
    let listed = read(&rest, &program, &id).await?;
    let (mark, basis) = mark(&listed);
    let id = listed.hand_over.id;
    act.go(&mark, basis, async |house| house.withdraw_hand_over(&program.acting, id).await).await
}
