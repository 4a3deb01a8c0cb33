//! Lists of cases. Who may see a case is said in the statement itself: its organ has a holding in it now, or had one when it
//! closed.

use jiff::Timestamp;
use storage::{Error, Row, Value, View, args};
use uuid::Uuid;

use super::{COLUMNS, case};
use crate::case::model::Case;
use crate::case::reading::{Cursor, Listed, Wanted};
use crate::holding::Role;

/// The holdings of organ $1 in force at $2. In two arms, each on its index: few holdings have an end that is to come.
const HELD: &str = "select case_id, role, between_chairs, from_at, id as holding_id from holding
        where organ = $1 and until_at is null and voided_at is null and from_at <= $2
    union all
    select case_id, role, between_chairs, from_at, id as holding_id from holding
        where organ = $1 and until_at > $2 and voided_at is null and from_at <= $2";

/// The time limits that run in a case.
const RUNNING: &str =
    "from case_limit where case_limit.case_id = case_file.id and met_day is null and ended_day is null";

/// Open cases of an organ, by number.
pub(crate) async fn of_organ(
    view: &View,
    organ: &str,
    at: Timestamp,
    wanted: &Wanted,
    most: u32,
) -> Result<Vec<Listed>, Error> {
    let mut args: Vec<Value> = args![organ, at, wanted.after.unwrap_or(0), most];
    let mut filter = String::new();
    let mut equal = |column: &str, value: Option<Value>| {
        if let Some(value) = value {
            args.push(value);
            filter.push_str(&format!(" and {column} ${}", args.len()));
        }
    };
    equal("case_type =", wanted.case_type.as_deref().map(Value::from));
    equal("status =", wanted.status.as_deref().map(Value::from));
    equal("as_lead =", wanted.role.map(|role| Value::from(i64::from(role == Role::Lead))));
    if let Some(day) = wanted.due_by {
        args.push(Value::from(day));
        filter.push_str(&format!(" and (select min(last_day) {RUNNING}) <= ${}", args.len()));
    }
    let sql = storage::Built(format!(
        "select {COLUMNS}, as_lead, between_chairs, (select min(last_day) {RUNNING}) as due from (
            select case_id, cast(max(case when role = 'lead' then 1 else 0 end) as bigint) as as_lead,
                cast(max(case when between_chairs then 1 else 0 end) as bigint) as between_chairs
            from ({HELD}) held group by case_id
        ) held join case_file on id = case_id
        where closed_at is null and number > $3{filter} order by number limit $4"
    ));
    view.fetch_all(sql, args).await?.iter().map(listed).collect()
}

fn listed(row: &Row) -> Result<Listed, Error> {
    Ok(Listed {
        case: case(row)?,
        role: if row.get::<i64>("as_lead")? == 1 { Role::Lead } else { Role::Beside },
        between_chairs: row.get::<i64>("between_chairs")? == 1,
        due: row.get("due")?,
    })
}

/// The cases of a person that an organ bears now, or bore when they closed; by number.
pub(crate) async fn of_person(view: &View, person: Uuid, organ: &str, at: Timestamp) -> Result<Vec<Case>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from case_file where person_id = $1 and exists (
            select 1 from holding where case_id = case_file.id and organ = $2 and voided_at is null
                and ((from_at <= $3 and (until_at is null or until_at > $3)) or until_at = closed_at)
        ) order by number"
    ));
    view.fetch_all(sql, args![person, organ, at]).await?.iter().map(case).collect()
}

/// All cases of a person, for the person.
pub(crate) async fn own(view: &View, person: Uuid) -> Result<Vec<Case>, Error> {
    let sql = storage::Built(format!("select {COLUMNS} from case_file where person_id = $1 order by number"));
    view.fetch_all(sql, args![person]).await?.iter().map(case).collect()
}

/// The open cases that an organ looks after because nobody leads them: the one that has lain there longest first, each
/// with the instant since when, and the holding.
pub(crate) async fn between_chairs(
    view: &View,
    organ: &str,
    at: Timestamp,
    after: Option<Cursor>,
    most: u32,
) -> Result<Vec<(Case, Cursor)>, Error> {
    let mut args: Vec<Value> = args![organ, at, most];
    let filter = match after {
        None => "",
        Some(after) => {
            args.extend(args![after.since, after.holding]);
            " and (from_at, holding_id) > ($4, $5)"
        }
    };
    let sql = storage::Built(format!(
        "select {COLUMNS}, from_at, holding_id from ({HELD}) held join case_file on case_file.id = case_id
        where role = 'lead' and between_chairs and closed_at is null{filter}
        order by from_at, holding_id limit $3"
    ));
    let read = |row: &Row| -> Result<(Case, Cursor), Error> {
        Ok((case(row)?, Cursor { since: row.get("from_at")?, holding: row.get("holding_id")? }))
    };
    view.fetch_all(sql, args).await?.iter().map(read).collect()
}
