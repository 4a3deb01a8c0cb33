//! One provider: asking it, and taking its answer.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;
use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::url::Url;
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthorizationCode, ClientId, ClientSecret, CsrfToken, LanguageTag, Nonce,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError,
};

use crate::answer::{Answer, Outcome};
use crate::check::{Distrust, told};
use crate::known::{Client, Known, Memory, Tokens};
use crate::line::Line;
use crate::{Fault, Settings};

/// What a provider says of who stands before it, when all is right with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who says it.
    pub issuer: String,
    /// Its name for them.
    pub subject: String,
    /// Whether it made sure in a way that was demanded of it.
    pub strong: bool,
}

/// What a question to a provider is made of. Each is used once.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// Goes there and comes back.
    pub state: &'a str,
    /// Stands in what it signs.
    pub nonce: &'a str,
    /// Its hash goes there; it itself is needed to fetch the token (PKCE).
    pub verifier: &'a str,
    /// The language of the page, as `sv`.
    pub language: &'a str,
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Question").field("language", &self.language).finish_non_exhaustive()
    }
}

/// A provider. Cloned freely.
#[derive(Debug, Clone)]
pub struct Provider {
    settings: Arc<Settings>,
    back: Arc<RedirectUrl>,
    line: Line,
    memory: Arc<Memory>,
}

impl Provider {
    /// One that sends browsers back to this address. Nothing is asked of it yet.
    ///
    /// # Errors
    /// [`Fault::Unusable`]: the address is none, or no line can be made.
    pub fn new(settings: Settings, back: &str) -> Result<Self, Fault> {
        let back = RedirectUrl::new(back.to_owned()).map_err(|_| Fault::Unusable(format!("the address {back}")))?;
        let line = Line::new().map_err(Fault::Unusable)?;
        Ok(Self { settings: Arc::new(settings), back: Arc::new(back), line, memory: Arc::default() })
    }

    /// What was said of it.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    async fn known(&self) -> Result<Known, Fault> {
        self.memory.known(&self.line, &self.settings.issuer).await
    }

    fn client(&self, known: &Known) -> Client {
        let secret = self.settings.secret.as_ref().map(|secret| ClientSecret::new(secret.reveal().to_owned()));
        let way = if secret.is_some() { known.way.clone() } else { AuthType::RequestBody };
        let id = ClientId::new(self.settings.client_id.clone());
        Client::from_provider_metadata(known.metadata.clone(), id, secret)
            .set_redirect_uri(self.back.as_ref().clone())
            .set_auth_type(way)
    }

    /// The address to which the browser goes to be asked who stands before it.
    ///
    /// # Errors
    /// [`Fault::Silent`], [`Fault::Unusable`].
    pub async fn ask(&self, question: Question<'_>) -> Result<String, Fault> {
        let known = self.known().await?;
        let client = self.client(&known);
        let (state, nonce) = (question.state.to_owned(), question.nonce.to_owned());
        let verifier = PkceCodeVerifier::new(question.verifier.to_owned());
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .add_ui_locale(LanguageTag::new(question.language.to_owned()));
        for acr in &self.settings.acr {
            request = request.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        if let Some(age) = self.settings.max_age {
            request = request.set_max_age(std::time::Duration::from_secs(age.into()));
        }
        Ok(request.url().0.to_string())
    }

    /// Takes an answer to a question that was asked: fetches the token, and checks it.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn take(&self, answer: &Answer, (nonce, verifier): (&str, &str), now: Timestamp) -> Result<Told, Fault> {
        let known = self.known().await?;
        match &answer.issuer {
            Some(issuer) if *issuer != self.settings.issuer => {
                return Err(Fault::Untrusted("another answers (iss)".to_owned()));
            }
            None if known.metadata.additional_metadata().authorization_response_iss_parameter_supported => {
                return Err(Fault::Untrusted("it does not say who answers (iss)".to_owned()));
            }
            _ => {}
        }
        let code = match &answer.outcome {
            Outcome::Code(code) => code.clone(),
            Outcome::No(no) => return Err(Fault::Declined(no.clone())),
        };
        let tokens = self.tokens(&known, code, verifier).await?;
        match told(&self.settings, &known, &tokens, nonce, now) {
            Ok(told) => Ok(told),
            // It signs with keys that it had not shown us when we asked: the newest are asked for, once.
            Err(Distrust { of_keys: true, .. }) => {
                let anew = self.memory.anew(&self.line, &known).await?;
                told(&self.settings, &anew, &tokens, nonce, now).map_err(|distrust| distrust.fault)
            }
            Err(distrust) => Err(distrust.fault),
        }
    }

    async fn tokens(&self, known: &Known, code: String, verifier: &str) -> Result<Tokens, Fault> {
        let client = self.client(known);
        let unusable = |_| Fault::Unusable("it names no token endpoint".to_owned());
        let request = client.exchange_code(AuthorizationCode::new(code)).map_err(unusable)?;
        let fetched = request
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()))
            .set_redirect_uri(Cow::Borrowed(self.back.as_ref()))
            .request_async(&self.line)
            .await;
        fetched.map_err(|fault| match fault {
            RequestTokenError::Request(broken) => Fault::Silent(broken.to_string()),
            // Only the word of RFC 6749: what stands beside it is the provider's own text.
            RequestTokenError::ServerResponse(said) => {
                Fault::Untrusted(format!("the code was refused: {}", said.error()))
            }
            RequestTokenError::Parse(why, _) => Fault::Untrusted(format!("its token cannot be read at {}", why.path())),
            RequestTokenError::Other(_) => Fault::Silent("no token".to_owned()),
        })
    }

    /// The address to which the browser goes to sign out there too, and from which it is sent on; none where the provider
    /// names none, or does not answer.
    pub async fn sign_out_address(&self, back: &str) -> Option<String> {
        let known = self.known().await.ok()?;
        let mut url = Url::parse(known.metadata.additional_metadata().end_session_endpoint.as_deref()?).ok()?;
        url.query_pairs_mut()
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("post_logout_redirect_uri", back);
        Some(url.into())
    }
}
