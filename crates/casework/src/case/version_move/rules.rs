//! What a move to another version means for a case. Pure.

use register::resolved::{Field, RunningLimit, Version};

use super::model::{CasePreview, Lost, NotMoved, WhyLost};
use crate::case::field::{Fields, kind_word, read};

/// What the move of a case in a status, with what was written down in it, means.
#[must_use]
pub fn preview(from: &Version, to: &Version, status: &str, fields: &Fields) -> CasePreview {
    let stays = match to.status(status) {
        None => Some(NotMoved::NoStatus),
        Some(status) if status.end => Some(NotMoved::StatusEnds),
        Some(_) => None,
    };
    let mut preview = CasePreview {
        status: status.to_owned(),
        stays,
        carries: Vec::new(),
        lost: Vec::new(),
        limits_end: words(from, |limit| find(to, limit).is_none()),
        limits_begin: words(to, |limit| find(from, limit).is_none()),
        limits_differ: words(from, |limit| find(to, limit).is_some_and(|other| !same(limit, other))),
    };
    for field in &from.fields {
        let Some(value) = fields.value(&field.id) else { continue };
        match lost(field, to, &value.to_string()) {
            None => preview.carries.push(field.id.clone()),
            Some(why) => preview.lost.push(Lost { field: field.id.clone(), why }),
        }
    }
    preview
}

fn lost(field: &Field, to: &Version, value: &str) -> Option<WhyLost> {
    match to.field(&field.id) {
        None => Some(WhyLost::NoField),
        Some(other) if kind_word(&other.kind) != kind_word(&field.kind) => Some(WhyLost::OtherKind),
        Some(other) if read(&other.kind, value).is_err() => Some(WhyLost::NoSuchChoice),
        Some(_) => None,
    }
}

fn words(version: &Version, which: impl Fn(&RunningLimit) -> bool) -> Vec<String> {
    version.limits.iter().filter(|limit| which(limit)).map(|limit| limit.limit.clone()).collect()
}

fn find<'a>(version: &'a Version, limit: &RunningLimit) -> Option<&'a RunningLimit> {
    version.limits.iter().find(|other| other.limit == limit.limit)
}

fn same(one: &RunningLimit, other: &RunningLimit) -> bool {
    one.starts_by == other.starts_by && one.met_by == other.met_by && one.reminders == other.reminders
}

#[cfg(test)]
mod tests {
    use register::Register;
    use register::resolved::FieldKind;
    use register::source::Text;

    use super::*;
    use crate::case::field::WrittenField;

    fn written(field: &str, kind: &str, value: &str) -> WrittenField {
        WrittenField {
            field: field.to_owned(),
            kind: kind.to_owned(),
            value: Some(value.to_owned()),
            type_version: "one".to_owned(),
            case_version: 2,
            by: "test".to_owned(),
            organ: "test".to_owned(),
            at: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    fn choice(words: &[&str]) -> FieldKind {
        FieldKind::Choice(words.iter().map(|word| ((*word).to_owned(), Text::default())).collect())
    }

    #[test]
    fn what_carries_over_is_of_the_same_word_and_kind() {
        let register = Register::try_shipped_answering().expect("the shipped register has no faults of form");
        let types = &register.resolved.case_types;
        let mut from =
            types.iter().find(|one| one.id == "initial-assessment").expect("it is there").versions[0].clone();
        let template = from.fields[0].clone();
        let field = |id: &str, kind: FieldKind| Field { id: id.to_owned(), kind, ..template.clone() };
        from.fields = vec![
            field("same", FieldKind::Text),
            field("gone", FieldKind::Text),
            field("other", FieldKind::Text),
            field("choice-a", choice(&["a", "b"])),
            field("choice-b", choice(&["a", "b"])),
            field("empty", FieldKind::Text),
        ];
        let mut to = from.clone();
        to.fields = vec![
            field("same", FieldKind::Text),
            field("other", FieldKind::LongText),
            field("choice-a", choice(&["a"])),
            field("choice-b", choice(&["a"])),
        ];
        to.limits[0].reminders = vec![1];
        let rows = vec![
            written("same", "text", "x"),
            written("gone", "text", "x"),
            written("other", "text", "x"),
            written("choice-a", "choice", "a"),
            written("choice-b", "choice", "b"),
        ];
        let found = preview(&from, &to, "invited", &Fields::of(&from, rows.clone()));
        assert_eq!(found.carries, ["same", "choice-a"]);
        let lost: Vec<_> = found.lost.iter().map(|lost| (lost.field.as_str(), lost.why)).collect();
        let why = [("gone", WhyLost::NoField), ("other", WhyLost::OtherKind), ("choice-b", WhyLost::NoSuchChoice)];
        assert_eq!(lost, why);
        assert_eq!((found.limits_differ.len(), found.limits_end.len(), found.limits_begin.len()), (1, 0, 0));
        assert_eq!(found.stays, None);
        // What the preview says is what the other version then shows.
        let then = Fields::of(&to, rows);
        assert!(found.carries.iter().all(|field| then.holds(field)));
        assert!(found.lost.iter().all(|lost| !then.holds(&lost.field)));
        assert_eq!(then.elsewhere.len(), 3);

        to.statuses.retain(|status| status.id != "invited");
        assert_eq!(preview(&from, &to, "invited", &Fields::default()).stays, Some(NotMoved::NoStatus));
        assert_eq!(preview(&from, &to, "finished", &Fields::default()).stays, Some(NotMoved::StatusEnds));
    }
}
