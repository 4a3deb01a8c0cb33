//! What is refused about documents.

use casework::document::Refusal;

use crate::commands::document_size as size;
use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => {
            Trouble::refused(w.document_unknown()).coded("document-unknown").todo(w.document_unknown_todo())
        }
        Refusal::NoSuchVersion { asked, last } => {
            Trouble::wrong_use(w.document_no_such_version(&w.number(*asked), &w.number(*last)), String::new())
                .coded("no-such-version")
                .with("asked", *asked)
                .with("last", *last)
        }
        Refusal::Withdrawn { at, organ } => {
            Trouble::refused(w.document_is_withdrawn(&desk.instant(*at), desk.organ_name(organ)))
                .coded("document-withdrawn")
                .with("at", at.to_string())
                .with("organ", organ.as_str())
        }
        Refusal::NotTheLast { based_on, last, at, organ } => Trouble::stale(w.document_not_the_last(
            &desk.instant(*at),
            &w.number(*based_on),
            &w.number(*last),
            desk.organ_name(organ),
        ))
        .coded("not-the-last")
        .todo(w.document_not_the_last_todo(&w.number(*last)))
        .with("based_on", *based_on)
        .with("last", *last)
        .with("organ", organ.as_str()),
        Refusal::NotYours { organ } => Trouble::refused(w.document_not_yours(desk.organ_name(organ)))
            .coded("not-yours")
            .with("organ", organ.as_str()),
        Refusal::NoReason => Trouble::wrong_use(w.document_no_reason(), String::new()).coded("no-reason"),
        Refusal::Missing { hash } => content(desk, w.document_missing(hash), hash).coded("content-missing"),
        Refusal::Changed { hash } => content(desk, w.document_changed(hash), hash).coded("content-changed"),
        Refusal::NoPlace => Trouble::wrong_use(w.document_no_place(), w.document_no_place_todo()).coded("no-place"),
        Refusal::Place(why) => Trouble::failed(w.document_place(why)).coded("place").todo(w.document_no_place_todo()),
        Refusal::GraceTooShort { least } => {
            let hours = least.div_ceil(3600);
            Trouble::wrong_use(w.document_grace(hours), String::new()).coded("grace-too-short").with("least", *least)
        }
        Refusal::NotOurs { named } => Trouble::refused(w.document_not_ours(&w.number(*named)))
            .coded("place-of-another")
            .todo(w.document_not_ours_todo())
            .with("named", *named),
        Refusal::NoSuchLimit => Trouble::wrong_use(w.document_no_such_limit(), String::new()).coded("no-such-limit"),
        // About the file that was to be added. Nothing of it was kept.
        Refusal::Empty => Trouble::refused(w.document_empty()).coded("file-empty"),
        Refusal::TooLarge { limit } => {
            Trouble::refused(w.document_too_large(&size(w, *limit))).coded("file-too-large").with("limit", *limit)
        }
        Refusal::Program { found, claimed } => Trouble::refused(w.document_program(found))
            .coded("file-is-program")
            .with("found", found.as_str())
            .with("claimed", claimed.clone()),
        Refusal::RunsByName { ending } => {
            Trouble::refused(w.document_runs_by_name(ending)).coded("file-runs-by-name").with("ending", ending.as_str())
        }
        Refusal::NameTooLong { limit } => {
            Trouble::wrong_use(w.document_name_too_long(&w.number(*limit)), String::new())
                .coded("name-too-long")
                .with("limit", *limit)
        }
        Refusal::BrokeOff => Trouble::failed(w.document_broke_off()).coded("broke-off"),
    }
}

/// A fault of the place, not of the one who asks.
fn content(desk: &Desk, what: String, hash: &str) -> Trouble {
    Trouble::failed(what).todo(desk.w().document_faulty_todo()).with("sha256", hash)
}
