//! The interface of casework, asked as programs ask it, without a network, on both engines.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where the ground gives way")]

mod acts;
mod description;
mod reading;
mod site;
#[expect(dead_code, reason = "the world of casework's own tests; some of it is not needed here")]
#[path = "../../../casework/tests/both_engines/world.rs"]
mod world;
