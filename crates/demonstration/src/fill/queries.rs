//! The statements that write a batch: of many rows each, in the order in which the database takes them.

use storage::{Built, Error, Unit, Value, View, args};
use uuid::Uuid;

use super::rows::{Reform, Row, Rows, Taken};

/// Values of one statement, at most: SQLite takes 32,766, PostgreSQL 65,535. Few sizes, so that few statements are prepared.
const SIZES: [usize; 4] = [192, 48, 8, 1];
/// The setting that says how many people were filled in.
const FILLED: &str = "demonstration.filled";

const PERSON: &str = "person (id, born_year, born_month, born_day, recorded_at, recorded_by, version)";
const FACT: &str = "person_fact (id, person_id, attribute, slot, value, from_day, source, recorded_by, recorded_organ, \
    recorded_at)";
const KEY: &str = "person_name_key (fact_id, person_id, key)";
const HOLDING: &str = "holding (id, case_id, role, organ, verb, also, force, from_at, previous, between_chairs, edition, \
    path, cause, recorded_at, recorded_by)";
const CASE: &str = "case_file (id, case_type, type_version, duty, person_id, municipality, status, opened_at, opened_by, \
    opened_organ, lead_holding, version)";
const LIMIT: &str = "case_limit (id, case_id, limit_word, duty, type_version, edition, amount, unit, rule, basis, sure, \
    ladder, started_day, started_by, started_step, recorded_at, recorded_by, last_day)";
const LADDER: &str = "limit_ladder (limit_id, for_day, from_day, next_day)";
const CHANGE: &str = "case_change (id, case_id, case_version, what, step, taken_as, from_status, to_status, \
    from_type_version, to_type_version, result, post, organ, at)";
const FIELD: &str = "case_field (id, case_id, field, kind, value, type_version, case_version, recorded_by, \
    recorded_organ, recorded_at)";
const CLOSING: &str = "case_closing (case_id, result, rule, basis, closed_on, keep_until, edition, closed_at)";

/// How many people were filled in.
pub(super) async fn filled(view: &View) -> Result<u64, Error> {
    let sql = "select value from setting where name = $1";
    let row = view.fetch_optional(sql, args![FILLED]).await?;
    row.map(|row| row.parse("value")).transpose().map(Option::unwrap_or_default)
}

pub(super) async fn set_filled(unit: &Unit, people: u64) -> Result<(), Error> {
    let sql = "insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = $2";
    unit.execute(sql, args![FILLED, people.to_string()]).await.map(drop)
}

/// Writes a batch.
pub(super) async fn write(unit: &Unit, batch: Rows) -> Result<(), Error> {
    for line in batch.lines {
        unit.journal(line);
    }
    insert(unit, PERSON, batch.people).await?;
    insert(unit, FACT, batch.facts).await?;
    insert(unit, KEY, batch.keys).await?;
    insert(unit, HOLDING, batch.first_leads).await?;
    insert(unit, CASE, batch.cases).await?;
    insert(unit, HOLDING, batch.beside).await?;
    insert(unit, LIMIT, batch.limits).await?;
    insert(unit, LADDER, batch.ladders).await?;
    // Steps first where they come before a reorganisation: a case that has closed gets no new lead.
    let mut steps = batch.steps.into_iter().peekable();
    for reform in batch.reforms {
        while let Some(step) = steps.next_if(|step| step.at < reform.at) {
            take(unit, step).await?;
        }
        apply(unit, reform).await?;
    }
    for step in steps {
        take(unit, step).await?;
    }
    Ok(())
}

async fn apply(unit: &Unit, reform: Reform) -> Result<(), Error> {
    each(unit, "update holding set until_at = $1 where id in", &args![reform.at], &reform.ended).await?;
    insert(unit, HOLDING, reform.leads).await?;
    insert(unit, HOLDING, reform.beside).await
}

async fn take(unit: &Unit, step: Taken) -> Result<(), Error> {
    let met = args![step.day, &step.step, step.at, "filled"];
    let sql = "update case_limit set met_day = $1, met_step = $2, finished_at = $3, finished_by = $4 where id in";
    each(unit, sql, &met, &step.meets).await?;
    insert(unit, LIMIT, step.starts).await?;
    insert(unit, LADDER, step.ladders).await?;
    match step.closes {
        None => {
            let sql = "update case_file set status = $1, version = version + 1 where id in";
            each(unit, sql, &args![&step.status], &step.cases).await?;
        }
        Some(at) => {
            let sql =
                "update case_file set status = $1, result = $2, closed_at = $3, version = version + 1 where id in";
            each(unit, sql, &args![&step.status, step.result.as_deref(), at], &step.cases).await?;
        }
    }
    insert(unit, CHANGE, step.changes).await?;
    insert(unit, FIELD, step.fields).await?;
    insert(unit, CLOSING, step.closings).await
}

/// Inserts rows of equally many values.
async fn insert(unit: &Unit, into: &str, rows: Vec<Row>) -> Result<(), Error> {
    let Some(columns) = rows.first().map(Vec::len) else { return Ok(()) };
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let many = SIZES.into_iter().find(|many| *many <= rows.len()).unwrap_or(1);
        let mut sql = format!("insert into {into} values ");
        for row in 0..many {
            let places: Vec<String> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
            sql.push_str(if row == 0 { "(" } else { ", (" });
            sql.push_str(&places.join(", "));
            sql.push(')');
        }
        let values: Vec<Value> = rows.by_ref().take(many).flatten().collect();
        unit.execute(Built(sql), values).await?;
    }
    Ok(())
}

/// Does the same to each of the rows that are named.
async fn each(unit: &Unit, sql: &str, first: &[Value], ids: &[Uuid]) -> Result<(), Error> {
    let mut ids = ids.iter();
    while ids.len() > 0 {
        let many = SIZES.into_iter().find(|many| *many <= ids.len()).unwrap_or(1);
        let places: Vec<String> = (1..=many).map(|place| format!("${}", first.len() + place)).collect();
        let mut values = first.to_vec();
        values.extend(ids.by_ref().take(many).map(|id| Value::from(*id)));
        unit.execute(Built(format!("{sql} ({})", places.join(", "))), values).await?;
    }
    Ok(())
}
