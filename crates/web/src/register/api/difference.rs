//! What differs between two days.

use serde::Serialize;

use super::answer::Answered;
use super::asked::Asked;
use crate::said::{self, ChangeSaid};

/// What differs between two days.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct DifferenceSaid {
    /// The earlier day.
    #[schema(format = Date, example = "2024-12-31")]
    pub before: String,
    /// The later day.
    #[schema(format = Date, example = "2025-01-01")]
    pub after: String,
    /// The changes of this part, by duty.
    pub items: Vec<ChangeSaid>,
    /// How many there are in all parts.
    pub total: usize,
    /// The `cursor` of the next part; none: this is the last.
    pub next: Option<String>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// What differs between two days
///
/// Which duties, for whom, in which municipalities, from whom to whom. Only changes of who leads, and of must and may,
/// are told. Municipalities are those of the later day.
#[utoipa::path(
    get, path = "/difference", tag = "difference", operation_id = "difference",
    params(
        ("before" = String, Query, format = Date, description = "The earlier day", example = "2024-12-31"),
        ("after" = String, Query, format = Date, description = "The later day", example = "2025-01-01"),
        ("in" = Option<String>, Query, description = "Only in this municipality, by code or name; it must exist on the later day", example = "061"),
        ("duty" = Option<String>, Query, description = "Only this duty", example = "integration-plan"),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 500, description = "How many in one part; 100 when left out", example = 20),
        ("cursor" = Option<String>, Query, description = "Where the part begins: `next` of the part before"),
    ),
    responses((status = 200, description = "The changes", body = DifferenceSaid)),
)]
pub async fn difference(mut asked: Asked) -> Answered {
    let part = asked.part_of_list();
    let before = asked.needed_day("before");
    let after = asked.needed_day("after");
    if let (Some(before), Some(after)) = (before, after)
        && before > after
    {
        let what = asked.w.api_wrong_order(&after.to_string(), &before.to_string());
        asked.fault("before", "wrong-order", what, None);
    }
    let day = after.unwrap_or(asked.today);
    let place = match asked.word("in") {
        None => None,
        Some(word) => asked.municipality("in", &word, day),
    };
    let duty = asked.duty();
    let (Some(part), Some(before), Some(after), Some(duty)) = (part, before, after, duty) else {
        return Err(asked.problem());
    };
    asked.sound()?;
    let changes = asked.register.difference(before, after, place, duty);
    let (items, next) = asked.cut(&changes, part);
    let said = DifferenceSaid {
        before: before.to_string(),
        after: after.to_string(),
        items: items.iter().map(|one| said::change(asked.w, &asked.register, one)).collect(),
        total: changes.len(),
        next: next.clone(),
        edition: asked.register.edition.as_str().to_owned(),
    };
    asked.answer_linked(&said, next.as_deref())
}
