//! What the pages add to [`crate::said`]: links to the pages of organs, duties and sources, periods and lengths of time.

use calendar::{Date, Length, Period, Unit};
use register::Register;
use register::ask::Given;
use register::resolved::{
    AttributeIndex, Citation, Clause, MunicipalityIndex, OrganIndex, Resolver, Status, VerbIndex,
};
use register::source::{Language, Text};

use crate::components::{Basis, Certainty, Force, Link, Whom};
use crate::said;
use crate::shell::encoded;
use crate::words::Words;

/// A register and a language.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'r> {
    /// The register.
    pub register: &'r Register,
    /// The texts.
    pub w: &'static Words,
    language: Language,
}

impl<'r> Telling<'r> {
    /// Tells in the language of the texts.
    pub fn new(register: &'r Register, w: &'static Words) -> Self {
        Self { register, w, language: said::register_language(w.language()) }
    }

    /// A text of the register.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.language)
    }

    /// A link to a page of ours.
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.w.language().code())
    }

    /// An organ with its page on a day.
    pub fn organ(&self, organ: OrganIndex, on: Date) -> Link {
        let id = &self.register.resolved.organs.at(organ).id;
        let name = said::organ_short_name(self.w, self.register, organ);
        Link::to(name, self.href(&format!("/organ/{}?on={on}", encoded(id))))
    }

    /// An organ under its official name, with its page on a day.
    pub fn organ_in_full(&self, organ: OrganIndex, on: Date) -> Link {
        Link { text: said::organ_name(self.w, self.register, organ).to_owned(), ..self.organ(organ, on) }
    }

    /// Whom a clause names: one organ, or a kind of organ; the kind in the words of the register.
    pub fn bearer(&self, clause: &Clause) -> String {
        let Some(bearer) = &clause.bearer else { return self.w.telling_nobody().to_owned() };
        if let Some(Resolver::Fixed(organ)) = self.register.resolved.resolvers.get(usize::from(bearer.resolver)) {
            return said::organ_short_name(self.w, self.register, *organ).to_owned();
        }
        let organs = &self.register.resolved.organs;
        match organs.kind(&bearer.kind).and_then(|kind| organs.kinds.get(usize::from(kind))) {
            Some(kind) => self.text(&kind.names).to_owned(),
            None => bearer.kind.clone(),
        }
    }

    /// A municipality's name.
    pub fn municipality(&self, municipality: MunicipalityIndex) -> &'r str {
        self.register.resolved.territory.at(municipality).names.get(self.language)
    }

    /// The page of a duty.
    pub fn duty_href(&self, id: &str) -> String {
        self.href(&format!("/duty/{}", encoded(id)))
    }

    /// A verb, with those that belong to it: "ordnar, planerar".
    pub fn verbs(&self, verb: VerbIndex, also: &[VerbIndex]) -> String {
        let verbs = &self.register.resolved.words.verbs;
        let said: Vec<&str> = std::iter::once(&verb)
            .chain(also)
            .filter_map(|verb| verbs.get(usize::from(*verb)))
            .map(|verb| self.text(&verb.third))
            .collect();
        said.join(", ")
    }

    /// A citation with the pages behind it.
    pub fn basis(&self, citation: &Citation) -> Basis {
        let source = &self.register.resolved.sources[usize::from(citation.source)];
        let text = said::citation(self.w, self.register, citation);
        let name = self.text(&source.names);
        let page = match &citation.section {
            Some(number) => format!("/source/{}?section={}", source.id, encoded(number)),
            None => format!("/source/{}", source.id),
        };
        Basis {
            w: self.w,
            title: (!text.starts_with(name)).then(|| name.to_owned()),
            citation: text,
            page: Some(self.href(&page)),
            text: source.address(self.language).map(str::to_owned),
        }
    }

    /// Citations, with the acts' names.
    pub fn bases(&self, citations: &[Citation]) -> Vec<Basis> {
        citations.iter().map(|citation| self.basis(citation)).collect()
    }

    /// Citations for where room is scarce: without the acts' names and the way to their text.
    pub fn short_bases(&self, citations: &[Citation]) -> Vec<Basis> {
        citations.iter().map(|citation| Basis { title: None, text: None, ..self.basis(citation) }).collect()
    }

    /// The name of an attribute.
    pub fn attribute(&self, attribute: AttributeIndex) -> &'r str {
        self.register.resolved.words.at(attribute).title.get(self.language)
    }

    /// What is known about an attribute.
    pub fn given(&self, attribute: AttributeIndex, given: Given) -> String {
        match given {
            Given::Value(value) => said::value_set(self.w, self.register, attribute, 1 << value),
            Given::Day(day) => self.w.day(day),
            Given::Unknown => self.w.telling_not_known().to_owned(),
        }
    }

    /// For whom a clause is, as a list.
    pub fn for_whom(&self, clause: &Clause) -> Whom {
        Whom { w: self.w, whom: said::for_whom(self.w, self.register, clause) }
    }

    /// A period in words; `None` for always.
    pub fn period(&self, period: Period) -> Option<String> {
        let w = self.w;
        match (period.from, period.last_day()) {
            (None, None) => None,
            (Some(from), None) => Some(w.telling_from(&w.day_short(from))),
            (None, Some(last)) => Some(w.telling_until(&w.day_short(last))),
            (Some(from), Some(last)) => Some(w.telling_between_days(&w.day_short(from), &w.day_short(last))),
        }
    }

    /// A length of time: "2 månader".
    pub fn length(&self, length: Option<Length>) -> String {
        let Some(Length { amount, unit }) = length else { return self.w.telling_without_delay().to_owned() };
        match unit {
            Unit::Hours => self.w.telling_hours(amount),
            Unit::Days => self.w.telling_days(amount),
            Unit::WorkingDays => self.w.telling_working_days(amount),
            Unit::Weeks => self.w.telling_weeks(amount),
            Unit::Months => self.w.telling_months(amount),
            Unit::Years => self.w.telling_years(amount),
        }
    }
}

/// As it begins a line: with a capital.
pub fn begun(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Must or may.
pub fn force(force: register::resolved::Force) -> Force {
    match force {
        register::resolved::Force::Must => Force::Must,
        register::resolved::Force::May => Force::May,
    }
}

/// How certain a clause and the area are, where they are not verified.
pub fn certainties(certainty: register::resolved::Certainty, status: Status) -> Vec<Certainty> {
    let clause = match certainty {
        register::resolved::Certainty::Verified => None,
        register::resolved::Certainty::Inferred => Some(Certainty::Inferred),
        register::resolved::Certainty::Seed => Some(Certainty::Seed),
    };
    clause.into_iter().chain((status != Status::Verified).then_some(Certainty::Unconfirmed)).collect()
}

/// Reads a day as people write it: 2021-05-10 or 10.5.2021.
pub fn read_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Date>() {
        return Some(day);
    }
    let mut parts = text.split('.').map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Writes a day as [`read_day`] reads it, and as people in Finland write it in every language.
pub fn write_day(day: Date) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = Date::constant(2021, 5, 10);
        for written in ["2021-05-10", "10.5.2021", "10.05.2021", " 10. 5. 2021 "] {
            assert_eq!(read_day(written), Some(day), "{written}");
        }
        assert_eq!(read_day(&write_day(day)), Some(day));
        for wrong in ["31.2.2021", "10.5.21", "x", "", "1.1.1.2021", "10/5/2021"] {
            assert_eq!(read_day(wrong), None, "{wrong}");
        }
    }
}
