//! A clock whose hands the player puts, and identities that follow from it and from a count.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use jiff::Timestamp;
use storage::Ids;
use uuid::Uuid;

/// The hands of a clock. Each look at it is a microsecond later than the one before; it never goes back.
#[derive(Debug, Clone, Default)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    /// Puts it at an instant, unless it stands later.
    pub fn put(&self, at: Timestamp) {
        self.0.fetch_max(at.as_microsecond(), Ordering::Relaxed);
    }

    /// The instant that it shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.fetch_add(1, Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Identities of version 7 whose chance is a seed and a count: the same in each run.
#[derive(Debug)]
pub struct Numbered {
    seed: u64,
    count: AtomicU64,
}

impl Numbered {
    /// From a seed; two runs with the same seed and clock give the same.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        Self { seed, count: AtomicU64::new(0) }
    }
}

impl Ids for Numbered {
    fn next(&self, now: Timestamp) -> Uuid {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
        // The count first, so that what is made within a millisecond sorts by it.
        let mut bytes = [0; 10];
        bytes[..6].copy_from_slice(&count.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&self.seed.to_be_bytes()[4..]);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}
