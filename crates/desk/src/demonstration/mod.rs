//! Signing in where everybody is invented: a list by organ and function, one click each. In earnest there is no such page:
//! the database says whether it is a demonstration, each time.

use askama::Template;
use axum::Form;
use axum::extract::State as Stored;
use casework::demonstration::Role;
use serde::Deserialize;
use web::shell::{Frame, Visit, page};
use web::words::Words;

use crate::DeskState;
use crate::shell::{Answer, Came, Cookies, OrPage as _, led_to, organ_name, own_path};
use crate::sign_in::welcome;

#[derive(Template)]
#[template(path = "demonstration/page.html")]
struct ChoosePage {
    frame: Frame,
    /// Something to know first: that one is signed out.
    first: Option<String>,
    organs: Vec<Organ>,
    next: String,
    action: String,
}

struct Organ {
    id: String,
    name: String,
    roles: Vec<RoleShown>,
}

struct RoleShown {
    login: String,
    post: String,
    name: String,
    title: String,
    function: String,
}

/// Who is chosen.
#[derive(Deserialize)]
pub struct Chosen {
    #[serde(default)]
    login: String,
    #[serde(default)]
    post: String,
    #[serde(default)]
    next: String,
}

/// The list, in the place of the form for name and password, which nobody has here.
pub async fn choose(desk: &DeskState, visit: &Visit, next: String, first: Option<String>) -> Answer {
    let roles = desk.house.demonstration_roles().await.or_page(visit)?;
    let mut organs: Vec<Organ> = Vec::new();
    for Role { login, name, post, organ, function, title } in roles {
        let shown = RoleShown { login, post, name, title, function: function_said(visit.w, &function) };
        match organs.last_mut() {
            Some(last) if last.id == organ => last.roles.push(shown),
            _ => organs.push(Organ { name: organ_name(desk, visit, &organ), id: organ, roles: vec![shown] }),
        }
    }
    organs.sort_by(|one, other| one.name.cmp(&other.name));
    let mut frame = Frame::new(visit, None, visit.w.demo_choose_title());
    frame.address = visit.address.without("out").without("over").without("next");
    if !next.is_empty() {
        frame.address = frame.address.with("next", &next);
    }
    let action = visit.href("/sign-in/demonstration");
    page(visit, &ChoosePage { frame, first, organs, next, action }).or_page(visit)
}

/// `GET /{language}/sign-in/demonstration`: leads to the list, where there is one.
pub async fn show(Stored(desk): Stored<DeskState>, visit: Visit) -> Answer {
    desk.house.demonstration_roles().await.or_page(&visit)?;
    Ok(led_to(&visit.href("/sign-in")))
}

/// `POST /{language}/sign-in/demonstration`: signed in, as the post that was chosen.
pub async fn sign_in(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    (Came(whence), cookies): (Came, Cookies),
    Form(chosen): Form<Chosen>,
) -> Answer {
    let next = own_path(&chosen.next).unwrap_or_default().to_owned();
    let mut begun = desk.house.sign_in_to_demonstration(&chosen.login, &chosen.post, &whence).await.or_page(&visit)?;
    // Who looks around goes on reading in the language in which they began.
    begun.language = visit.language().code().to_owned();
    welcome(&desk, &visit, cookies, &begun, &next).await
}

/// What a function does, in a few words.
fn function_said(w: &Words, function: &str) -> String {
    let said = match function {
        "handler" => w.demo_function_handler(),
        "decision-maker" => w.demo_function_decision_maker(),
        "team-lead" => w.demo_function_team_lead(),
        "director" => w.demo_function_director(),
        "specialist" => w.demo_function_specialist(),
        "planner" => w.demo_function_planner(),
        "supervisor" => w.demo_function_supervisor(),
        other => other,
    };
    said.to_owned()
}
