//! The program is killed in the middle of casework, again and again. Afterwards nothing that was acknowledged is lost, the
//! promise holds in each case, and the journal is whole.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::Duration;

use casework::post::Acting;
use storage::{View, args, journal};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::{Hands, World, house, person_in};

on_both_engines! { at "2024-06-03T09:00:00+03:00": nothing_acknowledged_is_lost }

const ADDRESS: &str = "KOTOPOLKU_TEST_TO_BE_KILLED";
const FACTS: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];

async fn nothing_acknowledged_is_lost(world: &World) {
    let mut acknowledged = BTreeSet::new();
    for (round, enough) in [1, 30, 12].into_iter().enumerate() {
        acknowledged.extend(work_until_killed(&world.address, enough, Duration::from_millis(2 * round as u64)).await);
        let known: BTreeSet<Uuid> = world
            .house
            .store
            .read(|view: View| async move {
                let rows = view.fetch_all("select case_id as id from holding where previous is null", args![]).await?;
                rows.iter().map(|row| row.get("id")).collect::<Result<_, storage::Error>>()
            })
            .await
            .expect("the holdings are read");
        let lost: Vec<&Uuid> = acknowledged.difference(&known).collect();
        assert!(lost.is_empty(), "acknowledged and gone: {lost:?}");
        let proof = world.house.prove_promise(&Acting::operator(), 5).await.expect("it is proved");
        assert!(proof.faults.is_empty(), "{:?}", proof.faults);
        assert!(proof.cases >= i64::try_from(acknowledged.len()).expect("a count"));
    }
    journal::seal_all(&world.house.store).await.expect("what is left is sealed");
    let found = journal_reader::verify(&world.address, &[]).await.expect("the journal is read");
    assert!(found.is_whole() && found.unsealed == 0, "{:?}", found.wrong);
}

/// Lets a process of its own work until it has said so many times that a case is open, and kills it.
async fn work_until_killed(address: &str, enough: usize, after: Duration) -> Vec<Uuid> {
    let mut child = Command::new(std::env::current_exe().expect("this test's program"))
        .args(["--exact", "kills::works_until_it_is_killed", "--ignored", "--nocapture"])
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
    assert!(!child.wait().await.expect("it has ended").success(), "it did not end by itself");
    kept
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the child of the test above, which kills it"]
async fn works_until_it_is_killed() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    let house = house(&address, &Hands::at("2024-06-03T09:00:00+03:00"), false).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let house = house.clone();
        tasks.spawn(async move {
            let expert = house.acting("te-hame/expert").await.expect("the post is in force");
            for _ in 0..10_000 {
                let person = person_in(&house, (1990, 5, 1), &FACTS).await;
                let opened = house.open_case(&expert, "initial-assessment", person).await.expect("it is kept");
                println!("kept {}", opened.id);
            }
        });
    }
    tasks.spawn(async move {
        loop {
            journal::seal(&house.store).await.expect("it is sealed");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    while let Some(said) = tasks.join_next().await {
        said.expect("no task stops");
    }
}
