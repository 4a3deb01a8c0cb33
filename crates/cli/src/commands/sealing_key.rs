//! The file of the key that seals the secrets of second factors. It stands beside the database and not in it, so that whoever
//! has a copy of the one has not yet the other.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use casework::account::Key;
use web::words::Words;

use crate::context::Trouble;
use crate::said;

/// The key of this file; for a file of SQLite, of the one beside it. Where there is none yet, it is made, readable by its
/// owner alone. Without a file, on a server, there is none, and second factors cannot be added.
pub fn find(w: &Words, database: &str, named: Option<&Path>) -> Result<Option<Key>, Trouble> {
    let beside = || {
        let path = database.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let path = path.split('?').next().unwrap_or(path);
        Some(PathBuf::from(format!("{path}.key")))
    };
    let Some(path) = named.map(Path::to_owned).or_else(beside) else { return Ok(None) };
    let failed = |why: String| {
        let shown = path.display().to_string();
        Trouble::failed(w.account_key_file(&shown, &why)).coded("key-file").todo(w.account_key_file_todo())
    };
    match std::fs::read_to_string(&path) {
        Ok(text) => match Key::read(&text) {
            Some(key) => Ok(Some(key)),
            None => Err(failed(w.account_key_file_no_key().to_owned())),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let key = Key::new().map_err(|error| said::storage(w, &error))?;
            let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
            let written = made.and_then(|mut file| {
                file.write_all(key.reveal().as_bytes())?;
                file.sync_all()
            });
            written.map(|()| Some(key)).map_err(|error| failed(error.to_string()))
        }
        Err(error) => Err(failed(error.to_string())),
    }
}
