//! Accounts on both engines: what the database itself refuses, and what two at once cannot do.

use casework::account::{Attempt, Key, NewAccount, Refusal, SignedIn, Token, Whence, code_at};
use casework::post::Acting;
use casework::{Error, House};

use crate::on_both_engines;
use crate::world::World;

const PASSWORD: &str = "three small boats";

fn whence(network: &str) -> Whence {
    Whence { network: network.to_owned(), browser: "a test".to_owned(), known: None }
}

fn attempt(login: &str, password: &str) -> Attempt {
    Attempt { login: login.to_owned(), password: password.to_owned(), whence: whence("198.51.100.7") }
}

async fn account(house: &House, login: &str) {
    let operator = Acting::operator();
    let new = NewAccount { login: login.to_owned(), name: "Anna Example".to_owned(), language: "sv".to_owned() };
    house.add_account(&operator, &new).await.expect("the account is made");
    house.set_password(&operator, login, PASSWORD).await.expect("the password is set");
}

async fn token(house: &House, login: &str) -> Token {
    match house.sign_in(&attempt(login, PASSWORD)).await.expect("signed in") {
        SignedIn::Whole(begun) | SignedIn::Half(begun) => begun.token,
    }
}

fn refused(error: Error) -> Refusal {
    match error {
        Error::Refused(casework::Refusal::Account(refusal)) => refusal,
        other => panic!("a refusal about accounts was expected: {other:?}"),
    }
}

async fn a_session_tells_account_and_post_until_it_ends(world: &World) {
    let (house, operator) = (&world.house, Acting::operator());
    account(house, "anna").await;
    house.give_post(&operator, "anna", "forssa/coordinator").await.expect("given");
    let token = token(house, " Anna ").await;
    let other = world.another().await;
    let signed = other.signed(&token).await.expect("read").expect("signed in, on each node");
    assert_eq!(
        (signed.account.login.as_str(), signed.acting.as_ref().map(Acting::post)),
        ("anna", Some("forssa/coordinator"))
    );
    world.hands.set("2024-06-03T09:29:00+03:00");
    assert!(house.signed(&token).await.expect("read").is_some());
    world.hands.set("2024-06-03T10:00:00+03:00");
    assert!(house.signed(&token).await.expect("read").is_none(), "half an hour without use");
}

async fn a_post_that_has_ended_is_not_acted_as(world: &World) {
    let (house, operator) = (&world.house, Acting::operator());
    account(house, "anna").await;
    house.give_post(&operator, "anna", "forssa/coordinator").await.expect("given");
    let token = token(house, "anna").await;
    let today = house.day(house.store.now());
    house.end_post(&operator, "forssa/coordinator", today).await.expect("ended");
    let signed = house.signed(&token).await.expect("read").expect("still signed in");
    assert!(signed.acting.is_none() && signed.posts.is_empty());
}

async fn closing_ends_all_sessions_in_the_same_instant(world: &World) {
    let house = &world.house;
    account(house, "anna").await;
    let (one, two) = (token(house, "anna").await, token(house, "anna").await);
    world.another().await.close_account(&Acting::operator(), "anna").await.expect("closed");
    for token in [one, two] {
        assert!(house.signed(&token).await.expect("read").is_none());
    }
    assert_eq!(refused(house.sign_in(&attempt("anna", PASSWORD)).await.expect_err("closed")), Refusal::NotRight);
    let again = house.close_account(&Acting::operator(), "anna").await.expect_err("closed already");
    assert!(matches!(refused(again), Refusal::Closed { .. }));
    let taken = NewAccount { login: "ANNA".to_owned(), name: "Another".to_owned(), language: "fi".to_owned() };
    let taken = house.add_account(&Acting::operator(), &taken).await.expect_err("the name stays taken");
    assert_eq!(refused(taken), Refusal::Taken("anna".to_owned()));
}

async fn only_the_operator_looks_after_accounts(world: &World) {
    let acting = world.acting("te-hame/head").await;
    let new = NewAccount { login: "anna".to_owned(), name: "Anna".to_owned(), language: "sv".to_owned() };
    let faults = [
        world.house.add_account(&acting, &new).await.expect_err("refused"),
        world.house.close_account(&acting, "anna").await.expect_err("refused"),
        world.house.give_post(&acting, "anna", "te-hame/head").await.expect_err("refused"),
        world.house.set_password(&acting, "anna", PASSWORD).await.expect_err("refused"),
        world.house.accounts(&acting).await.expect_err("refused"),
    ];
    for fault in faults {
        assert_eq!(refused(fault), Refusal::OperatorOnly);
    }
}

async fn the_database_itself_refuses(world: &World) {
    account(&world.house, "anna").await;
    let token = token(&world.house, "anna").await;
    world.house.sign_out(&token).await.expect("signed out");
    let refusals = [
        ("update account_session set ended_at = null, ended_why = null", "does not go on"),
        ("delete from account_session", "never removed"),
        ("delete from account", "never removed"),
        ("update account set login = 'other'", "stays whose it is"),
    ];
    for (sql, why) in refusals {
        let fault = world.by_hand(sql).await.expect_err(sql);
        assert!(fault.contains(why), "{sql}: {fault}");
    }
    world.house.close_account(&Acting::operator(), "anna").await.expect("closed");
    let fault = world.by_hand("update account set closed_at = null, closed_by = null").await.expect_err("closed");
    assert!(fault.contains("not opened again"), "{fault}");
    assert!(world.by_hand("insert into account_session (id, hash, account_id, stage, began_at, used_at, ends_at, network, browser)
        select id, id, id, 'whole', made_at, made_at, '9999-01-01T00:00:00Z', '', '' from account").await.is_err());
}

async fn a_code_is_taken_once_when_two_give_it_at_once(world: &World) {
    let (house, other, key) = (&world.house, world.another().await, Key::new().expect("chance"));
    account(house, "anna").await;
    let first = token(house, "anna").await;
    let signed = house.signed(&first).await.expect("read").expect("signed in");
    let proposed = house.propose_second_factor(Some(&key), &signed).await.expect("proposed");
    let code = code_at(&proposed.secret, house.store.now()).expect("a code");
    house.prove_second_factor(Some(&key), &signed, &code, &whence("a")).await.expect("proved");
    world.hands.set("2024-06-03T09:05:00+03:00");
    let (one, two) = (token(house, "anna").await, token(house, "anna").await);
    let code = code_at(&proposed.secret, house.store.now()).expect("a code");
    let (here, there) = (whence("a"), whence("b"));
    let (a, b) = tokio::join!(
        house.second_factor(Some(&key), &one, &code, &here),
        other.second_factor(Some(&key), &two, &code, &there)
    );
    let refusals: Vec<Refusal> = [a.err(), b.err()].into_iter().flatten().map(refused).collect();
    assert_eq!(refusals, [Refusal::CodeNotRight], "one is in, the other is not");
}

async fn many_attempts_at_once_do_not_outrun_the_count(world: &World) {
    let house = &world.house;
    account(house, "anna").await;
    let tries: Vec<_> = (0..12)
        .map(|_| {
            let house = house.clone();
            tokio::spawn(async move {
                refused(house.sign_in(&attempt("anna", "four small boats")).await.expect_err("wrong"))
            })
        })
        .collect();
    let mut tried = 0;
    for attempt in tries {
        tried += usize::from(attempt.await.expect("it ends") == Refusal::NotRight);
    }
    assert_eq!(tried, 3, "the others wait");
}

async fn everything_that_was_done_stands_in_the_journal(world: &World) {
    let house = &world.house;
    account(house, "anna").await;
    drop(house.sign_in(&attempt("anna", "four small boats")).await);
    drop(house.sign_in(&attempt("nobody", "four small boats")).await);
    let token = token(house, "anna").await;
    let signed = house.signed(&token).await.expect("read").expect("signed in");
    house.change_password(&signed, PASSWORD, "three large boats", &whence("198.51.100.7")).await.expect("changed");
    assert!(house.signed(&token).await.expect("read").is_none(), "a change of password ends sessions");
    for (action, times) in [("add", 1), ("set-password", 1), ("refuse", 2), ("sign-in", 1), ("change-password", 1)] {
        let sql = format!("select count(*) as n from journal_entry where noun = 'account' and action = '{action}'");
        assert_eq!(world.number(&sql).await, times, "{action}");
    }
}

on_both_engines! {
    at "2024-06-03T09:00:00+03:00":
    a_session_tells_account_and_post_until_it_ends,
    a_post_that_has_ended_is_not_acted_as,
    closing_ends_all_sessions_in_the_same_instant,
    only_the_operator_looks_after_accounts,
    the_database_itself_refuses,
    a_code_is_taken_once_when_two_give_it_at_once,
    many_attempts_at_once_do_not_outrun_the_count,
    everything_that_was_done_stands_in_the_journal,
}
