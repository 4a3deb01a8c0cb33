//! The pages of the register, one folder a page.

pub mod api;
pub mod duties;
pub mod duty;
pub mod start;
pub mod telling;
pub mod who;

pub use telling::Telling;
