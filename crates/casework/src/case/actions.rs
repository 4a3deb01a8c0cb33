//! Opening a case.

use authorization::Action;
use register::resolved::{CaseType, Version};
use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::masking::Mask;
use super::model::{Opened, Refusal};
use super::{queries, routing};
use crate::holding::Cause;
use crate::holding::queries::{self as holdings, Written};
use crate::limit;
use crate::person;
use crate::post::{self, Acting};
use crate::{Error, House};

impl House {
    /// The case type of a word.
    ///
    /// # Errors
    /// [`Refusal::UnknownType`].
    pub fn case_type(&self, word: &str) -> Result<&CaseType, Refusal> {
        let types = &self.register.resolved.case_types;
        types.iter().find(|case_type| case_type.id == word).ok_or_else(|| Refusal::UnknownType(word.to_owned()))
    }

    /// Opens a case about a person: the register is asked with the facts of today, and the holdings are written.
    ///
    /// # Errors
    /// When there is no such person or case type; the database's errors.
    pub async fn open_case(&self, acting: &Acting, case_type: &str, person: Uuid) -> Result<Opened, Error> {
        let case_type = self.case_type(case_type)?;
        self.store.write(|unit: Unit| async move { self.open(&unit, acting, case_type, person).await }).await
    }

    async fn open(&self, unit: &Unit, acting: &Acting, of: &CaseType, person: Uuid) -> Result<Opened, Error> {
        if !acting.may(Action::Open) {
            let (function, action) = (acting.function.clone(), Action::Open);
            return Err(post::Refusal::FunctionMayNot { function, action }.into());
        }
        // A program that is for other duties knows no such case type.
        let of_duty = |word: &Word| self.register.duty(word.as_str()).is_ok_and(|duty| duty == of.duty);
        if acting.duties().is_some_and(|duties| !duties.iter().any(of_duty)) {
            return Err(Refusal::UnknownType(of.id.clone()).into());
        }
        let (now, today) = (unit.now(), self.day(unit.now()));
        let not_then = || Refusal::NotOpenedThen(of.id.clone());
        let version: &Version = of.version_on(today).ok_or_else(not_then)?;
        let start = version.start().ok_or_else(not_then)?;
        let situation = person::situation(unit, &self.register, person, today, now).await?;
        let situation = situation.ok_or(person::Refusal::Unknown)?;
        // Whoever sees the person may open a case about them, and so may an organ that would bear it by the register.
        // Anybody else learns nothing, not even that there is such a person.
        let by_register = routing::route(&self.register, of, &situation, today, "");
        let bears = by_register.beside.iter().chain([&by_register.lead]).any(|one| one.organ == acting.organ());
        if !bears {
            person::sight(unit, acting, person, now, today, Action::Read).await?;
        }
        let route = routing::route(&self.register, of, &situation, today, acting.organ());
        let id = unit.new_id();
        let written = Written {
            case: id,
            from: now,
            edition: self.register.edition.as_str(),
            cause: Cause::Opening,
            cause_id: None,
            post: acting.post(),
        };
        let lead = holdings::first_lead(unit, &route.lead, written).await?;
        let new = queries::New {
            id,
            case_type: &of.id,
            type_version: &version.id,
            duty: &route.lead.path.duty,
            person: Some(person),
            municipality: route.lead.path.municipality.as_deref(),
            status: &start.id,
            post: acting.post(),
            organ: acting.organ(),
            lead,
        };
        let number = queries::open(unit, new).await?;
        for beside in &route.beside {
            holdings::beside(unit, beside, written).await?;
        }
        let duty = Word::new(route.lead.path.duty.clone())?;
        let entry = Entry::new(&acting.actor, Word::of("open"), Word::of("case"), id);
        unit.journal(entry.duty(duty).person(person).case(id));
        let case = queries::one(unit, id).await?.ok_or(Refusal::Unknown)?;
        limit::on_opening(unit, self, acting, &case, version).await?;
        let mut route = route;
        Mask::of(unit, acting, Some(person), today).await?.route(&mut route);
        Ok(Opened { id, number, route })
    }
}
