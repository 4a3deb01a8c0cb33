//! About cases and their steps.

use casework::case::Refusal;
use casework::case::field::{FieldFault, WrongField};
use casework::case::rules::Against;
use register::resolved::Version;

use super::Wrong;
use crate::said::{Teller, against};

pub fn wrong(t: &Teller<'_>, version: Option<&Version>, refusal: &Refusal) -> Option<Wrong> {
    match refusal {
        Refusal::CannotStep(cannot) => {
            let mut all: Wrong = Vec::new();
            for one in &cannot.against {
                all.extend(stands_against(t, version, one));
            }
            all.extend(cannot.fields.iter().map(|one| wrong_field(t, version, one)));
            Some(all)
        }
        other => refusals::refused(&t.refusing(), &other.clone().into()),
    }
}

/// What stands against a step: each empty field at its place.
pub fn stands_against(t: &Teller<'_>, version: Option<&Version>, of: &Against) -> Wrong {
    match of {
        Against::Empty(fields) => {
            fields.iter().map(|id| (format!("field.{id}"), t.w.form_fill_in(&t.field(version, id)))).collect()
        }
        Against::ResultNeeded { .. } | Against::NotItsResult { .. } => {
            vec![("result".to_owned(), t.w.form_choose_result().to_owned())]
        }
        other => vec![(String::new(), web::register::telling::begun(&against(t, version, other)))],
    }
}

/// What is wrong with what was written in a field.
pub fn wrong_field(t: &Teller<'_>, version: Option<&Version>, wrong: &WrongField) -> (String, String) {
    let (w, field) = (t.w, t.field(version, &wrong.field));
    let said = match &wrong.fault {
        FieldFault::Unknown { .. } => w.case_field_unknown(&field),
        FieldFault::Twice => w.case_field_twice(&field),
        FieldFault::NotYesOrNo => w.case_field_yes_no(&field),
        FieldFault::NotADay => w.form_day_wrong(&field),
        FieldFault::NotANumber => w.case_field_number(&field),
        FieldFault::NotAChoice { of } => w.case_field_choice(&field, &w.either(of)),
        FieldFault::OneLine => w.case_field_one_line(&field),
        FieldFault::Unprintable => w.case_field_unprintable(&field),
        FieldFault::TooLong { most, is } => w.case_field_too_long(&field, &w.number(*is), &w.number(*most)),
    };
    (format!("field.{}", wrong.field), said)
}
