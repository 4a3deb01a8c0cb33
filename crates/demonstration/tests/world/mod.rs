//! A database for a test.

use std::path::PathBuf;
use std::sync::Arc;

use casework::document::Contents;
use casework::{House, RULES};
use demonstration::{Hands, Numbered, begins};
use jiff::tz::TimeZone;
use register::Register;
use storage::{Setup, Store};

/// A database of its own, gone afterwards.
pub struct World {
    pub house: House,
    /// Its clock.
    pub hands: Hands,
    pub address: String,
    folder: PathBuf,
}

impl Drop for World {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// A world on one of the engines; none where PostgreSQL is not to be tried.
pub async fn world(postgres: bool) -> Option<World> {
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let count = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("kotopolku-demonstration-{}-{count}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let address = if postgres {
        testkit::postgres::empty_database().await.expect("a PostgreSQL for the test")?
    } else {
        format!("sqlite:{}/demo.db", folder.display())
    };
    let hands = Hands::default();
    hands.put(begins());
    let clock = hands.clone();
    let mut setup = Setup::new(move || clock.now(), Numbered::of(1));
    setup.rules = RULES;
    let store = Store::open(&address, setup).await.expect("the database opens");
    store.migrate().await.expect("the migrations run");
    let register = Register::try_shipped_answering().expect("the shipped register has no faults of form");
    let zone = TimeZone::get("Europe/Helsinki").expect("the zone is known");
    let house = House::new(store, Arc::new(register.clone()), zone).await.expect("the house opens");
    let contents = Contents::open(&format!("folder:{}/documents", folder.display())).await.expect("a folder");
    Some(World { house: house.keeping(contents), hands, address, folder })
}
