//! The register for programs: REST under `/api/v1/register`.
//!
//! | file | what stands in it |
//! |---|---|
//! | [`asked`] | a question, read strictly: what is not understood is refused |
//! | [`answer`] | how an answer is sent: mark, language, who may read it |
//! | [`list`] | lists in parts |
//! | [`describe`] | the description of the interface (OpenAPI 3.1), made from the handlers |
//! | [`page`] | the page on which people read the description |
//! | the others | the handlers, one file a thing |
//!
//! # To add an address
//!
//! A handler that takes [`asked::Asked`] and returns [`answer::Answered`], with `#[utoipa::path]` above it and an
//! `example` for each parameter; its line in [`operations`]. The parameters that it takes are those that are described.
//! Then `cargo run -q -p web --example openapi` writes `docs/reference/openapi.json` anew; a test compares it, and asks
//! every example.

pub mod answer;
mod appendix;
pub mod asked;
pub mod describe;
mod difference;
mod duties;
pub mod list;
mod municipalities;
mod organs;
mod page;
mod problems;
mod sources;
mod vocabulary;
mod who;
mod whole;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The page on which people read the description.
pub const DOCS: &str = "/api/v1/docs/";
/// The description itself.
pub const DESCRIPTION: &str = "/api/v1/openapi.json";
/// Addresses whose query takes facts about a person.
const WHO: [&str; 2] = ["/api/v1/register/who", "/api/v1/register/who/history"];

/// All addresses with their descriptions.
fn operations() -> OpenApiRouter<State> {
    let register = OpenApiRouter::new()
        .routes(routes!(who::who))
        .routes(routes!(who::history))
        .routes(routes!(duties::list))
        .routes(routes!(duties::one))
        .routes(routes!(organs::list))
        .routes(routes!(organs::one))
        .routes(routes!(organs::chain))
        .routes(routes!(municipalities::list))
        .routes(routes!(municipalities::one))
        .routes(routes!(sources::list))
        .routes(routes!(sources::one))
        .routes(routes!(difference::difference))
        .routes(routes!(appendix::appendix))
        .routes(routes!(vocabulary::attributes))
        .routes(routes!(whole::reorganisations))
        .routes(routes!(whole::edition))
        .routes(routes!(whole::register));
    OpenApiRouter::with_openapi(describe::Description::openapi())
        .nest("/api/v1/register", register)
        .nest("/api/v1", OpenApiRouter::new().routes(routes!(problems::problems)))
}

/// The interface, to be merged into the site. Its pages stand beside it; nothing else of the site is touched.
pub fn router() -> Router<State> {
    let (operations, _) = operations().split_for_parts();
    operations
        .route(DESCRIPTION, get(page::description))
        .route("/api", get(page::to_page))
        .route("/api/v1", get(page::to_page))
        .route("/api/v1/docs", get(page::to_page))
        .route("/api/v1/docs/", get(page::index))
        .route("/api/v1/docs/{*file}", get(page::file))
        .route("/api/{*elsewhere}", get(answer::nothing))
        .method_not_allowed_fallback(answer::read_only)
        .layer(from_fn(answer::dressed))
        .layer(answer::open_to_all())
}
