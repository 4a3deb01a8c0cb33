//! An exception from a rule is an expectation with a reason: `expect` with `reason = "…"`, never the attribute that
//! merely silences. When the exception is no longer needed the compiler says so, and the reason tells why it was.

use super::{Finding, rust_source};
use crate::house::House;

/// Written apart, so that this file does not find itself.
const SILENCED: [&str; 2] = [concat!("#[", "allow("), concat!("#![", "allow(")];

pub fn check(house: &House) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in house.ending(".rs") {
        for (line, code) in rust_source::code(text) {
            if SILENCED.iter().any(|silenced| code.contains(silenced)) {
                found.push(Finding::at(path, line, "silences a warning: mend it, or `expect` it with a reason"));
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
    fn a_silenced_warning_is_found() {
        let text = format!("fn a() {{}}\n{}dead_code)]\nfn b() {{}}\n// {}x)]\n", SILENCED[0], SILENCED[0]);
        assert_eq!(places(&check(&House::of(&[("a.rs", &text)]))), ["a.rs:2"]);
    }
}
