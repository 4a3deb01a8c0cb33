//! The file that says which providers there are. It holds nothing secret: a secret stands in a file of its own, or in the
//! environment, and is named here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use openidconnect::url::Url;
use serde::Deserialize;

/// What a secret is shown as.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl Secret {
    /// As it was written, without the end of its line.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

/// What people call a provider: one name, or one in each language (`sv`, `fi`, `en`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Names {
    /// The same in all languages.
    One(String),
    /// By language.
    Each(BTreeMap<String, String>),
}

impl Names {
    /// The name in a language; where there is none, the first that there is.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        match self {
            Self::One(name) => name,
            Self::Each(names) => names.get(language).or_else(|| names.values().next()).map_or("", String::as_str),
        }
    }

    fn are_there(&self) -> bool {
        let fits = |name: &String| !name.trim().is_empty() && name.chars().count() <= 80;
        match self {
            Self::One(name) => fits(name),
            Self::Each(names) => !names.is_empty() && names.values().all(fits),
        }
    }
}

/// One provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Its word here, which stands in addresses: small letters, digits, hyphens.
    pub id: String,
    /// What people call it.
    pub name: Names,
    /// The address that it names itself with, to the letter.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// What we prove ourselves to it with; without it, PKCE alone does.
    pub secret: Option<Secret>,
    /// Ways of making sure of which it must have used one (`acr`); nothing: none is demanded.
    pub acr: Vec<String>,
    /// Means of which it must have used one (`amr`); nothing: none is demanded.
    pub amr: Vec<String>,
    /// How many seconds ago one may have proved oneself to it, at most.
    pub max_age: Option<u32>,
}

impl Settings {
    /// Whether the provider must make sure in a way that is demanded of it, so that no second factor is asked for here.
    #[must_use]
    pub fn is_strong(&self) -> bool {
        !self.acr.is_empty() || !self.amr.is_empty()
    }
}

/// All providers, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Providers(pub Vec<Settings>);

/// What is wrong with the file. The words are for whoever runs the program.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    /// The file cannot be read.
    #[error("{}: {why}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: std::io::Error,
    },
    /// It is not written as it must be.
    #[error("{0}")]
    Toml(String),
    /// A provider cannot be as it says.
    #[error("provider `{id}`: {why}")]
    Provider {
        /// Which.
        id: String,
        /// Why.
        why: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    provider: Vec<WrittenProvider>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenProvider {
    id: String,
    name: Names,
    issuer: String,
    client_id: String,
    client_secret_file: Option<PathBuf>,
    client_secret_env: Option<String>,
    #[serde(default)]
    acr: Vec<String>,
    #[serde(default)]
    amr: Vec<String>,
    max_age: Option<u32>,
}

impl Providers {
    /// Reads the file, and the secrets that it names: paths in it are relative to where it stands.
    ///
    /// # Errors
    /// [`SettingsFault`]; no secret stands in it.
    pub fn read(path: &Path) -> Result<Self, SettingsFault> {
        let text = read(path)?;
        let beside = path.parent().unwrap_or_else(|| Path::new("."));
        Self::parse(&text, &|file| read(&beside.join(file)), &|name| std::env::var(name).ok())
    }

    fn parse(
        text: &str,
        file: &dyn Fn(&Path) -> Result<String, SettingsFault>,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, SettingsFault> {
        // Not the whole of the library's text: it shows the line, and somebody may have written a secret on it.
        let written: Written = toml::from_str(text).map_err(|fault| {
            let line = fault.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            SettingsFault::Toml(format!("line {}: {}", line.unwrap_or_default(), fault.message()))
        })?;
        let mut all: Vec<Settings> = Vec::new();
        for one in written.provider {
            let id = one.id.clone();
            let wrong = |why: &str| SettingsFault::Provider { id: id.clone(), why: why.to_owned() };
            let secret = match (&one.client_secret_file, &one.client_secret_env) {
                (Some(_), Some(_)) => {
                    return Err(wrong("a secret stands in a file or in the environment, not in both"));
                }
                (Some(path), None) => Some(Secret::new(&file(path)?)),
                (None, Some(name)) => {
                    let text = environment(name);
                    Some(Secret::new(&text.ok_or_else(|| wrong(&format!("${name} is not set")))?))
                }
                (None, None) => None,
            };
            if secret.as_ref().is_some_and(|secret| secret.reveal().is_empty()) {
                return Err(wrong("its secret is empty"));
            }
            if all.iter().any(|before| before.id == one.id) {
                return Err(wrong("there are two of this id"));
            }
            if all.iter().any(|before| before.issuer == one.issuer) {
                return Err(wrong("there are two of this issuer"));
            }
            all.push(settings(one, secret).map_err(wrong)?);
        }
        Ok(Self(all))
    }
}

fn read(path: &Path) -> Result<String, SettingsFault> {
    std::fs::read_to_string(path).map_err(|why| SettingsFault::File { path: path.to_owned(), why })
}

fn settings(one: WrittenProvider, secret: Option<Secret>) -> Result<Settings, &'static str> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if one.id.is_empty() || one.id.len() > 40 || !one.id.chars().all(fits) {
        return Err("its id has small letters, digits and hyphens, 1 to 40 of them");
    }
    if !one.name.are_there() {
        return Err("its name is said in 1 to 80 characters");
    }
    if !is_safe(&one.issuer) {
        return Err("its issuer is an address that begins with https://");
    }
    if one.client_id.trim().is_empty() {
        return Err("its client_id is empty");
    }
    // Values are sent with spaces between them.
    let separable = |value: &String| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_graphic());
    if !one.acr.iter().chain(&one.amr).all(separable) {
        return Err("each value of acr and amr is one word");
    }
    Ok(Settings {
        id: one.id,
        name: one.name,
        issuer: one.issuer,
        client_id: one.client_id,
        secret,
        acr: one.acr,
        amr: one.amr,
        max_age: one.max_age,
    })
}

/// Whether nobody reads along on the way to an address: https, or http to this machine itself.
pub(crate) fn is_safe(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let own = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    let way = url.scheme() == "https" || url.scheme() == "http" && own;
    way && url.host_str().is_some() && url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Providers, SettingsFault> {
        let file = |path: &Path| {
            let why = std::io::ErrorKind::NotFound.into();
            if path.ends_with("there") {
                Ok("s3cret\n".to_owned())
            } else {
                Err(SettingsFault::File { path: path.to_owned(), why })
            }
        };
        Providers::parse(text, &file, &|name| (name == "SET").then(|| " other ".to_owned()))
    }

    const WHOLE: &str = "[[provider]]\nid = \"forssa\"\nname = { fi = \"Forssan kaupunki\", sv = \"Forssa stad\" }\n\
        issuer = \"https://login.example/forssa\"\nclient_id = \"kotopolku\"\nclient_secret_file = \"there\"\n\
        acr = [\"https://refeds.org/profile/mfa\"]\nmax_age = 3600\n";

    #[test]
    fn a_whole_file_is_read_and_its_secret_not_shown() {
        let Providers(all) = parse(WHOLE).unwrap();
        let one = &all[0];
        assert_eq!((one.id.as_str(), one.issuer.as_str()), ("forssa", "https://login.example/forssa"));
        assert_eq!(one.secret.as_ref().map(Secret::reveal), Some("s3cret"));
        assert!(!format!("{all:?}").contains("s3cret"));
        assert!(one.is_strong() && one.max_age == Some(3600));
        assert_eq!(one.name.in_language("fi"), "Forssan kaupunki");
        assert_eq!(one.name.in_language("en"), "Forssan kaupunki", "a name there is");
        let env = WHOLE.replace("client_secret_file = \"there\"", "client_secret_env = \"SET\"");
        assert_eq!(parse(&env).unwrap().0[0].secret.as_ref().map(Secret::reveal), Some("other"));
        assert_eq!(parse("").unwrap(), Providers::default());
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_reason() {
        let cases = [
            ("client_secret_file = \"there\"", "client_secret = \"hunter2\"", "unknown field `client_secret`"),
            ("client_secret_file = \"there\"", "client_secret_file = \"gone\"", "gone"),
            ("client_secret_file = \"there\"", "client_secret_env = \"UNSET\"", "$UNSET is not set"),
            ("client_id", "client_secret_env = \"SET\"\nclient_id", "not in both"),
            ("https://login.example", "http://login.example", "https://"),
            ("https://login.example", "https://me@login.example", "https://"),
            ("\"forssa\"", "\"../x\"", "small letters"),
            ("\"kotopolku\"", "\" \"", "client_id is empty"),
            ("profile/mfa\"", "profile/mfa x\"", "one word"),
            ("{ fi = \"Forssan kaupunki\", sv = \"Forssa stad\" }", "\"\"", "1 to 80"),
        ];
        for (from, to, why) in cases {
            let text = WHOLE.replacen(from, to, 1);
            assert_ne!(text, WHOLE);
            let fault = parse(&text).unwrap_err().to_string();
            assert!(fault.contains(why), "{to}: {fault}");
            assert!(!fault.contains("hunter2"), "{fault}");
        }
        let twice = format!("{WHOLE}{WHOLE}");
        assert!(parse(&twice).unwrap_err().to_string().contains("two of this id"));
        let mixed = format!("{WHOLE}{}", WHOLE.replace("\"forssa\"", "\"other\""));
        assert!(parse(&mixed).unwrap_err().to_string().contains("two of this issuer"));
    }

    #[test]
    fn only_what_nobody_reads_along_is_safe() {
        for safe in ["https://a.example", "http://127.0.0.1:3000", "http://localhost/x", "http://[::1]:1"] {
            assert!(is_safe(safe), "{safe}");
        }
        for other in
            ["http://a.example", "http://localhost.evil.example", "javascript:alert(1)", "https://", "ftp://a", "x", ""]
        {
            assert!(!is_safe(other), "{other}");
        }
    }
}
