//! The statements about decisions and their notifications. Neither is ever changed: the database refuses it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{Decision, Made, Notification, Standing};
use crate::case::authority::Stretch;
use crate::post::Acting;

const COLUMNS: &str = "decision.id, decision.case_id, decision.step, decision.result, decision.texts, \
    decision.holding_id, decision.organ, decision.function, decision.post, decision.role, decision.edition, \
    decision.day, decision.clauses, decision.basis, decision.certainty, decision.support, decision.although, \
    decision.effect, decision.replaces, decision.case_version, decision.made_at, decision.digest";

const NOTIFICATION: &str = "id, decision_id, kind, sent_on, received_on, presumed, reason, appeal_limit, \
    appeal_edition, appealable_until, no_appeal, recorded_at, recorded_by, replaces";

/// Reads what a decision says of itself, from a row of [`COLUMNS`].
fn made(row: &Row) -> Result<Made, Error> {
    let replaces: Option<Uuid> = row.get("replaces")?;
    Ok(Made {
        case: row.get("case_id")?,
        step: row.get("step")?,
        result: row.get("result")?,
        texts: row.structure("texts")?,
        holding: row.get("holding_id")?,
        organ: row.get("organ")?,
        function: row.get("function")?,
        post: row.get("post")?,
        role: row.parse("role")?,
        edition: row.get("edition")?,
        day: row.get("day")?,
        clauses: row.structure("clauses")?,
        basis: row.structure("basis")?,
        certainty: row.get("certainty")?,
        support: row.parse("support")?,
        although: row.get("although")?,
        replaces: row.parse_optional("effect")?.zip(replaces),
        case_version: row.get("case_version")?,
        at: row.get("made_at")?,
    })
}

fn notification(row: &Row) -> Result<Notification, Error> {
    let until: Option<Date> = row.get("appealable_until")?;
    let appealable_until = match until {
        Some(day) => Ok(day),
        None => Err(row.parse("no_appeal")?),
    };
    Ok(Notification {
        id: row.get("id")?,
        decision: row.get("decision_id")?,
        kind: row.parse("kind")?,
        sent: row.get("sent_on")?,
        received: row.get("received_on")?,
        presumed: row.get("presumed")?,
        reason: row.get("reason")?,
        limit: row.get("appeal_limit")?,
        edition: row.get("appeal_edition")?,
        appealable_until,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorded_by")?,
        replaces: row.get("replaces")?,
    })
}

/// A decision as it was written, with the digest beside it.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    /// Its identity.
    pub id: Uuid,
    /// What it says.
    pub made: Made,
    /// What it said when it was written, by its digest.
    pub digest: String,
}

/// One decision as it was written.
pub(crate) async fn stored(view: &View, id: Uuid) -> Result<Option<Stored>, Error> {
    let sql = storage::Built(format!("select {COLUMNS} from decision where id = $1"));
    view.fetch_optional(sql, args![id]).await?.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Stored, Error> {
    Ok(Stored { id: row.get("id")?, made: made(row)?, digest: row.get("digest")? })
}

/// The decisions of a case that were made in a stretch of time, the first one first.
pub(crate) async fn of_case(view: &View, case: Uuid, stretch: Stretch) -> Result<Vec<Stored>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from decision where case_id = $1 and made_at >= $2 and made_at < $3 order by case_version"
    ));
    view.fetch_all(sql, args![case, stretch.since, stretch.before]).await?.iter().map(read).collect()
}

/// The next decisions of a page, after one of them, by identity: the order in which they were made, but for those of one
/// millisecond.
pub(crate) async fn after(
    view: &View,
    last: Option<Uuid>,
    at_most: i64,
    organ: Option<&str>,
) -> Result<Vec<Stored>, Error> {
    let mut args = args![at_most];
    let mut only = Vec::new();
    if let Some(last) = last {
        args.push(last.into());
        only.push(format!("id > ${}", args.len()));
    }
    if let Some(organ) = organ {
        args.push(organ.into());
        only.push(format!("organ = ${}", args.len()));
    }
    let only = if only.is_empty() { String::new() } else { format!("where {}", only.join(" and ")) };
    let sql = storage::Built(format!("select {COLUMNS} from decision {only} order by id limit $1"));
    view.fetch_all(sql, args).await?.iter().map(read).collect()
}

/// How many decisions there are, of an organ or of all.
pub(crate) async fn count(view: &View, organ: Option<&str>) -> Result<u64, Error> {
    let row = match organ {
        None => view.fetch_one("select count(*) as n from decision", args![]).await?,
        Some(organ) => view.fetch_one("select count(*) as n from decision where organ = $1", args![organ]).await?,
    };
    Ok(row.get::<i64>("n")?.unsigned_abs())
}

/// Whom the decisions from one identity to another are about.
pub(crate) async fn people(view: &View, first: Uuid, last: Uuid) -> Result<BTreeMap<Uuid, Uuid>, Error> {
    let sql = "select decision.id, case_file.person_id from decision join case_file on case_file.id = decision.case_id
        where decision.id between $1 and $2 and case_file.person_id is not null";
    let rows = view.fetch_all(sql, args![first, last]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("person_id")?))).collect()
}

/// Whether a version of a case was left behind by a decision. Asked before one is written: on PostgreSQL two that are made
/// at once are then found to be at odds and done anew, while without the question the later one fails on its key.
pub(crate) async fn left_by_one(view: &View, case: Uuid, version: i64) -> Result<bool, Error> {
    let sql = "select count(*) as n from decision where case_id = $1 and case_version = $2";
    let n: i64 = view.fetch_one(sql, args![case, version]).await?.get("n")?;
    Ok(n > 0)
}

/// What became of a decision.
pub(crate) async fn standing(view: &View, decision: Uuid) -> Result<Standing, Error> {
    let sql = "select id, effect from decision where replaces = $1";
    match view.fetch_optional(sql, args![decision]).await? {
        None => Ok(Standing::Stands),
        Some(row) => Ok(Standing::No(row.parse("effect")?, row.get("id")?)),
    }
}

/// The last notification of a decision.
pub(crate) async fn last_notification(view: &View, decision: Uuid) -> Result<Option<Notification>, Error> {
    let sql = storage::Built(format!(
        "select {NOTIFICATION} from decision_notification a where decision_id = $1
            and not exists (select 1 from decision_notification b where b.replaces = a.id)"
    ));
    view.fetch_optional(sql, args![decision]).await?.as_ref().map(notification).transpose()
}

/// A decision with what became of it.
pub(crate) async fn with_standing(view: &View, stored: Stored) -> Result<Decision, Error> {
    let standing = standing(view, stored.id).await?;
    let notification = last_notification(view, stored.id).await?;
    Ok(Decision { id: stored.id, made: stored.made, standing, notification })
}

/// Writes a decision.
pub(crate) async fn write(unit: &Unit, id: Uuid, made: &Made) -> Result<(), Error> {
    let sql = "insert into decision (id, case_id, step, result, texts, holding_id, organ, function, post, role, edition, \
        day, clauses, basis, certainty, support, although, effect, replaces, case_version, made_at, digest) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)";
    let (effect, replaces) = made.replaces.unzip();
    let row = args![
        id,
        made.case,
        &made.step,
        made.result.clone(),
        storage::structure(&made.texts)?,
        made.holding,
        &made.organ,
        &made.function,
        &made.post,
        made.role.word(),
        &made.edition,
        made.day,
        storage::structure(&made.clauses)?,
        storage::structure(&made.basis)?,
        &made.certainty,
        made.support.word(),
        made.although.clone(),
        effect.map(super::model::Effect::word),
        replaces,
        made.case_version,
        made.at,
        made.digest()?,
    ];
    unit.execute(sql, row).await.map(drop)
}

/// Writes a notification.
pub(crate) async fn notify(unit: &Unit, acting: &Acting, new: &Notification) -> Result<(), Error> {
    let sql = "insert into decision_notification (id, decision_id, kind, sent_on, received_on, presumed, reason, \
        appeal_limit, appeal_edition, appealable_until, no_appeal, recorded_at, recorded_by, recorded_organ, replaces) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let row = args![
        new.id,
        new.decision,
        new.kind.word(),
        new.sent,
        new.received,
        new.presumed,
        &new.reason,
        new.limit.clone(),
        &new.edition,
        new.appealable_until.ok(),
        new.appealable_until.err().map(super::model::NoAppeal::word),
        new.recorded_at,
        &new.recorded_by,
        acting.organ(),
        new.replaces,
    ];
    unit.execute(sql, row).await.map(drop)
}

/// The files of an edition: path and text.
pub(crate) async fn edition(view: &View, id: &str) -> Result<Option<Vec<u8>>, Error> {
    let row = view.fetch_optional("select files from edition where id = $1", args![id]).await?;
    row.map(|row| row.get("files")).transpose()
}
