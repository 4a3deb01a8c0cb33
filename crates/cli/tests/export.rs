//! `kotopolku export`, run as a program.

#![expect(clippy::expect_used, reason = "what a test cannot go on without")]

use std::io::Read as _;
use std::process::{Command, Output, Stdio};

fn kotopolku(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kotopolku"));
    command.args(words).env_remove("KOTOPOLKU_REGISTER").env("LANG", "en_GB.UTF-8");
    command
}

fn run(words: &[&str]) -> Output {
    kotopolku(words).output().expect("the program runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn every_form_is_written() {
    let begins = [
        ("json", "{\n  \"format\": \"kotopolku-register\""),
        ("sql", "-- The population"),
        ("cpsv-ap", "@prefix"),
        ("org", "@prefix"),
    ];
    for (form, begin) in begins {
        let output = run(&["export", "register", "--format", form]);
        assert_eq!(output.status.code(), Some(0), "{form}: {}", said(&output.stderr));
        assert!(said(&output.stdout).starts_with(begin), "{form}");
        assert!(output.stderr.is_empty(), "{form}: {}", said(&output.stderr));
    }
}

#[test]
fn an_unknown_form_is_answered_with_those_there_are() {
    let output = run(&["export", "register", "--format", "xml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output.stderr).contains("[possible values: json, sql, cpsv-ap, org]"), "{}", said(&output.stderr));
}

#[test]
fn what_a_form_has_no_place_for_is_refused() {
    for words in [
        ["--format", "json", "--on", "2025-01-01"].as_slice(),
        &["--format", "org", "--on", "2025-01-01", "--on", "2026-01-01"],
        &["--format", "org", "--on", "2020-12-31"],
        &["--format", "org", "--on", "yesterday"],
        &["--format", "cpsv-ap", "--base", "nowhere"],
    ] {
        let output = run(&[["export", "register"].as_slice(), words].concat());
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{words:?}");
    }
}

#[test]
fn sql_compares_as_many_days_as_are_named() {
    let output = run(&["export", "register", "--format", "sql", "--on", "2024-12-31", "--on", "2025-01-01"]);
    assert!(said(&output.stdout).contains("('2024-12-31'),\n('2025-01-01');"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    for form in ["json", "sql", "cpsv-ap", "org"] {
        let mut child = kotopolku(&["export", "register", "--format", form])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut first = [0];
        child.stdout.take().expect("it was piped").read_exact(&mut first).expect("something is written");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{form}");
        assert!(output.stderr.is_empty(), "{form}: {}", said(&output.stderr));
    }
}
