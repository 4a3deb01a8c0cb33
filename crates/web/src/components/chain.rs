//! The chain: state, region, local, person as four bands; steering and supervision as sentences between them.

use askama::Template;

use super::{Bearing, Examples, Link, stands_in_pages};
use crate::words::Words;

/// One organ or duty in a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The organ or the duty.
    pub heading: Link,
    /// What it does, or who bears it, each with its mark.
    pub lines: Vec<(Bearing, Link)>,
}

/// Who stands above whom: drawn as a dotted line, said as a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// "NTM-centralen i Nyland styr TE-byrån i Tavastland"
    pub sentence: String,
    /// Where one reads more.
    pub href: Option<String>,
}

/// One of the four bands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// "Staten"
    pub title: String,
    /// What stands in it.
    pub cards: Vec<Card>,
    /// What ties it to the bands below.
    pub ties: Vec<Tie>,
}

/// The drawing. It is made of ordinary lists, so that it reads the same aloud, on paper and on a phone.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/chain.html")]
pub struct Chain {
    /// From above.
    pub bands: Vec<Band>,
    /// The level of the bands' headings.
    pub level: u8,
}

stands_in_pages!(Chain);

impl Examples for Chain {
    fn examples(w: &'static Words) -> Vec<Self> {
        let card = |name: &str, bearing, does: &str| Card {
            heading: Link::to(name, "#"),
            lines: vec![(bearing, Link::to(does, "#"))],
        };
        let bands = vec![
            Band {
                title: w.component_state().to_owned(),
                cards: vec![card("Arbets- och näringsministeriet", Bearing::Lead, "nationell styrning")],
                ties: vec![Tie {
                    sentence: "Arbets- och näringsministeriet styr NTM-centralerna".to_owned(),
                    href: None,
                }],
            },
            Band {
                title: w.component_regional().to_owned(),
                cards: vec![
                    card("NTM-centralen i Nyland", Bearing::Above, "TE-byrån i Tavastland"),
                    card("TE-byrån i Tavastland", Bearing::Lead, "inledande kartläggning"),
                ],
                ties: Vec::new(),
            },
            Band {
                title: w.component_local().to_owned(),
                cards: vec![card("Forssa stad", Bearing::Beside, "integrationsplan")],
                ties: Vec::new(),
            },
            Band { title: w.component_person().to_owned(), cards: Vec::new(), ties: Vec::new() },
        ];
        vec![Self { bands, level: 3 }]
    }
}
