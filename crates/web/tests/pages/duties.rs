//! The front page, the list of duties, and each duty's own page.

use axum::http::StatusCode;

use crate::browser::get;

#[tokio::test]
async fn the_front_page_leads_to_questions_that_are_answered() {
    for language in ["fi", "sv", "en"] {
        let page = get(&format!("/{language}")).await;
        assert_eq!(page.status, StatusCode::OK);
        let examples: Vec<String> = page
            .text
            .split("href=\"")
            .filter_map(|rest| rest.split('"').next())
            .filter(|href| href.contains("/who?"))
            .map(|href| href.replace("&#38;", "&").replace("&amp;", "&"))
            .collect();
        assert_eq!(examples.len(), 3, "{language}");
        for example in examples {
            let page = get(&example).await;
            assert_eq!(page.status, StatusCode::OK, "{example}");
            assert!(page.text.contains("class=\"k-answer"), "{example} is answered without more questions");
        }
    }
}

#[tokio::test]
async fn the_words_of_all_languages_are_found_with_or_without_marks() {
    for words in ["kotoutumissuunnitelma", "integrationsplan", "integration plan", "KOTOUTUMISSUUNNITELMA", "L04"] {
        let page = get(&format!("/sv/duty?q={}", words.replace(' ', "+"))).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("/sv/duty/integration-plan\""), "{words}");
    }
    let none = get("/fi/duty?q=xyzzy%3Cb%3E").await;
    assert!(none.text.contains("xyzzy&#60;b&#62;") && none.text.contains("/fi/duty/integration-plan"));
}

#[tokio::test]
async fn every_duty_has_a_page_in_every_language() {
    for duty in &register::Register::shipped().resolved.duties {
        for language in ["fi", "sv", "en"] {
            let page = get(&format!("/{language}/duty/{}", duty.id)).await;
            assert_eq!(page.status, StatusCode::OK, "{}", duty.id);
            assert!(page.text.contains("k-timeline") && page.text.contains("k-line--"), "{}", duty.id);
        }
    }
}

#[tokio::test]
async fn a_duty_that_is_not_there_offers_what_was_perhaps_meant() {
    let page = get("/sv/duty/integration-pln").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.text.contains("href=\"/sv/duty/integration-plan\""));
    assert_eq!(get("/sv/duty/%3Cscript%3E").await.status, StatusCode::NOT_FOUND);
}
