//! The generated pages of `docs/reference/`: read by people, made from what the program itself reads.

mod checks;
mod duties;
mod situation;

use crate::house::House;

/// One generated page.
pub struct Page {
    /// Where it stands, from the root.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// All generated pages, as they would be written today.
pub fn pages(house: &House) -> Vec<Page> {
    vec![
        page("checks", "crates/register/src/checks", &checks::text(house)),
        page("duties", "register/duties", &duties::text(house)),
        page("situation", "register/vocabulary.toml", &situation::text(house)),
    ]
}

fn page(name: &str, from: &str, text: &str) -> Page {
    let note = format!("<!-- Made from {from} by `cargo run -q -p xtask -- generate`. Do not edit. -->\n\n");
    Page { path: format!("docs/reference/{name}.md"), text: note + text }
}

/// A text that may stand in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// One language of a `{ sv, fi, en }` table; empty when it is missing.
fn in_language<'a>(value: Option<&'a toml::Value>, language: &str) -> &'a str {
    value.and_then(|texts| texts.get(language)).and_then(toml::Value::as_str).unwrap_or("")
}
