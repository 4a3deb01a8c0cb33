//! What casework refuses, as a page where no form says it beside its field.

use axum::response::{IntoResponse, Response};
use casework::account::Refusal as AccountRefusal;
use casework::{Error, Refusal, case, decision, demonstration, document, handover, limit, person, post};
use web::shell::{Trouble, Visit};

/// What a handler answers.
pub type Answer = Result<Response, Instead>;

/// What is answered instead of what was asked for: a page that says why, or the way to another.
#[derive(Debug)]
pub struct Instead(Box<Response>);

impl From<Response> for Instead {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl From<Trouble> for Instead {
    fn from(trouble: Trouble) -> Self {
        trouble.into_response().into()
    }
}

impl IntoResponse for Instead {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// Makes pages of what casework refuses.
pub trait OrPage<T> {
    /// The value, or the page that says why there is none. What may not be seen looks like what is not there.
    ///
    /// # Errors
    /// The page.
    fn or_page(self, visit: &Visit) -> Result<T, Instead>;
}

impl<T> OrPage<T> for Result<T, Error> {
    fn or_page(self, visit: &Visit) -> Result<T, Instead> {
        self.map_err(|error| page_of(visit, &error).into())
    }
}

impl<T> OrPage<T> for Result<T, Trouble> {
    fn or_page(self, _visit: &Visit) -> Result<T, Instead> {
        self.map_err(Instead::from)
    }
}

fn page_of(visit: &Visit, error: &Error) -> Trouble {
    match error {
        Error::Storage(error) if error.is_passing() => Trouble::busy(visit),
        Error::Refused(
            Refusal::Case(
                case::Refusal::Unknown | case::Refusal::FunctionMayNot { .. } | case::Refusal::HandlersOnly { .. },
            )
            | Refusal::Demonstration(demonstration::Refusal::None)
            | Refusal::Person(person::Refusal::Unknown | person::Refusal::UnknownFact)
            | Refusal::HandOver(handover::Refusal::Unknown)
            | Refusal::Limit(limit::Refusal::Unknown)
            | Refusal::Decision(decision::Refusal::Unknown)
            | Refusal::Document(
                document::Refusal::Unknown
                | document::Refusal::NoSuchVersion { .. }
                | document::Refusal::Withdrawn { .. },
            )
            | Refusal::Post(post::Refusal::FunctionMayNot { .. })
            | Refusal::Post(post::Refusal::Unknown(_))
            | Refusal::Account(AccountRefusal::NotItsPost(_) | AccountRefusal::NotSignedIn),
        ) => Trouble::not_found(visit),
        Error::Refused(refusal) => {
            tracing::warn!(page = visit.address.path(), %refusal, "a page has no words for a refusal");
            Trouble::internal(visit)
        }
        Error::Storage(error) => {
            tracing::error!(page = visit.address.path(), %error, "the database refused a page");
            Trouble::internal(visit)
        }
    }
}
