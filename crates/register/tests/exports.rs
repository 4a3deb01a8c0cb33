//! The register written out: nothing is lost, every form can be read back, and the public forms keep their rules.

#![expect(clippy::expect_used, reason = "what a test cannot go on without")]

use calendar::{Date, day};
use oxrdf::{Graph, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, TermRef, vocab::rdf};
use oxttl::TurtleParser;
use register::Register;
use register::export::{Base, cpsv_ap, json, org};
use register::source::Level;
use std::io;
use std::process::Command;

const CV: &str = "http://data.europa.eu/m8g/";
const CPSV: &str = "http://purl.org/vocab/cpsv#";
const DCT: &str = "http://purl.org/dc/terms/";
const ORG: &str = "http://www.w3.org/ns/org#";
const BASE: &str = "https://kotopolku.invalid/";

fn term(vocabulary: &str, word: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{vocabulary}{word}"))
}

fn services(on: Date) -> String {
    let mut out = Vec::new();
    cpsv_ap::write(Register::shipped(), on, &Base::default(), &mut out).expect("a list takes everything");
    String::from_utf8(out).expect("Turtle is UTF-8")
}

fn organisations(on: Date) -> String {
    let mut out = Vec::new();
    org::write(Register::shipped(), on, &Base::default(), &mut out).expect("a list takes everything");
    String::from_utf8(out).expect("Turtle is UTF-8")
}

fn graph(turtle: &str) -> Graph {
    TurtleParser::new().for_slice(turtle).map(|triple| triple.expect("well-formed Turtle")).collect()
}

fn count(graph: &Graph, class: NamedNodeRef<'_>) -> usize {
    graph.subjects_for_predicate_object(rdf::TYPE, class).count()
}

fn objects<'a>(graph: &'a Graph, subject: &'a NamedNode, what: &'a NamedNode) -> Vec<String> {
    let mut all: Vec<String> = graph
        .objects_for_subject_predicate(subject, what)
        .map(|object| match object {
            TermRef::NamedNode(node) => node.as_str().strip_prefix(BASE).unwrap_or(node.as_str()).to_owned(),
            other => other.to_string(),
        })
        .collect();
    all.sort();
    all
}

/// The paragraph of one subject.
fn said_of<'a>(turtle: &'a str, subject: &str) -> &'a str {
    let start = turtle.find(&format!("\n{subject} a ")).expect("the subject is there") + 1;
    let end = turtle[start..].find(" .\n").expect("it ends") + start + 2;
    &turtle[start..end]
}

#[test]
fn json_carries_the_whole_register() {
    let register = Register::shipped();
    let mut out = Vec::new();
    json::write(register, &mut out).unwrap();
    let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let again = serde_json::to_value(json::document(register)).unwrap();
    assert_eq!(read, again, "what is read is what was written");

    let all = &register.resolved;
    let counted = |name: &str| read[name].as_array().unwrap_or_else(|| panic!("`{name}` is a list")).len();
    assert_eq!(read["format"], json::FORMAT);
    assert_eq!(read["version"], json::VERSION);
    assert_eq!(read["edition"], register.edition.as_str());
    assert_eq!(counted("sources"), all.sources.len());
    assert_eq!(counted("kinds"), all.organs.kinds.len());
    assert_eq!(counted("organs"), all.organs.organs.len());
    assert_eq!(counted("relations"), all.organs.relations.len());
    assert_eq!(counted("regions"), all.territory.regions.len());
    assert_eq!(counted("municipalities"), all.territory.municipalities.len());
    assert_eq!(counted("maps"), all.territory.maps.len());
    assert_eq!(counted("duties"), all.duties.len());
    assert_eq!(counted("case_types"), all.case_types.len());
    assert_eq!(counted("instruments"), all.instruments.len());
    assert_eq!(counted("practices"), all.practices.len());
    assert_eq!(counted("reorganisations"), all.reorganisations.len());
    assert_eq!(counted("cutovers"), all.cutovers.len());
    assert_eq!(counted("questions"), all.questions.len());
    for (said, duty) in read["duties"].as_array().unwrap().iter().zip(&all.duties) {
        let counted = |name: &str| said[name].as_array().unwrap().len();
        assert_eq!(said["id"], duty.id);
        assert_eq!(counted("lead") + counted("nobody"), duty.lead.len(), "{}", duty.id);
        assert_eq!(counted("beside"), duty.beside.len(), "{}", duty.id);
        assert_eq!(counted("notes"), duty.notes.len(), "{}", duty.id);
        assert_eq!(counted("limits"), duty.limits.len(), "{}", duty.id);
        assert_eq!(counted("contents"), duty.contents.len(), "{}", duty.id);
        assert_eq!(counted("amounts"), duty.amounts.len(), "{}", duty.id);
    }
}

#[test]
fn json_names_lead_somewhere() {
    let read = serde_json::to_value(json::document(Register::shipped())).unwrap();
    let ids = |list: &str, field: &str| -> std::collections::HashSet<String> {
        read[list].as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
    };
    let (sources, organs, maps, kinds) =
        (ids("sources", "id"), ids("organs", "id"), ids("maps", "id"), ids("kinds", "id"));
    let mut lost = Vec::new();
    let mut stack = vec![&read];
    while let Some(value) = stack.pop() {
        match value {
            serde_json::Value::Array(list) => stack.extend(list),
            serde_json::Value::Object(fields) => {
                // A citation and a way of finding an organ are known by their fields.
                if fields.contains_key("source") && !fields.contains_key("status") {
                    lost.extend(fields["source"].as_str().filter(|id| !sources.contains(*id)));
                }
                for (name, known) in [("organ", &organs), ("map", &maps)] {
                    lost.extend(fields.get(name).and_then(|it| it.as_str()).filter(|id| !known.contains(*id)));
                }
                if let Some(found) = fields.get("organ").and_then(|it| it.as_object()) {
                    lost.extend(found["kind"].as_str().filter(|id| !kinds.contains(*id)));
                }
                stack.extend(fields.values());
            }
            _ => {}
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn a_clause_in_json() {
    let read = serde_json::to_value(json::document(Register::shipped())).unwrap();
    let duty = read["duties"].as_array().unwrap().iter().find(|one| one["id"] == "initial-assessment").unwrap();
    let shown = serde_json::json!({ "lead": duty["lead"][0], "limit": duty["limits"][0] });
    insta::assert_json_snapshot!(sorted(&shown));
}

/// The same with its names in alphabetical order: which order serde_json keeps hangs on what else is built with it.
fn sorted(value: &serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().map(|(name, value)| (name.clone(), sorted(value))).collect();
            fields.sort_by(|left, right| left.0.cmp(&right.0));
            fields.into_iter().collect()
        }
        serde_json::Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_service_has_its_authority_and_law() {
    let graph = graph(&services(day(2025, 2, 1)));
    let service = term(CPSV, "PublicService");
    assert!(count(&graph, service.as_ref()) > 80);
    for subject in graph.subjects_for_predicate_object(rdf::TYPE, &service) {
        for what in
            [term(CV, "hasCompetentAuthority"), term(DCT, "spatial"), term(DCT, "title"), term(DCT, "description")]
        {
            assert!(graph.object_for_subject_predicate(subject, &what).is_some(), "{subject} has no {what}");
        }
        for organ in graph.objects_for_subject_predicate(subject, &term(CV, "hasCompetentAuthority")) {
            let TermRef::NamedNode(organ) = organ else { panic!("{organ} has no address") };
            let class = graph.object_for_subject_predicate(organ, rdf::TYPE);
            assert_eq!(class, Some(TermRef::NamedNode(term(CV, "PublicOrganisation").as_ref())), "{organ}");
        }
    }
}

#[test]
fn services_follow_the_day() {
    let duty = term(BASE, "duty/regional-services-supervision");
    let authority = term(CV, "hasCompetentAuthority");
    let before = graph(&services(day(2025, 12, 31)));
    let after = graph(&services(day(2026, 1, 1)));
    assert_ne!(objects(&before, &duty, &authority), objects(&after, &duty, &authority));
}

#[test]
fn a_service_in_turtle() {
    let turtle = services(day(2025, 2, 1));
    let parts = ["duty:regional-cooperation", "organ:keha-centre", "place:061", "region:05"];
    insta::assert_snapshot!(parts.map(|part| said_of(&turtle, part)).join("\n\n"));
}

#[test]
fn organisations_and_what_became_of_them() {
    let turtle = organisations(day(2024, 12, 31));
    let graph = graph(&turtle);
    let register = Register::shipped();
    let organs = register.resolved.organs.organs.iter().filter(|organ| organ.level != Level::Person);
    assert_eq!(count(&graph, term(ORG, "Organization").as_ref()), organs.count());
    for event in graph.subjects_for_predicate_object(rdf::TYPE, &term(ORG, "ChangeEvent")) {
        let original = graph.objects_for_subject_predicate(event, &term(ORG, "originalOrganization")).count();
        let resulting = graph.objects_for_subject_predicate(event, &term(ORG, "resultingOrganization")).count();
        let parts = graph.objects_for_subject_predicate(event, &term(DCT, "hasPart")).count();
        assert!((original == 1 && resulting > 0) || parts > 0, "{event} changes nothing");
    }
    let parts = objects(&graph, &term(BASE, "change/2025-01-01"), &term(DCT, "hasPart"));
    assert!(parts.contains(&"change/2025-01-01/te-office:hame".to_owned()), "{parts:?}");
    let merger = "change/2025-01-01/municipality:588";
    assert_eq!(objects(&graph, &term(BASE, merger), &term(ORG, "resultingOrganization")), ["organ/municipality:507"]);
    assert!(!parts.contains(&merger.to_owned()), "two municipalities merged on that day for a reason of their own");
    let event = term(BASE, "change/2025-01-01/te-office:hame");
    assert_eq!(
        objects(&graph, &event, &term(ORG, "resultingOrganization")),
        [
            "organ/employment-authority:etela-hame",
            "organ/employment-authority:lahti",
            "organ/employment-authority:paijat-hame",
            "organ/employment-authority:tyohame",
        ]
    );
}

#[test]
fn to_steer_is_not_to_contain() {
    let turtle = organisations(day(2024, 12, 31));
    assert!(!turtle.contains("subOrganizationOf"));
    let graph = graph(&turtle);
    let steers = term(BASE, "verb/steer");
    let steered = objects(&graph, &term(BASE, "organ/ely-centre:uusimaa"), &steers);
    assert!(steered.contains(&"organ/te-office:hame".to_owned()), "{steered:?}");
    let after = self::graph(&organisations(day(2025, 1, 1)));
    let steered = objects(&after, &term(BASE, "organ/ely-centre:uusimaa"), &steers);
    assert!(!steered.contains(&"organ/te-office:hame".to_owned()), "{steered:?}");
}

#[test]
fn a_link_agrees_with_the_chain() {
    let on = day(2025, 2, 1);
    let register = Register::shipped();
    let graph = graph(&organisations(on));
    for id in ["ely-centre:uusimaa", "keha-centre", "ministry:economic-affairs", "wellbeing-county:kanta-hame"] {
        let organ = register.organ(id).unwrap();
        let mut expected = Vec::new();
        for link in &register.chain(organ, on).below {
            let verb =
                &register.resolved.words.verbs[usize::from(register.resolved.organs.relations[link.relation].verb)];
            let is_organisation = |organ: &&u16| register.resolved.organs.at(**organ).level != Level::Person;
            for other in link.organs.iter().filter(is_organisation) {
                expected
                    .push((format!("verb/{}", verb.id), format!("organ/{}", register.resolved.organs.at(*other).id)));
            }
        }
        expected.sort();
        expected.dedup();
        let subject = term(BASE, &format!("organ/{id}"));
        let mut said: Vec<_> = graph
            .triples_for_subject(&subject)
            .filter_map(|triple| match triple.object {
                TermRef::NamedNode(other) => Some((
                    triple.predicate.as_str().strip_prefix(BASE).filter(|it| it.starts_with("verb/"))?.to_owned(),
                    other.as_str().strip_prefix(BASE)?.to_owned(),
                )),
                _ => None,
            })
            .collect();
        said.sort();
        assert!(said == expected, "{id}: {said:?}");
    }
}

#[test]
fn an_organisation_in_turtle() {
    let turtle = organisations(day(2024, 12, 31));
    let parts = ["organ:te-office:hame", "verb:steer", "kind:te-office", "period:2013-01-01_2024-12-31"];
    insta::assert_snapshot!(parts.map(|part| said_of(&turtle, part)).join("\n\n"));
}

#[test]
fn everything_that_is_named_is_described() {
    for turtle in [services(day(2025, 2, 1)), organisations(day(2025, 2, 1))] {
        let graph = graph(&turtle);
        for triple in &graph {
            let TermRef::NamedNode(object) = triple.object else { continue };
            let own = object.as_str().starts_with(BASE);
            let described = graph.triples_for_subject(NamedOrBlankNodeRef::NamedNode(object)).next().is_some();
            assert!(!own || described, "{object} is named and not described");
        }
    }
}

#[test]
fn every_address_of_a_source_can_be_carried() {
    for source in &Register::shipped().resolved.sources {
        for address in source.url.values() {
            assert!(NamedNode::new(address).is_ok(), "{}: {address}", source.id);
        }
    }
}

#[test]
fn the_publisher_sets_the_addresses() {
    let mut out = Vec::new();
    let base = "https://example.org/id".parse().unwrap();
    cpsv_ap::write(Register::shipped(), day(2025, 2, 1), &base, &mut out).unwrap();
    let turtle = String::from_utf8(out).unwrap();
    assert!(turtle.contains("@prefix organ: <https://example.org/id/organ/> ."));
    assert!(!turtle.contains(".invalid"));
    for wrong in ["", "example", "https://exa mple.org/", "<https://example.org/>"] {
        assert!(wrong.parse::<Base>().is_err(), "{wrong}");
    }
}

#[test]
fn a_reader_that_goes_away_is_reported_as_such() {
    struct Gone;
    impl io::Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let (register, on, base) = (Register::shipped(), day(2025, 2, 1), Base::default());
    for written in
        [json::write(register, Gone), cpsv_ap::write(register, on, &base, Gone), org::write(register, on, &base, Gone)]
    {
        assert_eq!(written.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}

#[test]
fn services_are_valid_cpsv_ap() {
    for on in [day(2021, 6, 1), day(2025, 2, 1), day(2026, 2, 1)] {
        let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cpsv-ap-{on}.ttl"));
        std::fs::write(&file, services(on)).unwrap();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/check-cpsv-ap.sh");
        let checked = Command::new(script)
            .arg(&file)
            .env(
                "CPSV_AP_SHAPES",
                concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/cpsv-ap/cpsv-ap-SHACL.ttl"),
            )
            .output()
            .expect("the script is there");
        let said = String::from_utf8_lossy(&checked.stdout) + String::from_utf8_lossy(&checked.stderr);
        match checked.status.code() {
            Some(0) => {}
            Some(77) => return eprintln!("{}", said.trim()),
            _ => panic!("{on}: {said}"),
        }
    }
}
