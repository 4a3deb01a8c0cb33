//! Planning a move, doing it, undoing it: in batches, each a unit of work.

use register::resolved::{CaseType, Version};
use storage::{Entry, Look, Unit, Word};
use uuid::Uuid;

use super::model::{MoveProgress, NotBack, NotMoved, PlannedCase, Receipted, Refusal, Stage, VersionMove};
use super::queries::{self, Due};
use super::rules::preview;
use crate::case::authority::Stretch;
use crate::case::field::Fields;
use crate::case::model::{Case, ChangeKind};
use crate::case::queries::written::{self, Changed};
use crate::case::queries::{self as cases, Become};
use crate::case::reading::{MOST, Page, page};
use crate::case::{self, step};
use crate::limit;
use crate::post::Acting;
use crate::{Error, House};

/// Cases in one unit of work, unless said otherwise. On SQLite everybody else waits for a batch.
pub const BATCH: u32 = 100;

impl House {
    /// Plans a move of all open cases of a version of a case type to another version: what it means for each of them. Nothing
    /// changes in them.
    ///
    /// # Errors
    /// [`Refusal::NotForThisPost`], [`Refusal::SameVersion`]; that there is no such type or version; the database's
    /// errors.
    pub async fn plan_version_move(
        &self,
        acting: &Acting,
        case_type: &str,
        from: &str,
        to: &str,
    ) -> Result<VersionMove, Error> {
        operator(acting)?;
        let of = self.case_type(case_type)?;
        let (old, new) = (version(of, from)?, version(of, to)?);
        if from == to {
            return Err(Refusal::SameVersion(to.to_owned()).into());
        }
        let id = self
            .store
            .write(|unit: Unit| async move {
                let edition = self.register.edition.as_str();
                let id = queries::begin(&unit, acting, case_type, (from, to), edition).await?;
                unit.journal(about(acting, "plan", id));
                Ok::<_, Error>(id)
            })
            .await?;
        let mut after = 0;
        loop {
            let last = self
                .store
                .write(|unit: Unit| async move {
                    let found = queries::open_cases(&unit, case_type, from, after, BATCH).await?;
                    for case in &found {
                        let fields = Fields::of(old, written::fields(&unit, case.id, Stretch::WHOLE).await?);
                        queries::plan(&unit, id, case, &preview(old, new, &case.status, &fields)).await?;
                        unit.journal(step::entry(acting, Word::of("plan"), case)?.version(case.version));
                    }
                    let last = found.last().map(|case| case.number);
                    if last.is_none() {
                        queries::finish(&unit, acting, id, Stage::Planned).await?;
                    }
                    unit.journal(about(acting, "plan", id));
                    Ok::<_, Error>(last)
                })
                .await?;
            match last {
                Some(last) => after = last,
                None => return self.version_move(acting, id).await,
            }
        }
    }

    /// A move, and how far it has come.
    ///
    /// # Errors
    /// [`Refusal::NotForThisPost`], [`Refusal::Unknown`]; the database's errors.
    pub async fn version_move(&self, acting: &Acting, id: Uuid) -> Result<VersionMove, Error> {
        operator(acting)?;
        self.store
            .look(|look: Look| async move {
                let found = queries::one(&look, id).await?;
                look.journal(about(acting, "read", id));
                Ok(found.ok_or(Refusal::Unknown)?)
            })
            .await
    }

    /// All moves, the last planned one first.
    ///
    /// # Errors
    /// [`Refusal::NotForThisPost`]; the database's errors.
    pub async fn version_moves(&self, acting: &Acting) -> Result<Vec<VersionMove>, Error> {
        operator(acting)?;
        self.store
            .look(|look: Look| async move {
                let mut moves = Vec::new();
                for id in queries::all(&look).await? {
                    moves.extend(queries::one(&look, id).await?);
                    look.journal(about(acting, "read", id));
                }
                if moves.is_empty() {
                    look.journal(Entry::new(&acting.actor, Word::of("list"), NOUN, NOUN));
                }
                Ok(moves)
            })
            .await
    }

    /// The cases of a move, by number, with what it means for each and what was done.
    ///
    /// # Errors
    /// [`Refusal::NotForThisPost`]; the database's errors.
    pub async fn version_move_cases(
        &self,
        acting: &Acting,
        id: Uuid,
        after: Option<i64>,
        most: Option<u32>,
    ) -> Result<Page<PlannedCase, i64>, Error> {
        operator(acting)?;
        let most = most.unwrap_or(MOST).clamp(1, MOST);
        self.store
            .look(|look: Look| async move {
                let rows = queries::planned(&look, id, after.unwrap_or(0), most + 1).await?;
                let page = page(rows, most, |row| row.number);
                for row in &page.rows {
                    let entry = Entry::new(&acting.actor, Word::of("list"), Word::of("case"), row.case);
                    look.journal(entry.case(row.case));
                }
                look.journal(about(acting, "read", id));
                Ok(page)
            })
            .await
    }

    /// Moves the cases of a plan, a batch at a time; called again after it was cut off, it goes on. `progress` is told after
    /// each batch. A case in which something happened since the plan is left as it is, with a receipt that says so.
    ///
    /// # Errors
    /// [`Refusal`]; the database's errors: what was done until then stays done.
    pub async fn apply_version_move(
        &self,
        acting: &Acting,
        id: Uuid,
        batch: u32,
        progress: impl FnMut(MoveProgress) + Send,
    ) -> Result<VersionMove, Error> {
        let planned = self.version_move(acting, id).await?;
        if !planned.stages.contains(&Stage::Planned) {
            return Err(Refusal::NotPlanned.into());
        }
        if planned.stages.contains(&Stage::Undone) || planned.progress.undone + planned.progress.kept > 0 {
            return Err(Refusal::Undone.into());
        }
        let to = version(self.case_type(&planned.case_type)?, &planned.to)?;
        if let Some(from) = to.period.from.filter(|from| *from > self.day(self.store.now())) {
            return Err(Refusal::NotYet { version: planned.to, from }.into());
        }
        self.run(acting, &planned, batch, Stage::Applied, progress).await
    }

    /// Puts the cases of a move back, a batch at a time; called again after it was cut off, it goes on. A case in which
    /// something happened since is left as it is, with a receipt that says so.
    ///
    /// # Errors
    /// [`Refusal`]; the database's errors: what was done until then stays done.
    pub async fn undo_version_move(
        &self,
        acting: &Acting,
        id: Uuid,
        batch: u32,
        progress: impl FnMut(MoveProgress) + Send,
    ) -> Result<VersionMove, Error> {
        let planned = self.version_move(acting, id).await?;
        self.run(acting, &planned, batch, Stage::Undone, progress).await
    }

    async fn run(
        &self,
        acting: &Acting,
        planned: &VersionMove,
        batch: u32,
        stage: Stage,
        mut progress: impl FnMut(MoveProgress) + Send,
    ) -> Result<VersionMove, Error> {
        let of = self.case_type(&planned.case_type)?;
        let (old, new) = (version(of, &planned.from)?, version(of, &planned.to)?);
        let mut after = 0;
        loop {
            let last = self
                .store
                .write(|unit: Unit| async move {
                    let due = match stage {
                        Stage::Undone => queries::to_undo(&unit, planned.id, after, batch.max(1)).await?,
                        _ => queries::to_apply(&unit, planned.id, after, batch.max(1)).await?,
                    };
                    for one in &due {
                        match stage {
                            Stage::Undone => self.put_back(&unit, acting, planned, old, one).await?,
                            _ => self.move_on(&unit, acting, planned, new, one).await?,
                        }
                    }
                    if due.is_empty() {
                        queries::finish(&unit, acting, planned.id, stage).await?;
                    }
                    unit.journal(about(acting, stage.word(), planned.id));
                    Ok::<_, Error>(due.last().map(|one| one.number))
                })
                .await?;
            let now = self.version_move(acting, planned.id).await?;
            progress(now.progress);
            match last {
                Some(last) => after = last,
                None => return Ok(now),
            }
        }
    }

    async fn move_on(
        &self,
        unit: &Unit,
        acting: &Acting,
        planned: &VersionMove,
        to: &Version,
        due: &Due,
    ) -> Result<(), Error> {
        let case = cases::one(unit, due.case).await?.ok_or(case::Refusal::Unknown)?;
        let not = match () {
            () if case.closed.is_some() => Some(NotMoved::Closed),
            () if case.version != due.case_version || case.type_version != planned.from => Some(NotMoved::ChangedSince),
            () => None,
        };
        if let Some(why) = not {
            let receipted = (Receipted::Skipped, Some(why.word()));
            return Ok(queries::receipt(unit, acting, planned.id, due, receipted, case.version).await?);
        }
        self.give_version(unit, acting, &case, to, ChangeKind::VersionMove).await?;
        Ok(queries::receipt(unit, acting, planned.id, due, (Receipted::Applied, None), case.version + 1).await?)
    }

    async fn put_back(
        &self,
        unit: &Unit,
        acting: &Acting,
        planned: &VersionMove,
        to: &Version,
        due: &Due,
    ) -> Result<(), Error> {
        let case = cases::one(unit, due.case).await?.ok_or(case::Refusal::Unknown)?;
        let not = match () {
            () if case.closed.is_some() => Some(NotBack::Closed),
            () if case.version != due.case_version => Some(NotBack::ChangedSince),
            () => None,
        };
        if let Some(why) = not {
            let receipted = (Receipted::Kept, Some(why.word()));
            return Ok(queries::receipt(unit, acting, planned.id, due, receipted, case.version).await?);
        }
        self.give_version(unit, acting, &case, to, ChangeKind::VersionUndo).await?;
        Ok(queries::receipt(unit, acting, planned.id, due, (Receipted::Undone, None), case.version + 1).await?)
    }

    /// Gives an open case another version of its type; its status stays.
    async fn give_version(
        &self,
        unit: &Unit,
        acting: &Acting,
        case: &Case,
        to: &Version,
        what: ChangeKind,
    ) -> Result<(), Error> {
        limit::on_new_version(unit, self, acting, case, to).await?;
        cases::change(unit, case, Become { status: &case.status, type_version: &to.id, closes: None }).await?;
        let changed = Changed {
            before: case,
            status: &case.status,
            type_version: &to.id,
            what,
            step: None,
            result: None,
            decision: None,
        };
        written::changed(unit, acting, changed).await?;
        unit.journal(step::entry(acting, Word::of(what.word()), case)?.version(case.version + 1));
        Ok(())
    }
}

const NOUN: Word = Word::of("version-move");

fn about(acting: &Acting, action: &'static str, id: Uuid) -> Entry {
    Entry::new(&acting.actor, Word::of(action), NOUN, id)
}

fn operator(acting: &Acting) -> Result<(), Refusal> {
    if acting.is_operator() { Ok(()) } else { Err(Refusal::NotForThisPost) }
}

fn version<'a>(of: &'a CaseType, word: &str) -> Result<&'a Version, case::Refusal> {
    of.version(word).ok_or_else(|| case::Refusal::UnknownVersion { case_type: of.id.clone(), version: word.to_owned() })
}
