//! The register written out for other programs, one file a form.
//!
//! | form | what it says | for |
//! |---|---|---|
//! | [`json`] | everything, through all time | programs that want the register itself |
//! | [`cpsv_ap`] | each duty as a public service with its competent authorities, on one day | service catalogues |
//! | [`org`] | the organs, what ties them and what became of them, through all time | registers of organisations |
//!
//! Every form is written to any [`Write`](std::io::Write) as it is made, and says the same for the same register and
//! day: no clock, no chance, nothing that is not in the register.

pub mod cpsv_ap;
mod document;
pub mod json;
pub mod org;
mod sources;
mod turtle;

pub use turtle::{Base, NoBase};
