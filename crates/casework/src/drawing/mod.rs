//! Drawing files into a supervision case: who supervises sees the files that a supervision case of its own drew, and no other.
//! What may be drawn are the cases in which the register lets the organ supervise; the sight begins with the drawing and ends
//! with the supervision case, or when the organ leads that no more.
//!
//! Basis: 380/2023 §9, 906/2019 §16-17 (rights of use follow tasks; use is logged). *Reading:* that a supervising organ sees no
//! file that it did not draw is a rule of the house: `docs/decisions/0019-access.md`.

mod actions;
mod model;
pub(crate) mod queries;

pub use model::{Drawn, Refusal};
