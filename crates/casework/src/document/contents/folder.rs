//! Bytes in a folder: `incoming/` while they come, `ab/cd/<hash>` where they stay, `aside/` before they go. For their owner
//! alone.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use jiff::Timestamp;
use tokio::io::{AsyncRead, AsyncWriteExt as _};

use super::{Kept, Lying, PIECE, Shelf, Source, is_hash, meaning};
use crate::Error;
use crate::document::model::Refusal;

const INCOMING: &str = "incoming";
const ASIDE: &str = "aside";

#[derive(Debug, Clone)]
pub(super) struct Folder {
    root: Arc<Path>,
}

/// Removes the file under its passing name, unless it was put in its place: for uploads that break off.
struct Passing(Option<PathBuf>);

impl Drop for Passing {
    fn drop(&mut self) {
        if let Some(path) = self.0.take() {
            drop(fs::remove_file(path));
        }
    }
}

impl Folder {
    pub async fn open(root: &Path) -> Result<Self, Error> {
        let asked = root.to_owned();
        let root = blocking(move || {
            let root = std::path::absolute(&asked)?;
            make(&root)?;
            make(&root.join(INCOMING))?;
            make(&root.join(ASIDE))?;
            if let Some(parent) = root.parent() {
                flush(parent)?;
            }
            flush(&root)?;
            Ok(root)
        })
        .await
        .map_err(|fault| match fault.kind() {
            io::ErrorKind::StorageFull => Error::from(storage::Error::DiskFull),
            _ => Refusal::Place(format!("{}: {fault}", root.display())).into(),
        })?;
        Ok(Self { root: root.into() })
    }

    fn kept(&self, hash: &str) -> PathBuf {
        let (first, second) = (hash.get(..2).unwrap_or_default(), hash.get(2..4).unwrap_or_default());
        self.root.join(first).join(second).join(hash)
    }

    fn aside(&self, hash: &str) -> PathBuf {
        self.root.join(ASIDE).join(hash)
    }

    fn incoming(&self, name: &str) -> PathBuf {
        self.root.join(INCOMING).join(name)
    }

    pub async fn take<R>(&self, mut source: Source<R>, passing: &str) -> Result<Kept, Error>
    where
        R: AsyncRead + Send + Unpin,
    {
        let path = self.incoming(passing);
        let opened = path.clone();
        let file = blocking(move || create(&opened)).await.map_err(|fault| meaning(&fault))?;
        let mut guard = Passing(Some(path.clone()));
        let mut file = tokio::fs::File::from_std(file);
        let mut piece = Vec::with_capacity(PIECE);
        loop {
            piece.clear();
            let more = source.fill(&mut piece, PIECE).await?;
            file.write_all(&piece).await.map_err(|fault| meaning(&fault))?;
            if !more {
                break;
            }
        }
        let kept = source.kept()?;
        file.flush().await.map_err(|fault| meaning(&fault))?;
        file.sync_all().await.map_err(|fault| meaning(&fault))?;
        drop(file.into_std().await);
        self.place(path, self.kept(&kept.hash)).await?;
        guard.0 = None;
        Ok(kept)
    }

    /// Moves a file that is flushed to where it belongs, and flushes the folders that tell of it.
    async fn place(&self, from: PathBuf, to: PathBuf) -> Result<(), Error> {
        self.moved(from, to).await.map_err(|fault| meaning(&fault).into())
    }

    async fn moved(&self, from: PathBuf, to: PathBuf) -> io::Result<()> {
        let root = Arc::clone(&self.root);
        let placed = blocking(move || {
            let folders: Vec<&Path> = to.ancestors().skip(1).take_while(|folder| folder.starts_with(&root)).collect();
            for folder in folders.iter().rev() {
                make(folder)?;
            }
            fs::rename(&from, &to)?;
            // The innermost first; those above may have been made by somebody who has not flushed them yet.
            folders.iter().try_for_each(|folder| flush(folder))
        });
        placed.await
    }

    pub async fn read(&self, hash: &str) -> Result<Option<Box<dyn AsyncRead + Send + Unpin>>, Error> {
        // Twice, because a sweep may be moving it from the one to the other.
        for path in [self.kept(hash), self.aside(hash), self.kept(hash), self.aside(hash)] {
            match tokio::fs::File::open(&path).await {
                Ok(file) => return Ok(Some(Box::new(file))),
                Err(fault) if fault.kind() == io::ErrorKind::NotFound => {}
                Err(fault) => return Err(meaning(&fault).into()),
            }
        }
        Ok(None)
    }

    pub async fn now(&self, passing: &str) -> Result<Timestamp, Error> {
        let path = self.incoming(passing);
        let told = blocking(move || {
            let guard = Passing(Some(path.clone()));
            let told = create(&path)?.metadata()?.modified();
            drop(guard);
            told
        });
        let told = told.await.map_err(|fault| meaning(&fault))?;
        Ok(instant(told))
    }

    pub async fn list(&self, shelf: Shelf) -> Result<Vec<Lying>, Error> {
        let root = Arc::clone(&self.root);
        let listed = blocking(move || match shelf {
            Shelf::Incoming => listed(&root.join(INCOMING), |_| true),
            Shelf::Aside => listed(&root.join(ASIDE), is_hash),
            Shelf::Kept(first) => {
                let first = format!("{first:02x}");
                let mut all = Vec::new();
                for folder in entries(&root.join(&first))? {
                    let second = folder.file_name().to_string_lossy().into_owned();
                    let here = |name: &str| is_hash(name) && name.starts_with(&format!("{first}{second}"));
                    all.extend(listed(&folder.path(), here)?);
                }
                Ok(all)
            }
        });
        listed.await.map_err(|fault| meaning(&fault).into())
    }

    pub async fn set_aside(&self, hash: &str, now: Timestamp) -> Result<(), Error> {
        let (from, to) = (self.kept(hash), self.aside(hash));
        let aged = from.clone();
        let dated = blocking(move || File::options().write(true).open(aged)?.set_modified(SystemTime::from(now))).await;
        let moved = match dated {
            Ok(()) => self.moved(from, to).await,
            Err(fault) => Err(fault),
        };
        unless_gone(moved)
    }

    pub async fn put_back(&self, hash: &str) -> Result<(), Error> {
        unless_gone(self.moved(self.aside(hash), self.kept(hash)).await)
    }

    pub async fn remove(&self, shelf: Shelf, name: &str) -> Result<(), Error> {
        let path = match shelf {
            Shelf::Kept(_) => return Ok(()),
            Shelf::Aside => self.aside(name),
            Shelf::Incoming => self.incoming(name),
        };
        unless_gone(tokio::fs::remove_file(path).await)
    }
}

/// What is no longer there was moved or removed by another node's sweep: it is done.
fn unless_gone(done: io::Result<()>) -> Result<(), Error> {
    match done {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(meaning(&fault).into()),
        _ => Ok(()),
    }
}

/// Does what waits for the disk where nothing else waits for it.
async fn blocking<T: Send + 'static>(act: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(act).await.map_err(io::Error::other)?
}

/// Makes a folder for its owner alone, if it is not there.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        made => made,
    }
}

/// Makes a file that must not be there yet, for its owner alone.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// What a folder tells of is on the disk.
fn flush(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// What lies in a folder; nothing when there is no such folder.
fn entries(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    match fs::read_dir(folder) {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries?.collect(),
    }
}

fn listed(folder: &Path, here: impl Fn(&str) -> bool) -> io::Result<Vec<Lying>> {
    let mut all = Vec::new();
    for entry in entries(folder)? {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !here(&name) {
            continue;
        }
        match entry.metadata() {
            // It was moved meanwhile.
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {}
            found => {
                let found = found?;
                if found.is_file() {
                    all.push(Lying { name, size: found.len(), since: instant(found.modified()?) });
                }
            }
        }
    }
    Ok(all)
}

/// A file's time; one that cannot be counted is as old as can be.
fn instant(time: SystemTime) -> Timestamp {
    Timestamp::try_from(time).unwrap_or(Timestamp::MIN)
}
