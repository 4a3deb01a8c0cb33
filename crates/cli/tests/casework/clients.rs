//! Machine clients on the command line.

use crate::desk::Desk;

const ADD: [&str; 11] = [
    "client",
    "add",
    "te-hame/program",
    "--at-organ",
    "te-office:hame",
    "--function",
    "handler",
    "--title",
    "Program",
    "--duty",
    "initial-assessment",
];

#[test]
fn a_token_is_shown_once_and_ends() {
    let desk = Desk::trial();
    assert!(desk.done(&["client", "list"]).contains("There is no client yet"));
    let made = desk.json(0, &ADD);
    let token = made["token"].as_str().expect("a token");
    assert!(token.starts_with("kotopolku_") && token.len() > 50, "{token}");
    let list = desk.json(0, &["client", "list"]);
    assert_eq!(list["clients"][0]["duties"][0], "initial-assessment");
    assert!(!list.to_string().contains("kotopolku_"), "{list}");
    assert!(desk.done(&["client", "end", "te-hame/program"]).contains("has ended"));
    desk.refused(5, "client-ended-already", &["client", "end", "te-hame/program"]);
    desk.refused(5, "post-taken", &ADD);
    desk.refused(5, "client-too-long", &[&ADD[..], &["--until", "2031-01-01"]].concat());
    desk.refused(2, "duty-unknown", &[&ADD[..], &["--duty", "initial-assesment"]].concat());
    desk.refused(2, "client-unknown", &["client", "end", "nobody"]);
    desk.refused(5, "operator-only", &["client", "list", "--as", "te-hame/expert"]);
}

#[test]
fn a_refusal_about_clients_is_said_in_three_languages() {
    let desk = Desk::trial();
    let said = ["sv", "fi", "en"]
        .map(|language| desk.refused(2, "client-unknown", &["client", "end", "nobody", "--lang", language]));
    assert_eq!(
        said,
        ["Det finns ingen klient ”nobody”.", "Asiakasohjelmaa ”nobody” ei ole.", "There is no client “nobody”."]
    );
}

#[test]
fn nobody_signs_in_as_a_client() {
    let desk = Desk::trial();
    desk.json(0, &ADD);
    desk.done(&["account", "add", "anna", "--name", "Anna"]);
    let said = desk.refused(5, "post-of-a-program", &["account", "post", "add", "anna", "te-hame/program"]);
    assert!(said.contains("te-hame/program"), "{said}");
}
