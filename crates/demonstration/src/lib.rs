//! The demonstration world: invented people of the Forssa region, whose stories are played through the real actions of
//! casework, day by day, with a clock that is passed in. So its journal, its holdings and its limits are made as they are
//! made in earnest, and not put there.
//!
//! | stage | what it is |
//! |---|---|
//! | [`source`] | `demo/` as data: names, posts, stories, how many people live which of them |
//! | [`plan`] | who they are and what happens on which day: pure; seed and day give it |
//! | [`play`] | each deed done by the post whose task it is, at its instant |
//!
//! [`fill`] is beside it: as many people as one wants, in all of the country, written in batches for measuring.
//!
//! The days are counted from the day on which the world is made, so that something is always due this week. What law
//! moved on a day is played on that day: reorganisations are planned and applied before it, reminders are sent and
//! unanswered hand-overs climb each night.

mod chance;
pub mod fill;
pub mod plan;
pub mod play;
pub mod source;

pub use chance::Chance;
pub use fill::{Filled, fill};
pub use plan::Plan;
pub use play::{Error, Hands, Made, Numbered, Progress, begins, make};
pub use source::Source;
