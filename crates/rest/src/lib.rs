//! Casework for programs of other systems: JSON over HTTP under `/api/v1`, with the token of a machine client.
//!
//! | file | what stands in it |
//! |---|---|
//! | [`program`] | who asks: the token, and how much it may ask in a minute |
//! | [`sent`] | what an act carries: a key, what it is based on, a body |
//! | [`fault`] | what stands against it, as problem details (RFC 9457) |
//! | [`receipt`] | doing an act once, and what is answered |
//! | [`description`] | the description (OpenAPI 3.1), made from the handlers |
//! | `cases`, `people`, `hand_overs` | the resources |
//!
//! A program sees what its organ's holdings give it in cases of its duties, and no more; what it may not see answers as
//! what is not there. Each act is one unit of work with its key and its line in the journal. Nothing here may be read by
//! pages of other sites: unlike the register's, these answers bear no header that lets them, and none may be kept.
//!
//! # To add an address
//!
//! A handler with `#[utoipa::path]` above it, its line in [`operations`], and in the tests its line in `EVERY`. A test
//! compares routes and description.

mod cases;
mod description;
mod fault;
mod hand_overs;
mod people;
mod program;
mod receipt;
mod sent;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use casework::House;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::shell::problem::{Kind, Problem};
use web::shell::wished;

pub use description::{DESCRIPTION, document};
pub use program::PER_MINUTE;
pub use sent::LARGEST;

/// What every answer is made from.
#[derive(Clone, Debug)]
pub struct RestState {
    house: House,
    pace: Arc<program::Pace>,
}

impl RestState {
    /// For a house.
    #[must_use]
    pub fn new(house: House) -> Self {
        Self { house, pace: Arc::default() }
    }
}

/// All addresses with their descriptions.
fn operations() -> OpenApiRouter<RestState> {
    let all = OpenApiRouter::new()
        .routes(routes!(cases::list))
        .routes(routes!(cases::one))
        .routes(routes!(cases::offer))
        .routes(routes!(people::one))
        .routes(routes!(people::cases))
        .routes(routes!(people::record))
        .routes(routes!(hand_overs::list))
        .routes(routes!(hand_overs::one))
        .routes(routes!(hand_overs::accept))
        .routes(routes!(hand_overs::give_back))
        .routes(routes!(hand_overs::withdraw));
    OpenApiRouter::with_openapi(description::Description::openapi()).nest("/api/v1", all)
}

/// The interface, to stand beside the pages: `web::router_with(site, rest::routes(state))`.
pub fn routes(state: RestState) -> Router<web::State> {
    let (all, _) = operations().split_for_parts();
    all.route(DESCRIPTION, get(description::show))
        .method_not_allowed_fallback(other_method)
        .layer(from_fn(unkept))
        .with_state(state)
}

/// Another method than an address takes; axum says in `Allow` which it does.
async fn other_method(headers: HeaderMap) -> Response {
    let w = wished(&headers).words();
    Problem::new(Kind::OtherMethod, w, Kind::OtherMethod.meaning(w)).into_response()
}

/// Nothing of this is kept by anybody on the way.
async fn unkept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.append(header::VARY, HeaderValue::from_static("Authorization, Accept-Language"));
    response
}
