//! Reading cases: lists, what the person sees, between chairs, cases that belong together.

use casework::case::Refusal as CaseRefusal;
use casework::case::link::LinkKind;
use casework::case::reading::Wanted;
use casework::case::rules::Against;
use casework::holding::{Between, Role};
use casework::post::Acting;
use casework::{Error, Refusal};
use storage::{Entry, Unit, Word, args};
use uuid::Uuid;

use crate::on_both_engines;
use crate::steps::{Cast, JOB_SEEKER, take};
use crate::world::World;

async fn fact(world: &World, person: Uuid, attribute: &str, value: &str) {
    world
        .house
        .store
        .write(|unit: Unit| async move {
            let sql = "insert into person_fact (id, person_id, attribute, slot, value, from_day, source, recorded_by,
                recorded_organ, recorded_at) values ($1, $2, $3, '', $4, $5, 'test', 'test', 'test', $6)";
            let from: jiff::civil::Date = "2024-01-01".parse().expect("a day");
            unit.execute(sql, args![unit.new_id(), person, attribute, value, from, unit.now()]).await?;
            let word = Word::of("test");
            unit.journal(Entry::new(&Acting::operator().actor, word.clone(), word, person).person(person));
            Ok::<_, storage::Error>(())
        })
        .await
        .expect("it is recorded");
}

async fn a_case_is_found_by_its_number_where_one_may_see_it(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.open(world).await;
    let number = world.house.case(&cast.lead, case).await.expect("it is there").case.number;
    assert_eq!(world.house.case_by_number(&cast.lead, number).await, Ok(case));
    let unknown = Err(Error::Refused(Refusal::Case(CaseRefusal::Unknown)));
    for absent in [number + 1, 0, -1, i64::MIN, i64::MAX] {
        assert_eq!(world.house.case_by_number(&cast.lead, absent).await, unknown, "{absent}");
    }
    assert_eq!(world.house.case_by_number(&cast.stranger, number).await, unknown, "the same as one that is not there");
    assert_eq!(world.house.case_by_number(&Acting::operator(), number).await, unknown);
    take(world, &cast.lead, case, "close", 1).await.expect("it is taken");
    assert_eq!(world.house.case_by_number(&cast.lead, number).await, Ok(case), "closed, for those who bore it");
}

async fn a_list_shows_what_the_organ_bears_and_says_so(world: &World) {
    let cast = Cast::of(world).await;
    let mut cases = Vec::new();
    for _ in 0..5 {
        cases.push(cast.open(world).await);
    }
    take(world, &cast.lead, cases[1], "start", 1).await.expect("it is taken");
    take(world, &cast.lead, cases[2], "close", 1).await.expect("it is taken");
    let list =
        |acting, wanted: Wanted| async move { world.house.cases_of_organ(acting, &wanted).await.expect("a list") };
    let ids = |page: &casework::case::reading::Page<casework::case::reading::Listed, i64>| -> Vec<Uuid> {
        page.rows.iter().map(|row| row.case.id).collect()
    };
    let first = list(&cast.lead, Wanted { most: Some(3), ..Wanted::default() }).await;
    assert_eq!(ids(&first), [cases[0], cases[1], cases[3]], "by number, without the closed one");
    let second = list(&cast.lead, Wanted { most: Some(3), after: first.next, ..Wanted::default() }).await;
    assert_eq!((ids(&second), second.next), (vec![cases[4]], None));
    let under_way = list(&cast.lead, Wanted { status: Some("under-way".to_owned()), ..Wanted::default() }).await;
    assert_eq!(ids(&under_way), [cases[1]]);
    let due = |day: &str| Wanted { due_by: Some(day.parse().expect("a day")), ..Wanted::default() };
    let running: Vec<_> = first.rows.iter().map(|row| row.due.is_some()).collect();
    assert_eq!(running, [true, false, true], "what was started is met");
    let last = first.rows[0].due.expect("a limit runs").to_string();
    assert_eq!(ids(&list(&cast.lead, due(&last)).await), [cases[0], cases[3], cases[4]]);
    assert!(list(&cast.lead, due("2024-06-03")).await.rows.is_empty());
    let none = list(&cast.lead, Wanted { case_type: Some("another".to_owned()), ..Wanted::default() }).await;
    assert!(none.rows.is_empty() && none.next.is_none());
    let beside = list(&cast.beside, Wanted { role: Some(Role::Beside), ..Wanted::default() }).await;
    assert_eq!(beside.rows.len(), 4);
    assert!(list(&cast.beside, Wanted { role: Some(Role::Lead), ..Wanted::default() }).await.rows.is_empty());
    assert!(list(&cast.stranger, Wanted::default()).await.rows.is_empty());
    let journalled =
        "select count(*) as n from journal_entry where action = 'list' and noun = 'case' and person_id is not null";
    assert_eq!(world.number(journalled).await, 3 + 1 + 1 + 3 + 4, "a line for each case shown");
    assert_eq!(world.house.cases_of_person(&cast.lead, cast.person).await.expect("a list").len(), 5);
    assert_eq!(world.house.cases_of_person(&cast.stranger, cast.person).await.expect("a list"), []);
    assert_eq!(world.house.cases_of_person(&cast.lead, Uuid::nil()).await.expect("a list"), []);
}

async fn what_is_due_comes_first_page_by_page(world: &World) {
    let cast = Cast::of(world).await;
    let mut cases = Vec::new();
    for day in ["2024-06-03", "2024-06-04", "2024-08-20", "2024-08-20", "2024-08-20"] {
        world.hands.set(&format!("{day}T10:00:00+03:00"));
        cases.push(cast.open(world).await);
    }
    // Nothing is due in one that was begun.
    take(world, &cast.lead, cases[3], "start", 1).await.expect("it is taken");
    take(world, &cast.lead, cases[4], "close", 1).await.expect("it is taken");
    let (mut after, mut seen) = (None, Vec::new());
    for _ in 0..4 {
        let due = world.house.cases_by_due(&cast.beside, after, Some(1)).await.expect("a list");
        let counts = (due.counted.every, due.counted.overdue, due.counted.soon, due.counted.between_chairs);
        assert_eq!(counts, (4, 2, 0, 0), "on each page, whatever is on it");
        seen.extend(due.page.rows.iter().map(|row| (row.case.id, row.due.is_some())));
        after = due.page.next;
    }
    assert_eq!(seen, [(cases[0], true), (cases[1], true), (cases[2], true), (cases[3], false)]);
    assert_eq!(after, None);
    world.hands.set("2024-10-08T09:00:00+03:00");
    let due = world.house.cases_by_due(&cast.lead, None, None).await.expect("a list");
    assert_eq!((due.counted.overdue, due.counted.soon), (2, 1));
    let none = world.house.cases_by_due(&cast.stranger, None, None).await.expect("a list");
    assert_eq!((none.counted.every, none.page.rows.len()), (0, 0));
}

async fn the_people_of_a_list_are_named_as_far_as_they_are_seen(world: &World) {
    let cast = Cast::of(world).await;
    let unseen = world.person((1991, 1, 1), &JOB_SEEKER).await;
    cast.open(world).await;
    for person in [cast.person, unseen] {
        fact(world, person, "name", r#"{"family":"Haddad"}"#).await;
    }
    let all = [cast.person, unseen, Uuid::nil(), cast.person];
    let named = world.house.names_of(&cast.beside, &all).await.expect("names");
    assert_eq!(named.keys().copied().collect::<Vec<_>>(), [cast.person]);
    assert_eq!(named[&cast.person].family.as_deref(), Some("Haddad"));
    assert!(world.house.names_of(&cast.stranger, &all).await.expect("names").is_empty());
    let told =
        "select count(*) as n from journal_entry where action = 'list' and noun = 'person' and person_id is not null";
    assert_eq!(world.number(told).await, 1, "a line for who was named, none for who was not");
}

async fn a_whole_case_says_what_comes_next_and_why_not(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.open(world).await;
    let seen = world.house.case(&cast.lead, case).await.expect("it is seen");
    let may = |whole: &casework::case::reading::WholeCase| -> Vec<String> {
        whole.steps.iter().filter(|step| step.may()).map(|step| step.step.clone()).collect()
    };
    assert_eq!(may(&seen), ["invite", "start", "close"]);
    assert!(seen.steps[0].against.contains(&Against::Empty(vec!["invitation-language".to_owned()])));
    assert!(seen.steps[2].against.iter().any(|one| matches!(one, Against::NotFrom { .. })), "{:?}", seen.steps[2]);
    assert!(!seen.lead(seen.case.opened).expect("it is led").path.basis.is_empty(), "no answer without a basis");
    let beside = world.house.case(&cast.beside, case).await.expect("it is seen");
    assert!(may(&beside).is_empty());
    assert!(beside.steps.iter().all(|step| !step.against.is_empty()), "and for each it is said why not");
    let refused = world.house.case(&cast.own, case).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Case(CaseRefusal::Unknown)))));
}

async fn the_person_sees_who_is_responsible_and_why(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.open(world).await;
    take(world, &cast.lead, case, "start", 1).await.expect("it is taken");
    let view = world.house.person_view(&cast.own, case).await.expect("it is theirs");
    let responsible = view.responsible.as_ref().expect("somebody is responsible");
    assert_eq!(responsible.organ, "te-office:hame");
    assert!(!responsible.name.fi.is_empty() && !responsible.basis.is_empty() && responsible.until.is_none());
    assert_eq!((view.status.as_str(), view.says.en.as_str()), ("under-way", "The assessment is under way."));
    assert_eq!(view.steps.iter().map(|step| step.step.as_str()).collect::<Vec<_>>(), ["record"]);
    assert!(view.beside.iter().any(|beside| beside.organ == "municipality:061"));
    assert!(view.fields.iter().all(|field| field.person_sees));
    assert_eq!(world.house.own_cases(&cast.own).await.expect("a list").len(), 1);
    let somebody = Acting::own(Uuid::nil());
    assert!(world.house.person_view(&somebody, case).await.is_err());
    assert_eq!(world.house.own_cases(&somebody).await.expect("a list"), []);
    take(world, &cast.lead, case, "close", 2).await.expect("it closes");
    let closed = world.house.person_view(&cast.own, case).await.expect("it is theirs still");
    assert_eq!(closed.responsible.map(|organ| organ.organ).as_deref(), Some("te-office:hame"));
    assert_eq!(closed.result.map(|result| result.en).as_deref(), Some("Not carried out"));
    assert!(closed.steps.is_empty());
}

async fn what_lies_between_chairs_is_settled_when_a_fact_is_known(world: &World) {
    let keeper = world.acting("forssa/coordinator").await;
    let lead = world.acting("te-hame/expert").await;
    let mut opened = Vec::new();
    for _ in 0..3 {
        let person = world.person((1990, 5, 1), &[("municipality", "061", "2024-01-01")]).await;
        let case = world.house.open_case(&keeper, "initial-assessment", person).await.expect("it is opened");
        opened.push((case.id, person));
    }
    let first = world.house.between_chairs(&keeper, None, Some(2)).await.expect("a list");
    assert_eq!(
        first.rows.iter().map(|row| row.case.id).collect::<Vec<_>>(),
        [opened[0].0, opened[1].0],
        "oldest first"
    );
    let rest = world.house.between_chairs(&keeper, first.next, Some(2)).await.expect("a list");
    assert_eq!((rest.rows.len(), rest.rows[0].case.id, rest.next), (1, opened[2].0, None));
    assert!(matches!(first.rows[0].why(), Some(Between::Ask { .. })), "with the next question: {:?}", first.rows[0]);
    let still = world.house.settle(&keeper, opened[0].0).await.expect("it is asked");
    assert!(still.transfer.is_nothing() && still.route.between().is_some(), "nothing new is known");

    fact(world, opened[0].1, "residence", "permit").await;
    fact(world, opened[0].1, "labour", "unemployed-job-seeker").await;
    let now = world.house.between_chairs(&keeper, None, None).await.expect("a list");
    assert_eq!(now.rows[0].why(), None, "it can be settled");
    let strange = world.house.settle(&lead, opened[0].0).await;
    assert!(matches!(strange, Err(Error::Refused(Refusal::Case(CaseRefusal::Unknown)))), "{strange:?}");
    let settled = world.house.settle(&keeper, opened[0].0).await.expect("it is settled");
    assert!(settled.transfer.lead.is_some());
    let whole = world.house.case(&lead, opened[0].0).await.expect("the new lead sees it");
    let leads: Vec<_> = whole.holdings.iter().filter(|holding| holding.role == Role::Lead).collect();
    assert_eq!(leads.len(), 2);
    assert_eq!((leads[0].until, leads[1].organ.as_str()), (Some(leads[1].from), "te-office:hame"));
    assert_eq!(world.house.between_chairs(&keeper, None, None).await.expect("a list").rows.len(), 2);
    let again = world.house.settle(&lead, opened[0].0).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::Case(CaseRefusal::NotBetweenChairs { .. })))), "{again:?}");
    assert_eq!(world.house.prove_promise(&Acting::operator(), 9).await.expect("it is proved").faults, []);
}

async fn where_a_protected_person_is_stays_hidden(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.open(world).await;
    let told = |whole: &casework::case::reading::WholeCase| {
        let facts = whole.holdings.iter().flat_map(|one| &one.path.facts).any(|(name, _)| name == "municipality");
        whole.case.municipality.is_some() || facts || whole.holdings.iter().any(|one| one.path.municipality.is_some())
    };
    assert!(told(&world.house.case(&cast.lead, case).await.expect("it is seen")));
    let id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    world
        .by_hand(&format!(
            "insert into person_protection (id, person_id, from_day, recorded_by, recorded_organ, recorded_at, basis)
                select {id}, id, '2024-01-01', 'test', 'test', recorded_at, 'test' from person"
        ))
        .await
        .expect("the person is protected");
    assert!(!told(&world.house.case(&cast.lead, case).await.expect("it is seen")));
    let page = world.house.cases_of_organ(&cast.lead, &Wanted::default()).await.expect("a list");
    assert_eq!(page.rows[0].case.municipality, None);
    assert_eq!(world.house.cases_of_person(&cast.lead, cast.person).await.expect("a list")[0].municipality, None);
    let acting = &cast.lead;
    let taken = take(world, acting, case, "start", 1).await.expect("what is hidden still leads");
    assert_eq!(taken.version, 2);
}

async fn cases_that_belong_together_are_linked_once(world: &World) {
    let cast = Cast::of(world).await;
    let (one, other) = (cast.open(world).await, cast.open(world).await);
    let link = |acting, a, b| world.house.link_cases(acting, a, b, LinkKind::Continues);
    assert!(matches!(
        link(&cast.beside, one, other).await,
        Err(Error::Refused(Refusal::Case(CaseRefusal::NotLead { .. })))
    ));
    assert!(matches!(
        link(&cast.lead, one, Uuid::nil()).await,
        Err(Error::Refused(Refusal::Case(CaseRefusal::Unknown)))
    ));
    assert!(matches!(
        link(&cast.lead, one, one).await,
        Err(Error::Refused(Refusal::Case(CaseRefusal::LinkedToItself)))
    ));
    let id = link(&cast.lead, one, other).await.expect("they are linked");
    for (a, b) in [(one, other), (other, one)] {
        let twice = link(&cast.lead, a, b).await;
        assert!(matches!(twice, Err(Error::Refused(Refusal::Case(CaseRefusal::LinkedAlready { .. })))), "{twice:?}");
    }
    let seen = world.house.case(&cast.beside, other).await.expect("it is seen").links;
    assert_eq!(seen.iter().map(|link| (link.id, link.case)).collect::<Vec<_>>(), [(id, one)]);
    world.house.unlink_cases(&cast.lead, other, id).await.expect("it ends");
    assert!(world.house.case(&cast.lead, one).await.expect("it is seen").links.is_empty());
    assert!(world.house.unlink_cases(&cast.lead, one, id).await.is_err());
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    a_case_is_found_by_its_number_where_one_may_see_it,
    a_list_shows_what_the_organ_bears_and_says_so,
    what_is_due_comes_first_page_by_page,
    the_people_of_a_list_are_named_as_far_as_they_are_seen,
    a_whole_case_says_what_comes_next_and_why_not,
    the_person_sees_who_is_responsible_and_why,
    what_lies_between_chairs_is_settled_when_a_fact_is_known,
    where_a_protected_person_is_stays_hidden,
    cases_that_belong_together_are_linked_once,
}
