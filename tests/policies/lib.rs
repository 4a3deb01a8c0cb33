//! The policies of `policy/`, held against the table that decides: see `main.rs`.
