//! The whole division as one drawing, for a day and a municipality; the same as a list with links, which is what a phone
//! and a screen reader get.

mod drawing;
mod layout;

use askama::Template;
use axum::extract::State as Stored;
use axum::response::Response;
use calendar::Date;
use register::ask::{Division, DivisionOrgan};
use register::resolved::{MunicipalityIndex, OrganIndex, Role};
use register::source::Level;

use super::Telling;
use super::reading::{Form, Reading};
use crate::State;
use crate::components::{Band, Bearing, Card, Chain, ErrorSummary, Link, Tie};
use crate::said::organ_short_name;
use crate::shell::{Frame, Section, Trouble, Visit, page};
use crate::words::Words;
use drawing::{BandDrawn, CardDrawn, Drawing, Line};

#[derive(Template)]
#[template(path = "register/picture/page.html")]
struct PicturePage {
    frame: Frame,
    errors: ErrorSummary,
    form: Form,
    said: String,
    drawing: Drawing,
    list: Chain,
    lead: crate::components::Mark,
    beside: crate::components::Mark,
    nobody: Vec<Link>,
}

/// Ties that are drawn as lines; the others are told as sentences only.
const DRAWN: [(&str, bool); 3] = [("steer", false), ("steer-performance", false), ("supervise", true)];

/// `/{language}/picture?in=…&on=…`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let mut reading = Reading::new(&visit, register);
    let on = reading.day("on", visit.today);
    let asked = reading.municipality("in", on);
    let telling = Telling::new(register, w);
    let Some(place) = asked.or_else(|| first(&telling, on)) else { return Err(Trouble::not_found(&visit)) };
    let division = register.division(&[place], on);
    let bands = bands(&telling, &division);
    let (leads, organs) = (count(&division), division.levels.iter().map(|(_, organs)| organs.len()).sum::<usize>());
    let name = telling.municipality(place).to_owned();
    let mut place_field = reading.municipality_field("in", w.picture_place(), w.picture_place_hint(), on);
    if asked.is_some() || visit.address.value("in").is_none() {
        place_field.value.clone_from(&name);
    }
    let form = Form {
        action: visit.href("/picture"),
        hidden: Vec::new(),
        fields: vec![place_field, reading.day_field("on", w.picture_day(), on)],
        button: w.picture_show().to_owned(),
    };
    let said = w.picture_said(&w.day(on), leads, organs, &name);
    let title = w.picture_title_in(&w.day(on), &name);
    let lines = lines(&telling, &division);
    let template = PicturePage {
        frame: reading.framed(Frame::new(&visit, Some(Section::Picture), title.clone())),
        errors: reading.summary(),
        form,
        drawing: Drawing::new(w, title, said.clone(), bands, &lines),
        list: list(&telling, &division),
        said,
        lead: Bearing::Lead.mark(),
        beside: Bearing::Beside.mark(),
        nobody: division
            .nobody
            .iter()
            .map(|duty| &register.resolved.duties[usize::from(*duty)])
            .map(|duty| Link::to(telling.text(&duty.title), telling.duty_href(&duty.id)))
            .collect(),
    };
    Ok(reading.answer(page(&visit, &template)?))
}

/// The municipality shown when none is asked for: the first of the first set that people speak of, else of all.
fn first(telling: &Telling<'_>, on: Date) -> Option<MunicipalityIndex> {
    let register = telling.register;
    let sets = register.resolved.territory.regions.iter().filter(|region| region.code.parse::<u16>().is_err());
    let mut there = sets.flat_map(|region| region.municipalities.iter().copied());
    there
        .find(|one| register.resolved.territory.at(*one).period.contains(on))
        .or_else(|| register.municipalities_on(on).next())
}

/// How many duties somebody answers for.
fn count(division: &Division) -> usize {
    let entries = division.levels.iter().flat_map(|(_, organs)| organs).flat_map(|organ| &organ.entries);
    let mut duties: Vec<u16> = entries.filter(|entry| entry.role == Role::Lead).map(|entry| entry.duty).collect();
    duties.sort_unstable();
    duties.dedup();
    duties.len()
}

fn level(w: &'static Words, level: Level) -> &'static str {
    match level {
        Level::State => w.component_state(),
        Level::Regional => w.component_regional(),
        Level::Local => w.component_local(),
        Level::Person => w.component_person(),
    }
}

/// The organs of a level in the order of their kinds; those that only stand beside come last.
fn in_order<'d>(telling: &Telling<'_>, organs: &'d [DivisionOrgan]) -> Vec<&'d DivisionOrgan> {
    let all = &telling.register.resolved.organs;
    let mut sorted: Vec<&DivisionOrgan> = organs.iter().collect();
    sorted.sort_by_key(|one| {
        let leads = one.entries.iter().any(|entry| entry.role == Role::Lead);
        (!leads, all.kind(&all.at(one.organs[0]).kind), one.organs[0])
    });
    sorted
}

fn titles(telling: &Telling<'_>, organ: &DivisionOrgan, role: Role) -> Vec<Link> {
    let entries = organ.entries.iter().filter(|entry| entry.role == role);
    let duties = entries.map(|entry| &telling.register.resolved.duties[usize::from(entry.duty)]);
    let mut links: Vec<Link> =
        duties.map(|duty| Link::to(telling.text(&duty.title), telling.duty_href(&duty.id))).collect();
    links.sort_by(|one, other| telling.w.order(&one.text, &other.text));
    links
}

fn bands(telling: &Telling<'_>, division: &Division) -> Vec<BandDrawn> {
    let w = telling.w;
    let drawn = division.levels.iter().map(|(of, organs)| BandDrawn {
        title: level(w, *of).to_owned(),
        cards: in_order(telling, organs)
            .into_iter()
            .map(|organ| {
                let beside = organ.entries.iter().filter(|entry| entry.role == Role::Beside).count();
                CardDrawn {
                    organ: organ.organs[0],
                    name: organ_short_name(w, telling.register, organ.organs[0]).to_owned(),
                    duties: titles(telling, organ, Role::Lead).into_iter().map(|link| link.text).collect(),
                    beside: (beside > 0).then(|| w.picture_beside(beside)),
                }
            })
            .collect(),
    });
    drawn.collect()
}

/// Who steers or supervises whom among those in the drawing.
fn lines(telling: &Telling<'_>, division: &Division) -> Vec<Line> {
    let register = telling.register;
    let there: Vec<OrganIndex> =
        division.levels.iter().flat_map(|(_, organs)| organs).map(|organ| organ.organs[0]).collect();
    let mut lines: Vec<Line> = Vec::new();
    for to in &there {
        for link in register.chain(*to, division.on).above {
            let verb = register.resolved.organs.relations[link.relation].verb;
            let word = register.resolved.words.verbs[usize::from(verb)].id.as_str();
            let Some((_, supervises)) = DRAWN.iter().find(|(drawn, _)| *drawn == word) else { continue };
            for from in link.organs.iter().filter(|from| there.contains(from)) {
                let line = Line { from: *from, to: *to, supervises: *supervises };
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
    }
    lines
}

fn list(telling: &Telling<'_>, division: &Division) -> Chain {
    let w = telling.w;
    let there: Vec<OrganIndex> =
        division.levels.iter().flat_map(|(_, organs)| organs).map(|organ| organ.organs[0]).collect();
    let bands = division.levels.iter().map(|(of, organs)| Band {
        title: level(w, *of).to_owned(),
        cards: in_order(telling, organs)
            .into_iter()
            .map(|organ| {
                let of_role = |role, bearing| {
                    titles(telling, organ, role).into_iter().map(move |link| (bearing, link)).collect::<Vec<_>>()
                };
                let mut lines = of_role(Role::Lead, Bearing::Lead);
                lines.extend(of_role(Role::Beside, Bearing::Beside));
                Card { heading: telling.organ(organ.organs[0], division.on), lines }
            })
            .collect(),
        ties: organs.iter().flat_map(|organ| ties(telling, organ.organs[0], &there, division.on)).collect(),
    });
    Chain { bands: bands.collect(), level: 3 }
}

/// Whom an organ steers, supervises and advises among those in the picture, as sentences.
fn ties(telling: &Telling<'_>, from: OrganIndex, there: &[OrganIndex], on: Date) -> Vec<Tie> {
    let (w, register) = (telling.w, telling.register);
    let name = |organ: OrganIndex| organ_short_name(w, register, organ);
    let mut said: Vec<Tie> = Vec::new();
    for link in register.chain(from, on).below {
        let relation = &register.resolved.organs.relations[link.relation];
        let to: Vec<&str> = link.organs.iter().filter(|one| there.contains(one)).map(|one| name(*one)).collect();
        if to.is_empty() {
            continue;
        }
        let tie = w.appendix_tie(name(from), &w.list(&to), &telling.verbs(relation.verb, &[]));
        let sentence = match &relation.matter {
            Some(matter) => w.appendix_tie_matter(telling.text(matter), &tie),
            None => tie,
        };
        if said.iter().all(|one| one.sentence != sentence) {
            said.push(Tie { sentence, href: telling.organ(from, on).href });
        }
    }
    said
}
