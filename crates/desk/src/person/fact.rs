//! What is known of a person: recorded, corrected, ended, withdrawn. What it does to the open cases is shown before it is
//! saved, and it is saved only as it was shown.

use axum::Form;
use axum::extract::Path;
use casework::handover::{self, FactChange, FactMoves};
use casework::person::{Correction, Known, NAME, Name, NewFact, OWN, Shown};
use casework::{Error, Refusal};
use jiff::civil::Date;
use register::resolved::AttributeKind;
use uuid::Uuid;
use web::components::Link;
use web::said::register_language;
use web::words::{country_called, language_called};

use crate::form::{About, At, Choice, Field, FormPage, Input, Sent, Values, read_day, written_day};
use crate::said::{Wrong, case_move, fact_title, fact_value, person_name, refused, when};
use crate::shell::{Answer, Instead, OrPage as _};

/// Where a fact comes from, as far as the desk offers it.
const SOURCES: [&str; 3] = ["person", "population-register", "decision"];

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Record,
    Correct,
    End,
    Withdraw,
}

/// The person of an identity in an address.
pub async fn known(at: &At, id: &str) -> Result<Known, Instead> {
    let person = Uuid::parse_str(id).ok().filter(|read| read.to_string() == id).ok_or_else(|| at.absent())?;
    at.house().person(at.acting(), person, None).await.or_page(&at.visit)
}

/// The way back to a person, with the name.
pub fn back_to(at: &At, known: &Known) -> Link {
    let today = at.house().day(at.house().store.now());
    let name = known.name_on(today).as_ref().map(person_name);
    let name = name.unwrap_or_else(|| at.w().desk_person_not_named().to_owned());
    Link::to(name, at.t().person_href(known.person))
}

struct Changing<'a> {
    at: &'a At,
    known: Known,
    what: What,
    attribute: String,
    /// The fact that is changed; none: one is recorded.
    fact: Option<Shown>,
    today: Date,
}

impl<'a> Changing<'a> {
    async fn of(at: &'a At, person: &str, attribute: &str, change: Option<(&str, &str)>) -> Result<Self, Instead> {
        let known = known(at, person).await?;
        let attributes = &at.house().register.resolved.words.attributes;
        let is_own = OWN.iter().any(|own| own.id == attribute);
        let is_known = is_own || attribute == "municipality" || attributes.iter().any(|one| one.id == attribute);
        if !is_known {
            return Err(at.absent());
        }
        let (what, fact) = match change {
            None => (What::Record, None),
            Some((fact, act)) => {
                let what = match act {
                    "correct" => What::Correct,
                    "end" => What::End,
                    "withdraw" => What::Withdraw,
                    _ => return Err(at.absent()),
                };
                let found = known.facts.iter().find(|one| one.id.to_string() == fact && one.attribute == attribute);
                // What is withheld from the post is not changed by it either.
                let found = found.filter(|one| one.value.seen().is_some()).ok_or_else(|| at.absent())?.clone();
                (what, Some(found))
            }
        };
        let today = at.house().day(at.house().store.now());
        Ok(Self { at, known, what, attribute: attribute.to_owned(), fact, today })
    }

    fn title(&self) -> String {
        let (w, title) = (self.at.w(), fact_title(&self.at.t(), &self.attribute));
        match self.what {
            What::Record => w.fact_form_record(&title),
            What::Correct => w.fact_form_correct(&title),
            What::End => w.fact_form_end(&title),
            What::Withdraw => w.fact_form_withdraw(&title),
        }
    }

    fn value(&self) -> &str {
        self.fact.as_ref().and_then(|fact| fact.value.seen()).map_or("", String::as_str)
    }

    /// The fields of the value: one, or the parts of a name.
    fn value_fields(&self, values: &Values) -> Vec<Field> {
        let (t, w) = (self.at.t(), self.at.w());
        if self.attribute == NAME {
            let name = Name::read(self.value()).unwrap_or_default();
            let part = |id: &str, label: &str, stands: Option<String>| {
                Field::new(id, label, Input::Line, values.of(id, stands.unwrap_or_default()))
            };
            return vec![
                part("value", w.person_given(), name.given),
                part("family", w.person_family(), name.family),
                part("given-latin", w.person_given_latin(), name.given_latin),
                part("family-latin", w.person_family_latin(), name.family_latin),
            ];
        }
        let title = fact_title(&t, &self.attribute);
        let of = t.desk.house.register.resolved.words.attributes.iter().find(|one| one.id == self.attribute);
        let (label, why, input) = match of {
            Some(of) => {
                let input = match &of.kind {
                    AttributeKind::Choice => {
                        let all = of.values.iter().map(|one| Choice::new(&one.id, t.register.text(&one.title)));
                        let unknown = Choice::new("unknown", w.question_unknown());
                        Input::Radios(all.chain([unknown]).collect())
                    }
                    _ => Input::Short,
                };
                (t.register.text(&of.question).to_owned(), t.register.text(&of.why).to_owned(), input)
            }
            None => {
                let hint = match self.attribute.as_str() {
                    "municipality" => w.fact_form_municipality(),
                    "language" | "mother-tongue" => w.fact_form_language(),
                    "interpreter" => w.fact_form_interpreter(),
                    "nationality" => w.fact_form_country(),
                    _ => "",
                };
                let long = matches!(self.attribute.as_str(), "support-need" | "contact" | "address");
                let mut offers: Vec<String> = match self.attribute.as_str() {
                    "language" | "mother-tongue" | "interpreter" => w.languages_named().map(str::to_owned).collect(),
                    "nationality" => w.countries_named().map(str::to_owned).collect(),
                    _ => Vec::new(),
                };
                offers.sort_by(|one, other| w.order(one, other));
                let line = if offers.is_empty() { Input::Line } else { Input::Offered(offers) };
                (title, hint.to_owned(), if long { Input::Lines } else { line })
            }
        };
        let stands = match (self.attribute.as_str(), self.value()) {
            // Words of the field itself, which stand in its hint.
            (_, word @ ("" | "none" | "stateless" | "unknown")) => word.to_owned(),
            ("language" | "mother-tongue" | "interpreter", code) => w.language_of(code),
            ("nationality", code) => w.country_of(code),
            (_, value) => value.parse::<Date>().map_or_else(|_| value.to_owned(), written_day),
        };
        vec![Field::new("value", label, input, values.of("value", stands)).hint(why)]
    }

    fn page(&self, values: &Values) -> FormPage {
        let (t, w) = (self.at.t(), self.at.w());
        let address = self.at.visit.href(self.at.visit.address.path());
        let mut page = FormPage::new(self.at.frame(self.title()), back_to(self.at, &self.known), address);
        if let Some(fact) = &self.fact {
            page.told.push((fact_title(&t, &fact.attribute), fact_value(&t, &fact.attribute, self.value())));
            page.told.push((w.person_head_from().to_owned(), w.day(fact.from)));
            if let Some(last) = fact.until.and_then(|until| until.yesterday().ok()) {
                page.told.push((w.person_head_until().to_owned(), w.day(last)));
            }
        }
        let day = |id: &str, label: &str, stands: String| {
            Field::new(id, label, Input::Short, values.of(id, stands)).hint(w.form_day_hint())
        };
        let last_of = |fact: &Shown| fact.until.and_then(|until| until.yesterday().ok()).map(written_day);
        if matches!(self.what, What::Record | What::Correct) {
            page.fields.extend(self.value_fields(values));
            let from = self.fact.as_ref().map_or(self.today, |fact| fact.from);
            page.fields.push(day("from", w.person_head_from(), written_day(from)));
            let last = self.fact.as_ref().and_then(last_of).unwrap_or_default();
            let last = day("last", w.person_head_until(), last);
            page.fields.push(Field { aside: last.value.is_empty(), ..last });
            let source = self.fact.as_ref().map_or("person", |fact| fact.source.as_str());
            let stands = Some(source).filter(|word| !SOURCES.contains(word));
            let sources = SOURCES.into_iter().chain(stands);
            let sources = sources.map(|word| Choice::new(word, super::source(&t, word))).collect();
            let source = values.of("source", source);
            page.fields.push(Field::new("source", w.person_head_source(), Input::Radios(sources), source));
            let several = OWN.iter().any(|own| own.id == self.attribute && own.several);
            if several && self.what == What::Record {
                let slot = Field::new("slot", w.fact_form_slot(), Input::Short, values.of("slot", ""));
                page.fields.push(Field { aside: slot.value.is_empty(), ..slot.hint(w.fact_form_slot_hint()) });
            }
        }
        if self.what == What::End {
            page.fields.push(day("from", w.fact_form_end_from(), written_day(self.today)));
        }
        if self.what == What::Withdraw {
            page.lead.push(w.fact_form_withdraw_lead().to_owned());
        }
        page.button = Some(w.fact_form_preview().to_owned());
        page
    }

    /// The change that was sent, or what is to be mended in it.
    fn change(&self, sent: &Sent) -> Result<FactChange, Wrong> {
        let w = self.at.w();
        let mut wrong = Wrong::new();
        let mut day = |name: &str, label: &str, unsaid: Option<Date>| match sent.word(name) {
            None => unsaid,
            Some(word) => read_day(&word).or_else(|| {
                wrong.push((name.to_owned(), w.form_day_wrong(label)));
                unsaid
            }),
        };
        let change = match (self.what, &self.fact) {
            (What::Withdraw, Some(fact)) => FactChange::Withdraw { fact: fact.id },
            (What::End, Some(fact)) => FactChange::End {
                attribute: fact.attribute.clone(),
                slot: fact.slot.clone(),
                from: day("from", w.fact_form_end_from(), Some(self.today)).unwrap_or(self.today),
            },
            (_, fact) => {
                let from = day("from", w.person_head_from(), Some(self.today)).unwrap_or(self.today);
                // People name the last day; the first day after it is kept.
                let until = day("last", w.person_head_until(), None).and_then(|last| last.tomorrow().ok());
                let source = sent.word("source").unwrap_or_else(|| "person".to_owned());
                let value = self.sent_value(sent);
                if value.is_empty() {
                    wrong.push(("value".to_owned(), w.form_fill_in(&fact_title(&self.at.t(), &self.attribute))));
                }
                match fact {
                    Some(fact) => {
                        FactChange::Correct { fact: fact.id, instead: Correction { value, from, until, source } }
                    }
                    None => {
                        let slot = sent.word("slot").unwrap_or_default();
                        let attribute = self.attribute.clone();
                        FactChange::Record(NewFact { attribute, slot, value, from, until, source })
                    }
                }
            }
        };
        if wrong.is_empty() { Ok(change) } else { Err(wrong) }
    }

    fn sent_value(&self, sent: &Sent) -> String {
        if self.attribute == NAME {
            let part = |id: &str| sent.word(id);
            let name = Name {
                given: part("value"),
                family: part("family"),
                given_latin: part("given-latin"),
                family_latin: part("family-latin"),
            };
            return if name.given.is_none() && name.family.is_none() { String::new() } else { name.written() };
        }
        let written = sent.word("value").unwrap_or_default();
        let attributes = &self.at.house().register.resolved.words.attributes;
        let is_day = attributes.iter().any(|one| one.id == self.attribute && matches!(one.kind, AttributeKind::Day(_)));
        if is_day {
            return read_day(&written).map_or(written, |day| day.to_string());
        }
        // A name is read as the code that is kept; what is no name that is known is kept as written, or refused.
        let code = match self.attribute.as_str() {
            "mother-tongue" | "language" => language_called(&written),
            "interpreter" if written != "none" => language_called(&written),
            "nationality" => country_called(&written),
            _ => None,
        };
        code.unwrap_or(written)
    }

    /// What would be so, and what would follow for the open cases.
    fn preview(&self, sent: &Sent, moves: &FactMoves) -> FormPage {
        let (t, w) = (self.at.t(), self.at.w());
        let mut page = self.page(&Values::sent(sent));
        page.told.clear();
        page.confirm(|field| field.value.clone());
        page.told.clear();
        page.hide("shown", moves.shown.clone());
        page.lead =
            vec![if moves.recorded.is_change() { w.fact_preview() } else { w.fact_preview_no_change() }.to_owned()];
        let rows = |facts: &[Shown]| -> Vec<(String, String)> {
            facts
                .iter()
                .map(|fact| {
                    let value = fact
                        .value
                        .seen()
                        .map_or_else(|| w.person_withheld().to_owned(), |seen| fact_value(&t, &fact.attribute, seen));
                    let last = fact.until.and_then(|until| until.yesterday().ok());
                    let last = last.map_or_else(|| w.timeline_onward().to_owned(), |last| w.day_short(last));
                    (format!("{} – {last}", w.day_short(fact.from)), value)
                })
                .collect()
        };
        if !moves.recorded.written.is_empty() {
            page.follows.push((w.fact_now().to_owned(), rows(&moves.recorded.written)));
        }
        if !moves.recorded.withdrawn.is_empty() {
            page.follows.push((w.fact_before().to_owned(), rows(&moves.recorded.withdrawn)));
        }
        for one in &moves.recorded.contradictions {
            let attributes: Vec<String> = one.attributes.iter().map(|id| fact_title(&t, id)).collect();
            let why = one.why.get(register_language(w.language()));
            page.lead.push(w.fact_contradiction(&w.list(&attributes), &w.day(one.on), why));
        }
        if moves.cases.is_empty() {
            page.follows.push((w.fact_follows().to_owned(), Vec::new()));
            page.lead.push(w.fact_follows_none().to_owned());
        } else {
            let said = when(&t, moves.when).map(|said| (w.form_row_when().to_owned(), said));
            page.follows.push((w.fact_follows().to_owned(), said.into_iter().collect()));
            page.follows.extend(moves.cases.iter().map(|one| case_move(&t, one)));
        }
        page.button = Some(w.fact_form_save().to_owned());
        page
    }
}

async fn show_of(at: At, person: &str, attribute: &str, change: Option<(&str, &str)>) -> Answer {
    let changing = Changing::of(&at, person, attribute, change).await?;
    let values = at.draft().await?;
    at.answer(changing.page(&values), &values)
}

async fn send_of(at: At, person: &str, attribute: &str, change: Option<(&str, &str)>, sent: Sent) -> Answer {
    let changing = Changing::of(&at, person, attribute, change).await?;
    let (house, acting, id) = (at.house(), at.acting(), changing.known.person);
    let back = at.t().person_href(id);
    let values = Values::sent(&sent);
    match sent.wanted().as_str() {
        "draft" => return at.keep(&sent, About { case: None, person: Some(id) }, &back).await,
        "change" => return at.answer(changing.page(&values), &values),
        _ => {}
    }
    let wrong = match changing.change(&sent) {
        Err(wrong) => wrong,
        Ok(change) => {
            let shown = sent.word("shown").filter(|_| sent.wanted() == "save");
            if let Some(shown) = shown {
                match house.change_fact_and_move(acting, id, &change, Some(&shown)).await {
                    Ok(_) => return at.done(&back, "fact").await,
                    // What was shown no longer holds: it is shown anew, and says so.
                    Err(Error::Refused(Refusal::HandOver(handover::Refusal::PreviewIsStale))) => {
                        let moves = house.preview_fact_change(acting, id, &change).await.or_page(&at.visit)?;
                        let mut page = changing.preview(&sent, &moves);
                        page.conflicts(at.w().form_conflict_fact().to_owned(), None);
                        return at.answer(page, &Values::default());
                    }
                    Err(fault) => refused(&at.t(), None, fault).or_page(&at.visit)?,
                }
            } else {
                match house.preview_fact_change(acting, id, &change).await {
                    Ok(moves) => return at.answer(changing.preview(&sent, &moves), &Values::default()),
                    Err(fault) => refused(&at.t(), None, fault).or_page(&at.visit)?,
                }
            }
        }
    };
    let mut page = changing.page(&values);
    page.mend(wrong);
    at.answer(page, &values)
}

/// `/{language}/desk/people/{id}/facts/{attribute}`: to record.
pub async fn show(at: At, Path((_, person, attribute)): Path<(String, String, String)>) -> Answer {
    show_of(at, &person, &attribute, None).await
}

/// Sending it.
pub async fn send(
    at: At,
    Path((_, person, attribute)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    send_of(at, &person, &attribute, None, Sent(pairs)).await
}

/// `/{language}/desk/people/{id}/facts/{attribute}/{fact}/{correct|end|withdraw}`.
pub async fn show_change(
    at: At,
    Path((_, person, attribute, fact, act)): Path<(String, String, String, String, String)>,
) -> Answer {
    show_of(at, &person, &attribute, Some((&fact, &act))).await
}

/// Sending it.
pub async fn send_change(
    at: At,
    Path((_, person, attribute, fact, act)): Path<(String, String, String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    send_of(at, &person, &attribute, Some((&fact, &act)), Sent(pairs)).await
}

/// `/{language}/desk/people/{id}/facts`: what can be recorded.
pub async fn choose(at: At, Path((_, person)): Path<(String, String)>) -> Answer {
    let known = known(&at, &person).await?;
    let (t, w) = (at.t(), at.w());
    let address = at.visit.href(at.visit.address.path());
    let mut page = FormPage::new(at.frame(w.fact_form_choose()), back_to(&at, &known), address);
    page.lead.push(w.fact_form_choose_lead().to_owned());
    let of_register = at.house().register.resolved.words.attributes.iter();
    let of_register = of_register.filter(|one| !matches!(one.kind, AttributeKind::Age | AttributeKind::Territory(_)));
    let all = std::iter::once("municipality")
        .chain(of_register.map(|one| one.id.as_str()))
        .chain(OWN.iter().map(|own| own.id));
    page.links = all
        .map(|id| Link::to(fact_title(&t, id), t.href(&format!("/desk/people/{}/facts/{id}", known.person))))
        .collect();
    at.answer(page, &Values::default())
}
