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
use jiff::Timestamp;
use jiff::tz::TimeZone;
use web::words::Words;

/// An instant as people here read it: "3.12.2024 kl. 9.05".
pub fn moment(w: &Words, zone: &TimeZone, at: Timestamp) -> String {
    let there = at.to_zoned(zone.clone());
    w.desk_instant(&w.day_short(there.date()), &format!("{:02}", there.hour()), &format!("{:02}", there.minute()))
}

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
