//! Applying a reorganisation in batches: each a unit of work that finds out anew what its cases need, writes it, and says
//! how far the run has come. Killed at any point, all of a batch is there or nothing of it.

use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use register::resolved::Reorganisation;
use storage::{Entry, Look, Unit, View, Word};
use uuid::Uuid;

use super::loading::{self, Loaded, Which, Words};
use super::model::{Fate, Refusal};
use super::moving::{self, Step};
use super::router::Router;
use super::run::{BesideChange, Order, Progress, Run, RunKind, RunState, Tally, Told};
use super::work::{self, Receipt, Row, Stamp};
use super::{queries, verify};
use crate::holding::Cause;
use crate::post::Acting;
use crate::{Error, House};

/// How long a run is claimed beyond its last batch. A batch takes a second or two at most.
const CLAIM: SignedDuration = SignedDuration::from_secs(20);
/// How far before its beginning a run looks a second time: a unit that was under way when it began may have been kept
/// after the run had passed.
const BEFORE: SignedDuration = SignedDuration::from_secs(600);

/// What a batch is written with.
struct Batch<'b, 'r> {
    acting: &'b Acting,
    router: &'b Mutex<Router<'r>>,
    attributes: &'b [String],
    planned_at: Timestamp,
}

impl House {
    /// Applies a reorganisation: for every open case the holdings that the law of the day names are written, from midnight
    /// of the day on. Cases opened, closed or handed over meanwhile are right afterwards. Applied again, it finds just what
    /// has come about since. `told` hears how far it has come.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] for others than the operator; [`Refusal::NoSuchDay`], [`Refusal::BatchSize`];
    /// [`Refusal::UnderWay`] while another run is; of a plan [`Refusal::UnknownPlan`], [`Refusal::OtherDay`],
    /// [`Refusal::OtherEdition`], [`Refusal::MovedTooFar`]; [`Refusal::TakenOver`]; the database's errors. What was written
    /// until then is kept, and the run can be resumed.
    pub async fn apply_reorganisation(&self, acting: &Acting, order: Order, told: Told<'_>) -> Result<Run, Error> {
        operator(acting)?;
        self.reorganisation_of(order.day)?;
        if !(1..=10_000).contains(&order.batch) {
            return Err(Refusal::BatchSize(order.batch).into());
        }
        let at = self.midnight_of(order.day)?;
        let begin = |unit: Unit| async move {
            still_free(&unit).await?;
            let expected = queries::open_cases(&unit, at).await?;
            if let Some(plan) = order.plan {
                self.still_fits(&unit, plan, order.day, expected).await?;
            }
            let new = queries::New {
                day: order.day,
                kind: RunKind::Apply,
                at,
                edition: self.register.edition.as_str(),
                plan: order.plan,
                batch: order.batch,
                expected,
                claimed_until: unit.now() + CLAIM,
                post: acting.post(),
            };
            begun(&unit, acting, new).await
        };
        let run = self.store.write(begin).await?;
        self.go_on(acting, run, told).await
    }

    /// Goes on with a run that stopped, whichever way it went. While somebody else has claimed it, only with `take_over`:
    /// then whoever has it stops at its next batch, and nothing is done twice.
    ///
    /// # Errors
    /// [`Refusal::NotUnderWay`]; [`Refusal::UnderWay`] while it is claimed; [`Refusal::RunOfOtherEdition`]; those of
    /// [`House::apply_reorganisation`].
    pub async fn resume_reorganisation(
        &self,
        acting: &Acting,
        run: Uuid,
        take_over: bool,
        told: Told<'_>,
    ) -> Result<Run, Error> {
        operator(acting)?;
        let claim = |unit: Unit| async move {
            let found = queries::one(&unit, run).await?.filter(|found| found.state == RunState::UnderWay);
            let found = found.ok_or(Refusal::NotUnderWay(run))?;
            if found.claimed_until > unit.now() && !take_over {
                return Err(Refusal::UnderWay { run, day: found.day, until: found.claimed_until }.into());
            }
            let now = self.register.edition.as_str();
            if found.kind == RunKind::Apply && found.edition != now {
                return Err(Refusal::RunOfOtherEdition { run: found.edition, now: now.to_owned() }.into());
            }
            let until = unit.now() + CLAIM;
            let me = queries::claim(&unit, &found, until).await?;
            unit.journal(Entry::new(&acting.actor, Word::of("resume"), Word::of("reorganisation"), run));
            let version = found.version + 1;
            Ok::<Run, Error>(Run { claimed_by: me, claimed_until: until, version, ..found })
        };
        let run = self.store.write(claim).await?;
        self.go_on(acting, run, told).await
    }

    /// The runs of a day, the first one first; of one under way what it has come to so far.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] for others than the operator; the database's errors.
    pub async fn reorganisation_runs(&self, acting: &Acting, day: Date) -> Result<Vec<Run>, Error> {
        operator(acting)?;
        let look = |look: Look| async move {
            let mut runs = queries::of_day(&look, day).await?;
            for run in runs.iter_mut().filter(|run| run.state == RunState::UnderWay) {
                run.tally = self.tally(&look, run.id).await?;
            }
            let subject = Word::new(day.to_string())?;
            look.journal(Entry::new(&acting.actor, Word::of("count"), Word::of("reorganisation"), subject));
            Ok::<_, Error>(runs)
        };
        self.store.look(look).await
    }

    /// Batch after batch until all were gone through; then it is counted, and the run is done.
    pub(super) async fn go_on(&self, acting: &Acting, mut run: Run, told: Told<'_>) -> Result<Run, Error> {
        let reorganisation = self.reorganisation_of(run.day)?;
        let router = Mutex::new(Router::new(&self.register, reorganisation));
        let planned_at = match run.plan {
            Some(plan) => {
                let made = self.store.read(|view: View| async move { queries::plan(&view, plan).await }).await?;
                made.map_or(Timestamp::MAX, |(_, _, at)| at)
            }
            None => Timestamp::MAX,
        };
        let attributes = Router::attributes(&self.register);
        let batch = Batch { acting, router: &router, attributes: &attributes, planned_at };
        let (began, before) = (self.store.now(), run.seen);
        loop {
            let next = match run.kind {
                RunKind::Apply => self.apply_batch(&batch, &run).await?,
                RunKind::Undo => self.undo_batch(acting, &run).await?,
            };
            let Some(next) = next else { break };
            run = next;
            told(progress(&run, before, self.store.now().duration_since(began)));
        }
        let counted = &run;
        let look = |look: Look| async move {
            let mut tally = self.tally(&look, counted.id).await?;
            tally.balance = Some(verify::balance(&look, counted).await?);
            look.journal(Entry::new(&acting.actor, Word::of("count"), Word::of("reorganisation"), counted.id));
            Ok::<_, Error>(tally)
        };
        let tally = self.store.look(look).await?;
        let (counted, counts) = (&run, &tally);
        let end = |unit: Unit| async move {
            if !queries::end(&unit, counted, counts).await? {
                return Err(Refusal::TakenOver(counted.id).into());
            }
            unit.journal(Entry::new(&acting.actor, Word::of("end"), Word::of("reorganisation"), counted.id));
            Ok::<_, Error>(unit.now())
        };
        let ended = self.store.write(end).await?;
        Ok(Run { state: RunState::Done, ended: Some(ended), version: run.version + 1, tally, ..run })
    }

    /// One batch; none when all were gone through, the second time too.
    async fn apply_batch(&self, with: &Batch<'_, '_>, run: &Run) -> Result<Option<Run>, Error> {
        let act = |unit: Unit| async move {
            let which = Which {
                after: run.reached,
                limit: run.batch_size,
                midnight: run.at,
                day: run.day,
                attributes: with.attributes,
                since: with.planned_at,
                again: run.again_since.map(|since| (since, run.id)),
            };
            let cases = loading::cases(&unit, which, unit.now(), &mut Words::default()).await?;
            unit.journal(Entry::new(&with.acting.actor, Word::of("advance"), Word::of("reorganisation"), run.id));
            let mut next = Run { claimed_until: unit.now() + CLAIM, version: run.version + 1, ..run.clone() };
            match (cases.last(), run.again_since) {
                (None, Some(_)) => return Ok(None),
                (None, None) => {
                    next.again_since = Some(run.began - BEFORE);
                    next.reached = 0;
                }
                (Some(last), again) => {
                    next.reached = last.number;
                    next.batches += 1;
                    next.seen += if again.is_none() { i64::try_from(cases.len()).unwrap_or(i64::MAX) } else { 0 };
                }
            }
            if !queries::advance(&unit, run, &next).await? {
                return Err(Refusal::TakenOver(run.id).into());
            }
            let steps: Vec<Step> = {
                let mut router = with.router.lock().unwrap_or_else(PoisonError::into_inner);
                let duties = &self.register.resolved.duties;
                let step = |case| moving::step(&mut router, duties, case, run.at, unit.now());
                cases.iter().map(step).collect::<Result<_, _>>()?
            };
            write(&unit, with.acting, &next, &cases, &steps).await?;
            Ok::<_, Error>(Some(next))
        };
        self.store.write(act).await
    }

    /// What receipts say.
    pub(super) async fn tally(&self, view: &View, run: Uuid) -> Result<Tally, Error> {
        let mut tally = Tally::default();
        let today = self.day(self.store.now());
        let organs = &self.register.resolved.organs;
        for (duty, outcome, to, cases, changed) in queries::receipts(view, run).await? {
            let there = organs.index(&to).is_some_and(|at| organs.at(at).period.contains(today));
            if outcome == "undone" && !there {
                tally.to_ended_organ += cases;
            }
            tally.changed_since_plan += changed;
            *tally.outcomes.entry(duty).or_default().entry(outcome).or_default() += cases;
        }
        Ok(tally)
    }

    async fn still_fits(&self, unit: &Unit, plan: Uuid, asked: Date, of: i64) -> Result<(), Error> {
        let (planned, edition, made) = queries::plan(unit, plan).await?.ok_or(Refusal::UnknownPlan(plan))?;
        if planned != asked {
            return Err(Refusal::OtherDay { planned, asked }.into());
        }
        let now = self.register.edition.as_str();
        if edition != now {
            return Err(Refusal::OtherEdition { planned: edition, now: now.to_owned() }.into());
        }
        let changed = queries::changed_since(unit, made).await?;
        // A tenth: what an office changes in weeks goes through and is decided anew, case by case; another world does not.
        if changed > 10 && changed * 10 > of {
            return Err(Refusal::MovedTooFar { changed, of }.into());
        }
        Ok(())
    }

    pub(super) fn reorganisation_of(&self, day: Date) -> Result<&Reorganisation, Refusal> {
        let all = &self.register.resolved.reorganisations;
        let known = || all.iter().map(|one| one.day).collect();
        all.iter().find(|one| one.day == day).ok_or_else(|| Refusal::NoSuchDay { day, known: known() })
    }

    pub(super) fn midnight_of(&self, day: Date) -> Result<Timestamp, Refusal> {
        self.start_of(day).map_err(|_| Refusal::NoSuchDay { day, known: Vec::new() })
    }
}

/// Reorganisations are the operator's: what one may not see does not exist.
pub(super) fn operator(acting: &Acting) -> Result<(), Refusal> {
    if acting.is_operator() { Ok(()) } else { Err(Refusal::Unknown) }
}

/// Refuses when another run is under way.
pub(super) async fn still_free(unit: &Unit) -> Result<(), Error> {
    match queries::under_way(unit).await? {
        Some(Run { id, day, claimed_until, .. }) => {
            Err(Refusal::UnderWay { run: id, day, until: claimed_until }.into())
        }
        None => Ok(()),
    }
}

/// Begins a run.
pub(super) async fn begun(unit: &Unit, acting: &Acting, new: queries::New<'_>) -> Result<Run, Error> {
    let Some(run) = queries::begin(unit, new).await? else {
        still_free(unit).await?;
        return Err(storage::Error::Contended(1).into());
    };
    let action = if new.kind == RunKind::Apply { Word::of("apply") } else { Word::of("undo") };
    unit.journal(Entry::new(&acting.actor, action, Word::of("reorganisation"), run.id));
    Ok(run)
}

/// How long a run is claimed from an instant.
pub(super) fn claimed_from(now: Timestamp) -> Timestamp {
    now + CLAIM
}

fn progress(run: &Run, before: i64, taken: SignedDuration) -> Progress {
    let seconds = taken.as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a count of cases is far below 2 to the 52nd")]
    let (here, left) = ((run.seen - before) as f64, (run.expected - run.seen).max(0) as f64);
    let per_second = if seconds > 0.0 { here / seconds } else { 0.0 };
    let remaining = (per_second > 0.0).then(|| std::time::Duration::from_secs_f64(left / per_second));
    Progress { done: run.seen, of: run.expected, per_second, remaining }
}

/// Writes a batch.
async fn write(unit: &Unit, acting: &Acting, run: &Run, cases: &[Loaded], steps: &[Step]) -> Result<(), Error> {
    let mut rows = Vec::new();
    let mut receipts = Vec::new();
    let (mut rounds, mut beside_withdrawn, mut ended): (Vec<Vec<Uuid>>, Vec<Uuid>, Vec<_>) = Default::default();
    for (case, step) in cases.iter().zip(steps).filter(|(_, step)| !step.is_nothing()) {
        for (round, lead) in step.leads_withdrawn.iter().enumerate() {
            if rounds.len() <= round {
                rounds.push(Vec::new());
            }
            rounds[round].push(*lead);
        }
        beside_withdrawn.extend(&step.beside_withdrawn);
        ended.extend(&step.ended);
        let (lead_after, begun) = holdings(unit, case, step, &mut rows);
        receipts.push(receipt(case, step, lead_after, begun)?);
        let entry = Entry::new(&acting.actor, Word::of("reorganise"), Word::of("case"), case.id);
        let entry = entry.duty(Word::new(case.duty.to_string())?).case(case.id);
        unit.journal(match case.person {
            Some(person) => entry.person(person),
            None => entry,
        });
    }
    for leads in &rounds {
        work::withdraw(unit, leads).await?;
    }
    work::withdraw(unit, &beside_withdrawn).await?;
    work::end_beside(unit, &ended).await?;
    let stamp = Stamp { edition: &run.edition, cause: Cause::Reorganisation, run: run.id, post: acting.post() };
    work::holdings(unit, rows, stamp).await?;
    work::receipts(unit, run.id, run.batches, receipts).await?;
    Ok(())
}

/// The holdings that a case gets: the lead's identity, and those of who begins beside.
fn holdings(unit: &Unit, case: &Loaded, step: &Step, rows: &mut Vec<Row>) -> (Option<Uuid>, Vec<Uuid>) {
    let Some(answers) = &step.answers else { return (None, Vec::new()) };
    let mut write = |ready: &super::router::Ready, role, from, previous| {
        let id = unit.new_id();
        rows.push(Row {
            id,
            case: case.id,
            role,
            organ: ready.new.organ.clone(),
            verb: ready.new.verb.clone(),
            also: ready.also.clone(),
            force: ready.new.force.clone(),
            from,
            previous,
            between: previous.is_some() && ready.new.path.between.is_some(),
            path: ready.path.clone(),
        });
        id
    };
    let lead = step.lead.then(|| write(&answers.lead, "lead", step.at, Some(case.lead.id)));
    let begun = step.begun.iter().filter_map(|(index, at)| Some((answers.beside.get(*index)?, *at)));
    let begun = begun.map(|(ready, at)| write(ready, "beside", at, None)).collect();
    (lead, begun)
}

fn receipt(case: &Loaded, step: &Step, lead_after: Option<Uuid>, begun: Vec<Uuid>) -> Result<Receipt, Error> {
    let change = BesideChange {
        ended: step.ended.iter().map(|(id, _)| *id).collect(),
        begun,
        withdrawn: step.leads_withdrawn.iter().chain(&step.beside_withdrawn).copied().collect(),
    };
    let to = match &step.fate {
        Fate::Moves { to, .. } => to.as_str(),
        Fate::Stays(_) => &*case.lead.organ,
    };
    Ok(Receipt {
        case: case.id,
        duty: case.duty.to_string(),
        outcome: step.outcome(),
        reason: storage::structure(&step.fate)?,
        from: case.lead.organ.to_string(),
        to: to.to_owned(),
        at: step.at,
        lead_before: case.lead.id,
        lead_after,
        beside: storage::structure(&change)?,
        case_version: case.version,
        changed: case.changed,
        undoes: None,
    })
}
