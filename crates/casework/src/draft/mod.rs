//! Drafts: what an official has begun to write in a form, so that a closed browser or an ended session costs no word.
//!
//! A draft is of one account as one post, and of one form. It is a working paper: it is written over while it grows and
//! removed when it is sent. It gives no sight: a draft about a case or a person is opened by whoever may still see them, and
//! by nobody else, also not by whoever wrote it.
//!
//! When a form comes after its session ended by time, the token still tells whose it was. What was written is then kept
//! ([`House::lapsed`], [`House::keep_draft`]) and waits until that account has signed in again; nothing is read, nothing done.

mod actions;
mod model;
mod queries;

pub use model::{Draft, LARGEST, NewDraft, Refusal, Writer};

#[cfg(doc)]
use crate::House;
