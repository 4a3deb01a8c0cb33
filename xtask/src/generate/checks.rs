//! What `kotopolku check` looks for, from the heads of the checks' own files.

use std::fmt::Write as _;

use crate::house::{House, folder, stem};
use crate::tidy::rust_source;

const CHECKS: &str = "crates/register/src/checks";

pub fn text(house: &House) -> String {
    let mut page = String::from("# What `kotopolku check` looks for\n");
    for (path, source) in house.ending(".rs").filter(|(path, _)| folder(path) == CHECKS && !path.ends_with("/mod.rs")) {
        let _ = write!(page, "\n## {}\n\n{}", stem(path).replace('_', "-"), rust_source::head(source));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_named_after_its_file() {
        let house = House::of(&[
            ("crates/register/src/checks/mod.rs", "//! All checks.\n"),
            ("crates/register/src/checks/gap_in_coverage.rs", "//! A situation that nobody leads.\nfn a() {}\n"),
        ]);
        assert_eq!(
            text(&house),
            "# What `kotopolku check` looks for\n\n## gap-in-coverage\n\nA situation that nobody leads.\n"
        );
    }
}
