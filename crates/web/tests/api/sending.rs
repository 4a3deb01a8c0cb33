//! Marks, languages, who may read, the page.

use crate::program::{ask, get};

const WHO: &str = "/api/v1/register/who?duty=integration-plan&in=061&on=2025-02-01";

#[tokio::test]
async fn what_a_program_holds_is_not_sent_again() {
    for address in [WHO, "/api/v1/register/edition", "/api/v1/register/organs?limit=5", "/api/v1/register/register"] {
        let first = ask("GET", address, &[]).await;
        let mark = first.header("etag").to_owned();
        assert!(mark.contains(register::Register::shipped().edition.short()), "{address}: {mark}");
        assert!(first.header("cache-control").starts_with("public, max-age="), "{address}");
        for held in [mark.as_str(), mark.trim_start_matches("W/"), "*", &format!("\"other\", {mark}")] {
            let again = ask("GET", address, &[("if-none-match", held)]).await;
            assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""), "{address}: {held}");
            assert_eq!(again.header("etag"), mark);
        }
        let other = ask("GET", address, &[("if-none-match", "\"other\"")]).await;
        assert_eq!((other.status.as_u16(), other.text), (200, first.text));
    }
}

#[tokio::test]
async fn each_language_and_each_question_has_its_own_mark() {
    let mark = async |address: &str| ask("GET", address, &[]).await.header("etag").to_owned();
    let marks = [mark(&format!("{WHO}&lang=sv")).await, mark(&format!("{WHO}&lang=en")).await, mark(WHO).await];
    assert!(marks[0] != marks[1] && marks[1] != marks[2] && marks[0] != marks[2], "{marks:?}");
    assert_eq!(mark(&format!("{WHO}&lang=fi")).await, marks[2]);
}

#[tokio::test]
async fn a_refusal_is_not_kept() {
    let heard = get("/who?duty=x").await;
    assert!(heard.header("etag").is_empty() && !heard.header("cache-control").contains("max-age"));
}

#[tokio::test]
async fn the_language_of_the_answer_is_named() {
    for (lang, wish, said) in [("", "sv-FI", "sv"), ("&lang=en", "sv", "en"), ("", "", "fi"), ("", "de", "fi")] {
        let heard = ask("GET", &format!("{WHO}{lang}"), &[("accept-language", wish)]).await;
        assert_eq!(heard.header("content-language"), said, "{lang} {wish}");
        assert!(heard.headers.get_all("vary").iter().any(|vary| vary == "Accept-Language"));
    }
}

#[tokio::test]
async fn pages_of_other_sites_may_read_without_credentials() {
    for address in [WHO, "/api/v1/register/who", "/api/v1/openapi.json", "/api/v1/nothing"] {
        let heard = ask("GET", address, &[("origin", "https://example.org")]).await;
        assert_eq!(heard.header("access-control-allow-origin"), "*", "{address}");
        assert!(heard.headers.get("access-control-allow-credentials").is_none());
        assert_eq!(heard.header("cross-origin-resource-policy"), "cross-origin", "{address}");
    }
    let wish = [("origin", "https://example.org"), ("access-control-request-method", "GET")];
    let heard = ask("OPTIONS", WHO, &wish).await;
    assert_eq!(heard.status.as_u16(), 200);
    assert_eq!(heard.header("access-control-allow-methods"), "GET,HEAD");
    let page = ask("GET", "/en/style", &wish[..1]).await;
    assert!(page.headers.get("access-control-allow-origin").is_none(), "pages are not opened");
}

#[tokio::test]
async fn the_head_alone_may_be_asked_for() {
    let heard = ask("HEAD", WHO, &[]).await;
    assert_eq!((heard.status.as_u16(), heard.text.as_str()), (200, ""));
    assert!(!heard.header("etag").is_empty());
}

#[tokio::test]
async fn the_page_of_the_description_loads_only_our_files() {
    for address in ["/api", "/api/v1", "/api/v1/docs"] {
        let heard = ask("GET", address, &[]).await;
        assert_eq!((heard.status.as_u16(), heard.header("location")), (307, "/api/v1/docs/"), "{address}");
    }
    let page = ask("GET", "/api/v1/docs/", &[]).await;
    assert_eq!(page.status.as_u16(), 200);
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self';") && policy.contains("default-src 'none'"), "{policy}");
    let mut files = 0;
    for part in page.text.split(['"', '\'']).filter(|part| part.ends_with(".js") || part.ends_with(".css")) {
        assert!(!part.contains("//"), "{part} is loaded from elsewhere");
        let file = ask("GET", &format!("/api/v1/docs/{}", part.trim_start_matches("./")), &[]).await;
        assert_eq!(file.status.as_u16(), 200, "{part}");
        files += 1;
    }
    assert!(files >= 4, "{files}");
    let start = ask("GET", "/api/v1/docs/swagger-initializer.js", &[]).await;
    assert!(start.text.contains("/api/v1/openapi.json") && !start.text.contains("petstore"), "{}", start.text);
    assert!(!ask("GET", WHO, &[]).await.header("content-security-policy").contains("script-src"));
}
