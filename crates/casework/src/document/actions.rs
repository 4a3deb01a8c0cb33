//! Adding, reading, listing and withdrawing documents. Who bears the case now may add and read; who leads it, or added the
//! document, may withdraw it.

use authorization::Action;
use jiff::Timestamp;
use storage::{Entry, Look, Unit, View, Word};
use tokio::io::{AsyncRead, AsyncReadExt as _};
use uuid::Uuid;

use super::contents::{Contents, Kept};
use super::kinds::{self, Kind, Runs};
use super::model::{Added, Document, LARGEST, Offered, Opened, Refusal, Version};
use super::{names, queries};
use crate::case::authority::{self, Borne};
use crate::case::{self, Case};
use crate::holding::Role;
use crate::post::{self, Acting};
use crate::{Error, House};

/// What is looked at before anything is taken in.
struct Admitted {
    /// A name that nobody else uses.
    passing: Uuid,
    /// How large the file may be.
    limit: u64,
}

/// A file that was looked at.
struct Looked {
    name: String,
    given_name: String,
    kind: Kind,
    kept: Kept,
}

impl House {
    /// Adds a document to an open case. The bytes are taken from `source` until its end; a `source` that fails ends it.
    ///
    /// # Errors
    /// [`case::Refusal::Unknown`] when the acting organ does not bear the case, [`case::Refusal::Closed`]; of
    /// [`Refusal`], those about files; the database's errors and those of the place. Then nothing was added.
    pub async fn add_document(
        &self,
        acting: &Acting,
        case: Uuid,
        offered: Offered<'_>,
        source: impl AsyncRead + Send + Unpin,
    ) -> Result<Added, Error> {
        let admitted = self
            .store
            .write(|unit: Unit| async move {
                let found = open_case(&unit, acting, case, unit.now()).await?;
                self.admit(&unit, acting, &found, case).await
            })
            .await?;
        let looked = self.take(offered, source, &admitted).await?;
        let looked = &looked;
        self.store
            .write(|unit: Unit| async move {
                // Once more: the holding may have ended while the bytes came.
                let found = open_case(&unit, acting, case, unit.now()).await?;
                let document = unit.new_id();
                queries::add(&unit, document, case, acting).await?;
                let version = queries::add_version(&unit, looked.version(document, 1), acting).await?;
                unit.journal(line(acting, "add", document, &found)?.version(1));
                Ok(Added { document, version })
            })
            .await
    }

    /// Adds a version to a document of an open case. `based_on` is the version that its writer started from; it must be the
    /// last one still, or somebody's work would be passed over.
    ///
    /// # Errors
    /// As [`House::add_document`]; [`Refusal::Unknown`], [`Refusal::Withdrawn`], [`Refusal::NotTheLast`].
    pub async fn add_version(
        &self,
        acting: &Acting,
        document: Uuid,
        based_on: i64,
        offered: Offered<'_>,
        source: impl AsyncRead + Send + Unpin,
    ) -> Result<Added, Error> {
        let admitted = self
            .store
            .write(|unit: Unit| async move {
                let (found, case) = borne(&unit, acting, document, unit.now()).await?;
                may_follow(&found, &case, based_on)?;
                self.admit(&unit, acting, &case, document).await
            })
            .await?;
        let looked = self.take(offered, source, &admitted).await?;
        let looked = &looked;
        self.store
            .write(|unit: Unit| async move {
                let (found, case) = borne(&unit, acting, document, unit.now()).await?;
                may_follow(&found, &case, based_on)?;
                let number = based_on + 1;
                let version = queries::add_version(&unit, looked.version(document, number), acting).await?;
                unit.journal(line(acting, "add", document, &case)?.version(number));
                Ok(Added { document, version })
            })
            .await
    }

    /// Opens a version of a document for reading, the last one unless another is named.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::NoSuchVersion`], [`Refusal::Withdrawn`]; [`Refusal::Missing`] when its bytes are not
    /// where they should be. That they were changed is found while reading: see [`Opened::content`].
    pub async fn document(&self, acting: &Acting, id: Uuid, version: Option<i64>) -> Result<Opened, Error> {
        let contents = self.contents()?;
        let now = self.store.now();
        let (document, version) = self
            .store
            .look(|look: Look| async move {
                let (found, case) = self.seen(&look, acting, id, now).await?;
                not_withdrawn(&found)?;
                let last = found.versions.last().map_or(0, |version| version.number);
                let asked = version.unwrap_or(last);
                let wanted = found.versions.iter().find(|version| version.number == asked).cloned();
                let wanted = wanted.ok_or(Refusal::NoSuchVersion { asked, last })?;
                look.journal(line(acting, "read", id, &case)?.version(asked));
                Ok::<_, Error>((found, wanted))
            })
            .await?;
        let kept = Kept { hash: version.hash.clone(), size: version.size };
        let content = contents.read(&kept).await?.ok_or(Refusal::Missing { hash: kept.hash })?;
        Ok(Opened { document, version, content })
    }

    /// The documents of a case, also those withdrawn, in the order in which they were added.
    ///
    /// # Errors
    /// [`case::Refusal::Unknown`]; the database's errors.
    pub async fn documents_of_case(&self, acting: &Acting, case: Uuid) -> Result<Vec<Document>, Error> {
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let Borne { case: found, stretch, .. } =
                    authority::sees(&look, acting, case, now, self.day(now), Action::ReadDocument).await?;
                let all = queries::of_case(&look, case, stretch).await?;
                look.journal(line(acting, "list", case, &found)?);
                Ok(all)
            })
            .await
    }

    /// Withdraws a document: from now on nobody reads it, and it says why. Its bytes stay for as long as retention says.
    /// Also in a closed case, where something may turn out not to belong.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Withdrawn`], [`Refusal::NotYours`], [`Refusal::NoReason`]; the database's errors.
    pub async fn withdraw_document(&self, acting: &Acting, id: Uuid, reason: &str) -> Result<(), Error> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::NoReason.into());
        }
        self.store
            .write(|unit: Unit| async move {
                let found = queries::one(&unit, id).await?.ok_or(Refusal::Unknown)?;
                let Borne { case, held, stretch, .. } =
                    known(authority::bears(&unit, acting, found.case, unit.now(), Action::Withdraw).await)?;
                let found = queries::within(found, stretch).ok_or(Refusal::Unknown)?;
                not_withdrawn(&found)?;
                let leads = held.iter().any(|holding| holding.role == Role::Lead);
                if !leads && found.recorded_organ != acting.organ() {
                    return Err(Refusal::NotYours { organ: found.recorded_organ }.into());
                }
                queries::withdraw(&unit, id, acting, reason).await?;
                unit.journal(line(acting, "withdraw", id, &case)?);
                Ok(())
            })
            .await
    }

    /// How large a file may be, in bytes.
    ///
    /// # Errors
    /// The database's.
    pub async fn largest_document(&self) -> Result<u64, Error> {
        let said = self.store.read(|view: View| async move { queries::largest(&view).await }).await?;
        Ok(said.unwrap_or(LARGEST))
    }

    /// Says how large a file may be, in bytes, from the next upload on.
    ///
    /// # Errors
    /// [`post::Refusal::OperatorOnly`], [`Refusal::NoSuchLimit`]; the database's errors.
    pub async fn set_largest_document(&self, acting: &Acting, bytes: u64) -> Result<(), Error> {
        operator_only(acting)?;
        if !(1..=5 << 30).contains(&bytes) {
            return Err(Refusal::NoSuchLimit.into());
        }
        self.store
            .write(|unit: Unit| async move {
                queries::set_largest(&unit, bytes).await?;
                let entry =
                    Entry::new(&acting.actor, Word::of("set"), Word::of("setting"), Word::of("largest-document"));
                unit.journal(entry);
                Ok(())
            })
            .await
    }

    /// The document, and its case, which the acting organ sees.
    async fn seen(&self, view: &View, acting: &Acting, id: Uuid, at: Timestamp) -> Result<(Document, Case), Error> {
        let found = queries::one(view, id).await?.ok_or(Refusal::Unknown)?;
        let borne = known(authority::sees(view, acting, found.case, at, self.day(at), Action::ReadDocument).await)?;
        Ok((queries::within(found, borne.stretch).ok_or(Refusal::Unknown)?, borne.case))
    }

    /// Where documents lie.
    pub(super) fn contents(&self) -> Result<&Contents, Refusal> {
        self.contents.as_ref().ok_or(Refusal::NoPlace)
    }

    /// Lets an upload begin: the journal says so, because the file of a person was opened for it.
    async fn admit(&self, unit: &Unit, acting: &Acting, case: &Case, subject: Uuid) -> Result<Admitted, Error> {
        self.contents()?;
        let limit = queries::largest(unit).await?.unwrap_or(LARGEST);
        unit.journal(line(acting, "upload", subject, case)?);
        Ok(Admitted { passing: unit.new_id(), limit })
    }

    /// Looks at the first bytes, and takes all of them in when they may be taken.
    async fn take(
        &self,
        offered: Offered<'_>,
        mut source: impl AsyncRead + Send + Unpin,
        admitted: &Admitted,
    ) -> Result<Looked, Error> {
        if offered.name.chars().count() > names::LONGEST_GIVEN {
            return Err(Refusal::NameTooLong { limit: names::LONGEST_GIVEN }.into());
        }
        let name = names::shown(offered.name);
        let mut head = vec![0; kinds::HEAD];
        let mut filled = 0;
        while let Some(room) = head.get_mut(filled..).filter(|room| !room.is_empty()) {
            match source.read(room).await.map_err(|_| Refusal::BrokeOff)? {
                0 => break,
                read => filled += read,
            }
        }
        head.truncate(filled);
        let kind = kinds::look(&head, &name, offered.claimed).map_err(|runs| match runs {
            Runs::Bytes(found) => Refusal::Program { found, claimed: offered.claimed.map(str::to_owned) },
            Runs::Name(ending) => Refusal::RunsByName { ending },
        })?;
        let whole = std::io::Cursor::new(head).chain(source);
        let kept = self.contents()?.take(whole, admitted.limit, &admitted.passing.to_string()).await?;
        // No engine keeps the character of number zero in a text; its sign stands for it.
        Ok(Looked { name, given_name: offered.name.replace('\0', "\u{2400}"), kind, kept })
    }
}

impl Looked {
    fn version(&self, document: Uuid, number: i64) -> queries::New<'_> {
        queries::New {
            document,
            number,
            kept: &self.kept,
            name: &self.name,
            given_name: &self.given_name,
            kind: &self.kind,
        }
    }
}

/// What concerns the place itself, and no case, is the operator's.
pub(super) fn operator_only(acting: &Acting) -> Result<(), post::Refusal> {
    if acting.is_operator() { Ok(()) } else { Err(post::Refusal::OperatorOnly) }
}

/// The case that the acting organ bears, if it is open.
async fn open_case(view: &View, acting: &Acting, case: Uuid, at: Timestamp) -> Result<Case, Error> {
    let found = authority::bears(view, acting, case, at, Action::Upload).await?.case;
    if found.closed.is_some() { Err(case::Refusal::Closed(found.number).into()) } else { Ok(found) }
}

/// Of a case that one does not see, one does not learn that it has the document.
fn known(said: Result<Borne, Error>) -> Result<Borne, Error> {
    match said {
        Err(Error::Refused(crate::Refusal::Case(case::Refusal::Unknown))) => Err(Refusal::Unknown.into()),
        said => said,
    }
}

/// The document, and its case, which the acting organ bears.
async fn borne(view: &View, acting: &Acting, document: Uuid, at: Timestamp) -> Result<(Document, Case), Error> {
    let found = queries::one(view, document).await?.ok_or(Refusal::Unknown)?;
    let borne = known(authority::bears(view, acting, found.case, at, Action::Upload).await)?;
    Ok((queries::within(found, borne.stretch).ok_or(Refusal::Unknown)?, borne.case))
}

/// Whether a version based on this one may follow.
fn may_follow(document: &Document, case: &Case, based_on: i64) -> Result<(), Error> {
    if case.closed.is_some() {
        return Err(case::Refusal::Closed(case.number).into());
    }
    not_withdrawn(document)?;
    match document.versions.last() {
        Some(last) if last.number == based_on => Ok(()),
        Some(last) if last.number > based_on && based_on > 0 => Err(Refusal::NotTheLast {
            based_on,
            last: last.number,
            at: last.recorded_at,
            organ: last.recorded_organ.clone(),
        }
        .into()),
        last => Err(Refusal::NoSuchVersion { asked: based_on, last: last.map_or(0, number) }.into()),
    }
}

fn number(version: &Version) -> i64 {
    version.number
}

fn not_withdrawn(document: &Document) -> Result<(), Refusal> {
    match &document.withdrawn {
        None => Ok(()),
        Some(withdrawn) => Err(Refusal::Withdrawn { at: withdrawn.at, organ: withdrawn.organ.clone() }),
    }
}

/// A line about a document, in its case.
fn line(acting: &Acting, action: &'static str, subject: Uuid, case: &Case) -> Result<Entry, Error> {
    let entry = Entry::new(&acting.actor, Word::of(action), Word::of("document"), subject);
    let entry = entry.duty(Word::new(case.duty.clone())?).case(case.id);
    Ok(match case.person {
        Some(person) => entry.person(person),
        None => entry,
    })
}
