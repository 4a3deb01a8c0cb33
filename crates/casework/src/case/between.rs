//! Between chairs: cases that nobody leads by the register. The organ that looks after them sees them here, the one that has
//! lain longest first, with the reason as it is today and the question that would settle it; and settles them.

use authorization::Action;
use storage::{Look, Unit, Word};
use uuid::Uuid;

use super::masking::Mask;
use super::model::{Case, Refusal};
use super::queries::lists;
use super::reading::{Cursor, MOST, Page, page, tell};
use super::routing::{self, Route};
use super::{authority, step};
use crate::holding::transfer::{Wanted, bring_about};
use crate::holding::{Between, Cause, Transfer};
use crate::person::{self, Situation};
use crate::post::Acting;
use crate::{Error, House};

/// A case between chairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BetweenChairs {
    /// The case.
    pub case: Case,
    /// Since when it lies there, and where a page that ends here is gone on from.
    pub cursor: Cursor,
    /// Whom the register names today. [`Route::between`] says why it still lies there, with the next question; where it is
    /// none, the case can be settled at once.
    pub today: Route,
}

impl BetweenChairs {
    /// Why it lies there, with the next question; none when it can be settled.
    #[must_use]
    pub fn why(&self) -> Option<&Between> {
        self.today.between()
    }
}

/// What settling a case brought about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Whom the register names today.
    pub route: Route,
    /// What moved.
    pub transfer: Transfer,
}

impl House {
    /// The open cases that the acting organ looks after because nobody leads them, the one that has lain longest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn between_chairs(
        &self,
        acting: &Acting,
        after: Option<Cursor>,
        most: Option<u32>,
    ) -> Result<Page<BetweenChairs, Cursor>, Error> {
        let now = self.store.now();
        let most = most.unwrap_or(MOST).clamp(1, MOST);
        self.store
            .look(|look: Look| async move {
                let found = lists::between_chairs(&look, acting, now, after, most + 1).await?;
                let found = page(found, most, |(_, cursor)| *cursor);
                let mut rows = Vec::with_capacity(found.rows.len());
                for (mut case, cursor) in found.rows {
                    let mut today = self.route_of(&look, acting, &case, now).await?;
                    let mask = Mask::of(&look, acting, case.person, self.day(now)).await?;
                    let mask = mask.within(authority::stretch(&look, acting, case.id).await?);
                    mask.case(&mut case);
                    mask.route(&mut today);
                    rows.push(BetweenChairs { case, cursor, today });
                }
                tell(&look, acting, rows.iter().map(|row| &row.case))?;
                Ok(Page { rows, next: found.next })
            })
            .await
    }

    /// Asks the register again about a case that the acting organ looks after, with the facts of today. Names it a lead, or
    /// another to look after the case, that is brought about in this instant.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Closed`], [`Refusal::NotLead`], [`Refusal::NotBetweenChairs`]; the database's
    /// errors.
    pub async fn settle(&self, acting: &Acting, case: Uuid) -> Result<Settled, Error> {
        self.store
            .write(|unit: Unit| async move {
                let now = unit.now();
                let (case, lead) = authority::leads(&unit, acting, case, now, Action::TakeStep).await?;
                if !lead.between_chairs {
                    return Err(Refusal::NotBetweenChairs { number: case.number }.into());
                }
                let route = self.route_of(&unit, acting, &case, now).await?;
                let wanted = Wanted {
                    lead: &route.lead,
                    beside: &route.beside,
                    from: now.max(lead.from),
                    edition: self.register.edition.as_str(),
                    cause: Cause::Facts,
                    cause_id: None,
                    post: acting.post(),
                };
                let transfer = bring_about(&unit, case.id, wanted).await?;
                unit.journal(step::entry(acting, Word::of("settle"), &case)?.version(case.version));
                let mut route = route;
                let mask = Mask::of(&unit, acting, case.person, self.day(now)).await?;
                mask.within(authority::stretch(&unit, acting, case.id).await?).route(&mut route);
                Ok(Settled { route, transfer })
            })
            .await
    }

    /// Whom the register names for a case, with the facts of an instant.
    async fn route_of(
        &self,
        view: &storage::View,
        acting: &Acting,
        case: &Case,
        at: jiff::Timestamp,
    ) -> Result<Route, Error> {
        let today = self.day(at);
        let situation = match case.person {
            Some(person) => person::situation(view, &self.register, person, today, at).await?,
            None => Some(Situation::default()),
        };
        let situation = situation.ok_or(person::Refusal::Unknown)?;
        let case_type = self.case_type(&case.case_type)?;
        Ok(routing::route(&self.register, case_type, &situation, today, acting.organ()))
    }
}
