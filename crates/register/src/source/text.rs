//! Texts in three languages, days, search words.

use calendar::Date;
use serde::{Deserialize, Deserializer, Serialize};

/// A language that every text must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Swedish.
    Sv,
    /// Finnish.
    Fi,
    /// English.
    En,
}

impl Language {
    /// All languages of the register.
    pub const ALL: [Self; 3] = [Self::Sv, Self::Fi, Self::En];

    /// The two-letter code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::Fi => "fi",
            Self::En => "en",
        }
    }

    /// The language of a two-letter code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A text in the three languages. Empty means: no translation was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Swedish.
    #[serde(default)]
    pub sv: String,
    /// Finnish.
    #[serde(default)]
    pub fi: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Text {
    /// The text in that language, or, where it is missing, in Finnish, Swedish, English in that order.
    pub fn get(&self, language: Language) -> &str {
        let wanted = self.exactly(language);
        [wanted, &self.fi, &self.sv, &self.en].into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The text in that language, empty when it is missing.
    pub fn exactly(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Fi => &self.fi,
            Language::En => &self.en,
        }
    }

    /// The languages in which it is missing.
    pub fn missing(&self) -> impl Iterator<Item = Language> + '_ {
        Language::ALL.into_iter().filter(|language| self.exactly(*language).trim().is_empty())
    }

    /// The same words in every language, for names that are the same everywhere.
    pub fn same(text: &str) -> Self {
        Self { sv: text.to_owned(), fi: text.to_owned(), en: text.to_owned() }
    }
}

/// Words by which people look for a duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Swedish.
    #[serde(default)]
    pub sv: Vec<String>,
    /// Finnish.
    #[serde(default)]
    pub fi: Vec<String>,
    /// English.
    #[serde(default)]
    pub en: Vec<String>,
}

/// A day as TOML writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = toml::value::Datetime::deserialize(deserializer)?;
        day_of(&written)
            .map(Day)
            .ok_or_else(|| serde::de::Error::custom(format!("`{written}` is not a day; write it as 2025-01-01")))
    }
}

/// The day of a TOML date without a time.
pub(crate) fn day_of(written: &toml::value::Datetime) -> Option<Date> {
    let date = written.date.filter(|_| written.time.is_none())?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}
