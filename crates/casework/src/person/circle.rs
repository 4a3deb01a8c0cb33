//! The people around a person: household and relatives, seen from either side, and those who may act for the person.

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::attributes::{is_word, period, text};
use super::model::{Masked, Refusal};
use super::name::Name;
use super::queries::circle as queries;
use super::sight::writes;
use crate::post::Acting;
use crate::{Error, House};

macro_rules! kinds {
    ($(#[$on:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$on])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database and in answers.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|kind| kind.word() == word).ok_or(())
            }
        }
    };
}

kinds! {
    /// What the other is to the person.
    Kin {
        /// Husband or wife, or registered partner.
        Spouse = "spouse",
        /// Lives with the person as a spouse would.
        Partner = "partner",
        /// Mother or father.
        Parent = "parent",
        /// Daughter or son.
        Child = "child",
        /// Sister or brother.
        Sibling = "sibling",
        /// Guardian of the person.
        Guardian = "guardian",
        /// The person is the other's guardian.
        Ward = "ward",
        /// Lives in the same household.
        Household = "household",
        /// Another relative.
        Relative = "relative",
    }
}

impl Kin {
    /// What the person is to the other.
    #[must_use]
    pub const fn seen_from_the_other(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::Guardian => Self::Ward,
            Self::Ward => Self::Guardian,
            same => same,
        }
    }
}

kinds! {
    /// In what quality somebody acts for a person.
    Capacity {
        /// Parent or other guardian of a child.
        Guardian = "guardian",
        /// Representative of a child without a guardian (1386/2010 §56, 681/2023 §35).
        Representative = "representative",
        /// Trustee whom an authority appointed.
        Trustee = "trustee",
        /// Somebody whom the person empowered.
        Agent = "agent",
    }
}

/// A relation to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRelation {
    /// The other person.
    pub other: Uuid,
    /// What the other is to the person.
    pub kin: Kin,
    /// The first day; none: not known, or from birth.
    pub from: Option<Date>,
    /// The first day on which it no longer is so.
    pub until: Option<Date>,
    /// Where it comes from: a machine's word.
    pub source: String,
}

/// A relation, seen from the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its identity.
    pub id: Uuid,
    /// What the other is to the person.
    pub kin: Kin,
    /// The other; withheld when the other is protected and whoever looks is not a named handler. Where the other lives is
    /// never told here.
    pub other: Masked<Other>,
    /// The first day.
    pub from: Option<Date>,
    /// The first day on which it no longer is so.
    pub until: Option<Date>,
    /// Where it comes from.
    pub source: String,
    /// The post that recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Timestamp,
}

/// The other person of a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The other.
    pub person: Uuid,
    /// The name.
    pub name: Option<Name>,
}

/// Somebody who acts for a person, to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRepresentative {
    /// In what quality.
    pub capacity: Capacity,
    /// Who: a name, or an office.
    pub name: String,
    /// How to reach them.
    pub contact: Option<String>,
    /// In what: a machine's word such as `all`, `asylum`, `property`.
    pub scope: String,
    /// On what it stands: the decision or the power, and its day.
    pub basis: String,
    /// The first day.
    pub from: Date,
    /// The first day on which they no longer act for the person.
    pub until: Option<Date>,
}

/// Somebody who acts for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// Its identity.
    pub id: Uuid,
    /// In what quality.
    pub capacity: Capacity,
    /// Who.
    pub name: String,
    /// How to reach them: it tells where a protected person is to be found.
    pub contact: Masked<Option<String>>,
    /// In what.
    pub scope: String,
    /// On what it stands.
    pub basis: String,
    /// The first day.
    pub from: Date,
    /// The first day on which they no longer act for the person.
    pub until: Option<Date>,
    /// The post that recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Timestamp,
}

impl House {
    /// Records what somebody is to a person. It is seen from both.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when the acting post does not see both; [`Refusal::SameOne`], [`Refusal::RelatedAlready`]; the
    /// database's.
    pub async fn relate(&self, acting: &Acting, person: Uuid, new: &NewRelation) -> Result<Uuid, Error> {
        if person == new.other {
            return Err(Refusal::SameOne.into());
        }
        if !is_word(&new.source, 1, 60) {
            return Err(Refusal::Source(new.source.clone()).into());
        }
        for day in [new.from, new.until].into_iter().flatten() {
            period(day, None)?;
        }
        if let Some(from) = new.from {
            period(from, new.until)?;
        }
        self.store
            .write(|unit: Unit| async move {
                let (now, today) = (unit.now(), self.day(unit.now()));
                for one in [person, new.other] {
                    writes(&unit, acting, one, now, today).await?;
                }
                if queries::is_related(&unit, person, new).await? {
                    return Err(Refusal::RelatedAlready.into());
                }
                let id = queries::relate(&unit, acting, person, new, None).await?;
                tell(&unit, acting, "record", id, [person, new.other]);
                Ok(id)
            })
            .await
    }

    /// Says that a relation no longer is so from a day on, or, without a day, that it never was.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; [`Refusal::EndsBeforeItBegins`]; the database's.
    pub async fn end_relation(
        &self,
        acting: &Acting,
        person: Uuid,
        relation: Uuid,
        from: Option<Date>,
    ) -> Result<(), Error> {
        if let Some(from) = from {
            period(from, None)?;
        }
        self.store
            .write(|unit: Unit| async move {
                let sight = writes(&unit, acting, person, unit.now(), self.day(unit.now())).await?;
                let known = queries::relations(&unit, person).await?;
                let found = known.into_iter().find(|found| found.id == relation).ok_or(Refusal::Unknown)?;
                if !sight.holds(found.recorded_at, &found.recorded_organ) {
                    return Err(Refusal::Unknown.into());
                }
                if let (Some(ends), Some(begins)) = (from, found.from)
                    && ends <= begins
                {
                    return Err(Refusal::EndsBeforeItBegins.into());
                }
                queries::withdraw_relation(&unit, acting, relation).await?;
                let action = if from.is_some() { "end" } else { "withdraw" };
                if from.is_some() {
                    let rest = NewRelation {
                        other: found.other,
                        kin: found.kin,
                        from: found.from,
                        until: from,
                        source: found.source,
                    };
                    queries::relate(&unit, acting, person, &rest, Some(relation)).await?;
                }
                tell(&unit, acting, action, relation, [person, found.other]);
                Ok(())
            })
            .await
    }

    /// Records who acts for a person.
    ///
    /// # Errors
    /// [`Refusal`]; the database's.
    pub async fn add_representative(
        &self,
        acting: &Acting,
        person: Uuid,
        new: &NewRepresentative,
    ) -> Result<Uuid, Error> {
        period(new.from, new.until)?;
        let wrong = |attribute: &str| Refusal::Value { attribute: attribute.to_owned() };
        if !is_word(&new.scope, 1, 60) {
            return Err(wrong("scope").into());
        }
        let contact = match &new.contact {
            Some(contact) => Some(text(contact, 500).ok_or_else(|| wrong("contact"))?),
            None => None,
        };
        let clean = &NewRepresentative {
            name: text(&new.name, 200).ok_or_else(|| wrong("name"))?,
            basis: text(&new.basis, 500).ok_or_else(|| wrong("basis"))?,
            contact,
            ..new.clone()
        };
        self.store
            .write(|unit: Unit| async move {
                writes(&unit, acting, person, unit.now(), self.day(unit.now())).await?;
                let id = queries::add_representative(&unit, acting, person, clean, None).await?;
                let entry = Entry::new(&acting.actor, Word::of("record"), Word::of("representative"), id);
                unit.journal(entry.person(person));
                Ok(id)
            })
            .await
    }

    /// Says that somebody no longer acts for a person from a day on, or, without a day, that they never did.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; [`Refusal::EndsBeforeItBegins`]; the database's.
    pub async fn end_representative(
        &self,
        acting: &Acting,
        person: Uuid,
        representative: Uuid,
        from: Option<Date>,
    ) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let sight = writes(&unit, acting, person, unit.now(), self.day(unit.now())).await?;
                let known = queries::representatives(&unit, person).await?;
                let found = known.into_iter().find(|(id, _, _)| *id == representative);
                let (_, found, said) = found.ok_or(Refusal::Unknown)?;
                if !sight.holds(said.at, &said.organ) {
                    return Err(Refusal::Unknown.into());
                }
                queries::withdraw_representative(&unit, acting, representative).await?;
                if from.is_some() {
                    period(found.from, from)?;
                    let rest = NewRepresentative { until: from, ..found };
                    queries::add_representative(&unit, acting, person, &rest, Some(representative)).await?;
                }
                let action = Word::of(if from.is_some() { "end" } else { "withdraw" });
                let entry = Entry::new(&acting.actor, action, Word::of("representative"), representative);
                unit.journal(entry.person(person));
                Ok(())
            })
            .await
    }
}

fn tell(unit: &Unit, acting: &Acting, action: &'static str, relation: Uuid, people: [Uuid; 2]) {
    for person in people {
        let entry = Entry::new(&acting.actor, Word::of(action), Word::of("relation"), relation);
        unit.journal(entry.person(person));
    }
}
