//! Reading what is known of a person. Each reading goes through [`sight`], is told in the journal, and hands out what tells
//! where a protected person is to be found only as [`Masked`](super::Masked).

use authorization::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Look, Word};
use uuid::Uuid;

use super::circle::{Other, Relation, Representative};
use super::model::{Birth, Masked, Refusal, Shown};
use super::name::{Name, wanted};
use super::protection::Protection;
use super::queries::{self, circle, finding, protecting};
use super::sight::{self, Sight, protected, sight};
use crate::post::Acting;
use crate::{Error, House};

/// What is known of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The person.
    pub person: Uuid,
    /// To be named when the birth is corrected.
    pub version: i64,
    /// The birth.
    pub birth: Birth,
    /// The facts, of all days, by attribute, slot and first day.
    pub facts: Vec<Shown>,
}

impl Known {
    /// What holds on a day of an attribute, in each slot.
    pub fn on<'a>(&'a self, attribute: &'a str, day: Date) -> impl Iterator<Item = &'a Shown> {
        self.facts.iter().filter(move |fact| {
            fact.attribute == attribute && fact.from <= day && fact.until.is_none_or(|until| day < until)
        })
    }

    /// The name that the person bears on a day.
    #[must_use]
    pub fn name_on(&self, day: Date) -> Option<Name> {
        self.on(super::NAME, day).next().and_then(|fact| fact.value.seen()).and_then(|value| Name::read(value))
    }
}

/// The people around a person, and the protection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// Protections that have not been ended, also those whose last day has passed or whose first lies ahead.
    pub protections: Vec<Protection>,
    /// The person is protected today.
    pub protected: bool,
    /// Relations.
    pub relations: Vec<Relation>,
    /// Those who act for the person.
    pub representatives: Vec<Representative>,
}

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The person.
    pub person: Uuid,
    /// The names: the official one first.
    pub names: Vec<Name>,
    /// The birth.
    pub birth: Birth,
    /// The person is protected, and the post a named handler.
    pub protected: bool,
}

/// People whom one search shows at most.
pub const FOUND_AT_MOST: usize = 50;

impl House {
    /// What is known of a person; with an instant, what was believed then.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's.
    pub async fn person(&self, acting: &Acting, person: Uuid, known_at: Option<Timestamp>) -> Result<Known, Error> {
        let known = |look: Look, sight: Sight, now: Timestamp| async move {
            let at = sight.stretch.at_most(known_at.unwrap_or(now));
            let facts = queries::known(&look, person, at).await?;
            Ok(Known {
                person,
                version: queries::version(&look, person).await?,
                birth: sight::birth(&look, &sight, person, at).await?,
                facts: facts.into_iter().filter_map(|fact| sight.shown(fact)).collect(),
            })
        };
        self.look_at(acting, person, "person", known).await
    }

    /// All that was ever believed of a person, or of one attribute: each row with who recorded it when, what it stands
    /// instead of, and when it was withdrawn.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's.
    pub async fn person_history(
        &self,
        acting: &Acting,
        person: Uuid,
        attribute: Option<&str>,
    ) -> Result<Vec<Shown>, Error> {
        let history = |look: Look, sight: Sight, _: Timestamp| async move {
            let facts = queries::history(&look, person, attribute).await?;
            Ok(facts.into_iter().filter_map(|fact| sight.shown(fact)).collect())
        };
        self.look_at(acting, person, "history", history).await
    }

    /// The people around a person, and the protection.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's.
    pub async fn person_circle(&self, acting: &Acting, person: Uuid) -> Result<Circle, Error> {
        let circle = |look: Look, sight: Sight, now: Timestamp| async move {
            let mut relations = Vec::new();
            for kept in circle::relations(&look, person).await? {
                if !sight.holds(kept.recorded_at, &kept.recorded_organ) {
                    continue;
                }
                let other = protected(&look, acting, kept.other, self.day(now)).await?;
                let other = if other.sees_where() {
                    let entry = Entry::new(&acting.actor, Word::of("read"), Word::of("relation"), kept.id);
                    look.journal(entry.person(kept.other));
                    let name = finding::names(&look, &other, kept.other).await?.into_iter().next();
                    Masked::Seen(Other { person: kept.other, name })
                } else {
                    Masked::Withheld
                };
                relations.push(Relation {
                    id: kept.id,
                    kin: kept.kin,
                    other,
                    from: kept.from,
                    until: kept.until,
                    source: kept.source,
                    recorded_by: kept.recorded_by,
                    recorded_at: kept.recorded_at,
                });
            }
            let representatives = circle::representatives(&look, person).await?;
            let representatives = representatives
                .into_iter()
                .filter(|(_, _, said)| sight.holds(said.at, &said.organ))
                .map(|(id, kept, said)| Representative {
                    id,
                    capacity: kept.capacity,
                    name: kept.name,
                    contact: sight.of_where(kept.contact),
                    scope: kept.scope,
                    basis: kept.basis,
                    from: kept.from,
                    until: kept.until,
                    recorded_by: said.by,
                    recorded_at: said.at,
                })
                .collect();
            let protections = protecting::not_ended(&look, person).await?;
            Ok(Circle { protections, protected: sight.protected, relations, representatives })
        };
        self.look_at(acting, person, "circle", circle).await
    }

    /// People whom the acting post sees and one of whose names has each word, or begins so, however it is spelled.
    /// A protected person is found by named handlers alone.
    ///
    /// # Errors
    /// [`Refusal::NothingToFind`]; [`Refusal::TooMany`]; the database's.
    pub async fn find_people(&self, acting: &Acting, text: &str) -> Result<Vec<Found>, Error> {
        let words = wanted(text);
        if words.iter().all(|(whole, _)| whole.chars().count() < 2) {
            return Err(Refusal::NothingToFind.into());
        }
        let words = &words;
        let now = self.store.now();
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                look.journal(Entry::new(&acting.actor, Word::of("search"), Word::of("person"), Word::of("people")));
                let mut people: Option<Vec<Uuid>> = None;
                for (whole, pieces) in words {
                    let beginning = |word| finding::beginning_with(&look, acting, word, now, today);
                    let mut with = beginning(whole).await?;
                    // `O'Brien` finds `O Brien` too.
                    if let [first, others @ ..] = pieces.as_slice()
                        && !others.is_empty()
                    {
                        let mut apart = beginning(first).await?;
                        for piece in others {
                            let more = beginning(piece).await?;
                            apart.retain(|person| more.contains(person));
                        }
                        with.extend(apart);
                    }
                    match &mut people {
                        Some(before) => before.retain(|person| with.contains(person)),
                        None => {
                            with.sort_unstable();
                            with.dedup();
                            people = Some(with);
                        }
                    }
                }
                let people = people.unwrap_or_default();
                if people.len() > FOUND_AT_MOST {
                    return Err(Refusal::TooMany { found: people.len(), most: FOUND_AT_MOST }.into());
                }
                let mut found = Vec::with_capacity(people.len());
                for person in people {
                    let entry = Entry::new(&acting.actor, Word::of("find"), Word::of("person"), person);
                    look.journal(entry.person(person));
                    let sight = protected(&look, acting, person, today).await?;
                    found.push(Found {
                        person,
                        names: finding::names(&look, &sight, person).await?,
                        birth: sight::birth(&look, &sight, person, now).await?,
                        protected: sight.protected,
                    });
                }
                Ok(found)
            })
            .await
    }

    /// A reading of one person, authorized and told.
    async fn look_at<T, F, Fut>(&self, acting: &Acting, person: Uuid, noun: &'static str, read: F) -> Result<T, Error>
    where
        F: FnOnce(Look, Sight, Timestamp) -> Fut + Send,
        Fut: Future<Output = Result<T, Error>> + Send,
    {
        let now = self.store.now();
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                let sight = sight(&look, acting, person, now, today, Action::Read).await?;
                look.journal(Entry::new(&acting.actor, Word::of("read"), Word::of(noun), person).person(person));
                read(look, sight, now).await
            })
            .await
    }
}
