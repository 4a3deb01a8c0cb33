//! What casework refuses, as what is to be mended in a form: the field, and the sentence. The texts are those of the command
//! line where they say the same, and those that the interface for programs says too stand in `refusals`; what to do differs,
//! because here there are fields and links and there are options.

mod case;
mod decision;
mod document;
mod limit;

use casework::{Error, Refusal};
use register::resolved::Version;

use super::Teller;
pub use refusals::Wrong;

pub use case::{stands_against, wrong_field};

/// What is to be mended when this was refused; the fault itself when no form can say it: there is no such thing for this post,
/// or the database failed.
///
/// # Errors
/// The fault.
pub fn refused(t: &Teller<'_>, version: Option<&Version>, fault: Error) -> Result<Wrong, Error> {
    let said = match &fault {
        Error::Refused(Refusal::Case(refusal)) => case::wrong(t, version, refusal),
        Error::Refused(Refusal::Limit(refusal)) => limit::wrong(t, refusal),
        Error::Refused(Refusal::Decision(refusal)) => decision::wrong(t, version, refusal),
        Error::Refused(Refusal::Document(refusal)) => document::wrong(t, refusal),
        Error::Refused(refusal) => refusals::refused(&t.refusing(), refusal),
        Error::Storage(_) => None,
    };
    said.ok_or(fault)
}

/// One sentence that belongs to a field.
fn one(field: &str, said: impl Into<String>) -> Option<Wrong> {
    Some(vec![(field.to_owned(), said.into())])
}
