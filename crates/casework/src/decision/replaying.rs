//! Replaying every stored decision, page by page.

use std::collections::BTreeMap;
use std::sync::Arc;

use authorization::Action;
use register::Register;
use register::source::Files;
use storage::{Entry, Look, View, Word};
use uuid::Uuid;

use super::model::Refusal;
use super::queries::{self, Stored};
use super::replay::{self, Against, Cannot, Finding};
use crate::holding::Holding;
use crate::holding::queries as holdings;
use crate::post::Acting;
use crate::{Error, House};

/// How many decisions are read at a time.
const PAGE: i64 = 200;

/// One decision, replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// The decision.
    pub decision: Uuid,
    /// Its case.
    pub case: Uuid,
    /// The organ that made it.
    pub organ: String,
    /// Its day.
    pub day: jiff::civil::Date,
    /// The edition that was asked.
    pub edition: String,
    /// What came out.
    pub finding: Finding,
}

/// How many so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All decisions there are.
    pub all: u64,
    /// Those replayed.
    pub done: u64,
    /// Of these, those of which competence comes out the same.
    pub same: u64,
    /// Those of which it does not.
    pub differs: u64,
    /// Those that cannot be replayed.
    pub cannot: u64,
    /// The editions that were asked, each compiled once.
    pub editions: u64,
}

/// Registers by edition, each read and compiled once.
type Editions = BTreeMap<String, Result<Arc<Register>, Cannot>>;

/// Whose decisions are replayed: an auditor's are those of the own organ; none: of all.
fn audited(acting: &Acting) -> Option<&str> {
    if acting.is_operator() { None } else { Some(acting.organ()) }
}

impl House {
    /// Replays every stored decision, in the order of their identities, and tells of each as soon as it is done. Each
    /// decision is read with a line in the journal.
    ///
    /// Decisions that are made while this runs are replayed if their turn is still to come.
    ///
    /// # Errors
    /// [`Refusal::NotForThisPost`]: it reads the decisions of every organ; an auditor, those of the own. The database's; what was told before stands.
    pub async fn replay(
        &self,
        acting: &Acting,
        against: Against,
        mut progress: impl FnMut(&Replayed, Counts),
    ) -> Result<Counts, Error> {
        if !acting.is_operator() && !acting.may(Action::SeeJournal) {
            return Err(Refusal::NotForThisPost.into());
        }
        let mut counts = Counts { all: self.count_decisions(acting).await?, ..Counts::default() };
        let mut editions = Editions::new();
        let mut last = None;
        loop {
            let page = self.page(acting, last).await?;
            let Some((end, _)) = page.last() else { return Ok(counts) };
            last = Some(end.id);
            for (stored, holding) in page {
                let edition = match against {
                    Against::ItsEdition => stored.made.edition.clone(),
                    Against::Today => self.register.edition.as_str().to_owned(),
                };
                let register = self.of_edition(&mut editions, &edition).await?;
                let finding = match (register, &holding) {
                    (Err(cannot), _) => Finding::Cannot(cannot),
                    (Ok(_), None) => Finding::Cannot(Cannot::HoldingMissing(stored.made.holding)),
                    (Ok(register), Some(holding)) => {
                        let day = self.day(stored.made.at);
                        let one = replay::Stored { made: &stored.made, digest: &stored.digest, holding, day };
                        replay::replay(&register, one, against)
                    }
                };
                counts.done += 1;
                counts.all = counts.all.max(counts.done);
                counts.editions = editions.len() as u64;
                match &finding {
                    Finding::Same => counts.same += 1,
                    Finding::Differs(_) => counts.differs += 1,
                    Finding::Cannot(_) => counts.cannot += 1,
                }
                let Stored { id, made, .. } = stored;
                let (case, organ, day) = (made.case, made.organ, made.day);
                progress(&Replayed { decision: id, case, organ, day, edition, finding }, counts);
            }
        }
    }

    async fn count_decisions(&self, acting: &Acting) -> Result<u64, Error> {
        self.store
            .look(|look: Look| async move {
                look.journal(Entry::new(&acting.actor, Word::of("replay"), Word::of("decision"), Word::of("all")));
                Ok(queries::count(&look, audited(acting)).await?)
            })
            .await
    }

    /// The next decisions, each with the holding that it names.
    async fn page(&self, acting: &Acting, last: Option<Uuid>) -> Result<Vec<(Stored, Option<Holding>)>, Error> {
        self.store
            .look(|look: Look| async move {
                let page = queries::after(&look, last, PAGE, audited(acting)).await?;
                let (Some(first), Some(end)) = (page.first(), page.last()) else {
                    // That there are no more was read of the same tables.
                    look.journal(Entry::new(&acting.actor, Word::of("replay"), Word::of("decision"), Word::of("end")));
                    return Ok(Vec::new());
                };
                let held = holdings::of_decisions(&look, first.id, end.id).await?;
                let held: BTreeMap<Uuid, Holding> = held.into_iter().map(|one| (one.id, one)).collect();
                let people = queries::people(&look, first.id, end.id).await?;
                for stored in &page {
                    let line = Entry::new(&acting.actor, Word::of("replay"), Word::of("decision"), stored.id);
                    let line = line.case(stored.made.case);
                    look.journal(match people.get(&stored.id) {
                        Some(person) => line.person(*person),
                        None => line,
                    });
                }
                let with_holding = |stored: Stored| {
                    let holding = held.get(&stored.made.holding).cloned();
                    (stored, holding)
                };
                Ok(page.into_iter().map(with_holding).collect())
            })
            .await
    }

    /// The register of an edition: today's, or the one that the database keeps.
    async fn of_edition(&self, editions: &mut Editions, edition: &str) -> Result<Result<Arc<Register>, Cannot>, Error> {
        if let Some(known) = editions.get(edition) {
            return Ok(known.clone());
        }
        let register = if edition == self.register.edition.as_str() {
            Ok(Arc::clone(&self.register))
        } else {
            let files = self
                .store
                .read(|view: View| async move { Ok::<_, Error>(queries::edition(&view, edition).await?) })
                .await?;
            let name = edition.to_owned();
            // Reading a register is work for a while: it keeps no other task waiting.
            let compiled = tokio::task::spawn_blocking(move || compile(&name, files)).await;
            compiled
                .map_err(|fault| storage::Error::Statement(format!("the edition was not read to the end: {fault}")))?
        };
        editions.insert(edition.to_owned(), register.clone());
        Ok(register)
    }
}

/// The register of the files that are kept under an edition's name.
fn compile(edition: &str, files: Option<Vec<u8>>) -> Result<Arc<Register>, Cannot> {
    let files = files.ok_or_else(|| Cannot::EditionMissing(edition.to_owned()))?;
    let changed = |found| Cannot::EditionChanged { edition: edition.to_owned(), found };
    let texts: BTreeMap<String, String> = serde_json::from_slice(&files).map_err(|_| changed(None))?;
    let files = Files::from_texts(texts);
    let found = register::Edition::of(&files);
    if found.as_str() != edition {
        return Err(changed(Some(found.as_str().to_owned())));
    }
    let read = Register::answering(files);
    read.map(Arc::new).map_err(|faults| Cannot::EditionFaulty { edition: edition.to_owned(), faults: faults.len() })
}
