//! The address of a page: language, path and query, kept so that the same question can be asked in another language.

use std::fmt::Write as _;

use crate::words::Language;

/// `/{language}{path}?{query}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    path: String,
    query: Vec<(String, String)>,
}

impl Address {
    /// From the path behind the language (`/who`) and the query as it came.
    pub fn new(path: impl Into<String>, query: &str) -> Self {
        let query = query
            .split('&')
            .filter(|part| !part.is_empty())
            .map(|part| {
                let (name, value) = part.split_once('=').unwrap_or((part, ""));
                (decoded(name), decoded(value))
            })
            .collect();
        Self { path: path.into(), query }
    }

    /// The path behind the language: `/who`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The query, in the order it came, decoded.
    pub fn query(&self) -> &[(String, String)] {
        &self.query
    }

    /// The first value of a name that is not empty, trimmed. (A question may offer a field and a list under one name;
    /// what is written in the field comes first.)
    pub fn value(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .filter(|(known, _)| known == name)
            .map(|(_, value)| value.trim())
            .find(|value| !value.is_empty())
    }

    /// The same address with a value set; the place of a known name is kept.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut changed = self.without(name);
        let place = self.query.iter().position(|(known, _)| known == name).unwrap_or(changed.query.len());
        changed.query.insert(place.min(changed.query.len()), (name.to_owned(), value.to_owned()));
        changed
    }

    /// The same address without a name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let query = self.query.iter().filter(|(known, _)| known != name).cloned().collect();
        Self { path: self.path.clone(), query }
    }

    /// The same query on another page.
    #[must_use]
    pub fn at(&self, path: &str) -> Self {
        Self { path: path.to_owned(), query: self.query.clone() }
    }

    /// Written out for a link in this language. Names without a value are left out.
    pub fn href(&self, language: Language) -> String {
        let mut text = format!("/{}{}", language.code(), self.path);
        let mut mark = '?';
        for (name, value) in self.query.iter().filter(|(_, value)| !value.is_empty()) {
            text.push(mark);
            encode(&mut text, name);
            text.push('=');
            encode(&mut text, value);
            mark = '&';
        }
        text
    }
}

/// Makes a piece of text fit to stand in a path or a query.
pub fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode(&mut out, text);
    out
}

fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        // The colon is allowed in a query and stands in the names of organs, so it is left readable.
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Percent signs and plus signs undone; what is not UTF-8 becomes the replacement sign, and is then simply not known.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match (byte, hex.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'%', Some(value)) => {
                out.push(value);
                at += 2;
            }
            (b'+', _) => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_survives_the_way_out_and_back() {
        let address = Address::new("/who", "duty=a+b&in=%C3%85bo&x=1%262");
        assert_eq!(address.value("in"), Some("Åbo"));
        let href = address.href(Language::Sv);
        assert_eq!(href, "/sv/who?duty=a%20b&in=%C3%85bo&x=1%262");
        assert_eq!(Address::new("/who", href.split_once('?').map_or("", |parts| parts.1)), address);
    }

    #[test]
    fn half_a_percent_sign_is_harmless() {
        assert_eq!(Address::new("/", "a=%&b=%4&c=%zz&d=%FF").query().len(), 4);
    }

    #[test]
    fn a_value_is_changed_in_its_place() {
        let address = Address::new("/who", "a=1&b=2").with("a", "3").without("b").with("c", "é");
        assert_eq!(address.href(Language::En), "/en/who?a=3&c=%C3%A9");
    }
}
