//! Access: why a post sees a case, files opened from outside and reviewed, figures, the table of who may do what.

use serde_json::Value;

use crate::desk::Desk;
use crate::people::job_seeker;

fn words<'a>(line: &'a str, post: &'a str) -> Vec<&'a str> {
    line.split_whitespace().chain(["--as", post]).collect()
}

fn post(desk: &Desk, post: &str, organ: &str, function: &str) {
    let words = ["post", "add", post, "--at-organ", organ, "--function", function, "--title", "Test"];
    desk.done(&[words.as_slice(), &["--from", "2024-01-01"]].concat());
}

/// A trial with a case that the TE office leads; the person.
fn with_a_case() -> (Desk, String) {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    let open = format!("case open initial-assessment --person {person}");
    assert_eq!(desk.json(0, &words(&open, "te-hame/expert"))["case"], 1);
    post(&desk, "hameenlinna/coordinator", "municipality:109", "handler");
    post(&desk, "te-hame/lead", "te-office:hame", "team-lead");
    (desk, person)
}

#[test]
fn why_a_case_is_seen_is_said_and_of_others_nothing() {
    let (desk, _) = with_a_case();
    let told = desk.json(0, &words("access why 1", "te-hame/expert"));
    assert_eq!((&told["why"]["ground"], &told["why"]["leads"]), (&"bears".into(), &true.into()));
    assert!(!told["why"]["basis"].as_array().expect("bases").is_empty(), "no answer without a basis");
    let text = desk.done(&words("access why 1", "te-hame/expert"));
    assert!(text.contains("You see this because Häme Employment and Economic Development Office"), "{text}");
    let outside = "hameenlinna/coordinator";
    let hidden = desk.refused(5, "case-unknown", &words("access why 1", outside));
    assert_eq!(hidden, desk.refused(5, "case-unknown", &words("access why 4711", outside)));
}

#[test]
fn a_file_is_opened_from_outside_reviewed_and_told_to_the_person() {
    let (desk, person) = with_a_case();
    let outside = "hameenlinna/coordinator";
    let open = |reason: &'static str, status| {
        let line = ["access", "open", "1", "--as", outside, "--reason", reason];
        desk.json(status, &line)
    };
    assert_eq!(open("…", 2)["error"]["code"], "no-reason");
    let opened = open("She is here and in danger", 0);
    assert_eq!(open("She is here and in danger", 5)["error"]["code"], "open-already");
    assert_eq!(desk.json(0, &words("access why 1", outside))["why"]["ground"], "opened");
    let said = desk.refused(5, "function-may-not", &words("journal list --case 1", "te-hame/expert"));
    assert_eq!(said, "In case 1, a post of the function handler may not do this: read the journal.");
    let text = desk.done(&words("case show 1", outside));
    assert!(text.contains("because this post opened it from outside: She is here and in danger"), "{text}");
    let waits = desk.json(0, &words("access to-review", "te-hame/lead"));
    let id = waits["openings"][0]["id"].as_str().expect("an identity");
    assert_eq!(opened["id"], id);
    let review = |post: &'static str, status| {
        let line = ["access", "review", id, "--as", post, "--verdict", "justified", "--note", "She was"];
        desk.json(status, &line)
    };
    assert_eq!(review("te-hame/expert", 5)["error"]["code"], "function-may-not");
    assert_eq!(review("te-hame/lead", 0)["review"]["verdict"], "justified");
    let own = desk.json(0, &["access", "list", "--person", &person]);
    assert_eq!(
        (&own["openings"][0]["reason"], &own["openings"][0]["post"]),
        (&"She is here and in danger".into(), &outside.into())
    );
}

#[test]
fn figures_tell_of_nobody_and_the_table_of_everybody() {
    let (desk, _) = with_a_case();
    post(&desk, "te-hame/director", "te-office:hame", "director");
    let told = desk.json(0, &words("access figures", "te-hame/director"));
    assert_eq!(
        (&told["figures"][0]["cases"], &told["figures"][0]["by_lead"][0]["cases"]),
        (&"few".into(), &"few".into())
    );
    assert!(desk.done(&words("access figures", "te-hame/director")).contains("1–4"));
    let said = desk.refused(5, "function-may-not", &words("access figures", "te-hame/expert"));
    assert_eq!(said, "A post of the function handler may not do this: see figures.");
    let roles = desk.json(0, &["access", "roles"])["roles"].as_array().cloned().expect("a table");
    let planner = roles.iter().find(|one| one["function"] == "planner").expect("a planner");
    assert_eq!(planner["may"]["lead"], Value::from(vec!["see-figures"]));
    assert!(desk.done(&["access", "roles", "handler"]).contains("hand a case over"));
    desk.refused(2, "function-unknown", &["access", "roles", "wizard"]);
}

#[test]
fn only_supervision_cases_draw_files() {
    let (desk, _) = with_a_case();
    post(&desk, "te-hame/supervisor", "te-office:hame", "supervisor");
    let draw = |post: &'static str| {
        desk.json(5, &["access", "draw", "1", "2", "--as", post, "--reason", "a sample of the year"])
    };
    assert_eq!(draw("te-hame/supervisor")["error"]["code"], "supervises-nothing");
    assert_eq!(draw("te-hame/expert")["error"]["code"], "function-may-not");
    assert_eq!(desk.json(0, &words("access drawn 1", "te-hame/supervisor"))["drawn"], Value::Array(Vec::new()));
}
