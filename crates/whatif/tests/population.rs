//! Whole files: what is counted, what is refused, and that both agree with single questions.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use arrow_array::{ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray};
use calendar::day;
use parquet::arrow::ArrowWriter;
use register::Register;
use register::ask::{Ask, Outcome};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use whatif::{Population, PopulationError, Reason, Report, Request, Side, run};

/// A file of a test, in the folder of tests.
fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

fn request() -> Request {
    Request::new(day(2024, 12, 31), day(2025, 1, 1))
}

fn go(path: &Path, request: &Request) -> Result<Report, PopulationError> {
    run(Register::shipped(), path, request, &mut |_| ControlFlow::Continue(()))
}

const COLUMNS: [&str; 6] = ["municipality", "residence", "labour", "age", "home-care-allowance", "first-permit"];

/// Persons, with holes, as text.
fn persons(count: usize) -> Vec<[String; 6]> {
    let places = ["061", "Helsinki", "åbo", "091", "Enontekiö", "170", "837"];
    let residence = ["permit", "residence-card", "eu-registered", "nordic-registered", "", "permit"];
    let labour = ["unemployed-job-seeker", "job-seeker", "employed", "student", "at-home", "", "outside"];
    let allowance = ["no", "yes", "", "no"];
    (0..count)
        .map(|row| {
            let mixed = row * 2_654_435_761 / 7;
            [
                places[mixed % places.len()].to_owned(),
                residence[mixed / 7 % residence.len()].to_owned(),
                labour[mixed / 42 % labour.len()].to_owned(),
                if mixed % 23 == 0 { String::new() } else { (mixed / 11 % 100).to_string() },
                allowance[mixed / 294 % allowance.len()].to_owned(),
                if mixed % 5 == 0 {
                    String::new()
                } else {
                    format!("20{:02}-0{}-1{}", mixed / 3 % 25, 1 + mixed % 9, mixed % 8)
                },
            ]
        })
        .collect()
}

fn comma(rows: &[[String; 6]]) -> String {
    let lines = rows.iter().map(|row| row.join(","));
    std::iter::once(COLUMNS.join(",")).chain(lines).map(|line| line + "\n").collect()
}

/// Counts the same by asking the register once a row, duty and day.
fn one_by_one(rows: &[[String; 6]], request: &Request) -> BTreeMap<(u16, Option<u16>, bool, Side, Side), u64> {
    let register = Register::shipped();
    let mut counts = BTreeMap::new();
    for row in rows {
        let facts = COLUMNS.iter().zip(row).skip(1).filter(|(_, value)| !value.is_empty());
        let facts = register.facts(facts.map(|(name, value)| (*name, value.as_str()))).unwrap();
        let place = register.municipality_ever(&row[0]).unwrap();
        for (duty, _) in (0_u16..).zip(&register.resolved.duties).filter(|(_, one)| one.subject.id() == "person") {
            if request.duty.is_some_and(|wanted| wanted != duty) {
                continue;
            }
            let side = |on| match register.who(duty, Some(place), on, &facts).unwrap().outcome {
                Outcome::Answered { lead, .. } => Side::Lead(lead.organ, lead.force),
                Outcome::Nobody(_) => Side::Nobody,
                Outcome::Undetermined(open) => match open.ask {
                    // Which question is best asked next may differ from what is missing first.
                    Some(Ask::Attribute(..)) => Side::Missing(0),
                    _ => Side::NoOrgan,
                },
            };
            let key = (duty, Some(place), false, side(request.on), side(request.against));
            *counts.entry(key).or_insert(0) += 1;
        }
    }
    counts
}

fn plainly(report: &Report) -> BTreeMap<(u16, Option<u16>, bool, Side, Side), u64> {
    let plain = |side| if let Side::Missing(_) = side { Side::Missing(0) } else { side };
    let mut counts = BTreeMap::new();
    for one in &report.moves {
        *counts.entry((one.duty, one.municipality, false, plain(one.before), plain(one.after))).or_insert(0) +=
            one.persons;
    }
    counts
}

#[test]
fn counts_what_the_register_answers_one_by_one() {
    let rows = persons(700);
    let report = go(&file("one-by-one.csv", comma(&rows)), &request()).unwrap();
    assert_eq!(report.bad.count, 0, "{:?}", report.bad.first.first());
    assert_eq!(report.rows, 700);
    let (expected, counted) = (one_by_one(&rows, &request()), plainly(&report));
    for (key, count) in &expected {
        assert_eq!(
            counted.get(key),
            Some(count),
            "{key:?} of {}",
            Register::shipped().resolved.duties[usize::from(key.0)].id
        );
    }
    assert_eq!(expected.len(), counted.len());
}

#[test]
fn parquet_and_csv_and_any_number_of_threads_give_the_same() {
    let rows = persons(9_000);
    let csv = go(&file("same.csv", comma(&rows)), &Request { threads: Some(1), ..request() }).unwrap();
    let words = |at: usize| -> ArrayRef {
        Arc::new(StringArray::from_iter(rows.iter().map(|row| Some(row[at].as_str()).filter(|text| !text.is_empty()))))
    };
    let ages = Int64Array::from_iter(rows.iter().map(|row| row[3].parse().ok()));
    let days = Date32Array::from_iter(rows.iter().map(|row| {
        let day: calendar::Date = row[5].parse().ok()?;
        Some(day.since(calendar::day(1970, 1, 1)).unwrap().get_days())
    }));
    let columns: [ArrayRef; 6] = [words(0), words(1), words(2), Arc::new(ages), words(4), Arc::new(days)];
    let batch = RecordBatch::try_from_iter(COLUMNS.into_iter().zip(columns)).unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("same.parquet");
    let options =
        parquet::file::properties::WriterProperties::builder().set_max_row_group_row_count(Some(1_000)).build();
    let mut writer = ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), Some(options)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    for threads in [1, 2, 3] {
        let parquet = go(&path, &Request { threads: Some(threads), ..request() }).unwrap();
        assert_eq!(parquet, csv);
    }
    let kept = Population::read(Register::shipped(), &path).unwrap();
    assert_eq!(kept.compare(Register::shipped(), &request()).unwrap(), csv);
}

#[test]
fn bad_rows_are_named_and_the_others_done() {
    let text = "id;municipality;residence;age;place\n\
        a;061;permit;30;\nb;999;permit;30;\nc;;permit;30;\nd;Forssa;permitt;30;\ne;61;permit;130;\n\
        f;061;permit;30\ng;abroad;permit;30;\nh;061;permit;;finland\n";
    let report = go(&file("bad.csv", text), &request()).unwrap();
    let said: Vec<(u64, &str)> = report.bad.first.iter().map(|bad| (bad.row, bad.id.as_deref().unwrap())).collect();
    assert_eq!(said, [(2, "b"), (3, "c"), (4, "d"), (5, "e"), (6, "f")]);
    assert_eq!(
        report.bad.first[3].reason,
        Reason::UnknownValue {
            attribute: Register::shipped().resolved.words.attribute("age").unwrap().0,
            word: "130".to_owned(),
        }
    );
    assert_eq!((report.rows, report.bad.count), (8, 5));
    let duty = report.moves[0].duty;
    let persons: u64 = report.moves.iter().filter(|one| one.duty == duty).map(|one| one.persons).sum();
    assert_eq!(persons, 3, "the others are done");
    let mut out = Vec::new();
    report.write_bad_rows(Register::shipped(), &mut out).unwrap();
    assert!(String::from_utf8(out).unwrap().contains("2,b,`999` is no municipality"));
}

#[test]
fn facts_that_cannot_all_be_true_are_bad() {
    let text = "municipality,residence,home-municipality\n061,asylum-seeker,yes\n061,permit,yes\n";
    let report = go(&file("contradiction.csv", text), &request()).unwrap();
    assert_eq!(report.bad.count, 1);
    assert!(matches!(report.bad.first[0].reason, Reason::Contradiction { .. }));
}

#[test]
fn files_that_are_no_population_are_refused_in_words() {
    let refused = |name: &str, text: &[u8]| go(&file(name, text), &request()).unwrap_err().to_string();
    assert!(refused("empty.csv", b"").ends_with("has no rows"));
    assert!(refused("header-only.csv", b"municipality,age\n").ends_with("has no rows"));
    assert!(refused("without.csv", b"age,labour\n3,student\n").contains("no column `municipality`"));
    assert!(refused("twice.csv", b"municipality,age,age\n061,3,3\n").contains("`age` stands there twice"));
    assert!(refused("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0").contains("neither a Parquet file nor a CSV"));
    assert!(refused("cut.parquet", b"PAR1 and then nothing").contains("cannot be read"));
    assert!(go(Path::new("/no/such/file"), &request()).unwrap_err().to_string().contains("cannot be read"));
    let early = Request::new(day(2019, 1, 1), day(2025, 1, 1));
    assert!(matches!(go(&file("early.csv", "municipality\n061\n"), &early), Err(PopulationError::BeforeBegins { .. })));
}

#[test]
fn tells_what_it_did_not_use_and_what_it_lacks() {
    let report = go(&file("columns.csv", "municipality,labor,shoe-size\n061,student,42\n"), &request()).unwrap();
    assert_eq!(report.ignored[0], ("labor".to_owned(), Some("labour".to_owned())));
    assert!(!report.absent.is_empty());
    assert!(report.moves.iter().any(|one| matches!(one.before, Side::Missing(_))));
}

#[test]
fn can_be_stopped_and_tells_how_far_it_is() {
    let path = file("stopped.csv", comma(&persons(100)));
    let mut heard = Vec::new();
    let stopped = run(Register::shipped(), &path, &request(), &mut |progress| {
        heard.push((progress.done, progress.all));
        ControlFlow::Break(())
    });
    assert!(matches!(stopped, Err(PopulationError::Stopped { rows: 100 })));
    assert_eq!(heard, [(100, 100)]);
}

#[test]
fn one_duty_alone_and_its_table() {
    let register = Register::shipped();
    let duty = register.duty("integration-plan").unwrap();
    let request = Request { duty: Some(duty), ..request() };
    let rows = persons(300);
    let report = go(&file("one-duty.csv", comma(&rows)), &request).unwrap();
    assert!(report.moves.iter().all(|one| one.duty == duty));
    let mut out = Vec::new();
    report.write_csv(register, false, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.starts_with("duty,municipality,before,before_force,after,after_force,persons\nintegration-plan,"));
    let persons: u64 = report.moves.iter().map(|one| one.persons).sum();
    assert_eq!(persons, 300);
}
