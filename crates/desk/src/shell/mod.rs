//! What stands round every page of the desk.

mod cookies;
mod fault;
mod forged;
mod next;
mod signed;
mod whence;

pub use cookies::Cookies;
pub use fault::{Answer, Instead, OrPage};
pub use forged::{say_forged, unkept};
pub use next::own_path;
pub use signed::{Present, Signed, organ_name};
pub use whence::Came;

use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};

/// After something was done: the page to look at next, asked for anew (303).
pub fn led_to(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// An address without a language leads to the browser's.
pub async fn to_language(uri: Uri, headers: HeaderMap) -> Response {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let to = format!("/{}{}{query}", web::shell::wished(&headers).code(), uri.path());
    ([(header::VARY, "Accept-Language")], Redirect::temporary(&to)).into_response()
}
