//! The desk: the pages of casework for those who are signed in. Casework itself knows no HTTP, and web knows no casework;
//! here they meet, one folder a noun, so that whoever works on either compiles neither the other nor this.
//!
//! | folder | what stands in it |
//! |---|---|
//! | `shell/` | who is signed in, cookies, requests from other sites, faults of casework as pages |
//! | `sign_in/` | name and password, second factor, signing out |
//! | `demonstration/` | where everybody is invented: signing in with one click |
//! | `elsewhere/` | signing in at an organisation's own provider |
//! | `account/` | own password, second factor, sessions |
//! | `front/` | the first page: as whom one acts, what the organ has to do, and where to go |
//! | `case/`, `person/` | a case, a person: to read, and what is done in them |
//! | `hand_over/`, `limit/`, `decision/`, `document/` | what is done with those |
//! | `form/` | how something is written: one template, drafts, what must be mended, what somebody else changed |
//! | `draft/` | what was begun; a form that came after its session had ended |
//! | `search/` | searching in what one may see |
//! | `said/` | what casework says, in the reader's language |
//! | `components/` | tables, lines in time |
//!
//! [`routes`] stands beside the pages of the register: `web::router_with(site, desk::routes(state))`.
//!
//! # To add a page
//!
//! 1. A folder with `mod.rs` and `page.html`, which extends `shell/layout.html`; its struct has `frame: Frame`.
//! 2. A handler takes [`Stored<DeskState>`](DeskState), `web::shell::Visit`, and [`Signed`], which sends everybody else to
//!    the page for signing in. Its answer is `Answer`: `?` turns what casework refuses into a page.
//! 3. Its route in [`routes`], under `/{language}`. What only shows is GET, what does something is POST and leads on
//!    (`shell::led_to`). Requests from other sites' pages never arrive; an answer is never kept by the browser.
//!
//! ```ignore
//! pub async fn show(Stored(desk): Stored<DeskState>, visit: Visit, signed: Signed) -> Answer {
//!     let case = desk.house.case(&signed.acting, id).await.or_page(&visit)?;
//!     let frame = signed.frame(&desk, &visit, None, visit.w.case_title(…));
//!     Ok(page(&visit, &CasePage { frame, case })?)
//! }
//! ```

mod account;
mod case;
mod components;
mod decision;
mod demonstration;
mod document;
mod draft;
mod elsewhere;
mod form;
mod front;
mod hand_over;
mod limit;
mod person;
mod said;
mod search;
mod shell;
mod sign_in;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use casework::House;
use casework::account::Key;
use tower_http::csrf::CsrfLayer;

pub use elsewhere::Elsewhere;
pub use shell::{Answer, Instead, OrPage, Present, Signed, led_to};

/// What every page of the desk is made from.
#[derive(Clone, Debug)]
pub struct DeskState {
    /// Where casework happens.
    pub house: House,
    /// The site round it; its `desk` is true.
    pub site: web::State,
    /// What seals the secrets of second factors; without it, none can be added.
    pub key: Option<Key>,
    /// Whether browsers reach us by https: cookies then go no other way.
    pub secure: bool,
    /// Whether a server of ours stands before this one and names the network address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Providers at which one can sign in; none by default.
    pub elsewhere: Elsewhere,
}

impl FromRef<DeskState> for web::State {
    fn from_ref(desk: &DeskState) -> Self {
        desk.site.clone()
    }
}

/// The pages of the desk, to stand beside those of the register.
pub fn routes(state: DeskState) -> Router<web::State> {
    Router::new()
        .route("/{language}/sign-in", get(sign_in::show).post(sign_in::with_password))
        .route("/{language}/sign-in/code", get(sign_in::ask_code).post(sign_in::with_code))
        .route("/{language}/sign-in/demonstration", get(demonstration::show).post(demonstration::sign_in))
        .route("/{language}/sign-in/elsewhere", post(elsewhere::ask))
        .route("/sign-in/elsewhere/{id}", get(elsewhere::take))
        .route("/{language}/sign-out", post(sign_in::out))
        .route("/{language}/sign-out/elsewhere/{id}", get(elsewhere::out))
        .route("/{language}/desk", get(front::show))
        .merge(cases())
        .merge(people())
        .route("/{language}/desk/search", get(search::show))
        .route("/{language}/desk/drafts/remove", post(draft::remove))
        .route("/{language}/desk/reminders/{id}/acknowledge", post(limit::acknowledge))
        .route("/{language}/desk/hand-overs/{id}", get(hand_over::show))
        .route("/{language}/desk/hand-overs/{id}/accept", post(hand_over::accept))
        .route("/{language}/desk/hand-overs/{id}/withdraw", post(hand_over::withdraw))
        .route("/{language}/desk/hand-overs/{id}/return", get(hand_over::show_return).post(hand_over::send_return))
        .route("/{language}/desk/hand-overs/{id}/consent", get(hand_over::show_consent).post(hand_over::send_consent))
        .route("/{language}/desk/act-as", post(front::act_as))
        .route("/{language}/account", get(account::show))
        .route("/{language}/account/password", post(account::change_password))
        .route("/{language}/account/second-factor", post(account::propose))
        .route("/{language}/account/second-factor/prove", post(account::prove))
        .route("/{language}/account/second-factor/remove", post(account::remove))
        .route("/{language}/account/end-session", post(account::end_session))
        .route("/account", get(shell::to_language))
        .route("/sign-in", get(shell::to_language))
        .route("/desk", get(shell::to_language))
        .layer(from_fn_with_state(state.clone(), draft::keep_late))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(state.clone(), shell::say_forged))
        .layer(from_fn_with_state(state.clone(), shell::unkept))
        .with_state(state)
}

/// What is done in a case.
fn cases() -> Router<DeskState> {
    let at = |rest: &str| format!("/{{language}}/desk/cases/{{number}}{rest}");
    Router::new()
        .route(&at(""), get(case::show))
        .route(&at("/steps/{step}"), get(case::step::show).post(case::step::send))
        .route(&at("/settle"), get(case::settle::show).post(case::settle::send))
        .route(&at("/hand-over"), get(hand_over::show_offer).post(hand_over::send_offer))
        .route(&at("/limits/{id}/{act}"), get(limit::show).post(limit::send))
        .route(&at("/decisions/{id}/notify"), get(decision::show).post(decision::send))
        .route(&at("/documents/{id}/withdraw"), get(document::show_withdraw).post(document::send_withdraw))
        .route("/{language}/desk/documents/{id}", get(document::fetch))
        .merge(
            // How large a file may be, casework says while it comes.
            Router::new()
                .route(&at("/documents/new"), get(document::show_add).post(document::send_add))
                .route(&at("/documents/{id}/version"), get(document::show_version).post(document::send_version))
                .layer(DefaultBodyLimit::disable()),
        )
}

/// What is recorded about people.
fn people() -> Router<DeskState> {
    let at = |rest: &str| format!("/{{language}}/desk/people/{rest}");
    Router::new()
        .route(&at("new"), get(person::new::show).post(person::new::send))
        .route(&at("{id}"), get(person::show))
        .route(&at("{id}/open-case"), get(person::new::show_open).post(person::new::send_open))
        .route(&at("{id}/facts"), get(person::fact::choose))
        .route(&at("{id}/facts/{attribute}"), get(person::fact::show).post(person::fact::send))
        .route(
            &at("{id}/facts/{attribute}/{fact}/{act}"),
            get(person::fact::show_change).post(person::fact::send_change),
        )
}
