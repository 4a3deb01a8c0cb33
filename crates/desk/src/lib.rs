//! The desk: the pages of casework for those who are signed in. Casework itself knows no HTTP, and web knows no casework;
//! here they meet, one folder a noun, so that whoever works on either compiles neither the other nor this.
//!
//! | folder | what stands in it |
//! |---|---|
//! | `shell/` | who is signed in, cookies, requests from other sites, faults of casework as pages |
//! | `sign_in/` | name and password, second factor, signing out |
//! | `demonstration/` | where everybody is invented: signing in with one click |
//! | `account/` | own password, second factor, sessions |
//! | `front/` | the first page: as whom one acts, what the organ has to do, and where to go |
//! | `case/`, `person/` | a case, a person: to read |
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
mod demonstration;
mod front;
mod person;
mod said;
mod shell;
mod sign_in;

use axum::Router;
use axum::extract::FromRef;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use casework::House;
use casework::account::Key;
use tower_http::csrf::CsrfLayer;

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
        .route("/{language}/sign-out", post(sign_in::out))
        .route("/{language}/desk", get(front::show))
        .route("/{language}/desk/cases/{number}", get(case::show))
        .route("/{language}/desk/people/{id}", get(person::show))
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
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(state.clone(), shell::say_forged))
        .layer(from_fn(shell::unkept))
        .with_state(state)
}
