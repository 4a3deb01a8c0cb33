//! Small parts: breadcrumb, error summary, what is known, pagination.

use askama::Template;

use super::{Examples, Link, stands_in_pages};
use crate::words::Words;

/// The way to this page.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"<nav class="govuk-breadcrumbs" aria-label="{{ w.component_you_are_here() }}"><ol class="govuk-breadcrumbs__list">{% for step in steps %}<li class="govuk-breadcrumbs__list-item"{% if step.href.is_none() %} aria-current="page"{% endif %}>{% if let Some(href) = step.href %}<a class="govuk-breadcrumbs__link" href="{{ href }}">{{ step.text }}</a>{% else %}{{ step.text }}{% endif %}</li>{% endfor %}</ol></nav>"#,
    ext = "html"
)]
pub struct Breadcrumb {
    /// The texts.
    pub w: &'static Words,
    /// From the front page down; the last is this page.
    pub steps: Vec<Link>,
}

/// What needs mending, on top of the page, each line leading to its field.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r##"{% if !errors.is_empty() %}<div class="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">{{ w.trouble_summary_title() }}</h2><div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{% for error in errors %}<li><a href="#{{ error.field }}">{{ error.message }}</a>{% if let Some(mended) = error.mended %}{% if let Some(href) = mended.href %} <a class="govuk-link" href="{{ href }}">{{ mended.text }}</a>{% endif %}{% endif %}</li>{% endfor %}</ul></div></div></div>{% endif %}"##,
    ext = "html"
)]
pub struct ErrorSummary {
    /// The texts.
    pub w: &'static Words,
    /// What is wrong.
    pub errors: Vec<ErrorLine>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorLine {
    /// What is wrong, and what to do.
    pub message: String,
    /// The id of its field.
    pub field: String,
    /// The same page, mended.
    pub mended: Option<Link>,
}

/// What is already known, with links to change it.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"<section class="k-known"><h2>{{ heading }}</h2><dl>{% for row in rows %}<div class="k-known__row"><dt>{{ row.name }}</dt><dd>{{ row.value }}</dd>{% if let Some(href) = row.change %}<dd class="k-hide-print"><a class="govuk-link" href="{{ href }}">{{ w.component_change() }}<span class="govuk-visually-hidden">: {{ row.name }}</span></a></dd>{% endif %}</div>{% endfor %}</dl></section>"#,
    ext = "html"
)]
pub struct Known {
    /// The texts.
    pub w: &'static Words,
    /// "Det här vet vi"
    pub heading: String,
    /// What is known.
    pub rows: Vec<KnownRow>,
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRow {
    /// "Kommun"
    pub name: String,
    /// "Forssa"
    pub value: String,
    /// Where it is changed.
    pub change: Option<String>,
}

/// Leafing through a long list.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"{% if pages.len() > 1 %}<nav aria-label="{{ w.component_pages() }}"><ul class="k-languages">{% if let Some(href) = previous %}<li><a href="{{ href }}" rel="prev">{{ w.component_previous() }}</a></li>{% endif %}{% for (number, href) in pages %}<li><a href="{{ href }}"{% if *number == self.current %} aria-current="page"{% endif %} aria-label="{{ w.component_page(number.to_string().as_str()) }}">{{ number }}</a></li>{% endfor %}{% if let Some(href) = next %}<li><a href="{{ href }}" rel="next">{{ w.component_next() }}</a></li>{% endif %}</ul></nav>{% endif %}"#,
    ext = "html"
)]
pub struct Pagination {
    /// The texts.
    pub w: &'static Words,
    /// The number of each page and its address.
    pub pages: Vec<(usize, String)>,
    /// The page that is shown.
    pub current: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

stands_in_pages!(Breadcrumb, ErrorSummary, Known, Pagination);

impl Examples for Breadcrumb {
    fn examples(w: &'static Words) -> Vec<Self> {
        vec![Self { w, steps: vec![Link::to(w.frame_duties(), "/sv/duty"), Link::plain("Integrationsplan")] }]
    }
}

impl Examples for ErrorSummary {
    fn examples(w: &'static Words) -> Vec<Self> {
        let day = ErrorLine { message: "Den 31 februari finns inte.".to_owned(), field: "on".to_owned(), mended: None };
        let place = ErrorLine {
            message: "Ingen kommun heter ”Forsa”.".to_owned(),
            field: "in".to_owned(),
            mended: Some(Link::to(w.who_did_you_mean("Forssa"), "?in=061")),
        };
        vec![Self { w, errors: vec![day, place] }]
    }
}

impl Examples for Known {
    fn examples(w: &'static Words) -> Vec<Self> {
        let row = |name: &str, value: &str, change| KnownRow { name: name.to_owned(), value: value.to_owned(), change };
        vec![Self {
            w,
            heading: "Det här vet vi".to_owned(),
            rows: vec![row("Kommun", "Forssa", Some("#in".to_owned())), row("Område", "Fastlandet", None)],
        }]
    }
}

impl Examples for Pagination {
    fn examples(w: &'static Words) -> Vec<Self> {
        let page = |number: usize| (number, format!("?page={number}"));
        vec![Self {
            w,
            pages: (1..=3).map(page).collect(),
            current: 2,
            previous: Some("?page=1".to_owned()),
            next: Some("?page=3".to_owned()),
        }]
    }
}
