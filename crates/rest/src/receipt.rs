//! Doing an act once, and what is answered: what was done, the first time and whenever it is asked for again.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use casework::once::{Basis, Done, Once};
use casework::{Error, House};
use serde::Serialize;
use uuid::Uuid;
use web::shell::problem::{Kind, Problem};

use crate::RestState;
use crate::fault::Fault;
use crate::program::Program;
use crate::sent::Sent;

/// What was done. It is the same whenever it is asked for with the same key.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Receipt {
    /// When it was done.
    #[schema(format = DateTime)]
    pub done: String,
    /// The unit of work, which the lines of the journal name.
    #[schema(value_type = String, format = "uuid")]
    pub unit: Uuid,
    /// Facts that were written.
    #[schema(value_type = Vec<String>)]
    pub facts: Vec<Uuid>,
    /// The hand-over that it is about.
    #[schema(value_type = Vec<String>)]
    pub hand_overs: Vec<Uuid>,
}

/// What an act is about: only that is named. What else moved may be of duties that the program is not for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Facts.
    Facts,
    /// A hand-over.
    HandOver,
}

/// An act under way.
#[derive(Debug)]
pub struct Act<'r> {
    /// What every answer is made from.
    pub rest: &'r RestState,
    /// Who asks.
    pub program: &'r Program,
    /// What was sent.
    pub sent: &'r Sent,
    /// What it is about.
    pub about: About,
}

impl Act<'_> {
    /// Says what stands against it.
    pub fn fault(&self) -> Fault<'_> {
        Fault { house: &self.rest.house, w: self.program.w, path: &self.program.path }
    }

    /// The answer when it was done before with this key.
    ///
    /// # Errors
    /// The key served for something else; the database's.
    pub async fn before(&self) -> Result<Option<Response>, Problem> {
        self.told(self.rest.house.done_once(&self.program.acting, &self.sent.key).await)
    }

    fn told(&self, done: Result<Option<Done>, storage::Error>) -> Result<Option<Response>, Problem> {
        let done = done.map_err(|error| self.fault().of(&error.into()))?;
        match done {
            Some(done) if done.asked != self.sent.hash => Err(self.fault().kind(Kind::KeyUsed)),
            Some(done) => Ok(Some(self.answer(&done, true))),
            None => Ok(None),
        }
    }

    /// Does it once, on what was read.
    ///
    /// # Errors
    /// What was read has another mark than what it is based on; what casework refuses.
    pub async fn go<T>(
        &self,
        mark: &str,
        basis: Basis,
        act: impl AsyncFnOnce(House) -> Result<T, Error>,
    ) -> Result<Response, Problem> {
        if !self.sent.rests_on(mark) {
            return Err(self.fault().kind(Kind::ChangedMeanwhile));
        }
        let basis = (!self.sent.is_on_whatever()).then_some(basis);
        let once = Once { key: self.sent.key.clone(), asked: self.sent.hash.clone(), basis };
        let done = act(self.rest.house.once(&self.program.acting, once)).await;
        // Also after a fault: another request with the same key may have been quicker, and then it was done.
        let (house, acting, key) = (&self.rest.house, &self.program.acting, &self.sent.key);
        let known = match &done {
            Ok(_) => house.done_once(acting, key).await,
            Err(_) => house.done_once_by_now(acting, key).await,
        };
        match (self.told(known)?, done) {
            (Some(mut answer), Ok(_)) => {
                answer.headers_mut().remove(REPEATED);
                *answer.status_mut() = StatusCode::CREATED;
                Ok(answer)
            }
            (Some(answer), Err(_)) => Ok(answer),
            (None, Err(error)) => Err(self.fault().of(&error)),
            (None, Ok(_)) => {
                tracing::error!(path = self.program.path, "an act was done and its key is not there");
                Err(self.fault().kind(Kind::OurFault))
            }
        }
    }

    fn answer(&self, done: &Done, repeated: bool) -> Response {
        let of = |noun: &str, about: About| {
            let mut all: Vec<Uuid> = if self.about == about { done.of(noun).collect() } else { Vec::new() };
            all.sort_unstable();
            all.dedup();
            all
        };
        let receipt = Receipt {
            done: done.at.to_string(),
            unit: done.unit,
            facts: of("fact", About::Facts),
            hand_overs: of("hand-over", About::HandOver),
        };
        let mut response = (StatusCode::OK, axum::Json(&receipt)).into_response();
        let headers = response.headers_mut();
        if repeated {
            headers.insert(REPEATED, HeaderValue::from_static("true"));
        }
        if let [one] = receipt.hand_overs.as_slice()
            && let Ok(value) = HeaderValue::try_from(format!("/api/v1/hand-overs/{one}"))
        {
            headers.insert(header::LOCATION, value);
        }
        response
    }
}

/// Tells that nothing was done now, because it was done before.
const REPEATED: &str = "idempotency-replayed";
