//! Who asks: the token of a machine client, and how much it may ask in a minute.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::header::{AUTHORIZATION, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response};
use casework::post::Acting;
use jiff::Timestamp;
use web::shell::problem::{Kind, Problem};
use web::shell::wished;
use web::words::Words;

use crate::RestState;
use crate::fault::Fault;

/// Requests of one program that are answered in a minute, in one process.
pub const PER_MINUTE: u32 = 600;

/// A program that has shown its token.
#[derive(Debug)]
pub struct Program {
    /// As whom it acts.
    pub acting: Acting,
    /// The texts of the language that it asked for.
    pub w: &'static Words,
    /// The address that was asked for.
    pub path: String,
}

impl FromRequestParts<RestState> for Program {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, rest: &RestState) -> Result<Self, Response> {
        let w = wished(&parts.headers).words();
        let path = asked(parts).to_owned();
        let shown = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(bearer);
        let acting = match shown {
            Some(token) => rest
                .house
                .acting_client(token)
                .await
                .map_err(|error| Fault { house: &rest.house, w, path: &path }.of(&error).into_response())?,
            None => None,
        };
        let Some(acting) = acting else {
            let problem = Problem::new(Kind::NotSignedIn, w, Kind::NotSignedIn.meaning(w));
            return Err(([(WWW_AUTHENTICATE, "Bearer")], problem).into_response());
        };
        if let Some(seconds) = rest.pace.step(acting.post(), rest.house.store.now()) {
            let problem = Problem::new(Kind::TooFast, w, Kind::TooFast.meaning(w));
            return Err(([(RETRY_AFTER, seconds.to_string())], problem).into_response());
        }
        Ok(Self { acting, w, path })
    }
}

/// The address that was asked for, before routers took parts of it away.
pub fn asked(parts: &Parts) -> &str {
    parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |uri| &uri.0).path()
}

/// The token of `Bearer …`, however the word is written.
fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// What each program has asked in the minute that runs. Only programs with a token are counted, so that it stays small.
#[derive(Debug, Default)]
pub struct Pace(Mutex<HashMap<String, (i64, u32)>>);

impl Pace {
    /// One more request: none when it may go on, else the seconds until it may.
    fn step(&self, post: &str, now: Timestamp) -> Option<i64> {
        let minute = now.as_second().div_euclid(60);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (of, count) = all.entry(post.to_owned()).or_insert((minute, 0));
        if *of != minute {
            (*of, *count) = (minute, 0);
        }
        *count = count.saturating_add(1);
        (*count > PER_MINUTE).then(|| 60 - now.as_second().rem_euclid(60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_has_its_minute() {
        let pace = Pace::default();
        let at = |second: i64| Timestamp::from_second(second).expect("an instant");
        for _ in 0..PER_MINUTE {
            assert_eq!(pace.step("one", at(61)), None);
        }
        assert_eq!(pace.step("one", at(75)), Some(45));
        assert_eq!(pace.step("two", at(75)), None, "another program has its own");
        assert_eq!(pace.step("one", at(120)), None, "the next minute");
    }

    #[test]
    fn a_token_comes_after_its_word() {
        assert_eq!(bearer("Bearer x"), Some("x"));
        assert_eq!(bearer("bearer  x"), Some("x"));
        assert_eq!(bearer("Basic x"), None);
        assert_eq!(bearer("Bearer"), None);
    }
}
