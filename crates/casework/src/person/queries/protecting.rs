//! Statements about protection.

use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::super::protection::{NewProtection, Protection};
use crate::post::Acting;

/// The protections of a person that have not been ended, by their first day.
pub(crate) async fn not_ended(view: &View, person: Uuid) -> Result<Vec<Protection>, Error> {
    let sql = "select id, basis, from_day, until_day, recorded_by from person_protection
        where person_id = $1 and ended_at is null order by from_day";
    let mut found = Vec::new();
    for row in view.fetch_all(sql, args![person]).await? {
        let id: Uuid = row.get("id")?;
        let sql = "select post from person_handler where protection_id = $1 order by post";
        let posts = view.fetch_all(sql, args![id]).await?;
        let handlers: Result<Vec<String>, Error> = posts.iter().map(|row: &Row| row.get("post")).collect();
        found.push(Protection {
            id,
            basis: row.get("basis")?,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
            handlers: handlers?,
            recorded_by: row.get("recorded_by")?,
        });
    }
    Ok(found)
}

/// Whether there is a post of that word on a day.
pub(crate) async fn is_post(view: &View, post: &str, on: Date) -> Result<bool, Error> {
    let sql = "select count(*) as n from post
        where id = $1 and from_day <= $2 and (until_day is null or until_day > $2)";
    Ok(view.fetch_one(sql, args![post, on]).await?.get::<i64>("n")? > 0)
}

/// Whether the organ leads an open case of the person now, or there is no case at all.
pub(crate) async fn leads_or_recorded(unit: &Unit, acting: &Acting, person: Uuid) -> Result<bool, Error> {
    let sql = "select count(*) as n from case_file c
        where c.person_id = $1 and not (
            c.closed_at is null and exists (
                select 1 from holding h where h.case_id = c.id and h.role = 'lead' and h.organ = $2
                    and h.voided_at is null and h.from_at <= $3 and (h.until_at is null or h.until_at > $3)
            )
        )";
    let others: i64 = unit.fetch_one(sql, args![person, acting.organ(), unit.now()]).await?.get("n")?;
    let all = "select count(*) as n from case_file where person_id = $1";
    let all: i64 = unit.fetch_one(all, args![person]).await?.get("n")?;
    Ok(all == 0 || others < all)
}

/// Writes a protection with its handlers.
pub(crate) async fn add(
    unit: &Unit,
    acting: &Acting,
    person: Uuid,
    new: &NewProtection,
    basis: &str,
    replaces: Option<Uuid>,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql = "insert into person_protection (id, person_id, basis, from_day, until_day, recorded_at, recorded_by,
        recorded_organ, replaces) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let row = args![id, person, basis, new.from, new.until, unit.now(), acting.post(), acting.organ(), replaces];
    unit.execute(sql, row).await?;
    for post in &new.handlers {
        let sql = "insert into person_handler (protection_id, post) values ($1, $2) on conflict do nothing";
        unit.execute(sql, args![id, post]).await?;
    }
    Ok(id)
}

/// Ends a protection.
pub(crate) async fn end(unit: &Unit, acting: &Acting, id: Uuid, why: &str) -> Result<(), Error> {
    let sql = "update person_protection set ended_at = $2, ended_by = $3, ended_why = $4
        where id = $1 and ended_at is null";
    unit.change_one(sql, args![id, unit.now(), acting.post(), why]).await
}
