//! Adding people, reading what is known and was believed, and finding them by name.

use casework::person::{Birth, Correction, Masked, Name, NewFact, NewPerson, Refusal};
use jiff::ToSpan as _;
use jiff::civil::date;

use super::facts::{person_with_case, refusal};
use crate::on_both_engines;
use crate::world::World;

/// A person of a name.
pub fn named(name: Name, birth: Birth) -> NewPerson {
    NewPerson { birth, name: Some(name), source: "person".to_owned(), facts: Vec::new() }
}

async fn a_birth_is_known_as_far_as_it_is(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let born = Birth { year: Some(1990), month: Some(2), day: None };
    let added =
        world.house.add_person(&expert, &named(Name::of("Suharto", ""), born)).await.expect("one name is enough");
    let nothing = world.house.add_person(&expert, &NewPerson::default()).await.expect("nothing at all is known");
    let known = world.house.person(&expert, nothing.person, None).await.expect("it is seen");
    assert_eq!((known.birth, known.facts.len()), (Birth::default(), 0));
    let impossible = NewPerson { birth: Birth::on(2023, 2, 29), ..NewPerson::default() };
    assert_eq!(refusal(world.house.add_person(&expert, &impossible).await), Refusal::NoSuchBirth(impossible.birth));
    let ahead = NewPerson { birth: Birth::on(2024, 6, 4), ..NewPerson::default() };
    assert_eq!(refusal(world.house.add_person(&expert, &ahead).await), Refusal::BornLater(date(2024, 6, 4)));
    let id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    for (year, month, day) in [("2023", "2", "29"), ("1900", "2", "29"), ("2024", "2", "30"), ("2024", "4", "31")] {
        let sql = format!(
            "insert into person (id, born_year, born_month, born_day, recorded_at, recorded_by, version)
            select {id}, {year}, {month}, {day}, recorded_at, recorded_by, 1 from person where born_year = 1990"
        );
        let refused = world.by_hand(&sql).await.expect_err(&sql);
        assert!(refused.contains("there is no such day"), "{sql}: {refused}");
    }

    let person = added.person;
    let before = world.house.store.now();
    let known = world.house.person(&expert, person, None).await.expect("it is seen");
    let leap = Birth::on(1992, 2, 29);
    world.house.correct_birth(&expert, person, known.version, leap, "population-register").await.expect("corrected");
    let stale = world.house.correct_birth(&expert, person, known.version, born, "person").await;
    assert!(matches!(stale, Err(casework::Error::Storage(storage::Error::Stale))), "{stale:?}");
    let now = world.house.person(&expert, person, None).await.expect("it is seen");
    assert_eq!(now.birth, leap);
    let then = world.house.person(&expert, person, Some(before)).await.expect("it is seen");
    assert_eq!(then.birth, born, "what was believed before is kept");
}

async fn what_was_believed_before_a_correction_is_told(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let said = NewFact::since(date(2024, 2, 29), "interpreter", "ar", "person");
    let fact = world.house.record_fact(&expert, person, &said).await.expect("it is recorded").fact.expect("a fact");
    let before = world.house.store.now();
    let instead =
        Correction { value: "so".to_owned(), from: date(2024, 2, 29), until: None, source: "person".to_owned() };
    world.house.correct_fact(&expert, person, fact, &instead).await.expect("it is corrected");
    for (known_at, value) in [(Some(before), "ar"), (None, "so")] {
        let known = world.house.person(&expert, person, known_at).await.expect("it is seen");
        let on: Vec<_> = known.on("interpreter", date(2024, 3, 1)).collect();
        assert_eq!(on.len(), 1);
        assert_eq!(on[0].value, Masked::Seen(value.to_owned()));
        assert_eq!((on[0].recorded_by.as_str(), on[0].recorded_organ.as_str()), ("te-hame/expert", "te-office:hame"));
        assert_eq!(known.on("interpreter", date(2024, 2, 28)).count(), 0);
    }
    let history = world.house.person_history(&expert, person, Some("interpreter")).await.expect("it is seen");
    assert_eq!(history.iter().map(|row| row.withdrawn_at.is_some()).collect::<Vec<_>>(), [true, false]);
    assert_eq!(history[1].replaces, Some(fact));
    let read = "select count(*) as n from journal_entry where action = 'read' and noun = 'history'";
    assert_eq!(world.number(read).await, 1);
}

async fn names_are_found_however_they_are_spelled(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let mut people = Vec::new();
    for name in [
        Name::of("محمد", "الأحمدي").in_latin("Mohammed", "Al-Ahmadi"),
        Name::of("Ольга", "Ёлкина"),
        Name::of("Seán", "O’Brien"),
        Name::of("Şükrü", "Çelik"),
        Name::of("", "Nguyễn"),
        Name::of("Suharto", ""),
        Name::of("Jose\u{301}", "Åkerman-Łaski"),
        Name::of("Anna Mac Leod", "Annala"),
        Name::of("Eva", "Annala"),
    ] {
        people.push(world.house.add_person(&expert, &named(name, Birth::default())).await.expect("added").person);
    }
    for (text, at) in [
        ("محمد", 0),
        ("مُحَمَّد الاحمدي", 0),
        ("ahmadi mohammed", 0),
        ("ALAHMADI", 0),
        ("елкина", 1),
        ("Ольга Ё", 1),
        ("obrien", 2),
        ("O'Brien", 2),
        ("o brien sean", 2),
        ("sukru celik", 3),
        ("NGUYEN", 4),
        ("suhart", 5),
        ("José Akerman", 6),
        ("akermanlaski", 6),
        ("laski", 6),
        ("annala mac", 7),
        ("Mac-Leod", 7),
        ("Eva, Annala", 8),
    ] {
        let found = world.house.find_people(&expert, text).await.expect(text);
        let found: Vec<_> = found.iter().map(|found| found.person).collect();
        assert_eq!(found, [people[at]], "{text}");
    }
    assert!(world.house.find_people(&expert, "zzz").await.expect("nobody").is_empty());
    for nothing in ["", " ", "-", "a", "'"] {
        assert_eq!(refusal(world.house.find_people(&expert, nothing).await), Refusal::NothingToFind, "{nothing:?}");
    }
    let stranger = world.acting("hameenlinna/coordinator").await;
    assert!(world.house.find_people(&stranger, "suharto").await.expect("nobody").is_empty());
    let alias = NewFact {
        slot: "alias".to_owned(),
        value: Name::of("Aku", "").written(),
        ..NewFact::since(date(2024, 1, 1), "name", "", "person")
    };
    world.house.record_fact(&expert, people[5], &alias).await.expect("an alias beside the name");
    let found = world.house.find_people(&expert, "aku").await.expect("found by the alias");
    assert_eq!(found[0].names.first().map(Name::shown).as_deref(), Some("Suharto"), "the official name comes first");
    let wrong = NewFact::since(date(2024, 1, 1), "name", r#"{"given":"a\u202eb"}"#, "person");
    assert!(matches!(refusal(world.house.record_fact(&expert, people[5], &wrong).await), Refusal::Value { .. }));
}

async fn the_recorder_sees_a_person_for_a_day_and_then_through_a_case(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let head = world.acting("te-hame/head").await;
    let other = world.acting("forssa/coordinator").await;
    let new = named(Name::of("Amina", ""), Birth::on(2000, 2, 29));
    let [with, without] = [(); 2].map(|()| world.house.add_person(&expert, &new));
    let (with, without) = (with.await.expect("added").person, without.await.expect("added").person);
    world.house.may_see_person(&head, with).await.expect("the organ sees it, not the post alone");
    assert_eq!(refusal(world.house.may_see_person(&other, with).await), Refusal::Unknown);
    world.house.open_case(&expert, "initial-assessment", with).await.expect("it is opened");
    world.hands.set("2024-06-04T09:30:00+03:00");
    let lead = "select count(*) as n from holding where role = 'lead' and organ = 'te-office:hame'";
    assert_eq!(world.number(lead).await, 1, "nobody knows where the person lives: who opened it looks after it");
    world.house.may_see_person(&expert, with).await.expect("through the case");
    assert_eq!(refusal(world.house.may_see_person(&expert, without).await), Refusal::Unknown, "the day has passed");
    assert_eq!(refusal(world.house.person(&expert, without, None).await), Refusal::Unknown);
    let later = world.house.store.now().checked_add(1.hour()).expect("an instant");
    assert!(world.house.person(&expert, with, Some(later)).await.is_ok());
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    a_birth_is_known_as_far_as_it_is,
    what_was_believed_before_a_correction_is_told,
    names_are_found_however_they_are_spelled,
    the_recorder_sees_a_person_for_a_day_and_then_through_a_case,
}
