//! A line of the journal, before it is written.

use std::borrow::Cow;
use std::fmt;

use uuid::Uuid;

use crate::error::Error;

/// The longest word.
const LONGEST: usize = 120;

/// A machine's word: the name of a post, an organ, a duty, an action, or an identity. Small letters, digits and `.:_/+-`:
/// it cannot hold somebody's name as people write them, nor a sentence about somebody.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word(Cow<'static, str>);

impl Word {
    /// A word known when the program is written.
    ///
    /// # Panics
    /// When it is none; in a constant that is an error of compilation.
    #[must_use]
    #[expect(clippy::panic, reason = "for constants: whatever comes from outside goes through `Word::new`")]
    pub const fn of(text: &'static str) -> Self {
        if !is_word(text) {
            panic!("not a machine's word");
        }
        Self(Cow::Borrowed(text))
    }

    /// A word that comes from outside.
    ///
    /// # Errors
    /// [`Error::NotAWord`] when it holds anything else.
    pub fn new(text: impl Into<String>) -> Result<Self, Error> {
        let text = text.into();
        // What was refused may be personal data; as much is shown as helps to find the place.
        if is_word(&text) { Ok(Self(Cow::Owned(text))) } else { Err(Error::NotAWord(text.chars().take(3).collect())) }
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const fn is_word(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let fits = matches!(bytes[at], b'a'..=b'z' | b'0'..=b'9' | b'.' | b':' | b'_' | b'/' | b'+' | b'-');
        if !fits {
            return false;
        }
        at += 1;
    }
    !bytes.is_empty() && bytes.len() <= LONGEST
}

impl From<Uuid> for Word {
    fn from(id: Uuid) -> Self {
        Self(Cow::Owned(id.to_string()))
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who acts: a post at an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The post.
    pub post: Word,
    /// Its organ.
    pub organ: Word,
}

/// A line: who did what to what. Identities and machine words only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub(crate) post: Word,
    pub(crate) organ: Word,
    pub(crate) duty: Option<Word>,
    pub(crate) action: Word,
    pub(crate) noun: Word,
    pub(crate) subject: Word,
    pub(crate) version: Option<i64>,
    pub(crate) person: Option<Uuid>,
    pub(crate) case: Option<Uuid>,
    pub(crate) ground: Option<Word>,
}

impl Entry {
    /// This post did this (`read`, `record`, `offer` …) to this (`case` and its identity).
    #[must_use]
    pub fn new(actor: &Actor, action: Word, noun: Word, subject: impl Into<Word>) -> Self {
        Self {
            post: actor.post.clone(),
            organ: actor.organ.clone(),
            duty: None,
            action,
            noun,
            subject: subject.into(),
            version: None,
            person: None,
            case: None,
            ground: None,
        }
    }

    /// For this duty.
    #[must_use]
    pub fn duty(mut self, duty: Word) -> Self {
        self.duty = Some(duty);
        self
    }

    /// About this person, who will find it under "who has looked at what is mine".
    #[must_use]
    pub const fn person(mut self, person: Uuid) -> Self {
        self.person = Some(person);
        self
    }

    /// In this case.
    #[must_use]
    pub const fn case(mut self, case: Uuid) -> Self {
        self.case = Some(case);
        self
    }

    /// The version that it left behind, or that was read.
    #[must_use]
    pub const fn version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// By which right: the verb that the organ holds, or `emergency` and the like. A reason in somebody's own words stands
    /// elsewhere; here stands the identity of where.
    #[must_use]
    pub fn ground(mut self, ground: Word) -> Self {
        self.ground = Some(ground);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_holds_no_name() {
        for good in ["te-office:hame", "municipality:061", "handler:hame/12", "integration-plan"] {
            assert!(Word::new(good).is_ok(), "{good}");
        }
        for bad in ["", "Aino", "aino virtanen", "عائشة", "Ольга", "o'brien", "åke", &"a".repeat(121)] {
            assert!(Word::new(bad).is_err(), "{bad}");
        }
    }
}
