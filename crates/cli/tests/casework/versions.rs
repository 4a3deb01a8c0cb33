//! Running cases are moved to another version of their case type, and brought back; cases that belong together are linked.

use crate::desk::Desk;
use crate::people::job_seeker;

const EXPERT: &str = "te-hame/expert";

fn words<'a>(line: &'a str, post: &'a str) -> Vec<&'a str> {
    line.split_whitespace().chain(["--as", post]).collect()
}

fn operator(desk: &Desk, status: i32, line: &str) -> serde_json::Value {
    desk.json(status, &line.split_whitespace().collect::<Vec<_>>())
}

#[test]
fn running_cases_are_moved_to_another_version_and_brought_back() {
    let mut desk = Desk::trial();
    let person = job_seeker(&desk);
    desk.done(&words(&format!("case open initial-assessment --person {person}"), EXPERT));
    assert!(desk.done(&["versions", "list"]).contains("No cases have been moved"));
    let plan = "versions plan initial-assessment --from act-2010 --to act-2023";
    desk.refused(5, "operator-only", &words(plan, EXPERT));
    let planned = operator(&desk, 0, plan);
    assert_eq!(
        (&planned["open"], &planned["moves"], &planned["applied"]),
        (&1.into(), &1.into(), &0.into()),
        "{planned}"
    );
    let id = planned["id"].as_str().expect("an identity").to_owned();
    // The version of the act of 2023 is not in force in June 2024.
    desk.refused(5, "version-not-yet", &["versions", "apply", &id]);
    assert!(desk.done(&["versions", "show", &id]).contains("moves"));
    desk.at("2025-01-02T09:00");
    let applied = operator(&desk, 0, &format!("versions apply {id} --batch 1"));
    assert_eq!((&applied["applied"], &applied["skipped"]), (&1.into(), &0.into()), "{applied}");
    let shown = operator(&desk, 0, &format!("versions show {id}"));
    assert_eq!(shown["cases"][0]["receipts"][0]["what"], "applied", "{shown}");
    // Called again it finds nothing left to do.
    assert_eq!(operator(&desk, 0, &format!("versions apply {id}"))["applied"], 1);
    let undone = operator(&desk, 0, &format!("versions undo {id}"));
    assert_eq!((&undone["undone"], &undone["kept"]), (&1.into(), &0.into()), "{undone}");
    desk.refused(5, "move-undone", &["versions", "apply", &id]);
    assert!(desk.done(&["versions", "list"]).contains("Taken back: 1"));
    desk.refused(2, "identity-wrong", &["versions", "show", "yesterday"]);
    desk.refused(
        2,
        "same-version",
        &["versions", "plan", "initial-assessment", "--from", "act-2010", "--to", "act-2010"],
    );
}

#[test]
fn cases_that_belong_together_are_linked_and_unlinked() {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    for _ in 0..2 {
        desk.done(&words(&format!("case open initial-assessment --person {person}"), EXPERT));
    }
    let linked = desk.json(0, &words("case link 2 1 --how continues", EXPERT));
    let link = linked["id"].as_str().expect("an identity").to_owned();
    let shown = desk.done(&words("case show 1", EXPERT));
    assert!(shown.contains("Belongs together with") && shown.contains(&link), "{shown}");
    desk.refused(5, "linked-already", &words("case link 2 1 --how continues", EXPERT));
    desk.done(&words(&format!("case unlink 2 {link}"), EXPERT));
    assert!(!desk.done(&words("case show 1", EXPERT)).contains("Belongs together with"));
    desk.refused(5, "not-linked", &words(&format!("case unlink 2 {link}"), EXPERT));
}

#[test]
fn what_was_said_of_two_people_is_shown_and_taken_back() {
    let desk = Desk::trial();
    let (one, other) = (job_seeker(&desk), job_seeker(&desk));
    let say = format!("person say {one} same {other}");
    desk.done(&[words(&say, EXPERT).as_slice(), &["--why", "the same passport was shown"]].concat());
    let said = desk.json(0, &words(&format!("person said {other}"), EXPERT));
    assert_eq!(
        (&said["said"][0]["other"], &said["said"][0]["verdict"]),
        (&one.as_str().into(), &"same".into()),
        "{said}"
    );
    assert!(desk.done(&words(&format!("person said {one}"), EXPERT)).contains("the same passport was shown"));
    let id = said["said"][0]["id"].as_str().expect("an identity");
    let back = format!("person take-back {one} {id}");
    desk.done(&[words(&back, EXPERT).as_slice(), &["--why", "another passport"]].concat());
    assert_eq!(desk.json(0, &words(&format!("person said {one}"), EXPERT))["said"].as_array().map(Vec::len), Some(0));
}
