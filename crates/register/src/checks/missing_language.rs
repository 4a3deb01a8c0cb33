//! Every text stands in Swedish, Finnish and English. An organ's name may be missing where no official translation was
//! found; then `names_note` says so.

use crate::Register;
use crate::fault::{Fault, Place};
use crate::resolved::Role;
use crate::source::{Language, Text};

/// The name of a language.
fn english(language: Language) -> &'static str {
    match language {
        Language::Sv => "Swedish",
        Language::Fi => "Finnish",
        Language::En => "English",
    }
}

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let mut look = |what: String, text: &Text, place: &Place| {
        let missing: Vec<&str> = text.missing().map(english).collect();
        let help = if what.contains("name of") {
            "write it; where no official name was found, leave it empty and say so in `names_note`"
        } else {
            "write it; every text stands in `sv`, `fi` and `en`"
        };
        if !missing.is_empty() {
            faults.push(
                Fault::error("missing-language", format!("{what} is missing in {}", missing.join(" and ")))
                    .at(place.clone())
                    .help(help),
            );
        }
    };
    let resolved = &register.resolved;
    for duty in &resolved.duties {
        look(format!("the title of `{}`", duty.id), &duty.title, &duty.place);
        look(format!("the summary of `{}`", duty.id), &duty.summary, &duty.place);
        for clause in duty.lead.iter().chain(&duty.beside) {
            let texts = [("why", &clause.why), ("provided", &clause.provided), ("note", &clause.note)];
            for (field, text) in texts.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?))) {
                look(format!("`{field}` of `{}`", clause.id), text, &clause.place);
            }
            if clause.role == Role::Nobody && clause.why.is_none() {
                look(format!("the reason of `{}`", clause.id), &Text::default(), &clause.place);
            }
        }
        for limit in duty.limits.iter().chain(&duty.retention) {
            look(format!("limit `{}`", limit.id), &limit.title, &limit.place);
        }
        for item in duty.contents.iter().chain(&duty.results) {
            look(format!("item `{}`", item.id), &item.title, &item.place);
        }
        for note in &duty.notes {
            look("a note".to_owned(), &note.text, &duty.place);
        }
    }
    for organ in resolved.organs.organs.iter().filter(|organ| organ.names_note.is_none()) {
        look(format!("the name of `{}`", organ.id), &organ.names, &organ.place);
    }
    for organ in &resolved.organs.organs {
        if let Some(note) = &organ.names_note {
            look(format!("`names_note` of `{}`", organ.id), note, &organ.place);
        }
        if organ.names.get(Language::Fi).is_empty() {
            look(format!("the Finnish name of `{}`", organ.id), &Text::default(), &organ.place);
        }
    }
    for attribute in &resolved.words.attributes {
        let place = &register.resolved.words.impossible.first().map(|one| one.place.clone());
        let place = place.clone().unwrap_or_else(|| Place::file(&"vocabulary.toml".into()));
        let place = Place { line: 1, text: String::new(), ..place };
        for text in [&attribute.title, &attribute.question, &attribute.why] {
            look(format!("a text of attribute `{}`", attribute.id), text, &place);
        }
        for value in &attribute.values {
            look(format!("value `{}` of `{}`", value.id, attribute.id), &value.title, &place);
        }
    }
    for question in &resolved.questions {
        look(format!("the story of `{}`", question.id), &question.story, &question.place);
    }
    for reorganisation in &resolved.reorganisations {
        look("the title of this reorganisation".to_owned(), &reorganisation.title, &reorganisation.place);
    }
}
