//! Statements that find people: by name, by likeness.

use authorization::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::super::alike::{Said, Verdict};
use super::super::name::Name;
use super::super::sight::{Sight, since};
use super::{FACT, fact, may};
use crate::handover::queries::CLOSES_TO_2;
use crate::post::Acting;

/// People at most of whom one word of a name is looked at.
const MOST: i64 = 200;

/// The names that are believed of a person and that a post sees: the official one first, the latest first.
pub(crate) async fn names(view: &View, sight: &Sight, person: Uuid) -> Result<Vec<Name>, Error> {
    let sql = storage::Built(format!(
        "select {FACT} from person_fact where person_id = $1 and attribute = 'name' and withdrawn_at is null
            order by slot, from_day desc"
    ));
    let facts: Result<Vec<_>, Error> = view.fetch_all(sql, args![person]).await?.iter().map(fact).collect();
    Ok(facts?.into_iter().filter(|fact| sight.sees(fact)).filter_map(|fact| Name::read(&fact.value)).collect())
}

/// That fact `f` of person `p`, or the one of which it is the rest, is closed to organ `$2`, which did not say it.
fn closed() -> String {
    format!(
        "exists (
                select 1 from case_file c join handover_withheld w on w.case_id = c.id, person_fact said
                where c.person_id = p.id and said.id = coalesce(f.rest_of, f.id) and said.recorded_at < w.before_at
                    and said.recorded_organ <> $2 and {CLOSES_TO_2}
            )"
    )
}

fn id(row: &Row) -> Result<Uuid, Error> {
    row.get("id")
}

/// People whom the organ may see and of whose names a word is the same, whoever nothing has been said of yet.
pub(crate) async fn sharing_a_word(
    view: &View,
    acting: &Acting,
    person: Uuid,
    now: Timestamp,
) -> Result<Vec<Uuid>, Error> {
    let (closed, may) = (closed(), may(acting, Action::Search));
    let sql = storage::Built(format!(
        "select distinct p.id as id from person p
            join person_name_key k on k.person_id = p.id
            join person_fact f on f.id = k.fact_id and f.withdrawn_at is null
        where not {closed} and k.key in (select m.key from person_name_key m join person_fact n on n.id = m.fact_id
                where m.person_id = $4 and n.withdrawn_at is null)
            and p.id <> $4 and {may}
            and not exists (select 1 from person_alike a where a.taken_back_at is null
                and ((a.one_id = p.id and a.other_id = $4) or (a.one_id = $4 and a.other_id = p.id)))
        order by p.id limit {MOST}"
    ));
    view.fetch_all(sql, args![now, acting.organ(), since(now), person]).await?.iter().map(id).collect()
}

/// People whom the post may see, who are not hidden from it, and of whose names a word begins so.
pub(crate) async fn beginning_with(
    view: &View,
    acting: &Acting,
    key: &str,
    now: Timestamp,
    today: Date,
) -> Result<Vec<Uuid>, Error> {
    let (closed, may) = (closed(), may(acting, Action::Search));
    let sql = storage::Built(format!(
        "select distinct p.id as id from person_name_key k
            join person_fact f on f.id = k.fact_id and f.withdrawn_at is null
            join person p on p.id = k.person_id
        where k.key >= $4 and k.key < $5 and {may} and not {closed}
            and (
                not exists (
                    select 1 from person_protection r where r.person_id = p.id and r.ended_at is null
                        and r.from_day <= $6 and (r.until_day is null or r.until_day > $6)
                )
                or exists (
                    select 1 from person_protection r join person_handler h on h.protection_id = r.id
                    where r.person_id = p.id and r.ended_at is null and r.from_day <= $6
                        and (r.until_day is null or r.until_day > $6) and h.post = $7
                )
            )
        order by p.id"
    ));
    let (first, beyond) = (key.as_bytes(), beyond(key));
    let row = args![now, acting.organ(), since(now), first, beyond.as_slice(), today, acting.post()];
    view.fetch_all(sql, row).await?.iter().map(id).collect()
}

/// The first bytes that come after everything that begins so. No byte of UTF-8 is 0xff.
fn beyond(key: &str) -> Vec<u8> {
    let mut bytes = key.as_bytes().to_vec();
    bytes.push(0xff);
    bytes
}

/// What is said of a person and others.
pub(crate) async fn said_of(view: &View, person: Uuid) -> Result<Vec<Said>, Error> {
    let sql = "select id, case when one_id = $1 then other_id else one_id end as other, verdict, reason, recorded_by,
            recorded_at
        from person_alike where (one_id = $1 or other_id = $1) and taken_back_at is null order by recorded_at, id";
    let said = |row: &Row| {
        Ok(Said {
            id: row.get("id")?,
            other: row.get("other")?,
            verdict: row.parse("verdict")?,
            reason: row.get("reason")?,
            recorded_by: row.get("recorded_by")?,
            recorded_at: row.get("recorded_at")?,
        })
    };
    view.fetch_all(sql, args![person]).await?.iter().map(said).collect()
}

/// Writes what is said of two people, the lesser identity first.
pub(crate) async fn say(
    unit: &Unit,
    acting: &Acting,
    (one, other): (Uuid, Uuid),
    verdict: Verdict,
    reason: &str,
) -> Result<Uuid, Error> {
    let id = unit.new_id();
    let sql =
        "insert into person_alike (id, one_id, other_id, verdict, reason, recorded_at, recorded_by, recorded_organ)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let row = args![id, one, other, verdict.word(), reason, unit.now(), acting.post(), acting.organ()];
    unit.execute(sql, row).await?;
    Ok(id)
}

/// Takes back what was said of two people.
pub(crate) async fn take_back(unit: &Unit, acting: &Acting, said: Uuid, why: &str) -> Result<(), Error> {
    let sql = "update person_alike set taken_back_at = $2, taken_back_by = $3, taken_back_why = $4
        where id = $1 and taken_back_at is null";
    unit.change_one(sql, args![said, unit.now(), acting.post(), why]).await
}
