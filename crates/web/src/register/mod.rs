//! The pages of the register, one folder a page.

pub mod api;
pub mod appendix;
mod borne;
pub mod compare;
pub mod duties;
pub mod duty;
pub mod municipalities;
pub mod municipality;
pub mod organ;
pub mod organs;
pub mod picture;
mod reading;
pub mod source;
pub mod sources;
pub mod start;
pub mod telling;
pub mod who;

pub use telling::Telling;

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;

use crate::State;
use crate::shell::Visit;

/// The pages of organs, places, sources and the whole division, behind the language.
pub fn pages() -> Router<State> {
    Router::new()
        .route("/organs", get(|visit: Visit| plural(visit, "/organ")))
        .route("/municipalities", get(|visit: Visit| plural(visit, "/municipality")))
        .route("/sources", get(|visit: Visit| plural(visit, "/source")))
        .route("/organ", get(organs::show))
        .route("/organ/{id}", get(organ::show))
        .route("/municipality", get(municipalities::show))
        .route("/municipality/{code}", get(municipality::show))
        .route("/source", get(sources::show))
        .route("/source/{*id}", get(source::show))
        .route("/picture", get(picture::show))
        .route("/compare", get(compare::show))
        .route("/appendix", get(appendix::show))
}

/// A list stands where its things stand; who writes the plural is led there.
async fn plural(visit: Visit, to: &'static str) -> Redirect {
    Redirect::permanent(&visit.address.at(to).href(visit.language()))
}
