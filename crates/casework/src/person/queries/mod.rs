//! The statements about people.

use authorization::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{Birth, Fact};
use super::rules::Written;
use crate::holding::queries::COUNTS;
use crate::post::Acting;

pub(super) mod circle;
pub(super) mod finding;
pub(super) mod protecting;

pub(super) const FACT: &str = "id, attribute, slot, value, from_day, until_day, source, recorded_by, recorded_organ, \
    recorded_at, replaces, rest_of, withdrawn_at, \
    coalesce((select said.recorded_at from person_fact said where said.id = person_fact.rest_of), recorded_at) as said_at, \
    coalesce((select said.recorded_organ from person_fact said where said.id = person_fact.rest_of), recorded_organ) \
        as said_organ";

pub(super) fn fact(row: &Row) -> Result<Fact, Error> {
    Ok(Fact {
        id: row.get("id")?,
        attribute: row.get("attribute")?,
        slot: row.get("slot")?,
        value: row.get("value")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        source: row.get("source")?,
        recorded_by: row.get("recorded_by")?,
        recorded_organ: row.get("recorded_organ")?,
        recorded_at: row.get("recorded_at")?,
        replaces: row.get("replaces")?,
        rest_of: row.get("rest_of")?,
        said_at: row.get("said_at")?,
        said_organ: row.get("said_organ")?,
        withdrawn_at: row.get("withdrawn_at")?,
    })
}

/// When the person was born, as it was believed at an instant; `None` when there is no such person.
pub(super) async fn birth(view: &View, person: Uuid, known: Timestamp) -> Result<Option<Birth>, Error> {
    let before = "select born_year, born_month, born_day from person_birth_before
        where person_id = $1 and replaced_at > $2 order by version limit 1";
    let before = view.fetch_optional(before, args![person, known]).await?;
    let now = "select id, born_year, born_month, born_day from person where id = $1";
    let Some(row) = view.fetch_optional(now, args![person]).await? else { return Ok(None) };
    Ok(Some(born(before.as_ref().unwrap_or(&row))?))
}

/// When the birth was last said, and by which organ; none when there is no such person.
pub(super) async fn birth_said(view: &View, person: Uuid) -> Result<Option<(Timestamp, String)>, Error> {
    let sql = "select replaced_at as said_at, replaced_organ as said_organ from person_birth_before
        where person_id = $1 order by version desc limit 1";
    let row = match view.fetch_optional(sql, args![person]).await? {
        Some(row) => Some(row),
        None => {
            let sql = "select p.recorded_at as said_at, coalesce(s.organ, '') as said_organ
                from person p left join post s on s.id = p.recorded_by where p.id = $1";
            view.fetch_optional(sql, args![person]).await?
        }
    };
    row.map(|row| Ok((row.get("said_at")?, row.get("said_organ")?))).transpose()
}

/// Whether a post may do something with a person at an instant ([`may`]).
pub(super) async fn may_now(
    view: &View,
    person: Uuid,
    acting: &Acting,
    action: Action,
    (at, since): (Timestamp, Timestamp),
) -> Result<bool, Error> {
    let may = may(acting, action);
    let sql = storage::Built(format!("select p.id as id from person p where p.id = $4 and {may}"));
    Ok(view.fetch_optional(sql, args![at, acting.organ(), since, person]).await?.is_some())
}

/// The condition that a post of organ `$2` may do something with person `p` at instant `$1`: through a holding in one of the
/// person's cases, that holds now or held when the case closed; or as the recorder, when its organ recorded the person after
/// instant `$3` and there is no case yet; that there is a secluded one is not told so either.
pub(super) fn may(acting: &Acting, action: Action) -> String {
    let recorder = match acting.duties() {
        _ if !acting.may(Action::Open) => "1 = 0".to_owned(),
        None => "1 = 1".to_owned(),
        // Whom the organ's other posts recorded may be there for another duty.
        Some(_) => format!("p.recorded_by = '{}'", acting.post()),
    };
    format!(
        "(
        exists (
            select 1 from case_file c join holding h on h.case_id = c.id
            where c.person_id = p.id and h.organ = $2 and {} and {} and {COUNTS}
        )
        or (
            {recorder} and p.recorded_at > $3 and p.recorded_at <= $1
            and exists (select 1 from post s where s.id = p.recorded_by and s.organ = $2)
            and not exists (select 1 from case_file c where c.person_id = p.id and not exists (
                select 1 from secluded_case_type s where s.case_type = c.case_type))
        )
    )",
        authorization::sql::in_force_or_at_its_end("h", "c", "$1"),
        acting.bearing(action, "h"),
    )
}

/// Whether the person is protected on a day, and whether a post is a named handler.
pub(super) async fn protected(view: &View, person: Uuid, today: Date, post: &str) -> Result<(bool, bool), Error> {
    let sql = "select count(*) as n,
            (select count(*) from person_protection r join person_handler h on h.protection_id = r.id
                where r.person_id = $1 and r.ended_at is null and r.from_day <= $2
                    and (r.until_day is null or r.until_day > $2) and h.post = $3) as mine
        from person_protection r
        where r.person_id = $1 and r.ended_at is null and r.from_day <= $2
            and (r.until_day is null or r.until_day > $2)";
    let row = view.fetch_one(sql, args![person, today, post]).await?;
    Ok((row.get::<i64>("n")? > 0, row.get::<i64>("mine")? > 0))
}

/// Reads the columns of a birth.
pub(super) fn born(row: &Row) -> Result<Birth, Error> {
    let small = |column: &str| -> Result<Option<i64>, Error> { row.get(column) };
    Ok(Birth {
        year: small("born_year")?.and_then(|year| i16::try_from(year).ok()),
        month: small("born_month")?.and_then(|month| i8::try_from(month).ok()),
        day: small("born_day")?.and_then(|day| i8::try_from(day).ok()),
    })
}

/// The facts that hold on a day, as they were believed at an instant.
pub(super) async fn facts_on(view: &View, person: Uuid, on: Date, known: Timestamp) -> Result<Vec<Fact>, Error> {
    let sql = storage::Built(format!(
        "select {FACT} from person_fact where person_id = $1 and from_day <= $2 and (until_day is null or until_day > $2)
            and recorded_at <= $3 and (withdrawn_at is null or withdrawn_at > $3) order by attribute, slot"
    ));
    view.fetch_all(sql, args![person, on, known]).await?.iter().map(fact).collect()
}

/// What is believed of an attribute in a slot.
pub(super) async fn timeline(view: &View, person: Uuid, attribute: &str, slot: &str) -> Result<Vec<Fact>, Error> {
    let sql = storage::Built(format!(
        "select {FACT} from person_fact
        where person_id = $1 and attribute = $2 and slot = $3 and withdrawn_at is null order by from_day"
    ));
    view.fetch_all(sql, args![person, attribute, slot]).await?.iter().map(fact).collect()
}

/// All that is believed of a person.
pub(super) async fn believed(view: &View, person: Uuid) -> Result<Vec<Fact>, Error> {
    let sql = storage::Built(format!(
        "select {FACT} from person_fact where person_id = $1 and withdrawn_at is null order by attribute, slot, from_day"
    ));
    view.fetch_all(sql, args![person]).await?.iter().map(fact).collect()
}

/// A fact of a person.
pub(super) async fn one_fact(view: &View, person: Uuid, id: Uuid) -> Result<Option<Fact>, Error> {
    let sql = storage::Built(format!("select {FACT} from person_fact where id = $1 and person_id = $2"));
    view.fetch_optional(sql, args![id, person]).await?.as_ref().map(fact).transpose()
}

/// Withdraws a fact that is believed.
pub(super) async fn withdraw_fact(unit: &Unit, id: Uuid, post: &str) -> Result<(), Error> {
    let sql = "update person_fact set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null";
    unit.change_one(sql, args![id, unit.now(), post]).await
}

/// Writes a fact, and returns it.
pub(super) async fn write_fact(
    unit: &Unit,
    acting: &Acting,
    person: Uuid,
    attribute: &str,
    slot: &str,
    written: &Written,
    rest_of: Option<&Fact>,
) -> Result<Fact, Error> {
    let id = unit.new_id();
    let sql =
        "insert into person_fact (id, person_id, attribute, slot, value, from_day, until_day, source, recorded_by,
        recorded_organ, recorded_at, replaces, rest_of)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let first = rest_of.map(|rest| rest.rest_of.unwrap_or(rest.id));
    let row = args![
        id,
        person,
        attribute,
        slot,
        &written.value,
        written.from,
        written.until,
        &written.source,
        acting.post(),
        acting.organ(),
        unit.now(),
        written.replaces,
        first,
    ];
    unit.execute(sql, row).await?;
    Ok(Fact {
        id,
        attribute: attribute.to_owned(),
        slot: slot.to_owned(),
        value: written.value.clone(),
        from: written.from,
        until: written.until,
        source: written.source.clone(),
        recorded_by: acting.post().to_owned(),
        recorded_organ: acting.organ().to_owned(),
        recorded_at: unit.now(),
        replaces: written.replaces,
        rest_of: first,
        said_at: rest_of.map_or(unit.now(), |rest| rest.said_at),
        said_organ: rest_of.map_or_else(|| acting.organ().to_owned(), |rest| rest.said_organ.clone()),
        withdrawn_at: None,
    })
}

/// Writes the words by which a name is found.
pub(super) async fn write_keys(unit: &Unit, person: Uuid, fact: Uuid, keys: &[String]) -> Result<(), Error> {
    for key in keys {
        let sql = "insert into person_name_key (fact_id, person_id, key) values ($1, $2, $3)";
        unit.execute(sql, args![fact, person, key.as_bytes()]).await?;
    }
    Ok(())
}

/// Raises the version of a person: two who record at the same time do it one after the other.
pub(super) async fn raise_version(unit: &Unit, person: Uuid) -> Result<(), Error> {
    unit.change_one("update person set version = version + 1 where id = $1", args![person]).await
}

/// Adds a person.
pub(super) async fn add(unit: &Unit, id: Uuid, birth: Birth, post: &str) -> Result<(), Error> {
    let sql = "insert into person (id, born_year, born_month, born_day, recorded_at, recorded_by, version)
        values ($1, $2, $3, $4, $5, $6, 1)";
    let Birth { year, month, day } = birth;
    let row = args![id, year.map(i64::from), month.map(i64::from), day.map(i64::from), unit.now(), post];
    unit.execute(sql, row).await?;
    Ok(())
}

/// Changes a birth, and keeps the one that was believed before.
pub(super) async fn correct_birth(
    unit: &Unit,
    acting: &Acting,
    person: Uuid,
    seen: i64,
    birth: Birth,
    source: &str,
) -> Result<(), Error> {
    let sql =
        "insert into person_birth_before (person_id, version, born_year, born_month, born_day, source, replaced_at,
            replaced_by, replaced_organ)
        select id, version, born_year, born_month, born_day, $3, $4, $5, $6 from person where id = $1 and version = $2";
    unit.change_one(sql, args![person, seen, source, unit.now(), acting.post(), acting.organ()]).await?;
    let sql = "update person set born_year = $3, born_month = $4, born_day = $5, version = version + 1
        where id = $1 and version = $2";
    let Birth { year, month, day } = birth;
    unit.change_one(sql, args![person, seen, year.map(i64::from), month.map(i64::from), day.map(i64::from)]).await
}

/// The version of a person.
pub(super) async fn version(view: &View, person: Uuid) -> Result<i64, Error> {
    view.fetch_one("select version from person where id = $1", args![person]).await?.get("version")
}

/// What was believed of a person at an instant, of all days.
pub(super) async fn known(view: &View, person: Uuid, known: Timestamp) -> Result<Vec<Fact>, Error> {
    let sql = storage::Built(format!(
        "select {FACT} from person_fact where person_id = $1 and recorded_at <= $2
            and (withdrawn_at is null or withdrawn_at > $2) order by attribute, slot, from_day"
    ));
    view.fetch_all(sql, args![person, known]).await?.iter().map(fact).collect()
}

/// All that was ever believed of a person, in the order in which it was recorded.
pub(super) async fn history(view: &View, person: Uuid, attribute: Option<&str>) -> Result<Vec<Fact>, Error> {
    let sql = storage::Built(format!(
        "select {FACT} from person_fact where person_id = $1 and ($2 = '' or attribute = $2)
            order by attribute, slot, recorded_at, from_day, id"
    ));
    view.fetch_all(sql, args![person, attribute.unwrap_or_default()]).await?.iter().map(fact).collect()
}
