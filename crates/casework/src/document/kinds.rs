//! What a file is: what its first bytes say, held against what its name and its sender say. The bytes are believed.
//!
//! | found | what becomes of it |
//! |---|---|
//! | a program or a script, or a name that a system would run | refused |
//! | PDF, PNG, JPEG, GIF, WebP, plain text in UTF-8 | kept; may be shown in the browser |
//! | everything else, HTML, SVG, XML and office files among it | kept; only ever given out as a download |
//!
//! A list of what may be shown, and none of what may not: what nobody thought of is a download. Bytes are never searched
//! for viruses here; who wants that puts a scanner before the upload.

use super::names;

/// So many first bytes are looked at.
pub(super) const HEAD: usize = 8192;

/// What is not recognised.
const UNKNOWN: &str = "application/octet-stream";
const TEXT: &str = "text/plain";
const HTML: &str = "text/html";
const SVG: &str = "image/svg+xml";
const XML: &str = "text/xml";
const ZIP: &str = "application/zip";
const OLE: &str = "application/x-ole-storage";
const SCRIPT: &str = "text/x-shellscript";

/// Types that may be shown in the browser, with `nosniff`.
const SHOWN: [&str; 6] = ["application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", TEXT];

/// Types that are programs.
const PROGRAMS: [&str; 8] = [
    "application/vnd.microsoft.portable-executable",
    "application/x-executable",
    "application/x-mach-binary",
    "application/java",
    "application/vnd.android.dex",
    "application/vnd.android.dey",
    "application/wasm",
    SCRIPT,
];

/// Endings that a system runs when somebody opens the file.
const RUN: [&str; 41] = [
    "exe",
    "com",
    "scr",
    "pif",
    "msi",
    "msp",
    "mst",
    "dll",
    "cpl",
    "ocx",
    "sys",
    "bat",
    "cmd",
    "ps1",
    "psm1",
    "psd1",
    "vbs",
    "vbe",
    "js",
    "jse",
    "mjs",
    "wsf",
    "wsh",
    "wsc",
    "sct",
    "hta",
    "lnk",
    "url",
    "reg",
    "inf",
    "jar",
    "jnlp",
    "apk",
    "app",
    "dmg",
    "pkg",
    "command",
    "sh",
    "desktop",
    "appref-ms",
    "scf",
];

/// What an ending claims. What is not here claims nothing.
const CLAIMS: [(&str, &str); 32] = [
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("bmp", "image/bmp"),
    ("heic", "image/heif"),
    ("heif", "image/heif"),
    ("svg", SVG),
    ("txt", TEXT),
    ("csv", "text/csv"),
    ("md", "text/markdown"),
    ("ics", "text/calendar"),
    ("eml", "message/rfc822"),
    ("json", "application/json"),
    ("xml", XML),
    ("html", HTML),
    ("htm", HTML),
    ("rtf", "application/rtf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("doc", "application/msword"),
    ("xls", "application/vnd.ms-excel"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("msg", "application/vnd.ms-outlook"),
    ("zip", ZIP),
];

/// How a file may be given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Handling {
    /// The browser may show it.
    Show,
    /// Only as a download (`Content-Disposition: attachment`).
    Download,
}

/// What a file is, and what it was said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// What its first bytes say: a media type.
    pub found: String,
    /// What its sender said: a media type, or what the name's ending stands for.
    pub claimed: Option<String>,
    /// The two do not go together.
    pub disagree: bool,
}

impl Kind {
    /// How it may be given out. What is not what it claims is never shown.
    #[must_use]
    pub fn handling(&self) -> Handling {
        if SHOWN.contains(&self.found.as_str()) && !self.disagree { Handling::Show } else { Handling::Download }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Runs {
    /// Its bytes are a program.
    Bytes(String),
    /// Its name is one that a system runs.
    Name(String),
}

/// Looks at the first bytes, at the shown name and at the media type that the sender gave.
pub(super) fn look(head: &[u8], shown: &str, claimed: Option<&str>) -> Result<Kind, Runs> {
    let found = found(head);
    if PROGRAMS.contains(&found) {
        return Err(Runs::Bytes(found.to_owned()));
    }
    let ending = names::ending(shown);
    if let Some(ending) = ending.as_deref().filter(|ending| RUN.contains(ending)) {
        return Err(Runs::Name(ending.to_owned()));
    }
    let by_name = ending.and_then(|ending| CLAIMS.iter().find(|(known, _)| *known == ending)).map(|(_, claim)| *claim);
    let by_sender = claimed.map(essence).filter(|claim| !claim.is_empty() && claim != UNKNOWN);
    let disagree = [by_name, by_sender.as_deref()].into_iter().flatten().any(|claim| !go_together(claim, found));
    Ok(Kind { found: found.to_owned(), claimed: by_sender.or_else(|| by_name.map(str::to_owned)), disagree })
}

/// A media type without its parameters, in small letters; nothing that could not be one.
fn essence(claimed: &str) -> String {
    let bare = claimed.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '+' | '-' | '_');
    if bare.len() <= 127 && bare.split('/').count() == 2 && bare.chars().all(fits) { bare } else { String::new() }
}

/// Whether bytes found to be this may be what is claimed.
fn go_together(claim: &str, found: &str) -> bool {
    let claim = match claim {
        "image/jpg" | "image/pjpeg" => "image/jpeg",
        "image/heic" => "image/heif",
        "application/xml" => XML,
        "text/rtf" => "application/rtf",
        "application/xhtml+xml" => HTML,
        "application/x-zip-compressed" => ZIP,
        "application/x-pdf" => "application/pdf",
        other => other,
    };
    let office = claim.starts_with("application/vnd.openxmlformats") || claim.starts_with("application/vnd.oasis");
    let old_office = matches!(claim, "application/msword" | "application/vnd.ms-outlook")
        || claim == "application/vnd.ms-excel"
        || claim == "application/vnd.ms-powerpoint";
    let textual = claim.starts_with("text/") || matches!(claim, "application/json" | "message/rfc822");
    let known = CLAIMS.iter().any(|(_, known)| *known == claim);
    match found {
        _ if claim == found => true,
        // The first bytes do not always reach what tells one office file, or one archive, from another.
        ZIP => office || !known,
        OLE => old_office,
        // A text in an older encoding is not recognised.
        UNKNOWN => (textual && claim != HTML) || !known,
        TEXT => (textual && claim != HTML && claim != XML) || !known,
        _ => false,
    }
}

/// The media type that the first bytes speak for.
fn found(head: &[u8]) -> &'static str {
    if let Some(text) = as_text(head) {
        return found_in_text(text);
    }
    match infer::get(head) {
        // Two bytes alone do not make an object file.
        Some(found) if ["obj", "bc", "eot"].contains(&found.extension()) => UNKNOWN,
        Some(found) => found.mime_type(),
        None if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => OLE,
        None => UNKNOWN,
    }
}

/// What is text: UTF-8, but for a character that the end of the head cut, without control characters.
fn as_text(head: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(fault) if fault.error_len().is_none() => std::str::from_utf8(head.get(..fault.valid_up_to())?).ok()?,
        Err(_) => return None,
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let plain = text.chars().all(|letter| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r' | '\u{c}'));
    plain.then_some(text)
}

fn found_in_text(text: &str) -> &'static str {
    let start = text.trim_start();
    if text.starts_with("#!") {
        return SCRIPT;
    }
    for (sign, found) in
        [("%PDF-", "application/pdf"), ("{\\rtf", "application/rtf"), ("%!PS", "application/postscript")]
    {
        if start.starts_with(sign) {
            return found;
        }
    }
    if !start.starts_with('<') {
        return TEXT;
    }
    // Marked-up text. Which sort matters little: none of it is ever shown.
    let small = start.to_ascii_lowercase();
    if small.contains("<svg") {
        SVG
    } else if small.contains("<html") || small.contains("<!doctype html") || !small.starts_with("<?xml") {
        HTML
    } else {
        XML
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj";
    const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
    const EXE: &[u8] = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF";
    const DOCX: &[u8] = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0";

    #[test]
    fn what_runs_is_refused_whatever_it_is_called() {
        for (head, name) in [
            (EXE, "certificate.pdf"),
            (b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".as_slice(), "photo.png"),
            (b"\xCF\xFA\xED\xFE\x07\0\0\x01".as_slice(), "x"),
        ] {
            // No program is as short as its sign.
            let head = [head, &[0; 64]].concat();
            assert!(matches!(look(&head, name, Some("application/pdf")), Err(Runs::Bytes(_))), "{name}");
        }
        assert_eq!(look(b"#!/bin/sh\nexit\n", "notes.txt", None), Err(Runs::Bytes(SCRIPT.to_owned())));
        for name in ["invoice.pdf.exe", "start.BAT", "page.hta", "link.lnk", "setup.msi", "code.js"] {
            assert!(matches!(look(b"just words", name, None), Err(Runs::Name(_))), "{name}");
        }
        assert_eq!(look(b"MZansi and BC are words", "notes.txt", None).expect("a text").found, TEXT);
    }

    #[test]
    fn the_bytes_are_believed_and_the_difference_kept() {
        let cases = [
            (PDF, "a.pdf", Some("application/pdf"), "application/pdf", false, Handling::Show),
            (PDF, "a.png", Some("image/png"), "application/pdf", true, Handling::Download),
            (PDF, "a.pdf", Some("image/png"), "application/pdf", true, Handling::Download),
            (PNG, "a", None, "image/png", false, Handling::Show),
            (DOCX, "a.docx", None, "application/zip", false, Handling::Download),
            (DOCX, "a.pdf", None, "application/zip", true, Handling::Download),
            (b"name;born\nA;1990\n", "a.csv", Some("text/csv; charset=utf-8"), TEXT, false, Handling::Show),
            (b"words", "a.pdf", None, TEXT, true, Handling::Download),
            (b"P\xE4iv\xE4\xE4", "a.txt", None, UNKNOWN, false, Handling::Download),
            (b"\xFF\xFE\xFD", "a.pdf", None, UNKNOWN, true, Handling::Download),
        ];
        for (head, name, claimed, wanted, disagree, handling) in cases {
            let kind = look(head, name, claimed).expect("it is no program");
            assert_eq!((kind.found.as_str(), kind.disagree), (wanted, disagree), "{name} {claimed:?}");
            assert_eq!(kind.handling(), handling, "{name} {claimed:?}");
        }
    }

    #[test]
    fn what_a_browser_might_run_is_never_shown() {
        for head in [
            "<script>alert(1)</script>",
            "\u{FEFF}  <!-- --><html><body onload=x()>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
            "<?xml version='1.0'?><!-- a --><svg/>",
            "<?xml version='1.0'?><a/>",
            "<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>",
        ] {
            for name in ["a.html", "a.svg", "a.txt", "a.pdf", "a"] {
                let kind = look(head.as_bytes(), name, None).expect("it is no program");
                assert_eq!(kind.handling(), Handling::Download, "{head} as {name}");
            }
        }
        let utf16: Vec<u8> = "<script>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(look(&utf16, "a.txt", None).expect("no program").handling(), Handling::Download);
    }

    #[test]
    fn a_text_cut_in_the_middle_of_a_letter_is_a_text() {
        let whole = "ä".repeat(HEAD);
        assert_eq!(found(&whole.as_bytes()[..HEAD - 1]), TEXT);
        assert_eq!(found("عربي и русский".as_bytes()), TEXT);
    }
}
