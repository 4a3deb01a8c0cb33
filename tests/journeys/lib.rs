//! Stories told through a real browser: given, when, then. One scenario a file; `main.rs` lists them all.
