//! Nothing in the tree refers to a place outside it: a fresh clone is whole. Tests may look for public test data
//! beside the tree, and pass without it.

use super::Finding;
use crate::house::House;

/// Written apart, so that this file does not find itself.
const OUTSIDE: [&str; 2] = [concat!("../", "shared"), concat!("/work/", "shared")];

pub fn check(house: &House) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in house.ending("") {
        if path.contains("/tests/") || path.starts_with("tests/") {
            continue;
        }
        for (line, content) in text.lines().enumerate() {
            if OUTSIDE.iter().any(|outside| content.contains(outside)) {
                found.push(Finding::at(
                    path,
                    line,
                    "refers to a folder outside the tree: a fresh clone does not have it",
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_reference_outside_is_found() {
        let text = format!("see {}/law\n", OUTSIDE[0]);
        let house = House::of(&[("docs/a.md", &text), ("crates/a/tests/b.rs", &text)]);
        assert_eq!(places(&check(&house)), ["docs/a.md:1"]);
    }
}
