//! The statements about accounts, their posts, recovery codes, known browsers and attempts.

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{Account, NewAccount, Offered};

/// An account with what proves it.
#[derive(Clone)]
pub(super) struct Held {
    pub account: Account,
    pub password: Option<String>,
    /// The sealed secret; it counts once it was proved.
    pub factor: Option<Vec<u8>>,
    /// The step of the last code that was taken.
    pub step: Option<i64>,
    pub version: i64,
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "select a.id, a.login, a.name, a.language, a.password, a.second_factor, a.second_factor_at,
                a.second_factor_step, a.made_at, a.closed_at, a.version
            from account a ",
            $rest
        )
    };
}

pub(super) fn held(row: &Row) -> Result<Held, Error> {
    let password: Option<String> = row.get("password")?;
    Ok(Held {
        account: Account {
            id: row.get("id")?,
            login: row.get("login")?,
            name: row.get("name")?,
            language: row.get("language")?,
            has_password: password.is_some(),
            second_factor: row.get::<Option<Timestamp>>("second_factor_at")?.is_some(),
            made_at: row.get("made_at")?,
            closed_at: row.get("closed_at")?,
            posts: Vec::new(),
        },
        password,
        factor: row.get("second_factor")?,
        step: row.get("second_factor_step")?,
        version: row.get("version")?,
    })
}

pub(super) async fn by_login(view: &View, login: &str) -> Result<Option<Held>, Error> {
    let sql = columns!("where a.login = $1");
    view.fetch_optional(sql, args![login]).await?.as_ref().map(held).transpose()
}

pub(super) async fn by_id(view: &View, id: Uuid) -> Result<Option<Held>, Error> {
    view.fetch_optional(columns!("where a.id = $1"), args![id]).await?.as_ref().map(held).transpose()
}

/// All accounts with the posts that they may act as.
pub(super) async fn all(view: &View) -> Result<Vec<Account>, Error> {
    let rows = view.fetch_all(columns!("order by a.login"), args![]).await?;
    let mut accounts = rows.iter().map(|row| Ok(held(row)?.account)).collect::<Result<Vec<Account>, Error>>()?;
    let sql = "select account_id, post_id from account_post where until_at is null order by post_id";
    for row in view.fetch_all(sql, args![]).await? {
        let id: Uuid = row.get("account_id")?;
        if let Some(account) = accounts.iter_mut().find(|account| account.id == id) {
            account.posts.push(row.get("post_id")?);
        }
    }
    Ok(accounts)
}

/// Whether it was written: not when there is one of that name.
pub(super) async fn add(unit: &Unit, id: Uuid, new: &NewAccount, by: &str) -> Result<bool, Error> {
    let sql = "insert into account (id, login, name, language, made_at, made_by, version)
        values ($1, $2, $3, $4, $5, $6, 1) on conflict (login) do nothing";
    let row = args![id, &new.login, &new.name, &new.language, unit.now(), by];
    Ok(unit.execute(sql, row).await? == 1)
}

pub(super) async fn close(unit: &Unit, held: &Held, by: &str) -> Result<(), Error> {
    let sql = "update account set closed_at = $1, closed_by = $2, version = version + 1 where id = $3 and version = $4";
    unit.change_one(sql, args![unit.now(), by, held.account.id, held.version]).await
}

pub(super) async fn set_password(unit: &Unit, held: &Held, hash: &str) -> Result<(), Error> {
    let sql =
        "update account set password = $1, password_at = $2, version = version + 1 where id = $3 and version = $4";
    unit.change_one(sql, args![hash, unit.now(), held.account.id, held.version]).await
}

/// Sets a secret that is not proved yet, or takes the second factor away.
pub(super) async fn set_factor(unit: &Unit, held: &Held, sealed: Option<&[u8]>) -> Result<(), Error> {
    let sql = "update account
        set second_factor = $1, second_factor_at = null, second_factor_step = null, version = version + 1
        where id = $2 and version = $3";
    unit.change_one(sql, args![sealed.map(<[u8]>::to_vec), held.account.id, held.version]).await
}

/// The secret is proved: from now on it is asked for.
pub(super) async fn prove_factor(unit: &Unit, held: &Held, step: i64) -> Result<(), Error> {
    let sql = "update account set second_factor_at = $1, second_factor_step = $2, version = version + 1
        where id = $3 and version = $4";
    unit.change_one(sql, args![unit.now(), step, held.account.id, held.version]).await
}

/// The code of this step was taken.
pub(super) async fn take_step(unit: &Unit, held: &Held, step: i64) -> Result<(), Error> {
    let sql = "update account set second_factor_step = $1, version = version + 1 where id = $2 and version = $3";
    unit.change_one(sql, args![step, held.account.id, held.version]).await
}

/// The posts that an account may act as on a day.
pub(super) async fn offered(view: &View, account: Uuid, on: Date) -> Result<Vec<(Offered, String)>, Error> {
    let sql = "select p.id, p.organ, p.title, p.function
        from account_post ap
        join post p on p.id = ap.post_id
        where ap.account_id = $1 and ap.until_at is null
            and p.from_day <= $2 and (p.until_day is null or p.until_day > $2)
        order by p.organ, p.id";
    let rows = view.fetch_all(sql, args![account, on]).await?;
    let offer = |row: &Row| {
        let offered = Offered { post: row.get("id")?, organ: row.get("organ")?, title: row.get("title")? };
        Ok((offered, row.get("function")?))
    };
    rows.iter().map(offer).collect()
}

/// Whether it was given: not when the account has it already.
pub(super) async fn give_post(unit: &Unit, account: Uuid, post: &str, by: &str) -> Result<bool, Error> {
    let sql = "insert into account_post (id, account_id, post_id, from_at, from_by) values ($1, $2, $3, $4, $5)
        on conflict (account_id, post_id) where until_at is null do nothing";
    Ok(unit.execute(sql, args![unit.new_id(), account, post, unit.now(), by]).await? == 1)
}

/// Whether it was taken: not when the account has it not.
pub(super) async fn take_post(unit: &Unit, account: Uuid, post: &str, by: &str) -> Result<bool, Error> {
    let sql = "update account_post set until_at = $1, until_by = $2
        where account_id = $3 and post_id = $4 and until_at is null";
    Ok(unit.execute(sql, args![unit.now(), by, account, post]).await? == 1)
}

pub(super) async fn add_recovery(unit: &Unit, account: Uuid, hash: Vec<u8>) -> Result<(), Error> {
    let sql = "insert into account_recovery (hash, account_id, made_at) values ($1, $2, $3)";
    unit.execute(sql, args![hash, account, unit.now()]).await.map(drop)
}

/// Whether the code was there and not used.
pub(super) async fn use_recovery(unit: &Unit, account: Uuid, hash: Vec<u8>) -> Result<bool, Error> {
    let sql = "update account_recovery set used_at = $1 where hash = $2 and account_id = $3 and used_at is null";
    Ok(unit.execute(sql, args![unit.now(), hash, account]).await? == 1)
}

/// Those that are left count as used: new ones stand in their place, or there is no second factor any more.
pub(super) async fn end_recovery(unit: &Unit, account: Uuid) -> Result<(), Error> {
    let sql = "update account_recovery set used_at = $1 where account_id = $2 and used_at is null";
    unit.execute(sql, args![unit.now(), account]).await.map(drop)
}

pub(super) async fn recovery_left(view: &View, account: Uuid) -> Result<i64, Error> {
    let sql = "select count(*) as n from account_recovery where account_id = $1 and used_at is null";
    view.fetch_one(sql, args![account]).await?.get("n")
}

pub(super) async fn knows_browser(view: &View, account: Uuid, hash: Vec<u8>) -> Result<bool, Error> {
    let sql = "select count(*) as n from account_browser where hash = $1 and account_id = $2";
    Ok(view.fetch_one(sql, args![hash, account]).await?.get::<i64>("n")? > 0)
}

pub(super) async fn add_browser(unit: &Unit, account: Uuid, hash: Vec<u8>) -> Result<(), Error> {
    let sql = "insert into account_browser (hash, account_id, made_at) values ($1, $2, $3)";
    unit.execute(sql, args![hash, account, unit.now()]).await.map(drop)
}

/// Failures, the last of them, and until when nobody is listened to.
pub(super) async fn attempts(view: &View, place: &[u8]) -> Result<Option<(u32, Timestamp, Timestamp)>, Error> {
    let sql = "select failures, last_at, wait_until from account_attempt where place = $1";
    let Some(row) = view.fetch_optional(sql, args![place]).await? else { return Ok(None) };
    let failures = u32::try_from(row.get::<i64>("failures")?).unwrap_or(u32::MAX);
    Ok(Some((failures, row.get("last_at")?, row.get("wait_until")?)))
}

pub(super) async fn count_attempt(unit: &Unit, place: &[u8], failures: u32, wait: Timestamp) -> Result<(), Error> {
    let sql = "insert into account_attempt (place, failures, last_at, wait_until) values ($1, $2, $3, $4)
        on conflict (place) do update set failures = $2, last_at = $3, wait_until = $4";
    unit.execute(sql, args![place, failures, unit.now(), wait]).await.map(drop)
}

pub(super) async fn forget_attempts(unit: &Unit, place: &[u8]) -> Result<(), Error> {
    unit.execute("delete from account_attempt where place = $1", args![place]).await.map(drop)
}

/// Those that no longer count: the table does not grow with who knocks.
pub(super) async fn forget_old_attempts(unit: &Unit, before: Timestamp) -> Result<(), Error> {
    unit.execute("delete from account_attempt where last_at < $1", args![before]).await.map(drop)
}
