//! A small demonstration world, played on both engines: everybody's story comes about, and what it leaves holds.

#![expect(clippy::expect_used, clippy::panic, reason = "what helps a test ends it when the world is not as it must be")]

mod world;

use std::collections::BTreeSet;

use casework::account::{NewAccount, Whence};
use casework::demonstration::{Mark, Refusal};
use casework::post::Acting;
use demonstration::{Made, Source, make};
use jiff::Timestamp;
use storage::{View, args};
use world::{World, world};

/// One of each crowd.
fn small() -> Source {
    let mut source = Source::shipped().expect("demo/ is sound");
    for crowd in &mut source.crowds {
        crowd.people = 1;
    }
    source
}

async fn made(world: &World, now: &str, seed: u64) -> Made {
    let now: Timestamp = now.parse().expect("an instant");
    let made = make(&world.house, &world.hands, &small(), now, seed, |_| {}).await;
    made.unwrap_or_else(|fault| panic!("{fault}"))
}

/// All lines of the journal, in their order.
async fn lines(world: &World) -> Vec<(Timestamp, String, String, String, String)> {
    let read = |view: View| async move {
        let sql = "select at, post, action, noun, subject from journal_entry order by seq";
        let rows = view.fetch_all(sql, args![]).await?;
        let line = |row: &storage::Row| {
            Ok((row.get("at")?, row.get("post")?, row.get("action")?, row.get("noun")?, row.get("subject")?))
        };
        rows.iter().map(line).collect::<Result<Vec<_>, storage::Error>>()
    };
    world.house.store.read(read).await.expect("it is read")
}

async fn holds(world: &World, made: Made) {
    let operator = Acting::operator();
    let proof = world.house.prove_promise(&operator, 10).await.expect("it is proved");
    assert!(proof.faults.is_empty(), "{:?}", proof.faults);
    assert_eq!(proof.cases, i64::from(made.cases));
    assert!(proof.between_chairs > 0 && proof.beside > 0);
    storage::journal::seal_all(&world.house.store).await.expect("it is sealed");
    let found = journal_reader::verify(&world.address, &[]).await.expect("the journal is read");
    assert!(found.is_whole(), "{:?}", found.wrong);
}

/// What a newcomer wants to find: each list of somebody has something in it.
async fn is_alive(world: &World) {
    let today = world.house.day(world.house.store.now());
    let acting = |post: &'static str| async move { world.house.acting(post).await.expect("the post is in force") };
    let expert = acting("tyohame/expert").await;
    assert!(!world.house.hand_overs_to_answer(&expert).await.expect("a list").is_empty(), "hand-overs to answer");
    let soon = today.saturating_add(jiff::Span::new().days(7));
    let due = world.house.due(&expert, soon).await.expect("a list");
    let late = due.iter().filter(|clock| clock.limit.last_day.is_some_and(|day| day < today)).count();
    assert!(late > 0 && late < due.len(), "{late} of {} late", due.len());
    let mut between = 0;
    for post in ["forssa/coordinator", "tammela/coordinator", "jokioinen/coordinator", "humppila/coordinator"] {
        between += world.house.between_chairs(&acting(post).await, None, None).await.expect("a list").rows.len();
    }
    assert!(between >= 2, "{between} between chairs");
    let roles = world.house.demonstration_roles().await.expect("a list");
    let functions: BTreeSet<&str> = roles.iter().map(|role| role.function.as_str()).collect();
    for function in ["handler", "decision-maker", "team-lead", "director", "planner", "supervisor", "specialist"] {
        assert!(functions.contains(function), "nobody is {function}");
    }
}

/// Without a password, as a post that is in force; the journal says that it was in a demonstration. Nothing in earnest.
async fn one_click_signs_in(world: &World) {
    let house = &world.house;
    let begun = house.sign_in_to_demonstration("aino.kuvitelma", "tyohame/expert", &whence()).await.expect("signed in");
    let signed = house.signed(&begun.token).await.expect("it is read").expect("the session goes on");
    assert_eq!(signed.acting.as_ref().map(Acting::post), Some("tyohame/expert"));
    let ground = |view: View| async move {
        let sql = "select ground from journal_entry where action = 'sign-in' order by seq desc limit 1";
        view.fetch_one(sql, args![]).await?.get::<Option<String>>("ground")
    };
    let ground: Result<_, storage::Error> = house.store.read(ground).await;
    assert_eq!(ground.expect("it is read").as_deref(), Some("demonstration"));
    for (login, post) in [("aino.kuvitelma", "te-hame/expert"), ("aino.kuvitelma", "migri/handler"), ("no.one", "x")] {
        let refused = house.sign_in_to_demonstration(login, post, &whence()).await.map(drop);
        assert_eq!(refused, Err(casework::account::Refusal::NotItsPost(post.to_owned()).into()), "{login} {post}");
    }
    let operator = Acting::operator();
    let real = NewAccount { login: "a@b.example".to_owned(), name: "A".to_owned(), language: "fi".to_owned() };
    assert_eq!(house.add_account(&operator, &real).await.map(drop), Err(Refusal::NotInEarnest.into()));
    let password = house.set_password(&operator, "aino.kuvitelma", "three small boats").await;
    assert_eq!(password, Err(Refusal::NotInEarnest.into()));
}

fn whence() -> Whence {
    Whence { network: "198.51.100.7".to_owned(), browser: "a test".to_owned(), known: None }
}

async fn a_world_is_made_and_holds(postgres: bool) {
    let Some(world) = world(postgres).await else {
        return eprintln!("KOTOPOLKU_TEST_POSTGRES=none: not tried on PostgreSQL");
    };
    let made = made(&world, "2026-11-24T10:00:00+02:00", 1).await;
    assert!(made.decisions > 0 && made.documents > 0 && made.hand_overs > 0, "{made:?}");
    holds(&world, made).await;
    is_alive(&world).await;
    let mark = world.house.demonstration().await.expect("it is read").expect("it is marked");
    assert_eq!(mark, Mark { day: jiff::civil::date(2026, 11, 24), seed: 1, whole: true });
    one_click_signs_in(&world).await;
    let again = world.house.mark_demonstration(&Acting::operator(), &mark).await;
    assert_eq!(again, Err(Refusal::Already(mark.day).into()));
}

#[tokio::test]
async fn a_world_is_made_and_holds_on_sqlite() {
    a_world_is_made_and_holds(false).await;
}

#[tokio::test]
async fn a_world_is_made_and_holds_on_postgres() {
    a_world_is_made_and_holds(true).await;
}

/// Month ends, the turn of a year, the first weeks after a law: the stories come about whenever the world is made.
#[tokio::test]
async fn it_can_be_made_on_any_day() {
    for (now, seed) in [("2026-02-28T23:30:00+02:00", 3), ("2027-01-04T08:00:00+02:00", 4)] {
        let world = world(false).await.expect("a file");
        let made = made(&world, now, seed).await;
        holds(&world, made).await;
    }
}

#[tokio::test]
async fn the_same_seed_and_day_give_the_same_journal() {
    let (one, other) = (world(false).await.expect("a file"), world(false).await.expect("a file"));
    for world in [&one, &other] {
        made(world, "2026-11-24T10:00:00+02:00", 7).await;
    }
    let (one, other) = (lines(&one).await, lines(&other).await);
    assert!(one.len() > 500, "{} lines", one.len());
    assert!(one == other, "they part at {:?}", one.iter().zip(&other).find(|(a, b)| a != b));
    assert!(one.is_sorted_by_key(|line| line.0), "time goes on");
}

#[tokio::test]
async fn a_database_in_earnest_is_never_marked_on_sqlite() {
    a_database_in_earnest_is_never_marked(false).await;
}

#[tokio::test]
async fn a_database_in_earnest_is_never_marked_on_postgres() {
    a_database_in_earnest_is_never_marked(true).await;
}

async fn a_database_in_earnest_is_never_marked(postgres: bool) {
    let Some(world) = world(postgres).await else { return };
    let post = casework::post::NewPost {
        id: "forssa/coordinator".to_owned(),
        organ: "municipality:061".to_owned(),
        function: "handler".to_owned(),
        title: "coordinator".to_owned(),
        from: jiff::civil::date(2023, 1, 1),
        until: None,
    };
    world.house.add_post(&Acting::operator(), &post).await.expect("it is set up");
    let mark = Mark { day: jiff::civil::date(2026, 11, 24), seed: 1, whole: false };
    let refused = Err(Refusal::InUse { accounts: 0, posts: 1 }.into());
    assert_eq!(world.house.mark_demonstration(&Acting::operator(), &mark).await, refused);
    assert_eq!(world.house.demonstration().await, Ok(None));
    assert_eq!(world.house.demonstration_roles().await, Err(Refusal::None.into()));
    let real = NewAccount { login: "anna".to_owned(), name: "Anna".to_owned(), language: "fi".to_owned() };
    world.house.add_account(&Acting::operator(), &real).await.expect("it is made");
    world.house.give_post(&Acting::operator(), "anna", "forssa/coordinator").await.expect("it is given");
    let in_one_click = world.house.sign_in_to_demonstration("anna", "forssa/coordinator", &whence()).await;
    assert_eq!(in_one_click.map(drop), Err(Refusal::None.into()));
    let forssa = world.house.acting("forssa/coordinator").await.expect("it is in force");
    let not_theirs = Err(Refusal::OperatorOnly.into());
    assert_eq!(world.house.mark_demonstration(&forssa, &mark).await, not_theirs);
}
