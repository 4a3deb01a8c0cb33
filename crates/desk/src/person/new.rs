//! A new person, and a new case about a person.

use axum::Form;
use axum::extract::Path;
use casework::person::{Birth, Name, NewFact, NewPerson};
use web::components::Link;

use super::fact::{back_to, known};
use crate::form::{About, At, Choice, Field, FormPage, Input, Sent, Values, read_day, written_day};
use crate::said::{Wrong, refused};
use crate::shell::{Answer, OrPage as _, led_to};

fn page(at: &At, values: &Values) -> FormPage {
    let (t, w) = (at.t(), at.w());
    let search = Link::to(w.search_title(), t.href("/desk/search"));
    let address = at.visit.href(at.visit.address.path());
    let mut page = FormPage::new(at.frame(w.person_new()), search, address);
    page.lead.push(w.person_new_lead().to_owned());
    let line = |id: &str, label: &str| Field::new(id, label, Input::Line, values.of(id, ""));
    page.fields.push(line("given", w.person_given()));
    page.fields.push(line("family", w.person_family()).hint(w.person_family_hint()));
    let latin = line("given-latin", w.person_given_latin());
    page.fields.push(Field { aside: latin.value.is_empty(), ..latin });
    let latin = line("family-latin", w.person_family_latin());
    page.fields.push(Field { aside: latin.value.is_empty(), ..latin });
    let born = Field::new("born", w.person_head_born(), Input::Short, values.of("born", ""));
    page.fields.push(born.hint(w.person_born_hint()));
    let place = Field::new("municipality", w.fact_municipality(), Input::Line, values.of("municipality", ""));
    page.fields.push(place.hint(w.fact_form_municipality()));
    for id in ["residence", "labour"] {
        let attributes = &at.house().register.resolved.words.attributes;
        let Some(of) = attributes.iter().find(|one| one.id == id) else { continue };
        let choices = of.values.iter().map(|one| Choice::new(&one.id, t.register.text(&one.title)));
        let unknown = Choice::new("", w.question_unknown());
        let input = Input::Radios(choices.chain([unknown]).collect());
        page.fields.push(Field::new(id, t.register.text(&of.question), input, values.of(id, "")));
    }
    let today = at.house().day(at.house().store.now());
    let since = Field::new("since", w.person_since(), Input::Short, values.of("since", written_day(today)));
    page.fields.push(since.hint(w.form_day_hint()));
    page.button = Some(w.person_new_do().to_owned());
    page
}

/// Reads `1.5.1990`, `5.1990`, `1990` and the same as `1990-05-01`.
fn read_birth(word: &str) -> Option<Birth> {
    if let Some(day) = read_day(word) {
        return Some(Birth { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()) });
    }
    let mut parts: Vec<&str> = word.split(['.', '-', '/']).map(str::trim).collect();
    if parts.first().is_some_and(|first| first.len() == 4) {
        parts.reverse();
    }
    let year = parts.pop().filter(|year| year.len() == 4)?.parse().ok()?;
    let month = parts.pop().map(str::parse).transpose().ok()?;
    parts.is_empty().then_some(Birth { year: Some(year), month, day: None })
}

fn read(at: &At, sent: &Sent) -> Result<NewPerson, Wrong> {
    let w = at.w();
    let mut wrong = Wrong::new();
    let name = Name {
        given: sent.word("given"),
        family: sent.word("family"),
        given_latin: sent.word("given-latin"),
        family_latin: sent.word("family-latin"),
    };
    let birth = match sent.word("born") {
        None => Birth::default(),
        Some(word) => read_birth(&word).unwrap_or_else(|| {
            wrong.push(("born".to_owned(), w.form_birth_wrong().to_owned()));
            Birth::default()
        }),
    };
    let today = at.house().day(at.house().store.now());
    let since = match sent.word("since") {
        None => today,
        Some(word) => read_day(&word).unwrap_or_else(|| {
            wrong.push(("since".to_owned(), w.form_day_wrong(w.person_since())));
            today
        }),
    };
    let facts = ["municipality", "residence", "labour"];
    let facts = facts.into_iter().filter_map(|id| Some(NewFact::since(since, id, &sent.word(id)?, "person")));
    let facts: Vec<NewFact> = facts.collect();
    let named = name.given.is_some() || name.family.is_some();
    let new = NewPerson { birth, name: named.then_some(name), source: "person".to_owned(), facts };
    // Nothing has to be known of a person, but a button that was met by mistake records nobody.
    if wrong.is_empty() && new.name.is_none() && new.birth == Birth::default() && new.facts.is_empty() {
        wrong.push((String::new(), w.person_new_empty().to_owned()));
    }
    if wrong.is_empty() { Ok(new) } else { Err(wrong) }
}

/// `/{language}/desk/people/new`.
pub async fn show(at: At) -> Answer {
    let values = at.draft().await?;
    at.answer(page(&at, &values), &values)
}

/// Sending it. Others who may be the same stand on the page of the person that one is led to.
pub async fn send(at: At, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let sent = Sent(pairs);
    if sent.wanted() == "draft" {
        return at.keep(&sent, About::default(), &at.t().href("/desk")).await;
    }
    let wrong = match read(&at, &sent) {
        Err(wrong) => wrong,
        Ok(new) => match at.house().add_person(at.acting(), &new).await {
            Ok(added) => {
                at.house().drop_draft(&at.writer(), at.visit.address.path()).await.or_page(&at.visit)?;
                let what = if added.alike.is_empty() { "person" } else { "alike" };
                return Ok(led_to(&format!("{}?done={what}", at.t().person_href(added.person))));
            }
            Err(fault) => {
                let wrong = refused(&at.t(), None, fault).or_page(&at.visit)?;
                let place = |field: &str| match field {
                    "value" => "municipality".to_owned(),
                    "year" => "born".to_owned(),
                    "from" | "until" => "since".to_owned(),
                    other => other.to_owned(),
                };
                wrong.into_iter().map(|(field, said)| (place(&field), said)).collect()
            }
        },
    };
    let values = Values::sent(&sent);
    let mut page = page(&at, &values);
    page.mend(wrong);
    at.answer(page, &values)
}

/// `/{language}/desk/people/{id}/open-case`.
pub async fn show_open(at: At, Path((_, person)): Path<(String, String)>) -> Answer {
    let known = known(&at, &person).await?;
    at.answer(open_page(&at, &known, ""), &Values::default())
}

fn open_page(at: &At, known: &casework::person::Known, chosen: &str) -> FormPage {
    let (t, w) = (at.t(), at.w());
    let today = at.house().day(at.house().store.now());
    let address = at.visit.href(at.visit.address.path());
    let mut page = FormPage::new(at.frame(w.desk_open_case()), back_to(at, known), address);
    page.lead.push(w.desk_open_case_lead().to_owned());
    let types = at.house().register.resolved.case_types.iter().filter(|one| one.version_on(today).is_some());
    let choices = types.map(|one| Choice::new(&one.id, t.register.text(&one.title))).collect();
    page.fields.push(Field::new("type", w.case_head_type(), Input::Radios(choices), chosen.to_owned()));
    page.button = Some(w.desk_open_case().to_owned());
    page.drafts = false;
    page
}

/// Sending it.
pub async fn send_open(
    at: At,
    Path((_, person)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = Sent(pairs);
    let known = known(&at, &person).await?;
    let wrong = match sent.word("type") {
        None => vec![("type".to_owned(), at.w().desk_open_case_choose().to_owned())],
        Some(of) => match at.house().open_case(at.acting(), &of, known.person).await {
            Ok(opened) => {
                // Another organ may lead what was opened here, and then it alone sees it.
                let seen = at.house().case_by_number(at.acting(), opened.number).await.is_ok();
                let t = at.t();
                let to = if seen { t.case_href(opened.number) } else { t.href("/desk") };
                return Ok(led_to(&format!("{to}?done=opened")));
            }
            Err(fault) => refused(&at.t(), None, fault).or_page(&at.visit)?,
        },
    };
    let mut page = open_page(&at, &known, &sent.get("type"));
    page.mend(wrong);
    at.answer(page, &Values::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_is_read_as_far_as_it_is_known() {
        let born = |year, month, day| Some(Birth { year: Some(year), month, day });
        for (written, read) in [
            ("1.5.1990", born(1990, Some(5), Some(1))),
            ("1990-05-01", born(1990, Some(5), Some(1))),
            ("5.1990", born(1990, Some(5), None)),
            ("1990-05", born(1990, Some(5), None)),
            ("1990", born(1990, None, None)),
            ("90", None),
            ("x", None),
            ("1.2.3.1990", None),
        ] {
            assert_eq!(read_birth(written), read, "{written}");
        }
    }
}
