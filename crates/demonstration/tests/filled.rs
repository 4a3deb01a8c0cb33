//! A database that is filled, on both engines: what was written holds as what was done holds, and it goes on where it stopped.

#![expect(clippy::expect_used, clippy::panic, reason = "what helps a test ends it when the world is not as it must be")]

mod world;

use std::cell::RefCell;

use casework::demonstration::Refusal;
use casework::post::{Acting, NewPost};
use demonstration::{Error, Filled, Source, fill};
use storage::{Entry, Look, Word, args};
use world::{World, world};

const NOW: &str = "2026-11-24T10:00:00+02:00";

async fn filled(world: &World, people: u64, seed: u64) -> Filled {
    world.hands.put(NOW.parse().expect("an instant"));
    let source = Source::shipped().expect("demo/ is sound");
    fill(&world.house, &source, people, seed, |_| {}).await.unwrap_or_else(|fault| panic!("{fault}"))
}

/// What is there, without identities: each open or closed case with its person, leads, limits and steps.
async fn cases(world: &World) -> Vec<String> {
    let read = |look: Look| async move {
        look.journal(Entry::new(&Acting::operator().actor, Word::of("read"), Word::of("case"), Word::of("all")));
        let sql = "select number, case_type, municipality, status, result, opened_organ, version, (
                select count(*) from holding where case_id = c.id) as holdings, (
                select organ from holding where case_id = c.id and role = 'lead' and until_at is null) as lead, (
                select count(*) from case_limit where case_id = c.id and met_day is null) as running, (
                select min(last_day) from case_limit where case_id = c.id) as due, (
                select value from person_fact where person_id = c.person_id and attribute = 'name') as name
            from case_file c order by number";
        let rows = look.fetch_all(sql, args![]).await?;
        let said = |row: &storage::Row| {
            let text = |column: &'static str| row.get::<Option<String>>(column).map(Option::unwrap_or_default);
            let count = |column: &'static str| row.get::<i64>(column);
            let due = row.get::<Option<jiff::civil::Date>>("due")?;
            Ok(format!(
                "{} {} {} {} {} {} {} {} {} {} {due:?} {}",
                count("number")?,
                text("case_type")?,
                text("municipality")?,
                text("status")?,
                text("result")?,
                text("opened_organ")?,
                count("version")?,
                count("holdings")?,
                text("lead")?,
                count("running")?,
                text("name")?,
            ))
        };
        rows.iter().map(said).collect::<Result<Vec<_>, storage::Error>>()
    };
    world.house.store.look(read).await.expect("it is read")
}

async fn what_is_filled_in_holds(postgres: bool) {
    let Some(world) = world(postgres).await else {
        return eprintln!("KOTOPOLKU_TEST_POSTGRES=none: not tried on PostgreSQL");
    };
    let house = &world.house;
    assert_eq!(filled(&world, 700, 1).await.people, 700);
    let proof = house.prove_promise(&Acting::operator(), 10).await.expect("it is proved");
    assert!(proof.faults.is_empty(), "{:?}", proof.faults);
    assert!(proof.cases > 800 && proof.between_chairs > 0 && proof.beside > 0, "{proof:?}");
    let found = journal_reader::verify(&world.address, &[]).await.expect("the journal is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
    // Whoever signs in sees them as what was opened in earnest: a list, a file, a person, by their name too.
    let acting = house.acting("employment-authority:helsinki/filled").await.expect("the post is in force");
    let list = house.cases_by_due(&acting, None, None).await.expect("a list");
    assert!(list.counted.every > 20 && list.counted.overdue > 0, "{:?}", list.counted);
    let case = house.case(&acting, list.page.rows[0].case.id).await.expect("a file");
    let person = case.case.person.expect("somebody");
    let names = house.names_of(&acting, &[person]).await.expect("names");
    let name = names.get(&person).expect("a name");
    let written = name.shown();
    let people = house.find_people(&acting, &written).await.expect("a search");
    assert!(people.iter().any(|found| found.person == person), "{written}");
    let roles = house.demonstration_roles().await.expect("a list");
    assert!(roles.iter().any(|role| role.login == "helmi.keksitty" && role.organ == "employment-authority:helsinki"));
}

#[tokio::test]
async fn what_is_filled_in_holds_on_sqlite() {
    what_is_filled_in_holds(false).await;
}

#[tokio::test]
async fn what_is_filled_in_holds_on_postgres() {
    what_is_filled_in_holds(true).await;
}

/// Stopped twice, within a batch and at the end of one, on another engine even: the same as in one go.
async fn it_goes_on_where_it_stopped(postgres: bool) {
    let Some(stopped) = world(postgres).await else { return };
    let once = world(false).await.expect("a file");
    for people in [130, 500, 620] {
        assert_eq!(filled(&stopped, people, 9).await.people, people);
    }
    filled(&once, 620, 9).await;
    let (stopped_cases, once_cases) = (cases(&stopped).await, cases(&once).await);
    assert!(
        stopped_cases == once_cases,
        "they part at {:?}",
        stopped_cases.iter().zip(&once_cases).find(|(one, other)| one != other)
    );
    // Fewer than there are: nothing is taken away, nothing added.
    assert_eq!(filled(&stopped, 100, 9).await.people, 620);
    assert_eq!(cases(&stopped).await.len(), once_cases.len());
    let other = world(false).await.expect("a file");
    filled(&other, 620, 10).await;
    assert_ne!(cases(&other).await, once_cases, "another seed");
}

#[tokio::test]
async fn it_goes_on_where_it_stopped_on_sqlite() {
    it_goes_on_where_it_stopped(false).await;
}

#[tokio::test]
async fn it_goes_on_where_it_stopped_on_postgres() {
    it_goes_on_where_it_stopped(true).await;
}

#[tokio::test]
async fn it_tells_how_far_it_is_and_leaves_a_database_in_earnest_alone() {
    let world = world(false).await.expect("a file");
    world.hands.put(NOW.parse().expect("an instant"));
    let source = Source::shipped().expect("demo/ is sound");
    let told = RefCell::new(Vec::new());
    let done = fill(&world.house, &source, 1100, 1, |far| told.borrow_mut().push((far.people, far.of))).await;
    assert_eq!(done.expect("it is filled").people, 1100);
    assert_eq!(*told.borrow(), [(500, 1100), (1000, 1100), (1100, 1100)]);

    let earnest = self::world(false).await.expect("a file");
    earnest.hands.put(NOW.parse().expect("an instant"));
    let post = NewPost {
        id: "forssa/coordinator".to_owned(),
        organ: "municipality:061".to_owned(),
        function: "handler".to_owned(),
        title: "coordinator".to_owned(),
        from: jiff::civil::date(2023, 1, 1),
        until: None,
    };
    earnest.house.add_post(&Acting::operator(), &post).await.expect("it is set up");
    let refused = fill(&earnest.house, &source, 10, 1, |_| {}).await;
    let expected = casework::Error::from(Refusal::InUse { accounts: 0, posts: 1 });
    assert!(matches!(&refused, Err(Error::Casework(error)) if *error == expected), "{refused:?}");
    assert!(cases(&earnest).await.is_empty());
}
