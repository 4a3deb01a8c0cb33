//! Who is responsible: on a day, and through time.

use calendar::Date;
use register::Register;
use register::ask::{Answer, Facts, Refusal};
use register::resolved::DutyIndex;
use serde::Serialize;

use super::answer::Answered;
use super::asked::{ABROAD, Asked, Place, UNKNOWN};
use crate::said::{self, WhoSaid};

/// How the answer changes from the register's first day on.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct HistorySaid {
    /// The duty's id.
    #[schema(example = "integration-plan")]
    pub duty: String,
    /// The municipality's code, `unknown` or `abroad`.
    #[serde(rename = "in")]
    #[schema(example = "061")]
    pub place: String,
    /// Stretches of time in which the answer is the same, in order.
    pub stretches: Vec<StretchSaid>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// A stretch of time in which the answer is the same.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct StretchSaid {
    /// First day.
    #[schema(format = Date, example = "2021-01-01")]
    pub from: Option<String>,
    /// First day after; none: it still holds.
    pub until: Option<String>,
    /// The answer on its first day.
    pub answer: WhoSaid,
}

/// Who is responsible for a duty, on a day
///
/// Answers who leads and who stands beside with the legal basis (`answered`), or that nobody does and why (`nobody`),
/// or what must be known first (`undetermined`, with the next question in `ask` and the answers still possible). All
/// three are answers, with status 200. Each attribute of a situation is a parameter of its own, as in the address of
/// the page `/en/who`: `labour=student&age=17`. What is left out is not known. An age is a number of years; a day
/// attribute takes a day or one of its bands; every attribute takes `unknown`. `/attributes` lists them.
#[utoipa::path(
    get, path = "/who", tag = "who", operation_id = "who",
    params(
        ("duty" = String, Query, description = "The duty, by its id", example = "integration-plan"),
        ("in" = Option<String>, Query, description = "The municipality, by code or name; `abroad` for a person who is not in Finland; `unknown` (or left out) when the person is in Finland and the municipality is not known", example = "061"),
        ("on" = Option<String>, Query, format = Date, description = "The day; today in Finland when left out", example = "2025-02-01"),
    ),
    responses((status = 200, description = "The answer", body = WhoSaid)),
)]
pub async fn who(mut asked: Asked) -> Answered {
    let duty = asked.needed_duty();
    let on = asked.day("on");
    let day = on.unwrap_or(asked.today);
    let place = asked.place(|register, word| register.municipality(word, day));
    let facts = asked.facts();
    let (Some(duty), Some(on), Some(place), Some(facts)) = (duty, on, place, facts) else {
        return Err(asked.problem());
    };
    asked.sound()?;
    match answered(&asked.register, duty, place, on, &facts) {
        Ok(answer) => asked.answer(&say(&asked, place, &answer)),
        Err(refused) => {
            asked.refuse_question(&refused, &facts);
            Err(asked.problem())
        }
    }
}

/// Who was and is responsible, through time
///
/// The same question asked of every day from the register's first one on; equal neighbours are put together. A
/// municipality that was merged away is followed into its successor.
#[utoipa::path(
    get, path = "/who/history", tag = "who", operation_id = "whoHistory",
    params(
        ("duty" = String, Query, description = "The duty, by its id", example = "integration-plan"),
        ("in" = Option<String>, Query, description = "The municipality, by code or name; `abroad`; `unknown` (or left out)", example = "061"),
    ),
    responses((status = 200, description = "The answers in order", body = HistorySaid)),
)]
pub async fn history(mut asked: Asked) -> Answered {
    let duty = asked.needed_duty();
    let place = asked.place(Register::municipality_ever);
    let facts = asked.facts();
    let (Some(duty), Some(place), Some(facts)) = (duty, place, facts) else { return Err(asked.problem()) };
    asked.sound()?;
    let known = known_place(&asked.register, place, &facts);
    let stretches = match asked.register.through_time(duty, municipality(place), &known) {
        Ok(stretches) => stretches,
        Err(refused) => {
            asked.refuse_question(&refused, &facts);
            return Err(asked.problem());
        }
    };
    asked.answer(&HistorySaid {
        duty: asked.register.resolved.duties[usize::from(duty)].id.clone(),
        place: place_said(&asked.register, place),
        stretches: stretches
            .iter()
            .map(|one| StretchSaid {
                from: one.period.from.map(|day| day.to_string()),
                until: one.period.until.map(|day| day.to_string()),
                answer: say(&asked, place, &one.answer),
            })
            .collect(),
        edition: asked.register.edition.as_str().to_owned(),
    })
}

fn answered(register: &Register, duty: DutyIndex, place: Place, on: Date, facts: &Facts) -> Result<Answer, Refusal> {
    register.who(duty, municipality(place), on, &known_place(register, place, facts))
}

fn municipality(place: Place) -> Option<u16> {
    match place {
        Place::Municipality(one) => Some(one),
        Place::Unknown | Place::Abroad => None,
    }
}

/// Without a municipality the register takes a person to be abroad; one whose municipality is not known is in Finland.
fn known_place(register: &Register, place: Place, facts: &Facts) -> Facts {
    let mut known = facts.clone();
    if place == Place::Unknown
        && let Ok((attribute, given)) = register.fact("place", "finland")
        && known.get(attribute).is_none()
    {
        known.set(attribute, given);
    }
    known
}

fn say(asked: &Asked, place: Place, answer: &Answer) -> WhoSaid {
    let mut said = said::who(asked.w, &asked.register, answer);
    if place == Place::Unknown {
        said.place = UNKNOWN.to_owned();
    }
    said
}

fn place_said(register: &Register, place: Place) -> String {
    match place {
        Place::Municipality(one) => register.resolved.territory.at(one).code.clone(),
        Place::Unknown => UNKNOWN.to_owned(),
        Place::Abroad => ABROAD.to_owned(),
    }
}
