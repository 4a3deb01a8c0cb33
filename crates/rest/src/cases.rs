//! Cases: those of the program's organ and duties, one of them, and offering one.

use axum::extract::{Path, RawQuery, State as Stored};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use casework::case::Case;
use casework::case::reading::{Listed, MOST, Wanted, WholeCase};
use casework::holding::{Holding, Role};
use casework::once::Basis;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::shell::problem::{Kind, Problem};

use crate::RestState;
use crate::fault::Fault;
use crate::program::Program;
use crate::receipt::{About, Act, Receipt};
use crate::sent::Sent;

/// A case.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CaseSaid {
    /// The number that people use.
    #[schema(example = 1)]
    pub number: i64,
    /// Its identity.
    #[schema(value_type = String, format = "uuid")]
    pub id: Uuid,
    /// The case type's word.
    #[schema(example = "initial-assessment")]
    pub case_type: String,
    /// The duty that it carries out.
    pub duty: String,
    /// The person whose case it is.
    #[schema(value_type = Option<String>, format = "uuid")]
    pub person: Option<Uuid>,
    /// The municipality that it concerns, by its code.
    pub municipality: Option<String>,
    /// Where it stands.
    pub status: String,
    /// How it ended.
    pub result: Option<String>,
    /// When it was opened.
    #[schema(format = DateTime)]
    pub opened: String,
    /// When it was closed.
    #[schema(format = DateTime)]
    pub closed: Option<String>,
    /// Raised by one with each change.
    pub version: i64,
}

impl From<&Case> for CaseSaid {
    fn from(case: &Case) -> Self {
        Self {
            number: case.number,
            id: case.id,
            case_type: case.case_type.clone(),
            duty: case.duty.clone(),
            person: case.person,
            municipality: case.municipality.clone(),
            status: case.status.clone(),
            result: case.result.clone(),
            opened: case.opened.to_string(),
            closed: case.closed.map(|at| at.to_string()),
            version: case.version,
        }
    }
}

/// A case in a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ListedSaid {
    /// The case.
    #[serde(flatten)]
    pub case: CaseSaid,
    /// How the program's organ stands in it: `lead` or `beside`.
    pub role: String,
    /// Nobody leads it by the register, and the organ looks after it.
    pub between_chairs: bool,
    /// The first last day of the time limits that run.
    #[schema(format = Date)]
    pub due: Option<String>,
}

impl From<&Listed> for ListedSaid {
    fn from(row: &Listed) -> Self {
        Self {
            case: (&row.case).into(),
            role: row.role.word().to_owned(),
            between_chairs: row.between_chairs,
            due: row.due.map(|day| day.to_string()),
        }
    }
}

/// A page of cases.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CasesSaid {
    /// The cases, by number.
    pub items: Vec<ListedSaid>,
    /// Where the next page begins: to be sent as `cursor`. None on the last one.
    pub next: Option<String>,
}

/// Who bears a case, and why.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HoldingSaid {
    /// `lead` or `beside`.
    pub role: String,
    /// The organ.
    pub organ: String,
    /// What it does.
    pub verb: String,
    /// `must` or `may`.
    pub force: String,
    /// From when.
    #[schema(format = DateTime)]
    pub from: String,
    /// Until when; none: it goes on.
    #[schema(format = DateTime)]
    pub until: Option<String>,
    /// Nobody leads by the register, and the organ looks after the case.
    pub between_chairs: bool,
    /// The citations that say so.
    pub basis: Vec<String>,
}

impl From<&Holding> for HoldingSaid {
    fn from(holding: &Holding) -> Self {
        Self {
            role: holding.role.word().to_owned(),
            organ: holding.organ.clone(),
            verb: holding.verb.clone(),
            force: holding.force.clone(),
            from: holding.from.to_string(),
            until: holding.until.map(|at| at.to_string()),
            between_chairs: holding.between_chairs,
            basis: holding.path.basis.clone(),
        }
    }
}

/// A case with those who bear it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct WholeSaid {
    /// The case.
    #[serde(flatten)]
    pub case: CaseSaid,
    /// Who bears and bore it, leads in the order of their chain.
    pub holdings: Vec<HoldingSaid>,
}

/// What a case is based on in an act: its version and the last of its leads.
fn basis(whole: &WholeCase) -> Option<(String, Basis)> {
    let lead = whole.holdings.iter().rfind(|holding| holding.role == Role::Lead)?.id;
    let Case { id, version, .. } = whole.case;
    Some((format!("\"{version}-{}\"", lead.simple()), Basis::Case { id, version, lead }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    cursor: Option<String>,
    limit: Option<String>,
    status: Option<String>,
    case_type: Option<String>,
}

/// The open cases that the program's organ bears, of the program's duties
#[utoipa::path(
    get, path = "/cases", tag = "cases", operation_id = "cases",
    params(
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "So many at most"),
        ("case_type" = Option<String>, Query, description = "Of this case type", example = "initial-assessment"),
        ("status" = Option<String>, Query, description = "In this status"),
    ),
    responses((status = 200, description = "A page of cases", body = CasesSaid)),
)]
pub async fn list(
    Stored(rest): Stored<RestState>,
    program: Program,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let fault = Fault { house: &rest.house, w: program.w, path: &program.path };
    let mut asked = Asked::default();
    for (name, value) in web::shell::Address::new("", query.as_deref().unwrap_or_default()).query() {
        let place = match name.as_str() {
            "cursor" => &mut asked.cursor,
            "limit" => &mut asked.limit,
            "status" => &mut asked.status,
            "case_type" => &mut asked.case_type,
            _ => {
                let said = program.w.api_unknown_parameter(name);
                return Err(fault.wrong(&format!("/query/{name}"), "unknown-parameter", said));
            }
        };
        if place.replace(value.clone()).is_some() {
            return Err(fault.wrong(&format!("/query/{name}"), "given-twice", program.w.api_twice(name)));
        }
    }
    let most = match asked.limit.as_deref().map(|word| (word, word.parse::<u32>())) {
        None => None,
        Some((_, Ok(most))) if (1..=MOST).contains(&most) => Some(most),
        Some((word, _)) => {
            let said = program.w.api_bad_limit(&MOST.to_string(), word);
            return Err(fault.wrong("/query/limit", "unknown-value", said));
        }
    };
    let after = match asked.cursor.as_deref().map(str::parse::<i64>) {
        None => None,
        Some(Ok(after)) if after >= 0 => Some(after),
        Some(_) => {
            return Err(fault.wrong("/query/cursor", "bad-cursor", program.w.api_bad_cursor().to_owned()));
        }
    };
    let wanted = Wanted { case_type: asked.case_type, status: asked.status, after, most, ..Wanted::default() };
    let page = rest.house.cases_of_organ(&program.acting, &wanted).await.map_err(|error| fault.of(&error))?;
    let said = CasesSaid {
        items: page.rows.iter().map(ListedSaid::from).collect(),
        next: page.next.map(|number| number.to_string()),
    };
    Ok(axum::Json(said).into_response())
}

/// Reads a case that the program may see.
async fn read(rest: &RestState, program: &Program, number: &str) -> Result<WholeCase, Problem> {
    let fault = Fault { house: &rest.house, w: program.w, path: &program.path };
    let number: i64 = number.parse().map_err(|_| fault.nothing())?;
    let case = rest.house.case_by_number(&program.acting, number).await.map_err(|error| fault.of(&error))?;
    rest.house.case(&program.acting, case).await.map_err(|error| fault.of(&error))
}

/// A case, with who bears it and by which law
#[utoipa::path(
    get, path = "/cases/{number}", tag = "cases", operation_id = "case",
    params(("number" = i64, Path, description = "The case's number", example = 1)),
    responses((status = 200, description = "The case; ETag is what an act is based on", body = WholeSaid)),
)]
pub async fn one(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let whole = read(&rest, &program, &number).await?;
    let mark = basis(&whole).map(|(mark, _)| mark);
    let said = WholeSaid { case: (&whole.case).into(), holdings: whole.holdings.iter().map(Into::into).collect() };
    let mut response = axum::Json(said).into_response();
    if let Some(mark) = mark.and_then(|mark| mark.try_into().ok()) {
        response.headers_mut().insert(header::ETAG, mark);
    }
    Ok(response)
}

/// Nothing needs to be said: the register says to whom.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {}

/// Offers a case to whom the register names with what is known today
///
/// What nobody could answer moves at once instead; then there is no hand-over in the receipt.
#[utoipa::path(
    post, path = "/cases/{number}/hand-overs", tag = "hand-overs", operation_id = "offer",
    params(("number" = i64, Path, description = "The case's number", example = 1)),
    request_body = Offer,
    responses((status = 201, description = "It is offered", body = Receipt)),
)]
pub async fn offer(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(number): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let act = Act { rest: &rest, program: &program, sent: &sent, about: About::HandOver };
    let Offer {} = sent.body(&act.fault())?;
    if let Some(answer) = act.before().await? {
        return Ok(answer);
    }
    let whole = read(&rest, &program, &number).await?;
    let (mark, basis) = basis(&whole).ok_or_else(|| act.fault().kind(Kind::OurFault))?;
    let case = whole.case.id;
    act.go(&mark, basis, async |house| house.offer_hand_over(&program.acting, case).await).await
}
