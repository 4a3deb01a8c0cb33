//! Making and ending clients, and letting them in.

use storage::{Entry, Unit, View, Word};

use super::model::{Client, Made, NewClient, Refusal};
use super::{queries, rules};
use crate::account::Token;
use crate::post::{self, Acting, NewPost};
use crate::{Error, House};

/// What the hash of a client's token is for, so that it cannot stand for a session's.
const PURPOSE: &str = "client";

impl Made {
    /// The token as the program sends it: `Authorization: Bearer …`.
    #[must_use]
    pub fn secret(&self) -> String {
        rules::write(&self.token)
    }
}

impl House {
    /// Makes a client, from today on, with its post.
    ///
    /// # Errors
    /// [`Refusal`], and [`post::Refusal`] about its post; the database's.
    pub async fn add_client(&self, acting: &Acting, new: &NewClient) -> Result<Made, Error> {
        if !acting.is_operator() {
            return Err(Refusal::OperatorOnly.into());
        }
        let mut duties = new.duties.clone();
        duties.sort();
        duties.dedup();
        if duties.is_empty() {
            return Err(Refusal::NoDuties.into());
        }
        if let Some(duty) = duties.iter().find(|duty| self.register.duty(duty).is_err()) {
            return Err(Refusal::UnknownDuty(duty.clone()).into());
        }
        let today = self.day(self.store.now());
        let until = rules::until(today, new.until)?;
        let post = NewPost {
            id: new.id.clone(),
            organ: new.organ.clone(),
            function: new.function.clone(),
            title: new.title.clone(),
            from: today,
            until: Some(until),
        };
        let word = post::sound(self, acting, &post)?;
        let token = Token::new()?;
        let (post, duties, word, hash) = (&post, &duties, &word, &token.hash_for(PURPOSE));
        let made = self
            .store
            .write(|unit: Unit| async move {
                if !post::queries::add(&unit, post).await? {
                    return Err(Error::from(post::Refusal::Taken(post.id.clone())));
                }
                let made = queries::add(&unit, &post.id, duties, hash.clone(), acting.post(), until).await?;
                unit.journal(Entry::new(&acting.actor, Word::of("add"), Word::of("client"), word.clone()));
                Ok(made)
            })
            .await?;
        let NewPost { id, organ, function, title, .. } = post.clone();
        let client = Client { id, organ, function, title, duties: duties.clone(), made, until, ended: None };
        Ok(Made { client, token })
    }

    /// All clients, those that have ended too.
    ///
    /// # Errors
    /// [`Refusal::OperatorOnly`]; the database's.
    pub async fn clients(&self, acting: &Acting) -> Result<Vec<Client>, Error> {
        if !acting.is_operator() {
            return Err(Refusal::OperatorOnly.into());
        }
        self.store.read(|view: View| async move { Ok(queries::all(&view).await?) }).await
    }

    /// Ends a client at once: its token lets nobody in any more.
    ///
    /// # Errors
    /// [`Refusal::OperatorOnly`], [`Refusal::Unknown`], [`Refusal::EndedAlready`]; the database's.
    pub async fn end_client(&self, acting: &Acting, client: &str) -> Result<Client, Error> {
        if !acting.is_operator() {
            return Err(Refusal::OperatorOnly.into());
        }
        let unknown = || Refusal::Unknown(client.to_owned());
        let word = &Word::new(client).map_err(|_| unknown())?;
        self.store
            .write(|unit: Unit| async move {
                let found = queries::one(&unit, client).await?.ok_or_else(unknown)?;
                if let Some(at) = found.ended {
                    return Err(Refusal::EndedAlready { client: found.id, at }.into());
                }
                queries::end(&unit, client, acting.post()).await?;
                unit.journal(Entry::new(&acting.actor, Word::of("end"), Word::of("client"), word.clone()));
                Ok(Client { ended: Some(unit.now()), ..found })
            })
            .await
    }

    /// As whom the program acts that shows this token, as [`Made::secret`] wrote it: its authority is what its organ's
    /// holdings give in cases of its duties. None: the token is none, or its client has ended.
    ///
    /// # Errors
    /// The database's.
    pub async fn acting_client(&self, secret: &str) -> Result<Option<Acting>, Error> {
        let Some(token) = rules::read(secret) else { return Ok(None) };
        let (hash, today) = (&token.hash_for(PURPOSE), self.day(self.store.now()));
        self.store
            .read(|view: View| async move {
                let Some(found) = queries::of_token(&view, hash.clone()).await? else { return Ok(None) };
                match post::in_force(&view, &found.id, today).await {
                    Ok(acting) => Ok(Some(acting)),
                    Err(Error::Refused(_)) => Ok(None),
                    Err(fault) => Err(fault),
                }
            })
            .await
    }
}
