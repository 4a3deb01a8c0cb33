//! Forms: every page on which something is written. One template shows them all: what must be mended on top, leading to its
//! field; what somebody else changed meanwhile beside what one wrote; the fields with what was written in them; and the ways
//! on: to do it, to keep it as a draft, to go back.
//!
//! # How a form goes
//! 1. GET shows it, with the draft that was kept of it if there is one ([`Values`]).
//! 2. POST without more tries it. What reaches far is shown first: the same page again, with all that was written hidden in it
//!    and what will change told ([`FormPage::confirm`]); its button sends `do=save`, its other button `do=change`.
//! 3. `do=draft` keeps it as a draft and does nothing else.
//! 4. What casework refuses stands beside its field, and nothing typed is lost. Done, the draft goes and one is led on.

mod at;
mod days;
mod page;
mod sent;

pub use at::{About, At};
pub use days::{read_day, written_day};
pub use page::{Changed, Choice, Field, FormPage, Input};
pub use sent::{Sent, Values};
