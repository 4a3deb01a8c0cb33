//! A person's name, in any script, and how it is found again however somebody spells it. Pure.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::attributes::text;

/// Letters of a part of a name at most.
const LONGEST: usize = 200;

/// A name. Each part may be missing: some have one name, some no surname.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Given names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// The family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// The given names in Latin letters, where they are written in others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_latin: Option<String>,
    /// The family name in Latin letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_latin: Option<String>,
}

impl Name {
    /// Given names and a family name.
    #[must_use]
    pub fn of(given: &str, family: &str) -> Self {
        let part = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self { given: part(given), family: part(family), ..Self::default() }
    }

    /// The same, with how it is written in Latin letters.
    #[must_use]
    pub fn in_latin(self, given: &str, family: &str) -> Self {
        let Self { given: given_latin, family: family_latin, .. } = Self::of(given, family);
        Self { given_latin, family_latin, ..self }
    }

    /// As the value of a fact holds it: the parts under their words. A text without them is a single name.
    #[must_use]
    pub fn read(value: &str) -> Option<Self> {
        let value = value.trim();
        let read = if value.starts_with('{') {
            serde_json::from_str(value).ok()?
        } else {
            Self { given: Some(value.to_owned()), ..Self::default() }
        };
        read.clean()
    }

    /// Each part composed and without needless spaces; none when a part cannot be a name, or there is no name at all.
    fn clean(self) -> Option<Self> {
        let part = |part: Option<String>| match part {
            Some(part) if part.trim().is_empty() => Some(None),
            Some(part) => text(&part, LONGEST).map(Some),
            None => Some(None),
        };
        let name = Self {
            given: part(self.given)?,
            family: part(self.family)?,
            given_latin: part(self.given_latin)?,
            family_latin: part(self.family_latin)?,
        };
        (name.given.is_some() || name.family.is_some()).then_some(name)
    }

    /// As the value of a fact.
    #[must_use]
    pub fn written(&self) -> String {
        let parts = [
            ("given", &self.given),
            ("family", &self.family),
            ("given_latin", &self.given_latin),
            ("family_latin", &self.family_latin),
        ];
        let written = parts.iter().filter_map(|(part, text)| {
            text.as_deref().map(|text| format!("\"{part}\":{}", serde_json::Value::from(text)))
        });
        format!("{{{}}}", written.collect::<Vec<_>>().join(","))
    }

    /// As it is shown: given names, then the family name, in the script that they are written in.
    #[must_use]
    pub fn shown(&self) -> String {
        let parts: Vec<&str> = [&self.given, &self.family].into_iter().flatten().map(String::as_str).collect();
        parts.join(" ")
    }

    /// The folded words of the name as it is written, each once, however they are joined.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let parts = [&self.given, &self.family].into_iter().flatten();
        parts
            .flat_map(|part| split(part))
            .map(|word| word.split(is_joint).map(folded).collect::<String>())
            .filter(|word| !word.is_empty())
            .collect()
    }

    /// The words by which it is found: of each part, in each script, folded.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let parts = [&self.given, &self.family, &self.given_latin, &self.family_latin];
        let mut keys: Vec<String> = parts.into_iter().flatten().flat_map(|part| keys(part)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// The folded words of a text. `Al-Sayed`, `al sayed` and `AlSayed` meet: a word with a hyphen or an apostrophe in it counts
/// both as one and as its pieces.
#[must_use]
pub fn keys(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for word in split(text) {
        let pieces: Vec<String> = word.split(is_joint).map(folded).filter(|piece| !piece.is_empty()).collect();
        if pieces.len() > 1 {
            keys.push(pieces.concat());
        }
        keys.extend(pieces);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The words to search by: each as one, and in its pieces where something joins it.
pub(super) fn wanted(text: &str) -> Vec<(String, Vec<String>)> {
    let pieces =
        |word: &str| -> Vec<String> { word.split(is_joint).map(folded).filter(|one| !one.is_empty()).collect() };
    split(text).map(pieces).filter(|pieces| !pieces.is_empty()).map(|pieces| (pieces.concat(), pieces)).collect()
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | '/' | '(' | ')'))
}

/// What joins the pieces of a word: hyphens and apostrophes of all kinds, also those that stand for hamza and ayn.
const fn is_joint(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}'..='\u{2015}' | '\'' | '\u{2018}'..='\u{201b}' | '`' | '\u{b4}' | '\u{2b9}'..='\u{2bf}'
            | '\u{2c8}' | '\u{5be}' | '\u{5f3}' | '\u{a78b}' | '\u{a78c}'
    )
}

/// Small letters without marks: however it is spelled. Letters that are one and the same but for a stroke or the habit of
/// a keyboard are made one.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ħ' => folded.push('h'),
            'ı' | 'ɪ' => folded.push('i'),
            'ŋ' => folded.push('n'),
            'ŧ' => folded.push('t'),
            'ə' => folded.push('a'),
            'ς' => folded.push('σ'),
            // Arabic and Persian: the bearers of hamza, the two forms of yeh and of kaf, teh marbuta.
            '\u{671}' => folded.push('\u{627}'),
            '\u{649}' | '\u{6cc}' => folded.push('\u{64a}'),
            '\u{6a9}' => folded.push('\u{643}'),
            '\u{629}' | '\u{6c1}' | '\u{6be}' | '\u{6d5}' => folded.push('\u{647}'),
            // Cyrillic: letters that Ukrainian, Belarusian and Kazakh writing keeps apart and a search need not.
            'ґ' => folded.push('г'),
            // Tatweel, joiners, and marks that decomposing leaves behind.
            '\u{640}' | '\u{200c}' | '\u{200d}' | '\u{621}' => {}
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => {}
        }
    }
    // Lower case may bring marks of its own (İ).
    folded.retain(|letter| !is_combining_mark(letter));
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (one, other) in [
            ("Åsa", "asa"),
            ("JOSÉ", "Jose\u{301}"),
            ("Łukasz", "lukasz"),
            ("İbrahim", "ibrahim"),
            ("Straße", "STRASSE"),
            ("Nguyễn", "nguyen"),
            ("مُحَمَّد", "محمد"),
            ("أحمد", "احمد"),
            ("علی", "علي"),
            ("Ёлкин", "Елкин"),
            ("Андрій", "андріи"),
            ("Ümit\u{301}", "umit"),
            ("ΓΙΏΡΓΟΣ", "Γιώργος"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} and {other}");
        }
        assert_ne!(folded("Anna"), folded("Anne"));
    }

    #[test]
    fn joints_neither_part_nor_hide() {
        for spelling in ["O'Brien", "O’Brien", "o brien", "OBrien"] {
            let found = keys(spelling);
            assert!(found.iter().any(|key| key == "obrien" || key == "brien"), "{spelling}: {found:?}");
        }
        assert_eq!(keys("Al-Sayed"), ["al", "alsayed", "sayed"]);
        assert_eq!(keys("  "), Vec::<String>::new());
    }

    #[test]
    fn a_part_may_be_missing_but_not_all() {
        assert_eq!(Name::read("Suharto").map(|name| name.shown()).as_deref(), Some("Suharto"));
        assert_eq!(Name::read(r#"{"family":"Ольга"}"#).map(|name| name.shown()).as_deref(), Some("Ольга"));
        for bad in ["", " ", "{}", r#"{"given":""}"#, r#"{"given":"a\u202eb"}"#, "{", r#"{"first":"a"}"#, "'"] {
            assert_eq!(Name::read(bad), None, "{bad:?}");
        }
        let name = Name::of("محمد", "علي").in_latin("Mohammed", "Ali");
        assert_eq!(Name::read(&name.written()), Some(name.clone()));
        assert!(name.keys().contains(&"mohammed".to_owned()) && name.keys().contains(&"محمد".to_owned()));
    }
}
