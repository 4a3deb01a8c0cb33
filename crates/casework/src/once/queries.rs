//! The statements about acts that are done once.

use storage::{Error, Unit, View, args};
use uuid::Uuid;

use super::model::{Basis, Done, Once};

/// What was done with a key of a post.
pub(super) async fn done(view: &View, post: &str, key: &str) -> Result<Option<Done>, Error> {
    let sql = "select asked, unit_id, wrote, at from act_once where post_id = $1 and key = $2";
    let Some(row) = view.fetch_optional(sql, args![post, key]).await? else { return Ok(None) };
    let wrote: serde_json::Value = row.get("wrote")?;
    let wrote = serde_json::from_value(wrote).map_err(|fault| Error::Unreadable(fault.to_string()))?;
    Ok(Some(Done { asked: row.get("asked")?, at: row.get("at")?, unit: row.get("unit_id")?, wrote }))
}

/// Keeps a key with what was done. One that is there already is a fault, and nothing of the unit is kept.
pub(super) async fn keep(unit: &Unit, post: &str, once: &Once) -> Result<(), Error> {
    let wrote: Vec<(String, String)> = unit
        .told()
        .into_iter()
        .map(|(noun, subject)| (noun.as_str().to_owned(), subject.as_str().to_owned()))
        .collect();
    let wrote = serde_json::to_value(wrote).map_err(|fault| Error::Statement(fault.to_string()))?;
    let sql = "insert into act_once (post_id, key, asked, unit_id, wrote, at) values ($1, $2, $3, $4, $5, $6)";
    unit.execute(sql, args![post, once.key.as_str(), once.asked.clone(), unit.id(), wrote, unit.now()]).await?;
    Ok(())
}

/// Whether what an act is based on is as it was.
pub(super) async fn stands(view: &View, basis: Basis) -> Result<bool, Error> {
    let found = match basis {
        Basis::Case { id, version, lead } => {
            let sql = "select count(*) as n from case_file where id = $1 and version = $2 and lead_holding = $3";
            view.fetch_one(sql, args![id, version, lead]).await?
        }
        Basis::HandOver { id, version } => {
            at_version(view, "select count(*) as n from handover where id = $1 and version = $2", id, version).await?
        }
        Basis::Person { id, version } => {
            at_version(view, "select count(*) as n from person where id = $1 and version = $2", id, version).await?
        }
    };
    Ok(found.get::<i64>("n")? == 1)
}

async fn at_version(view: &View, sql: &'static str, id: Uuid, version: i64) -> Result<storage::Row, Error> {
    view.fetch_one(sql, args![id, version]).await
}
