//! A legal basis: the citation as the language writes it, the act's name, our page about it and the law's own text.

use super::stands_in_pages;
use crate::words::Words;

/// One provision that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, askama::Template)]
#[template(
    source = r#"<span class="k-basis">{% if let Some(href) = page %}<a class="govuk-link" href="{{ href }}">{{ citation }}</a>{% else %}{{ citation }}{% endif %}{% if let Some(title) = title %} <span class="k-quiet">{{ title }}</span>{% endif %}{% if let Some(href) = text %} <a class="govuk-link k-quiet" href="{{ href }}" rel="external">{{ w.responsibility_new_window() }}<span class="govuk-visually-hidden">: {{ citation }}</span></a>{% endif %}</span>"#,
    ext = "html"
)]
pub struct Basis {
    /// The texts.
    pub w: &'static Words,
    /// "1386/2010 10 § 1 mom."
    pub citation: String,
    /// The act's name.
    pub title: Option<String>,
    /// Our page about the provision.
    pub page: Option<String>,
    /// The law's own text, elsewhere.
    pub text: Option<String>,
}

stands_in_pages!(Basis);

impl Basis {
    /// For examples: a provision of the integration act.
    pub(super) fn example(w: &'static Words) -> Self {
        Self {
            w,
            citation: "1386/2010 10 §".to_owned(),
            title: Some("Laki kotoutumisen edistämisestä".to_owned()),
            page: Some(format!("/{}/source/1386-2010", w.language().code())),
            text: Some("https://www.finlex.fi/fi/laki/alkup/2010/20101386".to_owned()),
        }
    }
}
