//! The SQL that is written out, run on real engines, against the register itself.
//!
//! SQLite comes with Python. DuckDB and DataFusion are tried when `make bench` has put them under `target/peers/venv`.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use calendar::{Date, day};
use register::Register;
use register::compiled::Decision;
use register::resolved::{AttributeKind, MAX_ATTRIBUTES, Role, Subject};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use whatif::sql;

const DAYS: [Date; 2] = [day(2024, 12, 31), day(2025, 1, 1)];

/// Persons of whom everything is known, as rows of text in the order of the columns.
fn persons(count: usize, columns: &[(String, &'static str)]) -> Vec<Vec<String>> {
    let register = Register::shipped();
    let words = &register.resolved.words;
    let places: Vec<&str> = register
        .resolved
        .territory
        .municipalities
        .iter()
        .filter(|one| DAYS.iter().all(|day| one.period.contains(*day)))
        .map(|one| one.code.as_str())
        .collect();
    let mut dice = 88_172_645_463_325_252_u64;
    let mut below = |limit: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        usize::try_from(dice % limit as u64).unwrap()
    };
    (0..count)
        .map(|row| {
            columns
                .iter()
                .map(|(name, _)| match name.as_str() {
                    "id" => row.to_string(),
                    "municipality" if below(15) == 0 => "abroad".to_owned(),
                    "municipality" => places[below(places.len())].to_owned(),
                    // Always given, so that the situation below is the whole one.
                    name => {
                        let (_, attribute) = words.attribute(&name.replace('_', "-")).unwrap();
                        match attribute.kind {
                            AttributeKind::Age => below(120).to_string(),
                            AttributeKind::Day(_) if below(6) == 0 => "9999-12-31".to_owned(),
                            AttributeKind::Day(_) => {
                                format!("20{:02}-{:02}-{:02}", 14 + below(11), 1 + below(12), 1 + below(28))
                            }
                            _ => attribute.values[below(attribute.values.len())].id.clone(),
                        }
                    }
                })
                .collect()
        })
        .collect()
}

/// What the register itself decides, by row, day and duty.
fn decided(rows: &[Vec<String>], columns: &[(String, &'static str)]) -> BTreeMap<(String, String, String), String> {
    let register = Register::shipped();
    let (words, territory) = (&register.resolved.words, &register.resolved.territory);
    let mut answers = BTreeMap::new();
    for row in rows {
        let place = territory.by_code(&row[1]);
        for on in DAYS {
            let mut situation = [0; MAX_ATTRIBUTES];
            for ((name, _), cell) in columns.iter().zip(row).skip(2) {
                let (at, attribute) = words.attribute(&name.replace('_', "-")).unwrap();
                situation[usize::from(at)] = match attribute.kind {
                    AttributeKind::Day(_) => attribute.band(Some(cell.parse().unwrap()), on).unwrap(),
                    _ => attribute.value(cell).unwrap(),
                };
            }
            let mut known_place = true;
            for (at, map) in &register.compiled.territorial {
                match place.and_then(|place| territory.maps[usize::from(*map)].target(place, on)) {
                    Some(value) => situation[usize::from(*at)] = u8::try_from(value).unwrap(),
                    None => known_place = false,
                }
            }
            for (duty, one) in (0_u16..).zip(&register.resolved.duties) {
                if one.subject != Subject::Person {
                    continue;
                }
                // Abroad there is no territory: a duty that asks for it has no one decision to compare with.
                let stretch = register.compiled.duties[usize::from(duty)].on(on).unwrap();
                if !known_place && register.compiled.territorial.iter().any(|(at, _)| stretch.lead.mentions(*at)) {
                    continue;
                }
                let Some(Decision::Clause(clause)) = register.compiled.decide(duty, on, &situation) else { continue };
                let clause = &one.lead[usize::from(clause)];
                let answer = match clause.role {
                    Role::Nobody => "nobody".to_owned(),
                    _ => match register.compiled.organ(clause, place, on) {
                        Some(organ) => format!("{} {}", register.resolved.organs.at(organ).id, clause.force.id()),
                        None => "no-organ".to_owned(),
                    },
                };
                answers.insert((row[0].clone(), on.to_string(), one.id.clone()), answer);
            }
        }
    }
    answers
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs the query; none when the engine is not there.
fn asked(python: &Path, engine: &str, rows: usize) -> Option<()> {
    let export = sql::export(Register::shipped(), &DAYS);
    let rows = persons(rows, &export.columns);
    let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join(engine);
    fs::create_dir_all(&here).unwrap();
    let mut population =
        export.columns.iter().map(|(name, kind)| format!("{name} {kind}")).collect::<Vec<_>>().join(",");
    for row in &rows {
        write!(population, "\n{}", row.join(",")).unwrap();
    }
    let files = ["tables.sql", "query.sql", "population.csv", "answers.csv"].map(|name| here.join(name));
    fs::write(&files[0], &export.tables).unwrap();
    fs::write(&files[1], &export.query).unwrap();
    fs::write(&files[2], population).unwrap();
    let script = folder().join("benches/peers/sql.py");
    let done = match Command::new(python).arg(script).arg(engine).args(&files).output() {
        Ok(done) if done.status.code() != Some(3) => done,
        _ => return None,
    };
    assert!(done.status.success(), "{engine}: {}", String::from_utf8_lossy(&done.stderr));
    let mut answers = BTreeMap::new();
    for record in csv::ReaderBuilder::new().has_headers(false).from_path(&files[3]).unwrap().records() {
        let record = record.unwrap();
        answers.insert((record[0].to_owned(), record[1].to_owned(), record[2].to_owned()), record[3].to_owned());
    }
    let expected = decided(&rows, &export.columns);
    assert!(expected.len() > rows.len() * 20, "most answers can be compared");
    for (key, answer) in &expected {
        assert_eq!(answers.get(key), Some(answer), "{engine} on {key:?}");
    }
    Some(())
}

#[test]
fn sqlite_gives_the_answers_of_the_register() {
    if asked(Path::new("python3"), "sqlite", 40).is_none() {
        eprintln!("not tried: there is no python3 with sqlite3 here");
    }
}

#[test]
fn other_engines_give_the_answers_of_the_register() {
    let python = folder().join("target/peers/venv/bin/python");
    for engine in ["duckdb", "datafusion"] {
        if asked(&python, engine, 60).is_none() {
            eprintln!("not tried: {engine} is not installed under target/peers/venv (make bench does it)");
        }
    }
}
