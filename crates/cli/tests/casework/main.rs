//! The commands that work on a database, run as a program on a SQLite file of their own.

#![expect(clippy::expect_used, clippy::panic, reason = "what a test cannot go on without")]

mod access;
mod accounts;
mod cases;
mod clients;
mod deciding;
mod desk;
mod documents;
mod handing_over;
mod journal;
mod limits;
mod migrating;
mod people;
mod posts;
mod reorganising;
mod versions;
