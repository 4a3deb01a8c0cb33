//! The statements about people.

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, View, args};
use uuid::Uuid;

use super::model::{Birth, Fact};

pub(super) const FACT: &str = "id, attribute, slot, value, from_day, until_day, source, recorded_by, recorded_organ, \
    recorded_at, replaces, withdrawn_at";

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
        withdrawn_at: row.get("withdrawn_at")?,
    })
}

/// When the person was born; `None` when there is no such person.
pub(super) async fn birth(view: &View, person: Uuid) -> Result<Option<Birth>, Error> {
    let sql = "select id, born_year, born_month, born_day from person where id = $1";
    let Some(row) = view.fetch_optional(sql, args![person]).await? else { return Ok(None) };
    let small = |column: &str| -> Result<Option<i64>, Error> { row.get(column) };
    Ok(Some(Birth {
        year: small("born_year")?.and_then(|year| i16::try_from(year).ok()),
        month: small("born_month")?.and_then(|month| i8::try_from(month).ok()),
        day: small("born_day")?.and_then(|day| i8::try_from(day).ok()),
    }))
}

/// The facts that hold on a day, as they were believed at an instant.
pub(super) async fn facts_on(view: &View, person: Uuid, on: Date, known: Timestamp) -> Result<Vec<Fact>, Error> {
    let sql = storage::Built(format!(
        "select {FACT} from person_fact where person_id = $1 and from_day <= $2 and (until_day is null or until_day > $2)
            and recorded_at <= $3 and (withdrawn_at is null or withdrawn_at > $3) order by attribute, slot"
    ));
    view.fetch_all(sql, args![person, on, known]).await?.iter().map(fact).collect()
}
