//! One organ on a day: what it is, what it must do, for whom, where, and who stands above and below it.

use askama::Template;
use axum::extract::{Path, State as Stored};
use axum::response::Response;
use calendar::Date;
use register::resolved::{OrganIndex, Role};

use super::borne::Borne;
use super::reading::{Form, Reading};
use super::{Telling, telling};
use crate::State;
use crate::components::{Basis, Breadcrumb, ErrorSummary, Link, Notice};
use crate::said;
use crate::shell::{Frame, Section, Trouble, Visit, page};
use crate::words::Language;

#[derive(Template)]
#[template(path = "register/organ/page.html")]
struct OrganPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    errors: ErrorSummary,
    form: Form,
    names: Vec<(&'static str, &'static str, String)>,
    exists: Option<String>,
    basis: Vec<Basis>,
    after: Vec<Link>,
    before: Vec<Link>,
    notices: Vec<Notice>,
    duties: Vec<Duties>,
    areas: Vec<AreaShown>,
    chain: Vec<Ties>,
}

/// Duties under their heading; what is said when there are none.
struct Duties {
    title: String,
    none: &'static str,
    list: Vec<Borne>,
}

/// Ties under their heading; what is said when there are none.
struct Ties {
    title: &'static str,
    none: &'static str,
    list: Vec<Tie>,
}

struct AreaShown {
    title: String,
    municipalities: Vec<Link>,
}

struct Tie {
    /// "styr"
    verb: String,
    organs: Vec<Link>,
    matter: Option<String>,
    period: Option<String>,
    tags: Vec<String>,
    note: Option<String>,
    basis: Vec<Basis>,
}

/// `/{language}/organ/{id}?on=…`.
pub async fn show(
    Stored(state): Stored<State>,
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let index = register.organ(&id).map_err(|refused| {
        let said = said::refusal(w, register, &register::ask::Facts::none(), &refused);
        Trouble::nothing_there(&visit, format!("{} {}", said.what, said.todo).trim().to_owned())
    })?;
    let mut reading = Reading::new(&visit, register);
    let on = reading.day("on", visit.today);
    let telling = Telling::new(register, w);
    let organ = register.resolved.organs.at(index);
    let title = said::organ_name(w, register, index).to_owned();
    let there = organ.period.contains(on);
    let borne = |role| if there { telling.borne(index, on, role) } else { Vec::new() };
    let (leads, beside) = (borne(Role::Lead), borne(Role::Beside));
    let chain = if there { register.chain(index, on) } else { register::ask::Chain::default() };
    let ties = |links: &[register::ask::Link]| links.iter().map(|link| tie(&telling, link, on)).collect();
    let frame = reading.framed(Frame::new(&visit, Some(Section::Organs), title.clone()));
    let template = OrganPage {
        frame,
        breadcrumb: Breadcrumb {
            w,
            steps: vec![Link::to(w.frame_organs(), visit.href(&format!("/organ?on={on}"))), Link::plain(title)],
        },
        errors: reading.summary(),
        form: Form {
            action: visit.href(&format!("/organ/{}", crate::shell::encoded(&organ.id))),
            hidden: Vec::new(),
            fields: vec![reading.day_field("on", w.organ_day(), on)],
            button: w.organ_show_day().to_owned(),
        },
        names: names(&telling, index),
        exists: telling.period(organ.period),
        basis: telling.bases(&organ.basis),
        after: organ.succeeded_by.iter().map(|name| named(&telling, name, on)).collect(),
        before: before(&telling, index, on),
        notices: notices(&telling, index, on),
        duties: vec![
            Duties { title: w.organ_leads(&leads.len().to_string()), none: w.organ_leads_none(), list: leads },
            Duties { title: w.organ_beside(&beside.len().to_string()), none: w.organ_beside_none(), list: beside },
        ],
        areas: areas(&telling, index, on),
        chain: vec![
            Ties { title: w.organ_above(), none: w.organ_above_none(), list: ties(&chain.above) },
            Ties { title: w.organ_below(), none: w.organ_below_none(), list: ties(&chain.below) },
        ],
    };
    Ok(reading.answer(page(&visit, &template)?))
}

/// Its names in every language; what is missing is said to be missing.
fn names(telling: &Telling<'_>, index: OrganIndex) -> Vec<(&'static str, &'static str, String)> {
    let organ = telling.register.resolved.organs.at(index);
    let all = Language::ALL.into_iter().map(|language| {
        let name = organ.names.exactly(said::register_language(language));
        let said = if name.is_empty() { telling.w.organ_name_missing().to_owned() } else { name.to_owned() };
        let spoken = if name.is_empty() { telling.w.language() } else { language };
        (language.words().language_name(), spoken.code(), said)
    });
    all.collect()
}

/// An organ, or a kind of organ, by the word the register uses.
fn named(telling: &Telling<'_>, name: &str, on: Date) -> Link {
    let organs = &telling.register.resolved.organs;
    if let Some(organ) = organs.index(name) {
        return telling.organ(organ, organs.at(organ).period.from.map_or(on, |from| from.max(on)));
    }
    match organs.kind(name).and_then(|kind| organs.kinds.get(usize::from(kind))) {
        Some(kind) => Link::plain(telling.text(&kind.names)),
        None => Link::plain(name),
    }
}

/// The organs, or kinds of organ, that it came after.
fn before(telling: &Telling<'_>, index: OrganIndex, on: Date) -> Vec<Link> {
    let organs = &telling.register.resolved.organs;
    let organ = organs.at(index);
    let earlier = organs.organs.iter().zip(0..).filter(|(one, _)| one.succeeded_by.contains(&organ.id));
    let mut links: Vec<Link> = earlier
        .map(|(one, at)| {
            let last = one.period.last_day();
            telling.organ(at, last.map_or(on, |last| last.min(on)))
        })
        .collect();
    let kinds = organs.kinds.iter().filter(|kind| kind.id != organ.kind && kind.succeeded_by.contains(&organ.kind));
    if links.is_empty() {
        links.extend(kinds.map(|kind| Link::plain(telling.text(&kind.names))));
    }
    links
}

fn notices(telling: &Telling<'_>, index: OrganIndex, on: Date) -> Vec<Notice> {
    let w = telling.w;
    let organ = telling.register.resolved.organs.at(index);
    let level = |notice: Notice| Notice { level: 2, ..notice };
    let text = |text: &register::source::Text| telling.text(text).to_owned();
    let mut all = Vec::new();
    if !organ.period.contains(on) {
        let exists = telling.period(organ.period).unwrap_or_default();
        let mut body = vec![w.organ_not_there(&w.day(on), &exists)];
        body.extend(organ.ended.as_ref().map(text));
        all.push(level(Notice::amber(w.organ_not_there_title(), body)));
    }
    if let Some(why) = &organ.independent {
        all.push(level(Notice::plain(w.organ_independent(), vec![text(why)])));
    }
    if let Some(note) = &organ.names_note {
        all.push(level(Notice::plain(w.organ_names_note(), vec![text(note)])));
    }
    if let Some(note) = &organ.note {
        all.push(level(Notice::plain(w.organ_note(), vec![text(note)])));
    }
    all
}

fn areas(telling: &Telling<'_>, index: OrganIndex, on: Date) -> Vec<AreaShown> {
    let register = telling.register;
    let shown = register.area_of(index, on).into_iter().map(|(map, members)| {
        let mut municipalities: Vec<Link> = members
            .into_iter()
            .map(|one| {
                let code = &register.resolved.territory.at(one).code;
                Link::to(telling.municipality(one), telling.href(&format!("/municipality/{code}?on={on}")))
            })
            .collect();
        municipalities.sort_by(|one, other| telling.w.order(&one.text, &other.text));
        AreaShown { title: telling.text(&register.resolved.territory.maps[map].title).to_owned(), municipalities }
    });
    shown.collect()
}

fn tie(telling: &Telling<'_>, link: &register::ask::Link, on: Date) -> Tie {
    let relation = &telling.register.resolved.organs.relations[link.relation];
    let mut organs: Vec<Link> = link.organs.iter().map(|organ| telling.organ(*organ, on)).collect();
    organs.sort_by(|one, other| telling.w.order(&one.text, &other.text));
    let tags = telling::certainties(relation.certainty, register::resolved::Status::Verified);
    Tie {
        verb: telling.verbs(relation.verb, &[]),
        organs,
        matter: relation.matter.as_ref().map(|text| telling.text(text).to_owned()),
        period: telling.period(relation.period),
        tags: tags.into_iter().map(|tag| tag.title(telling.w).to_owned()).collect(),
        note: relation.note.as_ref().map(|text| telling.text(text).to_owned()),
        basis: telling.short_bases(&relation.basis),
    }
}
