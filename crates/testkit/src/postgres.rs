//! A PostgreSQL for tests: the one that `KOTOPOLKU_TEST_POSTGRES` names, else a throwaway cluster that lives as long as the
//! test's process. Each test gets a database of its own.
//!
//! A missing PostgreSQL fails the test and says so. Whoever wants to do without says `KOTOPOLKU_TEST_POSTGRES=none`.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use crate::Told;

/// The address of the cluster; `None` where it was said to do without.
static CLUSTER: OnceLock<Result<Option<String>, String>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The address of a new, empty database. `None` where `KOTOPOLKU_TEST_POSTGRES=none` says to do without.
///
/// # Errors
/// When there is no PostgreSQL, or it does not answer.
pub async fn empty_database() -> Told<Option<String>> {
    let cluster = tokio::task::spawn_blocking(|| CLUSTER.get_or_init(start).clone()).await??;
    let Some(cluster) = cluster else { return Ok(None) };
    let name = format!("kotopolku_test_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(&cluster).await?;
    connection.execute(AssertSqlSafe(format!("drop database if exists {name}"))).await?;
    connection.execute(AssertSqlSafe(format!("create database {name}"))).await?;
    connection.close().await?;
    let (server, _) = cluster.rsplit_once('/').ok_or("the address of the cluster names no database")?;
    Ok(Some(format!("{server}/{name}")))
}

/// Starts the script that keeps the cluster. It ends it when its input closes, which happens whatever way this process ends.
fn start() -> Result<Option<String>, String> {
    if std::env::var("KOTOPOLKU_TEST_POSTGRES").is_ok_and(|said| said == "none") {
        return Ok(None);
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/with-postgres.sh");
    let mut keeper = Command::new(&script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|fault| format!("{} could not be started: {fault}", script.display()))?;
    let out = keeper.stdout.take().ok_or("the script has no output")?;
    let mut address = String::new();
    BufReader::new(out).read_line(&mut address).map_err(|fault| fault.to_string())?;
    // Its input stays open as long as this process lives; nobody waits for it in between.
    std::mem::forget(keeper);
    match address.trim() {
        "" => Err("no PostgreSQL could be started: scripts/with-postgres.sh says why".to_owned()),
        address => Ok(Some(address.to_owned())),
    }
}
