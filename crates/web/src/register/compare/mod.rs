//! Two days beside each other: what moved, from whom to whom, for whom and where; and by which reform.

mod changes;

use askama::Template;
use axum::extract::State as Stored;
use axum::response::Response;
use calendar::Date;
use register::resolved::{OpenMatters, Reorganisation};

use super::Telling;
use super::reading::{Form, Reading};
use crate::State;
use crate::components::{Basis, ErrorSummary, Link};
use crate::shell::{Frame, Section, Trouble, Visit, page};
use changes::{Moved, moved};

#[derive(Template)]
#[template(path = "register/compare/page.html")]
struct ComparePage {
    frame: Frame,
    errors: ErrorSummary,
    form: Form,
    presets: Vec<Link>,
    result: Option<Compared>,
}

struct Compared {
    said: String,
    moved: Vec<Moved>,
    unchanged: String,
    reforms: Vec<Reform>,
    days: Vec<DayShown>,
}

struct Reform {
    day: String,
    title: String,
    summary: String,
    basis: Vec<Basis>,
    moves: Vec<MoveShown>,
}

struct MoveShown {
    from: String,
    to: String,
    scope: Option<String>,
    matters: &'static str,
    rule: Option<String>,
    duties: Vec<Link>,
    basis: Vec<Basis>,
}

struct DayShown {
    day: String,
    what: String,
    basis: Vec<Basis>,
}

/// `/{language}/compare?before=…&after=…[&in=…][&duty=…]`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let w = visit.w;
    let mut reading = Reading::new(&visit, register);
    let asked = visit.address.value("before").is_some() && visit.address.value("after").is_some();
    let presets = presets(&visit, register);
    let latest = presets.iter().rev().find(|(_, after, _)| *after <= visit.today).or(presets.last());
    let (first, second) = latest.map_or((visit.today, visit.today), |(before, after, _)| (*before, *after));
    let before = reading.day("before", first);
    let after = reading.day("after", second);
    let place = reading.municipality("in", before.max(after));
    let duty = match visit.address.value("duty").map(|word| register.duty(word)) {
        Some(Ok(duty)) => Some(duty),
        Some(Err(refused)) => {
            reading.refuse("duty", &refused);
            None
        }
        None => None,
    };
    let telling = Telling::new(register, w);
    let mut duty_field =
        reading.field("duty", w.compare_duty(), visit.address.value("duty").unwrap_or_default().to_owned());
    duty_field.hint = Some(w.compare_duty_hint().to_owned());
    duty_field.offers = register.resolved.duties.iter().map(|one| one.id.clone()).collect();
    let form = Form {
        action: visit.href("/compare"),
        hidden: Vec::new(),
        fields: vec![
            reading.day_field("before", w.compare_before(), before),
            reading.day_field("after", w.compare_after(), after),
            reading.municipality_field("in", w.compare_place(), w.compare_place_hint(), before.max(after)),
            duty_field,
        ],
        button: w.compare_show().to_owned(),
    };
    let result = (asked && reading.is_sound()).then(|| {
        let changes = register.difference(before, after, place, duty);
        let told = if duty.is_some() || place.is_some() { None } else { Some(&visit.address) };
        let moved = moved(&telling, &changes, (before, after), told);
        let all = if duty.is_some() { 1 } else { register.resolved.duties.len() };
        let (from, to) = (before.min(after), before.max(after));
        let between = |day: Date| day > from && day <= to;
        let reforms = register.resolved.reorganisations.iter().filter(|one| between(one.day));
        let days = register.resolved.cutovers.iter().filter(|one| between(one.day));
        Compared {
            said: w.compare_said(&w.day(after), &w.day(before), moved.len()),
            unchanged: w.compare_unchanged(all - moved.len()),
            reforms: reforms.map(|one| reform(&telling, one)).collect(),
            days: days
                .map(|one| DayShown {
                    day: w.day(one.day),
                    what: telling.text(&one.title).to_owned(),
                    basis: telling.short_bases(&one.basis),
                })
                .collect(),
            moved,
        }
    });
    let title = match &result {
        Some(_) => w.compare_title_days(&w.day(after), &w.day(before)),
        None => w.compare_title().to_owned(),
    };
    let template = ComparePage {
        frame: reading.framed(Frame::new(&visit, Some(Section::Compare), title)),
        errors: reading.summary(),
        form,
        presets: presets.into_iter().map(|(_, _, link)| link).collect(),
        result,
    };
    Ok(reading.answer(page(&visit, &template)?))
}

/// The day before and the day of each reorganisation that moved duties.
fn presets(visit: &Visit, register: &register::Register) -> Vec<(Date, Date, Link)> {
    let telling = Telling::new(register, visit.w);
    let reforms = register.resolved.reorganisations.iter();
    let mut all: Vec<(Date, Date, Link)> = reforms
        .filter_map(|one| {
            let before = one.day.yesterday().ok()?;
            let to = visit.address.at("/compare").without("duty");
            let to = to.with("before", &before.to_string()).with("after", &one.day.to_string());
            let text = visit.w.compare_preset(&visit.w.day_short(one.day), telling.text(&one.title));
            Some((before, one.day, Link::to(text, to.href(visit.language()))))
        })
        .collect();
    all.sort_by_key(|(_, day, _)| *day);
    all
}

fn reform(telling: &Telling<'_>, one: &Reorganisation) -> Reform {
    let w = telling.w;
    let moves = one.moves.iter().map(|moved| {
        let duties = moved.duties.iter().map(|duty| &telling.register.resolved.duties[usize::from(*duty)]);
        let to: Vec<String> = moved.to.iter().map(|name| named(telling, name)).collect();
        MoveShown {
            from: named(telling, &moved.from),
            to: if to.is_empty() { w.responsibility_nobody().to_owned() } else { w.list(&to) },
            scope: moved.scope.as_ref().map(|scope| telling.text(scope).to_owned()),
            matters: match moved.open_matters {
                OpenMatters::Transfer => w.compare_transfer(),
                OpenMatters::FinishByOld => w.compare_finish(),
                OpenMatters::ByStartDay => w.compare_start_day(),
            },
            rule: moved.rule.as_ref().map(|rule| telling.text(rule).to_owned()),
            duties: duties.map(|duty| Link::to(telling.text(&duty.title), telling.duty_href(&duty.id))).collect(),
            basis: telling.short_bases(&moved.basis),
        }
    });
    Reform {
        day: w.day(one.day),
        title: telling.text(&one.title).to_owned(),
        summary: telling.text(&one.summary).to_owned(),
        basis: telling.short_bases(&one.basis),
        moves: moves.collect(),
    }
}

/// An organ or a kind of organ by the word the register uses.
fn named(telling: &Telling<'_>, name: &str) -> String {
    let organs = &telling.register.resolved.organs;
    if let Some(kind) = organs.kind(name).filter(|_| organs.index(name).is_none()) {
        return telling.text(&organs.kinds[usize::from(kind)].names).to_owned();
    }
    match organs.index(name) {
        Some(organ) => crate::said::organ_short_name(telling.w, telling.register, organ).to_owned(),
        None => name.to_owned(),
    }
}
