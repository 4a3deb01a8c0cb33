//! A person lets an organ's papers not pass on (681/2023 § 85): the organ that follows sees nothing of what was written
//! before, of any kind; the one that went keeps it; and where a protected person lives stands in no reason of a holding.

use casework::case::Refusal as CaseRefusal;
use casework::case::field::Given;
use casework::case::reading::Wanted;
use casework::decision::{Kind, NewDecision, NewNotification, Refusal as DecisionRefusal};
use casework::document::Refusal as DocumentRefusal;
use casework::handover::{ConsentStep, SaidBy};
use casework::person::{
    Birth, Capacity, Kin, Masked, Name, NewFact, NewPerson, NewProtection, NewRelation, NewRepresentative,
    Refusal as PersonRefusal, Verdict,
};
use casework::post::{Acting, NewPost};
use casework::{Error, House, Refusal};
use jiff::civil::date;
use uuid::Uuid;

use crate::document::{offered, read, refusal as document_refusal};
use crate::handover::believe;
use crate::on_both_engines;
use crate::place::{Place, pdf};
use crate::world::World;

const SECRET: &str = "what was told in confidence";

/// A client of Forssa whose case goes to Hämeenlinna, with everything that can be written about them.
struct Told {
    house: House,
    old: Acting,
    new: Acting,
    person: Uuid,
    sister: Uuid,
    case: Uuid,
    extension: Uuid,
    decision: Uuid,
    document: Uuid,
    fact: Uuid,
    relation: Uuid,
    hand_overs: [Uuid; 2],
    _place: Place,
}

fn fact(attribute: &str, value: &str) -> NewFact {
    NewFact::since(date(2024, 1, 1), attribute, value, "person")
}

async fn post(world: &World, id: &str, organ: &str) -> Acting {
    let new = NewPost {
        id: id.to_owned(),
        organ: organ.to_owned(),
        function: "decision-maker".to_owned(),
        title: id.to_owned(),
        from: date(2024, 1, 1),
        until: None,
    };
    world.house.add_post(&Acting::operator(), &new).await.expect("the post is set up");
    world.acting(id).await
}

fn someone(given: &str, family: &str) -> NewPerson {
    let facts = [
        ("municipality", "061"),
        ("residence", "permit"),
        ("labour", "outside"),
        ("assistance", "lasting"),
        ("first-permit", "within-3-years"),
    ];
    NewPerson {
        birth: Birth::on(1990, 5, 1),
        name: Some(Name::of(given, family)),
        source: "person".to_owned(),
        facts: facts.map(|(attribute, value)| fact(attribute, value)).to_vec(),
    }
}

/// Everything is told to Forssa, and consent is answered so. The hand-overs have taken effect.
async fn told(world: &World, answer: ConsentStep) -> Told {
    let place = Place::new();
    let house = place.house(world).await;
    let old = post(world, "forssa/head", "municipality:061").await;
    let new = post(world, "hameenlinna/head", "municipality:109").await;
    let person = house.add_person(&old, &someone("Mohammed", "O'Brien")).await.expect("added").person;
    let sister = house.add_person(&old, &someone("Amina", "O'Brien")).await.expect("added").person;
    house.record_fact(&old, person, &fact("phone", "+358 40 1234567")).await.expect("a number");
    let case = house.open_case(&old, "initial-assessment", person).await.expect("opened").id;
    let extension = house.open_case(&old, "plan-extension", person).await.expect("opened");
    assert_eq!(extension.route.lead.organ, "municipality:061");
    let extension = extension.id;
    let sisters = house.open_case(&old, "initial-assessment", sister).await.expect("opened").id;
    let invitation = [Given::new("invitation-language", SECRET)];
    house.take_step(&old, case, "invite", 1, &invitation, None).await.expect("invited");
    let reasons = [Given::new("reasons", SECRET)];
    let decide = NewDecision {
        case: extension,
        step: "decide",
        based_on: 1,
        result: Some("extended"),
        fields: &reasons,
        although: None,
    };
    let decision = house.decide(&old, decide).await.expect("decided").id;
    let document = house.add_document(&old, case, offered("kartoitus.pdf"), &pdf(4_000)[..]).await.expect("added");
    let kin = NewRelation { other: sister, kin: Kin::Sibling, from: None, until: None, source: "person".to_owned() };
    let relation = house.relate(&old, person, &kin).await.expect("related");
    let acts = NewRepresentative {
        capacity: Capacity::Guardian,
        name: "A. Guardian".to_owned(),
        contact: Some("somewhere".to_owned()),
        scope: "all".to_owned(),
        basis: "a decision".to_owned(),
        from: date(2024, 1, 1),
        until: None,
    };
    house.add_representative(&old, person, &acts).await.expect("a representative");
    house.say_alike(&old, person, sister, Verdict::Different, SECRET).await.expect("two");
    let known = house.person(&old, person, None).await.expect("known");
    let fact = known.on("phone", date(2025, 3, 1)).next().expect("the number").id;
    believe(&house, person, "municipality", "109").await;
    believe(&house, sister, "municipality", "109").await;
    let mut hand_overs = [Uuid::nil(); 2];
    for (at, case) in [case, extension].into_iter().enumerate() {
        let id = house.offer_hand_over(&old, case).await.expect("it is offered").hand_over.expect("an offer");
        for (step, by) in [(ConsentStep::Asked, None), (answer, Some(SaidBy::Person))] {
            house.consent_to_hand_over(&old, id, step, by).await.expect("recorded");
        }
        house.accept_hand_over(&new, id, None).await.expect("accepted");
        hand_overs[at] = id;
    }
    let id = house.offer_hand_over(&old, sisters).await.expect("it is offered").hand_over.expect("an offer");
    for (step, by) in [(ConsentStep::Asked, None), (ConsentStep::Given, Some(SaidBy::Person))] {
        house.consent_to_hand_over(&old, id, step, by).await.expect("recorded");
    }
    house.accept_hand_over(&new, id, None).await.expect("accepted");
    let document = document.document;
    Told {
        house,
        old,
        new,
        person,
        sister,
        case,
        extension,
        decision,
        document,
        fact,
        relation,
        hand_overs,
        _place: place,
    }
}

/// Whether some text stands anywhere in an answer.
fn says<T: std::fmt::Debug>(answer: &T, text: &str) -> bool {
    format!("{answer:?}").contains(text)
}

async fn of_the_case_the_new_lead_sees_what_is_written_since(world: &World) {
    let Told { house, new, case, .. } = told(world, ConsentStep::Refused).await;
    let whole = house.case(&new, case).await.expect("it leads it");
    assert!(whole.fields.present.iter().all(|one| one.value.is_none()) && whole.changes.is_empty(), "{whole:?}");
    assert_eq!((whole.case.status.as_str(), whole.case.municipality.clone()), ("invited", None));
    assert!(whole.holdings.iter().all(|one| one.path.facts.is_empty() && one.path.age.is_none()), "{whole:?}");
    assert!(whole.held.iter().all(|one| !one.path.basis.is_empty()), "why it leads is still said");
    assert!(!says(&whole, SECRET));
    assert_eq!(house.field_history(&new, case, "invitation-language").await.expect("read"), []);
    assert!(!says(&house.person_view(&new, case).await.expect("the person's view"), SECRET));
    let listed = house.cases_of_organ(&new, &Wanted::default()).await.expect("a list");
    assert_eq!((listed.rows.len(), listed.rows[0].case.municipality.clone()), (3, None));
    // What the step needs is not there for it: it is asked anew, and what is written anew is seen, also the same words.
    let again = house.take_step(&new, case, "invite", whole.case.version, &[], None).await.expect_err("it is needed");
    assert!(matches!(again, Error::Refused(Refusal::Case(CaseRefusal::CannotStep(_)))), "{again:?}");
    let same = [Given::new("invitation-language", SECRET)];
    house.take_step(&new, case, "invite", whole.case.version, &same, None).await.expect("invited anew");
    let whole = house.case(&new, case).await.expect("it leads it");
    assert_eq!((whole.fields.present.iter().filter(|one| one.value.is_some()).count(), whole.changes.len()), (1, 1));
    assert_eq!(house.field_history(&new, case, "invitation-language").await.expect("read").len(), 1);
}

async fn neither_documents_nor_decisions_pass_on(world: &World) {
    let told = told(world, ConsentStep::Refused).await;
    let Told { house, new, case, extension, decision, document, .. } = &told;
    assert_eq!(house.documents_of_case(new, *case).await.expect("a list"), []);
    assert_eq!(document_refusal(house.document(new, *document, None).await), DocumentRefusal::Unknown);
    assert_eq!(document_refusal(house.document(new, Uuid::nil(), None).await), DocumentRefusal::Unknown);
    assert_eq!(document_refusal(house.withdraw_document(new, *document, "x").await), DocumentRefusal::Unknown);
    let more = house.add_version(new, *document, 1, offered("x.pdf"), &pdf(100)[..]).await;
    assert_eq!(document_refusal(more), DocumentRefusal::Unknown);
    let own = house.add_document(new, *case, offered("oma.pdf"), &pdf(500)[..]).await.expect("added").document;
    assert_eq!(house.documents_of_case(new, *case).await.expect("a list").len(), 1);
    assert_eq!(read(house, new, own, None).await.expect("its own").len(), 500);
    assert_eq!(house.decisions_of_case(new, *extension).await.expect("a list"), []);
    let notify = NewNotification {
        decision: *decision,
        kind: Kind::Electronic,
        sent: Some(date(2025, 3, 3)),
        received: Some(date(2025, 3, 3)),
        reason: "a receipt",
        limit: None,
        replaces: None,
    };
    let refused = house.notify_decision(new, notify).await.expect_err("there is none");
    assert!(matches!(refused, Error::Refused(Refusal::Decision(DecisionRefusal::Unknown))), "{refused:?}");
}

async fn of_the_person_neither_facts_nor_names_pass_on(world: &World) {
    let told = told(world, ConsentStep::Refused).await;
    let Told { house, new, person, .. } = &told;
    let known = house.person(new, *person, None).await.expect("it leads a case");
    // `believe` records for nobody, before the effect.
    assert_eq!((known.facts.as_slice(), known.birth), (&[][..], Birth::default()));
    assert_eq!(house.person_history(new, *person, None).await.expect("read"), []);
    let before = Some(world.hands.now());
    assert_eq!(house.person(new, *person, before).await.expect("read").facts, []);
    let circle = house.person_circle(new, *person).await.expect("read");
    assert!(circle.relations.is_empty() && circle.representatives.is_empty(), "{circle:?}");
    assert!(house.said_alike(new, *person).await.expect("read").is_empty());
    assert!(house.possible_duplicates(new, *person).await.expect("compared").is_empty());
    // The sister let her papers pass on: she is found by the name, he is not.
    let found = house.find_people(new, "o'brien").await.expect("found");
    assert_eq!(found.iter().map(|one| one.person).collect::<Vec<_>>(), [told.sister]);
    let kept = house.find_people(&told.old, "mohammed").await.expect("nobody");
    assert!(kept.is_empty(), "one searches among those whose cases one has");
    let unknown = |said: Result<_, Error>| {
        assert!(matches!(said, Err(Error::Refused(Refusal::Person(PersonRefusal::UnknownFact)))), "{said:?}");
    };
    unknown(house.withdraw_fact(new, *person, told.fact).await);
    assert!(house.end_relation(new, *person, told.relation, None).await.is_err());
    // Another case, opened by it, does not get round it.
    house.open_case(new, "initial-assessment", *person).await.expect("opened");
    assert!(house.person(new, *person, None).await.expect("read").facts.is_empty());
}

async fn what_is_said_anew_is_seen_and_what_rests_of_the_old_is_not(world: &World) {
    let told = told(world, ConsentStep::Refused).await;
    let Told { house, new, old, person, .. } = &told;
    // The same as is believed already: it is said by the new lead now.
    let number = fact("phone", "+358 40 1234567");
    let said = house.record_fact(new, *person, &number).await.expect("recorded");
    assert_eq!((said.written.len(), said.withdrawn.len()), (1, 0), "{said:?}");
    // Other days of what is closed: the rest goes on being believed, and is not shown.
    let outside = NewFact { from: date(2025, 3, 1), ..fact("labour", "unemployed-job-seeker") };
    let said = house.record_fact(new, *person, &outside).await.expect("recorded");
    assert_eq!((said.written.len(), said.withdrawn.len()), (1, 0), "{said:?}");
    assert_eq!(world.number("select count(*) as n from person_fact where rest_of is not null").await, 1);
    // And of the rest, another rest.
    let earlier = NewFact { from: date(2024, 6, 1), until: Some(date(2024, 7, 1)), ..fact("labour", "student") };
    let said = house.record_fact(new, *person, &earlier).await.expect("recorded");
    assert_eq!((said.written.len(), said.withdrawn.len()), (1, 0), "{said:?}");
    let known = house.person(new, *person, None).await.expect("known");
    let mut values: Vec<_> = known.facts.iter().map(|fact| fact.value.seen().cloned().unwrap_or_default()).collect();
    values.sort();
    assert_eq!(values, ["+358401234567", "student", "unemployed-job-seeker"]);
    let history = house.person_history(new, *person, Some("labour")).await.expect("read");
    assert!(!says(&history, "outside"), "{history:?}");
    // The old organ keeps what it had been told, as it was told.
    let kept = house.person(old, *person, None).await.expect("its own papers");
    let number = kept.on("labour", date(2025, 3, 1)).next().expect("it was told");
    assert_eq!(number.value, Masked::Seen("outside".to_owned()));
    assert!(!says(&kept, "student"));
    let said = world
        .by_hand("update person_fact set rest_of = id, withdrawn_by = 'x' where withdrawn_at is null")
        .await
        .expect_err("not so");
    assert!(!said.is_empty());
}

async fn hand_overs_and_limits_name_no_reason_from_before(world: &World) {
    let told = told(world, ConsentStep::Refused).await;
    let Told { house, new, case, .. } = &told;
    let all = house.hand_overs_of(new, *case).await.expect("a list");
    assert_eq!(all.len(), 1, "the one by which it came");
    assert!(all[0].why.facts.is_empty() && !all[0].why.basis.is_empty(), "{all:?}");
    let limits = house.limits_of_case(new, *case).await.expect("the clocks");
    assert!(!limits.is_empty(), "what runs binds the new lead");
    assert!(!says(&limits, SECRET));
    assert!(house.reminders_of_case(new, *case).await.expect("none").is_empty());
    assert!(!house.due(new, date(2030, 1, 1)).await.expect("a list").is_empty());
}

async fn the_old_organ_keeps_its_papers_and_writes_nothing(world: &World) {
    let told = told(world, ConsentStep::Refused).await;
    let Told { house, old, new, case, extension, document, person, .. } = &told;
    let version = house.case(new, *case).await.expect("the case").case.version;
    let own = [Given::new("invitation-language", "theirs")];
    house.take_step(new, *case, "invite", version, &own, None).await.expect("invited anew");
    house.take_step(new, *case, "start", version + 1, &[], None).await.expect("begun");
    house.add_document(new, *case, offered("oma.pdf"), &pdf(500)[..]).await.expect("added");
    let kept = house.case(old, *case).await.expect("its papers");
    assert_eq!((kept.case.status.as_str(), kept.case.version, kept.changes.len()), ("invited", 2, 1));
    assert!(says(&kept.fields, SECRET) && !says(&kept, "theirs"), "{kept:?}");
    assert!(kept.steps.iter().all(|step| !step.may()), "it takes no steps");
    assert!(kept.holdings.iter().all(|one| one.organ != "municipality:109"));
    assert_eq!(house.documents_of_case(old, *case).await.expect("its own").len(), 1);
    assert_eq!(read(house, old, *document, None).await.expect("its own").len(), 4_000);
    assert_eq!(house.decisions_of_case(old, *extension).await.expect("its own").len(), 1);
    assert!(!house.limits_of_case(old, *case).await.expect("the clocks").is_empty());
    assert!(house.person(old, *person, None).await.expect("known").name_on(date(2025, 3, 1)).is_some());
    // It is in no list of what it bears, and nothing can be written.
    assert!(house.cases_of_organ(old, &Wanted::default()).await.expect("a list").rows.is_empty());
    let unknown = |said: Error| assert!(matches!(said, Error::Refused(_)), "{said:?}");
    unknown(house.take_step(old, *case, "start", 2, &[], None).await.expect_err("it leads no more"));
    unknown(house.add_document(old, *case, offered("x.pdf"), &pdf(9)[..]).await.map(drop).expect_err("no"));
    unknown(house.record_fact(old, *person, &fact("phone", "+358 1")).await.map(drop).expect_err("no"));
    unknown(house.withdraw_document(old, *document, "x").await.expect_err("no"));
}

async fn consent_given_afterwards_opens_all_to_the_one_and_closes_it_to_the_other(world: &World) {
    let told = told(world, ConsentStep::Refused).await;
    let Told { house, old, new, case, person, .. } = &told;
    for id in told.hand_overs {
        house.consent_to_hand_over(new, id, ConsentStep::Given, Some(SaidBy::Person)).await.expect("given");
    }
    assert!(says(&house.case(new, *case).await.expect("the case"), SECRET));
    assert_eq!(house.documents_of_case(new, *case).await.expect("a list").len(), 1);
    assert_eq!(house.decisions_of_case(new, told.extension).await.expect("a list").len(), 1);
    let known = house.person(new, *person, None).await.expect("known");
    assert!(known.name_on(date(2025, 3, 1)).is_some() && known.birth == Birth::on(1990, 5, 1), "{known:?}");
    assert_eq!(house.find_people(new, "o'brien").await.expect("found").len(), 2);
    for said in [house.case(old, *case).await.map(drop), house.person(old, *person, None).await.map(drop)] {
        assert!(matches!(said, Err(Error::Refused(_))), "the papers passed on: {said:?}");
    }
}

async fn with_consent_nothing_is_kept_from_anybody(world: &World) {
    let told = told(world, ConsentStep::Given).await;
    let Told { house, new, case, person, document, .. } = &told;
    assert!(says(&house.case(new, *case).await.expect("the case"), SECRET));
    assert_eq!(read(house, new, *document, None).await.expect("read").len(), 4_000);
    assert!(!house.person(new, *person, None).await.expect("known").facts.is_empty());
    assert!(matches!(house.case(&told.old, *case).await, Err(Error::Refused(_))));
}

async fn a_hand_over_that_was_called_off_withholds_nothing(world: &World) {
    let old = world.acting("forssa/coordinator").await;
    let new = world.acting("hameenlinna/coordinator").await;
    let house = &world.house;
    let person = house.add_person(&old, &someone("Amina", "Hassan")).await.expect("added").person;
    let case = house.open_case(&old, "initial-assessment", person).await.expect("opened").id;
    for (step, effect) in [(ConsentStep::Refused, Some("2025-04-01T00:00:00+03:00")), (ConsentStep::Given, None)] {
        believe(house, person, "municipality", "109").await;
        let id = house.offer_hand_over(&old, case).await.expect("it is offered").hand_over.expect("an offer");
        for (step, by) in [(ConsentStep::Asked, None), (step, Some(SaidBy::Person))] {
            house.consent_to_hand_over(&old, id, step, by).await.expect("recorded");
        }
        let effect = effect.map(|effect| effect.parse().expect("an instant"));
        house.accept_hand_over(&new, id, effect).await.expect("accepted");
        if effect.is_some() {
            // The person does not move after all: the fact calls the planned lead off.
            let stays = NewFact { from: date(2025, 3, 3), ..fact("municipality", "061") };
            let shown = house.preview_fact(&old, person, &stays).await.expect("a preview").shown;
            house.record_fact_and_move(&old, person, &stays, &shown).await.expect("called off");
            world.hands.set("2025-04-10T09:00:00+03:00");
        }
    }
    assert_eq!(world.number("select count(*) as n from handover_withheld where opened_at is null").await, 1);
    assert_eq!(house.file_closed_before(&new, case).await.expect("asked"), None);
    assert!(!house.person(&new, person, None).await.expect("known").facts.is_empty());
    assert!(matches!(house.case(&old, case).await, Err(Error::Refused(_))), "it keeps nothing either");
}

async fn where_a_protected_person_lives_stands_in_no_reason(world: &World) {
    let old = world.acting("forssa/coordinator").await;
    let (handler, other) = (&old, &post(world, "forssa/other", "municipality:061").await);
    let new = world.acting("hameenlinna/coordinator").await;
    let house = &world.house;
    let person = house.add_person(&old, &someone("Amina", "Hassan")).await.expect("added").person;
    let case = house.open_case(&old, "initial-assessment", person).await.expect("opened").id;
    let protection = NewProtection {
        basis: "a prohibition".to_owned(),
        from: date(2025, 1, 1),
        until: None,
        handlers: vec!["forssa/coordinator".to_owned()],
    };
    house.protect(&old, person, &protection).await.expect("protected");
    believe(house, person, "municipality", "109").await;
    let id = house.offer_hand_over(&old, case).await.expect("it is offered").hand_over.expect("an offer");
    for (step, by) in [(ConsentStep::Asked, None), (ConsentStep::Given, Some(SaidBy::Person))] {
        house.consent_to_hand_over(&old, id, step, by).await.expect("recorded");
    }
    let tells = |path: &casework::holding::Path| {
        path.municipality.is_some() || path.facts.iter().any(|(attribute, _)| attribute == "municipality")
    };
    let seen = |whole: &casework::case::reading::WholeCase| {
        whole.holdings.iter().chain(&whole.held).any(|one| tells(&one.path)) || whole.case.municipality.is_some()
    };
    assert!(seen(&house.case(handler, case).await.expect("the case")));
    assert!(!seen(&house.case(other, case).await.expect("the case")));
    assert!(tells(&house.hand_overs_of(handler, case).await.expect("a list")[0].why));
    assert!(!tells(&house.hand_overs_of(other, case).await.expect("a list")[0].why));
    assert!(tells(&house.hand_overs_offered(handler).await.expect("a list")[0].hand_over.why));
    assert!(!tells(&house.hand_overs_offered(other).await.expect("a list")[0].hand_over.why));
    assert!(!tells(&house.hand_overs_to_answer(&new).await.expect("a list")[0].hand_over.why));
    let preview = house.preview_hand_over(&new, id).await.expect("a preview");
    assert!(!tells(&preview.hand_over.why) && preview.about.is_some_and(|about| about.municipality.is_none()));
    // Another case of theirs, opened by who is no named handler: the route that is answered names no place either.
    let opened = house.open_case(other, "plan-extension", person).await.expect("opened");
    assert!(!tells(&opened.route.lead.path) && opened.route.beside.iter().all(|one| !tells(&one.path)));
}

on_both_engines! { at "2025-03-03T09:00:00+02:00":
    of_the_case_the_new_lead_sees_what_is_written_since,
    neither_documents_nor_decisions_pass_on,
    of_the_person_neither_facts_nor_names_pass_on,
    what_is_said_anew_is_seen_and_what_rests_of_the_old_is_not,
    hand_overs_and_limits_name_no_reason_from_before,
    the_old_organ_keeps_its_papers_and_writes_nothing,
    consent_given_afterwards_opens_all_to_the_one_and_closes_it_to_the_other,
    with_consent_nothing_is_kept_from_anybody,
    a_hand_over_that_was_called_off_withholds_nothing,
    where_a_protected_person_lives_stands_in_no_reason,
}
