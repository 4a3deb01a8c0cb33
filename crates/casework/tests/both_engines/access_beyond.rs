//! Sight beyond holdings, and less than holdings: who supervises sees what was drawn, who steers sees figures, protected people
//! have named handlers, of secluded cases nobody but the lead knows, an auditor reads the journal of the own organ.

use authorization::{Action, Figure, Ground};
use casework::case::Refusal as CaseRefusal;
use casework::case::reading::Wanted;
use casework::drawing::Refusal as DrawingRefusal;
use casework::handover::{ConsentStep, SaidBy};
use casework::journal::{Filter, Refusal as JournalRefusal};
use casework::person::{Birth, Name, NewFact, NewPerson, NewProtection};
use casework::post::{Acting, NewPost};
use casework::{Error, Refusal};
use jiff::civil::date;
use storage::{Entry, Unit, Word, args};
use uuid::Uuid;

use crate::document::offered;
use crate::on_both_engines;
use crate::place::{Place, pdf};
use crate::world::World;

const FORSSA: &str = "municipality:061";
const HAMEENLINNA: &str = "municipality:109";
const AGENCY: &str = "regional-state-agency:etela-suomi";

async fn post(world: &World, organ: &str, function: &str) -> Acting {
    let id = format!("{}/{function}", organ.replace(':', "-"));
    let new = NewPost {
        id: id.clone(),
        organ: organ.to_owned(),
        function: function.to_owned(),
        title: id.clone(),
        from: date(2025, 1, 1),
        until: None,
    };
    world.house.add_post(&Acting::operator(), &new).await.expect("the post is set up");
    world.acting(&id).await
}

/// A client of Forssa.
async fn client(world: &World, acting: &Acting, family: &str) -> Uuid {
    let fact = |attribute, value| NewFact::since(date(2024, 1, 1), attribute, value, "person");
    let facts = vec![
        fact("municipality", "061"),
        fact("residence", "permit"),
        fact("labour", "outside"),
        fact("assistance", "lasting"),
        fact("first-permit", "within-3-years"),
    ];
    let birth = Birth::on(1990, 5, 1);
    let new = NewPerson { birth, name: Some(Name::of("Testi", family)), source: "person".to_owned(), facts };
    world.house.add_person(acting, &new).await.expect("added").person
}

async fn a_case(world: &World, acting: &Acting, family: &str) -> (Uuid, Uuid, i64) {
    let person = client(world, acting, family).await;
    let opened = world.house.open_case(acting, "initial-assessment", person).await.expect("opened");
    assert_eq!(opened.route.lead.organ, FORSSA);
    (opened.id, person, opened.number)
}

/// An organ stands beside with a verb, since now.
async fn beside(world: &World, case: Uuid, organ: &str, verb: &str) {
    world
        .house
        .store
        .write(|unit: Unit| async move {
            let sql = "insert into holding (id, case_id, role, organ, verb, also, force, from_at, between_chairs,
                    edition, path, cause, recorded_at, recorded_by)
                select $1, case_id, 'beside', $2, $3, $4, force, $5, $6, edition, path, cause, recorded_at, recorded_by
                from holding where case_id = $7 and role = 'lead' and until_at is null";
            let none = serde_json::json!([]);
            unit.execute(sql, args![unit.new_id(), organ, verb, none, unit.now(), false, case]).await?;
            let word = Word::of("test");
            unit.journal(Entry::new(&Acting::operator().actor, word.clone(), word, case).case(case));
            Ok::<_, storage::Error>(())
        })
        .await
        .expect("one stands beside");
}

fn is_unknown<T: std::fmt::Debug>(said: &Result<T, Error>) -> bool {
    matches!(said, Err(Error::Refused(Refusal::Case(CaseRefusal::Unknown))))
}

async fn who_supervises_sees_what_a_supervision_case_drew(world: &World) {
    let house = &world.house;
    let handler = post(world, FORSSA, "handler").await;
    let supervisor = post(world, FORSSA, "supervisor").await;
    let stranger = post(world, AGENCY, "supervisor").await;
    let (supervision, ..) = a_case(world, &handler, "Valvonta").await;
    let (case, person, number) = a_case(world, &handler, "Warsame").await;
    let (other, ..) = a_case(world, &handler, "Haddad").await;
    let why = "a sample of the year";
    // No case type supervises yet: see below. The lead is no supervisor of its own case.
    let said = house.draw(&supervisor, supervision, number, why).await;
    assert!(
        matches!(said, Err(Error::Refused(Refusal::Drawing(DrawingRefusal::SupervisesNothing { .. })))),
        "{said:?}"
    );
    world.by_hand("insert into supervising_case_type (case_type) values ('initial-assessment')").await.expect("kept");
    let said = house.draw(&supervisor, supervision, number, why).await;
    assert!(matches!(said, Err(Error::Refused(Refusal::Drawing(DrawingRefusal::Unknown)))), "{said:?}");
    // Forssa hands both over, and supervises in them from then on; Hämeenlinna leads.
    for (case, person) in
        [(case, person), (other, house.case(&handler, other).await.expect("it reads").case.person.expect("one"))]
    {
        let new = post_once(world, HAMEENLINNA, "handler").await;
        let moved = NewFact::since(date(2025, 3, 1), "municipality", "109", "person");
        house.record_fact(&handler, person, &moved).await.expect("they moved");
        let offers = house.hand_overs_offered(&handler).await.expect("a list");
        let id = offers.iter().find(|one| one.hand_over.case == case).expect("an offer").hand_over.id;
        for (step, by) in [(ConsentStep::Asked, None), (ConsentStep::Given, Some(SaidBy::Person))] {
            house.consent_to_hand_over(&handler, id, step, by).await.expect("recorded");
        }
        house.accept_hand_over(&new, id, None).await.expect("accepted");
        beside(world, case, FORSSA, "supervise").await;
    }
    assert!(is_unknown(&house.case(&supervisor, case).await), "nothing was drawn yet");
    assert!(is_unknown(&house.draw(&stranger, supervision, number, why).await), "another organ's supervision case");
    let said = house.draw(&handler, supervision, number, why).await;
    assert!(matches!(
        said,
        Err(Error::Refused(Refusal::Case(CaseRefusal::FunctionMayNot { action: Action::Draw, .. })))
    ));
    let said = house.draw(&supervisor, supervision, number, " - ").await;
    assert!(matches!(said, Err(Error::Refused(Refusal::Drawing(DrawingRefusal::NoReason)))));
    let said = house.draw(&supervisor, supervision, 4711, why).await;
    assert!(matches!(said, Err(Error::Refused(Refusal::Drawing(DrawingRefusal::Unknown)))));
    house.draw(&supervisor, supervision, number, why).await.expect("it is drawn");
    let said = house.draw(&supervisor, supervision, number, why).await;
    assert!(matches!(said, Err(Error::Refused(Refusal::Drawing(DrawingRefusal::DrawnAlready { .. })))));
    let seen = house.case(&supervisor, case).await.expect("it was drawn");
    assert!(matches!(&seen.why.ground, Ground::Drawn { why: said, .. } if said == why), "{:?}", seen.why);
    assert!(seen.steps.iter().all(|step| !step.may()), "to be read, and no more");
    assert!(house.person(&supervisor, person, None).await.is_ok());
    assert!(house.take_step(&supervisor, case, "start", 1, &[], None).await.is_err());
    assert!(is_unknown(&house.case(&supervisor, other).await), "the file that was drawn, and no other");
    assert!(is_unknown(&house.case(&stranger, case).await));
    let lists = house.cases_of_organ(&supervisor, &Wanted::default()).await.expect("a list").rows;
    assert_eq!(lists.iter().map(|row| row.case.id).collect::<Vec<_>>(), [supervision], "what was drawn is in no list");
    assert_eq!(house.drawn(&supervisor, supervision).await.expect("one").len(), 1);
    for (sql, said) in [
        ("delete from case_drawn", "what was drawn is never removed"),
        ("update case_drawn set reason = 'x'", "what was drawn is never edited"),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
    // The supervision case closes, and with it the file.
    crate::handover::close(house, supervision).await;
    assert!(is_unknown(&house.case(&supervisor, case).await));
    assert!(house.person(&supervisor, person, None).await.is_err());
}

async fn post_once(world: &World, organ: &str, function: &str) -> Acting {
    match world.house.acting(&format!("{}/{function}", organ.replace(':', "-"))).await {
        Ok(acting) => acting,
        Err(_) => post(world, organ, function).await,
    }
}

async fn who_steers_sees_figures_and_no_file(world: &World) {
    let house = &world.house;
    let handler = post(world, FORSSA, "handler").await;
    let planner = post(world, AGENCY, "planner").await;
    let adviser = post(world, AGENCY, "handler").await;
    assert!(house.figures(&planner).await.expect("none").is_empty());
    let mut people = Vec::new();
    for at in 0..5 {
        let (case, person, _) = a_case(world, &handler, &format!("Henkil{at}")).await;
        beside(world, case, AGENCY, "steer").await;
        let told = house.figures(&planner).await.expect("figures");
        let all = if at < 4 { Figure::Few } else { Figure::Of(5) };
        assert_eq!((told.len(), told[0].all, told[0].by_lead.clone()), (1, all, vec![(FORSSA.to_owned(), all)]));
        people.push((case, person));
    }
    for acting in [&planner, &adviser] {
        for (case, person) in &people {
            assert!(is_unknown(&house.case(acting, *case).await));
            assert!(house.person(acting, *person, None).await.is_err());
            assert!(house.cases_of_person(acting, *person).await.expect("none").is_empty());
        }
        assert!(house.cases_of_organ(acting, &Wanted::default()).await.expect("none").rows.is_empty());
        assert!(house.find_people(acting, "testi").await.expect("nobody").is_empty());
        assert!(house.reminders(acting).await.expect("none").is_empty());
    }
    assert!(house.figures(&adviser).await.is_err(), "a handler who steers sees no figures");
    assert!(house.figures(&handler).await.is_err());
    // Of a secluded type nobody counts but the lead.
    world.by_hand("insert into secluded_case_type (case_type) values ('initial-assessment')").await.expect("secluded");
    assert!(house.figures(&planner).await.expect("none").is_empty());
    let own = post(world, FORSSA, "planner").await;
    assert_eq!(house.figures(&own).await.expect("figures")[0].all, Figure::Of(5));
    let counted = "select count(*) as n from journal_entry where action = 'count' and noun = 'case'";
    assert_eq!(world.number(counted).await, 8, "each reading has its line, and what was refused has none");
}

async fn documents_of_a_protected_person_are_for_named_handlers(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let handler = post(world, FORSSA, "handler").await;
    let colleague = post(world, FORSSA, "decision-maker").await;
    let outside = post(world, HAMEENLINNA, "handler").await;
    let (case, person, number) = a_case(world, &handler, "Warsame").await;
    let added = house.add_document(&handler, case, offered("Kauppakatu 1.pdf"), &pdf(4_000)[..]).await.expect("added");
    let protection = NewProtection {
        basis: "a decision".to_owned(),
        from: date(2025, 3, 1),
        until: Some(date(2025, 6, 1)),
        handlers: vec![handler.post().to_owned()],
    };
    house.protect(&handler, person, &protection).await.expect("protected");
    house.open_outside(&outside, number, "she is here and in danger").await.expect("opened");
    for acting in [&colleague, &outside] {
        assert!(house.case(acting, case).await.is_ok(), "the file is seen, and not where the person lives");
        for said in [
            house.documents_of_case(acting, case).await.map(drop),
            house.document(acting, added.document, None).await.map(drop),
        ] {
            let only = matches!(
                said,
                Err(Error::Refused(Refusal::Case(CaseRefusal::HandlersOnly { action: Action::ReadDocument, .. })))
            );
            assert!(only, "{said:?}");
        }
        assert!(house.find_people(acting, "warsame").await.expect("nobody").is_empty());
    }
    let stranger = post(world, AGENCY, "handler").await;
    assert!(is_unknown(&house.documents_of_case(&stranger, case).await), "whoever sees no case hears of no protection");
    assert_eq!(house.documents_of_case(&handler, case).await.expect("one").len(), 1);
    world.hands.set("2025-06-01T00:00:00+03:00");
    assert_eq!(house.documents_of_case(&colleague, case).await.expect("it is over").len(), 1);
}

async fn an_opening_shows_nothing_that_the_person_did_not_let_pass_on(world: &World) {
    let house = &world.house;
    let (old, new) = (post(world, FORSSA, "handler").await, post(world, HAMEENLINNA, "handler").await);
    let outside = post(world, "employment-authority:tyohame", "handler").await;
    let (case, person, number) = a_case(world, &old, "Warsame").await;
    house
        .record_fact(&old, person, &NewFact::since(date(2025, 3, 1), "phone", "040 1234567", "person"))
        .await
        .expect("a number");
    house
        .record_fact(&old, person, &NewFact::since(date(2025, 3, 1), "municipality", "109", "person"))
        .await
        .expect("moved");
    let offers = house.hand_overs_offered(&old).await.expect("a list");
    let id = offers.iter().find(|one| one.hand_over.case == case).expect("an offer").hand_over.id;
    for (step, by) in [(ConsentStep::Asked, None), (ConsentStep::Refused, Some(SaidBy::Person))] {
        house.consent_to_hand_over(&old, id, step, by).await.expect("recorded");
    }
    house.accept_hand_over(&new, id, None).await.expect("accepted");
    house.open_outside(&outside, number, "she is here and in danger").await.expect("opened");
    let known = house.person(&outside, person, None).await.expect("it is open");
    assert!(known.facts.iter().all(|fact| fact.attribute != "phone"), "{:?}", known.facts);
    assert!(house.person(&old, person, None).await.expect("kept").facts.iter().any(|fact| fact.attribute == "phone"));
}

async fn of_secluded_cases_nobody_but_the_lead_knows(world: &World) {
    let house = &world.house;
    world.by_hand("insert into secluded_case_type (case_type) values ('initial-assessment')").await.expect("secluded");
    let handler = post(world, FORSSA, "handler").await;
    let recorder = post(world, HAMEENLINNA, "handler").await;
    let person = client(world, &recorder, "Warsame").await;
    assert!(house.person(&recorder, person, None).await.is_ok(), "the recorder sees a person without a case for a day");
    let (case, own, number) = a_case(world, &handler, "Haddad").await;
    for verb in ["take-part", "decide", "supervise", "steer"] {
        beside(world, case, HAMEENLINNA, verb).await;
    }
    for function in ["handler", "decision-maker", "team-lead", "director", "planner", "supervisor", "auditor"] {
        let acting = post_once(world, HAMEENLINNA, function).await;
        assert!(is_unknown(&house.case(&acting, case).await), "{function}");
        assert!(is_unknown(&house.case_by_number(&acting, number).await), "{function}");
        assert!(house.person(&acting, own, None).await.is_err());
        assert!(house.cases_of_organ(&acting, &Wanted::default()).await.expect("none").rows.is_empty());
        assert!(house.cases_of_person(&acting, own).await.expect("none").is_empty());
        assert!(house.find_people(&acting, "haddad").await.expect("nobody").is_empty());
        assert!(
            house.figures(&acting).await.is_ok_and(|told| told.is_empty())
                || !["director", "planner", "supervisor", "team-lead"].contains(&function)
        );
        let filter = Filter { case: Some(number), at_most: 10, ..Filter::default() };
        assert!(house.journal_lines(&acting, &filter).await.is_err(), "{function}");
        assert!(house.open_outside(&acting, number, "she is in danger").await.is_err(), "{function}");
    }
    // What the recorder sees of a person does not tell whether the lead has opened a case since.
    let opened = house.open_case(&recorder, "initial-assessment", person).await.expect("opened");
    assert_eq!(opened.route.lead.organ, FORSSA);
    assert!(is_unknown(&house.case(&recorder, opened.id).await));
    assert!(house.person(&recorder, person, None).await.is_ok());
    assert!(house.case(&handler, case).await.is_ok() && house.case(&handler, opened.id).await.is_ok());
}

async fn an_auditor_reads_the_journal_of_the_own_organ(world: &World) {
    let house = &world.house;
    let handler = post(world, FORSSA, "handler").await;
    let (case, person, number) = a_case(world, &handler, "Warsame").await;
    let other = post(world, HAMEENLINNA, "handler").await;
    let (theirs, stranger) = (client(world, &other, "Haddad").await, post(world, HAMEENLINNA, "auditor").await);
    house.open_outside(&other, number, "she is here and in danger").await.expect("opened");
    house.case(&other, case).await.expect("read");
    let own = post(world, FORSSA, "auditor").await;
    let all = Filter { at_most: 1000, ..Filter::default() };
    let lines = house.journal_lines(&own, &all).await.expect("lines");
    assert!(lines.iter().any(|line| line.organ == HAMEENLINNA && line.case == Some(case)), "who looked at our file");
    assert!(lines.iter().all(|line| line.organ == FORSSA || line.case == Some(case)));
    assert!(lines.iter().all(|line| line.person != Some(theirs)), "nothing of another organ's people");
    let lines = house.journal_lines(&stranger, &all).await.expect("lines");
    assert!(!lines.is_empty() && lines.iter().all(|line| line.organ == HAMEENLINNA), "{lines:?}");
    // By number: what nobody of the organ did anything in is not there.
    let (unread, _, number_of_unread) = a_case(world, &handler, "Saleh").await;
    assert!(house.case(&handler, unread).await.is_ok());
    let of = |number| Filter { case: Some(number), at_most: 1000, ..Filter::default() };
    let absent = format!("{:?}", house.journal_lines(&stranger, &of(4711)).await);
    let hidden = house.journal_lines(&stranger, &of(number_of_unread)).await;
    assert!(is_unknown(&hidden) && format!("{hidden:?}") == absent, "the same words for absent and forbidden");
    // A team lead reads what was done in a case that the team leads, and names it.
    let lead = post(world, FORSSA, "team-lead").await;
    assert!(house.journal_lines(&lead, &of(number)).await.expect("lines").iter().any(|line| line.organ == HAMEENLINNA));
    let said = house.journal_lines(&lead, &Filter { person: Some(person), at_most: 10, ..Filter::default() }).await;
    assert!(matches!(said, Err(Error::Refused(Refusal::Journal(JournalRefusal::NotForThisPost)))));
    let said = house.journal_lines(&handler, &of(number)).await;
    assert!(matches!(
        said,
        Err(Error::Refused(Refusal::Case(CaseRefusal::FunctionMayNot { action: Action::SeeJournal, .. })))
    ));
    let elsewhere = post(world, HAMEENLINNA, "team-lead").await;
    assert!(is_unknown(&house.journal_lines(&elsewhere, &of(number)).await));
}

on_both_engines! { at "2025-03-03T09:00:00+02:00":
    who_supervises_sees_what_a_supervision_case_drew,
    who_steers_sees_figures_and_no_file,
    documents_of_a_protected_person_are_for_named_handlers,
    an_opening_shows_nothing_that_the_person_did_not_let_pass_on,
    of_secluded_cases_nobody_but_the_lead_knows,
    an_auditor_reads_the_journal_of_the_own_organ,
}
