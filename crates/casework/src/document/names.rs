//! The names of files. The given name is kept as it came; what is shown is made of it so that it can harm nobody: it never
//! looks like a path, never turns the direction of writing around, and never is so long that it cannot be saved. Neither
//! is ever a path here: the bytes lie under their hash.

use unicode_normalization::UnicodeNormalization as _;

/// A shown name has at most so many characters …
const CHARACTERS: usize = 120;
/// … and at most so many bytes: file systems take 255.
const BYTES: usize = 240;
/// An ending longer than this is no ending.
const ENDING: usize = 12;
/// A given name of more characters than this is refused.
pub(super) const LONGEST_GIVEN: usize = 1000;

/// What stands where nothing is left of a name.
const NAMELESS: &str = "document";

/// Names that Windows takes for devices, whatever the ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name as it is shown and offered for saving.
#[must_use]
pub fn shown(given: &str) -> String {
    let mut name = String::with_capacity(given.len());
    for letter in given.chars().filter(|letter| !is_unseen(*letter)).nfc() {
        match letter {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => name.push('_'),
            _ if letter.is_whitespace() => {
                if !name.ends_with(' ') {
                    name.push(' ');
                }
            }
            _ => name.push(letter),
        }
    }
    let name = name.trim_matches(is_edge);
    let name = shortened(name);
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let numbered = stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem.ends_with(is_digit);
    if DEVICES.contains(&stem.trim_end()) || numbered {
        return shortened(&format!("_{name}"));
    }
    if name.is_empty() { NAMELESS.to_owned() } else { name }
}

/// The ending of a shown name, in small letters, if it has one.
pub(super) fn ending(shown: &str) -> Option<String> {
    let (stem, ending) = shown.rsplit_once('.')?;
    let fits = !stem.is_empty() && (1..=ENDING).contains(&ending.len()) && ending.chars().all(char::is_alphanumeric);
    fits.then(|| ending.to_lowercase())
}

/// Characters that are not seen but change what is: overriding or isolating the direction, joining or breaking words
/// without a sign, tags; and control characters. Joiners that Persian and emoji need stay.
fn is_unseen(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' | '\u{2028}' | '\u{2029}')
}

/// What no name begins or ends with: a file that begins with a dot is hidden, and Windows drops dots at the end.
fn is_edge(letter: char) -> bool {
    letter == '.' || letter.is_whitespace() || letter == '\u{200C}' || letter == '\u{200D}'
}

const fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// Cut in the middle, so that the ending stays.
fn shortened(name: &str) -> String {
    if name.chars().count() <= CHARACTERS && name.len() <= BYTES {
        return name.to_owned();
    }
    let ending = ending(name).map(|_| name.rsplit_once('.').map_or("", |(_, ending)| ending));
    let tail = ending.map_or_else(|| "…".to_owned(), |ending| format!("….{ending}"));
    let (mut characters, mut bytes) = (tail.chars().count(), tail.len());
    let mut head = String::new();
    for letter in name.chars() {
        characters += 1;
        bytes += letter.len_utf8();
        if characters > CHARACTERS || bytes > BYTES {
            break;
        }
        head.push(letter);
    }
    format!("{}{tail}", head.trim_end_matches(is_edge))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_shown_so_that_it_harms_nobody() {
        let cases = [
            ("todistus.pdf", "todistus.pdf"),
            ("شهادة الميلاد.pdf", "شهادة الميلاد.pdf"),
            ("Свидетельство о рождении.pdf", "Свидетельство о рождении.pdf"),
            ("👨‍👩‍👧 family.png", "👨‍👩‍👧 family.png"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("..\\..\\windows\\system32.ini", "_.._windows_system32.ini"),
            ("/etc/shadow", "_etc_shadow"),
            ("..", "document"),
            ("", "document"),
            ("  .  ", "document"),
            ("report\u{202E}fdp.exe", "reportfdp.exe"),
            ("a\0b\u{7}c\nd.txt", "abc d.txt"),
            ("letter.pdf...", "letter.pdf"),
            ("letter.pdf . .", "letter.pdf"),
            (".htaccess", "htaccess"),
            ("CON", "_CON"),
            ("nul.pdf", "_nul.pdf"),
            ("lpt1.txt", "_lpt1.txt"),
            ("comma.txt", "comma.txt"),
            ("A\u{30A}land.pdf", "Åland.pdf"),
            ("O'Brien's \"paper\" <1>.pdf", "O'Brien's _paper_ _1_.pdf"),
        ];
        for (given, wanted) in cases {
            assert_eq!(shown(given), wanted, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = shown(&format!("{}.pdf", "a".repeat(296)));
        assert!(name.ends_with("a….pdf") && name.chars().count() == CHARACTERS, "{name}");
        let name = shown(&format!("{}.docx", "ع".repeat(300)));
        assert!(name.ends_with("….docx") && name.len() <= BYTES, "{name}");
        let name = shown(&"🦌".repeat(300));
        assert!(name.ends_with('…') && name.len() <= BYTES, "{name}");
        assert_eq!(ending("a.b/c"), None);
        assert_eq!(ending("letter.PDF").as_deref(), Some("pdf"));
        assert_eq!(ending("no ending"), None);
    }

    proptest! {
        #[test]
        fn whatever_is_given(given in "(\\PC|[\u{0}-\u{2F}\u{200B}-\u{2069}/\\\\.]){0,400}") {
            let name = shown(&given);
            prop_assert!(!name.is_empty() && name.len() <= BYTES && name.chars().count() <= CHARACTERS);
            prop_assert!(!name.starts_with('.') && !name.ends_with('.') && name != ".." );
            let harmful = ['/', '\\', ':', '\0', '\n', '\u{202E}', '\u{2066}'];
            prop_assert!(!name.contains(harmful));
            prop_assert!(!name.chars().any(char::is_control));
            prop_assert_eq!(shown(&name), name.clone());
        }
    }
}
