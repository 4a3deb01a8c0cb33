//! The statements about files that supervision cases drew. What they may not do, the database refuses by itself: see the
//! migration `drawing`.

use jiff::Timestamp;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::Drawn;
use crate::holding::queries::COUNTS;
use crate::post::Acting;

const COLUMNS: &str = "d.id, d.supervision_id, s.number as supervision_number, d.case_id, c.number, d.reason, d.post, \
    d.organ, d.drawn_at";

const JOINED: &str = "case_drawn d join case_file s on s.id = d.supervision_id join case_file c on c.id = d.case_id";

fn drawn(row: &Row) -> Result<Drawn, Error> {
    Ok(Drawn {
        id: row.get("id")?,
        supervision: row.get("supervision_id")?,
        supervision_number: row.get("supervision_number")?,
        case: row.get("case_id")?,
        number: row.get("number")?,
        reason: row.get("reason")?,
        post: row.get("post")?,
        organ: row.get("organ")?,
        at: row.get("drawn_at")?,
    })
}

/// That organ `$2` leads the open supervision case `s` at instant `$3`, and supervises in case `c`.
fn in_force() -> String {
    format!(
        "s.closed_at is null and exists (
            select 1 from holding l where l.case_id = s.id and l.role = 'lead' and l.organ = $2 and {}
        ) and {}",
        authorization::sql::in_force("l", "$3"),
        supervised(),
    )
}

/// That organ `$2` supervises in case `c` at instant `$3`, or did when it closed.
fn supervised() -> String {
    format!(
        "exists (select 1 from holding h where h.case_id = c.id and h.organ = $2 and {} and {} and {COUNTS})",
        authorization::sql::in_force_or_at_its_end("h", "c", "$3"),
        authorization::sql::supervises("h"),
    )
}

/// Whether an organ supervises in a case.
pub(super) async fn supervises(view: &View, case: Uuid, organ: &str, at: Timestamp) -> Result<bool, Error> {
    let sql = storage::Built(format!("select c.id from case_file c where c.id = $1 and {}", supervised()));
    Ok(view.fetch_optional(sql, args![case, organ, at]).await?.is_some())
}

/// The drawing through which an organ sees a case at an instant; the first, when there are several.
pub(crate) async fn seen_by(view: &View, case: Uuid, organ: &str, at: Timestamp) -> Result<Option<Drawn>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where d.case_id = $1 and {} order by d.drawn_at, d.id limit 1",
        in_force()
    ));
    view.fetch_optional(sql, args![case, organ, at]).await?.as_ref().map(drawn).transpose()
}

/// The cases of a person that an organ sees so at an instant.
pub(crate) async fn of_person(view: &View, person: Uuid, organ: &str, at: Timestamp) -> Result<Vec<Uuid>, Error> {
    let sql =
        storage::Built(format!("select distinct d.case_id from {JOINED} where c.person_id = $1 and {}", in_force()));
    view.fetch_all(sql, args![person, organ, at]).await?.iter().map(|row| row.get("case_id")).collect()
}

/// What a supervision case drew, the first first.
pub(super) async fn of_supervision(view: &View, supervision: Uuid) -> Result<Vec<Drawn>, Error> {
    let sql =
        storage::Built(format!("select {COLUMNS} from {JOINED} where d.supervision_id = $1 order by d.drawn_at, d.id"));
    view.fetch_all(sql, args![supervision]).await?.iter().map(drawn).collect()
}

/// Whether the cases of a type supervise.
pub(super) async fn is_supervising(view: &View, case_type: &str) -> Result<bool, Error> {
    let sql = "select case_type from supervising_case_type where case_type = $1";
    Ok(view.fetch_optional(sql, args![case_type]).await?.is_some())
}

/// Writes that a file was drawn.
pub(super) async fn draw(
    unit: &Unit,
    acting: &Acting,
    supervision: Uuid,
    case: Uuid,
    reason: &str,
) -> Result<(), Error> {
    let sql = "insert into case_drawn (id, supervision_id, case_id, reason, post, organ, drawn_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let row = args![unit.new_id(), supervision, case, reason, acting.post(), acting.organ(), unit.now()];
    unit.execute(sql, row).await.map(drop)
}
