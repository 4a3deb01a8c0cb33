//! The statements about machine clients.

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};

use super::model::Client;

const SELECT: &str = "select p.id, p.organ, p.function, p.title, c.made_at, c.until_day, c.ended_at
    from client c join post p on p.id = c.post_id";

/// Its duties are read beside it.
fn client(row: &Row) -> Result<Client, Error> {
    Ok(Client {
        id: row.get("id")?,
        organ: row.get("organ")?,
        function: row.get("function")?,
        title: row.get("title")?,
        duties: Vec::new(),
        made: row.get("made_at")?,
        until: row.get("until_day")?,
        ended: row.get("ended_at")?,
    })
}

async fn duties(view: &View, id: &str) -> Result<Vec<String>, Error> {
    let sql = "select duty from client_duty where post_id = $1 order by duty";
    view.fetch_all(sql, args![id]).await?.iter().map(|row| row.get("duty")).collect()
}

async fn whole(view: &View, row: Option<Row>) -> Result<Option<Client>, Error> {
    let Some(row) = row else { return Ok(None) };
    let found = client(&row)?;
    let duties = duties(view, &found.id).await?;
    Ok(Some(Client { duties, ..found }))
}

/// The client of a post; none: the post is somebody's.
pub(crate) async fn one(view: &View, id: &str) -> Result<Option<Client>, Error> {
    let sql = storage::Built(format!("{SELECT} where c.post_id = $1"));
    let row = view.fetch_optional(sql, args![id]).await?;
    whole(view, row).await
}

/// The client of a token, ended or not.
pub(super) async fn of_token(view: &View, hash: Vec<u8>) -> Result<Option<Client>, Error> {
    let sql = storage::Built(format!("{SELECT} where c.hash = $1"));
    let row = view.fetch_optional(sql, args![hash]).await?;
    whole(view, row).await
}

/// All of them, those of an organ together.
pub(super) async fn all(view: &View) -> Result<Vec<Client>, Error> {
    let sql = storage::Built(format!("{SELECT} order by p.organ, p.id"));
    let mut found = Vec::new();
    for row in view.fetch_all(sql, args![]).await? {
        found.extend(whole(view, Some(row)).await?);
    }
    Ok(found)
}

/// Writes it beside its post, which is there already.
pub(super) async fn add(
    unit: &Unit,
    id: &str,
    duties: &[String],
    hash: Vec<u8>,
    by: &str,
    until: Date,
) -> Result<Timestamp, Error> {
    for duty in duties {
        unit.execute("insert into client_duty (post_id, duty) values ($1, $2)", args![id, duty]).await?;
    }
    let sql = "insert into client (post_id, hash, made_at, made_by, until_day) values ($1, $2, $3, $4, $5)";
    unit.execute(sql, args![id, hash, unit.now(), by, until]).await?;
    Ok(unit.now())
}

/// Ends it now, if it has not been ended.
pub(super) async fn end(unit: &Unit, id: &str, by: &str) -> Result<(), Error> {
    let sql = "update client set ended_at = $1, ended_by = $2 where post_id = $3 and ended_at is null";
    unit.change_one(sql, args![unit.now(), by, id]).await
}
