//! The source tree as the chores see it: paths from the root, and the text of each file.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// Folders that hold nothing of ours.
const NOT_OURS: [&str; 3] = ["target", "node_modules", ".git"];

/// Every file of the tree. A file that is not text stands here with an empty text.
pub struct House {
    files: BTreeMap<String, String>,
}

impl House {
    /// Reads the tree below `root`.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        walk(root, "", &mut files)?;
        Ok(Self { files })
    }

    /// A small tree for a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect() }
    }

    /// All paths, in order, with `/` between the parts.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// All files whose path ends so, with their text.
    pub fn ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.ends_with(end))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether the file is there.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The folders that hold a package, the root's own manifest left out.
    pub fn packages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, text)| Some((path.strip_suffix("/Cargo.toml")?, text.as_str())))
    }
}

fn walk(root: &Path, below: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type()?.is_dir() {
            walk(root, &path, files)?;
        } else {
            // Somebody may be writing at the same time: a file gone meanwhile is no fault.
            let bytes = match fs::read(entry.path()) {
                Err(fault) if fault.kind() == io::ErrorKind::NotFound => continue,
                other => other?,
            };
            files.insert(path, String::from_utf8(bytes).unwrap_or_default());
        }
    }
    Ok(())
}

/// The path without its last part; empty for a file at the root.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The last part of the path.
pub fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The last part of the path, without its ending.
pub fn stem(path: &str) -> &str {
    let name = name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Joins a folder and a relative path, walking `..` up.
pub fn join(folder: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_falls_into_its_parts() {
        assert_eq!((folder("a/b/c.rs"), name("a/b/c.rs"), stem("a/b/c.rs")), ("a/b", "c.rs", "c"));
        assert_eq!(folder("c.rs"), "");
        assert_eq!(join("docs/guides", "../decisions/0001.md"), "docs/decisions/0001.md");
    }

    #[test]
    fn packages_are_folders_with_a_manifest() {
        let house = House::of(&[("Cargo.toml", ""), ("crates/a/Cargo.toml", "x"), ("crates/a/src/lib.rs", "")]);
        assert_eq!(house.packages().collect::<Vec<_>>(), [("crates/a", "x")]);
    }
}
