//! The statements about the mark.

use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};

use super::model::{Mark, Role};

/// The setting that holds the mark.
const MARK: &str = "demonstration";

pub async fn mark(view: &View) -> Result<Option<Mark>, Error> {
    let sql = "select value from setting where name = $1";
    view.fetch_optional(sql, args![MARK]).await?.map(|row| row.parse("value")).transpose()
}

pub async fn set_mark(unit: &Unit, mark: &Mark) -> Result<(), Error> {
    let sql = "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = $2";
    unit.execute(sql, args![MARK, mark.to_string()]).await.map(drop)
}

/// How many accounts and posts there are. Nobody is recorded without a post that records them.
pub async fn in_use(view: &View) -> Result<(i64, i64), Error> {
    let sql = "select (select count(*) from account) as accounts, (select count(*) from post) as posts";
    let row = view.fetch_one(sql, args![]).await?;
    Ok((row.get("accounts")?, row.get("posts")?))
}

/// The open accounts with the posts that they may act as on a day, by organ.
pub async fn roles(view: &View, on: Date) -> Result<Vec<Role>, Error> {
    let sql = "select a.login, a.name, p.id as post, p.organ, p.function, p.title
        from account a
        join account_post ap on ap.account_id = a.id and ap.until_at is null
        join post p on p.id = ap.post_id
        where a.closed_at is null and p.from_day <= $1 and (p.until_day is null or p.until_day > $1)
        order by p.organ, p.id, a.login";
    let role = |row: &Row| {
        Ok(Role {
            login: row.get("login")?,
            name: row.get("name")?,
            post: row.get("post")?,
            organ: row.get("organ")?,
            function: row.get("function")?,
            title: row.get("title")?,
        })
    };
    view.fetch_all(sql, args![on]).await?.iter().map(role).collect()
}
