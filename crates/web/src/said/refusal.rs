//! What was refused: what is wrong, and how to ask better.

use super::condition::fact;
use super::register_language;
use crate::words::Words;
use register::Register;
use register::ask::{Facts, Refusal};
use register::resolved::AttributeKind;

/// A refusal in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub what: String,
    /// What to do; empty where nothing helps.
    pub todo: String,
    /// The word that was probably meant, to be offered as a link.
    pub near: Option<String>,
}

/// Says a refusal.
pub fn refusal(w: &Words, register: &Register, facts: &Facts, refused: &Refusal) -> Said {
    let language = register_language(w.language());
    let words = &register.resolved.words;
    let territory = &register.resolved.territory;
    let near = |what: String, near: &Option<String>| Said {
        todo: near.as_ref().map(|near| w.said_did_you_mean(near)).unwrap_or_default(),
        what,
        near: near.clone(),
    };
    let plain = |what: String, todo: String| Said { what, todo, near: None };
    match refused {
        Refusal::UnknownDuty { word, near: meant } => near(w.said_unknown_duty(word), meant),
        Refusal::UnknownOrgan { word, near: meant } => near(w.said_unknown_organ(word), meant),
        Refusal::UnknownMunicipality { word, near: meant } => near(w.said_unknown_municipality(word), meant),
        Refusal::MunicipalityNotThere { municipality, on, merged_into: Some(into) } => {
            let (name, successor) =
                (territory.at(*municipality).names.get(language), territory.at(*into).names.get(language));
            Said {
                what: w.said_merged(&w.day(*on), name, successor),
                todo: w.said_merged_todo(successor),
                near: Some(territory.at(*into).code.clone()),
            }
        }
        Refusal::MunicipalityNotThere { municipality, on, merged_into: None } => {
            plain(w.said_not_there(&w.day(*on), territory.at(*municipality).names.get(language)), String::new())
        }
        Refusal::BeforeBegins { on, begins } => {
            plain(w.said_before_begins(&w.day(*begins), &w.day(*on)), w.said_before_begins_todo(&w.day(*begins)))
        }
        Refusal::UnknownAttribute { word, near: meant } => near(w.said_unknown_attribute(word), meant),
        Refusal::UnknownValue { attribute, word, near: meant } => {
            let attribute = words.at(*attribute);
            let values = attribute.values.iter().map(|value| value.id.as_str()).collect::<Vec<_>>().join(", ");
            let accepted = match attribute.kind {
                AttributeKind::Age => w.said_values_age().to_owned(),
                AttributeKind::Day(_) => w.said_values_day(&values),
                _ => w.said_values(&values),
            };
            let meant_said = meant.as_ref().map(|meant| w.said_did_you_mean(meant)).unwrap_or_default();
            Said {
                what: w.said_unknown_value(attribute.title.get(language), word),
                todo: format!("{meant_said} {accepted}").trim().to_owned(),
                near: meant.clone(),
            }
        }
        Refusal::GivenTwice { attribute } => {
            plain(w.said_given_twice(words.at(*attribute).title.get(language)), w.said_given_twice_todo().to_owned())
        }
        Refusal::Contradiction { attributes, why } => {
            let said: Vec<String> = attributes
                .iter()
                .filter_map(|attribute| Some(fact(w, register, *attribute, facts.get(*attribute)?)))
                .collect();
            plain(w.said_contradiction(&w.list(&said), why.get(language)), w.said_contradiction_todo().to_owned())
        }
    }
}
