//! What can be said of a person, and how it is written: the register's attributes, the municipality, and the attributes
//! of the person's own, which are all listed here. Pure.

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use register::Register;
use register::ask::Given;
use unicode_normalization::UnicodeNormalization as _;

use super::model::{NewFact, Refusal};
use super::name::Name;
use super::situation::MUNICIPALITY;

/// How the value of an attribute of the person's own is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A name in its parts; see [`Name`].
    Name,
    /// A language by its code: `fi`, `ar`, `zh-hant`, or `fse` for a signed one.
    Language,
    /// A language by its code, or `none`.
    LanguageOrNone,
    /// A country by its two letters, `stateless` or `unknown`.
    Country,
    /// A telephone number: digits, with `+` before the code of a country.
    Phone,
    /// An address of e-mail.
    Email,
    /// Text.
    Text,
}

/// An attribute of the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Own {
    /// Its word.
    pub id: &'static str,
    /// How its value is written.
    pub form: Form,
    /// Several can hold at a time, each in a slot of its own.
    pub several: bool,
    /// It tells where the person is to be found: when the person is protected, only named handlers see it.
    pub tells_where: bool,
}

/// A name. The one that the person officially bears has the empty slot; aliases and earlier spellings have others.
pub const NAME: &str = "name";

/// The attributes of the person's own.
pub const OWN: [Own; 10] = [
    own(NAME, Form::Name, true, false),
    own("mother-tongue", Form::Language, true, false),
    own("language", Form::Language, true, false),
    own("interpreter", Form::LanguageOrNone, false, false),
    own("nationality", Form::Country, true, false),
    own("address", Form::Text, true, true),
    own("phone", Form::Phone, true, true),
    own("email", Form::Email, true, true),
    own("contact", Form::Text, true, true),
    own("support-need", Form::Text, true, false),
];

const fn own(id: &'static str, form: Form, several: bool, tells_where: bool) -> Own {
    Own { id, form, several, tells_where }
}

/// The attribute of the person's own of a word.
#[must_use]
pub fn own_attribute(word: &str) -> Option<&'static Own> {
    OWN.iter().find(|own| own.id == word)
}

/// Whether the attribute tells where the person is to be found. The municipality does; the program goes on reading it to
/// find out who is responsible.
#[must_use]
pub fn tells_where(attribute: &str) -> bool {
    attribute == MUNICIPALITY || own_attribute(attribute).is_some_and(|own| own.tells_where)
}

/// Letters of a value at most.
const LONGEST: usize = 500;

/// The first and the last day that a fact may name.
const DAYS: (Date, Date) = (date(1850, 1, 1), date(2200, 1, 1));

/// The fact as it is kept: its words known, its value in the one form that it is written in.
///
/// # Errors
/// What is wrong with it.
pub fn clean(register: &Register, new: &NewFact) -> Result<NewFact, Refusal> {
    period(new.from, new.until)?;
    if !is_word(&new.source, 1, 60) {
        return Err(Refusal::Source(new.source.clone()));
    }
    let several = own_attribute(&new.attribute).is_some_and(|own| own.several);
    if !(new.slot.is_empty() || several && is_word(&new.slot, 1, 40)) {
        return Err(Refusal::Slot { attribute: new.attribute.clone(), slot: new.slot.clone() });
    }
    Ok(NewFact { value: value(register, &new.attribute, &new.value)?, ..new.clone() })
}

/// A period that can be.
pub(super) fn period(from: Date, until: Option<Date>) -> Result<(), Refusal> {
    if from < DAYS.0 || from > DAYS.1 || until.is_some_and(|until| until > DAYS.1) {
        return Err(Refusal::DayOutOfReach { first: DAYS.0, last: DAYS.1 });
    }
    if until.is_some_and(|until| until <= from) { Err(Refusal::EndsBeforeItBegins) } else { Ok(()) }
}

/// A machine's word: small letters, digits, `-`, `.`, `:`.
pub(super) fn is_word(text: &str, shortest: usize, longest: usize) -> bool {
    (shortest..=longest).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b':'))
}

fn value(register: &Register, attribute: &str, given: &str) -> Result<String, Refusal> {
    if attribute == MUNICIPALITY {
        let found = register.municipality_ever(given)?;
        return Ok(register.resolved.territory.at(found).code.clone());
    }
    let Some(own) = own_attribute(attribute) else {
        let (_, read) = register.fact(attribute, given)?;
        if attribute == "age" && given.trim().parse::<u32>().is_ok() {
            return Err(Refusal::AgeFollowsFromBirth);
        }
        return Ok(match read {
            Given::Day(day) => day.to_string(),
            Given::Value(_) | Given::Unknown => given.trim().to_owned(),
        });
    };
    let wrong = || Refusal::Value { attribute: attribute.to_owned() };
    match own.form {
        Form::Name => Name::read(given).map(|name| name.written()).ok_or_else(wrong),
        Form::Text => text(given, LONGEST).ok_or_else(wrong),
        Form::Language => language(given).ok_or_else(wrong),
        Form::LanguageOrNone if given.trim() == "none" => Ok("none".to_owned()),
        Form::LanguageOrNone => language(given).ok_or_else(wrong),
        Form::Country => country(given).ok_or_else(wrong),
        Form::Phone => phone(given).ok_or_else(wrong),
        Form::Email => email(given).ok_or_else(wrong),
    }
}

/// A text as it is kept: composed (NFC), without spaces around it, each run of spaces one. Line ends become commas; marks
/// that are not seen and change nothing fall away, those that reorder what is read are refused. The joiners that Persian
/// and Indic scripts need stay.
pub(super) fn text(given: &str, longest: usize) -> Option<String> {
    let nothing = |letter: &char| matches!(letter, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}');
    let given: String = given.chars().filter(|letter| !nothing(letter)).collect();
    let mut kept = String::with_capacity(given.len());
    for line in given.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let separator = if kept.is_empty() { "" } else { ", " };
        let words: Vec<&str> = line.trim_end_matches(',').split_whitespace().collect();
        write!(kept, "{separator}{}", words.join(" ")).ok()?;
    }
    let kept: String = kept.nfc().collect();
    let unseen = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
            || matches!(letter, '\u{e0000}'..='\u{e007f}')
    };
    let fits = !kept.is_empty() && kept.chars().count() <= longest && !kept.chars().any(unseen);
    (fits && kept.chars().any(char::is_alphanumeric)).then_some(kept)
}

fn language(given: &str) -> Option<String> {
    let code = given.trim().to_ascii_lowercase();
    let mut parts = code.split('-');
    let first = parts.next().filter(|first| matches!(first.len(), 2 | 3))?;
    let fits = first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.clone().count() <= 3
        && parts.all(|part| matches!(part.len(), 2..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    fits.then_some(code)
}

fn country(given: &str) -> Option<String> {
    let given = given.trim();
    if matches!(given, "stateless" | "unknown") {
        return Some(given.to_owned());
    }
    let code = given.to_ascii_uppercase();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}

fn phone(given: &str) -> Option<String> {
    let mut kept = String::new();
    for letter in given.trim().chars() {
        match letter {
            '0'..='9' => kept.push(letter),
            // The digits of Arabic and of Persian.
            '\u{660}'..='\u{669}' => kept.push(char::from_digit(u32::from(letter) - 0x660, 10)?),
            '\u{6f0}'..='\u{6f9}' => kept.push(char::from_digit(u32::from(letter) - 0x6f0, 10)?),
            '+' if kept.is_empty() => kept.push('+'),
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}'..='\u{2013}' | '(' | ')' | '.' | '/' => {}
            _ => return None,
        }
    }
    if let Some(abroad) = kept.strip_prefix("00") {
        kept = format!("+{abroad}");
    }
    // E.164: fifteen digits at most.
    let digits = kept.trim_start_matches('+').len();
    (3..=15).contains(&digits).then_some(kept)
}

fn email(given: &str) -> Option<String> {
    let given: String = given.trim().nfc().collect();
    let (local, domain) = given.rsplit_once('@')?;
    let unfit = |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '@' | '<' | '>' | ',');
    let fits = !local.is_empty()
        && local.len() <= 64
        && given.len() <= 254
        && !given.replacen('@', "", 1).contains(unfit)
        && domain.contains('.')
        && domain.split('.').all(|part| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-'));
    fits.then(|| format!("{local}@{}", domain.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_has_one_form() {
        for (given, kept) in [
            ("040 123 4567", Some("0401234567")),
            ("+358 (40) 123-4567", Some("+358401234567")),
            ("00358 40 1234567", Some("+358401234567")),
            ("٠٤٠١٢٣٤٥٦٧", Some("0401234567")),
            ("12", None),
            ("1234567890123456", None),
            ("040 ring me", None),
            ("040+1", None),
        ] {
            assert_eq!(phone(given).as_deref(), kept, "{given}");
        }
    }

    #[test]
    fn an_address_of_e_mail_has_one_at_and_a_domain() {
        let loud = " O'Brien+a@example.org ".replace("example.org", "Example.ORG");
        assert_eq!(email(&loud).as_deref(), Some("O'Brien+a@example.org"));
        for bad in [
            "",
            "a",
            "@b.fi",
            "a@b",
            "a b@example.fi",
            "a@@example.fi",
            "a@b..example",
            "a@-example.fi",
            "a,b@example.fi",
        ] {
            assert_eq!(email(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_language_is_a_code() {
        assert_eq!(language("ZH-Hant").as_deref(), Some("zh-hant"));
        for bad in ["", "arabic", "f", "fi-", "fi_FI", "ar-1"] {
            assert_eq!(language(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_text_is_composed_and_holds_nothing_unseen() {
        assert_eq!(text("  A\u{30a}gatan  1\r\n30100 Forssa ", 100).as_deref(), Some("Ågatan 1, 30100 Forssa"));
        assert_eq!(text("می\u{200c}خواهم", 100).as_deref(), Some("می\u{200c}خواهم"), "the joiner of Persian stays");
        for bad in ["", "  ", "a\u{202e}b", "a\u{0}b", "a\u{2067}b", "--", &"a".repeat(101)] {
            assert_eq!(text(bad, 100), None, "{bad:?}");
        }
    }
}
