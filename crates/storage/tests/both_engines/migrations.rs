//! The tables are made by what this program knows, once, whole, and by one at a time.

use storage::{Error, Migrations, SchemaFault, Store, Unit, args};

use crate::on_both_engines;
use crate::world::{World, count, setup};

on_both_engines!(
    run_once,
    a_newer_database_is_refused,
    a_changed_migration_is_refused,
    a_failing_migration_leaves_nothing,
    two_at_once_run_each_once,
);

async fn with(world: &World, migrations: Migrations) -> Store {
    let mut setup = setup();
    setup.migrations = migrations;
    Store::open(&world.address, setup).await.expect("it opens")
}

async fn run_once(world: &World) {
    assert_eq!(world.store.check_schema().await, Ok(()));
    assert_eq!(world.store.migrate().await, Ok(Vec::new()), "nothing is due any more");
    assert_eq!(count(&world.store, "select count(*) as n from journal").await, 1, "the journal began once");
    let one_more = with(world, setup().migrations.and("90000102000000_more", "select 1", "select 1")).await;
    assert_eq!(one_more.check_schema().await, Err(Error::Schema(SchemaFault::Older(1))));
    assert_eq!(one_more.migrate().await, Ok(vec!["90000102000000_more".to_owned()]));
}

async fn a_newer_database_is_refused(world: &World) {
    let older = with(world, Migrations::embedded()).await;
    let expected = Err(Error::Schema(SchemaFault::Newer("90000101000000_trial".to_owned())));
    assert_eq!(older.check_schema().await, expected);
    assert_eq!(older.migrate().await.map(drop), expected);
}

async fn a_changed_migration_is_refused(world: &World) {
    let changed = with(world, Migrations::embedded().and("90000101000000_trial", "select 2", "select 2")).await;
    let expected = Err(Error::Schema(SchemaFault::Changed("90000101000000_trial".to_owned())));
    assert_eq!(changed.check_schema().await, expected);
    assert_eq!(changed.migrate().await.map(drop), expected);
}

async fn a_failing_migration_leaves_nothing(world: &World) {
    let good = "create table half (id bigint)";
    let migrations = setup().migrations.and("90000103000000_good", good.replace("bigint", "integer"), good).and(
        "90000104000000_bad",
        "create table other (id integer); select nonsense",
        "select nonsense",
    );
    let store = with(world, migrations).await;
    match store.migrate().await {
        Err(Error::Schema(SchemaFault::Failed { name, why })) => {
            assert_eq!(name, "90000104000000_bad");
            assert!(why.contains("nonsense"), "{why}");
        }
        other => panic!("it should have failed: {other:?}"),
    }
    assert_eq!(
        store.check_schema().await,
        Err(Error::Schema(SchemaFault::Older(2))),
        "the good one was taken back too"
    );
    let said: Result<u64, Error> =
        store.write(|unit: Unit| async move { unit.execute("insert into half (id) values (1)", args![]).await }).await;
    assert!(matches!(said, Err(Error::Statement(_))), "{said:?}");
}

async fn two_at_once_run_each_once(world: &World) {
    let more = || {
        setup().migrations.and("90000105000000_slow", "create table slow (id integer)", "create table slow (id bigint)")
    };
    let (one, other) = (with(world, more()).await, with(world, more()).await);
    let (one, other) = tokio::join!(one.migrate(), other.migrate());
    let mut counts = [one.expect("it runs").len(), other.expect("it runs").len()];
    counts.sort_unstable();
    assert_eq!(counts, [0, 1]);
}
