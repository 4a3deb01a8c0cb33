//! Reading, renewing and ending sessions.

use jiff::Timestamp;
use storage::{Entry, Unit, View, Word};
use uuid::Uuid;

use super::model::{Begun, Ended, Refusal, SessionShown, Signed, Whence, own_actor};
use super::secret::Token;
use super::{queries, rules, session_queries};
use crate::draft::Writer;
use crate::post::Acting;
use crate::{Error, House};

/// So long after its last use the token of a session that ended by time still tells whose a form was: a weekend and a day.
const LATE_AT_MOST: jiff::SignedDuration = jiff::SignedDuration::from_hours(24 * 4);

impl House {
    /// Who shows this token: none when its session has ended, was not used for long, or waits for a second factor. That it
    /// was used is noted at most once a minute.
    ///
    /// # Errors
    /// The database's.
    pub async fn signed(&self, token: &Token) -> Result<Option<Signed>, Error> {
        let now = self.store.now();
        let hash = &token.hash();
        let found = self
            .store
            .read(|view: View| async move {
                let Some((kept, held)) = session_queries::open(&view, hash.clone()).await? else { return Ok(None) };
                if !kept.whole || !rules::goes_on(kept.used_at, kept.session.ends_at, now) {
                    return Ok(None);
                }
                let posts = queries::offered(&view, kept.account, self.day(now)).await?;
                Ok::<_, Error>(Some((kept, held, posts)))
            })
            .await?;
        let Some((kept, held, posts)) = found else { return Ok(None) };
        if now.duration_since(kept.used_at) >= rules::NOTED_EVERY {
            let id = kept.session.id;
            self.store.write(|unit: Unit| async move { session_queries::used(&unit, id).await }).await?;
        }
        let mut account = held.account;
        account.posts = posts.iter().map(|(offered, _)| offered.post.clone()).collect();
        let chosen = kept.post.and_then(|post| posts.iter().find(|(offered, _)| offered.post == post));
        let acting = chosen
            .map(|(offered, function)| {
                let actor =
                    storage::Actor { post: Word::new(offered.post.clone())?, organ: Word::new(offered.organ.clone())? };
                Ok::<_, storage::Error>(Acting::of(actor, function.clone()))
            })
            .transpose()?;
        let posts = posts.into_iter().map(|(offered, _)| offered).collect();
        Ok(Some(Signed { account, acting, session: kept.session, posts }))
    }

    /// Whether this token's session waits for its second factor.
    ///
    /// # Errors
    /// The database's.
    pub async fn awaits_second_factor(&self, token: &Token) -> Result<bool, Error> {
        let (now, hash) = (self.store.now(), &token.hash());
        let found =
            self.store.read(|view: View| async move { session_queries::open(&view, hash.clone()).await }).await?;
        Ok(found.is_some_and(|(kept, _)| !kept.whole && rules::goes_on(kept.used_at, kept.session.ends_at, now)))
    }

    /// Goes on as another of the account's posts, under a new token. The end of the session stays where it was.
    ///
    /// # Errors
    /// [`Refusal::NotSignedIn`], [`Refusal::NotItsPost`]; the database's.
    pub async fn act_as(&self, signed: &Signed, post: &str, whence: &Whence) -> Result<Begun, Error> {
        let today = self.day(self.store.now());
        let account = signed.account.id;
        let token = &Token::new()?;
        self.store
            .write(|unit: Unit| async move {
                let posts = queries::offered(&unit, account, today).await?;
                if !posts.iter().any(|(offered, _)| offered.post == post) {
                    return Err(Refusal::NotItsPost(post.to_owned()).into());
                }
                self.renew(&unit, signed, token, Some(post), whence, Ended::Renewed).await?;
                let entry = Entry::new(&own_actor(account), Word::of("act-as"), Word::of("account"), account);
                unit.journal(entry.ground(Word::new(post)?));
                Ok(begun(signed, token))
            })
            .await
    }

    /// Ends this session and begins one in its place, within a unit of work.
    pub(super) async fn renew(
        &self,
        unit: &Unit,
        signed: &Signed,
        token: &Token,
        post: Option<&str>,
        whence: &Whence,
        why: Ended,
    ) -> Result<(), Error> {
        let (account, ends_at) = (signed.account.id, signed.session.ends_at);
        if unit.now() >= ends_at || !session_queries::end(unit, account, signed.session.id, why).await? {
            return Err(Refusal::NotSignedIn.into());
        }
        let (id, hash) = (unit.new_id(), token.hash());
        let new = session_queries::New { id, hash, account, post, whole: true, ends_at, whence };
        Ok(session_queries::begin(unit, new).await?)
    }

    /// Whose session this token was, when it ended by time and nothing else, and not long ago: so that what comes after it is
    /// kept as a draft. It lets nobody read or do anything.
    ///
    /// # Errors
    /// The database's.
    pub async fn lapsed(&self, token: &Token) -> Result<Option<Writer>, Error> {
        let (now, hash) = (self.store.now(), &token.hash());
        let found =
            self.store.read(|view: View| async move { session_queries::open(&view, hash.clone()).await }).await?;
        let Some((kept, _)) = found.filter(|(kept, _)| kept.whole) else { return Ok(None) };
        let Some(post) = kept.post.filter(|_| now.duration_since(kept.used_at) <= LATE_AT_MOST) else {
            return Ok(None);
        };
        match self.acting(&post).await {
            Ok(acting) => Ok(Some(Writer { account: kept.account, acting })),
            Err(Error::Refused(_)) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// Signs out. A token whose session has ended already is no fault.
    ///
    /// # Errors
    /// The database's.
    pub async fn sign_out(&self, token: &Token) -> Result<(), Error> {
        let hash = &token.hash();
        self.store
            .write(|unit: Unit| async move {
                let Some((kept, _)) = session_queries::open(&unit, hash.clone()).await? else { return Ok(()) };
                session_queries::end(&unit, kept.account, kept.session.id, Ended::SignedOut).await?;
                let entry =
                    Entry::new(&own_actor(kept.account), Word::of("sign-out"), Word::of("account"), kept.account);
                unit.journal(entry);
                Ok(())
            })
            .await
    }

    /// The account's own sessions that go on, the one used last first.
    ///
    /// # Errors
    /// The database's.
    pub async fn own_sessions(&self, signed: &Signed) -> Result<Vec<SessionShown>, Error> {
        let account = signed.account.id;
        let after = self.store.now().checked_sub(rules::IDLE).unwrap_or(Timestamp::MIN);
        self.store.read(|view: View| async move { Ok(session_queries::list(&view, account, after).await?) }).await
    }

    /// Ends one of the account's own sessions.
    ///
    /// # Errors
    /// [`Refusal::NotSignedIn`] when there is no such session, or it is another's; the database's.
    pub async fn end_own_session(&self, signed: &Signed, session: Uuid) -> Result<(), Error> {
        let account = signed.account.id;
        self.store
            .write(|unit: Unit| async move {
                if !session_queries::end(&unit, account, session, Ended::ByOwner).await? {
                    return Err(Refusal::NotSignedIn.into());
                }
                unit.journal(Entry::new(&own_actor(account), Word::of("end-session"), Word::of("account"), account));
                Ok(())
            })
            .await
    }
}

/// What is handed out of a session that stands in another's place.
pub(super) fn begun(signed: &Signed, token: &Token) -> Begun {
    Begun {
        session: signed.session.id,
        account: signed.account.id,
        language: signed.account.language.clone(),
        token: token.clone(),
        browser: None,
    }
}
