//! What is known of a person, in words.

use casework::person::{Birth, NAME, Name};
use jiff::civil::Date;

use super::Teller;

/// What an attribute is called: by the register, or one of the person's own.
pub fn fact_title(t: &Teller<'_>, attribute: &str) -> String {
    t.refusing().attribute(attribute)
}

/// A value as people read it.
pub fn fact_value(t: &Teller<'_>, attribute: &str, value: &str) -> String {
    let register = &t.desk.house.register;
    if attribute == NAME {
        return Name::read(value).map_or_else(|| value.to_owned(), |read| person_name(&read));
    }
    if attribute == "municipality" {
        let found = register.municipality_ever(value);
        return found.map_or_else(|_| value.to_owned(), |found| t.register.municipality(found).to_owned());
    }
    match (attribute, value) {
        ("interpreter", "none") => return t.w.fact_interpreter_none().to_owned(),
        ("nationality", "stateless") => return t.w.fact_country_stateless().to_owned(),
        ("nationality", "unknown") => return t.w.fact_country_unknown().to_owned(),
        ("mother-tongue" | "language" | "interpreter", code) => return t.w.language_of(code),
        ("nationality", code) => return t.w.country_of(code),
        _ => {}
    }
    let of = register.resolved.words.attributes.iter().find(|one| one.id == attribute);
    let known = of.and_then(|one| one.values.iter().find(|one| one.id == value));
    match known {
        Some(known) => t.register.text(&known.title).to_owned(),
        None => value.parse::<Date>().map_or_else(|_| value.to_owned(), |day| t.w.day_short(day)),
    }
}

/// A name as it is written, with how it is written in Latin letters.
pub fn person_name(name: &Name) -> String {
    let latin = [&name.given_latin, &name.family_latin].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    if latin.is_empty() { name.shown() } else { format!("{} ({latin})", name.shown()) }
}

/// A birth as far as it is known.
pub fn born(t: &Teller<'_>, of: Birth) -> String {
    let w = t.w;
    match (of.year, of.month, of.day) {
        (Some(year), Some(month), Some(day)) => match Date::new(year, month, day) {
            Ok(day) => w.person_born(&w.day(day)),
            Err(_) => w.person_born_unknown().to_owned(),
        },
        (Some(year), Some(month), None) => w.person_born(&format!("{year:04}-{month:02}")),
        (Some(year), None, _) => w.person_born(&format!("{year:04}")),
        (None, _, _) => w.person_born_unknown().to_owned(),
    }
}
