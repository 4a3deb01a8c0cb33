//! Time limits that run in cases: ledgers with start, stops, extensions, what is spent, and the last day with its rule.
//!
//! Basis: each limit carries the citations of the register's limit that it comes from; how days are counted is named by its
//! [rule](calendar::Rule), for authorities after the act 150/1930. A stop or an extension carries its own basis.
//!
//! # Which limits run
//! The version of the case type names them, and a running case keeps its version. Of a limit with several forms in time,
//! the form of the day on which the case was opened runs, also when a step starts it years later: a case opened before
//! 1 January 2025 keeps the old rule until it is moved to a new version. For whom it runs the register's boxes say, with
//! the facts of the day on which it starts. A limit whose boxes do not hold does not run. Where the facts do not tell, or
//! the law leaves it to a judgement, it **runs and says that it is not sure**: a limit too many costs a look, a limit too
//! few is missed without anybody seeing it.
//!
//! A step that starts a limit which runs already changes nothing; after it was met, the step starts it anew. A step that
//! meets one limit and starts another does both, in this order. "Without delay" has no last day: it runs, is shown as such,
//! and cannot be stopped or extended.
//!
//! # The ladder of reminders
//! A rung is so many days from the last day. It is climbed once for each last day, whoever climbs: the database knows only
//! one row for (limit, rung, last day), and the row is written in the unit that moves the ladder on, so that a kill leaves
//! either both or neither.
//!
//! - After a pause only the highest rung that is due is sent. Those below it are marked as skipped.
//! - A climbed rung belongs to the last day of which it warned, and stays as it is. When a stop or an extension moves the
//!   last day, the rungs are computed anew from the new one, also those that were climbed for the old: "14 days are left" is
//!   true a second time, and about another day.
//! - Rungs that lie on or before the day on which the limit started, or its last day was moved, are passed over: whoever
//!   did that knows of the day.
//! - While nobody knows the last day (it stands still without an end), no rung is due. If it then turns out to be the day
//!   that it was before, the ladder goes on where it was.

mod actions;
mod hooks;
mod model;
pub(crate) mod queries;
mod reminders;
mod rules;

pub(crate) use hooks::{on_closing, on_new_version, on_opening, on_step};
pub use model::{Clock, Ending, Extended, Limit, NewExtension, NewStop, Refusal, Reminder, Standing, Start, Stopped};
