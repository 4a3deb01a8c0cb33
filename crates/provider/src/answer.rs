//! What comes back through the browser, and so from anybody: read strictly.

use openidconnect::url::form_urlencoded;

use crate::Fault;

/// The most bytes of an answer. A code is long at some providers.
const LONGEST: usize = 8000;

/// An answer as it came through the browser. Nothing of it is known to be true.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which question it answers.
    pub state: String,
    /// Who says to have answered (RFC 9207).
    pub issuer: Option<String>,
    /// The answer.
    pub outcome: Outcome,
}

/// What is answered.
#[derive(Clone, PartialEq, Eq)]
pub enum Outcome {
    /// What the token is fetched with.
    Code(String),
    /// No, by the word of RFC 6749.
    No(String),
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

impl Answer {
    /// Reads the query of the address that the browser was sent to.
    ///
    /// # Errors
    /// [`Fault::Unreadable`]: something is missing, stands there twice, or is too long.
    pub fn read(query: &str) -> Result<Self, Fault> {
        if query.len() > LONGEST {
            return Err(Fault::Unreadable("too long"));
        }
        let one = |name: &str| {
            let mut found = form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key == name);
            let first = found.next().map(|(_, value)| value.into_owned());
            match found.next() {
                Some(_) => Err(Fault::Unreadable("the same twice")),
                None => Ok(first.filter(|value| !value.is_empty())),
            }
        };
        let (state, issuer, code, no) = (one("state")?, one("iss")?, one("code")?, one("error")?);
        let outcome = match (code, no) {
            (Some(code), None) => Outcome::Code(code),
            (None, Some(no)) => Outcome::No(no.chars().filter(char::is_ascii_graphic).take(60).collect()),
            (Some(_), Some(_)) => return Err(Fault::Unreadable("yes and no")),
            (None, None) => return Err(Fault::Unreadable("neither yes nor no")),
        };
        Ok(Self { state: state.ok_or(Fault::Unreadable("no state"))?, issuer, outcome })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_one_yes_or_one_no_with_a_state() {
        let yes = Answer::read("state=s&code=a%20b&iss=https%3A%2F%2Fa.example&session_state=x").unwrap();
        assert!(yes.outcome == Outcome::Code("a b".to_owned()));
        assert_eq!(yes.issuer.as_deref(), Some("https://a.example"));
        assert!(!format!("{yes:?}").contains("a b"), "a code is not shown");
        let no = Answer::read("state=s&error=access_denied&error_description=%3Cscript%3E").unwrap();
        assert!(no.outcome == Outcome::No("access_denied".to_owned()));
        let long = format!("state=s&code={}", "x".repeat(LONGEST));
        for wrong in [
            "",
            "code=a",
            "state=s",
            "state=s&code=",
            "state=s&code=a&error=b",
            "state=s&state=t&code=a",
            "state=s&code=a&code=b",
            &long,
        ] {
            assert!(matches!(Answer::read(wrong), Err(Fault::Unreadable(_))), "{wrong}");
        }
    }
}
