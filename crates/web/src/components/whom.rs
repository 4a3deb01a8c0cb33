//! For whom a provision is: what must hold, what is enough, what shuts it out, as a list one can run one's eye down.

use askama::Template;

use super::{Examples, stands_in_pages};
use crate::said::ForWhom;
use crate::words::Words;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(
    source = r#"{% if whom.is_everybody() %}<p class="k-whom">{{ w.situation_everybody() }}</p>{% else %}<ul class="k-whom">{% for one in whom.all %}<li>{{ one }}</li>{% endfor %}{% if !whom.any.is_empty() %}<li>{{ w.whom_any() }}<ul>{% for one in whom.any %}<li>{{ one }}</li>{% endfor %}</ul></li>{% endif %}{% if !whom.none.is_empty() %}<li>{{ w.whom_none() }}<ul>{% for one in whom.none %}<li>{{ one }}</li>{% endfor %}</ul></li>{% endif %}</ul>{% endif %}"#,
    ext = "html"
)]
pub struct Whom {
    /// The texts.
    pub w: &'static Words,
    /// What is said.
    pub whom: ForWhom,
}

stands_in_pages!(Whom);

impl Examples for Whom {
    fn examples(w: &'static Words) -> Vec<Self> {
        let some = ForWhom {
            all: vec!["rätt att vistas: uppehållstillstånd".to_owned(), "ålder: under 18 år".to_owned()],
            any: vec!["hemvårdsstöd: ja".to_owned(), "utkomststöd: annat än tillfälligt".to_owned()],
            none: vec!["vårdnadshavare: ja".to_owned()],
        };
        vec![Self { w, whom: some }, Self { w, whom: ForWhom::default() }]
    }
}
