//! A notice: something to know before relying on what stands beside it.

use askama::Template;

use super::{Basis, Bearing, Examples, stands_in_pages};
use crate::words::Words;

/// How certain a part of an answer is, when it is not verified in the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Concluded from provisions that do not say it outright.
    Inferred,
    /// Found only in the text that the register starts from.
    Seed,
    /// The area rests on a source that was not confirmed.
    Unconfirmed,
}

impl Certainty {
    /// A word for a tag.
    pub fn title(self, w: &Words) -> &str {
        match self {
            Self::Inferred => w.component_certainty_inferred(),
            Self::Seed => w.component_certainty_seed(),
            Self::Unconfirmed => w.component_certainty_unconfirmed(),
        }
    }

    /// What it means.
    pub fn meaning(self, w: &Words) -> &str {
        match self {
            Self::Inferred => w.component_certainty_inferred_what(),
            Self::Seed => w.component_certainty_seed_what(),
            Self::Unconfirmed => w.component_certainty_unconfirmed_what(),
        }
    }
}

/// A box with a heading and sentences; amber when something is missing or uncertain.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/notice.html")]
pub struct Notice {
    /// Amber: something is missing or uncertain. Else plain: worth knowing.
    pub amber: bool,
    /// The heading.
    pub heading: String,
    /// Its level, so that the page's headings stay in order.
    pub level: u8,
    /// The sentences.
    pub body: Vec<String>,
    /// What to do, as a list.
    pub todo: Vec<String>,
    /// What it rests on.
    pub basis: Vec<Basis>,
}

stands_in_pages!(Notice);

impl Notice {
    /// Worth knowing.
    pub fn plain(heading: impl Into<String>, body: Vec<String>) -> Self {
        Self { amber: false, heading: heading.into(), level: 3, body, todo: Vec::new(), basis: Vec::new() }
    }

    /// Missing or uncertain.
    pub fn amber(heading: impl Into<String>, body: Vec<String>) -> Self {
        Self { amber: true, ..Self::plain(heading, body) }
    }

    /// How certain something is.
    pub fn certainty(w: &Words, certainty: Certainty) -> Self {
        Self::amber(certainty.title(w), vec![certainty.meaning(w).to_owned()])
    }

    fn nobody(&self) -> super::responsibility::Mark {
        Bearing::Nobody.mark()
    }
}

impl Examples for Notice {
    fn examples(w: &'static Words) -> Vec<Self> {
        let mut gap = Self::amber(w.responsibility_nobody(), vec!["Lagen gäller inte asylsökande.".to_owned()]);
        gap.todo = vec!["Vänd dig till förläggningen.".to_owned()];
        gap.basis = vec![Basis::example(w)];
        vec![
            gap,
            Self::certainty(w, Certainty::Inferred),
            Self::certainty(w, Certainty::Seed),
            Self::certainty(w, Certainty::Unconfirmed),
            Self::plain("Utgångstexten säger annat", vec!["Där är det kommunen som svarar för planen.".to_owned()]),
        ]
    }
}
