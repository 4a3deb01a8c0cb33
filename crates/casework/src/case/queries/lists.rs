//! Lists of cases. Who may see a case is said in the statement itself: its organ has a holding in it now, or had one when it
//! closed.

use authorization::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Value, View, args};
use uuid::Uuid;

use super::{COLUMNS, case};
use crate::case::by_due::{Counted, DueCursor};
use crate::case::model::Case;
use crate::case::reading::{Cursor, Listed, Wanted};
use crate::holding::Role;
use crate::holding::queries::COUNTS;
use crate::post::Acting;

/// The holdings of organ $1 in force at $2 that let a post do something with their cases. In two arms, each on its index: few holdings have
/// an end that is to come.
fn held(acting: &Acting, action: Action) -> String {
    let arm = |until| {
        format!(
            "select h.case_id, h.role, h.between_chairs, h.from_at, h.id as holding_id
            from holding h join case_file c on c.id = h.case_id
            where h.organ = $1 and {until} and h.voided_at is null and h.from_at <= $2 and {} and {COUNTS}",
            acting.bearing(action, "h"),
        )
    };
    format!("{} union all {}", arm("h.until_at is null"), arm("h.until_at > $2"))
}

/// The time limits that run in a case.
const RUNNING: &str =
    "from case_limit where case_limit.case_id = case_file.id and met_day is null and ended_day is null";

/// Open cases of an organ, by number.
pub(crate) async fn of_organ(
    view: &View,
    acting: &Acting,
    at: Timestamp,
    wanted: &Wanted,
    most: u32,
) -> Result<Vec<Listed>, Error> {
    let mut args: Vec<Value> = args![acting.organ(), at, wanted.after.unwrap_or(0), most];
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
    let held = held(acting, Action::List);
    let sql = storage::Built(format!(
        "select {COLUMNS}, as_lead, between_chairs, (select min(last_day) {RUNNING}) as due from (
            select case_id, cast(max(case when role = 'lead' then 1 else 0 end) as bigint) as as_lead,
                cast(max(case when between_chairs then 1 else 0 end) as bigint) as between_chairs
            from ({held}) held group by case_id
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

/// The open cases of organ $1 at $2 that let a post do something, each once, with the first last day of the limits that run
/// in it.
fn open_with_due(acting: &Acting, action: Action) -> String {
    let held = held(acting, action);
    format!(
        "select {COLUMNS}, as_lead, between_chairs, (select min(last_day) {RUNNING}) as due from (
            select case_id, cast(max(case when role = 'lead' then 1 else 0 end) as bigint) as as_lead,
                cast(max(case when between_chairs then 1 else 0 end) as bigint) as between_chairs
            from ({held}) held group by case_id
        ) held join case_file on id = case_id where closed_at is null"
    )
}

/// The day that stands for none, after every other.
const NEVER: Date = Date::constant(9999, 12, 31);

/// Open cases of an organ by what is due, those without a last day after the others.
pub(crate) async fn by_due(
    view: &View,
    acting: &Acting,
    at: Timestamp,
    after: Option<DueCursor>,
    most: u32,
) -> Result<Vec<Listed>, Error> {
    let mut args: Vec<Value> = args![acting.organ(), at, NEVER, most];
    let filter = match after {
        None => "",
        Some(after) => {
            args.extend(args![after.due.unwrap_or(NEVER), after.number]);
            "where (coalesce(due, $3), number) > ($5, $6)"
        }
    };
    let open = open_with_due(acting, Action::List);
    let sql = storage::Built(format!(
        "select {COLUMNS}, as_lead, between_chairs, due from ({open}) listed {filter}
            order by coalesce(due, $3), number limit $4"
    ));
    view.fetch_all(sql, args).await?.iter().map(listed).collect()
}

/// How many open cases an organ has: in all, overdue on a day, due by another, between chairs.
pub(crate) async fn counted(
    view: &View,
    acting: &Acting,
    at: Timestamp,
    today: Date,
    soon: Date,
) -> Result<Counted, Error> {
    let open = open_with_due(acting, Action::Count);
    let sql = storage::Built(format!(
        "select count(*) as every, count(case when due < $3 then 1 end) as overdue,
            count(case when due >= $3 and due <= $4 then 1 end) as soon,
            count(case when between_chairs = 1 then 1 end) as between_chairs
        from ({open}) listed"
    ));
    let row = view.fetch_one(sql, args![acting.organ(), at, today, soon]).await?;
    let count = |column: &'static str| Ok::<_, Error>(u64::try_from(row.get::<i64>(column)?).unwrap_or_default());
    Ok(Counted {
        every: count("every")?,
        overdue: count("overdue")?,
        soon: count("soon")?,
        between_chairs: count("between_chairs")?,
    })
}

/// The cases of a person that an organ bears now, or bore when they closed, and that a post may list; by number.
pub(crate) async fn of_person(view: &View, person: Uuid, acting: &Acting, at: Timestamp) -> Result<Vec<Case>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from case_file c where person_id = $1 and exists (
            select 1 from holding h where h.case_id = c.id and h.organ = $2 and {} and {} and {COUNTS}
        ) order by number",
        authorization::sql::in_force_or_at_its_end("h", "c", "$3"),
        acting.bearing(Action::List, "h"),
    ));
    view.fetch_all(sql, args![person, acting.organ(), at]).await?.iter().map(case).collect()
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
    acting: &Acting,
    at: Timestamp,
    after: Option<Cursor>,
    most: u32,
) -> Result<Vec<(Case, Cursor)>, Error> {
    let mut args: Vec<Value> = args![acting.organ(), at, most];
    let filter = match after {
        None => "",
        Some(after) => {
            args.extend(args![after.since, after.holding]);
            " and (from_at, holding_id) > ($4, $5)"
        }
    };
    let held = held(acting, Action::List);
    let sql = storage::Built(format!(
        "select {COLUMNS}, from_at, holding_id from ({held}) held join case_file on case_file.id = case_id
        where role = 'lead' and between_chairs and closed_at is null{filter}
        order by from_at, holding_id limit $3"
    ));
    let read = |row: &Row| -> Result<(Case, Cursor), Error> {
        Ok((case(row)?, Cursor { since: row.get("from_at")?, holding: row.get("holding_id")? }))
    };
    view.fetch_all(sql, args).await?.iter().map(read).collect()
}
