//! Many writers at once: no change is lost, no sum is torn, and several nodes seal one journal.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use storage::{Error, Store, Unit, View, Word, args, journal};
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::{World, count, line, open_purse};

on_both_engines!(concurrent_moves_lose_nothing, several_nodes_seal_one_journal);

/// A small generator with a known beginning, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }
}

/// Moves one from a purse to another: both amounts are read, then both written with what was read, as a careless
/// program would. Only a transaction that is as if alone keeps the sum.
async fn move_one(store: &Store, from: Uuid, to: Uuid) -> Result<bool, Error> {
    store
        .write(|unit: Unit| async move {
            let amount = async |unit: &Unit, id: Uuid| {
                let row = unit.fetch_one("select amount, version from purse where id = $1", args![id]).await?;
                Ok::<(i64, i64), Error>((row.get("amount")?, row.get("version")?))
            };
            let (have, version) = amount(&unit, from).await?;
            if have == 0 {
                return Ok(false);
            }
            let sql = "update purse set amount = $1, version = $2 + 1 where id = $3";
            unit.execute(sql, args![have - 1, version, from]).await?;
            let (have, version) = amount(&unit, to).await?;
            unit.execute(sql, args![have + 1, version, to]).await?;
            unit.journal(line(Word::of("give"), from));
            unit.journal(line(Word::of("take"), to));
            Ok(true)
        })
        .await
}

async fn concurrent_moves_lose_nothing(world: &World) {
    let mut purses = Vec::new();
    for _ in 0..6 {
        purses.push(open_purse(&world.store, 100).await.expect("it is kept"));
    }
    let nodes = [world.store.clone(), world.another().await];
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..8_u64 {
        let (store, purses) = (nodes[usize::try_from(number % 2).unwrap_or(0)].clone(), purses.clone());
        tasks.spawn(async move {
            let mut dice = Dice(number + 1);
            let mut moved = 0_i64;
            for _ in 0..25 {
                let from = purses[dice.below(6)];
                let to = purses[dice.below(6)];
                if from == to {
                    continue;
                }
                match move_one(&store, from, to).await {
                    Ok(true) => moved += 1,
                    Ok(false) | Err(Error::Contended(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            moved
        });
    }
    let mut moved = 0;
    while let Some(said) = tasks.join_next().await {
        moved += said.expect("no task stops");
    }
    assert!(moved > 0);
    let (sum, versions) = world
        .store
        .read(|view: View| async move {
            let sql =
                "select cast(sum(amount) as bigint) as amounts, cast(sum(version) as bigint) as versions from purse";
            let row = view.fetch_one(sql, args![]).await?;
            Ok::<(i64, i64), Error>((row.get("amounts")?, row.get("versions")?))
        })
        .await
        .expect("it is counted");
    assert_eq!(sum, 600, "nothing lost, nothing made");
    assert_eq!(versions, 6 + 2 * moved, "each acknowledged move raised two versions, and nothing else did");
    assert_eq!(count(&world.store, "select count(*) as n from journal_entry").await, 6 + 2 * moved);
    journal::seal_all(&world.store).await.expect("it is sealed");
    let found = journal_reader::verify(&world.address, &[]).await.expect("it is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
    assert_eq!(i64::try_from(found.sealed).ok(), Some(6 + 2 * moved));
}

async fn several_nodes_seal_one_journal(world: &World) {
    let nodes = [world.store.clone(), world.another().await, world.another().await];
    let done = Arc::new(AtomicBool::new(false));
    let mut sealers = tokio::task::JoinSet::new();
    for store in nodes.clone() {
        let done = Arc::clone(&done);
        sealers.spawn(async move {
            let mut seals = 0;
            while !done.load(Ordering::Relaxed) {
                match journal::seal(&store).await {
                    Ok(seal) => seals += i64::from(seal.is_some()),
                    Err(error) => panic!("{error}"),
                }
                tokio::time::sleep(std::time::Duration::from_millis(2)).await;
            }
            seals
        });
    }
    let mut writers = tokio::task::JoinSet::new();
    for number in 0..6 {
        let store = nodes[number % 3].clone();
        writers.spawn(async move {
            for _ in 0..30 {
                open_purse(&store, 1).await.expect("it is kept");
            }
        });
    }
    while let Some(said) = writers.join_next().await {
        said.expect("no writer stops");
    }
    done.store(true, Ordering::Relaxed);
    let mut seals = 0;
    while let Some(said) = sealers.join_next().await {
        seals += said.expect("no sealer stops");
    }
    journal::seal_all(&world.store).await.expect("the rest is sealed");
    let found = journal_reader::verify(&world.address, &[]).await.expect("it is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
    assert_eq!((found.sealed, found.unsealed), (180, 0));
    assert!(seals > 1, "they took turns: {seals}");
}
