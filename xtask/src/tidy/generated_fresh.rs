//! Generated pages are what their sources say today. They are committed so that they can be read and reviewed without
//! building anything; `cargo run -q -p xtask -- generate` writes them anew.

use super::Finding;
use crate::generate;
use crate::house::House;

pub fn check(house: &House) -> Vec<Finding> {
    generate::pages(house)
        .into_iter()
        .filter(|page| house.text(&page.path) != Some(page.text.as_str()))
        .map(|page| Finding::new(page.path, "is stale: run `cargo run -q -p xtask -- generate` and commit it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_page_is_found_and_a_fresh_one_is_not() {
        let empty = House::of(&[]);
        let pages = generate::pages(&empty);
        assert_eq!(check(&empty).len(), pages.len());
        let fresh: Vec<(&str, &str)> = pages.iter().map(|page| (page.path.as_str(), page.text.as_str())).collect();
        assert_eq!(check(&House::of(&fresh)), []);
    }
}
