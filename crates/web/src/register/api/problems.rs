//! The kinds of problems: where the `type` of a problem leads.

use serde::Serialize;

use super::answer::Answered;
use super::asked::Asked;
use crate::shell::problem::Kind;

/// The kinds of problems.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct KindsSaid {
    /// All of them.
    pub items: Vec<KindSaid>,
}

/// A kind of problem.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct KindSaid {
    /// What stands behind the number sign of a problem's `type`.
    #[schema(example = "not-understood")]
    pub id: String,
    /// The HTTP status.
    #[schema(example = 400)]
    pub status: u16,
    /// What it is called.
    pub title: String,
    /// What it means, and what to do.
    pub meaning: String,
}

/// The kinds of problems, with what each means and what to do
#[utoipa::path(
    get, path = "/problems", tag = "interface", operation_id = "problems",
    responses((status = 200, description = "The kinds", body = KindsSaid)),
)]
pub async fn problems(asked: Asked) -> Answered {
    asked.sound()?;
    let items = Kind::ALL.map(|kind| KindSaid {
        id: kind.id().to_owned(),
        status: kind.status().as_u16(),
        title: kind.title(asked.w).to_owned(),
        meaning: kind.meaning(asked.w).to_owned(),
    });
    asked.answer(&KindsSaid { items: items.into() })
}
