//! When somebody was born, as far as it is known. Pure.

use jiff::civil::Date;

use super::model::{Birth, Refusal};

impl Birth {
    /// A birth of which all is known.
    #[must_use]
    pub const fn on(year: i16, month: i8, day: i8) -> Self {
        Self { year: Some(year), month: Some(month), day: Some(day) }
    }

    /// Whether there can be such a birth, seen from a day: the day exists, a month is known only with its year, a day only
    /// with its month, and it does not lie ahead.
    ///
    /// # Errors
    /// [`Refusal::NoSuchBirth`], [`Refusal::BornLater`].
    pub fn check(self, today: Date) -> Result<Self, Refusal> {
        let impossible = Refusal::NoSuchBirth(self);
        let earliest = match (self.year, self.month, self.day) {
            (None, None, None) => return Ok(self),
            (Some(year), None, None) => Date::new(year, 1, 1),
            (Some(year), Some(month), None) => Date::new(year, month, 1),
            (Some(year), Some(month), Some(day)) => Date::new(year, month, day),
            (None, ..) | (_, None, Some(_)) => return Err(impossible),
        };
        match earliest {
            Ok(day) if day.year() < 1850 => Err(impossible),
            Ok(day) if day > today => Err(Refusal::BornLater(day)),
            Ok(_) => Ok(self),
            Err(_) => Err(impossible),
        }
    }

    /// The first day on which it may have been.
    #[must_use]
    pub fn earliest(self) -> Option<Date> {
        Date::new(self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn as_far_as_known_but_only_what_can_be() {
        let today = date(2024, 2, 29);
        let of = |year, month, day| Birth { year, month, day }.check(today).is_ok();
        assert!(of(None, None, None) && of(Some(1990), None, None) && of(Some(1990), Some(2), None));
        assert!(of(Some(2024), Some(2), Some(29)), "29 February, and born today");
        assert!(of(Some(2000), Some(2), Some(29)), "a leap year that a hundred divides");
        for (year, month, day) in [
            (Some(2023), Some(2), Some(29)),
            (Some(1900), Some(2), Some(29)),
            (Some(1990), Some(4), Some(31)),
            (Some(1990), Some(13), None),
            (Some(1990), Some(0), Some(1)),
            (None, Some(5), None),
            (None, None, Some(5)),
            (Some(1990), None, Some(5)),
            (Some(1849), None, None),
            (Some(2024), Some(3), Some(1)),
            (Some(2025), None, None),
        ] {
            assert!(!of(year, month, day), "{year:?} {month:?} {day:?}");
        }
    }
}
