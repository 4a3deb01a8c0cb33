//! Citations: `1386/2010 §10 mom. 1 p. 3`.

use crate::fault::{Fault, Place};
use crate::source::{File, Language, Parsed, SourcesFile, Text};
use calendar::Date;
use serde_spanned::Spanned;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A source by its place in the list.
pub type SourceIndex = u16;

/// An act, decree, programme, release.
#[derive(Debug, Clone)]
pub struct Source {
    /// `1386/2010`, `seed`.
    pub id: String,
    /// `act`, `decree`, …
    pub kind: String,
    /// Its names.
    pub names: Text,
    /// Addresses by language.
    pub url: BTreeMap<String, String>,
    /// In force from.
    pub from: Option<Date>,
    /// In force until.
    pub until: Option<Date>,
    /// The act it amends.
    pub amends: Option<String>,
    /// The sections that exist; empty when that is not recorded.
    pub sections: Vec<String>,
    /// Shown with it.
    pub note: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

impl Source {
    /// Its address in a language, or in one of the others.
    pub fn address(&self, language: Language) -> Option<&str> {
        [language.code(), "fi", "sv", "en"].iter().find_map(|code| self.url.get(*code)).map(String::as_str)
    }
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The source.
    pub source: SourceIndex,
    /// Section, as in `10` or `32 a`; none where the source has none.
    pub section: Option<String>,
    /// Moment (subsection).
    pub moment: Option<u8>,
    /// Point (paragraph of a list).
    pub point: Option<u8>,
}

impl Citation {
    /// The part behind the source as an official writes it: `14 § 1 mom. 3 p.`
    pub fn section_text(&self, language: Language) -> String {
        let mut text = String::new();
        if let Some(section) = &self.section {
            text = match language {
                Language::En => format!("section {section}"),
                Language::Sv | Language::Fi => format!("{section} §"),
            };
        }
        if let Some(moment) = self.moment {
            text += &match language {
                Language::En => format!("({moment})"),
                Language::Sv | Language::Fi => format!(" {moment} mom."),
            };
        }
        if let Some(point) = self.point {
            text += &match language {
                Language::En => format!(", paragraph {point}"),
                Language::Sv => format!(" {point} punkten"),
                Language::Fi => format!(" {point} kohta"),
            };
        }
        text
    }

    /// As it is written in the register, without the source: `§14 mom. 1 p. 3`.
    pub fn written(&self) -> String {
        let mut text = self.section.as_ref().map(|section| format!("§{section}")).unwrap_or_default();
        if let Some(moment) = self.moment {
            text += &format!(" mom. {moment}");
        }
        if let Some(point) = self.point {
            text += &format!(" p. {point}");
        }
        text
    }
}

/// Why a citation could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` cannot be read as a citation", self.0)
    }
}

/// A written citation taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Parts {
    source: String,
    section: Option<String>,
    moment: Option<u8>,
    point: Option<u8>,
}

/// Splits a written citation into source, section, moment, point.
fn parse(written: &str) -> Result<Parts, Unreadable> {
    let unreadable = || Unreadable(written.to_owned());
    let (source, rest) = match written.split_once('§') {
        None => return Ok(Parts { source: written.trim().to_owned(), section: None, moment: None, point: None }),
        Some((source, rest)) => (source.trim().to_owned(), rest.trim()),
    };
    let (rest, point) = match rest.split_once(" p. ") {
        None => (rest, None),
        Some((rest, point)) => (rest, Some(point.trim().parse().map_err(|_| unreadable())?)),
    };
    let (section, moment) = match rest.split_once(" mom. ") {
        None => (rest, None),
        Some((section, moment)) => (section, Some(moment.trim().parse().map_err(|_| unreadable())?)),
    };
    let section = section.trim();
    let mut parts = section.split(' ');
    let number = parts.next().unwrap_or_default();
    let letter = parts.next();
    let sound = !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && letter.is_none_or(|letter| letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_lowercase()))
        && parts.next().is_none();
    if source.is_empty() || !sound {
        return Err(unreadable());
    }
    Ok(Parts { source, section: Some(section.to_owned()), moment, point })
}

/// The list of sources.
pub(super) fn resolve(parsed: &Parsed<SourcesFile>, faults: &mut Vec<Fault>) -> Vec<Source> {
    let mut all: Vec<Source> = Vec::new();
    for spanned in &parsed.content.source {
        let written = spanned.get_ref();
        let place = parsed.place(written.id.span());
        if let Some(earlier) = all.iter().find(|source| source.id == *written.id.get_ref()) {
            faults.push(
                Fault::error("twice", format!("source `{}` is listed twice", earlier.id))
                    .at(place)
                    .also_at(earlier.place.clone())
                    .help("take one of them away"),
            );
            continue;
        }
        all.push(Source {
            id: written.id.get_ref().clone(),
            kind: written.kind.get_ref().clone(),
            names: written.names.clone(),
            url: written.url.clone(),
            from: written.from.map(|day| day.0),
            until: written.until.map(|day| day.0),
            amends: written.amends.as_ref().map(|act| act.get_ref().clone()),
            sections: written.sections.iter().flat_map(|range| sections(range.get_ref())).collect(),
            note: written.note.clone(),
            place,
        });
    }
    all
}

/// `1-3` becomes 1, 2, 3 and `90 a-90 c` becomes 90 a, 90 b, 90 c; anything else stays as it is.
fn sections(range: &str) -> Vec<String> {
    let Some((first, last)) = range.split_once(['-', '–']).map(|(first, last)| (first.trim(), last.trim())) else {
        return vec![range.trim().to_owned()];
    };
    if let (Ok(first), Ok(last)) = (first.parse::<u16>(), last.parse::<u16>()) {
        return (first..=last).map(|number| number.to_string()).collect();
    }
    match (first.split_once(' '), last.split_once(' ')) {
        (Some((number, from)), Some((same, until))) if number == same && from.len() == 1 && until.len() == 1 => {
            (from.as_bytes()[0]..=until.as_bytes()[0])
                .map(|letter| format!("{number} {}", char::from(letter)))
                .collect()
        }
        _ => vec![range.trim().to_owned()],
    }
}

/// Looks a list of citations up.
pub(super) fn all(
    file: &Arc<File>,
    written: &[Spanned<String>],
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Vec<Citation> {
    written.iter().filter_map(|citation| one(file, citation, sources, faults)).collect()
}

fn one(file: &File, written: &Spanned<String>, sources: &[Source], faults: &mut Vec<Fault>) -> Option<Citation> {
    let place = || file.place(written.span());
    let Parts { source, section, moment, point } = match parse(written.get_ref()) {
        Ok(parts) => parts,
        Err(error) => {
            faults.push(
                Fault::error("unreadable-citation", error.to_string())
                    .at(place())
                    .help("write it as `681/2023 §14 mom. 1 p. 3`"),
            );
            return None;
        }
    };
    let Some(at) = sources.iter().position(|known| known.id == source) else {
        faults.push(
            Fault::error("unknown-source", format!("`{source}` does not stand in `sources.toml`"))
                .at(place())
                .did_you_mean(&source, sources.iter().map(|known| known.id.as_str())),
        );
        return None;
    };
    if let Some(section) = &section
        && !sources[at].sections.is_empty()
        && !sources[at].sections.contains(section)
    {
        faults.push(
            Fault::error("unknown-section", format!("`{source}` has no section `{section}`"))
                .at(place())
                .help(format!("the sections recorded for it stand in `sources.toml`, line {}", sources[at].place.line)),
        );
    }
    Some(Citation { source: u16::try_from(at).ok()?, section, moment, point })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_what_a_lawyer_writes() {
        let read = |written| {
            let parts = parse(written).unwrap();
            (parts.source, parts.section.unwrap_or_default(), parts.moment, parts.point)
        };
        assert_eq!(read("1386/2010 §10"), ("1386/2010".into(), "10".into(), None, None));
        assert_eq!(read("681/2023 §14 mom. 1 p. 3"), ("681/2023".into(), "14".into(), Some(1), Some(3)));
        assert_eq!(read("681/2023 §32 a"), ("681/2023".into(), "32 a".into(), None, None));
        assert_eq!(read("seed"), ("seed".into(), String::new(), None, None));
    }

    #[test]
    fn counts_the_sections_of_a_range() {
        assert_eq!(super::sections("1-3"), ["1", "2", "3"]);
        assert_eq!(super::sections("90 a-90 c"), ["90 a", "90 b", "90 c"]);
        assert_eq!(super::sections("32 a"), ["32 a"]);
    }

    #[test]
    fn refuses_what_is_no_citation() {
        for wrong in
            ["1386/2010 §", "§10", "1386/2010 §ten", "1386/2010 §10 mom. x", "681/2023 §3 §4", "681/2023 §3 ab"]
        {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
