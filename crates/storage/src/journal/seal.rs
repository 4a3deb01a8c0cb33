//! Sealing: positions for the rows that have none, and the next link of the chain.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::Entry;
use crate::args;
use crate::error::Error;
use crate::row::Row;
use crate::store::{Store, Work};
use crate::unit::Unit;
use crate::view::View;

/// Rows under one seal at most.
const ROWS_UNDER_A_SEAL: i64 = 4096;

/// A seal that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Its number, from 1.
    pub number: i64,
    /// The first position under it.
    pub first: i64,
    /// The last.
    pub last: i64,
    /// The head.
    pub head: [u8; 32],
}

/// A head to keep elsewhere: against it, it shows whether the journal is still the same up to here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Which journal.
    pub journal: Uuid,
    /// The number of the seal.
    pub number: i64,
    /// The last position under it: so many rows the journal had.
    pub last: i64,
    /// When it was sealed.
    pub sealed_at: Timestamp,
    /// The head, in 64 hexadecimal digits.
    pub head: String,
}

/// Seals what is not sealed yet, up to a few thousand rows. `None` when there is nothing to seal.
///
/// # Errors
/// When the database cannot be written, or its journal has no beginning. Then nothing was sealed.
pub async fn seal(store: &Store) -> Result<Option<Seal>, Error> {
    store.transact(Work::Seal, |unit: Unit| async move { seal_within(&unit).await }).await
}

/// Seals until nothing is left to seal. Says how many rows.
///
/// # Errors
/// As [`seal`]; what was sealed before stays.
pub async fn seal_all(store: &Store) -> Result<i64, Error> {
    let mut rows = 0;
    while let Some(seal) = seal(store).await? {
        rows += seal.last - seal.first + 1;
    }
    Ok(rows)
}

async fn seal_within(unit: &Unit) -> Result<Option<Seal>, Error> {
    let now = unit.now();
    let view = &unit.view;
    let rows = view
        .fetch_all(
            "select digest from journal_entry where position is null order by seq limit $1",
            args![ROWS_UNDER_A_SEAL],
        )
        .await?;
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    if count == 0 {
        return Ok(None);
    }
    let last_seal = view
        .fetch_optional("select number, last_position, head from journal_seal order by number desc limit 1", args![])
        .await?;
    let (number, before, previous) = match last_seal {
        Some(row) => (row.get::<i64>("number")?, row.get::<i64>("last_position")?, row.get::<Vec<u8>>("head")?),
        None => (0, 0, beginning(journal_id(view).await?)),
    };
    let (number, first, last) = (number + 1, before + 1, before + count);

    let mut hash = Sha256::new();
    hash.update(b"kotopolku journal seal 1\n");
    hash.update(&previous);
    for figure in [number, first, last, count, now.as_microsecond()] {
        hash.update(figure.to_be_bytes());
    }
    for row in &rows {
        hash.update(row.get::<Vec<u8>>("digest")?);
    }
    let head: [u8; 32] = hash.finalize().into();

    // The same rows as above: nobody else seals, and this transaction sees one instant only.
    let placed = view
        .execute_admitted(
            "update journal_entry set position = placed.place from ( \
                 select seq, $1 + row_number() over (order by seq) as place from ( \
                     select seq from journal_entry where position is null order by seq limit $2) as open_rows \
             ) as placed where journal_entry.seq = placed.seq",
            args![before, ROWS_UNDER_A_SEAL],
        )
        .await?;
    if i64::try_from(placed).ok() != Some(count) {
        return Err(Error::Statement(format!("{count} rows were to be sealed, {placed} were given a position")));
    }
    view.execute_admitted(
        "insert into journal_seal (number, first_position, last_position, row_count, sealed_at, previous, head) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![number, first, last, count, now, previous, head.as_slice()],
    )
    .await?;
    Ok(Some(Seal { number, first, last, head }))
}

async fn journal_id(view: &View) -> Result<Uuid, Error> {
    view.fetch_one("select id from journal", args![]).await?.get("id")
}

fn beginning(journal: Uuid) -> Vec<u8> {
    Sha256::new().chain_update(b"kotopolku journal\n").chain_update(journal.as_bytes()).finalize().to_vec()
}

/// The heads, from a seal's number on.
///
/// # Errors
/// When the database cannot be read, or contradicts itself.
pub async fn heads(store: &Store, from: i64) -> Result<Vec<Head>, Error> {
    store
        .read(|view: View| async move {
            let journal = journal_id(&view).await?;
            let rows = view
                .fetch_all(
                    "select number, last_position, sealed_at, head from journal_seal where number >= $1 order by number",
                    args![from],
                )
                .await?;
            rows.iter().map(|row| head(journal, row)).collect()
        })
        .await
}

fn head(journal: Uuid, row: &Row) -> Result<Head, Error> {
    let head: Vec<u8> = row.get("head")?;
    Ok(Head {
        journal,
        number: row.get("number")?,
        last: row.get("last_position")?,
        sealed_at: row.get("sealed_at")?,
        head: head.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

/// The digest of a row: see the front page of the journal.
pub(super) fn digest(unit: Uuid, ordinal: i64, at: Timestamp, entry: &Entry) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"kotopolku journal entry 1\n");
    let mut field = |bytes: Option<&[u8]>| match bytes {
        None => hash.update([0]),
        Some(bytes) => {
            hash.update([1]);
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        }
    };
    field(Some(unit.as_bytes()));
    field(Some(&ordinal.to_be_bytes()));
    field(Some(&at.as_microsecond().to_be_bytes()));
    field(Some(entry.post.as_str().as_bytes()));
    field(Some(entry.organ.as_str().as_bytes()));
    field(entry.duty.as_ref().map(|word| word.as_str().as_bytes()));
    field(Some(entry.action.as_str().as_bytes()));
    field(Some(entry.noun.as_str().as_bytes()));
    field(Some(entry.subject.as_str().as_bytes()));
    field(entry.version.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
    field(entry.person.as_ref().map(|id| id.as_bytes().as_slice()));
    field(entry.case.as_ref().map(|id| id.as_bytes().as_slice()));
    field(entry.ground.as_ref().map(|word| word.as_str().as_bytes()));
    hash.finalize().into()
}
