//! Every text that people are shown, in every language.
//!
//! The texts stand in `words/<language>/<noun>.ftl` ([Fluent](https://projectfluent.org)); the build makes one method of
//! each, so that a template that names a missing text does not compile, and a text missing in one language stops the
//! build. Take the texts of a language with [`Language::words`]:
//!
//! ```
//! use web::words::Language;
//! let w = Language::Sv.words();
//! assert_eq!(w.language_name(), "svenska");
//! assert_eq!(w.day(jiff::civil::date(2021, 5, 10)), "10 maj 2021");
//! ```
//!
//! To add a text, add it to the file of its noun in every language; its name begins with the noun. A variable that a
//! language chooses a plural by takes a number, every other takes text; a method takes them in alphabetical order. To add a language, copy a folder, translate
//! it, and set `language-name`, `language-locale` and `language-order` in it.

mod called;
mod speak;

pub use called::{country_called, language_called};
pub use speak::folded;

use std::str::FromStr;
use std::sync::OnceLock;

use fluent::FluentValue;
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};

use called::Called;
use speak::Speak;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The texts of one language, and how it writes days, numbers and lists.
pub struct Words {
    language: Language,
    plain: Vec<String>,
    bundle: FluentBundle<FluentResource>,
    speak: Speak,
    called: Called,
}

impl Language {
    /// The texts of this language; read once, on first use.
    pub fn words(self) -> &'static Words {
        static WORDS: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        WORDS[self as usize].get_or_init(|| Words::new(self))
    }

    /// The language that a browser asks for in its `Accept-Language` header, as far as it is one of ours.
    pub fn preferred(accept: &str) -> Option<Self> {
        let mut wishes: Vec<(f32, &str)> = accept
            .split(',')
            .filter_map(|wish| {
                let mut parts = wish.split(';').map(str::trim);
                let tag = parts.next()?;
                let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
                (weight > 0.0).then_some((weight, tag))
            })
            .collect();
        wishes.sort_by(|one, other| other.0.total_cmp(&one.0));
        wishes.into_iter().find_map(|(_, tag)| tag.split('-').next()?.parse().ok())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(text)).ok_or(UnknownLanguage)
    }
}

/// Asked for a language that has no folder in `words/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language of this product; it speaks {}", Language::ALL.map(Language::code).join(", "))]
pub struct UnknownLanguage;

impl Words {
    fn new(language: Language) -> Self {
        let locale = language.locale();
        let speak = Speak::new(locale);
        let called = Called::new(language);
        let mut bundle = FluentBundle::new_concurrent(locale.parse().into_iter().collect());
        // Isolation marks are for mixing writing directions; here they would only break copying and searching.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(speak::write_value));
        for source in language.sources() {
            // The build has parsed the same text, so nothing can be wrong with it here.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        let mut words = Self { language, plain: Vec::new(), bundle, speak, called };
        words.plain = PLAIN.iter().map(|id| words.filled(id, [])).collect();
        words
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    fn plain(&self, index: usize) -> &str {
        self.plain.get(index).map_or("", String::as_str)
    }

    fn filled<const N: usize>(&self, id: &str, arguments: [(&'static str, FluentValue<'_>); N]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.into_iter().collect();
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut faults).into_owned()
    }
}

/// There is one set of texts a language.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Eq for Words {}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Words").field(&self.language).finish()
    }
}

/// A number that a text may choose its form by.
pub trait Count {
    /// The number itself.
    fn count(&self) -> i64;
}

macro_rules! count {
    ($($kind:ty),*) => {
        $(impl Count for $kind {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        })*
    };
}
count!(usize, u64, u32, i64, i32);

impl<T: Count> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

#[cfg(test)]
mod tests;
