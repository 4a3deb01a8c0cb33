//! Writes what the cases of a batch need, in statements of many rows: a hundred thousand cases take minutes, not hours.
//! The rules are those of `holding::transfer`; the database's triggers guard each row all the same.

use std::collections::BTreeMap;

use jiff::Timestamp;
use storage::{Error, Unit, Value, args};
use uuid::Uuid;

use crate::holding::Cause;

/// Rows of one statement. Each number of rows is a statement of its own to the engine, so there are few of them.
const ROWS: usize = 64;

/// A holding to be written.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub id: Uuid,
    pub case: Uuid,
    pub role: &'static str,
    pub organ: String,
    pub verb: String,
    pub also: serde_json::Value,
    pub force: String,
    pub from: Timestamp,
    pub previous: Option<Uuid>,
    pub between: bool,
    pub path: serde_json::Value,
}

/// What every holding of a run bears.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamp<'a> {
    pub edition: &'a str,
    pub cause: Cause,
    pub run: Uuid,
    pub post: &'a str,
}

/// A receipt.
#[derive(Debug, Clone)]
pub(super) struct Receipt {
    pub case: Uuid,
    pub duty: String,
    pub outcome: &'static str,
    pub reason: serde_json::Value,
    pub from: String,
    pub to: String,
    pub at: Timestamp,
    pub lead_before: Uuid,
    pub lead_after: Option<Uuid>,
    pub beside: serde_json::Value,
    pub case_version: i64,
    pub changed: bool,
    pub undoes: Option<i64>,
}

/// `insert … values` for so many rows of so many columns.
fn insertion(into: &str, columns: usize, rows: usize) -> String {
    let mut sql = format!("insert into {into} values ");
    for row in 0..rows {
        let places: Vec<String> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        sql.push_str(if row == 0 { "(" } else { ", (" });
        sql.push_str(&places.join(", "));
        sql.push(')');
    }
    sql
}

/// Inserts rows of equally many values: by whole statements, then one by one.
async fn insert(unit: &Unit, into: &str, rows: Vec<Vec<Value>>) -> Result<(), Error> {
    let Some(columns) = rows.first().map(Vec::len) else { return Ok(()) };
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let many = [ROWS, 8, 1].into_iter().find(|many| *many <= rows.len()).unwrap_or(1);
        let values = rows.by_ref().take(many).flatten().collect();
        unit.execute(storage::Built(insertion(into, columns, many)), values).await?;
    }
    Ok(())
}

/// Writes holdings.
pub(super) async fn holdings(unit: &Unit, rows: Vec<Row>, stamp: Stamp<'_>) -> Result<(), Error> {
    let values = rows
        .into_iter()
        .map(|row| {
            args![
                row.id,
                row.case,
                row.role,
                row.organ,
                row.verb,
                row.also,
                row.force,
                row.from,
                row.previous,
                row.between,
                stamp.edition,
                row.path,
                stamp.cause.word(),
                stamp.run,
                unit.now(),
                stamp.post,
            ]
        })
        .collect();
    let into = "holding (id, case_id, role, organ, verb, also, force, from_at, previous, between_chairs, edition, path, \
        cause, cause_id, recorded_at, recorded_by)";
    insert(unit, into, values).await
}

/// Writes receipts.
pub(super) async fn receipts(unit: &Unit, run: Uuid, batch: i64, receipts: Vec<Receipt>) -> Result<(), Error> {
    let values = receipts
        .into_iter()
        .map(|one| {
            args![
                run,
                batch,
                one.case,
                one.duty,
                one.outcome,
                one.reason,
                one.from,
                one.to,
                one.at,
                one.lead_before,
                one.lead_after,
                one.beside,
                one.case_version,
                one.changed,
                one.undoes,
                unit.now(),
            ]
        })
        .collect();
    let into = "reorganisation_item (run_id, batch, case_id, duty, outcome, reason, from_organ, to_organ, at_instant, \
        lead_before, lead_after, beside, case_version, changed_since_plan, undoes, recorded_at)";
    insert(unit, into, values).await
}

/// Does something to so many holdings, each named once; all of them must be there to have it done to them.
async fn each(unit: &Unit, sql: &str, at: Timestamp, ids: &[Uuid]) -> Result<(), Error> {
    for some in ids.chunks(ROWS) {
        let many = if some.len() == 1 { 1 } else { ROWS };
        let places: Vec<String> = (2..many + 2).map(|place| format!("${place}")).collect();
        let mut values = args![at];
        // The last one fills what is left of the statement: naming it twice changes nothing.
        let last = some[some.len() - 1];
        values.extend((0..many).map(|index| Value::from(some.get(index).copied().unwrap_or(last))));
        let text = storage::Built(format!("{sql} and id in ({})", places.join(", ")));
        let changed = unit.execute(text, values).await?;
        if usize::try_from(changed) != Ok(some.len()) {
            return Err(Error::Stale);
        }
    }
    Ok(())
}

/// Withdraws planned holdings. Of leads that follow each other the later ones come first, in a call of their own.
pub(super) async fn withdraw(unit: &Unit, ids: &[Uuid]) -> Result<(), Error> {
    each(unit, "update holding set voided_at = $1 where voided_at is null", unit.now(), ids).await
}

/// Ends those beside, each at its instant.
pub(super) async fn end_beside(unit: &Unit, ends: &[(Uuid, Timestamp)]) -> Result<(), Error> {
    let mut by_instant: BTreeMap<Timestamp, Vec<Uuid>> = BTreeMap::new();
    for (id, at) in ends {
        by_instant.entry(*at).or_default().push(*id);
    }
    for (at, ids) in by_instant {
        each(unit, "update holding set until_at = $1 where role = 'beside' and until_at is null", at, &ids).await?;
    }
    Ok(())
}
