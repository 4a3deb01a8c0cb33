//! Signing in to a demonstration: without a password, as whom one likes. Everybody there is invented. Where there is no mark
//! of a demonstration, this is refused before anything is looked up; and where there is one, no account in earnest is made.

use storage::{Entry, Unit, View, Word};

use super::model::{Begun, Refusal, Whence, own_actor};
use super::queries;
use super::signing_in::{Tokens, begin};
use crate::demonstration::{self, queries as marks};
use crate::{Error, House};

impl House {
    /// Signs in an account of a demonstration, as one of its posts that is in force today. The journal's line says that it
    /// was in a demonstration.
    ///
    /// # Errors
    /// [`demonstration::Refusal::None`] where the database is none, or its world is not whole; [`Refusal::NotItsPost`] when
    /// there is no such account, or it may not act as that post; the database's.
    pub async fn sign_in_to_demonstration(&self, login: &str, post: &str, whence: &Whence) -> Result<Begun, Error> {
        let tokens = &Tokens::new()?;
        self.store
            .write(|unit: Unit| async move {
                marks::mark(&unit).await?.filter(|mark| mark.whole).ok_or(demonstration::Refusal::None)?;
                let unknown = || Refusal::NotItsPost(post.to_owned());
                let held = queries::by_login(&unit, login).await?.filter(|held| held.account.closed_at.is_none());
                let held = held.ok_or_else(unknown)?;
                let account = held.account.id;
                let posts = queries::offered(&unit, account, self.day(unit.now())).await?;
                let (offered, _) = posts.iter().find(|(offered, _)| offered.post == post).ok_or_else(unknown)?;
                let begun = begin(&unit, &held, whence, tokens, (Some(&offered.post), true)).await?;
                let entry = Entry::new(&own_actor(account), Word::of("sign-in"), Word::of("account"), account);
                unit.journal(entry.ground(Word::of("demonstration")));
                Ok(begun)
            })
            .await
    }
}

/// Whether something can be done that gives an account to somebody who is not invented: not in a demonstration, where
/// whoever comes can act as everybody. While its world is made, its own accounts are.
///
/// # Errors
/// [`demonstration::Refusal::NotInEarnest`]; the database's.
pub(super) async fn in_earnest(view: &View) -> Result<(), Error> {
    match marks::mark(view).await? {
        Some(mark) if mark.whole => Err(demonstration::Refusal::NotInEarnest.into()),
        _ => Ok(()),
    }
}
