//! What every graph says beside its subject: the document itself, the kinds of authority, the periods.

use super::turtle::{Graph, dcat, dct, foaf, owl, skos};
use crate::Register;
use crate::source::Language;
use calendar::{Date, Period};
use oxrdf::{NamedNode, NamedNodeRef};
use std::collections::BTreeSet;
use std::io::{self, Write};

const LANGUAGES: [(Language, NamedNodeRef<'static>); 3] = [
    (Language::Sv, NamedNodeRef::new_unchecked("http://publications.europa.eu/resource/authority/language/SWE")),
    (Language::Fi, NamedNodeRef::new_unchecked("http://publications.europa.eu/resource/authority/language/FIN")),
    (Language::En, NamedNodeRef::new_unchecked("http://publications.europa.eu/resource/authority/language/ENG")),
];

/// The document itself: which edition, for which day, in which languages.
pub(super) fn document<W: Write>(graph: &mut Graph<W>, register: &Register, form: &str, on: Date) -> io::Result<()> {
    let address = graph.base.iri("export", &format!("{form}/{on}"));
    graph
        .about(address, foaf::DOCUMENT)?
        .word(dct::TITLE, "Kotopolku")?
        .word(owl::VERSION_INFO, register.edition.as_str())?
        .day(dct::VALID, Some(on))?
        .links(dct::LANGUAGE, &LANGUAGES.map(|(_, address)| address.into_owned()))?;
    for (language, address) in LANGUAGES {
        graph.about(address, dct::LINGUISTIC_SYSTEM)?.word(dct::IDENTIFIER, language.code())?;
    }
    Ok(())
}

/// The kinds of authority as concepts of one scheme.
pub(super) fn kinds<W: Write>(graph: &mut Graph<W>, register: &Register, used: &BTreeSet<&str>) -> io::Result<()> {
    let scheme = graph.base.iri("kind", "");
    graph.about(scheme.clone(), skos::CONCEPT_SCHEME)?;
    for kind in register.resolved.organs.kinds.iter().filter(|kind| used.contains(kind.id.as_str())) {
        let address = graph.base.iri("kind", &kind.id);
        graph
            .about(address, skos::CONCEPT)?
            .link(skos::IN_SCHEME, &scheme)?
            .word(skos::NOTATION, &kind.id)?
            .text(skos::PREF_LABEL, &kind.names)?;
    }
    Ok(())
}

/// Periods that are spoken of, collected while a graph is written.
#[derive(Debug, Default)]
pub(super) struct Periods(BTreeSet<(Option<Date>, Option<Date>)>);

impl Periods {
    /// The address of a period; none for one that is open at both ends, of which nothing can be said.
    pub fn address<W: Write>(&mut self, graph: &Graph<W>, period: Period) -> Option<NamedNode> {
        if period == Period::ALWAYS {
            return None;
        }
        self.0.insert((period.from, period.last_day()));
        Some(address(graph, period.from, period.last_day()))
    }

    /// Writes them.
    pub fn write<W: Write>(self, graph: &mut Graph<W>) -> io::Result<()> {
        for (first, last) in self.0 {
            let address = address(graph, first, last);
            graph.about(address, dct::PERIOD_OF_TIME)?.day(dcat::START_DATE, first)?.day(dcat::END_DATE, last)?;
        }
        Ok(())
    }
}

fn address<W: Write>(graph: &Graph<W>, first: Option<Date>, last: Option<Date>) -> NamedNode {
    let said = |day: Option<Date>| day.map_or_else(|| "open".to_owned(), |day| day.to_string());
    graph.base.iri("period", &format!("{}_{}", said(first), said(last)))
}
