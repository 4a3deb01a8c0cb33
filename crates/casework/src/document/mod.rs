//! Documents: files in a case. A document has versions, each named by the hash of its bytes; who may read it is who may
//! read the case, now.
//!
//! The bytes do not stand in the database. They lie in a place of their own, [`Contents`]: a folder, or a store that speaks
//! S3 (docs/decisions/0016). They are there, wholly and flushed, before the row that names them is written; so a row never
//! names what is not there, and what no row names is swept after a time of grace.
//!
//! What is believed of a file is what its first bytes say, not its name. Programs and scripts are refused; what a browser
//! might run (HTML, SVG) is kept, and only ever given out as a download: [`Handling`].

mod actions;
pub mod contents;
mod keeping;
mod kinds;
mod model;
mod names;
mod queries;

pub use contents::Contents;
pub use keeping::{Faulty, Found, LEAST_GRACE, Progress, Swept, Verified};
pub use kinds::{Handling, Kind};
pub use model::{Added, Document, LARGEST, Offered, Opened, Refusal, Version};
pub use names::shown;
