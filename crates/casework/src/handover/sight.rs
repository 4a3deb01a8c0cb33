//! What may be seen of a hand-over: the receiver's short preview, the lists, and the history of a case.

use authorization::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Look, View, Word};
use uuid::Uuid;

use super::actions::{about, handles, takes, visible};
use super::climbing::list_read;
use super::model::{HandOver, Refusal, Sight, Stage};
use super::queries;
use crate::case;
use crate::case::authority::{self, Borne};
use crate::case::masking::Mask;
use crate::post::Acting;
use crate::{Error, House};

/// What the receiver needs to answer, and no more. The file is opened when it holds the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The hand-over.
    pub hand_over: HandOver,
    /// The number of the case.
    pub number: i64,
    /// Its type.
    pub case_type: String,
    /// The duty.
    pub duty: String,
    /// When it was opened.
    pub opened: Timestamp,
    /// The citations by which the receiver leads.
    pub basis: Vec<String>,
    /// The attribute of the fact that gave rise to it; not its value.
    pub changed: Option<String>,
    /// What is told of the person and of where the case stands; none when the person did not consent to that.
    pub about: Option<About>,
}

/// What a preview tells beyond the matter itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The municipality; none when it is not known, or not told because the person is protected.
    pub municipality: Option<String>,
    /// Where the case stands.
    pub status: String,
    /// The limits that run, with the last day where there is one. They go on running with the new lead.
    pub limits: Vec<(String, Option<Date>)>,
    /// The languages of the person.
    pub languages: Vec<String>,
    /// The language in which an interpreter is needed, or `none`; nothing when it is not known.
    pub interpreter: Option<String>,
    /// Whether the person is protected: then the receiver names handlers before it takes over.
    pub protected: bool,
}

/// A line of a list: the matter, nothing of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The hand-over.
    pub hand_over: HandOver,
    /// The number of the case.
    pub number: i64,
    /// Its type.
    pub case_type: String,
    /// Who reminded the receiver, and when.
    pub reminders: Vec<(String, Timestamp)>,
}

impl House {
    /// A hand-over as it stands, for an organ that is a party of it: the matter, nothing of the person.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's.
    pub async fn hand_over(&self, acting: &Acting, id: Uuid) -> Result<Listed, Error> {
        self.store
            .look(|look: Look| async move {
                let found = visible(&look, acting, id).await?;
                let entry = Entry::new(&acting.actor, Word::of("read"), Word::of("hand-over"), id);
                look.journal(about(&look, entry, &found).await?);
                let listed = self.listed(&look, acting, vec![found]).await?.pop();
                Ok(listed.ok_or(Refusal::Unknown)?)
            })
            .await
    }

    /// The hand-over that is meant by the number of a case: the one that waits, else the last, of those that the post's organ
    /// is a party of.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's.
    pub async fn hand_over_by_number(&self, acting: &Acting, number: i64) -> Result<Uuid, Error> {
        self.store
            .look(|look: Look| async move {
                for id in queries::by_number(&look, number).await? {
                    match visible(&look, acting, id).await {
                        Ok(found) => {
                            let entry = Entry::new(&acting.actor, Word::of("find"), Word::of("hand-over"), id);
                            look.journal(about(&look, entry, &found).await?);
                            return Ok(id);
                        }
                        Err(Error::Refused(_)) => {}
                        Err(fault) => return Err(fault),
                    }
                }
                Err(Refusal::Unknown.into())
            })
            .await
    }

    /// The short preview, for the organ that it is offered to, while it waits for the answer.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::OnlyReceiver`], [`Refusal::AlreadySettled`]; the database's.
    pub async fn preview_hand_over(&self, acting: &Acting, id: Uuid) -> Result<Preview, Error> {
        self.store
            .look(|look: Look| async move {
                let found = visible(&look, acting, id).await?;
                if found.to != acting.organ() {
                    return Err(Refusal::OnlyReceiver { to: found.to }.into());
                }
                if let Stage::Accepted { at, .. } | Stage::Returned { at, .. } | Stage::Withdrawn { at, .. } =
                    found.stage
                {
                    return Err(Refusal::AlreadySettled { stage: found.stage.word(), at }.into());
                }
                let entry = Entry::new(&acting.actor, Word::of("preview"), Word::of("hand-over"), id);
                look.journal(about(&look, entry, &found).await?.ground(Word::of("hand-over")));
                self.short(&look, acting, found).await
            })
            .await
    }

    async fn short(&self, view: &View, acting: &Acting, found: HandOver) -> Result<Preview, Error> {
        let case = case::queries::one(view, found.case).await?.ok_or(Refusal::Unknown)?;
        let changed = match found.fact {
            // What changed is about the person.
            _ if found.consent.sight() != Sight::Short => None,
            Some(fact) => Some(queries::attribute_of(view, fact).await?),
            None => None,
        };
        let about = match (found.consent.sight(), case.person) {
            (Sight::Short, Some(person)) => Some(self.about_person(view, &case, person).await?),
            _ => None,
        };
        let found = self.masked(view, acting, found, case.person).await?;
        Ok(Preview {
            number: case.number,
            case_type: case.case_type,
            duty: case.duty,
            opened: case.opened,
            basis: found.why.basis.clone(),
            changed,
            about,
            hand_over: found,
        })
    }

    /// A hand-over as its reader sees it: the reason names facts only to the lead that offers, and to the receiver to whom
    /// the person lets them pass on; and nobody but a named handler is told where a protected person is to be found.
    async fn masked(
        &self,
        view: &View,
        acting: &Acting,
        mut found: HandOver,
        person: Option<Uuid>,
    ) -> Result<HandOver, Error> {
        let mut mask = Mask::of(view, acting, person, self.day(self.store.now())).await?;
        let receives = found.to == acting.organ() && found.consent.sight() == Sight::Short;
        if found.from != acting.organ() && !receives {
            mask = mask.matter_alone();
        }
        mask.path(&mut found.why);
        Ok(found)
    }

    async fn listed(&self, view: &View, acting: &Acting, found: Vec<HandOver>) -> Result<Vec<Listed>, Error> {
        let mut list = Vec::with_capacity(found.len());
        for hand_over in found {
            if !takes(view, acting, hand_over.case).await? {
                continue;
            }
            let (number, case_type) = queries::number_and_type(view, hand_over.case).await?;
            let reminders = queries::reminders(view, hand_over.id).await?;
            let person = queries::person_of(view, hand_over.case).await?;
            let hand_over = self.masked(view, acting, hand_over, person).await?;
            list.push(Listed { hand_over, number, case_type, reminders });
        }
        Ok(list)
    }

    async fn about_person(&self, view: &View, case: &case::Case, person: Uuid) -> Result<About, Error> {
        let today = self.day(self.store.now());
        let protected = queries::is_protected(view, person, today).await?;
        let told = queries::told(view, person, today).await?;
        Ok(About {
            municipality: if protected { None } else { told.municipality.or_else(|| case.municipality.clone()) },
            status: case.status.clone(),
            limits: queries::running_limits(view, case.id).await?,
            languages: told.languages,
            interpreter: told.interpreter,
            protected,
        })
    }

    /// The hand-overs that wait for an answer of the post's organ.
    ///
    /// # Errors
    /// The database's.
    pub async fn hand_overs_to_answer(&self, acting: &Acting) -> Result<Vec<Listed>, Error> {
        self.store
            .look(|look: Look| async move {
                look.journal(list_read(acting, "to-answer"));
                if !handles(acting) {
                    return Ok(Vec::new());
                }
                self.listed(&look, acting, queries::waiting_for(&look, acting.organ()).await?).await
            })
            .await
    }

    /// The hand-overs that the post's organ offered and that wait: for the person's consent, or for the answer.
    ///
    /// # Errors
    /// The database's.
    pub async fn hand_overs_offered(&self, acting: &Acting) -> Result<Vec<Listed>, Error> {
        self.store
            .look(|look: Look| async move {
                look.journal(list_read(acting, "offered"));
                if !handles(acting) {
                    return Ok(Vec::new());
                }
                self.listed(&look, acting, queries::offered_by(&look, acting.organ()).await?).await
            })
            .await
    }

    /// The unanswered hand-overs that climbed to the post's organ, or past it. They stay until they are answered.
    ///
    /// # Errors
    /// The database's.
    pub async fn unanswered_hand_overs(&self, acting: &Acting) -> Result<Vec<Listed>, Error> {
        self.store
            .look(|look: Look| async move {
                look.journal(list_read(acting, "unanswered"));
                if !handles(acting) {
                    return Ok(Vec::new());
                }
                self.listed(&look, acting, queries::climbed_to(&look, acting.organ()).await?).await
            })
            .await
    }

    /// All hand-overs of a case, the first first, for whoever bears it.
    ///
    /// # Errors
    /// As [`authority::bears`]; the database's.
    pub async fn hand_overs_of(&self, acting: &Acting, case: Uuid) -> Result<Vec<HandOver>, Error> {
        self.store
            .look(|look: Look| async move {
                let now = self.store.now();
                let Borne { case, stretch, .. } =
                    authority::sees(&look, acting, case, now, self.day(now), Action::Read).await?;
                let entry = Entry::new(&acting.actor, Word::of("read"), Word::of("hand-over-list"), case.id);
                let entry = entry.duty(Word::new(case.duty.clone())?).case(case.id);
                look.journal(match case.person {
                    Some(person) => entry.person(person),
                    None => entry,
                });
                let organ = acting.organ();
                let mask = Mask::of(&look, acting, case.person, self.day(now)).await?.within(stretch);
                let mut all = queries::of_case(&look, case.id).await?;
                // Its own it knows, whenever they were.
                all.retain(|one| stretch.holds(one.offered) || one.from == organ || one.to == organ);
                all.iter_mut().for_each(|one| mask.path(&mut one.why));
                Ok(all)
            })
            .await
    }

    /// The instant before which what a case held is closed to the post's organ, because the person did not consent to its
    /// being passed on; none: all is open.
    ///
    /// # Errors
    /// As [`authority::bears`]; the database's.
    pub async fn file_closed_before(&self, acting: &Acting, case: Uuid) -> Result<Option<Timestamp>, Error> {
        self.store
            .look(|look: Look| async move {
                let Borne { case, stretch, .. } =
                    authority::bears(&look, acting, case, self.store.now(), Action::Read).await?;
                let entry = Entry::new(&acting.actor, Word::of("ask"), Word::of("withheld"), case.id).case(case.id);
                look.journal(entry.duty(Word::new(case.duty)?));
                Ok(stretch.begins_late().then_some(stretch.since))
            })
            .await
    }
}
