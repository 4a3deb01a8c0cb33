//! Going through a file with several threads.

use crate::error::PopulationError;
use crate::read::{Comma, Format, Header, ParquetFile, Rows, format_of};
use crate::report::Report;
use crate::request::{Progress, Request};
use crate::tally::{Comparison, Tally};
use register::Register;
use register::resolved::{AttributeIndex, DutyIndex, Subject};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};
use std::thread;

/// Who moves from whom to whom when the division of `request.against` holds instead of that of `request.on`, for the
/// persons of the Parquet or CSV file at `population`.
///
/// Columns are named as the attributes of the vocabulary, beside `municipality` (a code, an official name or `abroad`) and,
/// if there is one, `id`. A column that is not there, and an empty cell, means "not known". Rows that cannot be read are
/// named in the report; the others are done. `progress` hears now and then how far it has come, and may stop it.
///
/// # Errors
/// [`PopulationError`] when the file or the question cannot be used at all, or when `progress` stopped it.
pub fn run(
    register: &Register,
    population: &Path,
    request: &Request,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Report, PopulationError> {
    let duties = duties(register, request)?;
    let comparison = Comparison::new(register, request.on, request.against, &duties)?;
    let threads = threads(request);
    let (tally, header) = match format_of(population)? {
        Format::Parquet => {
            let file = ParquetFile::open(population, register)?;
            let next = AtomicUsize::new(0);
            let tally = together(&comparison, file.rows(), threads, progress, |tally, done| {
                loop {
                    let group = next.fetch_add(1, Ordering::Relaxed);
                    if group >= file.groups() {
                        return Ok(());
                    }
                    let mut rows = file.group(group, register)?;
                    while let Some(rows) = rows.read()? {
                        if counted(tally, rows, done).is_break() {
                            return Ok(());
                        }
                    }
                }
            })?;
            (tally, file.header)
        }
        Format::Csv => {
            let file = Comma::open(population, register)?;
            let (all, header) = (file.rows, file.header.clone());
            let file = Mutex::new(file);
            let tally = together(&comparison, all, threads, progress, |tally, done| {
                loop {
                    // One reads while the others count.
                    let rows = file.lock().unwrap_or_else(std::sync::PoisonError::into_inner).read()?;
                    let Some(rows) = rows else { return Ok(()) };
                    if counted(tally, rows, done).is_break() {
                        return Ok(());
                    }
                }
            })?;
            (tally, header)
        }
    };
    Ok(report(&comparison, request, &tally, &header))
}

/// What a thread tells the one who waits.
type Done<'a> = (&'a AtomicBool, &'a mpsc::Sender<u64>);

fn counted(tally: &mut Tally<'_>, rows: Rows, (stop, done): Done<'_>) -> ControlFlow<()> {
    let count = rows.municipality.len() as u64;
    tally.count(rows);
    // Whoever waits may have gone; then nobody needs to be told.
    let _ = done.send(count);
    if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// Lets each thread do `work`, tells how far they are, and adds up what they counted.
fn together<'a>(
    comparison: &'a Comparison<'a>,
    all: u64,
    threads: usize,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    work: impl Fn(&mut Tally<'a>, Done<'_>) -> Result<(), PopulationError> + Sync,
) -> Result<Tally<'a>, PopulationError> {
    let stop = AtomicBool::new(false);
    let mut sum = Tally::new(comparison);
    let mut stopped = None;
    thread::scope(|scope| -> Result<(), PopulationError> {
        let (sender, receiver) = mpsc::channel();
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let (sender, stop, work) = (sender.clone(), &stop, &work);
                scope.spawn(move || {
                    let mut tally = Tally::new(comparison);
                    let outcome = work(&mut tally, (stop, &sender));
                    if outcome.is_err() {
                        stop.store(true, Ordering::Relaxed);
                    }
                    outcome.map(|()| tally)
                })
            })
            .collect();
        drop(sender);
        let mut rows = 0;
        for count in receiver {
            rows += count;
            if stopped.is_none() && progress(Progress { done: rows, all: all.max(rows) }).is_break() {
                stop.store(true, Ordering::Relaxed);
                stopped = Some(rows);
            }
        }
        for worker in workers {
            match worker.join() {
                Ok(tally) => sum.add(tally?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(())
    })?;
    match stopped {
        Some(rows) => Err(PopulationError::Stopped { rows }),
        None => Ok(sum),
    }
}

/// The threads to use.
pub(crate) fn threads(request: &Request) -> usize {
    request.threads.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).max(1)
}

/// What was counted, as the report tells it.
pub(crate) fn report(comparison: &Comparison<'_>, request: &Request, tally: &Tally<'_>, header: &Header) -> Report {
    let mut bad = tally.bad.clone();
    bad.trim();
    Report {
        on: request.on,
        against: request.against,
        rows: tally.rows,
        bad,
        absent: absent(comparison, header),
        ignored: header.ignored.clone(),
        moves: tally.moves(),
    }
}

/// The duties that are asked about.
pub(crate) fn duties(register: &Register, request: &Request) -> Result<Vec<DutyIndex>, PopulationError> {
    for on in [request.on, request.against] {
        if on < register.resolved.begins {
            return Err(PopulationError::BeforeBegins { on, begins: register.resolved.begins });
        }
    }
    let all = &register.resolved.duties;
    match request.duty {
        Some(duty) => match all.get(usize::from(duty)) {
            Some(one) if one.subject != Subject::Person => {
                Err(PopulationError::NotAboutAPerson { duty: one.id.clone() })
            }
            _ => Ok(vec![duty]),
        },
        None => Ok(all.iter().zip(0..).filter(|(one, _)| one.subject == Subject::Person).map(|(_, at)| at).collect()),
    }
}

/// Attributes that some duty looks at and the file does not have.
fn absent(comparison: &Comparison<'_>, header: &Header) -> Vec<AttributeIndex> {
    let words = &comparison.register.resolved.words;
    let place = words.attribute("place").map(|(at, _)| at);
    let mut absent: Vec<AttributeIndex> = comparison
        .attributes()
        .filter(|at| words.at(*at).is_asked() && Some(*at) != place)
        .filter(|at| !header.attributes.iter().any(|(_, have)| have == at))
        .collect();
    absent.sort_unstable();
    absent.dedup();
    absent
}
