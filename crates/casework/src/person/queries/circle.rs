//! Statements about relations and representatives. A relation is kept in one direction: from the parent to the child, from
//! the guardian to the ward, and where both are the same to each other, from the lesser identity.

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::super::circle::{Kin, NewRelation, NewRepresentative};
use crate::post::Acting;

/// A relation as it is kept, turned to be seen from the person.
pub(crate) struct Kept {
    pub id: Uuid,
    pub other: Uuid,
    pub kin: Kin,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub source: String,
    pub recorded_by: String,
    pub recorded_organ: String,
    pub recorded_at: Timestamp,
}

/// Who recorded something, and when.
pub(crate) struct SaidBy {
    pub by: String,
    pub organ: String,
    pub at: Timestamp,
}

/// As it is kept: the one, the other, and what the one is to the other.
fn turned(person: Uuid, new: &NewRelation) -> (Uuid, Uuid, Kin) {
    match new.kin {
        Kin::Parent | Kin::Guardian => (new.other, person, new.kin),
        Kin::Child | Kin::Ward => (person, new.other, new.kin.seen_from_the_other()),
        same => (person.min(new.other), person.max(new.other), same),
    }
}

/// Whether the two are so related already in some of the days.
pub(crate) async fn is_related(view: &View, person: Uuid, new: &NewRelation) -> Result<bool, Error> {
    let (one, other, kin) = turned(person, new);
    let sql = "select from_day, until_day from person_relation
        where kind = $3 and withdrawn_at is null
            and ((person_id = $1 and other_id = $2) or (person_id = $2 and other_id = $1))";
    for row in view.fetch_all(sql, args![one, other, kin.word()]).await? {
        let (from, until): (Option<Date>, Option<Date>) = (row.get("from_day")?, row.get("until_day")?);
        let ends_first = |end: Option<Date>, begin: Option<Date>| matches!((end, begin), (Some(e), Some(b)) if e <= b);
        if !ends_first(until, new.from) && !ends_first(new.until, from) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes a relation.
pub(crate) async fn relate(
    unit: &Unit,
    acting: &Acting,
    person: Uuid,
    new: &NewRelation,
    replaces: Option<Uuid>,
) -> Result<Uuid, Error> {
    let (one, other, kin) = turned(person, new);
    let id = unit.new_id();
    let sql = "insert into person_relation (id, person_id, other_id, kind, from_day, until_day, source, recorded_at,
        recorded_by, recorded_organ, replaces) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let row = args![
        id,
        one,
        other,
        kin.word(),
        new.from,
        new.until,
        &new.source,
        unit.now(),
        acting.post(),
        acting.organ(),
        replaces,
    ];
    unit.execute(sql, row).await?;
    Ok(id)
}

/// Withdraws a relation.
pub(crate) async fn withdraw_relation(unit: &Unit, acting: &Acting, id: Uuid) -> Result<(), Error> {
    let sql = "update person_relation set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null";
    unit.change_one(sql, args![id, unit.now(), acting.post()]).await
}

/// The relations of a person, whichever side they were recorded from.
pub(crate) async fn relations(view: &View, person: Uuid) -> Result<Vec<Kept>, Error> {
    let sql =
        "select id, person_id, other_id, kind, from_day, until_day, source, recorded_by, recorded_organ, recorded_at
        from person_relation where (person_id = $1 or other_id = $1) and withdrawn_at is null order by kind, id";
    let kept = |row: &Row| {
        let (one, other): (Uuid, Uuid) = (row.get("person_id")?, row.get("other_id")?);
        let kin: Kin = row.parse("kind")?;
        // The word says what the one is to the other.
        let (other, kin) = if one == person { (other, kin.seen_from_the_other()) } else { (one, kin) };
        Ok(Kept {
            id: row.get("id")?,
            other,
            kin,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
            source: row.get("source")?,
            recorded_by: row.get("recorded_by")?,
            recorded_organ: row.get("recorded_organ")?,
            recorded_at: row.get("recorded_at")?,
        })
    };
    view.fetch_all(sql, args![person]).await?.iter().map(kept).collect()
}

/// Writes who acts for a person.
pub(crate) async fn add_representative(
    unit: &Unit,
    acting: &Acting,
    person: Uuid,
    new: &NewRepresentative,
    replaces: Option<Uuid>,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql =
        "insert into person_representative (id, person_id, kind, name, contact, scope, basis, from_day, until_day,
        recorded_at, recorded_by, recorded_organ, replaces)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let row = args![
        id,
        person,
        new.capacity.word(),
        &new.name,
        new.contact.as_deref(),
        &new.scope,
        &new.basis,
        new.from,
        new.until,
        unit.now(),
        acting.post(),
        acting.organ(),
        replaces,
    ];
    unit.execute(sql, row).await?;
    Ok(id)
}

/// Withdraws who acts for a person.
pub(crate) async fn withdraw_representative(unit: &Unit, acting: &Acting, id: Uuid) -> Result<(), Error> {
    let sql = "update person_representative set withdrawn_at = $2, withdrawn_by = $3
        where id = $1 and withdrawn_at is null";
    unit.change_one(sql, args![id, unit.now(), acting.post()]).await
}

/// Those who act for a person: identity, what was recorded, by which post and when.
pub(crate) async fn representatives(
    view: &View,
    person: Uuid,
) -> Result<Vec<(Uuid, NewRepresentative, SaidBy)>, Error> {
    let sql = "select id, kind, name, contact, scope, basis, from_day, until_day, recorded_by, recorded_organ,
            recorded_at
        from person_representative where person_id = $1 and withdrawn_at is null order by from_day, id";
    let one = |row: &Row| {
        let new = NewRepresentative {
            capacity: row.parse("kind")?,
            name: row.get("name")?,
            contact: row.get("contact")?,
            scope: row.get("scope")?,
            basis: row.get("basis")?,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
        };
        let said =
            SaidBy { by: row.get("recorded_by")?, organ: row.get("recorded_organ")?, at: row.get("recorded_at")? };
        Ok((row.get("id")?, new, said))
    };
    view.fetch_all(sql, args![person]).await?.iter().map(one).collect()
}
