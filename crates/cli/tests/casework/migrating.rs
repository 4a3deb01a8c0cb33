//! Making and opening the database, and the clock of a trial.

use crate::desk::Desk;

#[test]
fn a_database_is_made_once_and_says_what_it_ran() {
    let desk = Desk::empty();
    let said = desk.done(&["migrate"]);
    assert!(said.contains("_journal") && said.contains("_casework"), "{said}");
    assert!(desk.done(&["migrate"]).starts_with("The database is up to date"));
    let again = desk.json(0, &["migrate"]);
    assert_eq!((&again["new"], &again["trial"], &again["engine"]), (&false.into(), &false.into(), &"sqlite".into()));
    assert_eq!(again["ran"], serde_json::json!([]));
}

#[test]
fn only_migrate_makes_a_database() {
    let desk = Desk::empty();
    assert!(desk.refused(1, "no-database", &["post", "list"]).contains("kotopolku.db"));
    assert!(!desk.file().exists(), "a question made a database");
}

#[test]
fn the_clock_of_a_real_database_cannot_be_set() {
    let desk = Desk::real();
    desk.refused(5, "no-trial", &["post", "list", "--at", "2024-12-31T23:59"]);
    desk.refused(5, "not-trial", &["migrate", "--trial"]);
    // Nor by any way round it.
    desk.refused(5, "no-trial", &["journal", "list", "--at", "2024-12-31"]);
}

#[test]
fn the_clock_of_a_trial_can_and_each_time_it_is_said() {
    let desk = Desk::trial();
    let told = desk.run(&["post", "list", "--at", "2024-12-31T23:59"]);
    assert_eq!(told.status, 0, "{}", told.err);
    assert_eq!(told.err, "kotopolku: Trial database: the clock stands at 31 Dec 2024, 23:59.\n");
    desk.refused(2, "wrong-use", &["post", "list", "--at", "yesterday"]);
    // In summer the same hour is another instant.
    let summer = desk.run(&["post", "list", "--at", "2024-06-03T20:59:00Z"]);
    assert!(summer.err.contains("3 Jun 2024, 23:59"), "{}", summer.err);
}

#[test]
fn an_address_that_cannot_be_one_is_refused() {
    let desk = Desk::empty();
    desk.refused(2, "address", &["post", "list", "--database", "kotopolku.db"]);
    desk.refused(2, "address", &["migrate", "--database", "sqlite:"]);
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    let desk = Desk::empty();
    std::fs::write(desk.file(), "a letter, long enough to be looked at as if it were a database of SQLite")
        .expect("written");
    desk.refused(1, "unreadable", &["post", "list"]);
    let left = std::fs::read_to_string(desk.file()).expect("it is there");
    assert!(left.starts_with("a letter"), "{left}");
}

#[test]
fn a_newer_database_and_a_changed_migration_are_told_apart() {
    let desk = Desk::real();
    desk.by_hand("insert into schema_migration (name, checksum, run_at) values ('20990101000000_flying', x'00', 'x')");
    assert!(desk.refused(1, "schema-newer", &["migrate"]).contains("20990101000000_flying"));
    desk.by_hand("delete from schema_migration where name = '20990101000000_flying'");
    desk.by_hand("update schema_migration set checksum = x'00' where name like '%_casework'");
    assert!(desk.refused(1, "schema-changed", &["post", "list"]).contains("_casework"));
}

#[test]
fn wrong_words_are_answered_in_both_forms() {
    let desk = Desk::real();
    let told = desk.run(&["post", "ad"]);
    assert_eq!(told.status, 2);
    assert!(told.err.contains("'add'"), "{}", told.err);
    desk.refused(2, "usage", &["post", "add", "x"]);
}
