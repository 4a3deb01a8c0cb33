//! Somebody at a desk asks, in Swedish, who makes the integration plan for a mother at home with her child in Forssa: in
//! November 2024, and again for February 2025. She clicks and writes like anybody; scripts are switched off.

use testkit::{Page, Told, in_browser};

use crate::site;

/// What is known about the mother. What is not in the list is answered with "I do not know".
const MOTHER: [(&str, &str); 8] = [
    ("residence", "permit"),
    ("first-permit", "within-3-years"),
    ("labour", "at-home"),
    ("home-care-allowance", "yes"),
    ("assistance", "none"),
    ("age", "30"),
    ("home-municipality", "yes"),
    ("asked", "te-office"),
];

/// No duty asks more than this.
const MOST_QUESTIONS: usize = 15;

#[tokio::test]
async fn for_a_mother_at_home_in_forssa_before_and_after_the_reform() -> Told {
    let site = site::open().await?;
    in_browser(async |page| {
        page.without_scripts().await?;

        // Given the front page in Swedish, when she looks for a plan in her own words.
        page.open(&site.at("/sv")).await?;
        page.write("form[role=search] input[name=q]", "plan").await?;
        page.press("form[role=search] button").await?;
        page.follow("Integrationsplan").await?;

        // And says where and when, and answers one question after another.
        say_where_and_when(&page, "Forssa", "15.11.2024").await?;
        let asked = answer_questions(&page).await?;
        assert!(asked.contains(&"asked".to_owned()), "in 2024 it mattered whom she had asked: {asked:?}");

        // Then the TE office may make it.
        let lead = page.text_of(".k-answer .k-line--lead").await?;
        assert!(lead.contains("Tavastlands arbets- och näringsbyrå") && lead.contains("får"), "{lead}");

        // When she changes the day only, nothing she said is lost.
        let address = page.address().await?;
        page.open(&address.replace("2024-11-15", "2025-02-15")).await?;
        let asked = answer_questions(&page).await?;
        assert_eq!(asked, [] as [&str; 0], "everything was said already");

        // Then the municipality must, and the page shows when and why that changed.
        let lead = page.text_of(".k-answer .k-line--lead").await?;
        assert!(lead.contains("Forssa") && lead.contains("ska"), "{lead}");
        let through_time = page.text_of(".k-timeline table").await?;
        assert!(through_time.contains("1.1.2025") || through_time.contains("1 januari 2025"), "{through_time}");
        page.click("details.k-reason summary").await?;
        let reason = page.text_of("details.k-reason").await?;
        assert!(reason.contains("681/2023"), "{reason}");

        // And one step back she is where she was.
        page.back().await?;
        let lead = page.text_of(".k-answer .k-line--lead").await?;
        assert!(lead.contains("Tavastlands arbets- och näringsbyrå"), "{lead}");
        Ok(())
    })
    .await
}

async fn say_where_and_when(page: &Page, municipality: &str, day: &str) -> Told {
    page.write("main input[name=in]", municipality).await?;
    page.write("main input[name=on]", day).await?;
    page.press("main form button").await
}

/// Answers until there is an answer; the names of what was asked.
async fn answer_questions(page: &Page) -> Told<Vec<String>> {
    let mut asked = Vec::new();
    while asked.len() < MOST_QUESTIONS {
        let Some(name) = page.attribute("main .k-question input[type=radio]", "name").await? else { return Ok(asked) };
        let known = MOTHER.iter().find(|(attribute, _)| *attribute == name).map_or("unknown", |(_, value)| *value);
        let choice = format!("main .k-question input[type=radio][value='{known}']");
        if page.count(&choice).await? > 0 {
            page.click(&choice).await?;
        } else {
            page.write("main .k-question input[type=text]", known).await?;
        }
        page.press("main form button").await?;
        asked.push(name);
    }
    Err(format!("still asking after {asked:?}").into())
}
