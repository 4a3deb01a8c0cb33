//! A population that is kept, to be asked about again and again.

use crate::batch::Batch;
use crate::error::PopulationError;
use crate::places::Places;
use crate::read::{Comma, Format, Header, ParquetFile, Rows, format_of};
use crate::report::{BadRows, Report};
use crate::request::Request;
use crate::run::{duties, report, threads};
use crate::tally::{Comparison, Tally};
use register::Register;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A population in memory, in order of municipality, about one byte an attribute and person.
#[derive(Debug)]
pub struct Population {
    batches: Vec<Batch>,
    header: Header,
    bad: BadRows,
    rows: u64,
}

impl Population {
    /// Reads a whole Parquet or CSV file, as [`crate::run`] does.
    ///
    /// # Errors
    /// [`PopulationError`] when the file cannot be used at all.
    pub fn read(register: &Register, path: &Path) -> Result<Self, PopulationError> {
        let places = Places::new(register);
        let empty = |header| Self { batches: Vec::new(), header, bad: BadRows::default(), rows: 0 };
        match format_of(path)? {
            Format::Parquet => {
                let file = ParquetFile::open(path, register)?;
                let mut all = empty(file.header.clone());
                for group in 0..file.groups() {
                    let mut group = file.group(group, register)?;
                    while let Some(rows) = group.read()? {
                        all.take(rows, &places);
                    }
                }
                Ok(all)
            }
            Format::Csv => {
                let mut file = Comma::open(path, register)?;
                let mut all = empty(file.header.clone());
                while let Some(rows) = file.read()? {
                    all.take(rows, &places);
                }
                Ok(all)
            }
        }
    }

    fn take(&mut self, mut rows: Rows, places: &Places<'_>) {
        self.rows += rows.municipality.len() as u64;
        self.bad.extend(std::mem::take(&mut rows.bad));
        self.batches.push(Batch::of(&rows, places));
    }

    /// Its rows, bad ones included.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// As [`crate::run`], with the register it was read with or a later state of it with the same vocabulary.
    ///
    /// # Errors
    /// [`PopulationError`] when the question cannot be used.
    pub fn compare(&self, register: &Register, request: &Request) -> Result<Report, PopulationError> {
        let duties = duties(register, request)?;
        let comparison = Comparison::new(register, request.on, request.against, &duties)?;
        let next = AtomicUsize::new(0);
        let work = || {
            let mut tally = Tally::new(&comparison);
            while let Some(batch) = self.batches.get(next.fetch_add(1, Ordering::Relaxed)) {
                tally.count_batch(batch);
            }
            tally
        };
        let mut sum = thread::scope(|scope| {
            let others: Vec<_> = (1..threads(request)).map(|_| scope.spawn(work)).collect();
            let mut sum = work();
            for other in others {
                match other.join() {
                    Ok(tally) => sum.add(tally),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            sum
        });
        sum.rows = self.rows;
        sum.bad.add(self.bad.clone());
        Ok(report(&comparison, request, &sum, &self.header))
    }
}
