//! Every public page, in every language, wide and on a phone, light and dark: axe-core finds nothing, nobody scrolls
//! sideways, the keyboard reaches everything and shows where it is, and the browser has nothing to complain about.

use std::collections::BTreeSet;

use testkit::{Page, Told, in_browser};

use crate::site;

/// Behind the language: one address of every page, and of the states in which it looks different.
const PAGES: [&str; 25] = [
    "",
    "/who",
    "/who?q=plan",
    "/who?q=qwertz",
    "/who?duty=integration-plan",
    "/who?duty=integration-plan&in=Forsa&on=31.2.2025",
    "/who?duty=integration-plan&in=061&on=2024-11-15",
    "/who?duty=integration-plan&in=061&on=2024-11-15&residence=permit&first-permit=2019-09-01",
    "/who?duty=integration-plan&in=061&on=2025-02-15&residence=permit&first-permit=2024-03-01&labour=at-home&home-care-allowance=yes",
    "/who?duty=initial-assessment&in=837&on=2022-05-10&residence=asylum-seeker",
    "/duty",
    "/duty/integration-plan",
    "/organ",
    "/organ/te-office:hame",
    "/organ/municipality:061",
    "/municipality",
    "/municipality/061?on=2021-06-01",
    "/source",
    "/source/681/2023",
    "/picture?in=061&on=2021-06-01",
    "/compare?before=2024-12-31&after=2025-01-01&in=061",
    "/appendix",
    "/appendix?in=061&on=2021-06-01",
    "/no-such-page",
    "/style",
];

const WIDE: u32 = 1280;
/// A phone, or 1280 pixels at 400 %.
const NARROW: u32 = 320;

#[tokio::test]
async fn in_swedish() -> Told {
    in_language("sv").await
}

#[tokio::test]
async fn in_finnish() -> Told {
    in_language("fi").await
}

#[tokio::test]
async fn in_english() -> Told {
    in_language("en").await
}

async fn in_language(language: &str) -> Told {
    let site = site::open().await?;
    in_browser(async |page| {
        let mut faults = Vec::new();
        let mut linked = BTreeSet::new();
        for path in PAGES {
            let address = site.at(&format!("/{language}{path}"));
            for fault in look_over(&page, &address, language).await? {
                faults.push(format!("/{language}{path} {fault}"));
            }
            linked.extend(kinds_linked_from(&page, language).await?);
        }
        let known: BTreeSet<String> = PAGES.iter().map(|path| kind(path)).collect();
        faults.extend(
            linked
                .difference(&known)
                .map(|kind| format!("/{language}/{kind} is linked to but not in the list of pages")),
        );
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        Ok(())
    })
    .await
}

async fn look_over(page: &Page, address: &str, language: &str) -> Told<Vec<String>> {
    let mut faults = Vec::new();
    page.prefer("prefers-color-scheme", "light").await?;
    page.set_width(WIDE).await?;
    page.open(address).await?;
    let spoken = page.ask("return document.documentElement.lang").await?;
    if spoken.as_str() != Some(language) {
        faults.push(format!("says that its language is {spoken}"));
    }
    faults.extend(page.violations().await?.iter().map(|violation| format!("wide: {violation}")));
    faults.extend(page.walk().await?.faults().into_iter().map(|fault| format!("keyboard: {fault}")));

    page.set_width(NARROW).await?;
    page.open(address).await?;
    faults.extend(page.violations().await?.iter().map(|violation| format!("narrow: {violation}")));
    faults.extend(page.overflow().await?.map(|overflow| format!("narrow: is {overflow}")));

    page.prefer("prefers-color-scheme", "dark").await?;
    page.open(address).await?;
    faults.extend(page.violations().await?.iter().map(|violation| format!("dark: {violation}")));
    // A page that says what is wrong with its own address is answered with 400 or 404, and the browser notes that.
    let own = |complaint: &String| complaint.starts_with(address) && complaint.contains("with a status of 4");
    let complaints = page.complaints().await?.into_iter().filter(|complaint| !own(complaint));
    faults.extend(complaints.map(|complaint| format!("the browser: {complaint}")));
    Ok(faults)
}

/// The kinds of page that this page links to: `duty` for `/sv/duty/integration-plan`.
async fn kinds_linked_from(page: &Page, language: &str) -> Told<Vec<String>> {
    let script = "return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname)";
    let paths: Vec<String> = serde_json::from_value(page.ask(script).await?)?;
    Ok(paths.iter().filter_map(|path| path.strip_prefix(&format!("/{language}"))).map(kind).collect())
}

fn kind(path: &str) -> String {
    path.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default().to_owned()
}
