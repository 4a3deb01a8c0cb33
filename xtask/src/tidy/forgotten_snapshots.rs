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
                Some((source, Some(test))) if !made_by(path, test) => {
                    format!("is made by no test of {source} any more: delete it")
                }
                Some(_) => return None,
            };
            Some(Finding::new(path, fault))
        })
        .collect()
}

/// insta names a snapshot after the test function, or after the name given, with the module path before it. A test
/// that walks through samples makes its names as it goes; then its own name, or a sample's, is the beginning.
fn made_by(path: &str, test: &str) -> bool {
    let full = name(path).trim_end_matches(".snap");
    let last = full.rsplit("__").next().unwrap_or(full);
    let last = last.split('@').next().unwrap_or(last);
    let numbered = last.rsplit_once('-').filter(|(_, number)| number.chars().all(|c| c.is_ascii_digit()));
    let names = [Some(last), numbered.map(|(name, _)| name)];
    let by_name = names
        .into_iter()
        .flatten()
        .any(|name| test.contains(&format!("fn {name}(")) || test.contains(&format!("\"{name}\"")));
    let as_it_goes =
        test.contains("insta::glob!") || test.contains("set_snapshot_suffix") || test.contains("_snapshot!(format!(");
    by_name || as_it_goes || folder(path).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

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
