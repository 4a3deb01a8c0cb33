//! Every text in `words/` is shown somewhere: its key stands in a page, in a template, or in another text. A text that
//! nobody shows is translated three times for nothing. (That each key stands in every language is seen to when the
//! web crate is built.)

use std::collections::BTreeSet;

use fluent_syntax::ast::Entry;

use super::Finding;
use crate::house::House;

pub fn check(house: &House) -> Vec<Finding> {
    let used: BTreeSet<&str> = house
        .ending("")
        .filter(|(path, _)| path.starts_with("crates/") && (path.ends_with(".rs") || path.ends_with(".html")))
        .flat_map(|(_, text)| words_of(text))
        .chain(house.ending(".ftl").flat_map(|(_, text)| placed(text)))
        .collect();
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (path, text) in house.ending(".ftl").filter(|(path, _)| path.starts_with("words/")) {
        match keys(text) {
            Err(fault) => found.push(Finding::new(path, fault)),
            Ok(keys) => {
                for key in keys {
                    // Said once, not once for each language.
                    if !is_used(&key, &used) && seen.insert(key.clone()) {
                        found.push(Finding::new(
                            path,
                            format!("`{key}` is shown nowhere: delete it in every language, or show it"),
                        ));
                    }
                }
            }
        }
    }
    found
}

fn keys(text: &str) -> Result<Vec<String>, String> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, faults)| match faults.first() {
        Some(fault) => format!("is not Fluent: {fault}"),
        None => "is not Fluent".to_owned(),
    })?;
    Ok(resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            Entry::Term(term) => Some(format!("-{}", term.id.name)),
            _ => None,
        })
        .collect())
}

/// As the key itself, as a function's name, or as a type's.
fn is_used(key: &str, used: &BTreeSet<&str>) -> bool {
    let as_type: String = key
        .split('-')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect();
    used.contains(key) || used.contains(key.replace('-', "_").as_str()) || used.contains(as_type.as_str())
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).filter(|word| !word.is_empty())
}

/// What stands between braces in a text: variables, and other texts.
fn placed(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).flat_map(words_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_shown_nowhere_is_found() {
        let house = House::of(&[
            (
                "words/en/who.ftl",
                "who-title = Who?\nwho-old = Gone\nwho-lead = { who-organ } leads\nwho-organ = The organ\nwho-day = Day\n",
            ),
            ("crates/web/src/who.html", "{{ words.who_title() }}"),
            ("crates/web/src/who.rs", "fn a() { show(Key::WhoLead, \"who-day\"); }"),
        ]);
        let found = check(&house);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].what.starts_with("`who-old`"));
    }

    #[test]
    fn a_broken_file_is_found() {
        assert_eq!(check(&House::of(&[("words/en/who.ftl", "who-title { broken\n")])).len(), 1);
    }
}
