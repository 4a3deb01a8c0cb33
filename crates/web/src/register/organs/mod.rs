//! The organs of a day, by level and kind, found by name.

use askama::Template;
use axum::extract::State as Stored;
use axum::response::Response;
use calendar::Date;
use register::Register;
use register::resolved::OrganIndex;
use register::source::Level;

use super::Telling;
use super::reading::{Form, Reading};
use crate::State;
use crate::components::{ErrorSummary, Link};
use crate::shell::{Frame, Section, Trouble, Visit, page};
use crate::words::{Words, folded};

#[derive(Template)]
#[template(path = "register/organs/page.html")]
struct OrgansPage {
    frame: Frame,
    errors: ErrorSummary,
    form: Form,
    found: Option<String>,
    levels: Vec<LevelShown>,
    municipalities: Link,
    sources: Link,
}

struct LevelShown {
    id: &'static str,
    title: &'static str,
    groups: Vec<Group>,
}

struct Group {
    /// The name of the kind; none where it has one organ only.
    title: Option<String>,
    organs: Vec<Link>,
    /// Those that are too many to list: how many, and where they stand.
    more: Option<Link>,
}

/// `/{language}/organ?q=…&on=…`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let mut reading = Reading::new(&visit, register);
    let on = reading.day("on", visit.today);
    let wanted = visit.address.value("q").unwrap_or_default();
    let search = reading.field("q", w.organ_search(), wanted.to_owned());
    let form = Form {
        action: visit.href("/organ"),
        hidden: Vec::new(),
        fields: vec![search, reading.day_field("on", w.organ_day(), on)],
        button: w.organ_show().to_owned(),
    };
    let telling = Telling::new(register, w);
    let hits = matching(register, wanted, on);
    let found = (!wanted.is_empty())
        .then(|| if hits.is_empty() { w.organ_found_none(wanted) } else { w.organ_found(hits.len(), wanted) });
    let all = wanted.is_empty();
    let levels = Level::ALL.into_iter().map(|level| LevelShown {
        id: level.id(),
        title: title(w, level),
        groups: groups(&telling, &hits, level, on, all),
    });
    let levels = levels.filter(|level| !level.groups.is_empty()).collect();
    let day = format!("on={on}");
    let frame = reading.framed(Frame::new(&visit, Some(Section::Organs), w.organ_list_title(&w.day(on))));
    let template = OrgansPage {
        frame,
        errors: reading.summary(),
        form,
        found,
        levels,
        municipalities: Link::to(w.organ_to_municipalities(), visit.href(&format!("/municipality?{day}"))),
        sources: Link::to(w.organ_to_sources(), visit.href("/source")),
    };
    Ok(reading.answer(page(&visit, &template)?))
}

fn title(w: &'static Words, level: Level) -> &'static str {
    match level {
        Level::State => w.component_state(),
        Level::Regional => w.component_regional(),
        Level::Local => w.component_local(),
        Level::Person => w.component_person(),
    }
}

/// The organs of the day whose names or id hold each of the words.
fn matching(register: &Register, wanted: &str, on: Date) -> Vec<OrganIndex> {
    let wanted = folded(wanted);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let holds = |organ: &register::resolved::Organ| {
        let texts = [&organ.names, &organ.short].into_iter().flat_map(|text| [&text.sv, &text.fi, &text.en]);
        let texts: Vec<String> = texts.chain([&organ.id]).map(|text| folded(text)).collect();
        words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
    };
    let there = register.resolved.organs.organs.iter().zip(0..);
    there.filter(|(organ, _)| organ.period.contains(on) && holds(organ)).map(|(_, index)| index).collect()
}

fn groups(telling: &Telling<'_>, hits: &[OrganIndex], level: Level, on: Date, all: bool) -> Vec<Group> {
    let organs = &telling.register.resolved.organs;
    let mut groups: Vec<Group> = Vec::new();
    let mut single: Vec<Link> = Vec::new();
    for kind in organs.kinds.iter().filter(|kind| kind.level == level) {
        let members: Vec<OrganIndex> = hits.iter().copied().filter(|organ| organs.at(*organ).kind == kind.id).collect();
        let several = organs.organs.iter().filter(|organ| organ.kind == kind.id).count() > 1;
        let mut links: Vec<Link> = members.iter().map(|organ| telling.organ(*organ, on)).collect();
        links.sort_by(|one, other| telling.w.order(&one.text, &other.text));
        if links.is_empty() {
        } else if !several {
            single.append(&mut links);
        } else if all && links.len() > MANY {
            let more =
                Link::to(telling.w.organ_municipalities(links.len()), telling.href(&format!("/municipality?on={on}")));
            groups.push(Group {
                title: Some(telling.text(&kind.names).to_owned()),
                organs: Vec::new(),
                more: Some(more),
            });
        } else {
            groups.push(Group { title: Some(telling.text(&kind.names).to_owned()), organs: links, more: None });
        }
    }
    if !single.is_empty() {
        single.sort_by(|one, other| telling.w.order(&one.text, &other.text));
        let title = (!groups.is_empty()).then(|| telling.w.organ_others().to_owned());
        groups.push(Group { title, organs: single, more: None });
    }
    groups
}

/// More than this of one kind are listed on a page of their own.
const MANY: usize = 60;
