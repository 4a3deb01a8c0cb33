//! The statements about moves of versions.

use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{CasePreview, MoveProgress, MoveReceipt, PlannedCase, Receipted, Stage, VersionMove};
use crate::case::model::Case;
use crate::case::queries::{COLUMNS, case};
use crate::post::Acting;

/// Begins a plan.
pub(super) async fn begin(
    unit: &Unit,
    acting: &Acting,
    case_type: &str,
    (from, to): (&str, &str),
    edition: &str,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql =
        "insert into version_move (id, case_type, from_type_version, to_type_version, edition, planned_at, planned_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    unit.execute(sql, args![id, case_type, from, to, edition, unit.now(), acting.post()]).await?;
    Ok(id)
}

/// One move; `None` when there is none.
pub(super) async fn one(view: &View, id: Uuid) -> Result<Option<VersionMove>, Error> {
    let sql = "select id, case_type, from_type_version, to_type_version, edition, planned_at, planned_by
        from version_move where id = $1";
    let Some(row) = view.fetch_optional(sql, args![id]).await? else { return Ok(None) };
    let sql = "select stage from version_move_stage where move_id = $1 order by at, stage";
    let stages = view.fetch_all(sql, args![id]).await?;
    Ok(Some(VersionMove {
        id: row.get("id")?,
        case_type: row.get("case_type")?,
        from: row.get("from_type_version")?,
        to: row.get("to_type_version")?,
        edition: row.get("edition")?,
        planned: row.get("planned_at")?,
        by: row.get("planned_by")?,
        stages: stages.iter().map(|row| row.parse("stage")).collect::<Result<_, _>>()?,
        progress: progress(view, id).await?,
    }))
}

async fn progress(view: &View, id: Uuid) -> Result<MoveProgress, Error> {
    let sql = "select count(*) as cases, cast(coalesce(sum(case when moves then 1 else 0 end), 0) as bigint) as moves
        from version_move_case where move_id = $1";
    let row = view.fetch_one(sql, args![id]).await?;
    let mut progress = MoveProgress { cases: row.get("cases")?, moves: row.get("moves")?, ..MoveProgress::default() };
    let sql = "select what, count(*) as n from version_move_receipt where move_id = $1 group by what";
    for row in view.fetch_all(sql, args![id]).await? {
        let n = row.get("n")?;
        match row.parse("what")? {
            Receipted::Applied => progress.applied = n,
            Receipted::Skipped => progress.skipped = n,
            Receipted::Undone => progress.undone = n,
            Receipted::Kept => progress.kept = n,
        }
    }
    Ok(progress)
}

/// All moves, the last planned one first.
pub(super) async fn all(view: &View) -> Result<Vec<Uuid>, Error> {
    let sql = "select id from version_move order by planned_at desc, id desc";
    view.fetch_all(sql, args![]).await?.iter().map(|row| row.get("id")).collect()
}

/// Says that a stage is finished; again, nothing.
pub(super) async fn finish(unit: &Unit, acting: &Acting, id: Uuid, stage: Stage) -> Result<(), Error> {
    let sql =
        "insert into version_move_stage (move_id, stage, at, post) values ($1, $2, $3, $4) on conflict do nothing";
    unit.execute(sql, args![id, stage.word(), unit.now(), acting.post()]).await.map(drop)
}

/// Open cases of a version whose number is greater than one, by number.
pub(super) async fn open_cases(
    view: &View,
    case_type: &str,
    version: &str,
    after: i64,
    most: u32,
) -> Result<Vec<Case>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from case_file where case_type = $1 and type_version = $2 and closed_at is null and number > $3
            order by number limit $4"
    ));
    view.fetch_all(sql, args![case_type, version, after, most]).await?.iter().map(case).collect()
}

/// Puts a case into the plan.
pub(super) async fn plan(unit: &Unit, id: Uuid, case: &Case, preview: &CasePreview) -> Result<(), Error> {
    let sql = "insert into version_move_case (move_id, number, case_id, case_version, moves, preview)
        values ($1, $2, $3, $4, $5, $6)";
    let json = storage::structure(preview)?;
    unit.execute(sql, args![id, case.number, case.id, case.version, preview.stays.is_none(), json]).await.map(drop)
}

/// A case that has something done to it: the plan's row or the receipt of before, and the version that it then had.
pub(super) struct Due {
    pub case: Uuid,
    pub number: i64,
    pub case_version: i64,
}

fn due(row: &Row) -> Result<Due, Error> {
    Ok(Due { case: row.get("case_id")?, number: row.get("number")?, case_version: row.get("case_version")? })
}

/// Cases that are to be moved and have no receipt, by number, after one.
pub(super) async fn to_apply(view: &View, id: Uuid, after: i64, most: u32) -> Result<Vec<Due>, Error> {
    let sql =
        "select case_id, number, case_version from version_move_case p where move_id = $1 and moves and number > $3
            and not exists (
                select 1 from version_move_receipt r
                where r.move_id = p.move_id and r.number = p.number and r.what in ('applied', 'skipped')
            )
        order by number limit $2";
    view.fetch_all(sql, args![id, most, after]).await?.iter().map(due).collect()
}

/// Cases that were moved and have no receipt for having been put back, by number, after one.
pub(super) async fn to_undo(view: &View, id: Uuid, after: i64, most: u32) -> Result<Vec<Due>, Error> {
    let sql = "select case_id, number, case_version from version_move_receipt p where move_id = $1 and what = 'applied' and number > $3
            and not exists (
                select 1 from version_move_receipt r
                where r.move_id = p.move_id and r.number = p.number and r.what in ('undone', 'kept')
            )
        order by number limit $2";
    view.fetch_all(sql, args![id, most, after]).await?.iter().map(due).collect()
}

/// Writes a receipt.
pub(super) async fn receipt(
    unit: &Unit,
    acting: &Acting,
    id: Uuid,
    due: &Due,
    (what, why): (Receipted, Option<&str>),
    case_version: i64,
) -> Result<(), Error> {
    let sql = "insert into version_move_receipt (id, move_id, number, case_id, what, why, case_version, at, post)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let row = args![unit.new_id(), id, due.number, due.case, what.word(), why, case_version, unit.now(), acting.post()];
    unit.execute(sql, row).await.map(drop)
}

/// Cases of a plan whose number is greater than one, by number, with their receipts.
pub(super) async fn planned(view: &View, id: Uuid, after: i64, most: u32) -> Result<Vec<PlannedCase>, Error> {
    let sql = "select number, case_id, case_version, preview from version_move_case
        where move_id = $1 and number > $2 order by number limit $3";
    let mut cases = Vec::new();
    for row in view.fetch_all(sql, args![id, after, most]).await? {
        let preview = row.structure("preview")?;
        cases.push(PlannedCase {
            case: row.get("case_id")?,
            number: row.get("number")?,
            case_version: row.get("case_version")?,
            preview,
            receipts: Vec::new(),
        });
    }
    let Some(last) = cases.last().map(|case| case.number) else { return Ok(cases) };
    let sql = "select number, what, why, case_version, at from version_move_receipt
        where move_id = $1 and number > $2 and number <= $3 order by number, at, id";
    for row in view.fetch_all(sql, args![id, after, last]).await? {
        let number: i64 = row.get("number")?;
        let receipt = MoveReceipt {
            what: row.parse("what")?,
            why: row.get("why")?,
            case_version: row.get("case_version")?,
            at: row.get("at")?,
        };
        if let Some(case) = cases.iter_mut().find(|case| case.number == number) {
            case.receipts.push(receipt);
        }
    }
    Ok(cases)
}
