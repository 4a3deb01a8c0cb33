//! The statements about limits. What they may not do, the database refuses by itself: see the migration `limit`.

use std::collections::BTreeMap;

use authorization::Action;
use calendar::{Extension, Length, Rule, Stop};
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, Value, View, args};
use uuid::Uuid;

use super::model::{Ending, Extended, Limit, NewExtension, NewStop, Reminder, Start, Stopped};
use super::rules;
use crate::post::Acting;

/// The limits of a case.
const OF_CASE: &str = "l.case_id = $1";
/// One limit.
const ONE: &str = "l.id = $1";
/// The limits of all cases of a person.
const OF_PERSON: &str = "l.case_id in (select id from case_file where person_id = $1)";
/// Those that run in the open cases that an organ ($1) leads at an instant ($2), and that a post of this function may list;
/// and that end until a day ($3) or are without delay and began until then.
fn due_of(acting: &Acting) -> String {
    format!(
        "l.finished_at is null and (l.last_day <= $3 or (l.amount is null and l.started_day <= $3))
    and exists (select 1 from case_file c where c.id = l.case_id and c.closed_at is null)
    and exists (
        select 1 from holding h
        where h.case_id = l.case_id and h.role = 'lead' and h.organ = $1 and {} and {}
    )",
        authorization::sql::in_force("h", "$2"),
        acting.bearing(Action::List, "h"),
    )
}

/// The limits of a case, in the order in which they started.
pub async fn of_case(view: &View, case: Uuid) -> Result<Vec<Limit>, Error> {
    load(view, OF_CASE, &args![case]).await
}

/// One limit.
pub async fn one(view: &View, id: Uuid) -> Result<Option<Limit>, Error> {
    Ok(load(view, ONE, &args![id]).await?.pop())
}

/// The limits of all cases of a person.
pub async fn of_person(view: &View, person: Uuid) -> Result<Vec<Limit>, Error> {
    load(view, OF_PERSON, &args![person]).await
}

/// What an organ must see to until a day.
pub(super) async fn due(view: &View, acting: &Acting, at: Timestamp, until: Date) -> Result<Vec<Limit>, Error> {
    load(view, &due_of(acting), &args![acting.organ(), at, until]).await
}

/// Limits with their stops and extensions: three statements, however many there are.
async fn load(view: &View, which: &str, of: &[Value]) -> Result<Vec<Limit>, Error> {
    let sql = format!(
        "select l.id, l.case_id, c.number, c.person_id, l.limit_word, l.duty, l.type_version, l.edition, l.amount, l.unit, l.rule, l.basis,
            l.sure, l.ladder, l.started_day, l.started_by, l.started_step, l.continues, l.last_day, l.met_day,
            l.met_step, l.ended_day, l.ended_why
        from case_limit l join case_file c on c.id = l.case_id
        where {which} order by l.started_day, l.recorded_at, l.id"
    );
    let mut limits: Vec<Limit> =
        view.fetch_all(storage::Built(sql), of.to_vec()).await?.iter().map(limit).collect::<Result<_, _>>()?;
    let at: BTreeMap<Uuid, usize> = limits.iter().enumerate().map(|(at, limit)| (limit.id, at)).collect();
    let sql = format!(
        "select s.limit_id, s.id, s.from_day, s.until_day, s.reason, s.basis, s.recorded_at, s.recorded_by
        from case_limit_stop s join case_limit l on l.id = s.limit_id
        where s.withdrawn_at is null and {which} order by s.from_day, s.recorded_at, s.id"
    );
    for row in view.fetch_all(storage::Built(sql), of.to_vec()).await? {
        let stopped = Stopped {
            id: row.get("id")?,
            stop: Stop { from: row.get("from_day")?, until: row.get("until_day")?, reason: row.get("reason")? },
            basis: row.get("basis")?,
            recorded_at: row.get("recorded_at")?,
            recorded_by: row.get("recorded_by")?,
        };
        if let Some(limit) = at.get(&row.get("limit_id")?).and_then(|at| limits.get_mut(*at)) {
            limit.stops.push(stopped);
        }
    }
    let sql = format!(
        "select e.limit_id, e.id, e.amount, e.unit, e.reason, e.basis, e.recorded_at, e.recorded_by
        from case_limit_extension e join case_limit l on l.id = e.limit_id
        where {which} order by e.limit_id, e.ordinal"
    );
    for row in view.fetch_all(storage::Built(sql), of.to_vec()).await? {
        let extended = Extended {
            id: row.get("id")?,
            extension: Extension { by: length(&row)?, reason: row.get("reason")? },
            basis: row.get("basis")?,
            recorded_at: row.get("recorded_at")?,
            recorded_by: row.get("recorded_by")?,
        };
        if let Some(limit) = at.get(&row.get("limit_id")?).and_then(|at| limits.get_mut(*at)) {
            limit.extensions.push(extended);
        }
    }
    Ok(limits)
}

fn limit(row: &Row) -> Result<Limit, Error> {
    let budget = match row.parse_optional::<Rule>("rule")? {
        Some(rule) => Some((length(row)?, rule)),
        None => None,
    };
    let start = match row.get::<Option<String>>("started_step")? {
        Some(step) => Start::Step(step),
        None if row.get::<String>("started_by")? == "version" => Start::Version,
        None => Start::Opening,
    };
    Ok(Limit {
        id: row.get("id")?,
        case: row.get("case_id")?,
        number: row.get("number")?,
        person: row.get("person_id")?,
        word: row.get("limit_word")?,
        duty: row.get("duty")?,
        version: row.get("type_version")?,
        edition: row.get("edition")?,
        budget,
        basis: row.structure("basis")?,
        sure: row.get("sure")?,
        ladder: row.structure("ladder")?,
        started: row.get("started_day")?,
        start,
        continues: row.get("continues")?,
        last_day: row.get("last_day")?,
        met: row.get::<Option<Date>>("met_day")?.zip(row.get("met_step")?),
        ended: row.get::<Option<Date>>("ended_day")?.zip(row.parse_optional("ended_why")?),
        stops: Vec::new(),
        extensions: Vec::new(),
    })
}

fn length(row: &Row) -> Result<Length, Error> {
    let (amount, unit) = (row.get::<i64>("amount")?, row.get::<String>("unit")?);
    format!("{amount} {unit}").parse().map_err(|_| row.contradicts("amount", "so many of a unit"))
}

/// Writes a limit that starts.
pub async fn start(unit: &Unit, new: &Limit, acting: &Acting) -> Result<(), Error> {
    let sql = "insert into case_limit (id, case_id, limit_word, duty, type_version, edition, amount, unit, rule, basis, \
        sure, ladder, started_day, started_by, started_step, continues, recorded_at, recorded_by, last_day) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
    let length = new.budget.map(|(length, _)| rules::written(length));
    let (by, step) = match &new.start {
        Start::Opening => ("opening", None),
        Start::Step(step) => ("step", Some(step.as_str())),
        Start::Version => ("version", None),
    };
    let row = args![
        new.id,
        new.case,
        &new.word,
        &new.duty,
        &new.version,
        &new.edition,
        length.map(|(amount, _)| amount),
        length.map(|(_, unit)| unit),
        new.budget.map(|(_, rule)| rule.name()),
        serde_json::Value::from(new.basis.clone()),
        new.sure,
        serde_json::Value::from(new.ladder.clone()),
        new.started,
        by,
        step,
        new.continues,
        unit.now(),
        acting.post(),
        new.last_day,
    ];
    unit.execute(sql, row).await.map(drop)
}

/// Keeps the last day beside the ledger.
pub async fn keep_last_day(unit: &Unit, limit: Uuid, last_day: Option<Date>) -> Result<(), Error> {
    unit.change_one("update case_limit set last_day = $2 where id = $1", args![limit, last_day]).await
}

/// It was met on a day by a step.
pub async fn meet(unit: &Unit, limit: Uuid, day: Date, step: &str, acting: &Acting) -> Result<(), Error> {
    let sql = "update case_limit set met_day = $2, met_step = $3, finished_at = $4, finished_by = $5
        where id = $1 and finished_at is null";
    unit.change_one(sql, args![limit, day, step, unit.now(), acting.post()]).await?;
    no_ladder(unit, limit).await
}

/// It ended on a day without being met.
pub async fn end(unit: &Unit, limit: Uuid, day: Date, why: Ending, acting: &Acting) -> Result<(), Error> {
    let sql = "update case_limit set ended_day = $2, ended_why = $3, finished_at = $4, finished_by = $5
        where id = $1 and finished_at is null";
    unit.change_one(sql, args![limit, day, why.word(), unit.now(), acting.post()]).await?;
    no_ladder(unit, limit).await
}

/// Writes a stop.
pub async fn stop(
    unit: &Unit,
    limit: Uuid,
    new: NewStop<'_>,
    replaces: Option<Uuid>,
    acting: &Acting,
) -> Result<(), Error> {
    let sql = "insert into case_limit_stop (id, limit_id, from_day, until_day, reason, basis, replaces, recorded_at, \
        recorded_by, recorded_organ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let row = args![
        unit.new_id(),
        limit,
        new.from,
        new.until,
        new.reason,
        new.basis,
        replaces,
        unit.now(),
        acting.post(),
        acting.organ(),
    ];
    unit.execute(sql, row).await.map(drop)
}

/// Withdraws a stop.
pub async fn withdraw_stop(unit: &Unit, stop: Uuid, acting: &Acting) -> Result<(), Error> {
    let sql = "update case_limit_stop set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null";
    unit.change_one(sql, args![stop, unit.now(), acting.post()]).await
}

/// Writes an extension after those that are there.
pub async fn extend(unit: &Unit, limit: &Limit, new: NewExtension<'_>, acting: &Acting) -> Result<(), Error> {
    let sql = "insert into case_limit_extension (id, limit_id, ordinal, amount, unit, reason, basis, recorded_at, \
        recorded_by, recorded_organ)
        select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7, $8, $9
        from case_limit_extension where limit_id = $2";
    let (amount, of) = rules::written(new.by);
    let row =
        args![unit.new_id(), limit.id, amount, of, new.reason, new.basis, unit.now(), acting.post(), acting.organ(),];
    unit.execute(sql, row).await.map(drop)
}

/// Where a ladder stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ladder {
    /// The last day that it leads to.
    pub for_day: Option<Date>,
    /// The day on which that came to be the last day.
    pub from: Date,
    /// The day on which it is to be looked at next.
    pub next: Option<Date>,
}

/// Where the ladder of a limit stands.
pub async fn ladder(view: &View, limit: Uuid) -> Result<Option<Ladder>, Error> {
    let sql = "select for_day, from_day, next_day from limit_ladder where limit_id = $1";
    let Some(row) = view.fetch_optional(sql, args![limit]).await? else { return Ok(None) };
    Ok(Some(Ladder { for_day: row.get("for_day")?, from: row.get("from_day")?, next: row.get("next_day")? }))
}

/// Keeps where the ladder of a limit stands.
pub async fn keep_ladder(unit: &Unit, limit: Uuid, ladder: Ladder) -> Result<(), Error> {
    let sql = "insert into limit_ladder (limit_id, for_day, from_day, next_day) values ($1, $2, $3, $4)
        on conflict (limit_id) do update
        set for_day = excluded.for_day, from_day = excluded.from_day, next_day = excluded.next_day";
    unit.execute(sql, args![limit, ladder.for_day, ladder.from, ladder.next]).await.map(drop)
}

/// A limit that runs no more has no ladder.
pub async fn no_ladder(unit: &Unit, limit: Uuid) -> Result<(), Error> {
    unit.execute("delete from limit_ladder where limit_id = $1", args![limit]).await.map(drop)
}

/// The limits whose ladders are to be looked at on a day, the longest waiting first.
pub async fn to_climb(view: &View, today: Date, at_most: u32) -> Result<Vec<Uuid>, Error> {
    let sql = "select limit_id from limit_ladder where next_day <= $1 order by next_day, limit_id limit $2";
    view.fetch_all(sql, args![today, at_most]).await?.iter().map(|row| row.get("limit_id")).collect()
}

/// The rungs that were climbed for a last day, sent or skipped.
pub async fn climbed(view: &View, limit: Uuid, last_day: Date) -> Result<Vec<i32>, Error> {
    let sql = "select rung from case_limit_reminder where limit_id = $1 and last_day = $2";
    let rows = view.fetch_all(sql, args![limit, last_day]).await?;
    rows.iter().map(rung).collect()
}

fn rung(row: &Row) -> Result<i32, Error> {
    i32::try_from(row.get::<i64>("rung")?).map_err(|_| row.contradicts("rung", "so many days"))
}

/// Claims a rung for a last day: sent to an organ, or skipped. Whether it was still to be had.
pub async fn claim(
    unit: &Unit,
    id: Uuid,
    limit: Uuid,
    rung: i32,
    last_day: Date,
    sent_to: Option<&str>,
) -> Result<bool, Error> {
    let sql = "insert into case_limit_reminder (id, limit_id, rung, last_day, state, organ, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (limit_id, rung, last_day) do nothing";
    let state = if sent_to.is_some() { "sent" } else { "skipped" };
    let done = unit.execute(sql, args![id, limit, rung, last_day, state, sent_to, unit.now()]).await?;
    Ok(done == 1)
}

const REMINDER: &str = "select r.id, r.limit_id, l.limit_word, l.duty, l.case_id, c.number, c.person_id,
        r.rung, r.last_day, r.organ,
        r.recorded_at, r.acknowledged_at, r.acknowledged_by
    from case_limit_reminder r join case_limit l on l.id = r.limit_id join case_file c on c.id = l.case_id";

fn reminder(row: &Row) -> Result<Reminder, Error> {
    Ok(Reminder {
        id: row.get("id")?,
        limit: row.get("limit_id")?,
        word: row.get("limit_word")?,
        duty: row.get("duty")?,
        case: row.get("case_id")?,
        number: row.get("number")?,
        person: row.get("person_id")?,
        rung: rung(row)?,
        last_day: row.get("last_day")?,
        organ: row.get("organ")?,
        sent_at: row.get("recorded_at")?,
        acknowledged: row.get::<Option<Timestamp>>("acknowledged_at")?.zip(row.get("acknowledged_by")?),
    })
}

/// One reminder that was sent.
pub async fn reminder_of(view: &View, id: Uuid) -> Result<Option<Reminder>, Error> {
    let sql = storage::Built(format!("{REMINDER} where r.id = $1 and r.state = 'sent'"));
    view.fetch_optional(sql, args![id]).await?.as_ref().map(reminder).transpose()
}

/// The reminders of a case that were sent.
pub async fn reminders_of_case(view: &View, case: Uuid) -> Result<Vec<Reminder>, Error> {
    let sql =
        storage::Built(format!("{REMINDER} where l.case_id = $1 and r.state = 'sent' order by r.recorded_at, r.id"));
    view.fetch_all(sql, args![case]).await?.iter().map(reminder).collect()
}

/// The reminders that wait to be acknowledged, of limits that run in cases that an organ leads at an instant, of the last
/// days that still are the last days.
pub(super) async fn reminders_waiting(view: &View, acting: &Acting, at: Timestamp) -> Result<Vec<Reminder>, Error> {
    let sql = storage::Built(format!(
        "{REMINDER} where r.state = 'sent' and r.acknowledged_at is null and l.finished_at is null
            and l.last_day = r.last_day and c.closed_at is null
            and exists (
                select 1 from holding h
                where h.case_id = l.case_id and h.role = 'lead' and h.organ = $1 and {} and {}
            )
        order by r.last_day, r.recorded_at, r.id",
        authorization::sql::in_force("h", "$2"),
        acting.bearing(Action::Read, "h"),
    ));
    view.fetch_all(sql, args![acting.organ(), at]).await?.iter().map(reminder).collect()
}

/// Acknowledges a reminder.
pub async fn acknowledge(unit: &Unit, id: Uuid, acting: &Acting) -> Result<(), Error> {
    let sql = "update case_limit_reminder set acknowledged_at = $2, acknowledged_by = $3
        where id = $1 and acknowledged_at is null";
    unit.change_one(sql, args![id, unit.now(), acting.post()]).await
}
