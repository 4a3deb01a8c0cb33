//! The clock: the only place of the whole program that asks what time it is.

use calendar::Date;
use jiff::Timestamp;

/// The instant, now.
#[expect(clippy::disallowed_methods, reason = "the command line is where time comes in")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Today in Finland; where the machine knows no time zones, today by the world's clock.
pub fn today() -> Date {
    match now().in_tz("Europe/Helsinki") {
        Ok(there) => there.date(),
        Err(_) => now().to_zoned(jiff::tz::TimeZone::UTC).date(),
    }
}
