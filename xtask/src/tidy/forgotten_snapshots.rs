//! Every stored snapshot belongs to a test that is still there. A snapshot left behind by a renamed test shows
//! reviewers a text that nothing produces any more.

use super::Finding;
use crate::house::{House, folder, name};

pub fn check(house: &House) -> Vec<Finding> {
    house
        .ending(".snap")
        .filter_map(|(path, text)| {
            let source = text.lines().find_map(|line| line.strip_prefix("source: "));
            let fault = match source.map(|source| (source, house.text(source.trim_matches('"')))) {
                None => "does not say which test made it: let insta write it anew".to_owned(),
                Some((source, None)) => format!("was made by {source}, which is gone: delete it"),
                Some((source, Some(test))) if !made_by(house, path, test) => {
                    format!("is made by no test of {source} any more: delete it")
                }
                Some(_) => return None,
            };
            Some(Finding::new(path, fault))
        })
        .collect()
}

/// insta names a snapshot after the test function, or after the name given, with the module path before it. A test
/// that walks through samples takes the names from them: then a sample of that name must be there.
fn made_by(house: &House, path: &str, test: &str) -> bool {
    let full = name(path).trim_end_matches(".snap");
    let last = full.rsplit("__").next().unwrap_or(full);
    let last = last.split('@').next().unwrap_or(last);
    let numbered = last.rsplit_once('-').filter(|(_, number)| number.chars().all(|c| c.is_ascii_digit()));
    let names = [Some(last), numbered.map(|(name, _)| name)];
    let by_name = names
        .into_iter()
        .flatten()
        .any(|name| test.contains(&format!("fn {name}(")) || test.contains(&format!("\"{name}\"")));
    by_name || named_as_it_goes(test) || (walks_samples(test) && sample_of(house, path, last))
}

/// The name is put together from parts that only the running test knows.
fn named_as_it_goes(test: &str) -> bool {
    ["insta::glob!", "set_snapshot_suffix", "_snapshot!(format!("].iter().any(|mark| test.contains(mark))
}

/// The name is a variable: `assert_snapshot!(name, …)`.
fn walks_samples(test: &str) -> bool {
    test.split("_snapshot!(").skip(1).any(|rest| {
        let first = rest.split([',', ')']).next().unwrap_or_default().trim();
        !first.is_empty() && first.chars().all(|c| c.is_alphanumeric() || c == '_')
    })
}

/// A file or a folder of that name stands near the folder of snapshots.
fn sample_of(house: &House, path: &str, sample: &str) -> bool {
    let near = folder(folder(path));
    house.paths().filter(|other| !other.ends_with(".snap")).any(|other| {
        other.strip_prefix(near).is_some_and(|rest| {
            rest.split('/').any(|part| part == sample || part.rsplit_once('.').is_some_and(|(stem, _)| stem == sample))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_snapshot_without_its_sample_is_found() {
        let snap = "---\nsource: crates/a/tests/faults.rs\n---\n";
        let house = House::of(&[
            ("crates/a/tests/faults.rs", "fn each() { insta::assert_snapshot!(name, text); }\n"),
            ("crates/a/tests/faults/bad/uncited.toml", ""),
            ("crates/a/tests/faults/said/uncited.snap", snap),
            ("crates/a/tests/faults/said/lost.snap", snap),
        ]);
        assert_eq!(places(&check(&house)), ["crates/a/tests/faults/said/lost.snap"]);
    }

    #[test]
    fn a_snapshot_without_a_test_is_found() {
        let snap = "---\nsource: crates/a/src/b.rs\nexpression: x\n---\ntext\n";
        let gone = "---\nsource: crates/a/src/c.rs\n---\n";
        let house = House::of(&[
            (
                "crates/a/src/b.rs",
                "#[test]\nfn kept() {}\n#[test]\nfn named() { insta::assert_snapshot!(\"given\", x); }\n",
            ),
            ("crates/a/src/snapshots/a__b__tests__kept.snap", snap),
            ("crates/a/src/snapshots/a__b__tests__kept-2.snap", snap),
            ("crates/a/src/snapshots/a__b__tests__given.snap", snap),
            ("crates/a/src/snapshots/a__b__tests__lost.snap", snap),
            ("crates/a/src/snapshots/a__c__tests__gone.snap", gone),
        ]);
        assert_eq!(
            places(&check(&house)),
            ["crates/a/src/snapshots/a__b__tests__lost.snap", "crates/a/src/snapshots/a__c__tests__gone.snap"]
        );
    }
}
