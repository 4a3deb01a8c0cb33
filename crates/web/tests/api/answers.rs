//! Each address answers, and says the same as the register itself.

use crate::program::{answer, ask};
use register::Register;
use serde_json::Value;

const WHO: &str = "/who?duty=integration-plan&in=061&on=2025-02-01&residence=permit&first-permit=within-3-years";

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[tokio::test]
async fn who_leads_is_answered_with_its_basis() {
    let said = answer(&format!("{WHO}&labour=unemployed-job-seeker&lang=en")).await;
    assert_eq!((said["outcome"].as_str(), said["in"].as_str()), (Some("answered"), Some("061")), "{said}");
    assert_eq!(said["edition"], Register::shipped().edition.as_str());
    let lead = &said["lead"];
    assert!(lead["organ"].is_string() && lead["basis"][0]["source"].is_string(), "{lead}");
    assert!(!strings(&said["because"]).is_empty());
}

#[tokio::test]
async fn a_municipality_is_found_by_its_name_in_either_language() {
    let by_code = answer(&format!("{WHO}&labour=unemployed-job-seeker")).await;
    for name in ["Forssa", "forssa", "%20Forssa"] {
        let named = format!("{WHO}&labour=unemployed-job-seeker").replace("in=061", &format!("in={name}"));
        assert_eq!(answer(&named).await, by_code, "{name}");
    }
    let abo = answer("/municipalities/%C3%85bo?on=2025-02-01").await;
    assert_eq!(abo["code"], "853");
}

#[tokio::test]
async fn nobody_and_not_yet_known_are_answers_too() {
    let register = Register::shipped();
    let mut seen = std::collections::BTreeSet::new();
    for duty in &register.resolved.duties {
        for place in ["061", "abroad", "unknown"] {
            for on in ["2021-01-01", "2024-12-31", "2025-02-01"] {
                let said = answer(&format!("/who?duty={}&in={place}&on={on}", duty.id)).await;
                assert_eq!(said["in"], place);
                let outcome = said["outcome"].as_str().expect("an outcome").to_owned();
                match outcome.as_str() {
                    "answered" => assert!(said["lead"]["organ"].is_string(), "{said}"),
                    "nobody" => assert!(said["why"].as_str().is_some_and(|why| !why.is_empty()), "{said}"),
                    _ => assert!(said["possible"].is_array(), "{said}"),
                }
                seen.insert(outcome);
            }
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["answered", "nobody", "undetermined"]);
}

#[tokio::test]
async fn without_a_municipality_it_is_asked_for_where_it_matters() {
    let said = answer("/who?duty=integration-plan&on=2025-02-01&residence=permit&labour=unemployed-job-seeker").await;
    assert_eq!((said["outcome"].as_str(), said["in"].as_str()), (Some("undetermined"), Some("unknown")), "{said}");
    assert_eq!(said["ask"]["attribute"], "municipality");
}

#[tokio::test]
async fn the_address_of_the_page_is_the_question_of_the_program() {
    let question = "duty=integration-plan&in=061&on=2025-02-01&residence=permit&first-permit=within-3-years&labour=unemployed-job-seeker";
    let lead = answer(&format!("/who?{question}&lang=en")).await["lead"]["names"]["en"].as_str().map(str::to_owned);
    let page = ask("GET", &format!("/en/who?{question}"), &[]).await;
    assert!(lead.is_some_and(|lead| page.text.contains(&lead)));
}

#[tokio::test]
async fn through_time_the_stretches_follow_one_another() {
    let said = answer("/who/history?duty=integration-plan&in=061&residence=permit&labour=unemployed-job-seeker").await;
    let stretches = said["stretches"].as_array().expect("stretches");
    assert!(stretches.len() > 1, "{said}");
    for pair in stretches.windows(2) {
        assert_eq!(pair[0]["until"], pair[1]["from"]);
    }
    assert!(stretches.last().is_some_and(|last| last["until"].is_null()));
}

#[tokio::test]
async fn a_duty_tells_its_whole_history() {
    let said = answer("/duties/integration-plan?lang=sv").await;
    assert_eq!(said["id"], "integration-plan");
    assert!(said["title"]["sv"].is_string() && said["clauses"].as_array().is_some_and(|all| all.len() > 2));
}

#[tokio::test]
async fn duties_are_searched_and_sifted() {
    let register = Register::shipped();
    let all = answer("/duties?limit=500").await;
    assert_eq!(all["total"], register.resolved.duties.len());
    let found = answer("/duties?search=kotoutumissuunnitelma").await;
    assert!(found["items"][0]["title"]["fi"].as_str().is_some_and(|title| title.contains("otoutumissuunnitelma")));
    let borne = answer("/duties?organ=municipality:061&on=2025-02-01&limit=500").await;
    let forssa = register.organ("municipality:061").expect("Forssa");
    let on = "2025-02-01".parse().expect("a day");
    let mut expected: Vec<_> = register.duties_of(forssa, on).iter().map(|one| one.duty).collect();
    expected.sort_unstable();
    expected.dedup();
    assert_eq!(borne["total"], expected.len());
    let atom = answer("/duties?atom=l04").await;
    assert!(atom["items"].as_array().is_some_and(|all| !all.is_empty()));
}

#[tokio::test]
async fn an_organ_tells_what_it_does_and_who_steers_it() {
    let said = answer("/organs/te-office:hame?on=2024-02-01").await;
    assert!(!strings(&said["leads"]).is_empty() && !strings(&said["municipalities"]).is_empty(), "{said}");
    let chain = answer("/organs/te-office:hame/chain?on=2024-02-01").await;
    assert_eq!(said["chain"], chain);
    assert!(chain["above"].as_array().is_some_and(|above| !above.is_empty()));
}

#[tokio::test]
async fn organs_are_sifted_by_place_and_kind() {
    let here = answer("/organs?in=Forssa&on=2025-02-01").await;
    let ids: Vec<&str> = here["items"].as_array().into_iter().flatten().filter_map(|one| one["id"].as_str()).collect();
    assert!(ids.contains(&"municipality:061"), "{ids:?}");
    let region = answer("/organs?in=05&on=2025-02-01&kind=municipality").await;
    assert!(region["total"].as_u64() > Some(1) && region["items"][0]["kind"] == "municipality", "{region}");
}

#[tokio::test]
async fn a_municipality_tells_its_organs_and_how_sure_that_is() {
    let said = answer("/municipalities/061?on=2025-02-01").await;
    let organs = said["organs"].as_array().expect("organs");
    assert!(organs.len() > 1, "{said}");
    assert!(
        organs
            .iter()
            .all(|one| ["verified", "unconfirmed", "eliminated"].contains(&one["status"].as_str().unwrap_or("")))
    );
    let before = answer("/municipalities/061?on=2024-02-01").await;
    assert_ne!(said["organs"], before["organs"]);
}

#[tokio::test]
async fn a_source_tells_what_rests_on_each_section() {
    let said = answer("/sources/1386-2010").await;
    assert_eq!(answer("/sources/1386%2F2010").await, said);
    let sections = said["sections"].as_array().expect("sections");
    let rests: usize = sections.iter().filter_map(|one| Some(one["rests"].as_array()?.len())).sum();
    assert_eq!(said["rests"], rests);
    let plan = |one: &Value| one["duty"] == "integration-plan" && one["kind"] == "lead";
    assert!(sections.iter().any(|one| one["rests"].as_array().is_some_and(|all| all.iter().any(plan))));
    let sources = answer("/sources").await;
    assert_eq!(sources["items"].as_array().map(Vec::len), Some(Register::shipped().resolved.sources.len()));
}

#[tokio::test]
async fn two_days_are_compared() {
    let said = answer("/difference?before=2024-12-31&after=2025-01-01&in=061&duty=integration-plan&lang=en").await;
    let items = said["items"].as_array().expect("changes");
    assert!(!items.is_empty() && items.iter().all(|one| one["duty"] == "integration-plan"), "{said}");
    let same = answer("/difference?before=2025-02-01&after=2025-02-01").await;
    assert_eq!(same["items"].as_array().map(Vec::len), Some(0));
}

#[tokio::test]
async fn the_division_is_written_out_for_a_municipality_and_a_region() {
    let one = answer("/appendix?in=061&on=2025-02-01").await;
    let levels: Vec<&str> =
        one["levels"].as_array().into_iter().flatten().filter_map(|one| one["level"].as_str()).collect();
    assert!(levels.contains(&"state") && levels.contains(&"local"), "{levels:?}");
    let region = answer("/appendix?in=05&on=2025-02-01").await;
    assert!(strings(&region["municipalities"]).len() > 1 && strings(&region["municipalities"]).contains(&"061"));
}

#[tokio::test]
async fn the_vocabulary_holds_every_attribute_with_its_question() {
    let said = answer("/attributes").await;
    let attributes = said["attributes"].as_array().expect("attributes");
    assert_eq!(attributes.len(), Register::shipped().resolved.words.attributes.len());
    let age = attributes.iter().find(|one| one["kind"] == "age").expect("an age");
    assert_eq!(age["values"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn the_register_is_told_as_a_whole() {
    let register = Register::shipped();
    let edition = answer("/edition").await;
    assert_eq!(edition["edition"], register.edition.as_str());
    assert_eq!(edition["duties"], register.resolved.duties.len());
    let reorganisations = answer("/reorganisations").await;
    assert_eq!(reorganisations["items"].as_array().map(Vec::len), Some(register.resolved.reorganisations.len()));
    assert_eq!(answer("/register").await["edition"], register.edition.as_str());
}

#[tokio::test]
async fn kinds_of_problems_are_described() {
    let heard = ask("GET", "/api/v1/problems?lang=sv", &[]).await;
    assert!(heard.json()["items"].as_array().is_some_and(|all| all.len() == 15), "{}", heard.text);
}
