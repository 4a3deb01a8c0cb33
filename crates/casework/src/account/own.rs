//! What a person does with the own account: password, second factor.

use storage::{Entry, Unit, View, Word};

use super::model::{Begun, Ended, Refusal, Signed, Whence, own_actor};
use super::secret::{self, Key, Token, recovery_hash};
use super::{factor, password, queries, rules, session_queries, sessions, signing_in};
use crate::{Error, House};

/// A second factor that is offered: shown once, and asked for as soon as a code of it was given.
#[derive(Clone)]
pub struct Proposed {
    /// The secret, in groups of four, for those who write it in.
    pub secret: String,
    /// The address that the picture holds.
    pub address: String,
}

impl std::fmt::Debug for Proposed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Proposed(***)")
    }
}

fn line(signed: &Signed, action: &'static str) -> Entry {
    Entry::new(&own_actor(signed.account.id), Word::of(action), Word::of("account"), signed.account.id)
}

impl House {
    /// Changes the own password. All sessions end, and a new one begins for this browser.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn change_password(
        &self,
        signed: &Signed,
        old: &str,
        new: &str,
        whence: &Whence,
    ) -> Result<Begun, Error> {
        let account = &signed.account;
        rules::password(new, &account.login, &account.name)?;
        signing_in::prove(self, account, old, whence).await?;
        let (hash, token) = (&password::hashed(new.to_owned()).await?, &Token::new()?);
        self.store
            .write(|unit: Unit| async move {
                let held = queries::by_id(&unit, account.id).await?.ok_or(Refusal::NotSignedIn)?;
                queries::set_password(&unit, &held, hash).await?;
                let post = signed.acting.as_ref().map(|acting| acting.post());
                self.renew(&unit, signed, token, post, whence, Ended::Password).await?;
                self.end_others(&unit, signed, token, Ended::Password).await?;
                unit.journal(line(signed, "change-password").version(held.version + 1));
                Ok(sessions::begun(signed, token))
            })
            .await
    }

    /// Offers a second factor. What is shown here is shown once; asked again, another is offered.
    ///
    /// # Errors
    /// [`Refusal::NoKey`], [`Refusal::HasSecondFactor`]; the database's.
    pub async fn propose_second_factor(&self, key: Option<&Key>, signed: &Signed) -> Result<Proposed, Error> {
        let account = signed.account.id;
        let secret = secret::factor()?;
        let sealed = &key.ok_or(Refusal::NoKey)?.seal(&signing_in::purpose(account), &secret)?;
        self.store
            .write(|unit: Unit| async move {
                let held = queries::by_id(&unit, account).await?.ok_or(Refusal::NotSignedIn)?;
                if held.account.second_factor {
                    return Err(Refusal::HasSecondFactor.into());
                }
                queries::set_factor(&unit, &held, Some(sealed)).await?;
                unit.journal(line(signed, "propose-second-factor").version(held.version + 1));
                Ok::<_, Error>(())
            })
            .await?;
        Ok(Proposed { secret: factor::shown(&secret), address: factor::address(&secret, &signed.account.login) })
    }

    /// Proves the offered second factor with a code of it: from now on it is asked for. Gives the recovery codes, which are
    /// shown this once. All other sessions end.
    ///
    /// # Errors
    /// [`Refusal::CodeNotRight`], [`Refusal::NoSecondFactor`], [`Refusal::HasSecondFactor`], [`Refusal::NoKey`]; the
    /// database's.
    pub async fn prove_second_factor(
        &self,
        key: Option<&Key>,
        signed: &Signed,
        code: &str,
        whence: &Whence,
    ) -> Result<(Begun, Vec<String>), Error> {
        let account = signed.account.id;
        let (codes, token) = (&secret::recovery_codes()?, &Token::new()?);
        let begun = self
            .store
            .write(|unit: Unit| async move {
                let held = queries::by_id(&unit, account).await?.ok_or(Refusal::NotSignedIn)?;
                if held.account.second_factor {
                    return Err(Refusal::HasSecondFactor.into());
                }
                let sealed = held.factor.as_ref().ok_or(Refusal::NoSecondFactor)?;
                let secret = signing_in::open_factor(key, account, sealed)?;
                let step = factor::step_of(&secret, code, unit.now(), None).ok_or(Refusal::CodeNotRight)?;
                queries::prove_factor(&unit, &held, step).await?;
                queries::end_recovery(&unit, account).await?;
                for code in codes {
                    queries::add_recovery(&unit, account, recovery_hash(account, code)).await?;
                }
                let post = signed.acting.as_ref().map(|acting| acting.post());
                self.renew(&unit, signed, token, post, whence, Ended::SecondFactor).await?;
                self.end_others(&unit, signed, token, Ended::SecondFactor).await?;
                unit.journal(line(signed, "add-second-factor").version(held.version + 1));
                Ok::<_, Error>(sessions::begun(signed, token))
            })
            .await?;
        Ok((begun, codes.clone()))
    }

    /// Takes the own second factor away; the password is asked for once more.
    ///
    /// # Errors
    /// [`Refusal::NotRight`], [`Refusal::Wait`], [`Refusal::NoSecondFactor`]; the database's.
    pub async fn remove_second_factor(&self, signed: &Signed, given: &str, whence: &Whence) -> Result<(), Error> {
        signing_in::prove(self, &signed.account, given, whence).await?;
        let account = signed.account.id;
        self.store
            .write(|unit: Unit| async move {
                let held = queries::by_id(&unit, account).await?.ok_or(Refusal::NotSignedIn)?;
                if !held.account.second_factor {
                    return Err(Refusal::NoSecondFactor.into());
                }
                queries::set_factor(&unit, &held, None).await?;
                queries::end_recovery(&unit, account).await?;
                unit.journal(line(signed, "remove-second-factor").version(held.version + 1));
                Ok(())
            })
            .await
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// The database's.
    pub async fn recovery_codes_left(&self, signed: &Signed) -> Result<i64, Error> {
        let account = signed.account.id;
        self.store.read(|view: View| async move { Ok(queries::recovery_left(&view, account).await?) }).await
    }

    /// Ends all sessions of the account but the one of this token.
    async fn end_others(&self, unit: &Unit, signed: &Signed, but: &Token, why: Ended) -> Result<(), Error> {
        Ok(session_queries::end_others(unit, signed.account.id, but.hash(), why).await?)
    }
}
