//! The statements about signing in elsewhere.

use jiff::Timestamp;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::Identity;

/// A question that is to be asked.
pub(super) struct New<'a> {
    pub state: Vec<u8>,
    pub browser: Vec<u8>,
    pub issuer: &'a str,
    pub network: &'a [u8],
    pub language: &'a str,
    pub next: &'a str,
}

pub(super) async fn ask(unit: &Unit, new: New<'_>) -> Result<(), Error> {
    let sql = "insert into account_asked (state, browser, issuer, network, language, next, asked_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let row = args![new.state, new.browser, new.issuer, new.network, new.language, new.next, unit.now()];
    unit.execute(sql, row).await.map(drop)
}

/// How many questions from a network address are without an answer.
pub(super) async fn open_from(view: &View, network: &[u8], since: Timestamp) -> Result<i64, Error> {
    let sql = "select count(*) as n from account_asked where network = $1 and asked_at > $2 and answered_at is null";
    view.fetch_one(sql, args![network, since]).await?.get("n")
}

/// Those that nobody may answer any more: the table does not grow with who knocks.
pub(super) async fn forget(unit: &Unit, before: Timestamp) -> Result<(), Error> {
    unit.execute("delete from account_asked where asked_at < $1", args![before]).await.map(drop)
}

/// Marks the question as answered; where to go next and in which language, when it was open.
pub(super) async fn answer(
    unit: &Unit,
    (state, browser, issuer): (Vec<u8>, Vec<u8>, &str),
    since: Timestamp,
) -> Result<Option<(String, String)>, Error> {
    let sql = "update account_asked set answered_at = $1
        where state = $2 and browser = $3 and issuer = $4 and answered_at is null and asked_at > $5";
    if unit.execute(sql, args![unit.now(), state.clone(), browser, issuer, since]).await? != 1 {
        return Ok(None);
    }
    let row = unit.fetch_one("select next, language from account_asked where state = $1", args![state]).await?;
    Ok(Some((row.get("next")?, row.get("language")?)))
}

pub(super) async fn account_of(view: &View, issuer: &str, subject: &str) -> Result<Option<Uuid>, Error> {
    let sql = "select account_id from account_identity where issuer = $1 and subject = $2 and until_at is null";
    view.fetch_optional(sql, args![issuer, subject]).await?.map(|row| row.get("account_id")).transpose()
}

/// Whether it was bound: not when it is bound already.
pub(super) async fn bind(unit: &Unit, account: Uuid, to: &Identity, by: &str) -> Result<bool, Error> {
    let sql = "insert into account_identity (issuer, subject, account_id, from_at, from_by)
        values ($1, $2, $3, $4, $5) on conflict (issuer, subject) where until_at is null do nothing";
    Ok(unit.execute(sql, args![&to.issuer, &to.subject, account, unit.now(), by]).await? == 1)
}

/// Whether it was unbound: not when it is not the account's.
pub(super) async fn unbind(unit: &Unit, account: Uuid, from: &Identity, by: &str) -> Result<bool, Error> {
    let sql = "update account_identity set until_at = $1, until_by = $2
        where issuer = $3 and subject = $4 and account_id = $5 and until_at is null";
    Ok(unit.execute(sql, args![unit.now(), by, &from.issuer, &from.subject, account]).await? == 1)
}

pub(super) async fn of_account(view: &View, account: Uuid) -> Result<Vec<Identity>, Error> {
    let sql = "select issuer, subject from account_identity where account_id = $1 and until_at is null
        order by issuer, subject";
    let rows = view.fetch_all(sql, args![account]).await?;
    let one = |row: &Row| Ok(Identity { issuer: row.get("issuer")?, subject: row.get("subject")? });
    rows.iter().map(one).collect()
}
