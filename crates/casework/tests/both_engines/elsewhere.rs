//! Signing in elsewhere, on both engines: an answer is taken once, and an identity is one account's.

use casework::account::{Identity, NewAccount, Refusal, SignedIn, Vouched, Whence};
use casework::post::Acting;
use casework::{Error, House};

use crate::on_both_engines;
use crate::world::World;

const ISSUER: &str = "https://login.example";

fn whence() -> Whence {
    Whence { network: "198.51.100.7".to_owned(), browser: "a test".to_owned(), known: None }
}

fn there(subject: &str) -> Identity {
    Identity { issuer: ISSUER.to_owned(), subject: subject.to_owned() }
}

fn vouched(subject: &str) -> Vouched {
    Vouched { issuer: ISSUER.to_owned(), subject: subject.to_owned(), strong: false }
}

async fn account(house: &House, login: &str) {
    let new = NewAccount { login: login.to_owned(), name: "Anna Example".to_owned(), language: "sv".to_owned() };
    house.add_account(&Acting::operator(), &new).await.expect("the account is made");
}

fn refused(error: Error) -> Refusal {
    match error {
        Error::Refused(casework::Refusal::Account(refusal)) => refusal,
        other => panic!("a refusal about accounts was expected: {other:?}"),
    }
}

async fn an_answer_is_taken_once_when_two_bring_it_at_once(world: &World) {
    let (house, other) = (&world.house, world.another().await);
    let asked = house.ask_elsewhere(ISSUER, ("/sv/desk", "sv"), &whence(), None).await.expect("asked");
    let (state, browser) = (asked.state.reveal(), asked.browser.clone());
    let wrong = house.answered_elsewhere("https://other.example", &state, Some(&browser)).await;
    assert_eq!(refused(wrong.expect_err("of another provider")), Refusal::NotAsked);
    let wrong = house.answered_elsewhere(ISSUER, &state, None).await;
    assert_eq!(refused(wrong.expect_err("in another browser")), Refusal::NotAsked);
    let (here, there) = tokio::join!(
        house.answered_elsewhere(ISSUER, &state, Some(&browser)),
        other.answered_elsewhere(ISSUER, &state, Some(&browser))
    );
    let (taken, left): (Vec<_>, Vec<_>) = [here, there].into_iter().partition(Result::is_ok);
    assert_eq!((taken.len(), left.len()), (1, 1));
    for answer in taken.into_iter().flatten() {
        assert_eq!((answer.nonce, answer.verifier), (asked.nonce.clone(), asked.verifier.clone()));
    }
}

async fn an_identity_is_one_accounts_even_when_two_bind_it_at_once(world: &World) {
    let (house, other, operator) = (&world.house, world.another().await, Acting::operator());
    account(house, "anna").await;
    account(house, "ben").await;
    let me = there("me");
    let (a, b) = tokio::join!(house.bind_identity(&operator, "anna", &me), other.bind_identity(&operator, "ben", &me));
    let refusals: Vec<_> = [a.err(), b.err()].into_iter().flatten().map(refused).collect();
    assert_eq!(refusals, [Refusal::SubjectTaken]);
    assert_eq!(world.number("select count(*) as n from account_identity").await, 1);
}

async fn a_bond_begins_and_ends_and_nothing_of_it_is_edited(world: &World) {
    let (house, operator) = (&world.house, Acting::operator());
    account(house, "anna").await;
    let nobody = house.sign_in_by_provider(&vouched("anna-there"), &whence()).await;
    assert_eq!(refused(nobody.expect_err("not bound")), Refusal::NotBound);
    house.bind_identity(&operator, "anna", &there("anna-there")).await.expect("bound");
    let SignedIn::Whole(begun) = house.sign_in_by_provider(&vouched("anna-there"), &whence()).await.expect("in") else {
        panic!("there is no second factor")
    };
    // Upper and lower case are two names, and another issuer is somebody else.
    for other in [vouched("Anna-there"), Vouched { issuer: format!("{ISSUER}/"), ..vouched("anna-there") }] {
        assert_eq!(refused(house.sign_in_by_provider(&other, &whence()).await.expect_err("else")), Refusal::NotBound);
    }
    for sql in ["update account_identity set subject = 'other'", "delete from account_identity"] {
        let fault = world.by_hand(sql).await.expect_err(sql);
        assert!(fault.contains("an identity elsewhere ends"), "{sql}: {fault}");
    }
    house.unbind_identity(&operator, "anna", &there("anna-there")).await.expect("unbound");
    assert!(house.signed(&begun.token).await.expect("read").is_none(), "its sessions end");
    let again = house.sign_in_by_provider(&vouched("anna-there"), &whence()).await;
    assert_eq!(refused(again.expect_err("unbound")), Refusal::NotBound);
    for (action, times) in [("bind", 1), ("unbind", 1), ("sign-in", 1), ("refuse", 4)] {
        let sql = format!("select count(*) as n from journal_entry where noun = 'account' and action = '{action}'");
        assert_eq!(world.number(&sql).await, times, "{action}");
    }
}

on_both_engines! {
    at "2024-06-03T09:00:00+03:00":
    an_answer_is_taken_once_when_two_bring_it_at_once,
    an_identity_is_one_accounts_even_when_two_bind_it_at_once,
    a_bond_begins_and_ends_and_nothing_of_it_is_edited,
}
