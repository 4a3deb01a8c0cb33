//! What is not understood is refused, with what is wrong and how to mend it.

use crate::program::{ask, get, refusal};

#[tokio::test]
async fn each_parameter_says_what_is_wrong_with_it() {
    let who = "/who?duty=integration-plan&in=061&on=2025-02-01";
    for (address, pointer, code, near) in [
        (format!("{who}&labuor=student"), "/query/labuor", "unknown-parameter", Some("labour")),
        (format!("{who}&labour=studnt"), "/query/labour", "unknown-value", Some("student")),
        (format!("{who}&labour="), "/query/labour", "empty", None),
        (format!("{who}&labour=student&labour=student"), "/query/labour", "given-twice", None),
        (format!("{who}&age=-1"), "/query/age", "unknown-value", None),
        (format!("{who}&age=120"), "/query/age", "unknown-value", None),
        (format!("{who}&lang=se"), "/query/lang", "unknown-value", None),
        ("/who?duty=integration-plna&in=061".into(), "/query/duty", "unknown-duty", Some("integration-plan")),
        ("/who?in=061".into(), "/query/duty", "missing", None),
        ("/who?duty=integration-plan&in=Forsa".into(), "/query/in", "unknown-municipality", Some("Forssa")),
        ("/who?duty=integration-plan&in=061&on=1.2.2025".into(), "/query/on", "unreadable-day", None),
        ("/who?duty=integration-plan&in=061&on=2025-02-30".into(), "/query/on", "unreadable-day", None),
        ("/who?duty=integration-plan&in=061&on=2025-02-01T00:00".into(), "/query/on", "unreadable-day", None),
        ("/who?duty=integration-plan&in=061&on=1999-01-01".into(), "/query/on", "before-begins", Some("2021-01-01")),
        ("/who/history?duty=integration-plan&in=061&on=2025-01-01".into(), "/query/on", "unknown-parameter", None),
        ("/duties?atom=Z99".into(), "/query/atom", "unknown-atom", None),
        ("/duties?organ=municipality:999".into(), "/query/organ", "unknown-organ", None),
        ("/duties?limit=0".into(), "/query/limit", "unknown-value", None),
        ("/duties?limit=501".into(), "/query/limit", "unknown-value", None),
        ("/duties?cursor=x".into(), "/query/cursor", "unknown-value", None),
        ("/organs?kind=te-ofice".into(), "/query/kind", "unknown-kind", Some("te-office")),
        ("/organs?in=Nowhere".into(), "/query/in", "unknown-municipality", None),
        ("/difference?before=2025-01-01&after=2024-01-01".into(), "/query/before", "wrong-order", None),
        ("/difference?after=2024-01-01".into(), "/query/before", "missing", None),
        ("/appendix".into(), "/query/in", "missing", None),
        ("/edition?x%2Fy=1".into(), "/query/x~1y", "unknown-parameter", None),
    ] {
        let problem = refusal(&address, 400).await;
        assert_eq!(problem["type"], "/api/v1/problems#not-understood");
        let errors = problem["errors"].as_array().expect("errors");
        let error =
            errors.iter().find(|one| one["pointer"] == pointer).unwrap_or_else(|| panic!("{address}: {problem}"));
        assert_eq!(error["code"], code, "{address}: {problem}");
        if let Some(near) = near {
            assert_eq!(error["did_you_mean"][0], near, "{address}: {problem}");
        }
    }
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once() {
    let problem = refusal("/who?duty=x&in=y&on=z&labour=w&v=u", 400).await;
    assert_eq!(problem["errors"].as_array().map(Vec::len), Some(5), "{problem}");
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains('5')));
}

#[tokio::test]
async fn facts_that_cannot_all_be_true_are_refused() {
    let words = &register::Register::shipped().resolved.words;
    let mut tried = 0;
    for one in words.impossible.iter().flat_map(|one| &one.boxes) {
        let mut address = "/who?duty=integration-plan&in=061&on=2025-02-01".to_owned();
        for (attribute, set) in &one.parts {
            let attribute = words.at(*attribute);
            let value = &attribute.values[usize::try_from(set.trailing_zeros()).expect("a value")];
            address.push_str(&format!("&{}={}", attribute.id, value.id));
        }
        let problem = refusal(&address, 400).await;
        assert_eq!(problem["errors"][0]["code"], "contradiction", "{problem}");
        tried += 1;
    }
    assert!(tried > 0);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    for (address, code, near) in [
        ("/duties/integration-plna", "unknown-duty", Some("integration-plan")),
        ("/organs/te-office:hme", "unknown-organ", Some("te-office:hame")),
        ("/organs/te-office:hme/chain", "unknown-organ", Some("te-office:hame")),
        ("/municipalities/999", "unknown-municipality", None),
        ("/sources/1386-2011", "unknown-source", Some("1386-2010")),
    ] {
        let problem = refusal(address, 404).await;
        assert_eq!(problem["type"], "/api/v1/problems#not-found");
        assert_eq!(problem["errors"][0]["code"], code, "{problem}");
        if let Some(near) = near {
            assert_eq!(problem["errors"][0]["did_you_mean"][0], near, "{problem}");
        }
    }
    for address in ["/nothing", "", "/", "/who/", "/organs/te-office:hame/chain/x", "/sources/1386/2010"] {
        let problem = refusal(address, 404).await;
        assert!(problem.get("errors").is_none());
    }
    assert_eq!(get("/organs/%FF").await.status.as_u16(), 404);
    for address in ["/api/v2", "/api/v1/nothing", "/api/v1/docs/nothing.js"] {
        let heard = ask("GET", address, &[]).await;
        assert_eq!(
            (heard.status.as_u16(), heard.header("content-type")),
            (404, "application/problem+json"),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_municipality_that_was_merged_leads_to_its_successor() {
    let territory = &register::Register::shipped().resolved.territory;
    let merged = territory.municipalities.iter().find(|one| one.merged_into.is_some()).expect("a merger");
    let into = merged.merged_into.map(|into| territory.at(into).code.clone());
    let until = merged.period.until.expect("an end");
    let problem = refusal(&format!("/municipalities/{}?on={until}", merged.code), 404).await;
    assert_eq!(problem["errors"][0]["did_you_mean"][0].as_str(), into.as_deref(), "{problem}");
    let problem = refusal(&format!("/who?duty=integration-plan&in={}&on={until}", merged.code), 400).await;
    assert_eq!(problem["errors"][0]["code"], "municipality-not-there");
}

#[tokio::test]
async fn another_edition_is_not_served_and_ours_is() {
    let served = &register::Register::shipped().edition;
    let problem = refusal(&format!("/edition?edition={}", "0".repeat(64)), 404).await;
    assert_eq!(problem["type"], "/api/v1/problems#other-edition");
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains(served.as_str())), "{problem}");
    for name in [served.as_str(), served.short()] {
        assert_eq!(get(&format!("/edition?edition={name}")).await.status.as_u16(), 200);
    }
}

#[tokio::test]
async fn only_reading_is_answered() {
    for method in ["POST", "PUT", "PATCH", "DELETE", "TRACE"] {
        for address in ["/api/v1/register/who", "/api/v1/problems", "/api/v1/docs/", "/api/v1/openapi.json"] {
            let heard = ask(method, address, &[]).await;
            assert_eq!(
                (heard.status.as_u16(), heard.header("content-type")),
                (405, "application/problem+json"),
                "{method} {address}"
            );
            assert!(heard.header("allow").contains("GET"), "{method} {address}");
        }
    }
}

#[tokio::test]
async fn problems_speak_the_language_of_the_question() {
    for (lang, title) in [
        ("sv", "Frågan går inte att förstå"),
        ("fi", "Kysymystä ei voi tulkita"),
        ("en", "The question cannot be understood"),
    ] {
        assert_eq!(refusal(&format!("/who?lang={lang}"), 400).await["title"], title);
        let heard = ask("GET", "/api/v1/register/who", &[("accept-language", lang)]).await;
        assert_eq!(heard.json()["title"], title);
    }
    assert_eq!(refusal("/who", 400).await["title"], "Kysymystä ei voi tulkita");
}
