//! Hand-over: what a fact moves, offer and answer, silence, consent.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::desk::Desk;

const EXPERT: &str = "te-hame/expert";
const FORSSA: &str = "forssa/coordinator";
const HAMEENLINNA: &str = "hameenlinna/coordinator";

fn words<'a>(line: &'a str, post: &'a str) -> Vec<&'a str> {
    line.split_whitespace().chain(["--as", post]).collect()
}

fn post(desk: &Desk, post: &str, organ: &str) {
    let add = ["post", "add", post, "--at-organ", organ, "--function", "handler", "--title", "Expert"];
    desk.done(&[add.as_slice(), &["--from", "2021-01-01"]].concat());
}

/// Somebody on lasting assistance in Forssa: as a job seeker with the TE office, else with the municipality.
fn person(desk: &Desk, labour: &str, by: &str) -> String {
    let line = format!(
        "person add --given Noor --family Haddad --born 1990-05 --since 2024-01-01 --fact municipality=Forssa \
         --fact residence=permit --fact assistance=lasting --fact first-permit=within-3-years \
         --fact home-municipality=yes --fact interpreter=ti --fact labour={labour}"
    );
    desk.json(0, &words(&line, by))["person"].as_str().expect("an identity").to_owned()
}

fn open(desk: &Desk, person: &str, by: &str) {
    desk.done(&words(&format!("case open initial-assessment --person {person}"), by));
}

/// A desk with one case of the TE office; the person.
fn with_case() -> (Desk, String) {
    let desk = Desk::trial();
    post(&desk, HAMEENLINNA, "municipality:109");
    let person = person(&desk, "unemployed-job-seeker", EXPERT);
    open(&desk, &person, EXPERT);
    (desk, person)
}

/// The same, and the person is a job seeker no longer: the case is offered to Forssa.
fn offered() -> (Desk, String) {
    let (desk, person) = with_case();
    desk.done(&words(&format!("fact record {person} labour outside"), EXPERT));
    (desk, person)
}

fn only(object: &Value) -> &Value {
    assert_eq!(object["cases"].as_array().map(Vec::len), Some(1), "{object}");
    &object["cases"][0]
}

fn leads(desk: &Desk, post: &str) -> usize {
    desk.json(0, &words("case list --role lead", post))["cases"].as_array().map_or(0, Vec::len)
}

fn many(desk: &Desk, line: &str, post: &str) -> usize {
    desk.json(0, &words(line, post))["hand_overs"].as_array().expect("a list").len()
}

#[test]
fn what_a_fact_moves_is_shown_before_it_is_saved_and_done_as_it_was_shown() {
    let (desk, person) = with_case();
    let line = format!("{person} labour outside");
    let before = desk.number("select (select count(*) from person_fact) + (select count(*) from handover)");
    let shown = desk.json(0, &words(&format!("fact preview record {line}"), EXPERT));
    let after = desk.number("select (select count(*) from person_fact) + (select count(*) from handover)");
    assert_eq!(before, after, "a preview keeps nothing");
    let one = only(&shown);
    assert_eq!((&one["move"], &one["to"]), (&"offer".into(), &"municipality:061".into()), "{shown}");
    assert_eq!((&one["hand_over"], &shown["fact"]), (&Value::Null, &Value::Null));
    assert_eq!((&one["limits"][0]["limit"], &shown["written"][0]["id"]), (&"start-to-2024".into(), &Value::Null));
    let text = desk.done(&words(&format!("fact preview record {line}"), EXPERT));
    for said in
        ["Nothing is saved yet", "It is offered to Forssa", "Sees it", "The assessment must start", "--based-on "]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let based_on = format!("--based-on {}", shown["shown"].as_str().expect("what was shown"));
    let saved = desk.json(0, &words(&format!("fact record {line} {based_on}"), EXPERT));
    assert_eq!((&only(&saved)["move"], &saved["attribute"]), (&"offer".into(), &"labour".into()), "{saved}");
    assert!(saved["fact"].is_string() && only(&saved)["hand_over"].is_string(), "{saved}");
    assert_eq!(
        (saved["written"].as_array().map(Vec::len), saved["withdrawn"].as_array().map(Vec::len)),
        (Some(2), Some(1))
    );
    desk.refused(6, "preview-is-stale", &words(&format!("fact record {line} {based_on}"), EXPERT));
    desk.refused(2, "based-on-wrong", &words(&format!("fact record {line} --based-on 12"), EXPERT));
    // Without it, a fact moves the cases all the same.
    let back = desk.json(0, &words(&format!("fact record {person} labour unemployed-job-seeker"), EXPERT));
    assert_eq!((&only(&back)["move"], &only(&back)["offer_ends"]), (&"nothing".into(), &"municipality:061".into()));
}

#[test]
fn ending_correcting_and_withdrawing_a_fact_move_too_and_go_stale() {
    let (desk, person) = with_case();
    let history = desk.json(0, &words(&format!("fact history {person} labour"), EXPERT));
    let fact = history["facts"][0]["id"].as_str().expect("an identity").to_owned();
    let correct = format!("correct {person} {fact} outside --from 2024-01-01");
    let shown: Vec<(String, Value)> = [format!("end {person} labour"), format!("withdraw {person} {fact}"), correct]
        .into_iter()
        .map(|line| (line.clone(), desk.json(0, &words(&format!("fact preview {line}"), EXPERT))))
        .collect();
    for (number, what) in ["asks", "asks", "offer"].into_iter().enumerate() {
        assert_eq!(only(&shown[number].1)["move"], what, "{}", shown[number].1);
    }
    assert_eq!(only(&shown[0].1)["between"]["attribute"], "labour");
    let text = desk.done(&words(&format!("fact preview end {person} labour"), EXPERT));
    assert!(text.contains("Question") && text.contains("May lead"), "{text}");
    assert_eq!(shown[2].1["when"]["word"], "backdated");
    // Something else comes between: none of what was shown holds any longer.
    desk.done(&words(&format!("fact record {person} municipality Jokioinen"), EXPERT));
    for (line, shown) in &shown {
        let based_on = shown["shown"].as_str().expect("what was shown");
        // What ends or is corrected is the same; the case that it moves would move elsewhere, or ask for something else.
        desk.refused(6, "preview-is-stale", &words(&format!("fact {line} --based-on {based_on}"), EXPERT));
    }
    let corrected = desk.json(0, &words(&format!("fact {}", shown[2].0), EXPERT));
    assert_eq!((&only(&corrected)["move"], &only(&corrected)["to"]), (&"offer".into(), &"municipality:169".into()));
    let fact = corrected["fact"].as_str().expect("an identity");
    let gone = desk.json(0, &words(&format!("fact withdraw {person} {fact}"), EXPERT));
    assert_eq!((&only(&gone)["move"], &only(&gone)["offer_ends"]), (&"asks".into(), &"municipality:169".into()));
}

#[test]
fn an_offer_is_shown_returned_with_a_reason_taken_back_and_accepted() {
    let (desk, _) = offered();
    assert_eq!((many(&desk, "handover list", FORSSA), many(&desk, "handover list --offered", EXPERT)), (1, 1));
    let shown = desk.json(0, &words("handover show 1", FORSSA));
    assert_eq!((&shown["about"]["interpreter"], &shown["changed"]), (&"ti".into(), &"labour".into()), "{shown}");
    let text = desk.done(&words("handover show 1", FORSSA));
    assert!(text.contains("to be answered by 10 June 2024") && text.contains("Forssa (061)"), "{text}");
    assert!(!desk.done(&words("handover show 1", EXPERT)).contains("Interpreter"), "the lead has the file for that");
    desk.refused(5, "handover-unknown", &words("handover show 1", HAMEENLINNA));
    desk.refused(5, "only-receiver", &words("handover accept 1", EXPERT));
    desk.refused(5, "only-lead", &words("handover withdraw 1", FORSSA));
    desk.refused(5, "already-offered", &words("handover offer 1", EXPERT));
    desk.refused(2, "usage", &words("handover return 1", FORSSA));
    let mut back = words("handover return 1 --reason not-ours --note", FORSSA);
    back.insert(back.len() - 2, "See the register.");
    let returned = desk.json(0, &back);
    assert_eq!((&returned["stage"], &returned["reason"]), (&"returned".into(), &"not-ours".into()), "{returned}");
    let text = desk.done(&words("handover show 1", EXPERT));
    assert!(text.contains("another organ leads") && text.contains("See the register."), "{text}");
    desk.refused(5, "already-settled", &words("handover accept 1", FORSSA));
    assert_eq!(desk.json(0, &words("handover offer 1", EXPERT))["move"], "offer");
    assert_eq!(desk.json(0, &words("handover withdraw 1", EXPERT))["reason"], "by-lead");
    assert_eq!(many(&desk, "handover list", FORSSA), 0);
    desk.done(&words("handover offer 1", EXPERT));
    desk.refused(5, "too-early", &words("handover accept 1 --from 2024-06-01", FORSSA));
    desk.refused(5, "too-late", &words("handover accept 1 --from 2026-06-01", FORSSA));
    desk.refused(2, "wrong-use", &words("handover accept 1 --from soon", FORSSA));
    let accepted = desk.done(&words("handover accept 1", FORSSA));
    assert!(accepted.starts_with("Forssa leads case 1 from 3 Jun 2024, 09:"), "{accepted}");
    assert_eq!((leads(&desk, FORSSA), leads(&desk, EXPERT)), (1, 0));
    assert_eq!(many(&desk, "handover of 1", FORSSA), 3);
    desk.refused(5, "stays-with-lead", &words("handover offer 1", FORSSA));
    assert_eq!(desk.json(0, &["prove"])["holds"], true);
}

#[test]
fn accepted_for_later_the_old_lead_goes_on_until_then() {
    let (mut desk, _) = offered();
    desk.done(&words("handover accept 1 --from 2024-07-01", FORSSA));
    desk.refused(5, "already-planned", &words("handover offer 1", EXPERT));
    desk.at("2024-06-30T22:30");
    assert_eq!((leads(&desk, FORSSA), leads(&desk, EXPERT)), (0, 1));
    desk.at("2024-07-01T00:00");
    assert_eq!((leads(&desk, FORSSA), leads(&desk, EXPERT)), (1, 0));
}

#[test]
fn silence_climbs_can_be_reminded_of_and_decides_nothing() {
    let (mut desk, _) = offered();
    desk.refused(5, "not-lapsed", &words("handover by-law 1", EXPERT));
    desk.refused(5, "consent-not-needed", &words("handover consent 1 asked", EXPERT));
    desk.refused(5, "operator-only", &words("handover climb", EXPERT));
    assert_eq!(desk.json(0, &["handover", "climb"])["climbed"], 0);
    desk.at("2024-06-11T00:00");
    assert_eq!(desk.json(0, &["handover", "climb"])["climbed"], 1);
    assert_eq!(desk.done(&["handover", "climb"]), "No hand-over was late.\n", "each step once");
    let lapsed = desk.json(0, &words("handover show 1", EXPERT));
    let above = lapsed["with"]["organ"].as_str().expect("an organ above").to_owned();
    assert_eq!((&lapsed["stage"], &lapsed["with"]["tie"]), (&"lapsed".into(), &"supervise".into()), "{lapsed}");
    post(&desk, "above/adviser", &above);
    assert_eq!(many(&desk, "handover list --unanswered", "above/adviser"), 1);
    assert_eq!(many(&desk, "handover list --unanswered", FORSSA), 0);
    let reminded = desk.json(0, &words("handover remind 1", "above/adviser"));
    assert_eq!(reminded["reminders"][0]["organ"], above.as_str(), "{reminded}");
    assert!(desk.done(&words("handover show 1", FORSSA)).contains("Reminded"));
    desk.refused(5, "steering-is-not-deciding", &words("handover assign 1 --to receiver", "above/adviser"));
    desk.refused(5, "handover-unknown", &words("handover remind 1", FORSSA));
    assert_eq!(leads(&desk, EXPERT), 1, "silence takes nothing away");
    let moved = desk.json(0, &words("handover by-law 1", EXPERT));
    assert_eq!((&moved["stage"], &moved["how"]), (&"accepted".into(), &"law".into()), "{moved}");
    assert_eq!((leads(&desk, FORSSA), leads(&desk, EXPERT)), (1, 0));
}

/// From 2025: a client of Forssa moves to Hämeenlinna.
fn moved_away(desk: &Desk) {
    let person = person(desk, "outside", FORSSA);
    open(desk, &person, FORSSA);
    let moved = desk.json(0, &words(&format!("fact record {person} municipality Hämeenlinna"), FORSSA));
    assert_eq!(only(&moved)["consent"], "681/2023 §85", "{moved}");
}

#[test]
fn without_the_persons_answer_the_other_municipality_hears_nothing_and_refused_it_gets_no_file() {
    let mut desk = Desk::trial();
    post(&desk, HAMEENLINNA, "municipality:109");
    desk.at("2025-02-03T09:00");
    moved_away(&desk);
    assert_eq!(many(&desk, "handover list", HAMEENLINNA), 0);
    desk.refused(5, "handover-unknown", &words("handover show 1", HAMEENLINNA));
    desk.refused(5, "consent-awaited", &words("handover by-law 1", FORSSA));
    desk.refused(5, "consent-step", &words("handover consent 1 given --said-by person", FORSSA));
    desk.done(&words("handover consent 1 asked", FORSSA));
    desk.refused(2, "who-said-it", &words("handover consent 1 refused", FORSSA));
    let refused = desk.done(&words("handover consent 1 refused --said-by person", FORSSA));
    assert_eq!(refused, "The person's consent in case 1: refused.\n");
    let shown = desk.json(0, &words("handover show 1", HAMEENLINNA));
    assert_eq!((&shown["about"], &shown["case"]), (&Value::Null, &1.into()), "the matter without the person: {shown}");
    desk.done(&words("handover accept 1", HAMEENLINNA));
    assert_eq!(leads(&desk, HAMEENLINNA), 1);
    let given = desk.json(0, &words("handover consent 1 given --said-by representative", HAMEENLINNA));
    assert_eq!(given["consent"], "given", "the new lead may ask again");
}

#[test]
fn of_a_protected_person_the_receiver_is_not_told_where_they_live() {
    let (desk, person) = offered();
    let protect = format!("person protect {person} --handler {EXPERT} --basis 661/2009");
    let told = desk.run(&words(&protect, EXPERT));
    assert_eq!(told.status, 0, "{}{}", told.out, told.err);
    let shown = desk.json(0, &words("handover show 1", FORSSA));
    let about = &shown["about"];
    assert_eq!((&about["protected"], &about["municipality"]), (&true.into(), &Value::Null), "{shown}");
    let text = desk.done(&words("handover show 1", FORSSA));
    assert!(text.contains("name the handlers before you accept") && !text.contains("(061)"), "{text}");
}

#[test]
fn the_operator_sets_the_time_for_an_answer() {
    let desk = Desk::trial();
    let now = desk.json(0, &["handover", "answer-time"]);
    assert_eq!((&now["length"], &now["rule"]), (&"5 working days".into(), &"working-days".into()));
    desk.refused(5, "operator-only", &["handover", "answer-time", "10 days", "--as", EXPERT]);
    assert_eq!(desk.json(0, &["handover", "answer-time", "10 days"])["rule"], "calendar-days");
    desk.refused(2, "length-wrong", &["handover", "answer-time", "a while"]);
    desk.refused(2, "rule-wrong", &["handover", "answer-time", "10 days", "--counted", "slowly"]);
    desk.refused(2, "uncountable", &["handover", "answer-time", "10 days", "--counted", "working-days"]);
    desk.refused(2, "uncountable", &["handover", "answer-time", "0 days"]);
    assert_eq!(desk.json(0, &["handover", "answer-time"])["length"], "10 days", "what was refused changed nothing");
    let person = person(&desk, "unemployed-job-seeker", EXPERT);
    open(&desk, &person, EXPERT);
    desk.done(&words(&format!("fact record {person} labour outside"), EXPERT));
    assert!(desk.done(&words("handover show 1", EXPERT)).contains("to be answered by 13 June 2024"));
}

#[test]
fn what_is_refused_is_said_in_three_languages_with_one_code() {
    let (desk, _) = offered();
    let said = ["sv", "fi", "en"]
        .map(|language| desk.refused(5, "not-lapsed", &words(&format!("handover by-law 1 --lang {language}"), EXPERT)));
    assert_eq!(
        said,
        [
            "Mottagaren kan ännu svara, till och med den 10 juni 2024.",
            "Vastaanottaja voi vielä vastata, viimeistään 10. kesäkuuta 2024.",
            "The receiver may still answer, until 10 June 2024.",
        ]
    );
    desk.refused(2, "handover-wrong", &words("handover accept first", FORSSA));
    desk.refused(5, "handover-unknown", &words("handover accept 2", FORSSA));
    desk.refused(5, "handover-unknown", &words("handover accept 01900000-0000-7000-8000-000000000000", FORSSA));
    desk.refused(2, "as-whom", &["handover", "list"]);
}

/// A server of its own, ended with the test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
fn the_server_lets_what_nobody_answered_go_up_by_itself() {
    let desk = Desk::real();
    for (word, organ) in [(FORSSA, "municipality:061"), (HAMEENLINNA, "municipality:109")] {
        post(&desk, word, organ);
    }
    moved_away(&desk);
    desk.done(&words("handover consent 1 asked", FORSSA));
    desk.done(&words("handover consent 1 given --said-by person", FORSSA));
    assert_eq!(desk.json(0, &["handover", "climb"])["climbed"], 0);
    // As if it had been offered long ago.
    desk.by_hand(
        "drop trigger handover_rung_is_never_edited; update handover_rung \
         set begun_at = '2025-01-01T00:00:00.000000Z', answer_by = '2025-01-02T00:00:00.000000Z'",
    );
    let mut serve = Command::new(env!("CARGO_BIN_EXE_kotopolku"));
    serve.args(["serve", "--listen", "127.0.0.1:0", "--database", "sqlite:kotopolku.db"]).current_dir(&desk.folder);
    serve.stdout(Stdio::null()).stderr(Stdio::null());
    let _served = Served(serve.spawn().expect("the server starts"));
    let started = Instant::now();
    while desk.number("select count(*) from handover where state = 'lapsed'") == 0 {
        assert!(started.elapsed() < Duration::from_secs(20), "it did not go up");
        std::thread::sleep(Duration::from_millis(50));
    }
}
