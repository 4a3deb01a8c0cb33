//! How a session begins: name and password, then the second factor where there is one.
//!
//! An attempt is counted before it is tried and forgotten when all of it was right, so that many at once do not outrun the
//! count. Counted together are the name from one network address, and everything from that address; never the name alone,
//! with which anybody could keep its owner out. A browser from which the account was signed in before has a count of its
//! own: who guesses from elsewhere, even from behind the same address, does not keep it waiting.

use jiff::{SignedDuration, Timestamp};
use storage::{Entry, Unit, Word};
use uuid::Uuid;

use super::model::{Account, Attempt, Begun, Ended, Refusal, SignedIn, Whence, nobody, own_actor};
use super::queries::Held;
use super::rules::{self, Place};
use super::secret::{Key, Token, hash, recovery_hash};
use super::{factor, password, queries, session_queries};
use crate::{Error, House};

/// Attempts older than this no longer count, and are taken away.
const KEPT: SignedDuration = SignedDuration::from_hours(25);

/// Where attempts are counted, by the hash under which the count stands.
pub(super) type Places = Vec<(Place, Vec<u8>)>;

/// Where an attempt with a name is counted.
async fn places(unit: &Unit, login: &str, account: Option<Uuid>, whence: &Whence) -> Result<Places, storage::Error> {
    if let (Some(account), Some(token)) = (account, &whence.known)
        && queries::knows_browser(unit, account, token.hash()).await?
    {
        let place = [login.as_bytes(), &token.hash()].concat();
        return Ok(vec![(Place::Browser, hash("attempts of a browser", &place))]);
    }
    let pair = format!("{login}\n{}", whence.network);
    Ok(vec![
        (Place::Pair, hash("attempts of a pair", pair.as_bytes())),
        (Place::Network, hash("attempts of a network", whence.network.as_bytes())),
    ])
}

/// Counts an attempt; refused while one of its places waits.
pub(super) async fn count(unit: &Unit, places: &Places) -> Result<(), Error> {
    let now = unit.now();
    let mut counts = Vec::with_capacity(places.len());
    for (place, key) in places {
        let (failures, last, wait) = queries::attempts(unit, key).await?.unwrap_or((0, now, now));
        if now < wait {
            return Err(Refusal::Wait { until: wait, time: wait.duration_since(now) }.into());
        }
        counts.push((*place, key, rules::remembered(failures, last, now).saturating_add(1)));
    }
    for (place, key, failures) in counts {
        let wait = now.checked_add(rules::wait_after(place, failures)).unwrap_or(now);
        queries::count_attempt(unit, key, failures, wait).await?;
    }
    queries::forget_old_attempts(unit, now.checked_sub(KEPT).unwrap_or(now)).await?;
    Ok(())
}

/// What was right is forgotten; of what comes from a network, only the one attempt.
async fn forget(unit: &Unit, places: &Places) -> Result<(), storage::Error> {
    for (place, key) in places {
        match place {
            Place::Network => {
                if let Some((failures, _, wait)) = queries::attempts(unit, key).await? {
                    queries::count_attempt(unit, key, failures.saturating_sub(1), wait.min(unit.now())).await?;
                }
            }
            _ => queries::forget_attempts(unit, key).await?,
        }
    }
    Ok(())
}

/// Whether the password of an account is this one, counted as an attempt to sign in; for what asks for it once more.
pub(super) async fn prove(house: &House, account: &Account, given: &str, whence: &Whence) -> Result<(), Error> {
    let (login, id) = (&account.login, account.id);
    let kept = house
        .store
        .write(|unit: Unit| async move {
            let places = places(&unit, login, Some(id), whence).await?;
            count(&unit, &places).await?;
            unit.journal(Entry::new(&own_actor(id), Word::of("prove"), Word::of("account"), id));
            Ok::<_, Error>(queries::by_id(&unit, id).await?.and_then(|held| held.password))
        })
        .await?;
    if !password::compare(given.to_owned(), kept).await?.right {
        return Err(Refusal::NotRight.into());
    }
    house
        .store
        .write(|unit: Unit| async move {
            let places = places(&unit, login, Some(id), whence).await?;
            forget(&unit, &places).await?;
            Ok(())
        })
        .await
}

impl House {
    /// Signs in with name and password.
    ///
    /// # Errors
    /// [`Refusal::NotRight`], and nothing more exact; [`Refusal::Wait`]; the database's.
    pub async fn sign_in(&self, attempt: &Attempt) -> Result<SignedIn, Error> {
        let whence = &attempt.whence;
        // What cannot be a name is treated as one that nobody has.
        let login = &rules::login(&attempt.login).unwrap_or_else(|_| "-".to_owned());
        let found = self
            .store
            .write(|unit: Unit| async move {
                let held = queries::by_login(&unit, login).await?;
                let places = places(&unit, login, held.as_ref().map(|held| held.account.id), whence).await?;
                count(&unit, &places).await?;
                Ok::<_, Error>(held)
            })
            .await?;
        let open = found.filter(|held| held.account.closed_at.is_none());
        let kept = open.as_ref().and_then(|held| held.password.clone());
        // A password longer than any that is kept is not hashed as it is: it would only be work.
        let given: String = attempt.password.chars().take(rules::LONGEST_PASSWORD + 1).collect();
        let compared = password::compare(given.clone(), kept).await?;
        let Some(held) = open.filter(|_| compared.right) else {
            self.refuse(login).await?;
            return Err(Refusal::NotRight.into());
        };
        let anew = if compared.weak { Some(password::hashed(given).await?) } else { None };
        let (held, anew, tokens) = (&held, &anew, &Tokens::new()?);
        self.store
            .write(|unit: Unit| async move {
                let now = queries::by_id(&unit, held.account.id).await?;
                let same = now.filter(|now| now.account.closed_at.is_none() && now.password == held.password);
                let mut held = same.ok_or(Refusal::NotRight)?;
                if let Some(hash) = anew {
                    queries::set_password(&unit, &held, hash).await?;
                    held.version += 1;
                }
                if held.account.second_factor {
                    return half(&unit, &held, whence, tokens, "give-password").await.map(SignedIn::Half);
                }
                let places = places(&unit, login, Some(held.account.id), whence).await?;
                forget(&unit, &places).await?;
                self.whole(&unit, &held, whence, tokens, "password").await.map(SignedIn::Whole)
            })
            .await
    }

    /// Completes the sign-in of a session that waits for its second factor: a code of the application, or a recovery code.
    ///
    /// # Errors
    /// [`Refusal::CodeNotRight`], [`Refusal::Wait`], [`Refusal::NotSignedIn`], [`Refusal::NoKey`]; the database's.
    pub async fn second_factor(
        &self,
        key: Option<&Key>,
        token: &Token,
        code: &str,
        whence: &Whence,
    ) -> Result<Begun, Error> {
        let tokens = &Tokens::new()?;
        self.store
            .write(|unit: Unit| async move {
                let found = session_queries::open(&unit, token.hash()).await?;
                let goes_on = |used: Timestamp, ends: Timestamp| rules::goes_on(used, ends, unit.now());
                let waiting = found.filter(|(kept, _)| !kept.whole && goes_on(kept.used_at, kept.session.ends_at));
                let (kept, held) = waiting.ok_or(Refusal::NotSignedIn)?;
                let account = held.account.id;
                let signing = places(&unit, &held.account.login, Some(account), whence).await?;
                let place = [account.as_bytes().as_slice(), whence.network.as_bytes()].concat();
                let mut codes = vec![(Place::Code, hash("attempts of codes", &place))];
                if signing.iter().any(|(place, _)| *place == Place::Browser) {
                    codes.clone_from(&signing);
                }
                count(&unit, &codes).await?;
                if !take(&unit, key, &held, code).await? {
                    let entry = Entry::new(&nobody(), Word::of("refuse-code"), Word::of("account"), account);
                    unit.journal(entry);
                    return Ok(None);
                }
                forget(&unit, &codes).await?;
                forget(&unit, &signing).await?;
                session_queries::end(&unit, account, kept.session.id, Ended::Renewed).await?;
                self.whole(&unit, &held, whence, tokens, "second-factor").await.map(Some)
            })
            .await?
            .ok_or_else(|| Refusal::CodeNotRight.into())
    }

    /// Says in the journal that somebody was not let in. The same is written whether there is such an account or not.
    async fn refuse(&self, login: &str) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let found = queries::by_login(&unit, login).await?;
                let subject = found.map_or(Word::of("unknown"), |held| Word::from(held.account.id));
                unit.journal(Entry::new(&nobody(), Word::of("refuse"), Word::of("account"), subject));
                Ok::<_, Error>(())
            })
            .await
    }

    /// Begins a session that can do what its account may. Where the account has one post today, it acts as that.
    pub(super) async fn whole(
        &self,
        unit: &Unit,
        held: &Held,
        whence: &Whence,
        tokens: &Tokens,
        by: &'static str,
    ) -> Result<Begun, Error> {
        let account = held.account.id;
        let posts = queries::offered(unit, account, self.day(unit.now())).await?;
        let post = if let [(one, _)] = posts.as_slice() { Some(one.post.as_str()) } else { None };
        let begun = begin(unit, held, whence, tokens, (post, true)).await?;
        let known = match &whence.known {
            Some(token) => queries::knows_browser(unit, account, token.hash()).await?,
            None => false,
        };
        if !known {
            queries::add_browser(unit, account, tokens.browser.hash()).await?;
        }
        let entry = Entry::new(&own_actor(account), Word::of("sign-in"), Word::of("account"), account);
        unit.journal(entry.ground(Word::of(by)));
        Ok(Begun { browser: (!known).then(|| tokens.browser.clone()), ..begun })
    }
}

/// What chance gives for a session, fetched before the unit of work, which may be done several times.
pub(super) struct Tokens {
    pub session: Token,
    pub browser: Token,
}

impl Tokens {
    pub(super) fn new() -> Result<Self, storage::Error> {
        Ok(Self { session: Token::new()?, browser: Token::new()? })
    }
}

/// Begins a session that can do nothing but give the second factor; `done` says in the journal what was right.
pub(super) async fn half(
    unit: &Unit,
    held: &Held,
    whence: &Whence,
    tokens: &Tokens,
    done: &'static str,
) -> Result<Begun, Error> {
    let begun = begin(unit, held, whence, tokens, (None, false)).await?;
    let account = held.account.id;
    unit.journal(Entry::new(&own_actor(account), Word::of(done), Word::of("account"), account));
    Ok(begun)
}

/// Begins a session as a post, whole or half.
pub(super) async fn begin(
    unit: &Unit,
    held: &Held,
    whence: &Whence,
    tokens: &Tokens,
    (post, whole): (Option<&str>, bool),
) -> Result<Begun, Error> {
    let lasts = if whole { rules::ABSOLUTE } else { rules::HALF };
    let (id, now) = (unit.new_id(), unit.now());
    let ends_at = now.checked_add(lasts).unwrap_or(Timestamp::MAX);
    let (account, hash) = (held.account.id, tokens.session.hash());
    session_queries::begin(unit, session_queries::New { id, hash, account, post, whole, ends_at, whence }).await?;
    let language = held.account.language.clone();
    Ok(Begun { session: id, account, language, token: tokens.session.clone(), browser: None })
}

/// Whether the code is right; it is taken, and not right a second time.
pub(super) async fn take(unit: &Unit, key: Option<&Key>, held: &Held, code: &str) -> Result<bool, Error> {
    let account = held.account.id;
    if code.chars().filter(char::is_ascii_alphanumeric).count() > 6 {
        return Ok(queries::use_recovery(unit, account, recovery_hash(account, code)).await?);
    }
    let Some(sealed) = &held.factor else { return Ok(false) };
    let secret = open_factor(key, account, sealed)?;
    match factor::step_of(&secret, code, unit.now(), held.step) {
        Some(step) => {
            queries::take_step(unit, held, step).await?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// What the sealing of a second factor is for: this account alone.
pub(super) fn purpose(account: Uuid) -> String {
    format!("second factor of {account}")
}

/// Opens the sealed secret of a second factor.
pub(super) fn open_factor(key: Option<&Key>, account: Uuid, sealed: &[u8]) -> Result<Vec<u8>, Refusal> {
    key.and_then(|key| key.open(&purpose(account), sealed)).ok_or(Refusal::NoKey)
}
