//! Taking a reorganisation back. Before its instant what was planned is withdrawn, and the former lead goes on. Afterwards
//! the former organ leads again from now on, where the new one has done nothing in the case yet; the others are left and
//! listed. What was is never rewritten: the time in between stays as it was.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Error as Fault, Row as Found, Unit, View, Word, args};
use uuid::Uuid;

use super::apply::{begun, claimed_from, operator, still_free};
use super::model::Refusal;
use super::queries;
use super::run::{BesideChange, Left, Order, Run, RunKind, Told};
use super::work::{self, Receipt, Row, Stamp};
use crate::holding::Cause;
use crate::post::Acting;
use crate::{Error, House};

/// What the journal tells of a case that changes nothing in it, or that a reorganisation itself did.
const HARMLESS: &str = "'read', 'list', 'search', 'find', 'look', 'preview', 'compare', 'verify', 'replay', 'count', \
    'export', 'remind', 'reorganise', 'reinstate'";

/// A receipt that can be undone, with its case as it is now.
struct Applied {
    number: i64,
    case: Uuid,
    duty: String,
    person: Option<Uuid>,
    moved: bool,
    from: String,
    to: String,
    at: Timestamp,
    lead_before: Uuid,
    lead_after: Option<Uuid>,
    beside: BesideChange,
    version: i64,
    closed: bool,
    last_lead: Uuid,
    /// When the lead that the receipt wrote begins.
    begins: Option<Timestamp>,
    happened: bool,
    /// The lead before, to be written again.
    former: Former,
}

/// A holding as it was, to be written again.
#[derive(Clone)]
struct Former {
    id: Uuid,
    organ: String,
    verb: String,
    also: serde_json::Value,
    force: String,
    between: bool,
    path: serde_json::Value,
    edition: String,
    from: Timestamp,
    until: Option<Timestamp>,
}

/// What must be written to undo a receipt.
#[derive(Default)]
struct Back {
    lead_withdrawn: Option<Uuid>,
    lead: Option<Uuid>,
    beside: BesideChange,
    ended: Vec<(Uuid, Timestamp)>,
}

impl House {
    /// Takes back what was applied for a day. Done again, it finds what is left. `told` hears how far it has come.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] for others than the operator; [`Refusal::NoSuchDay`]; [`Refusal::UnderWay`] while a run is;
    /// [`Refusal::NothingApplied`]; [`Refusal::BatchSize`]; [`Refusal::TakenOver`]; the database's errors.
    pub async fn undo_reorganisation(&self, acting: &Acting, order: Order, told: Told<'_>) -> Result<Run, Error> {
        operator(acting)?;
        self.reorganisation_of(order.day)?;
        if !(1..=10_000).contains(&order.batch) {
            return Err(Refusal::BatchSize(order.batch).into());
        }
        let at = self.midnight_of(order.day)?;
        let begin = |unit: Unit| async move {
            still_free(&unit).await?;
            let expected = live(&unit, order.day).await?;
            if expected == 0 {
                return Err(Refusal::NothingApplied(order.day).into());
            }
            let new = queries::New {
                day: order.day,
                kind: RunKind::Undo,
                at,
                edition: self.register.edition.as_str(),
                plan: None,
                batch: order.batch,
                expected,
                claimed_until: claimed_from(unit.now()),
                post: acting.post(),
            };
            begun(&unit, acting, new).await
        };
        let run = self.store.write(begin).await?;
        self.go_on(acting, run, told).await
    }

    /// One batch; none when all receipts were gone through.
    pub(super) async fn undo_batch(&self, acting: &Acting, run: &Run) -> Result<Option<Run>, Error> {
        let act = |unit: Unit| async move {
            unit.journal(Entry::new(&acting.actor, Word::of("advance"), Word::of("reorganisation"), run.id));
            let applied = applied(&unit, run).await?;
            let Some(last) = applied.last() else { return Ok(None) };
            let next = Run {
                reached: last.number,
                batches: run.batches + 1,
                seen: run.seen + i64::try_from(applied.len()).unwrap_or(i64::MAX),
                claimed_until: claimed_from(unit.now()),
                version: run.version + 1,
                ..run.clone()
            };
            if !queries::advance(&unit, run, &next).await? {
                return Err(Refusal::TakenOver(run.id).into());
            }
            let beside = beside(&unit, run, last.number).await?;
            take_back(&unit, acting, &next, &applied, &beside).await?;
            Ok::<_, Error>(Some(next))
        };
        self.store.write(act).await
    }
}

/// Which receipts of a run can be undone: not undone yet, and the lead was not withdrawn since.
const LIVE: &str = "left join holding a on a.id = i.lead_after
    where i.run_id = $1 and i.outcome in ('moved', 'beside') and a.voided_at is null
        and not exists (select 1 from reorganisation_item u where u.undoes = i.number and u.outcome = 'undone')";

/// The runs of a day that applied it.
async fn applying(view: &View, day: Date) -> Result<Vec<Uuid>, Fault> {
    let runs = queries::of_day(view, day).await?;
    Ok(runs.into_iter().filter(|run| run.kind == RunKind::Apply).map(|run| run.id).collect())
}

async fn live(view: &View, day: Date) -> Result<i64, Fault> {
    let sql = format!("select count(*) as n from reorganisation_item i {LIVE}");
    let mut all = 0;
    for run in applying(view, day).await? {
        all += view.fetch_one(storage::Built(sql.clone()), args![run]).await?.get::<i64>("n")?;
    }
    Ok(all)
}

/// The next batch: of the first run that has any left. Runs follow each other, and so do the numbers of their receipts.
async fn applied(view: &View, run: &Run) -> Result<Vec<Applied>, Fault> {
    for applying in applying(view, run.day).await? {
        let found = applied_by(view, run, applying).await?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

async fn applied_by(view: &View, run: &Run, applying: Uuid) -> Result<Vec<Applied>, Fault> {
    // By the index on run and number, in its order: nothing is sorted.
    let sql = storage::Built(format!(
        "select i.number, i.case_id, i.duty, i.outcome, i.from_organ, i.to_organ, i.at_instant, i.lead_before,
            i.lead_after, i.beside, i.begins, i.closed_at, i.lead_holding, i.version, i.person_id,
            b.id as b_id, b.organ as b_organ, b.verb as b_verb, b.also as b_also, b.force as b_force,
            b.between_chairs as b_between, b.path as b_path, b.edition as b_edition, b.from_at as b_from,
            b.until_at as b_until,
            exists (
                select 1 from journal_entry j
                where j.case_id = i.case_id and j.at > i.at_instant and j.at > i.recorded_at
                    and j.action not in ({HARMLESS})
            ) as happened
        from (
            select i.*, a.from_at as begins, c.closed_at, c.lead_holding, c.version, c.person_id
            from reorganisation_item i
            join case_file c on c.id = i.case_id
            {LIVE} and i.number > $2
            order by i.number limit $3
        ) i
        join holding b on b.id = i.lead_before
        order by i.number"
    ));
    let rows = view.fetch_all(sql, args![applying, run.reached, run.batch_size]).await?;
    rows.iter().map(one).collect()
}

fn one(row: &Found) -> Result<Applied, Fault> {
    Ok(Applied {
        number: row.get("number")?,
        case: row.get("case_id")?,
        duty: row.get("duty")?,
        person: row.get("person_id")?,
        moved: row.get::<String>("outcome")? == "moved",
        from: row.get("from_organ")?,
        to: row.get("to_organ")?,
        at: row.get("at_instant")?,
        lead_before: row.get("lead_before")?,
        lead_after: row.get("lead_after")?,
        beside: row.structure("beside")?,
        version: row.get("version")?,
        closed: row.get::<Option<Timestamp>>("closed_at")?.is_some(),
        last_lead: row.get("lead_holding")?,
        begins: row.get("begins")?,
        happened: row.get("happened")?,
        former: former(row)?,
    })
}

fn former(row: &Found) -> Result<Former, Fault> {
    Ok(Former {
        id: row.get("b_id")?,
        organ: row.get("b_organ")?,
        verb: row.get("b_verb")?,
        also: row.get("b_also")?,
        force: row.get("b_force")?,
        between: row.get("b_between")?,
        path: row.get("b_path")?,
        edition: row.get("b_edition")?,
        from: row.get("b_from")?,
        until: row.get("b_until")?,
    })
}

/// All who stand beside, or stood, in the cases of a batch.
async fn beside(view: &View, run: &Run, last: i64) -> Result<HashMap<Uuid, Vec<Former>>, Fault> {
    let sql = "select h.case_id, h.id as b_id, h.organ as b_organ, h.verb as b_verb, h.also as b_also,
            h.force as b_force, h.between_chairs as b_between, h.path as b_path, h.edition as b_edition,
            h.from_at as b_from, h.until_at as b_until
        from holding h
        where h.role = 'beside' and h.voided_at is null and h.case_id in (
            select i.case_id from reorganisation_item i where i.number > $1 and i.number <= $2
        )
        order by h.case_id, h.from_at, h.id";
    let mut found: HashMap<Uuid, Vec<Former>> = HashMap::new();
    for row in view.fetch_all(sql, args![run.reached, last]).await? {
        found.entry(row.get("case_id")?).or_default().push(former(&row)?);
    }
    Ok(found)
}

async fn take_back(
    unit: &Unit,
    acting: &Acting,
    run: &Run,
    applied: &[Applied],
    beside: &HashMap<Uuid, Vec<Former>>,
) -> Result<(), Error> {
    let (mut receipts, mut withdrawn, mut leads, mut ended) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // By edition: what is written again keeps the one that said so.
    let mut rows: HashMap<&str, Vec<Row>> = HashMap::new();
    for one in applied {
        let left = left(one, unit.now());
        let mut back = Back::default();
        if left.is_none() {
            let here = beside.get(&one.case).map_or(&[][..], Vec::as_slice);
            back = work_out(unit, one, here, &mut rows);
            leads.extend(back.lead_withdrawn);
            withdrawn.extend(&back.beside.withdrawn);
            ended.append(&mut back.ended);
            let entry = Entry::new(&acting.actor, Word::of("reinstate"), Word::of("case"), one.case);
            let entry = entry.duty(Word::new(one.duty.clone())?).case(one.case);
            unit.journal(match one.person {
                Some(person) => entry.person(person),
                None => entry,
            });
        }
        receipts.push(receipt(one, left, &back, unit.now())?);
    }
    work::withdraw(unit, &leads).await?;
    work::withdraw(unit, &withdrawn).await?;
    work::end_beside(unit, &ended).await?;
    for (edition, rows) in rows {
        work::holdings(unit, rows, Stamp { edition, cause: Cause::Undo, run: run.id, post: acting.post() }).await?;
    }
    work::receipts(unit, run.id, run.batches, receipts).await?;
    Ok(())
}

/// Why a case is left as it is.
fn left(one: &Applied, now: Timestamp) -> Option<Left> {
    if one.closed {
        return Some(Left::Closed);
    }
    if one.moved && one.lead_after != Some(one.last_lead) {
        return Some(Left::LedOtherwise);
    }
    let begins = one.begins.unwrap_or(one.at);
    (begins <= now && one.happened).then_some(Left::Happened)
}

fn work_out<'a>(unit: &Unit, one: &'a Applied, beside: &'a [Former], rows: &mut HashMap<&'a str, Vec<Row>>) -> Back {
    let now = unit.now();
    let mut back = Back::default();
    let mut again = |former: &'a Former, role, from, previous| {
        let id = unit.new_id();
        rows.entry(&former.edition).or_default().push(Row {
            id,
            case: one.case,
            role,
            organ: former.organ.clone(),
            verb: former.verb.clone(),
            also: former.also.clone(),
            force: former.force.clone(),
            from,
            previous,
            between: former.between,
            path: former.path.clone(),
        });
        id
    };
    if let (true, Some(after)) = (one.moved, one.lead_after) {
        if one.begins.is_some_and(|begins| begins > now) {
            back.lead_withdrawn = Some(after);
        } else {
            back.lead = Some(again(&one.former, "lead", now, Some(after)));
        }
    }
    for held in beside.iter().filter(|held| one.beside.begun.contains(&held.id) && held.until.is_none()) {
        if held.from > now {
            back.beside.withdrawn.push(held.id);
        } else {
            back.ended.push((held.id, now));
            back.beside.ended.push(held.id);
        }
    }
    for held in beside.iter().filter(|held| one.beside.ended.contains(&held.id)) {
        let Some(until) = held.until else { continue };
        // From the instant in which it was to end, so that there is no gap; where that is past, from now.
        let from = until.max(now);
        let stands = |other: &&Former| {
            other.organ == held.organ
                && other.verb == held.verb
                && other.until.is_none_or(|end| end > from)
                && !back.beside.withdrawn.contains(&other.id)
                && !back.beside.ended.contains(&other.id)
        };
        if beside.iter().find(stands).is_none() {
            back.beside.begun.push(again(held, "beside", from, None));
        }
    }
    back
}

fn receipt(one: &Applied, left: Option<Left>, back: &Back, now: Timestamp) -> Result<Receipt, Error> {
    Ok(Receipt {
        case: one.case,
        duty: one.duty.clone(),
        outcome: if left.is_some() { "left" } else { "undone" },
        reason: serde_json::json!({ "left": left }),
        from: one.to.clone(),
        to: if left.is_some() { one.to.clone() } else { one.from.clone() },
        at: one.begins.unwrap_or(one.at).max(now),
        lead_before: one.lead_after.unwrap_or(one.lead_before),
        lead_after: back.lead.or(if back.lead_withdrawn.is_some() { Some(one.lead_before) } else { one.lead_after }),
        beside: storage::structure(&back.beside)?,
        case_version: one.version,
        changed: false,
        undoes: Some(one.number),
    })
}
