//! The place where documents lie, in bad days: uploads that break off or are killed, what nothing names, a full disk.

use std::process::{Command, Stdio};
use std::time::Duration;

use casework::Error;
use casework::document::{Contents, Refusal, Swept};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWriteExt as _, BufReader};
use uuid::Uuid;

use crate::document::{a_case, offered, pass_the_lead, read, refusal};
use crate::on_both_engines;
use crate::place::{Place, aged, pdf};
use crate::world::World;
use casework::post::Acting;

const HOUR: Duration = Duration::from_secs(3600);
const LONG_AGO: Duration = Duration::from_secs(3 * 3600);

/// Gives its bytes, and then fails.
struct BreaksOff(std::io::Cursor<Vec<u8>>);

impl AsyncRead for BreaksOff {
    fn poll_read(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
        buffer: &mut tokio::io::ReadBuf<'_>,
    ) -> std::task::Poll<std::io::Result<()>> {
        let before = buffer.filled().len();
        let polled = std::pin::Pin::new(&mut self.0).poll_read(context, buffer);
        if buffer.filled().len() == before {
            return std::task::Poll::Ready(Err(std::io::Error::other("the line is dead")));
        }
        polled
    }
}

async fn an_upload_that_breaks_off_leaves_nothing(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    for size in [100, 20_000, 1_000_000] {
        let source = BreaksOff(std::io::Cursor::new(pdf(size)));
        assert_eq!(refusal(house.add_document(&expert, case, offered("a.pdf"), source).await), Refusal::BrokeOff);
    }
    // The one who asked goes away in the middle.
    let (mut writer, source) = tokio::io::duplex(1000);
    let upload = house.add_document(&expert, case, offered("a.pdf"), source);
    let sends = async {
        writer.write_all(&pdf(500_000)).await.expect("it is sent");
        std::future::pending::<()>().await;
    };
    let over = tokio::time::timeout(Duration::from_millis(300), async { tokio::join!(upload, sends) }).await;
    assert!(over.is_err(), "it was still going on");
    assert_eq!((place.kept().len(), place.files("incoming").len()), (0, 0));
    assert_eq!(world.number("select count(*) as n from document").await, 0);
    assert_eq!(world.number("select count(*) as n from document_content").await, 0);
}

/// The holding ends while the bytes come: who may no longer act adds nothing.
async fn who_loses_the_case_meanwhile_adds_nothing(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let (mut writer, source) = tokio::io::duplex(1000);
    let upload = house.add_document(&expert, case, offered("a.pdf"), source);
    let sends = async {
        writer.write_all(&pdf(50_000)).await.expect("it is sent");
        pass_the_lead(world).await;
        drop(writer);
    };
    let (said, ()) = tokio::join!(upload, sends);
    let unknown = casework::Refusal::Case(casework::case::Refusal::Unknown);
    assert_eq!(said, Err(Error::Refused(unknown)));
    assert_eq!(world.number("select count(*) as n from document").await, 0);
    assert_eq!((place.kept().len(), place.files("incoming").len()), (1, 0), "its bytes wait for the sweep");
}

const FOLDER: &str = "KOTOPOLKU_TEST_FOLDER_TO_BE_KILLED_OVER";

async fn a_killed_upload_is_swept(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let stays = house.add_document(&expert, case, offered("a.pdf"), &pdf(1000)[..]).await.expect("it is added");
    let program = std::env::current_exe().expect("this test's program");
    let mut child = tokio::process::Command::new(program)
        .args(["--exact", "document_place::uploads_until_it_is_killed", "--ignored", "--nocapture"])
        .env(FOLDER, &place.0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("the child starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    while let Some(line) = lines.next_line().await.expect("it says something") {
        if line.contains("half of it is sent") {
            break;
        }
    }
    child.kill().await.expect("it is killed");
    let left = place.files("incoming");
    assert_eq!((left.len(), place.kept().len()), (1, 1), "it was in the middle of it");
    assert!(std::fs::metadata(&left[0]).expect("it is read").len() > 0);
    assert_eq!(house.verify_documents(&Acting::operator(), |_| ()).await.expect("verified").incoming.len(), 1);
    // A young one may be somebody's who is still sending.
    assert_eq!(house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept"), Swept::default());
    aged(&left[0], LONG_AGO);
    let swept = house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept");
    assert_eq!((swept.unfinished, swept.set_aside, swept.removed), (1, 0, 0));
    assert_eq!(place.files("incoming").len(), 0);
    assert!(read(&house, &expert, stays.document, None).await.expect("it is right") == pdf(1000));
}

#[tokio::test]
#[ignore = "the child of a_killed_upload_is_swept"]
async fn uploads_until_it_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let contents = Contents::open(&format!("folder:{folder}")).await.expect("it opens");
    let (mut writer, source) = tokio::io::duplex(64 * 1024);
    let sends = async {
        writer.write_all(&pdf(3_000_000)).await.expect("it is sent");
        println!("\nhalf of it is sent");
        std::future::pending::<()>().await;
    };
    let (taken, ()) = tokio::join!(contents.take(source, u64::MAX, "half"), sends);
    panic!("it never ends: {taken:?}");
}

async fn what_nothing_names_is_swept_in_two_steps(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let contents = place.contents().await;
    let named = house.add_document(&expert, case, offered("a.pdf"), &pdf(1000)[..]).await.expect("it is added");
    // Taken in, and their rows never written: one will be wanted after all, one not.
    let wanted = contents.take(&pdf(2000)[..], 10_000, "one").await.expect("it is taken");
    let unwanted = contents.take(&pdf(3000)[..], 10_000, "two").await.expect("it is taken");
    let short = refusal(house.sweep_documents(&Acting::operator(), Duration::from_secs(3599)).await);
    assert_eq!(short, Refusal::GraceTooShort { least: 3600 });
    assert_eq!(
        house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept"),
        Swept::default(),
        "all are young"
    );
    place.kept().iter().for_each(|path| aged(path, LONG_AGO));
    let swept = house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept");
    assert_eq!(swept, Swept { set_aside: 2, ..Swept::default() });
    assert_eq!((place.kept().len(), place.files("aside").len()), (1, 2));
    let mut orphaned = vec![wanted.hash.clone(), unwanted.hash.clone()];
    orphaned.sort_unstable();
    let found = house.verify_documents(&Acting::operator(), |_| ()).await.expect("verified");
    assert_eq!((found.right, found.orphaned), (1, orphaned));

    // As if the sweep had come between an upload and its row: the row is written, and what it names lies aside.
    let late = house.add_document(&expert, case, offered("b.pdf"), &pdf(2000)[..]).await.expect("it is added");
    let path = place.kept().into_iter().find(|path| path.ends_with(&wanted.hash)).expect("it is in its place again");
    std::fs::remove_file(path).expect("and lies aside alone");
    assert!(read(&house, &expert, late.document, None).await.expect("it is found aside") == pdf(2000));
    assert!(house.verify_documents(&Acting::operator(), |_| ()).await.expect("verified").is_whole());
    assert_eq!(
        house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept"),
        Swept::default(),
        "set aside just now"
    );
    place.files("aside").iter().for_each(|path| aged(path, LONG_AGO));
    let swept = house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept");
    assert_eq!(swept, Swept { removed: 1, put_back: 1, bytes: 3000, ..Swept::default() });
    let removed =
        format!("select count(*) as n from journal_entry where action = 'remove' and subject = '{}'", unwanted.hash);
    assert_eq!(world.number(&removed).await, 1);
    // However old, what a row names is never touched.
    place.kept().iter().for_each(|path| aged(path, LONG_AGO));
    for _ in 0..2 {
        assert_eq!(house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept"), Swept::default());
    }
    assert!(read(&house, &expert, named.document, None).await.expect("it is right") == pdf(1000));
    assert!(read(&house, &expert, late.document, None).await.expect("it is right") == pdf(2000));
}

async fn another_databases_place_is_not_swept(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let shelf = place.0.join("ab/cd");
    std::fs::create_dir_all(&shelf).expect("a folder");
    for number in 0..101 {
        let file = shelf.join(format!("abcd{number:060}"));
        std::fs::write(&file, "somebody's").expect("a file");
        aged(&file, LONG_AGO);
    }
    assert_eq!(refusal(house.sweep_documents(&Acting::operator(), HOUR).await), Refusal::NotOurs { named: 0 });
    assert_eq!((place.kept().len(), place.files("aside").len()), (101, 0));
    std::fs::remove_file(&place.kept()[0]).expect("one fewer");
    assert_eq!(house.sweep_documents(&Acting::operator(), HOUR).await.expect("swept").set_aside, 100);
}

async fn a_full_disk_keeps_nothing_of_it(world: &World) {
    let place = Place::new();
    std::fs::create_dir_all(&place.0).expect("a folder");
    let mount =
        |how: &[&str]| Command::new("mount").args(how).arg(&place.0).output().is_ok_and(|it| it.status.success());
    if !mount(&["-t", "tmpfs", "-o", "size=2m", "tmpfs"]) {
        eprintln!("no disk could be mounted (that takes root): a full disk was not tried");
        return;
    }
    let disk = Mounted(&place);
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let small = house.add_document(&expert, case, offered("a.pdf"), &pdf(500_000)[..]).await.expect("it fits");
    for _ in 0..2 {
        let said = house.add_document(&expert, case, offered("b.pdf"), &pdf(4_000_000)[..]).await;
        assert_eq!(said, Err(Error::Storage(storage::Error::DiskFull)));
        assert_eq!((place.kept().len(), place.files("incoming").len()), (1, 0));
    }
    assert_eq!(world.number("select count(*) as n from document").await, 1);
    assert!(mount(&["-o", "remount,ro"]));
    let said = house.add_document(&expert, case, offered("b.pdf"), &pdf(100)[..]).await;
    assert!(matches!(said, Err(Error::Storage(storage::Error::ReadOnly(_)))), "{said:?}");
    assert!(read(&house, &expert, small.document, None).await.expect("it is still read") == pdf(500_000));
    assert!(mount(&["-o", "remount,rw,size=12m"]));
    house.add_document(&expert, case, offered("b.pdf"), &pdf(4_000_000)[..]).await.expect("there is room again");
    assert!(house.verify_documents(&Acting::operator(), |_| ()).await.expect("verified").is_whole());
    drop(disk);
}

struct Mounted<'a>(&'a Place);

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(&self.0.0).output());
    }
}

async fn the_place_is_for_its_owner_and_must_be_named(world: &World) {
    let (expert, case) = a_case(world).await;
    let nowhere = refusal(world.house.add_document(&expert, case, offered("a.pdf"), &pdf(10)[..]).await);
    assert_eq!(nowhere, Refusal::NoPlace);
    assert_eq!(refusal(world.house.document(&expert, Uuid::nil(), None).await), Refusal::NoPlace);
    for address in ["folder:", "s3://", "/tmp", "ftp://x", "folder:/proc/nothing/there"] {
        assert!(matches!(refusal(Contents::open(address).await), Refusal::Place(_)), "{address}");
    }
    assert_eq!(Contents::beside("sqlite:a/kotopolku.db").as_deref(), Some("folder:a/kotopolku.db-documents"));
    assert_eq!(Contents::beside("postgres://somewhere/kotopolku"), None);
    let place = Place::new();
    let house = place.house(world).await;
    house.add_document(&expert, case, offered("a.pdf"), &pdf(10)[..]).await.expect("it is added");
    #[cfg(unix)]
    for path in [place.0.clone(), place.0.join("incoming"), place.kept().pop().expect("it lies there")] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&path).expect("it is read").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    an_upload_that_breaks_off_leaves_nothing,
    who_loses_the_case_meanwhile_adds_nothing,
    a_killed_upload_is_swept,
    what_nothing_names_is_swept_in_two_steps,
    another_databases_place_is_not_swept,
    a_full_disk_keeps_nothing_of_it,
    the_place_is_for_its_owner_and_must_be_named,
}
