//! A thousand random days: facts that move, cases opened and closed, hand-overs offered, answered, withdrawn and left to
//! climb, reorganisations planned, applied, undone and applied again. After each day every open case has exactly one lead,
//! and every so often the whole past is proved.
//!
//! `KOTOPOLKU_TEST_DAYS` says how many days, `KOTOPOLKU_TEST_SEED` which chance; a failure names the day and the seed.

use std::collections::BTreeMap;

use casework::case::field::Given;
use casework::handover::{ConsentStep, ReturnReason, SaidBy};
use casework::person::NewFact;
use casework::post::Acting;
use casework::reorganisation::Order;
use casework::{Error, House};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use storage::{Entry, Unit, Word, args, journal};
use uuid::Uuid;

use crate::handover::FACTS;
use crate::on_both_engines;
use crate::world::{POSTS, World};

on_both_engines! { at "2024-02-05T09:00:00+03:00": a_thousand_random_days_keep_the_promise }

/// Days on which a reorganisation is applied (or undone), with the day that it is of.
const RUNS: [(Date, Date, bool); 6] = [
    (date(2024, 12, 10), date(2025, 1, 1), false),
    (date(2024, 12, 17), date(2025, 1, 1), true),
    (date(2024, 12, 27), date(2025, 1, 1), false),
    (date(2025, 1, 2), date(2025, 1, 1), false),
    (date(2025, 12, 29), date(2026, 1, 1), false),
    (date(2026, 1, 2), date(2026, 1, 1), false),
];

const LABOUR: &[&str] = &["unemployed-job-seeker", "job-seeker", "outside", "at-home", "employed"];
/// What may change about a person; what is named more often changes more often.
const CHOICES: [(&str, &[&str]); 6] = [
    ("labour", LABOUR),
    ("labour", LABOUR),
    ("labour", LABOUR),
    ("municipality", &["061", "109"]),
    ("municipality", &["061", "109"]),
    ("residence", &["permit", "residence-card", "asylum-seeker"]),
];

/// Chance that repeats itself: xorshift.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).expect("a count")).expect("a count")
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() { None } else { of.get(self.below(of.len())) }
    }
}

/// An open case as it stands.
struct Open {
    id: Uuid,
    person: Uuid,
    version: i64,
    lead: String,
}

async fn a_thousand_random_days_keep_the_promise(world: &World) {
    let said =
        |name: &str, otherwise: u64| std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise);
    let (days, seed) = (said("KOTOPOLKU_TEST_DAYS", 1_000), said("KOTOPOLKU_TEST_SEED", 20_261_123));
    let mut chance = Chance(seed.max(1));
    let mut people = Vec::new();
    for _ in 0..8 {
        people.push(world.person((1990, 5, 1), &FACTS).await);
    }
    let mut day = date(2024, 2, 5);
    let mut done: BTreeMap<&'static str, u32> = BTreeMap::new();
    let operator = Acting::operator();
    for number in 0..days {
        let place = format!("day {number}, {day}, seed {seed}");
        world.hands.set(&format!("{day}T09:00:00+02:00"));
        for (on, of, undo) in RUNS.iter().filter(|(on, ..)| *on == day) {
            let run = if *undo {
                world.house.undo_reorganisation(&operator, Order::of(*of), &|_| {}).await.map(drop)
            } else {
                world.house.apply_reorganisation(&operator, Order::of(*of), &|_| {}).await.map(drop)
            };
            kept(&mut done, if *undo { "undo" } else { "apply" }, run, &format!("{place}, run of {of} on {on}"));
        }
        // A node ticks once a day.
        let climbed = world.house.climb_unanswered(10).await;
        let name = if climbed.as_ref().is_ok_and(|climbed| climbed.climbed > 0) { "climb" } else { "none" };
        kept(&mut done, name, climbed.map(drop), &place);
        for _ in 0..chance.below(3) {
            let (name, tried) = deed(&world.house, &mut chance, &people, day).await;
            kept(&mut done, name, tried, &place);
        }
        one_lead_each(&world.house, &place).await;
        if number % 100 == 99 || number + 1 == days {
            proved(world, &place).await;
        }
        day = day.tomorrow().expect("a day");
    }
    journal::seal_all(&world.house.store).await.expect("it is sealed");
    let found = journal_reader::verify(&world.address, &[]).await.expect("the journal is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
    if days >= 1_000 {
        let wanted = ["fact", "fact-offer", "open", "accept", "return", "withdraw", "climb", "close", "apply", "undo"];
        for name in wanted {
            assert!(done.contains_key(name), "nothing of `{name}` ever came about: {done:?}");
        }
    }
    eprintln!("{days} days: {done:?}");
}

/// A rule may stand against a random deed; the database, a faulty statement or a half-done unit may not.
fn kept(done: &mut BTreeMap<&'static str, u32>, name: &'static str, tried: Result<(), Error>, place: &str) {
    match tried {
        Ok(()) => *done.entry(name).or_default() += 1,
        Err(Error::Refused(_)) => {}
        Err(Error::Storage(fault)) => panic!("{place}: {name}: {fault}"),
    }
}

/// Acts as some post of an organ, where one is in force.
async fn of_organ(house: &House, organ: &str) -> Option<Acting> {
    let (post, ..) = POSTS.iter().find(|(_, at, _)| *at == organ)?;
    house.acting(post).await.ok()
}

/// Open cases, with who leads them now.
async fn open_cases(house: &House) -> Vec<Open> {
    house
        .store
        .write(|unit: Unit| async move {
            let sql = "select c.id, c.person_id, c.version, h.organ from case_file c join holding h on h.case_id = c.id
                where c.closed_at is null and h.role = 'lead' and h.voided_at is null and h.from_at <= $1
                    and (h.until_at is null or h.until_at > $1) order by c.number";
            let rows = unit.fetch_all(sql, args![unit.now()]).await?;
            unit.journal(Entry::new(&Acting::operator().actor, Word::of("list"), Word::of("case"), Word::of("test")));
            rows.iter()
                .map(|row| {
                    Ok(Open {
                        id: row.get("id")?,
                        person: row.get("person_id")?,
                        version: row.get("version")?,
                        lead: row.get("organ")?,
                    })
                })
                .collect::<Result<Vec<_>, storage::Error>>()
        })
        .await
        .expect("the cases are read")
}

/// Something that somebody might do that day.
async fn deed(house: &House, chance: &mut Chance, people: &[Uuid], day: Date) -> (&'static str, Result<(), Error>) {
    let cases = open_cases(house).await;
    let Some(person) = chance.one(people).copied() else { return ("none", Ok(())) };
    let (post, ..) = POSTS[chance.below(POSTS.len())];
    let somebody = house.acting(post).await.ok();
    match chance.below(12) {
        0..=3 => {
            let Some(case) = chance.one(&cases) else { return ("none", Ok(())) };
            let Some(lead) = of_organ(house, &case.lead).await else { return ("none", Ok(())) };
            let (attribute, values) = CHOICES[chance.below(CHOICES.len())];
            let value = values[chance.below(values.len())];
            // Most facts hold from today; some are told late, some early.
            let shift = [0, 0, 0, -20, 12][chance.below(5)];
            let from = day.checked_add(shift.days()).expect("a day");
            let new = NewFact::since(from, attribute, value, "person");
            fact(house, &lead, case.person, &new).await
        }
        4 => {
            let Some(acting) = somebody else { return ("none", Ok(())) };
            if cases.len() > 12 {
                return ("none", Ok(()));
            }
            ("open", house.open_case(&acting, "initial-assessment", person).await.map(drop))
        }
        5 => {
            let Some(case) = chance.one(&cases) else { return ("none", Ok(())) };
            let Some(lead) = of_organ(house, &case.lead).await else { return ("none", Ok(())) };
            let offered = house.offer_hand_over(&lead, case.id).await;
            let made = offered.as_ref().is_ok_and(|moved| moved.hand_over.is_some());
            (if offered.is_ok() && !made { "none" } else { "offer" }, offered.map(drop))
        }
        6..=9 => answer(house, chance).await,
        10 => withdraw(house, chance).await,
        _ => {
            let Some(case) = chance.one(&cases).filter(|_| cases.len() > 6) else { return ("none", Ok(())) };
            let Some(lead) = of_organ(house, &case.lead).await else { return ("none", Ok(())) };
            let reasons = [Given::new("result-reasons", "The person moved abroad.")];
            let closed =
                house.take_step(&lead, case.id, "close", case.version, &reasons, Some("not-carried-out")).await;
            ("close", closed.map(drop))
        }
    }
}

async fn fact(house: &House, lead: &Acting, person: Uuid, new: &NewFact) -> (&'static str, Result<(), Error>) {
    let shown = match house.preview_fact(lead, person, new).await {
        Ok(seen) => seen.shown,
        Err(error) => return ("fact", Err(error)),
    };
    let done = house.record_fact_and_move(lead, person, new, &shown).await;
    let offers = done.as_ref().is_ok_and(|moves| moves.cases.iter().any(|case| case.hand_over.is_some()));
    (if offers { "fact-offer" } else { "fact" }, done.map(drop))
}

/// A hand-over that waits for the answer of some post, or that some post offered.
async fn waiting(house: &House, chance: &mut Chance, offered: bool) -> Option<(Acting, Uuid)> {
    let first = chance.below(POSTS.len());
    for (post, ..) in POSTS.iter().cycle().skip(first).take(POSTS.len()) {
        let Ok(acting) = house.acting(post).await else { continue };
        let list =
            if offered { house.hand_overs_offered(&acting).await } else { house.hand_overs_to_answer(&acting).await };
        if let Some(listed) = chance.one(&list.expect("the list is read")) {
            return Some((acting, listed.hand_over.id));
        }
    }
    None
}

async fn answer(house: &House, chance: &mut Chance) -> (&'static str, Result<(), Error>) {
    let Some((acting, id)) = waiting(house, chance, false).await else { return ("none", Ok(())) };
    if chance.below(4) == 0 {
        return ("return", house.return_hand_over(&acting, id, ReturnReason::NotYet, None).await);
    }
    ("accept", house.accept_hand_over(&acting, id, None).await.map(drop))
}

async fn withdraw(house: &House, chance: &mut Chance) -> (&'static str, Result<(), Error>) {
    let Some((acting, id)) = waiting(house, chance, true).await else { return ("none", Ok(())) };
    match chance.below(4) {
        0 => ("withdraw", house.withdraw_hand_over(&acting, id).await),
        1 => ("law", house.hand_over_by_law(&acting, id).await),
        2 => ("ask", house.consent_to_hand_over(&acting, id, ConsentStep::Asked, None).await.map(drop)),
        _ => {
            let step = [ConsentStep::Given, ConsentStep::Refused][chance.below(2)];
            ("consent", house.consent_to_hand_over(&acting, id, step, Some(SaidBy::Person)).await.map(drop))
        }
    }
}

/// Each open case has exactly one lead now, by the plainest of statements.
async fn one_lead_each(house: &House, place: &str) {
    let wrong: i64 = house
        .store
        .write(|unit: Unit| async move {
            let sql = "select count(*) as n from case_file c where c.closed_at is null and 1 <> (
                select count(*) from holding h where h.case_id = c.id and h.role = 'lead' and h.voided_at is null
                    and h.from_at <= $1 and (h.until_at is null or h.until_at > $1))";
            unit.journal(Entry::new(&Acting::operator().actor, Word::of("count"), Word::of("case"), Word::of("test")));
            unit.fetch_one(sql, args![unit.now()]).await?.get("n")
        })
        .await
        .unwrap_or_else(|fault: storage::Error| panic!("{place}: {fault}"));
    assert_eq!(wrong, 0, "{place}: an open case has no lead, or two");
}

/// The whole past. An organ that has ended leads only where the law lets it finish, or until the run is made.
async fn proved(world: &World, place: &str) {
    let proof = world.house.prove_promise(&Acting::operator(), 3).await.expect("it is proved");
    let broken: Vec<_> = proof.faults.iter().filter(|fault| fault.broken.word() != "organ-not-there").collect();
    assert!(broken.is_empty(), "{place}: {broken:?}");
}
