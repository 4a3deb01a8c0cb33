//! One click signs in where everybody is invented, and nowhere else.

use std::sync::Arc;

use axum::http::StatusCode;
use desk::DeskState;
use jiff::civil::date;
use storage::{Unit, args};
use web::shell::Fixed;

use crate::browser::{PASSWORD, World};

const CLICK: &str = "/en/sign-in/demonstration";
const BEN: [(&str, &str); 2] = [("login", "ben"), ("post", "forssa/coordinator")];

/// The usual world with the mark written by hand: the program itself marks no database that holds anybody.
async fn demonstration() -> World {
    let mut world = World::new().await;
    let mark = |unit: Unit| async move {
        let sql = "insert into setting (name, value) values ('demonstration', '2024-12-03 1 whole')";
        unit.execute(sql, args![]).await?;
        Ok::<_, storage::Error>(())
    };
    world.house.store.write(mark).await.expect("it is marked");
    let house = world.house.clone();
    let (register, clock) = (Arc::clone(&house.register), Arc::new(Fixed(date(2024, 12, 3))));
    let site = web::State { clock, register, desk: true, demonstration: true };
    let state = DeskState {
        house,
        site: site.clone(),
        key: Some(world.key.clone()),
        secure: false,
        behind_proxy: false,
        elsewhere: desk::Elsewhere::default(),
    };
    world.router = web::router_with(site, desk::routes(state));
    world
}

#[tokio::test]
async fn in_earnest_there_is_no_such_address() {
    let world = World::new().await;
    let mut browser = world.browser();
    let absent = browser.get("/en/sign-in/nothing").await;
    let page = browser.send(CLICK, &BEN).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get(CLICK).await.status, StatusCode::NOT_FOUND);
    assert!(browser.cookies.is_empty() && !browser.is_in().await);
    assert_eq!(absent.status, page.status);
    for address in ["/en/sign-in", "/en"] {
        let text = browser.get(address).await.text;
        assert!(!text.contains("Everybody here is invented") && !text.contains("sign-in/demonstration"), "{address}");
    }
}

#[tokio::test]
async fn one_click_signs_in_and_each_page_says_that_it_is_a_demonstration() {
    let world = demonstration().await;
    let mut ben = world.browser();
    for address in ["/en", "/en/duties", "/en/sign-in", "/en/there-is-no-such-page"] {
        assert!(ben.get(address).await.text.contains("Everybody here is invented"), "{address}");
    }
    let list = ben.get("/en/sign-in?next=%2Fen%2Faccount").await;
    assert!(list.text.contains(r#"name="login" value="ben""#) && list.text.contains("works on cases"), "{}", list.text);
    assert!(list.text.contains(r#"name="next" value="/en/account""#) && !list.text.contains(r#"type="password""#));
    let page = ben.send(CLICK, &BEN).await;
    assert_eq!((page.status, page.to()), (StatusCode::SEE_OTHER, "/en/desk"));
    let desk = ben.get("/en/desk").await;
    assert!(desk.text.contains("Ben Example") && desk.text.contains("Everybody here is invented"), "{}", desk.text);
    // As another, from the same browser: the first session is over.
    let before = ben.session();
    let next = [("login", "anna"), ("post", "te-hame/expert"), ("next", "/sv/account")];
    assert_eq!(ben.send(CLICK, &next).await.to(), "/sv/account");
    assert!(ben.get("/sv/account").await.text.contains("Anna Example"));
    ben.cookies.insert("kotopolku-session".to_owned(), before);
    assert!(!ben.is_in().await);
}

#[tokio::test]
async fn nobody_is_signed_in_from_elsewhere_or_led_there_or_as_what_they_are_not() {
    let world = demonstration().await;
    let mut ben = world.browser();
    let page = ben.send_as(CLICK, &BEN, &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    for chosen in [[("login", "ben"), ("post", "te-hame/expert")], [("login", "bob"), ("post", "forssa/coordinator")]] {
        assert_eq!(ben.send(CLICK, &chosen).await.status, StatusCode::NOT_FOUND, "{chosen:?}");
    }
    assert_eq!(ben.send(CLICK, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(!ben.is_in().await);
    let page = ben.send(CLICK, &[BEN[0], BEN[1], ("next", "https://evil.example")]).await;
    assert_eq!(page.to(), "/en/desk");
    // Whoever got a password before the mark cannot be given another.
    let operator = casework::post::Acting::operator();
    assert!(world.house.set_password(&operator, "ben", PASSWORD).await.is_err());
}
