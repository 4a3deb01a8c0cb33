//! Seal after seal: each row under it, its head, and that it continues the one before; then what lies outside all seals.

use uuid::Uuid;

use crate::finding::{Finding, Findings};
use crate::order::{self, Broken, Placed};
use crate::tables::{Line, PAGE, Seal, Tables};
use crate::{Error, Head, digest};

/// Of so many broken seals at most the rows are kept, to tell which were moved; of the others it is only told that they are
/// broken.
const KEPT: usize = 64;

#[derive(Default)]
struct Verifier {
    found: Findings,
    broken: Vec<Broken>,
}

/// Recomputes the whole journal.
///
/// # Errors
/// When the database cannot be read.
pub async fn verify(tables: &mut Tables, kept: &[Head]) -> Result<Findings, Error> {
    Verifier::default().run(tables, kept).await
}

impl Verifier {
    async fn run(mut self, tables: &mut Tables, kept: &[Head]) -> Result<Findings, Error> {
        let journals = tables.journals().await?;
        let (journal, id) = match journals.as_slice() {
            [only] => match Uuid::from_slice(only) {
                Ok(id) => (only, id),
                Err(_) => return Ok(self.without_beginning()),
            },
            _ => return Ok(self.without_beginning()),
        };
        let mut before = digest::beginning(journal);
        let (mut number, mut last) = (0, 0);
        let seals = tables.seals().await?;
        for seal in &seals {
            if seal.number != number + 1 || seal.first != last + 1 || seal.previous != before {
                self.found.wrong.push(Finding::ChainBroken { number: seal.number });
            }
            if seal.first > last + 1 {
                // What the missing seals covered belongs to no seal now.
                self.outside(tables, last, seal.first).await?;
            }
            self.under(tables, seal).await?;
            (number, last, before) = (seal.number, seal.last.max(last), seal.head.clone());
        }
        self.found.seals = u64::try_from(seals.len()).unwrap_or(u64::MAX);
        self.found.wrong.extend(order::explain(std::mem::take(&mut self.broken)));
        self.outside(tables, last, i64::MAX).await?;
        self.unsealed(tables).await?;
        self.against(kept, id, &seals);
        Ok(self.found)
    }

    fn without_beginning(mut self) -> Findings {
        self.found.wrong.push(Finding::NoBeginning);
        self.found
    }

    /// One seal: each row under it, and the head over them.
    async fn under(&mut self, tables: &mut Tables, seal: &Seal) -> Result<(), Error> {
        let mut hash = digest::of_seal(seal);
        let mut rows = Vec::new();
        let mut is_full = true;
        let mut expected = seal.first;
        let mut after = (seal.first.saturating_sub(1), i64::MAX);
        loop {
            let page = tables.sealed(after, seal.last).await?;
            let is_last = page.len() < usize::try_from(PAGE).unwrap_or(usize::MAX);
            for line in page {
                let position = line.position.unwrap_or_default();
                after = (position, line.seq);
                if position < expected {
                    self.found.wrong.push(Finding::Added { seq: line.seq, position });
                    is_full = false;
                    continue;
                }
                if position > expected {
                    self.found.wrong.push(Finding::Removed { first: expected, last: position - 1 });
                    is_full = false;
                }
                if !is_as_written(&line) {
                    self.found.wrong.push(Finding::Changed { seq: line.seq, position: Some(position) });
                }
                hash.update(&line.digest);
                self.found.sealed += 1;
                expected = position + 1;
                let Line { seq, unit, ordinal, at, digest, .. } = line;
                rows.push(Placed { seq, position, at, unit, ordinal, digest });
            }
            if is_last {
                break;
            }
        }
        if expected <= seal.last {
            self.found.wrong.push(Finding::Removed { first: expected, last: seal.last });
            is_full = false;
        }
        // A seal over rows that are gone or added cannot fit; that is said already.
        if is_full && hash.finish().as_ref() != seal.head {
            if self.broken.len() < KEPT {
                self.broken.push(Broken { seal: seal.clone(), rows });
            } else {
                let Seal { number, first, last, .. } = *seal;
                self.found.wrong.push(Finding::SealBroken { number, first, last });
            }
        }
        Ok(())
    }

    /// Rows with a position that no seal covers: after `last`, and before `until`.
    async fn outside(&mut self, tables: &mut Tables, last: i64, until: i64) -> Result<(), Error> {
        // The first stretch also has the positions before the first.
        let first = if last == 0 { i64::MIN } else { last };
        let mut after = (first, i64::MAX);
        loop {
            let page = tables.sealed(after, until.saturating_sub(1)).await?;
            for line in &page {
                let position = line.position.unwrap_or_default();
                after = (position, line.seq);
                self.found.wrong.push(Finding::Added { seq: line.seq, position });
            }
            if page.len() < usize::try_from(PAGE).unwrap_or(usize::MAX) {
                return Ok(());
            }
        }
    }

    /// Rows that wait: each as it was written, and no hole in the numbers of a unit.
    async fn unsealed(&mut self, tables: &mut Tables) -> Result<(), Error> {
        let mut after = i64::MIN;
        loop {
            let page = tables.unsealed(after).await?;
            for line in &page {
                after = line.seq;
                self.found.unsealed += 1;
                if !is_as_written(line) {
                    self.found.wrong.push(Finding::Changed { seq: line.seq, position: None });
                }
                if line.ordinal > 1 && !tables.has(&line.unit, line.ordinal - 1).await? {
                    let unit = Uuid::from_slice(&line.unit).unwrap_or_default();
                    self.found.wrong.push(Finding::UnsealedMissing { unit });
                }
            }
            if page.len() < usize::try_from(PAGE).unwrap_or(usize::MAX) {
                return Ok(());
            }
        }
    }

    fn against(&mut self, kept: &[Head], id: Uuid, seals: &[Seal]) {
        for head in kept {
            let number = head.number;
            if head.journal != id {
                self.found.wrong.push(Finding::OtherJournal { journal: head.journal });
                continue;
            }
            match seals.iter().find(|seal| seal.number == number) {
                None => self.found.wrong.push(Finding::HeadGone { number }),
                Some(seal) if !hexadecimal(&seal.head).eq_ignore_ascii_case(&head.head) => {
                    self.found.wrong.push(Finding::HeadDiffers { number });
                }
                Some(_) => {}
            }
        }
    }
}

fn is_as_written(line: &Line) -> bool {
    digest::of_line(line).is_some_and(|digest| digest == line.digest)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
