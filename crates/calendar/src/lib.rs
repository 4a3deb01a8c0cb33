//! (being written)
pub use jiff::civil::Date;
