//! Reading, sealing and verifying the journal.

use crate::desk::Desk;

const UNLOCK: &str = "drop trigger journal_entry_is_never_changed; drop trigger journal_entry_is_never_removed;
    drop trigger journal_entry_is_sealed_once; drop trigger journal_seal_is_never_removed;";

#[test]
fn what_was_done_stands_in_the_journal_sealed() {
    let desk = Desk::trial();
    let lines = desk.json(0, &["journal", "list"]);
    let lines = lines["lines"].as_array().expect("lines");
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines.iter().all(|line| line["position"].is_i64()), "each command seals what it wrote: {lines:?}");
    assert_eq!((&lines[0]["action"], &lines[0]["subject"]), (&"add".into(), &"forssa/coordinator".into()));
    assert_eq!(lines[0]["at"].as_str().map(|at| &at[..16]), Some("2024-06-03T06:00"));
    let text = desk.done(&["journal", "list", "--by", "operator", "--at-most", "1"]);
    assert!(text.contains("read") && text.contains("journal lines") && text.contains("--before"), "{text}");
    assert_eq!(desk.json(0, &["journal", "list", "--until", "2024-06-03"])["lines"], serde_json::json!([]).clone());
    assert!(desk.done(&["journal", "list", "--by", "nobody"]).contains("No line fits."));
}

#[test]
fn it_is_not_for_everybody() {
    let desk = Desk::trial();
    desk.refused(5, "journal-not-for-this-post", &["journal", "list", "--as", "te-hame/expert"]);
    desk.refused(2, "person-wrong", &["journal", "list", "--person", "Aino"]);
    desk.refused(5, "case-unknown", &["journal", "list", "--case", "7"]);
}

#[test]
fn a_whole_journal_is_verified_against_heads_kept_elsewhere() {
    let desk = Desk::trial();
    let heads = desk.folder.join("heads.jsonl");
    std::fs::write(&heads, desk.done(&["journal", "heads"])).expect("written");
    assert_eq!(desk.json(0, &["journal", "seal"])["sealed"], 0);
    assert_eq!(desk.done(&["journal", "seal"]), "Everything is sealed already.\n");
    let kept = heads.to_str().expect("a path");
    let said = desk.done(&["journal", "verify", "--heads", kept]);
    assert!(said.contains("The journal is whole") && said.contains("kept elsewhere agree"), "{said}");
    std::fs::write(&heads, "no head\n").expect("written");
    desk.refused(2, "heads-wrong", &["journal", "verify", "--heads", kept]);
}

#[test]
fn a_changed_a_removed_and_a_swapped_row_are_named() {
    let codes = |desk: &Desk, words: &[&str]| -> Vec<String> {
        let found = desk.json(1, words);
        assert_eq!(found["whole"], false);
        let wrong = found["wrong"].as_array().expect("a list");
        wrong.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect()
    };
    let verify = ["journal", "verify"];
    let desk = Desk::trial();
    desk.by_hand(&format!("{UNLOCK} update journal_entry set post = 'te-hame/expert' where seq = 2;"));
    assert_eq!(codes(&desk, &verify), ["changed"]);
    let said = desk.run(&verify);
    assert!(said.status == 1 && said.out.contains("the row at position 2 (number 2)"), "{}", said.out);

    let desk = Desk::trial();
    desk.by_hand(&format!("{UNLOCK} delete from journal_entry where seq = 2;"));
    assert_eq!(codes(&desk, &verify), ["removed"]);

    let desk = Desk::trial();
    desk.by_hand(&format!(
        "{UNLOCK} update journal_entry set position = 100 where seq = 2; update journal_entry set position = 2 where seq = 3;
         update journal_entry set position = 3 where seq = 2;"
    ));
    assert_eq!(codes(&desk, &verify), ["moved", "moved"], "each by itself, though each stands under a seal of its own");
    let said = desk.run(&verify);
    assert!(
        said.out.contains("the row number 3 at position 2 was moved there; it was sealed at position 3"),
        "{}",
        said.out
    );

    let desk = Desk::trial();
    let heads = desk.folder.join("heads.jsonl");
    std::fs::write(&heads, desk.done(&["journal", "heads"])).expect("written");
    desk.by_hand(&format!(
        "{UNLOCK} delete from journal_seal where number = 3; delete from journal_entry where seq = 3;"
    ));
    assert!(desk.run(&verify).status == 0, "cut at a seal, the rest is whole by itself");
    assert_eq!(codes(&desk, &["journal", "verify", "--heads", heads.to_str().expect("a path")]), ["head-gone"]);
}

#[test]
fn the_server_seals_what_is_not_sealed_yet() {
    let desk = Desk::trial();
    desk.by_hand(&format!(
        "{UNLOCK} delete from journal_seal; update journal_entry set position = null;
         create trigger journal_entry_is_sealed_once before update of position on journal_entry
         when old.position is not null or new.position is null
         begin select raise(abort, 'a row of the journal is sealed once'); end;"
    ));
    let database = format!("sqlite:{}", desk.file().display());
    let mut server = std::process::Command::new(env!("CARGO_BIN_EXE_kotopolku"))
        .args(["serve", "--listen", "127.0.0.1:0", "--database", &database])
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the server starts");
    let sealed = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        desk.number("select count(*) from journal_entry where position is null") == 0
    });
    let stopped = std::process::Command::new("kill").args(["-TERM", &server.id().to_string()]).status();
    assert!(stopped.is_ok_and(|status| status.success()), "it is told to stop");
    assert!(server.wait().expect("it ends").success(), "it ends in order");
    assert!(sealed, "ten seconds have passed");
    desk.done(&["journal", "verify"]);
}
