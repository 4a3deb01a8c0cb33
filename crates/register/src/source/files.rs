//! The files of a register, from the binary or from a folder.

use crate::fault::{Fault, Place};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path below the register's folder.
    pub path: Arc<str>,
    /// Its whole text.
    pub text: String,
}

impl File {
    /// The place of a byte range.
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::of(&self.path, &self.text, span)
    }

    /// The file's name without folder and ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// All files of a register, by path.
#[derive(Debug, Clone, Default)]
pub struct Files(BTreeMap<Arc<str>, Arc<File>>);

impl Files {
    /// The register that ships in the binary.
    pub fn shipped() -> Self {
        Self::from_texts(SHIPPED.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())))
    }

    /// Files given as path and text.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(
            texts
                .into_iter()
                .map(|(path, text)| {
                    let path: Arc<str> = path.into();
                    (path.clone(), Arc::new(File { path, text }))
                })
                .collect(),
        )
    }

    /// Reads a folder.
    ///
    /// # Errors
    /// A fault for a folder or file that cannot be read, or that is not UTF-8.
    pub fn read(folder: &Path) -> Result<Self, Vec<Fault>> {
        let mut texts = Vec::new();
        let mut faults = Vec::new();
        collect(folder, folder, &mut texts, &mut faults);
        if faults.is_empty() { Ok(Self::from_texts(texts)) } else { Err(faults) }
    }

    /// The file at `path`.
    pub fn get(&self, path: &str) -> Option<&Arc<File>> {
        self.0.get(path)
    }

    /// The files below a folder with an ending, in the order of their paths.
    pub fn below(&self, folder: &str, ending: &str) -> impl Iterator<Item = &Arc<File>> {
        self.0.values().filter(move |file| file.path.starts_with(folder) && file.path.ends_with(ending))
    }

    /// The same files without those below a folder.
    #[must_use]
    pub fn without_folder(&self, folder: &str) -> Self {
        Self(
            self.0
                .iter()
                .filter(|(path, _)| !path.starts_with(folder))
                .map(|(path, file)| (path.clone(), file.clone()))
                .collect(),
        )
    }

    /// Every file, in the order of their paths.
    pub fn all(&self) -> impl Iterator<Item = &Arc<File>> {
        self.0.values()
    }

    /// The same files with one put in or replaced.
    #[must_use]
    pub fn with(mut self, path: &str, text: String) -> Self {
        let path: Arc<str> = path.into();
        self.0.insert(path.clone(), Arc::new(File { path, text }));
        self
    }

    /// The same files without one.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.0.remove(path);
        self
    }
}

fn collect(root: &Path, folder: &Path, texts: &mut Vec<(String, String)>, faults: &mut Vec<Fault>) {
    let unreadable = |path: &Path, error: &std::io::Error| {
        Fault::error("unreadable-file", format!("`{}` cannot be read: {error}", path.display()))
            .help("point `--register` at the folder that holds `vocabulary.toml`")
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return faults.push(unreadable(folder, &error)),
    };
    for entry in entries {
        let path = match entry {
            Ok(entry) => entry.path(),
            Err(error) => {
                faults.push(unreadable(folder, &error));
                continue;
            }
        };
        if path.is_dir() {
            collect(root, &path, texts, faults);
        } else if path.extension().is_some_and(|end| end == "toml" || end == "csv") {
            match fs::read_to_string(&path) {
                Ok(text) => {
                    let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                    texts.push((name, text));
                }
                Err(error) => faults.push(unreadable(&path, &error)),
            }
        }
    }
}
