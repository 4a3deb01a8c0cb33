//! The name of a state of the register.

use crate::source::Files;
use sha2::{Digest, Sha256};
use std::fmt;

/// A published, immutable state of the whole register, named by the hash of its content.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edition(String);

impl Edition {
    /// The edition of these files: SHA-256 over every path and text, in the order of the paths.
    pub fn of(files: &Files) -> Self {
        let mut hash = Sha256::new();
        for file in files.all() {
            for part in [file.path.as_bytes(), file.text.as_bytes()] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        Self(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The whole name, 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first twelve digits, for people.
    pub fn short(&self) -> &str {
        &self.0[..12]
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.short())
    }
}
