//! The reason, closed by default: the path in sentences, what was looked at and did not hold, basis, edition.

use askama::Template;

use super::{Basis, Examples, stands_in_pages};
use crate::words::Words;

/// A clause that was looked at and why it did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The clause in words.
    pub clause: String,
    /// Why it did not hold.
    pub why: String,
}

/// The same box on an answer, an access, a limit, a decision, a proposal.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/reason.html")]
pub struct Reason {
    /// The texts.
    pub w: &'static Words,
    /// The path in sentences.
    pub path: Vec<String>,
    /// What did not hold.
    pub rejected: Vec<Rejected>,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// The edition that answered.
    pub edition: String,
}

stands_in_pages!(Reason);

impl Examples for Reason {
    fn examples(w: &'static Words) -> Vec<Self> {
        let full = Self {
            w,
            path: vec![
                "Personen är arbetslös arbetssökande.".to_owned(),
                "Forssa hör till TE-byrån i Tavastland.".to_owned(),
            ],
            rejected: vec![Rejected {
                clause: "Kommunen".to_owned(),
                why: "Gäller den som inte är arbetssökande.".to_owned(),
            }],
            basis: vec![Basis::example(w)],
            edition: "3f9a1c".to_owned(),
        };
        let bare = Self { rejected: Vec::new(), basis: Vec::new(), ..full.clone() };
        vec![full, bare]
    }
}
