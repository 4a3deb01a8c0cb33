//! A table with a caption. On a phone each row is a small block in which every value stands beside its heading; the roles in
//! the markup keep it a table aloud.

use askama::Template;
use web::components::Basis;

/// One value.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Said with it, in smaller letters.
    pub quiet: Option<String>,
    /// A word that qualifies it, and whether it asks for attention.
    pub tag: Option<(String, bool)>,
    /// Provisions below it.
    pub basis: Vec<Basis>,
    /// Links to what can be done with it.
    pub links: Vec<(String, String)>,
    /// A button: what it says, and where it is sent.
    pub act: Option<(String, String)>,
    /// Somebody typed it: it may be one long word, and breaks anywhere.
    pub typed: bool,
}

impl Cell {
    /// Words.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words that somebody typed.
    pub fn typed(text: impl Into<String>) -> Self {
        Self { typed: true, ..Self::of(text) }
    }

    /// Words that lead somewhere.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..Self::of(text) }
    }

    /// The same with something in smaller letters.
    #[must_use]
    pub fn quiet(self, text: impl Into<String>) -> Self {
        Self { quiet: Some(text.into()).filter(|text| !text.is_empty()), ..self }
    }

    /// The same with links to what can be done.
    #[must_use]
    pub fn links(self, links: Vec<(String, String)>) -> Self {
        Self { links, ..self }
    }

    /// The same with a button.
    #[must_use]
    pub fn act(self, says: impl Into<String>, address: impl Into<String>) -> Self {
        Self { act: Some((says.into(), address.into())), ..self }
    }

    /// The same with a word that qualifies it.
    #[must_use]
    pub fn tag(self, text: impl Into<String>, amber: bool) -> Self {
        Self { tag: Some((text.into(), amber)), ..self }
    }
}

/// A table.
#[derive(Debug, Template)]
#[template(path = "components/table.html")]
pub struct Table {
    /// What it shows, for those who hear it.
    pub caption: String,
    /// The headings of its columns.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// One of the tables by what is due, whose columns stand under each other.
    pub due: bool,
}

impl askama::filters::HtmlSafe for Table {}

impl Table {
    /// A table of these columns.
    pub fn new(caption: impl Into<String>, heads: &[&str], rows: Vec<Vec<Cell>>) -> Self {
        Self { caption: caption.into(), heads: heads.iter().map(|&head| head.to_owned()).collect(), rows, due: false }
    }

    /// The same as one of the tables by what is due.
    #[must_use]
    pub fn by_due(self) -> Self {
        Self { due: true, ..self }
    }

    fn head(&self, at: &usize) -> &str {
        self.heads.get(*at).map(String::as_str).unwrap_or_default()
    }
}
