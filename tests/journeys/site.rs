//! Kotopolku as a visitor meets it, on a day that stands still.

use testkit::{Server, Told, today};

/// The whole site with the shipped register, served for one test.
pub async fn open() -> Told<Server> {
    let state = web::State { clock: std::sync::Arc::new(web::shell::Fixed(today())), edition: "test".to_owned() };
    Server::start(web::router(state)).await
}
