//! The rules of access stand in a table and, for lawyers, in `policy/`. Here they are held against each other.

#![expect(clippy::expect_used, clippy::panic, reason = "what helps a test ends it when the world is not as it must be")]

// The worlds of casework's own tests, asked here once more.
#[cfg(feature = "cedar")]
#[path = "../../crates/casework/tests/both_engines/access_worlds.rs"]
#[expect(dead_code, reason = "what casework's own tests ask of it besides")]
mod access_worlds;
#[cfg(feature = "cedar")]
mod cedar;
mod expected;
mod samples;
#[cfg(feature = "cedar")]
#[path = "../../crates/casework/tests/both_engines/world.rs"]
#[expect(dead_code, reason = "what casework's own tests need of it besides")]
mod world;
#[cfg(feature = "cedar")]
mod worlds;

use std::path::PathBuf;

/// A file of `policy/`.
fn policy(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../policy").join(path)
}

/// The text of a file of `policy/`.
fn text(path: &str) -> String {
    std::fs::read_to_string(policy(path)).unwrap_or_else(|fault| panic!("policy/{path} cannot be read: {fault}"))
}
