//! Who may do what in a case: a post acts through the holding that its organ has in the case now. When the holding ends,
//! so does the right. What a post may not see does not exist for it: the refusal is that of a case that is not there.

use jiff::Timestamp;
use storage::View;
use uuid::Uuid;

use super::model::{Case, Refusal};
use super::queries;
use crate::Error;
use crate::holding::queries as holdings;
use crate::holding::{Holding, Role};
use crate::post::Acting;

/// The case, and the holdings through which the acting organ bears it at an instant: at least one. Of a case that is
/// closed, those that held when it closed: its own organs still see it.
///
/// # Errors
/// [`Refusal::Unknown`] when there is no such case, or the organ has no holding in it.
pub(crate) async fn bears(
    view: &View,
    acting: &Acting,
    case: Uuid,
    at: Timestamp,
) -> Result<(Case, Vec<Holding>), Error> {
    let found = queries::one(view, case).await?.ok_or(Refusal::Unknown)?;
    let mut held = holdings::of_case(view, case).await?;
    held.retain(|holding| {
        holding.organ == acting.organ()
            && (holding.holds_at(at) || (found.closed.is_some() && holding.until == found.closed))
    });
    if held.is_empty() { Err(Refusal::Unknown.into()) } else { Ok((found, held)) }
}

/// The open case, and the holding through which the acting organ leads it at an instant.
///
/// # Errors
/// [`Refusal::Unknown`] as [`bears`]; [`Refusal::Closed`]; [`Refusal::NotLead`], which names the one that leads.
pub(crate) async fn leads(view: &View, acting: &Acting, case: Uuid, at: Timestamp) -> Result<(Case, Holding), Error> {
    let (found, held) = bears(view, acting, case, at).await?;
    if found.closed.is_some() {
        return Err(Refusal::Closed(found.number).into());
    }
    match held.into_iter().find(|holding| holding.role == Role::Lead) {
        Some(lead) => Ok((found, lead)),
        None => {
            let lead = holdings::lead_at(view, case, at).await?.map(|lead| lead.organ).unwrap_or_default();
            Err(Refusal::NotLead { number: found.number, lead }.into())
        }
    }
}
