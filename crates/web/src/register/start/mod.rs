//! The front page: what this is, the search, a few questions that show what it answers.

use askama::Template;
use axum::extract::State as Stored;
use axum::response::Response;

use crate::State;
use crate::components::{Field, Link};
use crate::register::who::steps::search_field;
use crate::shell::{Frame, Trouble, Visit, page};

#[derive(Debug, Template)]
#[template(path = "register/start/page.html")]
struct StartPage {
    frame: Frame,
    search: Field,
    action: String,
    examples: Vec<Link>,
    more: Vec<Link>,
}

/// `/{language}`.
pub async fn show(Stored(state): Stored<State>, visit: Visit) -> Result<Response, Trouble> {
    let w = visit.w;
    let home = "residence=permit&ground=family&labour=at-home&first-permit=2024-03-10&age=30&home-municipality=yes\
                &home-care-allowance=yes&asked=te-office&assistance=none";
    let examples = vec![
        Link::to(
            w.start_example_home_before(),
            visit.href(&format!("/who?duty=integration-plan&in=061&on=2024-11-15&{home}")),
        ),
        Link::to(
            w.start_example_home_after(),
            visit.href(&format!("/who?duty=integration-plan&in=061&on=2025-02-01&{home}")),
        ),
        Link::to(
            w.start_example_asylum(),
            visit.href("/who?duty=initial-assessment&in=837&on=2025-06-01&residence=asylum-seeker"),
        ),
    ];
    let duties = w.number(state.register.resolved.duties.len());
    let more = vec![
        Link::to(w.start_duties(&duties), visit.href("/duty")),
        Link::to(w.start_picture(), visit.href("/picture")),
        Link::to(w.start_compare(), visit.href("/compare")),
        Link::to(w.start_appendix(), visit.href("/appendix")),
    ];
    page(
        &visit,
        &StartPage {
            frame: Frame::new(&visit, None, w.start_title()),
            search: Field { label: w.who_about_title().to_owned(), ..search_field(&visit, "") },
            action: visit.href("/who"),
            examples,
            more,
        },
    )
}
