//! Casework on both engines: each noun a module, each test once on SQLite and once on PostgreSQL.

#![expect(clippy::expect_used, clippy::panic, reason = "what helps a test ends it when the world is not as it must be")]

mod kills;
mod limits;
mod opening;
mod person;
mod promise;
mod world;
