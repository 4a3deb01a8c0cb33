//! The journal: who did or read what, at which organ, for which duty; sealed, so that a change shows.
//!
//! **Rows.** A unit of work (or a look) adds its lines in its own transaction. A row bears the unit's identity and its number
//! within it, and the digest of its own content. No personal data stands in it, only identities and machine words: a
//! [`Word`] cannot hold a name.
//!
//! **Seals.** [`seal`] takes the rows that have no position yet, in the order of their `seq`, gives them the next positions,
//! without gaps, and chains them to the seal before. One sealer works at a time; a node that dies in the middle has done
//! nothing. On PostgreSQL a row may be committed after one with a higher `seq`: it is then sealed after it, which is
//! why the order of the journal is its positions and not its `seq`.
//!
//! **Heads.** The last head stands for the whole journal up to it. [`heads`] gives those that are to be published or given to
//! somebody else to keep: against them the crate `journal-reader` finds even that the end was cut off, or that all was written anew.
//!
//! # What is hashed
//! All numbers are 8 bytes, the highest first; an instant is its microseconds since 1970.
//!
//! - *digest of a row* = SHA-256 of `kotopolku journal entry 1\n`, then unit, ordinal, at, post, organ, duty, action, noun,
//!   subject, version, person, case, ground: each a byte 0 when absent, else a byte 1, the length of its bytes, its bytes.
//! - *head of seal n* = SHA-256 of `kotopolku journal seal 1\n`, the head before it, n, first position, last position, count,
//!   the instant of sealing, then the digests of its rows in the order of their positions.
//! - *the head before seal 1* = SHA-256 of `kotopolku journal\n` and the 16 bytes of the journal's identity.
//!
//! This is written twice, in `seal.rs` and in the crate `journal-reader`, on two libraries, so that a fault in one shows in the other.
//!
//! # What it cannot show
//! A row taken away before it was sealed leaves no trace but a hole in its unit's numbers: seal often (each second or so).
//! Who can write to the database can write all of it anew, seals included: publish heads.

mod entry;
mod seal;

use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::args;
use crate::error::Error;
use crate::value::Value;
use crate::view::View;

pub use entry::{Actor, Entry, Word};
pub use seal::{Head, Seal, heads, seal, seal_all};

/// Rows that one statement writes at most.
const ROWS_AT_ONCE: usize = 64;

/// Writes the lines of a unit.
pub(crate) async fn write(view: &View, unit: Uuid, at: Timestamp, entries: &[Entry]) -> Result<(), Error> {
    let mut ordinal = 0_i64;
    for some in entries.chunks(ROWS_AT_ONCE) {
        let mut args: Vec<Value> = Vec::with_capacity(some.len() * COLUMNS);
        for entry in some {
            ordinal += 1;
            let digest = seal::digest(unit, ordinal, at, entry);
            args.extend(args![
                unit,
                ordinal,
                at,
                entry.post.as_str(),
                entry.organ.as_str(),
                entry.duty.as_ref().map(Word::as_str),
                entry.action.as_str(),
                entry.noun.as_str(),
                entry.subject.as_str(),
                entry.version,
                entry.person,
                entry.case,
                entry.ground.as_ref().map(Word::as_str),
                digest.as_slice(),
            ]);
        }
        view.execute_admitted(AssertSqlSafe(insertion(some.len())), args).await?;
    }
    Ok(())
}

const COLUMNS: usize = 14;

/// `insert … values ($1, …), (…)` for so many rows.
fn insertion(rows: usize) -> String {
    let mut sql = String::from(
        "insert into journal_entry (unit, ordinal, at, post, organ, duty, action, noun, subject, version, person_id, \
         case_id, ground, digest) values ",
    );
    for row in 0..rows {
        let places: Vec<String> = (1..=COLUMNS).map(|column| format!("${}", row * COLUMNS + column)).collect();
        sql.push_str(if row == 0 { "(" } else { ", (" });
        sql.push_str(&places.join(", "));
        sql.push(')');
    }
    sql
}

/// Whether the journal holds a line of this unit.
pub(crate) async fn holds(view: &View, unit: Uuid) -> Result<bool, Error> {
    let sql = "select count(*) as n from journal_entry where unit = $1";
    Ok(view.fetch_one(sql, args![unit]).await?.get::<i64>("n")? > 0)
}
