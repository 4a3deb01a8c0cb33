//! Drafts: whose they are, what they survive, and who opens them.

use casework::account::NewAccount;
use casework::draft::{LARGEST, NewDraft, Refusal as DraftRefusal, Writer};
use casework::post::Acting;
use casework::{Error, Refusal};

use crate::on_both_engines;
use crate::steps::{Cast, take};
use crate::world::World;

async fn writer(world: &World, login: &str, acting: &Acting) -> Writer {
    let new = NewAccount { login: login.to_owned(), name: login.to_owned(), language: "sv".to_owned() };
    let account = world.house.add_account(&Acting::operator(), &new).await.expect("the account is made");
    Writer { account: account.id, acting: acting.clone() }
}

fn pairs(value: &str) -> Vec<(String, String)> {
    vec![("z".to_owned(), value.to_owned()), ("a".to_owned(), "مرحبا & <b>\r\n".to_owned())]
}

async fn a_draft_is_written_over_and_goes_when_it_is_sent(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.open(world).await;
    let (anna, ben) = (writer(world, "anna", &cast.lead).await, writer(world, "ben", &cast.lead).await);
    let form = "/desk/cases/1/steps/invite";
    for value in ["first", "sec\0ond"] {
        let content = pairs(value);
        let new = NewDraft { form, case: Some(case), person: Some(cast.person), content: &content, late: false };
        world.house.keep_draft(&anna, new).await.expect("it is kept");
    }
    let another = world.another().await;
    let found = another.draft(&anna, form).await.expect("read").expect("there, on another node too");
    assert_eq!(found.content, pairs("second"), "in the order in which it was written");
    assert_eq!(world.house.drafts(&anna).await.expect("a list").len(), 1);
    assert_eq!(world.house.draft(&ben, form).await, Ok(None), "of one account, also at the same post");
    let elsewhere = Writer { acting: cast.beside.clone(), ..anna.clone() };
    assert_eq!(world.house.draft(&elsewhere, form).await, Ok(None), "and of one post");
    let late =
        "select count(*) as n from journal_entry where noun = 'draft' and action = 'save' and case_id is not null";
    assert_eq!(world.number(late).await, 2);
    world.house.drop_draft(&anna, form).await.expect("it goes");
    world.house.drop_draft(&anna, form).await.expect("that there is none is no fault");
    assert_eq!(world.house.draft(&anna, form).await, Ok(None));
}

async fn who_no_longer_sees_the_case_does_not_open_the_draft(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.open(world).await;
    let anna = writer(world, "anna", &cast.stranger).await;
    let content = pairs("x");
    let new = NewDraft { form: "f", case: Some(case), person: None, content: &content, late: true };
    world.house.keep_draft(&anna, new).await.expect("to keep it is not to see");
    assert_eq!(world.house.draft(&anna, "f").await, Ok(None));
    let whole = Writer { acting: cast.lead.clone(), ..anna.clone() };
    world.house.keep_draft(&whole, new).await.expect("it is kept");
    take(world, &cast.lead, case, "close", 1).await.expect("it is closed");
    let found = world.house.draft(&whole, "f").await.expect("read").expect("a closed case is still seen by its lead");
    assert!(found.late);
}

async fn what_is_larger_than_any_form_is_refused(world: &World) {
    let cast = Cast::of(world).await;
    let anna = writer(world, "anna", &cast.lead).await;
    let content = pairs(&"x".repeat(LARGEST));
    let new = NewDraft { form: "f", case: None, person: None, content: &content, late: false };
    let refused = world.house.keep_draft(&anna, new).await;
    assert_eq!(refused, Err(Error::Refused(Refusal::Draft(DraftRefusal::TooLarge { most: LARGEST }))));
    let edited = world.by_hand("update draft set form = 'g'").await;
    assert_eq!(edited, Ok(()), "there is none");
    let new = NewDraft { content: &[], ..new };
    world.house.keep_draft(&anna, new).await.expect("it is kept");
    assert!(world.by_hand("update draft set form = 'g'").await.is_err_and(|words| words.contains("stays whose it is")));
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    a_draft_is_written_over_and_goes_when_it_is_sent,
    who_no_longer_sees_the_case_does_not_open_the_draft,
    what_is_larger_than_any_form_is_refused,
}
