//! The desk, asked as a browser asks it, without a network.
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where the ground gives way")]

mod browser;
mod demonstration;
mod elsewhere;
mod every_route;
mod forged;
mod own_account;
mod reading;
mod second_factor;
mod signing_in;
mod writing;
