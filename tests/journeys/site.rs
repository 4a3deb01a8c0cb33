//! Kotopolku as a visitor meets it, on a day that stands still.

use std::sync::Arc;

use register::Register;
use testkit::{Server, Told, today};
use web::State;
use web::shell::Fixed;

/// The whole site with the shipped register, served for one test.
pub async fn open() -> Told<Server> {
    let state = State {
        clock: Arc::new(Fixed(today())),
        register: Arc::new(Register::shipped().clone()),
        desk: false,
        demonstration: false,
    };
    Server::start(web::router(state)).await
}
