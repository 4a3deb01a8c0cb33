//! People who may be the same: suggested with reasons, said by an official, never merged, and taken back.

use casework::person::{Birth, Name, Reason, Refusal, Verdict};

use super::facts::refusal;
use super::known::named;
use crate::on_both_engines;
use crate::world::World;

async fn suggested_and_said_but_never_merged(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let first = named(Name::of("محمد", "علي").in_latin("Mohammed", "Ali"), Birth::on(1990, 5, 1));
    let one = world.house.add_person(&expert, &first).await.expect("added");
    assert!(one.alike.is_empty());
    let second = named(Name::of("ALI", "Mohammed"), Birth { year: Some(1990), ..Birth::default() });
    let two = world.house.add_person(&expert, &second).await.expect("added");
    let told: Vec<_> = two.alike.iter().map(|alike| (alike.person, alike.score, alike.reasons.clone())).collect();
    assert_eq!(told, [(one.person, 75, vec![Reason::SameName, Reason::BirthAgrees])]);
    let third = named(Name::of("Mohammed", "Hassan"), Birth::on(1970, 1, 1));
    let three = world.house.add_person(&expert, &third).await.expect("added");
    assert!(three.alike.is_empty(), "{:?}", three.alike);
    let stranger = world.acting("forssa/coordinator").await;
    let theirs = world.house.add_person(&stranger, &second).await.expect("added");
    assert!(theirs.alike.is_empty(), "of people whom one does not see nothing is told");

    let (one, two) = (one.person, two.person);
    let house = &world.house;
    assert_eq!(refusal(house.say_alike(&expert, one, one, Verdict::Same, "why").await), Refusal::SameOne);
    assert_eq!(refusal(house.say_alike(&expert, one, two, Verdict::Same, " ").await), Refusal::NoReason);
    let unseen = house.say_alike(&expert, one, theirs.person, Verdict::Same, "why").await;
    assert_eq!(refusal(unseen), Refusal::Unknown);
    let said = house.say_alike(&expert, two, one, Verdict::Same, "The passport shows it").await.expect("said");
    assert_eq!(refusal(house.say_alike(&expert, one, two, Verdict::Different, "no").await), Refusal::SaidAlready);
    assert!(house.possible_duplicates(&expert, one).await.expect("asked").is_empty(), "it is answered");
    for (person, other) in [(one, two), (two, one)] {
        let linked = house.said_alike(&expert, person).await.expect("asked");
        assert_eq!(linked.iter().map(|said| (said.other, said.verdict)).collect::<Vec<_>>(), [(other, Verdict::Same)]);
    }
    assert_eq!(world.number("select count(*) as n from person").await, 4, "nobody was merged");
    house.take_back_alike(&expert, one, said, "It was another passport").await.expect("taken back");
    assert_eq!(refusal(house.take_back_alike(&expert, one, said, "again").await), Refusal::Unknown);
    assert_eq!(house.possible_duplicates(&expert, one).await.expect("asked").len(), 1, "it is a question again");
    house.say_alike(&expert, one, two, Verdict::Different, "Another passport").await.expect("said anew");
    for (sql, said) in [
        ("update person_alike set reason = 'another'", "what was said of two people is never edited"),
        ("delete from person_alike", "what was said of two people is never removed"),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00": suggested_and_said_but_never_merged }
