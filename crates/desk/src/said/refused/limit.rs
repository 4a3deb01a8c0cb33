//! About time limits.

use casework::limit::Refusal;

use super::{Wrong, one};
use crate::said::Teller;

pub fn wrong(t: &Teller<'_>, refusal: &Refusal) -> Option<Wrong> {
    let w = t.w;
    let title = |word: &str| {
        let limits = t.desk.house.register.resolved.duties.iter().flat_map(|duty| &duty.limits);
        limits.into_iter().find(|one| one.id == word).map_or(word, |one| t.register.text(&one.title)).to_owned()
    };
    match refusal {
        Refusal::RunsNoMore { limit, since } => one("", w.limit_runs_no_more(&w.day(*since), &title(limit))),
        Refusal::WithoutDelay(limit) => one("", w.limit_without_delay(&title(limit))),
        Refusal::ReasonMissing => one("reason", w.limit_reason_missing()),
        Refusal::BasisMissing => one("basis", w.limit_basis_missing()),
        Refusal::UnknownBasis { cited, on } => one("basis", w.limit_unknown_basis(cited, &w.day(*on))),
        Refusal::BeforeStart { from, started } => one("from", w.limit_before_start(&w.day(*from), &w.day(*started))),
        Refusal::EndsBeforeItBegins { .. } => one("until", w.person_ends_before()),
        Refusal::Over { last_day } => one("from", w.limit_over(&w.day(*last_day))),
        Refusal::StandsStill { since } => one("until", w.limit_stands_still_already(&w.day(*since))),
        Refusal::DoesNotStandStill { on } => one("from", w.limit_does_not_stand_still(&w.day(*on))),
        Refusal::Unfit(_) => one("length", w.form_length_unfit()),
        Refusal::AddsNothing => one("length", w.limit_adds_nothing()),
        Refusal::OutOfRange(_) => one("length", w.limit_out_of_range()),
        Refusal::Acknowledged { by } => one("", w.limit_acknowledged_already(by)),
        // That it changed meanwhile is shown beside what was written.
        _ => None,
    }
}
