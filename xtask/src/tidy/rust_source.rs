//! Reading Rust source just well enough for the checks: its head, its lines of code, its quoted words.

/// The `//!` lines at the top, without the marks.
pub fn head(source: &str) -> String {
    let lines: Vec<&str> = source
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .map(|line| line.trim_start_matches("//!").strip_prefix(' ').unwrap_or(""))
        .collect();
    let mut text = lines.join("\n").trim_end().to_owned();
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// The lines that are code: their number from nought, and the line. Lines that are wholly comment are left out.
pub fn code(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The texts between double quotes, line by line. Escapes are not looked at: paths and keys have none.
pub fn quoted(source: &str) -> impl Iterator<Item = &str> {
    source.lines().flat_map(|line| line.split('"').skip(1).step_by(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_ends_where_the_code_begins() {
        assert_eq!(head("//! One.\n//!\n//! Two.\nfn a() {}\n//! not this"), "One.\n\nTwo.\n");
        assert_eq!(head("fn a() {}"), "");
    }

    #[test]
    fn comments_are_not_code() {
        assert_eq!(code("// a\nb // c\n  /// d").collect::<Vec<_>>(), [(1, "b // c")]);
    }

    #[test]
    fn quoted_texts_are_found() {
        assert_eq!(quoted("a \"b\" c \"d\"\n\"e\"").collect::<Vec<_>>(), ["b", "d", "e"]);
    }
}
