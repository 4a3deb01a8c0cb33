//! Turtle: one subject at a time, with the names of the vocabularies used.

use crate::source::{Language, Text};
use calendar::Date;
use oxrdf::vocab::xsd;
use oxrdf::{BlankNode, LiteralRef, NamedNode, NamedNodeRef, NamedOrBlankNode, TermRef, TripleRef};
use oxttl::TurtleSerializer;
use oxttl::turtle::WriterTurtleSerializer;
use std::fmt;
use std::io::{self, BufWriter, Write};

/// Names of the vocabularies: prefix, address, then the terms used of it.
macro_rules! vocabularies {
    ($($prefix:ident $iri:literal { $($name:ident $word:literal)* })*) => {
        const PREFIXES: &[(&str, &str)] = &[$((stringify!($prefix), $iri)),*];
        $(pub(super) mod $prefix {
            use oxrdf::NamedNodeRef;
            $(pub const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked(concat!($iri, $word));)*
        })*
    };
}

vocabularies! {
    cpsv "http://purl.org/vocab/cpsv#" { PUBLIC_SERVICE "PublicService" }
    cv "http://data.europa.eu/m8g/" {
        PUBLIC_ORGANISATION "PublicOrganisation"
        HAS_COMPETENT_AUTHORITY "hasCompetentAuthority"
        HAS_LEGAL_RESOURCE "hasLegalResource"
    }
    dcat "http://www.w3.org/ns/dcat#" { KEYWORD "keyword" START_DATE "startDate" END_DATE "endDate" }
    dct "http://purl.org/dc/terms/" {
        DATE "date" DESCRIPTION "description" HAS_PART "hasPart" IDENTIFIER "identifier" IS_PART_OF "isPartOf"
        LANGUAGE "language" LINGUISTIC_SYSTEM "LinguisticSystem" LOCATION "Location"
        PERIOD_OF_TIME "PeriodOfTime" SOURCE "source" SPATIAL "spatial" TEMPORAL "temporal" TITLE "title" VALID "valid"
    }
    eli "http://data.europa.eu/eli/ontology#" {
        LEGAL_RESOURCE "LegalResource" LEGAL_RESOURCE_SUBDIVISION "LegalResourceSubdivision"
        IS_PART_OF "is_part_of" NUMBER "number" AMENDS "amends"
        FIRST_DATE_ENTRY_IN_FORCE "first_date_entry_in_force" DATE_NO_LONGER_IN_FORCE "date_no_longer_in_force"
    }
    foaf "http://xmlns.com/foaf/0.1/" { DOCUMENT "Document" }
    locn "http://www.w3.org/ns/locn#" { GEOGRAPHIC_NAME "geographicName" }
    org "http://www.w3.org/ns/org#" {
        CHANGE_EVENT "ChangeEvent" CLASSIFICATION "classification" FORMAL_ORGANIZATION "FormalOrganization"
        IDENTIFIER "identifier" LINKED_TO "linkedTo" ORGANIZATION "Organization"
        ORIGINAL_ORGANIZATION "originalOrganization" RESULTING_ORGANIZATION "resultingOrganization"
    }
    owl "http://www.w3.org/2002/07/owl#" { OBJECT_PROPERTY "ObjectProperty" VERSION_INFO "versionInfo" }
    rdf "http://www.w3.org/1999/02/22-rdf-syntax-ns#" {
        OBJECT "object" PREDICATE "predicate" STATEMENT "Statement" SUBJECT "subject" TYPE "type"
    }
    rdfs "http://www.w3.org/2000/01/rdf-schema#" {
        LABEL "label" SEE_ALSO "seeAlso" SUB_PROPERTY_OF "subPropertyOf"
    }
    skos "http://www.w3.org/2004/02/skos/core#" {
        ALT_LABEL "altLabel" CONCEPT "Concept" CONCEPT_SCHEME "ConceptScheme" HISTORY_NOTE "historyNote"
        IN_SCHEME "inScheme" NOTATION "notation" NOTE "note" PREF_LABEL "prefLabel"
    }
}

/// What every address of an export begins with.
///
/// By default a name under `.invalid`, which no one can ever own and which leads nowhere: a sound name for what has not
/// been published yet. Whoever publishes sets an address of their own.
///
/// ```
/// use register::export::Base;
///
/// assert_eq!(Base::default().as_str(), "https://kotopolku.invalid/");
/// assert_eq!("https://example.org/id".parse::<Base>()?.as_str(), "https://example.org/id/");
/// assert!("not an address".parse::<Base>().is_err());
/// # Ok::<(), register::export::NoBase>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// What cannot begin an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoBase(String);

impl Base {
    /// The address, which ends in `/`, `#` or `:`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An address under it; what may not stand in one is written in per cent.
    pub(super) fn iri(&self, kind: &str, id: &str) -> NamedNode {
        let mut iri = format!("{}{kind}/", self.0);
        for byte in id.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b'/' => {
                    iri.push(char::from(byte));
                }
                other => iri.push_str(&format!("%{other:02X}")),
            }
        }
        NamedNode::new_unchecked(iri)
    }
}

impl Default for Base {
    fn default() -> Self {
        Self("https://kotopolku.invalid/".to_owned())
    }
}

impl fmt::Display for Base {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::str::FromStr for Base {
    type Err = NoBase;

    fn from_str(written: &str) -> Result<Self, NoBase> {
        let mut base = written.trim().to_owned();
        if !base.ends_with(['/', '#', ':']) {
            base.push('/');
        }
        match NamedNode::new(format!("{base}x")) {
            Ok(_) => Ok(Self(base)),
            Err(_) => Err(NoBase(written.to_owned())),
        }
    }
}

impl fmt::Display for NoBase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is no absolute address, as `https://example.org/` is", self.0)
    }
}

impl std::error::Error for NoBase {}

/// A graph being written.
pub(super) struct Graph<W: Write> {
    out: WriterTurtleSerializer<BufWriter<W>>,
    /// What the addresses begin with.
    pub base: Base,
}

impl<W: Write> Graph<W> {
    /// Begins a graph; `kinds` are the first words of its own addresses, for short prefixes.
    pub fn begin(out: W, base: &Base, kinds: &[&str]) -> io::Result<Self> {
        let mut turtle = TurtleSerializer::new().with_prefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        for (prefix, iri) in PREFIXES {
            turtle = turtle.and_then(|turtle| turtle.with_prefix(*prefix, *iri));
        }
        for kind in kinds {
            turtle = turtle.and_then(|turtle| turtle.with_prefix(*kind, format!("{base}{kind}/")));
        }
        let turtle = turtle.map_err(|fault| io::Error::new(io::ErrorKind::InvalidInput, fault))?;
        Ok(Self { out: turtle.for_writer(BufWriter::new(out)), base: base.clone() })
    }

    /// Ends it.
    pub fn end(self) -> io::Result<()> {
        self.out.finish()?.flush()
    }

    /// Begins to speak about something.
    pub fn about(&mut self, subject: impl Into<NamedOrBlankNode>, class: NamedNodeRef<'_>) -> io::Result<About<'_, W>> {
        let mut about = About { graph: self, subject: subject.into() };
        about.is(class)?;
        Ok(about)
    }

    /// Begins to speak about something that has no address: the `number`th of its sort.
    pub fn about_nameless(&mut self, sort: &str, number: usize, class: NamedNodeRef<'_>) -> io::Result<About<'_, W>> {
        self.about(BlankNode::new_unchecked(format!("{sort}{number}")), class)
    }
}

/// What is said about one subject.
pub(super) struct About<'a, W: Write> {
    graph: &'a mut Graph<W>,
    subject: NamedOrBlankNode,
}

impl<W: Write> About<'_, W> {
    fn say<'t>(&mut self, what: NamedNodeRef<'_>, value: impl Into<TermRef<'t>>) -> io::Result<&mut Self> {
        let triple = TripleRef { subject: self.subject.as_ref(), predicate: what, object: value.into() };
        self.graph.out.serialize_triple(triple)?;
        Ok(self)
    }

    /// It is one of these.
    pub fn is(&mut self, class: NamedNodeRef<'_>) -> io::Result<&mut Self> {
        self.say(rdf::TYPE, class)
    }

    /// Leads to another thing.
    pub fn link<'t>(&mut self, what: NamedNodeRef<'_>, other: impl Into<NamedNodeRef<'t>>) -> io::Result<&mut Self> {
        self.say(what, other.into())
    }

    /// Leads to other things.
    pub fn links<'t>(
        &mut self,
        what: NamedNodeRef<'_>,
        others: impl IntoIterator<Item = &'t NamedNode>,
    ) -> io::Result<&mut Self> {
        for other in others {
            self.say(what, other)?;
        }
        Ok(self)
    }

    /// A word without a language.
    pub fn word(&mut self, what: NamedNodeRef<'_>, word: &str) -> io::Result<&mut Self> {
        self.say(what, LiteralRef::new_simple_literal(word))
    }

    /// A word of a language.
    pub fn in_language(&mut self, what: NamedNodeRef<'_>, word: &str, language: Language) -> io::Result<&mut Self> {
        self.say(what, LiteralRef::new_language_tagged_literal_unchecked(word, language.code()))
    }

    /// A text in the languages in which there is one.
    pub fn text(&mut self, what: NamedNodeRef<'_>, text: &Text) -> io::Result<&mut Self> {
        for language in Language::ALL {
            let words = text.exactly(language);
            if !words.trim().is_empty() {
                self.in_language(what, words, language)?;
            }
        }
        Ok(self)
    }

    /// A text, if there is one.
    pub fn maybe(&mut self, what: NamedNodeRef<'_>, text: Option<&Text>) -> io::Result<&mut Self> {
        match text {
            Some(text) => self.text(what, text),
            None => Ok(self),
        }
    }

    /// A day, if there is one.
    pub fn day(&mut self, what: NamedNodeRef<'_>, day: Option<Date>) -> io::Result<&mut Self> {
        match day {
            Some(day) => self.say(what, LiteralRef::new_typed_literal(&day.to_string(), xsd::DATE)),
            None => Ok(self),
        }
    }
}
