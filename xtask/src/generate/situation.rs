//! What may be asked about a person: each attribute, its question, and the values `--given` takes.

use std::fmt::Write as _;

use toml::{Table, Value};

use super::{cell, in_language};
use crate::house::House;

pub fn text(house: &House) -> String {
    let vocabulary: Table =
        house.text("register/vocabulary.toml").and_then(|text| text.parse().ok()).unwrap_or_default();
    let mut attributes: Vec<(&String, &Value)> =
        vocabulary.get("attribute").and_then(Value::as_table).into_iter().flatten().collect();
    attributes.sort_by_key(|(name, attribute)| (attribute.get("ask_order").and_then(Value::as_integer), *name));
    let mut page = String::from(
        "# The situation: what may be asked about a person\n\n\
         On the command line: `--given attribute=value`, as many times as there are facts.\n",
    );
    for (name, attribute) in attributes {
        let _ = write!(page, "\n## {name}\n\n");
        for language in ["sv", "fi", "en"] {
            let _ = writeln!(
                page,
                "- {language}: {}",
                in_language(attribute.get("question").or(attribute.get("title")), language)
            );
        }
        let kind = attribute.get("kind").and_then(Value::as_str).unwrap_or("");
        let values: Vec<&Value> = attribute.get("value").and_then(Value::as_array).into_iter().flatten().collect();
        if values.is_empty() {
            let _ = writeln!(page, "\n{}", how_to_write(kind, name));
            continue;
        }
        let _ = write!(page, "\n| value | sv | fi | en |\n|---|---|---|---|\n");
        for value in values {
            let id = value.get("id").and_then(Value::as_str).unwrap_or("");
            let title = |language| cell(in_language(value.get("title"), language));
            let _ = writeln!(page, "| `{id}` | {} | {} | {} |", title("sv"), title("fi"), title("en"));
        }
    }
    page
}

fn how_to_write(kind: &str, name: &str) -> String {
    match kind {
        "age" | "number" | "years" => format!("A number of whole years: `{name}=34`."),
        "day" | "date" => format!("A day: `{name}=2024-11-01`."),
        "territory" => "Never asked: it follows from the municipality.".to_owned(),
        other => format!("Kind: {other}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_shows_its_question_and_its_values() {
        let vocabulary = r#"
            [attribute.labour]
            kind = "choice"
            ask_order = 5
            question = { sv = "Arbetar?", fi = "Töissä?", en = "Working?" }
            [[attribute.labour.value]]
            id = "employed"
            title = { sv = "Ja", fi = "Kyllä", en = "Yes" }
            [attribute.age]
            kind = "age"
            ask_order = 3
        "#;
        let page = text(&House::of(&[("register/vocabulary.toml", vocabulary)]));
        let (age, labour) = (page.find("## age"), page.find("## labour"));
        assert!(age < labour && age.is_some(), "in the order they are asked: {page}");
        assert!(page.contains("| `employed` | Ja | Kyllä | Yes |"));
        assert!(page.contains("`age=34`"));
    }
}
