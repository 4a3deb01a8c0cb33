//! Bytes in a store that speaks S3: `<prefix>/ab/cd/<hash>` where they stay, `<prefix>/aside/` before they go. What is no
//! larger than one part is put in its place at once; what is larger comes in under a passing name, in parts, since its hash
//! is known only at the end. Parts of an upload that died are not seen here: the bucket's own rule
//! (`AbortIncompleteMultipartUpload`) clears them.

use std::io;
use std::sync::Arc;

use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _, PutPayload};
use tokio::io::AsyncRead;
use tokio_util::io::StreamReader;

use super::{Kept, Lying, Shelf, Source, is_hash};
use crate::Error;
use crate::document::model::Refusal;

/// The size of a part, in bytes. The store asks for at least 5 MiB, and at most 10,000 parts.
const PART: usize = 8 * 1024 * 1024;

#[derive(Debug, Clone)]
pub(super) struct Bucket {
    store: Arc<AmazonS3>,
    prefix: String,
}

impl Bucket {
    /// From `bucket/prefix`.
    pub fn open(address: &str) -> Result<Self, Error> {
        let (bucket, prefix) = address.split_once('/').unwrap_or((address, ""));
        if bucket.is_empty() {
            return Err(Refusal::Place("write `s3://`, a bucket and perhaps a prefix".to_owned()).into());
        }
        // Said once for the whole program; whoever said it first is right too.
        drop(rustls::crypto::ring::default_provider().install_default());
        let store = AmazonS3Builder::from_env().with_bucket_name(bucket).build();
        let store = store.map_err(|fault| Refusal::Place(fault.to_string()))?;
        Ok(Self { store: Arc::new(store), prefix: prefix.trim_matches('/').to_owned() })
    }

    fn at(&self, rest: &str) -> Path {
        Path::from(format!("{}/{rest}", self.prefix))
    }

    fn kept(&self, hash: &str) -> Path {
        let (first, second) = (hash.get(..2).unwrap_or_default(), hash.get(2..4).unwrap_or_default());
        self.at(&format!("{first}/{second}/{hash}"))
    }

    fn aside(&self, hash: &str) -> Path {
        self.at(&format!("aside/{hash}"))
    }

    fn incoming(&self, name: &str) -> Path {
        self.at(&format!("incoming/{name}"))
    }

    pub async fn take<R>(&self, mut source: Source<R>, passing: &str) -> Result<Kept, Error>
    where
        R: AsyncRead + Send + Unpin,
    {
        let mut part = Vec::new();
        if !source.fill(&mut part, PART).await? {
            let kept = source.kept()?;
            let put = self.store.put(&self.kept(&kept.hash), PutPayload::from(part)).await;
            return put.map(|_| kept).map_err(meaning);
        }
        let passing = self.incoming(passing);
        let mut upload = self.store.put_multipart(&passing).await.map_err(meaning)?;
        let taken = async {
            let mut more = true;
            while more {
                let payload = PutPayload::from(std::mem::take(&mut part));
                upload.put_part(payload).await.map_err(meaning)?;
                more = source.fill(&mut part, PART).await?;
            }
            if !part.is_empty() {
                upload.put_part(PutPayload::from(part)).await.map_err(meaning)?;
            }
            source.kept()
        };
        let kept = match taken.await {
            Ok(kept) => kept,
            Err(fault) => {
                // What cannot be taken back is left to the bucket's own rule.
                drop(upload.abort().await);
                return Err(fault);
            }
        };
        upload.complete().await.map_err(meaning)?;
        self.moved(&passing, &self.kept(&kept.hash)).await.map_err(meaning)?;
        Ok(kept)
    }

    pub async fn read(&self, hash: &str) -> Result<Option<Box<dyn AsyncRead + Send + Unpin>>, Error> {
        // Twice, because a sweep may be moving it from the one to the other.
        for path in [self.kept(hash), self.aside(hash), self.kept(hash), self.aside(hash)] {
            match self.store.get(&path).await {
                Ok(found) => {
                    let stream = found.into_stream().map_err(io::Error::from);
                    return Ok(Some(Box::new(StreamReader::new(stream))));
                }
                Err(object_store::Error::NotFound { .. }) => {}
                Err(fault) => return Err(meaning(fault)),
            }
        }
        Ok(None)
    }

    pub async fn now(&self, passing: &str) -> Result<Timestamp, Error> {
        let path = self.incoming(passing);
        self.store.put(&path, PutPayload::from_static(b"what time is it")).await.map_err(meaning)?;
        let told = self.store.head(&path).await.map_err(meaning)?;
        self.store.delete(&path).await.map_err(meaning)?;
        Ok(instant(told.last_modified.timestamp_micros()))
    }

    pub async fn list(&self, shelf: Shelf) -> Result<Vec<Lying>, Error> {
        let folder = match shelf {
            Shelf::Kept(first) => format!("{first:02x}"),
            Shelf::Aside => "aside".to_owned(),
            Shelf::Incoming => "incoming".to_owned(),
        };
        let found: Vec<_> = self.store.list(Some(&self.at(&folder))).try_collect().await.map_err(meaning)?;
        let lying = found.into_iter().filter_map(|found| {
            let name = found.location.filename()?.to_owned();
            let here = match shelf {
                Shelf::Kept(_) => is_hash(&name) && self.kept(&name) == found.location,
                Shelf::Aside => is_hash(&name),
                Shelf::Incoming => true,
            };
            here.then(|| Lying { name, size: found.size, since: instant(found.last_modified.timestamp_micros()) })
        });
        Ok(lying.collect())
    }

    /// Copies and removes: there is no other way to move. Copied anew, its age begins anew.
    async fn moved(&self, from: &Path, to: &Path) -> object_store::Result<()> {
        self.store.copy(from, to).await?;
        self.store.delete(from).await
    }

    pub async fn set_aside(&self, hash: &str) -> Result<(), Error> {
        unless_gone(self.moved(&self.kept(hash), &self.aside(hash)).await)
    }

    pub async fn put_back(&self, hash: &str) -> Result<(), Error> {
        unless_gone(self.moved(&self.aside(hash), &self.kept(hash)).await)
    }

    pub async fn remove(&self, shelf: Shelf, name: &str) -> Result<(), Error> {
        let path = match shelf {
            Shelf::Kept(_) => return Ok(()),
            Shelf::Aside => self.aside(name),
            Shelf::Incoming => self.incoming(name),
        };
        unless_gone(self.store.delete(&path).await)
    }
}

/// What is no longer there was moved or removed by another node's sweep: it is done.
fn unless_gone(done: object_store::Result<()>) -> Result<(), Error> {
    match done {
        Err(object_store::Error::NotFound { .. }) | Ok(()) => Ok(()),
        Err(fault) => Err(meaning(fault)),
    }
}

/// What a fault of the store means.
fn meaning(fault: object_store::Error) -> Error {
    let said = format!("documents: {fault}");
    let meant = match fault {
        object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. } => {
            storage::Error::ReadOnly(said)
        }
        _ => storage::Error::Gone(said),
    };
    meant.into()
}

/// A store's time, in microseconds; one that cannot be counted is as old as can be.
fn instant(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MIN)
}
