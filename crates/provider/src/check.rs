//! What is checked of the token that a provider signed. What the library checks: who signed it and with what, for whom it
//! is, when it ends, and that it answers our question. What it leaves to us stands here.

use chrono::{DateTime, TimeDelta, Utc};
use jiff::Timestamp;
use openidconnect::core::{CoreGenderClaim, CoreJsonWebKey, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, ClaimsVerificationError, ClientId, IdTokenClaims, IdTokenVerifier, Nonce,
    OAuth2TokenResponse as _, SignatureVerificationError, TokenResponse as _,
};
use serde::{Deserialize, Serialize};

use crate::known::{Known, Tokens};
use crate::provider::Told;
use crate::{Fault, Settings};

/// How far clocks may differ.
const SKEW: TimeDelta = TimeDelta::seconds(60);
/// A token was signed at most so long ago: it is fetched at once.
const FRESH: TimeDelta = TimeDelta::minutes(5);
/// The most characters of a subject.
const LONGEST_SUBJECT: usize = 255;

/// Nobody can sign with these but who has the provider's own key. HS256 and its like are not among them: their key is the
/// client's secret; nor is `none`.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The claims that the library does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Beside {
    /// Not to be used before.
    #[serde(default)]
    pub nbf: Option<i64>,
}

impl AdditionalClaims for Beside {}

type Claims = IdTokenClaims<Beside, CoreGenderClaim>;

/// Why a token is not taken, and whether newer keys could change that.
#[derive(Debug)]
pub(crate) struct Distrust {
    pub fault: Fault,
    pub of_keys: bool,
}

impl From<Fault> for Distrust {
    fn from(fault: Fault) -> Self {
        Self { fault, of_keys: false }
    }
}

fn untrusted(why: impl Into<String>) -> Distrust {
    Fault::Untrusted(why.into()).into()
}

impl From<ClaimsVerificationError> for Distrust {
    fn from(error: ClaimsVerificationError) -> Self {
        let of_keys = matches!(
            &error,
            ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey
                    | SignatureVerificationError::CryptoError(_)
                    | SignatureVerificationError::AmbiguousKeyId(_)
            )
        );
        let fault = match &error {
            ClaimsVerificationError::InvalidAuthContext(why) | ClaimsVerificationError::InvalidAuthTime(why) => {
                Fault::Weak(why.clone())
            }
            ClaimsVerificationError::SignatureVerification(why) => Fault::Untrusted(format!("its signature: {why}")),
            other => Fault::Untrusted(other.to_string()),
        };
        Self { fault, of_keys }
    }
}

/// What is left of a provider's tokens when all is right with them.
pub(crate) fn told(
    settings: &Settings,
    known: &Known,
    tokens: &Tokens,
    nonce: &str,
    now: Timestamp,
) -> Result<Told, Distrust> {
    let now = instant(now).ok_or_else(|| untrusted("the clock"))?;
    let token = tokens.id_token().ok_or_else(|| untrusted("it signed nothing"))?;
    let verifier = verifier(settings, known, now);
    let claims: &Claims = token.claims(&verifier, &Nonce::new(nonce.to_owned()))?;
    let client = ClientId::new(settings.client_id.clone());
    if claims.authorized_party().is_some_and(|party| *party != client) {
        return Err(untrusted("it was made for another (azp)"));
    }
    let not_before = claims.additional_claims().nbf.and_then(|second| DateTime::from_timestamp(second, 0));
    if not_before.is_some_and(|from| from > now + SKEW) {
        return Err(untrusted("it is not to be used yet (nbf)"));
    }
    if let Some(hash) = claims.access_token_hash() {
        let broken = |_| untrusted("its token of access (at_hash)");
        let key = token.signing_key(&verifier).map_err(broken)?;
        let algorithm = token.signing_alg().map_err(broken)?;
        let right = AccessTokenHash::from_token(tokens.access_token(), algorithm, key);
        if right.ok().as_ref() != Some(hash) {
            return Err(untrusted("its token of access (at_hash)"));
        }
    }
    let used = claims.auth_method_refs().map(Vec::as_slice).unwrap_or_default();
    if !settings.amr.is_empty() && !used.iter().any(|means| settings.amr.contains(means)) {
        return Err(Fault::Weak("amr".to_owned()).into());
    }
    let subject = claims.subject().as_str();
    if subject.is_empty() || subject.len() > LONGEST_SUBJECT || !subject.bytes().all(|byte| (32..127).contains(&byte)) {
        return Err(untrusted("its name for who stood before it"));
    }
    Ok(Told { issuer: claims.issuer().to_string(), subject: subject.to_owned(), strong: settings.is_strong() })
}

fn instant(at: Timestamp) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(at.as_second(), 0)
}

fn verifier<'a>(settings: &'a Settings, known: &Known, now: DateTime<Utc>) -> IdTokenVerifier<'a, CoreJsonWebKey> {
    let issued = move |at: DateTime<Utc>| {
        if at > now + SKEW {
            Err("it was signed in the future (iat)".to_owned())
        } else if at < now - FRESH - SKEW {
            Err("it was signed long ago (iat)".to_owned())
        } else {
            Ok(())
        }
    };
    let proved = move |at: Option<DateTime<Utc>>| match (settings.max_age, at) {
        (None, _) => Ok(()),
        (Some(_), None) => Err("it does not say when (auth_time)".to_owned()),
        (Some(age), Some(at)) if at < now - TimeDelta::seconds(i64::from(age)) - SKEW => {
            Err("too long ago (auth_time)".to_owned())
        }
        (Some(_), Some(at)) if at > now + SKEW => Err("in the future (auth_time)".to_owned()),
        (Some(_), Some(_)) => Ok(()),
    };
    let said = known.metadata.id_token_signing_alg_values_supported();
    let algorithms = ALGORITHMS.into_iter().filter(|algorithm| said.contains(algorithm));
    IdTokenVerifier::new_public_client(
        ClientId::new(settings.client_id.clone()),
        known.metadata.issuer().clone(),
        known.metadata.jwks().clone(),
    )
    .set_allowed_algs(algorithms)
    // What the library asks for the time is compared with the end.
    .set_time_fn(move || now - SKEW)
    .set_issue_time_verifier_fn(issued)
    .set_auth_time_verifier_fn(proved)
    .set_auth_context_verifier_fn(move |acr| {
        let fits = settings.acr.is_empty() || acr.is_some_and(|acr| settings.acr.contains(acr));
        if fits { Ok(()) } else { Err("acr".to_owned()) }
    })
}
