//! Every template is named by a page or by another template. One that is not is never rendered, so no test looks at
//! it, and whoever mends a text there mends nothing.

use std::collections::BTreeSet;

use super::{Finding, rust_source};
use crate::house::House;

/// Endings of templates.
const TEMPLATES: [&str; 3] = [".html", ".svg", ".txt"];

pub fn check(house: &House) -> Vec<Finding> {
    let is_template = |path: &str| {
        path.starts_with("crates/") && path.contains("/src/") && TEMPLATES.iter().any(|end| path.ends_with(end))
    };
    let named: BTreeSet<&str> = house
        .ending("")
        .filter(|(path, _)| path.ends_with(".rs") || is_template(path))
        .flat_map(|(_, text)| rust_source::quoted(text))
        .filter(|text| TEMPLATES.iter().any(|end| text.ends_with(end)))
        .collect();
    house
        .paths()
        .filter(|path| is_template(path))
        .filter(|path| !named.iter().any(|text| path.ends_with(&format!("/{}", text.trim_start_matches('/')))))
        .map(|path| Finding::new(path, "is a template that no page and no template names: use it or delete it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn an_unused_template_is_found() {
        let house = House::of(&[
            ("crates/web/src/who.rs", "#[template(path = \"register/who.html\")]\n"),
            ("crates/web/src/register/who.html", "{% extends \"shell.html\" %}\n"),
            ("crates/web/src/shell.html", ""),
            ("crates/web/src/register/old.html", ""),
        ]);
        assert_eq!(places(&check(&house)), ["crates/web/src/register/old.html"]);
    }
}
