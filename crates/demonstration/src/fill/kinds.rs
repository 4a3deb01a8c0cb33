//! `demo/finland.toml`: who fills a database, and where.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::source::Fault;

/// The kinds of organs that lead cases of people, or stand beside in them.
pub(super) const BEARERS: [&str; 8] = [
    "te-office",
    "employment-authority",
    "municipality",
    "ely-centre",
    "economic-development-centre",
    "immigration-service",
    "wellbeing-county",
    "mission",
];

/// All of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// Municipalities with a larger share than one, by their code.
    pub weights: BTreeMap<String, u64>,
    /// Officials as whom one looks at it.
    pub official: Vec<Official>,
    /// Kinds of people.
    pub kind: Vec<Kind>,
}

/// An invented official at organs that bear many cases.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// With which they sign in.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their language.
    pub language: String,
    /// The organs whose filled post they hold.
    pub organs: Vec<String>,
}

/// A kind of people.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// So many of a hundred.
    pub share: u64,
    /// What they are, for those who read the file.
    pub shows: String,
    /// Attributes of the register.
    pub facts: BTreeMap<String, String>,
    /// How many days before the first case the first permit was given.
    pub permit: [i64; 2],
    /// Their cases, the first one first.
    pub case: Vec<Case>,
}

/// A case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its type.
    pub r#type: String,
    /// When it is opened: the earliest and the latest day.
    pub between: Option<[Date; 2]>,
    /// Or so many days ago.
    pub ago: Option<[i64; 2]>,
    /// The steps that are taken.
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its word.
    pub step: String,
    /// Days after the opening.
    pub after: i64,
    /// The result that it gives.
    pub result: Option<String>,
    /// Fields, with the word of a text.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
}

impl Country {
    /// The one that ships.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn shipped() -> Result<Self, Fault> {
        let fault = |what: String| Fault { file: "finland.toml", what };
        let text = include_str!("../../../../demo/finland.toml");
        let country: Self = toml::from_str(text).map_err(|wrong| fault(wrong.to_string()))?;
        let shares: u64 = country.kind.iter().map(|kind| kind.share).sum();
        if shares != 100 {
            return Err(fault(format!("the shares are {shares} of a hundred")));
        }
        match country.kind.iter().flat_map(|kind| &kind.case).find(|case| case.between.is_some() == case.ago.is_some())
        {
            Some(case) => Err(fault(format!("a case of `{}` needs `between` or `ago`", case.r#type))),
            None => Ok(country),
        }
    }
}
