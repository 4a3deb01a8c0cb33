//! The instruments themselves: each finds the fault it is there for, and is silent on a page without it.

use testkit::{Page, Told, in_browser};

const GOOD: &str = "data:text/html,<!doctype html><html lang=en><title>Good</title>\
    <main><h1>Good</h1><a href='%23b'>A link</a> <button id=b>Press it</button></main>";

async fn open(page: &Page, body: &str) -> Told {
    page.open(&format!(
        "data:text/html,<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>{body}</main>"
    ))
    .await
}

#[tokio::test]
async fn a_good_page_has_nothing_to_complain_about() -> Told {
    in_browser(async |page| {
        page.open(GOOD).await?;
        page.set_width(320).await?;
        assert_eq!(page.title().await?, "Good");
        assert_eq!(page.violations().await?.len(), 0);
        assert!(page.overflow().await?.is_none());
        let walk = page.walk().await?;
        assert_eq!(walk.faults(), [] as [&str; 0]);
        assert!(walk.stops.len() >= 2, "{walk:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_instrument_finds_its_fault() -> Told {
    in_browser(async |page| {
        open(&page, "<p style='color:%23ccc'>pale</p><input>").await?;
        let rules: Vec<String> = page.violations().await?.into_iter().map(|violation| violation.rule).collect();
        assert!(rules.contains(&"color-contrast".to_owned()) && rules.contains(&"label".to_owned()), "{rules:?}");

        open(&page, "<p><b style='display:block;width:900px'>wide</b>").await?;
        page.set_width(320).await?;
        let overflow = page.overflow().await?.ok_or("a page of 900 pixels is too wide")?;
        assert!(overflow.pixels > 500, "{overflow}");
        assert_eq!(overflow.parts, ["b"]);

        open(&page, "<style>a:focus{outline:none}</style><a href='%23'>unseen</a>").await?;
        assert_eq!(page.walk().await?.faults(), ["a “unseen” does not show that it has the focus"]);

        let trap = "<button id=t onkeydown='event.preventDefault()'>trap</button><button>beyond</button>";
        open(&page, trap).await?;
        assert_eq!(page.walk().await?.missed, ["button “beyond”"]);
        Ok(())
    })
    .await
}
