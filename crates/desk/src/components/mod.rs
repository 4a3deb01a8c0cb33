//! What the pages of the desk are made of, beside the components of the web: tables, and lines of several things in time.

mod table;
mod tracks;

pub use table::{Cell, Table};
pub use tracks::{Look, Span, Track, Tracks};
