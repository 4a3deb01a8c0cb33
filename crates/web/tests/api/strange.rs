//! Whatever is asked, the fault is never ours.

use crate::program::ask;
use proptest::prelude::*;

/// Words that nearly make a question, and some that do not.
fn word() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "duty",
        "in",
        "on",
        "lang",
        "edition",
        "limit",
        "cursor",
        "organ",
        "search",
        "kind",
        "before",
        "after",
        "atom",
        "age",
        "labour",
        "residence",
        "place",
        "integration-plan",
        "061",
        "Forssa",
        "abroad",
        "unknown",
        "sv",
        "en",
        "2025-01-01",
        "2011-09-01",
        "9999-12-31",
        "-9999-01-01",
        "0000-00-00",
        "17",
        "119",
        "500",
        "te-office:hame",
        "municipality:061",
        "student",
        "05",
        "%",
        "%00",
        "%FF",
        "%2F",
        "+",
        "",
        "~",
        "\u{e5}bo",
    ];
    prop_oneof![
        6 => prop::sample::select(KNOWN).prop_map(|word| {
            if word.starts_with('%') || word == "+" { word.to_owned() } else { web::shell::encoded(word) }
        }),
        1 => any::<String>().prop_map(|word| web::shell::encoded(&word.chars().take(40).collect::<String>())),
    ]
}

fn path() -> impl Strategy<Value = String> {
    const PATHS: &[&str] = &[
        "who",
        "who/history",
        "duties",
        "duties/{}",
        "organs",
        "organs/{}",
        "organs/{}/chain",
        "municipalities",
        "municipalities/{}",
        "sources",
        "sources/{}",
        "difference",
        "appendix",
        "attributes",
        "reorganisations",
        "edition",
        "register",
        "{}",
        "{}/{}",
    ];
    (prop::sample::select(PATHS), word())
        .prop_map(|(path, word)| format!("/api/v1/register/{}", path.replace("{}", &word)))
}

/// A query that is often nearly right, so that it comes further than the first refusal.
fn query() -> impl Strategy<Value = String> {
    let usual = prop::sample::subsequence(
        vec!["duty=integration-plan", "in=061", "on=2025-02-01", "before=2020-01-01", "after=2025-01-01", "age=17"],
        0..=6,
    );
    let strange = prop::collection::vec((word(), word()).prop_map(|(name, value)| format!("{name}={value}")), 0..3);
    (usual, strange)
        .prop_map(|(usual, strange)| usual.into_iter().map(str::to_owned).chain(strange).collect::<Vec<_>>().join("&"))
}

/// Days at either end of what can be written, for each day attribute and each address that takes a day.
#[tokio::test]
async fn the_ends_of_the_calendar_are_days_too() {
    let words = &register::Register::shipped().resolved.words;
    for attribute in
        words.attributes.iter().filter(|attribute| matches!(attribute.kind, register::resolved::AttributeKind::Day(_)))
    {
        for day in ["9999-12-31", "-009999-01-01", "0000-01-01"] {
            for on in ["2021-01-01", "2025-02-01", "9999-12-31"] {
                let address = format!("?duty=integration-plan&in=061&{}={day}", attribute.id);
                for address in [format!("who{address}&on={on}"), format!("who/history{address}")] {
                    let heard = ask("GET", &format!("/api/v1/register/{address}"), &[]).await;
                    assert!(heard.status.as_u16() < 500, "{address}: {}", heard.text);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_question_is_our_fault(path in path(), query in query(), wish in word()) {
        let address = format!("{path}?{query}");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let wish = if wish.is_ascii() { wish } else { String::new() };
        let heard = runtime.block_on(ask("GET", &address, &[("accept-language", &wish)]));
        let status = heard.status.as_u16();
        prop_assert!(status < 500, "{address}: {status} {}", heard.text);
        if status >= 400 {
            prop_assert_eq!(heard.header("content-type"), "application/problem+json", "{}", address);
        }
    }
}
