//! The statements about documents. What they may not do, the database refuses by itself: see the migration `document`.

use std::collections::HashSet;

use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::contents::Kept;
use super::kinds::Kind;
use super::model::{Document, Version, Withdrawn};
use crate::case::authority::Stretch;
use crate::post::Acting;

/// The setting that says how large a file may be, in bytes.
const LARGEST: &str = "document.largest-bytes";

fn document(row: &Row) -> Result<Document, Error> {
    let withdrawn: Option<jiff::Timestamp> = row.get("withdrawn_at")?;
    let withdrawn = match withdrawn {
        None => None,
        Some(at) => Some(Withdrawn {
            at,
            by: row.get("withdrawn_by")?,
            organ: row.get("withdrawn_organ")?,
            reason: row.get("withdrawn_reason")?,
        }),
    };
    Ok(Document {
        id: row.get("id")?,
        case: row.get("case_id")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorded_by")?,
        recorded_organ: row.get("recorded_organ")?,
        withdrawn,
        versions: Vec::new(),
    })
}

fn version(row: &Row) -> Result<Version, Error> {
    Ok(Version {
        number: row.get("number")?,
        hash: row.get("hash")?,
        size: size(row)?,
        name: row.get("name")?,
        given_name: row.get("given_name")?,
        kind: Kind { found: row.get("found_type")?, claimed: row.get("claimed_type")?, disagree: row.get("disagree")? },
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorded_by")?,
        recorded_organ: row.get("recorded_organ")?,
    })
}

/// A number of bytes; the table holds no other than positive ones.
fn size(row: &Row) -> Result<u64, Error> {
    Ok(u64::try_from(row.get::<i64>("size")?).unwrap_or_default())
}

const COLUMNS: &str = "id, case_id, recorded_at, recorded_by, recorded_organ, withdrawn_at, withdrawn_by, \
    withdrawn_organ, withdrawn_reason";

const VERSION_COLUMNS: &str = "v.id, v.document_id, v.number, v.hash, c.size, v.name, v.given_name, v.found_type, \
    v.claimed_type, v.disagree, v.recorded_at, v.recorded_by, v.recorded_organ";

/// A document with its versions.
pub(super) async fn one(view: &View, id: Uuid) -> Result<Option<Document>, Error> {
    let sql = storage::Built(format!("select {COLUMNS} from document where id = $1"));
    let Some(row) = view.fetch_optional(sql, args![id]).await? else { return Ok(None) };
    let mut found = document(&row)?;
    let sql = storage::Built(format!(
        "select {VERSION_COLUMNS} from document_version v join document_content c on c.hash = v.hash
            where v.document_id = $1 order by v.number"
    ));
    found.versions = view.fetch_all(sql, args![id]).await?.iter().map(version).collect::<Result<_, _>>()?;
    Ok(Some(found))
}

/// A document as it stood in a stretch of time; none when it was not added in it.
pub(super) fn within(mut document: Document, stretch: Stretch) -> Option<Document> {
    document.versions.retain(|version| version.recorded_at < stretch.before);
    document.withdrawn = document.withdrawn.filter(|withdrawn| withdrawn.at < stretch.before);
    stretch.holds(document.recorded_at).then_some(document)
}

/// The documents of a case that were added in a stretch of time with their versions, in the order in which they were.
pub(super) async fn of_case(view: &View, case: Uuid, stretch: Stretch) -> Result<Vec<Document>, Error> {
    let sql = storage::Built(format!("select {COLUMNS} from document where case_id = $1 order by recorded_at, id"));
    let mut all: Vec<Document> =
        view.fetch_all(sql, args![case]).await?.iter().map(document).collect::<Result<_, _>>()?;
    let sql = storage::Built(format!(
        "select {VERSION_COLUMNS} from document d join document_version v on v.document_id = d.id
            join document_content c on c.hash = v.hash where d.case_id = $1 order by v.document_id, v.number"
    ));
    let mut versions = std::collections::HashMap::<Uuid, Vec<Version>>::new();
    for row in &view.fetch_all(sql, args![case]).await? {
        versions.entry(row.get("document_id")?).or_default().push(version(row)?);
    }
    for document in &mut all {
        document.versions = versions.remove(&document.id).unwrap_or_default();
    }
    Ok(all.into_iter().filter_map(|document| within(document, stretch)).collect())
}

/// Writes a document, without versions yet.
pub(super) async fn add(unit: &Unit, id: Uuid, case: Uuid, acting: &Acting) -> Result<(), Error> {
    let sql =
        "insert into document (id, case_id, recorded_at, recorded_by, recorded_organ) values ($1, $2, $3, $4, $5)";
    unit.execute(sql, args![id, case, unit.now(), acting.post(), acting.organ()]).await.map(drop)
}

/// A version to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct New<'a> {
    pub document: Uuid,
    pub number: i64,
    pub kept: &'a Kept,
    pub name: &'a str,
    pub given_name: &'a str,
    pub kind: &'a Kind,
}

/// Writes a version, and that its bytes are named now.
pub(super) async fn add_version(unit: &Unit, new: New<'_>, acting: &Acting) -> Result<Version, Error> {
    let sql = "insert into document_content (hash, size, kept_at) values ($1, $2, $3) on conflict (hash) do nothing";
    let size = i64::try_from(new.kept.size).unwrap_or(i64::MAX);
    unit.execute(sql, args![&new.kept.hash, size, unit.now()]).await?;
    let sql = "insert into document_version (id, document_id, number, hash, name, given_name, found_type, claimed_type, \
        disagree, recorded_at, recorded_by, recorded_organ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let row = args![
        unit.new_id(),
        new.document,
        new.number,
        &new.kept.hash,
        new.name,
        new.given_name,
        &new.kind.found,
        new.kind.claimed.as_deref(),
        new.kind.disagree,
        unit.now(),
        acting.post(),
        acting.organ(),
    ];
    unit.execute(sql, row).await?;
    Ok(Version {
        number: new.number,
        hash: new.kept.hash.clone(),
        size: new.kept.size,
        name: new.name.to_owned(),
        given_name: new.given_name.to_owned(),
        kind: new.kind.clone(),
        recorded_at: unit.now(),
        recorded_by: acting.post().to_owned(),
        recorded_organ: acting.organ().to_owned(),
    })
}

/// Withdraws a document that was not yet.
pub(super) async fn withdraw(unit: &Unit, id: Uuid, acting: &Acting, reason: &str) -> Result<(), Error> {
    let sql = "update document set withdrawn_at = $2, withdrawn_by = $3, withdrawn_organ = $4, withdrawn_reason = $5
        where id = $1 and withdrawn_at is null";
    unit.change_one(sql, args![id, unit.now(), acting.post(), acting.organ(), reason]).await
}

/// How large a file may be, where the house said so.
pub(super) async fn largest(view: &View) -> Result<Option<u64>, Error> {
    let sql = "select value from setting where name = $1";
    let row = view.fetch_optional(sql, args![LARGEST]).await?;
    row.map(|row| row.parse("value")).transpose()
}

/// Says how large a file may be.
pub(super) async fn set_largest(unit: &Unit, bytes: u64) -> Result<(), Error> {
    let sql = "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = $2";
    unit.execute(sql, args![LARGEST, bytes.to_string()]).await.map(drop)
}

/// How many contents there are, and how many bytes together.
pub(super) async fn contents(view: &View) -> Result<(u64, u64), Error> {
    let sql = "select count(*) as n, cast(coalesce(sum(size), 0) as bigint) as size from document_content";
    let row = view.fetch_one(sql, args![]).await?;
    Ok((u64::try_from(row.get::<i64>("n")?).unwrap_or_default(), size(&row)?))
}

/// Contents in the order of their hashes, those after `after`, at most `most` of them.
pub(super) async fn contents_after(view: &View, after: &str, most: i64) -> Result<Vec<Kept>, Error> {
    let sql = "select hash, size from document_content where hash > $1 order by hash limit $2";
    let rows = view.fetch_all(sql, args![after, most]).await?;
    rows.iter().map(|row| Ok(Kept { hash: row.get("hash")?, size: size(row)? })).collect()
}

/// Which of these hashes some version names.
pub(super) async fn named(view: &View, hashes: &[String]) -> Result<HashSet<String>, Error> {
    let mut named = HashSet::new();
    for some in hashes.chunks(200) {
        let places: Vec<String> = (1..=some.len()).map(|at| format!("${at}")).collect();
        let sql = storage::Built(format!("select hash from document_content where hash in ({})", places.join(", ")));
        for row in view.fetch_all(sql, some.iter().map(storage::Value::from).collect()).await? {
            named.insert(row.get("hash")?);
        }
    }
    Ok(named)
}

/// The versions that name a content: document and number.
pub(super) async fn versions_of(view: &View, hash: &str) -> Result<Vec<(Uuid, i64)>, Error> {
    let sql = "select id, document_id, number from document_version where hash = $1 order by document_id, number";
    let rows = view.fetch_all(sql, args![hash]).await?;
    rows.iter().map(|row| Ok((row.get("document_id")?, row.get("number")?))).collect()
}
