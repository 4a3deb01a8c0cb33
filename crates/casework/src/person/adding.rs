//! Adding a person, with what is known from the first, and correcting the birth.

use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::alike::{Likeness, suggest};
use super::model::{Birth, NewFact, Recorded, Refusal};
use super::recording::record_seen;
use super::sight::writes;
use super::{NAME, Name, attributes, queries};
use crate::post::Acting;
use crate::{Error, House};

/// A person to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewPerson {
    /// When the person was born, as far as it is known.
    pub birth: Birth,
    /// The name that the person bears since birth; none: not known.
    pub name: Option<Name>,
    /// Where the name comes from: a machine's word.
    pub source: String,
    /// What else is known from the first.
    pub facts: Vec<NewFact>,
}

/// A person that was added.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// Its identity.
    pub person: Uuid,
    /// Its first facts.
    pub recorded: Vec<Recorded>,
    /// People whom the acting post sees and who may be the same: to be looked at, not merged.
    pub alike: Vec<Likeness>,
}

impl House {
    /// Adds a person. The organ that does sees it for a day, in which a case is opened.
    ///
    /// # Errors
    /// [`Refusal`]; the database's. Where one fact is refused, nothing is kept.
    pub async fn add_person(&self, acting: &Acting, new: &NewPerson) -> Result<Added, Error> {
        self.store
            .write(|unit: Unit| async move {
                let (now, today) = (unit.now(), self.day(unit.now()));
                let birth = new.birth.check(today)?;
                let person = unit.new_id();
                queries::add(&unit, person, birth, acting.post()).await?;
                let entry = Entry::new(&acting.actor, Word::of("add"), Word::of("person"), person);
                unit.journal(entry.person(person));
                // Who may not act for an organ of the register may not add anybody either.
                let seen = writes(&unit, acting, person, now, today).await?;
                let mut recorded = Vec::with_capacity(new.facts.len() + 1);
                if let Some(name) = &new.name {
                    let since = birth.earliest().unwrap_or(today);
                    let named = NewFact::since(since, NAME, &name.written(), &new.source);
                    recorded.push(record_seen(&unit, self, acting, seen.clone(), person, &named).await?);
                }
                for fact in &new.facts {
                    recorded.push(record_seen(&unit, self, acting, seen.clone(), person, fact).await?);
                }
                let alike = suggest(&unit, acting, &seen, person, now, today).await?;
                Ok(Added { person, recorded, alike })
            })
            .await
    }

    /// Says when a person was born, where it was not known, or was wrong. What was believed before is kept. `seen` is the
    /// version of the person that the official looked at.
    ///
    /// # Errors
    /// [`Refusal`]; [`storage::Error::Stale`] when somebody changed the person since; the database's.
    pub async fn correct_birth(
        &self,
        acting: &Acting,
        person: Uuid,
        seen: i64,
        birth: Birth,
        source: &str,
    ) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move { correct_birth(&unit, self, acting, person, seen, birth, source).await })
            .await
    }
}

/// [`House::correct_birth`] as part of a unit of work: an age may decide who is responsible.
pub(crate) async fn correct_birth(
    unit: &Unit,
    house: &House,
    acting: &Acting,
    person: Uuid,
    seen: i64,
    birth: Birth,
    source: &str,
) -> Result<(), Error> {
    if !attributes::is_word(source, 1, 60) {
        return Err(Refusal::Source(source.to_owned()).into());
    }
    let (now, today) = (unit.now(), house.day(unit.now()));
    writes(unit, acting, person, now, today).await?;
    queries::correct_birth(unit, acting, person, seen, birth.check(today)?, source).await?;
    let entry = Entry::new(&acting.actor, Word::of("correct"), Word::of("birth"), person);
    unit.journal(entry.person(person).version(seen + 1));
    Ok(())
}
