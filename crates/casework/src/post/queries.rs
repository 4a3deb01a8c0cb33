//! The statements about posts.

use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};

use super::model::{NewPost, Post};

fn post(row: &Row) -> Result<Post, Error> {
    Ok(Post {
        id: row.get("id")?,
        organ: row.get("organ")?,
        function: row.get("function")?,
        title: row.get("title")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
    })
}

pub(super) async fn one(view: &View, id: &str) -> Result<Option<Post>, Error> {
    let sql = "select id, organ, function, title, from_day, until_day from post where id = $1";
    view.fetch_optional(sql, args![id]).await?.as_ref().map(post).transpose()
}

pub async fn all(view: &View) -> Result<Vec<Post>, Error> {
    let sql = "select id, organ, function, title, from_day, until_day from post order by organ, id";
    view.fetch_all(sql, args![]).await?.iter().map(post).collect()
}

/// Whether it was written: not when there is one of that word.
pub(crate) async fn add(unit: &Unit, new: &NewPost) -> Result<bool, Error> {
    let sql = "insert into post (id, organ, function, title, from_day, until_day, recorded_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, 1) on conflict (id) do nothing";
    let row = args![&new.id, &new.organ, &new.function, &new.title, new.from, new.until, unit.now()];
    Ok(unit.execute(sql, row).await? == 1)
}

/// A post with its version.
pub(crate) async fn one_with_version(view: &View, id: &str) -> Result<Option<(Post, i64)>, Error> {
    let sql = "select id, organ, function, title, from_day, until_day, version from post where id = $1";
    match view.fetch_optional(sql, args![id]).await? {
        Some(row) => Ok(Some((post(&row)?, row.get("version")?))),
        None => Ok(None),
    }
}

/// Ends it, if it is still as it was read.
pub(super) async fn end(unit: &Unit, id: &str, until: Date, version: i64) -> Result<(), Error> {
    let sql = "update post set until_day = $1, version = version + 1 where id = $2 and version = $3";
    unit.change_one(sql, args![until, id, version]).await
}
