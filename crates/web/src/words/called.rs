//! What languages and countries are called: people write and read names, never codes. The names stand beside the texts,
//! in `words/<language>/languages.csv` and `countries.csv` (taken from Unicode's CLDR; decision 0023).

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Language, Words, folded};

/// The names in one language, read once.
pub(super) struct Called {
    languages: HashMap<&'static str, &'static str>,
    countries: HashMap<&'static str, &'static str>,
}

impl Called {
    pub(super) fn new(language: Language) -> Self {
        let [languages, countries] = language.named().map(|text| lines(text).collect());
        Self { languages, countries }
    }
}

/// Each code with its name; the first line is a heading. The build has seen that each line is `code;name`.
fn lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().skip(1).filter_map(|line| line.split_once(';'))
}

impl Words {
    /// What a language is called: "tigrinja" of `ti`. A part that has no name is shown by its code: "serbiska (Latn)" of
    /// `sr-latn`; a code that is not known is shown itself, and nothing is lost.
    pub fn language_of(&self, code: &str) -> String {
        let named = |code: &str| self.called.languages.get(code).copied();
        if let Some(name) = named(code) {
            return name.to_owned();
        }
        let (first, rest) = code.split_once('-').unwrap_or((code, ""));
        match (named(first), rest.split_at_checked(1)) {
            (Some(name), Some((initial, rest))) => format!("{name} ({}{rest})", initial.to_uppercase()),
            _ => code.to_owned(),
        }
    }

    /// What a country is called: "Eritrea" of `ER`; a code that is not known is shown itself.
    pub fn country_of(&self, code: &str) -> String {
        self.called.countries.get(code).copied().unwrap_or(code).to_owned()
    }

    /// The names of all languages that have one, for a field that helps to write them; in no order.
    pub fn languages_named(&self) -> impl Iterator<Item = &'static str> {
        self.called.languages.values().copied()
    }

    /// The names of all countries, for a field that helps to write them; in no order.
    pub fn countries_named(&self) -> impl Iterator<Item = &'static str> {
        self.called.countries.values().copied()
    }
}

/// The code of a language that somebody wrote by its name, in any language of ours, in any letters. None: it is no name
/// that is known.
pub fn language_called(name: &str) -> Option<String> {
    static CODES: OnceLock<HashMap<String, &str>> = OnceLock::new();
    CODES.get_or_init(|| backwards(0)).get(&folded(name.trim())).map(|code| (*code).to_owned())
}

/// The code of a country that somebody wrote by its name, in any language of ours, in any letters. None: it is no name
/// that is known.
pub fn country_called(name: &str) -> Option<String> {
    static CODES: OnceLock<HashMap<String, &str>> = OnceLock::new();
    CODES.get_or_init(|| backwards(1)).get(&folded(name.trim())).map(|code| (*code).to_owned())
}

/// From name to code, over all languages. Where one name means two things, the first language that has it wins, and in
/// it the first line.
fn backwards(kind: usize) -> HashMap<String, &'static str> {
    let mut codes = HashMap::new();
    for (code, name) in Language::ALL.into_iter().filter_map(|one| one.named().get(kind).copied()).flat_map(lines) {
        codes.entry(folded(name)).or_insert(code);
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_names_languages_and_countries() {
        let (sv, fi, en) = (Language::Sv.words(), Language::Fi.words(), Language::En.words());
        assert_eq!([sv, fi, en].map(|w| w.language_of("ti")), ["tigrinja", "tigrinja", "Tigrinya"]);
        assert_eq!([sv, fi, en].map(|w| w.country_of("SY")), ["Syrien", "Syyria", "Syria"]);
        assert_eq!(fi.language_of("fse"), "suomalainen viittomakieli");
        assert_eq!(en.language_of("zh-hant"), "Chinese (traditional script)");
        assert_eq!(sv.language_of("sr-latn"), "serbiska (Latn)");
        // What has no name is shown as it is kept; nothing is lost.
        assert_eq!(en.language_of("qqq"), "qqq");
        assert_eq!(en.language_of("fi-"), "fi-");
        assert_eq!(en.country_of("stateless"), "stateless");
    }

    #[test]
    fn a_name_in_any_of_the_languages_is_the_code() {
        for name in ["tigrinja", "Tigrinya", " TIGRINJA "] {
            assert_eq!(language_called(name).as_deref(), Some("ti"), "{name}");
        }
        assert_eq!(language_called("finlandssvenskt teckenspråk").as_deref(), Some("fss"));
        assert_eq!(country_called("syyria").as_deref(), Some("SY"));
        assert_eq!(country_called("Åland").as_deref(), Some("AX"));
        for none in ["", "klingonska dialekter", "zz"] {
            assert_eq!((language_called(none), country_called(none)), (None, None), "{none}");
        }
    }

    /// What a page shows can be written back: a name leads to its code, but for the few that two codes share.
    #[test]
    fn each_name_leads_back_to_a_code_of_that_name() {
        for language in Language::ALL {
            let [languages, countries] = language.named();
            for (code, name) in lines(languages) {
                let back = language_called(name).unwrap_or_default();
                assert!(
                    Language::ALL.iter().any(|one| folded(&one.words().language_of(&back)) == folded(name)),
                    "{code} {name}"
                );
            }
            for (code, name) in lines(countries) {
                assert_eq!(country_called(name).as_deref(), Some(code), "{name}");
            }
        }
    }
}
