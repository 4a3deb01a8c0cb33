//! Where the bytes of documents lie: each under its SHA-256, `ab/cd/abcd…`, in a folder or in a store that speaks S3.
//!
//! - Bytes are written under a passing name first, flushed, and only then put in their place: a crash leaves nothing there,
//!   or all of it. What is under a passing name is swept later.
//! - The same bytes lie there once, however many documents have them. They are put in place anew each time: who uploads
//!   mends what was damaged, and nothing hangs on what may be about to be swept.
//! - What no row names is swept in two steps: it is set aside, and after another time of grace removed. Reading finds what
//!   was set aside, and sweeping puts it back when a row has come to name it. So no node need wait for another.
//! - Bytes are not encrypted here: that is for the disk or the bucket beneath (docs/decisions/0016).
//!
//! Ages are taken by the place's own clock: that of the file system, or of the store.

#[cfg(feature = "s3")]
mod bucket;
mod folder;
mod reader;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncRead, AsyncReadExt as _};

use super::model::Refusal;
use crate::Error;

pub use reader::{Changed, Reader};

/// A place for the bytes of documents. Cloned freely.
#[derive(Debug, Clone)]
pub struct Contents {
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    Folder(folder::Folder),
    #[cfg(feature = "s3")]
    Bucket(bucket::Bucket),
}

/// Bytes that lie in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Their SHA-256, in 64 small hexadecimal digits.
    pub hash: String,
    /// How many.
    pub size: u64,
}

/// Where something lies within the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    /// In its place, among those whose hash begins with this byte.
    Kept(u8),
    /// Set aside by a sweep.
    Aside,
    /// Being uploaded, or left by an upload that died.
    Incoming,
}

/// Something that lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lying {
    /// Its name: the hash, but on the shelf of what comes in.
    pub name: String,
    /// How many bytes.
    pub size: u64,
    /// When it was put there.
    pub since: Timestamp,
}

/// Bytes are taken in and read in pieces of this size, in bytes.
const PIECE: usize = 256 * 1024;

impl Contents {
    /// Opens `folder:/path` (made if it is not there, for its owner alone) or `s3://bucket/prefix`, whose endpoint, region
    /// and credentials come from the environment (`AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY`, and what else the library knows; `AWS_ALLOW_HTTP=true` for a store without TLS).
    ///
    /// # Errors
    /// [`Refusal::Place`] when the address cannot be understood; when the folder cannot be made.
    pub async fn open(address: &str) -> Result<Self, Error> {
        if let Some(path) = address.strip_prefix("folder:") {
            if path.is_empty() {
                return Err(Refusal::Place("write `folder:` and a path".to_owned()).into());
            }
            return Ok(Self { place: Place::Folder(folder::Folder::open(Path::new(path)).await?) });
        }
        if let Some(bucket) = address.strip_prefix("s3://") {
            #[cfg(feature = "s3")]
            return Ok(Self { place: Place::Bucket(bucket::Bucket::open(bucket)?) });
            #[cfg(not(feature = "s3"))]
            return Err(Refusal::Place(format!("this program was built without S3, so not `s3://{bucket}`")).into());
        }
        Err(Refusal::Place("the address begins with `folder:` or `s3://`".to_owned()).into())
    }

    /// The address of the usual place: beside the file of a SQLite database, `kotopolku.db-documents`. Other databases have
    /// none: there it must be said.
    #[must_use]
    pub fn beside(database: &str) -> Option<String> {
        let path = database.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let folder = PathBuf::from(format!("{path}-documents"));
        Some(format!("folder:{}", folder.display()))
    }

    /// Takes bytes in, at most `limit` of them. When this returns `Ok`, they lie in their place and are on the disk.
    /// `passing` is a name that nobody else uses.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::TooLarge`], [`Refusal::BrokeOff`] when `source` fails; [`storage::Error::DiskFull`] and
    /// the like when the place does. In each case nothing of it stays, but for what dying leaves under the passing name.
    pub async fn take(&self, source: impl AsyncRead + Send + Unpin, limit: u64, passing: &str) -> Result<Kept, Error> {
        let source = Source { inner: source, hash: Sha256::new(), size: 0, limit };
        match &self.place {
            Place::Folder(folder) => folder.take(source, passing).await,
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.take(source, passing).await,
        }
    }

    /// Opens bytes for reading; `None` when they are not there. What is read is held against hash and size.
    ///
    /// # Errors
    /// When the place cannot be read.
    pub async fn read(&self, kept: &Kept) -> Result<Option<Reader>, Error> {
        let found = match &self.place {
            Place::Folder(folder) => folder.read(&kept.hash).await?,
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.read(&kept.hash).await?,
        };
        Ok(found.map(|source| Reader::new(source, kept)))
    }

    /// The instant by the clock of the place itself.
    pub(super) async fn now(&self, passing: &str) -> Result<Timestamp, Error> {
        match &self.place {
            Place::Folder(folder) => folder.now(passing).await,
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.now(passing).await,
        }
    }

    /// What lies on a shelf, in no order.
    pub(super) async fn list(&self, shelf: Shelf) -> Result<Vec<Lying>, Error> {
        match &self.place {
            Place::Folder(folder) => folder.list(shelf).await,
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.list(shelf).await,
        }
    }

    /// Moves kept bytes aside; its age begins anew.
    pub(super) async fn set_aside(&self, hash: &str, now: Timestamp) -> Result<(), Error> {
        match &self.place {
            Place::Folder(folder) => folder.set_aside(hash, now).await,
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.set_aside(hash).await,
        }
    }

    /// Moves bytes that were set aside back.
    pub(super) async fn put_back(&self, hash: &str) -> Result<(), Error> {
        match &self.place {
            Place::Folder(folder) => folder.put_back(hash).await,
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.put_back(hash).await,
        }
    }

    /// Removes what was set aside, or came in and was never finished.
    pub(super) async fn remove(&self, shelf: Shelf, name: &str) -> Result<(), Error> {
        match &self.place {
            Place::Folder(folder) => folder.remove(shelf, name).await,
            #[cfg(feature = "s3")]
            Place::Bucket(bucket) => bucket.remove(shelf, name).await,
        }
    }
}

/// What comes in: hashed and counted on the way.
struct Source<R> {
    inner: R,
    hash: Sha256,
    size: u64,
    limit: u64,
}

impl<R: AsyncRead + Send + Unpin> Source<R> {
    /// Fills the buffer up to `most` bytes, or to the end. Whether there may be more.
    async fn fill(&mut self, buffer: &mut Vec<u8>, most: usize) -> Result<bool, Error> {
        while buffer.len() < most {
            let start = buffer.len();
            let room = (most - start).min(PIECE);
            buffer.resize(start + room, 0);
            let read = self.inner.read(buffer.get_mut(start..).unwrap_or_default()).await;
            // The reason stays with whoever sent it: it may be anything.
            let read = read.map_err(|_| Refusal::BrokeOff)?;
            buffer.truncate(start + read);
            if read == 0 {
                return Ok(false);
            }
            self.hash.update(buffer.get(start..).unwrap_or_default());
            self.size += u64::try_from(read).unwrap_or(u64::MAX);
            if self.size > self.limit {
                return Err(Refusal::TooLarge { limit: self.limit }.into());
            }
        }
        Ok(true)
    }

    /// What it was, at the end.
    fn kept(self) -> Result<Kept, Error> {
        if self.size == 0 {
            return Err(Refusal::Empty.into());
        }
        Ok(Kept { hash: hexadecimal(&self.hash.finalize()), size: self.size })
    }
}

/// Small hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

/// Whether a name is a hash.
fn is_hash(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// What a fault of the place means: the disk is full, may only be read, is gone.
fn meaning(fault: &std::io::Error) -> storage::Error {
    use std::io::ErrorKind;
    let said = format!("documents: {fault}");
    match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => storage::Error::DiskFull,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => storage::Error::ReadOnly(said),
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset | ErrorKind::TimedOut | ErrorKind::NotFound => {
            storage::Error::Gone(said)
        }
        _ => storage::Error::Disk(said),
    }
}
