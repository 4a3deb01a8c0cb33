//! The pages of organs, places, sources, the picture, what moved, and the appendix: in every language, and with input
//! that cannot be understood.

use axum::http::StatusCode;

use crate::browser::{Page, ask, get};

/// Each page with something that must stand on it, by language.
const PAGES: [(&str, [&str; 3]); 16] = [
    ("/organ", ["Myndigheter den", "Viranomaiset", "Authorities on"]),
    ("/organ?q=nyland&on=2021-06-01", ["NTM-centralen i Nyland", "Uudenmaan ELY-keskus", "Uusimaa ELY Centre"]),
    ("/organ/te-office:hame?on=2021-06-01", ["integrationsplan", "otoutumissuunnitelma", "ntegration plan"]),
    ("/organ/te-office:hame?on=2025-02-01", ["fanns inte den dagen", "ei ollut tuona päivänä", "was not there"]),
    ("/organ/employment-authority:oulun-seutu?on=2025-02-01", ["namnet har inte setts", "Oulun seudun", "Oulu region"]),
    ("/organ/ministry:economic-affairs", ["Svarar för (", "Vastaa tehtävistä (", "Answers for ("]),
    ("/municipality", ["Kommunerna den", "Kunnat", "Municipalities on"]),
    ("/municipality/061?on=2025-02-01", ["Vem är vem i Forssa", "Forssa: kuka on kuka", "Who is who in Forssa"]),
    ("/municipality/588", ["blev en del av Mäntyharju", "tuli osaksi kuntaa Mäntyharju", "became part of Mäntyharju"]),
    ("/source", ["Lagar och andra källor", "Lait ja muut lähteet", "Acts and other sources"]),
    ("/source/1386/2010", ["11 §", "11 §", "section 11"]),
    ("/source/1386/2010?section=10", ["Inledande kartläggning", "Alkukartoitus", "nitial assessment"]),
    ("/picture?in=061&on=2021-06-01", ["TE-byrån i Tavastland", "Hämeen TE-toimisto", "Häme TE Office"]),
    (
        "/compare?before=2024-12-31&after=2025-01-01&in=061",
        ["Integrationsplan", "otoutumissuunnitelma", "ntegration plan"],
    ),
    (
        "/compare?before=2022-12-31&after=2023-01-01&in=061&duty=county-services",
        ["Egentliga Tavastland", "Kanta-Häme", "Kanta-Häme"],
    ),
    ("/appendix?in=forssa&on=2021-06-01", ["Forssaregionen", "Forssan seutu", "Forssa region"]),
];

#[tokio::test]
async fn each_page_stands_in_each_language() {
    for (path, said) in PAGES {
        for (language, said) in ["sv", "fi", "en"].into_iter().zip(said) {
            let address = format!("/{language}{path}");
            let page = get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(page.text.contains(said), "{address} does not say {said}");
        }
    }
}

async fn refused(path: &str, status: StatusCode, said: [&str; 3]) {
    for (language, said) in ["sv", "fi", "en"].into_iter().zip(said) {
        let address = format!("/{language}{path}");
        let page = get(&address).await;
        assert_eq!(page.status, status, "{address}");
        assert!(page.text.contains(said), "{address} does not say {said}: {}", main_of(&page));
    }
}

fn main_of(page: &Page) -> &str {
    page.text.split("<main").nth(1).unwrap_or(&page.text)
}

#[tokio::test]
async fn what_does_not_exist_is_said_with_what_was_perhaps_meant() {
    for path in ["/organ/te-office:hamme", "/organ/x", "/municipality/Frossa", "/source/9999/1999", "/source/x"] {
        refused(path, StatusCode::NOT_FOUND, ["Sidan finns inte", "Sivua ei ole", "There is no such page"]).await;
    }
    refused("/organ/te-office:hamme", StatusCode::NOT_FOUND, ["te-office:hame”", "te-office:hame”", "te-office:hame"])
        .await;
    refused("/source/1386/2010?section=999", StatusCode::NOT_FOUND, ["999", "999", "999"]).await;
}

#[tokio::test]
async fn a_day_that_cannot_be_read_is_kept_and_said() {
    for path in [
        "/organ?on=i+g%C3%A5r",
        "/organ/municipality:061?on=i+g%C3%A5r",
        "/municipality?on=i+g%C3%A5r",
        "/municipality/061?on=i+g%C3%A5r",
        "/picture?on=i+g%C3%A5r",
        "/compare?before=i+g%C3%A5r&after=2025-01-01",
        "/appendix?in=061&on=i+g%C3%A5r",
    ] {
        refused(path, StatusCode::BAD_REQUEST, ["value=\"i går\"", "value=\"i går\"", "value=\"i går\""]).await;
    }
}

#[tokio::test]
async fn a_day_before_the_register_begins_is_refused() {
    for path in [
        "/organ?on=2019-01-01",
        "/municipality/061?on=2019-01-01",
        "/picture?on=2019-01-01",
        "/compare?before=2019-01-01&after=2025-01-01",
        "/appendix?in=061&on=2019-01-01",
    ] {
        refused(path, StatusCode::BAD_REQUEST, ["1 januari 2021", "1. tammikuuta 2021", "1 January 2021"]).await;
    }
}

#[tokio::test]
async fn a_place_that_cannot_be_found_is_kept_and_said() {
    for path in ["/picture?in=Frossa", "/compare?before=2024-12-31&after=2025-01-01&in=Frossa", "/appendix?in=Frossa"] {
        refused(path, StatusCode::BAD_REQUEST, ["Frossa", "Frossa", "Frossa"]).await;
        refused(path, StatusCode::BAD_REQUEST, ["Forssa", "Forssa", "Forssa"]).await;
    }
    refused("/appendix?in=588&on=2025-02-01", StatusCode::BAD_REQUEST, ["Mäntyharju"; 3]).await;
    refused(
        "/compare?before=2024-12-31&after=2025-01-01&duty=integration-plam",
        StatusCode::BAD_REQUEST,
        ["integration-plan"; 3],
    )
    .await;
}

#[tokio::test]
async fn a_municipality_by_its_name_leads_to_its_code() {
    let page = get("/sv/municipality/Tammerfors?on=2025-02-01").await;
    assert_eq!(
        (page.status, page.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/sv/municipality/837?on=2025-02-01")
    );
}

#[tokio::test]
async fn lists_stand_at_the_plural_too() {
    for (plural, to) in [("organs", "organ"), ("municipalities", "municipality"), ("sources", "source")] {
        let page = get(&format!("/sv/{plural}?on=2021-06-01")).await;
        let wanted = format!("/sv/{to}?on=2021-06-01");
        assert_eq!((page.status, page.header("location")), (StatusCode::PERMANENT_REDIRECT, wanted.as_str()));
    }
}

#[tokio::test]
async fn an_unconfirmed_row_is_marked_with_its_source() {
    let page = get("/sv/municipality/564?on=2025-02-01").await;
    let main = main_of(&page);
    assert!(main.contains("k-unsure") && main.contains("Obekräftat") && main.contains("https://www.munoulu.fi/"));
}

#[tokio::test]
async fn the_picture_says_the_same_in_drawing_and_list() {
    let page = get("/sv/picture?in=061&on=2021-06-01").await;
    let drawing = page.text.split("<svg class=\"k-picture\"").nth(1).and_then(|rest| rest.split("</svg>").next());
    let drawing = drawing.expect("a drawing");
    let list = page.text.split("k-poster-list").nth(1).expect("a list");
    let drawn = drawing.matches("k-picture__mark--lead").count();
    assert_eq!(drawn, list.matches("k-mark--lead").count());
    assert!(drawn > 100, "{drawn}");
    assert!(drawing.contains("<title") && drawing.contains("<desc") && page.text.contains("role=\"img\""));
    assert!(drawing.contains("k-picture__line--steer") && drawing.contains("k-picture__line--supervise"));
}

#[tokio::test]
async fn the_same_day_twice_is_no_change() {
    let page = get("/sv/compare?before=2025-02-01&after=2025-02-01").await;
    assert!(page.text.contains("Ingen uppgift bytte huvudansvarig"));
}

#[tokio::test]
async fn the_appendix_comes_as_text_too() {
    let page = ask("GET", "/sv/appendix?in=061&on=2021-06-01&format=md", &[]).await;
    assert_eq!((page.status, page.header("content-type")), (StatusCode::OK, "text/markdown; charset=utf-8"));
    assert!(page.text.starts_with("# Integrationens ansvarsfördelning: Forssa\n"));
    assert!(page.text.contains("## Staten") && page.text.contains("### Tavastlands arbets- och näringsbyrå"));
}
