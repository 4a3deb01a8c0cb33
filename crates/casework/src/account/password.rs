//! Passwords: argon2id, hashed where waiting hurts nobody, and always the same work whether there is an account or not.
//!
//! 19 MiB, two passes, one lane: the weakest that OWASP's list still names as enough, about 30 ms on one core of 2026. More
//! memory would be better against whoever has the hashes, and worse against whoever sends a thousand attempts at once;
//! what a guess over the network may cost is held down by waiting (`rules.rs`). When the numbers below are raised, each
//! password is hashed anew the next time that it is given.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use storage::Error;
use tokio::sync::Semaphore;

/// Kibibytes of memory.
const MEMORY: u32 = 19 * 1024;
/// Passes over it.
const PASSES: u32 = 2;
/// Lanes.
const LANES: u32 = 1;

/// So many are hashed at a time; others wait their turn, so that attempts cannot take all memory.
static TURNS: Semaphore = Semaphore::const_new(4);

/// What stands in the place of a hash where there is none: that of a password nobody knows.
static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| made(&super::secret::Token::new().ok()?.reveal()).ok());

fn hasher() -> Result<Argon2<'static>, Error> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(|fault| failed(&fault))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn failed(fault: &impl std::fmt::Display) -> Error {
    Error::Statement(format!("a password could not be hashed: {fault}"))
}

fn made(password: &str) -> Result<String, Error> {
    Ok(hasher()?.hash_password(password.as_bytes()).map_err(|fault| failed(&fault))?.to_string())
}

/// Whether a hash was made with less than is asked for now.
fn is_weak(hash: &PasswordHash) -> bool {
    Params::try_from(hash)
        .map_or(true, |params| (params.m_cost(), params.t_cost(), params.p_cost()) != (MEMORY, PASSES, LANES))
}

/// What came of comparing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Compared {
    /// It is right.
    pub right: bool,
    /// Its hash is to be made anew.
    pub weak: bool,
}

/// What is compared with, and whether being equal to it counts: where there is no hash, nobody's.
fn against(kept: Option<String>) -> Result<(String, bool), Error> {
    match kept {
        Some(hash) => Ok((hash, true)),
        None => Ok((NOBODYS.clone().ok_or_else(|| failed(&"no chance"))?, false)),
    }
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    let _turn = TURNS.acquire().await.map_err(|fault| failed(&fault))?;
    tokio::task::spawn_blocking(work).await.map_err(|fault| failed(&fault))?
}

/// The hash under which a password is kept.
///
/// # Errors
/// When the operating system gives no chance.
pub(super) async fn hashed(password: String) -> Result<String, Error> {
    in_turn(move || made(&password)).await
}

/// Compares a password with what is kept, or with nobody's: the same work.
pub(super) async fn compare(password: String, kept: Option<String>) -> Result<Compared, Error> {
    in_turn(move || {
        let (hash, counts) = against(kept)?;
        let hash = PasswordHash::new(&hash).map_err(|fault| failed(&fault))?;
        let equal = hasher()?.verify_password(password.as_bytes(), &hash).is_ok();
        Ok(Compared { right: equal && counts, weak: is_weak(&hash) })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let kept = hashed("three small boats".to_owned()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(kept, hashed("three small boats".to_owned()).await.unwrap(), "each has its own salt");
        let right = compare("three small boats".to_owned(), Some(kept.clone())).await.unwrap();
        assert_eq!(right, Compared { right: true, weak: false });
        assert!(!compare("three small boat".to_owned(), Some(kept)).await.unwrap().right);
    }

    #[tokio::test]
    async fn without_an_account_the_same_work_is_done_and_nothing_is_right() {
        let (hash, counts) = against(None).unwrap();
        assert!(!counts);
        let hash = PasswordHash::new(&hash).unwrap();
        assert!(!is_weak(&hash), "the same parameters as in earnest");
        assert!(!compare(String::new(), None).await.unwrap().right);
    }

    #[test]
    fn a_hash_of_weaker_days_is_made_anew() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(1024, 1, 1, None).unwrap());
        let hash = weak.hash_password(b"three small boats").unwrap().to_string();
        assert!(is_weak(&PasswordHash::new(&hash).unwrap()));
    }
}
