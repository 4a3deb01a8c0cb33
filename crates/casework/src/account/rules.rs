//! What a name and a password may be, how long a session lasts, how waiting grows. Pure.

use jiff::{SignedDuration, Timestamp};

use super::model::Refusal;

/// A session that is not used for so long has ended.
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// A session ends after so long, whatever is done.
pub const ABSOLUTE: SignedDuration = SignedDuration::from_hours(12);
/// A session that waits for its second factor ends after so long.
pub(super) const HALF: SignedDuration = SignedDuration::from_mins(10);
/// A use is written down at most this often, so that reading a page writes nothing.
pub(super) const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// The fewest characters of a password. Length is what counts; no kinds of characters are asked for.
pub const SHORTEST_PASSWORD: usize = 12;
/// The most characters of a password: more would only be work for the hash.
pub const LONGEST_PASSWORD: usize = 256;

/// Whether this can be a name to sign in with; as it is kept: small letters, without spaces around.
pub(super) fn login(written: &str) -> Result<String, Refusal> {
    let login = written.trim().to_lowercase();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".@_+-".contains(c);
    if (2..=80).contains(&login.len()) && login.chars().all(fits) {
        Ok(login)
    } else {
        Err(Refusal::NotALogin(written.chars().take(80).collect()))
    }
}

/// Whether this may become a password of this account.
pub(super) fn password(password: &str, login: &str, name: &str) -> Result<(), Refusal> {
    let count = password.chars().count();
    if count < SHORTEST_PASSWORD {
        return Err(Refusal::TooShort { least: SHORTEST_PASSWORD });
    }
    if count > LONGEST_PASSWORD {
        return Err(Refusal::TooLong { most: LONGEST_PASSWORD });
    }
    let folded = password.to_lowercase();
    let mut rest = folded.clone();
    for known in [login, &name.to_lowercase(), "kotopolku", "password", "lösenord", "salasana", "qwerty", "123456789"]
    {
        for word in known.split([' ', '@', '.']).filter(|word| word.chars().count() > 2) {
            rest = rest.replace(word, "");
        }
    }
    let mut different: Vec<char> = folded.chars().collect();
    different.sort_unstable();
    different.dedup();
    if rest.chars().count() < SHORTEST_PASSWORD / 2 || different.len() < 5 {
        return Err(Refusal::EasilyGuessed);
    }
    Ok(())
}

/// Whose attempts are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A name tried from an address.
    Pair,
    /// Everything from an address; many people may stand behind one.
    Network,
    /// A name tried from a browser that the account was signed in from before.
    Browser,
    /// A session that waits for its second factor.
    Code,
}

impl Place {
    /// How many failures are free of waiting.
    const fn free(self) -> u32 {
        match self {
            Self::Pair | Self::Code => 3,
            Self::Browser => 5,
            Self::Network => 30,
        }
    }
}

/// The longest that anybody waits: an hour's patience is no lock.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);
/// Failures are forgotten when so much time has passed without another.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(24);

/// How long one waits after so many failures: a second, two, four … at most a quarter of an hour.
pub(super) fn wait_after(place: Place, failures: u32) -> SignedDuration {
    let Some(over) = failures.checked_sub(place.free()) else { return SignedDuration::ZERO };
    let seconds = 1_i64.checked_shl(over.min(20)).unwrap_or(i64::MAX);
    SignedDuration::from_secs(seconds).min(LONGEST_WAIT)
}

/// The failures that still count.
pub(super) fn remembered(failures: u32, last: Timestamp, now: Timestamp) -> u32 {
    if now.duration_since(last) > FORGOTTEN { 0 } else { failures }
}

/// Whether a session that was begun, last used and is to end at these instants still goes on.
pub(super) fn goes_on(used: Timestamp, ends: Timestamp, now: Timestamp) -> bool {
    now < ends && now.duration_since(used) < IDLE
}

/// Whether an address of http leads to this machine itself, where nobody else reads along.
pub(super) fn on_this_machine(address: &str) -> bool {
    let host = address.strip_prefix("http://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| {
        let port = host.strip_prefix(own).map(|rest| rest.strip_prefix(':').unwrap_or(rest));
        port.is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_small_and_without_spaces_around() {
        assert_eq!(login(" Anna.Example@te-office.example "), Ok("anna.example@te-office.example".to_owned()));
        for wrong in ["", "a", "a b", "åsa", "a'--", "\u{0}aa"] {
            assert!(matches!(login(wrong), Err(Refusal::NotALogin(_))), "{wrong:?}");
        }
    }

    #[test]
    fn a_password_is_long_and_not_the_own_name() {
        let try_it = |word: &str| password(word, "anna", "Anna Example");
        assert_eq!(try_it("three small boats"), Ok(()));
        assert_eq!(try_it("short"), Err(Refusal::TooShort { least: 12 }));
        assert_eq!(try_it(&"x1y2z".repeat(60)), Err(Refusal::TooLong { most: 256 }));
        for guessed in ["annaannaanna", "Anna Example 1", "aaaaaaaaaaaaaaaa", "Kotopolku123456789", "lösenordlösenord"]
        {
            assert_eq!(try_it(guessed), Err(Refusal::EasilyGuessed), "{guessed}");
        }
    }

    #[test]
    fn waiting_begins_after_the_free_failures_doubles_and_has_an_end() {
        assert_eq!(wait_after(Place::Pair, 2), SignedDuration::ZERO);
        assert_eq!(wait_after(Place::Pair, 3), SignedDuration::from_secs(1));
        assert_eq!(wait_after(Place::Pair, 6), SignedDuration::from_secs(8));
        assert_eq!(wait_after(Place::Network, 29), SignedDuration::ZERO);
        for failures in 0..200 {
            assert!(wait_after(Place::Pair, failures) <= wait_after(Place::Pair, failures + 1));
            assert!(wait_after(Place::Pair, failures) <= LONGEST_WAIT);
        }
        assert_eq!(wait_after(Place::Browser, u32::MAX), LONGEST_WAIT);
    }

    #[test]
    fn failures_are_forgotten_after_a_day_without_one() {
        let last: Timestamp = "2024-06-03T09:00:00Z".parse().unwrap();
        assert_eq!(remembered(9, last, last + SignedDuration::from_hours(24)), 9);
        assert_eq!(remembered(9, last, last + SignedDuration::from_hours(25)), 0);
    }

    #[test]
    fn a_session_ends_when_it_is_idle_and_when_its_time_is_over() {
        let began: Timestamp = "2024-06-03T09:00:00Z".parse().unwrap();
        let ends = began + ABSOLUTE;
        assert!(goes_on(began, ends, began + SignedDuration::from_mins(29)));
        assert!(!goes_on(began, ends, began + IDLE));
        assert!(!goes_on(ends - SignedDuration::from_secs(1), ends, ends));
    }
}
