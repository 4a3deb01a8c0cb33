//! Who is responsible? One question at a time; the address of the page is the question.
//!
//! `/{language}/who?duty=integration-plan&in=061&on=2025-02-01&labour=at-home`. What is not understood is said on top,
//! beside its field, and everything else is kept. A form that was filled in leads to the one way of writing the
//! question, so that what one sends to a colleague is short.

pub mod answer;
pub mod asked;
pub mod steps;

use axum::extract::State as Stored;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use register::Register;
use register::ask::{Answer, Ask, Outcome, Refusal};
use register::resolved::{AttributeIndex, Subject};

use crate::State;
use crate::shell::{Trouble, Visit, page};
use asked::{Asked, Fault, Place};

/// What comes next.
enum Step {
    /// Choose the duty.
    Duty,
    /// Say where and when.
    Place,
    /// Answer this question.
    Question(AttributeIndex),
    /// Read the answer.
    Answer(Box<Answer>),
}

/// `/{language}/who`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let register = &state.register;
    let mut asked = Asked::read(&visit, register);
    let step = next(&visit, register, &mut asked);
    let sound = asked.faults.is_empty();
    if sound && visit.address.value("_asked").is_some() && asked.left_open.is_none() {
        let to = asked.address(&visit, register).href(visit.language());
        return Ok(Redirect::to(&to).into_response());
    }
    let response = match step {
        Step::Duty => page(&visit, &steps::choose(&visit, register, &asked))?,
        Step::Place => page(&visit, &steps::place(&visit, register, &asked))?,
        Step::Question(attribute) => page(&visit, &steps::question(&visit, register, &asked, attribute))?,
        Step::Answer(answer) => page(&visit, &answer::page(&visit, register, &asked, &answer))?,
    };
    Ok(if sound { response } else { (StatusCode::BAD_REQUEST, response).into_response() })
}

fn next(visit: &Visit, register: &Register, asked: &mut Asked) -> Step {
    let Some(duty) = asked.duty else { return Step::Duty };
    let change = asked.change.as_deref();
    if asked.fault("in").is_some() || asked.fault("on").is_some() || matches!(change, Some("in" | "on")) {
        return Step::Place;
    }
    if asked.left_open.as_deref() == Some("in") {
        let what = visit.w.who_place_missing().to_owned();
        asked.faults.push(Fault { what, field: "in".to_owned(), mended: None });
        return Step::Place;
    }
    if let Some(attribute) = asked.faulty_attribute(register) {
        return Step::Question(attribute);
    }
    let attribute = |name: Option<&str>| name.and_then(|name| register.resolved.words.attribute(name)).map(|one| one.0);
    if let Some(open) = attribute(asked.left_open.as_deref()) {
        let what = visit.w.who_answer_missing().to_owned();
        let field = register.resolved.words.at(open).id.clone();
        asked.faults.push(Fault { what, field, mended: None });
        return Step::Question(open);
    }
    if let Some(wanted) = attribute(change) {
        return Step::Question(wanted);
    }
    match answered(register, asked, duty) {
        Ok(None) => Step::Place,
        Ok(Some(answer)) => match &answer.outcome {
            Outcome::Undetermined(open) => match (&open.ask, asked.place) {
                (Some(Ask::Attribute(attribute, _)), _) => Step::Question(*attribute),
                (Some(Ask::Municipality), Place::NotSaid) => Step::Place,
                _ => Step::Answer(Box::new(answer)),
            },
            _ => Step::Answer(Box::new(answer)),
        },
        Err(refused) => refuse(visit, register, asked, &refused),
    }
}

/// The register's answer; none when it must first be said where.
fn answered(register: &Register, asked: &Asked, duty: u16) -> Result<Option<Answer>, Refusal> {
    let in_finland = || match register.fact("place", "finland") {
        Ok((place, given)) if asked.facts.get(place).is_none() => {
            let mut facts = asked.facts.clone();
            facts.set(place, given);
            facts
        }
        _ => asked.facts.clone(),
    };
    match asked.place {
        Place::Municipality(one) => register.who(duty, Some(one), asked.on, &asked.facts).map(Some),
        Place::Abroad => register.who(duty, None, asked.on, &asked.facts).map(Some),
        Place::Unknown => register.who(duty, None, asked.on, &in_finland()).map(Some),
        Place::NotSaid => {
            // Where the place cannot matter, it is not asked.
            let here = register.who(duty, None, asked.on, &in_finland())?;
            let abroad = register.who(duty, None, asked.on, &asked.facts)?;
            let lead = |answer: &Answer| match &answer.outcome {
                Outcome::Answered { lead, .. } => Some(lead.organ),
                _ => None,
            };
            let country = register.resolved.duties[usize::from(duty)].subject == Subject::Country;
            let same = lead(&here).is_some() && lead(&here) == lead(&abroad);
            Ok((same || country).then_some(here))
        }
    }
}

/// Facts that cannot all be true: what is wrong, and the one of them that was answered last is asked again.
fn refuse(visit: &Visit, register: &Register, asked: &mut Asked, refused: &Refusal) -> Step {
    let what = crate::said::refusal(visit.w, register, &asked.facts, refused);
    let what = format!("{} {}", what.what, what.todo);
    let Refusal::Contradiction { attributes, .. } = refused else {
        asked.faults.push(Fault { what: what.trim().to_owned(), field: "on".to_owned(), mended: None });
        return Step::Place;
    };
    let name = |attribute: AttributeIndex| register.resolved.words.at(attribute).id.as_str();
    let place = |attribute: &AttributeIndex| {
        visit.address.query().iter().position(|(known, _)| known == name(*attribute)).unwrap_or_default()
    };
    let last = attributes.iter().copied().max_by_key(place).unwrap_or_default();
    asked.faults.push(Fault { what: what.trim().to_owned(), field: name(last).to_owned(), mended: None });
    for other in attributes.iter().copied().filter(|other| *other != last) {
        let said = crate::register::Telling::new(register, visit.w).attribute(other);
        let to = asked.address(visit, register).with("_change", name(other));
        if let Some(fault) = asked.faults.last_mut() {
            fault
                .mended
                .get_or_insert(crate::components::Link::to(visit.w.who_mend_other(said), to.href(visit.language())));
        }
    }
    Step::Question(last)
}
