//! Documents of a case: added, fetched as they were, versioned, withdrawn, looked after.

use std::path::Path;

use crate::desk::Desk;
use crate::people::job_seeker;

const EXPERT: &str = "te-hame/expert";

fn words<'a>(line: &'a str, post: &'a str) -> Vec<&'a str> {
    line.split_whitespace().chain(["--as", post]).collect()
}

/// A desk with an open case, and a file to add.
fn with_a_case() -> Desk {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    desk.done(&words(&format!("case open initial-assessment --person {person}"), EXPERT));
    std::fs::write(desk.folder.join("certificate.txt"), "It is certified: äöå عائشة\n").expect("a file");
    desk
}

fn added(desk: &Desk) -> String {
    let added = desk.json(0, &words("document add 1 certificate.txt", EXPERT));
    assert_eq!(added["version"]["media_type"], "text/plain", "{added}");
    added["document"].as_str().expect("an identity").to_owned()
}

/// The only content that lies in the place.
fn content(folder: &Path) -> std::path::PathBuf {
    let mut folders = vec![folder.join("kotopolku.db-documents")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.file_name().is_some_and(|name| name.len() == 64) {
                found.push(entry);
            }
        }
    }
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn a_document_is_added_listed_and_fetched_as_it_was() {
    let desk = with_a_case();
    let document = added(&desk);
    let list = desk.done(&words("document list 1", EXPERT));
    assert!(list.contains("certificate.txt") && list.contains(&document) && list.contains("bytes"), "{list}");
    let said = desk.done(&words(&format!("document get {document} --to copy.txt"), EXPERT));
    assert!(said.contains("copy.txt"), "{said}");
    let read = |name: &str| std::fs::read(desk.folder.join(name)).expect("it is there");
    assert_eq!(read("copy.txt"), read("certificate.txt"));
    let out = desk.done(&words(&format!("document get {document} --to -"), EXPERT));
    assert_eq!(out.as_bytes(), read("certificate.txt"), "nothing but its bytes");
    desk.refused(2, "file-exists", &words(&format!("document get {document} --to copy.txt"), EXPERT));
    desk.refused(2, "bytes-and-json", &words(&format!("document get {document} --to -"), EXPERT));
    desk.refused(2, "no-such-version", &words(&format!("document get {document} --version 9 --to x"), EXPERT));
    assert!(!desk.folder.join("x").exists(), "nothing is left of what was refused");
    let verified = desk.json(0, &["document", "verify"]);
    assert_eq!((&verified["whole"], &verified["right"]), (&true.into(), &1.into()), "{verified}");
    assert!(desk.done(&["document", "sweep"]).contains("nothing to clear"));
}

#[test]
fn a_version_follows_the_last_one_and_a_withdrawn_document_is_read_by_nobody() {
    let desk = with_a_case();
    let document = added(&desk);
    std::fs::write(desk.folder.join("better.txt"), "It is certified better.").expect("a file");
    let second = format!("document version {document} better.txt --based-on 1");
    assert_eq!(desk.json(0, &words(&second, EXPERT))["version"]["number"], 2);
    let stale = desk.refused(6, "not-the-last", &words(&second, EXPERT));
    assert!(stale.contains("version 2"), "{stale}");
    desk.done(&words(&format!("document get {document} --version 1 --to first.txt"), EXPERT));
    let mut withdraw = words("document withdraw", EXPERT);
    withdraw.extend([document.as_str(), "--reason", "another person's"]);
    desk.done(&withdraw);
    desk.refused(5, "document-withdrawn", &words(&format!("document get {document} --to again.txt"), EXPERT));
    let listed = desk.json(0, &words("document list 1", EXPERT));
    assert_eq!(listed["documents"][0]["withdrawn"]["reason"], "another person's");
    assert!(desk.done(&words("document list 1", EXPERT)).contains("another person's"));
}

#[test]
fn what_cannot_be_taken_is_refused_and_said_in_three_languages() {
    let desk = with_a_case();
    let write = |name: &str, bytes: &[u8]| std::fs::write(desk.folder.join(name), bytes).expect("a file");
    write("empty.pdf", b"");
    let said = ["sv", "fi", "en"].map(|language| {
        desk.refused(5, "file-empty", &[&words("document add 1 empty.pdf", EXPERT)[..], &["--lang", language]].concat())
    });
    assert_eq!(
        said,
        [
            "Filen är tom. Inget lades till.",
            "Tiedosto on tyhjä. Mitään ei lisätty.",
            "The file is empty. Nothing was added.",
        ]
    );
    write("certificate.pdf", b"#!/bin/sh\nexit\n");
    desk.refused(5, "file-is-program", &words("document add 1 certificate.pdf", EXPERT));
    desk.refused(5, "file-runs-by-name", &words("document add 1 certificate.txt --name start.bat", EXPERT));
    desk.refused(1, "file-unreadable", &words("document add 1 nowhere.pdf", EXPERT));
    desk.refused(2, "file-is-folder", &words("document add 1 .", EXPERT));
    desk.refused(5, "operator-only", &words("document largest 5", EXPERT));
    desk.done(&["document", "largest", "5"]);
    let large = desk.refused(5, "file-too-large", &words("document add 1 certificate.txt", EXPERT));
    assert!(large.contains("5 bytes"), "{large}");
    desk.refused(2, "document-wrong", &words("document get 7 --to x", EXPERT));
    desk.refused(2, "grace-too-short", &["document", "sweep", "--grace-hours", "0"]);
    desk.refused(1, "place", &["document", "verify", "--documents", "ftp://there"]);
    assert_eq!(desk.json(0, &words("document list 1", EXPERT))["documents"], serde_json::json!([]));
}

#[test]
fn a_content_that_was_changed_is_found_and_never_given_out() {
    let desk = with_a_case();
    let document = added(&desk);
    let content = content(&desk.folder);
    let mut bytes = std::fs::read(&content).expect("it is there");
    bytes[0] ^= 1;
    // The place keeps what it holds from being written.
    std::fs::remove_file(&content).expect("it goes");
    std::fs::write(&content, &bytes).expect("it is written");
    let said = desk.refused(1, "content-changed", &words(&format!("document get {document} --to copy.txt"), EXPERT));
    assert!(said.contains("no longer what was added"), "{said}");
    assert!(!desk.folder.join("copy.txt").exists(), "nothing of it stays");
    let verified = desk.json(1, &["document", "verify"]);
    assert_eq!((&verified["whole"], &verified["faulty"][0]["found"]), (&false.into(), &"changed".into()));
    assert_eq!(verified["faulty"][0]["versions"][0]["document"], document.as_str());
    std::fs::remove_file(&content).expect("it goes");
    desk.refused(1, "content-missing", &words(&format!("document get {document} --to copy.txt"), EXPERT));
    assert_eq!(desk.json(1, &["document", "verify"])["faulty"][0]["found"], "missing");
    added(&desk);
    desk.done(&["document", "verify"]);
}

#[test]
fn a_document_of_a_case_one_may_not_see_is_not_there() {
    let desk = with_a_case();
    let document = added(&desk);
    desk.done(&[
        "post",
        "add",
        "oulu/handler",
        "--at-organ",
        "municipality:564",
        "--function",
        "handler",
        "--title",
        "H",
    ]);
    let get =
        |id: &str| desk.refused(5, "document-unknown", &words(&format!("document get {id} --to x"), "oulu/handler"));
    assert_eq!(get(&document), get("01900000-0000-7000-8000-000000000000"));
    desk.refused(5, "case-unknown", &words("document list 1", "oulu/handler"));
}
