//! What lets somebody in: tokens and codes that come from the operating system's chance, their hashes, and the key that
//! seals. Chance here is not passed in as elsewhere: a secret that a test could foretell could be foretold in earnest too.

use std::fmt::Write as _;

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom as _, SystemRandom};
use sha2::{Digest as _, Sha256};
use storage::Error;

/// The bytes of a token: 256 bits, which nobody guesses.
const TOKEN: usize = 32;
/// The bytes of a secret of a second factor, as RFC 4226 recommends.
const FACTOR: usize = 20;
/// How many recovery codes there are.
pub(super) const CODES: usize = 10;

fn chance<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| Error::Statement("the operating system gives no chance".to_owned()))?;
    Ok(bytes)
}

/// A token as the browser holds it. It is never written to a log: what is shown of it are its stars.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; TOKEN]);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(***)")
    }
}

impl Token {
    /// A new one.
    pub(crate) fn new() -> Result<Self, Error> {
        chance().map(Self)
    }

    /// One that a browser shows; none when it cannot be one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// As it is given to the browser.
    #[must_use]
    pub fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// As it is kept. It needs no slow hash: there is nothing to be guessed.
    pub(super) fn hash(&self) -> Vec<u8> {
        self.hash_for("token")
    }

    /// The same for another purpose.
    pub(crate) fn hash_for(&self, purpose: &str) -> Vec<u8> {
        hash(purpose, &self.0)
    }
}

/// A hash of what is kept for a purpose, so that one cannot stand for another.
pub(super) fn hash(purpose: &str, bytes: &[u8]) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(purpose.as_bytes());
    digest.update([0]);
    digest.update(bytes);
    digest.finalize().to_vec()
}

/// Recovery codes: 128 bits each, in groups that can be read aloud. So many that a plain hash is enough to keep them under.
pub(super) fn recovery_codes() -> Result<Vec<String>, Error> {
    (0..CODES)
        .map(|_| {
            let text = BASE32_NOPAD.encode(&chance::<16>()?).to_lowercase();
            let mut code = String::new();
            for (at, letter) in text.chars().enumerate() {
                let _ = write!(code, "{}{letter}", if at > 0 && at % 4 == 0 { "-" } else { "" });
            }
            Ok(code)
        })
        .collect()
}

/// A password by chance, for somebody who is to change it: 128 bits, in groups that can be read aloud.
///
/// # Errors
/// When the operating system gives no chance.
pub fn made_password() -> Result<String, Error> {
    recovery_codes()?.pop().ok_or_else(|| Error::Statement("there is no code".to_owned()))
}

/// The hash of a recovery code as somebody wrote it.
pub(super) fn recovery_hash(account: uuid::Uuid, written: &str) -> Vec<u8> {
    let mut text: Vec<u8> = account.as_bytes().to_vec();
    text.extend(written.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase() as u8));
    hash("recovery", &text)
}

/// A new secret of a second factor.
pub(super) fn factor() -> Result<Vec<u8>, Error> {
    chance::<FACTOR>().map(|bytes| bytes.to_vec())
}

/// The key that seals what must be read again: secrets of second factors. It does not stand in the database.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(***)")
    }
}

impl Key {
    /// A new one.
    ///
    /// # Errors
    /// When the operating system gives no chance.
    pub fn new() -> Result<Self, Error> {
        chance().map(Self)
    }

    /// One as [`Key::reveal`] wrote it; none when it is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        BASE64URL_NOPAD.decode(text.trim().as_bytes()).ok()?.try_into().ok().map(Self)
    }

    /// As it is kept in its file.
    #[must_use]
    pub fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    fn aead(&self) -> Option<LessSafeKey> {
        UnboundKey::new(&CHACHA20_POLY1305, &self.0).ok().map(LessSafeKey::new)
    }

    /// Seals something for a purpose and an owner: it opens for no other.
    ///
    /// # Errors
    /// When the operating system gives no chance.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Result<Vec<u8>, Error> {
        let failed = || Error::Statement("nothing could be sealed".to_owned());
        let nonce: [u8; NONCE_LEN] = chance()?;
        let mut sealed = plain.to_vec();
        let aead = self.aead().ok_or_else(failed)?;
        aead.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(purpose.as_bytes()), &mut sealed)
            .map_err(|_| failed())?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed for this purpose; none when it was not, or with another key.
    #[must_use]
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut sealed = sealed.to_vec();
        let plain = self.aead()?.open_in_place(nonce, Aad::from(purpose.as_bytes()), &mut sealed).ok()?;
        Some(plain.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_for_its_purpose_and_key_alone() {
        let (key, other) = (Key::new().unwrap(), Key::new().unwrap());
        let sealed = key.seal("factor a", b"secret").unwrap();
        assert_eq!(key.open("factor a", &sealed).as_deref(), Some(b"secret".as_slice()));
        assert_eq!(key.open("factor b", &sealed), None);
        assert_eq!(other.open("factor a", &sealed), None);
        assert_eq!(key.open("factor a", &sealed[..8]), None);
        let mut bent = sealed.clone();
        bent[20] ^= 1;
        assert_eq!(key.open("factor a", &bent), None);
        assert_eq!(Key::read(&key.reveal()).unwrap().open("factor a", &sealed).as_deref(), Some(b"secret".as_slice()));
    }

    #[test]
    fn tokens_and_codes_differ_and_are_not_shown() {
        let token = Token::new().unwrap();
        assert_ne!(token, Token::new().unwrap());
        assert_eq!(Token::read(&token.reveal()), Some(token.clone()));
        assert_eq!(Token::read("short"), None);
        assert_eq!(format!("{token:?}"), "Token(***)");
        let codes = recovery_codes().unwrap();
        assert_eq!(codes.len(), CODES);
        assert_eq!(codes[0].len(), 32, "{}", codes[0]);
        let account = uuid::Uuid::nil();
        assert_eq!(
            recovery_hash(account, &codes[0]),
            recovery_hash(account, &codes[0].to_uppercase().replace('-', " "))
        );
    }
}
