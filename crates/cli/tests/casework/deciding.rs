//! Decisions: made, shown, notified, replaced, annulled, replayed.

use std::path::Path;

use serde_json::Value;

use crate::desk::Desk;

const MAKER: [&str; 2] = ["--as", "migri/maker"];
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

fn maker<'a>(words: &[&'a str]) -> Vec<&'a str> {
    [words, &MAKER].concat()
}

/// A desk with posts at the Immigration Service and at a mission.
fn desk() -> Desk {
    let desk = Desk::trial();
    for (post, organ, function) in [
        ("migri/maker", "immigration-service", "decision-maker"),
        ("migri/handler", "immigration-service", "handler"),
        ("mission/maker", "mission", "decision-maker"),
    ] {
        let words = ["post", "add", post, "--at-organ", organ, "--function", function, "--title", "Official"];
        desk.done(&[words.as_slice(), &["--from", "2021-01-01"]].concat());
    }
    desk
}

/// An application for a travel document, of somebody with these facts.
fn application(desk: &Desk, post: &str, facts: &[&str]) {
    let mut words = vec!["person", "add", "--born", "1990-05-01", "--since", "2024-01-01", "--as", post];
    facts.iter().for_each(|fact| words.extend(["--fact", fact]));
    let added = desk.json(0, &words);
    let person = added["person"].as_str().expect("an identity");
    desk.done(&["case", "open", "travel-document", "--person", person, "--as", post]);
}

fn in_forssa(desk: &Desk) {
    application(desk, "migri/maker", &["municipality=Forssa", "residence=permit", "ground=protection"]);
}

const DECIDE: [&str; 10] = [
    "decision",
    "make",
    "1",
    "decide",
    "--seen",
    "1",
    "--result",
    "aliens-passport",
    "--field",
    "reasons=No passport; Об'єднання, عائشة",
];
const NOTIFY: [&str; 9] =
    ["decision", "notify", "1/1", "--kind", "letter", "--sent", "2024-06-03", "--reason", "434/2003 §59"];

/// With a decision in case 1.
fn decided() -> Desk {
    let desk = desk();
    in_forssa(&desk);
    desk.done(&maker(&DECIDE));
    desk
}

fn id(object: &Value) -> &str {
    object["id"].as_str().expect("an identity")
}

#[test]
fn a_decision_is_made_shown_and_notified() {
    let desk = desk();
    in_forssa(&desk);
    assert!(desk.done(&maker(&["decision", "list", "1"])).contains("No decision has been made in this case."));
    let made = desk.json(0, &maker(&DECIDE));
    assert_eq!((&made["name"], &made["organ"]), (&"1/1".into(), &"immigration-service".into()));
    assert_eq!((&made["clauses"][0], &made["support"]), (&"in-finland".into(), &"borne".into()));
    assert_eq!((&made["standing"]["word"], &made["notification"]), (&"stands".into(), &Value::Null));
    assert_eq!(made["texts"]["reasons"], "No passport; Об'єднання, عائشة");
    assert_eq!(made["edition"].as_str().map(str::len), Some(64));
    for named in ["1/1", id(&made)] {
        assert_eq!(desk.json(0, &maker(&["decision", "show", named])), made, "by its place and by its identity");
    }
    let received = [NOTIFY.as_slice(), &["--received", "2024-06-10"]].concat();
    let told = desk.json(0, &maker(&received));
    let notification = &told["notification"];
    assert_eq!((&notification["appealable_until"], &notification["limit"]), (&"2024-07-10".into(), &"appeal".into()));
    let text = desk.done(&maker(&["decision", "show", "1/1"]));
    for said in
        ["An alien's passport is granted (1/1)", "Finnish Immigration Service (leads)", "10 July 2024", "301/2004 §139"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    desk.refused(5, "notified-already", &maker(&received));
    let other = [received.as_slice(), &["--replaces", NOBODY]].concat();
    desk.refused(6, "not-the-last-notification", &maker(&other));
    let mended = [NOTIFY.as_slice(), &["--received", "2024-06-03", "--replaces", id(notification)]].concat();
    assert_eq!(desk.json(0, &maker(&mended))["notification"]["appealable_until"], "2024-07-03");
}

#[test]
fn a_decision_is_replaced_and_annulled_and_never_gone() {
    let desk = decided();
    let anew = |what: &'static str, earlier: &'static str, seen: &'static str, result: &'static str| {
        let words = ["decision", what, earlier, "decide-anew", "--seen", seen, "--result", result];
        maker(&[words.as_slice(), &["--field", "reasons=What was not known"]].concat())
    };
    let second = desk.json(0, &anew("replace", "1/1", "2", "refused"));
    assert_eq!((&second["name"], &second["replaces"]["effect"]), (&"1/2".into(), &"replaces".into()));
    let said = desk.refused(5, "stands-no-longer", &anew("annul", "1/1", "3", "withdrawn"));
    assert!(said.contains(id(&second)), "{said}");
    desk.done(&anew("annul", "1/2", "3", "withdrawn"));
    let list = desk.json(0, &maker(&["decision", "list", "1"]));
    let became: Vec<_> =
        list["decisions"].as_array().expect("a list").iter().map(|one| &one["standing"]["word"]).collect();
    assert_eq!(became, ["replaced", "annulled", "stands"]);
    let text = desk.done(&maker(&["decision", "list", "1"]));
    assert!(text.lines().count() == 4 && text.contains("annulled"), "{text}");
    desk.refused(6, "case-stale", &anew("replace", "1/3", "3", "refused"));
}

#[test]
fn an_organ_that_cannot_decide_is_told_the_missing_link_in_three_languages() {
    let desk = desk();
    application(&desk, "mission/maker", &["place=abroad"]);
    let said = ["sv", "fi", "en"].map(|language| {
        let words = [DECIDE.as_slice(), &["--lang", language]].concat();
        let object = desk.json(5, &maker(&words));
        let error = &object["error"];
        assert_eq!((&error["code"], &error["details"]["link"]), (&"not-competent".into(), &"other-verbs".into()));
        assert_eq!(error["details"]["missing"]["deciding"][0], "mission");
        error["what"].as_str().expect("it says what").to_owned()
    });
    assert_eq!(
        said,
        [
            "Myndigheten kan inte besluta i ärende 1: den har del i ärendet men saknar beslutanderätt (dess del: hörs); \
             beslutanderätten ligger hos Finlands beskickning.",
            "Viranomainen ei voi päättää asiassa 1: se on asiassa osallisena ilman päätösvaltaa (sen osa: kuullaan); \
             päätösvallan haltija: Suomen edustusto.",
            "The organ cannot decide in case 1: it bears the case without the power to decide (its part: is heard); \
             that lies with Finnish mission abroad.",
        ]
    );
    assert_eq!(desk.number("select count(*) from decision"), 0);
    let mission = ["--as", "mission/maker"];
    desk.done(&[DECIDE.as_slice(), &mission].concat());

    in_forssa(&desk);
    let mut second = DECIDE;
    second[2] = "2";
    let handler = [second.as_slice(), &["--as", "migri/handler"]].concat();
    let object = desk.json(5, &handler);
    assert_eq!(object["error"]["details"]["link"], "function", "{object}");
    // Who never bore the case is not told that there is one.
    desk.refused(5, "case-unknown", &[second.as_slice(), &["--as", "te-hame/expert"]].concat());
}

#[test]
fn what_is_written_wrong_is_told() {
    let desk = decided();
    desk.refused(2, "decision-wrong", &maker(&["decision", "show", "first"]));
    desk.refused(2, "decision-wrong", &maker(&["decision", "show", "1/first"]));
    desk.refused(5, "decision-unknown", &maker(&["decision", "show", "1/2"]));
    let nobody = desk.refused(5, "decision-unknown", &maker(&["decision", "show", NOBODY]));
    let list = desk.json(0, &maker(&["decision", "list", "1"]));
    let stranger = ["decision", "show", id(&list["decisions"][0]), "--as", "te-hame/expert"];
    assert_eq!(desk.refused(5, "decision-unknown", &stranger), nobody, "as if it were not there");
    desk.refused(2, "decides-nothing", &maker(&["decision", "make", "1", "finish", "--seen", "2"]));
    desk.refused(2, "field-form", &maker(&["decision", "make", "1", "decide", "--seen", "2", "--field", "reasons"]));
    desk.refused(5, "cannot-step", &maker(&["decision", "make", "1", "decide-anew", "--seen", "2"]));
    desk.refused(5, "needs-decision", &{
        let step = ["case", "step", "1", "decide-anew", "--seen", "2", "--result", "refused"];
        maker(&[step.as_slice(), &["--field", "reasons=x"]].concat())
    });
    desk.refused(2, "state-the-day", &maker(&NOTIFY));
    let received = |day| [NOTIFY.as_slice(), &["--received", day]].concat();
    desk.refused(2, "notification-day-wrong", &maker(&received("2024-06-02")));
    desk.refused(2, "wrong-use", &maker(&received("3.6.2024")));
    desk.refused(2, "not-a-limit", &maker(&[received("2024-06-10").as_slice(), &["--limit", "another"]].concat()));
    let mut silent = received("2024-06-10");
    silent[8] = " ";
    desk.refused(2, "reason-missing", &maker(&silent));
    assert_eq!(desk.number("select count(*) from decision_notification"), 0);
}

#[test]
fn every_decision_is_replayed_and_one_that_was_changed_is_named() {
    let desk = decided();
    assert_eq!(desk.done(&["replay"]), "The one decision comes out the same under the edition by which it was made.\n");
    let all = desk.json(0, &["replay", "--against-today"]);
    assert_eq!((&all["decisions"], &all["same"], &all["against"]), (&1.into(), &1.into(), &"today".into()));
    desk.refused(5, "replay-not-for-this-post", &maker(&["replay"]));
    desk.by_hand("drop trigger decision_is_never_edited; update decision set certainty = 'seed';");
    let changed = desk.json(1, &["replay"]);
    assert_eq!((&changed["differs"], &changed["named"][0]["found"][0]["code"]), (&1.into(), &"altered".into()));
    let told = desk.run(&["replay"]);
    assert!(told.status == 1 && told.out.contains("somebody has changed it in the database"), "{}", told.out);
    assert!(told.out.contains("3 June 2024, Finnish Immigration Service: decision "), "{}", told.out);
}

#[test]
fn a_register_that_gives_decisions_to_another_organ_names_them() {
    let desk = decided();
    let folder = desk.folder.join("register");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../register"), &folder);
    let file = folder.join("duties/state/travel-document.toml");
    let text = std::fs::read_to_string(&file).expect("the duty has its file");
    let other = text.replacen("organ = \"immigration-service\"", "organ = \"mission\"", 1);
    assert_ne!(text, other);
    std::fs::write(&file, other).expect("written");
    let register = folder.to_str().expect("a path");
    let moved = desk.json(1, &["replay", "--against-today", "--register", register]);
    let found = &moved["named"][0]["found"][0];
    assert_eq!((&found["code"], &found["details"]["to"][0]), (&"other-organs".into(), &"mission".into()), "{moved}");
    let told = desk.run(&["replay", "--against-today", "--register", register]);
    assert!(told.out.contains("the register gives it to Finnish mission abroad (301/2004 §134"), "{}", told.out);
    assert_eq!(desk.json(0, &["replay", "--register", register])["same"], 1, "under its own edition it stays");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let into = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &into);
        } else {
            std::fs::copy(&path, &into).expect("copied");
        }
    }
}
