//! No room, folder or file is called common, core, util, misc or helpers. Such a name says nothing, so everything
//! fits, and soon everything stands there. Name it after what it is about.

use super::Finding;
use crate::house::{House, stem};

const EMPTY_NAMES: [&str; 9] = ["common", "core", "util", "utils", "misc", "helper", "helpers", "shared", "base"];

pub fn check(house: &House) -> Vec<Finding> {
    house
        .paths()
        .filter(|path| ["crates/", "xtask/", "benches/", "tests/"].iter().any(|room| path.starts_with(room)))
        .filter_map(|path| {
            let name = path.split('/').chain([stem(path)]).find(|part| EMPTY_NAMES.contains(part))?;
            Some(Finding::new(path, format!("`{name}` says nothing: name it after what it is about")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn an_empty_name_is_found() {
        let house = House::of(&[
            ("crates/web/src/util.rs", ""),
            ("crates/core/src/lib.rs", ""),
            ("crates/web/src/utility_bill.rs", ""),
            ("register/misc.toml", ""),
        ]);
        assert_eq!(places(&check(&house)), ["crates/core/src/lib.rs", "crates/web/src/util.rs"]);
    }
}
