//! People and what is known of them.

use serde_json::Value;

use crate::desk::Desk;

/// Records a job seeker in Forssa as the TE office; the identity.
pub fn job_seeker(desk: &Desk) -> String {
    let words = "person add --given عائشة --family الأحمد --given-latin Aisha --family-latin Al-Ahmad --born 1990-05 \
        --since 2024-01-01 --fact municipality=Forssa --fact residence=permit --fact labour=unemployed-job-seeker \
        --as te-hame/expert";
    let added = desk.json(0, &words.split_whitespace().collect::<Vec<_>>());
    added["person"].as_str().expect("an identity").to_owned()
}

/// The words of a line, as the TE office's expert.
fn expert(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).chain(["--as".to_owned(), "te-hame/expert".to_owned()]).collect()
}

fn words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

fn json(desk: &Desk, status: i32, line: &str) -> Value {
    desk.json(status, &words(&expert(line)))
}

fn text(desk: &Desk, line: &str) -> String {
    desk.done(&words(&expert(line)))
}

#[test]
fn a_person_is_recorded_found_and_shown() {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    for spelled in ["عائشة", "aisha", "Al-Ah", "ahmad"] {
        let found = json(&desk, 0, &format!("person find {spelled}"));
        assert_eq!(found["people"][0]["person"], person.as_str(), "{spelled}: {found}");
        assert_eq!(found["people"][0]["born"], "1990-05");
    }
    let shown = text(&desk, &format!("person show {person}"));
    for said in ["عائشة الأحمد (Aisha Al-Ahmad)", "born 1990-05", "Forssa (061)", "1 Jan 2024"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert_eq!(json(&desk, 0, &format!("person show {person}"))["facts"].as_array().map(Vec::len), Some(4));
    assert!(text(&desk, "person find Nobodyatall").contains("kotopolku person add"));
}

#[test]
fn what_one_may_not_see_does_not_exist() {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    let unseen = desk.refused(5, "person-unknown", &["person", "show", &person, "--as", "forssa/coordinator"]);
    let nobody = "01900000-0000-7000-8000-000000000000";
    assert_eq!(unseen, desk.refused(5, "person-unknown", &["person", "show", nobody, "--as", "forssa/coordinator"]));
    desk.refused(2, "as-whom", &["person", "show", &person]);
    desk.refused(2, "person-wrong", &["person", "show", "Aisha", "--as", "te-hame/expert"]);
}

#[test]
fn a_fact_is_recorded_corrected_ended_and_never_erased() {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    let moved = json(&desk, 0, &format!("fact record {person} municipality Hämeenlinna --from 2024-06-01"));
    assert_eq!(moved["written"].as_array().map(Vec::len), Some(2), "the new one, and the old one cut short: {moved}");
    let fact = moved["fact"].as_str().expect("an identity");
    let said =
        text(&desk, &format!("fact correct {person} {fact} Hattula --from 2024-06-01 --source population-register"));
    assert!(said.contains("Hattula") && said.contains("No longer believed"), "{said}");
    assert!(
        text(
            &desk,
            &format!("fact record {person} municipality Hattula --from 2024-06-01 --source population-register")
        )
        .contains("known so already")
    );
    let history = json(&desk, 0, &format!("fact history {person} municipality"));
    let values: Vec<_> = history["facts"].as_array().expect("facts").iter().map(|fact| fact["value"].clone()).collect();
    assert!(values.contains(&"109".into()) && values.contains(&"061".into()), "{history}");
    assert!(text(&desk, &format!("fact history {person}")).contains("Withdrawn"));
    text(&desk, &format!("fact end {person} labour --from 2024-06-10"));
    let end = expert(&format!("fact end {person} phone"));
    desk.refused(5, "nothing-to-end", &words(&end));
    for (code, line) in [
        ("fact-wrong", "labour job-seeeker"),
        ("fact-wrong", "labuor student"),
        ("fact-wrong", "municipality Forsa"),
        ("fact-value-wrong", "phone call-me"),
        ("age-follows-from-birth", "age 30"),
        ("fact-source-wrong", "labour student --source Aunt"),
        ("fact-slot-wrong", "labour student --slot other"),
        ("ends-before-it-begins", "labour student --until 2024-01-01"),
    ] {
        desk.refused(2, code, &words(&expert(&format!("fact record {person} {line}"))));
    }
}

#[test]
fn those_who_stand_round_a_person_are_recorded() {
    let desk = Desk::trial();
    let (person, child) = (job_seeker(&desk), job_seeker(&desk));
    let relation = json(&desk, 0, &format!("person relate {person} child {child} --from 2020-02-29"));
    let agent = json(&desk, 0, &format!("person represent {person} agent Asiamies --scope permits --basis 2023/681"));
    let shown = json(&desk, 0, &format!("person show {person}"));
    assert_eq!(shown["relations"][0]["other"], child.as_str(), "{shown}");
    assert_eq!(shown["representatives"][0]["name"], "Asiamies");
    assert!(text(&desk, &format!("person show {person}")).contains("2020"));
    desk.refused(5, "related-already", &words(&expert(&format!("person relate {person} child {child}"))));
    desk.refused(2, "usage", &words(&expert(&format!("person relate {person} cousin {child}"))));
    text(&desk, &format!("person unrelate {person} {}", relation["id"].as_str().expect("an identity")));
    text(
        &desk,
        &format!("person unrepresent {person} {} --from 2024-07-01", agent["id"].as_str().expect("an identity")),
    );
    let alike = json(&desk, 0, &format!("person duplicates {person}"));
    assert_eq!(alike["alike"][0]["person"], child.as_str(), "the same name and birth: {alike}");
    text(&desk, &format!("person say {person} different {child} --why Twins"));
    assert!(text(&desk, &format!("person duplicates {person}")).contains("Nobody"));
}

#[test]
fn a_birth_and_a_name_are_corrected() {
    let desk = Desk::trial();
    let person = job_seeker(&desk);
    let seen = json(&desk, 0, &format!("person show {person}"))["version"].as_i64().expect("a version");
    text(&desk, &format!("person birth {person} 1991-02-28 --seen {seen}"));
    desk.refused(6, "stale", &words(&expert(&format!("person birth {person} 1991 --seen {seen}"))));
    desk.refused(2, "birth-wrong", &words(&expert(&format!("person birth {person} 28.2.1991 --seen {seen}"))));
    text(&desk, &format!("person name {person} --given Aino"));
    assert!(text(&desk, &format!("person show {person}")).starts_with("Aino · born 28 February 1991"));
}
