//! No real person stands in the tree: no mail address but on an example domain, no Finnish personal identity code, no
//! author lists in manifests. Samples are invented, and the law is about offices.

use super::Finding;
use crate::house::House;

/// Domains reserved for examples (RFC 2606).
const EXAMPLE_DOMAINS: [&str; 6] = ["example.org", "example.com", "example.net", "example.fi", ".example", ".invalid"];

pub fn check(house: &House) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in house.ending("") {
        if path.contains("/assets/") || path == "Cargo.lock" || path == "LICENSE" {
            continue;
        }
        for (line, content) in text.lines().enumerate() {
            if let Some(address) = mail_address(content) {
                found.push(Finding::at(path, line, format!("`{address}` looks like somebody's mail address")));
            }
            if let Some(code) = content
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '+')
                .find(|word| is_identity_code(word))
            {
                found.push(Finding::at(path, line, format!("`{code}` looks like a personal identity code")));
            }
            if path.ends_with("Cargo.toml") && content.starts_with("authors") {
                found.push(Finding::at(path, line, "names authors: the history does that"));
            }
        }
    }
    found
}

fn mail_address(line: &str) -> Option<&str> {
    line.split(|c: char| !(c.is_ascii_alphanumeric() || "@._%+-".contains(c))).find(|word| {
        let word = word.trim_end_matches('.');
        let Some((name, domain)) = word.split_once('@') else { return false };
        let Some((host, top)) = domain.rsplit_once('.') else { return false };
        !name.is_empty()
            && !host.is_empty()
            && top.len() >= 2
            && top.chars().all(|c| c.is_ascii_alphabetic())
            && !EXAMPLE_DOMAINS.iter().any(|example| domain.ends_with(example))
    })
}

/// Six digits of a birthday, a sign for the century, three digits and a check mark.
fn is_identity_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 11
        && bytes[..6].iter().all(u8::is_ascii_digit)
        && b"+-ABCDEFUVWXY".contains(&bytes[6])
        && bytes[7..10].iter().all(u8::is_ascii_digit)
        && b"0123456789ABCDEFHJKLMNPRSTUVWXY".contains(&bytes[10])
        && (1..=31).contains(&two(bytes, 0))
        && (1..=12).contains(&two(bytes, 2))
}

fn two(bytes: &[u8], from: usize) -> u8 {
    (bytes[from] - b'0') * 10 + (bytes[from + 1] - b'0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn an_address_is_found() {
        let (name, domain) = ("somebody", "town.fi");
        let text = format!("write to {name}@{domain} or {name}@example.org\nserde@1.0\n@media print\n");
        assert_eq!(places(&check(&House::of(&[("docs/a.md", &text)]))), ["docs/a.md:1"]);
    }

    #[test]
    fn an_identity_code_is_found() {
        let text = format!("{}-{}\n2024-11-01 131052-1 20210510-1234\n", "131052", "308T");
        assert_eq!(places(&check(&House::of(&[("a.toml", &text)]))), ["a.toml:1"]);
    }

    #[test]
    fn authors_stand_in_the_history() {
        assert_eq!(check(&House::of(&[("crates/a/Cargo.toml", "authors = [\"A\"]\n")])).len(), 1);
    }
}
