//! Organs, chains and differences for programs.

use super::value_set;
use super::who::{BasisSaid, Text3, bases};
use crate::words::Words;
use calendar::Date;
use register::Register;
use register::ask::{Change, Link, Side};
use register::resolved::{OrganIndex, Role};
use serde::Serialize;

/// An organ in a list.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OrganShort {
    /// Its id.
    #[schema(example = "te-office:hame")]
    pub id: String,
    /// Its kind.
    #[schema(example = "te-office")]
    pub kind: String,
    /// `state`, `regional`, `local`, `person`.
    #[schema(example = "regional")]
    pub level: String,
    /// Its names.
    pub names: Text3,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
}

/// An organ with what it does and to whom it is tied on a day.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OrganSaid {
    /// What a list says of it.
    #[serde(flatten)]
    pub short: OrganShort,
    /// What came after it.
    pub succeeded_by: Vec<String>,
    /// Why nobody steers it.
    pub independent: Option<Text3>,
    /// Why a translation is missing, or how sure it is.
    pub names_note: Option<Text3>,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
    /// The day.
    pub on: String,
    /// The duties that it leads, in some situation.
    pub leads: Vec<String>,
    /// The duties in which it stands beside.
    pub beside: Vec<String>,
    /// The municipalities of its area, by their codes; empty for the whole country.
    pub municipalities: Vec<String>,
    /// Whom it steers and who steers it.
    pub chain: ChainSaid,
}

/// What ties an organ to others on a day.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ChainSaid {
    /// The organ.
    pub organ: String,
    /// The day.
    pub on: String,
    /// Who steers, supervises, advises it.
    pub above: Vec<LinkSaid>,
    /// Whom it steers, supervises, advises.
    pub below: Vec<LinkSaid>,
}

/// One tie.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct LinkSaid {
    /// `steer`, `supervise`, `advise`, …
    #[schema(example = "steer")]
    pub verb: String,
    /// The organs at the other end.
    pub organs: Vec<String>,
    /// In what.
    pub matter: Option<Text3>,
    /// Since when.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// How sure it is.
    pub certainty: String,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// A change between two days.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct ChangeSaid {
    /// The duty.
    pub duty: String,
    /// Before.
    pub before: SideSaid,
    /// After.
    pub after: SideSaid,
    /// In which municipalities, by their codes.
    pub municipalities: Vec<String>,
    /// What the situations have in common, in words; empty: nothing in particular.
    #[serde(rename = "for")]
    pub conditions: Vec<String>,
    /// How many of the situations that the duty tells apart.
    pub situations: String,
    /// Of how many.
    pub of: String,
}

/// One side of a change.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct SideSaid {
    /// The organ; none: nobody leads.
    pub organ: Option<String>,
    /// `must` or `may`.
    pub force: Option<String>,
    /// The clause in the duty's file.
    pub clause: String,
}

/// An organ in a list.
pub fn organ_short(register: &Register, organ: OrganIndex) -> OrganShort {
    let one = register.resolved.organs.at(organ);
    OrganShort {
        id: one.id.clone(),
        kind: one.kind.clone(),
        level: one.level.id().to_owned(),
        names: (&one.names).into(),
        from: one.period.from.map(|day| day.to_string()),
        until: one.period.until.map(|day| day.to_string()),
    }
}

/// An organ with what it does on a day.
pub fn organ(w: &Words, register: &Register, index: OrganIndex, on: Date) -> OrganSaid {
    let one = register.resolved.organs.at(index);
    let duties = register.duties_of(index, on);
    let borne = |role: Role| {
        duties
            .iter()
            .filter(|duty| duty.role == role)
            .map(|duty| register.resolved.duties[usize::from(duty.duty)].id.clone())
            .collect()
    };
    let mut municipalities: Vec<_> = register.area_of(index, on).into_iter().flat_map(|(_, members)| members).collect();
    municipalities.sort_unstable();
    municipalities.dedup();
    OrganSaid {
        short: organ_short(register, index),
        succeeded_by: one.succeeded_by.clone(),
        independent: one.independent.as_ref().map(Text3::from),
        names_note: one.names_note.as_ref().map(Text3::from),
        basis: bases(w, register, &one.basis),
        on: on.to_string(),
        leads: borne(Role::Lead),
        beside: borne(Role::Beside),
        municipalities: municipalities
            .into_iter()
            .map(|one| register.resolved.territory.at(one).code.clone())
            .collect(),
        chain: chain(w, register, index, on),
    }
}

/// Whom an organ steers and who steers it.
pub fn chain(w: &Words, register: &Register, index: OrganIndex, on: Date) -> ChainSaid {
    let found = register.chain(index, on);
    let links = |links: &[Link]| links.iter().map(|one| link(w, register, one)).collect();
    ChainSaid {
        organ: register.resolved.organs.at(index).id.clone(),
        on: on.to_string(),
        above: links(&found.above),
        below: links(&found.below),
    }
}

fn link(w: &Words, register: &Register, one: &Link) -> LinkSaid {
    let relation = &register.resolved.organs.relations[one.relation];
    LinkSaid {
        verb: register.resolved.words.verbs[usize::from(relation.verb)].id.clone(),
        organs: one.organs.iter().map(|organ| register.resolved.organs.at(*organ).id.clone()).collect(),
        matter: relation.matter.as_ref().map(Text3::from),
        from: relation.period.from.map(|day| day.to_string()),
        until: relation.period.until.map(|day| day.to_string()),
        certainty: relation.certainty.id().to_owned(),
        basis: bases(w, register, &relation.basis),
    }
}

/// A change for programs.
pub fn change(w: &Words, register: &Register, one: &Change) -> ChangeSaid {
    let duty = &register.resolved.duties[usize::from(one.duty)];
    let language = super::register_language(w.language());
    let side = |side: &Side| SideSaid {
        organ: side.organ.map(|organ| register.resolved.organs.at(organ).id.clone()),
        force: side.force.map(|force| force.id().to_owned()),
        clause: duty.lead[usize::from(side.clause)].id.clone(),
    };
    ChangeSaid {
        duty: duty.id.clone(),
        before: side(&one.before),
        after: side(&one.after),
        municipalities: one
            .municipalities
            .iter()
            .map(|one| register.resolved.territory.at(*one).code.clone())
            .collect(),
        conditions: one
            .common
            .iter()
            .map(|(attribute, set)| {
                let title = register.resolved.words.at(*attribute).title.get(language);
                w.said_fact(title, &value_set(w, register, *attribute, *set))
            })
            .collect(),
        situations: one.situations.to_string(),
        of: one.of.to_string(),
    }
}
