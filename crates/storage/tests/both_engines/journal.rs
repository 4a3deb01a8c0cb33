//! Every way of meddling with the journal by hand is found, and each is named for what it is.

use journal_reader::{Finding, Head};
use storage::journal;
use storage::{Entry, Error, Unit, Word};
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::{World, actor, fresh_id, open_purse};

/// What stands in a row, but for its number and its place.
const COLUMNS: &str =
    "unit, ordinal, at, post, organ, duty, action, noun, subject, version, person_id, case_id, ground, digest";

on_both_engines!(
    a_whole_journal_is_whole,
    meddling_is_found,
    unsealed_meddling_is_found,
    the_end_cut_off_is_found_by_a_kept_head,
    all_written_anew_is_found_by_a_kept_head,
    the_database_itself_refuses_to_meddle,
    long_units_and_many_pages,
);

/// Four seals of five rows, five rows unsealed.
async fn sealed(world: &World) -> Vec<Head> {
    for seal in 0..5 {
        for _ in 0..5 {
            open_purse(&world.store, 1).await.expect("it is kept");
        }
        if seal < 4 {
            journal::seal_all(&world.store).await.expect("it is sealed");
        }
    }
    kept(&journal::heads(&world.store, 1).await.expect("the heads are read"))
}

/// Heads as somebody else keeps them: written down, and read again by another program.
pub fn kept(heads: &[journal::Head]) -> Vec<Head> {
    let text = serde_json::to_string(heads).expect("heads are written down");
    serde_json::from_str(&text).expect("and read again")
}

async fn wrong(world: &World, kept: &[Head]) -> Vec<Finding> {
    journal_reader::verify(&world.address, kept).await.expect("it is read").wrong
}

/// Takes the triggers and the unique positions away, as somebody would who means it.
async fn disarm(world: &World) {
    let drops = if world.is_sqlite() {
        "drop trigger journal_entry_is_never_removed; drop trigger journal_entry_is_never_changed; \
         drop trigger journal_entry_is_sealed_once; drop trigger journal_seal_is_never_changed; \
         drop trigger journal_seal_is_never_removed"
    } else {
        "drop function journal_refuses() cascade; alter table journal_entry drop constraint journal_entry_position_key; \
         alter table journal_entry drop constraint journal_entry_unit_ordinal_key"
    };
    world.by_hand(drops).await;
}

async fn a_whole_journal_is_whole(world: &World) {
    let empty = journal_reader::verify(&world.address, &[]).await.expect("it is read");
    assert!(empty.is_whole());
    let kept = sealed(world).await;
    let found = journal_reader::verify(&world.address, &kept).await.expect("it is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
    assert_eq!((found.seals, found.sealed, found.unsealed), (4, 20, 5));
    assert_eq!(kept.len(), 4);
    let heads = journal::heads(&world.store, 4).await.expect("the heads are read");
    assert_eq!(heads.iter().map(|head| head.last).collect::<Vec<_>>(), [20]);
    assert_eq!(journal::seal_all(&world.store).await, Ok(5));
    assert_eq!(journal::seal(&world.store).await, Ok(None), "nothing twice");
    assert!(wrong(world, &kept).await.is_empty(), "kept heads stay good");
}

async fn meddling_is_found(world: &World) {
    let kept = sealed(world).await;
    disarm(world).await;
    let columns = COLUMNS;
    // What is done, how it is undone, and what must be found.
    let copy =
        "create table copy_entry as select * from journal_entry; create table copy_seal as select * from journal_seal";
    world.by_hand(copy).await;
    let cases: Vec<(String, Vec<Finding>)> = vec![
        ("update journal_entry set action = 'close' where position = 7".into(), vec![changed(world, 7).await]),
        ("update journal_entry set duty = null where position = 7".into(), vec![changed(world, 7).await]),
        ("update journal_entry set ordinal = 2 where position = 7".into(), vec![changed(world, 7).await]),
        ("delete from journal_entry where position in (7, 8)".into(), vec![Finding::Removed { first: 7, last: 8 }]),
        ("delete from journal_entry where position = 20".into(), vec![Finding::Removed { first: 20, last: 20 }]),
        (exchange(&[(7, 8)]), vec![moved(world, 8, 7).await, moved(world, 7, 8).await]),
        // Three in a ring within a seal, and two of different seals.
        (
            exchange(&[(6, 7), (7, 10)]),
            vec![moved(world, 7, 6).await, moved(world, 10, 7).await, moved(world, 6, 10).await],
        ),
        (exchange(&[(9, 12)]), vec![moved(world, 12, 9).await, moved(world, 9, 12).await]),
        // All but the place of two rows was exchanged, so that their numbers are in order.
        (contents(world, 7, 9).await, {
            let (one, other) = (seq_at(world, 7).await, seq_at(world, 9).await);
            vec![Finding::Moved { seq: one, position: 7, was: 9 }, Finding::Moved { seq: other, position: 9, was: 7 }]
        }),
        (
            "delete from journal_seal where number = 2".into(),
            vec![Finding::ChainBroken { number: 3 }]
                .into_iter()
                .chain(added(world, 6, 10).await)
                .chain([Finding::HeadGone { number: 2 }])
                .collect(),
        ),
        (
            "update journal_seal set row_count = 5, sealed_at = (select sealed_at from copy_seal where number = 1) \
             where number = 2"
                .into(),
            vec![Finding::SealBroken { number: 2, first: 6, last: 10 }],
        ),
        ("delete from journal".into(), vec![Finding::NoBeginning]),
    ];
    for (what, expected) in cases {
        world.by_hand("create table copy_journal as select * from journal").await;
        world.by_hand(&what).await;
        assert_eq!(wrong(world, &kept).await, expected, "{what}");
        let identity = if world.is_sqlite() { "" } else { "overriding system value" };
        world
            .by_hand(&format!(
                "delete from journal_entry; insert into journal_entry (seq, {columns}, position) {identity} \
                 select seq, {columns}, position from copy_entry; \
                 delete from journal_seal; insert into journal_seal select * from copy_seal; \
                 delete from journal; insert into journal select * from copy_journal; drop table copy_journal"
            ))
            .await;
        assert!(wrong(world, &kept).await.is_empty(), "mended after: {what}");
    }
    // A row slipped in, whole in itself: it can stand after the last seal, or twice at a place.
    world
        .by_hand(&format!(
            "insert into journal_entry ({columns}, position) select {}, 21 from journal_entry where position = 20",
            columns.replace("unit, ordinal", "unit, ordinal + 1")
        ))
        .await;
    let found = wrong(world, &kept).await;
    assert!(matches!(found.as_slice(), [Finding::Added { position: 21, .. }]), "{found:?}");
    if !world.is_sqlite() {
        let twice = format!(
            "delete from journal_entry where position = 21; \
             insert into journal_entry ({columns}, position) select {columns}, 7 from journal_entry where position = 8"
        );
        world.by_hand(&twice).await;
        let found = wrong(world, &kept).await;
        assert!(matches!(found.as_slice(), [Finding::Added { position: 7, .. }]), "{found:?}");
    }
}

/// Exchanges rows, pair after pair.
fn exchange(pairs: &[(i64, i64)]) -> String {
    let one = |(one, other): &(i64, i64)| {
        format!(
            "update journal_entry set position = 1000 where position = {one}; \
             update journal_entry set position = {one} where position = {other}; \
             update journal_entry set position = {other} where position = 1000; "
        )
    };
    pairs.iter().map(one).collect()
}

/// Exchanges what stands in two rows, and leaves them where they are.
async fn contents(world: &World, one: i64, other: i64) -> String {
    let (first, second) = (seq_at(world, one).await, seq_at(world, other).await);
    let take = |seq: i64, from: i64| {
        let columns: Vec<String> = COLUMNS
            .split(", ")
            .map(|column| format!("{column} = (select {column} from copy_entry where seq = {from})"))
            .collect();
        format!("update journal_entry set {} where seq = {seq}; ", columns.join(", "))
    };
    // No two rows are of one unit and ordinal, not even for a moment.
    format!(
        "update journal_entry set ordinal = 1000 where seq = {first}; {}{}",
        take(second, first),
        take(first, second)
    )
}

/// That the row which was sealed at `was` stands at `position`.
async fn moved(world: &World, was: i64, position: i64) -> Finding {
    Finding::Moved { seq: seq_at(world, was).await, position, was }
}

async fn changed(world: &World, position: i64) -> Finding {
    Finding::Changed { seq: seq_at(world, position).await, position: Some(position) }
}

async fn added(world: &World, first: i64, last: i64) -> Vec<Finding> {
    let mut found = Vec::new();
    for position in first..=last {
        found.push(Finding::Added { seq: seq_at(world, position).await, position });
    }
    found
}

async fn seq_at(world: &World, position: i64) -> i64 {
    world
        .store
        .read(|view: storage::View| async move {
            let sql = "select seq from journal_entry where position = $1";
            view.fetch_one(sql, storage::args![position]).await?.get::<i64>("seq")
        })
        .await
        .expect("there is such a row")
}

async fn unsealed_meddling_is_found(world: &World) {
    let unit: Uuid = world
        .store
        .write(|unit: Unit| async move {
            for _ in 0..3 {
                let id = unit.new_id();
                unit.journal(Entry::new(&actor(), Word::of("read"), Word::of("person"), id).person(id));
            }
            Ok::<_, Error>(unit.id())
        })
        .await
        .expect("it is kept");
    disarm(world).await;
    world.by_hand("update journal_entry set post = 'somebody-else' where ordinal = 1").await;
    let found = wrong(world, &[]).await;
    assert!(matches!(found.as_slice(), [Finding::Changed { position: None, .. }]), "{found:?}");
    world.by_hand("delete from journal_entry where ordinal < 3").await;
    assert_eq!(wrong(world, &[]).await, [Finding::UnsealedMissing { unit }]);
}

async fn the_end_cut_off_is_found_by_a_kept_head(world: &World) {
    let kept = sealed(world).await;
    disarm(world).await;
    let cut =
        "delete from journal_seal where number = 4; delete from journal_entry where position > 15 or position is null";
    world.by_hand(cut).await;
    assert!(wrong(world, &[]).await.is_empty(), "what is left is whole in itself");
    assert_eq!(wrong(world, &kept).await, [Finding::HeadGone { number: 4 }]);
    // Going on as if nothing had happened gives a seal of the same number, and another head.
    open_purse(&world.store, 1).await.expect("it is kept");
    journal::seal_all(&world.store).await.expect("it is sealed");
    assert_eq!(wrong(world, &kept[3..]).await, [Finding::HeadDiffers { number: 4 }]);
}

async fn all_written_anew_is_found_by_a_kept_head(world: &World) {
    let kept = sealed(world).await;
    disarm(world).await;
    world.by_hand("delete from journal_seal; update journal_entry set position = null where position < 20").await;
    world.by_hand("delete from journal_entry where position = 20").await;
    journal::seal_all(&world.store).await.expect("the forger seals it anew");
    assert!(wrong(world, &[]).await.is_empty(), "whole in itself");
    assert!(wrong(world, &kept).await.contains(&Finding::HeadDiffers { number: 1 }));
    let mut of_another = kept;
    of_another.truncate(1);
    of_another[0].journal = fresh_id();
    assert_eq!(wrong(world, &of_another).await, [Finding::OtherJournal { journal: of_another[0].journal }]);
}

async fn the_database_itself_refuses_to_meddle(world: &World) {
    sealed(world).await;
    let sqls = [
        "update journal_entry set action = 'x' where position = 3",
        "update journal_entry set position = 99 where position = 3",
        "delete from journal_entry where position is null",
        "update journal_seal set row_count = 5",
        "delete from journal_seal",
    ];
    for sql in sqls {
        let refused = try_by_hand(world, sql).await.expect_err(sql);
        assert!(refused.contains("never") || refused.contains("once"), "{refused}");
    }
    assert!(wrong(world, &[]).await.is_empty());
}

async fn try_by_hand(world: &World, sql: &'static str) -> Result<(), String> {
    use sqlx::Connection as _;
    if world.is_sqlite() {
        let mut connection = sqlx::SqliteConnection::connect(&world.address).await.expect("it opens");
        sqlx::raw_sql(sql).execute(&mut connection).await.map(drop).map_err(|fault| fault.to_string())
    } else {
        let mut connection = sqlx::PgConnection::connect(&world.address).await.expect("it opens");
        sqlx::raw_sql(sql).execute(&mut connection).await.map(drop).map_err(|fault| fault.to_string())
    }
}

async fn long_units_and_many_pages(world: &World) {
    world
        .store
        .write(|unit: Unit| async move {
            for _ in 0..5000 {
                unit.journal(Entry::new(&actor(), Word::of("list"), Word::of("person"), Word::of("x")).version(-1));
            }
            Ok::<_, Error>(())
        })
        .await
        .expect("it is kept");
    assert_eq!(journal::seal_all(&world.store).await, Ok(5000));
    let found = journal_reader::verify(&world.address, &[]).await.expect("it is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
    assert_eq!((found.seals, found.sealed), (2, 5000));
}
