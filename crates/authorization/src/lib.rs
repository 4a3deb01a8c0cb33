//! Who may do what. A post sees a case because its organ holds a verb in it now, and because its function may do that with
//! that verb; when the holding ends, so does the sight. No function gives a right to a file by itself.
//!
//! | what | where |
//! |---|---|
//! | what a post does at its organ: handler, team lead, auditor … | [`Function`] |
//! | how an organ bears a case, by its verbs and as its lead | [`Held`], [`Bearing`] |
//! | what somebody wants to do | [`Action`] |
//! | the one predicate, as a table compiled with the program | [`may`] |
//! | what else opens or closes a file: kept, opened, drawn, secluded, protected | [`Standing`] |
//! | the same as a condition over the holdings, for statements | [`sql`] |
//! | why somebody sees something | [`Reason`], [`Ground`] |
//! | small numbers, which could tell of somebody | [`Figure`] |
//!
//! The rules stand three times: in `table.rs`, which decides; in the statements, which [`sql`] makes from it; and in
//! `policy/case.cedar`, for lawyers. Tests hold them against each other, and `policy/expected/roles.txt` shows the whole.
//!
//! No input, no output, no clock.
//!
//! ```
//! use authorization::{Action, Function, Held, may};
//! let beside = Held::NOTHING.with("take-part", false);
//! assert!(may(Function::Handler, beside, Action::Read));
//! assert!(!may(Function::Handler, beside, Action::Offer), "who stands beside hands nothing over");
//! assert!(!may(Function::Handler, Held::NOTHING.with("steer", false), Action::Read), "who steers sees figures");
//! ```

mod action;
mod bearing;
mod figure;
mod function;
mod reason;
pub mod sql;
mod standing;
mod table;

pub use action::{Action, Actions};
pub use bearing::{Bearing, Held, VERBS};
pub use figure::{Figure, SMALL};
pub use function::Function;
pub use reason::{Ground, Reason};
pub use standing::{HANDLERS_ONLY, READING, Standing};
pub use table::{given, may};

/// Makes an enumeration of words that stand in files and tables.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name { $($(#[$of])* $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one of a word.
            #[must_use]
            pub fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
pub(crate) use words;
