//! Name and password, where one goes from there, and when it is over.

use axum::http::StatusCode;
use casework::post::Acting;
use jiff::SignedDuration;

use crate::browser::{PASSWORD, World};

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_sign_in_and_back() {
    let world = World::new().await;
    let mut ben = world.browser();
    let page = ben.get("/fi/desk?x=1").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(page.to(), "/fi/sign-in?next=%2Ffi%2Fdesk%3Fx%3D1");
    let form = ben.get(page.to()).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text.contains(r#"name="next" value="/fi/desk?x=1""#), "{}", form.text);
    assert_eq!(form.header("cache-control"), "no-store");
    let fields = [("login", " Ben "), ("password", PASSWORD), ("next", "/fi/desk?x=1")];
    let page = ben.send("/fi/sign-in", &fields).await;
    assert_eq!((page.status, page.to()), (StatusCode::SEE_OTHER, "/fi/desk?x=1"));
    let desk = ben.get("/fi/desk?x=1").await;
    assert_eq!(desk.status, StatusCode::OK);
    assert!(desk.text.contains("Ben Example") && desk.text.contains("Forssa"), "{}", desk.text);
}

#[tokio::test]
async fn without_a_next_one_goes_to_the_desk_in_the_language_of_the_account() {
    let world = World::new().await;
    let page = world.browser().send("/en/sign-in", &[("login", "ben"), ("password", PASSWORD)]).await;
    assert_eq!(page.to(), "/sv/desk");
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let world = World::new().await;
    for next in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example"]
    {
        let mut ben = world.browser();
        let form = ben.get(&format!("/sv/sign-in?next={}", web::shell::encoded(next))).await;
        assert!(!form.text.contains("evil"), "{next}: {}", form.text);
        let page = ben.send("/sv/sign-in", &[("login", "ben"), ("password", PASSWORD), ("next", next)]).await;
        assert_eq!(page.to(), "/sv/desk", "{next}");
        let again = ben.get(&format!("/sv/sign-in?next={}", web::shell::encoded(next))).await;
        assert_eq!(again.to(), "/sv/desk", "{next}, signed in already");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_answered_alike() {
    let world = World::new().await;
    let wrong = world.browser().sign_in("ben", "four small boats").await;
    let unknown = world.browser().sign_in("bob", "four small boats").await;
    world.house.close_account(&Acting::operator(), "carin").await.expect("closed");
    let closed = world.browser().sign_in("carin", PASSWORD).await;
    for (page, name) in [(&wrong, "ben"), (&unknown, "bob"), (&closed, "carin")] {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("Namnet eller lösenordet stämmer inte"));
        assert!(!page.headers.contains_key("set-cookie"));
        assert!(!page.text.contains(PASSWORD) && !page.text.contains("four small"), "a password is not sent back");
        assert_eq!(page.text.replace(name, "NAME"), wrong.text.replace("ben", "NAME"));
    }
}

#[tokio::test]
async fn a_session_that_was_laid_ready_by_somebody_else_is_not_taken_up() {
    let world = World::new().await;
    let mut thief = world.browser_at([203, 0, 113, 9]);
    thief.sign_in("ben", PASSWORD).await;
    let laid = thief.session();
    let mut anna = world.browser();
    anna.cookies.insert("kotopolku-session".to_owned(), laid.clone());
    anna.sign_in("anna", PASSWORD).await;
    assert_ne!(anna.session(), laid, "signing in gives a new token");
    assert!(!thief.is_in().await, "the session that was laid ready has ended");
    let made_up = "x".repeat(43);
    let mut carin = world.browser();
    carin.cookies.insert("kotopolku-session".to_owned(), made_up.clone());
    carin.sign_in("carin", PASSWORD).await;
    assert_ne!(carin.session(), made_up);
}

#[tokio::test]
async fn a_change_of_post_gives_a_new_token_and_the_old_is_worth_nothing() {
    let world = World::new().await;
    let mut anna = world.browser();
    anna.sign_in("anna", PASSWORD).await;
    let page = anna.get("/sv/desk").await;
    assert!(page.text.contains("Som vem handlar du?"), "{}", page.text);
    let mut stale = anna.clone();
    let page = anna.send("/sv/desk/act-as", &[("post", "te-hame/expert")]).await;
    assert_eq!((page.status, page.to()), (StatusCode::SEE_OTHER, "/sv/desk"));
    assert_ne!(anna.session(), stale.session());
    assert!(anna.get("/sv/desk").await.text.contains("Du handlar som Expert"));
    assert!(!stale.is_in().await);
    let other = anna.send("/sv/desk/act-as", &[("post", "nobody/nothing")]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_account_without_a_post_sees_that_it_has_none() {
    let world = World::new().await;
    let mut carin = world.browser();
    carin.sign_in("carin", PASSWORD).await;
    assert!(carin.get("/sv/desk").await.text.contains("ingen tjänsteställning"));
}

#[tokio::test]
async fn a_session_ends_unused_after_half_an_hour_and_in_any_case_after_twelve() {
    let world = World::new().await;
    let mut ben = world.browser();
    ben.sign_in("ben", PASSWORD).await;
    world.wait(SignedDuration::from_mins(29));
    assert!(ben.is_in().await);
    world.wait(SignedDuration::from_mins(29));
    assert!(ben.is_in().await, "its use was noted");
    world.wait(SignedDuration::from_mins(30));
    assert!(!ben.is_in().await);
    ben.sign_in("ben", PASSWORD).await;
    for _ in 0..35 {
        world.wait(SignedDuration::from_mins(20));
        assert!(ben.is_in().await);
    }
    world.wait(SignedDuration::from_mins(20));
    assert!(!ben.is_in().await, "twelve hours");
}

#[tokio::test]
async fn two_browsers_have_two_sessions_and_signing_out_ends_one() {
    let world = World::new().await;
    let (mut office, mut home) = (world.browser(), world.browser());
    office.sign_in("ben", PASSWORD).await;
    home.sign_in("ben", PASSWORD).await;
    let stolen = office.clone();
    let page = office.send("/sv/sign-out", &[]).await;
    assert_eq!(page.to(), "/sv/sign-in?out=1");
    assert!(office.session().is_empty());
    assert!(!stolen.clone().is_in().await, "the token is worth nothing, wherever it is kept");
    assert!(home.is_in().await);
}

#[tokio::test]
async fn closing_an_account_and_taking_its_post_end_its_sessions_at_once() {
    let world = World::new().await;
    let operator = Acting::operator();
    let (mut ben, mut anna) = (world.browser(), world.browser());
    ben.sign_in("ben", PASSWORD).await;
    anna.sign_in("anna", PASSWORD).await;
    anna.send("/sv/desk/act-as", &[("post", "te-hame/expert")]).await;
    world.house.close_account(&operator, "ben").await.expect("closed");
    assert!(!ben.is_in().await);
    world.house.take_post(&operator, "anna", "te-hame/expert").await.expect("taken");
    assert!(!anna.is_in().await);
}

#[tokio::test]
async fn cookies_are_for_no_script_and_for_no_other_site() {
    for (secure, name) in [(false, "kotopolku-session"), (true, "__Host-kotopolku-session")] {
        let world = World::reached(secure).await;
        let page = world.browser().sign_in("ben", PASSWORD).await;
        let set: Vec<&str> =
            page.headers.get_all("set-cookie").iter().map(|value| value.to_str().expect("text")).collect();
        assert_eq!(set.len(), 2);
        for cookie in &set {
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"));
            assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
        }
        assert!(set.iter().any(|cookie| cookie.starts_with(&format!("{name}=")) && !cookie.contains("Max-Age")));
    }
}

#[tokio::test]
async fn guessing_from_many_addresses_does_not_keep_the_owner_out() {
    let world = World::new().await;
    let mut ben = world.browser();
    ben.sign_in("ben", PASSWORD).await;
    ben.send("/sv/sign-out", &[]).await;
    for from in 0..20 {
        let mut guesser = world.browser_at([203, 0, 113, from]);
        for _ in 0..4 {
            guesser.sign_in("ben", "four small boats").await;
        }
    }
    // Behind the same address as the owner, too.
    let mut beside = world.browser();
    for _ in 0..3 {
        assert_eq!(beside.sign_in("ben", "four small boats").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let page = beside.sign_in("ben", PASSWORD).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "who guesses waits, even with the right one at last");
    assert_eq!(page.header("retry-after"), "1");
    assert!(!ben.is_in().await);
    let page = ben.sign_in("ben", PASSWORD).await;
    assert_eq!(page.to(), "/sv/desk", "the known browser has a count of its own");
    let page = world.browser_at([192, 0, 2, 1]).sign_in("ben", PASSWORD).await;
    assert_eq!(page.to(), "/sv/desk", "and from elsewhere there is no lock either");
    world.wait(SignedDuration::from_secs(2));
    assert_eq!(beside.sign_in("ben", PASSWORD).await.to(), "/sv/desk");
}
