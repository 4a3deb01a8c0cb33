//! The pages, asked as a browser asks them, without a network.
#![expect(clippy::expect_used, reason = "a test stops where the ground gives way")]

mod appendix_text;
mod browser;
mod duties;
mod register;
mod shell;
mod style;
mod who;
