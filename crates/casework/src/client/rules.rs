//! How long a client lasts, and how its token is written. Pure.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::model::Refusal;
use crate::account::Token;

/// What a client's token begins with, so that programs that look for secrets in the wrong place know one.
const PREFIX: &str = "kotopolku_";

/// How many years a client lasts at most: whoever still needs it makes another, and looks at the duties again. *Reading:*
/// one; the law names no number.
pub const LONGEST: i16 = 1;

/// The first day on which a client that is made today is no more.
///
/// # Errors
/// [`Refusal::TooLong`].
pub(super) fn until(today: Date, wanted: Option<Date>) -> Result<Date, Refusal> {
    let latest = today.checked_add(LONGEST.years()).unwrap_or(Date::MAX);
    let until = wanted.unwrap_or(latest);
    if until > latest { Err(Refusal::TooLong { latest }) } else { Ok(until) }
}

/// The token as a program shows it; none when it cannot be one.
pub(super) fn read(text: &str) -> Option<Token> {
    Token::read(text.strip_prefix(PREFIX)?)
}

/// The token as it is given to whoever makes the client.
pub(super) fn write(token: &Token) -> String {
    format!("{PREFIX}{}", token.reveal())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_client_lasts_a_year_at_most() {
        let today = date(2024, 2, 29);
        assert_eq!(until(today, None), Ok(date(2025, 2, 28)));
        assert_eq!(until(today, Some(date(2024, 3, 1))), Ok(date(2024, 3, 1)));
        assert_eq!(until(today, Some(date(2025, 3, 1))), Err(Refusal::TooLong { latest: date(2025, 2, 28) }));
        assert_eq!(until(today, Some(date(2025, 2, 28))), Ok(date(2025, 2, 28)));
    }

    #[test]
    fn a_token_is_read_as_it_is_written_and_no_other_way() {
        let token = Token::new().expect("the operating system gives chance");
        let text = write(&token);
        assert_eq!(read(&text), Some(token.clone()));
        assert_eq!(read(&token.reveal()), None, "a session's token is none of a client");
        assert_eq!(read(&text.to_uppercase()), None);
        assert_eq!(read(&format!("{text}=")), None);
        assert_eq!(read(&text[..text.len() - 1]), None);
    }
}
