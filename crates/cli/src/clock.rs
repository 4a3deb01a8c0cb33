//! The clock: the only place of the whole program that asks what day it is.

use calendar::Date;

/// Today in Finland; where the machine knows no time zones, today by the world's clock.
#[expect(clippy::disallowed_methods, reason = "the command line is where the day comes in")]
pub fn today() -> Date {
    let now = jiff::Timestamp::now();
    match now.in_tz("Europe/Helsinki") {
        Ok(there) => there.date(),
        Err(_) => now.to_zoned(jiff::tz::TimeZone::UTC).date(),
    }
}
