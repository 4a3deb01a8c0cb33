//! Everything in the register that cites something, with what it cites.

use register::resolved::{Citation, Clause, Role};

use crate::components::Link;
use crate::register::Telling;
use crate::said::organ_short_name;

/// Something that rests on a provision.
#[derive(Debug, Clone, PartialEq)]
pub struct Rests {
    /// What it belongs to: a duty, an organ, a day.
    pub on: Link,
    /// "TE-byrån ordnar", "Tidsfrist: …"
    pub what: String,
    /// When it holds.
    pub period: Option<String>,
    /// Moment and point, where the citation names them.
    pub places: Vec<String>,
}

impl Rests {
    /// Whether both tell the same.
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.on, &self.what, &self.period) == (&other.on, &other.what, &other.period)
    }
}

/// Every citation of the register, with what rests on it.
pub fn citations<'a>(telling: &'a Telling<'a>) -> impl Iterator<Item = (Citation, Rests)> + 'a {
    duties(telling).chain(organs(telling)).chain(areas(telling)).chain(days(telling))
}

/// One thing with each of its citations.
fn each(telling: &Telling<'_>, rests: &Rests, basis: &[Citation]) -> Vec<(Citation, Rests)> {
    let language = crate::said::register_language(telling.w.language());
    basis
        .iter()
        .map(|citation| {
            let inner = Citation { section: None, ..citation.clone() }.section_text(language);
            let places = Some(inner.trim().to_owned()).filter(|said| !said.is_empty());
            (citation.clone(), Rests { places: places.into_iter().collect(), ..rests.clone() })
        })
        .collect()
}

fn duties<'a>(telling: &'a Telling<'a>) -> impl Iterator<Item = (Citation, Rests)> + 'a {
    let w = telling.w;
    telling.register.resolved.duties.iter().flat_map(move |duty| {
        let on = Link::to(telling.text(&duty.title), telling.duty_href(&duty.id));
        let rests =
            |what: String, period| Rests { on: on.clone(), what, period: telling.period(period), places: Vec::new() };
        let mut all = Vec::new();
        for clause in duty.lead.iter().chain(&duty.beside) {
            all.extend(each(telling, &rests(said(telling, clause), clause.period), &clause.basis));
        }
        for limit in &duty.limits {
            let what = w.source_limit(&telling.length(limit.budget), telling.text(&limit.title));
            all.extend(each(telling, &rests(what, limit.period), &limit.basis));
        }
        for one in &duty.retention {
            let what = w.source_retention(&telling.length(one.budget), telling.text(&one.title));
            all.extend(each(telling, &rests(what, one.period), &one.basis));
        }
        for one in &duty.contents {
            all.extend(each(telling, &rests(w.source_content(telling.text(&one.title)), one.period), &one.basis));
        }
        for one in &duty.results {
            all.extend(each(telling, &rests(w.source_result(telling.text(&one.title)), one.period), &one.basis));
        }
        for one in &duty.amounts {
            all.extend(each(telling, &rests(w.source_amount(telling.text(&one.title)), one.period), &one.basis));
        }
        for one in &duty.notes {
            all.extend(each(telling, &rests(w.source_note(telling.text(&one.text)), one.period), &one.basis));
        }
        all
    })
}

fn said(telling: &Telling<'_>, clause: &Clause) -> String {
    let w = telling.w;
    match clause.role {
        Role::Nobody => w.source_nobody(clause.why.as_ref().map(|why| telling.text(why)).unwrap_or_default()),
        Role::Lead => w.source_lead(&telling.bearer(clause), &telling.verbs(clause.verb, &clause.also)),
        Role::Beside => w.source_beside(&telling.bearer(clause), &telling.verbs(clause.verb, &clause.also)),
    }
}

fn organs<'a>(telling: &'a Telling<'a>) -> impl Iterator<Item = (Citation, Rests)> + 'a {
    let w = telling.w;
    let organs = &telling.register.resolved.organs;
    let name = |word: &str| match (organs.index(word), organs.kind(word)) {
        (Some(organ), _) => organ_short_name(w, telling.register, organ).to_owned(),
        (None, Some(kind)) => telling.text(&organs.kinds[usize::from(kind)].names).to_owned(),
        (None, None) => word.to_owned(),
    };
    let named = organs.organs.iter().zip(0..).flat_map(move |(organ, index)| {
        let on = Link::to(
            organ_short_name(w, telling.register, index),
            telling.href(&format!("/organ/{}", crate::shell::encoded(&organ.id))),
        );
        let what = w.source_organ().to_owned();
        each(telling, &Rests { on, what, period: telling.period(organ.period), places: Vec::new() }, &organ.basis)
    });
    let relations = organs.relations.iter().flat_map(move |relation| {
        let (from, to) = (name(&relation.from_name), name(&relation.to_name));
        let tie = w.appendix_tie(&from, &to, &telling.verbs(relation.verb, &[]));
        let what = match &relation.matter {
            Some(matter) => w.appendix_tie_matter(telling.text(matter), &tie),
            None => tie,
        };
        let on = match organs.index(&relation.from_name) {
            Some(_) => Link::to(&from, telling.href(&format!("/organ/{}", crate::shell::encoded(&relation.from_name)))),
            None => Link::plain(from),
        };
        each(telling, &Rests { on, what, period: telling.period(relation.period), places: Vec::new() }, &relation.basis)
    });
    named.chain(relations)
}

fn areas<'a>(telling: &'a Telling<'a>) -> impl Iterator<Item = (Citation, Rests)> + 'a {
    let w = telling.w;
    let resolved = &telling.register.resolved;
    let maps = resolved.territory.maps.iter().flat_map(move |map| {
        map.areas.iter().flat_map(move |area| {
            let on = Link::plain(telling.text(&map.title));
            let what = w.source_area().to_owned();
            each(telling, &Rests { on, what, period: telling.period(area.period), places: Vec::new() }, &area.basis)
        })
    });
    let instruments = resolved.instruments.iter().flat_map(move |one| {
        let on = Link::plain(telling.text(&one.title));
        let what = w.source_instrument(telling.text(&resolved.slots[usize::from(one.slot)].title));
        each(telling, &Rests { on, what, period: telling.period(one.period), places: Vec::new() }, &one.basis)
    });
    maps.chain(instruments)
}

fn days<'a>(telling: &'a Telling<'a>) -> impl Iterator<Item = (Citation, Rests)> + 'a {
    let resolved = &telling.register.resolved;
    let changes = resolved.cutovers.iter().flat_map(move |change| {
        let on = Link::plain(telling.w.day(change.day));
        let what = telling.text(&change.title).to_owned();
        each(telling, &Rests { on, what, period: None, places: Vec::new() }, &change.basis)
    });
    let moves = resolved.reorganisations.iter().flat_map(move |one| {
        one.moves.iter().flat_map(move |moved| {
            let on = Link::plain(telling.w.day(one.day));
            let what = moved.scope.as_ref().map_or_else(|| telling.text(&one.title), |scope| telling.text(scope));
            each(telling, &Rests { on, what: what.to_owned(), period: None, places: Vec::new() }, &moved.basis)
        })
    });
    changes.chain(moves)
}
