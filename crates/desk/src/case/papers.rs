//! What is in a case: fields, documents, decisions, hand-overs.

use casework::case::field::FieldValue;
use casework::case::link::LinkKind;
use casework::case::reading::WholeCase;
use casework::decision::{Decision, Effect, Standing};
use casework::document::Document;
use casework::handover::HandOver;
use register::resolved::{FieldKind, Version};
use web::components::Link;
use web::register::telling::begun;

use crate::components::{Cell, Table};
use crate::said::{Teller, hand_over, size};

/// The fields of the version in its order: what is written down, and who did.
pub fn fields(t: &Teller<'_>, whole: &WholeCase, version: Option<&Version>) -> Vec<(String, Option<String>, String)> {
    whole
        .fields
        .present
        .iter()
        .map(|one| {
            let value = one.value.as_ref().map(|value| written(t, version, &one.field, value));
            let by = one.written.as_ref().filter(|_| value.is_some()).map(|written| {
                let who = if written.organ == "person" {
                    t.w.desk_done_person().to_owned()
                } else {
                    t.organ_name(&written.organ)
                };
                format!("{who}, {}", t.instant(written.at))
            });
            (begun(&t.field(version, &one.field)), value, by.unwrap_or_default())
        })
        .collect()
}

fn written(t: &Teller<'_>, version: Option<&Version>, field: &str, value: &FieldValue) -> String {
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::YesNo(true) => t.w.desk_yes().to_owned(),
        FieldValue::YesNo(false) => t.w.desk_no().to_owned(),
        FieldValue::Day(day) => t.w.day(*day),
        FieldValue::Number(number) => t.w.number(*number),
        FieldValue::Choice(word) => {
            let kind = version.and_then(|version| version.field(field)).map(|field| &field.kind);
            let known = match kind {
                Some(FieldKind::Choice(values)) => values.iter().find(|(value, _)| value == word),
                _ => None,
            };
            known.map_or(word.as_str(), |(_, title)| t.register.text(title)).to_owned()
        }
    }
}

/// The cases that belong together with this one, and how.
pub fn together(t: &Teller<'_>, whole: &WholeCase) -> Vec<(Link, String)> {
    whole
        .links
        .iter()
        .map(|link| {
            let number = link.number_beside(whole.case.id);
            let how = match link.kind {
                LinkKind::Continues if link.case == whole.case.id => t.w.case_link_continues(),
                LinkKind::Continues => t.w.case_link_continued(),
                LinkKind::Joined => t.w.case_link_joined(),
            };
            (Link::to(format!("{} {number}", t.w.case_head_number()), t.case_href(number)), how.to_owned())
        })
        .collect()
}

/// Documents with their last version.
pub fn documents(t: &Teller<'_>, all: &[Document], number: i64, open: bool) -> Option<Table> {
    let w = t.w;
    let rows: Vec<Vec<Cell>> = all
        .iter()
        .filter_map(|one| {
            let last = one.versions.last()?;
            let under = |rest: &str| super::under(t, number, &format!("documents/{}/{rest}", one.id));
            let name = match &one.withdrawn {
                Some(withdrawn) => Cell::typed(&last.name).quiet(w.desk_document_withdrawn(&withdrawn.reason)),
                None => {
                    let fetch = t.href(&format!("/desk/documents/{}", one.id));
                    let ways = [(w.document_form_version(), "version"), (w.document_form_withdraw(), "withdraw")];
                    let ways = ways.into_iter().filter(|_| open).map(|(said, rest)| (said.to_owned(), under(rest)));
                    Cell { typed: true, ..Cell::link(&last.name, fetch) }.links(ways.collect())
                }
            };
            Some(vec![
                name,
                Cell::of(w.number(last.number)),
                Cell::of(size(t, last.size)),
                Cell::of(t.instant(last.recorded_at)),
                Cell::of(t.organ_name(&last.recorded_organ)),
            ])
        })
        .collect();
    let heads = [
        w.document_head_name(),
        w.document_head_version(),
        w.document_head_size(),
        w.document_head_added(),
        w.document_head_organ(),
    ];
    (!rows.is_empty()).then(|| Table::new(w.desk_documents(), &heads, rows))
}

/// Decisions with what became of them.
pub fn decisions(t: &Teller<'_>, all: &[Decision], version: Option<&Version>, number: i64) -> Option<Table> {
    let w = t.w;
    let rows: Vec<Vec<Cell>> = all
        .iter()
        .map(|one| {
            let stands = match one.standing {
                Standing::Stands => w.decision_stands(),
                Standing::No(Effect::Replaces, _) => w.decision_replaced(),
                Standing::No(Effect::Annuls, _) => w.decision_annulled(),
            };
            let told = one.notification.as_ref();
            let result = match &one.made.result {
                Some(result) => t.result(version, result),
                None => t.step(version, &one.made.step),
            };
            let appeal = told.and_then(|told| told.appealable_until.ok());
            vec![
                Cell::of(t.instant(one.made.at)),
                Cell { basis: t.basis(&one.made.basis), ..Cell::of(begun(&result)) },
                Cell::of(t.organ_name(&one.made.organ)),
                Cell::of(stands),
                match told {
                    Some(told) => Cell::of(w.day_short(told.received)),
                    None => Cell::link(
                        w.decision_form_notify(),
                        super::under(t, number, &format!("decisions/{}/notify", one.id)),
                    ),
                },
                Cell::of(appeal.map(|day| w.day_short(day)).unwrap_or_default()),
            ]
        })
        .collect();
    let heads = [
        w.decision_head_at(),
        w.decision_head_result(),
        w.decision_head_organ(),
        w.decision_head_standing(),
        w.decision_head_received(),
        w.decision_head_appeal(),
    ];
    (!rows.is_empty()).then(|| Table::new(w.desk_decisions(), &heads, rows))
}

/// Hand-overs with where each stands.
pub fn hand_overs(t: &Teller<'_>, all: &[HandOver]) -> Option<Table> {
    let w = t.w;
    let rows: Vec<Vec<Cell>> = all
        .iter()
        .map(|one| {
            vec![
                Cell::link(t.instant(one.offered), t.href(&format!("/desk/hand-overs/{}", one.id))),
                Cell::of(t.organ_name(&one.from)),
                Cell { basis: t.basis(&one.why.basis), ..Cell::of(t.organ_name(&one.to)) },
                Cell::of(begun(&hand_over(t, one))),
            ]
        })
        .collect();
    let heads = [w.desk_answer_offered(), w.desk_answer_from(), w.desk_hand_over_to(), w.case_head_status()];
    (!rows.is_empty()).then(|| Table::new(w.desk_hand_overs(), &heads, rows))
}
