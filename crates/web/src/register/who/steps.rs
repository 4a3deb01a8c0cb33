//! The steps before the answer: what, where and when, and one question after another.

use askama::Template;
use register::Register;
use register::ask::{Ask, Given, Outcome};
use register::resolved::{AttributeIndex, AttributeKind, Duty, ValueSet};
use register::source::Level;

use super::asked::{ABROAD, Asked, Fault, Place, plain};
use crate::components::{Choice, ErrorSummary, Field, Input, Known, KnownRow, Link, Question, UNKNOWN};
use crate::register::Telling;
use crate::register::telling::write_day;
use crate::shell::{Address, Frame, Section, Visit};

/// A duty in a list.
#[derive(Debug)]
pub struct Entry {
    /// Its title, leading on.
    pub link: Link,
    /// What it is.
    pub summary: String,
}

/// The duties of a level.
#[derive(Debug)]
pub struct Group {
    /// The level.
    pub title: String,
    /// Its duties.
    pub entries: Vec<Entry>,
}

/// What is it about?
#[derive(Debug, Template)]
#[template(path = "register/who/choose.html")]
pub struct Choose {
    frame: Frame,
    errors: ErrorSummary,
    search: Field,
    hidden: Vec<(String, String)>,
    action: String,
    found: Option<String>,
    hits: Vec<Entry>,
    groups: Vec<Group>,
    known: Option<Known>,
}

/// Where and when?
#[derive(Debug, Template)]
#[template(path = "register/who/place.html")]
pub struct WherePage {
    frame: Frame,
    errors: ErrorSummary,
    place: Field,
    day: Field,
    chosen: Option<&'static str>,
    hidden: Vec<(String, String)>,
    action: String,
    known: Option<Known>,
}

impl WherePage {
    fn is_chosen(&self, word: &str) -> bool {
        self.chosen == Some(word)
    }
}

/// One question.
#[derive(Debug, Template)]
#[template(path = "register/who/question.html")]
pub struct QuestionPage {
    frame: Frame,
    errors: ErrorSummary,
    question: Question,
    hidden: Vec<(String, String)>,
    action: String,
    known: Option<Known>,
    possible: Vec<Link>,
}

/// The frame, with what is wrong on top, each line leading to its field; to the content where the page has no such field.
pub fn top(visit: &Visit, title: String, faults: &[Fault], fields: &[&str]) -> (Frame, ErrorSummary) {
    let mut frame = Frame::new(visit, Some(Section::Who), title);
    frame.to_mend = !faults.is_empty();
    let errors = faults
        .iter()
        .map(|fault| crate::components::ErrorLine {
            message: fault.what.clone(),
            field: match fault.field.as_str() {
                // What was to be the duty stands in the search.
                "duty" if fields.contains(&"q") => "q".to_owned(),
                field if fields.contains(&field) => field.to_owned(),
                _ => "content".to_owned(),
            },
            mended: fault.mended.clone(),
        })
        .collect();
    (frame, ErrorSummary { w: visit.w, errors })
}

fn action(visit: &Visit) -> String {
    visit.href("/who")
}

/// Everything in the address but some names, to be sent along.
fn hidden(address: &Address, but: &[&str]) -> Vec<(String, String)> {
    plain(address).query().iter().filter(|(name, _)| !but.contains(&name.as_str())).cloned().collect()
}

/// What is known, with links to change it.
pub fn known(visit: &Visit, register: &Register, asked: &Asked) -> Option<Known> {
    let w = visit.w;
    let telling = Telling::new(register, w);
    let address = asked.address(visit, register);
    let change = |name: &str| Some(address.with("_change", name).href(visit.language()));
    let mut rows = Vec::new();
    if let Some(duty) = asked.duty {
        rows.push(KnownRow {
            name: w.who_known_duty().to_owned(),
            value: telling.text(&register.resolved.duties[usize::from(duty)].title).to_owned(),
            change: Some(address.without("duty").href(visit.language())),
        });
    }
    let place = match asked.place {
        Place::NotSaid => None,
        Place::Municipality(one) => Some(telling.municipality(one)),
        Place::Unknown => Some(w.who_place_not_known()),
        Place::Abroad => Some(w.who_abroad()),
    };
    if let Some(place) = place {
        rows.push(KnownRow { name: w.who_known_place().to_owned(), value: place.to_owned(), change: change("in") });
    }
    if asked.fault("on").is_none() && (visit.address.value("on").is_some() || asked.place != Place::NotSaid) {
        let day = w.day(asked.on);
        let value = if asked.on == visit.today { w.who_known_today(&day) } else { day };
        rows.push(KnownRow { name: w.who_known_day().to_owned(), value, change: change("on") });
    }
    for (attribute, given) in asked.facts.iter() {
        rows.push(KnownRow {
            name: telling.attribute(attribute).to_owned(),
            value: telling.given(attribute, given),
            change: change(&register.resolved.words.at(attribute).id),
        });
    }
    (!rows.is_empty()).then(|| Known { w, heading: w.who_known().to_owned(), rows })
}

/// The level in words.
pub fn level(visit: &Visit, level: Level) -> &str {
    match level {
        Level::State => visit.w.component_state(),
        Level::Regional => visit.w.component_regional(),
        Level::Local => visit.w.component_local(),
        Level::Person => visit.w.component_person(),
    }
}

/// All duties by level, each in the order of the alphabet.
pub fn groups(visit: &Visit, register: &Register, link: impl Fn(&Duty) -> String) -> Vec<Group> {
    let telling = Telling::new(register, visit.w);
    Level::ALL
        .into_iter()
        .map(|wanted| {
            let mut entries: Vec<Entry> = register
                .resolved
                .duties
                .iter()
                .filter(|duty| duty.level == wanted)
                .map(|duty| entry(&telling, duty, &link))
                .collect();
            entries.sort_by(|one, other| visit.w.order(&one.link.text, &other.link.text));
            Group { title: level(visit, wanted).to_owned(), entries }
        })
        .filter(|group| !group.entries.is_empty())
        .collect()
}

fn entry(telling: &Telling<'_>, duty: &Duty, link: impl Fn(&Duty) -> String) -> Entry {
    Entry { link: Link::to(telling.text(&duty.title), link(duty)), summary: telling.text(&duty.summary).to_owned() }
}

/// What the search found, best first.
pub fn hits(visit: &Visit, register: &Register, words: &str, link: impl Fn(&Duty) -> String) -> Vec<Entry> {
    let telling = Telling::new(register, visit.w);
    let found = register.search(words);
    found.iter().map(|hit| entry(&telling, &register.resolved.duties[usize::from(hit.duty)], &link)).collect()
}

/// "Tre uppgifter passar …".
pub fn found(visit: &Visit, words: &str, hits: usize) -> String {
    if hits == 0 { visit.w.who_found_none(words) } else { visit.w.who_found(hits, words) }
}

/// The field of the search.
pub fn search_field(visit: &Visit, value: &str) -> Field {
    Field {
        name: "q".to_owned(),
        label: visit.w.who_search().to_owned(),
        hint: Some(visit.w.who_search_hint().to_owned()),
        value: value.to_owned(),
        error: None,
        day: false,
        offers: Vec::new(),
    }
}

/// What is it about?
pub fn choose(visit: &Visit, register: &Register, asked: &Asked) -> Choose {
    let w = visit.w;
    // A word that is no duty is perhaps a word to search by.
    let wrong = asked.fault("duty").and_then(|_| visit.address.value("duty"));
    let words = visit.address.value("q").or(wrong);
    let to = |duty: &Duty| plain(&visit.address).with("duty", &duty.id).href(visit.language());
    let hits = words.map(|words| hits(visit, register, words, to)).unwrap_or_default();
    let (frame, errors) = top(visit, w.who_title().to_owned(), &asked.faults, &["q"]);
    Choose {
        frame,
        errors,
        search: Field {
            error: asked.fault("duty").map(|fault| fault.what.clone()),
            ..search_field(visit, words.unwrap_or_default())
        },
        hidden: hidden(&visit.address, &["duty", "q"]),
        action: action(visit),
        found: words.map(|words| found(visit, words, hits.len())),
        hits,
        groups: groups(visit, register, to),
        known: known(visit, register, asked),
    }
}

/// Where and when?
pub fn place(visit: &Visit, register: &Register, asked: &Asked) -> WherePage {
    let w = visit.w;
    let written = visit.address.value("in").unwrap_or_default();
    let chosen = [UNKNOWN, ABROAD].into_iter().find(|word| *word == written);
    let value = match (asked.place, chosen) {
        (_, Some(_)) => String::new(),
        (Place::Municipality(one), _) => Telling::new(register, w).municipality(one).to_owned(),
        _ => written.to_owned(),
    };
    let day = match asked.fault("on") {
        // What could not be read stays as it was written.
        Some(_) => visit.address.value("on").unwrap_or_default().to_owned(),
        None => write_day(asked.on),
    };
    let (frame, errors) = top(visit, w.who_place_title().to_owned(), &asked.faults, &["in", "on"]);
    let mut sent = hidden(&visit.address, &["in", "on"]);
    sent.push(("_asked".to_owned(), "in".to_owned()));
    let held = chosen.map_or_else(|| value.clone(), str::to_owned);
    sent.extend((!held.is_empty()).then(|| ("_held".to_owned(), held)));
    WherePage {
        frame,
        errors,
        place: Field {
            name: "in".to_owned(),
            label: w.who_place().to_owned(),
            hint: Some(w.who_place_hint().to_owned()),
            value,
            error: asked.fault("in").map(|fault| fault.what.clone()),
            day: false,
            offers: municipalities(visit, register, asked),
        },
        day: Field {
            name: "on".to_owned(),
            label: w.who_day().to_owned(),
            hint: Some(w.who_day_hint().to_owned()),
            value: day,
            error: asked.fault("on").map(|fault| fault.what.clone()),
            day: true,
            offers: Vec::new(),
        },
        chosen,
        hidden: sent,
        action: action(visit),
        known: known(visit, register, asked),
    }
}

/// The names of the municipalities of the day, in the reader's language; those of the other one too where they differ.
fn municipalities(visit: &Visit, register: &Register, asked: &Asked) -> Vec<String> {
    let telling = Telling::new(register, visit.w);
    let territory = &register.resolved.territory;
    let mut names: Vec<String> = register
        .municipalities_on(asked.on)
        .flat_map(|one| {
            let names = &territory.at(one).names;
            [telling.municipality(one).to_owned(), names.fi.clone(), names.sv.clone()]
        })
        .collect();
    names.sort_by(|one, other| visit.w.order(one, other));
    names.dedup();
    names
}

/// One question.
pub fn question(visit: &Visit, register: &Register, asked: &Asked, attribute: AttributeIndex) -> QuestionPage {
    let w = visit.w;
    let telling = Telling::new(register, w);
    let known_attribute = register.resolved.words.at(attribute);
    let (open, possible) = still_open(visit, register, asked, attribute);
    let choices = |set: ValueSet| {
        let values = (0u8..128).zip(&known_attribute.values).filter(|(value, _)| set >> value & 1 == 1);
        values
            .map(|(_, value)| Choice {
                value: value.id.clone(),
                title: telling.text(&value.title).to_owned(),
                hint: None,
            })
            .collect()
    };
    let given = match asked.facts.get(attribute) {
        Some(Given::Value(value)) => known_attribute.values.get(usize::from(value)).map(|value| value.id.clone()),
        Some(Given::Day(day)) => Some(write_day(day)),
        Some(Given::Unknown) => Some(UNKNOWN.to_owned()),
        None => visit.address.value(&known_attribute.id).map(str::to_owned),
    };
    let name = known_attribute.id.as_str();
    let question = telling.text(&known_attribute.question).to_owned();
    let (frame, errors) = top(visit, question.clone(), &asked.faults, &[name]);
    let mut sent = hidden(&visit.address, &[name]);
    sent.push(("_asked".to_owned(), name.to_owned()));
    sent.extend(given.clone().map(|given| ("_held".to_owned(), given)));
    QuestionPage {
        frame,
        errors,
        question: Question {
            w,
            name: name.to_owned(),
            question,
            why: telling.text(&known_attribute.why).to_owned(),
            input: match &known_attribute.kind {
                AttributeKind::Age => Input::Years,
                AttributeKind::Day(_) => Input::Day(choices(open)),
                AttributeKind::Choice | AttributeKind::Territory(_) => Input::Choices(choices(open)),
            },
            given,
            error: asked.fault(name).map(|fault| fault.what.clone()),
            heading: true,
        },
        hidden: sent,
        action: action(visit),
        known: known(visit, register, asked),
        possible,
    }
}

/// The values that may still be answered, and whom the answer may then name. A question that is asked again, or on which
/// the answer does not hang, offers all its values.
fn still_open(visit: &Visit, register: &Register, asked: &Asked, attribute: AttributeIndex) -> (ValueSet, Vec<Link>) {
    let all = register.resolved.words.at(attribute).all();
    let Some(duty) = asked.duty else { return (all, Vec::new()) };
    let without = Asked { facts: asked.facts.without(attribute), ..asked.clone() };
    let Ok(Some(answer)) = super::answered(register, &without, duty) else { return (all, Vec::new()) };
    let Outcome::Undetermined(open) = &answer.outcome else { return (all, Vec::new()) };
    let telling = Telling::new(register, visit.w);
    let mut possible: Vec<Link> = Vec::new();
    for one in &open.possible {
        let link = match one.lead {
            Some((organ, _)) => telling.organ(organ, asked.on),
            None => Link::plain(visit.w.telling_nobody()),
        };
        // Must and may of the same organ are one possibility here.
        if !possible.contains(&link) {
            possible.push(link);
        }
    }
    match &open.ask {
        Some(Ask::Attribute(next, values)) if *next == attribute => (*values, possible),
        _ => (all, possible),
    }
}
