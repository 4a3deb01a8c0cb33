//! The second step of signing in.

use axum::http::StatusCode;
use casework::account::{Signed, Token, Whence, code_at};
use jiff::SignedDuration;

use crate::browser::{Browser, PASSWORD, World};

fn whence() -> Whence {
    Whence { network: "198.51.100.7".to_owned(), browser: String::new(), known: None }
}

async fn signed(world: &World, browser: &Browser) -> Signed {
    let token = Token::read(&browser.session()).expect("a token");
    world.house.signed(&token).await.expect("it is read").expect("signed in")
}

/// Gives ben a second factor: its secret, and the recovery codes.
async fn with_factor(world: &World) -> (String, Vec<String>) {
    let mut ben = world.browser_at([192, 0, 2, 200]);
    ben.sign_in("ben", PASSWORD).await;
    let signed = signed(world, &ben).await;
    let proposed = world.house.propose_second_factor(Some(&world.key), &signed).await.expect("proposed");
    let code = code_at(&proposed.secret, world.now()).expect("a code");
    let proved = world.house.prove_second_factor(Some(&world.key), &signed, &code, &whence()).await;
    world.wait(SignedDuration::from_mins(2));
    (proposed.secret, proved.expect("proved").1)
}

#[tokio::test]
async fn a_password_alone_opens_nothing() {
    let world = World::new().await;
    let (secret, _) = with_factor(&world).await;
    let mut ben = world.browser();
    let page = ben.send("/sv/sign-in", &[("login", "ben"), ("password", PASSWORD), ("next", "/sv/desk?x=1")]).await;
    assert_eq!(page.to(), "/sv/sign-in/code?next=%2Fsv%2Fdesk%3Fx%3D1");
    assert!(!ben.is_in().await);
    let half = ben.session();
    assert!(ben.get(page.to()).await.text.contains("sex siffror"));
    let wrong = ben.send("/sv/sign-in/code", &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = code_at(&secret, world.now()).expect("a code");
    let page = ben.send("/sv/sign-in/code", &[("code", &code), ("next", "/sv/desk?x=1")]).await;
    assert_eq!(page.to(), "/sv/desk?x=1", "{}", page.text);
    assert_ne!(ben.session(), half, "a whole session has a new token");
    assert!(ben.is_in().await);
}

#[tokio::test]
async fn a_code_that_was_seen_over_a_shoulder_is_worth_nothing() {
    let world = World::new().await;
    let (secret, _) = with_factor(&world).await;
    let (mut ben, mut thief) = (world.browser(), world.browser_at([203, 0, 113, 9]));
    ben.sign_in("ben", PASSWORD).await;
    thief.sign_in("ben", PASSWORD).await;
    let code = code_at(&secret, world.now()).expect("a code");
    ben.send("/sv/sign-in/code", &[("code", &code)]).await;
    assert!(ben.is_in().await);
    let page = thief.send("/sv/sign-in/code", &[("code", &code)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!thief.is_in().await);
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    let world = World::new().await;
    let (_, codes) = with_factor(&world).await;
    for (code, opens) in [(codes[0].to_uppercase(), true), (codes[0].clone(), false), (codes[1].clone(), true)] {
        let mut ben = world.browser();
        ben.sign_in("ben", PASSWORD).await;
        ben.send("/sv/sign-in/code", &[("code", &code)]).await;
        assert_eq!(ben.is_in().await, opens, "{code}");
    }
}

#[tokio::test]
async fn who_has_the_password_and_guesses_codes_waits_however_often_they_begin_anew() {
    let world = World::new().await;
    with_factor(&world).await;
    let mut thief = world.browser_at([203, 0, 113, 9]);
    let mut waits = 0;
    for guess in 0..8 {
        thief.sign_in("ben", PASSWORD).await;
        let page = thief.send("/sv/sign-in/code", &[("code", &format!("{guess:06}"))]).await;
        waits += u32::from(page.status == StatusCode::TOO_MANY_REQUESTS);
        assert!(!thief.is_in().await);
    }
    assert!(waits >= 4, "{waits}");
}

#[tokio::test]
async fn the_second_step_waits_ten_minutes() {
    let world = World::new().await;
    let (secret, _) = with_factor(&world).await;
    let mut ben = world.browser();
    ben.sign_in("ben", PASSWORD).await;
    world.wait(SignedDuration::from_mins(10));
    let code = code_at(&secret, world.now()).expect("a code");
    let page = ben.send("/sv/sign-in/code", &[("code", &code)]).await;
    assert_eq!(page.to(), "/sv/sign-in?over=1");
    assert!(!ben.is_in().await);
}
