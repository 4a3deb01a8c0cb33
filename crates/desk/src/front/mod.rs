//! The first page of the desk: as whom one acts, what the organ has to do, the choice of another post, and where to go from
//! here.

mod lists;

use askama::Template;
use axum::Form;
use axum::extract::{Query, State as Stored};
use axum::response::IntoResponse as _;
use casework::draft::Writer;
use serde::Deserialize;
use web::components::Link;
use web::shell::{Frame, Visit, page};

use crate::DeskState;
use crate::draft;
use crate::said::{Teller, did};
use crate::shell::{Answer, Came, Cookies, OrPage as _, Present, led_to, organ_name};

#[derive(Template)]
#[template(path = "front/page.html")]
struct FrontPage {
    frame: Frame,
    said: Option<&'static str>,
    drafts: Vec<DraftShown>,
    acting: Option<String>,
    lists: Option<lists::Lists>,
    posts: Vec<PostShown>,
    links: Vec<Link>,
}

struct DraftShown {
    title: String,
    href: String,
    form: String,
    saved: String,
}

struct PostShown {
    id: String,
    title: String,
    organ: String,
}

/// What the address asks for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    after: Option<String>,
}

/// `/{language}/desk`.
pub async fn show(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    present: Present,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = visit.w;
    // An address that somebody cut short shows the list from its beginning.
    let after = asked.after.as_deref().and_then(lists::read_cursor);
    let lists = match (&present.0.acting, present.chosen()) {
        (Some(acting), Some(_)) => {
            Some(lists::gather(&Teller::new(&desk, &visit), acting, after).await.or_page(&visit)?)
        }
        _ => None,
    };
    let mut drafts = Vec::new();
    if let (Some(acting), Some(_)) = (&present.0.acting, present.chosen()) {
        let writer = Writer { account: present.0.account.id, acting: acting.clone() };
        let t = Teller::new(&desk, &visit);
        for draft in desk.house.drafts(&writer).await.or_page(&visit)? {
            let saved = t.instant(draft.saved);
            let saved = if draft.late { w.form_draft_late(&saved) } else { w.draft_saved(&saved) };
            drafts.push(DraftShown {
                title: draft::title(&t, &draft),
                href: t.href(&draft.form),
                saved,
                form: draft.form,
            });
        }
    }
    let chosen = present.chosen();
    let acting = chosen.map(|post| w.account_acting(&organ_name(&desk, &visit, &post.organ), &post.title));
    let others = present.0.posts.iter().filter(|post| chosen.is_none_or(|chosen| chosen.post != post.post));
    let posts = others
        .map(|post| PostShown {
            id: post.post.clone(),
            title: post.title.clone(),
            organ: organ_name(&desk, &visit, &post.organ),
        })
        .collect();
    let links = vec![
        Link::to(w.person_new(), visit.href("/desk/people/new")),
        Link::to(w.account_mine(), visit.href("/account")),
        Link::to(w.account_to_register(), visit.href("/who")),
    ];
    let said = visit.address.value("done").and_then(|what| did(w, what));
    let frame = present.frame(&desk, &visit, w.account_desk_title());
    page(&visit, &FrontPage { frame, said, drafts, acting, lists, posts, links }).or_page(&visit)
}

/// What the choice of a post sends.
#[derive(Debug, Deserialize)]
pub struct Choice {
    post: String,
}

/// `/{language}/desk/act-as`: the session goes on under a new token, so that the old one is worth nothing.
pub async fn act_as(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    present: Present,
    (Came(whence), cookies): (Came, Cookies),
    Form(choice): Form<Choice>,
) -> Answer {
    let begun = desk.house.act_as(&present.0, &choice.post, &whence).await.or_page(&visit)?;
    Ok((cookies.begin(&begun), led_to(&visit.href("/desk"))).into_response())
}
