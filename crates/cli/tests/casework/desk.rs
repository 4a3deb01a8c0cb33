//! A desk of one's own: a folder with a database, and the program run in it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use sqlx::{Connection as _, SqliteConnection};

static DESKS: AtomicU32 = AtomicU32::new(0);

/// The moment at which trials are made: a Monday in June 2024.
pub const MONDAY: &str = "2024-06-03T09:00";

/// A folder with a database, gone afterwards.
pub struct Desk {
    pub folder: PathBuf,
    at: Option<String>,
    post: Option<String>,
}

/// What the program said.
pub struct Told {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// A folder without a database.
    pub fn empty() -> Self {
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("kotopolku-desk-{}-{number}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Self { folder, at: None, post: None }
    }

    /// With a database for real matters.
    pub fn real() -> Self {
        let desk = Self::empty();
        desk.done(&["migrate"]);
        desk
    }

    /// With a trial database whose clock stands at [`MONDAY`], and posts in Hämeenlinna and Forssa.
    pub fn trial() -> Self {
        let mut desk = Self::empty();
        desk.done(&["migrate", "--trial"]);
        desk.at = Some(MONDAY.to_owned());
        for (post, organ) in [("te-hame/expert", "te-office:hame"), ("forssa/coordinator", "municipality:061")] {
            let words = ["post", "add", post, "--at-organ", organ, "--function", "handler", "--title", "Expert"];
            desk.done(&[words.as_slice(), &["--from", "2021-01-01"]].concat());
        }
        desk
    }

    /// Standing at another moment.
    pub fn at(&mut self, moment: &str) -> &mut Self {
        self.at = Some(moment.to_owned());
        self
    }

    /// Runs the program.
    pub fn run(&self, words: &[&str]) -> Told {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kotopolku"));
        command.args(words).current_dir(&self.folder).env("KOTOPOLKU_LANG", "en").env("COLUMNS", "110");
        for name in ["KOTOPOLKU_DATABASE", "KOTOPOLKU_REGISTER", "KOTOPOLKU_AT", "KOTOPOLKU_POST"] {
            command.env_remove(name);
        }
        if let Some(at) = &self.at {
            command.env("KOTOPOLKU_AT", at);
        }
        if let Some(post) = &self.post {
            command.env("KOTOPOLKU_POST", post);
        }
        let output = command.output().expect("the program runs");
        Told {
            status: output.status.code().expect("it ends by itself"),
            out: String::from_utf8(output.stdout).expect("it writes text"),
            err: String::from_utf8(output.stderr).expect("it writes text"),
        }
    }

    /// Runs what must be done; what it said.
    pub fn done(&self, words: &[&str]) -> String {
        let told = self.run(words);
        assert_eq!(told.status, 0, "{words:?}: {}{}", told.out, told.err);
        told.out
    }

    /// Runs what must end with a status, as programs do; the object.
    pub fn json(&self, status: i32, words: &[&str]) -> Value {
        let told = self.run(&[words, &["--format", "json"]].concat());
        assert_eq!(told.status, status, "{words:?}: {}{}", told.out, told.err);
        serde_json::from_str(&told.out).unwrap_or_else(|fault| panic!("{words:?}: {fault}: {}", told.out))
    }

    /// Runs what must be refused with a status and this word for programs; what was said.
    pub fn refused(&self, status: i32, code: &str, words: &[&str]) -> String {
        let object = self.json(status, words);
        assert_eq!(object["error"]["code"], code, "{words:?}: {object}");
        assert_eq!(object["error"]["status"], status);
        object["error"]["what"].as_str().expect("it says what").to_owned()
    }

    /// The file of the database.
    pub fn file(&self) -> PathBuf {
        self.folder.join("kotopolku.db")
    }

    /// A number, by hand.
    pub fn number(&self, sql: &str) -> i64 {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        in_file(&self.file(), async |connection| sqlx::query_scalar(sql).fetch_one(connection).await)
    }

    /// Does something to the database by hand.
    pub fn by_hand(&self, sql: &str) {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        in_file(&self.file(), async |connection| sqlx::raw_sql(sql).execute(connection).await.map(drop));
    }
}

fn in_file<T>(path: &Path, act: impl AsyncFnOnce(&mut SqliteConnection) -> Result<T, sqlx::Error>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let address = format!("sqlite:{}", path.display());
        let mut connection = SqliteConnection::connect(&address).await.expect("the file opens");
        let done = act(&mut connection).await.expect("it is done");
        connection.close().await.expect("the file closes");
        done
    })
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}
