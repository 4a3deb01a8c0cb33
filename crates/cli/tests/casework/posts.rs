//! Who acts.

use crate::desk::{Desk, MONDAY};

const ADD: [&str; 9] = [
    "post",
    "add",
    "hameenlinna/head",
    "--at-organ",
    "municipality:109",
    "--function",
    "decision-maker",
    "--title",
    "Head",
];

#[test]
fn a_post_is_set_up_listed_and_ended() {
    let desk = Desk::trial();
    assert!(desk.done(&ADD).contains("hameenlinna/head"));
    let list = desk.done(&["post", "list"]);
    assert!(list.contains("hameenlinna/head") && list.contains("Hämeenlinna"), "{list}");
    let posts = desk.json(0, &["post", "list", "--at-organ", "municipality:109"]);
    assert_eq!(posts["posts"].as_array().map(Vec::len), Some(1), "{posts}");
    assert_eq!(posts["posts"][0]["from"], "2024-06-03", "it begins on the day of the trial's clock");
    let ended = desk.json(0, &["post", "end", "hameenlinna/head", "--until", "2024-06-04"]);
    assert_eq!(ended["until"], "2024-06-04");
    assert!(desk.done(&["post", "list"]).contains("3 Jun 2024"), "the last day is the day before");
    desk.refused(5, "ends-in-the-past", &["post", "end", "te-hame/expert", "--until", "2024-06-02"]);
}

#[test]
fn what_a_post_cannot_be_is_refused() {
    let mut desk = Desk::trial();
    desk.done(&ADD);
    desk.refused(5, "post-taken", &ADD);
    let add = |post: &'static str, organ: &'static str| {
        ["post", "add", post, "--at-organ", organ, "--function", "handler", "--title", "A"]
    };
    desk.refused(5, "post-taken", &add("operator", "municipality:061"));
    desk.refused(2, "not-a-word", &add("Aino", "municipality:061"));
    assert!(desk.refused(2, "organ-unknown", &add("a", "te-ofice:hame")).contains("te-ofice:hame"));
    desk.refused(5, "operator-only", &[add("a", "municipality:061").as_slice(), &["--as", "te-hame/expert"]].concat());
    desk.at("2025-01-01T00:00");
    desk.refused(5, "organ-not-there", &add("a", "te-office:hame"));
    desk.done(&["post", "end", "te-hame/expert"]);
    desk.at("2025-01-02");
    desk.refused(5, "post-ended-already", &["post", "end", "te-hame/expert"]);
    desk.refused(5, "post-not-in-force", &["post", "end", "forssa/coordinator", "--as", "te-hame/expert"]);
}

#[test]
fn a_refusal_is_said_in_three_languages_with_one_code() {
    let desk = Desk::trial();
    let said = ["sv", "fi", "en"]
        .map(|language| desk.refused(2, "post-unknown", &["post", "end", "nobody/here", "--lang", language]));
    assert_eq!(
        said,
        [
            "Det finns ingen tjänsteställning ”nobody/here”.",
            "Virkatehtävää ”nobody/here” ei ole.",
            "There is no post “nobody/here”.",
        ]
    );
}

#[test]
fn an_empty_list_says_what_to_do() {
    let desk = Desk::real();
    let said = desk.done(&["post", "list"]);
    assert!(said.contains("There is no post yet.") && said.contains("kotopolku post add"), "{said}");
    assert_eq!(desk.json(0, &["post", "list"])["posts"], serde_json::json!([]));
}

#[test]
fn what_somebody_wrote_steers_no_terminal() {
    let desk = Desk::trial();
    let mut words = ADD;
    words[8] = "\u{1b}[2J\u{202e}Päällikkö\nعائشة";
    desk.done(&words);
    let list = desk.done(&["post", "list"]);
    assert!(!list.contains('\u{1b}') && !list.contains('\u{202e}'), "{list:?}");
    assert!(list.contains("Päällikkö عائشة"), "{list}");
    assert_eq!(list.lines().count(), 4, "one line a post, and the heading: {list}");
    assert!(MONDAY.starts_with("2024-06-03"));
}
