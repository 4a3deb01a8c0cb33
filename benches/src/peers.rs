//! The same work by other engines, in the same run: Polars and DuckDB from PyPI.

use crate::people::People;
use crate::synthetic::case;
use crate::table::Table;
use crate::world::World;
use calendar::Date;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use whatif::kernel::Kernel;

/// Where Python and what it needs is put.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers")
}

/// Python with the engines; makes it the first time. None, with the reason, when that cannot be.
pub fn python() -> Result<PathBuf, String> {
    let python = folder().join("venv/bin/python");
    let there = |python: &Path| {
        Command::new(python).args(["-c", "import polars, duckdb"]).output().is_ok_and(|done| done.status.success())
    };
    if there(&python) {
        return Ok(python);
    }
    let run = |command: &mut Command| match command.output() {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => Err(String::from_utf8_lossy(&done.stderr).lines().last().unwrap_or("failed").to_owned()),
        Err(error) => Err(error.to_string()),
    };
    run(Command::new("python3").args(["-m", "venv"]).arg(folder().join("venv")))?;
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "polars", "duckdb", "datafusion"]))?;
    if there(&python) { Ok(python) } else { Err("polars and duckdb are not there after pip".to_owned()) }
}

fn ask(python: &Path, arguments: &[&str]) -> Result<Vec<(String, f64, u64)>, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/engines.py");
    let done = Command::new(python).arg(script).args(arguments).output().map_err(|error| error.to_string())?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).lines().last().unwrap_or("failed").to_owned());
    }
    let line = |line: &str| {
        let mut words = line.split('\t');
        Some((words.next()?.to_owned(), words.next()?.parse().ok()?, words.next()?.parse().ok()?))
    };
    Ok(String::from_utf8_lossy(&done.stdout).lines().filter_map(line).collect())
}

/// Lets the others answer for the same people and compares the sums of all answers.
pub fn batch(
    python: &Path,
    world: &World,
    people: &People,
    on: Date,
    ours: f64,
    table: &mut Table,
) -> Result<(), Box<dyn Error>> {
    let kernel = Kernel::new(&world.register, on, &world.duties)?;
    let (persons, rules) = (folder().join("persons.parquet"), folder().join("rules.sql"));
    people.write_numbers(&world.register, &kernel, &persons)?;
    let cases: Vec<String> = world.trees.iter().map(|rules| case(rules, &world.register)).collect();
    fs::write(&rules, cases.join("\n"))?;
    let expected = crate::batch::checksum(world, people, on)?;
    let answers = ask(python, &["batch", &persons.to_string_lossy(), &rules.to_string_lossy()])?;
    for (engine, time, sum) in answers {
        if sum != expected {
            return Err(format!("{engine} gives the sum {sum}, we {expected}").into());
        }
        table.add(
            &format!("1: {engine}, {} M × {}, all cores", people.rows as f64 / 1e6, world.duties.len()),
            format!("{:.0} ms, the same answers (sum {sum})", time * 1e3),
            format!("ours {:.1} ms", ours * 1e3),
            format!("{:.0} × slower", time / ours),
            String::new(),
            None,
        );
    }
    Ok(())
}

/// How long Polars takes to read the columns of a file.
pub fn read(python: &Path, path: &Path) -> Result<f64, String> {
    let answers = ask(python, &["read", &path.to_string_lossy()])?;
    answers.first().map(|(_, time, _)| *time).ok_or_else(|| "no answer".to_owned())
}
