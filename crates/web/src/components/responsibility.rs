//! The responsibility line: who · as what · since and until · because.

use askama::Template;

use super::{Basis, Examples, Link, stands_in_pages};
use crate::words::Words;

/// How an organ stands in a matter; each has a mark of its own shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// Answers for it: filled.
    Lead,
    /// Takes part: hollow.
    Beside,
    /// Steers, supervises or advises the lead: dotted.
    Above,
    /// There is nobody: amber.
    Nobody,
}

impl Bearing {
    /// The word for the modifier of the class, and in tests.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Beside => "beside",
            Self::Above => "above",
            Self::Nobody => "nobody",
        }
    }

    /// What the mark says, in words.
    pub fn title(self, w: &Words) -> &str {
        match self {
            Self::Lead => w.responsibility_lead(),
            Self::Beside => w.responsibility_beside(),
            Self::Above => w.responsibility_above(),
            Self::Nobody => w.responsibility_nobody(),
        }
    }

    /// The mark itself; a drawing without words, for the words stand beside it.
    pub fn mark(self) -> Mark {
        Mark(self)
    }
}

/// The drawing of a bearing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Template)]
#[template(
    source = r#"<svg class="k-mark k-mark--{{ self.0.code() }}" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">{% match self.0 %}{% when Bearing::Lead %}<circle cx="10" cy="10" r="8"/>{% when Bearing::Beside %}<circle cx="10" cy="10" r="7.5"/>{% when Bearing::Above %}<line x1="10" y1="1" x2="10" y2="19"/>{% when Bearing::Nobody %}<path d="M10 1 19 10 10 19 1 10Z"/>{% endmatch %}</svg>"#,
    ext = "html"
)]
pub struct Mark(Bearing);

/// Whether the law says that it must or that it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// Must.
    Must,
    /// May.
    May,
}

impl Force {
    /// In words.
    pub fn title(self, w: &Words) -> &str {
        match self {
            Self::Must => w.responsibility_must(),
            Self::May => w.responsibility_may(),
        }
    }
}

/// One organ in one matter.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/responsibility.html", block = "line")]
pub struct Line {
    /// The texts.
    pub w: &'static Words,
    /// How it stands in the matter.
    pub bearing: Bearing,
    /// Who; for nobody, the sentence that says so.
    pub organ: Link,
    /// "ordnar", "styr"; empty for nobody.
    pub verb: String,
    /// Must or may.
    pub force: Option<Force>,
    /// "sedan 10.5.2021", written out.
    pub period: Option<String>,
    /// Why in plain words: the facts that decided.
    pub because: Vec<String>,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// Words that qualify it: "obekräftat".
    pub tags: Vec<String>,
}

/// The lines of one matter, in the order: above, lead, beside.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "components/responsibility.html", block = "lines")]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line>,
}

stands_in_pages!(Mark, Line, Lines);

impl Line {
    /// A line with only who and as what.
    pub fn new(w: &'static Words, bearing: Bearing, organ: Link, verb: impl Into<String>) -> Self {
        Self {
            w,
            bearing,
            organ,
            verb: verb.into(),
            force: None,
            period: None,
            because: Vec::new(),
            basis: Vec::new(),
            tags: Vec::new(),
        }
    }
}

impl Examples for Lines {
    fn examples(w: &'static Words) -> Vec<Self> {
        let day = w.day_short(jiff::civil::date(2021, 5, 10));
        let href = |organ: &str| format!("/{}/organ/{organ}", w.language().code());
        let lead = Line {
            force: Some(Force::Must),
            period: Some(w.responsibility_since(&day)),
            because: vec!["arbetslös arbetssökande".to_owned()],
            basis: vec![Basis::example(w)],
            ..Line::new(w, Bearing::Lead, Link::to("TE-byrån i Tavastland", href("te-office:hame")), "ordnar")
        };
        let above =
            Line::new(w, Bearing::Above, Link::to("NTM-centralen i Nyland", href("ely-centre:uusimaa")), "styr");
        let beside = Line::new(w, Bearing::Beside, Link::to("Forssa stad", href("municipality:061")), "deltar");
        let may = Line {
            force: Some(Force::May),
            tags: vec![w.component_certainty_unconfirmed().to_owned()],
            ..Line::new(w, Bearing::Lead, Link::plain("Forssa <stad> & co"), "ordnar")
        };
        let nobody = Line {
            because: vec!["asylsökande".to_owned()],
            ..Line::new(w, Bearing::Nobody, Link::plain(w.responsibility_nobody()), "")
        };
        vec![Self { lines: vec![above, lead, beside] }, Self { lines: vec![may] }, Self { lines: vec![nobody] }]
    }
}
