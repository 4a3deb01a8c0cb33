//! Who is responsible: the steps, the answer, and what is said when something cannot be understood.

use axum::http::StatusCode;

use crate::browser::{ask, get};

/// The mother at home in Forssa, without the day.
const MOTHER: &str = "duty=integration-plan&in=061&residence=permit&ground=family&labour=at-home\
    &first-permit=2024-03-10&age=30&home-municipality=yes&home-care-allowance=yes&asked=te-office&assistance=none";

/// All languages, for what must hold in each.
const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

#[tokio::test]
async fn the_steps_come_one_after_another_in_every_language() {
    for language in LANGUAGES {
        let who = |query: &str| format!("/{language}/who{query}");
        let choose = get(&who("")).await;
        assert_eq!(choose.status, StatusCode::OK);
        assert!(choose.text.contains("duty=integration-plan"), "{language}: every duty can be chosen");

        let place = get(&who("?duty=integration-plan")).await;
        assert!(place.text.contains("name=\"in\"") && place.text.contains("name=\"on\""), "{language}");
        assert!(place.text.contains("value=\"1.3.2026\""), "{language}: the day is today");

        let question = get(&who("?duty=integration-plan&in=061&on=2025-02-01")).await;
        assert!(question.text.contains("class=\"govuk-radios__input\""), "{language}");
        assert!(question.text.contains("value=\"unknown\""), "{language}: one may always not know");
        assert!(question.text.contains("name=\"in\" value=\"061\""), "{language}: what is known goes along");

        let answer = get(&who(&format!("?{MOTHER}&on=2025-02-01"))).await;
        assert_eq!(answer.status, StatusCode::OK);
        for part in ["k-line--lead", "k-timeline", "k-reason", "k-known", "681/2023"] {
            assert!(answer.text.contains(part), "{language}: {part}");
        }
    }
}

#[tokio::test]
async fn the_same_mother_gets_another_answer_after_the_reform() {
    let before = get(&format!("/sv/who?{MOTHER}&on=2024-11-15")).await;
    let after = get(&format!("/sv/who?{MOTHER}&on=2025-02-15")).await;
    let lead = |text: &str| {
        text.split("k-line--lead").nth(1).expect("a lead").split("</li>").next().expect("its end").to_owned()
    };
    assert!(lead(&before.text).contains("Tavastlands arbets- och näringsbyrå"));
    assert!(lead(&before.text).contains("<span class=\"k-tag\">får</span>"));
    assert!(lead(&after.text).contains("Forssa"));
    assert!(lead(&after.text).contains("<span class=\"k-tag\">ska</span>"));
    assert!(after.text.contains("1.1.2025"), "the day of the reform stands in the time line");
}

#[tokio::test]
async fn nobody_is_said_with_its_reason_and_what_to_do() {
    let page = get("/en/who?duty=initial-assessment&in=837&on=2025-06-01&residence=asylum-seeker").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("k-answer--nobody") && page.text.contains("681/2023"));
    let table = page.text.split("k-stretches").nth(1).expect("the table of the time line");
    assert!(table.contains("1386/2010") && table.contains("681/2023"), "the gap rests on one act after the other");
    assert!(page.text.contains("duty=guidance-and-advice&#38;in=837"), "the way on keeps what was said");
}

#[tokio::test]
async fn a_form_leads_to_the_one_way_of_writing_the_question() {
    let page = get("/sv/who?duty=integration-plan&_asked=in&in=Forssa&on=1.2.2025").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(page.header("location"), "/sv/who?duty=integration-plan&in=061&on=2025-02-01");
    // A field and a list under one name: the one that does not hold the earlier answer is meant.
    for (query, means) in [("in=Forssa&in=abroad&_held=Forssa", "abroad"), ("in=Forssa&in=abroad&_held=abroad", "061")]
    {
        let page = get(&format!("/sv/who?duty=integration-plan&_asked=in&on=1.2.2025&{query}")).await;
        assert_eq!(page.header("location"), format!("/sv/who?duty=integration-plan&in={means}&on=2025-02-01"));
    }
}

#[tokio::test]
async fn not_to_know_leads_to_another_question_and_at_last_to_what_is_possible() {
    let mut address = "/sv/who?duty=integration-plan&in=061&on=2025-02-01".to_owned();
    for _ in 0..20 {
        let page = get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        let Some(name) = page.text.split("name=\"_asked\" value=\"").nth(1).and_then(|rest| rest.split('"').next())
        else {
            assert!(page.text.contains("k-answer--nobody") && page.text.contains("k-when"));
            return;
        };
        assert!(!address.contains(&format!("&{name}=")), "{name} is asked twice");
        address = format!("{address}&{name}=unknown");
    }
    panic!("the questions do not end: {address}");
}

#[tokio::test]
async fn an_answer_can_be_changed_without_losing_the_others() {
    let page = get(&format!("/sv/who?{MOTHER}&on=2025-02-01&_change=labour")).await;
    assert!(page.text.contains("value=\"at-home\" checked"));
    assert!(page.text.contains("name=\"first-permit\" value=\"2024-03-10\""));
    assert!(!page.text.contains("type=\"hidden\" name=\"labour\""));
}

#[tokio::test]
async fn a_question_left_open_is_asked_again() {
    let page = get("/sv/who?duty=integration-plan&in=061&on=2025-02-01&_asked=labour").await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    assert!(page.text.contains("href=\"#labour\""));
    assert!(page.text.contains("<title>Något behöver rättas"));
}

#[tokio::test]
async fn what_cannot_be_understood_is_said_and_the_rest_kept() {
    for (query, says) in [
        ("duty=integration-pln", "duty=integration-plan"),
        ("duty=integration-plan&in=Forsa&on=2025-02-01", "in=Forssa"),
        ("duty=integration-plan&in=588&on=2025-06-01", "in=507"),
        ("duty=integration-plan&in=061&on=2020-01-01", "on=2021-01-01"),
        ("duty=integration-plan&in=061&on=31.2.2025", "value=\"31.2.2025\""),
        ("duty=integration-plan&in=061&on=2025-02-01&labour=at-hom", "labour=at-home"),
        ("duty=integration-plan&in=061&on=2025-02-01&age=old", "value=\"old\""),
        ("duty=integration-plan&in=061&on=2025-02-01&labor=at-home", "labour=at-home"),
        ("duty=integration-plan&in=061&on=2025-02-01&residence=asylum-seeker&ground=quota", "_change=residence"),
        ("duty=integration-plan&in=%00%FF&on=%3Cscript%3E", "&#60;script&#62;"),
        ("duty=&in=&on=9999-12-31&duty=integration-plan&in=061&age=130", "value=\"130\""),
    ] {
        for language in LANGUAGES {
            let page = get(&format!("/{language}/who?{query}")).await;
            assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
            assert!(page.text.contains("govuk-error-summary"), "{query}");
            assert!(page.text.contains(says), "{query}: {says}\n{}", page.text);
        }
    }
}

#[tokio::test]
async fn every_duty_answers_on_every_cut_over_without_a_fault_of_ours() {
    let register = register::Register::shipped();
    for duty in &register.resolved.duties {
        for (day, place) in
            [("2021-01-01", "061"), ("2025-02-01", "837"), ("2026-03-01", "abroad"), ("2027-02-01", "unknown")]
        {
            let address = format!("/en/who?duty={}&in={place}&on={day}&residence=permit", duty.id);
            let page = get(&address).await;
            assert!(
                page.status == StatusCode::OK || page.status == StatusCode::BAD_REQUEST,
                "{address}: {}",
                page.status
            );
        }
    }
}

#[tokio::test]
async fn the_day_is_today_when_none_is_said_and_the_link_to_share_says_which() {
    let page = get(&format!("/sv/who?{MOTHER}")).await;
    assert!(page.text.contains("1 mars 2026"));
    assert!(page.text.contains("on=2026-03-01"));
    let head = ask("HEAD", &format!("/sv/who?{MOTHER}"), &[]).await;
    assert_eq!((head.status, head.text.as_str()), (StatusCode::OK, ""));
}
