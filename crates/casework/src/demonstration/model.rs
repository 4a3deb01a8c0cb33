//! What the mark says.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// The mark of a demonstration database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day that its world was made for: what is due soon is due soon after this day.
    pub day: Date,
    /// What its chance was drawn from: the same seed and day give the same world.
    pub seed: u64,
    /// Whether it is whole. One that is not was stopped while it was being made.
    pub whole: bool,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.day, self.seed, if self.whole { "whole" } else { "under-way" })
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        let mut words = word.split(' ');
        let mut next = || words.next().ok_or(());
        let (day, seed) = (next()?.parse().map_err(|_| ())?, next()?.parse().map_err(|_| ())?);
        let whole = match next()? {
            "whole" => true,
            "under-way" => false,
            _ => return Err(()),
        };
        if words.next().is_none() { Ok(Self { day, seed, whole }) } else { Err(()) }
    }
}

/// An account of a demonstration, with a post that it may act as today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The name to sign in with.
    pub login: String,
    /// The invented official.
    pub name: String,
    /// The post.
    pub post: String,
    /// Its organ, by its word in the register.
    pub organ: String,
    /// Its function.
    pub function: String,
    /// Its name, as the organ writes it.
    pub title: String,
}

/// Why a database cannot be a demonstration database, or one cannot do there what is done in earnest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only the operator marks a database.
    #[error("only the operator marks a database")]
    OperatorOnly,
    /// It holds people, accounts or posts: real ones, for all that is known.
    #[error("the database holds {accounts} accounts and {posts} posts")]
    InUse {
        /// Accounts.
        accounts: i64,
        /// Posts.
        posts: i64,
    },
    /// It is one already.
    #[error("the database is a demonstration database since {0}")]
    Already(Date),
    /// In a demonstration no account is made in earnest: whoever comes can act as everybody there.
    #[error("the database is a demonstration: no accounts and passwords are made in it")]
    NotInEarnest,
    /// It is none.
    #[error("the database is no demonstration database")]
    None,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written_and_nothing_else_is_one() {
        for whole in [true, false] {
            let mark = Mark { day: date(2026, 11, 24), seed: u64::MAX, whole };
            assert_eq!(mark.to_string().parse(), Ok(mark));
        }
        for wrong in ["", "2026-11-24", "2026-11-24 1", "2026-11-24 1 half", "2026-11-24 1 whole x", "x 1 whole"] {
            assert_eq!(wrong.parse::<Mark>(), Err(()), "{wrong}");
        }
    }
}
