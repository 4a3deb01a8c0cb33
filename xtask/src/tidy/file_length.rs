//! No Rust file is longer than 600 lines; aim for less than 400. A long file began as "just one more case". Split it
//! where its parts have names of their own.

use super::Finding;
use crate::house::House;

const LONGEST: usize = 600;

pub fn check(house: &House) -> Vec<Finding> {
    house
        .ending(".rs")
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| {
            Finding::new(path, format!("has {lines} lines, more than {LONGEST}: split it by what it is about"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found() {
        let (long, short) = ("x\n".repeat(601), "x\n".repeat(600));
        assert_eq!(check(&House::of(&[("a.rs", &long), ("b.rs", &short), ("c.toml", &long)])).len(), 1);
    }
}
