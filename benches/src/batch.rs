//! Goals 1 and 2: one answer for each person and duty.

use crate::bandwidth::Bandwidth;
use crate::measure::{mean_alone, median};
use crate::people::People;
use crate::table::Table;
use crate::world::World;
use calendar::Date;
use std::collections::BTreeSet;
use whatif::Columns;
use whatif::kernel::{ByteAnswers, HalfByteAnswers, Kernel, OrganAnswers, Path};

/// Measures for one world and one population.
pub fn measure(
    world: &World,
    people: &People,
    on: Date,
    bandwidth: &[(usize, Bandwidth)],
    runs: usize,
    table: &mut Table,
) -> Result<(), Box<dyn std::error::Error>> {
    let kernel = Kernel::new(&world.register, on, &world.duties)?;
    let columns = Columns::new(people.rows, people.columns.iter().map(Some).collect());
    let places = kernel.organ_columns(&world.register, &people.municipality);
    let used: BTreeSet<u8> = kernel.duties.iter().flat_map(|duty| duty.attributes()).collect();
    let (rows, duties) = (people.rows as f64, world.duties.len() as f64);
    let decisions = rows * duties;
    let words = |time: f64, bytes: f64| {
        format!("{:.1} ms, {:.3} ns a decision, {:.0} GB/s", time * 1e3, time * 1e9 / decisions, bytes / time / 1e9)
    };
    let control = |limit: f64, write: f64| format!("{:.1} ms at {:.1} GB/s", limit * 1e3, write / 1e9);
    let size = format!("{} M × {}", people.rows as f64 / 1e6, world.duties.len());

    let mut organs = OrganAnswers::new(world.duties.len(), people.rows);
    for (threads, bandwidth) in bandwidth {
        let bytes = rows * (used.len() as f64 + 2.0 * places.columns() as f64 + 2.0 * duties);
        let limit = bytes / bandwidth.write;
        let mut undecided = whatif::kernel::Undecided::default();
        let mut work = || undecided = kernel.organs(&columns, &places, *threads, &mut organs);
        let time = if *threads == 1 { mean_alone(runs, work) } else { median(runs, &mut work) };
        if undecided != whatif::kernel::Undecided::default() {
            return Err(format!("the invented register left {undecided:?}").into());
        }
        let name = format!("1: {size}, organ in two bytes, {threads} thread(s)");
        table.ratio(&name, words(time, bytes), control(limit, bandwidth.write), time, limit, 1.25);
    }
    drop(organs);
    for (threads, bandwidth) in bandwidth {
        let mut answers = ByteAnswers::new(world.duties.len(), people.rows);
        let bytes = rows * (used.len() as f64 + duties);
        let limit = bytes / bandwidth.write;
        let work = || {
            kernel.outcomes(&columns, *threads, &mut answers);
        };
        let time = if *threads == 1 { mean_alone(runs, work) } else { median(runs, work) };
        let name = format!("2: {size}, one byte, {threads} thread(s)");
        table.ratio(&name, words(time, bytes), control(limit, bandwidth.write), time, limit, 1.2);
        drop(answers);
        let mut answers = HalfByteAnswers::new(world.duties.len(), people.rows);
        kernel.nibbles(&columns, *threads, &mut answers)?;
        let bytes = rows * (used.len() as f64 + duties / 2.0);
        let limit = bytes / bandwidth.write;
        let work = || {
            let _ = kernel.nibbles(&columns, *threads, &mut answers);
        };
        let time = if *threads == 1 { mean_alone(runs, work) } else { median(runs, work) };
        let name = format!("2: {size}, half a byte, {threads} thread(s)");
        table.ratio(&name, words(time, bytes), control(limit, bandwidth.write), time, limit, 1.25);
    }
    Ok(())
}

/// The portable path beside the best one of this machine, on one thread.
pub fn paths(world: &World, people: &People, on: Date, table: &mut Table) -> Result<(), Box<dyn std::error::Error>> {
    let kernel = Kernel::new(&world.register, on, &world.duties)?;
    let columns = Columns::new(people.rows, people.columns.iter().map(Some).collect());
    let mut answers = ByteAnswers::new(world.duties.len(), people.rows);
    let mut time = |path: Path| {
        let kernel = kernel.clone().by(path);
        mean_alone(3, || {
            kernel.outcomes(&columns, 1, &mut answers);
        })
    };
    let (portable, best) = (time(Path::Scalar), time(Path::best()));
    table.add(
        &format!("2: {} M × {}, one byte, portable path", people.rows as f64 / 1e6, world.duties.len()),
        format!("{:.0} ms", portable * 1e3),
        format!("best path {:.1} ms", best * 1e3),
        format!("{:.0} × slower", portable / best),
        String::new(),
        None,
    );
    Ok(())
}

/// A sum over all answers, weighted by duty, to compare engines by.
pub fn checksum(world: &World, people: &People, on: Date) -> Result<u64, Box<dyn std::error::Error>> {
    let kernel = Kernel::new(&world.register, on, &world.duties)?;
    let columns = Columns::new(people.rows, people.columns.iter().map(Some).collect());
    let places = kernel.organ_columns(&world.register, &people.municipality);
    let mut organs = OrganAnswers::new(world.duties.len(), people.rows);
    kernel.organs(&columns, &places, 2, &mut organs);
    let of =
        |duty: usize| (0..people.rows).map(|row| u64::from(organs.get(duty, row))).sum::<u64>() * (duty as u64 + 1);
    Ok((0..world.duties.len()).map(of).sum())
}

/// How long the organs of all take with two threads.
pub fn time(world: &World, people: &People, on: Date) -> Result<f64, Box<dyn std::error::Error>> {
    let kernel = Kernel::new(&world.register, on, &world.duties)?;
    let columns = Columns::new(people.rows, people.columns.iter().map(Some).collect());
    let places = kernel.organ_columns(&world.register, &people.municipality);
    let mut organs = OrganAnswers::new(world.duties.len(), people.rows);
    Ok(median(9, || {
        kernel.organs(&columns, &places, 2, &mut organs);
    }))
}
