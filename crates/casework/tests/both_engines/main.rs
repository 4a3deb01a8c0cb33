//! Casework on both engines: each noun a module, each test once on SQLite and once on PostgreSQL.

mod kills;
mod limits;
mod opening;
mod person;
mod promise;
mod world;
