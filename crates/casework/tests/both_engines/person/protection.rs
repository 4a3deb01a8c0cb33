//! Protection: only named handlers see where the person is to be found, and the program goes on routing.

use casework::person::{
    Birth, Capacity, Kin, Masked, Name, NewFact, NewProtection, NewRelation, NewRepresentative, Refusal,
};
use jiff::civil::date;

use super::facts::{person_with_case, refusal};
use super::known::named;
use crate::on_both_engines;
use crate::world::World;

fn protection(until: Option<jiff::civil::Date>) -> NewProtection {
    NewProtection {
        basis: "decision of 1.6.2024".to_owned(),
        from: date(2024, 6, 1),
        until,
        handlers: vec!["te-hame/expert".to_owned()],
    }
}

async fn others_get_what_is_masked(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let head = world.acting("te-hame/head").await;
    let name = Name::of("Amina", "Warsame").written();
    let day = date(2024, 2, 1);
    for (attribute, value) in [
        ("name", name.as_str()),
        ("address", "Kauppakatu 1"),
        ("phone", "040 1234567"),
        ("email", "a@example.org"),
        ("language", "so"),
    ] {
        let said = NewFact::since(day, attribute, value, "person");
        world.house.record_fact(&expert, person, &said).await.expect(attribute);
    }
    let guardian = NewRepresentative {
        capacity: Capacity::Trustee,
        name: "Trustee's office".to_owned(),
        contact: Some("Kauppakatu 2".to_owned()),
        scope: "property".to_owned(),
        basis: "decision of 2.5.2024".to_owned(),
        from: day,
        until: None,
    };
    world.house.add_representative(&expert, person, &guardian).await.expect("recorded");
    world.house.protect(&expert, person, &protection(Some(date(2024, 12, 1)))).await.expect("protected");

    let tells_where = ["address", "phone", "email", "municipality"];
    for (acting, masked) in [(&expert, false), (&head, true)] {
        let known = world.house.person(acting, person, None).await.expect("it is seen");
        let history = world.house.person_history(acting, person, None).await.expect("it is seen");
        for fact in known.facts.iter().chain(&history) {
            let withheld = masked && tells_where.contains(&fact.attribute.as_str());
            assert_eq!(fact.value == Masked::Withheld, withheld, "{fact:?}");
        }
        let circle = world.house.person_circle(acting, person).await.expect("it is seen");
        assert!(circle.protected);
        assert_eq!(circle.representatives[0].contact == Masked::Withheld, masked);
        let found = world.house.find_people(acting, "warsame").await.expect("a search").len();
        assert_eq!(found, usize::from(!masked), "only a named handler finds the person");
    }
    // One who may not see where the person lives does not learn it by recording where they live now.
    let moved = NewFact::since(date(2024, 6, 3), "address", "Hämeenkatu 2", "person");
    let recorded = world.house.record_fact(&head, person, &moved).await.expect("it is recorded");
    assert!(recorded.written.iter().chain(&recorded.withdrawn).all(|fact| fact.value == Masked::Withheld));
    assert_eq!(recorded.withdrawn.len(), 1);
    // The program reads it all the same.
    let opened = world.house.open_case(&head, "initial-assessment", person).await.expect("another case");
    assert_eq!(opened.route.lead.organ, "te-office:hame");
    assert!(opened.route.between().is_none());

    // Its last day has passed: at midnight, in the zone of the house.
    world.hands.set("2024-11-30T23:59:00+02:00");
    assert!(world.house.find_people(&head, "warsame").await.expect("a search").is_empty());
    world.hands.set("2024-12-01T00:00:00+02:00");
    assert_eq!(world.house.find_people(&head, "warsame").await.expect("a search").len(), 1);
}

async fn relations_hide_a_protected_person(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let head = world.acting("te-hame/head").await;
    let child = named(Name::of("Yusuf", "Warsame"), Birth { year: Some(2015), ..Birth::default() });
    let child = world.house.add_person(&expert, &child).await.expect("added").person;
    let kin = NewRelation { other: child, kin: Kin::Child, from: None, until: None, source: "person".to_owned() };
    world.house.relate(&expert, person, &kin).await.expect("related");
    world.house.protect(&expert, child, &protection(None)).await.expect("the recorder protects");
    let seen = world.house.person_circle(&expert, person).await.expect("it is seen");
    assert_eq!(seen.relations[0].other.seen().map(|other| other.person), Some(child));
    let hidden = world.house.person_circle(&head, person).await.expect("it is seen");
    assert_eq!((hidden.relations[0].kin, &hidden.relations[0].other), (Kin::Child, &Masked::Withheld));
}

async fn who_protects_and_who_ends(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let adviser = world.acting("ely-hame/adviser").await;
    assert_eq!(refusal(world.house.protect(&adviser, person, &protection(None)).await), Refusal::Unknown);
    let beside = "insert into holding (id, case_id, role, organ, verb, also, force, from_at, between_chairs, edition,
        path, cause, recorded_at, recorded_by) select ID, case_id, 'beside', 'ely-centre:hame', 'take-part', also, force,
        from_at, between_chairs, edition, path, cause, recorded_at, recorded_by from holding where role = 'lead'";
    let id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    world.by_hand(&beside.replace("ID", id)).await.expect("one stands beside");
    assert_eq!(refusal(world.house.protect(&adviser, person, &protection(None)).await), Refusal::OnlyTheLead);
    let none = NewProtection { handlers: Vec::new(), ..protection(None) };
    assert_eq!(refusal(world.house.protect(&expert, person, &none).await), Refusal::NoHandler);
    let nobody = NewProtection { handlers: vec!["te-hame/nobody".to_owned()], ..protection(None) };
    assert_eq!(
        refusal(world.house.protect(&expert, person, &nobody).await),
        Refusal::UnknownPost("te-hame/nobody".to_owned())
    );
    let first = world.house.protect(&expert, person, &protection(None)).await.expect("protected");
    let second = world.house.protect(&expert, person, &protection(None)).await.expect("handlers are named anew");
    let circle = world.house.person_circle(&expert, person).await.expect("it is seen");
    assert_eq!(circle.protections.iter().map(|one| one.id).collect::<Vec<_>>(), [second], "{first} was replaced");
    assert_eq!(refusal(world.house.end_protection(&adviser, person, second, "why").await), Refusal::OnlyTheLead);
    assert_eq!(refusal(world.house.end_protection(&expert, person, first, "why").await), Refusal::NotProtected);
    assert_eq!(refusal(world.house.end_protection(&expert, person, second, " ").await), Refusal::NoReason);
    for (sql, said) in [
        ("update person_protection set until_day = '2024-06-02'", "a protection is never edited"),
        (
            "update person_protection set ended_at = null, ended_by = null, ended_why = null where ended_at is not null",
            "a protection is ended once",
        ),
        ("delete from person_protection", "a protection is never removed"),
        ("delete from person_handler", "a named handler is never removed"),
        ("update person_handler set post = 'te-hame/head'", "a named handler is never edited"),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
    world.house.end_protection(&expert, person, second, "the prohibition was lifted").await.expect("it ends");
    assert!(!world.house.person_circle(&expert, person).await.expect("it is seen").protected);
    for action in ["protect", "unprotect"] {
        let told =
            format!("select count(*) as n from journal_entry where action = '{action}' and person_id is not null");
        assert_eq!(world.number(&told).await, if action == "protect" { 2 } else { 1 });
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    others_get_what_is_masked,
    relations_hide_a_protected_person,
    who_protects_and_who_ends,
}
