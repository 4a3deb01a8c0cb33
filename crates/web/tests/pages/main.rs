//! The pages, asked as a browser asks them, without a network.
#![expect(clippy::expect_used, reason = "a test stops where the ground gives way")]

mod browser;
mod duties;
mod shell;
mod style;
mod who;
