//! Signing in at an organisation's own provider: what was asked from which browser, which identity there is which account
//! here, and how a session begins on a provider's word.
//!
//! Nobody gets an account by having an identity elsewhere, and none is found by an address of mail: the operator says which
//! identity is whose. What is asked is answered once, within ten minutes, in the browser that asked. What the provider and
//! the browser are given is made of two tokens of chance, of which hashes stand here.

use data_encoding::BASE64URL_NOPAD;
use jiff::SignedDuration;
use storage::{Entry, Unit, View, Word};

use super::model::{Ended, Identity, Refusal, SignedIn, Whence, nobody};
use super::secret::{Token, hash};
use super::signing_in::Tokens;
use super::{elsewhere_queries, keeping, queries, rules, session_queries, signing_in};
use crate::post::Acting;
use crate::{Error, House};

/// What is asked is answered within so long.
pub const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_mins(10);
/// What was asked longer ago is taken away; an answer to it is as unknown as one to nothing.
const KEPT: SignedDuration = SignedDuration::from_hours(1);
/// So many unanswered questions from one network address at a time: an office in the morning, not a flood.
const MOST_ASKED: i64 = 300;
/// How long one waits after that.
const WAIT: SignedDuration = SignedDuration::from_mins(1);
/// The most characters of a subject, as OpenID Connect has it.
const LONGEST_SUBJECT: usize = 255;
/// The most characters of an issuer.
const LONGEST_ISSUER: usize = 500;

/// What a provider is asked with. All of it is secret until it is used, but for the nonce.
#[derive(Clone)]
pub struct Asked {
    /// Goes to the provider and comes back: which question is answered.
    pub state: Token,
    /// Stays in the browser that asks.
    pub browser: Token,
    /// Stands in what the provider signs.
    pub nonce: String,
    /// Proves to the provider that who asked is who fetches the answer (PKCE, RFC 7636).
    pub verifier: String,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asked(***)")
    }
}

/// What had been asked, when its answer came.
#[derive(Clone)]
pub struct Answered {
    /// What must stand in what the provider signed.
    pub nonce: String,
    /// What the answer is fetched with.
    pub verifier: String,
    /// The page to come to after signing in; nothing for the desk.
    pub next: String,
    /// The language of the page on which it was asked.
    pub language: String,
}

impl std::fmt::Debug for Answered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answered").field("language", &self.language).finish_non_exhaustive()
    }
}

/// What a provider says of who stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    /// The provider, by its issuer's address.
    pub issuer: String,
    /// Whom it knows, by its name for them.
    pub subject: String,
    /// Whether it made sure in the way that was demanded of it; else the second factor is asked for here.
    pub strong: bool,
}

/// What is made of the two tokens for one purpose: who has one of them, or the database, cannot make it.
fn made(purpose: &str, state: &Token, browser: &Token) -> String {
    BASE64URL_NOPAD.encode(&hash(purpose, &[state.hash(), browser.hash_for(purpose)].concat()))
}

fn nonce(state: &Token, browser: &Token) -> String {
    made("nonce elsewhere", state, browser)
}

fn verifier(state: &Token, browser: &Token) -> String {
    made("verifier elsewhere", state, browser)
}

impl House {
    /// Begins to ask a provider who stands before us. A browser that is asking already in another window keeps its mark, so
    /// that both windows go on.
    ///
    /// # Errors
    /// [`Refusal::Wait`] when too much is asked from there; the database's.
    pub async fn ask_elsewhere(
        &self,
        issuer: &str,
        (next, language): (&str, &str),
        whence: &Whence,
        browser: Option<Token>,
    ) -> Result<Asked, Error> {
        let state = &Token::new()?;
        let browser = &match browser {
            Some(shown) => shown,
            None => Token::new()?,
        };
        let network = &hash("asked elsewhere", whence.network.as_bytes());
        self.store
            .write(|unit: Unit| async move {
                let now = unit.now();
                let since = now.checked_sub(ANSWERED_WITHIN).unwrap_or(now);
                if elsewhere_queries::open_from(&unit, network, since).await? >= MOST_ASKED {
                    let until = now.checked_add(WAIT).unwrap_or(now);
                    return Err(Refusal::Wait { until, time: WAIT }.into());
                }
                elsewhere_queries::forget(&unit, now.checked_sub(KEPT).unwrap_or(now)).await?;
                let new = elsewhere_queries::New {
                    state: state.hash(),
                    browser: browser.hash(),
                    issuer,
                    network,
                    language,
                    next,
                };
                Ok::<_, Error>(elsewhere_queries::ask(&unit, new).await?)
            })
            .await?;
        let (nonce, verifier) = (nonce(state, browser), verifier(state, browser));
        Ok(Asked { state: state.clone(), browser: browser.clone(), nonce, verifier })
    }

    /// Takes an answer: once, from the browser that asked, from the provider that was asked, and not too late.
    ///
    /// # Errors
    /// [`Refusal::NotAsked`], and nothing more exact; the database's.
    pub async fn answered_elsewhere(
        &self,
        issuer: &str,
        state: &str,
        browser: Option<&Token>,
    ) -> Result<Answered, Error> {
        let state = &Token::read(state).ok_or(Refusal::NotAsked)?;
        let browser = browser.ok_or(Refusal::NotAsked)?;
        let asked = self
            .store
            .write(|unit: Unit| async move {
                let since = unit.now().checked_sub(ANSWERED_WITHIN).unwrap_or(unit.now());
                let place = (state.hash(), browser.hash(), issuer);
                Ok::<_, Error>(elsewhere_queries::answer(&unit, place, since).await?)
            })
            .await?;
        let (next, language) = asked.ok_or(Refusal::NotAsked)?;
        Ok(Answered { nonce: nonce(state, browser), verifier: verifier(state, browser), next, language })
    }

    /// Signs in the account that an identity at a provider is bound to, on the provider's word. Where the provider did not
    /// have to make sure, and the account has a second factor here, that is asked for.
    ///
    /// # Errors
    /// [`Refusal::NotBound`] when it is bound to none, or to a closed one; the database's.
    pub async fn sign_in_by_provider(&self, vouched: &Vouched, whence: &Whence) -> Result<SignedIn, Error> {
        let tokens = &Tokens::new()?;
        let begun = self
            .store
            .write(|unit: Unit| async move {
                let bound = elsewhere_queries::account_of(&unit, &vouched.issuer, &vouched.subject).await?;
                let held = match bound {
                    Some(id) => queries::by_id(&unit, id).await?.filter(|held| held.account.closed_at.is_none()),
                    None => None,
                };
                let Some(held) = held else {
                    unit.journal(Entry::new(&nobody(), Word::of("refuse"), Word::of("account"), Word::of("unbound")));
                    return Ok::<_, Error>(None);
                };
                if held.account.second_factor && !vouched.strong {
                    return signing_in::half(&unit, &held, whence, tokens, "vouch").await.map(SignedIn::Half).map(Some);
                }
                self.whole(&unit, &held, whence, tokens, "provider").await.map(SignedIn::Whole).map(Some)
            })
            .await?;
        begun.ok_or_else(|| Refusal::NotBound.into())
    }

    /// Says that an identity at a provider is this account's.
    ///
    /// # Errors
    /// [`Refusal::SubjectTaken`], [`Refusal::NotAnIdentity`], [`Refusal`]; the database's.
    pub async fn bind_identity(&self, acting: &Acting, login: &str, to: &Identity) -> Result<(), Error> {
        keeping::operator_only(acting)?;
        well_formed(to)?;
        self.store
            .write(|unit: Unit| async move {
                let held = keeping::open(&unit, login).await?;
                if !elsewhere_queries::bind(&unit, held.account.id, to, acting.post()).await? {
                    return Err(Refusal::SubjectTaken.into());
                }
                unit.journal(keeping::line(acting, "bind", held.account.id));
                Ok(())
            })
            .await
    }

    /// Says that an identity at a provider is this account's no longer. All sessions of the account end.
    ///
    /// # Errors
    /// [`Refusal::NotItsIdentity`], [`Refusal`]; the database's.
    pub async fn unbind_identity(&self, acting: &Acting, login: &str, from: &Identity) -> Result<(), Error> {
        keeping::operator_only(acting)?;
        self.store
            .write(|unit: Unit| async move {
                let held = keeping::known(&unit, login).await?;
                if !elsewhere_queries::unbind(&unit, held.account.id, from, acting.post()).await? {
                    return Err(Refusal::NotItsIdentity(held.account.login).into());
                }
                session_queries::end_all(&unit, held.account.id, Ended::Identity).await?;
                unit.journal(keeping::line(acting, "unbind", held.account.id));
                Ok(())
            })
            .await
    }

    /// The identities that are an account's now.
    ///
    /// # Errors
    /// [`Refusal::OperatorOnly`], [`Refusal::Unknown`]; the database's.
    pub async fn identities(&self, acting: &Acting, login: &str) -> Result<Vec<Identity>, Error> {
        keeping::operator_only(acting)?;
        self.store
            .read(|view: View| async move {
                let held = keeping::known(&view, login).await?;
                Ok(elsewhere_queries::of_account(&view, held.account.id).await?)
            })
            .await
    }
}

/// Whether this can be an identity: an address of https (of http only on this machine), and a name that can be printed.
fn well_formed(identity: &Identity) -> Result<(), Refusal> {
    let Identity { issuer, subject } = identity;
    let address = issuer.len() <= LONGEST_ISSUER
        && issuer.bytes().all(|byte| byte.is_ascii_graphic())
        && (issuer.starts_with("https://") || rules::on_this_machine(issuer));
    let name = (1..=LONGEST_SUBJECT).contains(&subject.len()) && subject.bytes().all(|byte| (32..127).contains(&byte));
    if address && name { Ok(()) } else { Err(Refusal::NotAnIdentity) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_with_differs_by_question_browser_and_purpose() {
        let (state, other, browser) = (Token::new().unwrap(), Token::new().unwrap(), Token::new().unwrap());
        let all = [
            nonce(&state, &browser),
            nonce(&other, &browser),
            nonce(&state, &other),
            verifier(&state, &browser),
            state.reveal(),
            browser.reveal(),
        ];
        for (at, one) in all.iter().enumerate() {
            assert_eq!(one.len(), 43, "as PKCE has it");
            assert!(!all[at + 1..].contains(one));
        }
    }

    #[test]
    fn an_identity_has_an_address_and_a_name() {
        let try_it = |issuer: &str, subject: &str| {
            well_formed(&Identity { issuer: issuer.to_owned(), subject: subject.to_owned() })
        };
        assert_eq!(try_it("https://login.example/x", "8f4-2|a b"), Ok(()));
        assert_eq!(try_it("http://127.0.0.1:3000", "a"), Ok(()));
        for (issuer, subject) in [
            ("http://login.example", "a"),
            ("http://127.0.0.1.evil.example", "a"),
            ("http://localhost:1@evil.example", "a"),
            ("login.example", "a"),
            ("https://login.example", ""),
            ("https://login.example", "a\nb"),
            ("https://login .example", "a"),
        ] {
            assert_eq!(try_it(issuer, subject), Err(Refusal::NotAnIdentity), "{issuer} {subject:?}");
        }
        assert_eq!(try_it("https://login.example", &"a".repeat(256)), Err(Refusal::NotAnIdentity));
    }
}
