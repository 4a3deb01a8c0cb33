//! Who they are: names, births, families, where they live and since when.

use casework::person::{Birth, Kin, Name};
use jiff::Span;
use jiff::civil::Date;

use super::{sub, workday};
use crate::chance::Chance;
use crate::source::{Crowd, Origin, Source};

/// A person of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: Name,
    /// The birth.
    pub birth: Birth,
    /// The story; none: came along and has no case of their own.
    pub story: Option<String>,
    /// With whom they came, by index, and what they are to them.
    pub came_with: Option<(usize, Kin)>,
    /// The story's first day.
    pub begins: Date,
    /// The municipality's code; empty: abroad.
    pub municipality: String,
    /// Two letters.
    pub nationality: String,
    /// The mother tongue's code.
    pub language: String,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
    /// The day of the first permit, card or registration.
    pub first_permit: Date,
    /// Where they live, in an invented street.
    pub address: String,
    /// An address of e-mail that reaches nobody.
    pub email: Option<String>,
}

/// All of them; whoever came along stands after the one with whom they came.
pub(super) fn all(source: &Source, day: Date, chance: &Chance) -> Vec<Person> {
    let mut people = Vec::new();
    for (at, crowd) in source.crowds.iter().enumerate() {
        let mut chance = chance.part(u64::try_from(at).unwrap_or_default());
        for _ in 0..crowd.people {
            household(source, crowd, day, &mut chance, &mut people);
        }
    }
    people
}

fn household(source: &Source, crowd: &Crowd, day: Date, chance: &mut Chance, people: &mut Vec<Person>) {
    let Some(origin) = chance.one(&crowd.from).and_then(|origin| source.origin(origin)) else { return };
    let begins = match (crowd.between, crowd.ago) {
        (Some([first, last]), _) => {
            let span = first.until(last).map_or(0, |span| i64::from(span.get_days()));
            first.saturating_add(Span::new().days(chance.between(0, span)))
        }
        (None, Some([least, most])) => sub(day, chance.between(least, most)),
        (None, None) => day,
    };
    let begins = workday(begins);
    let municipality = chance.one(&crowd.r#where).cloned().unwrap_or_default();
    let woman = chance.often(if crowd.story.starts_with("home-care") { 90 } else { 50 });
    let [youngest, oldest] = crowd.age.unwrap_or([19, 58]);
    let index = people.len();
    let house = chance.between(1, 60);
    let address = address(&municipality, house, chance.between(1, 40));
    let family = chance.below(u64::try_from(origin.family.len()).unwrap_or_default());
    let home = Home { origin, family, begins, municipality: &municipality, address: &address };
    let mut first = home.person(woman, [youngest, oldest], chance);
    first.story = Some(crowd.story.clone());
    people.push(first);
    if let Some(story) = &crowd.other {
        let mut other = home.person(!woman, [youngest, oldest], chance);
        other.story = Some(story.clone());
        other.came_with = Some((index, Kin::Spouse));
        people.push(other);
    }
    if let Some([least, most]) = crowd.children {
        for _ in 0..chance.between(least, most) {
            let mut child = home.person(chance.often(50), [0, 16], chance);
            child.came_with = Some((index, Kin::Child));
            child.email = None;
            people.push(child);
        }
    }
}

/// What a household has in common.
struct Home<'a> {
    origin: &'a Origin,
    family: u64,
    begins: Date,
    municipality: &'a str,
    address: &'a str,
}

impl Home<'_> {
    fn person(&self, woman: bool, age: [i64; 2], chance: &mut Chance) -> Person {
        let Self { origin, begins, .. } = *self;
        let given = chance.one(if woman { &origin.women } else { &origin.men }).map_or("", String::as_str);
        let families = if woman && !origin.family_women.is_empty() { &origin.family_women } else { &origin.family };
        let family = families.get(usize::try_from(self.family).unwrap_or_default()).map_or("", String::as_str);
        let (given, given_latin) = halves(given);
        let (family, family_latin) = halves(family);
        let mut name = Name::of(given, family);
        if given != given_latin || family != family_latin {
            name = name.in_latin(given_latin, family_latin);
        }
        // Between two birthdays of the age, never on the day of the story itself.
        let born =
            begins.saturating_sub(Span::new().years(chance.between(age[0], age[1])).days(chance.between(3, 360)));
        let whole = Birth { year: Some(born.year()), month: Some(born.month()), day: Some(born.day()) };
        // Of one in twelve adults the day is not known.
        let birth =
            if age[0] > 17 && chance.below(12) == 0 { Birth { month: None, day: None, ..whole } } else { whole };
        let simple = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
        let (one, other) = (simple(given_latin), simple(family_latin));
        let email =
            (!one.is_empty() && chance.often(60)).then(|| format!("{one}.{other}@posti.example").replace(".@", "@"));
        Person {
            name,
            birth,
            story: None,
            came_with: None,
            begins,
            municipality: self.municipality.to_owned(),
            nationality: origin.nationality.clone(),
            language: origin.language.clone(),
            interpreter: chance.often(75),
            first_permit: sub(begins, chance.between(5, 60)),
            address: self.address.to_owned(),
            email,
        }
    }
}

/// The native and the Latin form.
fn halves(name: &str) -> (&str, &str) {
    name.split_once('|').unwrap_or((name, name))
}

/// A street that there is not.
fn address(municipality: &str, house: i64, door: i64) -> String {
    let place = match municipality {
        "061" => "30100 Forssa",
        "103" => "31640 Humppila",
        "169" => "31600 Jokioinen",
        "834" => "31300 Tammela",
        "981" => "32100 Ypäjä",
        "109" => "13100 Hämeenlinna",
        _ => return String::new(),
    };
    format!("Keksittykatu {house} A {door}, {place}")
}
