//! Opening a file outside of the holdings of one's organ: in need, where the case type allows it (`opened_outside` in
//! `register/case-types/`), for an hour, with a reason. Another organ reviews it: the one that leads the case. The person sees
//! who opened it and why.
//!
//! Basis: 906/2019 § 16-17 (rights of use follow tasks; use is logged), 1050/2018 § 8-9; the person's right to know who looked,
//! 2016/679 article 15. *Reading:* that it is allowed at all, where somebody's safety asks for it, and reviewed by the organ whose
//! file it is, is a rule of the house: `docs/decisions/0019-access.md`.

mod actions;
mod model;
pub(crate) mod queries;

pub(crate) use actions::{said, seclude};
pub use model::{HOUR, Opening, Refusal, Review, Verdict};
