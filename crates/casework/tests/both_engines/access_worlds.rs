//! Random worlds: organs, posts of every function, cases with holdings that begin and end, that were handed over with consent and
//! without, of secluded types, of protected people; files that were opened from outside and files that a supervision case drew.
//! Every post asks about every case. What the program says is held against what follows from the world as it was written; in
//! `tests/policies`, against the policies.

use std::collections::{BTreeMap, BTreeSet};

use authorization::{Action, Bearing, Function, Held, Standing, VERBS};
use casework::case::reading::Wanted;
use casework::handover::{ConsentStep, SaidBy};
use casework::journal::Filter;
use casework::person::{Birth, Name, NewFact, NewPerson, NewProtection};
use casework::post::{Acting, NewPost};
use casework::{Error, Refusal};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use storage::{Entry, Unit, View, Word, args};
use uuid::Uuid;

use crate::world::World;

/// The organs of the world: two that lead, and two that stand beside at times.
const ORGANS: [&str; 4] =
    ["municipality:061", "municipality:109", "employment-authority:tyohame", "regional-state-agency:etela-suomi"];
/// What is opened, with a person of its own.
const CASES: usize = 28;
/// Of this type only the lead knows, here.
const SECLUDED: &str = "plan-extension";
/// May be opened from outside; and draws files, here.
const ORDINARY: &str = "initial-assessment";

/// A small generator: the same world for the same seed.
pub struct Dice(pub u64);

impl Dice {
    /// A number below another.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % n
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A case as it was written: what a table, a policy or a lawyer needs to know of it to say who may what.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// What each organ holds in it now.
    pub held: BTreeMap<String, Held>,
    /// Only the lead knows of it.
    pub secluded: bool,
    /// The organs that keep papers which did not pass on.
    pub keeps: BTreeSet<String>,
    /// The posts that opened it from outside, while the hour lasts.
    pub opened: BTreeSet<String>,
    /// The organs that lead an open supervision case which drew it.
    pub drawn: BTreeSet<String>,
    /// The named handlers of its person; none: the person is not protected.
    pub handlers: Option<BTreeSet<String>>,
}

impl Known {
    /// How a post stands to it.
    pub fn standing(&self, post: &str, organ: &str) -> Standing {
        Standing {
            held: self.held.get(organ).copied().unwrap_or_default(),
            secluded: self.secluded,
            keeps: self.keeps.contains(organ),
            opened: self.opened.contains(post),
            drawn: self.drawn.contains(organ),
            shielded: self.handlers.as_ref().is_some_and(|handlers| !handlers.contains(post)),
        }
    }
}

/// A post that asked about a case, and what the program said.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The post.
    pub post: String,
    /// Its organ.
    pub organ: String,
    /// Its function.
    pub function: Function,
    /// What it wanted to do.
    pub action: Action,
    /// Which case: its place among the cases.
    pub case: usize,
    /// Whether it could.
    pub said: bool,
}

/// A world, and what every post was told in it.
pub struct Told {
    /// The cases.
    pub cases: Vec<Known>,
    /// What was asked.
    pub asked: Vec<Asked>,
    /// How many cases each post was told that there are: post, organ, function, number.
    pub counted: Vec<(String, String, Function, u64)>,
}

struct Opened {
    id: Uuid,
    number: i64,
    person: Uuid,
    secluded: bool,
    /// The organ that keeps papers, and their end.
    keeps: Option<&'static str>,
    opened: BTreeSet<String>,
    drawn: BTreeSet<String>,
    handlers: Option<BTreeSet<String>>,
}

fn name(organ: &str, function: Function) -> String {
    format!("{}/{function}", organ.replace(':', "-"))
}

async fn as_post(world: &World, organ: &str, function: Function) -> Acting {
    world.acting(&name(organ, function)).await
}

async fn somebody(world: &World, acting: &Acting, family: &str) -> Uuid {
    let fact = |attribute, value| NewFact::since(date(2024, 1, 1), attribute, value, "person");
    let facts = vec![
        fact("municipality", "061"),
        fact("residence", "permit"),
        fact("labour", "outside"),
        fact("assistance", "lasting"),
        fact("first-permit", "within-3-years"),
    ];
    let new = NewPerson {
        birth: Birth::on(1990, 5, 1),
        name: Some(Name::of("Testi", family)),
        source: "person".to_owned(),
        facts,
    };
    world.house.add_person(acting, &new).await.expect("added").person
}

fn away(world: &World, hours: i64) -> Timestamp {
    world.hands.now().checked_add(SignedDuration::from_hours(hours)).expect("an instant")
}

/// An organ stands beside with a verb, and further ones, from an instant to another.
async fn stand_beside(world: &World, case: Uuid, dice: &mut Dice, (since, until): (Timestamp, Option<Timestamp>)) {
    // Every third supervises, and leads cases of its own: of these there would be few.
    let (organ, verb) = match dice.below(3) {
        0 => (dice.of(&ORGANS[..2]), "supervise"),
        _ => (dice.of(&ORGANS), dice.of(VERBS).0),
    };
    let also: Vec<&str> = (0..dice.below(3)).map(|_| dice.of(VERBS).0).collect();
    let also = serde_json::json!(also);
    world
        .house
        .store
        .write(|unit: Unit| {
            let also = also.clone();
            async move {
                let word = Word::of("test");
                unit.journal(Entry::new(&Acting::operator().actor, word.clone(), word, case).case(case));
                let sql = "select id from holding where case_id = $1 and organ = $2 and verb = $3";
                if unit.fetch_optional(sql, args![case, organ, verb]).await?.is_some() {
                    return Ok(());
                }
                let sql = "insert into holding (id, case_id, role, organ, verb, also, force, from_at, between_chairs,
                        edition, path, cause, recorded_at, recorded_by)
                    select $1, case_id, 'beside', $2, $3, $4, force, $5, $6, edition, path, cause, recorded_at,
                        recorded_by from holding where case_id = $7 and role = 'lead' order by from_at limit 1";
                let id = unit.new_id();
                unit.execute(sql, args![id, organ, verb, also, since, false, case]).await?;
                if let Some(until) = until {
                    let sql = "update holding set until_at = $2 where id = $1";
                    unit.change_one(sql, args![id, until]).await?;
                }
                Ok::<_, storage::Error>(())
            }
        })
        .await
        .expect("one stands beside");
}

/// The case goes to the other municipality; its papers with it, or not.
async fn hand_over(world: &World, case: &Opened, consent: ConsentStep) {
    let (old, new) = (
        as_post(world, ORGANS[0], Function::DecisionMaker).await,
        as_post(world, ORGANS[1], Function::DecisionMaker).await,
    );
    let moved = NewFact::since(date(2025, 3, 1), "municipality", "109", "person");
    world.house.record_fact(&old, case.person, &moved).await.expect("they moved");
    // The fact moved the case already: it is offered.
    let offered = world.house.hand_overs_offered(&old).await.expect("a list");
    let id = offered.iter().find(|one| one.hand_over.case == case.id).expect("an offer").hand_over.id;
    for (step, by) in [(ConsentStep::Asked, None), (consent, Some(SaidBy::Person))] {
        world.house.consent_to_hand_over(&old, id, step, by).await.expect("recorded");
    }
    world.house.accept_hand_over(&new, id, None).await.expect("accepted");
}

async fn lead(world: &World, case: Uuid) -> String {
    let sql = "select organ from holding where case_id = $1 and role = 'lead' and until_at is null";
    world
        .house
        .store
        .read(|view: View| async move { view.fetch_one(sql, args![case]).await?.get::<String>("organ") })
        .await
        .expect("somebody leads")
}

/// What every organ holds now: read row by row, and decided here.
async fn held(world: &World, case: Uuid) -> BTreeMap<String, Held> {
    let now = world.hands.now();
    let sql = "select organ, role, verb, also, from_at, until_at, voided_at from holding where case_id = $1";
    let rows = world.house.store.read(|view: View| async move { view.fetch_all(sql, args![case]).await }).await;
    let mut all: BTreeMap<String, Held> = BTreeMap::new();
    for row in rows.expect("the holdings") {
        let (from, until, voided): (Timestamp, Option<Timestamp>, Option<Timestamp>) = (
            row.get("from_at").expect("from"),
            row.get("until_at").expect("until"),
            row.get("voided_at").expect("voided"),
        );
        if voided.is_some() || from > now || until.is_some_and(|until| until <= now) {
            continue;
        }
        let (organ, role, verb): (String, String, String) =
            (row.get("organ").expect("organ"), row.get("role").expect("role"), row.get("verb").expect("verb"));
        let also: serde_json::Value = row.get("also").expect("also");
        let one = all.entry(organ).or_default();
        *one = one.with(&verb, role == "lead");
        for verb in also.as_array().expect("a list") {
            *one = one.with(verb.as_str().expect("a word"), false);
        }
    }
    all
}

/// Makes a world from a seed, and lets every post ask about every case.
pub async fn ask(world: &World, seed: u64) -> Told {
    let mut dice = Dice(seed);
    let house = &world.house;
    world
        .by_hand(&format!("insert into secluded_case_type (case_type) values ('{SECLUDED}')"))
        .await
        .expect("secluded");
    world.by_hand(&format!("insert into supervising_case_type (case_type) values ('{ORDINARY}')")).await.expect("kept");
    for organ in ORGANS {
        for function in Function::ALL {
            let id = name(organ, *function);
            let new = NewPost {
                id: id.clone(),
                organ: organ.to_owned(),
                function: function.word().to_owned(),
                title: id,
                from: date(2025, 1, 1),
                until: None,
            };
            house.add_post(&Acting::operator(), &new).await.expect("the post is set up");
        }
    }
    let handler = as_post(world, ORGANS[0], Function::Handler).await;
    let mut cases = Vec::new();
    for at in 0..CASES {
        let person = somebody(world, &handler, &format!("Henkil{at}")).await;
        let secluded = dice.below(5) == 0;
        let of = if secluded { SECLUDED } else { ORDINARY };
        let opened = house.open_case(&handler, of, person).await.expect("opened");
        assert_eq!(opened.route.lead.organ, ORGANS[0]);
        let (id, number) = (opened.id, opened.number);
        let (opened, drawn) = (BTreeSet::new(), BTreeSet::new());
        cases.push(Opened { id, number, person, secluded, keeps: None, opened, drawn, handlers: None });
    }
    world.hands.set("2025-03-05T09:00:00+02:00");
    for case in &mut cases {
        match dice.below(4) {
            0 => hand_over(world, case, ConsentStep::Given).await,
            1 => {
                hand_over(world, case, ConsentStep::Refused).await;
                case.keeps = Some(ORGANS[0]);
            }
            _ => {}
        }
        if dice.below(4) == 0 {
            let led = lead(world, case.id).await;
            let acting = house.acting(&name(&led, Function::Handler)).await.expect("a post");
            let handlers: BTreeSet<String> =
                (0..=dice.below(3)).map(|_| name(dice.of(&ORGANS), dice.of(Function::ALL))).collect();
            let new = NewProtection {
                basis: "a decision".to_owned(),
                from: date(2025, 3, 1),
                until: dice.of(&[None, Some(date(2025, 3, 6)), Some(date(2025, 5, 1))]),
                handlers: handlers.iter().cloned().collect(),
            };
            house.protect(&acting, case.person, &new).await.expect("protected");
            if new.until != Some(date(2025, 3, 6)) {
                case.handlers = Some(handlers);
            }
        }
    }
    world.hands.set("2025-03-06T09:00:00+02:00");
    for case in &cases {
        for _ in 0..dice.below(4) {
            // Over when it is asked, in force, to come; and some that end in between.
            let period = dice.of(&[(-20, None), (-20, Some(-10)), (48, None), (-20, Some(48)), (-20, Some(6))]);
            let period = (away(world, period.0), period.1.map(|hours| away(world, hours)));
            stand_beside(world, case.id, &mut dice, period).await;
        }
    }
    draw(world, &mut cases, &mut dice).await;
    open_outside(world, &mut cases, &mut dice).await;
    // What was opened until now is closed again after this.
    cases.iter_mut().for_each(|case| case.opened.clear());
    world.hands.set("2025-03-06T17:00:00+02:00");
    open_outside(world, &mut cases, &mut dice).await;
    told(world, &cases).await
}

/// Supervisors draw what they may, and are refused the rest.
async fn draw(world: &World, cases: &mut [Opened], dice: &mut Dice) {
    let mut by = Vec::new();
    for case in cases.iter().filter(|case| !case.secluded) {
        by.push((case.id, lead(world, case.id).await));
    }
    for case in cases {
        let held = held(world, case.id).await;
        for _ in 0..3 {
            let (supervision, organ) = &by[dice.below(by.len())];
            if *supervision == case.id {
                continue;
            }
            let acting = world.acting(&name(organ, Function::Supervisor)).await;
            let said = world.house.draw(&acting, *supervision, case.number, "a sample of the year").await;
            let supervises = held.get(organ).is_some_and(|held| held.has(Bearing::Supervise)) && !case.secluded;
            match said {
                Ok(_) => {
                    assert!(supervises);
                    case.drawn.insert(organ.clone());
                }
                Err(Error::Refused(Refusal::Drawing(casework::drawing::Refusal::DrawnAlready { .. }))) => {
                    assert!(supervises && case.drawn.contains(organ));
                }
                Err(Error::Refused(Refusal::Drawing(casework::drawing::Refusal::Unknown))) => assert!(!supervises),
                Err(fault) => panic!("{fault:?}"),
            }
        }
    }
}

/// Some posts open some files from outside: whether they may follows from the world.
async fn open_outside(world: &World, cases: &mut [Opened], dice: &mut Dice) {
    for case in cases {
        let held = held(world, case.id).await;
        for _ in 0..3 {
            let (organ, function) = (dice.of(&ORGANS), dice.of(Function::ALL));
            let acting = as_post(world, organ, function).await;
            let said = world.house.open_outside(&acting, case.number, "somebody is in danger").await;
            let own = held.get(organ).copied().unwrap_or_default();
            let bears = Standing { held: own, secluded: case.secluded, ..Standing::default() };
            let may = authorization::may(function, Held::NOTHING, Action::BreakGlass)
                && !bears.may(function, Action::Read)
                && !case.secluded;
            match said {
                Ok(_) => assert!(may && case.opened.insert(acting.post().to_owned()), "{organ} {function} {own:?}"),
                Err(Error::Refused(Refusal::Opening(casework::opening::Refusal::OpenAlready { .. }))) => {
                    assert!(case.opened.contains(acting.post()));
                }
                Err(Error::Refused(_)) => assert!(!may, "{organ} {function} {own:?}"),
                Err(fault) => panic!("{fault:?}"),
            }
        }
    }
}

/// Every post asks about every case.
async fn told(world: &World, cases: &[Opened]) -> Told {
    let house = &world.house;
    let mut known = Vec::new();
    for case in cases {
        known.push(Known {
            held: held(world, case.id).await,
            secluded: case.secluded,
            keeps: case.keeps.iter().map(|organ| (*organ).to_owned()).collect(),
            opened: case.opened.clone(),
            drawn: case.drawn.clone(),
            handlers: case.handlers.clone(),
        });
    }
    let (mut asked, mut counted) = (Vec::new(), Vec::new());
    for organ in ORGANS {
        for function in Function::ALL {
            let acting = as_post(world, organ, *function).await;
            let wanted = Wanted { most: Some(100), ..Wanted::default() };
            let listed = house.cases_of_organ(&acting, &wanted).await.expect("a list");
            let listed: BTreeSet<Uuid> = listed.rows.iter().map(|row| row.case.id).collect();
            let by_due = house.cases_by_due(&acting, None, Some(100)).await.expect("a list");
            assert_eq!(listed, by_due.page.rows.iter().map(|row| row.case.id).collect(), "{organ} {function}");
            counted.push((acting.post().to_owned(), organ.to_owned(), *function, by_due.counted.every));
            let people: Vec<Uuid> = cases.iter().map(|case| case.person).collect();
            let named = house.names_of(&acting, &people).await.expect("names");
            let found = house.find_people(&acting, "testi").await.expect("a search");
            let found: BTreeSet<Uuid> = found.iter().map(|found| found.person).collect();
            for (at, case) in cases.iter().enumerate() {
                let mut tell = |action, said| {
                    let (post, organ) = (acting.post().to_owned(), organ.to_owned());
                    asked.push(Asked { post, organ, function: *function, action, case: at, said });
                };
                tell(Action::List, listed.contains(&case.id));
                match case.keeps {
                    None => tell(Action::Search, found.contains(&case.person)),
                    // The name is among what the person did not let pass on: whoever came later finds nobody by it.
                    Some(old) => assert!(organ == old || !found.contains(&case.person), "{organ} {function}"),
                }
                let read = house.case(&acting, case.id).await;
                only_what_is_told_to_strangers(&read);
                if case.keeps.is_none() {
                    let known = listed.contains(&case.id) || read.is_ok();
                    assert_eq!(named.contains_key(&case.person), known, "{organ} {function}");
                }
                tell(Action::Read, read.is_ok());
                // A third of the rest: the worlds are many, and the time is short.
                if (at + function.word().len()) % 3 != 0 {
                    continue;
                }
                let person = house.person(&acting, case.person, None).await;
                assert_eq!(
                    person.is_ok(),
                    read.is_ok(),
                    "the person is seen with the case, and not without: {person:?}"
                );
                let by_number = house.case_by_number(&acting, case.number).await;
                assert_eq!(by_number.is_ok(), read.is_ok(), "{by_number:?}");
                assert_eq!(house.why(&acting, case.number).await.ok(), read.map(|whole| whole.why).ok());
                tell(Action::ReadDocument, house.documents_of_case(&acting, case.id).await.is_ok());
                if *function != Function::Auditor {
                    let filter = Filter { case: Some(case.number), at_most: 1, ..Filter::default() };
                    tell(Action::SeeJournal, house.journal_lines(&acting, &filter).await.is_ok());
                }
            }
        }
    }
    Told { cases: known, asked, counted }
}

/// Who may not see a case hears what they would hear if there were none; or, when they see it, that their function may not.
fn only_what_is_told_to_strangers<T: std::fmt::Debug>(said: &Result<T, Error>) {
    if let Err(fault) = said {
        let unknown = matches!(fault, Error::Refused(Refusal::Case(casework::case::Refusal::Unknown)));
        assert!(unknown, "what may not be seen does not exist: {fault:?}");
    }
}
