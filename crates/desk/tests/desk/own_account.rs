//! One's own account.

use axum::http::StatusCode;
use casework::account::code_at;
use jiff::SignedDuration;

use crate::browser::{PASSWORD, World};

#[tokio::test]
async fn a_changed_password_ends_every_other_session_and_gives_this_one_a_new_token() {
    let world = World::new().await;
    let (mut here, mut there) = (world.browser(), world.browser());
    here.sign_in("ben", PASSWORD).await;
    there.sign_in("ben", PASSWORD).await;
    let before = here.clone();
    let wrongs = [
        ("four small boats", "three large boats", "three large boats", "nu stämmer inte"),
        (PASSWORD, "three large boats", "three large boat", "inte lika"),
        (PASSWORD, "short", "short", "minst 12"),
        (PASSWORD, "benbenbenben", "benbenbenben", "lätt att gissa"),
    ];
    for (old, new, again, why) in wrongs {
        let page = here.send("/sv/account/password", &[("old", old), ("new", new), ("again", again)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains(why) && !page.text.contains(new), "{why}: {}", page.text);
    }
    let fields = [("old", PASSWORD), ("new", "three large boats"), ("again", "three large boats")];
    let page = here.send("/sv/account/password", &fields).await;
    assert_eq!(page.to(), "/sv/account?done=password");
    assert!(here.get(page.to()).await.text.contains("Lösenordet är bytt"));
    assert!(!there.is_in().await);
    assert!(!before.clone().is_in().await);
    assert_eq!(
        world.browser_at([192, 0, 2, 9]).sign_in("ben", PASSWORD).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn a_second_factor_is_added_asked_for_and_taken_away() {
    let world = World::new().await;
    let mut ben = world.browser();
    ben.sign_in("ben", PASSWORD).await;
    let page = ben.send("/sv/account/second-factor", &[]).await;
    assert!(page.text.contains("<svg class=\"k-qr\""));
    let secret = page.text.split("k-secret\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a secret");
    let wrong = ben.send("/sv/account/second-factor/prove", &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.text.contains(secret) && !wrong.text.contains("k-qr"), "it is not shown a second time");
    let code = code_at(secret, world.now()).expect("a code");
    let page = ben.send("/sv/account/second-factor/prove", &[("code", &code)]).await;
    assert_eq!(page.text.matches("<li>").count(), 10 + 6 + 3 + 2 + 1, "ten codes beside the links of the frame");
    let page = ben.get("/sv/account").await;
    assert!(page.text.contains("10 återställningskoder kvar") && !page.text.contains(secret));
    world.wait(SignedDuration::from_mins(1));
    let again = world.browser().sign_in("ben", PASSWORD).await;
    assert_eq!(again.to(), "/sv/sign-in/code");
    let wrong = ben.send("/sv/account/second-factor/remove", &[("proof", "four small boats")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = ben.send("/sv/account/second-factor/remove", &[("proof", PASSWORD)]).await;
    assert_eq!(page.to(), "/sv/account?done=removed");
    assert_eq!(world.browser().sign_in("ben", PASSWORD).await.to(), "/sv/desk");
}

#[tokio::test]
async fn one_ends_own_sessions_and_nobody_elses() {
    let world = World::new().await;
    let (mut here, mut there, mut anna) = (world.browser(), world.browser(), world.browser());
    here.sign_in("ben", PASSWORD).await;
    there.sign_in("ben", PASSWORD).await;
    anna.sign_in("anna", PASSWORD).await;
    let page = here.get("/sv/account").await;
    let session = page.text.split("name=\"session\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let session = session.expect("the other session").to_owned();
    let other = anna.send("/sv/account/end-session", &[("session", &session)]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert!(there.is_in().await);
    here.send("/sv/account/end-session", &[("session", &session)]).await;
    assert!(!there.is_in().await && here.is_in().await);
}

#[tokio::test]
async fn every_page_is_there_in_each_language() {
    let world = World::new().await;
    let mut anna = world.browser();
    anna.sign_in("anna", PASSWORD).await;
    for language in ["sv", "fi", "en"] {
        for page in ["desk", "account"] {
            let page = anna.get(&format!("/{language}/{page}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains(&format!("<html lang=\"{language}\">")));
            for forbidden in ["<script", " style=", "<style", " onclick"] {
                assert!(!page.text.contains(forbidden));
            }
        }
    }
    assert_eq!(anna.get("/desk").await.status, StatusCode::TEMPORARY_REDIRECT);
}
