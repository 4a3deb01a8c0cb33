//! Documents in words, and for programs.

use std::path::Path;

use casework::document::{Added, Document, Found, Handling, Opened, Swept, Verified, Version};
use serde::Serialize;
use uuid::Uuid;
use web::words::Words;

use crate::desk::Desk;
use crate::print::{Look, plain, say, shown, table};

#[derive(Serialize)]
struct VersionSaid<'a> {
    number: i64,
    name: &'a str,
    given_name: &'a str,
    size: u64,
    sha256: &'a str,
    media_type: &'a str,
    claimed_type: Option<&'a str>,
    disagree: bool,
    shown_in_browser: bool,
    recorded_at: String,
    recorded_by: &'a str,
    recorded_organ: &'a str,
}

#[derive(Serialize)]
struct DocumentSaid<'a> {
    id: Uuid,
    case: Uuid,
    recorded_at: String,
    recorded_by: &'a str,
    recorded_organ: &'a str,
    withdrawn: Option<serde_json::Value>,
    versions: Vec<VersionSaid<'a>>,
}

fn version(version: &Version) -> VersionSaid<'_> {
    VersionSaid {
        number: version.number,
        name: &version.name,
        given_name: &version.given_name,
        size: version.size,
        sha256: &version.hash,
        media_type: &version.kind.found,
        claimed_type: version.kind.claimed.as_deref(),
        disagree: version.kind.disagree,
        shown_in_browser: version.kind.handling() == Handling::Show,
        recorded_at: version.recorded_at.to_string(),
        recorded_by: &version.recorded_by,
        recorded_organ: &version.recorded_organ,
    }
}

fn document(document: &Document) -> DocumentSaid<'_> {
    let withdrawn = document.withdrawn.as_ref().map(|withdrawn| {
        serde_json::json!({
            "at": withdrawn.at.to_string(),
            "by": withdrawn.by,
            "organ": withdrawn.organ,
            "reason": withdrawn.reason,
        })
    });
    DocumentSaid {
        id: document.id,
        case: document.case,
        recorded_at: document.recorded_at.to_string(),
        recorded_by: &document.recorded_by,
        recorded_organ: &document.recorded_organ,
        withdrawn,
        versions: document.versions.iter().map(version).collect(),
    }
}

/// A size as people read it.
pub fn size(w: &Words, bytes: u64) -> String {
    const STEP: u64 = 1024;
    #[expect(clippy::cast_precision_loss, reason = "one decimal of a size is shown")]
    let of = |unit: u64| w.amount(((bytes as f64) / (unit as f64) * 10.0).round() / 10.0);
    match bytes {
        0..STEP => w.document_bytes(&w.number(bytes)),
        _ if bytes < STEP * STEP => w.document_kilobytes(&of(STEP)),
        _ if bytes < STEP * STEP * STEP => w.document_megabytes(&of(STEP * STEP)),
        _ => w.document_gigabytes(&of(STEP * STEP * STEP)),
    }
}

/// What was added.
pub fn added(desk: &Desk, added: &Added) {
    let w = desk.w();
    let of = &added.version;
    desk.answer(&serde_json::json!({ "document": added.document, "version": version(of) }), || {
        say(&plain(&w.document_added(&of.name, &w.number(of.number), &size(w, of.size))));
        if of.kind.disagree {
            let claimed = of.kind.claimed.as_deref().unwrap_or_default();
            say(&shown(Look::Amber, &plain(&w.document_disagree(claimed, &of.kind.found))));
        }
        say(&shown(Look::Quiet, &w.document_is(&added.document.to_string())));
    });
}

/// What was fetched.
pub fn fetched(desk: &Desk, opened: &Opened, path: &Path) {
    let w = desk.w();
    let file = path.display().to_string();
    let object = serde_json::json!({
        "document": opened.document.id,
        "version": version(&opened.version),
        "file": file,
    });
    desk.answer(&object, || {
        let of = &opened.version;
        say(&plain(&w.document_fetched(&file, &of.name, &w.number(of.number), &size(w, of.size))));
    });
}

/// The documents of a case.
pub fn list(desk: &Desk, all: &[Document]) {
    let w = desk.w();
    let said: Vec<_> = all.iter().map(document).collect();
    desk.answer(&serde_json::json!({ "documents": said }), || {
        if all.is_empty() {
            return say(w.document_none());
        }
        let rows: Vec<Vec<String>> = all.iter().map(|of| row(desk, of)).collect();
        let heads = [
            w.document_head_name(),
            w.document_head_version(),
            w.document_head_size(),
            w.document_head_type(),
            w.document_head_added(),
            w.document_head_organ(),
            w.document_head_state(),
            w.document_head_identity(),
        ];
        table(&heads, &rows);
    });
}

fn row(desk: &Desk, of: &Document) -> Vec<String> {
    let w = desk.w();
    let state = match &of.withdrawn {
        Some(withdrawn) => w.document_state_withdrawn(&desk.instant(withdrawn.at), &withdrawn.reason),
        None => String::new(),
    };
    let last = of.versions.last();
    vec![
        last.map(|last| last.name.clone()).unwrap_or_default(),
        last.map(|last| w.number(last.number)).unwrap_or_default(),
        last.map(|last| size(w, last.size)).unwrap_or_default(),
        last.map(|last| last.kind.found.clone()).unwrap_or_default(),
        last.map(|last| desk.instant(last.recorded_at)).unwrap_or_default(),
        desk.organ_name(last.map_or(&of.recorded_organ, |last| &last.recorded_organ)).to_owned(),
        state,
        of.id.to_string(),
    ]
}

/// What a verification found.
pub fn verified(desk: &Desk, verified: &Verified) {
    let w = desk.w();
    let faulty: Vec<_> = verified
        .faulty
        .iter()
        .map(|faulty| {
            let versions: Vec<_> = faulty
                .versions
                .iter()
                .map(|(document, number)| serde_json::json!({ "document": document, "version": number }))
                .collect();
            serde_json::json!({ "found": word(faulty.found), "sha256": faulty.hash, "versions": versions })
        })
        .collect();
    let object = serde_json::json!({
        "whole": verified.is_whole(),
        "right": verified.right,
        "bytes": verified.bytes,
        "faulty": faulty,
        "orphaned": verified.orphaned,
        "incoming": verified.incoming,
    });
    desk.answer(&object, || {
        say(&w.document_verified(verified.right, &size(w, verified.bytes)));
        for faulty in &verified.faulty {
            let versions: Vec<String> = faulty
                .versions
                .iter()
                .map(|(document, number)| w.document_named_version(&document.to_string(), &w.number(*number)))
                .collect();
            let said = match faulty.found {
                Found::Missing => w.document_found_missing(&faulty.hash, &w.list(&versions)),
                Found::Changed => w.document_found_changed(&faulty.hash, &w.list(&versions)),
            };
            say(&shown(Look::Amber, &said));
        }
        if !verified.faulty.is_empty() {
            say(w.document_faulty_todo());
        }
        let left = verified.orphaned.len() + verified.incoming.len();
        if left > 0 {
            say(&shown(Look::Quiet, &w.document_left_over(left)));
        }
    });
}

const fn word(found: Found) -> &'static str {
    match found {
        Found::Missing => "missing",
        Found::Changed => "changed",
    }
}

/// What a sweep did.
pub fn swept(desk: &Desk, swept: &Swept) {
    let w = desk.w();
    let object = serde_json::json!({
        "unfinished": swept.unfinished,
        "set_aside": swept.set_aside,
        "removed": swept.removed,
        "put_back": swept.put_back,
        "bytes": swept.bytes,
    });
    desk.answer(&object, || {
        if *swept == Swept::default() {
            return say(w.document_swept_nothing());
        }
        say(&w.document_swept_removed(swept.removed + swept.unfinished, &size(w, swept.bytes)));
        if swept.set_aside > 0 {
            say(&w.document_swept_aside(swept.set_aside));
        }
        if swept.put_back > 0 {
            say(&w.document_swept_back(swept.put_back));
        }
    });
}
