//! The register as a whole: which edition answers, what was reorganised, everything as one object.

use register::resolved::OpenMatters;
use serde::Serialize;

use super::answer::Answered;
use super::asked::Asked;
use crate::said::{BasisSaid, Text3, bases};
use crate::shell::problem::{Kind, Problem};
use crate::words::Language;

/// The edition that answers.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct EditionSaid {
    /// Its name: the hash of the register's content.
    pub edition: String,
    /// The first twelve digits, which name it as well.
    pub short: String,
    /// The first day for which it answers.
    #[schema(format = Date, example = "2021-01-01")]
    pub begins: String,
    /// The languages of its texts.
    pub languages: Vec<String>,
    /// How many duties it knows.
    pub duties: usize,
    /// How many organs.
    pub organs: usize,
    /// How many municipalities, those merged away included.
    pub municipalities: usize,
    /// How many sources.
    pub sources: usize,
    /// How many questions with a known answer it is tried with.
    pub questions: usize,
    /// The version of the program that answers.
    pub program: String,
}

/// What was reorganised, and every day on which the law changed.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct ReorganisationsSaid {
    /// Organs renamed, merged, split, ended; duties moved.
    pub items: Vec<ReorganisationSaid>,
    /// All days on which the law changed.
    pub days: Vec<DaySaid>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// A reorganisation.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct ReorganisationSaid {
    /// The day.
    #[schema(format = Date, example = "2025-01-01")]
    pub day: String,
    /// Its name.
    pub title: Text3,
    /// What happened.
    pub summary: Text3,
    /// What became what.
    pub moves: Vec<MoveSaid>,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// What became what.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct MoveSaid {
    /// The organ or kind that had it.
    #[schema(example = "te-office")]
    pub from: String,
    /// The organs or kinds that have it now.
    pub to: Vec<String>,
    /// The duties.
    pub duties: Vec<String>,
    /// In words.
    pub scope: Option<Text3>,
    /// `transfer`: open matters pass over on the day; `finish-by-old`: the old organ finishes them; `by-start-day`: the
    /// day on which each began decides.
    #[schema(example = "transfer")]
    pub open_matters: String,
    /// That rule in words.
    pub rule: Option<Text3>,
    /// `verified`, `inferred` or `seed`.
    pub certainty: String,
    /// Shown with it.
    pub note: Option<Text3>,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// A day on which the law changed.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct DaySaid {
    /// The day.
    #[schema(format = Date, example = "2025-01-01")]
    pub day: String,
    /// What changed.
    pub title: Text3,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
}

/// The edition that this server answers from
///
/// An edition is an immutable state of the whole register, named by its content. Every answer names the edition that
/// gave it; with `edition=` a program asks that no other answers.
#[utoipa::path(
    get, path = "/edition", tag = "register", operation_id = "edition",
    responses((status = 200, description = "The edition", body = EditionSaid)),
)]
pub async fn edition(asked: Asked) -> Answered {
    asked.sound()?;
    let (edition, resolved) = (&asked.register.edition, &asked.register.resolved);
    asked.answer(&EditionSaid {
        edition: edition.as_str().to_owned(),
        short: edition.short().to_owned(),
        begins: resolved.begins.to_string(),
        languages: Language::ALL.iter().map(|language| language.code().to_owned()).collect(),
        duties: resolved.duties.len(),
        organs: resolved.organs.organs.len(),
        municipalities: resolved.territory.municipalities.len(),
        sources: resolved.sources.len(),
        questions: resolved.questions.len(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// What was reorganised: what became what on which day, with the rule for open matters
#[utoipa::path(
    get, path = "/reorganisations", tag = "register", operation_id = "reorganisations",
    responses((status = 200, description = "The reorganisations", body = ReorganisationsSaid)),
)]
pub async fn reorganisations(asked: Asked) -> Answered {
    asked.sound()?;
    let (w, register) = (asked.w, &*asked.register);
    let resolved = &register.resolved;
    let items = resolved.reorganisations.iter().map(|one| ReorganisationSaid {
        day: one.day.to_string(),
        title: (&one.title).into(),
        summary: (&one.summary).into(),
        moves: one
            .moves
            .iter()
            .map(|one| MoveSaid {
                from: one.from.clone(),
                to: one.to.clone(),
                duties: one.duties.iter().map(|duty| resolved.duties[usize::from(*duty)].id.clone()).collect(),
                scope: one.scope.as_ref().map(Text3::from),
                open_matters: match one.open_matters {
                    OpenMatters::Transfer => "transfer",
                    OpenMatters::FinishByOld => "finish-by-old",
                    OpenMatters::ByStartDay => "by-start-day",
                }
                .to_owned(),
                rule: one.rule.as_ref().map(Text3::from),
                certainty: one.certainty.id().to_owned(),
                note: one.note.as_ref().map(Text3::from),
                basis: bases(w, register, &one.basis),
            })
            .collect(),
        basis: bases(w, register, &one.basis),
    });
    let days = resolved.cutovers.iter().map(|one| DaySaid {
        day: one.day.to_string(),
        title: (&one.title).into(),
        basis: bases(w, register, &one.basis),
    });
    asked.answer(&ReorganisationsSaid {
        items: items.collect(),
        days: days.collect(),
        edition: register.edition.as_str().to_owned(),
    })
}

/// The whole register as one object, through all time
///
/// What `kotopolku export register --format json` writes. `format` and `version` in it name its form.
#[utoipa::path(
    get, path = "/register", tag = "register", operation_id = "register",
    responses((status = 200, description = "Everything", body = serde_json::Value)),
)]
pub async fn register(asked: Asked) -> Answered {
    asked.sound()?;
    let mut content = Vec::new();
    register::export::json::write(&asked.register, &mut content).map_err(|fault| {
        tracing::error!(%fault, "the register could not be written out");
        Problem::new(Kind::OurFault, asked.w, asked.w.api_kind_our_fault_meaning())
    })?;
    Ok(asked.send(content))
}
