//! The verifier: reads the journal and its seals as anybody could, with plain selects, and tells what is not as it was sealed.
//! It shares no line with the sealing: other code for the bytes, another library for the hash.

use std::fmt;

use jiff::Timestamp;
use ring::digest::{Context, SHA256};
use uuid::Uuid;

use super::Head;
use crate::args;
use crate::error::Error;
use crate::row::Row;
use crate::store::Store;
use crate::view::View;

/// Rows that are held in memory at once.
const PAGE: i64 = 2000;

/// One thing that is not as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The journal's identity is missing, or there are several.
    NoBeginning,
    /// A row's content is not what it was when it was written. With its position, where it has one.
    Changed {
        /// Its number in the table.
        seq: i64,
        /// Its position.
        position: Option<i64>,
    },
    /// Positions that a seal covers and where no row stands.
    Removed {
        /// The first of them.
        first: i64,
        /// The last.
        last: i64,
    },
    /// A row with a position that another row has too, or that no seal covers.
    Added {
        /// Its number in the table.
        seq: i64,
        /// Its position.
        position: i64,
    },
    /// Each row for itself is whole, and together they are not what was sealed: rows were exchanged, put in another order,
    /// or written anew with their digests; or the seal itself was changed.
    SealBroken {
        /// The seal.
        number: i64,
        /// Its first position.
        first: i64,
        /// Its last.
        last: i64,
    },
    /// A seal does not go on where the one before ended, or does not name its head.
    ChainBroken {
        /// The seal.
        number: i64,
    },
    /// A line of a unit is missing though a later one is there, and none of it is sealed yet.
    UnsealedMissing {
        /// The unit.
        unit: Uuid,
    },
    /// A head that was kept elsewhere is not the head of that seal here.
    HeadDiffers {
        /// The seal.
        number: i64,
    },
    /// A head was kept elsewhere, and its seal is not here any more: the end was cut off.
    HeadGone {
        /// The seal.
        number: i64,
    },
    /// A head that was kept elsewhere is of another journal.
    OtherJournal {
        /// The journal of the head.
        journal: Uuid,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBeginning => write!(f, "the journal has no identity, or several"),
            Self::Changed { seq, position: Some(position) } => {
                write!(f, "the row at position {position} (seq {seq}) is not what was written")
            }
            Self::Changed { seq, position: None } => write!(f, "the unsealed row seq {seq} is not what was written"),
            Self::Removed { first, last } => write!(f, "the rows at positions {first} to {last} are gone"),
            Self::Added { seq, position } => {
                write!(f, "the row seq {seq} at position {position} was never sealed there")
            }
            Self::SealBroken { number, first, last } => {
                write!(
                    f,
                    "seal {number}: the rows at positions {first} to {last} are not those, in that order, that it sealed"
                )
            }
            Self::ChainBroken { number } => write!(f, "seal {number} does not continue the one before it"),
            Self::UnsealedMissing { unit } => write!(f, "a line of unit {unit} is gone"),
            Self::HeadDiffers { number } => write!(f, "seal {number} has another head than the one kept elsewhere"),
            Self::HeadGone { number } => {
                write!(f, "seal {number} was kept elsewhere and is gone here: the end was cut off")
            }
            Self::OtherJournal { journal } => {
                write!(f, "the head kept elsewhere is of journal {journal}, not of this one")
            }
        }
    }
}

/// What a verification saw, and what was wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Seals that were recomputed.
    pub seals: u64,
    /// Rows under seals.
    pub sealed: u64,
    /// Rows that wait to be sealed; their content was recomputed too.
    pub unsealed: u64,
    /// What is wrong; nothing, when the journal is whole.
    pub wrong: Vec<Finding>,
}

impl Findings {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.wrong.is_empty()
    }
}

/// Recomputes all of it, as of one instant, and holds it against the heads that were kept elsewhere.
///
/// # Errors
/// When the database cannot be read; what is *wrong* in it is no error but a finding, unless the tables themselves are gone.
pub async fn verify(store: &Store, kept: &[Head]) -> Result<Findings, Error> {
    store.read(|view: View| async move { Verifier::default().run(&view, kept).await }).await
}

/// A row as far as the verifier needs it.
struct Line {
    seq: i64,
    position: Option<i64>,
    unit: Uuid,
    ordinal: i64,
    digest: Vec<u8>,
    is_as_written: bool,
}

#[derive(Default)]
struct Verifier {
    found: Findings,
}

const LINES: &str = "select seq, unit, ordinal, at, post, organ, duty, action, noun, subject, version, person_id, case_id, \
    ground, digest, position from journal_entry";

impl Verifier {
    async fn run(mut self, view: &View, kept: &[Head]) -> Result<Findings, Error> {
        let ids = view.fetch_all("select id from journal", args![]).await?;
        let id = match ids.as_slice() {
            [only] => only.get::<Uuid>("id")?,
            _ => {
                self.found.wrong.push(Finding::NoBeginning);
                return Ok(self.found);
            }
        };
        let mut before = {
            let mut hash = Context::new(&SHA256);
            hash.update(b"kotopolku journal\n");
            hash.update(id.as_bytes());
            hash.finish().as_ref().to_vec()
        };
        let seals = view
            .fetch_all(
                "select number, first_position, last_position, row_count, sealed_at, previous, head from journal_seal \
                 order by number",
                args![],
            )
            .await?;
        let (mut number, mut last) = (0, 0);
        let mut heads: Vec<(i64, String)> = Vec::with_capacity(seals.len());
        for seal in &seals {
            let this: i64 = seal.get("number")?;
            let (first, end): (i64, i64) = (seal.get("first_position")?, seal.get("last_position")?);
            let previous: Vec<u8> = seal.get("previous")?;
            let head: Vec<u8> = seal.get("head")?;
            if this != number + 1 || first != last + 1 || previous != before {
                self.found.wrong.push(Finding::ChainBroken { number: this });
            }
            if first > last + 1 {
                // What the missing seals covered belongs to no seal now.
                self.outside(view, last, Some(first)).await?;
            }
            self.under(view, seal, &head).await?;
            heads.push((this, hexadecimal(&head)));
            (number, last, before) = (this, end.max(last), head);
        }
        self.found.seals = u64::try_from(seals.len()).unwrap_or(u64::MAX);
        self.outside(view, last, None).await?;
        self.unsealed(view).await?;
        self.against(kept, id, &heads);
        Ok(self.found)
    }

    /// One seal: each row under it, and the head over them.
    async fn under(&mut self, view: &View, seal: &Row, head: &[u8]) -> Result<(), Error> {
        let (first, last): (i64, i64) = (seal.get("first_position")?, seal.get("last_position")?);
        let number: i64 = seal.get("number")?;
        let mut bytes = b"kotopolku journal seal 1\n".to_vec();
        bytes.extend(seal.get::<Vec<u8>>("previous")?);
        bytes.extend(number.to_be_bytes());
        bytes.extend(first.to_be_bytes());
        bytes.extend(last.to_be_bytes());
        bytes.extend(seal.get::<i64>("row_count")?.to_be_bytes());
        bytes.extend(seal.get::<Timestamp>("sealed_at")?.as_microsecond().to_be_bytes());
        let mut hash = Context::new(&SHA256);
        hash.update(&bytes);

        let wrong_before = self.found.wrong.len();
        let mut expected = first;
        let mut after = (first - 1, i64::MAX);
        loop {
            let page = view
                .fetch_all(
                    sqlx::AssertSqlSafe(format!(
                        "{LINES} where position is not null and (position, seq) > ($1, $2) and position <= $3 \
                         order by position, seq limit $4"
                    )),
                    args![after.0, after.1, last, PAGE],
                )
                .await?;
            for row in &page {
                let line = line(row)?;
                let position = line.position.unwrap_or_default();
                after = (position, line.seq);
                if position < expected {
                    self.found.wrong.push(Finding::Added { seq: line.seq, position });
                    continue;
                }
                if position > expected {
                    self.found.wrong.push(Finding::Removed { first: expected, last: position - 1 });
                }
                if !line.is_as_written {
                    self.found.wrong.push(Finding::Changed { seq: line.seq, position: Some(position) });
                }
                hash.update(&line.digest);
                self.found.sealed += 1;
                expected = position + 1;
            }
            if page.len() < usize::try_from(PAGE).unwrap_or(usize::MAX) {
                break;
            }
        }
        if expected <= last {
            self.found.wrong.push(Finding::Removed { first: expected, last });
        }
        // A seal over rows that are gone or added cannot fit; that is said already.
        let told = self.found.wrong[wrong_before..]
            .iter()
            .any(|wrong| matches!(wrong, Finding::Removed { .. } | Finding::Added { .. }));
        if hash.finish().as_ref() != head && !told {
            self.found.wrong.push(Finding::SealBroken { number, first, last });
        }
        Ok(())
    }

    /// Rows with a position that no seal covers: after `last`, and before `until` where that is given.
    async fn outside(&mut self, view: &View, last: i64, until: Option<i64>) -> Result<(), Error> {
        let rows = view
            .fetch_all(
                "select seq, position from journal_entry where (position > $1 or position < 1) and position < $2 \
                 order by position",
                args![last, until.unwrap_or(i64::MAX)],
            )
            .await?;
        for row in rows {
            self.found.wrong.push(Finding::Added { seq: row.get("seq")?, position: row.get("position")? });
        }
        Ok(())
    }

    /// Rows that wait: each as it was written, and no hole in the numbers of a unit.
    async fn unsealed(&mut self, view: &View) -> Result<(), Error> {
        let mut after = i64::MIN;
        loop {
            let page = view
                .fetch_all(
                    sqlx::AssertSqlSafe(format!("{LINES} where position is null and seq > $1 order by seq limit $2")),
                    args![after, PAGE],
                )
                .await?;
            for row in &page {
                let line = line(row)?;
                after = line.seq;
                self.found.unsealed += 1;
                if !line.is_as_written {
                    self.found.wrong.push(Finding::Changed { seq: line.seq, position: None });
                }
                if line.ordinal > 1 {
                    let one_before = view
                        .fetch_all(
                            "select seq from journal_entry where unit = $1 and ordinal = $2",
                            args![line.unit, line.ordinal - 1],
                        )
                        .await?;
                    if one_before.is_empty() {
                        self.found.wrong.push(Finding::UnsealedMissing { unit: line.unit });
                    }
                }
            }
            if page.len() < usize::try_from(PAGE).unwrap_or(usize::MAX) {
                return Ok(());
            }
        }
    }

    fn against(&mut self, kept: &[Head], id: Uuid, heads: &[(i64, String)]) {
        for head in kept {
            let number = head.number;
            if head.journal != id {
                self.found.wrong.push(Finding::OtherJournal { journal: head.journal });
                continue;
            }
            match heads.iter().find(|(here, _)| *here == number) {
                None => self.found.wrong.push(Finding::HeadGone { number }),
                Some((_, here)) if !here.eq_ignore_ascii_case(&head.head) => {
                    self.found.wrong.push(Finding::HeadDiffers { number });
                }
                Some(_) => {}
            }
        }
    }
}

/// Reads a row and recomputes its digest from what stands in it now.
fn line(row: &Row) -> Result<Line, Error> {
    let unit: Uuid = row.get("unit")?;
    let ordinal: i64 = row.get("ordinal")?;
    let at: Timestamp = row.get("at")?;
    let mut bytes = b"kotopolku journal entry 1\n".to_vec();
    present(&mut bytes, unit.as_bytes());
    present(&mut bytes, &ordinal.to_be_bytes());
    present(&mut bytes, &at.as_microsecond().to_be_bytes());
    for column in ["post", "organ", "duty", "action", "noun", "subject"] {
        match row.get::<Option<String>>(column)? {
            Some(text) => present(&mut bytes, text.as_bytes()),
            None => bytes.push(0),
        }
    }
    match row.get::<Option<i64>>("version")? {
        Some(version) => present(&mut bytes, &version.to_be_bytes()),
        None => bytes.push(0),
    }
    for column in ["person_id", "case_id"] {
        match row.get::<Option<Uuid>>(column)? {
            Some(id) => present(&mut bytes, id.as_bytes()),
            None => bytes.push(0),
        }
    }
    match row.get::<Option<String>>("ground")? {
        Some(text) => present(&mut bytes, text.as_bytes()),
        None => bytes.push(0),
    }
    let digest: Vec<u8> = row.get("digest")?;
    let is_as_written = ring::digest::digest(&SHA256, &bytes).as_ref() == digest;
    Ok(Line { seq: row.get("seq")?, position: row.get("position")?, unit, ordinal, digest, is_as_written })
}

fn present(bytes: &mut Vec<u8>, field: &[u8]) {
    bytes.push(1);
    bytes.extend(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
    bytes.extend(field);
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
