//! With a real provider.

use axum::http::StatusCode;
use casework::account::{Token, Whence, code_at};
use casework::post::Acting;
use jiff::{SignedDuration, Timestamp};

use super::real_provider::RealProvider;
use super::{address, ask, bind, come_back, value};
use crate::browser::World;

#[expect(clippy::disallowed_methods, reason = "the provider signs with the time of its own clock")]
async fn world(providers: &str) -> World {
    World::made(false, Timestamp::now(), providers).await
}

#[tokio::test]
async fn one_signs_in_where_ones_organisation_does_and_comes_back_to_the_page() {
    let provider = RealProvider::start(&["home", "curve"]).await;
    let settings = provider.settings("home", "");
    let world = world(&settings).await;
    bind(&world, "ben", &provider.issuer, "ben-there").await;
    let mut ben = world.browser();
    let page = ben.get("/sv/sign-in?next=/sv/desk?x=1").await;
    assert!(page.text.contains("Logga in med Hembygdens inloggning"), "{}", page.text);
    assert!(ben.get("/fi/sign-in").await.text.contains("Kotiseudun kirjautuminen"));
    let page = ben.send("/sv/sign-in/elsewhere", &[("at", "home"), ("next", "/sv/desk?x=1")]).await;
    assert_eq!(page.status, StatusCode::OK);
    let there = address(&page);
    assert!(there.starts_with(&format!("{}/auth?", provider.issuer)), "{there}");
    assert!(page.text.contains("Gå vidare till Hembygdens inloggning"));
    assert_eq!(value(&there, "scope"), "openid", "nothing more is asked for than who it is");
    assert_eq!(value(&there, "code_challenge_method"), "S256");
    assert_eq!(value(&there, "redirect_uri"), "https://desk.example/sign-in/elsewhere/home");
    assert_eq!(value(&there, "ui_locales"), "sv");
    let back = provider.visit(&there, "ben-there", "").await;
    let page = come_back(&mut ben, &back).await;
    assert_eq!((page.status, page.to()), (StatusCode::SEE_OTHER, "/sv/desk?x=1"), "{}", page.text);
    assert!(ben.get("/sv/desk").await.text.contains("Ben Example"));

    // The same answer once more, in the same browser: it was taken.
    let again = come_back(&mut ben.clone(), &back).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST);

    // Signing out here offers to sign out there.
    let page = ben.send("/sv/sign-out", &[]).await;
    assert_eq!(page.to(), "/sv/sign-in?out=1&at=home");
    let page = ben.get(page.to()).await;
    assert!(page.text.contains("fortfarande inloggad hos Hembygdens inloggning"), "{}", page.text);
    assert!(page.text.contains("href=\"/sv/sign-out/elsewhere/home\""), "{}", page.text);
    let page = ben.get("/sv/sign-out/elsewhere/home").await;
    assert!(page.to().starts_with(&format!("{}/session/end?", provider.issuer)), "{}", page.to());
    assert_eq!(value(page.to(), "post_logout_redirect_uri"), "https://desk.example/sign-in?out=1");
    assert_eq!(provider.status(page.to()).await, 200, "the provider asks whether to");
    assert!(!ben.is_in().await);
}

#[tokio::test]
async fn somebody_whom_only_the_provider_knows_sees_nothing() {
    let provider = RealProvider::start(&["home"]).await;
    let settings = provider.settings("home", "");
    let world = world(&settings).await;
    // The provider says that its mail address is anna's; that counts for nothing.
    bind(&world, "ben", "https://another.example", "stranger").await;
    let mut stranger = world.browser();
    let there = ask(&mut stranger, "home", "").await;
    let back = provider.visit(&there, "stranger", "").await;
    let page = come_back(&mut stranger, &back).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text.contains("inget konto här hör till"), "{}", page.text);
    assert!(
        page.text.contains(&format!("<code>{}</code>", provider.issuer)) && page.text.contains("<code>stranger</code>")
    );
    assert!(!page.text.contains(&value(&back, "code")), "the code stands nowhere on the page");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(stranger.session().is_empty() && !stranger.is_in().await);
    // Closed: the same page.
    bind(&world, "carin", &provider.issuer, "carin-there").await;
    world.house.close_account(&Acting::operator(), "carin").await.expect("closed");
    let there = ask(&mut stranger, "home", "").await;
    let back = provider.visit(&there, "carin-there", "").await;
    assert_eq!(come_back(&mut stranger, &back).await.status, StatusCode::FORBIDDEN);
    assert!(!stranger.is_in().await);
}

#[tokio::test]
async fn a_bond_that_is_taken_away_ends_the_sessions_and_opens_nothing() {
    let provider = RealProvider::start(&["home"]).await;
    let settings = provider.settings("home", "");
    let world = world(&settings).await;
    bind(&world, "ben", &provider.issuer, "ben-there").await;
    let mut ben = world.browser();
    let there = ask(&mut ben, "home", "").await;
    let back = provider.visit(&there, "ben-there", "").await;
    come_back(&mut ben, &back).await;
    assert!(ben.is_in().await);
    let identity = casework::account::Identity { issuer: provider.issuer.clone(), subject: "ben-there".to_owned() };
    world.house.unbind_identity(&Acting::operator(), "ben", &identity).await.expect("unbound");
    assert!(!ben.is_in().await);
    let there = ask(&mut ben, "home", "").await;
    let back = provider.visit(&there, "ben-there", "").await;
    assert_eq!(come_back(&mut ben, &back).await.status, StatusCode::FORBIDDEN);
    // Bound to another from now on: that is who it is.
    bind(&world, "anna", &provider.issuer, "ben-there").await;
    let there = ask(&mut ben, "home", "").await;
    let back = provider.visit(&there, "ben-there", "").await;
    come_back(&mut ben, &back).await;
    assert!(ben.get("/sv/desk").await.text.contains("Anna Example"));
}

#[tokio::test]
async fn what_is_demanded_of_the_provider_is_asked_of_it_and_checked() {
    let provider = RealProvider::start(&["strong", "curve"]).await;
    let demand = "acr = [\"two-factors\"]\nmax_age = 600";
    let settings = provider.settings("strong", demand);
    let world = world(&settings).await;
    bind(&world, "ben", &provider.issuer, "ben-there").await;
    let mut ben = world.browser();
    let there = ask(&mut ben, "strong", "").await;
    assert_eq!((value(&there, "acr_values").as_str(), value(&there, "max_age").as_str()), ("two-factors", "600"));
    let back = provider.visit(&there, "ben-there", "one-factor").await;
    let page = come_back(&mut ben, &back).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text.contains("andra faktor"), "{}", page.text);
    assert!(!ben.is_in().await);
    let there = ask(&mut ben, "strong", "").await;
    let back = provider.visit(&there, "ben-there", "two-factors").await;
    assert_eq!(come_back(&mut ben, &back).await.to(), "/sv/desk");
    assert!(ben.is_in().await);
}

#[tokio::test]
async fn a_second_factor_is_asked_for_here_unless_the_provider_made_sure() {
    let provider = RealProvider::start(&["plain"]).await;
    let settings = provider.settings("plain", "");
    let world = world(&settings).await;
    bind(&world, "ben", &provider.issuer, "ben-there").await;
    let mut first = world.browser();
    first.sign_in("ben", crate::browser::PASSWORD).await;
    let token = Token::read(&first.session()).expect("a token");
    let signed = world.house.signed(&token).await.expect("read").expect("in");
    let proposed = world.house.propose_second_factor(Some(&world.key), &signed).await.expect("proposed");
    let code = code_at(&proposed.secret, world.now()).expect("a code");
    let whence = Whence { network: "198.51.100.7".to_owned(), browser: String::new(), known: None };
    world.house.prove_second_factor(Some(&world.key), &signed, &code, &whence).await.expect("proved");
    world.wait(SignedDuration::from_mins(1));

    let mut ben = world.browser();
    let there = ask(&mut ben, "plain", "/sv/account").await;
    let back = provider.visit(&there, "ben-there", "").await;
    let page = come_back(&mut ben, &back).await;
    assert_eq!(page.to(), "/sv/sign-in/code?next=%2Fsv%2Faccount");
    assert!(!ben.is_in().await);
    let code = code_at(&proposed.secret, world.now()).expect("a code");
    let page = ben.send("/sv/sign-in/code", &[("code", &code), ("next", "/sv/account")]).await;
    assert_eq!(page.to(), "/sv/account");
    assert!(ben.is_in().await);
    assert_eq!(ben.send("/sv/sign-out", &[]).await.to(), "/sv/sign-in?out=1&at=plain");
}

#[tokio::test]
async fn a_provider_that_takes_new_keys_is_believed_at_once_and_either_kind_of_key_is_known() {
    let provider = RealProvider::start(&["home", "curve"]).await;
    let (settings, _) = (provider.settings("home", ""), ());
    let curve = provider.settings("curve", "");
    for (settings, id) in [(settings, "home"), (curve, "curve")] {
        let world = world(&settings).await;
        bind(&world, "ben", &provider.issuer, "ben-there").await;
        for _ in 0..2 {
            let mut ben = world.browser();
            let there = ask(&mut ben, id, "").await;
            let back = provider.visit(&there, "ben-there", "").await;
            let page = come_back(&mut ben, &back).await;
            assert_eq!(page.to(), "/sv/desk", "{id}: {}", page.text);
            provider.take_new_keys().await;
        }
    }
}

#[tokio::test]
async fn who_goes_back_at_the_provider_is_told_so() {
    let provider = RealProvider::start(&["home"]).await;
    let settings = provider.settings("home", "");
    let world = world(&settings).await;
    let mut ben = world.browser();
    let there = ask(&mut ben, "home", "").await;
    let back = provider.visit(&there, "", "").await;
    assert_eq!(value(&back, "error"), "access_denied");
    let page = come_back(&mut ben, &back).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text.contains("släppte inte in dig") && !page.text.contains("they went back"), "{}", page.text);
}
