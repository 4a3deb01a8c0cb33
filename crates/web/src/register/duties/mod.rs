//! The list of duties, with a search over the words people use.

use askama::Template;
use axum::extract::State as Stored;
use axum::response::Response;

use crate::State;
use crate::components::Field;
use crate::register::Telling;
use crate::register::who::steps::{Entry, Group, found, groups, hits, search_field};
use crate::shell::{Frame, Section, Trouble, Visit, page};

#[derive(Debug, Template)]
#[template(path = "register/duties/page.html")]
struct DutiesPage {
    frame: Frame,
    search: Field,
    action: String,
    found: Option<String>,
    hits: Vec<Entry>,
    groups: Vec<Group>,
}

/// `/{language}/duty?q=`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let words = visit.address.value("q");
    let telling = Telling::new(register, w);
    let link = |duty: &register::resolved::Duty| telling.duty_href(&duty.id);
    let hits = words.map(|words| hits(&visit, register, words, link)).unwrap_or_default();
    page(
        &visit,
        &DutiesPage {
            frame: Frame::new(&visit, Some(Section::Duties), w.duty_list_title()),
            search: Field { label: w.duty_search().to_owned(), ..search_field(&visit, words.unwrap_or_default()) },
            action: visit.href("/duty"),
            found: words.map(|words| found(&visit, words, hits.len())),
            hits,
            groups: groups(&visit, register, link),
        },
    )
}
