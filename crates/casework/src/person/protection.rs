//! Protection: a security prohibition (661/2009 §36-37) for a time, with posts that are named as handlers. They alone see
//! where the person is to be found, and find the person by name.

use jiff::civil::Date;
use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::attributes::{period, text};
use super::model::Refusal;
use super::queries::protecting;
use super::sight::writes;
use crate::post::Acting;
use crate::{Error, House};

/// A protection of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// Its identity.
    pub id: Uuid,
    /// On what it stands: the decision and its day.
    pub basis: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// The posts that are named handlers.
    pub handlers: Vec<String>,
    /// The post that recorded it.
    pub recorded_by: String,
}

/// A protection to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProtection {
    /// On what it stands.
    pub basis: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds; none: until it is ended.
    pub until: Option<Date>,
    /// The posts that are named handlers: one at least.
    pub handlers: Vec<String>,
}

impl House {
    /// Protects a person. One that holds in the same days ends, and this one stands instead: so handlers are named anew,
    /// and a prohibition is prolonged.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::OnlyTheLead`], [`Refusal::NoHandler`], [`Refusal::UnknownPost`]; the database's.
    pub async fn protect(&self, acting: &Acting, person: Uuid, new: &NewProtection) -> Result<Uuid, Error> {
        period(new.from, new.until)?;
        let basis = &text(&new.basis, 500).ok_or(Refusal::NoReason)?;
        if new.handlers.is_empty() {
            return Err(Refusal::NoHandler.into());
        }
        self.store
            .write(|unit: Unit| async move {
                let today = self.day(unit.now());
                may_protect(&unit, acting, person, today).await?;
                for post in &new.handlers {
                    if !protecting::is_post(&unit, post, today).await? {
                        return Err(Refusal::UnknownPost(post.clone()).into());
                    }
                }
                let mut replaces = None;
                for before in protecting::not_ended(&unit, person).await? {
                    let apart = before.until.is_some_and(|until| until <= new.from)
                        || new.until.is_some_and(|until| until <= before.from);
                    if !apart {
                        protecting::end(&unit, acting, before.id, "replaced").await?;
                        replaces = Some(before.id);
                    }
                }
                let id = protecting::add(&unit, acting, person, new, basis, replaces).await?;
                let entry = Entry::new(&acting.actor, Word::of("protect"), Word::of("protection"), id);
                unit.journal(entry.person(person));
                Ok(id)
            })
            .await
    }

    /// Ends a protection now.
    ///
    /// # Errors
    /// As [`House::protect`]; [`Refusal::NotProtected`] when it is none of the person's that has not ended.
    pub async fn end_protection(&self, acting: &Acting, person: Uuid, id: Uuid, why: &str) -> Result<(), Error> {
        let why = &text(why, 500).ok_or(Refusal::NoReason)?;
        self.store
            .write(|unit: Unit| async move {
                may_protect(&unit, acting, person, self.day(unit.now())).await?;
                let known = protecting::not_ended(&unit, person).await?;
                if !known.iter().any(|protection| protection.id == id) {
                    return Err(Refusal::NotProtected.into());
                }
                protecting::end(&unit, acting, id, why).await?;
                let entry = Entry::new(&acting.actor, Word::of("unprotect"), Word::of("protection"), id);
                unit.journal(entry.person(person));
                Ok(())
            })
            .await
    }
}

/// Whoever leads an open case of the person; as long as there is no case, whoever recorded the person.
async fn may_protect(unit: &Unit, acting: &Acting, person: Uuid, today: Date) -> Result<(), Error> {
    writes(unit, acting, person, unit.now(), today).await?;
    if protecting::leads_or_recorded(unit, acting, person).await? { Ok(()) } else { Err(Refusal::OnlyTheLead.into()) }
}
