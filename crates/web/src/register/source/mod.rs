//! One source: its names, when it is in force, and everything of the register that rests on each of its sections.

mod resting;

use askama::Template;
use axum::extract::{Path, State as Stored};
use axum::response::Response;
use register::resolved::Citation;

use super::Telling;
use crate::State;
use crate::components::{Breadcrumb, Link, Notice};
use crate::said;
use crate::shell::{Frame, Trouble, Visit, encoded, page};
use crate::words::Language;
pub use resting::{Rests, citations};

#[derive(Template)]
#[template(path = "register/source/page.html")]
struct SourcePage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    names: Vec<(&'static str, &'static str, String)>,
    facts: Vec<(&'static str, String)>,
    amends: Option<Link>,
    address: Option<String>,
    notice: Option<Notice>,
    /// One section is shown: the way to all of them.
    whole: Option<Link>,
    sections: Vec<SectionShown>,
}

struct SectionShown {
    anchor: String,
    title: String,
    /// Each duty, organ or day once, with all that rests on the section.
    things: Vec<(Link, Vec<Rests>)>,
}

/// `/{language}/source/{id}?section=…`; the id holds a slash, as in `1386/2010`.
pub async fn show(
    Stored(state): Stored<State>,
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let found = (0..).zip(&register.resolved.sources).find(|(_, source)| source.id == id);
    let Some((index, source)) = found else {
        return Err(Trouble::nothing_there(&visit, w.source_unknown(&id)));
    };
    let telling = Telling::new(register, w);
    let wanted = visit.address.value("section");
    let mut resting: Vec<(Citation, Rests)> = citations(&telling)
        .filter(|(citation, _)| citation.source == index)
        .filter(|(citation, _)| wanted.is_none_or(|wanted| citation.section.as_deref() == Some(wanted)))
        .collect();
    if let (Some(wanted), true) = (wanted, resting.is_empty()) {
        return Err(Trouble::nothing_there(&visit, w.source_unknown_section(wanted, telling.text(&source.names))));
    }
    resting.sort_by_key(|(citation, _)| order(citation));
    let language = said::register_language(visit.language());
    let mut sections: Vec<SectionShown> = Vec::new();
    for (citation, rests) in resting {
        let whole = Citation { moment: None, point: None, ..citation };
        let title = match &whole.section {
            Some(_) => whole.section_text(language),
            None => w.source_whole().to_owned(),
        };
        if sections.last().is_none_or(|last| last.title != title) {
            let number = whole.section.as_deref().unwrap_or("all").replace(' ', "-");
            sections.push(SectionShown { anchor: format!("s-{}", encoded(&number)), title, things: Vec::new() });
        }
        if let Some(last) = sections.last_mut() {
            last.add(rests);
        }
    }
    let title = telling.text(&source.names).to_owned();
    let mut facts = vec![(w.source_number(), source.id.clone())];
    facts.extend(
        telling.period(calendar::Period::new(source.from, source.until)).map(|said| (w.source_in_force(), said)),
    );
    let names = Language::ALL.into_iter().map(|language| {
        let name = source.names.exactly(said::register_language(language));
        if name.is_empty() {
            (language.words().language_name(), w.language().code(), w.source_name_missing().to_owned())
        } else {
            (language.words().language_name(), language.code(), name.to_owned())
        }
    });
    let template = SourcePage {
        breadcrumb: Breadcrumb {
            w,
            steps: vec![Link::to(w.source_list_title(), visit.href("/source")), Link::plain(&source.id)],
        },
        frame: Frame::new(&visit, None, capital(&title)),
        names: names.collect(),
        facts,
        amends: source.amends.as_ref().map(|id| Link::to(id, visit.href(&format!("/source/{id}")))),
        address: source.address(language).map(str::to_owned),
        notice: source
            .note
            .as_ref()
            .map(|note| Notice { level: 2, ..Notice::plain(w.organ_note(), vec![telling.text(note).to_owned()]) }),
        whole: wanted.map(|_| Link::to(w.source_all_sections(), visit.href(&format!("/source/{}", source.id)))),
        sections,
    };
    page(&visit, &template)
}

impl SectionShown {
    /// The same thing cited by several moments of one section is told once.
    fn add(&mut self, rests: Rests) {
        let Some((_, list)) = self.things.iter_mut().find(|(on, _)| *on == rests.on) else {
            self.things.push((rests.on.clone(), vec![rests]));
            return;
        };
        match list.iter_mut().find(|known| known.is_same(&rests)) {
            Some(known) => known.places.extend(rests.places),
            None => list.push(rests),
        }
    }
}

/// Sections as the act has them: 9 before 10, 10 before 10 a; the act as a whole first.
fn order(citation: &Citation) -> (u32, String, Option<u8>, Option<u8>) {
    let section = citation.section.as_deref().unwrap_or_default();
    let number: String = section.chars().take_while(char::is_ascii_digit).collect();
    (number.parse().unwrap_or_default(), section.to_owned(), citation.moment, citation.point)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
