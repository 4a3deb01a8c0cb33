//! The statements about plans, runs and their receipts. Those that read and write cases stand in `loading.rs` and `work.rs`.

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::run::{Run, RunKind, RunState, Tally};

const RUN: &str = "id, day, kind, at_instant, edition, plan_id, state, batch_size, batches, reached, again_since, seen, \
    expected, counts, claimed_by, claimed_until, recorded_at, ended_at, version";

fn run(row: &Row) -> Result<Run, Error> {
    Ok(Run {
        id: row.get("id")?,
        day: row.get("day")?,
        kind: row.parse("kind")?,
        at: row.get("at_instant")?,
        edition: row.get("edition")?,
        plan: row.get("plan_id")?,
        state: row.parse("state")?,
        batch_size: row.get("batch_size")?,
        batches: row.get("batches")?,
        reached: row.get("reached")?,
        again_since: row.get("again_since")?,
        seen: row.get("seen")?,
        expected: row.get("expected")?,
        claimed_by: row.get("claimed_by")?,
        claimed_until: row.get("claimed_until")?,
        began: row.get("recorded_at")?,
        ended: row.get("ended_at")?,
        tally: row.structure_optional::<Tally>("counts")?.unwrap_or_default(),
        version: row.get("version")?,
    })
}

/// A run.
pub(super) async fn one(view: &View, id: Uuid) -> Result<Option<Run>, Error> {
    let sql = storage::Built(format!("select {RUN} from reorganisation_run where id = $1"));
    view.fetch_optional(sql, args![id]).await?.as_ref().map(run).transpose()
}

/// The run that is under way, of whatever day.
pub(super) async fn under_way(view: &View) -> Result<Option<Run>, Error> {
    let sql = storage::Built(format!("select {RUN} from reorganisation_run where state = 'under-way'"));
    view.fetch_optional(sql, args![]).await?.as_ref().map(run).transpose()
}

/// All runs of a day, the first one first.
pub(super) async fn of_day(view: &View, day: Date) -> Result<Vec<Run>, Error> {
    let sql = storage::Built(format!("select {RUN} from reorganisation_run where day = $1 order by recorded_at, id"));
    view.fetch_all(sql, args![day]).await?.iter().map(run).collect()
}

/// A run that begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct New<'a> {
    pub day: Date,
    pub kind: RunKind,
    pub at: Timestamp,
    pub edition: &'a str,
    pub plan: Option<Uuid>,
    pub batch: i64,
    pub expected: i64,
    pub claimed_until: Timestamp,
    pub post: &'a str,
}

/// Begins a run. None: another one is under way.
pub(super) async fn begin(unit: &Unit, new: New<'_>) -> Result<Option<Run>, Error> {
    let (id, claim) = (unit.new_id(), unit.new_id());
    let sql = "insert into reorganisation_run (id, day, kind, at_instant, edition, plan_id, state, batch_size, batches, \
        reached, seen, expected, claimed_by, claimed_until, recorded_at, recorded_by, version) \
        values ($1, $2, $3, $4, $5, $6, 'under-way', $7, 0, 0, 0, $8, $9, $10, $11, $12, 1) \
        on conflict (state) where state = 'under-way' do nothing";
    let row = args![
        id,
        new.day,
        new.kind.word(),
        new.at,
        new.edition,
        new.plan,
        new.batch,
        new.expected,
        claim,
        new.claimed_until,
        unit.now(),
        new.post,
    ];
    if unit.execute(sql, row).await? == 0 { Ok(None) } else { one(unit, id).await }
}

/// Takes a run for oneself; whoever had it can write nothing any more.
pub(super) async fn claim(unit: &Unit, run: &Run, until: Timestamp) -> Result<Uuid, Error> {
    let me = unit.new_id();
    let sql = "update reorganisation_run set claimed_by = $3, claimed_until = $4, version = version + 1
        where id = $1 and version = $2 and state = 'under-way'";
    unit.change_one(sql, args![run.id, run.version, me, until]).await?;
    Ok(me)
}

/// Says how far a run has come. False: somebody else has taken it.
pub(super) async fn advance(unit: &Unit, from: &Run, to: &Run) -> Result<bool, Error> {
    let sql =
        "update reorganisation_run set batches = $4, reached = $5, again_since = $6, seen = $7, claimed_until = $8,
            version = version + 1
        where id = $1 and version = $2 and claimed_by = $3 and state = 'under-way'";
    let values = args![
        from.id,
        from.version,
        from.claimed_by,
        to.batches,
        to.reached,
        to.again_since,
        to.seen,
        to.claimed_until,
    ];
    Ok(unit.execute(sql, values).await? == 1)
}

/// Ends a run. False: somebody else has taken it.
pub(super) async fn end(unit: &Unit, run: &Run, tally: &Tally) -> Result<bool, Error> {
    let counts = storage::structure(tally)?;
    let sql = "update reorganisation_run set state = 'done', ended_at = $4, counts = $5, version = version + 1
        where id = $1 and version = $2 and claimed_by = $3 and state = 'under-way'";
    let state = unit.execute(sql, args![run.id, run.version, run.claimed_by, unit.now(), counts]).await?;
    debug_assert!(run.state == RunState::UnderWay);
    Ok(state == 1)
}

/// Open cases that the reorganisation concerns: those opened before its midnight.
pub(super) async fn open_cases(view: &View, midnight: Timestamp) -> Result<i64, Error> {
    let sql = "select count(*) as n from case_file where closed_at is null and opened_at < $1";
    view.fetch_one(sql, args![midnight]).await?.get("n")
}

/// Keeps a plan.
pub(super) async fn keep_plan(
    unit: &Unit,
    plan: &super::Plan,
    counts: serde_json::Value,
    post: &str,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql = "insert into reorganisation_plan (id, day, edition, cases, moving, counts, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = args![id, plan.day, &plan.edition, plan.open(), plan.moving(), counts, unit.now(), post];
    unit.execute(sql, values).await?;
    Ok(id)
}

/// Of a kept plan: its day, its edition, and when it was made.
pub(super) async fn plan(view: &View, id: Uuid) -> Result<Option<(Date, String, Timestamp)>, Error> {
    let sql = "select day, edition, recorded_at from reorganisation_plan where id = $1";
    let Some(row) = view.fetch_optional(sql, args![id]).await? else { return Ok(None) };
    Ok(Some((row.get("day")?, row.get("edition")?, row.get("recorded_at")?)))
}

/// Cases opened, closed or moved since an instant, or whose person's facts changed since.
pub(super) async fn changed_since(view: &View, since: Timestamp) -> Result<i64, Error> {
    let sql = "select count(*) as n from case_file c join holding h on h.id = c.lead_holding
        where c.closed_at > $1 or (c.closed_at is null and (
            c.opened_at > $1 or h.recorded_at > $1
            or c.person_id in (
                select person_id from person_fact where recorded_at > $1 or withdrawn_at > $1
            )
        ))";
    view.fetch_one(sql, args![since]).await?.get("n")
}

/// Receipts of a run: duty, outcome, the organ that has it now, how many, of which changed since the plan.
pub(super) async fn receipts(view: &View, run: Uuid) -> Result<Vec<(String, String, String, i64, i64)>, Error> {
    let sql = "select duty, outcome, to_organ, count(*) as n,
            cast(sum(case when changed_since_plan then 1 else 0 end) as bigint) as changed
        from reorganisation_item where run_id = $1 group by duty, outcome, to_organ order by duty, outcome, to_organ";
    let read = |row: &Row| {
        Ok((row.get("duty")?, row.get("outcome")?, row.get("to_organ")?, row.get("n")?, row.get("changed")?))
    };
    view.fetch_all(sql, args![run]).await?.iter().map(read).collect()
}
