//! What an act carries: a key of its own, what it is based on, and a body.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use casework::once::Key;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use web::shell::problem::{Kind, Problem};
use web::shell::wished;

use crate::RestState;
use crate::fault::Fault;
use crate::program::asked;

/// The largest body, in bytes.
pub const LARGEST: usize = 64 * 1024;

/// An act as it was sent.
#[derive(Debug)]
pub struct Sent {
    /// Its key.
    pub key: Key,
    /// What it is based on: marks, or `*`.
    pub based_on: String,
    /// A hash of all of it.
    pub hash: Vec<u8>,
    body: Vec<u8>,
}

impl FromRequest<RestState> for Sent {
    type Rejection = Problem;

    async fn from_request(request: Request, rest: &RestState) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let w = wished(&parts.headers).words();
        let fault = Fault { house: &rest.house, w, path: asked(&parts) };
        let key =
            one(&parts.headers, "idempotency-key").and_then(Key::read).ok_or_else(|| fault.kind(Kind::KeyNeeded))?;
        let based_on = one(&parts.headers, IF_MATCH.as_str())
            .filter(|text| !text.trim().is_empty())
            .ok_or_else(|| fault.kind(Kind::BasisNeeded))?
            .to_owned();
        let body = to_bytes(body, LARGEST).await.map_err(|_| fault.kind(Kind::TooLarge))?.to_vec();
        let mut hash = Sha256::new();
        for part in [parts.method.as_str().as_bytes(), asked(&parts).as_bytes(), based_on.as_bytes(), &body] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        Ok(Self { key, based_on, hash: hash.finalize().to_vec(), body })
    }
}

/// A header that stands once.
fn one<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?.to_str().ok()?;
    all.next().is_none().then_some(first)
}

impl Sent {
    /// The body; an empty one is `{}`.
    ///
    /// # Errors
    /// It is not what the address takes.
    pub fn body<T: DeserializeOwned>(&self, fault: &Fault<'_>) -> Result<T, Problem> {
        let bytes: &[u8] = if self.body.is_empty() { b"{}" } else { &self.body };
        serde_json::from_slice(bytes)
            .map_err(|wrong| fault.wrong("/body", "not-json", fault.w.api_body_not_json(&wrong.to_string())))
    }

    /// Whether it is based on this mark. `*` is whatever there is; a weak mark is none.
    pub fn rests_on(&self, mark: &str) -> bool {
        self.is_on_whatever() || self.based_on.split(',').any(|one| one.trim() == mark)
    }

    /// Whether it is done whatever the version is.
    pub fn is_on_whatever(&self) -> bool {
        self.based_on.trim() == "*"
    }
}
