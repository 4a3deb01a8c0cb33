//! The bytes that are hashed, as the head of `storage::journal` says them. All numbers are 8 bytes, the highest first.

use ring::digest::{Context, SHA256};

use crate::tables::{Line, Seal};

/// SHA-256 of what stands in a row now; none when its instant is not written as an instant is.
#[must_use]
pub fn of_line(line: &Line) -> Option<Vec<u8>> {
    let mut bytes = b"kotopolku journal entry 1\n".to_vec();
    let mut field = |content: Option<&[u8]>| match content {
        Some(content) => {
            bytes.push(1);
            bytes.extend(u64::try_from(content.len()).unwrap_or(u64::MAX).to_be_bytes());
            bytes.extend(content);
        }
        None => bytes.push(0),
    };
    field(Some(&line.unit));
    field(Some(&line.ordinal.to_be_bytes()));
    field(Some(&line.at?.to_be_bytes()));
    for word in &line.words {
        field(word.as_ref().map(String::as_bytes));
    }
    field(line.version.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
    field(line.person.as_deref());
    field(line.case.as_deref());
    field(line.ground.as_ref().map(String::as_bytes));
    Some(ring::digest::digest(&SHA256, &bytes).as_ref().to_vec())
}

/// The hash of a seal, before its rows.
#[must_use]
pub fn of_seal(seal: &Seal) -> Context {
    let mut hash = Context::new(&SHA256);
    hash.update(b"kotopolku journal seal 1\n");
    hash.update(&seal.previous);
    for number in [seal.number, seal.first, seal.last, seal.count, seal.sealed_at.unwrap_or(i64::MIN)] {
        hash.update(&number.to_be_bytes());
    }
    hash
}

/// The head before the first seal.
#[must_use]
pub fn beginning(journal: &[u8]) -> Vec<u8> {
    let mut hash = Context::new(&SHA256);
    hash.update(b"kotopolku journal\n");
    hash.update(journal);
    hash.finish().as_ref().to_vec()
}

/// An instant as SQLite keeps it, `2024-06-03T06:00:00.000000Z`, in microseconds since 1970; none when it is written in
/// any other way.
#[must_use]
pub fn microseconds(text: &str) -> Option<i64> {
    let form = "0000-00-00T00:00:00.000000Z";
    let fits = |(sign, like): (char, char)| if like == '0' { sign.is_ascii_digit() } else { sign == like };
    if text.len() != form.len() || !text.chars().zip(form.chars()).all(fits) {
        return None;
    }
    let number = |from: usize, until: usize| text.get(from..until)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second, rest) = (number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 26)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    // Years begin in March: the leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days =
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
            - 719_469;
    Some((((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_counted_from_1970() {
        for (text, expected) in [
            ("1970-01-01T00:00:00.000000Z", Some(0)),
            ("1969-12-31T23:59:59.999999Z", Some(-1)),
            ("2000-02-29T00:00:00.000001Z", Some(951_782_400_000_001)),
            ("2024-06-03T06:00:00.000000Z", Some(1_717_394_400_000_000)),
            ("2100-03-01T00:00:00.000000Z", Some(4_107_542_400_000_000)),
            ("2024-06-03 06:00:00.000000Z", None),
            ("2024-06-03T06:00:00Z", None),
            ("2024-06-03T06:00:00.000000+", None),
            ("2024-13-03T06:00:00.000000Z", None),
            ("", None),
        ] {
            assert_eq!(microseconds(text), expected, "{text}");
        }
    }
}
