//! Reading decisions: those of a case, or one.

use authorization::Action;
use storage::{Look, View, Word};
use uuid::Uuid;

use super::actions::line;
use super::model::{Decided, Decision, Refusal};
use super::queries;
use crate::case::authority::Borne;
use crate::case::masking::Mask;
use crate::case::step::entry;
use crate::case::{self, authority};
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// The decisions of a case, the first one first, with what became of each.
    ///
    /// # Errors
    /// [`case::Refusal::Unknown`]; the database's.
    pub async fn decisions_of_case(&self, acting: &Acting, case: Uuid) -> Result<Vec<Decision>, Error> {
        Ok(self.decisions(acting, case).await?.into_iter().map(|one| one.decision).collect())
    }

    /// The same, each with its case and its place in it.
    ///
    /// # Errors
    /// As [`House::decisions_of_case`].
    pub async fn decisions(&self, acting: &Acting, case: Uuid) -> Result<Vec<Decided>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let seen = authority::sees(&look, acting, case, now, self.day(now), Action::Read).await?;
                let found = seen.case.clone();
                look.journal(entry(acting, Word::of("read"), &found)?);
                let all = self.decisions_seen(&look, acting, seen).await?;
                for one in &all {
                    look.journal(line(acting, "read", one.decision.id, &found)?);
                }
                Ok(all)
            })
            .await
    }

    /// One decision, with its case and its place in it.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], also of a decision in a case that the organ does not bear; the database's.
    pub async fn decision(&self, acting: &Acting, id: Uuid) -> Result<Decided, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let stored = queries::stored(&look, id).await?.ok_or(Refusal::Unknown)?;
                let seen = authority::sees(&look, acting, stored.made.case, now, self.day(now), Action::Read).await;
                let seen = seen.map_err(|error| match error {
                    Error::Refused(crate::Refusal::Case(case::Refusal::Unknown)) => Refusal::Unknown.into(),
                    other => other,
                })?;
                let found = seen.case.clone();
                look.journal(line(acting, "read", id, &found)?);
                let all = self.decisions_seen(&look, acting, seen).await?;
                Ok(all.into_iter().find(|one| one.decision.id == id).ok_or(Refusal::Unknown)?)
            })
            .await
    }

    async fn decisions_seen(&self, view: &View, acting: &Acting, seen: Borne) -> Result<Vec<Decided>, Error> {
        let Borne { mut case, stretch, .. } = seen;
        Mask::of(view, acting, case.person, self.day(self.store.now())).await?.within(stretch).case(&mut case);
        let mut all = Vec::new();
        for (place, stored) in (1..).zip(queries::of_case(view, case.id, stretch).await?) {
            let decision = queries::with_standing(view, stored).await?;
            all.push(Decided { case: case.clone(), place, decision });
        }
        Ok(all)
    }
}
