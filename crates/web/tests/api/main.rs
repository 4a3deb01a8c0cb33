//! The interface for programs, asked without a network.
#![expect(clippy::expect_used, reason = "a test stops where the ground gives way")]

mod answers;
mod description;
mod lists;
mod program;
mod refusals;
mod sending;
mod strange;
