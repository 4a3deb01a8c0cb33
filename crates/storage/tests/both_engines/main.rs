//! The same suite on both engines: what a unit of work promises, what the journal shows, what happens when the disk is
//! full, the database goes away, or the program is killed.
//!
//! PostgreSQL comes from `testkit::postgres`. To add a test: a function that takes a [`world::World`], and its name in the
//! list of its module.

#![expect(clippy::expect_used, clippy::panic, reason = "what helps a test ends it when the world is not as it must be")]

mod disk;
mod journal;
mod kills;
mod migrations;
mod units;
mod wire;
mod world;
mod writers;
