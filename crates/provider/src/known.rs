//! What a provider says of itself, and its keys.

use std::time::{Duration, Instant};

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreErrorResponseType,
    CoreGenderClaim, CoreGrantType, CoreJsonWebKey, CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, DiscoveryError, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IdTokenFields, IssuerUrl, ProviderMetadata, StandardErrorResponse, StandardTokenResponse,
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::Fault;
use crate::check::Beside;
use crate::line::{Broken, Line};
use crate::settings::is_safe;

/// For so long a provider's keys and addresses are taken as they were.
const KEPT: Duration = Duration::from_mins(10);
/// For so long a provider that did not answer is not asked again: who waits behind others is told at once.
const SILENT_FOR: Duration = Duration::from_secs(5);

/// What is read beside what the library reads.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct BesideMetadata {
    /// Whether it says in its answers who it is (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
    /// Where one signs out there.
    #[serde(default)]
    pub end_session_endpoint: Option<String>,
}

impl AdditionalProviderMetadata for BesideMetadata {}

pub(crate) type Metadata = ProviderMetadata<
    BesideMetadata,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type Fields = IdTokenFields<
    Beside,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

pub(crate) type Tokens = StandardTokenResponse<Fields, CoreTokenType>;

pub(crate) type Client = openidconnect::Client<
    Beside,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What a provider says of itself, looked through.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub metadata: Metadata,
    pub way: AuthType,
}

#[derive(Debug)]
struct Kept {
    known: Result<Known, Fault>,
    at: Instant,
}

/// What is kept of one provider.
#[derive(Debug, Default)]
pub(crate) struct Memory(Mutex<Option<Kept>>);

impl Memory {
    /// What it says of itself: as it was, when that is not long ago; else asked anew, once for all who wait.
    pub async fn known(&self, line: &Line, issuer: &str) -> Result<Known, Fault> {
        let mut kept = self.0.lock().await;
        if let Some(kept) = kept.as_ref() {
            let lasts = if kept.known.is_ok() { KEPT } else { SILENT_FOR };
            if kept.at.elapsed() < lasts {
                return kept.known.clone();
            }
        }
        let known = ask(line, issuer).await;
        *kept = Some(Kept { known: known.clone(), at: Instant::now() });
        known
    }

    /// Its keys, asked anew: it signed with one that was not known.
    pub async fn anew(&self, line: &Line, known: &Known) -> Result<Known, Fault> {
        let mut kept = self.0.lock().await;
        let keys = CoreJsonWebKeySet::fetch_async(known.metadata.jwks_uri(), line).await.map_err(silent)?;
        let known = Known { metadata: known.metadata.clone().set_jwks(keys), way: known.way.clone() };
        let at = kept.as_ref().map_or_else(Instant::now, |kept| kept.at);
        *kept = Some(Kept { known: Ok(known.clone()), at });
        Ok(known)
    }
}

async fn ask(line: &Line, issuer: &str) -> Result<Known, Fault> {
    let issuer = IssuerUrl::new(issuer.to_owned()).map_err(|_| Fault::Unusable("its issuer".to_owned()))?;
    let metadata = Metadata::discover_async(issuer, line).await.map_err(silent)?;
    looked_through(metadata)
}

fn silent(fault: DiscoveryError<Broken>) -> Fault {
    match fault {
        DiscoveryError::Request(broken) => Fault::Silent(broken.to_string()),
        DiscoveryError::Response(status, ..) => Fault::Silent(format!("status {status}")),
        DiscoveryError::Validation(why) => Fault::Unusable(why),
        DiscoveryError::Parse(why) => Fault::Unusable(why.to_string()),
        other => Fault::Unusable(other.to_string()),
    }
}

fn looked_through(metadata: Metadata) -> Result<Known, Fault> {
    let unusable = |what: &str| Err(Fault::Unusable(what.to_owned()));
    let Some(token) = metadata.token_endpoint() else { return unusable("it names no token endpoint") };
    let addresses = [
        Some(metadata.authorization_endpoint().as_str()),
        Some(token.as_str()),
        Some(metadata.jwks_uri().as_str()),
        metadata.additional_metadata().end_session_endpoint.as_deref(),
    ];
    if !addresses.into_iter().flatten().all(is_safe) {
        return unusable("one of its addresses does not begin with https://");
    }
    let way = match metadata.token_endpoint_auth_methods_supported() {
        None => AuthType::BasicAuth,
        Some(ways) if ways.contains(&CoreClientAuthMethod::ClientSecretBasic) => AuthType::BasicAuth,
        Some(ways) if ways.contains(&CoreClientAuthMethod::ClientSecretPost) => AuthType::RequestBody,
        Some(ways) if ways.iter().any(|way| matches!(way, CoreClientAuthMethod::None)) => AuthType::RequestBody,
        Some(_) => return unusable("none of its ways for clients to prove themselves is known here"),
    };
    Ok(Known { metadata, way })
}
