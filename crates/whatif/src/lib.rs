//! Populations through the compiled register: who would move from whom to whom between two days.
//!
//! | what | where |
//! |---|---|
//! | a whole file, counted per duty, organ and municipality | [`run`] |
//! | the same of a population that is kept in memory | [`Population`] |
//! | one answer for each person and duty, at the pace of memory | [`kernel`] |
//! | the same question as standard SQL, for engines on many machines | [`sql`] |
//!
//! Rows are read part after part and counted where they are read, so that memory does not grow with the file.
//!
//! ```no_run
//! use register::Register;
//! use std::ops::ControlFlow;
//! use whatif::{Request, run};
//!
//! let register = Register::shipped();
//! let request = Request::new("2024-12-31".parse()?, "2025-01-01".parse()?);
//! let report = run(register, "people.parquet".as_ref(), &request, &mut |progress| {
//!     eprintln!("{} of {} rows", progress.done, progress.all);
//!     ControlFlow::Continue(())
//! })?;
//! report.write_csv(register, true, std::io::stdout())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
mod error;
pub mod kernel;
mod lines;
mod places;
mod population;
mod read;
mod report;
mod request;
mod run;
pub mod sql;
mod tally;
mod unsettled;

pub use error::PopulationError;
pub use lines::{Column, Columns, LANES, Line, UNKNOWN, WideLine, lines_of};
pub use population::Population;
pub use report::{BadRow, BadRows, Labels, Move, NAMED_BAD_ROWS, Reason, Report, Side};
pub use request::{Progress, Request};
pub use run::run;
