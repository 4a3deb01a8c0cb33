//! What the operator does: making accounts, giving them posts, closing them.

use storage::{Entry, Unit, View, Word};
use uuid::Uuid;

use super::in_demonstration::in_earnest;
use super::model::{Account, Ended, NewAccount, Refusal};
use super::queries::Held;
use super::{password, queries, rules, session_queries};
use crate::post::{self, Acting};
use crate::{Error, House, client};

/// The languages that an account may read: those that the pages speak.
const LANGUAGES: [&str; 3] = ["sv", "fi", "en"];
/// The most characters of a name.
const LONGEST_NAME: usize = 120;

pub(super) fn operator_only(acting: &Acting) -> Result<(), Refusal> {
    if acting.is_operator() { Ok(()) } else { Err(Refusal::OperatorOnly) }
}

pub(super) fn line(acting: &Acting, action: &'static str, account: Uuid) -> Entry {
    Entry::new(&acting.actor, Word::of(action), Word::of("account"), account)
}

/// The account of a name, when it is not closed.
pub(super) async fn open(view: &View, login: &str) -> Result<Held, Error> {
    let held = known(view, login).await?;
    match held.account.closed_at {
        None => Ok(held),
        Some(at) => Err(Refusal::Closed { login: held.account.login, at }.into()),
    }
}

/// The account of a name, closed or not.
pub(super) async fn known(view: &View, login: &str) -> Result<Held, Error> {
    let unknown = || Refusal::Unknown(login.to_owned());
    let login = rules::login(login).map_err(|_| unknown())?;
    Ok(queries::by_login(view, &login).await?.ok_or_else(unknown)?)
}

impl House {
    /// Makes an account. It has no post and no password yet.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn add_account(&self, acting: &Acting, new: &NewAccount) -> Result<Account, Error> {
        operator_only(acting)?;
        let name = new.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(Refusal::NotAName.into());
        }
        if !LANGUAGES.contains(&new.language.as_str()) {
            return Err(Refusal::NotALanguage(new.language.clone()).into());
        }
        let new = &NewAccount { login: rules::login(&new.login)?, name, language: new.language.clone() };
        self.store
            .write(|unit: Unit| async move {
                in_earnest(&unit).await?;
                let id = unit.new_id();
                if !queries::add(&unit, id, new, acting.post()).await? {
                    return Err(Refusal::Taken(new.login.clone()).into());
                }
                unit.journal(line(acting, "add", id));
                let held = queries::by_id(&unit, id).await?.ok_or_else(|| Refusal::Unknown(new.login.clone()))?;
                Ok(held.account)
            })
            .await
    }

    /// All accounts, closed ones too.
    ///
    /// # Errors
    /// [`Refusal::OperatorOnly`]; the database's.
    pub async fn accounts(&self, acting: &Acting) -> Result<Vec<Account>, Error> {
        operator_only(acting)?;
        self.store.read(|view: View| async move { Ok(queries::all(&view).await?) }).await
    }

    /// Closes an account. Its sessions end in the same instant; it is never opened again.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn close_account(&self, acting: &Acting, login: &str) -> Result<(), Error> {
        operator_only(acting)?;
        self.store
            .write(|unit: Unit| async move {
                let held = open(&unit, login).await?;
                queries::close(&unit, &held, acting.post()).await?;
                unit.journal(line(acting, "close", held.account.id).version(held.version + 1));
                Ok(())
            })
            .await
    }

    /// Lets an account act as a post.
    ///
    /// # Errors
    /// [`Refusal`], [`post::Refusal`], when it cannot be; the database's errors.
    pub async fn give_post(&self, acting: &Acting, login: &str, post: &str) -> Result<(), Error> {
        operator_only(acting)?;
        self.store
            .write(|unit: Unit| async move {
                let held = open(&unit, login).await?;
                let unknown = || post::Refusal::Unknown(post.to_owned());
                let (found, _) = post::queries::one_with_version(&unit, post).await?.ok_or_else(unknown)?;
                if client::queries::one(&unit, post).await?.is_some() {
                    return Err(Refusal::OfAProgram(found.id).into());
                }
                if !queries::give_post(&unit, held.account.id, &found.id, acting.post()).await? {
                    return Err(Refusal::HasPost(found.id).into());
                }
                unit.journal(line(acting, "give-post", held.account.id).ground(Word::new(found.id)?));
                Ok(())
            })
            .await
    }

    /// An account may no longer act as a post; its sessions as that post end.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn take_post(&self, acting: &Acting, login: &str, post: &str) -> Result<(), Error> {
        operator_only(acting)?;
        self.store
            .write(|unit: Unit| async move {
                let held = open(&unit, login).await?;
                if !queries::take_post(&unit, held.account.id, post, acting.post()).await? {
                    return Err(Refusal::NotItsPost(post.to_owned()).into());
                }
                session_queries::end_of_post(&unit, held.account.id, post).await?;
                unit.journal(line(acting, "take-post", held.account.id).ground(Word::new(post)?));
                Ok(())
            })
            .await
    }

    /// Sets a password in the place of a forgotten one, or the first. All sessions of the account end.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn set_password(&self, acting: &Acting, login: &str, new: &str) -> Result<(), Error> {
        operator_only(acting)?;
        let held = self.store.read(|view: View| async move { open(&view, login).await }).await?;
        rules::password(new, &held.account.login, &held.account.name)?;
        self.store.read(|view: View| async move { in_earnest(&view).await }).await?;
        let hash = &password::hashed(new.to_owned()).await?;
        self.store
            .write(|unit: Unit| async move {
                let held = open(&unit, login).await?;
                queries::set_password(&unit, &held, hash).await?;
                session_queries::end_all(&unit, held.account.id, Ended::Password).await?;
                unit.journal(line(acting, "set-password", held.account.id).version(held.version + 1));
                Ok(())
            })
            .await
    }

    /// Takes the second factor away from somebody who has lost it. All sessions of the account end.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn reset_second_factor(&self, acting: &Acting, login: &str) -> Result<(), Error> {
        operator_only(acting)?;
        self.store
            .write(|unit: Unit| async move {
                let held = open(&unit, login).await?;
                if !held.account.second_factor {
                    return Err(Refusal::NoSecondFactor.into());
                }
                queries::set_factor(&unit, &held, None).await?;
                queries::end_recovery(&unit, held.account.id).await?;
                session_queries::end_all(&unit, held.account.id, Ended::SecondFactor).await?;
                unit.journal(line(acting, "reset-second-factor", held.account.id).version(held.version + 1));
                Ok(())
            })
            .await
    }

    /// Ends all sessions of an account; how many there were.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn end_sessions(&self, acting: &Acting, login: &str) -> Result<u64, Error> {
        operator_only(acting)?;
        self.store
            .write(|unit: Unit| async move {
                let held = open(&unit, login).await?;
                let ended = session_queries::end_all(&unit, held.account.id, Ended::ByOperator).await?;
                unit.journal(line(acting, "end-sessions", held.account.id));
                Ok(ended)
            })
            .await
    }
}
