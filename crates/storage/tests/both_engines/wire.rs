//! PostgreSQL that goes away and comes back: a wire between the store and the server that can be cut, also in the very
//! instant in which a unit is being kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use storage::{Error, Store, Unit, Word, args};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use uuid::Uuid;

use crate::world::{World, count, fresh_id, line, open_purse, setup};

/// What passes bytes on to the server, for as long as it is whole.
struct Wire {
    port: u16,
    /// Raised by one: whatever is connected is cut.
    cuts: watch::Sender<u32>,
    down: Arc<AtomicBool>,
    /// Cut as soon as the next commit has been passed on, before the answer.
    cut_at_commit: Arc<AtomicBool>,
    /// Stay down after that.
    then_down: Arc<AtomicBool>,
    /// A commit was passed on, and its answer is withheld.
    withheld: Arc<AtomicBool>,
}

impl Wire {
    async fn to(server: String) -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let wire = Arc::new(Self {
            port: listener.local_addr().expect("a port").port(),
            cuts: watch::channel(0).0,
            down: Arc::default(),
            cut_at_commit: Arc::default(),
            then_down: Arc::default(),
            withheld: Arc::default(),
        });
        let this = Arc::clone(&wire);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                if this.down.load(Ordering::SeqCst) {
                    continue;
                }
                let far = TcpStream::connect(&server).await.expect("the server itself is there");
                tokio::spawn(Arc::clone(&this).pass(near, far));
            }
        });
        wire
    }

    async fn pass(self: Arc<Self>, near: TcpStream, far: TcpStream) {
        let mut cuts = self.cuts.subscribe();
        let (mut near_in, mut near_out) = near.into_split();
        let (mut far_in, mut far_out) = far.into_split();
        let asked = async {
            let mut bytes = vec![0; 16_384];
            while let Ok(read @ 1..) = near_in.read(&mut bytes).await {
                let commits = bytes[..read].windows(7).any(|some| some == b"COMMIT\0");
                let cut = commits && self.cut_at_commit.swap(false, Ordering::SeqCst);
                self.withheld.store(cut, Ordering::SeqCst);
                if cut && self.then_down.load(Ordering::SeqCst) {
                    self.down.store(true, Ordering::SeqCst);
                }
                if far_out.write_all(&bytes[..read]).await.is_err() || cut {
                    // The server gets the time to do it, and nobody hears of it.
                    tokio::time::sleep(Duration::from_millis(200)).await;
                    drop(near_in);
                    if self.down.load(Ordering::SeqCst) {
                        self.cut();
                    }
                    return;
                }
            }
        };
        let answered = async {
            let mut bytes = vec![0; 16_384];
            while let Ok(read @ 1..) = far_in.read(&mut bytes).await {
                while self.withheld.load(Ordering::SeqCst) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                if near_out.write_all(&bytes[..read]).await.is_err() {
                    return;
                }
            }
        };
        tokio::select! { () = asked => {}, () = answered => {}, _ = cuts.changed() => {} }
    }

    fn cut(&self) {
        self.cuts.send_modify(|cuts| *cuts += 1);
    }
}

/// A world on PostgreSQL, and a store that reaches it through a wire.
async fn wired() -> Option<(World, Arc<Wire>, Store)> {
    let Some(world) = World::postgres().await else {
        eprintln!("KOTOPOLKU_TEST_POSTGRES=none: not tried on PostgreSQL");
        return None;
    };
    let (before, path) = world.address.rsplit_once('/').expect("an address");
    let (user, server) = before.rsplit_once('@').expect("an address");
    let wire = Wire::to(server.to_owned()).await;
    let mut setup = setup();
    setup.patience = Duration::from_secs(3);
    let store = Store::open(&format!("{user}@127.0.0.1:{}/{path}", wire.port), setup).await.expect("it opens");
    Some((world, wire, store))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_goes_away_comes_back() {
    let Some((world, wire, store)) = wired().await else { return };
    open_purse(&store, 1).await.expect("it is kept");
    wire.down.store(true, Ordering::SeqCst);
    wire.cut();
    let said = open_purse(&store, 2).await;
    assert!(matches!(said, Err(Error::Gone(_))), "{said:?}");
    assert!(said.expect_err("it is gone").to_string().contains("nothing of this was kept"));
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 1, "and nothing was");
    wire.down.store(false, Ordering::SeqCst);
    open_purse(&store, 3).await.expect("it is back, and nobody had to start anything anew");
    assert_eq!(count(&store, "select count(*) as n from purse").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_short_absence_is_not_noticed() {
    let Some((_world, wire, store)) = wired().await else { return };
    for number in 0..10 {
        wire.cut();
        open_purse(&store, number).await.expect("it is done anew");
    }
    assert_eq!(count(&store, "select count(*) as n from purse").await, 10);
}

async fn open_as(store: &Store, id: Uuid) -> Result<(), Error> {
    store
        .write(|unit: Unit| async move {
            unit.execute("insert into purse (id, version, amount) values ($1, 1, 1)", args![id]).await?;
            unit.journal(line(Word::of("open"), id));
            Ok(())
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_answer_to_a_commit_is_asked_for() {
    let Some((world, wire, store)) = wired().await else { return };
    let id = fresh_id();
    wire.cut_at_commit.store(true, Ordering::SeqCst);
    // Were it done anew, the identity would be there already.
    assert_eq!(open_as(&store, id).await, Ok(()));
    assert!(!wire.cut_at_commit.load(Ordering::SeqCst), "the wire was cut");
    assert_eq!(count(&world.store, "select count(*) as n from purse").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_known_is_said_and_can_be_asked_later() {
    let Some((world, wire, store)) = wired().await else { return };
    wire.then_down.store(true, Ordering::SeqCst);
    wire.cut_at_commit.store(true, Ordering::SeqCst);
    let unit = match open_as(&store, fresh_id()).await {
        Err(Error::Unsure(unit)) => unit,
        other => panic!("nobody can know: {other:?}"),
    };
    wire.down.store(false, Ordering::SeqCst);
    let kept = store.was_kept(unit).await.expect("it is back");
    assert_eq!(kept, count(&world.store, "select count(*) as n from purse").await == 1);
}
