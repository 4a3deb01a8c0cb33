//! A small reader of the journal. It recomputes all of it with plain selects and tells every row that was changed, added,
//! removed or moved, and every seal that was meddled with.
//!
//! It stands by itself: it shares no line with the program that writes and seals the journal, and hashes with another
//! library, so that a fault in one shows in the other. What is hashed is written at the head of `storage::journal`; who
//! trusts neither can write a third from that page.
//!
//! | what | where |
//! |---|---|
//! | rows and seals, as each engine keeps them | [`tables`] |
//! | the bytes that are hashed | [`digest`] |
//! | seal after seal, and what lies outside them | [`chain`] |
//! | which rows of a broken seal were moved, and from where | [`order`] |
//!
//! What it cannot show: a row taken away before it was sealed and with all later lines of its unit, and a journal that was
//! written anew from its beginning, unless a [`Head`] was kept elsewhere.

pub mod chain;
pub mod digest;
pub mod finding;
pub mod order;
pub mod tables;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use finding::{Finding, Findings};

/// A head that was kept elsewhere, as `kotopolku journal heads` writes it, one JSON object a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Which journal.
    pub journal: Uuid,
    /// The number of the seal.
    pub number: i64,
    /// The head, in 64 hexadecimal digits.
    pub head: String,
}

/// Why the journal was not read to its end.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address is none of a database.
    #[error("the address of a database begins with `sqlite:` (a file) or `postgres://` (a server)")]
    Address,
    /// The database cannot be reached or read, or has no such tables.
    #[error("the journal cannot be read: {0}")]
    Database(#[from] sqlx::Error),
}

/// Recomputes all of it, as of one instant, and holds it against the heads that were kept elsewhere.
///
/// # Errors
/// When the database cannot be read. What is *wrong* in it is no error but a finding.
pub async fn verify(address: &str, kept: &[Head]) -> Result<Findings, Error> {
    let mut tables = tables::Tables::open(address).await?;
    let found = chain::verify(&mut tables, kept).await?;
    tables.close().await?;
    Ok(found)
}
