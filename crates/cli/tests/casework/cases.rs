//! Cases: opened by the register, gone on with by steps, settled when they lie between chairs.

use serde_json::Value;

use crate::desk::Desk;
use crate::people::job_seeker;

fn words<'a>(line: &'a str, post: &'a str) -> Vec<&'a str> {
    line.split_whitespace().chain(["--as", post]).collect()
}

fn expert(desk: &Desk, status: i32, line: &str) -> Value {
    desk.json(status, &words(line, "te-hame/expert"))
}

fn text(desk: &Desk, line: &str) -> String {
    desk.done(&words(line, "te-hame/expert"))
}

#[test]
fn a_case_is_opened_listed_shown_and_gone_on_with() {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    assert!(desk.done(&["case", "types"]).contains("act-2010"));
    assert!(desk.json(0, &["case", "types"])["case_types"].as_array().is_some_and(|all| !all.is_empty()));
    let opened = expert(&desk, 0, &format!("case open initial-assessment --person {person}"));
    assert_eq!((&opened["case"], &opened["lead"]["organ"]), (&1.into(), &"te-office:hame".into()));
    assert!(!opened["lead"]["basis"].as_array().expect("bases").is_empty(), "no answer without a basis");
    assert!(text(&desk, "case list").contains("Initial assessment"));
    assert_eq!(expert(&desk, 0, "case list --type initial-assessment --role lead")["cases"][0]["case"], 1);
    assert_eq!(expert(&desk, 0, &format!("case list --person {person}"))["cases"][0]["status"], "opened");
    let shown = text(&desk, "case show 1");
    assert!(shown.contains("You see this because") && shown.contains("1386/2010"), "{shown}");
    let refused = desk.refused(5, "cannot-step", &words("case step 1 invite --seen 1", "te-hame/expert"));
    assert!(refused.contains("invitation-language"), "{refused}");
    let invited = expert(&desk, 0, "case step 1 invite --seen 1 --field invitation-language=ar");
    assert_eq!((&invited["status"], &invited["version"]), (&"invited".into(), &2.into()));
    let stale = desk.refused(6, "case-stale", &words("case step 1 start --seen 1", "te-hame/expert"));
    assert!(stale.contains("has version 2, and this was based on 1"), "{stale}");
    assert!(text(&desk, "case step 1 start --seen 2").contains("under-way"));
    assert_eq!(expert(&desk, 0, "case history 1")["changes"].as_array().map(Vec::len), Some(2));
    assert_eq!(expert(&desk, 0, "case history 1 --field invitation-language")["values"][0]["value"], "ar");
    assert!(text(&desk, "case history 1").contains("invite"));
    desk.refused(2, "step-unknown", &words("case step 1 fly --seen 3", "te-hame/expert"));
}

#[test]
fn a_case_that_nobody_leads_yet_asks_for_what_is_missing_and_is_settled() {
    let desk = Desk::trial();
    let forssa = "forssa/coordinator";
    let added = desk.json(0, &words("person add --given Noor --since 2024-01-01 --fact municipality=Forssa", forssa));
    let person = added["person"].as_str().expect("an identity");
    let open = format!("case open initial-assessment --person {person}");
    let opened = desk.json(4, &words(&open, forssa));
    assert_eq!(opened["between_chairs"]["why"], "ask");
    assert_eq!(opened["lead"]["organ"], "municipality:061");
    let told = desk.run(&words("case between-chairs", forssa));
    assert!(told.out.contains("kotopolku fact record PERSON residence VALUE"), "{}", told.out);
    assert_eq!(desk.json(0, &words("case between-chairs", forssa))["cases"][0]["case"], 1);
    assert_eq!(desk.json(4, &words("case settle 1", forssa))["settled"], false);
    let residence = format!("fact record {person} residence permit --from 2024-01-01");
    let asks = &desk.json(0, &words(&residence, forssa))["cases"][0];
    assert_eq!((&asks["move"], &asks["between"]["why"]), (&"asks".into(), &"ask".into()), "{asks}");
    // The answer settles it by itself.
    let labour = format!("fact record {person} labour unemployed-job-seeker --from 2024-01-01");
    let settled = &desk.json(0, &words(&labour, forssa))["cases"][0];
    assert_eq!((&settled["move"], &settled["to"]), (&"at-once".into(), &"te-office:hame".into()), "{settled}");
    assert!(desk.done(&words("case between-chairs", forssa)).contains("No case lies between chairs"));
    desk.refused(5, "not-between-chairs", &words("case settle 1", "te-hame/expert"));
}

#[test]
fn a_case_one_may_not_see_is_not_there() {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    expert(&desk, 0, &format!("case open initial-assessment --person {person}"));
    let other =
        ["post", "add", "oulu/handler", "--at-organ", "municipality:564", "--function", "handler", "--title", "H"];
    desk.done(&other);
    let unseen = desk.refused(5, "case-unknown", &words("case show 1", "oulu/handler"));
    assert_eq!(unseen, desk.refused(5, "case-unknown", &words("case show 77", "oulu/handler")));
    assert_eq!(desk.json(0, &words("case list", "oulu/handler"))["cases"], serde_json::json!([]));
    desk.refused(2, "case-type-unknown", &words(&format!("case open asessment --person {person}"), "te-hame/expert"));
}
