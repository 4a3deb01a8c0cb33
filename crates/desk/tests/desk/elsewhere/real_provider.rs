//! npm's `oidc-provider`, which `scripts/install oidc` brings, started on a port of this machine.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};

pub const SECRET: &str = "a secret: with % and +";

/// Written once: tests run beside each other.
pub static SECRET_FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let path = std::env::temp_dir().join(format!("kotopolku-desk-secret-{}", std::process::id()));
    std::fs::write(&path, SECRET).expect("a file");
    path
});

/// The provider, ended with the test.
pub struct RealProvider {
    child: Child,
    pub issuer: String,
    line: reqwest::Client,
}

impl Drop for RealProvider {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn library() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(std::env::var_os("HOME").expect("a home")).join(".cache"));
    cache.join("kotopolku/oidc-provider/node_modules/oidc-provider/lib/index.js")
}

impl RealProvider {
    /// Starts one that knows us under these words.
    pub async fn start(ids: &[&str]) -> Self {
        drop(rustls::crypto::ring::default_provider().install_default());
        let library = library();
        assert!(
            library.is_file(),
            "`scripts/install oidc` brings the provider that this test asks: {}",
            library.display()
        );
        let client = |id: &&str| {
            serde_json::json!({
                "client_id": format!("kotopolku-{id}"),
                "client_secret": SECRET,
                "redirect_uris": [format!("https://desk.example/sign-in/elsewhere/{id}")],
                "post_logout_redirect_uris": ["https://desk.example/sign-in?out=1"],
                "id_token_signed_response_alg": if *id == "curve" { "ES256" } else { "RS256" },
            })
        };
        let clients: Vec<_> = ids.iter().map(client).collect();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/desk/elsewhere/provider.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg(library)
            .arg(serde_json::Value::from(clients).to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node, which `scripts/install oidc` brings");
        let mut port = String::new();
        let told = child.stdout.take().expect("its output");
        BufReader::new(told).read_line(&mut port).expect("its port");
        let issuer = format!("http://127.0.0.1:{}", port.trim());
        assert!(!port.trim().is_empty(), "the provider did not start");
        let line = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a line");
        Self { child, issuer, line }
    }

    /// What stands in the file of providers about it.
    pub fn settings(&self, id: &str, more: &str) -> String {
        format!(
            "[[provider]]\nid = \"{id}\"\nname = {{ sv = \"Hembygdens inloggning\", fi = \"Kotiseudun kirjautuminen\" }}\n\
            issuer = \"{}\"\nclient_id = \"kotopolku-{id}\"\nclient_secret_file = \"{}\"\n{more}\n",
            self.issuer,
            SECRET_FILE.display()
        )
    }

    /// From now on it signs with other keys, and does not know the old.
    pub async fn take_new_keys(&self) {
        self.line.post(format!("{}/new-keys", self.issuer)).send().await.expect("new keys");
    }

    /// The way of a browser through the provider, from the address that it was led to, to the address that it is sent back
    /// to. Without a person, whoever stands there goes back.
    pub async fn visit(&self, from: &str, person: &str, acr: &str) -> String {
        let mut cookies: BTreeMap<String, String> = BTreeMap::new();
        let mut at = from.to_owned();
        for _ in 0..10 {
            let held: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let mut request = self.line.get(&at).header(COOKIE, held.join("; "));
            for (name, value) in [("x-person", person), ("x-acr", acr)] {
                if !value.is_empty() {
                    request = request.header(name, value);
                }
            }
            let answer = request.send().await.expect("an answer");
            for set in answer.headers().get_all(SET_COOKIE) {
                let pair = set.to_str().expect("text").split(';').next().unwrap_or_default();
                let (name, value) = pair.split_once('=').expect("a cookie");
                cookies.insert(name.to_owned(), value.to_owned());
            }
            let status = answer.status();
            let Some(to) = answer.headers().get(LOCATION) else {
                panic!("{status} at {at}: {}", answer.text().await.unwrap_or_default());
            };
            let to = to.to_str().expect("text").to_owned();
            if to.starts_with("https://desk.example/") {
                return to;
            }
            at = if to.starts_with('/') { format!("{}{to}", self.issuer) } else { to };
        }
        panic!("it leads in a circle: {at}");
    }

    /// The status of a page of the provider.
    pub async fn status(&self, address: &str) -> u16 {
        self.line.get(address).send().await.expect("an answer").status().as_u16()
    }
}
