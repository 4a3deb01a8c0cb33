//! Every example of every component, in every language.

use axum::http::StatusCode;

use crate::browser::get;

#[tokio::test]
async fn the_style_page_shows_every_component_in_every_language() {
    for language in ["fi", "sv", "en"] {
        let page = get(&format!("/{language}/style")).await;
        assert_eq!(page.status, StatusCode::OK, "{language}");
        assert!(page.text.contains(&format!("<html lang=\"{language}\">")));
        for mark in [
            "k-line--lead",
            "k-line--beside",
            "k-line--above",
            "k-line--nobody",
            "k-stretch--unknown",
            "k-stretch--nobody",
            "k-band",
            "k-reason",
            "k-notice--amber",
            "govuk-radios",
            "govuk-error-summary",
            "k-known",
        ] {
            assert!(page.text.contains(mark), "{language}: {mark}");
        }
        // What data holds is written out, never read as markup.
        assert!(page.text.contains("Forssa &#60;stad&#62; &#38; co"), "{language}");
        // "I do not know" is always there.
        assert_eq!(page.text.matches("value=\"unknown\"").count(), 4, "{language}");
    }
}

#[tokio::test]
async fn the_style_page_looks_as_it_did() {
    let page = get("/sv/style").await;
    let main = page.text.split("<main").nth(1).expect("the content");
    // The edition changes with every word of the register; how the page looks does not.
    let main = main.replace(register::Register::shipped().edition.short(), "EDITION");
    insta::assert_snapshot!("style-page-sv", main);
}
