//! The statements about holdings. What they may not do, the database refuses by itself: see the migration `casework`.

use jiff::Timestamp;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{Cause, Holding, NewHolding, Role};

const COLUMNS: &str = "id, case_id, role, organ, verb, also, force, from_at, until_at, previous, between_chairs, edition, \
    path, cause, cause_id, recorded_at, recorded_by";

/// Reads a row of [`COLUMNS`].
pub fn holding(row: &Row) -> Result<Holding, Error> {
    Ok(Holding {
        id: row.get("id")?,
        case: row.get("case_id")?,
        role: row.parse("role")?,
        organ: row.get("organ")?,
        verb: row.get("verb")?,
        also: row.structure("also")?,
        force: row.get("force")?,
        from: row.get("from_at")?,
        until: row.get("until_at")?,
        previous: row.get("previous")?,
        between_chairs: row.get("between_chairs")?,
        edition: row.get("edition")?,
        path: row.structure("path")?,
        cause: row.parse("cause")?,
        cause_id: row.get("cause_id")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorded_by")?,
    })
}

/// All holdings of a case that were not withdrawn, leads in the order of their chain.
pub async fn of_case(view: &View, case: Uuid) -> Result<Vec<Holding>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from holding where case_id = $1 and voided_at is null order by from_at, recorded_at, id"
    ));
    view.fetch_all(sql, args![case]).await?.iter().map(holding).collect()
}

/// That holding `h` counts in its case `c`: of a secluded one, only the lead knows.
pub(crate) const COUNTS: &str =
    "(h.role = 'lead' or not exists (select 1 from secluded_case_type s where s.case_type = c.case_type))";

/// The holdings through which an organ bears a case at an instant, or bore it when it closed.
pub(crate) async fn borne(view: &View, case: Uuid, organ: &str, at: Timestamp) -> Result<Vec<Holding>, Error> {
    let sql = storage::Built(format!(
        "select {} from holding h join case_file c on c.id = h.case_id
        where h.case_id = $1 and h.organ = $2 and {} and {COUNTS} order by h.from_at, h.recorded_at, h.id",
        COLUMNS.split(", ").map(|column| format!("h.{column}")).collect::<Vec<_>>().join(", "),
        authorization::sql::in_force_or_at_its_end("h", "c", "$3"),
    ));
    view.fetch_all(sql, args![case, organ, at]).await?.iter().map(holding).collect()
}

/// The lead of a case at an instant.
pub async fn lead_at(view: &View, case: Uuid, at: Timestamp) -> Result<Option<Holding>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from holding where case_id = $1 and role = 'lead' and voided_at is null
            and from_at <= $2 and (until_at is null or until_at > $2)"
    ));
    view.fetch_optional(sql, args![case, at]).await?.as_ref().map(holding).transpose()
}

/// The last lead of the chain: the one in force, or one that is planned.
pub async fn last_lead(view: &View, case: Uuid) -> Result<Option<Holding>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from holding where id = (select lead_holding from case_file where id = $1)"
    ));
    view.fetch_optional(sql, args![case]).await?.as_ref().map(holding).transpose()
}

/// Those who stand beside at an instant.
pub async fn beside_at(view: &View, case: Uuid, at: Timestamp) -> Result<Vec<Holding>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from holding where case_id = $1 and role = 'beside' and voided_at is null
            and from_at <= $2 and (until_at is null or until_at > $2) order by organ, verb"
    ));
    view.fetch_all(sql, args![case, at]).await?.iter().map(holding).collect()
}

/// The holdings that the decisions from one identity to another name.
pub async fn of_decisions(view: &View, first: Uuid, last: Uuid) -> Result<Vec<Holding>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from holding where id in (select holding_id from decision where id between $1 and $2)"
    ));
    view.fetch_all(sql, args![first, last]).await?.iter().map(holding).collect()
}

/// What is written with every holding.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// The case.
    pub case: Uuid,
    /// The instant in which it begins.
    pub from: Timestamp,
    /// The register's edition.
    pub edition: &'a str,
    /// What brought it about.
    pub cause: Cause,
    /// The hand-over, fact or run that did.
    pub cause_id: Option<Uuid>,
    /// The post that writes it.
    pub post: &'a str,
}

async fn write(
    unit: &Unit,
    role: Role,
    new: &NewHolding,
    previous: Option<Uuid>,
    written: Written<'_>,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql = "insert into holding (id, case_id, role, organ, verb, also, force, from_at, previous, between_chairs, \
        edition, path, cause, cause_id, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    let row = args![
        id,
        written.case,
        role.word(),
        &new.organ,
        &new.verb,
        storage::structure(&new.also)?,
        &new.force,
        written.from,
        previous,
        new.path.between.is_some(),
        written.edition,
        storage::structure(&new.path)?,
        written.cause.word(),
        written.cause_id,
        unit.now(),
        written.post,
    ];
    unit.execute(sql, row).await?;
    Ok(id)
}

/// Writes the first lead of a case that is about to be opened.
pub async fn first_lead(unit: &Unit, new: &NewHolding, written: Written<'_>) -> Result<Uuid, Error> {
    write(unit, Role::Lead, new, None, written).await
}

/// Writes the lead that follows `previous`, which ends in the same instant.
pub async fn next_lead(unit: &Unit, new: &NewHolding, previous: Uuid, written: Written<'_>) -> Result<Uuid, Error> {
    write(unit, Role::Lead, new, Some(previous), written).await
}

/// Writes one beside the lead.
pub async fn beside(unit: &Unit, new: &NewHolding, written: Written<'_>) -> Result<Uuid, Error> {
    write(unit, Role::Beside, new, None, written).await
}

/// Ends one that stands beside.
pub async fn end_beside(unit: &Unit, holding: Uuid, at: Timestamp) -> Result<(), Error> {
    let sql = "update holding set until_at = $2 where id = $1 and role = 'beside' and until_at is null";
    unit.change_one(sql, args![holding, at]).await
}

/// Withdraws one that was planned and has not begun; the lead before it goes on.
pub async fn withdraw(unit: &Unit, holding: Uuid) -> Result<(), Error> {
    let sql = "update holding set voided_at = $2 where id = $1 and voided_at is null";
    unit.change_one(sql, args![holding, unit.now()]).await
}
