//! A walk through a list sees everything exactly once.

use crate::program::{answer, get, refusal};

async fn walk(address: &str, limit: usize) -> Vec<String> {
    let mut seen = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let behind = cursor.as_ref().map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        let part = answer(&format!("{address}&limit={limit}{behind}")).await;
        let items = part["items"].as_array().expect("items");
        assert!(items.len() <= limit);
        seen.extend(items.iter().map(ToString::to_string));
        match part["next"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => {
                assert_eq!(part["total"], seen.len());
                return seen;
            }
        }
    }
}

#[tokio::test]
async fn a_walk_sees_everything_exactly_once() {
    for address in [
        "/duties?on=2025-02-01",
        "/duties?search=plan&on=2025-02-01",
        "/duties?organ=municipality:061",
        "/organs?on=2025-02-01",
        "/organs?in=05",
        "/municipalities?on=2021-01-01",
        "/difference?before=2024-12-31&after=2025-01-01&in=061",
    ] {
        let whole = walk(address, 500).await;
        assert!(!whole.is_empty(), "{address}");
        for limit in [1, 7, 100].into_iter().filter(|limit| whole.len() / limit < 60) {
            assert_eq!(walk(address, limit).await, whole, "{address} by {limit}");
        }
        let mut once = whole.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), whole.len(), "{address}");
    }
}

#[tokio::test]
async fn the_next_part_is_linked() {
    let heard = get("/duties?limit=3&on=2025-02-01").await;
    let next = heard.json()["next"].as_str().map(str::to_owned).expect("a cursor");
    assert_eq!(heard.header("link"), format!("<?limit=3&on=2025-02-01&cursor={next}>; rel=\"next\""));
}

#[tokio::test]
async fn a_cursor_belongs_to_its_question_and_its_edition() {
    let next = answer("/duties?limit=3&on=2025-02-01").await["next"].as_str().map(str::to_owned).expect("a cursor");
    // The size of the parts and the language may change on the way.
    answer(&format!("/duties?limit=9&lang=sv&on=2025-02-01&cursor={next}")).await;
    for address in ["/duties?on=2025-02-02", "/duties?search=plan&on=2025-02-01", "/organs?on=2025-02-01"] {
        let problem = refusal(&format!("{address}&cursor={next}"), 400).await;
        assert_eq!(problem["errors"][0]["pointer"], "/query/cursor", "{address}");
    }
    let (_, behind) = next.split_once('.').expect("parts");
    let problem = refusal(&format!("/duties?on=2025-02-01&cursor=000000000000.{behind}"), 400).await;
    assert_eq!(problem["errors"][0]["code"], "other-edition");
    let far = format!("{}.99999999", next.rsplit_once('.').expect("parts").0);
    assert_eq!(answer(&format!("/duties?on=2025-02-01&cursor={far}")).await["items"].as_array().map(Vec::len), Some(0));
}
