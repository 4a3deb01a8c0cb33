//! The organs.

use register::ask::Place;
use register::fault::nearest;
use register::resolved::OrganIndex;
use std::sync::Arc;

use super::answer::Answered;
use super::asked::Asked;
use super::list::Page;
use crate::said::{self, ChainSaid, OrganSaid, OrganShort};

/// The organs that exist on a day
///
/// With `in` those of a municipality, or of the municipalities of a region. Every municipality is an organ too.
#[utoipa::path(
    get, path = "/organs", tag = "organs", operation_id = "organs",
    params(
        ("in" = Option<String>, Query, description = "Municipality or region, by code or name", example = "Forssa"),
        ("kind" = Option<String>, Query, description = "Only organs of this kind", example = "employment-authority"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2025-02-01"),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 500, description = "How many in one part; 100 when left out", example = 20),
        ("cursor" = Option<String>, Query, description = "Where the part begins: `next` of the part before"),
    ),
    responses((status = 200, description = "A part of the list", body = Page<OrganShort>)),
)]
pub async fn list(mut asked: Asked) -> Answered {
    let part = asked.part_of_list();
    let on = asked.day("on");
    let day = on.unwrap_or(asked.today);
    let register = Arc::clone(&asked.register);
    let organs = &register.resolved.organs;
    let mut found: Vec<OrganIndex> = match asked.word("in") {
        None => {
            let all = (0..).zip(&organs.organs);
            all.filter(|(_, organ)| organ.period.contains(day)).map(|(index, _)| index).collect()
        }
        Some(word) => match asked.area("in", &word, day) {
            Some(Place::Municipality(one)) => register.organs_of(one, day),
            Some(Place::Region(_, several)) => {
                let mut all: Vec<_> = several.iter().flat_map(|one| register.organs_of(*one, day)).collect();
                all.sort_by_key(|organ| (organs.at(*organ).level, *organ));
                all.dedup();
                all
            }
            None => Vec::new(),
        },
    };
    if let Some(kind) = asked.word("kind") {
        if organs.kind(&kind).is_none() && !organs.organs.iter().any(|organ| organ.kind == kind) {
            let near = nearest(&kind, organs.kinds.iter().map(|kind| kind.id.as_str())).map(str::to_owned);
            let todo = near.as_ref().map(|near| asked.w.said_did_you_mean(near)).unwrap_or_default();
            let what = format!("{} {todo}", asked.w.api_unknown_kind(&kind));
            asked.fault("kind", "unknown-kind", what.trim(), near);
        }
        found.retain(|organ| organs.at(*organ).kind == kind);
    }
    let (Some(part), Some(on)) = (part, on) else { return Err(asked.problem()) };
    asked.sound()?;
    asked.answer_part(&found, part, on, |organ| said::organ_short(&register, *organ))
}

/// An organ with what it does on a day
#[utoipa::path(
    get, path = "/organs/{id}", tag = "organs", operation_id = "organ",
    params(
        ("id" = String, Path, description = "The organ's id", example = "te-office:hame"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2024-02-01"),
    ),
    responses((status = 200, description = "The organ", body = OrganSaid)),
)]
pub async fn one(mut asked: Asked) -> Answered {
    let on = asked.day("on");
    let id = asked.part("id");
    let (Some(organ), Some(on)) = (asked.organ("id", &id), on) else { return Err(asked.problem()) };
    asked.sound()?;
    asked.answer(&said::organ(asked.w, &asked.register, organ, on))
}

/// Whom an organ steers, supervises and advises on a day, and who does so to it
#[utoipa::path(
    get, path = "/organs/{id}/chain", tag = "organs", operation_id = "chain",
    params(
        ("id" = String, Path, description = "The organ's id", example = "te-office:hame"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2024-02-01"),
    ),
    responses((status = 200, description = "The ties", body = ChainSaid)),
)]
pub async fn chain(mut asked: Asked) -> Answered {
    let on = asked.day("on");
    let id = asked.part("id");
    let (Some(organ), Some(on)) = (asked.organ("id", &id), on) else { return Err(asked.problem()) };
    asked.sound()?;
    asked.answer(&said::chain(asked.w, &asked.register, organ, on))
}
