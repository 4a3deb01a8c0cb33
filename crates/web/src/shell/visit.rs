//! One request for a page: the language, the address, and what the pages are made from.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use jiff::civil::Date;

use super::{Address, Trouble};
use crate::State;
use crate::words::{Language, Words};

/// What every handler of a page takes.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The texts of the language in the address.
    pub w: &'static Words,
    /// The address, without the language.
    pub address: Address,
    /// Today.
    pub today: Date,
    /// The edition that answers.
    pub edition: String,
    /// Whether officials sign in here.
    pub desk: bool,
    /// Whether everybody in the database is invented.
    pub demonstration: bool,
}

impl Visit {
    /// A visit to an address; when it names no language, the browser's wish decides.
    pub fn new(state: &State, uri: &Uri, headers: &HeaderMap) -> Self {
        let path = uri.path();
        let (first, rest) = match path.trim_start_matches('/').split_once('/') {
            Some((first, rest)) => (first, format!("/{rest}")),
            None => (path.trim_start_matches('/'), String::new()),
        };
        let (language, rest) = match first.parse() {
            Ok(language) => (language, rest),
            Err(_) => (wished(headers), path.to_owned()),
        };
        Self {
            w: language.words(),
            address: Address::new(rest, uri.query().unwrap_or_default()),
            today: state.clock.today(),
            edition: state.register.edition.as_str().to_owned(),
            desk: state.desk,
            demonstration: state.demonstration,
        }
    }

    /// The reader's language.
    pub fn language(&self) -> Language {
        self.w.language()
    }

    /// A link to a page of ours in the reader's language; `path` begins with a slash.
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.language().code())
    }
}

/// The language the browser wishes for, else the first of ours.
pub fn wished(headers: &HeaderMap) -> Language {
    let wish = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Language::preferred);
    wish.unwrap_or(Language::ALL[0])
}

impl<S> FromRequestParts<S> for Visit
where
    State: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Trouble> {
        let state = &State::from_ref(state);
        // Inside a nested router the path is shortened; the whole one stands in the extension.
        let uri = parts.extensions.get::<axum::extract::OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let visit = Self::new(state, uri, &parts.headers);
        let first = uri.path().trim_start_matches('/').split('/').next().unwrap_or_default();
        // Only the code as we write it is an address; `/SV` and `/de` are not.
        if first == visit.language().code() { Ok(visit) } else { Err(Trouble::not_found(&visit)) }
    }
}
