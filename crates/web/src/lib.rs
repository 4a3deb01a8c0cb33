//! The web: pages in every language, the interface for programs, and the texts, which the command line uses too.
//!
//! | folder | what stands in it |
//! |---|---|
//! | [`shell`] | what stands round every page: frame, addresses, headers, errors, files |
//! | [`components`] | the picture language: responsibility line, time line, chain, question, reason, notice |
//! | [`said`] | an answer of the register in words: reasons, refusals, and the same for programs |
//! | [`words`] | every text, as one typed method a text; days, numbers and lists as each language writes them |
//! | `register/` | the pages of the register, one folder a page |
//! | `style_page/` | every component in every state |
//!
//! Pages need no cookie, no script and nothing from elsewhere; the address of a page is the question it answers.
//!
//! # To add a page
//!
//! 1. A folder with `mod.rs` and `page.html`. The template extends `shell/layout.html` and fills the block `content`
//!    (and `before`, for a breadcrumb). Its struct has a field `frame: Frame` and derives `askama::Template`.
//! 2. A handler takes [`shell::Visit`] (language, address with its query, today) and, when it asks the register,
//!    `axum::extract::State<web::State>`; it returns `Result<Response, Trouble>` by way of [`shell::page`].
//! 3. Its route in [`router`]. A part of the navigation also stands in [`shell::Section`].
//! 4. A test in `tests/`: 200 in each language, wrong input answered with 400 or 404, what was written kept.
//!
//! ```ignore
//! #[derive(Template)]
//! #[template(path = "register/organs/page.html")]
//! struct OrgansPage { frame: Frame, lines: Lines }
//!
//! pub async fn show(visit: Visit, Stored(state): Stored<State>) -> Result<Response, Trouble> {
//!     let frame = Frame::new(&visit, Some(Section::Organs), visit.w.organs_title());
//!     page(&visit, &OrgansPage { frame, lines: … })
//! }
//! ```
//!
//! # To add a text
//!
//! Write it in `words/<language>/<noun>.ftl`, in every language, under a name that begins with the noun:
//! `organs-title = Myndigheter`. In a template it is `{{ frame.w.organs_title() }}`; `{ $name }` in it becomes an
//! argument, in alphabetical order. A variable that chooses a plural form (`{ $count -> … }`) takes a number.
//! No text stands in a template or in Rust.
//!
//! # To add a component
//!
//! A struct with its template in `components/`, named in `stands_in_pages!`, with `Examples`, shown in `style_page/`.
//! Its style stands in `styles/_parts.scss`; `styles/build.sh` makes the file that is served. No `style=` attribute:
//! the Content-Security-Policy forbids it.

pub mod appendix;
pub mod components;
pub mod register;
pub mod said;
pub mod shell;
pub mod words;

mod style_page;

use std::any::Any;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State as Stored};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use ::register::Register;
use shell::Clock;

/// What every page is made from.
#[derive(Clone)]
pub struct State {
    /// Says what day it is.
    pub clock: Arc<dyn Clock>,
    /// The register that answers.
    pub register: Arc<Register>,
    /// Whether officials sign in here: the pages then lead to it.
    pub desk: bool,
    /// Whether everybody in the database is invented: each page then says so.
    pub demonstration: bool,
}

impl std::fmt::Debug for State {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("State").field("edition", &self.register.edition).finish_non_exhaustive()
    }
}

/// No answer takes longer; one that would is our fault.
const PATIENCE: Duration = Duration::from_secs(20);

/// The whole site: `/` leads to the reader's language, pages stand under `/{language}`, files under `/assets`.
pub fn router(state: State) -> Router {
    router_with(state, Router::new())
}

/// The same with the pages of casework beside it, which stand in a crate above this one. Each of their addresses begins
/// with `/{language}`, or with `/api`.
pub fn router_with(state: State, beside: Router<State>) -> Router {
    let pages = Router::new()
        .route("/", get(register::start::show))
        .route("/who", get(register::who::show))
        .route("/duty", get(register::duties::show))
        .route("/duty/{id}", get(register::duty::show))
        .merge(register::pages())
        .route("/style", get(style_page::show));
    Router::new()
        .route("/", get(choose_language))
        .nest("/{language}", pages)
        .merge(register::api::router())
        .merge(beside)
        .route("/assets/{file}", get(shell::assets::serve))
        .fallback(shell::not_found)
        .method_not_allowed_fallback(shell::read_only)
        .layer(CatchPanicLayer::custom(failed))
        .layer(from_fn_with_state(state.clone(), say_fault))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, PATIENCE))
        .layer(from_fn(shell::guarded))
        .layer(CompressionLayer::new())
        .with_state(state)
}

/// Serves the site until `stop` comes, and then lets the answers under way be finished.
///
/// # Errors
/// When the address cannot be listened to.
pub async fn serve(
    state: State,
    listen: SocketAddr,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    serve_on(tokio::net::TcpListener::bind(listen).await?, state, stop).await
}

/// Serves the site on a listener that is already bound, until `stop` comes.
///
/// # Errors
/// When the listener fails.
pub async fn serve_on(
    listener: tokio::net::TcpListener,
    state: State,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    serve_router(listener, router(state), stop).await
}

/// Serves a router, which learns from which address each request comes.
///
/// # Errors
/// When the listener fails.
pub async fn serve_router(
    listener: tokio::net::TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    tracing::info!(address = %listener.local_addr()?, "serving");
    let told = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, told).with_graceful_shutdown(stop).await
}

/// `/` leads to the language that the browser asks for.
async fn choose_language(headers: HeaderMap) -> Response {
    let to = format!("/{}", shell::wished(&headers).code());
    ([(header::VARY, "Accept-Language")], Redirect::temporary(&to)).into_response()
}

/// Marks the answer of a handler that failed in an unforeseen way.
#[derive(Clone)]
struct Failed(String);

fn failed(fault: Box<dyn Any + Send>) -> Response {
    let said = fault.downcast_ref::<&str>().copied().or_else(|| fault.downcast_ref::<String>().map(String::as_str));
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Failed(said.unwrap_or("unknown").to_owned()));
    response
}

/// Such an answer becomes a page that says so, in the reader's language.
async fn say_fault(Stored(state): Stored<State>, request: Request, next: Next) -> Response {
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let response = next.run(request).await;
    match response.extensions().get::<Failed>() {
        Some(Failed(fault)) => {
            tracing::error!(path = uri.path(), %fault, "a page failed");
            shell::page_fault(&state, &uri, &headers)
        }
        None => response,
    }
}
