//! The acts and other sources that a graph cites, described in the same graph.

use super::turtle::{Graph, dct, eli, foaf, rdfs};
use crate::Register;
use crate::resolved::{Citation, Source, SourceIndex};
use crate::source::Language;
use calendar::Period;
use oxrdf::NamedNode;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Sources that are cited, collected while a graph is written.
#[derive(Debug, Default)]
pub(super) struct Cited {
    whole: BTreeSet<SourceIndex>,
    sections: BTreeSet<(SourceIndex, String)>,
}

/// Whether it is law; pages, releases and programmes are not.
pub(super) fn is_law(source: &Source) -> bool {
    matches!(source.kind.as_str(), "act" | "decree")
}

fn source_at(register: &Register, at: SourceIndex) -> &Source {
    &register.resolved.sources[usize::from(at)]
}

impl Cited {
    /// The addresses of what is cited: first law (to the section), then everything else.
    pub fn addresses<'a, W: Write>(
        &mut self,
        graph: &Graph<W>,
        register: &Register,
        basis: impl IntoIterator<Item = &'a Citation>,
    ) -> (BTreeSet<NamedNode>, BTreeSet<NamedNode>) {
        let (mut law, mut other) = (BTreeSet::new(), BTreeSet::new());
        for one in basis {
            let source = source_at(register, one.source);
            self.whole.insert(one.source);
            match &one.section {
                Some(section) if is_law(source) => {
                    self.sections.insert((one.source, section.clone()));
                    law.insert(section_address(graph, source, section));
                }
                _ if is_law(source) => _ = law.insert(graph.base.iri("source", &source.id)),
                _ => _ = other.insert(graph.base.iri("source", &source.id)),
            }
        }
        (law, other)
    }

    /// Writes what was cited.
    pub fn write<W: Write>(mut self, graph: &mut Graph<W>, register: &Register) -> io::Result<()> {
        let basic: Vec<SourceIndex> =
            self.whole.iter().filter_map(|at| amended(register, source_at(register, *at))).collect();
        self.whole.extend(basic);
        for at in &self.whole {
            let source = source_at(register, *at);
            let law = is_law(source);
            let amends =
                amended(register, source).map(|amended| graph.base.iri("source", &source_at(register, amended).id));
            let address = graph.base.iri("source", &source.id);
            let addresses: BTreeSet<NamedNode> =
                source.url.values().filter_map(|address| NamedNode::new(address).ok()).collect();
            let mut about = graph.about(address, if law { eli::LEGAL_RESOURCE } else { foaf::DOCUMENT })?;
            about
                .word(dct::IDENTIFIER, &source.id)?
                .text(dct::TITLE, &source.names)?
                .links(rdfs::SEE_ALSO, &addresses)?;
            if law {
                // The ontology asks for the last day in force, the register knows the first day after.
                about
                    .day(eli::FIRST_DATE_ENTRY_IN_FORCE, source.from)?
                    .day(eli::DATE_NO_LONGER_IN_FORCE, Period::new(None, source.until).last_day())?
                    .links(eli::AMENDS, &amends)?;
            }
        }
        for (at, section) in &self.sections {
            let source = source_at(register, *at);
            let citation = Citation { source: *at, section: Some(section.clone()), moment: None, point: None };
            let whole = graph.base.iri("source", &source.id);
            let address = section_address(graph, source, section);
            let mut about = graph.about(address, eli::LEGAL_RESOURCE)?;
            about.is(eli::LEGAL_RESOURCE_SUBDIVISION)?.link(eli::IS_PART_OF, &whole)?.word(eli::NUMBER, section)?;
            for language in Language::ALL {
                about.in_language(dct::TITLE, &citation.section_text(language), language)?;
            }
        }
        Ok(())
    }
}

fn amended(register: &Register, source: &Source) -> Option<SourceIndex> {
    let act = source.amends.as_ref()?;
    let at = register.resolved.sources.iter().position(|other| other.id == *act && is_law(other))?;
    SourceIndex::try_from(at).ok()
}

fn section_address<W: Write>(graph: &Graph<W>, source: &Source, section: &str) -> NamedNode {
    graph.base.iri("source", &format!("{}/{}", source.id, section.replace(' ', "")))
}
