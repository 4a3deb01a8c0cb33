//! What stands round every page: the frame, the addresses, the errors, the headers, the files.

mod address;
pub mod assets;
pub mod clock;
mod frame;
mod headers;
pub mod problem;
mod trouble;
mod visit;

pub use address::{Address, encoded};
pub use clock::{Clock, Fixed};
pub use frame::{Frame, Section, Signature};
pub use headers::{guarded, holds};
pub use trouble::{Trouble, not_found, page_fault, read_only};
pub use visit::{Visit, wished};

use askama::Template;
use axum::response::{Html, IntoResponse, Response};

/// A page as an answer. A template that cannot be written is our fault, and says so in the reader's language.
pub fn page(visit: &Visit, template: &impl Template) -> Result<Response, Trouble> {
    match template.render() {
        Ok(text) => Ok(Html(text).into_response()),
        Err(fault) => {
            tracing::error!(page = visit.address.path(), %fault, "a page could not be written");
            Err(Trouble::internal(visit))
        }
    }
}
