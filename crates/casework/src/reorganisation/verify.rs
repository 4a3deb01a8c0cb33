//! Counting before and after: nothing lost, nothing twice.

use std::collections::BTreeMap;

use jiff::Timestamp;
use storage::{Error, View, args};
use uuid::Uuid;

use super::run::{Balance, Run};

/// Counts, over the cases that are open now and were opened before midnight of the day, those that have exactly one lead
/// just before it and at it; and the leads of this run that do not begin where the one before them ends.
pub(super) async fn balance(view: &View, run: &Run) -> Result<Balance, Error> {
    let sql = "select duty, count(*) as cases,
            cast(sum(case when before_it = 1 then 1 else 0 end) as bigint) as before_it,
            cast(sum(case when at_it = 1 then 1 else 0 end) as bigint) as at_it
        from (
            select c.duty as duty,
                (select count(*) from holding h
                    where h.case_id = c.id and h.role = 'lead' and h.voided_at is null
                        and h.from_at < $1 and (h.until_at is null or h.until_at >= $1)) as before_it,
                (select count(*) from holding h
                    where h.case_id = c.id and h.role = 'lead' and h.voided_at is null
                        and h.from_at <= $1 and (h.until_at is null or h.until_at > $1)) as at_it
            from case_file c
            where c.closed_at is null and c.opened_at < $1
        ) counted
        group by duty order by duty";
    let mut duties = BTreeMap::new();
    for row in view.fetch_all(sql, args![run.at]).await? {
        duties.insert(row.get("duty")?, [row.get("cases")?, row.get("before_it")?, row.get("at_it")?]);
    }
    Ok(Balance {
        duties,
        broken: broken(view, run.id).await?,
        open_at_begin: run.expected,
        opened_since: since(view, "opened_at", run.began, run.at).await?,
        closed_since: since(view, "closed_at", run.began, run.at).await?,
    })
}

async fn broken(view: &View, run: Uuid) -> Result<i64, Error> {
    let sql = "select count(*) as n from reorganisation_item i
        join holding b on b.id = i.lead_before
        join holding a on a.id = i.lead_after
        where i.run_id = $1 and i.outcome = 'moved' and a.voided_at is null
            and (a.previous <> b.id or b.until_at is null or b.until_at <> a.from_at)";
    view.fetch_one(sql, args![run]).await?.get("n")
}

async fn since(view: &View, column: &'static str, since: Timestamp, midnight: Timestamp) -> Result<i64, Error> {
    let sql = storage::Built(format!("select count(*) as n from case_file where {column} > $1 and opened_at < $2"));
    view.fetch_one(sql, args![since, midnight]).await?.get("n")
}
