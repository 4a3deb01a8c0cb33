//! One duty: who leads it in each era, each provision with its conditions, what the law asks of it.

use askama::Template;
use axum::extract::{Path, State as Stored};
use axum::response::Response;
use calendar::{Date, Period};
use register::Register;
use register::ask::Refusal;
use register::resolved::{Amount, Citation, Clause, Duty, Item, Note, Role, Status};

use crate::State;
use crate::components::{Basis, Bearing, Breadcrumb, Holder, Line, Link, Notice, Stretch, TimeLine, Whom};
use crate::register::Telling;
use crate::register::telling::{begun, certainties, force};
use crate::register::who::answer::{LimitLine, limit_line};
use crate::shell::{Frame, Section, Trouble, Visit, page};

/// One provision.
#[derive(Debug)]
struct ClauseLine {
    line: Line,
    whom: Whom,
    provided: Option<String>,
    note: Option<String>,
    why: Option<String>,
}

/// The provisions of one stretch of time: today's first.
#[derive(Debug)]
struct Clauses {
    title: String,
    open: bool,
    clauses: Vec<ClauseLine>,
}

/// An item of a list with its basis.
#[derive(Debug)]
struct ItemLine {
    title: String,
    more: Vec<String>,
    basis: Vec<Basis>,
}

#[derive(Debug, Template)]
#[template(path = "register/duty/page.html")]
struct DutyPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    summary: String,
    level: String,
    ask: String,
    timeline: TimeLine,
    sections: Vec<Clauses>,
    notes: Vec<Notice>,
    limits: Vec<LimitLine>,
    retention: Vec<LimitLine>,
    contents: Vec<ItemLine>,
    results: Vec<ItemLine>,
    amounts: Vec<ItemLine>,
    atoms: Vec<Link>,
}

impl DutyPage {
    /// The lists that look alike, with their headings.
    fn lists(&self) -> [(&str, &[ItemLine]); 3] {
        let w = self.frame.w;
        [
            (w.duty_contents_title(), &self.contents),
            (w.duty_results_title(), &self.results),
            (w.duty_amounts_title(), &self.amounts),
        ]
    }
}

/// `/{language}/duty/{id}`.
pub async fn show(
    Stored(state): Stored<State>,
    Path((_, id)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let register = &state.register;
    match register.duty(&id) {
        Ok(duty) => page(&visit, &written(&visit, register, &register.resolved.duties[usize::from(duty)])),
        Err(refused) => Err(unknown(&visit, register, &id, &refused)),
    }
}

/// There is no such duty: what was perhaps meant is offered.
fn unknown(visit: &Visit, register: &Register, id: &str, refused: &Refusal) -> Trouble {
    let trouble = Trouble::nothing_there(visit, visit.w.duty_unknown(id));
    match refused {
        Refusal::UnknownDuty { near: Some(near), .. } => match register.duty(near) {
            Ok(meant) => {
                let telling = Telling::new(register, visit.w);
                let title = telling.text(&register.resolved.duties[usize::from(meant)].title);
                trouble.offering(Link::to(visit.w.who_did_you_mean(title), telling.duty_href(near)))
            }
            Err(_) => trouble,
        },
        _ => trouble,
    }
}

fn written(visit: &Visit, register: &Register, duty: &Duty) -> DutyPage {
    let w = visit.w;
    let telling = Telling::new(register, w);
    let title = telling.text(&duty.title).to_owned();
    let limits = |list: &[register::resolved::Limit]| {
        list.iter()
            .map(|limit| {
                let mut line = limit_line(&telling, limit);
                line.more.extend(telling.period(limit.period));
                line
            })
            .collect()
    };
    DutyPage {
        breadcrumb: Breadcrumb {
            w,
            steps: vec![Link::to(w.frame_duties(), visit.href("/duty")), Link::plain(title.clone())],
        },
        frame: Frame::new(visit, Some(Section::Duties), title),
        summary: telling.text(&duty.summary).to_owned(),
        level: crate::register::who::steps::level(visit, duty.level).to_owned(),
        ask: visit.href(&format!("/who?duty={}", duty.id)),
        timeline: timeline(visit, register, duty),
        sections: sections(visit, &telling, duty),
        notes: duty.notes.iter().map(|one| note(&telling, one)).collect(),
        limits: limits(&duty.limits),
        retention: limits(&duty.retention),
        contents: duty.contents.iter().map(|item| item_line(&telling, item)).collect(),
        results: duty.results.iter().map(|item| item_line(&telling, item)).collect(),
        amounts: duty.amounts.iter().map(|amount| amount_line(&telling, amount)).collect(),
        atoms: duty.atoms.iter().map(|atom| Link::to(atom, visit.href(&format!("/duty?q={atom}")))).collect(),
    }
}

/// A note on a duty, under the heading of its kind.
pub fn note(telling: &Telling<'_>, note: &Note) -> Notice {
    let w = telling.w;
    let heading = match note.kind.as_str() {
        "seed" => w.who_note_seed(),
        "reading" => w.who_note_reading(),
        "practice" => w.who_note_practice(),
        _ => w.who_note_trap(),
    };
    let mut body = vec![telling.text(&note.text).to_owned()];
    body.extend(telling.period(note.period));
    Notice { basis: telling.short_bases(&note.basis), ..Notice::plain(heading, body) }
}

/// The provisions: those of today open, those to come and those that ended folded away.
fn sections(visit: &Visit, telling: &Telling<'_>, duty: &Duty) -> Vec<Clauses> {
    let w = visit.w;
    let today = visit.today;
    let when = |wanted: fn(Period, Date) -> bool| -> Vec<ClauseLine> {
        let all = duty.lead.iter().chain(&duty.beside);
        all.filter(|clause| wanted(clause.period, today)).map(|clause| clause_line(telling, clause)).collect()
    };
    let now = when(|period, today| period.contains(today));
    let coming = when(|period, today| period.from.is_some_and(|from| from > today));
    let mut past = when(|period, today| period.until.is_some_and(|until| until <= today));
    past.reverse();
    let counted = |count: usize| w.number(count);
    [
        (w.duty_current_title(&w.day(today)), true, now),
        (w.duty_coming(&counted(coming.len())), true, coming),
        (w.duty_earlier(&counted(past.len())), false, past),
    ]
    .into_iter()
    .filter(|(_, _, clauses)| !clauses.is_empty())
    .map(|(title, open, clauses)| Clauses { title, open, clauses })
    .collect()
}

fn clause_line(telling: &Telling<'_>, clause: &Clause) -> ClauseLine {
    let w = telling.w;
    let bearing = match clause.role {
        Role::Lead => Bearing::Lead,
        Role::Beside => Bearing::Beside,
        Role::Nobody => Bearing::Nobody,
    };
    let nobody = clause.role == Role::Nobody;
    let (who, verb) = if nobody {
        (w.who_nobody_title().to_owned(), String::new())
    } else {
        (begun(&telling.bearer(clause)), telling.verbs(clause.verb, &clause.also))
    };
    let text = |text: &Option<register::source::Text>| text.as_ref().map(|text| telling.text(text).to_owned());
    ClauseLine {
        line: Line {
            force: (!nobody).then(|| force(clause.force)),
            period: telling.period(clause.period),
            basis: telling.short_bases(&clause.basis),
            tags: certainties(clause.certainty, Status::Verified)
                .into_iter()
                .map(|one| one.title(w).to_owned())
                .collect(),
            ..Line::new(w, bearing, Link::plain(who), verb)
        },
        whom: telling.for_whom(clause),
        provided: clause.provided.as_ref().map(|text| w.said_provided(telling.text(text))),
        note: text(&clause.note),
        why: text(&clause.why),
    }
}

/// Who can lead in each stretch of time; where several can, which of them hangs on the situation.
fn timeline(visit: &Visit, register: &Register, duty: &Duty) -> TimeLine {
    let telling = Telling::new(register, visit.w);
    let begins = register.resolved.begins;
    let mut days: Vec<Date> = duty
        .lead
        .iter()
        .flat_map(|clause| [clause.period.from, clause.period.until])
        .flatten()
        .filter(|day| *day > begins)
        .chain([begins])
        .collect();
    days.sort_unstable();
    days.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for day in days {
        let held: Vec<&Clause> = duty.lead.iter().filter(|clause| clause.period.contains(day)).collect();
        let mut leads: Vec<String> = Vec::new();
        for clause in held.iter().filter(|clause| clause.role == Role::Lead) {
            let name = telling.bearer(clause);
            if !leads.contains(&name) {
                leads.push(name);
            }
        }
        let who = match leads.as_slice() {
            [] => Holder::Nobody,
            names => Holder::Organ(Link::plain(begun(&visit.w.either(names)))),
        };
        // The acts alone: the sections stand with each provision below.
        let mut cited: Vec<Citation> = Vec::new();
        for citation in held.iter().filter(|clause| clause.role == Role::Lead).flat_map(|clause| &clause.basis) {
            let act = Citation { section: None, moment: None, point: None, ..citation.clone() };
            if !cited.contains(&act) {
                cited.push(act);
            }
        }
        let basis = telling.short_bases(&cited);
        match stretches.last_mut() {
            Some(last) if last.who == who && last.basis == basis => {}
            Some(last) => {
                last.until = Some(day);
                stretches.push(Stretch { from: Some(day), until: None, who, basis });
            }
            None => stretches.push(Stretch { from: None, until: None, who, basis }),
        }
    }
    let last = stretches.iter().filter_map(|one| one.from).max().unwrap_or(begins);
    let latest = last.max(visit.today);
    TimeLine {
        w: visit.w,
        id: "time".to_owned(),
        about: telling.text(&duty.title).to_owned(),
        begins,
        ends: Date::new(latest.year().saturating_add(2).min(9999), 1, 1).unwrap_or(latest),
        today: visit.today,
        asked: None,
        stretches,
    }
}

fn item_line(telling: &Telling<'_>, item: &Item) -> ItemLine {
    let w = telling.w;
    let mut more: Vec<String> = Vec::new();
    more.extend(item.required.map(|required| if required { w.duty_required() } else { w.duty_optional() }.to_owned()));
    more.extend(item.note.as_ref().map(|note| telling.text(note).to_owned()));
    more.extend(telling.period(item.period));
    ItemLine { title: telling.text(&item.title).to_owned(), more, basis: telling.short_bases(&item.basis) }
}

fn amount_line(telling: &Telling<'_>, amount: &Amount) -> ItemLine {
    let w = telling.w;
    let sum = w.duty_amount(&w.amount(amount.euro));
    let unit = amount.unit.as_ref().map(|unit| telling.text(unit));
    let mut more = vec![match unit {
        Some(unit) => format!("{sum} {unit}"),
        None => sum,
    }];
    more.extend(amount.note.as_ref().map(|note| telling.text(note).to_owned()));
    more.extend(telling.period(amount.period));
    ItemLine { title: telling.text(&amount.title).to_owned(), more, basis: telling.short_bases(&amount.basis) }
}
