//! Languages, errors, headers, files.

use axum::http::StatusCode;

use crate::browser::{ask, get};

#[tokio::test]
async fn the_root_leads_to_the_readers_language() {
    for (wish, to) in [("sv-FI,sv;q=0.9", "/sv"), ("de", "/fi"), ("en-GB, fi;q=0.8", "/en"), ("", "/fi")] {
        let page = ask("GET", "/", &[("accept-language", wish)]).await;
        assert_eq!((page.status, page.header("location")), (StatusCode::TEMPORARY_REDIRECT, to), "{wish}");
    }
}

#[tokio::test]
async fn an_unknown_address_says_what_to_do_in_the_readers_language() {
    for (address, wish, heading) in [
        ("/sv/finns-inte", "", "Sidan finns inte"),
        ("/fi/ei-ole", "", "Sivua ei ole"),
        ("/en/nothing", "", "There is no such page"),
        ("/nothing", "sv", "Sidan finns inte"),
        ("/de/style", "en", "There is no such page"),
        ("/SV/style", "en", "Sidan finns inte"),
    ] {
        let page = ask("GET", address, &[("accept-language", wish)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
        crate::browser::sound(address, &page.text);
        assert!(page.text.contains(heading), "{address}: {}", page.text);
    }
}

#[tokio::test]
async fn what_stands_in_the_address_is_escaped() {
    let page = get("/sv/%3Cscript%3Ealert(1)%3C/script%3E?a=%22%3E%3Cscript%3E").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!page.text.contains("<script"));
}

#[tokio::test]
async fn programs_get_a_problem() {
    let page = get("/api/nothing").await;
    assert_eq!((page.status, page.header("content-type")), (StatusCode::NOT_FOUND, "application/problem+json"));
    assert!(page.text.contains("\"status\":404"));
}

#[tokio::test]
async fn a_slash_too_many_is_taken_away_but_never_leads_elsewhere() {
    let page = get("/sv/style/?a=1").await;
    assert_eq!((page.status, page.header("location")), (StatusCode::PERMANENT_REDIRECT, "/sv/style?a=1"));
    let page = get("//example.org/").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn pages_are_read_only() {
    let page = ask("POST", "/sv/style", &[]).await;
    assert_eq!((page.status, page.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
    assert!(page.text.contains("Sidan kan bara läsas"));
}

#[tokio::test]
async fn every_answer_carries_the_strict_policy_and_no_cookie() {
    for address in ["/", "/sv/style", "/nothing", "/api/x"] {
        let page = get(address).await;
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{address}: {policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{address}");
        assert!(page.headers.get("set-cookie").is_none(), "{address}");
    }
}

#[tokio::test]
async fn an_unchanged_page_is_not_sent_twice() {
    let first = get("/sv/style").await;
    let mark = first.header("etag").to_owned();
    assert!(mark.starts_with("W/\""));
    let again = ask("GET", "/sv/style", &[("if-none-match", &mark)]).await;
    assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
}

#[tokio::test]
async fn files_are_kept_for_ever_under_the_name_of_their_content() {
    let page = get("/sv/style").await;
    let css = page.text.split("href=\"").find(|rest| rest.starts_with("/assets/kotopolku-")).expect("a style");
    let css = css.split('"').next().expect("an address");
    let file = get(css).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "text/css; charset=utf-8"));
    assert!(file.header("cache-control").contains("immutable"));
    assert!(!file.text.contains("url(") && !file.text.contains("@import"), "nothing is loaded from elsewhere");
    let mark = file.header("etag").to_owned();
    assert_eq!(ask("GET", css, &[("if-none-match", &mark)]).await.status, StatusCode::NOT_MODIFIED);
    assert_eq!(get("/assets/other.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_first_page_is_light() {
    let mut sum = 0;
    let page = ask("GET", "/sv/style", &[("accept-encoding", "gzip")]).await;
    assert_eq!(page.header("content-encoding"), "gzip");
    sum += page.text.len();
    for name in ["kotopolku.css", "mark.svg"] {
        sum += ask("GET", web::shell::assets::address(name), &[("accept-encoding", "gzip")]).await.text.len();
    }
    // Counted after replacing what is not text, which only makes it more.
    assert!(sum < 60_000, "{sum} bytes");
}
