//! The acts and other sources, with everything that rests on them.

use register::Register;
use register::fault::nearest;
use register::resolved::{Citation, Duty, Role, Source, SourceIndex};
use serde::Serialize;
use std::collections::BTreeMap;

use super::answer::Answered;
use super::asked::Asked;
use crate::said::{Text3, register_language};

/// A source in the list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct SourceShort {
    /// Its id, as clauses cite it.
    #[schema(example = "1386/2010")]
    pub id: String,
    /// `act`, `decree`, …
    #[schema(example = "act")]
    pub kind: String,
    /// Its names.
    pub names: Text3,
    /// The addresses of its text, by language.
    pub url: BTreeMap<String, String>,
    /// In force from.
    pub from: Option<String>,
    /// First day out of force.
    pub until: Option<String>,
    /// The act that it amends.
    pub amends: Option<String>,
    /// Shown with it.
    pub note: Option<Text3>,
    /// How many statements of the register rest on it.
    pub rests: usize,
}

/// The sources.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct SourcesSaid {
    /// In the order of the register.
    pub items: Vec<SourceShort>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// A source with everything that rests on it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct SourceSaid {
    /// What a list says of it.
    #[serde(flatten)]
    pub short: SourceShort,
    /// What rests on each section; what cites no section comes under an empty one.
    pub sections: Vec<SectionSaid>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// A section with what rests on it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct SectionSaid {
    /// The section: `10`, `32 a`; empty where the source has none.
    #[schema(example = "10")]
    pub section: String,
    /// What rests on it.
    pub rests: Vec<RestSaid>,
}

/// Something that rests on a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RestSaid {
    /// `lead`, `beside`, `nobody`, `note`, `limit`, `retention`, `content`, `result`, `amount`, `organ`, `kind`,
    /// `relation`, `area`, `slot`, `instrument`, `practice`, `reorganisation`.
    #[schema(example = "lead")]
    pub kind: String,
    /// The duty, for the parts of one.
    pub duty: Option<String>,
    /// Which one: the clause, the limit, the organ, the day …
    pub id: String,
    /// The place in the law, as the language writes it.
    #[schema(example = "10 § 1 mom.")]
    pub place: String,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
}

/// The acts and other sources that the register cites
#[utoipa::path(
    get, path = "/sources", tag = "sources", operation_id = "sources",
    responses((status = 200, description = "All sources", body = SourcesSaid)),
)]
pub async fn list(asked: Asked) -> Answered {
    asked.sound()?;
    let register = &asked.register;
    let mut rests = vec![0; register.resolved.sources.len()];
    each_citation(register, &mut |citation, _| rests[usize::from(citation.source)] += 1);
    let items = register.resolved.sources.iter().zip(rests).map(|(source, rests)| short(source, rests)).collect();
    asked.answer(&SourcesSaid { items, edition: register.edition.as_str().to_owned() })
}

/// A source with every clause that rests on each of its sections
///
/// The slash in a number is written as a hyphen (`1386-2010`) or percent-encoded (`1386%2F2010`).
#[utoipa::path(
    get, path = "/sources/{id}", tag = "sources", operation_id = "source",
    params(("id" = String, Path, description = "The source's id, its slash as a hyphen", example = "1386-2010")),
    responses((status = 200, description = "The source", body = SourceSaid)),
)]
pub async fn one(mut asked: Asked) -> Answered {
    let id = asked.part("id");
    let Some(index) = find(&asked.register, &id) else {
        let in_path = |id: &str| id.replace('/', "-");
        let all: Vec<String> = asked.register.resolved.sources.iter().map(|source| in_path(&source.id)).collect();
        let near = nearest(&in_path(&id), all.iter().map(String::as_str)).map(str::to_owned);
        let example = all.iter().find(|id| id.contains('-')).or(all.first()).cloned().unwrap_or_default();
        let todo = near.as_ref().map(|near| asked.w.said_did_you_mean(near)).unwrap_or_default();
        let what = format!("{} {todo}", asked.w.api_unknown_source(&example, &id));
        asked.fault_in_path("id", "unknown-source", what.trim(), near);
        return Err(asked.problem());
    };
    asked.sound()?;
    let register = &asked.register;
    let language = register_language(asked.w.language());
    let mut sections: BTreeMap<(u32, String), Vec<RestSaid>> = BTreeMap::new();
    let mut count = 0;
    each_citation(register, &mut |citation, rest| {
        if citation.source == index {
            count += 1;
            let section = citation.section.clone().unwrap_or_default();
            let place = citation.section_text(language);
            let rests = sections.entry((number(&section), section)).or_default();
            rests.push(RestSaid { place, ..rest() });
        }
    });
    let sections = sections.into_iter().map(|((_, section), rests)| SectionSaid { section, rests }).collect();
    asked.answer(&SourceSaid {
        short: short(&register.resolved.sources[usize::from(index)], count),
        sections,
        edition: register.edition.as_str().to_owned(),
    })
}

/// The source of an id, or of an id whose slashes were written as hyphens.
fn find(register: &Register, id: &str) -> Option<SourceIndex> {
    let all = || (0..).zip(&register.resolved.sources);
    let same = |source: &Source| source.id.replace('/', "-") == id;
    let found = all().find(|(_, source)| source.id == id).or_else(|| all().find(|(_, source)| same(source)));
    found.map(|(index, _)| index)
}

/// The number of a section, so that 10 comes after 9.
fn number(section: &str) -> u32 {
    section.split(|sign: char| !sign.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

fn short(source: &Source, rests: usize) -> SourceShort {
    SourceShort {
        id: source.id.clone(),
        kind: source.kind.clone(),
        names: (&source.names).into(),
        url: source.url.clone(),
        from: source.from.map(|day| day.to_string()),
        until: source.until.map(|day| day.to_string()),
        amends: source.amends.clone(),
        note: source.note.as_ref().map(Text3::from),
        rests,
    }
}

/// What is done with a citation, and with what rests on it if that is wanted.
type Seen<'a> = dyn FnMut(&Citation, &dyn Fn() -> RestSaid) + 'a;

/// Every citation of the register, with what rests on it.
fn each_citation(register: &Register, seen: &mut Seen<'_>) {
    let resolved = &register.resolved;
    for duty in &resolved.duties {
        each_of_duty(duty, seen);
    }
    let mut tell = |kind: &str, id: &str, period: calendar::Period, basis: &[Citation]| {
        for citation in basis {
            seen(citation, &|| rest(kind, None, id, period));
        }
    };
    for kind in &resolved.organs.kinds {
        tell("kind", &kind.id, kind.period, &kind.basis);
    }
    for organ in &resolved.organs.organs {
        tell("organ", &organ.id, organ.period, &organ.basis);
    }
    for relation in &resolved.organs.relations {
        let verb = &resolved.words.verbs[usize::from(relation.verb)].id;
        let id = format!("{} {verb} {}", relation.from_name, relation.to_name);
        tell("relation", &id, relation.period, &relation.basis);
    }
    for map in resolved.territory.maps.iter() {
        for area in &map.areas {
            // In a map of territories the target is a value, not an organ.
            let id = if map.kind == "territory" { &map.id } else { &resolved.organs.at(area.target).id };
            tell("area", id, area.period, &area.basis);
        }
    }
    for slot in &resolved.slots {
        tell("slot", &slot.id, slot.period, &slot.basis);
    }
    for instrument in &resolved.instruments {
        tell("instrument", &instrument.by, instrument.period, &instrument.basis);
    }
    for practice in &resolved.practices {
        tell("practice", &resolved.organs.at(practice.organ).id, practice.period, &practice.basis);
    }
    for one in &resolved.reorganisations {
        let period = calendar::Period { from: Some(one.day), until: None };
        tell("reorganisation", &one.day.to_string(), period, &one.basis);
        for moved in &one.moves {
            tell("reorganisation", &one.day.to_string(), period, &moved.basis);
        }
    }
}

fn each_of_duty(duty: &Duty, seen: &mut Seen<'_>) {
    let mut tell = |kind: &str, id: &str, period: calendar::Period, basis: &[Citation]| {
        for citation in basis {
            seen(citation, &|| rest(kind, Some(&duty.id), id, period));
        }
    };
    for clause in duty.lead.iter().chain(&duty.beside) {
        let kind = match clause.role {
            Role::Lead => "lead",
            Role::Beside => "beside",
            Role::Nobody => "nobody",
        };
        tell(kind, &clause.id, clause.period, &clause.basis);
    }
    for note in &duty.notes {
        tell("note", &note.kind, note.period, &note.basis);
    }
    for (kind, list) in [("limit", &duty.limits), ("retention", &duty.retention)] {
        for one in list {
            tell(kind, &one.id, one.period, &one.basis);
        }
    }
    for (kind, list) in [("content", &duty.contents), ("result", &duty.results)] {
        for one in list {
            tell(kind, &one.id, one.period, &one.basis);
        }
    }
    for one in &duty.amounts {
        tell("amount", &one.id, one.period, &one.basis);
    }
}

fn rest(kind: &str, duty: Option<&str>, id: &str, period: calendar::Period) -> RestSaid {
    RestSaid {
        kind: kind.to_owned(),
        duty: duty.map(str::to_owned),
        id: id.to_owned(),
        place: String::new(),
        from: period.from.map(|day| day.to_string()),
        until: period.until.map(|day| day.to_string()),
    }
}
