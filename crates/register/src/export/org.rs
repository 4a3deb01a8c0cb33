//! The organs in the W3C Organization ontology (ORG), in Turtle, through all time.
//!
//! | the register | the ontology |
//! |---|---|
//! | an organ | `org:FormalOrganization`; `org:Organization` where another organ sets it up |
//! | its kind | `org:classification`, a `skos:Concept` |
//! | when it exists | `dct:temporal`, with first and last day |
//! | a relation in force on the day | a property of its own for each verb, each a part of `org:linkedTo` |
//! | every relation, with its time, matter and basis | the same statement spoken about: `rdf:Statement` |
//! | what came after an organ | `org:ChangeEvent` with the original and the resulting organisations |
//! | a reorganisation | an `org:ChangeEvent` that has those of its day as parts |
//!
//! No relation of the register becomes `org:subOrganizationOf`: who steers or supervises another does not contain it. A
//! steered authority is an authority of its own, and a court to which one appeals is nobody's parent.
//!
//! A reorganisation names no original and resulting organisations of its own, only its parts do: from such a pair the
//! ontology concludes that each of the new was derived from each of the old.

use super::document::{self, Periods};
use super::sources::Cited;
use super::turtle::{Base, Graph, dct, org, owl, rdf, rdfs, skos};
use crate::Register;
use crate::resolved::{Organ, OrganIndex, Relation, Reorganisation, Resolver};
use crate::source::Level;
use calendar::{Date, Period};
use oxrdf::NamedNode;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The verb by which an organ sets another up.
const SETS_UP: &str = "establish";

type Pair = (OrganIndex, OrganIndex);

/// Writes the organs; links are direct where they hold on the day.
///
/// # Errors
/// What the writer reports.
pub fn write(register: &Register, on: Date, base: &Base, out: impl Write) -> io::Result<()> {
    let mut graph = Graph::begin(out, base, &["organ", "kind", "verb", "change", "period", "source"])?;
    let (mut cited, mut periods) = (Cited::default(), Periods::default());
    let relations: Vec<(&Relation, BTreeMap<Pair, Vec<Period>>)> =
        register.resolved.organs.relations.iter().map(|relation| (relation, pairs(register, relation))).collect();
    document::document(&mut graph, register, "org", on)?;
    let mut kinds = BTreeSet::new();
    for (at, organ) in (0..).zip(&register.resolved.organs.organs).filter(|(_, organ)| is_organisation(organ)) {
        kinds.insert(organ.kind.as_str());
        organisation(&mut graph, register, (at, organ), &relations, on, &mut cited, &mut periods)?;
    }
    document::kinds(&mut graph, register, &kinds)?;
    verbs(&mut graph, register)?;
    links(&mut graph, register, &relations, &mut cited, &mut periods)?;
    changes(&mut graph, register, &mut cited)?;
    periods.write(&mut graph)?;
    cited.write(&mut graph, register)?;
    graph.end()
}

/// A person, or whoever stands for one, is no organisation.
fn is_organisation(organ: &Organ) -> bool {
    organ.level != Level::Person
}

fn verb_of<'a>(register: &'a Register, relation: &Relation) -> &'a str {
    &register.resolved.words.verbs[usize::from(relation.verb)].id
}

fn organ_address<W: Write>(graph: &Graph<W>, register: &Register, organ: OrganIndex) -> NamedNode {
    graph.base.iri("organ", &register.resolved.organs.at(organ).id)
}

fn organisation<W: Write>(
    graph: &mut Graph<W>,
    register: &Register,
    (at, organ): (OrganIndex, &Organ),
    relations: &[(&Relation, BTreeMap<Pair, Vec<Period>>)],
    on: Date,
    cited: &mut Cited,
    periods: &mut Periods,
) -> io::Result<()> {
    let is_set_up = register.resolved.organs.relations.iter().any(|relation| {
        verb_of(register, relation) == SETS_UP && [&organ.id, &organ.kind].contains(&&relation.to_name)
    });
    let mut linked: BTreeSet<(NamedNode, NamedNode)> = BTreeSet::new();
    for (relation, pairs) in relations {
        for ((_, to), _) in pairs
            .range((at, OrganIndex::MIN)..=(at, OrganIndex::MAX))
            .filter(|(_, periods)| periods.iter().any(|period| period.contains(on)))
        {
            let verb = graph.base.iri("verb", verb_of(register, relation));
            linked.insert((verb, organ_address(graph, register, *to)));
        }
    }
    let (law, other) = cited.addresses(graph, register, &organ.basis);
    let existence = periods.address(graph, organ.period);
    let kind = graph.base.iri("kind", &organ.kind);
    let address = graph.base.iri("organ", &organ.id);
    let mut about = graph.about(address, org::ORGANIZATION)?;
    if !is_set_up {
        about.is(org::FORMAL_ORGANIZATION)?;
    }
    about.word(org::IDENTIFIER, &organ.id)?.text(skos::PREF_LABEL, &organ.names)?;
    if organ.short != organ.names {
        about.text(skos::ALT_LABEL, &organ.short)?;
    }
    about
        .link(org::CLASSIFICATION, &kind)?
        .links(dct::TEMPORAL, &existence)?
        .links(dct::SOURCE, law.iter().chain(&other))?
        .maybe(skos::HISTORY_NOTE, organ.ended.as_ref())?
        .maybe(skos::NOTE, organ.independent.as_ref())?;
    for (verb, to) in &linked {
        about.link(verb.as_ref(), to)?;
    }
    Ok(())
}

/// The verbs by which organs are tied, as properties.
fn verbs<W: Write>(graph: &mut Graph<W>, register: &Register) -> io::Result<()> {
    let used: BTreeSet<_> = register.resolved.organs.relations.iter().map(|relation| relation.verb).collect();
    for verb in used {
        let verb = &register.resolved.words.verbs[usize::from(verb)];
        let address = graph.base.iri("verb", &verb.id);
        graph
            .about(address, owl::OBJECT_PROPERTY)?
            .link(rdfs::SUB_PROPERTY_OF, org::LINKED_TO)?
            .text(rdfs::LABEL, &verb.third)?;
    }
    Ok(())
}

fn links<W: Write>(
    graph: &mut Graph<W>,
    register: &Register,
    relations: &[(&Relation, BTreeMap<Pair, Vec<Period>>)],
    cited: &mut Cited,
    periods: &mut Periods,
) -> io::Result<()> {
    let mut number = 0;
    for (relation, pairs) in relations {
        let verb = graph.base.iri("verb", verb_of(register, relation));
        let (law, other) = cited.addresses(graph, register, &relation.basis);
        for ((from, to), held) in pairs {
            let (from, to) = (organ_address(graph, register, *from), organ_address(graph, register, *to));
            for period in held {
                number += 1;
                let during = periods.address(graph, *period);
                graph
                    .about_nameless("link", number, rdf::STATEMENT)?
                    .link(rdf::SUBJECT, &from)?
                    .link(rdf::PREDICATE, &verb)?
                    .link(rdf::OBJECT, &to)?
                    .maybe(dct::DESCRIPTION, relation.matter.as_ref())?
                    .links(dct::TEMPORAL, &during)?
                    .links(dct::SOURCE, law.iter().chain(&other))?;
            }
        }
    }
    Ok(())
}

/// The pairs of organisations that a relation ties, with the periods in which it does.
///
/// A tie that already holds when the register begins has no known first day, unless the relation or one of the organs
/// began after that.
fn pairs(register: &Register, relation: &Relation) -> BTreeMap<Pair, Vec<Period>> {
    let exist = |(from, to): Pair| {
        let organs = &register.resolved.organs;
        organs.at(from).period.intersect(organs.at(to).period).intersect(relation.period)
    };
    let organisations = |(from, to): &Pair| {
        from != to && [from, to].into_iter().all(|at| is_organisation(register.resolved.organs.at(*at)))
    };
    if let (Resolver::Fixed(from), Resolver::Fixed(to)) = (relation.from, relation.to) {
        let period = exist((from, to));
        return if period.is_empty() || !organisations(&(from, to)) {
            BTreeMap::new()
        } else {
            BTreeMap::from([((from, to), vec![period])])
        };
    }
    let begins = register.resolved.begins;
    let days: Vec<Date> = days_of_change(register, relation).into_iter().collect();
    let mut all: BTreeMap<Pair, Vec<Period>> = BTreeMap::new();
    for (at, day) in days.iter().enumerate().filter(|(_, day)| relation.period.contains(**day)) {
        let from = Some(*day).filter(|day| *day > begins || relation.period.from == Some(*day));
        let stretch = Period::new(from, days.get(at + 1).copied());
        let tied: BTreeSet<Pair> = register
            .municipalities_on(*day)
            .filter_map(|municipality| tie(register, relation, municipality, *day))
            .filter(organisations)
            .collect();
        for pair in tied {
            let stretch = stretch.intersect(exist(pair));
            if stretch.is_empty() {
                continue;
            }
            let periods = all.entry(pair).or_default();
            match periods.last_mut().filter(|last| last.until.is_some() && last.until == stretch.from) {
                Some(last) => last.until = stretch.until,
                None => periods.push(stretch),
            }
        }
    }
    all
}

/// The two organs that a relation ties in a municipality on a day.
fn tie(register: &Register, relation: &Relation, municipality: u16, on: Date) -> Option<Pair> {
    let territory = &register.resolved.territory;
    let end = |resolver: Resolver| match resolver {
        Resolver::Fixed(organ) => Some(organ),
        Resolver::Map(map) => territory.maps[usize::from(map)].target(municipality, on),
        _ => register.resolved.organs.index(&format!("municipality:{}", territory.at(municipality).code)),
    };
    Some((end(relation.from)?, end(relation.to)?))
}

/// The days from the register's first on which the pairs of a relation may change.
fn days_of_change(register: &Register, relation: &Relation) -> BTreeSet<Date> {
    let territory = &register.resolved.territory;
    let begins = register.resolved.begins;
    let maps = [relation.from.map(), relation.to.map()].into_iter().flatten();
    let mut days: BTreeSet<Date> =
        maps.flat_map(|map| territory.maps[usize::from(map)].stretches.iter().map(|stretch| stretch.from)).collect();
    days.extend([relation.period.from, relation.period.until].into_iter().flatten());
    days.extend(territory.municipalities.iter().flat_map(|one| [one.period.from, one.period.until]).flatten());
    days.insert(begins);
    days.retain(|day| *day >= begins);
    days
}

/// What became of an organ that ended.
struct Succession<'a> {
    day: Date,
    organ: &'a Organ,
    successors: BTreeSet<OrganIndex>,
    event: NamedNode,
}

/// What became of organs that ended, each an event of its own, and the reorganisations of which they are parts.
fn changes<W: Write>(graph: &mut Graph<W>, register: &Register, cited: &mut Cited) -> io::Result<()> {
    let mut all = Vec::new();
    for (at, organ) in (0..).zip(&register.resolved.organs.organs).filter(|(_, organ)| is_organisation(organ)) {
        let Some(day) = organ.period.until else { continue };
        let successors = successors(register, at, organ, day);
        if successors.is_empty() {
            continue;
        }
        let resulting: Vec<NamedNode> = successors.iter().map(|to| organ_address(graph, register, *to)).collect();
        let original = organ_address(graph, register, at);
        let event = graph.base.iri("change", &format!("{day}/{}", organ.id));
        graph
            .about(event.clone(), org::CHANGE_EVENT)?
            .day(dct::DATE, Some(day))?
            .link(org::ORIGINAL_ORGANIZATION, &original)?
            .links(org::RESULTING_ORGANIZATION, &resulting)?;
        all.push(Succession { day, organ, successors, event });
    }
    for one in &register.resolved.reorganisations {
        let parts: Vec<&NamedNode> =
            all.iter().filter(|it| is_part(register, it, one)).map(|succession| &succession.event).collect();
        // A day on which only duties moved changed no organisation.
        if parts.is_empty() {
            continue;
        }
        let (law, other) = cited.addresses(graph, register, &one.basis);
        let event = graph.base.iri("change", &one.day.to_string());
        graph
            .about(event, org::CHANGE_EVENT)?
            .day(dct::DATE, Some(one.day))?
            .text(dct::TITLE, &one.title)?
            .text(dct::DESCRIPTION, &one.summary)?
            .links(dct::SOURCE, law.iter().chain(&other))?
            .links(dct::HAS_PART, parts)?;
    }
    Ok(())
}

/// Whether the reorganisation moves something from the organ that ended to one of those that came after it; what
/// ended on the same day for another reason, as municipalities do that merge, is no part of it.
fn is_part(register: &Register, succession: &Succession<'_>, reorganisation: &Reorganisation) -> bool {
    let names = |name: &String, organ: &Organ| *name == organ.id || *name == organ.kind;
    let after = || succession.successors.iter().map(|at| register.resolved.organs.at(*at));
    succession.day == reorganisation.day
        && reorganisation.moves.iter().any(|moved| {
            names(&moved.from, succession.organ) && moved.to.iter().any(|to| after().any(|organ| names(to, organ)))
        })
}

/// The organs that came after one: those it names, else those its kind names.
///
/// Of a kind with a map, those whose area shares a municipality with its own.
fn successors(register: &Register, at: OrganIndex, organ: &Organ, day: Date) -> BTreeSet<OrganIndex> {
    let organs = &register.resolved.organs;
    let of_kind = || organs.kind(&organ.kind).map(|kind| organs.kinds[usize::from(kind)].succeeded_by.as_slice());
    let names = if organ.succeeded_by.is_empty() { of_kind().unwrap_or_default() } else { &organ.succeeded_by };
    let mut all = BTreeSet::new();
    for name in names {
        if let Some(one) = organs.index(name) {
            all.insert(one);
        } else if let Some(map) = organs.kind(name).and_then(|kind| organs.kinds[usize::from(kind)].map) {
            let eve = day.yesterday().unwrap_or(day);
            let area = register.area_of(at, eve).into_iter().flat_map(|(_, members)| members);
            let there = |one| register.there_on(one, day);
            all.extend(
                area.filter_map(|one| register.resolved.territory.maps[usize::from(map)].target(there(one), day)),
            );
        }
    }
    all.retain(|to| *to != at && is_organisation(organs.at(*to)));
    all
}
