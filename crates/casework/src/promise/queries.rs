//! The statements of the proof. Each finds the cases that break one part of it; none relies on what the database refuses.

use jiff::Timestamp;
use storage::{Error, View, args};

use super::model::{Broken, Proof};

/// What each statement finds: `number` of the case.
///
/// `o.organ || ''` is the organ, and keeps the indexes by organ out of it: with statistics from before a reorganisation
/// SQLite would look among all holdings of the organ for those of one case, for each holding anew (minutes at 100,000
/// cases, where by case it is seconds).
pub const FAULTS: [(Broken, &str); 7] = [
    (
        Broken::First,
        "select c.number from case_file c where 1 <> (
            select count(*) from holding h where h.case_id = c.id and h.role = 'lead' and h.previous is null
                and h.voided_at is null and h.from_at = c.opened_at
        ) or exists (
            select 1 from holding h where h.case_id = c.id and h.role = 'lead' and h.previous is null
                and (h.from_at <> c.opened_at or h.voided_at is not null)
        )",
    ),
    (
        Broken::Gap,
        "select c.number from holding h join holding p on p.id = h.previous left join case_file c on c.id = h.case_id
        where h.voided_at is null and (
            p.until_at is null or p.until_at <> h.from_at or p.until_at < p.from_at or p.voided_at is not null
        )",
    ),
    (
        Broken::Fork,
        "select c.number from holding h join holding p on p.id = h.previous left join case_file c on c.id = h.case_id
        where h.voided_at is null and (
            p.case_id <> h.case_id or p.role <> 'lead' or h.role <> 'lead' or exists (
                select 1 from holding o where o.previous = h.previous and o.id <> h.id and o.voided_at is null
            )
        )",
    ),
    (
        Broken::Last,
        "select c.number from case_file c join holding h on h.case_id = c.id
        where h.role = 'lead' and h.voided_at is null
            and not exists (select 1 from holding n where n.previous = h.id and n.voided_at is null)
            and ((c.closed_at is null) <> (h.until_at is null) or c.closed_at <> h.until_at)",
    ),
    (
        Broken::Pointer,
        "select c.number from case_file c where not exists (
            select 1 from holding h where h.id = c.lead_holding and h.case_id = c.id and h.role = 'lead'
                and h.voided_at is null
                and not exists (select 1 from holding n where n.previous = h.id and n.voided_at is null)
        )",
    ),
    (
        Broken::Beside,
        "select c.number from holding h join case_file c on c.id = h.case_id
        where h.role = 'beside' and h.voided_at is null and (
            h.from_at < c.opened_at or h.until_at < h.from_at
            or (c.closed_at is not null and (h.until_at is null or h.until_at > c.closed_at))
            or exists (
                select 1 from holding o
                where o.case_id = h.case_id and o.role = 'beside' and o.organ || '' = h.organ and o.verb = h.verb
                    and o.id <> h.id and o.voided_at is null
                    and (h.until_at is null or o.from_at < h.until_at) and (o.until_at is null or h.from_at < o.until_at)
                    and (o.until_at is null or o.from_at < o.until_at)
                    and (h.until_at is null or h.from_at < h.until_at)
            )
        )",
    ),
    (
        Broken::Edition,
        "select c.number from holding h left join case_file c on c.id = h.case_id
        where not exists (select 1 from edition e where e.id = h.edition)",
    ),
];

/// The cases that one statement finds.
pub async fn found(view: &View, sql: &'static str, at_most: i64) -> Result<Vec<Option<i64>>, Error> {
    let sql = storage::Built(format!("{sql} order by 1 limit $1"));
    view.fetch_all(sql, args![at_most]).await?.iter().map(|row| row.get("number")).collect()
}

/// How many there are of each.
pub async fn counts(view: &View) -> Result<Proof, Error> {
    let row = view
        .fetch_one(
            "select
                (select count(*) from case_file) as cases,
                (select count(*) from case_file where closed_at is null) as open,
                (select count(*) from holding where role = 'lead' and voided_at is null) as leads,
                (select count(*) from holding where role = 'beside' and voided_at is null) as beside,
                (select count(*) from case_file c join holding h on h.id = c.lead_holding
                    where c.closed_at is null and h.between_chairs) as between_chairs",
            args![],
        )
        .await?;
    Ok(Proof {
        cases: row.get("cases")?,
        open: row.get("open")?,
        leads: row.get("leads")?,
        beside: row.get("beside")?,
        between_chairs: row.get("between_chairs")?,
        faults: Vec::new(),
    })
}

/// The organs that lead open cases at an instant, each with the first of those cases, at most so many of each. One pass over
/// the holdings, however many organs there are.
pub async fn leading(view: &View, at: Timestamp, at_most: i64) -> Result<Vec<(String, i64)>, Error> {
    let sql = "select organ, number from (
            select h.organ as organ, c.number as number,
                row_number() over (partition by h.organ order by c.number) as place
            from case_file c join holding h on h.case_id = c.id
            where c.closed_at is null and h.role = 'lead' and h.voided_at is null
                and h.from_at <= $1 and (h.until_at is null or h.until_at > $1)
        ) as led where place <= $2 order by organ, number";
    view.fetch_all(sql, args![at, at_most])
        .await?
        .iter()
        .map(|row| Ok((row.get("organ")?, row.get("number")?)))
        .collect()
}
