//! What a unit of work is given from outside: the instant and new identities. Neither is looked up here, so that a test
//! can stand on any day, and repeat what chance once did.

use jiff::Timestamp;
use uuid::Uuid;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// The instant, now.
    fn now(&self) -> Timestamp;
}

/// Makes identities that were never given before.
pub trait Ids: Send + Sync {
    /// A new one; version 7 in earnest, so that what was made later also sorts later.
    fn next(&self, now: Timestamp) -> Uuid;
}

impl<F> Clock for F
where
    F: Fn() -> Timestamp + Send + Sync,
{
    fn now(&self) -> Timestamp {
        self()
    }
}

/// Cut to microseconds, which is what both engines keep: what is written is then equal to what is read back.
pub(crate) fn to_microseconds(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant)
}
