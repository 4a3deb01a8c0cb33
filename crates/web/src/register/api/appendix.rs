//! The whole division of responsibility for a place and a day: what the appendix of a programme says.

use register::Register;
use register::ask::{DivisionEntry, Place};
use register::resolved::Role;
use serde::Serialize;

use super::answer::Answered;
use super::asked::Asked;
use crate::said::{self, ClauseSaid, Text3};
use crate::words::Words;

/// The whole division for a place and a day.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct AppendixSaid {
    /// The code of the municipality or region.
    #[serde(rename = "in")]
    #[schema(example = "061")]
    pub place: String,
    /// The day.
    #[schema(format = Date, example = "2025-02-01")]
    pub on: String,
    /// Its municipalities, by their codes.
    pub municipalities: Vec<String>,
    /// From the state down to the person.
    pub levels: Vec<LevelSaid>,
    /// Duties that nobody bears on that day in any situation.
    pub nobody: Vec<String>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// A level with its organs.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct LevelSaid {
    /// `state`, `regional`, `local`, `person`.
    #[schema(example = "local")]
    pub level: String,
    /// Its organs; several of one kind that bear the same are put together.
    pub organs: Vec<OrgansSaid>,
}

/// Organs that bear the same.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct OrgansSaid {
    /// Their ids.
    pub organs: Vec<String>,
    /// Their names, in the same order.
    pub names: Vec<Text3>,
    /// Their duties, leads first.
    pub duties: Vec<EntrySaid>,
}

/// A duty with the clauses by which it is borne.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct EntrySaid {
    /// The duty.
    #[schema(example = "integration-plan")]
    pub duty: String,
    /// Its name.
    pub title: Text3,
    /// `lead` or `beside`.
    #[schema(example = "lead")]
    pub role: String,
    /// The clauses.
    pub clauses: Vec<ClauseSaid>,
}

/// The whole division of responsibility for a municipality or region and a day
///
/// What the page `/en/appendix` writes out for people.
#[utoipa::path(
    get, path = "/appendix", tag = "appendix", operation_id = "appendix",
    params(
        ("in" = String, Query, description = "Municipality or region, by code or name", example = "061"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2025-02-01"),
    ),
    responses((status = 200, description = "The division", body = AppendixSaid)),
)]
pub async fn appendix(mut asked: Asked) -> Answered {
    let on = asked.day("on");
    let day = on.unwrap_or(asked.today);
    let place = asked.needed("in").and_then(|word| asked.area("in", &word, day));
    let (Some(place), Some(on)) = (place, on) else { return Err(asked.problem()) };
    asked.sound()?;
    let register = &asked.register;
    let territory = &register.resolved.territory;
    let (code, municipalities) = match place {
        Place::Municipality(one) => (territory.at(one).code.clone(), vec![one]),
        Place::Region(code, several) => (code, several),
    };
    let division = register.division(&municipalities, on);
    let levels = division.levels.iter().map(|(level, organs)| LevelSaid {
        level: level.id().to_owned(),
        organs: organs
            .iter()
            .map(|one| OrgansSaid {
                organs: one.organs.iter().map(|organ| register.resolved.organs.at(*organ).id.clone()).collect(),
                names: one.organs.iter().map(|organ| (&register.resolved.organs.at(*organ).names).into()).collect(),
                duties: one.entries.iter().map(|entry| say(asked.w, register, entry)).collect(),
            })
            .collect(),
    });
    asked.answer(&AppendixSaid {
        place: code,
        on: on.to_string(),
        municipalities: municipalities.iter().map(|one| territory.at(*one).code.clone()).collect(),
        levels: levels.collect(),
        nobody: division.nobody.iter().map(|duty| register.resolved.duties[usize::from(*duty)].id.clone()).collect(),
        edition: register.edition.as_str().to_owned(),
    })
}

fn say(w: &Words, register: &Register, entry: &DivisionEntry) -> EntrySaid {
    let duty = &register.resolved.duties[usize::from(entry.duty)];
    let (role, list) = if entry.role == Role::Lead { ("lead", &duty.lead) } else { ("beside", &duty.beside) };
    EntrySaid {
        duty: duty.id.clone(),
        title: (&duty.title).into(),
        role: role.to_owned(),
        clauses: entry.clauses.iter().map(|one| said::clause(w, register, &list[usize::from(*one)])).collect(),
    }
}
