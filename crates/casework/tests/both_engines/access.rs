//! Who sees what: the statements, the table and the single case say the same of random worlds; a function that may nothing sees
//! nothing; what only the lead knows is in nobody's count; a file opened from outside is open for an hour, and told of.

use authorization::{Action, Bearing, Function, Ground, VERBS};
use casework::case::Refusal as CaseRefusal;
use casework::case::field::Given;
use casework::case::reading::Wanted;
use casework::opening::{Refusal as OpeningRefusal, Verdict};
use casework::person::{Birth, Name, NewFact, NewPerson};
use casework::post::{Acting, NewPost, Refusal as PostRefusal};
use casework::{Error, Refusal};
use jiff::civil::date;
use storage::{Entry, Unit, Word, args};
use uuid::Uuid;

use crate::access_worlds::{self, Asked, Known, Told};
use crate::on_both_engines;
use crate::world::{REGISTER, World};

async fn post(world: &World, organ: &str, function: &str) -> Acting {
    let id = format!("{}/{function}", organ.replace(':', "-"));
    let new = NewPost {
        id: id.clone(),
        organ: organ.to_owned(),
        function: function.to_owned(),
        title: id.clone(),
        from: date(2024, 1, 1),
        until: None,
    };
    world.house.add_post(&Acting::operator(), &new).await.expect("the post is set up");
    world.acting(&id).await
}

async fn somebody(world: &World, acting: &Acting, family: &str) -> Uuid {
    let fact = |attribute, value| NewFact::since(date(2024, 1, 1), attribute, value, "person");
    let new = NewPerson {
        birth: Birth::on(1990, 5, 1),
        name: Some(Name::of("Testi", family)),
        source: "person".to_owned(),
        facts: vec![fact("municipality", "061"), fact("residence", "permit"), fact("labour", "unemployed-job-seeker")],
    };
    world.house.add_person(acting, &new).await.expect("added").person
}

/// Forgets something of a case.
type Forget = fn(&mut Known);

/// Where the table says something else than the program said.
fn at_odds(told: &Told) -> Vec<&Asked> {
    let says = |one: &Asked| told.cases[one.case].standing(&one.post, &one.organ).may(one.function, one.action);
    told.asked.iter().filter(|one| one.said != says(one)).collect()
}

async fn statements_table_and_single_cases_agree(world: &World) {
    let mut told = access_worlds::ask(world, 20_260).await;
    let odd = at_odds(&told);
    let first = odd.first().map(|one| (one, &told.cases[one.case]));
    assert!(odd.is_empty(), "{} of {} are at odds, first {first:#?}", odd.len(), told.asked.len());
    for action in [Action::List, Action::Search, Action::Read, Action::ReadDocument, Action::SeeJournal] {
        let said = |yes| told.asked.iter().filter(|one| one.action == action && one.said == yes).count();
        assert!(
            said(true) > 5 && said(false) > 100,
            "both answers were given: {action} {} {}",
            said(true),
            said(false)
        );
    }
    for (post, organ, function, every) in &told.counted {
        let counts = |case: &&Known| case.standing(post, organ).may(*function, Action::Count);
        let counted = u64::try_from(told.cases.iter().filter(counts).count()).expect("few");
        assert_eq!(*every, counted, "{post} is told how many there are");
    }
    // The comparison can fail: each thing that is forgotten of the world is noticed.
    let whole = told.cases.clone();
    let forget: [(&str, Forget); 6] = [
        ("holdings", |case| case.held.retain(|_, held| held.has(Bearing::Lead))),
        ("seclusion", |case| case.secluded = false),
        ("papers that are kept", |case| case.keeps.clear()),
        ("openings", |case| case.opened.clear()),
        ("what was drawn", |case| case.drawn.clear()),
        ("handlers", |case| case.handlers = None),
    ];
    for (what, forget) in forget {
        told.cases = whole.clone();
        told.cases.iter_mut().for_each(forget);
        assert!(!at_odds(&told).is_empty(), "the world holds no case in which {what} matter");
    }
}

async fn each_verb_of_the_register_bears_something(_: &World) {
    for verb in &REGISTER.resolved.words.verbs {
        assert!(Bearing::of_verb(&verb.id).is_some(), "`{}` has no place in authorization::VERBS", verb.id);
    }
    let known = |word: &str| REGISTER.resolved.words.verbs.iter().any(|verb| verb.id == word);
    assert!(VERBS.iter().all(|(word, _)| known(word)), "a verb that the register no longer has");
}

async fn functions_that_do_less_are_refused(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let person = somebody(world, &expert, "Warsame").await;
    let case = world.house.open_case(&expert, "initial-assessment", person).await.expect("opened");
    let specialist = post(world, "te-office:hame", "specialist").await;
    let whole = world.house.case(&specialist, case.id).await.expect("it reads");
    assert!(matches!(whole.why.ground, Ground::Bears { leads: true, .. }) && !whole.held.is_empty(), "{:?}", whole.why);
    let given = [Given::new("invitation-language", "so")];
    let refused = world.house.take_step(&specialist, case.id, "invite", 1, &given, None).await.expect_err("no");
    assert!(
        matches!(refused, Error::Refused(Refusal::Case(CaseRefusal::FunctionMayNot { action: Action::TakeStep, .. }))),
        "{refused:?}"
    );
    for function in ["administrator", "auditor", "planner"] {
        let acting = post(world, "te-office:hame", function).await;
        assert!(world.house.case(&acting, case.id).await.is_err());
        assert!(world.house.open_case(&acting, "initial-assessment", person).await.is_err());
        assert!(world.house.person(&acting, person, None).await.is_err());
        assert!(world.house.cases_of_person(&acting, person).await.expect("none").is_empty());
        assert!(world.house.due(&acting, date(2030, 1, 1)).await.expect("none").is_empty());
        assert!(world.house.hand_overs_offered(&acting).await.expect("none").is_empty());
    }
    let director = post(world, "te-office:hame", "director").await;
    assert_eq!(world.house.cases_of_organ(&director, &Wanted::default()).await.expect("a list").rows.len(), 1);
    assert!(world.house.case(&director, case.id).await.is_err(), "it opens none");
    let unknown = NewPost {
        id: "te-hame/wizard".to_owned(),
        organ: "te-office:hame".to_owned(),
        function: "wizard".to_owned(),
        title: "x".to_owned(),
        from: date(2024, 1, 1),
        until: None,
    };
    let refused = world.house.add_post(&Acting::operator(), &unknown).await.expect_err("there is none");
    assert!(matches!(refused, Error::Refused(Refusal::Post(PostRefusal::UnknownFunction(_)))), "{refused:?}");
}

fn refused<T: std::fmt::Debug>(said: Result<T, Error>) -> OpeningRefusal {
    match said {
        Err(Error::Refused(Refusal::Opening(refusal))) => refusal,
        other => panic!("a refusal of the opening was expected: {other:?}"),
    }
}

async fn a_file_is_opened_from_outside_for_an_hour(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let person = somebody(world, &expert, "Warsame").await;
    let house = &world.house;
    let case = house.open_case(&expert, "initial-assessment", person).await.expect("opened");
    let other = house.open_case(&expert, "plan-extension", person).await.expect("opened");
    let outside = world.acting("hameenlinna/coordinator").await;
    let colleague = post(world, "municipality:109", "handler").await;
    let lead = post(world, "te-office:hame", "team-lead").await;
    assert!(house.case(&outside, case.id).await.is_err());
    let why = "She is here — محمد says she is in danger";
    assert_eq!(refused(house.open_outside(&outside, case.number, " . ").await), OpeningRefusal::NoReason);
    assert_eq!(refused(house.open_outside(&outside, 4711, why).await), OpeningRefusal::Unknown);
    assert_eq!(refused(house.open_outside(&outside, other.number, why).await), OpeningRefusal::Unknown);
    assert_eq!(
        refused(house.open_outside(&expert, case.number, why).await),
        OpeningRefusal::BorneAlready { number: case.number }
    );
    let auditor = post(world, "municipality:109", "auditor").await;
    assert!(matches!(
        refused(house.open_outside(&auditor, case.number, why).await),
        OpeningRefusal::FunctionMayNot { action: Action::BreakGlass, .. }
    ));
    let opening = house.open_outside(&outside, case.number, why).await.expect("opened");
    let seen = house.case(&outside, case.id).await.expect("it is open");
    assert!(matches!(&seen.why.ground, Ground::Opened { why: said, .. } if said == why), "{:?}", seen.why);
    assert!(seen.steps.iter().all(|step| !step.may()), "to be read, and no more");
    assert!(house.person(&outside, person, None).await.is_ok());
    assert!(house.documents_of_case(&outside, case.id).await.is_ok());
    let fact = NewFact::since(date(2024, 6, 3), "phone", "+358 40 1234567", "person");
    assert!(house.record_fact(&outside, person, &fact).await.is_err());
    assert!(house.take_step(&outside, case.id, "start", 1, &[], None).await.is_err());
    assert!(house.case(&outside, other.id).await.is_err(), "one case, and no other of the person");
    assert!(house.case(&colleague, case.id).await.is_err(), "one post, and nobody else of the organ");
    assert!(house.find_people(&outside, "warsame").await.expect("nobody").is_empty());
    assert!(matches!(
        refused(house.open_outside(&outside, case.number, why).await),
        OpeningRefusal::OpenAlready { .. }
    ));
    // The organ whose file it is reviews it, once, and not the one that opened it.
    let own = post(world, "municipality:109", "team-lead").await;
    assert!(house.openings_to_review(&own).await.expect("none").is_empty());
    assert_eq!(
        refused(house.review_opening(&own, opening.id, Verdict::Justified, "yes indeed").await),
        OpeningRefusal::OwnOrgan
    );
    let stranger = post(world, "municipality:061", "auditor").await;
    let said = house.review_opening(&stranger, Uuid::nil(), Verdict::Justified, "yes indeed").await;
    assert_eq!(refused(said), OpeningRefusal::Unknown);
    assert_eq!(house.openings_to_review(&lead).await.expect("one").len(), 1);
    let note = "Nobody was in danger";
    let reviewed = house.review_opening(&lead, opening.id, Verdict::NotJustified, note).await.expect("reviewed");
    assert_eq!(reviewed.review.as_ref().map(|review| review.verdict), Some(Verdict::NotJustified));
    assert!(matches!(
        refused(house.review_opening(&lead, opening.id, Verdict::Justified, note).await),
        OpeningRefusal::ReviewedAlready { .. }
    ));
    assert!(house.openings_to_review(&lead).await.expect("none").is_empty());
    assert_eq!(
        (house.openings(&outside).await.expect("one").len(), house.openings(&own).await.expect("one").len()),
        (1, 1)
    );
    assert!(house.openings(&colleague).await.expect("none").is_empty());
    // The person sees it; nobody else's person does.
    assert_eq!(house.own_openings(&Acting::own(person)).await.expect("one"), [reviewed]);
    assert!(house.own_openings(&Acting::own(Uuid::nil())).await.expect("none").is_empty());
    // After an hour it is closed, to the minute.
    world.hands.set("2024-06-03T09:59:50+03:00");
    assert!(house.case(&outside, case.id).await.is_ok());
    world.hands.set("2024-06-03T10:00:01+03:00");
    assert!(house.case(&outside, case.id).await.is_err());
    assert!(house.person(&outside, person, None).await.is_err());
    for (sql, said) in [
        ("delete from case_opening", "an opening is never removed"),
        ("update case_opening set reason = 'x'", "an opening is never edited"),
        ("delete from case_opening_review", "a review is never removed"),
        ("update case_opening_review set verdict = 'justified'", "a review is never edited"),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
}

async fn which_files_may_i_see_goes_by_an_index(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let bearing = authorization::sql::bearing(Function::Handler, Action::List, "h");
    let sql = format!(
        "select h.case_id from holding h where h.organ = '{}' and h.until_at is null and h.voided_at is null and {bearing}",
        expert.organ()
    );
    let plan = if world.is_sqlite() {
        format!("explain query plan {sql}")
    } else {
        // A small table is read through; whether the index fits is what is asked.
        format!("explain (costs off) {sql}")
    };
    let rows = world
        .house
        .store
        .write(|unit: Unit| {
            let plan = plan.clone();
            let sqlite = world.is_sqlite();
            async move {
                if !sqlite {
                    unit.fetch_all("select set_config('enable_seqscan', 'off', true)", args![]).await?;
                }
                let rows = unit.fetch_all(storage::Built(plan), args![]).await?;
                let word = Word::of("test");
                unit.journal(Entry::new(&Acting::operator().actor, word.clone(), word.clone(), word));
                let column = if sqlite { "detail" } else { "QUERY PLAN" };
                rows.iter().map(|row| row.get::<String>(column)).collect::<Result<Vec<_>, storage::Error>>()
            }
        })
        .await
        .expect("the plan");
    let plan = rows.join("\n");
    assert!(plan.contains("holding_of_organ"), "{plan}");
    assert!(!plan.contains("SCAN h\n") && !plan.contains("Seq Scan"), "{plan}");
}

mod random_worlds {
    use super::statements_table_and_single_cases_agree;
    use crate::on_both_engines;

    on_both_engines! { at "2025-03-03T09:00:00+02:00":
        statements_table_and_single_cases_agree,
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    each_verb_of_the_register_bears_something,
    functions_that_do_less_are_refused,
    a_file_is_opened_from_outside_for_an_hour,
    which_files_may_i_see_goes_by_an_index,
}
