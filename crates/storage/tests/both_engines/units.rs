//! What a unit of work, a reading and a look promise.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;
use storage::{Entry, Error, Look, Unit, View, ViolationKind, Word, args};
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::{World, actor, amount, count, fresh_id, line, open_purse, setup};

on_both_engines!(
    every_kind_of_value_comes_back,
    a_unit_is_kept_whole,
    a_unit_that_fails_leaves_nothing,
    a_failed_unit_does_not_harm_those_beside_it,
    writing_without_a_line_is_refused,
    personal_data_is_read_through_a_look_alone,
    what_is_nobodys_needs_no_line,
    constraints_are_told_alike,
    a_failed_statement_ends_the_unit,
    somebody_else_was_first,
    a_contradiction_is_told_with_table_column_and_row,
    an_abandoned_unit_is_taken_back,
    a_unit_that_takes_too_long_is_taken_back,
    units_can_be_spawned,
    a_reading_sees_one_instant,
    a_kept_unit_can_be_asked_for,
);

async fn every_kind_of_value_comes_back(world: &World) {
    let born = jiff::civil::date(2001, 2, 28);
    let due: Timestamp = "2025-03-30T00:59:59.123456789Z".parse().expect("an instant");
    for (name, born, facts, protected) in [
        ("عائشة O'Brien — Ольга", Some(born), Some(json!({"labour": ["job-seeker"], "näin": null})), true),
        ("", None, None, false),
    ] {
        let facts = &facts;
        let id: Uuid = world
            .store
            .write(|unit: Unit| async move {
                let id = unit.new_id();
                unit.execute(
                    "insert into visitor (id, name, born, facts, protected) values ($1, $2, $3, $4, $5)",
                    args![id, name, born, facts.clone(), protected],
                )
                .await?;
                unit.execute("insert into job (id, due) values ($1, $2)", args![id, due]).await?;
                unit.journal(Entry::new(&actor(), Word::of("record"), Word::of("person"), id).person(id));
                Ok::<_, Error>(id)
            })
            .await
            .expect("it is kept");
        world
            .store
            .look(|look: Look| async move {
                let row = look
                    .fetch_one(
                        "select p.id, name, born, facts, protected, due from visitor p join job on job.id = p.id \
                         where p.id = $1",
                        args![id],
                    )
                    .await?;
                look.journal(Entry::new(&actor(), Word::of("read"), Word::of("person"), id).person(id));
                assert_eq!(row.get::<Uuid>("id")?, id);
                assert_eq!(row.get::<String>("name")?, name);
                assert_eq!(row.get::<Option<jiff::civil::Date>>("born")?, born);
                assert_eq!(&row.get::<Option<serde_json::Value>>("facts")?, facts);
                assert_eq!(row.get::<bool>("protected")?, protected);
                let micros: Timestamp = "2025-03-30T00:59:59.123456Z".parse().expect("an instant");
                assert_eq!(row.get::<Timestamp>("due")?, micros, "to the microsecond on both");
                Ok::<_, Error>(())
            })
            .await
            .expect("it is read");
    }
}

async fn a_unit_is_kept_whole(world: &World) {
    let purse = open_purse(&world.store, 5).await.expect("it is kept");
    assert_eq!(amount(&world.store, purse).await, 5);
    let seen = world.another().await;
    assert_eq!(amount(&seen, purse).await, 5, "others see it too");
    assert_eq!(count(&world.store, "select count(*) as n from journal_entry").await, 1);
}

async fn a_unit_that_fails_leaves_nothing(world: &World) {
    let said: Result<(), Error> = world
        .store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await?;
            unit.journal(line(Word::of("open"), id));
            Err(Error::Stale)
        })
        .await;
    assert_eq!(said, Err(Error::Stale));
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 0);
    assert_eq!(count(&world.store, "select count(*) as n from journal_entry").await, 0);
}

async fn a_failed_unit_does_not_harm_those_beside_it(world: &World) {
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..60_i64 {
        let store = world.store.clone();
        tasks.spawn(async move { open_purse(&store, if number % 3 == 0 { -1 } else { number }).await });
    }
    let (mut kept, mut refused) = (0, 0);
    while let Some(said) = tasks.join_next().await {
        match said.expect("no task stops") {
            Ok(_) => kept += 1,
            Err(error) => {
                assert!(error.is_violation(ViolationKind::Rule), "{error}");
                refused += 1;
            }
        }
    }
    assert_eq!((kept, refused), (40, 20));
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 40);
    assert_eq!(count(&world.store, "select count(*) as n from journal_entry").await, 40);
}

async fn writing_without_a_line_is_refused(world: &World) {
    let said: Result<u64, Error> = world
        .store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await
        })
        .await;
    assert_eq!(said, Err(Error::Unjournalled));
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 0);

    let said: Result<u64, Error> =
        world.store.write(|unit: Unit| async move { unit.execute("delete from journal_seal", args![]).await }).await;
    assert_eq!(said, Err(Error::Reserved("journal_seal".to_owned())));
}

async fn personal_data_is_read_through_a_look_alone(world: &World) {
    let names = "select name from visitor";
    let said = world.store.read(|view: View| async move { view.fetch_all(names, args![]).await }).await;
    assert_eq!(said.map(|rows| rows.len()), Err(Error::Personal("visitor".to_owned())));

    let said = world.store.look(|look: Look| async move { look.fetch_all(names, args![]).await }).await;
    assert_eq!(said.map(|rows| rows.len()), Err(Error::Unjournalled), "read, and said nothing");

    let said: Result<Vec<storage::Row>, Error> =
        world.store.write(|unit: Unit| async move { unit.fetch_all(names, args![]).await }).await;
    assert_eq!(said.map(|rows| rows.len()), Err(Error::Unjournalled), "in a unit of work too");

    let said: Result<u64, Error> =
        world
            .store
            .read(|view: View| async move {
                Ok(view.fetch_all("delete from purse returning id", args![]).await?.len() as u64)
            })
            .await;
    assert!(matches!(said, Err(Error::ReadingOnly(_))));

    let read = world
        .store
        .look(|look: Look| async move {
            let rows = look.fetch_all(names, args![]).await?;
            look.journal(Entry::new(&actor(), Word::of("list"), Word::of("person"), Word::of("all")));
            Ok::<_, Error>(rows.len())
        })
        .await;
    assert_eq!(read, Ok(0));
    assert_eq!(
        count(&world.store, "select count(*) as n from journal_entry").await,
        1,
        "the look stands in the journal"
    );
}

async fn what_is_nobodys_needs_no_line(world: &World) {
    world
        .store
        .write(|unit: Unit| async move {
            let (id, now) = (unit.new_id(), unit.now());
            unit.execute("insert into job (id, due) values ($1, $2) on conflict (id) do nothing", args![id, now]).await
        })
        .await
        .expect("a job is nobody's");
    world.store.write(|_: Unit| async move { Ok::<_, Error>(()) }).await.expect("nothing done, nothing owed");
}

async fn constraints_are_told_alike(world: &World) {
    let purse = open_purse(&world.store, 1).await.expect("it is kept");
    let attempt = async |sql: &'static str| -> storage::Violation {
        let said: Result<u64, Error> = world
            .store
            .write(|unit: Unit| async move {
                unit.journal(line(Word::of("try"), purse));
                unit.execute(sql, args![purse, fresh_id()]).await
            })
            .await;
        match said {
            Err(Error::Violation(violation)) => violation,
            other => panic!("a violation was expected: {other:?}"),
        }
    };
    let twice = attempt("insert into purse (id, version, amount) select $1, 1, 1 where $2 is not null").await;
    assert_eq!((twice.kind, twice.table.as_deref()), (ViolationKind::Unique, Some("purse")));
    assert_eq!(twice.columns, ["id"]);
    let dangling = attempt("insert into note (id, purse_id, text) select $1, $2, 'x'").await;
    assert_eq!(dangling.kind, ViolationKind::Reference);
    let missing = attempt("insert into note (id, purse_id, text) select $1, $1, null where $2 is not null").await;
    assert_eq!((missing.kind, missing.table.as_deref()), (ViolationKind::Missing, Some("note")));
    assert_eq!(missing.columns, ["text"]);
    let ruled = attempt("update purse set amount = -1 where id in ($1, $2)").await;
    assert_eq!((ruled.kind, ruled.name.as_deref()), (ViolationKind::Rule, Some("amount_is_not_negative")));
}

async fn a_failed_statement_ends_the_unit(world: &World) {
    let said: Result<(), Error> = world
        .store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.journal(line(Word::of("open"), id));
            unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await?;
            let refused = unit.execute("update purse set amount = -1 where id = $1", args![id]).await;
            assert!(refused.is_err());
            Ok(())
        })
        .await;
    assert_eq!(said, Err(Error::Broken), "as if nothing had happened is not kept");
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 0);
}

async fn somebody_else_was_first(world: &World) {
    let purse = open_purse(&world.store, 1).await.expect("it is kept");
    let change = async |version: i64| {
        world
            .store
            .write(|unit: Unit| async move {
                unit.journal(line(Word::of("change"), purse).version(version + 1));
                unit.change_one(
                    "update purse set amount = 7, version = version + 1 where id = $1 and version = $2",
                    args![purse, version],
                )
                .await
            })
            .await
    };
    assert_eq!(change(1).await, Ok(()));
    assert_eq!(change(1).await, Err(Error::Stale));
    assert_eq!(count(&world.store, "select count(*) as n from journal_entry").await, 2);
}

async fn a_contradiction_is_told_with_table_column_and_row(world: &World) {
    let purse = open_purse(&world.store, 1).await.expect("it is kept");
    let read = async |column: &'static str| {
        world
            .store
            .read(|view: View| async move {
                let row = view.fetch_one("select id, opened, amount from purse", args![]).await?;
                row.get::<jiff::civil::Date>(column)
            })
            .await
            .expect_err("there is no day")
            .to_string()
    };
    let row = format!("row {purse}");
    assert_eq!(
        read("opened").await,
        format!(
            "the database contradicts itself: table purse, column opened, {row}: a day was expected, \
             nothing stands there"
        )
    );
    assert!(read("amount").await.contains(&format!("table purse, column amount, {row}: a day was expected, there is")));
    assert!(read("colour").await.contains("the answer has no such column"));
    if world.is_sqlite() {
        world.by_hand("update purse set opened = '2024-13-01'").await;
        assert!(read("opened").await.contains("there is a text that does not say so"));
    }
}

async fn an_abandoned_unit_is_taken_back(world: &World) {
    for pause in [0, 1, 3, 10, 30] {
        let store = world.store.clone();
        let task = tokio::spawn(async move {
            store
                .write(|unit: Unit| async move {
                    for _ in 0..200 {
                        let id = unit.new_id();
                        unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await?;
                        unit.journal(line(Word::of("open"), id));
                    }
                    tokio::time::sleep(Duration::from_secs(20)).await;
                    Ok::<_, Error>(())
                })
                .await
        });
        tokio::time::sleep(Duration::from_millis(pause)).await;
        task.abort();
        drop(task.await);
        open_purse(&world.store, 2).await.expect("the next one has its turn");
    }
    assert_eq!(count(&world.store, "select count(*) as n from purse where amount = 1").await, 0);
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 5);
    assert_eq!(count(&world.store, "select count(*) as n from journal_entry").await, 5);
}

async fn a_unit_that_takes_too_long_is_taken_back(world: &World) {
    let mut setup = setup();
    setup.longest_unit = Duration::from_millis(200);
    let store = storage::Store::open(&world.address, setup).await.expect("it opens");
    let said: Result<(), Error> = store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await?;
            unit.journal(line(Word::of("open"), id));
            tokio::time::sleep(Duration::from_secs(60)).await;
            Ok(())
        })
        .await;
    assert!(matches!(said, Err(Error::TooSlow(_))), "{said:?}");
    open_purse(&store, 2).await.expect("the next one has its turn");
    assert_eq!(count(&store, "select count(*) as n from purse").await, 1);
}

async fn units_can_be_spawned(world: &World) {
    let store = world.store.clone();
    let purse = tokio::spawn(async move { open_purse(&store, 3).await }).await.expect("no panic").expect("kept");
    let store = world.store.clone();
    let seen = tokio::spawn(async move { amount(&store, purse).await }).await.expect("no panic");
    assert_eq!(seen, 3);
}

async fn a_reading_sees_one_instant(world: &World) {
    open_purse(&world.store, 1).await.expect("it is kept");
    let (before, after) = world
        .store
        .read(|view: View| async move {
            let sql = "select count(*) as n from purse";
            let before: i64 = view.fetch_one(sql, args![]).await?.get("n")?;
            open_purse(&world.store, 2).await?;
            let after: i64 = view.fetch_one(sql, args![]).await?.get("n")?;
            Ok::<_, Error>((before, after))
        })
        .await
        .expect("it is read");
    assert_eq!((before, after), (1, 1));
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 2);
}

async fn a_kept_unit_can_be_asked_for(world: &World) {
    let unit = world
        .store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.journal(line(Word::of("open"), id));
            Ok::<_, Error>(unit.id())
        })
        .await
        .expect("it is kept");
    assert_eq!(world.store.was_kept(unit).await, Ok(true));
    assert_eq!(world.store.was_kept(fresh_id()).await, Ok(false));
}
