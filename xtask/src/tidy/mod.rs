//! Facts about the source tree, one check a file. Each file's head says what it looks for and why.

mod arrows;
mod expectations;
mod file_length;
mod forgotten_rust;
mod forgotten_snapshots;
mod forgotten_templates;
mod front_pages;
mod generated_fresh;
mod links;
mod outside_references;
mod persons;
mod room_names;
pub mod rust_source;
mod words;

use crate::house::House;

/// One thing found: where, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, with the line where there is one.
    pub place: String,
    /// What is wrong and how to mend it.
    pub what: String,
}

impl Finding {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }

    fn at(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self::new(format!("{path}:{}", line + 1), what)
    }
}

/// One check.
pub struct Check {
    /// Its name, as the file's.
    pub name: &'static str,
    /// The head of its file: what and why.
    pub source: &'static str,
    /// Looks through the tree.
    pub run: fn(&House) -> Vec<Finding>,
}

macro_rules! checks {
    ($($name:ident),+ $(,)?) => {
        /// All checks, in the order they are run.
        pub const CHECKS: &[Check] = &[$(Check {
            name: stringify!($name),
            source: include_str!(concat!(stringify!($name), ".rs")),
            run: $name::check,
        }),+];
    };
}

checks![
    arrows,
    room_names,
    front_pages,
    file_length,
    expectations,
    outside_references,
    persons,
    forgotten_rust,
    forgotten_templates,
    forgotten_snapshots,
    words,
    links,
    generated_fresh,
];

/// The checks as a page: name and head of each.
pub fn as_page() -> String {
    CHECKS.iter().map(|check| format!("## {}\n\n{}\n", check.name, rust_source::head(check.source))).collect()
}

#[cfg(test)]
fn places(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.place.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_says_why() {
        for check in CHECKS {
            let head = rust_source::head(check.source);
            assert!(head.len() > 40, "{} has no explanation at its head", check.name);
        }
    }
}
