//! Who signs in, from the command line.

use crate::desk::Desk;

#[test]
fn the_first_account_is_made_on_the_command_line() {
    let desk = Desk::trial();
    assert!(desk.done(&["account", "list"]).contains("There is no account yet"));
    assert!(desk.done(&["account", "add", "Anna.Example", "--name", "Anna Example"]).contains("anna.example"));
    desk.done(&["account", "post", "add", "anna.example", "te-hame/expert"]);
    let made = desk.json(0, &["account", "password", "anna.example", "--make"]);
    assert!(made["password"].as_str().is_some_and(|made| made.len() > 15), "{made}");
    let list = desk.json(0, &["account", "list"]);
    let anna = &list["accounts"][0];
    assert_eq!(anna["login"], "anna.example");
    assert_eq!(anna["posts"][0], "te-hame/expert");
    assert_eq!(anna["has_password"], true);
    assert!(!list.to_string().contains("argon2"), "{list}");
    assert_eq!(desk.json(0, &["account", "sessions", "end", "anna.example"])["ended"], 0);
    desk.done(&["account", "post", "remove", "anna.example", "te-hame/expert"]);
    desk.done(&["account", "close", "anna.example"]);
    desk.refused(5, "account-closed", &["account", "password", "anna.example", "--make"]);
}

#[test]
fn what_an_account_cannot_be_is_refused() {
    let desk = Desk::trial();
    let add = |login: &'static str| ["account", "add", login, "--name", "Anna Example"];
    desk.done(&add("anna"));
    desk.refused(5, "account-taken", &add("ANNA"));
    desk.refused(2, "not-a-login", &add("anna example"));
    desk.refused(2, "not-a-name", &["account", "add", "ben", "--name", " "]);
    desk.refused(2, "not-a-language", &["account", "add", "ben", "--name", "Ben", "--language", "de"]);
    desk.refused(2, "account-unknown", &["account", "close", "nobody"]);
    desk.refused(2, "post-unknown", &["account", "post", "add", "anna", "nobody/here"]);
    desk.refused(5, "account-not-its-post", &["account", "post", "remove", "anna", "te-hame/expert"]);
    desk.done(&["account", "post", "add", "anna", "te-hame/expert"]);
    desk.refused(5, "account-has-post", &["account", "post", "add", "anna", "te-hame/expert"]);
    desk.refused(5, "no-second-factor", &["account", "second-factor", "reset", "anna"]);
    desk.refused(2, "password-short", &["account", "password", "anna"]);
    desk.refused(5, "operator-only", &["account", "list", "--as", "te-hame/expert"]);
}

#[test]
fn a_refusal_about_accounts_is_said_in_three_languages() {
    let desk = Desk::trial();
    let said = ["sv", "fi", "en"]
        .map(|language| desk.refused(2, "account-unknown", &["account", "close", "nobody", "--lang", language]));
    assert_eq!(said, ["Det finns inget konto ”nobody”.", "Tiliä ”nobody” ei ole.", "There is no account “nobody”."]);
}
