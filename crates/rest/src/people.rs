//! People: what is known of one, their cases, and telling of a fact.

use axum::extract::{Path, State as Stored};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use casework::once::Basis;
use casework::person::{Known, NewFact, Shown};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web::shell::problem::Problem;

use crate::RestState;
use crate::cases::CaseSaid;
use crate::fault::Fault;
use crate::program::Program;
use crate::receipt::{About, Act, Receipt};
use crate::sent::Sent;

/// What is known of a person.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PersonSaid {
    /// The person.
    #[schema(value_type = String, format = "uuid")]
    pub id: Uuid,
    /// Raised by one with each change.
    pub version: i64,
    /// The year of birth, where it is known.
    pub born_year: Option<i16>,
    /// The month.
    pub born_month: Option<i8>,
    /// The day of the month.
    pub born_day: Option<i8>,
    /// The facts of all days, by attribute, slot and first day.
    pub facts: Vec<FactSaid>,
}

/// A fact.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FactSaid {
    /// Its identity.
    #[schema(value_type = String, format = "uuid")]
    pub id: Uuid,
    /// The attribute.
    #[schema(example = "labour")]
    pub attribute: String,
    /// Where several hold at a time, which of them; else empty.
    pub slot: String,
    /// The value; none where the person is protected and it is withheld.
    pub value: Option<String>,
    /// The person is protected, and the value is withheld.
    pub withheld: bool,
    /// The first day.
    #[schema(format = Date)]
    pub from: String,
    /// The first day on which it no longer holds.
    #[schema(format = Date)]
    pub until: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// The organ that recorded it.
    pub recorded_organ: String,
    /// When.
    #[schema(format = DateTime)]
    pub recorded_at: String,
}

impl From<&Shown> for FactSaid {
    fn from(fact: &Shown) -> Self {
        Self {
            id: fact.id,
            attribute: fact.attribute.clone(),
            slot: fact.slot.clone(),
            value: fact.value.seen().cloned(),
            withheld: fact.value.seen().is_none(),
            from: fact.from.to_string(),
            until: fact.until.map(|day| day.to_string()),
            source: fact.source.clone(),
            recorded_organ: fact.recorded_organ.clone(),
            recorded_at: fact.recorded_at.to_string(),
        }
    }
}

/// The cases of a person.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CasesOfPerson {
    /// The cases.
    pub items: Vec<CaseSaid>,
}

/// Reads a person whom the program may see.
async fn read(rest: &RestState, program: &Program, id: &str) -> Result<Known, Problem> {
    let fault = Fault { house: &rest.house, w: program.w, path: &program.path };
    let id: Uuid = id.parse().map_err(|_| fault.nothing())?;
    rest.house.person(&program.acting, id, None).await.map_err(|error| fault.of(&error))
}

fn mark(known: &Known) -> String {
    format!("\"{}\"", known.version)
}

/// What is known of a person
#[utoipa::path(
    get, path = "/people/{id}", tag = "people", operation_id = "person",
    params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The person; ETag is what an act is based on", body = PersonSaid)),
)]
pub async fn one(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let known = read(&rest, &program, &id).await?;
    let said = PersonSaid {
        id: known.person,
        version: known.version,
        born_year: known.birth.year,
        born_month: known.birth.month,
        born_day: known.birth.day,
        facts: known.facts.iter().map(Into::into).collect(),
    };
    Ok(([(header::ETAG, mark(&known))], axum::Json(said)).into_response())
}

/// The cases of a person that the program may see, open and closed
#[utoipa::path(
    get, path = "/people/{id}/cases", tag = "people", operation_id = "cases_of_person",
    params(("id" = String, Path, format = "uuid", description = "The person")),
    responses((status = 200, description = "The cases; none of somebody whom the program may not see", body = CasesOfPerson)),
)]
pub async fn cases(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let person = read(&rest, &program, &id).await?.person;
    let fault = Fault { house: &rest.house, w: program.w, path: &program.path };
    let all = rest.house.cases_of_person(&program.acting, person).await.map_err(|error| fault.of(&error))?;
    Ok(axum::Json(CasesOfPerson { items: all.iter().map(Into::into).collect() }).into_response())
}

/// Something that is so of a person.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// An attribute of the register, `municipality`, or one of the person's own.
    #[schema(example = "labour")]
    pub attribute: String,
    /// Where several hold at a time, which of them.
    #[serde(default)]
    pub slot: String,
    /// The value.
    #[schema(example = "employed")]
    pub value: String,
    /// The first day.
    #[schema(value_type = String, format = Date, example = "2024-06-03")]
    pub from: jiff::civil::Date,
    /// The first day on which it no longer holds.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<jiff::civil::Date>,
    /// Where it comes from.
    #[schema(example = "population-register")]
    pub source: String,
}

/// Tells of a fact about a person; their open cases move with it
#[utoipa::path(
    post, path = "/people/{id}/facts", tag = "people", operation_id = "tell",
    params(("id" = String, Path, format = "uuid", description = "The person")),
    request_body = Told,
    responses((status = 201, description = "It is recorded", body = Receipt)),
)]
pub async fn record(
    Stored(rest): Stored<RestState>,
    program: Program,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let act = Act { rest: &rest, program: &program, sent: &sent, about: About::Facts };
    let told: Told = sent.body(&act.fault())?;
    if let Some(answer) = act.before().await? {
        return Ok(answer);
    }
    let known = read(&rest, &program, &id).await?;
    let Told { attribute, slot, value, from, until, source } = told;
    let new = NewFact { attribute, slot, value, from, until, source };
    let basis = Basis::Person { id: known.person, version: known.version };
    act.go(&mark(&known), basis, async |house| house.record_fact(&program.acting, known.person, &new).await).await
}
