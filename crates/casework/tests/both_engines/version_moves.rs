//! Moving running cases to another version of their type: planned, done, cut off, gone on with, undone.

use casework::case::Refusal as CaseRefusal;
use casework::case::field::Given;
use casework::case::version_move::{Receipted, Refusal as MoveRefusal, Stage};
use casework::post::Acting;
use casework::{Error, Refusal};
use uuid::Uuid;

use crate::on_both_engines;
use crate::steps::{Cast, take};
use crate::world::World;

async fn version_of(world: &World, cast: &Cast, case: Uuid) -> (String, i64) {
    let case = world.house.case(&cast.lead, case).await.expect("it is seen").case;
    (case.type_version, case.version)
}

async fn a_move_is_planned_cut_off_gone_on_with_and_undone(world: &World) {
    let (operator, cast) = (Acting::operator(), Cast::of(world).await);
    let mut cases = Vec::new();
    for _ in 0..9 {
        let case = cast.open(world).await;
        take(world, &cast.lead, case, "start", 1).await.expect("it is taken");
        cases.push(case);
    }
    let written = [Given::new("ia1-1", "reads"), Given::new("result-reasons", "because")];
    world.house.take_step(&cast.lead, cases[0], "record", 2, &written, None).await.expect("it is written");
    take(world, &cast.lead, cases[8], "close", 2).await.expect("a closed case keeps its version");

    let plan = |from, to| world.house.plan_version_move(&operator, "initial-assessment", from, to);
    let refused = world.house.plan_version_move(&cast.lead, "initial-assessment", "act-2010", "act-2023").await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::VersionMove(MoveRefusal::NotForThisPost)))));
    assert!(matches!(
        plan("act-2010", "act-2010").await,
        Err(Error::Refused(Refusal::VersionMove(MoveRefusal::SameVersion(_))))
    ));
    let unknown = plan("act-2010", "act-2999").await;
    assert!(matches!(unknown, Err(Error::Refused(Refusal::Case(CaseRefusal::UnknownVersion { .. })))));

    let planned = plan("act-2010", "act-2023").await.expect("it is planned");
    assert_eq!((planned.progress.cases, planned.progress.moves, planned.progress.applied), (8, 8, 0));
    let shown = world.house.version_move_cases(&operator, planned.id, None, None).await.expect("it is shown");
    let first = &shown.rows[0];
    assert_eq!((first.case, first.preview.stays), (cases[0], None));
    assert_eq!(first.preview.carries, ["result-reasons"]);
    assert_eq!(first.preview.lost.iter().map(|lost| lost.field.as_str()).collect::<Vec<_>>(), ["ia1-1"]);
    assert_eq!(
        (&first.preview.limits_end[..], &first.preview.limits_begin[..]),
        (&["start-to-2024".to_owned()][..], &["start-from-2025".to_owned()][..])
    );
    assert_eq!(version_of(world, &cast, cases[0]).await, ("act-2010".to_owned(), 3), "a plan changes nothing");

    // Something happens in one after the plan, and the run is cut off in its third batch.
    take(world, &cast.own, cases[3], "record", 2).await.expect("it is taken");
    let early = world.house.apply_version_move(&operator, planned.id, 2, |_| {}).await;
    assert!(matches!(early, Err(Error::Refused(Refusal::VersionMove(MoveRefusal::NotYet { .. })))), "{early:?}");
    world.hands.set("2025-01-01T00:00:00+02:00");
    let (told, mut hear) = tokio::sync::mpsc::unbounded_channel();
    let cut = world
        .house
        .apply_version_move(&operator, planned.id, 2, move |progress| told.send(progress).unwrap_or_default());
    let far = async {
        while let Some(progress) = hear.recv().await {
            if progress.applied + progress.skipped >= 4 {
                break;
            }
        }
    };
    tokio::select! { biased; done = cut => panic!("it was to be cut off: {done:?}"), () = far => {} }
    let other = world.another().await;
    let done = other.apply_version_move(&operator, planned.id, 2, |_| {}).await.expect("another node goes on");
    assert_eq!((done.progress.applied, done.progress.skipped), (7, 1));
    assert_eq!(done.stages, [Stage::Planned, Stage::Applied]);
    let again = other.apply_version_move(&operator, planned.id, 2, |_| {}).await.expect("again, nothing");
    assert_eq!(again.progress, done.progress);
    assert_eq!(version_of(world, &cast, cases[3]).await.0, "act-2010");
    assert_eq!(version_of(world, &cast, cases[8]).await.0, "act-2010");
    let whole = world.house.case(&cast.lead, cases[0]).await.expect("it is seen");
    assert_eq!((whole.case.type_version.as_str(), whole.case.version), ("act-2023", 4));
    assert!(whole.fields.holds("result-reasons") && !whole.fields.holds("ia1-1"));
    assert_eq!(whole.fields.elsewhere.len(), 1, "what has no place is kept and shown apart");

    // One goes on under the new version; the others are put back as they were.
    let late = take(world, &cast.lead, cases[1], "record", 2).await;
    assert!(
        matches!(late, Err(Error::Refused(Refusal::Case(CaseRefusal::Stale(_))))),
        "the move is a change: {late:?}"
    );
    take(world, &cast.lead, cases[1], "record", 3).await.expect("it is taken");
    take(world, &cast.lead, cases[2], "finish", 3).await.expect("it closes under the new version");
    let undone = world.house.undo_version_move(&operator, planned.id, 3, |_| {}).await.expect("it is undone");
    assert_eq!((undone.progress.undone, undone.progress.kept), (5, 2));
    assert_eq!(version_of(world, &cast, cases[0]).await, ("act-2010".to_owned(), 5));
    assert!(world.house.case(&cast.lead, cases[0]).await.expect("it is seen").fields.holds("ia1-1"));
    assert_eq!(version_of(world, &cast, cases[1]).await.0, "act-2023");
    let closed = world.house.apply_version_move(&operator, planned.id, 3, |_| {}).await;
    assert!(matches!(closed, Err(Error::Refused(Refusal::VersionMove(MoveRefusal::Undone)))));
    let receipts = world.house.version_move_cases(&operator, planned.id, None, None).await.expect("it is shown").rows;
    let of = |case: Uuid| -> Vec<(Receipted, Option<String>)> {
        let found = receipts.iter().find(|row| row.case == case).expect("it was planned");
        found.receipts.iter().map(|receipt| (receipt.what, receipt.why.clone())).collect()
    };
    assert_eq!(of(cases[0]), [(Receipted::Applied, None), (Receipted::Undone, None)]);
    assert_eq!(of(cases[1]), [(Receipted::Applied, None), (Receipted::Kept, Some("changed-since".to_owned()))]);
    assert_eq!(of(cases[2]), [(Receipted::Applied, None), (Receipted::Kept, Some("closed".to_owned()))]);
    assert_eq!(of(cases[3]), [(Receipted::Skipped, Some("changed-since".to_owned()))]);
    // The limit that the move ended goes on, and what it began is ended.
    let sql = "select count(*) as n from case_limit join case_file on case_file.id = case_id
        where case_limit.finished_at is null and (limit_word = 'start-to-2024') <> (case_file.type_version = 'act-2010')";
    assert_eq!(world.number(sql).await, 0);
    assert_eq!(plan("act-2010", "act-2023").await.expect("it is planned anew").progress.moves, 6);
    // The clock went past the end of the office, and no reorganisation was run; nothing else is broken.
    let proof = world.house.prove_promise(&operator, 9).await.expect("it is proved");
    assert!(proof.faults.iter().all(|fault| fault.broken.word() == "organ-not-there"), "{proof:?}");
}

async fn a_plan_that_was_cut_off_is_not_done(world: &World) {
    let id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    world
        .by_hand(&format!(
            "insert into version_move (id, case_type, from_type_version, to_type_version, edition, planned_at, planned_by)
                select {id}, 'initial-assessment', 'act-2010', 'act-2023', id, first_used, 'operator' from edition"
        ))
        .await
        .expect("half a plan");
    let operator = Acting::operator();
    let half = world.house.version_moves(&operator).await.expect("a list").remove(0);
    let refused = world.house.apply_version_move(&operator, half.id, 1, |_| {}).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::VersionMove(MoveRefusal::NotPlanned)))), "{refused:?}");
    let none = world.house.undo_version_move(&operator, Uuid::nil(), 1, |_| {}).await;
    assert!(matches!(none, Err(Error::Refused(Refusal::VersionMove(MoveRefusal::Unknown)))), "{none:?}");
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    a_move_is_planned_cut_off_gone_on_with_and_undone,
    a_plan_that_was_cut_off_is_not_done,
}
