//! Looking after the place where documents lie: is everything there as it was kept, and what lies there that nothing names.

use std::collections::HashSet;
use std::time::Duration;

use jiff::Timestamp;
use storage::{Entry, Look, Unit, View, Word};
use tokio::io::AsyncReadExt as _;
use uuid::Uuid;

use super::actions::operator_only;
use super::contents::{Changed, Contents, Kept, Lying, Reader, Shelf};
use super::model::Refusal;
use super::queries;
use crate::post::Acting;
use crate::{Error, House};

/// A sweep waits at least so long, an hour, before it touches what nothing names: an upload may be on its way to its row.
/// A unit of work may take half a minute.
pub const LEAST_GRACE: Duration = Duration::from_secs(60 * 60);

/// When so many more lie there unnamed than the database names at all, it is likely not this database's place.
const STRANGE: usize = 100;

/// So many contents are asked for at a time.
const SOME: i64 = 500;

/// How far a verification has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Contents read so far.
    pub done: u64,
    /// Contents in all.
    pub total: u64,
    /// Bytes that they have.
    pub bytes_done: u64,
    /// Bytes in all.
    pub bytes_total: u64,
}

/// What is wrong with a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It is not there.
    Missing,
    /// It is not what was kept.
    Changed,
}

/// A content that is not as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faulty {
    /// What is wrong.
    pub found: Found,
    /// Its hash.
    pub hash: String,
    /// The documents, and their versions, that it is the content of.
    pub versions: Vec<(Uuid, i64)>,
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// Contents that were read and are right.
    pub right: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Contents that are missing or changed.
    pub faulty: Vec<Faulty>,
    /// Hashes of what lies there and nothing names: uploads that were not kept. An upload under way may be among them.
    pub orphaned: Vec<String>,
    /// Passing names of uploads that are under way or died.
    pub incoming: Vec<String>,
}

impl Verified {
    /// Whether every document is whole. What is orphaned harms none.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faulty.is_empty()
    }
}

/// What a sweep did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Uploads that had died, removed.
    pub unfinished: u64,
    /// Contents that nothing names, set aside: the next sweep after another time of grace removes them.
    pub set_aside: u64,
    /// Contents set aside earlier, removed.
    pub removed: u64,
    /// Contents set aside earlier that a document has come to name, put back.
    pub put_back: u64,
    /// Bytes of what was removed.
    pub bytes: u64,
}

impl House {
    /// Reads every content and holds it against its hash and size; and lists what lies there that nothing names. Where a
    /// fault is found, the journal says which documents were looked up for it.
    ///
    /// # Errors
    /// [`post::Refusal::OperatorOnly`](crate::post::Refusal::OperatorOnly), [`Refusal::NoPlace`]; when database or place
    /// cannot be read.
    pub async fn verify_documents(
        &self,
        acting: &Acting,
        mut progress: impl FnMut(Progress) + Send,
    ) -> Result<Verified, Error> {
        operator_only(acting)?;
        let contents = self.contents()?;
        let mut verified = Verified::default();
        let (total, bytes_total) = self.store.read(|view: View| async move { queries::contents(&view).await }).await?;
        let mut now = Progress { total, bytes_total, ..Progress::default() };
        progress(now);
        let mut after = String::new();
        loop {
            let from = after.as_str();
            let some =
                self.store.read(|view: View| async move { queries::contents_after(&view, from, SOME).await }).await?;
            let Some(last) = some.last() else { break };
            after.clone_from(&last.hash);
            for kept in some {
                let found = match contents.read(&kept).await? {
                    None => Some(Found::Missing),
                    Some(reader) => (!is_right(reader).await?).then_some(Found::Changed),
                };
                match found {
                    None => {
                        verified.right += 1;
                        verified.bytes += kept.size;
                    }
                    Some(found) => verified.faulty.push(self.faulty(acting, found, &kept).await?),
                }
                now.done += 1;
                now.bytes_done += kept.size;
                now.total = now.total.max(now.done);
                now.bytes_total = now.bytes_total.max(now.bytes_done);
                progress(now);
            }
        }
        for first in 0..=u8::MAX {
            let lying = contents.list(Shelf::Kept(first)).await?;
            verified.orphaned.extend(self.unnamed(lying).await?.into_iter().map(|lying| lying.name));
        }
        let aside = self.unnamed(contents.list(Shelf::Aside).await?).await?;
        verified.orphaned.extend(aside.into_iter().map(|lying| lying.name));
        verified.orphaned.sort_unstable();
        verified.incoming = contents.list(Shelf::Incoming).await?.into_iter().map(|lying| lying.name).collect();
        Ok(verified)
    }

    /// Clears away what nothing names and what is older than `grace` by the place's own clock: uploads that died are removed;
    /// contents that no version names are set aside, and removed by a later sweep when another `grace` has gone by. What has
    /// come to be named meanwhile is put back. Any number of nodes may sweep and upload at the same time.
    ///
    /// A place is for one database. One that looks as if it were another's, because by far most of what lies there is named
    /// by nothing here, is not touched.
    ///
    /// # Errors
    /// [`post::Refusal::OperatorOnly`](crate::post::Refusal::OperatorOnly), [`Refusal::GraceTooShort`] under [`LEAST_GRACE`], [`Refusal::NoPlace`], [`Refusal::NotOurs`]; when database or place
    /// fails.
    pub async fn sweep_documents(&self, acting: &Acting, grace: Duration) -> Result<Swept, Error> {
        operator_only(acting)?;
        if grace < LEAST_GRACE {
            return Err(Refusal::GraceTooShort { least: LEAST_GRACE.as_secs() }.into());
        }
        let contents = self.contents()?;
        let passing = self.passing(acting).await?;
        let now = contents.now(&passing).await?;
        let before = now.checked_sub(grace).unwrap_or(Timestamp::MIN);
        let unnamed = self.unnamed_before(contents, before).await?;
        let mut swept = Swept::default();
        for lying in older(contents.list(Shelf::Incoming).await?, before) {
            contents.remove(Shelf::Incoming, &lying.name).await?;
            swept.unfinished += 1;
            swept.bytes += lying.size;
        }
        self.clear_aside(acting, contents, before, &mut swept).await?;
        for hash in unnamed {
            contents.set_aside(&hash, now).await?;
            swept.set_aside += 1;
        }
        Ok(swept)
    }

    /// The kept contents that are older and that nothing names: to be set aside, unless there are far too many.
    async fn unnamed_before(&self, contents: &Contents, before: Timestamp) -> Result<Vec<String>, Error> {
        let (rows, _) = self.store.read(|view: View| async move { queries::contents(&view).await }).await?;
        let most = usize::try_from(rows).unwrap_or(usize::MAX).saturating_add(STRANGE);
        let aside = self.unnamed(contents.list(Shelf::Aside).await?).await?.len();
        let mut unnamed = Vec::new();
        for first in 0..=u8::MAX {
            let old = older(contents.list(Shelf::Kept(first)).await?, before);
            unnamed.extend(self.unnamed(old).await?.into_iter().map(|lying| lying.name));
            if unnamed.len() + aside > most {
                return Err(Refusal::NotOurs { named: rows }.into());
            }
        }
        Ok(unnamed)
    }

    /// What was set aside a while ago: back if something names it by now, removed if not.
    async fn clear_aside(
        &self,
        acting: &Acting,
        contents: &Contents,
        before: Timestamp,
        swept: &mut Swept,
    ) -> Result<(), Error> {
        for lying in older(contents.list(Shelf::Aside).await?, before) {
            // What is removed for good stands in the journal before it is gone.
            let hash = &lying.name;
            let is_named = self
                .store
                .write(|unit: Unit| async move {
                    let is_named = queries::named(&unit, std::slice::from_ref(hash)).await?.contains(hash);
                    if !is_named {
                        let (action, noun) = (Word::of("remove"), Word::of("document-content"));
                        unit.journal(Entry::new(&acting.actor, action, noun, Word::new(hash.clone())?));
                    }
                    Ok::<_, Error>(is_named)
                })
                .await?;
            if is_named {
                contents.put_back(hash).await?;
                swept.put_back += 1;
            } else {
                contents.remove(Shelf::Aside, hash).await?;
                swept.removed += 1;
                swept.bytes += lying.size;
            }
        }
        Ok(())
    }

    /// Those that no version names.
    async fn unnamed(&self, lying: Vec<Lying>) -> Result<Vec<Lying>, Error> {
        if lying.is_empty() {
            return Ok(lying);
        }
        let hashes: Vec<String> = lying.iter().map(|lying| lying.name.clone()).collect();
        let hashes = hashes.as_slice();
        let named: HashSet<String> =
            self.store.read(|view: View| async move { queries::named(&view, hashes).await }).await?;
        Ok(lying.into_iter().filter(|lying| !named.contains(&lying.name)).collect())
    }

    /// Whose content it is that is faulty.
    async fn faulty(&self, acting: &Acting, found: Found, kept: &Kept) -> Result<Faulty, Error> {
        let hash = kept.hash.as_str();
        let versions = self
            .store
            .look(|look: Look| async move {
                let versions = queries::versions_of(&look, hash).await?;
                for (document, number) in &versions {
                    let entry = Entry::new(&acting.actor, Word::of("verify"), Word::of("document"), *document);
                    look.journal(entry.version(*number));
                }
                if versions.is_empty() {
                    let noun = Word::of("document-content");
                    look.journal(Entry::new(&acting.actor, Word::of("verify"), noun, Word::new(hash.to_owned())?));
                }
                Ok::<_, Error>(versions)
            })
            .await?;
        Ok(Faulty { found, hash: kept.hash.clone(), versions })
    }

    /// A name that nobody else uses; and the journal says that a sweep begins.
    async fn passing(&self, acting: &Acting) -> Result<String, Error> {
        self.store
            .write(|unit: Unit| async move {
                let passing = unit.new_id();
                unit.journal(Entry::new(&acting.actor, Word::of("sweep"), Word::of("document-content"), passing));
                Ok(passing.to_string())
            })
            .await
    }
}

fn older(lying: Vec<Lying>, before: Timestamp) -> Vec<Lying> {
    lying.into_iter().filter(|lying| lying.since < before).collect()
}

/// Reads to the end; whether all was right.
async fn is_right(mut reader: Reader) -> Result<bool, Error> {
    let mut piece = vec![0; 128 * 1024];
    loop {
        match reader.read(&mut piece).await {
            Ok(0) => return Ok(true),
            Ok(_) => {}
            Err(fault) if fault.get_ref().is_some_and(|inner| inner.is::<Changed>()) => return Ok(false),
            Err(fault) => return Err(storage::Error::Disk(format!("documents: {fault}")).into()),
        }
    }
}
