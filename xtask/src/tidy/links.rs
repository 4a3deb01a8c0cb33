//! Every link from one page of ours to another leads somewhere. Documents that point at moved files teach readers
//! not to follow links.

use super::Finding;
use crate::house::{House, folder, join};

pub fn check(house: &House) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in house.ending(".md") {
        let mut in_code = false;
        for (line, content) in text.lines().enumerate() {
            in_code ^= content.trim_start().starts_with("```");
            if in_code {
                continue;
            }
            for target in targets(content) {
                if !leads_somewhere(house, path, target) {
                    found.push(Finding::at(path, line, format!("`{target}` leads nowhere")));
                }
            }
        }
    }
    found
}

/// What stands between `](` and `)`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

fn leads_somewhere(house: &House, from: &str, target: &str) -> bool {
    let path = target.split('#').next().unwrap_or(target);
    if path.is_empty() || target.contains("://") || target.starts_with("mailto:") {
        return true;
    }
    let full = join(folder(from), path);
    house.has(&full) || house.paths().any(|other| other.starts_with(&format!("{full}/")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_dead_link_is_found() {
        let text = "[a](decisions/0001.md) [b](../README.md#status) [c](https://eur-lex.europa.eu/)\n[d](gone.md)\n[e](decisions)\n";
        let house = House::of(&[("docs/index.md", text), ("docs/decisions/0001.md", ""), ("README.md", "")]);
        assert_eq!(places(&check(&house)), ["docs/index.md:2"]);
    }
}
