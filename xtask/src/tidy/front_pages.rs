//! Every package and every module folder begins with a front page: a `//!` head in `lib.rs`, `main.rs` or `mod.rs` that
//! says what it is for. The next person reads that first, and it stands where it cannot be forgotten.

use super::{Finding, rust_source};
use crate::house::{House, name};

pub fn check(house: &House) -> Vec<Finding> {
    house
        .ending(".rs")
        .filter(|(path, _)| ["lib.rs", "main.rs", "mod.rs"].contains(&name(path)))
        .filter(|(_, text)| {
            let head = rust_source::head(text);
            head.split_whitespace().count() < 3 || head.starts_with('(')
        })
        .map(|(path, _)| {
            Finding::new(path, "begins without a `//!` head: say what it is for, and how to add the next one")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_missing_front_page_is_found() {
        let house = House::of(&[
            ("crates/a/src/lib.rs", "//! Dates, periods and limits.\n"),
            ("crates/b/src/lib.rs", "pub mod c;\n"),
            ("crates/b/src/c.rs", "pub fn d() {}\n"),
            ("crates/e/src/main.rs", "//! (being written)\n"),
        ]);
        assert_eq!(places(&check(&house)), ["crates/b/src/lib.rs", "crates/e/src/main.rs"]);
    }
}
