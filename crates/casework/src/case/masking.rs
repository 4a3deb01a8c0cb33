//! Where a protected person is to be found (661/2009 §36-37) stays hidden in their cases too, from all but the named
//! handlers: the municipality, and the facts in the reasons of holdings that tell it.

use jiff::civil::Date;
use storage::{Error, View};

use super::model::Case;
use crate::holding::{Holding, Path};
use crate::person;
use crate::post::Acting;

/// Whether the acting post sees where the person of a case is to be found.
pub(super) async fn sees_where(view: &View, acting: &Acting, case: &Case, today: Date) -> Result<bool, Error> {
    match case.person {
        Some(person) if acting.person() != Some(person) => {
            Ok(person::protected(view, acting, person, today).await?.sees_where())
        }
        _ => Ok(true),
    }
}

/// Takes out what tells where the person is to be found, where the acting post does not see that.
pub(super) async fn mask(view: &View, acting: &Acting, case: &mut Case, today: Date) -> Result<bool, Error> {
    let sees = sees_where(view, acting, case, today).await?;
    if !sees {
        case.municipality = None;
    }
    Ok(sees)
}

/// The same for the reasons of holdings.
pub(super) fn mask_holdings(holdings: &mut [Holding]) {
    holdings.iter_mut().for_each(|holding| mask_path(&mut holding.path));
}

/// The same for a reason.
pub(super) fn mask_path(path: &mut Path) {
    path.municipality = None;
    path.facts.retain(|(attribute, _)| !person::tells_where(attribute));
}
