//! A fact in words, and for programs.

use casework::person::{Birth, Masked, NAME, Name, Shown};
use serde::Serialize;
use uuid::Uuid;
use web::said::register_language;

use crate::desk::Desk;

/// A fact for programs.
#[derive(Debug, Serialize)]
pub struct FactSaid {
    id: Uuid,
    attribute: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    slot: String,
    /// None where the person is protected and it is withheld.
    value: Option<String>,
    withheld: bool,
    from: String,
    until: Option<String>,
    source: String,
    recorded_by: String,
    recorded_organ: String,
    recorded_at: String,
    replaces: Option<Uuid>,
    withdrawn_at: Option<String>,
}

/// A fact for programs.
pub fn fact(fact: &Shown) -> FactSaid {
    FactSaid {
        id: fact.id,
        attribute: fact.attribute.clone(),
        slot: fact.slot.clone(),
        value: fact.value.seen().cloned(),
        withheld: fact.value.seen().is_none(),
        from: fact.from.to_string(),
        until: fact.until.map(|day| day.to_string()),
        source: fact.source.clone(),
        recorded_by: fact.recorded_by.clone(),
        recorded_organ: fact.recorded_organ.clone(),
        recorded_at: fact.recorded_at.to_string(),
        replaces: fact.replaces,
        withdrawn_at: fact.withdrawn_at.map(|at| at.to_string()),
    }
}

/// What an attribute is called: by the register, or one of the person's own.
pub fn title(desk: &Desk, attribute: &str) -> String {
    let w = desk.w();
    match attribute {
        "municipality" => w.fact_municipality(),
        NAME => w.fact_own_name(),
        "mother-tongue" => w.fact_own_mother_tongue(),
        "language" => w.fact_own_language(),
        "interpreter" => w.fact_own_interpreter(),
        "nationality" => w.fact_own_nationality(),
        "address" => w.fact_own_address(),
        "phone" => w.fact_own_phone(),
        "email" => w.fact_own_email(),
        "contact" => w.fact_own_contact(),
        "support-need" => w.fact_own_support_need(),
        other => {
            let attributes = &desk.house.register.resolved.words.attributes;
            let found = attributes.iter().find(|attribute| attribute.id == other);
            return found.map_or(other, |found| found.title.get(register_language(w.language()))).to_owned();
        }
    }
    .to_owned()
}

/// A value as people read it.
pub fn value(desk: &Desk, attribute: &str, value: &str) -> String {
    let language = register_language(desk.w().language());
    let register = &desk.house.register;
    if attribute == NAME {
        return Name::read(value).map_or_else(|| value.to_owned(), |read| name(&read));
    }
    if attribute == "municipality" {
        let Ok(found) = register.municipality_ever(value) else { return value.to_owned() };
        let found = register.resolved.territory.at(found);
        return format!("{} ({})", found.names.get(language), found.code);
    }
    let attributes = &register.resolved.words.attributes;
    let of = attributes.iter().find(|one| one.id == attribute);
    let known = of.and_then(|one| one.values.iter().find(|one| one.id == value));
    known.map_or(value, |known| known.title.get(language)).to_owned()
}

/// The value of a fact, or that it is withheld.
pub fn shown_value(desk: &Desk, fact: &Shown) -> String {
    match &fact.value {
        Masked::Seen(seen) => value(desk, &fact.attribute, seen),
        Masked::Withheld => desk.w().person_withheld().to_owned(),
    }
}

/// A name as it is written, with how it is written in Latin letters.
pub fn name(name: &Name) -> String {
    let latin = [&name.given_latin, &name.family_latin].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    if latin.is_empty() { name.shown() } else { format!("{} ({latin})", name.shown()) }
}

/// A birth as far as it is known: 1990-05-01, 1990-05, 1990; empty where it is not.
pub fn birth(birth: Birth) -> String {
    match (birth.year, birth.month, birth.day) {
        (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(year), _, _) => format!("{year:04}"),
        (None, _, _) => String::new(),
    }
}

/// Reads what [`birth`] writes.
pub fn read_birth(word: &str) -> Option<Birth> {
    let mut parts = word.trim().split('-');
    let year = parts.next()?;
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    let month = parts.next().map(|part| part.parse().ok()).map_or(Some(None), |part| part.map(Some))?;
    let day = parts.next().map(|part| part.parse().ok()).map_or(Some(None), |part| part.map(Some))?;
    parts.next().is_none().then_some(Birth { year: Some(year), month, day })
}

/// A birth as people read it; in words where only a part is known.
pub fn born(desk: &Desk, of: Birth) -> String {
    let w = desk.w();
    let whole = match (of.year, of.month, of.day) {
        (Some(year), Some(month), Some(day)) => jiff::civil::Date::new(year, month, day).ok(),
        _ => None,
    };
    match whole {
        Some(day) => w.person_born(&w.day(day)),
        None if of.year.is_none() => w.person_born_unknown().to_owned(),
        None => w.person_born(&birth(of)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_is_read_as_far_as_it_is_known() {
        for written in ["1990-05-01", "1990-05", "1990"] {
            assert_eq!(read_birth(written).map(birth).as_deref(), Some(written));
        }
        for wrong in ["", "90", "1990-", "1990-x", "1990-05-01-02", "1.5.1990"] {
            assert_eq!(read_birth(wrong), None, "{wrong}");
        }
    }
}
