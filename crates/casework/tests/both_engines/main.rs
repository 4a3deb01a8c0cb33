//! Casework on both engines: each noun a module, each test once on SQLite and once on PostgreSQL.

#![expect(clippy::expect_used, clippy::panic, reason = "what helps a test ends it when the world is not as it must be")]

mod access;
mod access_beyond;
mod access_worlds;
mod account;
mod case_lists;
mod client;
mod days;
mod decision;
mod document;
#[cfg(feature = "s3")]
mod document_bucket;
mod document_place;
mod draft;
mod elsewhere;
mod handover;
mod handover_facts;
mod handover_model;
mod kills;
mod limits;
mod once;
mod opening;
mod person;
mod place;
mod promise;
mod reorganisation;
mod steps;
mod version_moves;
mod withheld;
mod world;
