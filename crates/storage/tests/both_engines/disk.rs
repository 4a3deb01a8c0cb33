//! A disk that is full, a disk that may only be read, a file that another program holds, a file that is no database. Each is
//! told for what it is, nothing is half kept, and the store goes on when the disk is good again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sqlx::Connection as _;
use storage::{Error, Store, Unit, Word, args, journal};

use crate::world::{World, count, fresh_id, line, open_purse, setup};

/// A small disk in memory. Only root may have one: elsewhere the test says that it was not tried.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("kotopolku-disk-{}", fresh_id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let mounted = mount(&["-t", "tmpfs", "-o", "size=3m", "tmpfs"], &folder);
        if !mounted {
            eprintln!("no disk could be mounted (that takes root): a full disk was not tried");
            drop(std::fs::remove_dir(&folder));
            return None;
        }
        Some(Self(folder))
    }

    fn remount(&self, how: &str) -> bool {
        mount(&["-o", &format!("remount,{how}")], &self.0)
    }

    fn address(&self) -> String {
        format!("sqlite:{}/trial.db", self.0.display())
    }
}

fn mount(args: &[&str], folder: &Path) -> bool {
    Command::new("mount").args(args).arg(folder).output().is_ok_and(|said| said.status.success())
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(&self.0).output());
        drop(std::fs::remove_dir(&self.0));
    }
}

async fn write_much(store: &Store) -> Result<(), Error> {
    let much = "x".repeat(20_000);
    let much = much.as_str();
    store
        .write(|unit: Unit| async move {
            let id = unit.new_id();
            unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await?;
            unit.execute("insert into note (id, purse_id, text) values ($1, $1, $2)", args![id, much]).await?;
            unit.journal(line(Word::of("open"), id));
            Ok(())
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_keeps_nothing_and_loses_nothing() {
    let Some(disk) = SmallDisk::mount() else { return };
    let world = World::at(disk.address(), None).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let store = world.store.clone();
        tasks.spawn(async move {
            let (mut kept, mut full) = (0, 0);
            for _ in 0..60 {
                match write_much(&store).await {
                    Ok(()) => kept += 1,
                    Err(Error::DiskFull | Error::Disk(_)) => full += 1,
                    Err(other) => panic!("{other}"),
                }
            }
            (kept, full)
        });
    }
    let (mut kept, mut full) = (0, 0);
    while let Some(said) = tasks.join_next().await {
        let (more, fuller) = said.expect("no task stops");
        (kept, full) = (kept + more, full + fuller);
    }
    assert!(kept > 0 && full > 0, "{kept} kept, {full} refused");
    // A checkpoint may have made room for a few more.
    let mut said = Ok(());
    for _ in 0..200 {
        said = write_much(&world.store).await;
        if said.is_err() {
            break;
        }
        kept += 1;
    }
    assert_eq!(said, Err(Error::DiskFull));
    assert!(Error::DiskFull.to_string().contains("nothing of this was kept"));
    for sql in
        ["select count(*) as n from purse", "select count(*) as n from note", "select count(*) as n from journal_entry"]
    {
        assert_eq!(count(&world.store, sql).await, kept, "{sql}");
    }
    assert!(disk.remount("size=12m"), "there is room again");
    write_much(&world.store).await.expect("and it goes on by itself");
    journal::seal_all(&world.store).await.expect("it is sealed");
    assert!(journal_reader::verify(&world.address, &[]).await.expect("it is read").is_whole());
    world.store.clone().close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_may_only_be_read_is_told() {
    let Some(disk) = SmallDisk::mount() else { return };
    let world = World::at(disk.address(), None).await;
    open_purse(&world.store, 1).await.expect("it is kept");
    world.store.clone().close().await;
    assert!(disk.remount("ro"));
    match Store::open(&disk.address(), setup()).await {
        Err(Error::ReadOnly(said)) => assert!(said.contains("trial.db"), "{said}"),
        other => panic!("it should have been refused: {other:?}"),
    }
    assert!(disk.remount("rw"));
    let store = Store::open(&disk.address(), setup()).await.expect("it opens again");
    assert_eq!(count(&store, "select count(*) as n from purse").await, 1);
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_another_program_holds_is_busy() {
    let world = World::sqlite().await.expect("a file");
    let mut setup = setup();
    setup.patience = Duration::from_millis(300);
    let store = Store::open(&world.address, setup).await.expect("it opens");
    let mut other = sqlx::SqliteConnection::connect(&world.address).await.expect("the other program");
    sqlx::raw_sql("begin immediate").execute(&mut other).await.expect("it holds the file");
    let said = open_purse(&store, 1).await;
    assert!(matches!(said, Err(Error::Busy(_))), "{said:?}");
    sqlx::raw_sql("rollback").execute(&mut other).await.expect("it lets go");
    open_purse(&store, 2).await.expect("it is kept");
    assert_eq!(count(&store, "select count(*) as n from purse").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_database_is_told() {
    let world = World::sqlite().await.expect("a file");
    let file = world.address.trim_start_matches("sqlite:").replace("trial.db", "letter.db");
    std::fs::write(&file, "Dear municipality, this is no database. ".repeat(50)).expect("a letter");
    match Store::open(&format!("sqlite:{file}"), setup()).await {
        Err(Error::Unreadable(said)) => assert!(said.contains("not a database"), "{said}"),
        other => panic!("it should have been refused: {other:?}"),
    }
    for address in ["sqlite:", "sqlite::memory:", "mysql://somewhere/db", "kotopolku.db"] {
        let said = Store::open(address, setup()).await.expect_err(address);
        assert!(matches!(said, Error::Address(_)), "{said}");
    }
    let nowhere = Store::open("sqlite:/nowhere/at/all.db", setup()).await.expect_err("there is no such folder");
    assert!(matches!(nowhere, Error::Gone(_)), "{nowhere}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::sqlite().await.expect("a file");
    open_purse(&world.store, 1).await.expect("it is kept");
    for end in ["", "-wal", "-shm"] {
        let path = format!("{}{end}", world.address.trim_start_matches("sqlite:"));
        let mode = std::fs::metadata(&path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{path}: {mode:o}");
    }
}
