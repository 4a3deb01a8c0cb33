//! What is known of a person on a day, as the register wants to be asked.

use calendar::{LeapDayBirth, age};
use jiff::Timestamp;
use jiff::civil::Date;
use register::Register;
use register::ask::Facts;
use register::resolved::MunicipalityIndex;
use storage::{Error, View};
use uuid::Uuid;

use super::model::{Birth, Fact};
use super::queries;

/// The attribute under which a person's municipality is kept, by its code.
pub const MUNICIPALITY: &str = "municipality";

/// A person's situation on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Situation {
    /// What is known of the register's attributes, but for the age.
    pub facts: Facts,
    /// Each as it was recorded: attribute and value.
    pub given: Vec<(String, String)>,
    /// Where the person lives; none: not known, or abroad.
    pub municipality: Option<MunicipalityIndex>,
    /// The ages that the birth day leaves open: none when nothing is known, two when the day of the year is not known.
    pub ages: Vec<u16>,
}

/// The situation of a person on a day, as it was believed at an instant; `None` when there is no such person.
pub(crate) async fn situation(
    view: &View,
    register: &Register,
    person: Uuid,
    on: Date,
    known: Timestamp,
) -> Result<Option<Situation>, Error> {
    let Some(birth) = queries::birth(view, person, known).await? else { return Ok(None) };
    let facts = queries::facts_on(view, person, on, known).await?;
    Ok(Some(Situation::of(register, birth, &facts, on)))
}

impl Situation {
    /// What these facts and this birth day say on a day. What the register does not ask about is left out, and so is a
    /// value that it no longer knows.
    #[must_use]
    pub fn of(register: &Register, birth: Birth, facts: &[Fact], on: Date) -> Self {
        let mut situation = Self { ages: birth.ages(on), ..Self::default() };
        for fact in facts {
            if fact.attribute == MUNICIPALITY {
                situation.municipality =
                    register.municipality_ever(&fact.value).ok().map(|found| register.there_on(found, on));
                situation.given.push((fact.attribute.clone(), fact.value.clone()));
            } else if let Ok((attribute, given)) = register.fact(&fact.attribute, &fact.value) {
                situation.facts.set(attribute, given);
                situation.given.push((fact.attribute.clone(), fact.value.clone()));
            }
        }
        situation
    }
}

impl Birth {
    /// The ages in whole years that are possible on a day.
    #[must_use]
    pub fn ages(self, on: Date) -> Vec<u16> {
        let Some(year) = self.year else { return Vec::new() };
        let (first, last) = match (self.month, self.day) {
            (Some(month), Some(day)) => (Date::new(year, month, day), Date::new(year, month, day)),
            (Some(month), None) => (Date::new(year, month, 1), Date::new(year, month, 1).map(Date::last_of_month)),
            (None, _) => (Date::new(year, 1, 1), Date::new(year, 12, 31)),
        };
        let (Ok(first), Ok(last)) = (first, last) else { return Vec::new() };
        // Born on 29 February: what a time limit of years would say, 150/1930 § 3. See `LeapDayBirth`.
        let of = |born| age(born, on, LeapDayBirth::LastOfFebruary);
        match (of(last), of(first)) {
            (Some(youngest), Some(oldest)) if youngest == oldest => vec![oldest],
            (Some(youngest), Some(oldest)) => vec![youngest, oldest],
            (None, Some(oldest)) => vec![oldest],
            (_, None) => Vec::new(),
        }
    }
}
