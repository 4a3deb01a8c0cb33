//! What is written in a case: changes, values, how it ended.

use jiff::Timestamp;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use crate::case::authority::Stretch;
use crate::case::field::WrittenField;
use crate::case::model::{Case, Change, ChangeKind, Closing};
use crate::post::Acting;

const CHANGE: &str = "case_version, what, step, taken_as, from_status, to_status, from_type_version, to_type_version, \
    result, decision_id, post, organ, at";

fn change(row: &Row) -> Result<Change, Error> {
    Ok(Change {
        case_version: row.get("case_version")?,
        what: row.parse("what")?,
        step: row.get("step")?,
        taken_as: row.get("taken_as")?,
        from_status: row.get("from_status")?,
        to_status: row.get("to_status")?,
        from_type_version: row.get("from_type_version")?,
        to_type_version: row.get("to_type_version")?,
        result: row.get("result")?,
        decision: row.get("decision_id")?,
        post: row.get("post")?,
        organ: row.get("organ")?,
        at: row.get("at")?,
    })
}

/// The changes of a case in a stretch of time, the first one first.
pub(crate) async fn changes(view: &View, case: Uuid, stretch: Stretch) -> Result<Vec<Change>, Error> {
    let sql = storage::Built(format!(
        "select {CHANGE} from case_change where case_id = $1 and at >= $2 and at < $3 order by case_version"
    ));
    view.fetch_all(sql, args![case, stretch.since, stretch.before]).await?.iter().map(change).collect()
}

/// Version, status and version of the type that a case had before an instant; none: as it is now.
pub(crate) async fn standing_before(
    view: &View,
    case: Uuid,
    before: Timestamp,
) -> Result<Option<(i64, String, String)>, Error> {
    let sql = "select case_version, from_status, from_type_version from case_change
        where case_id = $1 and at >= $2 order by case_version limit 1";
    let row = view.fetch_optional(sql, args![case, before]).await?;
    row.map(|row| Ok((row.get::<i64>("case_version")? - 1, row.get("from_status")?, row.get("from_type_version")?)))
        .transpose()
}

/// The change that left a version behind.
pub(crate) async fn change_to(view: &View, case: Uuid, version: i64) -> Result<Option<Change>, Error> {
    let sql = storage::Built(format!("select {CHANGE} from case_change where case_id = $1 and case_version = $2"));
    view.fetch_optional(sql, args![case, version]).await?.as_ref().map(change).transpose()
}

/// What a change was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Changed<'a> {
    /// The case as it was.
    pub before: &'a Case,
    /// The status after.
    pub status: &'a str,
    /// The version of the case type after.
    pub type_version: &'a str,
    /// What it was.
    pub what: ChangeKind,
    /// The step and as what it was taken.
    pub step: Option<(&'a str, &'a str)>,
    /// The result that was named.
    pub result: Option<&'a str>,
    /// The decision that was made with it.
    pub decision: Option<Uuid>,
}

/// Writes the change that has just raised the case's version by one.
pub(crate) async fn changed(unit: &Unit, acting: &Acting, new: Changed<'_>) -> Result<(), Error> {
    let sql = storage::Built(format!(
        "insert into case_change (id, case_id, {CHANGE})
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
    ));
    let (step, taken_as) = new.step.unzip();
    let row = args![
        unit.new_id(),
        new.before.id,
        new.before.version + 1,
        new.what.word(),
        step,
        taken_as,
        &new.before.status,
        new.status,
        &new.before.type_version,
        new.type_version,
        new.result,
        new.decision,
        acting.post(),
        acting.organ(),
        unit.now(),
    ];
    unit.execute(sql, row).await.map(drop)
}

const FIELD: &str = "field, kind, value, type_version, case_version, recorded_by, recorded_organ, recorded_at";

fn field(row: &Row) -> Result<WrittenField, Error> {
    Ok(WrittenField {
        field: row.get("field")?,
        kind: row.get("kind")?,
        value: row.get("value")?,
        type_version: row.get("type_version")?,
        case_version: row.get("case_version")?,
        by: row.get("recorded_by")?,
        organ: row.get("recorded_organ")?,
        at: row.get("recorded_at")?,
    })
}

/// The last row of each field and kind of a case that was written in a stretch of time.
pub(crate) async fn fields(view: &View, case: Uuid, stretch: Stretch) -> Result<Vec<WrittenField>, Error> {
    let sql = storage::Built(format!(
        "select {FIELD} from case_field a
        where case_id = $1 and recorded_at >= $2 and recorded_at < $3 and not exists (
            select 1 from case_field b where b.case_id = a.case_id and b.field = a.field and b.kind = a.kind
                and b.case_version > a.case_version and b.recorded_at < $3
        ) order by field, kind"
    ));
    view.fetch_all(sql, args![case, stretch.since, stretch.before]).await?.iter().map(field).collect()
}

/// The rows of a field that were written in a stretch of time, the first one first.
pub(crate) async fn field_history(
    view: &View,
    case: Uuid,
    word: &str,
    stretch: Stretch,
) -> Result<Vec<WrittenField>, Error> {
    let sql = storage::Built(format!(
        "select {FIELD} from case_field
        where case_id = $1 and field = $2 and recorded_at >= $3 and recorded_at < $4 order by case_version"
    ));
    view.fetch_all(sql, args![case, word, stretch.since, stretch.before]).await?.iter().map(field).collect()
}

/// Writes a value with the change that has just raised the case's version by one.
pub(crate) async fn write_field(
    unit: &Unit,
    acting: &Acting,
    before: &Case,
    (field, kind): (&str, &str),
    value: Option<String>,
) -> Result<(), Error> {
    let sql = storage::Built(format!(
        "insert into case_field (id, case_id, {FIELD}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    ));
    let row = args![
        unit.new_id(),
        before.id,
        field,
        kind,
        value,
        &before.type_version,
        before.version + 1,
        acting.post(),
        acting.organ(),
        unit.now(),
    ];
    unit.execute(sql, row).await.map(drop)
}

/// How a case ended.
pub(crate) async fn closing(view: &View, case: Uuid) -> Result<Option<Closing>, Error> {
    let sql = "select result, rule, basis, closed_on, keep_until, edition from case_closing where case_id = $1";
    let Some(row) = view.fetch_optional(sql, args![case]).await? else { return Ok(None) };
    Ok(Some(Closing {
        result: row.get("result")?,
        rule: row.get("rule")?,
        basis: row.structure("basis")?,
        closed_on: row.get("closed_on")?,
        keep_until: row.get("keep_until")?,
        edition: row.get("edition")?,
    }))
}

/// Writes how a case ended.
pub(crate) async fn close(unit: &Unit, case: Uuid, closing: &Closing, at: Timestamp) -> Result<(), Error> {
    let sql = "insert into case_closing (case_id, result, rule, basis, closed_on, keep_until, edition, closed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let row = args![
        case,
        &closing.result,
        &closing.rule,
        serde_json::Value::from(closing.basis.clone()),
        closing.closed_on,
        closing.keep_until,
        &closing.edition,
        at,
    ];
    unit.execute(sql, row).await.map(drop)
}
