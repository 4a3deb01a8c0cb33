//! The statements about cases: the cases themselves here, what is written in them in `queries/written.rs`, lists of them in
//! `queries/lists.rs`, links between them in `queries/links.rs`.

use jiff::Timestamp;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

pub(crate) mod links;
pub(crate) mod lists;
pub(crate) mod written;

use super::model::Case;

/// The columns of [`case`].
pub(crate) const COLUMNS: &str = "id, number, case_type, type_version, duty, person_id, municipality, status, result, opened_at, \
    opened_organ, closed_at, version";

/// Reads a row of [`COLUMNS`].
pub fn case(row: &Row) -> Result<Case, Error> {
    Ok(Case {
        id: row.get("id")?,
        number: row.get("number")?,
        case_type: row.get("case_type")?,
        type_version: row.get("type_version")?,
        duty: row.get("duty")?,
        person: row.get("person_id")?,
        municipality: row.get("municipality")?,
        status: row.get("status")?,
        result: row.get("result")?,
        opened: row.get("opened_at")?,
        opened_organ: row.get("opened_organ")?,
        closed: row.get("closed_at")?,
        version: row.get("version")?,
    })
}

/// One case.
pub async fn one(view: &View, id: Uuid) -> Result<Option<Case>, Error> {
    let sql = storage::Built(format!("select {COLUMNS} from case_file where id = $1"));
    view.fetch_optional(sql, args![id]).await?.as_ref().map(case).transpose()
}

/// The identity of the case that has a number.
pub(crate) async fn id_of(view: &View, number: i64) -> Result<Option<Uuid>, Error> {
    let row = view.fetch_optional("select id from case_file where number = $1", args![number]).await?;
    row.map(|row| row.get("id")).transpose()
}

/// What is written when a case is opened.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    /// Its identity.
    pub id: Uuid,
    /// The case type.
    pub case_type: &'a str,
    /// Its version.
    pub type_version: &'a str,
    /// The duty.
    pub duty: &'a str,
    /// The person.
    pub person: Option<Uuid>,
    /// The municipality.
    pub municipality: Option<&'a str>,
    /// The status in which it begins.
    pub status: &'a str,
    /// The post that opens it.
    pub post: &'a str,
    /// Its organ.
    pub organ: &'a str,
    /// Its first lead, which is there already.
    pub lead: Uuid,
}

/// Opens a case; returns its number.
pub async fn open(unit: &Unit, new: New<'_>) -> Result<i64, Error> {
    let sql = "insert into case_file (id, case_type, type_version, duty, person_id, municipality, status, opened_at, \
        opened_by, opened_organ, lead_holding, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
    let row = args![
        new.id,
        new.case_type,
        new.type_version,
        new.duty,
        new.person,
        new.municipality,
        new.status,
        unit.now(),
        new.post,
        new.organ,
        new.lead,
    ];
    unit.execute(sql, row).await?;
    unit.fetch_one("select number from case_file where id = $1", args![new.id]).await?.get("number")
}

/// What becomes of a case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Become<'a> {
    /// The status.
    pub status: &'a str,
    /// The version of the case type.
    pub type_version: &'a str,
    /// The result, and the instant in which it closes.
    pub closes: Option<(&'a str, Timestamp)>,
}

/// Changes a case, and raises its version by one.
///
/// # Errors
/// [`Error::Stale`] when the case no longer has the version that was read.
pub(crate) async fn change(unit: &Unit, case: &Case, new: Become<'_>) -> Result<(), Error> {
    let sql = "update case_file set status = $3, type_version = $4, result = coalesce($5, result),
            closed_at = coalesce($6, closed_at), version = version + 1
        where id = $1 and version = $2";
    let (result, closed) = new.closes.unzip();
    unit.change_one(sql, args![case.id, case.version, new.status, new.type_version, result, closed]).await
}
