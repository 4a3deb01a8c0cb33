//! Time limits that run in cases, and the proof of the promise.

use serde_json::Value;

use crate::desk::Desk;
use crate::people::job_seeker;

const EXPERT: [&str; 2] = ["--as", "te-hame/expert"];
const WHY: [&str; 4] = ["--reason", "Waiting for papers", "--basis", "434/2003 §31"];
const LIMIT: &str = "1/start-to-2024";

/// A desk with one case, opened on Monday 3 June 2024: its assessment must start within two months.
fn with_case() -> Desk {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    desk.done(&[["case", "open", "initial-assessment", "--person", &person].as_slice(), &EXPERT].concat());
    desk
}

fn expert<'a>(words: &[&'a str]) -> Vec<&'a str> {
    [words, &EXPERT].concat()
}

fn justified<'a>(words: &[&'a str]) -> Vec<&'a str> {
    [words, &WHY, &EXPERT].concat()
}

fn one(object: &Value) -> &Value {
    assert_eq!(object["limits"].as_array().map(Vec::len), Some(1), "{object}");
    &object["limits"][0]
}

#[test]
fn a_limit_is_shown_stopped_resumed_and_extended() {
    let mut desk = with_case();
    let list = desk.json(0, &expert(&["limit", "list", "1"]));
    let limit = one(&list);
    assert_eq!((&limit["name"], &limit["budget"]), (&LIMIT.into(), &"2 months".into()));
    assert_eq!((&limit["last_day"], &limit["left"], &limit["spent"]), (&"2024-08-03".into(), &61.into(), &0.into()));
    assert_eq!((&limit["rule"], &limit["sure"]), (&"month-end-clipped".into(), &true.into()));
    let text = desk.done(&expert(&["limit", "list", "1"]));
    for said in ["The assessment must start (1/start-to-2024)", "3 August 2024 (61 days left)", "1386/2010"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let stopped = desk.json(0, &justified(&["limit", "stop", LIMIT, "--from", "2024-06-10"]));
    assert_eq!((&stopped["standing"]["word"], &stopped["last_day"]), (&"runs".into(), &Value::Null), "from then on");
    desk.refused(5, "limit-stands-still", &justified(&["limit", "stop", LIMIT, "--from", "2024-06-12"]));
    desk.at("2024-06-20T09:00");
    let text = desk.done(&expert(&["limit", "list", "1"]));
    assert!(text.contains("stands still since 10 June 2024") && text.contains("Waiting for papers"), "{text}");
    let text = desk.done(&expert(&["limit", "resume", LIMIT]));
    assert!(text.contains("counted again from 20 June 2024") && text.contains("13 August 2024"), "{text}");
    let extended = desk.json(0, &justified(&["limit", "extend", LIMIT, "--by", "2 weeks", "--seen", "2024-08-13"]));
    assert_eq!(extended["last_day"], "2024-08-27");
    desk.refused(
        6,
        "limit-changed",
        &justified(&["limit", "extend", LIMIT, "--by", "2 weeks", "--seen", "2024-08-13"]),
    );
    let id = extended["id"].as_str().expect("an identity");
    desk.refused(5, "limit-does-not-stand-still", &expert(&["limit", "resume", id]));
}

#[test]
fn what_is_due_is_listed_and_reminded_of_once() {
    let mut desk = with_case();
    assert!(desk.done(&expert(&["limit", "due"])).contains("Nothing is due by 3 July 2024"));
    let due = desk.json(0, &expert(&["limit", "due", "--until", "2024-08-03"]));
    assert_eq!(one(&due)["case"], 1);
    assert_eq!(desk.done(&["limit", "climb"]), "No reminder was due.\n");
    desk.at("2024-07-05T00:00");
    let sent = desk.json(0, &["limit", "climb"]);
    let rungs = |object: &Value, what: &str| object[what].as_array().expect("a list").len();
    assert_eq!((rungs(&sent, "sent"), &sent["sent"][0]["days_from_last_day"]), (1, &(-30).into()), "{sent}");
    assert_eq!(rungs(&desk.json(0, &["limit", "climb"]), "sent"), 0, "each once");
    desk.refused(5, "operator-only", &expert(&["limit", "climb"]));
    let text = desk.done(&expert(&["limit", "reminders"]));
    assert!(text.contains("30 days before") && text.contains("3 Aug 2024"), "{text}");
    let id = sent["sent"][0]["id"].as_str().expect("an identity");
    let stranger = ["limit", "acknowledge", id, "--as", "forssa/coordinator"];
    desk.refused(5, "not-lead", &stranger);
    assert!(desk.done(&expert(&["limit", "acknowledge", id])).contains("case 1 is acknowledged"));
    desk.refused(5, "acknowledged-already", &expert(&["limit", "acknowledge", id]));
    assert!(desk.done(&expert(&["limit", "reminders"])).contains("No reminder is waiting."));
    assert_eq!(rungs(&desk.json(0, &expert(&["limit", "reminders", "--case", "1"])), "reminders"), 1);
    desk.at("2024-08-05T09:00");
    assert!(desk.done(&expert(&["limit", "due"])).contains("2 days over"));
    desk.refused(5, "limit-over", &justified(&["limit", "extend", LIMIT, "--by", "1 month"]));
}

#[test]
fn what_is_wrong_is_said_in_three_languages_with_one_code() {
    let desk = with_case();
    let said = ["sv", "fi", "en"].map(|language| {
        let words = justified(&["limit", "stop", LIMIT, "--from", "2024-06-01", "--lang", language]);
        desk.refused(5, "before-start", &words)
    });
    assert_eq!(
        said,
        [
            "Tidsfristen börjar den 3 juni 2024: den kan inte stå stilla från och med den 1 juni 2024.",
            "Määräaika alkaa 3. kesäkuuta 2024: sitä ei voi keskeyttää 1. kesäkuuta 2024 alkaen.",
            "The limit starts on 3 June 2024: it cannot stand still from 1 June 2024 on.",
        ]
    );
    desk.refused(2, "limit-wrong", &expert(&["limit", "resume", "start-to-2024"]));
    desk.refused(2, "case-wrong", &expert(&["limit", "list", "first"]));
    desk.refused(5, "case-unknown", &expert(&["limit", "list", "2"]));
    desk.refused(5, "limit-unknown", &expert(&["limit", "resume", "1/another"]));
    desk.refused(2, "length-wrong", &justified(&["limit", "extend", LIMIT, "--by", "a while"]));
    desk.refused(2, "adds-nothing", &justified(&["limit", "extend", LIMIT, "--by", "0 days"]));
    desk.refused(5, "length-unfit", &justified(&["limit", "extend", LIMIT, "--by", "5 working days"]));
    let stop = ["limit", "stop", LIMIT, "--from", "2024-06-10", "--reason"];
    desk.refused(2, "reason-missing", &expert(&[stop.as_slice(), &[" ", "--basis", "434/2003"]].concat()));
    desk.refused(2, "basis-unknown", &expert(&[stop.as_slice(), &["x", "--basis", "§ 31"]].concat()));
}

#[test]
fn the_promise_is_proved_and_a_fault_is_named() {
    let desk = with_case();
    let proof = desk.json(0, &["prove"]);
    assert_eq!((&proof["holds"], &proof["cases"], &proof["open"]), (&true.into(), &1.into(), &1.into()), "{proof}");
    assert!(desk.done(&["prove"]).contains("The promise holds: the one case has had exactly one lead"));
    desk.by_hand("drop trigger holding_is_never_edited; update holding set until_at = from_at where role = 'lead';");
    let broken = desk.json(1, &["prove"]);
    let faults = broken["faults"].as_array().expect("a list");
    assert!(faults.iter().any(|fault| fault["code"] == "last-lead" && fault["case"] == 1), "{broken}");
    let told = desk.run(&["prove"]);
    assert!(told.status == 1 && told.out.contains("Case 1: the last lead does not end when"), "{}", told.out);
}
