//! What one writes at the desk: steps, facts with what they move, hand-overs, limits, documents, people; what is to be mended;
//! and that nothing typed is lost.

use axum::http::StatusCode;
use casework::case::field::Given;

use crate::browser::{Browser, Page};
use crate::reading::{Opened, sound};

fn value_of(page: &Page, name: &str) -> String {
    let at = page.text.find(&format!("name=\"{name}\""));
    assert!(at.is_some(), "{name}: {}", page.text);
    let at = at.unwrap_or_default();
    let (before, rest) = page.text.split_at(at);
    let tag = before.rsplit('<').next().unwrap_or_default();
    if tag.starts_with("textarea") {
        let text = rest.split_once('>').and_then(|(_, text)| text.split_once("</textarea>"));
        return text.map(|(text, _)| text.trim_start_matches('\n').to_owned()).unwrap_or_default();
    }
    let value = rest.split_once("value=\"").and_then(|(_, value)| value.split_once('"'));
    value.map(|(value, _)| value.to_owned()).unwrap_or_default()
}

async fn form(browser: &mut Browser, address: &str) -> Page {
    let page = browser.get(address).await;
    sound_form(&page);
    page
}

fn sound_form(page: &Page) {
    assert_eq!(page.text.matches("<h1").count(), 1);
    for named in page.text.split("aria-describedby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        for id in named.split(' ') {
            assert!(page.text.contains(&format!("id=\"{id}\"")), "{id} describes nothing");
        }
    }
    for to in page.text.split("<li><a href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(page.text.contains(&format!("id=\"{to}\"")), "{to} leads nowhere");
    }
}

fn led(page: &Page, to: &str) {
    assert_eq!((page.status, page.to()), (StatusCode::SEE_OTHER, to), "{}", page.text);
}

fn to_mend(page: &Page, what: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text);
    assert!(page.text.contains("govuk-error-summary") && page.text.contains(what), "{}", page.text);
    sound_form(page);
}

#[tokio::test]
async fn a_step_is_taken_with_what_it_needs_and_nothing_typed_is_lost() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let case = format!("/sv/desk/cases/{}", opened.number);
    let invite = format!("{case}/steps/invite");
    assert!(anna.get(&case).await.text.contains(&format!("href=\"{invite}\"")), "the case leads to it");
    let shown = form(&mut anna, &invite).await;
    assert_eq!(value_of(&shown, "seen"), "1");
    let sent = [("seen", "1"), ("field.invitation-language", " "), ("field.ia1-1", "<b>läser</b> & skriver")];
    let page = anna.send(&invite, &sent).await;
    to_mend(&page, "Fyll i: Språk för inbjudan och samtal");
    assert_eq!(value_of(&page, "field.ia1-1"), "&#60;b&#62;läser&#60;/b&#62; &#38; skriver", "kept, and escaped");
    let page = anna.send(&invite, &[sent[0], ("field.invitation-language", "arabiska"), sent[2]]).await;
    led(&page, &format!("{case}?done=step"));
    let page = anna.get(page.to()).await;
    sound(&page);
    assert!(page.text.contains("Steget är taget") && page.text.contains("Inbjuden") && page.text.contains("läser"));
    let unknown = anna.get(&format!("{case}/steps/fly")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_ends_a_case_is_shown_first() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let case = format!("/sv/desk/cases/{}", opened.number);
    let close = format!("{case}/steps/close");
    let page = anna.send(&close, &[("seen", "1")]).await;
    to_mend(&page, "Välj hur det slutar");
    let sent = [("seen", "1"), ("result", "not-carried-out"), ("field.result-reasons", "Flyttat\nutomlands")];
    let page = anna.send(&close, &sent).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text.contains("Inget är sparat ännu")
            && page.text.contains("Flyttat")
            && page.text.contains("Gjordes inte")
    );
    assert_eq!(opened.whole().await.case.version, 1, "nothing is done yet");
    let change = anna.send(&close, &[sent[0], sent[1], sent[2], ("do", "change")]).await;
    assert_eq!(value_of(&change, "field.result-reasons"), "Flyttat\nutomlands", "one comes back to what one wrote");
    let page = anna.send(&close, &[sent[0], sent[1], sent[2], ("do", "save")]).await;
    led(&page, &format!("{case}?done=step"));
    assert!(opened.whole().await.case.closed.is_some());
}

#[tokio::test]
async fn the_second_of_two_officials_gets_the_text_back_beside_what_changed() {
    let opened = Opened::new().await;
    opened.take("start", &[]).await;
    let (mut anna, mut ben) = (opened.signed_in("anna").await, opened.signed_in("ben").await);
    let record = format!("/sv/desk/cases/{}/steps/record", opened.number);
    for browser in [&mut anna, &mut ben] {
        assert_eq!(value_of(&form(browser, &record).await, "seen"), "2");
    }
    let first =
        [("seen", "2"), ("field.ia1-1", "Anna om läsning"), ("field.ia1-2", "Anna om språk"), ("field.ia1-3", "")];
    assert_eq!(anna.send(&record, &first).await.status, StatusCode::SEE_OTHER);
    let second =
        [("seen", "2"), ("field.ia1-1", "Ben om läsning"), ("field.ia1-2", ""), ("field.ia1-3", "Ben om studier")];
    let page = ben.send(&record, &second).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.text);
    sound_form(&page);
    assert!(page.text.contains("Någon annan har ändrat under tiden"));
    assert_eq!(value_of(&page, "seen"), "3");
    assert_eq!(value_of(&page, "field.ia1-1"), "Ben om läsning", "one's own stays in the field");
    assert!(page.text.contains("Anna om läsning"), "and theirs stands above it");
    assert_eq!(value_of(&page, "field.ia1-2"), "Anna om språk", "what they alone wrote is taken over");
    assert_eq!(value_of(&page, "field.ia1-3"), "Ben om studier");
    assert_eq!(opened.field("ia1-1").await.as_deref(), Some("Anna om läsning"), "nothing is written over unseen");
    let again = [("seen", "3"), ("field.ia1-1", "Båda om läsning"), ("field.ia1-2", "Anna om språk"), second[3]];
    assert_eq!(ben.send(&record, &again).await.status, StatusCode::SEE_OTHER);
    for (field, value) in [("ia1-1", "Båda om läsning"), ("ia1-2", "Anna om språk"), ("ia1-3", "Ben om studier")] {
        assert_eq!(opened.field(field).await.as_deref(), Some(value));
    }
}

#[tokio::test]
async fn a_draft_survives_a_closed_browser_and_goes_when_it_is_sent() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let case = format!("/sv/desk/cases/{}", opened.number);
    let invite = format!("{case}/steps/invite");
    let sent = [("seen", "1"), ("field.invitation-language", "arab"), ("field.ia1-1", "halvt"), ("do", "draft")];
    led(&anna.send(&invite, &sent).await, &format!("{case}?done=draft"));
    assert_eq!(opened.whole().await.case.version, 1, "a draft does nothing");
    let mut another = opened.signed_in("anna").await;
    let desk = another.get("/fi/desk").await;
    assert!(desk.text.contains("Luonnokseni") && desk.text.contains(&invite.replace("/sv/", "/fi/")), "{}", desk.text);
    let shown = form(&mut another, &invite).await;
    assert!(shown.text.contains("Det här är ditt utkast"));
    assert_eq!(
        (value_of(&shown, "field.invitation-language").as_str(), value_of(&shown, "field.ia1-1").as_str()),
        ("arab", "halvt")
    );
    let mut ben = opened.signed_in("ben").await;
    assert!(!ben.get(&invite).await.text.contains("halvt") && !ben.get("/sv/desk").await.text.contains("Mina utkast"));
    // A colleague takes a step meanwhile: the draft still says on what it was based.
    opened.take("start", &[]).await;
    let shown = form(&mut another, &invite).await;
    assert!(shown.text.contains("halvt") && !shown.text.contains("<textarea"), "no step any more, and not a word lost");
    let page =
        another.send(&format!("{case}/steps/record"), &[("seen", "2"), ("field.ia1-1", "nu"), ("do", "draft")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(
        another.send(&format!("{case}/steps/record"), &[("seen", "2"), ("field.ia1-1", "nu")]).await.status,
        StatusCode::SEE_OTHER
    );
    let desk = another.get("/sv/desk").await;
    assert!(
        desk.text.contains("Bjud in till samtal") && !desk.text.contains(": Anteckna<"),
        "sent, the draft is gone: {}",
        desk.text
    );
    let form_of = format!("/desk/cases/{}/steps/invite", opened.number);
    led(&another.send("/sv/desk/drafts/remove", &[("form", &form_of)]).await, "/sv/desk?done=draft-removed");
    assert!(!another.get("/sv/desk").await.text.contains("Mina utkast"));
}

#[tokio::test]
async fn a_form_that_comes_after_its_session_ended_is_kept() {
    let opened = Opened::new().await;
    let mut ben = opened.signed_in("ben").await;
    opened.take("start", &[]).await;
    let record = format!("/sv/desk/cases/{}/steps/record", opened.number);
    let sent = [("seen", "2"), ("field.ia1-1", "En lång berättelse"), ("do", "save")];
    let stranger = opened.signed_in("carin").await;
    opened.world.wait(jiff::SignedDuration::from_mins(40));
    let page = ben.send(&record, &sent).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert!(page.to().starts_with("/sv/sign-in?kept=1&next="), "{}", page.to());
    assert!(opened.field("ia1-1").await.is_none(), "nothing is done without a session");
    let said = ben.get(page.to()).await;
    assert!(said.text.contains("bevarat som ett utkast") && !said.text.contains("berättelse"));
    let mut back = opened.signed_in("ben").await;
    let shown = form(&mut back, &record).await;
    assert_eq!(value_of(&shown, "field.ia1-1"), "En lång berättelse");
    assert!(shown.text.contains("när din inloggning hade gått ut"));
    // Whoever does not see the case leaves nothing, and learns nothing.
    let mut stranger = stranger;
    let page = stranger.send(&record, &sent).await;
    assert!(page.to().starts_with("/sv/sign-in?next="), "{}", page.to());
    // One who signed out has no session that could have ended by time.
    let mut out = opened.signed_in("ben").await;
    let token = out.cookies.clone();
    out.send("/sv/sign-out", &[]).await;
    out.cookies = token;
    let page = out.send(&record, &sent).await;
    assert!(page.to().starts_with("/sv/sign-in?next="), "{}", page.to());
    let forged = back.send_as(&record, &sent, &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_fact_is_saved_only_as_it_was_shown() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let person = format!("/sv/desk/people/{}", opened.person);
    assert!(anna.get(&format!("{person}/facts")).await.text.contains(&format!("{person}/facts/labour")));
    let labour = format!("{person}/facts/labour");
    form(&mut anna, &labour).await;
    to_mend(&anna.send(&labour, &[("from", "3.12.2024")]).await, "Fyll i");
    to_mend(&anna.send(&labour, &[("value", "at-home"), ("from", "31.2.2024")]).await, "skriv en dag");
    let sent = [("value", "student"), ("from", "3.12.2024"), ("source", "person")];
    let page = anna.send(&labour, &sent).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("Ingenting är sparat än") && page.text.contains("Vad som följer"), "{}", page.text);
    assert!(page.text.contains(&format!("Ärende {}", opened.number)), "which open cases move");
    let shown = value_of(&page, "shown");
    assert_eq!(shown.len(), 64);
    // Somebody else is faster: it is shown anew.
    let fact = casework::person::NewFact::since(jiff::civil::date(2024, 12, 3), "municipality", "109", "person");
    opened.world.house.record_fact(&opened.lead().await, opened.person, &fact).await.expect("recorded");
    let save = [sent[0], sent[1], sent[2], ("shown", shown.as_str()), ("do", "save")];
    let page = anna.send(&labour, &save).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.text);
    let shown = value_of(&page, "shown");
    let page = anna.send(&labour, &[sent[0], sent[1], sent[2], ("shown", &shown), ("do", "save")]).await;
    led(&page, &format!("{person}?done=fact"));
    let page = anna.get(&person).await;
    sound(&page);
    assert!(page.text.contains("Uppgiften är sparad") || page.text.contains("Studerande"), "{}", page.text);
    let known = opened.world.house.person(&opened.lead().await, opened.person, None).await.expect("seen");
    let fact = known.facts.iter().find(|fact| fact.attribute == "address").expect("an address");
    let correct = format!("{person}/facts/address/{}/correct", fact.id);
    assert_eq!(value_of(&form(&mut anna, &correct).await, "value"), "Hiekkatie 3, Forssa");
    for act in ["end", "withdraw"] {
        form(&mut anna, &format!("{person}/facts/address/{}/{act}", fact.id)).await;
    }
    assert_eq!(anna.get(&format!("{person}/facts/address/{}/burn", fact.id)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(anna.get(&format!("{person}/facts/shoe-size")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn languages_and_countries_are_read_and_written_by_name() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let person = format!("/sv/desk/people/{}", opened.person);
    for (attribute, name, code) in [
        ("language", "Tigrinja", "ti"),
        ("interpreter", "centralkurdiska (sorani)", "ckb"),
        ("nationality", "eritrea", "ER"),
        ("mother-tongue", "so", "so"),
    ] {
        let address = format!("{person}/facts/{attribute}");
        let page = form(&mut anna, &address).await;
        let offered =
            if attribute == "nationality" { "<option value=\"Eritrea\">" } else { "<option value=\"somaliska\">" };
        assert!(page.text.contains(offered), "{attribute}: names to take");
        let sent = [("value", name), ("from", "3.12.2024"), ("source", "person")];
        let shown = value_of(&anna.send(&address, &sent).await, "shown");
        let saved = anna.send(&address, &[sent[0], sent[1], sent[2], ("shown", &shown), ("do", "save")]).await;
        led(&saved, &format!("{person}?done=fact"));
        let known = opened.world.house.person(&opened.lead().await, opened.person, None).await.expect("seen");
        let kept = known.facts.iter().any(|fact| {
            fact.attribute == attribute && fact.value.seen().is_some_and(|value| value == code) && fact.until.is_none()
        });
        assert!(kept, "{attribute} is kept as {code}");
    }
    let page = anna.get(&person).await;
    for name in ["tigrinja", "centralkurdiska (sorani)", "Eritrea", "somaliska"] {
        assert!(page.text.contains(name), "{name}: {}", page.text);
    }
    // No language that anybody knows of: refused beside the field, with what was written.
    let page = anna
        .send(&format!("{person}/facts/language"), &[("value", "klingonska dialekter"), ("source", "person")])
        .await;
    assert!(page.status.is_client_error() && page.text.contains("klingonska dialekter"), "{}", page.text);
}

#[tokio::test]
async fn a_case_is_offered_previewed_and_returned_or_taken_over() {
    let opened = Opened::new().await;
    let (mut anna, mut carin) = (opened.signed_in("anna").await, opened.signed_in("carin").await);
    let lead = opened.lead().await;
    // Somebody at home in Hämeenlinna: the municipality leads.
    let mut moved = Vec::new();
    for (attribute, value) in [("municipality", "109"), ("labour", "at-home"), ("assistance", "lasting")] {
        let fact = casework::person::NewFact::since(jiff::civil::date(2024, 12, 3), attribute, value, "person");
        let change = casework::handover::FactChange::Record(fact);
        let done = opened.world.house.change_fact_and_move(&lead, opened.person, &change, None).await;
        moved = done.expect("recorded").cases;
    }
    let case = format!("/sv/desk/cases/{}", opened.number);
    let offers = opened.world.house.hand_overs_of(&lead, opened.case).await.expect("a list");
    let offer = offers.iter().find(|one| one.to == "municipality:109" && one.stage.is_open());
    assert!(offer.is_some(), "it is offered: {moved:?}");
    let offer = offer.expect("it is offered");
    let address = format!("/sv/desk/hand-overs/{}", offer.id);
    to_mend(&anna.send(&format!("{case}/hand-over"), &[]).await, "väntar på svar från Tavastehus");
    assert!(carin.get("/sv/desk").await.text.contains(&address), "it stands on the receiver's desk");
    let page = carin.get(&address).await;
    sound_form(&page);
    assert!(
        page.text.contains("Ta emot ärendet") && !page.text.contains("Layla"),
        "short, without the person: {}",
        page.text
    );
    assert_eq!(carin.get(&case).await.status, StatusCode::NOT_FOUND, "the file is not open yet");
    to_mend(&carin.send(&format!("{address}/return"), &[("note", "vi vet inte")]).await, "Välj varför");
    let page = carin.send(&format!("{address}/return"), &[("reason", "not-yet"), ("note", "Efter flytten")]).await;
    led(&page, "/sv/desk?done=returned");
    assert!(anna.get(&case).await.text.contains("Efter flytten"), "the lead reads why");
    led(&anna.send(&format!("{case}/hand-over"), &[]).await, &{
        let all = opened.world.house.hand_overs_of(&lead, opened.case).await.expect("a list");
        format!("/sv/desk/hand-overs/{}?done=offered", all.last().expect("one").id)
    });
    let id = opened.world.house.hand_overs_of(&lead, opened.case).await.expect("a list").last().expect("one").id;
    led(&anna.send(&format!("/sv/desk/hand-overs/{id}/withdraw"), &[]).await, &format!("{case}?done=withdrawn"));
    assert_eq!(
        carin.send(&format!("/sv/desk/hand-overs/{id}/accept"), &[]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    anna.send(&format!("{case}/hand-over"), &[]).await;
    let id = opened.world.house.hand_overs_of(&lead, opened.case).await.expect("a list").last().expect("one").id;
    led(&carin.send(&format!("/sv/desk/hand-overs/{id}/accept"), &[]).await, &format!("{case}?done=accepted"));
    assert_eq!(carin.get(&case).await.status, StatusCode::OK, "now the file is open");
}

#[tokio::test]
async fn a_limit_stands_still_and_is_extended_with_its_basis() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let limits = opened.world.house.limits_of_case(&opened.lead().await, opened.case).await.expect("limits");
    let id = limits[0].limit.id;
    let case = format!("/sv/desk/cases/{}", opened.number);
    let at = |act: &str| format!("{case}/limits/{id}/{act}");
    assert!(anna.get(&case).await.text.contains(&at("stop")));
    form(&mut anna, &at("stop")).await;
    let sent = [("from", "3.12.2024"), ("reason", "Personen är sjuk"), ("basis", "434/2003 §31")];
    to_mend(&anna.send(&at("stop"), &[sent[0], sent[1]]).await, "saknas");
    led(&anna.send(&at("stop"), &sent).await, &format!("{case}?done=limit"));
    led(&anna.send(&at("resume"), &[("from", "10.12.2024")]).await, &format!("{case}?done=limit"));
    let seen = value_of(&form(&mut anna, &at("extend")).await, "seen");
    let long = [("seen", seen.as_str()), ("length", "x"), ("unit", "days"), sent[1], sent[2]];
    to_mend(&anna.send(&at("extend"), &long).await, "Skriv ett antal");
    let two = [long[0], ("length", "2"), ("unit", "months"), sent[1], sent[2]];
    led(&anna.send(&at("extend"), &two).await, &format!("{case}?done=limit"));
    let page = anna.send(&at("extend"), &two).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "pressing twice does not add twice");
    assert_eq!(value_of(&page, "reason"), "Personen är sjuk");
    let mut ben = opened.signed_in("ben").await;
    let page = ben.send(&at("stop"), &sent).await;
    to_mend(&page, "bara den huvudansvariga");
}

#[tokio::test]
async fn a_document_is_added_fetched_followed_and_withdrawn() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let case = format!("/sv/desk/cases/{}", opened.number);
    let add = format!("{case}/documents/new");
    assert!(form(&mut anna, &add).await.text.contains("multipart/form-data"));
    let pdf = [b"%PDF-1.7\n".as_slice(), &[b'x'; 3_000_000]].concat();
    to_mend(&anna.upload(&add, "0", "", b"").await, "Välj en fil");
    to_mend(&anna.upload(&add, "0", "a.pdf", b"").await, "tom");
    to_mend(&anna.upload(&add, "0", "a.pdf", b"#!/bin/sh\n").await, "program");
    led(&anna.upload(&add, "0", "Intyg å.pdf", &pdf).await, &format!("{case}?done=document"));
    let page = anna.get(&case).await;
    sound(&page);
    let id = page.text.split("/sv/desk/documents/").nth(1).and_then(|rest| rest.split('"').next()).expect("a document");
    let fetched = anna.get(&format!("/sv/desk/documents/{id}")).await;
    assert_eq!((fetched.status, fetched.text.len()), (StatusCode::OK, pdf.len()));
    assert!(fetched.header("content-disposition").contains("filename*=UTF-8''Intyg%20%C3%A5.pdf"));
    assert_eq!(fetched.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(fetched.header("cache-control"), "no-store");
    let version = format!("{case}/documents/{id}/version");
    led(&anna.upload(&version, "1", "b.pdf", &pdf).await, &format!("{case}?done=document"));
    to_mend(&anna.upload(&version, "1", "c.pdf", &pdf).await, "Version 1 är inte längre den senaste");
    let mut carin = opened.signed_in("carin").await;
    assert_eq!(carin.get(&format!("/sv/desk/documents/{id}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(carin.upload(&add, "0", "a.pdf", &pdf).await.status, StatusCode::NOT_FOUND);
    let withdraw = format!("{case}/documents/{id}/withdraw");
    to_mend(&anna.send(&withdraw, &[("reason", " ")]).await, "reason");
    led(&anna.send(&withdraw, &[("reason", "Fel person")]).await, &format!("{case}?done=document-withdrawn"));
    assert_eq!(anna.get(&format!("/sv/desk/documents/{id}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_button_met_by_mistake_records_nobody() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let page = anna.send("/en/desk/people/new", &[("since", "3.12.2024")]).await;
    to_mend(&page, "Write at least one thing that is known");
    // One thing is enough: the municipality of somebody whose name nobody knows yet.
    let page = anna.send("/en/desk/people/new", &[("since", "3.12.2024"), ("municipality", "Forssa")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
}

#[tokio::test]
async fn a_person_is_recorded_and_a_case_opened() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    let new = "/sv/desk/people/new";
    form(&mut anna, new).await;
    to_mend(&anna.send(new, &[("given", "Олена"), ("born", "31.2.1990")]).await, "Skriv födelsedagen");
    to_mend(&anna.send(new, &[("given", "Олена"), ("municipality", "Forsa")]).await, "Forsa");
    let sent = [
        ("given", "Олена"),
        ("family", "Шевченко"),
        ("given-latin", "Olena"),
        ("born", "5.1990"),
        ("municipality", "Forssa"),
        ("residence", "permit"),
        ("labour", "unemployed-job-seeker"),
    ];
    let page = anna.send(new, &sent).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    let person = page.to().split('?').next().unwrap_or_default().to_owned();
    let page = anna.get(&person).await;
    sound(&page);
    assert!(page.text.contains("Олена Шевченко (Olena)"), "{}", page.text);
    let open = format!("{person}/open-case");
    to_mend(&anna.send(&open, &[]).await, "Välj vad");
    let page = anna.send(&open, &[("type", "initial-assessment")]).await;
    assert!(page.to().starts_with("/sv/desk/cases/") && page.to().ends_with("?done=opened"), "{}", page.to());
    sound(&anna.get(page.to()).await);
    for (q, finds) in [("шевч", true), ("Olena", true), ("OLÉNA", true), ("haddád", true), ("xyz", false)] {
        let page = anna.get(&format!("/sv/desk/search?q={}", web::shell::encoded(q))).await;
        sound(&page);
        assert_eq!(page.text.contains("/sv/desk/people/0"), finds, "{q}");
    }
    let page = anna.get(&format!("/sv/desk/search?q={}", opened.number)).await;
    assert!(page.text.contains(&format!("/sv/desk/cases/{}\"", opened.number)));
    let mut carin = opened.signed_in("carin").await;
    for (q, absent) in [("haddad", "qqqqqq"), ("olena", "qqqqq"), ("1", "4711")] {
        let asked = |q: &str| format!("/sv/desk/search?q={q}");
        let (page, none) = (carin.get(&asked(q)).await, carin.get(&asked(absent)).await);
        let alike = |text: &str, q: &str| {
            let text = text.replace(&format!("q={q}"), "q=").replace(&format!("value=\"{q}\""), "");
            text.replace(&format!("&#34;{q}&#34;"), "")
        };
        assert_eq!(alike(&page.text, q), alike(&none.text, absent), "not found, and not counted");
    }
    assert!(anna.get("/sv/desk/search?q=a").await.text.contains("två bokstäver"));
}

#[tokio::test]
async fn who_may_not_write_there_finds_nothing_to_write_in() {
    let opened = Opened::new().await;
    let mut carin = opened.signed_in("carin").await;
    let mut nobody = opened.world.browser();
    let fact = uuid::Uuid::now_v7();
    let (case, person) = (format!("/sv/desk/cases/{}", opened.number), format!("/sv/desk/people/{}", opened.person));
    for address in [
        format!("{case}/steps/invite"),
        format!("{case}/hand-over"),
        format!("{case}/settle"),
        format!("{case}/documents/new"),
        format!("{person}/facts"),
        format!("{person}/facts/labour"),
        format!("{person}/facts/labour/{fact}/correct"),
        format!("{person}/open-case"),
        format!("/sv/desk/hand-overs/{fact}"),
        format!("/sv/desk/documents/{fact}"),
    ] {
        assert_eq!(carin.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(nobody.get(&address).await.status, StatusCode::SEE_OTHER, "{address}");
    }
    for address in [format!("{case}/steps/invite"), format!("{person}/facts/labour"), format!("{case}/settle")] {
        let page = carin.send(&address, &[("seen", "1"), ("value", "student"), ("do", "draft")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
    }
    let given = [Given::new("invitation-language", "ar")];
    opened.take("invite", &given).await;
}
