//! Each duty as a public service of the Core Public Service Vocabulary (CPSV-AP 3.2), in Turtle, for one day.
//!
//! | the register | the vocabulary |
//! |---|---|
//! | a duty that some authority leads on the day | `cpsv:PublicService` with title, description, keywords |
//! | the organs that lead it there in some situation | `cv:hasCompetentAuthority` |
//! | the acts and decrees that its clauses cite, to the section | `cv:hasLegalResource` |
//! | other sources they cite | `dct:source` |
//! | the municipalities in which it is led, whole regions and the whole country as such | `dct:spatial` |
//!
//! Left out, because the vocabulary cannot say it or the register does not know it: duties that nobody or only the
//! person leads on the day; who stands beside; contacts, channels and opening hours; the languages in which an
//! authority serves (the language of the *document* is said). Concepts and locations are carried in the same graph, as
//! the shapes of the vocabulary require.

use super::document;
use super::sources::Cited;
use super::turtle::{Base, Graph, cpsv, cv, dcat, dct, locn, org, skos};
use crate::Register;
use crate::resolved::{Citation, Duty, MunicipalityIndex, OrganIndex, Role};
use crate::source::{Language, Level, Text};
use calendar::Date;
use oxrdf::{NamedNode, NamedNodeRef};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

const FINLAND: NamedNodeRef<'static> =
    NamedNodeRef::new_unchecked("http://publications.europa.eu/resource/authority/country/FIN");

/// A place that is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Location {
    Country,
    Region(String),
    Municipality(MunicipalityIndex),
}

type Municipalities = BTreeSet<MunicipalityIndex>;

/// Writes the duties of a day as public services.
///
/// # Errors
/// What the writer reports.
pub fn write(register: &Register, on: Date, base: &Base, out: impl Write) -> io::Result<()> {
    let mut graph = Graph::begin(out, base, &["duty", "organ", "place", "region", "source", "kind"])?;
    let mut cited = Cited::default();
    let mut places = BTreeSet::new();
    let mut led_by: BTreeMap<OrganIndex, Municipalities> = BTreeMap::new();
    document::document(&mut graph, register, "cpsv-ap", on)?;
    for duty in &register.resolved.duties {
        let leads = leads(register, duty, on);
        if leads.is_empty() {
            continue;
        }
        service(&mut graph, register, duty, &leads, on, &mut cited, &mut places)?;
        for (organ, municipalities) in leads {
            led_by.entry(organ).or_default().extend(municipalities);
        }
    }
    let mut kinds = BTreeSet::new();
    for (organ, led_in) in &led_by {
        kinds.insert(register.resolved.organs.at(*organ).kind.as_str());
        authority(&mut graph, register, *organ, led_in, on, &mut places)?;
    }
    document::kinds(&mut graph, register, &kinds)?;
    locations(&mut graph, register, places)?;
    cited.write(&mut graph, register)?;
    graph.end()
}

/// The authorities that lead a duty on a day in some situation, each with the municipalities in which it does.
fn leads(register: &Register, duty: &Duty, on: Date) -> BTreeMap<OrganIndex, Municipalities> {
    let mut all: BTreeMap<OrganIndex, Municipalities> = BTreeMap::new();
    for clause in duty.lead.iter().filter(|clause| clause.role == Role::Lead && clause.period.contains(on)) {
        for municipality in register.municipalities_on(on) {
            if register.clause_reaches(clause, municipality, on)
                && let Some(organ) = register.compiled.organ(clause, Some(municipality), on)
                && register.resolved.organs.at(organ).level != Level::Person
            {
                all.entry(organ).or_default().insert(municipality);
            }
        }
    }
    all
}

fn service<W: Write>(
    graph: &mut Graph<W>,
    register: &Register,
    duty: &Duty,
    leads: &BTreeMap<OrganIndex, Municipalities>,
    on: Date,
    cited: &mut Cited,
    places: &mut BTreeSet<Location>,
) -> io::Result<()> {
    let in_force = duty.lead.iter().chain(&duty.beside).filter(|clause| clause.period.contains(on));
    let basis: Vec<&Citation> = in_force.flat_map(|clause| &clause.basis).collect();
    let (law, other) = cited.addresses(graph, register, basis);
    let authorities: Vec<NamedNode> =
        leads.keys().map(|organ| graph.base.iri("organ", &register.resolved.organs.at(*organ).id)).collect();
    let spatial =
        addresses(graph, register, located(register, leads.values().flatten().copied().collect(), on), places);
    let address = graph.base.iri("duty", &duty.id);
    let mut about = graph.about(address, cpsv::PUBLIC_SERVICE)?;
    about.word(dct::IDENTIFIER, &duty.id)?.text(dct::TITLE, &duty.title)?.text(dct::DESCRIPTION, &duty.summary)?;
    let words = [(Language::Sv, &duty.search.sv), (Language::Fi, &duty.search.fi), (Language::En, &duty.search.en)];
    for (language, words) in words {
        for word in words {
            about.in_language(dcat::KEYWORD, word, language)?;
        }
    }
    about
        .links(cv::HAS_COMPETENT_AUTHORITY, &authorities)?
        .links(cv::HAS_LEGAL_RESOURCE, &law)?
        .links(dct::SOURCE, &other)?
        .links(dct::SPATIAL, &spatial)?;
    Ok(())
}

fn authority<W: Write>(
    graph: &mut Graph<W>,
    register: &Register,
    organ: OrganIndex,
    led_in: &Municipalities,
    on: Date,
    places: &mut BTreeSet<Location>,
) -> io::Result<()> {
    let one = register.resolved.organs.at(organ);
    // The area that a map gives it; without a map, where it leads something.
    let mut area: Municipalities = register.area_of(organ, on).into_iter().flat_map(|(_, members)| members).collect();
    if area.is_empty() {
        area = led_in.clone();
    }
    let itself = one.id.strip_prefix("municipality:").and_then(|code| register.resolved.territory.by_code(code));
    let located = match itself {
        Some(itself) => vec![Location::Municipality(itself)],
        None => located(register, area, on),
    };
    let spatial = addresses(graph, register, located, places);
    let kind = graph.base.iri("kind", &one.kind);
    let address = graph.base.iri("organ", &one.id);
    graph
        .about(address, cv::PUBLIC_ORGANISATION)?
        .word(dct::IDENTIFIER, &one.id)?
        .text(skos::PREF_LABEL, &one.names)?
        .link(org::CLASSIFICATION, &kind)?
        .links(dct::SPATIAL, &spatial)?;
    Ok(())
}

/// These municipalities in the fewest places: the country, whole regions, single municipalities.
fn located(register: &Register, municipalities: Municipalities, on: Date) -> Vec<Location> {
    let territory = &register.resolved.territory;
    let mut regions: BTreeMap<&str, (Vec<MunicipalityIndex>, usize)> = BTreeMap::new();
    let mut everywhere = true;
    for one in register.municipalities_on(on) {
        let (within, all) = regions.entry(territory.at(one).region.as_str()).or_default();
        *all += 1;
        if municipalities.contains(&one) {
            within.push(one);
        } else {
            everywhere = false;
        }
    }
    if everywhere {
        return vec![Location::Country];
    }
    let mut places = Vec::new();
    for (region, (within, all)) in regions {
        if within.len() == all {
            places.push(Location::Region(region.to_owned()));
        } else {
            places.extend(within.into_iter().map(Location::Municipality));
        }
    }
    places
}

fn addresses<W: Write>(
    graph: &Graph<W>,
    register: &Register,
    located: Vec<Location>,
    places: &mut BTreeSet<Location>,
) -> Vec<NamedNode> {
    let all = located.iter().map(|place| address(graph, register, place)).collect();
    places.extend(located);
    all
}

fn address<W: Write>(graph: &Graph<W>, register: &Register, place: &Location) -> NamedNode {
    match place {
        Location::Country => FINLAND.into_owned(),
        Location::Region(code) => graph.base.iri("region", code),
        Location::Municipality(at) => graph.base.iri("place", &register.resolved.territory.at(*at).code),
    }
}

/// The places that were spoken of, and the regions and the country that they lie in.
fn locations<W: Write>(graph: &mut Graph<W>, register: &Register, mut places: BTreeSet<Location>) -> io::Result<()> {
    let territory = &register.resolved.territory;
    let regions: Vec<Location> = places
        .iter()
        .filter_map(|place| match place {
            Location::Municipality(at) => Some(Location::Region(territory.at(*at).region.clone())),
            _ => None,
        })
        .collect();
    places.extend(regions);
    places.insert(Location::Country);
    for place in places {
        let address = address(graph, register, &place);
        let (code, names, within): (&str, &Text, Option<NamedNode>) = match &place {
            Location::Country => ("FIN", &register.resolved.country, None),
            Location::Region(code) => {
                let Some(region) = territory.region(code) else { continue };
                (code, &region.names, Some(FINLAND.into_owned()))
            }
            Location::Municipality(at) => {
                let one = territory.at(*at);
                (&one.code, &one.names, Some(graph.base.iri("region", &one.region)))
            }
        };
        graph
            .about(address, dct::LOCATION)?
            .word(dct::IDENTIFIER, code)?
            .text(locn::GEOGRAPHIC_NAME, names)?
            .links(dct::IS_PART_OF, &within)?;
    }
    Ok(())
}
