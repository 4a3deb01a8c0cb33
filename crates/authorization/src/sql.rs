//! The predicate as a condition over holdings. The text is the same for both engines; it holds no value that anybody sent.
//!
//! The words of the verbs are put into the text, so that the statement is prepared once for each function and action, and
//! the engine finds the holdings of an organ by the index on `(organ, case_id)`.

use super::action::Action;
use super::bearing::{Bearing, VERBS};
use super::function::Function;
use super::table::given;

/// Which holdings let a post of this function do that: a condition on a row of `holding` called `alias`, about its role and
/// its verbs alone. Whose it is, and when it holds, is for the statement to say.
#[must_use]
pub fn bearing(function: Function, action: Action, alias: &str) -> String {
    let gives = |bearing| given(function, Some(bearing)).has(action);
    let mut any: Vec<String> = Vec::new();
    if gives(Bearing::Lead) {
        any.push(format!("{alias}.role = 'lead'"));
    }
    any.extend(with_verbs(alias, gives));
    if any.is_empty() { "1 = 0".to_owned() } else { format!("({})", any.join(" or ")) }
}

/// That a holding called `alias` supervises.
#[must_use]
pub fn supervises(alias: &str) -> String {
    format!("({})", with_verbs(alias, |bearing| bearing == Bearing::Supervise).join(" or "))
}

/// The conditions that a holding has a verb of such a bearing, as its own or as a further one.
fn with_verbs(alias: &str, wanted: impl Fn(Bearing) -> bool) -> Vec<String> {
    let verbs: Vec<&str> = VERBS.iter().filter(|(_, bearing)| wanted(*bearing)).map(|(verb, _)| *verb).collect();
    let mut any = Vec::new();
    if !verbs.is_empty() {
        let words: Vec<String> = verbs.iter().map(|verb| format!("'{verb}'")).collect();
        any.push(format!("{alias}.verb in ({})", words.join(", ")));
        let also: Vec<String> =
            verbs.iter().map(|verb| format!("cast({alias}.also as text) like '%\"{verb}\"%'")).collect();
        any.push(format!("(cast({alias}.also as text) <> '[]' and ({}))", also.join(" or ")));
    }
    any
}

/// That a holding called `alias` is in force at an instant, given as the place of a value: `$2`.
#[must_use]
pub fn in_force(alias: &str, at: &str) -> String {
    format!(
        "{alias}.voided_at is null and {alias}.from_at <= {at} and ({alias}.until_at is null or {alias}.until_at > {at})"
    )
}

/// That a holding called `alias` is in force at an instant, or was when its case, called `case`, closed.
#[must_use]
pub fn in_force_or_at_its_end(alias: &str, case: &str, at: &str) -> String {
    format!(
        "{alias}.voided_at is null and {alias}.from_at <= {at}
            and ({alias}.until_at is null or {alias}.until_at > {at} or {alias}.until_at = {case}.closed_at)"
    )
}
