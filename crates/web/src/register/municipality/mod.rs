//! Who is who for one municipality on a day: its organ by each map, how sure that is, and who leads on the path.

use askama::Template;
use axum::extract::{Path, State as Stored};
use axum::response::{IntoResponse as _, Redirect, Response};
use calendar::Date;
use register::ask::Facts;
use register::resolved::{Clause, MunicipalityIndex, OrganIndex, Role, Status, Subject};
use register::source::Level;

use super::Telling;
use super::borne::BorneClause;
use super::reading::{Form, Reading};
use crate::State;
use crate::components::{Basis, Breadcrumb, ErrorSummary, Link, Notice};
use crate::said;
use crate::shell::{Frame, Section, Trouble, Visit, page};

#[derive(Template)]
#[template(path = "register/municipality/page.html")]
struct MunicipalityPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    errors: ErrorSummary,
    form: Form,
    facts: Vec<(&'static str, String)>,
    notice: Option<Notice>,
    successor: Option<Link>,
    organs: Vec<ByMap>,
    path: Vec<OnPath>,
    more: Vec<Link>,
}

/// An organ that a map (or a local instrument) gives the municipality.
struct ByMap {
    map: String,
    organ: Link,
    unsure: Option<&'static str>,
    note: Option<String>,
    source: Option<String>,
    basis: Vec<Basis>,
}

/// A duty of the person's path with those who may lead it here.
struct OnPath {
    duty: Link,
    ask: String,
    leads: Vec<Leads>,
}

struct Leads {
    who: Link,
    nobody: bool,
    clauses: Vec<BorneClause>,
}

/// `/{language}/municipality/{code}?on=…`; a name leads to its code.
pub async fn show(
    Stored(state): Stored<State>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let index = register.municipality_ever(&word).map_err(|refused| {
        let said = said::refusal(w, register, &Facts::none(), &refused);
        Trouble::nothing_there(&visit, format!("{} {}", said.what, said.todo).trim().to_owned())
    })?;
    let one = register.resolved.territory.at(index);
    if one.code != word {
        let to = visit.address.at(&format!("/municipality/{}", one.code)).href(visit.language());
        return Ok(Redirect::permanent(&to).into_response());
    }
    let mut reading = Reading::new(&visit, register);
    let on = reading.day("on", visit.today);
    let telling = Telling::new(register, w);
    let there = one.period.contains(on);
    let title = w.municipality_title(&w.day(on), telling.municipality(index));
    let steps = vec![
        Link::to(w.frame_organs(), visit.href(&format!("/organ?on={on}"))),
        Link::to(w.municipality_all(), visit.href(&format!("/municipality?on={on}"))),
        Link::plain(telling.municipality(index)),
    ];
    let template = MunicipalityPage {
        frame: reading.framed(Frame::new(&visit, Some(Section::Organs), title)),
        breadcrumb: Breadcrumb { w, steps },
        errors: reading.summary(),
        form: Form {
            action: visit.href(&format!("/municipality/{}", one.code)),
            hidden: Vec::new(),
            fields: vec![reading.day_field("on", w.organ_day(), on)],
            button: w.organ_show_day().to_owned(),
        },
        facts: facts(&telling, index),
        notice: (!there).then(|| gone(&telling, index, on)),
        successor: one.merged_into.map(|into| successor(&telling, into, on)),
        organs: if there { organs(&telling, index, on) } else { Vec::new() },
        path: if there { path(&telling, index, on) } else { Vec::new() },
        more: if there { more(&telling, index, on) } else { Vec::new() },
    };
    Ok(reading.answer(page(&visit, &template)?))
}

fn facts(telling: &Telling<'_>, index: MunicipalityIndex) -> Vec<(&'static str, String)> {
    let w = telling.w;
    let territory = &telling.register.resolved.territory;
    let one = territory.at(index);
    let mut facts = vec![(w.municipality_code(), one.code.clone())];
    if one.names.sv != one.names.fi {
        facts.push((w.municipality_names(), format!("{} / {}", one.names.fi, one.names.sv)));
    }
    if let Some(region) = territory.region(&one.region) {
        facts.push((w.municipality_region(), telling.text(&region.names).to_owned()));
    }
    facts
}

fn gone(telling: &Telling<'_>, index: MunicipalityIndex, on: Date) -> Notice {
    let w = telling.w;
    let one = telling.register.resolved.territory.at(index);
    let name = telling.municipality(index);
    let what = match (one.merged_into, one.period.until) {
        (Some(into), Some(until)) => w.municipality_gone(&w.day(on), name, telling.municipality(into), &w.day(until)),
        _ => w.municipality_not_there(&w.day(on), name),
    };
    Notice { level: 2, ..Notice::amber(w.municipality_gone_title(), vec![what]) }
}

fn successor(telling: &Telling<'_>, into: MunicipalityIndex, on: Date) -> Link {
    let code = &telling.register.resolved.territory.at(into).code;
    let text = telling.w.municipality_successor(telling.municipality(into));
    Link::to(text, telling.href(&format!("/municipality/{code}?on={on}")))
}

/// The organ of each map that has one here, then what local instruments and practice add.
fn organs(telling: &Telling<'_>, index: MunicipalityIndex, on: Date) -> Vec<ByMap> {
    let resolved = &telling.register.resolved;
    let exists = |organ: OrganIndex| resolved.organs.at(organ).period.contains(on);
    let mut all = Vec::new();
    for map in resolved.territory.maps.iter().filter(|map| map.kind != "territory") {
        let Some(area) = map.area(index, on).filter(|area| exists(area.target)) else { continue };
        all.push(ByMap {
            map: telling.text(&map.title).to_owned(),
            organ: telling.organ(area.target, on),
            unsure: unsure(telling, area.status),
            note: area.note.as_ref().map(|note| telling.text(note).to_owned()),
            source: area.source.clone(),
            basis: telling.short_bases(&area.basis),
        });
    }
    let instruments = resolved.instruments.iter().filter(|one| one.has_power && one.period.contains(on));
    for one in instruments.filter(|one| one.municipalities.contains(&index)) {
        let Some(organ) = put_there(telling, one.puts, index, on) else { continue };
        all.push(ByMap {
            map: format!(
                "{}: {}",
                telling.text(&one.title),
                telling.text(&resolved.slots[usize::from(one.slot)].title)
            ),
            organ: telling.organ(organ, on),
            unsure: unsure(telling, one.status),
            note: one.note.as_ref().map(|note| telling.text(note).to_owned()),
            source: None,
            basis: telling.short_bases(&one.basis),
        });
    }
    let practices = resolved.practices.iter().filter(|one| one.period.contains(on));
    for one in practices.filter(|one| one.municipalities.contains(&index)) {
        let duties = one.duties.iter().map(|duty| telling.text(&resolved.duties[usize::from(*duty)].title));
        all.push(ByMap {
            map: telling.w.municipality_practice(&telling.w.list(&duties.collect::<Vec<_>>())),
            organ: telling.organ(one.organ, on),
            unsure: (one.certainty != register::resolved::Certainty::Verified)
                .then(|| telling.w.component_certainty_inferred()),
            note: one.note.as_ref().map(|note| telling.text(note).to_owned()),
            source: None,
            basis: telling.short_bases(&one.basis),
        });
    }
    all
}

fn unsure(telling: &Telling<'_>, status: Status) -> Option<&'static str> {
    match status {
        Status::Verified => None,
        Status::Unconfirmed => Some(telling.w.component_certainty_unconfirmed()),
        Status::Eliminated => Some(telling.w.municipality_eliminated()),
    }
}

/// The organ that an instrument puts in its slot here.
fn put_there(
    telling: &Telling<'_>,
    puts: register::resolved::Resolver,
    index: MunicipalityIndex,
    on: Date,
) -> Option<OrganIndex> {
    use register::resolved::Resolver;
    let resolved = &telling.register.resolved;
    match puts {
        Resolver::Fixed(organ) => Some(organ),
        Resolver::Map(map) => resolved.territory.maps[usize::from(map)].target(index, on),
        _ => resolved.organs.index(&format!("municipality:{}", resolved.territory.at(index).code)),
    }
}

/// The local duties about one person: who may lead each of them here, and for whom.
fn path(telling: &Telling<'_>, index: MunicipalityIndex, on: Date) -> Vec<OnPath> {
    let register = telling.register;
    let division = register.division(&[index], on);
    let mut path = Vec::new();
    for (number, duty) in (0..).zip(&register.resolved.duties) {
        if duty.subject != Subject::Person || duty.level != Level::Local {
            continue;
        }
        let organs = division.levels.iter().flat_map(|(_, organs)| organs);
        let mut leads = Vec::new();
        for organ in organs {
            let entry = organ.entries.iter().find(|entry| entry.duty == number && entry.role == Role::Lead);
            let Some(entry) = entry else { continue };
            let clauses = entry.clauses.iter().map(|clause| &duty.lead[usize::from(*clause)]);
            leads.push(Leads {
                who: telling.organ(organ.organs[0], on),
                nobody: false,
                clauses: clauses.map(|clause| telling.borne_clause(clause)).collect(),
            });
        }
        if leads.is_empty() {
            let gaps: Vec<&Clause> =
                duty.lead.iter().filter(|one| one.role == Role::Nobody && one.period.contains(on)).collect();
            let clauses = gaps.into_iter().map(|clause| BorneClause {
                note: clause.why.as_ref().map(|why| telling.text(why).to_owned()),
                ..telling.borne_clause(clause)
            });
            leads.push(Leads {
                who: Link::plain(telling.w.responsibility_nobody()),
                nobody: true,
                clauses: clauses.collect(),
            });
        }
        let code = &register.resolved.territory.at(index).code;
        path.push(OnPath {
            duty: Link::to(telling.text(&duty.title), telling.duty_href(&duty.id)),
            ask: telling.href(&format!("/who?duty={}&in={code}&on={on}", duty.id)),
            leads,
        });
    }
    path.sort_by(|one, other| telling.w.order(&one.duty.text, &other.duty.text));
    path
}

/// Where one reads on.
fn more(telling: &Telling<'_>, index: MunicipalityIndex, on: Date) -> Vec<Link> {
    let w = telling.w;
    let code = &telling.register.resolved.territory.at(index).code;
    let name = telling.municipality(index);
    vec![
        Link::to(w.municipality_to_itself(name), telling.href(&format!("/organ/municipality:{code}?on={on}"))),
        Link::to(w.municipality_to_picture(name), telling.href(&format!("/picture?in={code}&on={on}"))),
        Link::to(w.municipality_to_appendix(name), telling.href(&format!("/appendix?in={code}&on={on}"))),
    ]
}
