//! A key, what was asked with it, and what was done.

use jiff::Timestamp;
use uuid::Uuid;

/// The longest key, in signs.
pub const LONGEST_KEY: usize = 120;

/// A key that a program chose for one act: best a UUID. Visible ASCII, at most [`LONGEST_KEY`] signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// Reads one; none: it is empty, too long, or holds other signs.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let sound = !text.is_empty() && text.len() <= LONGEST_KEY && text.bytes().all(|byte| byte.is_ascii_graphic());
        sound.then(|| Self(text.to_owned()))
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an act is based on: it is not done when that has changed meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// This version of a case, led by this holding.
    Case {
        /// The case.
        id: Uuid,
        /// Its version.
        version: i64,
        /// The last of its leads.
        lead: Uuid,
    },
    /// This version of a hand-over.
    HandOver {
        /// The hand-over.
        id: Uuid,
        /// Its version.
        version: i64,
    },
    /// This version of what is known of a person.
    Person {
        /// The person.
        id: Uuid,
        /// The version.
        version: i64,
    },
}

/// An act that is done once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    /// The key.
    pub key: Key,
    /// A hash of all that was asked: the same key with something else is a mistake.
    pub asked: Vec<u8>,
    /// What it is based on.
    pub basis: Option<Basis>,
}

/// What was done with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The hash of what was asked then.
    pub asked: Vec<u8>,
    /// When.
    pub at: Timestamp,
    /// The unit of work, which the lines of the journal name.
    pub unit: Uuid,
    /// What was written, noun and identity, as the journal names it.
    pub wrote: Vec<(String, String)>,
}

impl Done {
    /// The identities of what was written of a noun, in the order in which it was.
    pub fn of<'a>(&'a self, noun: &'a str) -> impl Iterator<Item = Uuid> + 'a {
        self.wrote.iter().filter(move |(of, _)| of == noun).filter_map(|(_, id)| id.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_short_and_visible() {
        for good in ["a", "0198c2a4-7b11-7000-8000-000000000001", "Weird:%&/()=?"] {
            assert_eq!(Key::read(good).as_ref().map(Key::as_str), Some(good));
        }
        let long = "x".repeat(LONGEST_KEY + 1);
        for bad in ["", " ", "a b", "ä", "\u{7f}", "a\n", &long] {
            assert_eq!(Key::read(bad), None, "{bad:?}");
        }
        assert!(Key::read(&long[1..]).is_some());
    }
}
