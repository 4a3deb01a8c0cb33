//! The reorganisation of 1.1.2025, over a case that is open before it.

use crate::desk::Desk;
use crate::people::job_seeker;

const EXPERT: &str = "te-hame/expert";
const DAY: &str = "2025-01-01";

fn words<'a>(line: &'a str, post: &'a str) -> Vec<&'a str> {
    line.split_whitespace().chain(["--as", post]).collect()
}

/// A desk two days before the reorganisation, with an open case that the TE office leads.
fn before() -> Desk {
    let mut desk = Desk::trial();
    let person = job_seeker(&desk);
    desk.at("2024-12-30T09:00");
    desk.done(&words(&format!("case open initial-assessment --person {person}"), EXPERT));
    desk
}

fn reorganise(what: &str) -> [&str; 4] {
    ["reorganise", what, "--on", DAY]
}

/// Whether the case is the TE office's or Forssa's to go on with, at a moment.
fn leads(desk: &mut Desk, moment: &str) -> String {
    desk.at(moment);
    let cases = |post| desk.json(0, &words("case list --role lead", post))["cases"].as_array().map_or(0, Vec::len);
    match (moment < "2025-01-01", cases("forssa/coordinator")) {
        // The post of the office is no more after midnight: its organ is not.
        (true, 0) if cases(EXPERT) == 1 => "te-office:hame".to_owned(),
        (_, 1) => "municipality:061".to_owned(),
        (_, other) => format!("{other} at Forssa"),
    }
}

#[test]
fn all_open_cases_follow_the_law_at_midnight_and_can_be_brought_back_before() {
    let mut desk = before();
    let plan = desk.json(0, &reorganise("plan"));
    assert_eq!((&plan["open"], &plan["moving"]), (&1.into(), &1.into()), "{plan}");
    let moved = &plan["moves"][0];
    assert_eq!((&moved["from"], &moved["to"]), (&"te-office:hame".into(), &"municipality:061".into()));
    assert_eq!(plan["letters"].as_array().map(Vec::len), Some(1));
    let said = desk.done(&reorganise("plan"));
    for part in ["1 of 1 open case gets", "What moves", "Häme Employment", "Forssa", "its organ ends", "One letter"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(desk.done(&reorganise("status")).contains("Nothing has been run"));
    let kept = desk.json(0, &[&reorganise("plan")[..], &["--keep"]].concat());
    let plan = kept["id"].as_str().expect("it is kept").to_owned();
    let applied = desk.json(0, &[&reorganise("apply")[..], &["--plan", &plan]].concat());
    assert_eq!((&applied["even"], &applied["state"]), (&true.into(), &"done".into()), "{applied}");
    assert_eq!(applied["tally"]["outcomes"]["initial-assessment"]["moved"], 1, "{applied}");
    assert_eq!(leads(&mut desk, "2024-12-31T23:59"), "te-office:hame");
    assert_eq!(leads(&mut desk, "2025-01-01T00:00"), "municipality:061");
    desk.at("2024-12-30T12:00");
    let undone = desk.done(&reorganise("undo"));
    assert!(undone.contains("one case is as it was") && undone.contains("Before equals after"), "{undone}");
    desk.refused(5, "nothing-applied", &reorganise("undo"));
    let again = desk.done(&reorganise("apply"));
    assert!(again.contains("from 1 Jan 2025, 00:00 on") && again.contains("Before equals after"), "{again}");
    assert_eq!(desk.json(0, &reorganise("status"))["runs"].as_array().map(Vec::len), Some(3));
    // Not 23:59: the clock of a trial goes on after what was done within the hour, and that was at midnight.
    assert_eq!(leads(&mut desk, "2024-12-31T22:30"), "te-office:hame");
    assert_eq!(leads(&mut desk, "2025-01-01T00:00"), "municipality:061");
}

#[test]
fn a_run_that_was_stopped_is_told_and_gone_on_with() {
    let mut desk = before();
    desk.done(&reorganise("apply"));
    // As it stands when the program was killed in its last batch.
    desk.by_hand(
        "drop trigger reorganisation_run_goes_forward; \
         update reorganisation_run set state = 'under-way', ended_at = null, counts = null where state = 'done'",
    );
    desk.at("2024-12-30T20:00");
    let told = desk.run(&reorganise("apply"));
    assert_eq!(told.status, 6, "{}", told.err);
    assert!(told.err.contains("kotopolku reorganise resume --on 2025-01-01"), "{}", told.err);
    assert!(desk.done(&reorganise("status")).contains("under way or stopped"));
    let resumed = desk.json(0, &reorganise("resume"));
    assert_eq!((&resumed["state"], &resumed["even"]), (&"done".into(), &true.into()), "{resumed}");
    desk.refused(5, "not-under-way", &reorganise("resume"));
}

#[test]
fn what_cannot_be_run_is_refused_in_three_languages() {
    let desk = before();
    let said = ["sv", "fi", "en"].map(|language| {
        desk.refused(2, "no-such-day", &["reorganise", "plan", "--on", "2025-01-02", "--lang", language])
    });
    assert_eq!(
        said,
        [
            "Registret känner ingen omorganisering den 2 januari 2025.",
            "Rekisteri ei tunne uudelleenjärjestelyä päivälle 2. tammikuuta 2025.",
            "The register knows no reorganisation on 2 January 2025.",
        ]
    );
    desk.refused(5, "reorganisation-unknown", &[&reorganise("apply")[..], &["--as", EXPERT]].concat());
    desk.refused(2, "batch-size", &[&reorganise("apply")[..], &["--batch", "0"]].concat());
    desk.refused(2, "wrong-use", &["reorganise", "plan", "--on", "tomorrow"]);
    let plan = "01900000-0000-7000-8000-000000000000";
    desk.refused(2, "plan-unknown", &[&reorganise("apply")[..], &["--plan", plan]].concat());
    desk.refused(2, "usage", &["reorganise", "apply"]);
}
