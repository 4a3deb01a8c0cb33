//! The statements about sessions.

use jiff::Timestamp;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{Ended, Session, SessionShown, Whence};
use super::queries::{self, Held};

/// The most characters that are kept of what a browser calls itself.
const BROWSER: usize = 200;

/// A session with what decides whether it goes on.
pub(super) struct Kept {
    pub session: Session,
    pub account: Uuid,
    pub post: Option<String>,
    pub whole: bool,
    pub used_at: Timestamp,
}

/// A session that is to be.
pub(super) struct New<'a> {
    pub id: Uuid,
    pub hash: Vec<u8>,
    pub account: Uuid,
    pub post: Option<&'a str>,
    pub whole: bool,
    pub ends_at: Timestamp,
    pub whence: &'a Whence,
}

pub(super) async fn begin(unit: &Unit, new: New<'_>) -> Result<(), Error> {
    let sql = "insert into account_session
            (id, hash, account_id, post_id, stage, began_at, used_at, ends_at, network, browser)
        values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)";
    let stage = if new.whole { "whole" } else { "half" };
    let browser: String = new.whence.browser.chars().filter(|c| !c.is_control()).take(BROWSER).collect();
    let row =
        args![new.id, new.hash, new.account, new.post, stage, unit.now(), new.ends_at, &new.whence.network, browser];
    unit.execute(sql, row).await.map(drop)
}

fn kept(row: &Row) -> Result<Kept, Error> {
    Ok(Kept {
        session: Session { id: row.get("session_id")?, began_at: row.get("began_at")?, ends_at: row.get("ends_at")? },
        account: row.get("account_id")?,
        post: row.get("post_id")?,
        whole: row.get::<String>("stage")? == "whole",
        used_at: row.get("used_at")?,
    })
}

/// The session of a token, with its account, when neither has ended.
pub(super) async fn open(view: &View, hash: Vec<u8>) -> Result<Option<(Kept, Held)>, Error> {
    let sql = "select s.id as session_id, s.account_id, s.post_id, s.stage, s.began_at, s.used_at, s.ends_at,
            a.id, a.login, a.name, a.language, a.password, a.second_factor, a.second_factor_at, a.second_factor_step,
            a.made_at, a.closed_at, a.version
        from account_session s
        join account a on a.id = s.account_id
        where s.hash = $1 and s.ended_at is null and a.closed_at is null";
    match view.fetch_optional(sql, args![hash]).await? {
        Some(row) => Ok(Some((kept(&row)?, queries::held(&row)?))),
        None => Ok(None),
    }
}

pub(super) async fn used(unit: &Unit, session: Uuid) -> Result<(), Error> {
    let sql = "update account_session set used_at = $1 where id = $2 and ended_at is null and used_at < $1";
    unit.execute(sql, args![unit.now(), session]).await.map(drop)
}

/// Whether it was ended: not when it has ended already, or is another's.
pub(super) async fn end(unit: &Unit, account: Uuid, session: Uuid, why: Ended) -> Result<bool, Error> {
    let sql = "update account_session set ended_at = $1, ended_why = $2
        where id = $3 and account_id = $4 and ended_at is null";
    Ok(unit.execute(sql, args![unit.now(), why.id(), session, account]).await? == 1)
}

/// Ends all of an account; how many there were.
pub(super) async fn end_all(unit: &Unit, account: Uuid, why: Ended) -> Result<u64, Error> {
    let sql = "update account_session set ended_at = $1, ended_why = $2 where account_id = $3 and ended_at is null";
    unit.execute(sql, args![unit.now(), why.id(), account]).await
}

/// Ends all of an account but the one of this hash.
pub(super) async fn end_others(unit: &Unit, account: Uuid, but: Vec<u8>, why: Ended) -> Result<(), Error> {
    let sql = "update account_session set ended_at = $1, ended_why = $2
        where account_id = $3 and hash <> $4 and ended_at is null";
    unit.execute(sql, args![unit.now(), why.id(), account, but]).await.map(drop)
}

/// Ends those that act as a post.
pub(super) async fn end_of_post(unit: &Unit, account: Uuid, post: &str) -> Result<u64, Error> {
    let sql = "update account_session set ended_at = $1, ended_why = $2
        where account_id = $3 and post_id = $4 and ended_at is null";
    unit.execute(sql, args![unit.now(), Ended::Post.id(), account, post]).await
}

/// Those that go on, the newest first.
pub(super) async fn list(view: &View, account: Uuid, used_after: Timestamp) -> Result<Vec<SessionShown>, Error> {
    let sql = "select id, began_at, used_at, network, browser, post_id
        from account_session
        where account_id = $1 and ended_at is null and stage = 'whole' and used_at > $2
        order by used_at desc, id desc";
    let rows = view.fetch_all(sql, args![account, used_after]).await?;
    let shown = |row: &Row| {
        Ok(SessionShown {
            id: row.get("id")?,
            began_at: row.get("began_at")?,
            used_at: row.get("used_at")?,
            network: row.get("network")?,
            browser: row.get("browser")?,
            post: row.get("post_id")?,
        })
    };
    rows.iter().map(shown).collect()
}
