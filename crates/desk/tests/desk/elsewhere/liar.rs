//! A provider that lies in whatever it is told to lie in.

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use ring::{hmac, rand};
use serde_json::{Value, json};

use super::real_provider::{SECRET, SECRET_FILE};

/// How what it says is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// With its own key.
    Well,
    /// With another key, under the name of its own.
    ByAnother,
    /// With the secret that it shares with us.
    WithSecret,
    /// Not at all, and says so.
    Not,
}

struct Says {
    issuer: String,
    own: EcdsaKeyPair,
    other: EcdsaKeyPair,
    next: Mutex<(Value, Signed)>,
    asked: Mutex<Vec<String>>,
}

/// The provider.
pub struct Liar {
    pub issuer: String,
    says: Arc<Says>,
}

fn key() -> EcdsaKeyPair {
    let chance = SystemRandom::new();
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).expect("a key");
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &chance).expect("a key")
}

impl Liar {
    /// Starts one on a port of this machine.
    pub async fn start() -> Self {
        drop(rustls::crypto::ring::default_provider().install_default());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let says = Arc::new(Says {
            issuer: issuer.clone(),
            own: key(),
            other: key(),
            next: Mutex::new((json!({}), Signed::Well)),
            asked: Mutex::default(),
        });
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(Arc::clone(&says));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { issuer, says }
    }

    /// What stands in the file of providers about it.
    pub fn settings(&self, id: &str) -> String {
        format!(
            "[[provider]]\nid = \"{id}\"\nname = \"Liar\"\nissuer = \"{}\"\nclient_id = \"kotopolku\"\n\
            client_secret_file = \"{}\"\n",
            self.issuer,
            SECRET_FILE.display()
        )
    }

    /// What it signs next.
    pub fn will_say(&self, claims: Value, signed: Signed) {
        *self.says.next.lock().expect("a lock") = (claims, signed);
    }

    /// What was sent to fetch a token, each time.
    pub fn asked(&self) -> Vec<String> {
        self.says.asked.lock().expect("a lock").clone()
    }
}

async fn metadata(State(says): State<Arc<Says>>) -> Json<Value> {
    let at = |path: &str| format!("{}{path}", says.issuer);
    Json(json!({
        "issuer": says.issuer, "authorization_endpoint": at("/auth"), "token_endpoint": at("/token"),
        "jwks_uri": at("/keys"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
        "authorization_response_iss_parameter_supported": true,
    }))
}

async fn keys(State(says): State<Arc<Says>>) -> Json<Value> {
    let point = says.own.public_key().as_ref();
    let (x, y) = (BASE64URL_NOPAD.encode(&point[1..33]), BASE64URL_NOPAD.encode(&point[33..]));
    Json(json!({ "keys": [
        { "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "own", "x": x, "y": y }
    ] }))
}

async fn token(State(says): State<Arc<Says>>, form: String) -> Json<Value> {
    says.asked.lock().expect("a lock").push(form);
    let (claims, signed) = says.next.lock().expect("a lock").clone();
    let head = match signed {
        Signed::Well | Signed::ByAnother => json!({ "alg": "ES256", "kid": "own" }),
        Signed::WithSecret => json!({ "alg": "HS256" }),
        Signed::Not => json!({ "alg": "none" }),
    };
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    let text = format!("{}.{}", part(&head), part(&claims));
    let chance: &dyn rand::SecureRandom = &SystemRandom::new();
    let by = |key: &EcdsaKeyPair| key.sign(chance, text.as_bytes()).expect("signed").as_ref().to_vec();
    let seal = match signed {
        Signed::Well => by(&says.own),
        Signed::ByAnother => by(&says.other),
        Signed::WithSecret => {
            hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes()), text.as_bytes()).as_ref().to_vec()
        }
        Signed::Not => Vec::new(),
    };
    let token = format!("{text}.{}", BASE64URL_NOPAD.encode(&seal));
    Json(json!({ "access_token": "for nothing", "token_type": "Bearer", "expires_in": 60, "id_token": token }))
}
