//! The municipalities of a day, by region, found by name; and those that became part of another.

use askama::Template;
use axum::extract::State as Stored;
use axum::response::Response;
use register::resolved::MunicipalityIndex;

use super::Telling;
use super::reading::{Form, Reading};
use crate::State;
use crate::components::{Breadcrumb, ErrorSummary, Link};
use crate::shell::{Frame, Section, Trouble, Visit, page};
use crate::words::folded;

#[derive(Template)]
#[template(path = "register/municipalities/page.html")]
struct MunicipalitiesPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    errors: ErrorSummary,
    form: Form,
    found: Option<String>,
    regions: Vec<(String, Vec<Link>)>,
    merged: Vec<(Link, String)>,
}

/// `/{language}/municipality?q=…&on=…`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let mut reading = Reading::new(&visit, register);
    let on = reading.day("on", visit.today);
    let wanted = visit.address.value("q").unwrap_or_default();
    let territory = &register.resolved.territory;
    let telling = Telling::new(register, w);
    let link = |index: MunicipalityIndex| {
        let code = &territory.at(index).code;
        Link::to(telling.municipality(index), visit.href(&format!("/municipality/{code}?on={on}")))
    };
    let fits = |index: MunicipalityIndex| {
        let one = territory.at(index);
        let wanted = folded(wanted);
        [&one.names.fi, &one.names.sv, &one.code].into_iter().any(|name| folded(name).contains(wanted.trim()))
    };
    let there: Vec<MunicipalityIndex> = register.municipalities_on(on).filter(|one| fits(*one)).collect();
    let gone = (0..).zip(&territory.municipalities).filter(|(at, one)| !one.period.contains(on) && fits(*at));
    let merged = gone.filter_map(|(at, one)| {
        let into = telling.municipality(one.merged_into?).to_owned();
        Some((link(at), w.municipality_became(&one.period.until.map(|day| w.day(day)).unwrap_or_default(), &into)))
    });
    let regions = territory.regions.iter().map(|region| {
        let here = there.iter().copied().filter(|one| territory.at(*one).region == region.code);
        let mut links: Vec<Link> = here.map(link).collect();
        links.sort_by(|one, other| w.order(&one.text, &other.text));
        (telling.text(&region.names).to_owned(), links)
    });
    let mut regions: Vec<(String, Vec<Link>)> = regions.filter(|(_, links)| !links.is_empty()).collect();
    regions.sort_by(|one, other| w.order(&one.0, &other.0));
    let found = (!wanted.is_empty()).then(|| match there.len() {
        0 => w.municipality_found_none(wanted),
        count => w.municipality_found(count, wanted),
    });
    let title = w.municipality_list_title(&w.day(on));
    let search = reading.field("q", w.municipality_search(), wanted.to_owned());
    let template = MunicipalitiesPage {
        breadcrumb: Breadcrumb {
            w,
            steps: vec![Link::to(w.frame_organs(), visit.href(&format!("/organ?on={on}"))), Link::plain(&title)],
        },
        frame: reading.framed(Frame::new(&visit, Some(Section::Organs), title)),
        errors: reading.summary(),
        form: Form {
            action: visit.href("/municipality"),
            hidden: Vec::new(),
            fields: vec![search, reading.day_field("on", w.organ_day(), on)],
            button: w.municipality_show().to_owned(),
        },
        found,
        regions,
        merged: merged.collect(),
    };
    Ok(reading.answer(page(&visit, &template)?))
}
