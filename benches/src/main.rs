//! Measures what the register can do, each figure beside a control from the same run.
//!
//! `make bench` prints the table; `cargo run --release -p benches -- --write` also writes `docs/reference/performance.md`.
//! `--small` is a smoke run with few people, for machines that should only see that all this works.

mod access;
mod bandwidth;
mod batch;
mod compare;
mod dice;
mod machine;
mod measure;
mod online;
mod peers;
mod people;
mod proof;
mod synthetic;
mod table;
mod world;

use calendar::day;
use people::People;
use register::Register;
use register::source::Files;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use table::Table;
use world::{Sizes, World};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(other) = arguments.iter().find(|one| !["--write", "--small"].contains(&one.as_str())) {
        eprintln!("`{other}` means nothing here; there are --write and --small");
        return ExitCode::FAILURE;
    }
    let small = arguments.iter().any(|one| one == "--small");
    let sizes = if small {
        Sizes { people: [10_000, 20_000], runs: 1 }
    } else {
        Sizes { people: [1_000_000, 10_000_000], runs: 7 }
    };
    match measured(sizes) {
        Ok((table, notes)) => {
            let page = machine::page(&table, &notes);
            println!("\n{page}");
            if arguments.iter().any(|one| one == "--write") {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/reference/performance.md");
                if let Err(error) = std::fs::write(&path, page) {
                    eprintln!("{}: {error}", path.display());
                    return ExitCode::FAILURE;
                }
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measured(sizes: Sizes) -> Result<(Table, Vec<String>), Box<dyn Error>> {
    let (mut table, mut notes) = (Table::default(), vec![machine::busy()]);
    // The day on which the last of the two laws holds, and the first on which the earliest does.
    let (first, last) = (day(2024, 6, 1), day(2026, 6, 1));
    let forty = World::new(40, 159)?;
    let many = World::new(300, 1_198)?;
    notes.push(format!(
        "Invented registers: {} duties with {} rules and {} duties with {} rules.",
        forty.duties.len(),
        forty.rules,
        many.duties.len(),
        many.rules
    ));
    let bandwidth = [(1, bandwidth::measure(1)), (2, bandwidth::measure(2))];
    for (threads, one) in &bandwidth {
        let text = format!("write past the caches {:.1} GB/s, triad {:.1} GB/s", one.write / 1e9, one.triad / 1e9);
        table.add(&format!("memory, {threads} thread(s)"), text, String::new(), String::new(), String::new(), None);
    }
    access::measure(&mut table);
    let people = People::new(&forty.register, sizes.people[0]);
    let of_people = online::decided(&forty, &people, last);
    notes.push(format!("Of 1,000 persons × 40 duties, {of_people} have exactly one clause."));
    online::measure("40 invented duties", &forty.register, &people, last, &mut table, Some([30.0, 50.0]));
    online::measure("300 invented duties", &many.register, &people, last, &mut table, Some([30.0, 250.0]));
    let shipped = Register::shipped();
    let residents = People::new(shipped, 200_000.min(sizes.people[1]));
    online::measure("the shipped register", shipped, &residents, day(2025, 6, 1), &mut table, None);
    proof::measure("40 invented duties, proof of exactly one", &forty.register, Some(0.2), &mut table);
    proof::measure("300 invented duties, proof of exactly one", &many.register, Some(2.0), &mut table);
    proof::measure("the shipped register, proof of exactly one", shipped, None, &mut table);
    proof::load("the shipped register", &Files::shipped(), &mut table);

    batch::measure(&forty, &people, last, &bandwidth, sizes.runs, &mut table)?;
    batch::measure(&many, &people, last, &bandwidth, sizes.runs, &mut table)?;
    batch::paths(&forty, &people, last, &mut table)?;
    let python = peers::python();
    match &python {
        Ok(python) => {
            let ours = batch::time(&forty, &people, last)?;
            peers::batch(python, &forty, &people, last, ours, &mut table)?;
        }
        Err(why) => notes.push(format!("Polars and DuckDB were not tried: {why}.")),
    }
    drop(people);
    let people = People::new(&forty.register, sizes.people[1]);
    batch::measure(&forty, &people, last, &bandwidth, sizes.runs, &mut table)?;
    let path = std::env::temp_dir().join(format!("kotopolku-benches-{}.parquet", std::process::id()));
    people.write_words(&forty.register, &path)?;
    drop(people);
    let outcome = large_file(&forty, [first, last], &path, &python, sizes, &mut table);
    std::fs::remove_file(&path)?;
    outcome?;
    Ok((table, notes))
}

fn large_file(
    world: &World,
    days: [calendar::Date; 2],
    path: &Path,
    python: &Result<std::path::PathBuf, String>,
    sizes: Sizes,
    table: &mut Table,
) -> Result<(), Box<dyn Error>> {
    let whole = compare::measure(world, days, path, sizes.runs, table)?;
    let name =
        format!("10: {} M persons, Parquet to report, two laws × {}", sizes.people[1] as f64 / 1e6, world.duties.len());
    match python.as_ref().map_err(Clone::clone).and_then(|python| peers::read(python, path)) {
        Ok(read) => table.ratio(
            &name,
            format!("{:.0} ms", whole * 1e3),
            format!("Polars reads the file in {:.0} ms", read * 1e3),
            whole,
            read,
            1.5,
        ),
        Err(_) => table.add(&name, format!("{:.0} ms", whole * 1e3), String::new(), String::new(), String::new(), None),
    }
    Ok(())
}
