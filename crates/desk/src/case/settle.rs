//! Asking the register again about a case that lies between chairs.

use axum::extract::Path;

use super::step::{back_to, opened};
use crate::form::{At, FormPage, Values};
use crate::said::refused;
use crate::shell::{Answer, Instead, OrPage as _, led_to};

async fn page(at: &At, number: &str) -> Result<FormPage, Instead> {
    let whole = opened(at, number).await?;
    let address = at.visit.href(at.visit.address.path());
    let mut page = FormPage::new(at.frame(at.w().desk_settle()), back_to(at, &whole), address);
    page.lead.push(at.w().desk_settle_lead().to_owned());
    page.button = Some(at.w().desk_settle().to_owned());
    page.drafts = false;
    Ok(page)
}

/// `/{language}/desk/cases/{number}/settle`.
pub async fn show(at: At, Path((_, number)): Path<(String, String)>) -> Answer {
    let page = page(&at, &number).await?;
    at.answer(page, &Values::default())
}

/// Asking it.
pub async fn send(at: At, Path((_, number)): Path<(String, String)>) -> Answer {
    let whole = opened(&at, &number).await?;
    match at.house().settle(at.acting(), whole.case.id).await {
        Ok(settled) => {
            let what = if settled.route.between().is_none() { "settled" } else { "not-settled" };
            Ok(led_to(&at.t().href(&format!("/desk?done={what}"))))
        }
        Err(fault) => {
            let wrong = refused(&at.t(), None, fault).or_page(&at.visit)?;
            let mut page = page(&at, &number).await?;
            page.mend(wrong);
            at.answer(page, &Values::default())
        }
    }
}
