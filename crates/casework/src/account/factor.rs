//! The codes of a second factor (RFC 6238): six digits, thirty seconds, one step of grace to each side. Pure.

use data_encoding::BASE32_NOPAD;
use jiff::Timestamp;
use totp_rs::{Algorithm, Builder, Totp};

/// The seconds of a step.
const STEP: u64 = 30;

fn codes(secret: &[u8]) -> Totp {
    // `build` refuses secrets shorter than 128 bits, which none of ours is; a test vector of the RFC may be.
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(STEP)
        .with_secret(secret.to_vec())
        .build_noncompliant()
}

/// The step of the code that was written, when it is one of now and later than the last that was taken.
pub(super) fn step_of(secret: &[u8], written: &str, now: Timestamp, last: Option<i64>) -> Option<i64> {
    let written: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    if written.len() != 6 || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let seconds = u64::try_from(now.as_second()).ok()?;
    // The library compares in constant time and gives the step, of which it says itself that it is to be taken once.
    let step = i64::try_from(codes(secret).check(&written, seconds)?).ok()?;
    last.is_none_or(|last| step > last).then_some(step)
}

/// The code that an application shows at an instant for a secret as it was shown; none when it is no secret.
#[must_use]
pub fn code_at(shown: &str, at: Timestamp) -> Option<String> {
    let secret = BASE32_NOPAD.decode(shown.replace(' ', "").as_bytes()).ok()?;
    Some(codes(&secret).generate(u64::try_from(at.as_second()).ok()?).to_string())
}

/// The secret as it is shown, in groups of four.
pub(super) fn shown(secret: &[u8]) -> String {
    let text = BASE32_NOPAD.encode(secret);
    text.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four)).collect::<Vec<_>>().join(" ")
}

/// The address that an application reads from the picture.
pub(super) fn address(secret: &[u8], login: &str) -> String {
    // A login has only letters, digits and `.@_+-`; of these `@` and `+` are written out.
    let login = login.replace('@', "%40").replace('+', "%2B");
    let secret = BASE32_NOPAD.encode(secret);
    format!("otpauth://totp/Kotopolku:{login}?secret={secret}&issuer=Kotopolku&algorithm=SHA1&digits=6&period=30")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B; the last six of its eight digits.
        for (second, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            assert_eq!(code_at(&shown(SECRET), at(second)).as_deref(), Some(code));
            assert_eq!(step_of(SECRET, code, at(second), None), Some(second / 30));
        }
    }

    #[test]
    fn a_code_is_taken_once_and_within_a_step_of_its_time() {
        let step = 1_111_111_109 / 30;
        assert_eq!(step_of(SECRET, "081 804", at(1_111_111_109), Some(step)), None, "it was taken");
        assert_eq!(step_of(SECRET, "081804", at(1_111_111_109), Some(step - 1)), Some(step));
        assert_eq!(step_of(SECRET, "081804", at(1_111_111_109 + 30), None), Some(step), "a step late");
        assert_eq!(step_of(SECRET, "081804", at(1_111_111_109 + 90), None), None, "three late");
        for wrong in ["", "81804", "0818040", "o81804", "०८१८०४"] {
            assert_eq!(step_of(SECRET, wrong, at(1_111_111_109), None), None, "{wrong}");
        }
    }
}
