//! Cases that belong together: one continues another, or two are handled together.

use std::str::FromStr;

use authorization::Action;
use jiff::Timestamp;
use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::model::{Case, Refusal};
use super::{authority, queries, step};
use crate::post::Acting;
use crate::{Error, House};

/// How two cases belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// The one goes on where the other ended, or will.
    Continues,
    /// The two are handled together.
    Joined,
}

impl LinkKind {
    /// The word in the database and in answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Continues => "continues",
            Self::Joined => "joined",
        }
    }
}

impl FromStr for LinkKind {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Continues, Self::Joined].into_iter().find(|kind| kind.word() == word).ok_or(())
    }
}

/// A link between two cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its identity.
    pub id: Uuid,
    /// The case that continues the other, or one of the two.
    pub case: Uuid,
    /// The other.
    pub other: Uuid,
    /// The number of `case`.
    pub case_number: i64,
    /// The number of `other`.
    pub other_number: i64,
    /// How they belong together.
    pub kind: LinkKind,
    /// Since when.
    pub since: Timestamp,
    /// The post that said so.
    pub by: String,
}

impl Link {
    /// The number of the case that this one belongs together with.
    pub fn number_beside(&self, case: Uuid) -> i64 {
        if self.case == case { self.other_number } else { self.case_number }
    }
}

impl House {
    /// Says that an open case, which the acting organ leads, belongs together with another, which it bears.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::NotLead`], [`Refusal::Closed`], [`Refusal::LinkedToItself`],
    /// [`Refusal::LinkedAlready`]; the database's errors.
    pub async fn link_cases(&self, acting: &Acting, case: Uuid, other: Uuid, kind: LinkKind) -> Result<Uuid, Error> {
        self.store
            .write(|unit: Unit| async move {
                let (one, _) = authority::leads(&unit, acting, case, unit.now(), Action::Link).await?;
                if case == other {
                    return Err(Refusal::LinkedToItself.into());
                }
                let another = authority::bears(&unit, acting, other, unit.now(), Action::Read).await?.case;
                let links = queries::links::of_case(&unit, case).await?;
                if links.iter().any(|link| link.kind == kind && (link.case == other || link.other == other)) {
                    return Err(Refusal::LinkedAlready { number: one.number, other: another.number }.into());
                }
                let id = queries::links::add(&unit, acting, (case, other), kind).await?;
                for linked in [&one, &another] {
                    unit.journal(entry(acting, "link", linked)?);
                }
                Ok(id)
            })
            .await
    }

    /// Ends a link of a case which the acting organ leads.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::NotLead`], [`Refusal::Closed`], [`Refusal::NotLinked`]; the database's errors.
    pub async fn unlink_cases(&self, acting: &Acting, case: Uuid, link: Uuid) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let (one, _) = authority::leads(&unit, acting, case, unit.now(), Action::Link).await?;
                let links = queries::links::of_case(&unit, case).await?;
                if !links.iter().any(|known| known.id == link) {
                    return Err(Refusal::NotLinked.into());
                }
                queries::links::end(&unit, acting, link).await?;
                unit.journal(entry(acting, "unlink", &one)?);
                Ok(())
            })
            .await
    }
}

fn entry(acting: &Acting, action: &'static str, case: &Case) -> Result<Entry, Error> {
    Ok(step::entry(acting, Word::of(action), case)?)
}
