//! Relations seen from either side, and those who act for a person.

use casework::person::{Birth, Capacity, Kin, Name, NewRelation, NewRepresentative, Refusal};
use jiff::civil::date;

use super::facts::{person_with_case, refusal};
use super::known::named;
use crate::on_both_engines;
use crate::world::World;

async fn a_relation_is_seen_from_either_side(world: &World) {
    let (parent, expert) = person_with_case(world).await;
    let child = named(Name::of("Yusuf", ""), Birth::default());
    let child = world.house.add_person(&expert, &child).await.expect("added").person;
    let of = |other, kin, until| NewRelation {
        other,
        kin,
        from: Some(date(2020, 2, 29)),
        until,
        source: "person".to_owned(),
    };
    for (kin, back) in [(Kin::Child, Kin::Parent), (Kin::Household, Kin::Household), (Kin::Guardian, Kin::Ward)] {
        let id = world.house.relate(&expert, parent, &of(child, kin, None)).await.expect("related");
        for (person, seen, other) in [(parent, kin, child), (child, back, parent)] {
            let circle = world.house.person_circle(&expert, person).await.expect("it is seen");
            let found = circle.relations.iter().find(|found| found.id == id).expect("it is there");
            assert_eq!((found.kin, found.other.seen().map(|one| one.person)), (seen, Some(other)));
        }
        for (person, other, kin) in [(parent, child, kin), (child, parent, back)] {
            let again = world.house.relate(&expert, person, &of(other, kin, None)).await;
            assert_eq!(refusal(again), Refusal::RelatedAlready, "from whichever side");
        }
        let early = world.house.end_relation(&expert, child, id, Some(date(2020, 2, 29))).await;
        assert_eq!(refusal(early), Refusal::EndsBeforeItBegins);
        world.house.end_relation(&expert, child, id, Some(date(2024, 1, 1))).await.expect("ended from the other side");
        let circle = world.house.person_circle(&expert, parent).await.expect("it is seen");
        let found = circle.relations.iter().find(|found| found.kin == kin).expect("it is there, with its end");
        assert_eq!(found.until, Some(date(2024, 1, 1)));
    }
    assert_eq!(refusal(world.house.relate(&expert, parent, &of(parent, Kin::Spouse, None)).await), Refusal::SameOne);
    let stranger = world.acting("hameenlinna/coordinator").await;
    assert_eq!(refusal(world.house.relate(&stranger, parent, &of(child, Kin::Spouse, None)).await), Refusal::Unknown);
    for (sql, said) in [
        ("update person_relation set kind = 'spouse'", "a relation is never edited"),
        ("delete from person_relation", "a relation is never removed"),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
}

async fn a_representative_has_a_basis_and_an_end(world: &World) {
    let (person, expert) = person_with_case(world).await;
    let new = NewRepresentative {
        capacity: Capacity::Representative,
        name: "Maija O'Hara".to_owned(),
        contact: None,
        scope: "all".to_owned(),
        basis: "Decision of the district court, 1.3.2024".to_owned(),
        from: date(2024, 3, 1),
        until: None,
    };
    let nothing = NewRepresentative { basis: "  ".to_owned(), ..new.clone() };
    assert!(matches!(refusal(world.house.add_representative(&expert, person, &nothing).await), Refusal::Value { .. }));
    let id = world.house.add_representative(&expert, person, &new).await.expect("recorded");
    let early = world.house.end_representative(&expert, person, id, Some(date(2024, 3, 1))).await;
    assert_eq!(refusal(early), Refusal::EndsBeforeItBegins);
    world.house.end_representative(&expert, person, id, Some(date(2024, 6, 1))).await.expect("ended");
    let circle = world.house.person_circle(&expert, person).await.expect("it is seen");
    assert_eq!(circle.representatives.len(), 1);
    assert_eq!(circle.representatives[0].until, Some(date(2024, 6, 1)));
    assert_eq!(world.number("select count(*) as n from person_representative").await, 2, "nothing is erased");
    assert!(world.by_hand("delete from person_representative").await.is_err());
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    a_relation_is_seen_from_either_side,
    a_representative_has_a_basis_and_an_end,
}
