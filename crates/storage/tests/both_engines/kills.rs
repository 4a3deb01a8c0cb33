//! The program is killed in the middle of its work, again and again. Afterwards nothing that was acknowledged is lost,
//! nothing is half there, and the journal is whole.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::Duration;

use storage::{Error, Store, Unit, View, Word, args, journal};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::{World, line, setup};

on_both_engines!(nothing_acknowledged_is_lost);

const ADDRESS: &str = "KOTOPOLKU_TEST_TO_BE_KILLED";

async fn nothing_acknowledged_is_lost(world: &World) {
    let mut acknowledged = BTreeSet::new();
    let mut heads = Vec::new();
    for round in 0..6 {
        // After something was acknowledged, not after a time: a slow machine is killed in the middle of its work too.
        let enough = [1, 40, 7, 90, 23, 60][round];
        acknowledged.extend(write_until_killed(&world.address, enough, Duration::from_millis(3 * round as u64)).await);
        // One instant: a server may still be ending what the killed one had asked for.
        let (known, notes, lines) = kept(&world.store).await;
        let lost: Vec<&Uuid> = acknowledged.difference(&known).collect();
        assert!(lost.is_empty(), "acknowledged and gone: {lost:?}");
        // Each purse came with two lines and a note, or not at all.
        let all = i64::try_from(known.len()).expect("a count");
        assert_eq!((notes, lines), (all, 2 * all));
        let found =
            journal_reader::verify(&world.address, &crate::journal::kept(&heads)).await.expect("the journal is read");
        assert!(found.is_whole(), "{:?}", found.wrong);
        heads = journal::heads(&world.store, 1).await.expect("the heads are read");
    }
    assert!(acknowledged.len() > 200, "the children did work: {}", acknowledged.len());
    journal::seal_all(&world.store).await.expect("what is left is sealed");
    let found =
        journal_reader::verify(&world.address, &crate::journal::kept(&heads)).await.expect("the journal is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
    assert_eq!(found.unsealed, 0);
}

/// The purses, the number of notes and the number of lines in the journal.
async fn kept(store: &Store) -> (BTreeSet<Uuid>, i64, i64) {
    store
        .read(|view: View| async move {
            let ids = view.fetch_all("select id from purse", args![]).await?;
            let ids = ids.iter().map(|row| row.get("id")).collect::<Result<_, Error>>()?;
            let notes = view.fetch_one("select count(*) as n from note", args![]).await?.get("n")?;
            let lines = view.fetch_one("select count(*) as n from journal_entry", args![]).await?.get("n")?;
            Ok((ids, notes, lines))
        })
        .await
        .unwrap_or_else(|error: Error| panic!("{error}"))
}

/// Lets a process of its own write until it has said so many times that something was kept, and kills it.
async fn write_until_killed(address: &str, enough: usize, after: Duration) -> Vec<Uuid> {
    let program = std::env::current_exe().expect("this test's program");
    let mut child = Command::new(program)
        .args(["--exact", "kills::writes_until_it_is_killed", "--ignored", "--nocapture"])
        .env(ADDRESS, address)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("the child starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut kept = Vec::new();
    while let Ok(Some(line)) = lines.next_line().await {
        let Some(id) = line.strip_prefix("kept ") else { continue };
        kept.push(id.parse().expect("an identity"));
        if kept.len() == enough {
            tokio::time::sleep(after).await;
            child.start_kill().expect("it is killed");
        }
    }
    let ended = child.wait().await.expect("it has ended");
    assert!(!ended.success(), "it did not end by itself");
    kept
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the child of the test above, which kills it"]
async fn writes_until_it_is_killed() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    let store = Store::open(&address, setup()).await.expect("the database opens after a kill");
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let store = store.clone();
        tasks.spawn(async move {
            for _ in 0..10_000 {
                let id = open_with_note(&store).await.expect("it is kept");
                println!("kept {id}");
            }
        });
    }
    tasks.spawn(async move {
        loop {
            journal::seal(&store).await.expect("it is sealed");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    while let Some(said) = tasks.join_next().await {
        said.expect("no task stops");
    }
}

async fn open_with_note(store: &Store) -> Result<Uuid, Error> {
    store
        .write(|unit: Unit| async move {
            let (id, note) = (unit.new_id(), unit.new_id());
            unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await?;
            unit.journal(line(Word::of("open"), id));
            unit.execute("insert into note (id, purse_id, text) values ($1, $2, 'x')", args![note, id]).await?;
            unit.journal(line(Word::of("note"), id));
            Ok(id)
        })
        .await
}
