//! The picture language: the same thing looks the same everywhere (`pages.md`).
//!
//! Each component is a typed struct with its template beside it. A page puts it into its own template by naming it:
//! `{{ answer }}`; what it holds is escaped, so nothing more is needed. Each has `examples`, which the style page
//! (`/{language}/style`) shows and the tests draw in every language.

mod basis;
mod chain;
mod notice;
mod question;
mod reason;
mod responsibility;
mod small;
mod timeline;
mod whom;

pub use basis::Basis;
pub use chain::{Band, Card, Chain, Tie};
pub use notice::{Certainty, Notice};
pub use question::{Choice, Field, Input, Question, UNKNOWN};
pub use reason::{Reason, Rejected};
pub use responsibility::{Bearing, Force, Line, Lines, Mark};
pub use small::{Breadcrumb, ErrorLine, ErrorSummary, Known, KnownRow, Pagination};
pub use timeline::{Holder, Stretch, TimeLine};
pub use whom::Whom;

use crate::words::Words;

/// A word with an address behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is shown.
    pub text: String,
    /// Where it leads; nothing when there is no page.
    pub href: Option<String>,
}

impl Link {
    /// With an address.
    pub fn to(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()) }
    }

    /// Words only.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }
}

/// Lets a component stand in a page's template as `{{ component }}`: its own template has already escaped its content.
macro_rules! stands_in_pages {
    ($($component:ty),* $(,)?) => {
        $(impl askama::filters::HtmlSafe for $component {})*
    };
}
use stands_in_pages;

/// Everything there is to show of a component, for the style page and the tests.
pub trait Examples: Sized {
    /// One of each state.
    fn examples(w: &'static Words) -> Vec<Self>;
}
