//! The division written out for a municipality, a region or a set of municipalities, on a day, ready to print.

use askama::Template;
use axum::extract::State as Stored;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use register::ask::Refusal;

use super::reading::{Form, Reading};
use crate::State;
use crate::appendix::{Appendix, Body, appendix_in};
use crate::components::{ErrorSummary, Link};
use crate::shell::{Frame, Section, Trouble, Visit, page};

#[derive(Template)]
#[template(path = "register/appendix/page.html")]
struct AppendixPage<'a> {
    frame: Frame,
    errors: ErrorSummary,
    form: Form,
    examples: Vec<Link>,
    text: Option<Shown<'a>>,
}

struct Shown<'a> {
    appendix: &'a Appendix,
    body: Body<'a>,
    markdown: String,
}

/// `/{language}/appendix?in=forssa&on=2021-06-01`, with `&format=md` as Markdown.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let mut reading = Reading::new(&visit, register);
    let on = reading.day("on", visit.today);
    let written = match visit.address.value("in") {
        Some(word) => appendix_in(register, word, on, visit.language()).map(Some),
        None => Ok(None),
    };
    let text = match written {
        Ok(text) => text,
        Err(refused) => {
            let field = if matches!(refused, Refusal::BeforeBegins { .. }) { "on" } else { "in" };
            reading.refuse(field, &refused);
            None
        }
    };
    if let (Some(text), Some("md"), true) = (&text, visit.address.value("format"), reading.is_sound()) {
        return Ok(([(header::CONTENT_TYPE, "text/markdown; charset=utf-8")], text.markdown()).into_response());
    }
    let title = text.as_ref().map_or_else(|| w.appendix_title().to_owned(), Appendix::title);
    let mut place = reading.municipality_field("in", w.appendix_place(), w.appendix_place_hint(), on);
    if let Some(text) = &text {
        place.value.clone_from(&text.place);
    }
    let regions = register.resolved.territory.regions.iter();
    let mut offered: Vec<String> =
        regions.map(|region| region.names.get(crate::said::register_language(visit.language())).to_owned()).collect();
    offered.append(&mut place.offers);
    place.offers = offered;
    let form = Form {
        action: visit.href("/appendix"),
        hidden: Vec::new(),
        fields: vec![place, reading.day_field("on", w.appendix_on(), on)],
        button: w.appendix_show().to_owned(),
    };
    let shown = text.as_ref().filter(|_| reading.is_sound()).map(|appendix| Shown {
        appendix,
        body: Body { appendix, linked: true },
        markdown: visit.address.with("format", "md").href(visit.language()),
    });
    let examples = if text.is_some() { Vec::new() } else { examples(&visit, register) };
    let frame = reading.framed(Frame::new(&visit, Some(Section::Appendix), title));
    let shown = page(&visit, &AppendixPage { frame, errors: reading.summary(), form, examples, text: shown })?;
    Ok(reading.answer(shown))
}

/// Places to begin with: the named sets of municipalities, and the first regions.
fn examples(visit: &Visit, register: &register::Register) -> Vec<Link> {
    let language = crate::said::register_language(visit.language());
    let territory = &register.resolved.territory;
    let named = |code: &str| code.parse::<u16>().is_err();
    let (sets, regions): (Vec<_>, Vec<_>) = territory.regions.iter().partition(|region| named(&region.code));
    let days = [register.resolved.cutovers.iter().map(|change| change.day).filter(|day| *day <= visit.today).max()];
    let mut links = Vec::new();
    for region in sets.into_iter().chain(regions.into_iter().take(4)) {
        for on in days.into_iter().flatten() {
            let to = visit.address.at("/appendix").with("in", &region.code).with("on", &on.to_string());
            let text = visit.w.appendix_example(&visit.w.day(on), region.names.get(language));
            links.push(Link::to(text, to.href(visit.language())));
        }
    }
    links
}
