//! The dry run: the register is asked for every open case, and nothing is written but, where that is wanted, the plan.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Look, Unit, Word};
use uuid::Uuid;

use super::apply::operator;
use super::loading::{self, Loaded, Which, Words};
use super::model::{Count, Ending, Fate, LetterOwed, Plan, PostChange, Seen, Why};
use super::moving::{self, Step};
use super::queries;
use super::router::Router;
use super::rules::Stand;
use crate::post::{Acting, Post};
use crate::{Error, House};

/// Cases that are read at once.
const PAGE: i64 = 2_000;

/// What is counted while the cases are gone through.
#[derive(Default)]
struct Sums {
    moves: BTreeMap<(String, String, String, Option<String>), i64>,
    stays: BTreeMap<(String, String, Why), i64>,
    letters: BTreeMap<Uuid, Vec<(i64, String, String)>>,
    /// By organ: cases to which its access begins, and ends.
    access: BTreeMap<String, (i64, i64)>,
    /// By organ that is no more on the day: cases that it leads.
    ending: BTreeMap<String, i64>,
}

impl House {
    /// What a reorganisation would do now: the same world gives the same plan. With `keep` the plan's counts are kept, and
    /// [`House::apply_reorganisation`] can be held to it.
    ///
    /// # Errors
    /// [`super::Refusal::Unknown`] for others than the operator; [`super::Refusal::NoSuchDay`]; the database's errors.
    pub async fn plan_reorganisation(&self, acting: &Acting, day: Date, keep: bool) -> Result<Plan, Error> {
        operator(acting)?;
        self.reorganisation_of(day)?;
        let at = self.midnight_of(day)?;
        let mut plan = self.store.look(|look: Look| self.planned(look, acting, day, at)).await?;
        if keep {
            let counts = serde_json::json!({ "duties": plan.duties, "moves": plan.moves, "limits": plan.limits });
            let (of, counts) = (&plan, &counts);
            let keep = |unit: Unit| async move {
                let id = queries::keep_plan(&unit, of, counts.clone(), acting.post()).await?;
                unit.journal(Entry::new(&acting.actor, Word::of("plan"), Word::of("reorganisation"), id));
                Ok::<_, Error>(id)
            };
            plan.id = Some(self.store.write(keep).await?);
        }
        Ok(plan)
    }

    async fn planned(&self, look: Look, acting: &Acting, day: Date, at: Timestamp) -> Result<Plan, Error> {
        let mut router = Router::new(&self.register, self.reorganisation_of(day)?);
        let (now, mut words, mut sums) = (self.store.now(), Words::default(), Sums::default());
        let mut plan = Plan {
            id: None,
            day,
            at,
            edition: self.register.edition.as_str().to_owned(),
            duties: BTreeMap::new(),
            moves: Vec::new(),
            stays: Vec::new(),
            cases: Vec::new(),
            posts: Vec::new(),
            ending: Vec::new(),
            letters: Vec::new(),
            limits: 0,
        };
        let attributes = Router::attributes(&self.register);
        let mut which = Which {
            after: 0,
            limit: PAGE,
            midnight: at,
            day,
            attributes: &attributes,
            since: Timestamp::MAX,
            again: None,
        };
        loop {
            let page = loading::cases(&look, which, now, &mut words).await?;
            let Some(last) = page.last() else { break };
            let limits = loading::limits(&look, which.after, last.number).await?;
            which.after = last.number;
            for case in &page {
                let step = moving::step(&mut router, &self.register.resolved.duties, case, at, now)?;
                if matches!(step.fate, Fate::Moves { .. }) {
                    plan.limits += limits.get(&case.id).copied().unwrap_or_default();
                }
                sums.add(&router, case, &step);
                plan.add(case, step);
            }
        }
        let posts = crate::post::queries::all(&look).await?;
        sums.into_plan(&mut plan, &posts, &router);
        let subject = Word::new(day.to_string())?;
        look.journal(Entry::new(&acting.actor, Word::of("plan"), Word::of("reorganisation"), subject));
        Ok(plan)
    }
}

impl Sums {
    fn add(&mut self, router: &Router<'_>, case: &Loaded, step: &Step) {
        let (duty, from) = (case.duty.to_string(), case.lead.organ.to_string());
        if !router.is_there(&from) {
            *self.ending.entry(from.clone()).or_default() += 1;
        }
        let mut after: BTreeSet<&str> = BTreeSet::new();
        match &step.fate {
            Fate::Moves { to, .. } => {
                let key = (duty, from.clone(), to.clone(), case.municipality.as_deref().map(str::to_owned));
                *self.moves.entry(key).or_default() += 1;
                if let (Some(person), true) = (case.person, *to != from) {
                    self.letters.entry(person).or_default().push((case.number, from, to.clone()));
                }
                after.insert(to);
            }
            Fate::Stays(why) => {
                *self.stays.entry((duty, from, why.clone())).or_default() += 1;
                after.insert(&case.lead.organ);
            }
        }
        let ends: BTreeSet<Uuid> =
            step.ended.iter().map(|(id, _)| *id).chain(step.beside_withdrawn.iter().copied()).collect();
        after.extend(case.beside.iter().filter(|held| !ends.contains(&held.id)).map(|held| &*held.organ));
        let begun = step.begun.iter().filter_map(|(index, _)| step.answers.as_ref()?.beside.get(*index));
        after.extend(begun.map(|ready| ready.new.organ.as_str()));
        let before: BTreeSet<&str> = std::iter::once(&*case.lead.organ)
            .chain(case.beside.iter().filter(|held| held.from < step.at).map(|held| &*held.organ))
            .collect();
        for organ in after.difference(&before) {
            self.access.entry((*organ).to_owned()).or_default().0 += 1;
        }
        for organ in before.difference(&after) {
            self.access.entry((*organ).to_owned()).or_default().1 += 1;
        }
    }

    fn into_plan(self, plan: &mut Plan, posts: &[Post], router: &Router<'_>) {
        let count = |((duty, from, to, municipality), cases)| Count { duty, from, to, municipality, cases };
        plan.moves = self.moves.into_iter().map(count).collect();
        plan.stays = self.stays.into_iter().map(|((duty, organ, why), cases)| (duty, organ, why, cases)).collect();
        plan.letters = self.letters.into_iter().map(|(person, cases)| LetterOwed { person, cases }).collect();
        plan.ending = self.ending.into_iter().map(|(organ, leads)| Ending { organ, leads }).collect();
        let in_force = |post: &&Post| post.until.is_none_or(|until| until >= router.day);
        for post in posts.iter().filter(in_force) {
            let organ_ends = !router.is_there(&post.organ);
            let (begins, ends) = self.access.get(&post.organ).copied().unwrap_or_default();
            if begins > 0 || ends > 0 || organ_ends {
                let (id, organ) = (post.id.clone(), post.organ.clone());
                plan.posts.push(PostChange { post: id, organ, begins, ends, organ_ends });
            }
        }
    }
}

impl Plan {
    fn add(&mut self, case: &Loaded, step: Step) {
        let of = self.duties.entry(case.duty.to_string()).or_default();
        of.open += 1;
        let beside = (step.ended.len() + step.beside_withdrawn.len(), step.begun.len());
        match &step.fate {
            Fate::Moves { between, .. } => {
                of.moves += 1;
                of.between += i64::from(between.is_some());
            }
            Fate::Stays(_) => {
                let changes = beside != (0, 0);
                of.beside += i64::from(changes);
                of.stays += i64::from(!changes);
                let nobody = step.answers.as_ref().is_some_and(|one| Stand::wanted(&one.lead.new).between);
                of.between += i64::from(nobody && case.lead.between);
            }
        }
        let small = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        self.cases.push(Seen {
            case: case.id,
            number: case.number,
            person: case.person,
            duty: case.duty.to_string(),
            municipality: case.municipality.as_deref().map(str::to_owned),
            from: case.lead.organ.to_string(),
            at: step.at,
            fate: step.fate,
            beside: (small(beside.0), small(beside.1)),
        });
    }
}
