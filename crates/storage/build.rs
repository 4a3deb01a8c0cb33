//! Puts the migrations into the binary, each with its text for both engines. Fails when one engine has a migration that the
//! other has not, so that they never drift apart.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("migrations");
    println!("cargo::rerun-if-changed={}", root.display());
    let sqlite = texts(&root.join("sqlite"))?;
    let postgres = texts(&root.join("postgres"))?;
    let names: BTreeSet<&String> = sqlite.keys().chain(postgres.keys()).collect();

    let mut list = String::from("/// Every migration: its name, its text for SQLite, its text for PostgreSQL.\n");
    list.push_str("static EMBEDDED: &[(&str, &str, &str)] = &[\n");
    for name in names {
        let (Some(for_sqlite), Some(for_postgres)) = (sqlite.get(name), postgres.get(name)) else {
            return Err(io::Error::other(format!(
                "the migration `{name}` is there for one engine and not for the other"
            )));
        };
        writeln!(list, "    ({name:?}, include_str!({for_sqlite:?}), include_str!({for_postgres:?})),")
            .map_err(io::Error::other)?;
    }
    list.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?).join("embedded_migrations.rs");
    fs::write(out, list)
}

fn texts(folder: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "sql")
            && let Some(name) = path.file_stem().and_then(|name| name.to_str())
        {
            found.insert(name.to_owned(), path.clone());
        }
    }
    Ok(found)
}
