//! `kotopolku serve`.

use super::{ANSWERED, demo, sealing_key, sign_in_elsewhere};
use crate::arguments::Serve;
use crate::clock;
use crate::context::{Context, Trouble};
use crate::desk::{self, Wanted};
use crate::print::{self, Look, shown};
use crate::said;
use ::desk::Elsewhere;
use casework::House;
use casework::account::Key;
use std::sync::Arc;
use std::time::Duration;
use storage::{Engine, journal};
use tokio::time::MissedTickBehavior;
use web::words::Words;

/// How often the journal is sealed: a row taken away before that leaves no trace.
const SEAL_EVERY: Duration = Duration::from_secs(1);

/// How often it is looked whether reminders of time limits are due, and whether hand-overs went unanswered: both are due by
/// the day, and wait no longer than this after midnight.
const CLIMB_EVERY: Duration = Duration::from_mins(1);

/// How many reminders are sent, and how many hand-overs go up a step, at one turn.
const AT_MOST: u32 = 10_000;

pub fn run(context: Context, command: &Serve) -> Result<u8, Trouble> {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn")),
        )
        .with_writer(std::io::stderr)
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Trouble::failed(error.to_string()))?;
    let (w, address) = (context.w, command.listen);
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .map_err(|error| Trouble::wrong_use(format!("{address}: {error}"), String::new()))?;
        let bound = listener.local_addr().map_err(|error| Trouble::failed(error.to_string()))?;
        let house = match &command.database {
            Some(database) => Some(house(&context, database).await?),
            None => None,
        };
        let register = match &house {
            Some(house) => Arc::clone(&house.register),
            None => Arc::new(context.register.as_ref().clone()),
        };
        let key = match &command.database {
            Some(database) => sealing_key::find(w, database, command.key_file.as_deref())?,
            None => None,
        };
        let elsewhere = sign_in_elsewhere::find(w, command)?;
        let beside: Vec<_> = house
            .iter()
            .flat_map(|house| [tokio::spawn(seal(house.clone())), tokio::spawn(climb(house.clone()))])
            .collect();
        print::say(&shown(Look::Strong, &w.cli_serving(&format!("http://{bound}/"))));
        if let Some(house) = &house {
            demo::introduce(&context, house, &format!("http://{bound}/")).await?;
        }
        print::say(w.cli_serving_stop());
        let demonstration = match &house {
            Some(house) => demo::is_demonstration(&context, house).await?,
            None => false,
        };
        let state = web::State { clock: Arc::new(clock::today), register, desk: house.is_some(), demonstration };
        let desk = house.clone().map(|house| desk_state(house, state.clone(), key, (command, elsewhere)));
        let router = match desk {
            Some(desk) => {
                let programs = rest::routes(rest::RestState::new(desk.house.clone()));
                web::router_with(state, ::desk::routes(desk).merge(programs))
            }
            None => web::router(state),
        };
        let served = web::serve_router(listener, router, stopped()).await;
        for task in beside {
            task.abort();
            drop(task.await);
        }
        if let Some(house) = house {
            finish(w, house).await;
        }
        served.map_err(|error| Trouble::failed(error.to_string()))
    })?;
    Ok(ANSWERED)
}

/// What the pages of casework are made from.
fn desk_state(
    house: House,
    site: web::State,
    key: Option<Key>,
    (command, elsewhere): (&Serve, Elsewhere),
) -> ::desk::DeskState {
    let secure = command.address.as_deref().is_some_and(|address| address.starts_with("https://"));
    ::desk::DeskState { house, site, key, secure, behind_proxy: command.behind_proxy, elsewhere }
}

/// Opens the database that was named.
async fn house(context: &Context, database: &str) -> Result<House, Trouble> {
    let faulty = |error| said::storage(context.w, &error);
    let store = desk::open_store(context, Wanted { database, at: None, make: false }).await?;
    if store.engine() == Engine::Sqlite {
        desk::bring_up_to_date(&store).await.map_err(faulty)?;
    }
    House::new(store, Arc::new(context.register.as_ref().clone()), desk::time_zone()?).await.map_err(faulty)
}

/// Seals the journal again and again. A seal that fails is tried again at the next turn; other nodes may be sealing too.
async fn seal(house: House) {
    let mut turns = tokio::time::interval(SEAL_EVERY);
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut failing = false;
    loop {
        turns.tick().await;
        match journal::seal_all(&house.store).await {
            Ok(_) => failing = false,
            // Said once, not every second.
            Err(error) if !failing && !error.is_passing() => {
                failing = true;
                tracing::error!(%error, "the journal could not be sealed");
            }
            Err(_) => {}
        }
    }
}

/// Sends the reminders that are due, and lets what nobody answered go up a step, again and again. Other nodes may be doing
/// so too: each reminder is sent once, and each hand-over climbs once.
async fn climb(house: House) {
    let mut turns = tokio::time::interval(CLIMB_EVERY);
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut reminding, mut climbing) = (Failing::default(), Failing::default());
    loop {
        turns.tick().await;
        let today = house.day(house.store.now());
        if let Some(error) = reminding.first(house.climb_reminders(today, AT_MOST).await) {
            tracing::error!(%error, "the reminders of time limits could not be sent");
        }
        if let Some(error) = climbing.first(house.climb_unanswered(AT_MOST).await) {
            tracing::error!(%error, "the unanswered hand-overs could not go up");
        }
    }
}

/// Whether a piece of work that is done each minute is failing, so that it is said once, not every minute.
#[derive(Debug, Default)]
struct Failing(bool);

impl Failing {
    /// The fault, where it is the first one since it last worked and does not pass by itself.
    fn first<T>(&mut self, done: Result<T, casework::Error>) -> Option<casework::Error> {
        match done {
            Ok(_) => {
                self.0 = false;
                None
            }
            Err(casework::Error::Storage(error)) if error.is_passing() => None,
            Err(_) if self.0 => None,
            Err(error) => {
                self.0 = true;
                Some(error)
            }
        }
    }
}

/// Seals what is left, and leaves the file as one file.
async fn finish(w: &Words, house: House) {
    if let Err(error) = journal::seal_all(&house.store).await {
        eprintln!("kotopolku: {}", w.desk_not_sealed());
        said::storage(w, &error).say();
    }
    house.store.close().await;
}

/// Ctrl-C, or the signal by which service managers stop a program.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => {
            let _ = interrupt.await;
            return;
        }
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
