//! A day as people write it.

use jiff::civil::Date;

/// Reads `31.1.2025`, `31/1/2025` or `2025-01-31`.
pub fn read_day(word: &str) -> Option<Date> {
    let word = word.trim();
    if let Ok(day) = word.parse::<Date>() {
        return (word.len() == 10).then_some(day);
    }
    let mut parts = word.split(['.', '/']).map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4;
    let read = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    whole.then_some(read)
}

/// Writes a day as [`read_day`] reads it, and people of every language here.
pub fn written_day(day: Date) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::read_day;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for written in ["31.1.2025", " 31.01.2025 ", "31/1/2025", "2025-01-31", "31. 1. 2025"] {
            assert_eq!(read_day(written), Some(date(2025, 1, 31)), "{written}");
        }
        for wrong in ["", "31.2.2025", "31.1.25", "1.31.2025", "2025-01-31T10:00", "31.1.2025.1", "today"] {
            assert_eq!(read_day(wrong), None, "{wrong}");
        }
    }
}
