//! Where one goes after signing in: to a page of ours, nowhere else.

/// The path when it is one of ours: it begins with one slash, and holds nothing that a browser reads as another host.
pub fn own_path(wanted: &str) -> Option<&str> {
    let rest = wanted.strip_prefix('/')?;
    let fits = |c: char| c.is_ascii_graphic() && c != '\\';
    (!rest.starts_with('/') && wanted.len() <= 2000 && wanted.chars().all(fits)).then_some(wanted)
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_own_paths_are_led_to() {
        for own in ["/", "/sv/desk", "/sv/case/12?part=facts&x=%20"] {
            assert_eq!(own_path(own), Some(own));
        }
        let others = [
            "",
            "sv/desk",
            "//evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "https://evil.example",
            "/sv/\\x",
            "/\t/evil.example",
            "/ /evil.example",
            "javascript:alert(1)",
            "/\u{0}x",
            "/\r\nSet-Cookie: a=b",
            "/å",
        ];
        for other in others {
            assert_eq!(own_path(other), None, "{other:?}");
        }
        assert_eq!(own_path(&format!("/{}", "x".repeat(2000))), None);
    }
}
