//! Links between cases.

use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use crate::case::link::{Link, LinkKind};
use crate::post::Acting;

fn link(row: &Row) -> Result<Link, Error> {
    Ok(Link {
        id: row.get("id")?,
        case: row.get("case_id")?,
        other: row.get("other_id")?,
        case_number: row.get("case_number")?,
        other_number: row.get("other_number")?,
        kind: row.parse("kind")?,
        since: row.get("linked_at")?,
        by: row.get("linked_by")?,
    })
}

/// The links of a case that have not ended, in both directions.
pub(crate) async fn of_case(view: &View, case: Uuid) -> Result<Vec<Link>, Error> {
    let sql = "select l.id, l.case_id, l.other_id, one.number as case_number, other.number as other_number, l.kind,
        l.linked_at, l.linked_by
        from case_link l join case_file one on one.id = l.case_id join case_file other on other.id = l.other_id
        where (l.case_id = $1 or l.other_id = $1) and l.ended_at is null order by l.linked_at, l.id";
    view.fetch_all(sql, args![case]).await?.iter().map(link).collect()
}

/// Links two cases.
pub(crate) async fn add(
    unit: &Unit,
    acting: &Acting,
    (case, other): (Uuid, Uuid),
    kind: LinkKind,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql = "insert into case_link (id, case_id, other_id, kind, linked_at, linked_by)
        values ($1, $2, $3, $4, $5, $6)";
    unit.execute(sql, args![id, case, other, kind.word(), unit.now(), acting.post()]).await?;
    Ok(id)
}

/// Ends a link.
pub(crate) async fn end(unit: &Unit, acting: &Acting, id: Uuid) -> Result<(), Error> {
    let sql = "update case_link set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null";
    unit.change_one(sql, args![id, unit.now(), acting.post()]).await
}
