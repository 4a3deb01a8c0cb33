//! The duties.

use register::resolved::{DutyIndex, Role};

use super::answer::Answered;
use super::asked::Asked;
use super::list::Page;
use crate::said::{self, DutySaid, DutyShort};

/// The duties, all or those that fit
///
/// Without `search` in the order of the register; with it best first; with `organ` what it leads comes first.
#[utoipa::path(
    get, path = "/duties", tag = "duties", operation_id = "duties",
    params(
        ("search" = Option<String>, Query, description = "Words to look for in any of the languages", example = "plan"),
        ("organ" = Option<String>, Query, description = "Only those that this organ bears on the day", example = "municipality:061"),
        ("atom" = Option<String>, Query, description = "Only those that carry this line of the seed text", example = "L04"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2025-02-01"),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 500, description = "How many in one part; 100 when left out", example = 20),
        ("cursor" = Option<String>, Query, description = "Where the part begins: `next` of the part before"),
    ),
    responses((status = 200, description = "A part of the list", body = Page<DutyShort>)),
)]
pub async fn list(mut asked: Asked) -> Answered {
    let part = asked.part_of_list();
    let on = asked.day("on");
    let register = std::sync::Arc::clone(&asked.register);
    let mut found: Vec<(DutyIndex, Option<Role>)> =
        (0..).zip(&register.resolved.duties).map(|(index, _)| (index, None)).collect();
    if let Some(words) = asked.word("search") {
        found = register.search(&words).into_iter().map(|hit| (hit.duty, None)).collect();
    }
    if let Some(atom) = asked.word("atom") {
        let carriers = register.duties_of_atom(&atom);
        if carriers.is_empty() {
            let mut atoms: Vec<&str> =
                register.resolved.duties.iter().flat_map(|duty| &duty.atoms).map(String::as_str).collect();
            atoms.sort_unstable();
            let what = asked.w.api_unknown_atom(atoms.first().copied().unwrap_or_default(), &atom);
            asked.fault("atom", "unknown-atom", what, None);
        }
        found.retain(|(duty, _)| carriers.contains(duty));
    }
    if let Some(word) = asked.word("organ")
        && let (Some(organ), Some(on)) = (asked.organ("organ", &word), on)
    {
        let borne = register.duties_of(organ, on);
        let role = |duty: DutyIndex| borne.iter().find(|one| one.duty == duty).map(|one| one.role);
        found = found.into_iter().filter_map(|(duty, _)| Some((duty, Some(role(duty)?)))).collect();
        found.sort_by_key(|(_, role)| *role == Some(Role::Beside));
    }
    let (Some(part), Some(on)) = (part, on) else { return Err(asked.problem()) };
    asked.sound()?;
    asked.answer_part(&found, part, on, |(index, _)| {
        said::duty_short(&register, &register.resolved.duties[usize::from(*index)], on)
    })
}

/// A duty with its whole history
#[utoipa::path(
    get, path = "/duties/{id}", tag = "duties", operation_id = "duty",
    params(
        ("id" = String, Path, description = "The duty's id", example = "integration-plan"),
        ("on" = Option<String>, Query, format = Date, description = "The day for which `leads` is told; today when left out", example = "2025-02-01"),
    ),
    responses((status = 200, description = "The duty", body = DutySaid)),
)]
pub async fn one(mut asked: Asked) -> Answered {
    let on = asked.day("on");
    let id = asked.part("id");
    let found = asked.register.duty(&id);
    let found = found.map_err(|refused| asked.refuse("id", &refused, &register::ask::Facts::none())).ok();
    let (Some(duty), Some(on)) = (found, on) else { return Err(asked.problem()) };
    asked.sound()?;
    let duty = &asked.register.resolved.duties[usize::from(duty)];
    asked.answer(&said::duty(asked.w, &asked.register, duty, on))
}
