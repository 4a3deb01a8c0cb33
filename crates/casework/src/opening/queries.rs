//! The statements about openings. What they may not do, the database refuses by itself: see the migration `opening`.

use jiff::Timestamp;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{Opening, Review, Verdict};
use crate::post::Acting;

const COLUMNS: &str = "o.id, o.case_id, c.number, c.case_type, o.post, o.organ, o.function, o.reason, o.opened_at, \
    o.until_at, r.verdict, r.note, r.post as review_post, r.organ as review_organ, r.reviewed_at";

const JOINED: &str = "case_opening o join case_file c on c.id = o.case_id \
    left join case_opening_review r on r.opening_id = o.id";

fn opening(row: &Row) -> Result<Opening, Error> {
    let review = match row.get::<Option<Timestamp>>("reviewed_at")? {
        None => None,
        Some(at) => Some(Review {
            verdict: row.parse("verdict")?,
            note: row.get("note")?,
            post: row.get("review_post")?,
            organ: row.get("review_organ")?,
            at,
        }),
    };
    Ok(Opening {
        id: row.get("id")?,
        case: row.get("case_id")?,
        number: row.get("number")?,
        case_type: row.get("case_type")?,
        post: row.get("post")?,
        organ: row.get("organ")?,
        function: row.get("function")?,
        reason: row.get("reason")?,
        opened: row.get("opened_at")?,
        until: row.get("until_at")?,
        review,
    })
}

/// One opening.
pub(super) async fn one(view: &View, id: Uuid) -> Result<Option<Opening>, Error> {
    let sql = storage::Built(format!("select {COLUMNS} from {JOINED} where o.id = $1"));
    view.fetch_optional(sql, args![id]).await?.as_ref().map(opening).transpose()
}

/// The opening through which a post sees a case at an instant.
pub(crate) async fn in_force(view: &View, case: Uuid, post: &str, at: Timestamp) -> Result<Option<Opening>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED}
        where o.case_id = $1 and o.post = $2 and o.opened_at <= $3 and o.until_at > $3
        order by o.until_at desc limit 1"
    ));
    view.fetch_optional(sql, args![case, post, at]).await?.as_ref().map(opening).transpose()
}

/// The cases of a person that a post has open at an instant.
pub(crate) async fn of_person_in_force(
    view: &View,
    person: Uuid,
    post: &str,
    at: Timestamp,
) -> Result<Vec<Uuid>, Error> {
    let sql = "select distinct o.case_id from case_opening o join case_file c on c.id = o.case_id
        where c.person_id = $1 and o.post = $2 and o.opened_at <= $3 and o.until_at > $3";
    let rows = view.fetch_all(sql, args![person, post, at]).await?;
    rows.iter().map(|row| row.get("case_id")).collect()
}

/// Whether only the lead knows of a case.
pub(crate) async fn is_secluded(view: &View, case: Uuid) -> Result<bool, Error> {
    let sql = "select c.id from case_file c join secluded_case_type s on s.case_type = c.case_type where c.id = $1";
    Ok(view.fetch_optional(sql, args![case]).await?.is_some())
}

/// What posts of an organ opened, the latest first.
pub(super) async fn of_organ(view: &View, organ: &str, most: i64) -> Result<Vec<Opening>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where o.organ = $1 order by o.opened_at desc, o.id limit $2"
    ));
    view.fetch_all(sql, args![organ, most]).await?.iter().map(opening).collect()
}

/// What others opened of the cases that an organ leads at an instant, or led when they closed, and nobody reviewed: the longest
/// first.
pub(super) async fn to_review(view: &View, organ: &str, at: Timestamp, most: i64) -> Result<Vec<Opening>, Error> {
    let leads = authorization::sql::in_force_or_at_its_end("h", "c", "$2");
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED}
        where r.opening_id is null and o.organ <> $1 and exists (
            select 1 from holding h where h.case_id = o.case_id and h.role = 'lead' and h.organ = $1 and {leads}
        ) order by o.opened_at, o.id limit $3"
    ));
    view.fetch_all(sql, args![organ, at, most]).await?.iter().map(opening).collect()
}

/// What was opened of a person's cases, the latest first.
pub(super) async fn of_person(view: &View, person: Uuid) -> Result<Vec<Opening>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where c.person_id = $1 order by o.opened_at desc, o.id"
    ));
    view.fetch_all(sql, args![person]).await?.iter().map(opening).collect()
}

/// Whether an organ leads a case at an instant, or led it when it closed.
pub(super) async fn leads(view: &View, case: Uuid, organ: &str, at: Timestamp) -> Result<bool, Error> {
    let leads = authorization::sql::in_force_or_at_its_end("h", "c", "$3");
    let sql = storage::Built(format!(
        "select h.id from holding h join case_file c on c.id = h.case_id
        where h.case_id = $1 and h.role = 'lead' and h.organ = $2 and {leads}"
    ));
    Ok(view.fetch_optional(sql, args![case, organ, at]).await?.is_some())
}

/// Writes an opening.
pub(super) async fn open(
    unit: &Unit,
    acting: &Acting,
    case: Uuid,
    reason: &str,
    until: Timestamp,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql = "insert into case_opening (id, case_id, post, organ, function, reason, opened_at, until_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let row = args![id, case, acting.post(), acting.organ(), &acting.function, reason, unit.now(), until];
    unit.execute(sql, row).await?;
    Ok(id)
}

/// Writes what another organ says of it.
pub(super) async fn review(
    unit: &Unit,
    acting: &Acting,
    opening: Uuid,
    verdict: Verdict,
    note: &str,
) -> Result<(), Error> {
    let sql = "insert into case_opening_review (opening_id, verdict, note, post, organ, reviewed_at)
        values ($1, $2, $3, $4, $5, $6)";
    unit.execute(sql, args![opening, verdict.word(), note, acting.post(), acting.organ(), unit.now()]).await.map(drop)
}

/// What is kept of case types.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kept {
    /// Only the lead knows of their cases.
    Secluded,
    /// Their cases draw files.
    Supervising,
}

/// The case types that are kept so already.
pub(super) async fn kept_types(view: &View, kept: Kept) -> Result<Vec<String>, Error> {
    let sql = match kept {
        Kept::Secluded => "select case_type from secluded_case_type",
        Kept::Supervising => "select case_type from supervising_case_type",
    };
    view.fetch_all(sql, args![]).await?.iter().map(|row| row.get("case_type")).collect()
}

/// Keeps a case type so.
pub(super) async fn keep_type(unit: &Unit, kept: Kept, case_type: &str) -> Result<(), Error> {
    let sql = match kept {
        Kept::Secluded => "insert into secluded_case_type (case_type) values ($1) on conflict (case_type) do nothing",
        Kept::Supervising => {
            "insert into supervising_case_type (case_type) values ($1) on conflict (case_type) do nothing"
        }
    };
    unit.execute(sql, args![case_type]).await.map(drop)
}
