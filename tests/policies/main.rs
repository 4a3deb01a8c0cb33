//! The rules of access stand in a table and, for lawyers, in `policy/`. Here they are held against each other.

#![expect(clippy::expect_used, clippy::panic, reason = "what helps a test ends it when the world is not as it must be")]

#[cfg(feature = "cedar")]
mod cedar;
mod expected;
mod samples;

use std::path::PathBuf;

/// A file of `policy/`.
fn policy(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../policy").join(path)
}

/// The text of a file of `policy/`.
fn text(path: &str) -> String {
    std::fs::read_to_string(policy(path)).unwrap_or_else(|fault| panic!("policy/{path} cannot be read: {fault}"))
}
