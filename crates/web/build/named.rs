//! Reads `words/<language>/{languages,countries}.csv`, what languages and countries are called, and holds them against
//! each other: what has a name in one language has one in each.

use std::collections::BTreeSet;
use std::path::Path;

use super::texts::Language;

/// Adds a problem for each file that cannot be read, each line that is no `code;name`, and each code that another
/// language names and this one does not.
pub fn compare(languages: &[Language], problems: &mut Vec<String>) {
    for kind in 0..2 {
        let read: Vec<_> =
            languages.iter().filter_map(|one| Some((one, codes(one.named.get(kind)?, problems)))).collect();
        let all: BTreeSet<String> = read.iter().flat_map(|(_, codes)| codes.iter().cloned()).collect();
        for (language, codes) in &read {
            for code in all.difference(codes) {
                let file = language.named.get(kind).map(|file| file.display().to_string()).unwrap_or_default();
                problems.push(format!("{file}: `{code}` has a name in another language, and none here"));
            }
        }
    }
}

fn codes(file: &Path, problems: &mut Vec<String>) -> BTreeSet<String> {
    println!("cargo::rerun-if-changed={}", file.display());
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(problem) => {
            problems.push(format!("{}: {problem}", file.display()));
            return BTreeSet::new();
        }
    };
    let mut codes = BTreeSet::new();
    for (line, text) in text.lines().enumerate().skip(1) {
        match text.split_once(';') {
            Some((code, name)) if !code.is_empty() && !name.trim().is_empty() && !name.contains(';') => {
                if !codes.insert(code.to_owned()) {
                    problems.push(format!("{}:{}: `{code}` has a name already", file.display(), line + 1));
                }
            }
            _ => problems.push(format!("{}:{}: a line is `code;name`, not `{text}`", file.display(), line + 1)),
        }
    }
    codes
}
