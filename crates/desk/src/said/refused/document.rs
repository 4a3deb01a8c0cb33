//! About documents.

use casework::document::Refusal;

use super::{Wrong, one};
use crate::said::Teller;
use crate::said::size;

pub fn wrong(t: &Teller<'_>, refusal: &Refusal) -> Option<Wrong> {
    let w = t.w;
    match refusal {
        Refusal::Withdrawn { at, organ } => one("", w.document_is_withdrawn(&t.instant(*at), &t.organ_name(organ))),
        Refusal::NotTheLast { based_on, last, at, organ } => one(
            "file",
            w.document_not_the_last(&t.instant(*at), &w.number(*based_on), &w.number(*last), &t.organ_name(organ)),
        ),
        Refusal::NotYours { organ } => one("", w.document_not_yours(&t.organ_name(organ))),
        Refusal::NoReason => one("reason", w.document_no_reason()),
        Refusal::Empty => one("file", w.document_empty()),
        Refusal::TooLarge { limit } => one("file", w.document_too_large(&size(t, *limit))),
        Refusal::Program { found, .. } => one("file", w.document_program(found)),
        Refusal::RunsByName { ending } => one("file", w.document_runs_by_name(ending)),
        Refusal::NameTooLong { limit } => one("file", w.document_name_too_long(&w.number(*limit))),
        Refusal::BrokeOff => one("file", w.document_broke_off()),
        Refusal::NoPlace => one("file", w.form_no_place()),
        _ => None,
    }
}
