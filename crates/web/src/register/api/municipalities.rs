//! The municipalities, each with its organs and how sure it is that it belongs to them.

use calendar::Date;
use register::Register;
use register::ask::Place;
use register::resolved::{MunicipalityIndex, Resolver};
use serde::Serialize;
use std::sync::Arc;

use super::answer::Answered;
use super::asked::Asked;
use super::list::Page;
use crate::said::{BasisSaid, Text3, bases};
use crate::words::Words;

/// A municipality in a list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct MunicipalityShort {
    /// Its three-digit code.
    #[schema(example = "061")]
    pub code: String,
    /// Its names.
    pub names: Text3,
    /// The code of its region.
    #[schema(example = "05")]
    pub region: String,
    /// First day, where it is known.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// The code of the municipality that it became part of.
    pub merged_into: Option<String>,
}

/// A municipality with its organs on a day.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct MunicipalitySaid {
    /// What a list says of it.
    #[serde(flatten)]
    pub short: MunicipalityShort,
    /// The day.
    #[schema(format = Date, example = "2025-02-01")]
    pub on: String,
    /// The organs whose area holds it, and itself.
    pub organs: Vec<AreaSaid>,
    /// Local acts that put an organ where the law leaves the choice open.
    pub instruments: Vec<InstrumentSaid>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// An organ whose area holds a municipality.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct AreaSaid {
    /// The organ, by its id.
    #[schema(example = "employment-authority:tyohame")]
    pub organ: String,
    /// Its names.
    pub names: Text3,
    /// The map that says so; none for the municipality itself.
    pub map: Option<String>,
    /// What the map is for.
    pub title: Option<Text3>,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// `verified`, `unconfirmed` or `eliminated`.
    #[schema(example = "verified")]
    pub status: String,
    /// Where it was read.
    pub source: Option<String>,
    /// How sure it is, in words.
    pub note: Option<Text3>,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// A local act that fills an open place.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct InstrumentSaid {
    /// Its name.
    pub title: Text3,
    /// Whose act it is.
    pub by: String,
    /// The place it fills.
    pub slot: String,
    /// The organ it puts there.
    pub organ: Option<String>,
    /// Whether it has the power to do so; without it, it never wins.
    pub has_power: bool,
    /// First day.
    pub from: Option<String>,
    /// First day after.
    pub until: Option<String>,
    /// `verified`, `unconfirmed` or `eliminated`.
    pub status: String,
    /// Where it stands.
    pub basis: Vec<BasisSaid>,
}

/// The municipalities that exist on a day
#[utoipa::path(
    get, path = "/municipalities", tag = "places", operation_id = "municipalities",
    params(
        ("in" = Option<String>, Query, description = "Only those of this region, by code or name", example = "05"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2025-02-01"),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 500, description = "How many in one part; 100 when left out", example = 20),
        ("cursor" = Option<String>, Query, description = "Where the part begins: `next` of the part before"),
    ),
    responses((status = 200, description = "A part of the list", body = Page<MunicipalityShort>)),
)]
pub async fn list(mut asked: Asked) -> Answered {
    let part = asked.part_of_list();
    let on = asked.day("on");
    let day = on.unwrap_or(asked.today);
    let register = Arc::clone(&asked.register);
    let found: Vec<MunicipalityIndex> = match asked.word("in") {
        None => register.municipalities_on(day).collect(),
        Some(word) => match asked.area("in", &word, day) {
            Some(Place::Municipality(one)) => vec![one],
            Some(Place::Region(_, several)) => several,
            None => Vec::new(),
        },
    };
    let (Some(part), Some(on)) = (part, on) else { return Err(asked.problem()) };
    asked.sound()?;
    asked.answer_part(&found, part, on, |one| short(&register, *one))
}

/// A municipality with its organs on a day, and how sure that is
#[utoipa::path(
    get, path = "/municipalities/{code}", tag = "places", operation_id = "municipality",
    params(
        ("code" = String, Path, description = "Its code, or its name", example = "061"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2025-02-01"),
    ),
    responses((status = 200, description = "The municipality", body = MunicipalitySaid)),
)]
pub async fn one(mut asked: Asked) -> Answered {
    let on = asked.day("on");
    let (day, code) = (on.unwrap_or(asked.today), asked.part("code"));
    let (Some(one), Some(on)) = (asked.municipality("code", &code, day), on) else { return Err(asked.problem()) };
    asked.sound()?;
    asked.answer(&MunicipalitySaid {
        short: short(&asked.register, one),
        on: on.to_string(),
        organs: areas(asked.w, &asked.register, one, on),
        instruments: instruments(asked.w, &asked.register, one, on),
        edition: asked.register.edition.as_str().to_owned(),
    })
}

fn short(register: &Register, index: MunicipalityIndex) -> MunicipalityShort {
    let territory = &register.resolved.territory;
    let one = territory.at(index);
    MunicipalityShort {
        code: one.code.clone(),
        names: (&one.names).into(),
        region: one.region.clone(),
        from: one.period.from.map(|day| day.to_string()),
        until: one.period.until.map(|day| day.to_string()),
        merged_into: one.merged_into.map(|into| territory.at(into).code.clone()),
    }
}

fn areas(w: &Words, register: &Register, municipality: MunicipalityIndex, on: Date) -> Vec<AreaSaid> {
    let organs = &register.resolved.organs;
    let mut all = Vec::new();
    for map in register.resolved.territory.maps.iter().filter(|map| map.kind != "territory") {
        let Some(area) = map.area(municipality, on) else { continue };
        let organ = organs.at(area.target);
        if !organ.period.contains(on) {
            continue;
        }
        all.push(AreaSaid {
            organ: organ.id.clone(),
            names: (&organ.names).into(),
            map: Some(map.id.clone()),
            title: Some((&map.title).into()),
            from: area.period.from.map(|day| day.to_string()),
            until: area.period.until.map(|day| day.to_string()),
            status: area.status.id().to_owned(),
            source: area.source.clone(),
            note: area.note.as_ref().map(Text3::from),
            basis: bases(w, register, &area.basis),
        });
    }
    let itself = register.resolved.territory.at(municipality);
    if let Some(organ) = organs.index(&format!("municipality:{}", itself.code)).map(|organ| organs.at(organ)) {
        all.push(AreaSaid {
            organ: organ.id.clone(),
            names: (&organ.names).into(),
            map: None,
            title: None,
            from: organ.period.from.map(|day| day.to_string()),
            until: organ.period.until.map(|day| day.to_string()),
            status: "verified".to_owned(),
            source: None,
            note: None,
            basis: bases(w, register, &organ.basis),
        });
    }
    all
}

fn instruments(w: &Words, register: &Register, municipality: MunicipalityIndex, on: Date) -> Vec<InstrumentSaid> {
    let here = register
        .resolved
        .instruments
        .iter()
        .filter(|one| one.period.contains(on) && one.municipalities.contains(&municipality));
    here.map(|one| InstrumentSaid {
        title: (&one.title).into(),
        by: one.by.clone(),
        slot: register.resolved.slots[usize::from(one.slot)].id.clone(),
        organ: put(register, one.puts, municipality, on),
        has_power: one.has_power,
        from: one.period.from.map(|day| day.to_string()),
        until: one.period.until.map(|day| day.to_string()),
        status: one.status.id().to_owned(),
        basis: bases(w, register, &one.basis),
    })
    .collect()
}

/// The organ that an instrument puts somewhere.
fn put(register: &Register, resolver: Resolver, municipality: MunicipalityIndex, on: Date) -> Option<String> {
    let organs = &register.resolved.organs;
    let organ = match resolver {
        Resolver::Fixed(organ) => organ,
        Resolver::Map(map) => register.resolved.territory.maps[usize::from(map)].target(municipality, on)?,
        _ => organs.index(&format!("municipality:{}", register.resolved.territory.at(municipality).code))?,
    };
    Some(organs.at(organ).id.clone())
}
