//! Problem details for programs (RFC 9457).

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::words::Words;

/// Where the kinds of problems are described; the `type` of a problem leads into it.
pub const KINDS_AT: &str = "/api/v1/problems";

/// The kinds of problems that the interface knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something in the question is not known or not readable.
    NotUnderstood,
    /// No resource has this address.
    NotFound,
    /// Another edition than the one that is served was asked for.
    OtherEdition,
    /// Nobody is signed in, and this is not for everybody.
    NotSignedIn,
    /// Another method than GET.
    ReadOnly,
    /// A rule stands against it, or what was asked for has been done already.
    Refused,
    /// What the act was based on has changed.
    ChangedMeanwhile,
    /// The act does not say what it is based on.
    BasisNeeded,
    /// The act has no key by which it could be asked for again.
    KeyNeeded,
    /// The key served for something else.
    KeyUsed,
    /// The address does not take this method.
    OtherMethod,
    /// More was sent than is taken.
    TooLarge,
    /// More was asked in a minute than is answered.
    TooFast,
    /// The database is busy; the same goes through a little later.
    Busy,
    /// An unforeseen fault of the server.
    OurFault,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::NotUnderstood,
        Self::NotFound,
        Self::OtherEdition,
        Self::NotSignedIn,
        Self::ReadOnly,
        Self::Refused,
        Self::ChangedMeanwhile,
        Self::BasisNeeded,
        Self::KeyNeeded,
        Self::KeyUsed,
        Self::OtherMethod,
        Self::TooLarge,
        Self::TooFast,
        Self::Busy,
        Self::OurFault,
    ];

    /// Its word.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotUnderstood => "not-understood",
            Self::NotFound => "not-found",
            Self::OtherEdition => "other-edition",
            Self::NotSignedIn => "not-signed-in",
            Self::ReadOnly => "read-only",
            Self::Refused => "refused",
            Self::ChangedMeanwhile => "changed-meanwhile",
            Self::BasisNeeded => "basis-needed",
            Self::KeyNeeded => "key-needed",
            Self::KeyUsed => "key-used",
            Self::OtherMethod => "other-method",
            Self::TooLarge => "too-large",
            Self::TooFast => "too-fast",
            Self::Busy => "busy",
            Self::OurFault => "our-fault",
        }
    }

    /// Its HTTP status.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotUnderstood | Self::KeyNeeded => StatusCode::BAD_REQUEST,
            Self::NotFound | Self::OtherEdition => StatusCode::NOT_FOUND,
            Self::NotSignedIn => StatusCode::UNAUTHORIZED,
            Self::ReadOnly | Self::OtherMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Refused => StatusCode::CONFLICT,
            Self::ChangedMeanwhile => StatusCode::PRECONDITION_FAILED,
            Self::BasisNeeded => StatusCode::PRECONDITION_REQUIRED,
            Self::KeyUsed => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooFast => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::OurFault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What it is called.
    pub fn title(self, w: &Words) -> &str {
        match self {
            Self::NotUnderstood => w.api_kind_not_understood(),
            Self::NotFound => w.api_kind_not_found(),
            Self::OtherEdition => w.api_kind_other_edition(),
            Self::NotSignedIn => w.api_kind_not_signed_in(),
            Self::ReadOnly => w.api_kind_read_only(),
            Self::Refused => w.api_kind_refused(),
            Self::ChangedMeanwhile => w.api_kind_changed_meanwhile(),
            Self::BasisNeeded => w.api_kind_basis_needed(),
            Self::KeyNeeded => w.api_kind_key_needed(),
            Self::KeyUsed => w.api_kind_key_used(),
            Self::OtherMethod => w.api_kind_other_method(),
            Self::TooLarge => w.api_kind_too_large(),
            Self::TooFast => w.api_kind_too_fast(),
            Self::Busy => w.api_kind_busy(),
            Self::OurFault => w.api_kind_our_fault(),
        }
    }

    /// What it means, and what to do.
    pub fn meaning(self, w: &Words) -> &str {
        match self {
            Self::NotUnderstood => w.api_kind_not_understood_meaning(),
            Self::NotFound => w.api_kind_not_found_meaning(),
            Self::OtherEdition => w.api_kind_other_edition_meaning(),
            Self::NotSignedIn => w.api_kind_not_signed_in_meaning(),
            Self::ReadOnly => w.api_kind_read_only_meaning(),
            Self::Refused => w.api_kind_refused_meaning(),
            Self::ChangedMeanwhile => w.api_kind_changed_meanwhile_meaning(),
            Self::BasisNeeded => w.api_kind_basis_needed_meaning(),
            Self::KeyNeeded => w.api_kind_key_needed_meaning(),
            Self::KeyUsed => w.api_kind_key_used_meaning(),
            Self::OtherMethod => w.api_kind_other_method_meaning(),
            Self::TooLarge => w.api_kind_too_large_meaning(),
            Self::TooFast => w.api_kind_too_fast_meaning(),
            Self::Busy => w.api_kind_busy_meaning(),
            Self::OurFault => w.api_kind_our_fault_meaning(),
        }
    }

    /// The `type` of its problems.
    pub fn address(self) -> String {
        format!("{KINDS_AT}#{}", self.id())
    }
}

/// What a program is told when something is wrong: `application/problem+json`.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// The kind of problem: an address that describes it.
    #[serde(rename = "type")]
    #[schema(example = "/api/v1/problems#not-understood")]
    pub kind: String,
    /// The kind in a few words, in the language of the answer.
    pub title: String,
    /// The HTTP status.
    #[schema(example = 400)]
    pub status: u16,
    /// What is wrong this time, and how to mend it.
    pub detail: String,
    /// What is wrong with each parameter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

/// What is wrong with one parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Fault {
    /// Where it stands, as a JSON Pointer into `{"path": {…}, "query": {…}}`.
    #[schema(example = "/query/labour")]
    pub pointer: String,
    /// What is wrong, as a word that does not change with the language.
    #[schema(example = "unknown-value")]
    pub code: String,
    /// What is wrong, and how to mend it.
    pub detail: String,
    /// What was perhaps meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub did_you_mean: Vec<String>,
}

impl Problem {
    /// A problem of a kind; `detail` says what is wrong this time.
    pub fn new(kind: Kind, w: &Words, detail: impl Into<String>) -> Self {
        Self {
            kind: kind.address(),
            title: kind.title(w).to_owned(),
            status: kind.status().as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
        }
    }

    /// The same with what is wrong with each parameter.
    #[must_use]
    pub fn with(self, errors: Vec<Fault>) -> Self {
        Self { errors, ..self }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
