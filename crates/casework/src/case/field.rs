//! What is written down in a case: values of the kinds that the version of its type names, read strictly, all faults at
//! once. Pure.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use register::fault::nearest;
use register::resolved::{Field, FieldKind, Version};

/// The most characters of a field of one line.
pub const LINE: usize = 1_000;

/// The most characters of a field of several lines.
pub const LINES: usize = 50_000;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A text, of one line or several.
    Text(String),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(Date),
    /// A whole number.
    Number(i64),
    /// A word of a choice.
    Choice(String),
}

impl fmt::Display for FieldValue {
    /// As it is kept, and as it can be read again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Choice(text) => f.write_str(text),
            Self::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Self::Day(day) => day.fmt(f),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// What somebody wants to write down: a field and its value; none, or a blank one, empties it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The field's word.
    pub field: String,
    /// The value, as it was written.
    pub value: Option<String>,
}

impl Given {
    /// This value in this field.
    #[must_use]
    pub fn new(field: &str, value: &str) -> Self {
        Self { field: field.to_owned(), value: Some(value.to_owned()) }
    }
}

/// A value that cannot be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongField {
    /// The field, as it was given.
    pub field: String,
    /// Why.
    pub fault: FieldFault,
}

/// Why a value cannot be written down. The value itself is not repeated: it may be about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldFault {
    /// The version has no such field, or none that this person may fill in.
    Unknown {
        /// The one that may have been meant.
        near: Option<String>,
    },
    /// It was given twice.
    Twice,
    /// It is neither `yes` nor `no`.
    NotYesOrNo,
    /// It is no day such as `2025-01-31`.
    NotADay,
    /// It is no whole number.
    NotANumber,
    /// It is none of these words.
    NotAChoice {
        /// The words.
        of: Vec<String>,
    },
    /// It has several lines, and the field has one.
    OneLine,
    /// It holds a character that cannot be shown.
    Unprintable,
    /// It is too long.
    TooLong {
        /// So many characters at most.
        most: usize,
        /// So many it has.
        is: usize,
    },
}

/// The word of a kind, in the register and in the database.
#[must_use]
pub const fn kind_word(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "text",
        FieldKind::LongText => "long-text",
        FieldKind::YesNo => "yes-no",
        FieldKind::Day => "day",
        FieldKind::Number => "number",
        FieldKind::Choice(_) => "choice",
    }
}

/// Reads a value of a kind, which is not blank.
///
/// # Errors
/// Why it is none.
pub fn read(kind: &FieldKind, written: &str) -> Result<FieldValue, FieldFault> {
    let written = written.trim();
    match kind {
        FieldKind::Text if written.contains(['\n', '\r']) => Err(FieldFault::OneLine),
        FieldKind::Text => text(written, LINE),
        FieldKind::LongText => text(written, LINES),
        FieldKind::YesNo => match written {
            "yes" => Ok(FieldValue::YesNo(true)),
            "no" => Ok(FieldValue::YesNo(false)),
            _ => Err(FieldFault::NotYesOrNo),
        },
        // One way to write a day, so that nothing is read that was not meant: `2025-01-31T10:00` is no day.
        FieldKind::Day => match written.parse::<Date>() {
            Ok(day) if day.to_string() == written => Ok(FieldValue::Day(day)),
            _ => Err(FieldFault::NotADay),
        },
        FieldKind::Number => written.parse().map(FieldValue::Number).map_err(|_| FieldFault::NotANumber),
        FieldKind::Choice(values) => {
            if values.iter().any(|(word, _)| word == written) {
                Ok(FieldValue::Choice(written.to_owned()))
            } else {
                Err(FieldFault::NotAChoice { of: values.iter().map(|(word, _)| word.clone()).collect() })
            }
        }
    }
}

fn text(written: &str, most: usize) -> Result<FieldValue, FieldFault> {
    // A NUL byte is what PostgreSQL cannot keep; other control characters show as nothing and hide what is written.
    if written.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(FieldFault::Unprintable);
    }
    let is = written.chars().count();
    if is > most { Err(FieldFault::TooLong { most, is }) } else { Ok(FieldValue::Text(written.to_owned())) }
}

/// Reads all that was given. `own` says that a person writes in their own case: then there are only the fields that they
/// see.
///
/// # Errors
/// All faults, in the order in which the fields were given.
pub fn read_all<'a>(
    version: &'a Version,
    given: &[Given],
    own: bool,
) -> Result<BTreeMap<&'a str, Option<FieldValue>>, Vec<WrongField>> {
    let mut values = BTreeMap::new();
    let mut wrong = Vec::new();
    let there = |field: &&Field| !own || field.person_sees;
    for one in given {
        let mut fault = |fault| wrong.push(WrongField { field: one.field.clone(), fault });
        let Some(field) = version.fields.iter().filter(there).find(|field| field.id == one.field) else {
            let words = version.fields.iter().filter(there).map(|field| field.id.as_str());
            fault(FieldFault::Unknown { near: nearest(&one.field, words).map(str::to_owned) });
            continue;
        };
        let value = match one.value.as_deref().filter(|written| !written.trim().is_empty()) {
            None => None,
            Some(written) => match read(&field.kind, written) {
                Ok(value) => Some(value),
                Err(why) => {
                    fault(why);
                    continue;
                }
            },
        };
        if values.insert(field.id.as_str(), value).is_some() {
            fault(FieldFault::Twice);
        }
    }
    if wrong.is_empty() { Ok(values) } else { Err(wrong) }
}

/// A value as it was written down: a row, never edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenField {
    /// The field's word.
    pub field: String,
    /// The word of the kind that it was then.
    pub kind: String,
    /// The value as it is kept; none: it was emptied.
    pub value: Option<String>,
    /// The version of the case type under which it was written.
    pub type_version: String,
    /// The version of the case that was left behind.
    pub case_version: i64,
    /// The post that wrote it; where the person did, their identity.
    pub by: String,
    /// Its organ, or `person`.
    pub organ: String,
    /// When.
    pub at: Timestamp,
}

/// A field of a case with its present value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseField {
    /// The field's word.
    pub field: String,
    /// The value; none: nothing is written down, or it was emptied.
    pub value: Option<FieldValue>,
    /// Who wrote it, when; also of one that was emptied.
    pub written: Option<WrittenField>,
    /// Whether the person sees it.
    pub person_sees: bool,
}

/// What a version shows of what was written down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The version's fields, in its order.
    pub present: Vec<CaseField>,
    /// Values that this version has no place for: written down under another version, kept, and shown apart.
    pub elsewhere: Vec<WrittenField>,
}

impl Fields {
    /// What a version shows of the last row of each field and kind. A value carries over from one version to another where
    /// there is a field of the same word and kind, and for a choice, of the same word.
    #[must_use]
    pub fn of(version: &Version, rows: Vec<WrittenField>) -> Self {
        let mut fields = Self::default();
        let fits = |field: &Field, row: &WrittenField| {
            let same = row.field == field.id && row.kind == kind_word(&field.kind);
            same && row.value.as_deref().is_none_or(|value| read(&field.kind, value).is_ok())
        };
        for field in &version.fields {
            let written = rows.iter().find(|row| fits(field, row)).cloned();
            let value = written.as_ref().and_then(|row| row.value.as_deref());
            let value = value.and_then(|value| read(&field.kind, value).ok());
            let person_sees = field.person_sees;
            fields.present.push(CaseField { field: field.id.clone(), value, written, person_sees });
        }
        let shown = |row: &WrittenField| version.fields.iter().any(|field| fits(field, row));
        fields.elsewhere = rows.into_iter().filter(|row| row.value.is_some() && !shown(row)).collect();
        fields
    }

    /// Whether a field holds a value.
    #[must_use]
    pub fn holds(&self, field: &str) -> bool {
        self.value(field).is_some()
    }

    /// The present value of a field.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&FieldValue> {
        self.present.iter().find(|one| one.field == field).and_then(|one| one.value.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use register::source::Text;

    use super::*;

    fn choice() -> FieldKind {
        FieldKind::Choice(vec![("good".to_owned(), Text::default()), ("none".to_owned(), Text::default())])
    }

    #[test]
    fn each_kind_is_read_strictly() {
        let day: Date = "2025-02-28".parse().expect("a day");
        for (kind, written, value) in [
            (FieldKind::Text, " O'Brien – عائشة ", FieldValue::Text("O'Brien – عائشة".to_owned())),
            (FieldKind::LongText, "a\n\tb", FieldValue::Text("a\n\tb".to_owned())),
            (FieldKind::YesNo, "no", FieldValue::YesNo(false)),
            (FieldKind::Day, "2025-02-28", FieldValue::Day(day)),
            (FieldKind::Number, "-12", FieldValue::Number(-12)),
            (choice(), "none", FieldValue::Choice("none".to_owned())),
        ] {
            assert_eq!(read(&kind, written), Ok(value), "{written}");
        }
        let of = vec!["good".to_owned(), "none".to_owned()];
        for (kind, written, fault) in [
            (FieldKind::Text, "a\nb", FieldFault::OneLine),
            (FieldKind::Text, "a\u{0}b", FieldFault::Unprintable),
            (FieldKind::LongText, "a\u{1b}b", FieldFault::Unprintable),
            (FieldKind::YesNo, "Yes", FieldFault::NotYesOrNo),
            (FieldKind::Day, "2025-02-29", FieldFault::NotADay),
            (FieldKind::Day, "2025-02-28T10:00", FieldFault::NotADay),
            (FieldKind::Day, "20250228", FieldFault::NotADay),
            (FieldKind::Number, "1,5", FieldFault::NotANumber),
            (FieldKind::Number, "9223372036854775808", FieldFault::NotANumber),
            (choice(), "bad", FieldFault::NotAChoice { of }),
        ] {
            assert_eq!(read(&kind, written), Err(fault), "{written:?}");
        }
        let long = "ä".repeat(LINE + 1);
        assert_eq!(read(&FieldKind::Text, &long), Err(FieldFault::TooLong { most: LINE, is: LINE + 1 }));
        assert!(read(&FieldKind::Text, &long[..2 * LINE]).is_ok(), "characters are counted, and not bytes");
    }

    proptest! {
        /// What is kept is read again as what it was.
        #[test]
        fn what_is_kept_is_read_again(written in ".{0,40}") {
            for kind in [FieldKind::Text, FieldKind::LongText, FieldKind::YesNo, FieldKind::Day, FieldKind::Number] {
                if let Ok(value) = read(&kind, &written) {
                    prop_assert_eq!(read(&kind, &value.to_string()), Ok(value));
                }
            }
        }
    }
}
