//! Searching in what one may see: people by any of their names, in any spelling and script; a case by its number. What one may
//! not see is not found, and not counted.

use askama::Template;
use axum::extract::Query;
use casework::{Error, Refusal, case};
use serde::Deserialize;
use web::components::{Breadcrumb, Link};
use web::shell::{Frame, page};

use crate::components::{Cell, Table};
use crate::form::At;
use crate::said::{born, person_name, refused};
use crate::shell::{Answer, OrPage as _};

/// What is searched for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    q: String,
    wrong: Option<String>,
    case: Option<Link>,
    count: Option<String>,
    people: Option<Table>,
    none: bool,
    new: String,
}

/// `/{language}/desk/search?q=`.
pub async fn show(at: At, Query(asked): Query<Asked>) -> Answer {
    let (t, w, house) = (at.t(), at.w(), at.house());
    let q: String = asked.q.trim().chars().take(200).collect();
    let mut wrong = None;
    let mut people = Vec::new();
    let mut case = None;
    if let Some(number) = q.trim_start_matches('#').parse::<i64>().ok().filter(|number| *number > 0) {
        match house.case_by_number(at.acting(), number).await {
            Ok(id) => {
                let whole = house.case(at.acting(), id).await.or_page(&at.visit)?;
                let title = w.desk_case_title(&number.to_string(), &t.case_type(&whole.case.case_type));
                case = Some(Link::to(title, t.case_href(number)));
            }
            Err(Error::Refused(Refusal::Case(case::Refusal::Unknown))) => {}
            Err(fault) => return Err(fault).or_page(&at.visit),
        }
    } else if !q.is_empty() {
        match house.find_people(at.acting(), &q).await {
            Ok(found) => people = found,
            Err(fault) => {
                wrong = refused(&t, None, fault).or_page(&at.visit)?.into_iter().next().map(|(_, said)| said);
            }
        }
    }
    let rows: Vec<Vec<Cell>> = people
        .iter()
        .map(|found| {
            let mut names = found.names.iter().map(person_name);
            let name = names.next().unwrap_or_else(|| w.desk_person_not_named().to_owned());
            let name = Cell { typed: true, ..Cell::link(name, t.person_href(found.person)) };
            let name = name.quiet(names.collect::<Vec<_>>().join(" · "));
            let name = if found.protected { name.tag(w.handover_row_protected(), true) } else { name };
            vec![name, Cell::of(born(&t, found.birth))]
        })
        .collect();
    let none = !q.is_empty() && wrong.is_none() && case.is_none() && rows.is_empty();
    let count = (!rows.is_empty()).then(|| w.search_found(rows.len()));
    let mut frame = at.frame(w.search_title());
    frame.to_mend = wrong.is_some();
    let shown = SearchPage {
        breadcrumb: Breadcrumb {
            w,
            steps: vec![Link::to(w.account_desk_title(), t.href("/desk")), Link::plain(w.search_title())],
        },
        people: (!rows.is_empty())
            .then(|| Table::new(w.search_title(), &[w.person_head_name(), w.person_head_born()], rows)),
        new: t.href("/desk/people/new"),
        frame,
        q,
        wrong,
        case,
        count,
        none,
    };
    page(&at.visit, &shown).or_page(&at.visit)
}
