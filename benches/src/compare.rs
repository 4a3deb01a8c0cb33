//! Goals 3 and 10: two laws over a population, in memory and from a file.

use crate::measure::median;
use crate::table::Table;
use crate::world::World;
use calendar::Date;
use register::resolved::DutyIndex;
use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;
use whatif::{Population, Request, run};

/// Goal 3, and what goal 10 needs of the file at `path`; comes back with the time from file to report.
pub fn measure(
    world: &World,
    days: [Date; 2],
    path: &Path,
    runs: usize,
    table: &mut Table,
) -> Result<f64, Box<dyn Error>> {
    let request = Request::new(days[0], days[1]);
    let population = Population::read(&world.register, path)?;
    let rows = population.rows() as f64;
    let size = format!("{} M × {}", rows / 1e6, world.duties.len());
    let report = population.compare(&world.register, &request)?;
    let moved: u64 = report.moves.iter().filter(|one| one.is_change()).map(|one| one.persons).sum();
    let changed = report
        .moves
        .iter()
        .filter(|one| one.is_change())
        .map(|one| one.duty)
        .collect::<std::collections::BTreeSet<_>>();
    let time = median(runs, || {
        let _ = population.compare(&world.register, &request);
    });
    let said = format!(
        "{:.0} ms; {} duties change, {:.0} M answers move, by municipality",
        time * 1e3,
        changed.len(),
        moved as f64 / 1e6
    );
    // The goal is stated for ten million persons.
    let wished = 0.080 * rows / 1e7;
    table.ratio(
        &format!("3: {size}, two laws, in memory, 2 threads"),
        said,
        format!("goal {:.0} ms", wished * 1e3),
        time,
        wished,
        1.0,
    );
    if let Some(duty) = changed.first().copied() {
        one_duty(world, &population, &Request { duty: Some(duty), ..request.clone() }, duty, runs, table)?;
    }
    drop(population);
    let time = median(runs.min(3), || {
        let _ = run(&world.register, path, &request, &mut |_| ControlFlow::Continue(()));
    });
    Ok(time)
}

fn one_duty(
    world: &World,
    population: &Population,
    request: &Request,
    duty: DutyIndex,
    runs: usize,
    table: &mut Table,
) -> Result<(), Box<dyn Error>> {
    population.compare(&world.register, request)?;
    let time = median(runs, || {
        let _ = population.compare(&world.register, request);
    });
    let wished = 0.005 * population.rows() as f64 / 1e7;
    let name = format!("3: one changed duty (`{}`)", world.register.resolved.duties[usize::from(duty)].id);
    table.ratio(&name, format!("{:.1} ms", time * 1e3), format!("goal {:.1} ms", wished * 1e3), time, wished, 1.0);
    Ok(())
}
