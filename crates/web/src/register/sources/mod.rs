//! Everything the register rests on: acts, decrees and other texts, with how much rests on each.

use askama::Template;
use axum::extract::State as Stored;
use axum::response::Response;
use register::resolved::Source;

use super::Telling;
use super::source::citations;
use crate::State;
use crate::components::Link;
use crate::shell::{Frame, Trouble, Visit, page};
use crate::words::Words;

#[derive(Template)]
#[template(path = "register/sources/page.html")]
struct SourcesPage {
    frame: Frame,
    groups: Vec<(&'static str, Vec<Entry>)>,
}

struct Entry {
    link: Link,
    period: Option<String>,
    rests: String,
}

/// `/{language}/source`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let telling = Telling::new(register, w);
    let mut counts = vec![0_usize; register.resolved.sources.len()];
    for (citation, _) in citations(&telling) {
        if let Some(count) = counts.get_mut(usize::from(citation.source)) {
            *count += 1;
        }
    }
    let mut groups: Vec<(&'static str, Vec<Entry>)> = Vec::new();
    for (source, count) in register.resolved.sources.iter().zip(counts) {
        let title = kind(w, source);
        let entry = Entry {
            link: Link::to(telling.text(&source.names), visit.href(&format!("/source/{}", source.id))),
            period: telling.period(calendar::Period::new(source.from, source.until)),
            rests: w.source_rests(count),
        };
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((title, vec![entry])),
        }
    }
    let template = SourcesPage { frame: Frame::new(&visit, None, w.source_list_title()), groups };
    page(&visit, &template)
}

/// What kind of text it is, in words.
fn kind(w: &'static Words, source: &Source) -> &'static str {
    match source.kind.as_str() {
        "act" => w.source_kind_act(),
        "decree" => w.source_kind_decree(),
        "programme" => w.source_kind_programme(),
        _ => w.source_kind_other(),
    }
}
